"""Room beside the boxes of a chart, for what the screen lays over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate

from eitc_desktop.chart.layout import ChartLayout
from eitc_desktop.drawing.shapes import Point, Rect, Text

_SLACK = 0.5  # points by which the boxes of one row may end apart


def opened(layout: ChartLayout, rooms: Mapping[int, float], *, sideways: bool = False) -> ChartLayout:
    """Return *layout* with so many points more under the row of each unit in *rooms*, by its number.

    What ends at one height is a row and gets the most that one of it needs; lines grow longer. A row that another box
    stands beside (offices beside the body) can't be opened and stays as it is. *sideways* opens columns at their right.
    """
    spread = _Spread(layout, rooms, across=sideways)
    drawing = layout.drawing
    more = sum(spread.rooms)
    return replace(
        layout,
        drawing=replace(
            drawing,
            width=drawing.width + (more if sideways else 0.0),
            height=drawing.height + (0.0 if sideways else more),
            boxes=tuple(replace(box, rect=spread.rect(box.rect)) for box in drawing.boxes),
            lines=tuple(replace(line, points=spread.points(line.points)) for line in drawing.lines),
            texts=tuple(spread.text(text) for text in drawing.texts),
        ),
        placed=tuple(placed._replace(rect=spread.rect(placed.rect)) for placed in layout.placed),
        edges=tuple(edge._replace(points=spread.points(edge.points)) for edge in layout.edges),
    )


def openable(layout: ChartLayout, *, sideways: bool = False) -> frozenset[int]:
    """Return the units under whose row there can be more room: no other box stands beside its end."""
    spans = _spans(layout, across=sideways)
    return frozenset(unit for unit, (_, end) in spans.items() if _is_clear(spans.values(), end))


def _spans(layout: ChartLayout, *, across: bool) -> dict[int, tuple[float, float]]:
    """Return from where to where each unit reaches."""
    return {unit: (rect.x, rect.right) if across else (rect.y, rect.bottom) for unit, rect in layout.placed}


def _is_clear(spans: Iterable[tuple[float, float]], cut: float) -> bool:
    return not any(start < cut - _SLACK and cut + _SLACK < stop for start, stop in spans)


class _Spread:
    """Where things are when every cut has its room. ``across`` cuts upright, otherwise level."""

    def __init__(self, layout: ChartLayout, rooms: Mapping[int, float], *, across: bool) -> None:
        self._across = across
        spans = _spans(layout, across=across)
        found: dict[float, float] = {}
        for unit, (_, end) in spans.items():
            room = rooms.get(unit, 0.0)
            cut = next((known for known in found if abs(known - end) <= _SLACK), end)
            if room > 0 and _is_clear(spans.values(), cut):
                found[cut] = max(found.get(cut, 0.0), room)
        self._cuts = sorted(found)
        self.rooms = [found[cut] for cut in self._cuts]
        self._moves = [0.0, *accumulate(self.rooms)]

    def rect(self, rect: Rect) -> Rect:
        return (
            rect._replace(x=rect.x + self._by(rect.x)) if self._across else rect._replace(y=rect.y + self._by(rect.y))
        )

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        if self._across:
            return tuple(Point(point.x + self._by(point.x), point.y) for point in points)
        return tuple(Point(point.x, point.y + self._by(point.y)) for point in points)

    def text(self, text: Text) -> Text:
        area = self.rect(text.area)
        right, down = area.x - text.area.x, area.y - text.area.y
        runs = tuple(run._replace(x=run.x + right, y=run.y + down) for run in text.runs)
        return replace(text, area=area, runs=runs)

    def _by(self, place: float) -> float:
        """Return how far what begins at *place* moves."""
        return self._moves[bisect_left(self._cuts, place - _SLACK)]
