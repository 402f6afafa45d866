"""The words of a box set in lines or columns, measured in ems of the chart's type."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from eitc_desktop.chart.vertical import Cell, VerticalMeasurer, cells_of
from eitc_desktop.drawing.breaking import break_evenly, break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Face, Ink, Rect, Run, Style, Text

_REFERENCE = 100.0  # points: the size at which words are measured
_LEADING = 0.28  # ems between lines
_COLUMN_LEADING = 0.16  # ems between columns of vertical text
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stay one string: a name, a second name. ``factor`` times the chart's size; ``keep`` rather whole."""

    words: str
    face: Face = Face.SONG
    factor: float = 1.0
    bold: bool = False
    ink: Ink = Ink.TEXT
    keep: tuple[str, ...] = ()


class Segment(NamedTuple):
    """A piece of a part in a line: where it begins in the line, and how far it reaches, in ems of the chart's type."""

    part: int
    words: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Label:
    """Parts set in lines (columns, from right to left, if ``vertical``). ``width`` × ``height`` in ems."""

    parts: tuple[Part, ...]
    lines: tuple[tuple[Segment, ...], ...]
    vertical: bool
    width: float
    height: float

    @property
    def broken(self) -> int:
        """How many of the parts after the first (second names, plates) don't stand in one line."""
        pieces = [segment.part for line in self.lines for segment in line]
        return sum(pieces.count(part) > 1 for part in range(1, len(self.parts)))


