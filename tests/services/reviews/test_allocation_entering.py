"""What is typed and pasted into a scenario: numbers, or a reason why not; and never half of a block."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Allotment, Anchor, Person, RowKind, Scenario
from eitc_desktop.reviewing.allocation import cell_entry, sheet_of
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet
from eitc_desktop.reviewing.anchors import digest_of, whole
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.review import review_of
from eitc_desktop.services.reviews.allocation_entering import (
    NotACount,
    Put,
    block_of,
    body_added,
    body_removed,
    changes_of,
    count_of,
    names_taken,
    puts_of,
    scenario_copied,
    scenario_made,
)
from eitc_desktop.services.reviews.session import Change, ReviewSession

_CHEN = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")


class Desk:
    """A review file, and the sheets that it makes."""

    def __init__(self, path: Path, provision: Provision) -> None:
        self.session = ReviewSession.open(path)
        self.provision = provision

    @property
    def anchor(self) -> Anchor:
        return whole(digest_of(self.provision))

    def save(self, changes: list[Change]) -> str:
        self.session.record(changes, _CHEN)
        return changes[0].entry

    def sheet(self, scenario: str) -> AllocationSheet:
        review = review_of(self.session.revisions, self.provision, digest_of(self.provision))
        return sheet_of(self.provision, review, scenario)

    def put(self, scenario: str, *puts: tuple[int, int, int | None]) -> list[Change]:
        changes = changes_of(self.sheet(scenario), self.anchor, [Put(*put) for put in puts])
        if changes:
            self.save(changes)
        return changes


@pytest.fixture
def desk(tmp_path: Path, provision: Provision) -> Desk:
    desk = Desk(tmp_path / "review.db", provision)
    yield desk
    desk.session.close()


@pytest.fixture
def scenario(desk: Desk) -> str:
    return desk.save(scenario_made(desk.anchor, "方案 1", ""))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("１２", 12),
        ("0", 0),
        ("007", 7),
        ("1,000", 1000),
        ("12名", 12),
        ("12 人", 12),
        ("999999", 999_999),
        ("", None),
        ("  ", None),
    ],
)
def test_numbers_as_people_type_them(words: str, number: int | None) -> None:
    assert count_of(words) == number


@pytest.mark.parametrize("words", ["12x", "-1", "1.5", "名", "十二", "1000000", "=1+1", "1e3", "²", "9" * 500])
def test_what_is_no_number_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(NotACount) as refused:
        count_of(words)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 60


def test_the_unit_of_the_quota_may_be_typed_too() -> None:
    assert count_of("3 辆", "辆") == 3


@given(st.integers(0, 999_999))
def test_every_number_is_read_back(number: int) -> None:
    assert count_of(str(number)) == count_of(f"{number:,}") == number


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_refused(words: str) -> None:
    try:
        number = count_of(words)
    except NotACount:
        return
    assert number is None or 0 <= number <= 999_999


@given(st.text(max_size=200))
def test_whatever_is_on_the_clipboard_is_a_block_or_refused(words: str) -> None:
    try:
        block = block_of(words)
    except NotACount:
        return
    assert block
    assert all(line for line in block)


def test_a_block_of_a_spreadsheet() -> None:
    assert block_of("12\t1\t2\r\n11\t\t3\r\n\r\n") == [["12", "1", "2"], ["11", "", "3"], [""]]
    with pytest.raises(NotACount):
        block_of("")


def test_a_block_is_put_beside_the_sums(desk: Desk, scenario: str) -> None:
    puts = puts_of(desk.sheet(scenario), [["12", "1", "2", "99"], ["11", "", "3"]], 1, [0, 1, 2, None])
    assert puts == [Put(1, 0, 12), Put(1, 1, 1), Put(1, 2, 2), Put(2, 0, 11), Put(2, 1, None), Put(2, 2, 3)]


@pytest.mark.parametrize(
    ("block", "row", "told"),
    [
        ([["12"], ["x"]], 1, "研究室"),
        ([["1"]] * 30, 0, "30 行"),
        ([["1"] * 5], 0, "5 列"),
    ],
)
def test_a_block_is_put_whole_or_not_at_all(
    desk: Desk, scenario: str, block: list[list[str]], row: int, told: str
) -> None:
    with pytest.raises(NotACount, match=told):
        puts_of(desk.sheet(scenario), block, row, [0, 1, 2, None])


def test_numbers_become_entries_of_their_cells(desk: Desk, scenario: str) -> None:
    [change] = desk.put(scenario, (1, 0, 12))
    sheet = desk.sheet(scenario)
    assert change.entry == cell_entry(scenario, sheet.rows[1].key, sheet.columns[0].key)
    assert sheet.cells[1][0].count == 12
    assert desk.put(scenario, (1, 0, 12)) == []
    assert desk.put(scenario, (2, 0, None)) == []
    desk.put(scenario, (1, 0, None))
    assert desk.sheet(scenario).cells[1][0].count is None
    assert len(desk.sheet(scenario).cells[1][0].entries) == 1


def test_a_number_put_settles_two_drafts(desk: Desk, scenario: str) -> None:
    desk.put(scenario, (1, 0, 12))
    sheet = desk.sheet(scenario)
    other = Allotment(scenario, sheet.rows[1].key, sheet.columns[0].key, 15)
    entry = cell_entry(scenario, other.row, other.column)
    desk.session.take_in([seal(entry, (), _CHEN, "2026-01-01T00:00:00Z", desk.anchor, other)])
    assert desk.sheet(scenario).conflicts == 1
    desk.put(scenario, (1, 0, 15))
    assert (desk.sheet(scenario).conflicts, desk.sheet(scenario).cells[1][0].count) == (0, 15)


def test_a_copy_has_the_numbers_and_goes_its_own_way(desk: Desk, scenario: str) -> None:
    desk.put(scenario, (0, 0, 10), (1, 0, 0), (1, 1, 1))
    desk.save(body_added(desk.sheet(scenario), desk.anchor, "市信息中心"))
    copy = desk.save(scenario_copied(desk.sheet(scenario), desk.anchor, "方案 2", "说明"))
    sheet = desk.sheet(copy)
    assert (sheet.name, sheet.note) == ("方案 2", "说明")
    assert [[cell.count for cell in row] for row in sheet.cells] == [
        [cell.count for cell in row] for row in desk.sheet(scenario).cells
    ]
    desk.put(copy, (1, 0, 5))
    assert desk.sheet(scenario).cells[1][0].count == 0


def test_another_body_gets_a_row_and_may_go_again(desk: Desk, scenario: str) -> None:
    desk.save(body_added(desk.sheet(scenario), desk.anchor, "市信息中心"))
    sheet = desk.sheet(scenario)
    place = next(i for i, row in enumerate(sheet.rows) if row.key.kind is RowKind.BODY)
    assert "市信息中心" in names_taken(sheet)
    desk.put(scenario, (place, 0, 8))
    desk.save(body_removed(desk.sheet(scenario), place))
    assert "市信息中心" not in names_taken(desk.sheet(scenario))
    assert desk.sheet(scenario).column_totals[0].amount is None
    desk.save(body_added(desk.sheet(scenario), desk.anchor, "市信息中心"))
    assert desk.sheet(scenario).cells[place][0].count is None


def test_a_new_scenario_has_no_numbers(desk: Desk, scenario: str) -> None:
    entry = review_of(desk.session.revisions, desk.provision, digest_of(desk.provision)).entry(scenario)
    assert entry is not None
    assert entry.content == Scenario("方案 1", "")
    assert all(total.filled == 0 for total in desk.sheet(scenario).column_totals)
