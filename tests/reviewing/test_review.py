"""The review as it stands, made of revisions in any order."""

from __future__ import annotations

from itertools import permutations

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Adoption, Handling, Opinion, OpinionCategory, Person, Reply, Stance, Verdict
from eitc_desktop.reviewing.anchors import anchor_of_fact, unit_name, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import entries_of, review_of

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