class Setter:
    """Sets the words of boxes; remembers what it measured, so keep one for one chart."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self.measurer = measurer
        self._down = VerticalMeasurer(self)
        self._advances: dict[tuple[str, Face, bool], float] = {}
        self._lines: dict[tuple[Part, float, bool], tuple[str, ...]] = {}
        self._cells: dict[tuple[str, Face, bool], tuple[Cell, ...]] = {}

    def advance(self, words: str, style: Style) -> float:
        """Return how far *words* reach in one line, in points (a TextMeasurer's, remembered)."""
        key = (words, style.face, style.bold)
        found = self._advances.get(key)
        if found is None:
            reference = Style(style.face, _REFERENCE, style.bold)
            found = self._advances[key] = self.measurer.advance(words, reference) / _REFERENCE
        return found * style.size

    def ascent(self, style: Style) -> float:
        return self.measurer.ascent(style)

    def descent(self, style: Style) -> float:
        return self.measurer.descent(style)

    def length(self, part: Part, words: str, *, vertical: bool) -> float:
        """Return how far *words* of *part* reach along a line, in ems of the chart's type."""
        measurer = self._down if vertical else self
        return measurer.advance(words, Style(part.face, part.factor, part.bold))

    def label(
        self,
        parts: tuple[Part, ...],
        limit: float,
        *,
        vertical: bool = False,
        in_line: bool = True,
        lead: bool = False,
    ) -> Label:
        """Set *parts* in the fewest lines no longer than *limit* ems.

        With *in_line* all stand in one line where they fit; with *lead* the first two do.
        """
        lengths = [self.length(part, part.words, vertical=vertical) for part in parts]
        rows: list[list[tuple[int, str]]]
        if in_line and sum(lengths) <= limit:
            rows = [[(i, part.words) for i, part in enumerate(parts)]]
        else:
            rows = [
                [(i, line)] for i, part in enumerate(parts) for line in self._broken(part, limit, vertical=vertical)
            ]
            if lead and len(parts) > 1 and lengths[0] + lengths[1] <= limit:
                rows[:2] = [[(0, parts[0].words), (1, parts[1].words)]]
        lines = tuple(self._line(parts, row, vertical=vertical) for row in rows)
        along = max(sum(segment.length for segment in line) for line in lines)
        across = self.across(parts, lines, vertical=vertical)
        return Label(parts, lines, vertical, *((across, along) if vertical else (along, across)))

    @staticmethod
    def across(parts: tuple[Part, ...], lines: tuple[tuple[Segment, ...], ...], *, vertical: bool) -> float:
        """Return how thick *lines* are together, in ems."""
        factors = [max(parts[segment.part].factor for segment in line) for line in lines]
        leading = _COLUMN_LEADING if vertical else _LEADING
        return sum(factors) + leading * sum(max(pair) for pair in zip(factors, factors[1:], strict=False))

    def texts(self, label: Label, area: Rect, size: float) -> tuple[Text, ...]:
        """Return the parts of *label* as text of *size* points, in the middle of *area* (points)."""
        runs: list[list[Run]] = [[] for _ in label.parts]
        setting = self._columns if label.vertical else self._rows
        for part, run in setting(label, area, size):
            runs[part].append(run)
        return tuple(
            Text(
                part.words, tuple(own), Style(part.face, size * part.factor, part.bold), area, part.ink, as_one=True
            )
            for part, own in zip(label.parts, runs, strict=True)
        )

    def _rows(self, label: Label, area: Rect, size: float) -> list[tuple[int, Run]]:
        runs: list[tuple[int, Run]] = []
        top = area.y + (area.height - label.height * size) / 2
        before = 0.0
        for line in label.lines:
            factor = max(label.parts[segment.part].factor for segment in line)
            top += _LEADING * max(before, factor) * size if before else 0.0
            left = area.x + (area.width - sum(segment.length for segment in line) * size) / 2
            for segment in line:
                baseline = top + self._baseline(label.parts[segment.part], factor, size)
                runs.append((segment.part, Run(segment.words, left + segment.start * size, baseline)))
            top += factor * size
            before = factor
        return runs

    def _columns(self, label: Label, area: Rect, size: float) -> list[tuple[int, Run]]:
        runs: list[tuple[int, Run]] = []
        right = area.x + (area.width + label.width * size) / 2
        top = area.y + (area.height - label.height * size) / 2
        before = 0.0
        for line in label.lines:
            factor = max(label.parts[segment.part].factor for segment in line)
            right -= _COLUMN_LEADING * max(before, factor) * size if before else 0.0
            middle = right - factor * size / 2
            for segment in line:
                runs += self._down_from(label.parts[segment.part], segment, middle, top, size)
            right -= factor * size
            before = factor
        return runs

    def _down_from(
        self, part: Part, segment: Segment, middle: float, top: float, size: float
    ) -> list[tuple[int, Run]]:
        style = Style(part.face, size * part.factor, part.bold)
        y = top + segment.start * size
        runs: list[tuple[int, Run]] = []
        for cell in self._cells_of(part, segment.words):
            if cell.turned:
                aside = (self.ascent(style) - self.descent(style)) / 2
                runs.append((segment.part, Run(cell.words, middle - aside, y, turned=True)))
            elif cell.words:
                x = middle - self.advance(cell.words, style) / 2
                runs.append((segment.part, Run(cell.words, x, y + self._baseline(part, part.factor, size))))
            y += cell.length * style.size
        return runs

    def _cells_of(self, part: Part, words: str) -> tuple[Cell, ...]:
        key = (words, part.face, part.bold)
        found = self._cells.get(key)
        if found is None:
            style = Style(part.face, 1.0, part.bold)
            found = self._cells[key] = cells_of(words, lambda word: self.advance(word, style))
        return found

    def _baseline(self, part: Part, factor: float, size: float) -> float:
        """Return how far the baseline of *part* lies below the top of a line *factor* ems high."""
        style = Style(part.face, size * part.factor, part.bold)
        ascent, descent = self.ascent(style), self.descent(style)
        return (factor * size - ascent - descent) / 2 + ascent

    def _line(self, parts: tuple[Part, ...], row: list[tuple[int, str]], *, vertical: bool) -> tuple[Segment, ...]:
        segments: list[Segment] = []
        start = 0.0
        for part, words in row:
            length = self.length(parts[part], words, vertical=vertical)
            segments.append(Segment(part, words, start, length))
            start += length
        return tuple(segments)

    def _broken(self, part: Part, limit: float, *, vertical: bool) -> tuple[str, ...]:
        key = (part, limit, vertical)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._break(part, limit, vertical=vertical)
        return found

    def _break(self, part: Part, limit: float, *, vertical: bool) -> tuple[str, ...]:
        """Break *part* in the fewest even lines within *limit*; what no even break brings within it, line by line."""
        length = self.length(part, part.words, vertical=vertical)
        if length <= limit:
            return (part.words,)
        measurer = self._down if vertical else self
        style = Style(part.face, part.factor, part.bold)
        fewest = math.ceil(length / limit)
        for count in range(fewest, fewest + _MOST_LINES):
            lines = break_evenly(part.words, style, count, measurer, part.keep)
            if max(measurer.advance(line, style) for line in lines) <= limit:
                return lines
            if part.keep:
                lines = break_evenly(part.words, style, count, measurer)
                if max(measurer.advance(line, style) for line in lines) <= limit:
                    return lines
        return break_lines(part.words, style, limit, measurer, part.keep)
