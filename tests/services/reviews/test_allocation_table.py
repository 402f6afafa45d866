"""A scenario on paper and in office files: marked as entered wherever it goes, and held against what is stated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.papers import Standing, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Allotment, AllotmentRow, Person, Revision, RowKind, Scenario
from eitc_desktop.reviewing.allocation import cell_entry, columns_of, sheet_of
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, Total
from eitc_desktop.reviewing.anchors import digest_of, unit_name, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.review import review_of
from eitc_desktop.services.print_files import NotSaved
from eitc_desktop.services.print_request import CannotPrint
from eitc_desktop.services.reviews.allocation_export import save_allocation
from eitc_desktop.services.reviews.allocation_table import allocation_table
from eitc_desktop.services.reviews.allocation_words import WARNING, amount_said, outcome_sign, outcome_words

_CHEN, _WANG = Person("陈敏", "办公室", "a" * 32), Person("王二", "人事处", "b" * 32)


@pytest.fixture
def sheet(provision: Provision) -> AllocationSheet:
    """Over in the establishment, under in the posts; one cell holds two drafts, and one unit more posts than staff."""
    anchor, scenario = whole(digest_of(provision)), entry_id_for("test")
    time = "2026-01-01T00:00:00Z"
    revisions: list[Revision] = [seal(scenario, (), _CHEN, time, anchor, Scenario("=方案1", "试排"))]
    columns = [column.key for column in columns_of(provision)]

    def put(row: AllotmentRow, column: int, count: int | None, by: Person = _CHEN) -> None:
        content = Allotment(scenario, row, columns[column], count)
        revisions.append(seal(cell_entry(scenario, row, columns[column]), (), by, time, anchor, content))

    units = [AllotmentRow(RowKind.UNIT, unit_name(provision, FactRef(FactKind.DIVISION, i))) for i in range(3)]
    put(units[0], 0, 300)
    put(units[1], 0, 2)
    put(units[1], 1, 1)
    put(units[1], 2, 2)
    put(units[2], 1, 1)
    put(units[2], 1, 2, _WANG)
    put(AllotmentRow(RowKind.BODY, body="=市信息中心"), 0, 0)
    return sheet_of(provision, review_of(revisions, provision, digest_of(provision)), scenario)


@pytest.fixture
def table(provision: Provision, sheet: AllocationSheet) -> Table:
    return allocation_table(provision, sheet)


def _row(table: Table, name: str) -> list[str]:
    return next([cell.words for cell in row.cells] for row in table.rows if row.cells[0].words.startswith(name))


def test_it_says_that_it_is_no_approved_number(table: Table) -> None:
    assert "设想" in table.title
    assert table.notes[0] == str(WARNING) == table.rows[0].cells[0].words
    assert "空格为未填" in table.notes[1]
    assert "方案说明（录入）：试排" in table.notes


def test_its_sums_stand_over_what_is_stated(table: Table) -> None:
    assert _row(table, "合计") == ["合计", "302", "2~3", "2", "4~5"]
    assert _row(table, "已填") == ["已填", "3/30 格", "2/30 格", "1/30 格", "3/60 格"]
    assert _row(table, "规定载明") == ["规定载明", "294 名", "—", "—", "77 名"]
    assert _row(table, "与规定相比") == ["与规定相比", "▲ 超出\n8 名", "", "", "▽ 未分配\n72~73 名"]


def test_drafts_hints_and_named_posts_are_told(table: Table) -> None:
    assert sorted(_row(table, "（三）人事教育处")[2].splitlines()) == ["1（陈敏）", "2（王二）", "两稿并存"]
    assert any("研究室：正副处级领导职数共 3，多于机关行政编制 2" in note for note in table.notes)
    assert any("两稿并存" in note for note in table.notes)
    assert "主任 1 名、副主任 6 名" in _row(table, "机关领导")[0]


def test_numbers_are_entered_and_sums_derived(table: Table) -> None:
    office = next(row for row in table.rows if row.cells[0].words == "（一）办公室")
    assert [line.standing for cell in office.cells for line in cell.lines] == [Standing.STATED, Standing.ENTERED]
    body = next(row for row in table.rows if "市信息中心" in row.cells[0].words)
    assert body.cells[0].lines[0].standing is Standing.ENTERED
    assert body.cells[1].words == "0"
    assert body.cells[2].words == ""
    research = next(row for row in table.rows if row.cells[0].words == "（二）研究室")
    assert research.cells[4].lines[0].standing is Standing.DERIVED


def test_ranges_and_drafts_have_words_of_their_own() -> None:
    within = Total(11, 11, 1, 1, minimum=10, maximum=12, unit="名")
    assert (str(outcome_words(within)), outcome_sign(within)) == ("在幅度内", "✓")
    drafts = Total(9, 11, 1, 1, 1, minimum=10, maximum=12, unit=None)
    assert (str(outcome_words(drafts)), amount_said(drafts)) == ("两稿未定", "9~11")
    assert str(outcome_words(Total(0, 0, 0, 3, minimum=5, maximum=5))) == "尚未填写"
    assert str(outcome_words(Total(1, 1, 1, 3, minimum=5, maximum=5))) == "未分配 4"
    short = Total(272, 277, 26, 30, 1, minimum=294, maximum=294, unit="名")
    assert str(outcome_words(short)) == "未分配 17~22 名"
    assert str(outcome_words(replace(short, lowest=295, highest=297))) == "超出 1~3 名"


def test_the_excel_file_bears_the_warning(provision: Provision, sheet: AllocationSheet, tmp_path: Path) -> None:
    path = tmp_path / "方案.xlsx"
    save_allocation(provision, sheet, path)
    values = [cell.value for row in load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.value]
    assert any(str(WARNING) in str(value) for value in values)
    assert 300 in values
    formulas = [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []


def test_the_word_file_bears_the_warning(provision: Provision, sheet: AllocationSheet, tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    save_allocation(provision, sheet, path)
    document = Document(str(path))
    assert any(str(WARNING) in paragraph.text for paragraph in document.paragraphs)
    assert document.tables[0].rows[1].cells[0].text == str(WARNING)


def test_other_formats_and_places_are_refused(provision: Provision, sheet: AllocationSheet, tmp_path: Path) -> None:
    with pytest.raises(CannotPrint):
        save_allocation(provision, sheet, tmp_path / "方案.pdf")
    with pytest.raises(NotSaved):
        save_allocation(provision, sheet, tmp_path / "没有" / "方案.xlsx")
