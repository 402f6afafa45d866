"""Charts of very many units: placed tidily from arrays, names set when they come into sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import ceil, floor, log2

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.chart.tidy import tidy
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Box, Drawing, Face, Ink, Line, Point, Rect, Run, Style, Text
from eitc_desktop.gui.chart.grid import Grid
from eitc_desktop.gui.chart.sheet import Contours

_STYLE = Style(Face.SONG, 10.5)
_LONGEST = 8  # characters of a line in a box
_PAD = 4.0
_PITCH = 1.25 * _STYLE.size
_GAP, _LEVEL = 9.0, 26.0
_HEIGHTS = tuple(2 * _PAD + lines * _PITCH for lines in range(64))


class BroadSheet:
    """A general tree, top-down or *sideways*.

    Box sizes come from how many characters a name has: to measure each name would take longer than all the rest.
    """

    def __init__(self, content: ChartContent, measurer: TextMeasurer, *, sideways: bool = False) -> None:
        self._units = content.units
        self._measurer = measurer
        self._sideways = sideways
        self._parents = [-1 if unit.parent is None else unit.parent for unit in content.units]
        ems = [len(unit.name) / (2 if unit.name.isascii() else 1) for unit in content.units]
        self._widths = [2 * _PAD + _STYLE.size * min(max(em, 2), _LONGEST) for em in ems]
        self._heights = [_HEIGHTS[min(ceil(em / _LONGEST) or 1, 63)] for em in ems]
        if sideways:
            tree = tidy(self._parents, self._heights, self._widths, _GAP, _LEVEL)
            self._x, self._y, self._size = tree.y, tree.x, (tree.height, tree.width)
        else:
            tree = tidy(self._parents, self._widths, self._heights, _GAP, _LEVEL)
            self._x, self._y, self._size = tree.x, tree.y, (tree.width, tree.height)
        self._families = self._make_families()
        self._boxes: Grid | None = None  # both are made when first asked for: the whole is seen without them
        self._buses: Grid | None = None
        self._texts: dict[int, Text] = {}
        self._grained: dict[int, Contours] = {}

    @property
    def size(self) -> tuple[float, float]:
        return self._size

    @property
    def type_size(self) -> float:
        return _STYLE.size

    @property
    def sideways(self) -> bool:
        return self._sideways

    @property
    def count(self) -> int:
        return len(self._units)

    def rect(self, box: int) -> Rect:
        return Rect(self._x[box], self._y[box], self._widths[box], self._heights[box])

    def name_area(self, box: int) -> Rect:
        return self.rect(box)

    def boxes_in(self, area: Rect) -> Sequence[int]:
        if area.holds(Rect(0, 0, *self._size)):
            return range(self.count)
        if self._boxes is None:
            cell = (400.0, 90.0) if not self._sideways else (150.0, 240.0)
            self._boxes = Grid(self._x, self._y, self._widths, self._heights, cell)
        return self._boxes.in_area(area)

    def part(self, area: Rect) -> Drawing:
        boxes = self.boxes_in(area)
        return Drawing(
            *self._size,
            tuple(Box(self.rect(box), ground=Ink.PAPER) for box in boxes),
            tuple(Line(ends) for ends in self._lines_in(area)),
            tuple(self._text(box) for box in boxes),
        )

    def way_to(self, box: int) -> Sequence[Point]:
        parent = self._parents[box]
        if parent < 0:
            return ()
        x, y, widths, heights = self._turned()
        start, end = x[parent] + widths[parent] / 2, x[box] + widths[box] / 2
        top = y[parent] + heights[parent]
        down, across = self._line(start, top, start, top + _LEVEL / 2), self._line(end, top + _LEVEL / 2, end, y[box])
        return (*down, *across)

    def contours(self, area: Rect, grain: float) -> Contours:
        """Boxes of a row that can't be told apart become one; lines within a grain of their bus are left out."""
        if area.width * area.height < 0.4 * self._size[0] * self._size[1]:
            return Contours([self.rect(box) for box in self.boxes_in(area)], list(self._lines_in(area)))
        octave = floor(log2(grain))
        found = self._grained.get(octave)
        if found is None:
            found = self._grained[octave] = self._seen_from_afar(2.0**octave)
        return found

    def _make_families(self) -> list[tuple[int, list[int]]]:
        children: dict[int, list[int]] = {}
        for unit, parent in enumerate(self._parents):
            if parent in children:
                children[parent].append(unit)
            else:
                children[parent] = [unit]
        children.pop(-1, None)
        return list(children.items())

    def _text(self, box: int) -> Text:
        found = self._texts.get(box)
        if found is None:
            found = self._texts[box] = self._set_text(box)
        return found

    def _set_text(self, box: int) -> Text:
        rect, name = self.rect(box), self._units[box].name
        room = rect.inset(_PAD / 2)
        most = max(1, int((rect.height - _PAD) / _PITCH))
        lines = break_lines(name, _STYLE, room.width, self._measurer)
        if len(lines) > most:
            lines = (*lines[: most - 1], f"{lines[most - 1][:-1]}…")
        top = rect.y + (rect.height - len(lines) * _PITCH) / 2
        baseline = (_PITCH + self._measurer.ascent(_STYLE) - self._measurer.descent(_STYLE)) / 2
        runs = tuple(
            Run(
                line,
                rect.x + (rect.width - self._measurer.advance(line, _STYLE)) / 2,
                top + number * _PITCH + baseline,
            )
            for number, line in enumerate(lines)
        )
        return Text(name, runs, _STYLE, rect, as_one=True)

    def _lines_in(self, area: Rect) -> Iterator[tuple[Point, Point]]:
        if self._buses is None:
            self._buses = Grid(*self._around_families(), (400.0, 90.0) if not self._sideways else (150.0, 240.0))
        for number in self._buses.in_area(area):
            parent, children = self._families[number]
            yield from self._family(parent, children, area)

    def _around_families(self) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return what holds the lines of each family: left, top, width, height."""
        lefts: list[float] = []
        tops: list[float] = []
        along: list[float] = []
        across: list[float] = []
        x, y, widths, heights = self._turned()
        for parent, children in self._families:
            first, last = children[0], children[-1]
            start = x[first] + widths[first] / 2
            lefts.append(start)
            along.append(x[last] + widths[last] / 2 - start)
            tops.append(y[parent] + heights[parent])
            across.append(_LEVEL)
        return (tops, lefts, across, along) if self._sideways else (lefts, tops, along, across)

    def _turned(self) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return the boxes as if the tree were drawn top-down."""
        if self._sideways:
            return self._y, self._x, self._heights, self._widths
        return self._x, self._y, self._widths, self._heights

    def _family(self, parent: int, children: Sequence[int], area: Rect | None) -> Iterator[tuple[Point, Point]]:
        """Yield the lines between a unit and those of its children that meet the area, without one to all of them."""
        x, y, widths, heights = self._turned()
        top = y[parent] + heights[parent]
        bus, bottom = top + _LEVEL / 2, top + _LEVEL

        def middle(unit: int) -> float:
            return x[unit] + widths[unit] / 2

        first, last = middle(children[0]), middle(children[-1])
        if area is not None:
            start, end = (area.y, area.bottom) if self._sideways else (area.x, area.right)
            children = children[bisect_left(children, start, key=middle) : bisect_right(children, end, key=middle)]
        if first != last:
            yield self._line(first, bus, last, bus)
        yield self._line(middle(parent), top, middle(parent), bus)
        for child in children:
            yield self._line(middle(child), bus, middle(child), bottom)

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> tuple[Point, Point]:
        return (Point(y1, x1), Point(y2, x2)) if self._sideways else (Point(x1, y1), Point(x2, y2))

    def _seen_from_afar(self, grain: float) -> Contours:
        x, y, widths, heights = self._turned()
        rows: dict[float, tuple[float, float, float]] = {}  # by their top: where the last one begins, ends, its height
        found: list[tuple[float, float, float, float]] = []
        for unit in range(len(x)):
            left, top, width, height = x[unit], y[unit], widths[unit], heights[unit]
            before = rows.get(top)
            if before is not None and 0 <= left - before[1] < grain:
                rows[top] = (before[0], max(left + width, before[1]), max(height, before[2]))
                continue
            if before is not None:
                found.append((before[0], top, before[1] - before[0], before[2]))
            rows[top] = (left, left + width, height)
        found += [(start, top, end - start, height) for top, (start, end, height) in rows.items()]
        boxes = [Rect(b, a, d, c) if self._sideways else Rect(a, b, c, d) for a, b, c, d in found]
        return Contours(boxes, list(self._far_lines(grain)))

    def _far_lines(self, grain: float) -> Iterator[tuple[Point, Point]]:
        if grain < _LEVEL / 4:
            for parent, children in self._families:
                yield from self._family(parent, children, None)
            return
        x, y, widths, heights = self._turned()
        for parent, children in self._families:
            first, last = children[0], children[-1]
            start, end = x[first] + widths[first] / 2, x[last] + widths[last] / 2
            if end - start > grain:
                bus = y[parent] + heights[parent] + _LEVEL / 2
                yield self._line(start, bus, end, bus)
