from __future__ import annotations

from itertools import pairwise

import pytest

from eitc_desktop.gui.models.fact_map import FactMap, Run
from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span


def fact(kind: FactKind, start: int, end: int, *place: int) -> Fact:
    return Fact(FactRef(kind, *place), Span(start, end), ())


def is_lone(provision: Provision, ref: FactRef) -> bool:
    """Say whether *ref* is the only item of its duty or of its change."""
    if ref.kind is FactKind.DUTY_ITEM:
        return len(provision.duties[ref.index].items) == 1
    return ref.kind is FactKind.CHANGE_ITEM and len(provision.changes[ref.index].items) == 1


def mapped(provision: Provision) -> tuple[Fact, ...]:
    """Return the facts that a map holds: no chapters, no lone items."""
    every = facts_of(provision)
    return tuple(each for each in every if each.ref.kind is not FactKind.SECTION and not is_lone(provision, each.ref))


@pytest.fixture
def facts(provision: Provision) -> tuple[Fact, ...]:
    return mapped(provision)


def test_the_only_item_leaves_the_words_to_its_whole(provision: Provision) -> None:
    found = FactMap(facts_of(provision))
    for i, change in enumerate(provision.changes):
        kinds = {each.ref.kind for each in found.within(change.span)}
        assert (FactKind.CHANGE_ITEM in kinds) == (len(change.items) > 1)
        assert FactRef(FactKind.CHANGE, i) in {each.ref for each in found.at(change.span.start)}
    radio = provision.duties[17]
    assert [each.ref for each in found.at(radio.span.start)] == [FactRef(FactKind.DUTY, 17)]
    assert [run.fact.ref for run in found.runs(radio.span)] == [FactRef(FactKind.DUTY, 17)]


def test_every_lone_item_has_the_very_words_of_its_whole(
    provision: Provision, other_provisions: tuple[Provision, ...]
) -> None:
    for each in (provision, *other_provisions):
        wholes = [*each.duties, *each.changes]
        spans = [(whole.span, whole.items[0].span) for whole in wholes if len(whole.items) == 1]
        assert all(whole.of(each.text).removesuffix("。") == item.of(each.text) for whole, item in spans)


def test_every_character_has_the_facts_that_hold_it(provision: Provision, facts: tuple[Fact, ...]) -> None:
    found = FactMap(facts_of(provision))
    for point in range(-1, len(provision.text) + 2):
        here = found.at(point)
        assert set(here) == {each for each in facts if each.span.start <= point < each.span.end}
        assert all(len(one.span) <= len(other.span) for one, other in pairwise(here))


def test_other_provisions_too(other_provisions: tuple[Provision, ...]) -> None:
    for provision in other_provisions:
        found = FactMap(facts_of(provision))
        for each in mapped(provision):
            if len(each.span):
                assert each in found.at(each.span.start)
                assert each in found.at(each.span.end - 1)


def test_a_clause_has_the_facts_within_it(provision: Provision, facts: tuple[Fact, ...]) -> None:
    found = FactMap(facts_of(provision))
    for clause in provision.clauses:
        within = found.within(clause.span)
        assert set(within) == {each for each in facts if clause.span.covers(each.span)}
        assert all(one.span.start <= other.span.start for one, other in pairwise(within))


def test_a_whole_comes_before_its_parts(provision: Provision) -> None:
    found = FactMap(facts_of(provision)).within(provision.duties[9].span)
    assert [each.ref.kind for each in found] == [FactKind.DUTY, FactKind.DUTY_ITEM, FactKind.DUTY_ITEM]


def test_runs_follow_each_other_and_hold_every_part(provision: Provision, facts: tuple[Fact, ...]) -> None:
    found = FactMap(facts_of(provision))
    runs = list(found.runs(Span(0, len(provision.text))))
    assert all(one.span.end <= other.span.start for one, other in pairwise(runs))
    marked = {point for run in runs for point in range(run.span.start, run.span.end)}
    parts = [each for each in facts if not found.is_whole(each)]
    assert marked == {point for each in parts for point in range(each.span.start, each.span.end)}


def test_the_narrowest_wins_and_a_part_of_a_line_is_enough() -> None:
    rule, law = fact(FactKind.QUOTA, 10, 30), fact(FactKind.REFERENCE, 15, 20)
    found = FactMap((rule, law))
    assert list(found.runs(Span(12, 18))) == [Run(Span(12, 15), rule), Run(Span(15, 18), law)]
    assert list(found.runs(Span(15, 40))) == [Run(Span(15, 20), law), Run(Span(20, 30), rule)]
    assert list(found.runs(Span(30, 40))) == []


def test_facts_that_cut_across_each_other() -> None:
    one, other = fact(FactKind.QUOTA, 0, 10), fact(FactKind.REFERENCE, 5, 20)
    runs = list(FactMap((one, other)).runs(Span(0, 20)))
    assert runs == [Run(Span(0, 10), one), Run(Span(10, 20), other)]


def test_a_whole_without_parts_is_no_whole() -> None:
    matter = fact(FactKind.MATTER, 0, 9, 2, 1)
    assert not FactMap((matter,)).is_whole(matter)
    role = fact(FactKind.ROLE, 0, 4, 2, 1, 0)
    found = FactMap((matter, role))
    assert found.is_whole(matter)
    assert found.wholes(Span(0, 9)) == ()  # of one part only: the line under that says all
    assert FactMap((matter, role, fact(FactKind.ROLE, 5, 8, 2, 1, 1))).wholes(Span(6, 7)) == (matter,)


def test_facts_are_walked_by_their_beginnings(facts: tuple[Fact, ...]) -> None:
    found = FactMap(facts)
    starts = sorted({each.span.start for each in facts})
    walked: list[int] = []
    point = -1
    while (following := found.start_after(point)) is not None:
        walked.append(following)
        point = following
    assert walked == starts
    assert [found.start_before(start) for start in starts] == [None, *starts[:-1]]


def test_no_facts() -> None:
    found = FactMap(())
    assert found.at(3) == found.within(Span(0, 9)) == found.wholes(Span(0, 9)) == ()
    assert list(found.runs(Span(0, 9))) == []
    assert found.start_after(0) is found.start_before(5) is None
