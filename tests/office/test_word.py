"""Word files, read back with python-docx and as XML."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.model.papers import UNOFFICIAL, Cell, CellLine, Column, Dossier, Paragraph, Row, Table, cell
from eitc_desktop.office.word import word_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> DocumentObject:
    return Document(io.BytesIO(data))


def xml(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own file


def style(data: bytes, name: str) -> ET.Element:
    styles = xml(data, "word/styles.xml").iter(f"{W}style")
    return next(one for one in styles if value(one, "name") == name)


def value(element: ET.Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


def test_a_table_is_a_real_one_in_its_own_style(table: Table) -> None:
    document = opened(word_of(table))
    (made,) = document.tables
    assert made.style is not None
    assert made.style.name == "三定表"
    assert [one.text for one in made.rows[0].cells] == ["序号", "名称", "原文", "等级"]
    assert made.cell(1, 1).text == made.cell(2, 1).text == "规划处"
    assert made.cell(2, 2).text == "组织推进产业结构调整"
    assert made.cell(3, 1).text == made.cell(4, 1).text == "办公室"
    assert {made.cell(5, i).text for i in range(4)} == {"设在本机关的机构"}
    assert made.cell(6, 3).text == "甲\n乙（录入）"


def test_the_head_is_repeated_and_short_rows_stay_whole(table: Table) -> None:
    long = Row((cell("4"), cell("处"), cell("汉" * 2000), Cell()))
    data = word_of(Table(table.title, table.columns, (*table.rows, long)))
    rows = list(xml(data, "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 7
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True] * 7 + [False]
    # the lines of one row, and a title with what it heads, stay on one page
    assert rows[1].find(f".//{W}keepNext") is not None
    assert style(data, "表内分组").find(f"{W}pPr/{W}keepNext") is not None


def test_a_table_lies_on_a4_landscape_and_is_as_wide_as_its_text(table: Table) -> None:
    data = word_of(table)
    section = opened(data).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    assert section.orientation == 1
    grid = [int(column.get(f"{W}w", "0")) for column in xml(data, "word/document.xml").iter(f"{W}gridCol")]
    across = section.page_width - section.left_margin - section.right_margin
    assert sum(grid) * 635 == pytest.approx(across, abs=1000)  # a twip is 635 EMU


def test_the_frame_of_a_table_stands_where_its_text_does(table: Table, dossier: Dossier) -> None:
    for data in (word_of(table), word_of(dossier)):
        properties = xml(data, "word/document.xml").find(f".//{W}tblPr")
        assert properties is not None
        names = [one.tag.removeprefix(W) for one in properties]
        assert names == ["tblStyle", "tblW", "tblInd", "tblLayout", "tblLook"]  # ECMA-376 part 1, 17.4.60
        assert (value(properties, "tblInd", "w"), value(properties, "tblInd", "type")) == ("0", "dxa")
        grid = [int(column.get(f"{W}w", "0")) for column in xml(data, "word/document.xml").iter(f"{W}gridCol")]
        assert value(properties, "tblW", "w") == str(sum(grid))
        assert value(xml(data, "word/settings.xml"), "compat/compatSetting") == "15"  # before, the words stood there


def test_what_is_secret_is_so_on_every_page(table: Table) -> None:
    document = opened(word_of(table, secrecy="内部"))
    assert document.paragraphs[0].text == "内部"
    head = document.sections[0].header.paragraphs[0]
    assert head.text == "内部\t某局职责表（续）"
    assert next(run.style.name for run in head.runs) == "页眉密级"


def test_rows_that_do_not_stay_on_one_page_say_each_what_they_have_in_common() -> None:
    columns = (Column("类别", 1), Column("条款", 1), Column("事项", 3))
    rows = tuple(Row((cell("加强"), cell(f"一（五）{i // 4}"), cell(f"事项{i}"))) for i in range(40))
    (made,) = opened(word_of(Table("表", columns, rows, merged=(0, 1)))).tables
    for column, each in ((0, 4), (1, 4)):
        tops = [i for i, row in enumerate(xml_rows(made)) if i and row[column] != "continue"]
        assert tops == list(range(1, 41, each))
    pair = Cell(tuple(CellLine(f"事项{i}") for i in range(40)))
    (made,) = opened(word_of(Table("表", columns[1:], (Row((cell("一处"), pair), paired=True),)))).tables
    assert [row[0] for row in xml_rows(made)] == [None] * 41
    low = tuple(Row((cell("加强"), cell("一"), cell(f"事项{i}"))) for i in range(5))
    (made,) = opened(word_of(Table("表", columns, low, merged=(0, 1)))).tables
    assert [row[0] for row in xml_rows(made)[1:]] == ["restart"] + ["continue"] * 4
    assert all(row.find(f".//{W}keepNext") is not None for row in made._element.findall(f"{W}tr")[1:])


def xml_rows(made: WordTable) -> list[list[str | None]]:
    """Return for each cell of a table how it is merged with those above and below it."""
    found: list[list[str | None]] = []
    for row in made._element.iter(f"{W}tr"):
        merges = [one.find(f"{W}tcPr/{W}vMerge") for one in row.iter(f"{W}tc")]
        found.append([None if one is None else one.get(f"{W}val", "continue") for one in merges])
    return found


@pytest.mark.parametrize(
    ("landscape", "bound"),
    [(True, "top_margin"), (False, "left_margin")],
)
def test_the_binding_margin_lies_where_it_is_bound(table: Table, landscape: bool, bound: str) -> None:
    free = opened(word_of(table, landscape=landscape)).sections[0]
    tied = opened(word_of(table, landscape=landscape, binding=True, size=(842, 595))).sections[0]
    assert (tied.page_width > tied.page_height) is landscape
    for edge in ("top_margin", "left_margin", "right_margin", "bottom_margin"):
        assert getattr(tied, edge).mm - getattr(free, edge).mm == pytest.approx(10 if edge == bound else 0, abs=0.1)


def test_every_font_is_named_for_every_script_and_none_comes_from_a_theme(table: Table, dossier: Dossier) -> None:
    for data in (word_of(table), word_of(dossier)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [name for name in archive.namelist() if "theme" in name]
            parts = [ET.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("word/")]  # noqa: S314
        fonts = [one for part in parts for one in part.iter(f"{W}rFonts")]
        styles = list(xml(data, "word/styles.xml").iter(f"{W}rFonts"))
        names = {one.get(W + script) for one in styles for script in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert names <= {"宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"}
        assert not [key for one in fonts for key in one.attrib if "Theme" in key]
        assert {one.get(f"{W}hint") for one in fonts} == {"eastAsia"}
        runs = [run for part in parts for run in part.iter(f"{W}r")]
        assert all(run.find(f"{W}rPr/{W}rFonts") is not None for run in runs)
        every = list(xml(data, "word/styles.xml").iter(f"{W}style"))
        assert all(one.find(f"{W}rPr/{W}rFonts") is not None for one in every if one.get(f"{W}type") == "paragraph")
        assert value(xml(data, "word/styles.xml"), "docDefaults/rPrDefault/rPr/lang", "eastAsia") == "zh-CN"
    assert value(xml(word_of(dossier), "word/fontTable.xml"), "font/charset") == "86"


def test_nothing_of_the_librarys_own_template_is_left(table: Table, dossier: Dossier) -> None:
    for data in (word_of(table), word_of(dossier)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
        assert not [name for name in names if "custom" in name or "thumbnail" in name or "numbering" in name]
        styles = xml(data, "word/styles.xml")
        assert styles.find(f"{W}latentStyles") is None
        english = {value(one, "name") or "" for one in styles.iter(f"{W}style") if (value(one, "name") or "").isascii()}
        built_in = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "header", "footer"}
        assert english <= built_in | {"heading 1", "heading 2", "heading 3"}
        assert value(xml(data, "word/settings.xml"), "compat/compatSetting") == "15"


def test_standings_have_styles_of_their_own(table: Table) -> None:
    document = opened(word_of(table))
    styles = {
        run.text: run.style.name
        for row in document.tables[0].rows
        for one in row.cells
        for paragraph in one.paragraphs
        for run in paragraph.runs
        if run.style is not None
    }
    assert styles["B 名称对应"] == "推算"
    assert styles["C 职能研判，研判"] == "研判"
    assert styles["乙（录入）"] == "录入"
    assert styles["本规定未载明"] == "未载明"
    assert styles["规划处"] == "Default Paragraph Font"
    colours = {str(document.styles[name].font.color.rgb) for name in ("推算", "研判", "录入", "未载明")}
    assert len(colours) == 4


def test_what_was_entered_is_told_and_nothing_else(table: Table) -> None:
    bare = opened(word_of(table))
    assert [one.text for one in bare.paragraphs] == ["某局职责表", "注：\t对应不等于职责分配。"]
    full = opened(word_of(table, secrecy="内部", maker="办公室", made_on="2024年5月", notes=("另注",)))
    assert [one.text for one in full.paragraphs] == [
        "内部",
        "某局职责表",
        "制表单位：办公室\t制表日期：2024年5月",
        "注：\t1. 对应不等于职责分配。",
        "\t2. 另注",
    ]
    assert full.core_properties.author == "办公室"
    only_date = opened(word_of(table, made_on="2024年5月"))
    assert only_date.paragraphs[1].text == "\t制表日期：2024年5月"


def test_every_page_says_that_it_is_unofficial_and_which_it_is(table: Table, dossier: Dossier) -> None:
    section = opened(word_of(table)).sections[0]
    assert section.different_first_page_header_footer
    for foot in (section.first_page_footer, section.footer):
        assert UNOFFICIAL in foot.paragraphs[0].text
        assert "PAGE" in foot._element.xml
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.header.paragraphs[0].text == "\t某局职责表（续）"
    section = opened(word_of(dossier, secrecy="内部")).sections[0]
    for head in (section.header, section.even_page_header):
        assert head.paragraphs[0].text == f"内部\t{UNOFFICIAL}"


def test_a_dossier_has_the_page_of_gb_t_9704(dossier: Dossier) -> None:
    data = word_of(dossier)
    document = opened(data)
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert section.top_margin.mm == pytest.approx(37, abs=0.1)
    assert section.left_margin.mm == pytest.approx(28, abs=0.1)
    across = section.page_width - section.left_margin - section.right_margin
    down = section.page_height - section.top_margin - section.bottom_margin
    assert (across / 36000, down / 36000) == pytest.approx((156, 225), abs=0.1)
    grid = section._sectPr.find(f"{W}docGrid")
    assert grid.get(f"{W}type") == "linesAndChars"
    pitch = int(grid.get(f"{W}linePitch"))
    assert down // 635 // pitch == 22
    character = 16 + int(grid.get(f"{W}charSpace")) / 4096
    assert across / 12700 // character == 28
    normal = style(data, "Normal")
    assert value(normal, "rPr/sz") == "32"
    assert value(normal, "rPr/rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(normal, "pPr/spacing", "line") == str(pitch)
    assert value(normal, "pPr/spacing", "lineRule") == "exact"
    # set that much closer, 28 characters fill the line as they do in the grid, and no 29th finds room
    closer = 16 + int(value(normal, "rPr/spacing") or 0) / 20
    assert 28 * closer <= across / 12700 < 28.2 * closer


def test_page_numbers_stand_at_the_outer_edge(dossier: Dossier) -> None:
    document = opened(word_of(dossier))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert odd._element.xml.count("PAGE") == even._element.xml.count("PAGE") == 1
    assert "".join(one.text for one in odd.runs) == "—  —"
    assert odd.alignment == 2
    assert even.alignment is None
    assert odd.paragraph_format.right_indent.pt == even.paragraph_format.left_indent.pt == 14


def test_headings_are_words_headings_with_the_faces_of_their_levels(dossier: Dossier) -> None:
    data = word_of(dossier)
    headings = [(one.style.name, one.text) for one in opened(data).paragraphs if one.style and "Head" in one.style.name]
    assert headings == [("Heading 1", "一、基本情况"), ("Heading 2", "（一）编制"), ("Heading 3", "1.说明")]
    faces = [value(style(data, f"heading {level}"), "rPr/rFonts", "eastAsia") for level in (1, 2, 3)]
    assert faces == ["黑体", "楷体_GB2312", "仿宋_GB2312"]
    assert [value(style(data, f"heading {level}"), "pPr/outlineLvl") for level in (1, 2, 3)] == ["0", "1", "2"]


def test_a_dossier_says_its_paragraphs_with_their_clauses_and_its_tables(dossier: Dossier) -> None:
    document = opened(word_of(dossier, maker="办公室", made_on="2024年5月", notes=("末注",)))
    said = [one.text for one in document.paragraphs]
    assert "设立某局，为政府组成部门〔原文引言〕。" in said
    assert said[-3:] == ["办公室", "2024年5月", "末注"]
    derived = next(one for one in document.paragraphs if one.text.startswith("行政编制"))
    assert [one.style.name for one in derived.runs] == ["推算"]
    assert len(document.tables) == 1


def test_several_dossiers_begin_a_page_each() -> None:
    papers = [Dossier(name, (Paragraph("正文。"),), "某局") for name in ("甲处", "乙处")]
    data = word_of(*papers, title="各处室")
    document = opened(data)
    titles = [one.text for one in document.paragraphs if one.style and one.style.name == "Title"]
    assert titles == ["甲处", "乙处"]
    assert sum(bool(one.paragraph_format.page_break_before) for one in document.paragraphs) == 1
    assert document.core_properties.title == "各处室"


def test_a_long_title_breaks_after_the_name_of_the_body() -> None:
    body = "某某市经济和信息化委员会办公室"
    document = opened(word_of(Dossier(f"{body}职能配置内设机构概览", (), body)))
    assert next(one.text for one in document.paragraphs if one.text) == f"{body}\n职能配置内设机构概览"


def test_a_file_names_neither_library_nor_clock_and_is_the_same_each_time(table: Table, dossier: Dossier) -> None:
    for paper in (table, dossier):
        data = word_of(paper)
        assert word_of(paper) == data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
        assert "creator" not in core
        assert "created" not in core
        assert "modified" not in core
        properties = opened(data).core_properties
        assert (properties.title, properties.subject) == (paper.title, paper.subject)
        assert properties.language == "zh-CN"


def test_the_columns_of_a_matrix_have_upright_heads() -> None:
    columns = (Column("条款", 8), *(Column("信息化推进处", 2, upright=True) for _ in range(20)))
    table = Table("矩阵", columns, (Row(tuple(cell("B") for _ in columns)),))
    (head, *_) = xml(word_of(table), "word/document.xml").iter(f"{W}tr")
    turned = [one.find(f"{W}tcPr/{W}textDirection") is not None for one in head.iter(f"{W}tc")]
    assert turned == [False] + [True] * 20
    assert int(value(head, "trPr/trHeight") or 0) >= 20 * 9 * 6


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_no_text_breaks_a_file(words: str) -> None:
    """Control characters, halves of surrogates and markup come out as text."""
    table = Table(words, (Column(words, 1),), (Row((cell(words),)),), (words,), subject=words)
    document = opened(word_of(table, secrecy=words, maker=words, made_on=words))
    assert len(document.tables) == 1
    opened(word_of(Dossier(words, (Paragraph(words),))))


def test_characters_that_no_file_can_hold_are_shown_not_dropped() -> None:
    document = opened(word_of(Dossier("题", (Paragraph("前\x00中\ud800后\r\n<下>\t&"),))))
    assert "前\ufffd中\ufffd后\n<下>\t&" in [one.text for one in document.paragraphs]
