from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NullObject
from PySide6.QtGui import QImage

from eitc_desktop.drawing.shapes import Bookmark, Document, Drawing, Face, Ink, Placed, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.gui.printing.png import image_of

TITLE = "某市经济和信息化委员会机构设置图"


def words_of(data: bytes, page: int = 0) -> str:
    """What pdfium reads from a page, in its order."""
    document = pypdfium2.PdfDocument(data)
    text = document[page].get_textpage().get_text_bounded()
    document.close()
    return text


@pytest.fixture(scope="module")
def document(paper: Drawing) -> Document:
    """An upright A4, a lying A3 with parts of it, and a small page."""
    sheet = Drawing(
        1190.551,
        841.89,
        parts=(Placed(paper, 30, -300, 1.4, Rect(30, 20, 500, 800)), Placed(paper, 700, 20, 0.7, None)),
    )
    marks = (
        Bookmark("一、机构设置图", 0, 40),
        Bookmark("（一）内设机构", 0, 130, 1),
        Bookmark("（二）其他", 0, 500, 1),
        Bookmark("二、分幅", 1),
    )
    return Document(TITLE, (paper, sheet, Drawing(100, 200)), marks, "内设机构")


@pytest.fixture(scope="module")
def data(document: Document, fonts: PaperFonts) -> bytes:
    return pdf_of(document, fonts)


@pytest.fixture(scope="module")
def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def test_names_are_found_whole_and_in_order(data: bytes, lines_of_paper: list[str]) -> None:
    assert words_of(data).split() == lines_of_paper


