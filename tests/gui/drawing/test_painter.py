from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from eitc_desktop.drawing.shapes import Box, Drawing, Face, Ink, Line, Placed, Point, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.gui.drawing.pixels import pixel_pieces

BLACK, WHITE = 0xFF000000, 0xFFFFFFFF


def picture(drawing: Drawing, scale: float, fonts: PaperFonts) -> QImage:
    image = QImage(round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, drawing, fonts=fonts)
    painter.end()
    return image


def ink(image: QImage) -> QRect:
    """What is not white, as the smallest rectangle around it."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    step, bits = grey.bytesPerLine(), bytes(grey.constBits())
    rows = [y for y in range(image.height()) if min(bits[y * step : y * step + image.width()]) < 255]
    columns = [x for x in range(image.width()) if min(bits[x::step]) < 255]
    return QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1) if rows else QRect()


@pytest.mark.parametrize("size", [6.0, 10.5, 16.0, 22.5])
@pytest.mark.parametrize("scale", [1.0, 1.5, 4.17])
def test_words_end_where_they_were_measured_to(fonts: PaperFonts, size: float, scale: float) -> None:
    """A rule reaches from edge to edge of its advance, so the last one shows where the line ends."""
    measurer = QtMeasurer(fonts)
    for face in Face:
        words = "经济Wi-Fi运行2014处──"
        style = Style(face, size)
        width = measurer.advance(words, style)
        area = Rect(5, 5, width, size)
        drawing = Drawing(width + 20, size * 2, texts=(Text(words, (Run(words, 5, 5 + size),), style, area),))
        found = ink(picture(drawing, scale, fonts)).right() + 1
        assert found == pytest.approx((5 + width) * scale, abs=0.05 * size * scale + 1)


@given(st.text(alphabet="国一（）、A1i W—︵", max_size=12), st.floats(5, 40), st.sampled_from(Face))
def test_measures_grow_with_size_and_add_up(words: str, size: float, face: Face) -> None:
    measurer = QtMeasurer(PaperFonts(bundled_only=True))
    style = Style(face, size)
    whole = measurer.advance(words, style)
    assert whole == pytest.approx(sum(measurer.advance(char, style) for char in words))
    assert whole * 2 == pytest.approx(measurer.advance(words, Style(face, size * 2)))


def test_a_turned_run_lies_to_the_right_of_its_baseline_s_foot(fonts: PaperFonts) -> None:
    style = Style(Face.HEI, 20)
    text = Text("AB", (Run("AB", 20, 10, turned=True),), style, Rect(10, 10, 40, 40))
    found = ink(picture(Drawing(60, 60, texts=(text,)), 2, fonts))
    assert found.left() >= 38
    assert found.right() <= 2 * (20 + 20)
    assert found.top() >= 20
    assert found.bottom() <= 2 * (10 + QtMeasurer(fonts).advance("AB", style))


def test_hairlines_are_whole_pixels_and_alike(fonts: PaperFonts) -> None:
    boxes = tuple(Box(Rect(10 + 17.3 * number, 7.7, 11.1, 20.2), width=0.5) for number in range(5))
    image = picture(Drawing(110, 40, boxes, (Line((Point(3.3, 34.4), Point(99.9, 34.4)), width=0.5),)), 1.37, fonts)
    found = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert found == {BLACK, WHITE}
    row = [image.pixel(x, 25) for x in range(image.width())]
    assert row.count(BLACK) == 10  # each side of five boxes is one pixel


def test_corners_are_filled_and_loose_ends_cut() -> None:
    pieces = [piece.rect for piece in pixel_pieces([Point(2, 2), Point(10, 2), Point(10, 8)], 2)]
    assert pieces == [Rect(2, 1, 9, 2), Rect(9, 1, 2, 7)]
    assert [piece.rect for piece in pixel_pieces([Point(0, 0), Point(5, 9)], 1)] == [None]


def test_a_part_shows_nothing_outside_its_clip(fonts: PaperFonts) -> None:
    style = Style(Face.SONG, 12)
    inner = Drawing(
        100,
        100,
        (Box(Rect(0, 0, 100, 100), ground=Ink.HEAD),),
        (Line((Point(0, 0), Point(100, 100))),),
        (Text("办公室", (Run("办公室", 10, 50),), style, Rect(10, 40, 36, 12)),),
    )
    nested = Drawing(100, 100, parts=(Placed(inner, 0, 0, 1.0, Rect(0, 0, 60, 60)),))
    outer = Drawing(200, 200, parts=(Placed(nested, 20, 20, 1.5, Rect(40, 40, 50, 100)),))
    found = ink(picture(outer, 2, fonts))
    assert (found.left(), found.top(), found.right() + 1, found.bottom() + 1) == (80, 80, 180, 220)


def test_the_painter_is_left_as_it_was(fonts: PaperFonts) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(2, 2)
    before = painter.transform()
    paint(painter, Drawing(10, 10, (Box(Rect(0, 0, 5, 5)),)), fonts=fonts)
    assert painter.transform() == before
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
