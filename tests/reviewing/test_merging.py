"""Merging unites: in any order, any number of times, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.model.review import Opinion, OpinionCategory, Person, Revision
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.merging import CannotMerge, News, intake_of, merged
from eitc_desktop.reviewing.review import entries_of

from .strategies import histories, parts

_ENTRY = "33333333-3333-4333-8333-333333333333"
_OTHER = "44444444-4444-4444-8444-444444444444"
_DIGEST = "1" * 64


def _opinion(
    words: str, author: Person, *replaced: Revision, entry: str = _ENTRY, minute: int = 0, withdrawn: bool = False
) -> Revision:
    content = Opinion(OpinionCategory.OPINION, words, "", "", author.office, author.name)
    ids = tuple(one.id for one in replaced)
    made_at = f"2026-11-27T08:{minute:02}:00Z"
    return seal(entry, ids, author, made_at, whole(_DIGEST), content, withdrawn=withdrawn)


@given(parts())
@settings(deadline=None)
def test_merging_doesnt_depend_on_order_grouping_or_repetition(reviews: tuple[tuple[Revision, ...], ...]) -> None:
    one, two, three = reviews
    together = merged(one, two, three)
    assert merged(three, one, two) == together
    assert merged(merged(one, two), three) == merged(one, merged(two, three)) == together
    assert merged(together, together, two) == together
    assert merged(reversed(together)) == together
    assert {revision.id for revision in together} == {one.id for review in reviews for one in review}
    assert len(together) == len({one.id for one in together})


@given(histories(), st.data())
@settings(deadline=None)
def test_heads_depend_on_the_set_alone(some: tuple[Revision, ...], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(some))
    assert entries_of(shuffled) == entries_of(some)
    heads = {head.id for _, heads, _ in entries_of(some) for head in heads}
    replaced = {id_ for one in some for id_ in one.replaces}
    assert heads == {one.id for one in some} - replaced


@given(parts(2), st.sampled_from([None, "11111111-1111-4111-8111-111111111111"]))
@settings(deadline=None)
def test_an_intake_tells_just_what_merging_does(reviews: tuple[tuple[Revision, ...], ...], me: str | None) -> None:
    known, incoming = reviews
    intake = intake_of(known, incoming, me)
    had = {one.id for one in known}
    assert {one.id for one in intake.fresh} == {one.id for one in incoming} - had
    assert merged(known, intake.fresh) == merged(known, incoming)
    assert sum(intake.by_author.values()) == sum(intake.by_provision.values()) == len(intake.fresh)
    after = {entry: heads for entry, heads, _ in entries_of(merged(known, incoming))}
    before = {entry for entry, _, _ in entries_of(known)}
    assert {arrival.after.id for arrival in intake.arrivals} == {one.entry for one in incoming}
    for arrival in intake.arrivals:
        assert arrival.after.heads == after[arrival.after.id]
        assert (arrival.before is None) == (arrival.news is News.NEW) == (arrival.after.id not in before)
        assert (not arrival.fresh) == (arrival.news is News.KNOWN)
    again = intake_of(merged(known, incoming), incoming, me)
    assert again.is_empty
    assert len(again.known) == len(again.arrivals)


def test_edits_made_apart_both_stay(chen: Person, li: Person) -> None:
    first = _opinion("初稿", chen)
    mine, theirs = _opinion("甲稿", chen, first, minute=1), _opinion("乙稿", li, first, minute=2)
    intake = intake_of([first, mine], [first, theirs], chen.key)
    (arrival,) = intake.in_conflict
    assert arrival.news is News.CONFLICT
    assert arrival.mine
    assert [one.author for one in arrival.after.heads] == [chen, li]
    assert arrival.fresh == arrival.by_others == (theirs,)
    assert intake.changed_by_others == (arrival,)
    settled = _opinion("定稿", chen, mine, theirs, minute=3)
    (done,) = intake_of(merged([first, mine], [theirs]), [settled], li.key).newer
    assert (done.news, done.mine, done.after.in_conflict) == (News.SETTLED, False, False)


def test_what_is_withdrawn_newer_or_known_is_told(chen: Person, li: Person) -> None:
    first = _opinion("初稿", chen)
    second = _opinion("二稿", chen, first, minute=1)
    gone = _opinion("二稿", chen, second, minute=2, withdrawn=True)
    other = _opinion("另一条", li, entry=_OTHER)
    intake = intake_of([first], [first, second, gone, other], None)
    assert [one.after.id for one in intake.withdrawn] == [_ENTRY]
    assert [one.after.id for one in intake.newer] == [_ENTRY]
    assert [one.after.id for one in intake.new] == [_OTHER]
    assert intake.by_author == {chen: 2, li: 1}
    assert intake.by_provision == {_DIGEST: 3}
    assert not intake.changed_by_others
    assert [one.news for one in intake_of([first, second, other], [first, other], None).arrivals] == [News.KNOWN] * 2
    late = intake_of([second], [first], None)
    assert [one.news for one in late.arrivals] == [News.HISTORY]
    assert late.fresh == (first,)


def test_drafts_that_say_the_same_are_no_conflict(chen: Person, li: Person) -> None:
    first = _opinion("初稿", chen)
    mine = seal(_ENTRY, (first.id,), chen, "2026-11-27T08:01:00Z", first.anchor, first.content, withdrawn=True)
    theirs = seal(_ENTRY, (first.id,), li, "2026-11-27T08:01:00Z", first.anchor, first.content, withdrawn=True)
    (arrival,) = intake_of([first, mine], [theirs], None).arrivals
    assert (arrival.news, arrival.withdrawn_now) == (News.NEWER, False)
    assert len(arrival.after.heads) == 2


def test_two_revisions_of_one_id_cannot_differ(chen: Person) -> None:
    first = _opinion("初稿", chen)
    forged = replace(first, made_at="2020-01-01T00:00:00Z")
    for review in ([first, forged], [forged, first]):
        with pytest.raises(CannotMerge):
            merged(review)
        with pytest.raises(CannotMerge):
            intake_of([], review, None)
    with pytest.raises(CannotMerge):
        intake_of([first], [forged], None)
    assert merged([first], [replace(first)]) == (first,)
