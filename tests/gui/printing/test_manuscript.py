"""The grid of GB/T 9704-2012 measured in the PDF, with the fonts that print it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from eitc_desktop.composing.manuscript import set_dossier
from eitc_desktop.composing.page import Furniture
from eitc_desktop.drawing.shapes import MM
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import UNOFFICIAL, Dossier, Heading, Paragraph
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.papers.dossier import dossier

LEFT, RIGHT = 28 * MM, (28 + 156) * MM
TOP, BOTTOM = 37 * MM, (37 + 225) * MM
PITCH = 225 * MM / 22
CELL = 156 * MM / 28


class Glyph(NamedTuple):
    """A character: where its baseline begins and the box of its ink, from the page's upper left corner."""

    char: str
    x: float
    baseline: float
    left: float
    top: float
    right: float
    bottom: float


def glyphs_of(page: pdfium.PdfPage) -> list[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    found: list[Glyph] = []
    for i in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text.raw, i))
        if char.isspace():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, i, x, y)
        left, bottom, right, top = text.get_charbox(i)
        found.append(Glyph(char, x.value, height - y.value, left, height - top, right, height - bottom))
    return found


def lines_of(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of the text area by baseline, from the top."""
    by_line: dict[float, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if TOP < glyph.baseline < BOTTOM:
            by_line[round(glyph.baseline, 1)].append(glyph)
    return [by_line[baseline] for baseline in sorted(by_line)]


def printed(paper: Dossier, furniture: Furniture | None = None) -> bytes:
    return pdf_of(set_dossier(paper, QtMeasurer(), furniture or Furniture()))


@pytest.fixture(scope="module")
def plain() -> pdfium.PdfDocument:
    """Running text alone: pages that are full."""
    words = (
        "贯彻执行工业和信息化工作的法律法规规章和方针政策研究起草地方性法规规章草案和政策并在发布后会同有关方面组织实施"
    )
    return pdfium.PdfDocument(printed(Dossier("某某局三定概览", (Paragraph(words * 40),))))


@pytest.fixture(scope="module")
def real(provision: Provision, mapping: Mapping) -> bytes:
    return printed(dossier(provision, mapping))


def test_full_pages_have_22_lines_of_28_characters(plain: pdfium.PdfDocument) -> None:
    assert len(plain) == 4
    for page in (plain[1], plain[2]):
        assert page.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.5)
        lines = lines_of(glyphs_of(page))
        assert len(lines) == 22
        baselines = [line[0].baseline for line in lines]
        steps = [below - above for above, below in pairwise(baselines)]
        assert steps == pytest.approx([PITCH] * 21, abs=0.1)
        # the lines fill the area's 225 mm: as much is left above the first as below the last
        assert baselines[0] - TOP == pytest.approx(PITCH / 2 + 16 * 0.38, abs=1)
        assert BOTTOM - baselines[-1] == pytest.approx(PITCH / 2 - 16 * 0.38, abs=1)
        for line in lines:
            assert len(line) == 28
            assert [glyph.x for glyph in line] == pytest.approx([LEFT + i * CELL for i in range(28)], abs=0.1)


def test_a_paragraph_begins_two_characters_in(plain: pdfium.PdfDocument) -> None:
    title, first, second, *_ = lines_of(glyphs_of(plain[0]))
    assert "".join(glyph.char for glyph in title) == "某某局三定概览"
    assert title[0].left - LEFT == pytest.approx(RIGHT - title[-1].right, abs=2)
    assert first[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.1)
    assert len(first) == 26
    assert second[0].x == pytest.approx(LEFT, abs=0.1)


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(plain: pdfium.PdfDocument) -> None:
    for i in range(len(plain)):
        below = [glyph for glyph in glyphs_of(plain[i]) if glyph.baseline > BOTTOM]
        assert "".join(glyph.char for glyph in below) == f"—{i + 1}—"
        if i % 2:
            assert min(glyph.left for glyph in below) - LEFT == pytest.approx(CELL, abs=1.5)
        else:
            assert RIGHT - max(glyph.right for glyph in below) == pytest.approx(CELL, abs=1.5)
        # the dashes 7 mm below the area
        assert (below[0].top + below[0].bottom) / 2 - BOTTOM == pytest.approx(7 * MM, abs=2)


def test_no_ink_of_the_real_dossier_stands_outside_the_text_area(real: bytes) -> None:
    document = pdfium.PdfDocument(real)
    for page in document:
        glyphs = glyphs_of(page)
        for glyph in glyphs:
            assert glyph.left >= LEFT - 0.5
            assert glyph.right <= RIGHT + 0.5
        within = [glyph for line in lines_of(glyphs) for glyph in line]
        assert all(glyph.top >= TOP and glyph.bottom <= BOTTOM for glyph in within)
        above = "".join(glyph.char for glyph in glyphs if glyph.baseline < TOP)
        assert above == UNOFFICIAL


def test_running_text_of_the_real_dossier_keeps_to_the_grid(real: bytes) -> None:
    first = lines_of(glyphs_of(pdfium.PdfDocument(real)[0]))
    assert len(first) >= 18
    slots = [(line[0].baseline - first[0][0].baseline) / PITCH for line in first[1:]]
    # the title's line, of another size, gives no measure: the others stand whole lines apart
    steps = [slot - slots[0] for slot in slots]
    assert steps == pytest.approx([round(step) for step in steps], abs=0.02)


def test_the_file_has_a_title_and_its_text_is_found(real: bytes, provision: Provision, mapping: Mapping) -> None:
    reader = PdfReader(BytesIO(real))
    assert reader.metadata is not None
    assert reader.metadata.title == "上海市经济和信息化委员会三定概览"
    said = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(real))
    for block in dossier(provision, mapping).blocks:
        if isinstance(block, Heading):
            assert block.words in said
    for name in ("机关行政编制294名", "市国防科技工业办公室专职副主任1-2名", "87-88名（推算）", "厅字〔2014〕"):
        assert name in said
