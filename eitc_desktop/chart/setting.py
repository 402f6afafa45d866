"""The words of a box set in lines or columns, measured in ems of the chart's type."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from eitc_desktop.drawing.breaking import break_evenly, break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Face, Ink, Rect, Run, Style, Text
from eitc_desktop.drawing.vertical import Cell, VerticalMeasurer, cells_of, set_down

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
    """Parts set in lines (columns, from right to left, if ``vertical``). ``width`` × ``height`` in ems.

    ``broken``: some part after the first (a second name, a plate) doesn't stand in one line.
    """

    parts: tuple[Part, ...]
    lines: tuple[tuple[Segment, ...], ...]
    vertical: bool
    width: float
    height: float
    broken: bool = False


class Setter:
    """Measures and sets the words of one chart's boxes; remembers what it measured."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self.measurer = measurer
        self._down = VerticalMeasurer(self)
        self._advances: dict[tuple[str, Face, bool], float] = {}
        self._cells: dict[tuple[str, Face, bool], tuple[Cell, ...]] = {}
        self._wordings: dict[tuple[tuple[Part, ...], bool], Wording] = {}

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
        style = Style(part.face, part.factor, part.bold)
        return self._down.advance(words, style) if vertical else self.advance(words, style)

    def wording(self, parts: tuple[Part, ...], *, vertical: bool = False) -> Wording:
        """Return *parts* ready to be set; the same for the same."""
        found = self._wordings.get((parts, vertical))
        if found is None:
            found = self._wordings[parts, vertical] = Wording(parts, self, vertical=vertical)
        return found

    def evenly(self, part: Part, count: int, keep: tuple[str, ...], *, vertical: bool) -> Broken:
        """Break *part* in *count* lines of about the same length."""
        measurer = self._down if vertical else self
        style = Style(part.face, part.factor, part.bold)
        lines = break_evenly(part.words, style, count, measurer, keep)
        return Broken(lines, max(measurer.advance(line, style) for line in lines))

    def line_by_line(self, part: Part, limit: float, *, vertical: bool) -> tuple[str, ...]:
        """Fill one line after the other."""
        measurer = self._down if vertical else self
        return break_lines(part.words, Style(part.face, part.factor, part.bold), limit, measurer, part.keep)

    def texts(self, label: Label, area: Rect, size: float) -> tuple[Text, ...]:
        """Return the parts of *label* as text of *size* points, in the middle of *area* (points)."""
        runs: list[list[Run]] = [[] for _ in label.parts]
        setting = self._columns if label.vertical else self._rows
        for part, run in setting(label, area, size):
            runs[part].append(run)
        return tuple(
            Text(part.words, tuple(own), Style(part.face, size * part.factor, part.bold), area, part.ink, as_one=True)
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

    def _down_from(self, part: Part, segment: Segment, middle: float, top: float, size: float) -> list[tuple[int, Run]]:
        style = Style(part.face, size * part.factor, part.bold)
        cells = self._cells_of(part, segment.words)
        return [(segment.part, run) for run in set_down(cells, middle, top + segment.start * size, style, self)]

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


class Broken(NamedTuple):
    """Lines, and how far the longest of them reaches, in ems."""

    lines: tuple[str, ...]
    longest: float


class Wording:
    """The parts of one box's words, measured once, to be set within one limit after another."""

    __slots__ = ("_broken", "_labels", "_setter", "_total", "lengths", "parts", "vertical")

    def __init__(self, parts: tuple[Part, ...], setter: Setter, *, vertical: bool) -> None:
        self.parts = parts
        self.vertical = vertical
        self.lengths: tuple[float, ...] = tuple(setter.length(part, part.words, vertical=vertical) for part in parts)
        self._total = sum(self.lengths)
        self._setter = setter
        self._labels: dict[tuple[tuple[str, ...], ...] | str, Label] = {}
        self._broken: dict[tuple[int, int, bool], Broken] = {}

    def label(self, limit: float, *, in_line: bool = True, lead: bool = False) -> Label:
        """Set the parts in the fewest lines no longer than *limit* ems.

        With *in_line* all stand in one line where they fit; with *lead* the first two do.
        """
        if in_line and self._total <= limit:
            return self._whole("all", [list(range(len(self.parts)))])
        if max(self.lengths) <= limit:
            count = len(self.parts)
            if lead and count > 1 and self.lengths[0] + self.lengths[1] <= limit:
                return self._whole("lead", [[0, 1], *([i] for i in range(2, count))])
            return self._whole("each", [[i] for i in range(count)])
        return self._in_lines(limit, lead=lead)

    def _whole(self, key: str, rows: list[list[int]]) -> Label:
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = self._set([[(i, self.parts[i].words) for i in row] for row in rows])
        return found

    def _in_lines(self, limit: float, *, lead: bool) -> Label:
        lines = tuple(
            (part.words,) if length <= limit else self._lines_of(i, limit)
            for i, (part, length) in enumerate(zip(self.parts, self.lengths, strict=True))
        )
        found = self._labels.get(lines)
        if found is None:
            rows = [[(i, line)] for i, own in enumerate(lines) for line in own]
            if lead and len(self.parts) > 1 and self.lengths[0] + self.lengths[1] <= limit:
                rows[:2] = [[(0, self.parts[0].words), (1, self.parts[1].words)]]
            found = self._labels[lines] = self._set(rows)
        return found

    def _lines_of(self, part: int, limit: float) -> tuple[str, ...]:
        """Break a part in the fewest even lines within *limit*; what no even break brings within it, line by line."""
        own = self.parts[part]
        fewest = math.ceil(self.lengths[part] / limit)
        for count in range(fewest, fewest + _MOST_LINES):
            for whole in (True, False) if own.keep else (False,):
                found = self._broken.get((part, count, whole))
                if found is None:
                    keep = own.keep if whole else ()
                    found = self._setter.evenly(own, count, keep, vertical=self.vertical)
                    self._broken[part, count, whole] = found
                if found.longest <= limit:
                    return found.lines
        return self._setter.line_by_line(own, limit, vertical=self.vertical)

    def _set(self, rows: list[list[tuple[int, str]]]) -> Label:
        lines: list[tuple[Segment, ...]] = []
        for row in rows:
            segments: list[Segment] = []
            start = 0.0
            for part, words in row:
                length = self._setter.length(self.parts[part], words, vertical=self.vertical)
                segments.append(Segment(part, words, start, length))
                start += length
            lines.append(tuple(segments))
        along = max(sum(segment.length for segment in line) for line in lines)
        factors = [max(self.parts[segment.part].factor for segment in line) for line in lines]
        leading = _COLUMN_LEADING if self.vertical else _LEADING
        across = sum(factors) + leading * sum(max(pair) for pair in pairwise(factors))
        pieces = [segment.part for line in lines for segment in line if segment.part]
        broken = len(pieces) > len(set(pieces))
        size = (across, along) if self.vertical else (along, across)
        return Label(self.parts, tuple(lines), self.vertical, *size, broken)
