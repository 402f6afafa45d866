"""Excel files, read back with openpyxl and as XML."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from eitc_desktop.model.papers import UNOFFICIAL, Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.office.excel import excel_of, sheet_name

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(data: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data), rich_text=True).active
    assert isinstance(sheet, Worksheet)
    return sheet


def sheet_xml(data: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file


def column_of(*words: str, align: Align = Align.LEFT) -> Table:
    return Table("表", (Column("甲", 1, align), Column("乙", 3)), tuple(Row((cell(one), cell("x"))) for one in words))


def found(sheet: Worksheet, words: str) -> SheetCell:
    return next(
        one for row in sheet.iter_rows() for one in row if isinstance(one, SheetCell) and str(one.value) == words
    )


def test_the_table_stands_below_its_title(table: Table) -> None:
    sheet = opened(excel_of(table))
    assert sheet.title == "某局职责表"
    assert sheet["A1"].value == "某局职责表"
    assert [one.value for one in sheet[2]] == ["序号", "名称", "原文", "等级"]
    assert sheet["A3"].value == 1
    assert [sheet[place].value for place in ("C3", "C4", "D3")] == [
        "拟订“发展规划”并组织实施",
        "组织推进产业结构调整",
        "B 名称对应",
    ]
    assert str(sheet["D8"].value) == "甲\n乙（录入）"
    assert sheet["A9"].value == "注：对应不等于职责分配。"
    assert sheet.freeze_panes == "A3"


def test_merged_cells_are_merged_and_a_filter_still_finds_their_rows(table: Table) -> None:
    data = excel_of(table)
    merged = {str(one) for one in opened(data).merged_cells.ranges}
    assert merged == {"A1:D1", "A3:A4", "B3:B4", "B5:B6", "A7:D7", "A9:D9"}
    texts = {one.get("r"): "".join(one.itertext()) for one in sheet_xml(data).iter(f"{S}c")}
    assert texts["B4"] == "规划处"
    assert texts["B6"] == "办公室"
    assert texts["A4"] == ""  # a number that is said twice would be added up twice


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        '=HYPERLINK("x")',
        "+86",
        "-5",
        "@cmd",
        "'x",
        "=",
        "#N/A",
        "TRUE",
        "1-2",
        "007",
        "1.5",
        "3/4",
        "１２",
        "1e5",
    ],
)
def test_text_stays_text_whatever_it_looks_like(words: str) -> None:
    made = found(opened(excel_of(column_of(words))), words)
    assert made.data_type == "s"
    assert made.number_format == "@"  # and stays so when it is typed over
    assert made.quotePrefix == (words[0] in "=+-@'")


@pytest.mark.parametrize(("words", "number"), [("0", 0), ("294", 294), ("999999999999999", 999999999999999)])
def test_a_plain_number_is_a_number(words: str, number: int) -> None:
    made = found(opened(excel_of(column_of(words, align=Align.RIGHT))), words)
    assert (made.data_type, made.value) == ("n", number)
    assert made.alignment.horizontal == "right"


def test_more_digits_than_excel_keeps_are_text() -> None:
    assert found(opened(excel_of(column_of("1234567890123456"))), "1234567890123456").data_type == "s"


def test_what_looks_like_an_escape_of_excel_is_escaped() -> None:
    data = excel_of(column_of("_x0041_"))
    assert "_x005F_x0041_" in {"".join(one.itertext()) for one in sheet_xml(data).iter(f"{S}t")}


def test_it_prints_on_a4_landscape_one_page_wide_with_the_head_repeated(table: Table) -> None:
    sheet = opened(excel_of(table))
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$2"
    assert str(sheet.print_area).endswith("$A$1:$D$9")
    across = (297 - sum((sheet.page_margins.left, sheet.page_margins.right)) * 25.4) / 25.4 * 96
    assert sum(one.width * 8 for one in sheet.column_dimensions.values()) == pytest.approx(across, rel=0.02)
    for foot in (sheet.oddFooter, sheet.firstFooter):
        assert foot.left.text == UNOFFICIAL
        assert foot.right.text == "第 &P 页，共 &N 页"
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader.center.text == "某局职责表（续）"
    assert sheet.firstHeader.center.text is None


def test_rows_can_be_filtered_unless_some_are_titles_of_others(table: Table) -> None:
    assert opened(excel_of(table)).auto_filter.ref is None
    assert opened(excel_of(column_of("a", "b"))).auto_filter.ref == "A2:B4"
    assert opened(excel_of(column_of())).auto_filter.ref is None


def test_what_was_entered_is_told_and_nothing_else(table: Table) -> None:
    full = opened(excel_of(table, secrecy="内部", maker="办公室", made_on="2024年5月", notes=("另注",)))
    said = [one.value for row in full.iter_rows() for one in row if one.value]
    assert said[:4] == ["内部", "某局职责表", "制表单位：办公室", "制表日期：2024年5月"]
    assert said[-2:] == ["注：1. 对应不等于职责分配。", "2. 另注"]
    one = Table("表", (Column("甲", 1),), (Row((cell("x"),)),))
    assert opened(excel_of(one, maker="办公室", made_on="5月"))["A2"].value == "制表单位：办公室　制表日期：5月"


def test_standings_have_colours_of_their_own_within_a_cell_too(table: Table) -> None:
    sheet = opened(excel_of(table))
    colours = {one.font.color.rgb for one in (sheet["D3"], sheet["D4"], sheet["C5"], sheet["C3"])}
    assert len(colours) == 4
    runs = sheet["D8"].value
    assert [str(one) for one in runs] == ["甲\n", "乙（录入）"]
    assert runs[0].font.color.rgb != runs[1].font.color.rgb
    assert {one.font.name for row in sheet.iter_rows(min_row=3, max_row=6) for one in row} == {"宋体"}
    assert sheet["A2"].font.name == "黑体"
    assert sheet["A1"].font.name == "方正小标宋简体"
    assert {one.font.scheme for row in sheet.iter_rows() for one in row} == {None}


def test_rows_are_as_high_as_their_words(table: Table) -> None:
    words = "汉" * 300
    sheet = opened(excel_of(column_of(words)))
    made = found(sheet, words)
    width = sheet.column_dimensions["A"].width * 6  # points
    assert made.alignment.wrap_text
    assert (sheet.row_dimensions[made.row].height or 0) >= 300 * 10.5 / width * 1.3 * 10.5


def test_what_is_too_high_for_a_row_goes_on_in_the_next() -> None:
    words = "".join(chr(0x4E00 + i % 5000) for i in range(33_000))  # more than a cell can hold
    sheet = opened(excel_of(column_of(words, "末")))
    said = [str(row[0].value) for row in sheet.iter_rows(min_row=3) if row[0].value]
    assert "".join(said) == words + "末"
    assert all(len(one) < 32_767 for one in said)
    assert all((one.height or 0) <= 409 for one in sheet.row_dimensions.values())


def test_what_goes_on_repeats_nothing_but_the_number() -> None:
    sentence = "一是关于编制总额，行政编制由某数调整为某数，增量的来源、用途及核定文号在文本中均未载明。"
    rows = (Row((cell("6"), cell("四"), cell(sentence * 40), cell("甲局"))), Row((cell("7"), *[cell("乙")] * 3)))
    columns = (Column("序号", 5), Column("条款", 10), Column("意见", 34), Column("单位", 12))
    sheet = opened(excel_of(Table("表", columns, rows)))
    said = [[one.value for one in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[0] for row in said] == [6, *["6\n（续）"] * (len(said) - 2), 7]
    assert len(said) > 2
    assert [row[1::2] for row in said] == [["四", "甲局"], *[[None, None]] * (len(said) - 2), ["乙", "乙"]]
    pieces = [str(row[2]) for row in said[:-1]]
    assert "".join(pieces) == sentence * 40
    assert all(piece.endswith("。") for piece in pieces)
    assert not [one for one in sheet.merged_cells.ranges if one.min_row > 2]


def test_rows_of_long_latin_words_have_a_line_to_spare() -> None:
    words = "汉" * 200
    plain, mixed = f"{words}{'汉' * 15}", f"{words}<script>alert(1)</script>"
    sheet = opened(excel_of(column_of(plain, mixed)))
    heights = [sheet.row_dimensions[row].height or 0 for row in (3, 4)]
    assert heights[1] - heights[0] >= 10.5  # programs keep more of these together than the rules ask for


def test_a_row_is_filled_before_its_words_go_on() -> None:
    paragraphs = Cell((CellLine("短。"), CellLine("汉" * 3000), CellLine("末。")))
    sheet = opened(excel_of(Table("表", (Column("甲", 1), Column("乙", 1)), (Row((cell("1"), paragraphs)),))))
    heights = [sheet.row_dimensions[row].height or 0 for row in range(3, sheet.max_row + 1)]
    assert all(height > 350 for height in heights[:-1])


def test_pages_end_where_nothing_is_cut() -> None:
    pair = Cell(tuple(CellLine("汉" * 60) for _ in range(3)))
    rows = tuple(Row((cell(f"第{i}处"), pair), paired=True) for i in range(20))
    table = Table("表", (Column("甲", 1), Column("乙", 3)), rows, ("注",))
    sheet = opened(excel_of(table))
    breaks = [one.id for one in sheet.row_breaks.brk]
    assert breaks
    assert all((row - 2) % 3 == 0 for row in breaks)  # three rows to each, below title and head
    page = 0.0
    for row in range(1, sheet.max_row + 1):
        page += sheet.row_dimensions[row].height or 0
        if row in breaks:
            assert page <= 174 * 72 / 25.4
            page = 0.0


def test_a_page_that_begins_within_a_merged_cell_begins_it_again() -> None:
    rows = tuple(Row((cell(str(i // 40 + 1)), cell(f"第{i // 40}类"), cell(f"事项{i}"))) for i in range(80))
    table = Table("表", (Column("序号", 1), Column("类别", 1), Column("事项", 3)), rows, merged=(0, 1))
    sheet = opened(excel_of(table))
    starts = [one.id + 1 for one in sheet.row_breaks.brk]
    within = [row for row in starts if (row - 3) % 40]
    assert within
    for row in within:
        category = f"第{(row - 3) // 40}类"
        assert sheet.cell(row, 2).value == category
        assert sheet.cell(row, 1).data_type == "s"  # a number that is said twice is not added up twice
        assert str(sheet.cell(row, 1).value) == category[1].translate({48: "1", 49: "2"})
    for merged in sheet.merged_cells.ranges:
        assert not [row for row in starts if merged.min_row < row <= merged.max_row]


def test_what_is_secret_is_so_on_every_page(table: Table) -> None:
    data = excel_of(table, secrecy="内部&1")
    assert opened(data)["A1"].value == "内部&1"
    assert opened(data).HeaderFooter.differentFirst
    assert (sheet_xml(data).findtext(f".//{S}oddHeader") or "").startswith('&L&16&"黑体,常规"内部&&1&C')
    assert (sheet_xml(excel_of(table)).findtext(f".//{S}oddHeader") or "").startswith("&C")


def test_long_upright_headings_are_broken_into_lines() -> None:
    long = "某市促进中小企业发展协调办公室（设在本机关）"
    columns = (Column("条款", 8), *(Column(long, 2, upright=True) for _ in range(5)))
    sheet = opened(excel_of(Table("矩阵", columns, tuple(Row(tuple(cell("B") for _ in columns)) for _ in range(60)))))
    lines = str(sheet["B2"].value).split("\n")
    assert "".join(lines) == long
    assert len(lines) > 1
    assert (sheet.row_dimensions[2].height or 0) < len(long) * 9
    assert sheet["B2"].font.name == "@黑体"  # its characters lie, and stand in words turned by a quarter
    assert not sheet["B3"].alignment.wrap_text


def test_a_title_row_stays_with_what_it_heads() -> None:
    rows = [
        Row((cell("题"), Cell()), title=True) if i % 5 == 0 else Row((cell(f"{i}处"), cell("x"))) for i in range(80)
    ]
    sheet = opened(excel_of(Table("表", (Column("甲", 1), Column("乙", 3)), tuple(rows))))
    assert sheet.row_breaks.brk
    assert all(sheet.cell(one.id, 1).value != "题" for one in sheet.row_breaks.brk)


def test_short_lines_are_not_broken_where_another_column_has_room() -> None:
    columns = (Column("序号", 2), Column("原文", 90), Column("等级", 8))
    rows = (Row((cell("（二十一）"), cell("汉" * 200), cell("名称对应（部分）"))),)
    sheet = opened(excel_of(Table("表", columns, rows)))
    assert sheet.column_dimensions["A"].width * 6 >= 5 * 10.5 + 6
    assert sheet.column_dimensions["C"].width * 6 >= 8 * 10.5 + 6


def test_a_long_link_takes_no_more_than_its_columns_share() -> None:
    columns = (Column("原文", 20), Column("意见", 35), Column("说明", 20, least=25))
    words = "汉" * 300
    link = Row((cell(words), cell("https://example.gov.cn/" + "a" * 90), cell(words)))
    widths = [one.width for one in opened(excel_of(Table("表", columns, (link,)))).column_dimensions.values()]
    assert widths[1] / widths[0] == pytest.approx(35 / 20, rel=0.02)
    assert widths[2] == pytest.approx(widths[0], rel=0.02)


def test_columns_to_write_in_by_hand_are_wide_enough() -> None:
    columns = (Column("意见", 90), Column("采纳情况", 4, least=18), Column("说明", 4, least=25))
    sheet = opened(excel_of(Table("表", columns, (Row((cell("汉" * 900), cell("—"), cell("—"))),))))
    _, adopted, told = (one.width * 8 * 25.4 / 96 for one in sheet.column_dimensions.values())
    assert adopted >= 17.9
    assert told >= 24.9


def test_running_text_gives_way_where_not_all_short_lines_have_room() -> None:
    shares = (("条款", 10, Align.CENTRE), ("原文", 21, Align.LEFT), ("意见", 34, Align.LEFT), ("理由", 24, Align.LEFT))
    columns = (*(Column(*one) for one in shares), *(Column(f"栏{i}", 6) for i in range(5)))
    text = Cell((CellLine("汉" * 10), CellLine("汉" * 200)))
    row = Row((cell("二（二十一）[5]"), text, text, text, *(cell("汉" * 8) for _ in range(5))))
    sheet = opened(excel_of(Table("表", columns, (row,))))
    clause, original, opinion, reason, *_ = (one.width for one in sheet.column_dimensions.values())
    assert clause * 6 >= 7.8 * 10.5 + 6  # what is short stays whole
    assert opinion > 1.2 * reason > 1.2 * original  # and those that are broken anyway follow their shares


def test_a_matrix_has_upright_heads_in_small_type() -> None:
    columns = (Column("条款", 8), *(Column("信息化推进处", 2, upright=True) for _ in range(20)))
    sheet = opened(excel_of(Table("矩阵", columns, (Row(tuple(cell("B") for _ in columns)),))))
    assert [one.alignment.textRotation for one in sheet[2]] == [0] + [180] * 20
    assert (sheet.row_dimensions[2].height or 0) >= 6 * 9 * 1.05
    assert sheet["A3"].font.sz == 9


def test_a_file_names_neither_library_nor_clock_and_is_the_same_each_time(table: Table) -> None:
    data = excel_of(table)
    assert excel_of(table) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = archive.read("docProps/core.xml").decode() + archive.read("docProps/app.xml").decode()
    assert "creator" not in about
    assert "created" not in about
    assert "openpyxl" not in about.lower()


@pytest.mark.parametrize(
    ("title", "name"),
    [("a/b\\c[d]:e*f?", "abcdef"), ("'x'", "x"), ("汉" * 40, "汉" * 31), ("[]", "表"), ("", "表"), ("a\x00b", "ab")],
)
def test_sheets_have_names_that_excel_takes(title: str, name: str) -> None:
    assert sheet_name(title) == name


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_no_text_breaks_a_file(words: str) -> None:
    rows = (Row((cell(words), cell(words, Standing.DERIVED))), Row((cell(words), Cell()), title=True))
    table = Table(words, (Column(words, 1), Column("乙", 1)), rows, (words,), (0,), words)
    sheet = opened(excel_of(table, secrecy=words, maker=words, made_on=words, notes=(words,)))
    assert not [one for row in sheet.iter_rows() for one in row if one.data_type in {"f", "e"}]
