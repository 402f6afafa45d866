"""How high cells will stand in fonts that aren't known here, a little too high rather than too low."""

from __future__ import annotations

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.model.papers import CellLine
from eitc_desktop.office.markup import legal

LINE = 1.45
"""Ems from line to line: 宋体 needs 1.3, the Noto and Source Han fonts that may stand in for it 1.44."""


class AmpleMeasurer(EvenMeasurer):
    """Measures a little too wide: Han characters are an em in every font, Latin letters half of one in 宋体 only."""

    def advance(self, words: str, style: Style) -> float:
        narrow = sum(1 for char in words if ord(char) < 0x2E80 and char not in "“”‘’—…·")
        return EvenMeasurer.advance(self, words, style) + 0.1 * narrow * style.size


def lines_of(words: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that *words* take in *width* points, set in *size* points."""
    return break_lines(legal(words), Style(Face.SONG, size), max(width, size), AmpleMeasurer())


def count_lines(lines: tuple[CellLine, ...], size: float, width: float) -> int:
    """Return how many lines the paragraphs of a cell take; an empty cell takes one."""
    return sum(len(lines_of(line.words, size, width)) for line in lines) or 1
