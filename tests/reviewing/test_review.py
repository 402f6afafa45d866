"""The review as it stands, made of revisions in any order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    AskedOffice,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Reply,
    Revision,
    Scenario,
    Stance,
    Verdict,
)
from eitc_desktop.reviewing import review as review_module
from eitc_desktop.reviewing.anchors import anchor_of_fact, unit_name, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.placing import Confidence, place
from eitc_desktop.reviewing.review import Entry, GrowingReview, Review, entries_of, review_of

from .strategies import histories

_ENTRY = "33333333-3333-4333-8333-333333333333"
_OTHER = "44444444-4444-4444-8444-444444444444"
_ITEM = FactRef(FactKind.DUTY_ITEM, 1, 0)
_UNIT = FactRef(FactKind.DIVISION, 3)


def _opinion(text: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", "办公室", "陈敏")


def test_edits_at_once_stand_side_by_side(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    first = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", anchor, _opinion("一"))
    mine = seal(_ENTRY, (first.id,), chen, "2026-11-27T09:00:00Z", anchor, _opinion("二"))
    theirs = seal(_ENTRY, (first.id,), li, "2026-11-27T09:30:00Z", anchor, _opinion("三"))
    settled = seal(_ENTRY, (mine.id, theirs.id), chen, "2026-11-27T07:00:00Z", anchor, _opinion("二三"))
    entry = review_of([theirs, first, mine], provision, digest).entries[0]
    assert entry.in_conflict
    assert [head.content for head in entry.heads] == [_opinion("二"), _opinion("三")]
    assert (entry.author, entry.content) == (chen, _opinion("三"))
    done = review_of([settled, theirs, first, mine], provision, digest).entries[0]
    assert not done.in_conflict
    assert done.history == (first, mine, theirs, settled)  # though its clock was wrong
    assert done.content == _opinion("二三")


def test_the_same_edit_twice_is_no_conflict(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    first = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", whole(digest), _opinion("一"))
    mine = seal(_ENTRY, (first.id,), chen, "2026-11-27T09:00:00Z", whole(digest), _opinion("二"))
    theirs = seal(_ENTRY, (first.id,), li, "2026-11-27T09:30:00Z", whole(digest), _opinion("二"))
    assert not review_of([first, mine, theirs], provision, digest).entries[0].in_conflict


def test_the_order_of_revisions_means_nothing(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    first = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", anchor, _opinion("一"))
    gone = seal(_ENTRY, (first.id,), chen, "2026-11-27T09:00:00Z", anchor, _opinion("一"), withdrawn=True)
    theirs = seal(_ENTRY, (first.id,), li, "2026-11-27T09:00:00Z", anchor, _opinion("三"))
    other = seal(_OTHER, (), li, "2026-11-27T08:00:00Z", whole(digest), Reply(_ENTRY, "同意"))
    ways = {entries_of(way) for way in permutations([first, gone, theirs, other])}
    assert len(ways) == 1


def test_withdrawn_entries_stay_in_the_history(provision: Provision, digest: str, chen: Person) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    first = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", anchor, _opinion("一"))
    gone = seal(_ENTRY, (first.id,), chen, "2026-11-27T09:00:00Z", anchor, _opinion("一"), withdrawn=True)
    review = review_of([first, gone], provision, digest)
    assert (review.live, review.opinions, review.on(_ITEM)) == ((), (), ())
    assert review.entries[0].withdrawn
    assert review.entry(_ENTRY) is review.entries[0]


def test_what_belongs_together_is_found(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    anchor, time = anchor_of_fact(provision, digest, _ITEM), "2026-11-27T08:00:00Z"
    unit = unit_name(provision, _UNIT)
    handling = entry_id_for("handling", _ENTRY)
    review = review_of(
        [
            seal(_ENTRY, (), chen, time, anchor, _opinion("一")),
            seal(_OTHER, (), li, time, anchor, Reply(_ENTRY, "", no_objection=True)),
            seal(handling, (), li, time, anchor, Handling(_ENTRY, Adoption.ADOPTED, "", "李强")),
            seal(entry_id_for("1"), (), chen, time, anchor, Verdict(unit, Stance.AGREE, "")),
            seal(entry_id_for("2"), (), li, time, anchor, Verdict(None, Stance.DISAGREE, "", unit)),
        ],
        provision,
        digest,
    )
    assert [entry.id for entry in review.on(_ITEM)] == [_ENTRY]
    assert [entry.id for entry in review.replies_to(_ENTRY)] == [_OTHER]
    handled = review.handling_of(_ENTRY)
    assert handled is not None
    assert handled.id == handling
    assert [entry.author for entry in review.verdicts_on(_ITEM, _UNIT)] == [chen]
    assert [entry.author for entry in review.verdicts_on(_ITEM, None)] == [li]
    assert len(review.verdicts_of_item(_ITEM)) == 2
    assert review.unit_ref(unit) == _UNIT
    assert {entry.placement.confidence for entry in review.entries} == {Confidence.EXACT}


def test_a_place_that_does_not_fit_its_text_is_none(provision: Provision, digest: str, chen: Person) -> None:
    anchor = anchor_of_fact(provision, "0" * 64, _ITEM)
    made = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", anchor, _opinion("一"))
    assert len(review_of([made], provision, digest).entries) == 1


def _all_at_once(revisions: Iterable[Revision], provision: Provision, digest: str) -> list[Entry]:
    entries = [
        Entry(id_, heads, history, place(heads[-1].anchor, provision, digest))
        for id_, heads, history in entries_of(revisions)
    ]
    return sorted(
        entries,
        key=lambda one: (
            one.placement.span is None,
            0 if one.placement.span is None else one.placement.span.start,
            one.made_at,
            one.id,
        ),
    )


@pytest.mark.parametrize("few", [0, 100])
@given(some=histories(), data=st.data())
@settings(deadline=None)
def test_a_review_that_grows_is_what_all_its_revisions_make(
    provision: Provision, digest: str, few: int, some: tuple[Revision, ...], data: st.DataObject
) -> None:
    coming = data.draw(st.permutations(some))
    ends = sorted(data.draw(st.lists(st.integers(0, len(coming)), max_size=4)))
    growing = GrowingReview(provision, digest)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(review_module, "_FEW", few)
        for end in [*ends, len(coming)]:
            again = data.draw(st.permutations(coming[:end]))  # what is known is told again, in any order
            before = growing.review
            review = growing.grown(again)
            assert list(review.entries) == _all_at_once(coming[:end], provision, digest)
            assert review is growing.review
            assert review == review_of(again, provision, digest)
            _same_answers(review, Review(review.digest, review.entries, review.units))
            for entry in review.entries:
                if before.entry(entry.id) == entry:
                    assert before.entry(entry.id) is entry


def _same_answers(review: Review, other: Review) -> None:
    assert (review.live, review.conflicts, review.unplaced) == (other.live, other.conflicts, other.unplaced)
    assert review.live == tuple(entry for entry in review.entries if not all(head.withdrawn for head in entry.heads))
    for number, entry in enumerate(review.entries):
        assert review.index(entry) == number
        assert review.entry(entry.id) is entry
        assert review.replies_to(entry.id) == other.replies_to(entry.id)
        assert review.handling_of(entry.id) == other.handling_of(entry.id)
    for kind, found in (
        (Opinion, review.opinions),
        (NoOpinion, review.no_opinions),
        (Verdict, review.verdicts),
        (AskedOffice, review.asked),
        (Scenario, review.scenarios),
    ):
        assert set(found) == {entry for entry in review.live if isinstance(entry.content, kind)}
    assert (review.opinions, review.verdicts) == (other.opinions, other.verdicts)


def test_what_is_done_to_an_entry_is_seen_in_a_review_that_grows(
    provision: Provision, digest: str, chen: Person, li: Person
) -> None:
    first = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", whole(digest), _opinion("一"))
    reply = seal(_OTHER, (), li, "2026-11-27T08:01:00Z", whole(digest), Reply(_ENTRY, "同意"))
    growing = GrowingReview(provision, digest)
    review = growing.grown([first])
    assert (len(review.opinions), review.replies_to(_ENTRY)) == (1, ())
    review = growing.grown([reply])
    assert [one.id for one in review.replies_to(_ENTRY)] == [_OTHER]
    mine = seal(_ENTRY, (first.id,), chen, "2026-11-27T08:02:00Z", whole(digest), _opinion("二"))
    theirs = seal(_ENTRY, (first.id,), li, "2026-11-27T08:03:00Z", whole(digest), _opinion("三"))
    assert not growing.grown([mine]).conflicts
    assert [one.id for one in growing.grown([theirs]).conflicts] == [_ENTRY]
    gone = seal(_ENTRY, (mine.id, theirs.id), li, "2026-11-27T08:04:00Z", whole(digest), _opinion("三"), withdrawn=True)
    review = growing.grown([gone])
    assert (review.conflicts, review.opinions) == ((), ())
    back = seal(_ENTRY, (gone.id,), li, "2026-11-27T08:05:00Z", whole(digest), _opinion("三"))  # as undoing does
    assert growing.grown([back]) == review_of([gone, back, theirs, first, reply, mine], provision, digest)
