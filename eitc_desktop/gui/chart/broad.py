"""Charts of very many units: placed tidily from arrays, names set when they come into sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import ceil, floor, log2
from operator import add

from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.tidy import tidy
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Box, Drawing, Face, Ink, Line, Point, Rect, Run, Style, Text
from eitc_desktop.gui.chart.rows import Interval, Rows
from eitc_desktop.gui.chart.sheet import Contours

_STYLE = Style(Face.SONG, 10.5)
_LONGEST = 8  # characters of a line in a box
_PAD = 4.0
_PITCH = 1.25 * _STYLE.size
_GAP, _LEVEL = 9.0, 26.0
_DROPS = 7.0  # grains that a level must have for the lines to each child to be seen
_STEP = 3  # octaves from one grain to the next of which it is made
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
        self._outside = {number for number, unit in enumerate(content.units) if unit.kind is ChartKind.OUTSIDE}
        self._families = self._make_families()
        x, y, widths, heights = self._turned()
        self._rows = Rows.of(x, list(map(add, x, widths)), y, heights)
        middles = [start + width / 2 for start, width in zip(x, widths, strict=True)]
        self._buses = Rows.of(
            [middles[children[0]] for _, children in self._families],
            [middles[children[-1]] for _, children in self._families],
            [y[parent] + heights[parent] for parent, _ in self._families],
            [_LEVEL] * len(self._families),
        )
        self._seen: dict[int, tuple[Rows, Rows]] = {}  # boxes and buses from afar, by octaves of grain
        self._texts: dict[int, Text] = {}

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
    def upright(self) -> bool:
        return False

    @property
    def count(self) -> int:
        return len(self._units)

    @property
    def gap(self) -> float:
        """How far children stand from their parent: as far as below a box there is no other (sideways: beside it)."""
        return _LEVEL

    def rect(self, box: int) -> Rect:
        return Rect(self._x[box], self._y[box], self._widths[box], self._heights[box])

    def name_area(self, box: int) -> Rect:
        return self.rect(box)

    def boxes_in(self, area: Rect) -> Sequence[int]:
        return sorted(each.number for each in self._rows.in_area(self._turned_area(area)))

    def part(self, area: Rect) -> Drawing:
        boxes = self.boxes_in(area)
        return Drawing(
            *self._size,
            tuple(Box(self.rect(box), ground=Ink.PAPER, dashed=box in self._outside) for box in boxes),
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
        """Boxes of a row that can't be told apart become one; from afar, buses are all that is left of lines."""
        rows, buses = self._seen_from(grain)
        turned = self._turned_area(area)
        boxes = [self._box(each) for each in rows.in_area(turned)]
        if grain < _LEVEL / _DROPS:
            outside = [rect for rect in map(self.rect, sorted(self._outside)) if rect.meets(area)]
            return Contours(boxes, list(self._lines_in(area)), outside=outside)
        lines = [
            self._line(each.start, middle, each.end, middle)
            for each in buses.in_area(turned)
            if (middle := each.top + _LEVEL / 2)
        ]
        return Contours(boxes, lines)

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
        for bus in self._buses.in_area(self._turned_area(area)):
            yield from self._family(*self._families[bus.number], area)

    def _turned_area(self, area: Rect) -> Rect:
        return Rect(area.y, area.x, area.height, area.width) if self._sideways else area

    def _box(self, interval: Interval) -> Rect:
        start, end, top, height, _ = interval
        return Rect(top, start, height, end - start) if self._sideways else Rect(start, top, end - start, height)

    def _turned(self) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return the boxes as if the tree were drawn top-down."""
        if self._sideways:
            return self._y, self._x, self._heights, self._widths
        return self._x, self._y, self._widths, self._heights

    def _family(self, parent: int, children: Sequence[int], area: Rect) -> Iterator[tuple[Point, Point]]:
        """Yield the lines between a unit and those of its children that meet the area."""
        x, y, widths, heights = self._turned()
        top = y[parent] + heights[parent]
        bus, bottom = top + _LEVEL / 2, top + _LEVEL

        def middle(unit: int) -> float:
            return x[unit] + widths[unit] / 2

        first, last = middle(children[0]), middle(children[-1])
        turned = self._turned_area(area)
        seen = slice(bisect_left(children, turned.x, key=middle), bisect_right(children, turned.right, key=middle))
        if first != last:
            yield self._line(first, bus, last, bus)
        yield self._line(middle(parent), top, middle(parent), bus)
        for child in children[seen]:
            yield self._line(middle(child), bus, middle(child), bottom)

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> tuple[Point, Point]:
        return (Point(y1, x1), Point(y2, x2)) if self._sideways else (Point(x1, y1), Point(x2, y2))

    def _seen_from(self, grain: float) -> tuple[Rows, Rows]:
        """Return boxes and buses as they are seen at a grain: made of what was seen nearer, some octaves away."""
        if grain < _GAP:
            return self._rows, self._buses
        octave = floor(log2(grain))
        found = self._seen.get(octave)
        if found is None:
            near = max((known for known in self._seen if known < octave), default=None)
            if near is None or near < octave - _STEP:
                finer = self._seen_from(2.0 ** (octave - _STEP))
            else:
                finer = self._seen[near]
            found = self._seen[octave] = finer[0].merged(2.0**octave), finer[1].merged(2.0**octave)
        return found
