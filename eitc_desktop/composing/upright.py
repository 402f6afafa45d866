"""Headings of narrow columns in vertical lines, the first at the right."""

from __future__ import annotations

import re
from math import ceil

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Ink, Rect, Style, Text
from eitc_desktop.drawing.vertical import Cell, cells_of, set_down

_PITCH = 1.08  # ems from one character to the next
_LINE = 1.2  # ems from one line to the next
_PARTS = re.compile(r"（[^（）]*）|[^（）]+|.")

_HEAD_SHARE = 0.4  # of a page: headings take no more
_LENGTHS = (8, 11, 14, 17)  # characters in one line


def lengths_for(size: float, tallest: float) -> tuple[int, ...]:
    """Return how many characters headings of *size* points may have in a line; a page's content is *tallest* points."""
    most = max(2, int(tallest * _HEAD_SHARE / (size * _PITCH)))
    return tuple(dict.fromkeys(min(length, most) for length in _LENGTHS))


class Upright:
    """One heading, measured: in one line if it fits, else the name and each part in brackets in lines of their own."""

    def __init__(self, words: str, style: Style, longest: int, measurer: TextMeasurer) -> None:
        """Break *words* into vertical lines of at most *longest* characters where that can be."""
        self._words = words
        self._style = style
        self._measurer = measurer
        parts = (words,) if len(words) <= longest else _PARTS.findall(words)
        self._lines = tuple(self._cells(line) for part in parts for line in self._broken(part, longest))

    @property
    def width(self) -> float:
        return len(self._lines) * _LINE * self._style.size

    @property
    def height(self) -> float:
        reaches = (sum(cell.length for cell in line) for line in self._lines)
        return max(reaches, default=0.0) * self._style.size

    def text(self, area: Rect) -> Text:
        """Return the heading in the middle of *area*."""
        right = area.x + (area.width + self.width) / 2
        top = area.y + (area.height - self.height) / 2
        pitch = _LINE * self._style.size
        runs = [
            run
            for i, line in enumerate(self._lines)
            for run in set_down(line, right - (i + 0.5) * pitch, top, self._style, self._measurer)
        ]
        return Text(self._words, tuple(runs), self._style, area, Ink.TEXT, as_one=True)

    def _broken(self, words: str, longest: int) -> tuple[str, ...]:
        count = ceil(len(words) / longest)
        even = ceil(len(words) / count)
        for length in range(even, longest + 1):
            lines = break_lines(words, self._style, length * self._style.size, _ByCount(self._style))
            if len(lines) <= count:
                return lines
        return break_lines(words, self._style, longest * self._style.size, _ByCount(self._style))

    def _cells(self, line: str) -> tuple[Cell, ...]:
        style = self._style
        return cells_of(line, lambda word: self._measurer.advance(word, style) / style.size, _PITCH)


class _ByCount:
    """A TextMeasurer to break vertical lines with: by number of characters."""

    def __init__(self, style: Style) -> None:
        self._size = style.size

    def advance(self, words: str, style: Style) -> float:
        return len(words) * style.size

    def ascent(self, style: Style) -> float:
        return style.size

    def descent(self, style: Style) -> float:
        return 0.0 * style.size
