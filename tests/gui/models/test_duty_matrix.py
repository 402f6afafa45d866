"""What corresponds to what, by row and column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop.gui.models.duty_matrix import NO_ROLE, CellMark, DutyMatrix, MatrixRow, Narrowing
from eitc_desktop.gui.models.duty_words import (
    cell_words,
    column_tip,
    readings_of,
    row_tip,
    standing_tip,
    standing_words,
)
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing, item_mark

EVERY = frozenset(Grade)
BY_NAME = frozenset({Grade.STATED, Grade.NAMED})


@pytest.fixture(scope="module")
def matrix(provision: Provision, mapping: Mapping) -> DutyMatrix:
    return DutyMatrix(provision, mapping)


@pytest.fixture(scope="module")
def citing(provision: Provision) -> Citing:
    return Citing(provision)


def division(matrix: DutyMatrix, name: str) -> int:
    return next(number for number, column in enumerate(matrix.columns) if column.name == name)


def item_row(matrix: DutyMatrix, duty: int, part: int) -> MatrixRow:
    """Return the row of an item, counted from 1 as its ordinal and number are."""
    ref, _ = matrix.place_of(FactRef(FactKind.DUTY_ITEM, duty - 1, part - 1))
    return next(row for row in matrix.rows(Narrowing(), range(99)) if row.ref == ref)


def test_rows_are_the_duties_and_below_them_their_items(matrix: DutyMatrix) -> None:
    folded = matrix.rows(Narrowing(), ())
    assert [row.label for row in folded] == [duty.ordinal for duty in matrix.provision.duties]
    assert len(folded) == 20
    assert sum(len(row.items) for row in folded) == 65
    rows = matrix.rows(Narrowing(), range(20))
    alone = [row for row in folded if not row.unfolds]
    assert [row.label for row in alone] == ["（十八）", "（十九）", "（二十）"]
    assert len(rows) == 20 + 65 - len(alone)
    assert [row.label for row in rows[:4]] == ["（一）", "[1]", "[2]", "（二）"]


def test_columns_are_the_divisions_then_the_offices_hosted_here(matrix: DutyMatrix) -> None:
    assert [column.hosted for column in matrix.columns] == [False] * 25 + [True] * 2
    assert matrix.columns[3].full_name == "综合规划处（结构调整推进处）"
    assert matrix.columns[3].ordinal == "（四）"


def test_a_cell_shows_the_strongest_grade_and_how_many(matrix: DutyMatrix) -> None:
    planning = matrix.columns[division(matrix, "综合规划处")]
    duty = matrix.rows(Narrowing(), ())[1]
    links = [link for item in duty.items for link in matrix.links_of(item, planning.ref)]
    assert {link.grade for link in links} == {Grade.NAMED, Grade.JUDGED}
    assert matrix.mark(duty, planning, EVERY) == CellMark(Grade.NAMED, len(links), part=False)
    assert matrix.mark(duty, planning, frozenset({Grade.JUDGED})) == CellMark(Grade.JUDGED, 2, part=False)
    assert matrix.mark(duty, planning, frozenset({Grade.STATED})) is None
    assert matrix.mark(item_row(matrix, 2, 2), planning, EVERY) == CellMark(Grade.NAMED, 1, part=True)


def test_a_match_set_aside_is_no_link_and_goes_with_the_judgements(matrix: DutyMatrix) -> None:
    rejection = matrix.mapping.rejections[0]
    row = item_row(matrix, rejection.item.index + 1, rejection.item.part + 1)
    column = next(column for column in matrix.columns if column.ref == rejection.unit)
    assert matrix.mark(row, column, EVERY) == CellMark(None, 0, part=False)
    assert matrix.mark(row, column, BY_NAME) is None
    (reading,) = readings_of(matrix, row, column)
    assert reading.grade is None
    assert reading.heading.startswith("名称相近但研判不采纳")
    assert any(rejection.judgement.reason in note for note in reading.notes)


def test_what_has_no_division_is_not_mapped_though_an_office_hosted_here_may_be(matrix: DutyMatrix) -> None:
    assert len(matrix.unmapped_items) == 21
    hosted = [item for item in matrix.unmapped_items if matrix.links_of_item(item)]
    assert len(hosted) == 2
    row = item_row(matrix, hosted[0].index + 1, hosted[0].part + 1)
    assert standing_words(matrix, row)[0] == "未对应"
    assert "设在本机关" in standing_tip(matrix, row)
    radio = matrix.rows(Narrowing(words=("无线电管理",)), ())[0]
    assert standing_words(matrix, radio) == ("未对应", "未对应")


def test_several_divisions_are_said_to_be_several(matrix: DutyMatrix) -> None:
    row = item_row(matrix, 2, 1)
    assert len(matrix.divisions_of(row.ref)) > 1
    assert standing_words(matrix, row) == ("多处室对应", "多处室")
    assert "2" in standing_tip(matrix, row)


@pytest.mark.parametrize(("role", "count"), [("会同", 9), ("承办", 2), ("协同", 1), ("配合", 1), ("参与", 2)])
def test_items_are_picked_by_the_role_their_words_state(matrix: DutyMatrix, role: str, count: int) -> None:
    items = [item for row in matrix.rows(Narrowing(role=role), ()) for item in row.items]
    assert len(items) == count
    texts = [matrix.provision.duties[item.index].items[item.part].text for item in items]
    assert all(role in text for text in texts)


def test_items_that_state_no_role_can_be_picked(matrix: DutyMatrix) -> None:
    none = [item for row in matrix.rows(Narrowing(role=NO_ROLE), ()) for item in row.items]
    some = {item for role in matrix.roles for row in matrix.rows(Narrowing(role=role), ()) for item in row.items}
    assert len(none) + len(some) == 65
    assert not some & set(none)


def test_acts_words_and_gaps_narrow_together(matrix: DutyMatrix) -> None:
    drafted = [item for row in matrix.rows(Narrowing(act="拟订"), ()) for item in row.items]
    assert 0 < len(drafted) < 65
    both = [item for row in matrix.rows(Narrowing(act="拟订", unmapped=True), ()) for item in row.items]
    assert set(both) == set(drafted) & set(matrix.unmapped_items)
    assert matrix.rows(Narrowing(words=("查无此词",)), ()) == ()


def test_words_find_items_by_the_name_of_what_corresponds(matrix: DutyMatrix) -> None:
    rows = matrix.rows(Narrowing(words=("电力处",)), ())
    assert [item for row in rows for item in row.items]
    power = matrix.columns[division(matrix, "电力处")].ref
    assert all(matrix.links_of(item, power) for row in rows for item in row.items)


def test_changes_are_told_by_kind_clause_and_grade(matrix: DutyMatrix, citing: Citing) -> None:
    link = next(link for link in matrix.mapping.change_links if link.target.kind is FactKind.DIVISION)
    column = next(column for column in matrix.columns if column.ref == link.target)
    assert matrix.provision.changes[link.change.index].kind in matrix.change_kinds_of(column.ref)
    tip = column_tip(matrix, column, citing)
    assert citing.mark(link.change) in tip
    assert f"{link.grade.value} " in tip
    abolished = next(
        link
        for link in matrix.mapping.change_links
        if link.target.kind is FactKind.DUTY_ITEM
        and matrix.provision.changes[link.change.index].kind.value in {"abolished", "devolved"}
    )
    row = item_row(matrix, abolished.target.index + 1, abolished.target.part + 1)
    assert "涉及领域" in row_tip(matrix, row, citing)


def test_everything_said_of_a_judgement_says_that_nobody_confirmed_it(matrix: DutyMatrix, citing: Citing) -> None:
    for link in matrix.mapping.duty_links:
        row = item_row(matrix, link.item.index + 1, link.item.part + 1)
        column = next(column for column in matrix.columns if column.ref == link.unit)
        words = cell_words(matrix, row, column, citing)
        assert item_mark(citing, link.item) in words
        assert all(each.quote.text in words for each in link.evidence)
        assert ("研判 未经本单位确认" in words) == (link.grade is Grade.JUDGED)
        assert not any(word in words for word in ("承担", "职责空白", "职责交叉"))
        (reading,) = [each for each in readings_of(matrix, row, column) if each.grade is link.grade]
        assert all(span.of(matrix.provision.text) for span in reading.evidence)
        for each in link.evidence:
            assert each.ground is None or any(each.ground in note for note in reading.notes)


def test_a_provision_without_duties_or_divisions_is_empty(provision: Provision) -> None:
    bare = DutyMatrix(replace(provision, duties=(), divisions=(), hosted_offices=()), Mapping())
    assert bare.columns == ()
    assert bare.rows(Narrowing(), range(5)) == ()
    assert bare.unmapped_items == ()


def test_other_provisions_have_rows_and_columns_too(other_provisions: tuple[Provision, ...]) -> None:
    for other in other_provisions:
        made = DutyMatrix(other, Mapping())
        assert len(made.rows(Narrowing(), ())) == len(other.duties)
        assert len(made.columns) == len(other.divisions) + len(other.hosted_offices)


def test_facts_are_found_by_their_row_or_column(matrix: DutyMatrix) -> None:
    radio = next(i for i, duty in enumerate(matrix.provision.duties) if len(duty.items) == 1)
    for ref, place in (
        (FactRef(FactKind.DUTY_ITEM, 1, 2), (FactRef(FactKind.DUTY_ITEM, 1, 2), None)),
        (FactRef(FactKind.DUTY_ITEM, radio), (FactRef(FactKind.DUTY, radio), None)),
        (FactRef(FactKind.SECOND_NAME, 3), (None, FactRef(FactKind.DIVISION, 3))),
        (FactRef(FactKind.HOSTED_OFFICE, 1), (None, FactRef(FactKind.HOSTED_OFFICE, 1))),
        (FactRef(FactKind.BODY), (None, None)),
    ):
        assert matrix.place_of(ref) == place
