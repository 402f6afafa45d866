"""The tables as files, read back: every fact there and in order, nothing beyond the paper, nothing clipped."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from eitc_desktop.composing.cards import set_cards
from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.page import A3, A4, Furniture, PageSetup, page_setup
from eitc_desktop.composing.poster import OVERLAP, cut_into_sheets
from eitc_desktop.composing.tables import set_table
from eitc_desktop.drawing.shapes import Document
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import UNOFFICIAL, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.papers.changes import changes_table
from eitc_desktop.services.papers.divisions import division_paper
from eitc_desktop.services.papers.duties import duties_table
from eitc_desktop.services.papers.matrix import matrix_table
from eitc_desktop.services.papers.quotas import quotas_table
from eitc_desktop.services.papers.splits import splits_table
from eitc_desktop.services.print_units import printable_units

Make = Callable[[Provision, Mapping, frozenset[Grade]], Table]
TABLES: tuple[Make, ...] = (duties_table, quotas_table, changes_table, splits_table, matrix_table)
SETUPS = {
    "A4 landscape": page_setup(A4, landscape=True),
    "A4 portrait bound": page_setup(A4, binding=True),
    "A3 landscape": page_setup(A3, landscape=True, binding=True),
}
EVERY = frozenset(Grade)


@pytest.fixture(scope="module")
def measurer(fonts: PaperFonts) -> QtMeasurer:
    return QtMeasurer(fonts)


def pages_of(document: Document, fonts: PaperFonts) -> list[str]:
    """What pdfium reads from each page, without white space; every character is within the page."""
    file = pypdfium2.PdfDocument(pdf_of(document, fonts))
    found: list[str] = []
    for number, page in enumerate(file):
        width, height = page.get_size()
        assert (width, height) == pytest.approx((document.pages[number].width, document.pages[number].height), abs=0.1)
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1).isspace():
                continue  # of the reader's own making
            left, bottom, right, top = text.get_charbox(index)
            assert -0.5 <= left <= right <= width + 0.5
            assert -0.5 <= bottom <= top <= height + 0.5
        found.append("".join(text.get_text_bounded().split()))
    file.close()
    return found


def bare(words: str) -> str:
    return "".join(words.split())


def in_order(words: list[str], text: str) -> bool:
    at = 0
    for each in words:
        at = text.find(bare(each), at)
        if at < 0:
            return False
        at += len(bare(each))
    return True


@pytest.mark.parametrize("make", TABLES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS.keys())
@pytest.mark.parametrize("size", [None, 14.0], ids=["usual", "large"])
def test_every_cell_of_the_real_tables_is_read_back(
    make: Make,
    setup: PageSetup,
    size: float | None,
    provision: Provision,
    mapping: Mapping,
    measurer: QtMeasurer,
    fonts: PaperFonts,
) -> None:
    table = make(provision, mapping, EVERY)
    document = set_table(table, setup, Furniture("内部", "综合处", "2026年3月1日"), measurer, type_size=size)
    for page in document.pages:
        assert clipped(page, measurer) == ()
    pages = pages_of(document, fonts)
    said = "".join(pages)
    for page in pages:
        assert UNOFFICIAL in page
        assert "制表单位：综合处" in page
    assert bare(table.title) in pages[0]
    assert all(bare(f"{table.title}（续）") in page for page in pages[1:])
    names = [column.heading for column in table.columns]
    assert all(bare(name) in said for name in names)
    upright = [column.heading for column in table.columns if column.upright]
    if not upright:
        assert all(in_order(names, page) for page in pages)
    for drawn, read in zip(document.pages, pages, strict=True):
        for text in drawn.texts:  # pdfium reads lines of neighbouring cells in turn where they stand at odd heights
            lines = [text.words] if text.as_one else [run.words for run in text.runs]
            assert all(bare(line) in read for line in lines), text.words
    cells = {line.words for row in table.rows for cell in row.cells for line in cell.lines}
    whole = {text.words for page in document.pages for text in page.texts}
    assert all(words in whole or bare(words) in said for words in cells)
    assert all(in_order([note], said) for note in table.notes)


def test_divisions_stand_in_the_file_in_the_text_s_order(
    provision: Provision, mapping: Mapping, measurer: QtMeasurer, fonts: PaperFonts
) -> None:
    names = [division.name.text for division in provision.divisions]
    table = set_table(duties_table(provision, mapping), SETUPS["A4 landscape"], Furniture(), measurer)
    assert in_order(names, "".join(pages_of(table, fonts)))
    papers = [division_paper(provision, mapping, ref, EVERY) for ref in printable_units(provision)]
    cards = set_cards(papers, page_setup(A4), Furniture(), measurer)
    pages = pages_of(cards, fonts)
    starts = [mark.page for mark in cards.bookmarks if mark.level == 0]
    names += [office.name.text for office in provision.hosted_offices]
    for start, name in zip(starts, names, strict=True):
        assert pages[start].startswith(provision.body.text + bare(name))


def test_a_poster_has_exactly_so_many_pages_and_words_only_where_they_are_seen(
    provision: Provision, mapping: Mapping, measurer: QtMeasurer, fonts: PaperFonts
) -> None:
    furniture = Furniture(numbered=False)
    table = set_table(matrix_table(provision, mapping), SETUPS["A3 landscape"], furniture, measurer)
    sheets = cut_into_sheets(table.pages[0], page_setup(A4, landscape=True), 3, 2, OVERLAP, measurer)
    pages = pages_of_poster(Document(table.title, sheets), fonts)
    assert len(pages) == 6
    assert "".join(pages).count("未对应") >= 5
    holding = [i for i, page in enumerate(pages) if "办公室" in page and "重大专项" not in page]
    assert holding
    for number, page in enumerate(pages, 1):
        assert f"第{number}张（第{(number - 1) // 3 + 1}行第{(number - 1) % 3 + 1}列" in page
        assert UNOFFICIAL in page
    assert "职责分项原文" in pages[0]
    assert "职责分项原文" not in pages[2]


def pages_of_poster(document: Document, fonts: PaperFonts) -> list[str]:
    """What pdfium reads from each sheet; what is cut off reaches beyond it."""
    file = pypdfium2.PdfDocument(pdf_of(document, fonts))
    found = ["".join(page.get_textpage().get_text_range().split()) for page in file]
    file.close()
    return found