def test_poppler_finds_them_too(data: bytes, lines_of_paper: list[str]) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not installed")
    done = subprocess.run([tool, "-raw", "-l", "1", "-", "-"], input=data, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").split() == lines_of_paper


def test_no_radical_stands_for_a_character(data: bytes) -> None:
    """一 and ⼀ are one glyph in Noto; Qt by itself writes the radical down."""
    assert not re.findall("[\u2e80-\u2fdf]", words_of(data) + words_of(data, 1))
    assert "一二三工人大小行处" in words_of(data)


@given(
    st.lists(
        st.text(alphabet="国一处室产业（）、〔〕“”A1b Z—", min_size=2, max_size=14).filter(
            lambda name: name == name.strip()
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(3, 9),
    st.sampled_from(Face),
    st.booleans(),
)
@example(["11”"], 3, Face.KAI, True)  # marks that come from another font
@settings(deadline=None)
def test_any_name_is_found_whole(
    standing_name: Callable[..., Text],
    lying_name: Callable[..., Text],
    names: list[str],
    length: int,
    face: Face,
    upright: bool,
) -> None:
    put = standing_name if upright else lying_name
    texts = [put(name, 30 + 150 * place, 20, 11, face, length) for place, name in enumerate(names)]
    found = words_of(pdf_of(Document("", (Drawing(900, 300, texts=tuple(texts)),)), PaperFonts(bundled_only=True)))
    assert "".join(found.split()) == "".join("".join(name.split()) for name in names)
    for name in names:
        assert re.sub(r"\s+", " ", name) in re.sub(r"\s+", " ", found)


def test_every_font_is_embedded_and_named_as_a_subset(read: PdfReader) -> None:
    names = set()
    for page in read.pages[:2]:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            description = descendant["/FontDescriptor"].get_object()
            assert len(description["/FontFile2"].get_object().get_data()) > 1000
            assert font.get_object()["/BaseFont"] == descendant["/BaseFont"] == description["/FontName"]
            assert "/ToUnicode" in font.get_object()
            names.add(font.get_object()["/BaseFont"])
    assert len(names) == 4
    assert all(re.fullmatch(r"/[A-Z]{6}\+(Noto|EITC)\w+-\w+", name) for name in names)
    assert len({name[:8] for name in names}) == 4


def test_pages_have_their_exact_boxes(read: PdfReader, document: Document) -> None:
    for page, drawing in zip(read.pages, document.pages, strict=True):
        for box in (page.mediabox, page.cropbox, page.trimbox):
            assert [float(edge) for edge in box] == pytest.approx([0, 0, drawing.width, drawing.height], abs=0.001)


def test_nothing_stands_outside_the_crop(data: bytes, document: Document) -> None:
    """What a clip hides is left away, text above all: it would be found and copied."""
    file = pypdfium2.PdfDocument(data)
    for page, drawing in zip(file, document.pages, strict=True):
        for thing in page.get_objects(max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            assert left < drawing.width
            assert bottom < drawing.height
            assert right > 0
            assert top > 0
    file.close()
    assert (words_of(data, 1).count("某市"), words_of(data, 1).count("信息A1处")) == (1, 2)


def test_title_language_and_outline(read: PdfReader) -> None:
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.subject) == (TITLE, "内设机构")
    root = read.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/PageMode"] == "/UseOutlines"
    first, below, second = read.outline
    assert [first.title, [mark.title for mark in below], second.title] == [
        "一、机构设置图",
        ["（一）内设机构", "（二）其他"],
        "二、分幅",
    ]
    assert (read.get_destination_page_number(below[1]), read.get_destination_page_number(second)) == (0, 1)
    assert float(below[0].top) == pytest.approx(841.89 - 130, abs=0.01)


def test_the_file_knows_no_clock_and_no_chance(read: PdfReader, data: bytes) -> None:
    assert read.metadata is not None
    assert set(read.metadata) == {"/Title", "/Subject", "/Producer"}
    assert b"uuid" not in data
    assert "/ID" not in read.trailer
    assert "/Metadata" not in read.trailer["/Root"]
    numbers = range(1, int(read.trailer["/Size"]))
    assert not any(isinstance(read.get_object(number), NullObject) for number in numbers)


def test_the_same_document_gives_the_same_bytes(document: Document, data: bytes) -> None:
    assert pdf_of(document, PaperFonts(bundled_only=True)) == data


def test_other_processes_write_the_same_bytes(document: Document, data: bytes) -> None:
    code = (
        "import pickle, sys\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "from eitc_desktop.gui.drawing.glyphs import PaperFonts\n"
        "from eitc_desktop.gui.printing.pdf import pdf_of\n"
        "app = QGuiApplication(['x', '-platform', 'offscreen'])\n"
        "sys.stdout.buffer.write(pdf_of(pickle.load(sys.stdin.buffer), PaperFonts(bundled_only=True)))\n"
    )
    for seed in "12":
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "QT_HASH_SEED": ""},
            input=pickle.dumps(document),
            capture_output=True,
            check=False,
        )
        assert (done.stdout == data, done.stderr) == (True, b"")


def test_no_font_is_needed_for_lines_alone(fonts: PaperFonts, read: PdfReader) -> None:
    empty = PdfReader(BytesIO(pdf_of(Document("", (Drawing(100, 50),)), fonts)))
    assert float(empty.pages[0].mediabox.width) == 100
    assert empty.outline == []
    assert read.pages[2].extract_text() == ""


def greys(image: QImage) -> Iterator[list[int]]:
    """The mean grey of squares of 8 × 8 pixels, row by row."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8)
    step, bits = small.bytesPerLine(), bytes(small.constBits())
    for top in range(0, image.height() - 8, 8):
        rows = [bits[(top + row) * step : (top + row) * step + image.width()] for row in range(8)]
        yield [sum(sum(row[left : left + 8]) for row in rows) // 64 for left in range(0, image.width() - 8, 8)]


@pytest.mark.parametrize("number", [0, 1])
def test_a_pdf_shows_the_same_picture_as_pixels_do(
    document: Document, data: bytes, fonts: PaperFonts, number: int
) -> None:
    ours = image_of(document.pages[number], 100, fonts)
    file = pypdfium2.PdfDocument(data)
    bitmap = file[number].render(scale=100 / 72, rev_byteorder=True, prefer_bgrx=True)
    theirs = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    assert abs(ours.width() - theirs.width()) <= 1
    differences = sorted(
        abs(a - b)
        for row, other in zip(greys(ours), greys(theirs), strict=False)
        for a, b in zip(row, other, strict=False)
    )
    dark = sum(value < 250 for row in greys(ours) for value in row)
    assert dark > 500
    assert differences[-1] < 80
    assert sum(difference > 40 for difference in differences) < dark / 50
    file.close()


def test_colours_are_those_of_paper(fonts: PaperFonts) -> None:
    name = Text(
        "处室", (Run("处", 10, 20), Run("室", 10, 40)), Style(Face.HEI, 20), Rect(10, 0, 20, 40), Ink.ABOLISHED, True
    )
    data = pdf_of(Document("", (Drawing(40, 50, texts=(name,)),)), fonts)
    reader = PdfReader(BytesIO(data))
    assert b"0.61176 0.18431 0.18431 rg" in reader.pages[0].get_contents().get_data()
    shapes = reader.pages[0]["/Resources"]["/XObject"]
    assert isinstance(shapes, DictionaryObject)
    assert len(shapes) == 2


def test_bold_that_is_made_up_is_found_once(fonts: PaperFonts) -> None:
    runs = (Run("（一）内设机构", 10, 30), Run("人事处", 10, 60))
    text = Text("（一）内设机构人事处", runs, Style(Face.KAI, 16, bold=True), Rect(10, 10, 120, 60))
    data = pdf_of(Document("", (Drawing(150, 80, texts=(text,)),)), fonts)
    assert words_of(data).split() == ["（一）内设机构", "人事处"]
    assert len(PdfReader(BytesIO(data)).pages[0]["/Resources"]["/XObject"]) == 10
