"""A chart that is laid out: where its boxes stand, and what is drawn in an area of it. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import ChartLayout
from eitc_desktop.drawing.shapes import Drawing, Ink, Line, Point, Rect, Text


class Contours(NamedTuple):
    """Boxes as rectangles, and lines from point to point: what is seen from afar.

    ``heads`` of the boxes are set off by their ground; ``outside`` are boxes with broken frames, ``ties`` broken
    lines, and ``words`` what stands in no box: without them, boxes would look like what they aren't.
    """

    boxes: Sequence[Rect]
    lines: Sequence[tuple[Point, Point]]
    heads: Sequence[Rect] = ()
    outside: Sequence[Rect] = ()
    ties: Sequence[tuple[Point, Point]] = ()
    words: Sequence[Text] = ()


class Sheet(Protocol):
    """What a view shows. Boxes are numbered from 0, parents before their children."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        ...

    @property
    def type_size(self) -> float:
        """Size of the names in the boxes."""
        ...

    @property
    def sideways(self) -> bool:
        """Whether children stand right of their parents."""
        ...

    @property
    def upright(self) -> bool:
        """Whether names stand upright in boxes as narrow as one character."""
        ...

    @property
    def count(self) -> int:
        """How many boxes there are."""
        ...

    def rect(self, box: int) -> Rect:
        """Return where a box stands."""
        ...

    def name_area(self, box: int) -> Rect:
        """Return where in a box its own name has room."""
        ...

    def boxes_in(self, area: Rect) -> Sequence[int]:
        """Return the boxes that meet *area*, in order."""
        ...

    def part(self, area: Rect) -> Drawing:
        """Return what is drawn in *area*: all that meets it, and perhaps more."""
        ...

    def way_to(self, box: int) -> Sequence[Point]:
        """Return the line from a box's parent to it, empty for a root."""
        ...

    def contours(self, area: Rect, grain: float) -> Contours:
        """Return what is seen of *area* where nothing smaller than *grain* can be told apart."""
        ...


_SLACK = 0.1  # points by which words may reach out of their box


class DrawnSheet:
    """A chart as paper shows it: up to some hundreds of boxes, drawn once."""

    def __init__(self, layout: ChartLayout) -> None:
        self._layout = layout
        self._rects = tuple(placed.rect for placed in sorted(layout.placed))
        self._frames = {box.rect: box for box in layout.drawing.boxes}
        self._words = tuple(
            text for text in layout.drawing.texts if not any(rect.holds(text.area, _SLACK) for rect in self._rects)
        )
        self._ways = {edge.child: edge.points for edge in layout.edges}
        self._lines = tuple((_around(line), line) for line in layout.drawing.lines)

    @property
    def size(self) -> tuple[float, float]:
        return self._layout.drawing.width, self._layout.drawing.height

    @property
    def type_size(self) -> float:
        return self._layout.type_size

    @property
    def sideways(self) -> bool:
        return self._layout.kind is LayoutKind.SIDEWAYS

    @property
    def upright(self) -> bool:
        return self._layout.kind is LayoutKind.OFFICIAL

    @property
    def count(self) -> int:
        return len(self._rects)

    def rect(self, box: int) -> Rect:
        return self._rects[box]

    def name_area(self, box: int) -> Rect:
        rect = self._rects[box]
        inner = [other.y for number, other in enumerate(self._rects) if number != box and rect.holds(other)]
        return rect if not inner else Rect(rect.x, rect.y, rect.width, min(inner) - rect.y)

    def boxes_in(self, area: Rect) -> Sequence[int]:
        return [number for number, rect in enumerate(self._rects) if rect.meets(area)]

    def part(self, area: Rect) -> Drawing:
        drawing = self._layout.drawing
        return replace(
            drawing,
            boxes=tuple(box for box in drawing.boxes if box.rect.meets(area)),
            lines=tuple(line for around, line in self._lines if around.meets(area)),
            texts=tuple(text for text in drawing.texts if text.area.meets(area)),
        )

    def way_to(self, box: int) -> Sequence[Point]:
        return self._ways.get(box, ())

    def contours(self, area: Rect, grain: float) -> Contours:
        del grain
        steps = [
            (line.dashed, ends)
            for around, line in self._lines
            if around.meets(area)
            for ends in zip(line.points, line.points[1:], strict=False)
        ]
        frames = [self._frames[self._rects[box]] for box in self.boxes_in(area)]
        return Contours(
            [box.rect for box in frames if not box.dashed and box.ground is not Ink.HEAD],
            [ends for dashed, ends in steps if not dashed],
            [box.rect for box in frames if box.ground is Ink.HEAD],
            [box.rect for box in frames if box.dashed],
            [ends for dashed, ends in steps if dashed],
            [text for text in self._words if text.area.meets(area)],
        )


def _around(line: Line) -> Rect:
    """Return what holds a line, its own width included."""
    xs, ys = [point.x for point in line.points], [point.y for point in line.points]
    half = line.width / 2
    return Rect(min(xs) - half, min(ys) - half, max(xs) - min(xs) + line.width, max(ys) - min(ys) + line.width)
