"""What stands around the text of a manuscript's pages: 密级, the line that it is unofficial, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.composing.manuscript_grid import AREA, CELL, NUMBER, NUMBER_BELOW
from eitc_desktop.composing.page import Furniture
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Face, Ink, Rect, Run, Style, Text
from eitc_desktop.model.papers import page_mark

_SECRECY = Style(Face.HEI, 16)  # 3 号黑体 (7.2.2)
_NOTICE = Style(Face.SONG, 10.5)
_ABOVE = 7 * MM
"""How far above the area the line stands in the top margin: as far as the page number below it."""


def around(number: int, furniture: Furniture, measurer: TextMeasurer) -> Iterator[Text]:
    """Yield what page *number* (from 1) has outside its area; the grid within stays whole.

    密级 stands at the left, where GB/T 9704 has it, but above the area: there is no red head that would be above it.
    """
    base = AREA.y - _ABOVE
    if furniture.secrecy:
        yield _text(furniture.secrecy, _SECRECY, AREA.x, base, measurer)
    notice = page_mark(furniture.mark)
    width = measurer.advance(notice, _NOTICE)
    yield _text(notice, _NOTICE, AREA.right - width, base, measurer, Ink.SOFT)
    if furniture.numbered:
        yield _number(number, measurer)


def _number(number: int, measurer: TextMeasurer) -> Text:
    """Return — 1 —, a character in from the edge, odd pages at the right, even pages at the left (7.5)."""
    words = f"— {number} —"
    width = measurer.advance(words, NUMBER)
    x = AREA.right - CELL - width if number % 2 else AREA.x + CELL
    # the dashes lie about at the middle of the letters: a third of the size above the baseline
    return _text(words, NUMBER, x, AREA.bottom + NUMBER_BELOW + NUMBER.size / 3, measurer)


def _text(words: str, style: Style, x: float, base: float, measurer: TextMeasurer, ink: Ink = Ink.TEXT) -> Text:
    top, height = base - measurer.ascent(style), measurer.ascent(style) + measurer.descent(style)
    area = Rect(x, top, measurer.advance(words, style), height)
    return Text(words, (Run(words, x, base),), style, area, ink, as_one=True)
