"""The papers of a review as Word and Excel files, read back by the libraries that offices' programs agree with."""

from __future__ import annotations

import io
from contextlib import nullcontext
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import UNOFFICIAL
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import AskedOffice, Opinion, OpinionCategory
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.papers.review_words import REVIEWERS
from eitc_desktop.services.print_office import office_file
from eitc_desktop.services.print_request import CannotPrint, FileFormat, PaperKind, PrintRequest

if TYPE_CHECKING:
    from tests.conftest import Pen

FORMS = [
    (PaperKind.OPINIONS, FileFormat.WORD),
    (PaperKind.OPINIONS, FileFormat.EXCEL),
    (PaperKind.REVIEW_REPORT, FileFormat.WORD),
]


def review_file(
    kind: PaperKind, form: FileFormat, provision: Provision, mapping: Mapping, review: Review, **entered: str
) -> bytes:
    request = PrintRequest(kind, **entered)  # pyright: ignore[reportArgumentType]
    return office_file(request, provision, mapping, form, review=review)


def test_the_word_table_is_what_counterpart_offices_work_on(
    provision: Provision, mapping: Mapping, reviewed: Review
) -> None:
    data = review_file(PaperKind.OPINIONS, FileFormat.WORD, provision, mapping, reviewed, maker="某办", secrecy="内部")
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.orientation == WD_ORIENTATION.LANDSCAPE
    (table,) = document.tables
    head = table.rows[0]
    assert [cell.text for cell in head.cells] == [
        "序号",
        "条款",
        "原文",
        "修改意见（建议修改为）",
        "理由",
        "提出单位",
        "采纳情况",
        "说明",
    ]
    assert head._tr.find(f".//{qn('w:tblHeader')}") is not None  # repeated on every page
    said = [cell.text for cell in table.rows[2].cells]
    assert said[0] == "1"
    assert said[2] == provision.duties[0].items[0].text
    assert said[3:] == [
        "【建议】建议明确分工。\n建议修改为：会同拟订",
        "避免交叉",
        "上海市财政局\n陈晨",
        "采纳",
        "照改。\n承办人：张伟",
    ]
    words = [paragraph.text for paragraph in document.paragraphs]
    assert any(line.startswith("征求意见单位 3 个：反馈 2 个") for line in words)
    assert f"{UNOFFICIAL}；{REVIEWERS}" in section.footer.paragraphs[0].text
    own = table.rows[2].cells[3].paragraphs[0].runs[0]
    assert own.style is not None
    assert "录入" in str(own.style.name)  # looks like what it is


def test_the_excel_table_has_the_same_rows(provision: Provision, mapping: Mapping, reviewed: Review) -> None:
    data = review_file(PaperKind.OPINIONS, FileFormat.EXCEL, provision, mapping, reviewed)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(i for i, row in enumerate(rows) if row[0] == "序号")
    assert str(rows[at - 2][0]).startswith("征求意见单位 3 个：反馈 2 个")
    assert sheet.print_title_rows == f"${at + 1}:${at + 1}"
    assert rows[at + 2][:2] == [1, "二（一）[1]"]
    assert rows[at + 2][6] == "采纳"
    assert sheet.page_setup.orientation == "landscape"
    assert REVIEWERS in str(sheet.oddFooter.left.text)


def test_what_looks_like_a_formula_stays_words(pen: Pen, mapping: Mapping) -> None:
    words = "=1+1"
    pen.write(pen.person("张伟", ""), Opinion(OpinionCategory.OPINION, words, words, words, words, words))
    data = review_file(PaperKind.OPINIONS, FileFormat.EXCEL, pen.provision, mapping, pen.review)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    found = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and "=1+1" in cell.value]
    assert len(found) >= 3
    assert {cell.data_type for cell in found} == {"s"}


def test_the_report_has_room_to_sign(provision: Provision, mapping: Mapping, reviewed: Review) -> None:
    data = review_file(PaperKind.REVIEW_REPORT, FileFormat.WORD, provision, mapping, reviewed)
    document = docx.Document(io.BytesIO(data))
    last = document.tables[-1]
    assert [cell.text for cell in last.rows[0].cells] == ["经办人", "处室负责人", "分管领导", "日期"]
    assert last.rows[1].height is not None
    assert last.rows[1].height.cm > 2
    assert last.rows[1]._tr.find(f".//{qn('w:cantSplit')}") is not None
    assert REVIEWERS in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_the_same_review_gives_the_same_bytes(
    provision: Provision, mapping: Mapping, reviewed: Review, kind: PaperKind, form: FileFormat
) -> None:
    first = review_file(kind, form, provision, mapping, reviewed)
    assert review_file(kind, form, provision, mapping, reviewed) == first


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_nothing_entered_is_said(provision: Provision, mapping: Mapping, kind: PaperKind, form: FileFormat) -> None:
    with pytest.raises(CannotPrint, match="还没有录入"):
        review_file(kind, form, provision, mapping, NOTHING_REVIEWED)


def test_offices_that_were_asked_are_enough_for_a_table(pen: Pen, mapping: Mapping) -> None:
    pen.write(pen.person("张伟", ""), AskedOffice("甲局"))
    assert review_file(PaperKind.OPINIONS, FileFormat.WORD, pen.provision, mapping, pen.review)


@pytest.mark.parametrize("own", [True, False])
def test_what_another_withdrew_is_enough_for_a_table(pen: Pen, mapping: Mapping, *, own: bool) -> None:
    author, other = pen.person("张伟", ""), pen.person("李娜", "")
    said = Opinion(OpinionCategory.OPINION, "话", "", "", "甲局", "")
    made = pen.write(author, said)
    pen.write(author if own else other, said, replaces=[made], withdrawn=True)
    with pytest.raises(CannotPrint, match="还没有录入") if own else nullcontext():
        review_file(PaperKind.OPINIONS, FileFormat.WORD, pen.provision, mapping, pen.review)


def test_a_sheet_repeats_what_is_one_cell_on_paper(pen: Pen, mapping: Mapping) -> None:
    item = FactRef(FactKind.DUTY_ITEM, 0, 0)
    for words in ("一", "二"):
        said = Opinion(OpinionCategory.OPINION, words, "", "", "甲局", "")
        pen.write(pen.person("张伟", ""), said, item)
    data = review_file(PaperKind.OPINIONS, FileFormat.EXCEL, pen.provision, mapping, pen.review)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] in {1, 2}]
    assert len(rows) == 2
    assert rows[0][1:3] == rows[1][1:3] != (None, None)
    assert all((one.min_col == 1 and one.max_col == 8) or one.min_row < 4 for one in sheet.merged_cells.ranges)
    word = review_file(PaperKind.OPINIONS, FileFormat.WORD, pen.provision, mapping, pen.review)
    (table,) = docx.Document(io.BytesIO(word)).tables
    assert table.cell(2, 2)._tc is table.cell(3, 2)._tc


def test_the_report_is_no_sheet(provision: Provision, mapping: Mapping, reviewed: Review) -> None:
    with pytest.raises(CannotPrint, match=r"不能存为 \.xlsx"):
        review_file(PaperKind.REVIEW_REPORT, FileFormat.EXCEL, provision, mapping, reviewed)
