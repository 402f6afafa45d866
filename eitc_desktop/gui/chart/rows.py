"""What lies in an area of a tidy tree, found without asking all: intervals in rows, each row from left to right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eitc_desktop.drawing.shapes import Rect


class Interval(NamedTuple):
    """From ``start`` to ``end`` in the row at ``top``, ``height`` high; ``number`` says whose it is."""

    start: float
    end: float
    top: float
    height: float
    number: int


class _Row(NamedTuple):
    """Intervals of one top, in order; they don't overlap."""

    starts: list[float]
    ends: list[float]
    heights: list[float]
    numbers: list[int]


class Rows:
    """Holds intervals, of which those with the same top don't overlap."""

    def __init__(self, rows: dict[float, _Row]) -> None:
        self._tops = sorted(rows)
        self._rows = [rows[top] for top in self._tops]
        self._tallest = max((max(row.heights) for row in self._rows), default=0.0)

    @classmethod
    def of(
        cls, starts: Sequence[float], ends: Sequence[float], tops: Sequence[float], heights: Sequence[float]
    ) -> Rows:
        """Return rows of intervals, numbered from 0."""
        members: dict[float, list[int]] = {}
        for number, top in enumerate(tops):
            if top in members:
                members[top].append(number)
            else:
                members[top] = [number]
        rows: dict[float, _Row] = {}
        for top, numbers in members.items():
            numbers.sort(key=starts.__getitem__)
            rows[top] = _Row(
                [starts[number] for number in numbers],
                [ends[number] for number in numbers],
                [heights[number] for number in numbers],
                numbers,
            )
        return cls(rows)

    def in_area(self, area: Rect) -> Iterator[Interval]:
        """Yield the intervals that meet *area*, its edge included, row by row."""
        first = bisect_left(self._tops, area.y - self._tallest)
        for place in range(first, bisect_right(self._tops, area.bottom)):
            top, (starts, ends, heights, numbers) = self._tops[place], self._rows[place]
            for at in range(bisect_left(ends, area.x), bisect_right(starts, area.right)):
                if top + heights[at] >= area.y:
                    yield Interval(starts[at], ends[at], top, heights[at], numbers[at])

    def merged(self, grain: float) -> Rows:
        """Return the rows as they are seen where nothing smaller than *grain* can be told apart.

        Intervals with less than that between them become one, as high as the highest of them, with the first's number.
        """
        return Rows({top: _merged(row, grain) for top, row in zip(self._tops, self._rows, strict=True)})


def _merged(row: _Row, grain: float) -> _Row:
    found = _Row([], [], [], [])
    last, begun = float("-inf"), 0
    for place, (start, end) in enumerate(zip(row.starts, row.ends, strict=True)):
        if start - last >= grain:
            if place:
                found.ends.append(last)
                found.heights.append(max(row.heights[begun:place]))
            found.starts.append(start)
            found.numbers.append(row.numbers[place])
            begun = place
        last = end
    found.ends.append(last)
    found.heights.append(max(row.heights[begun:]))
    return found
