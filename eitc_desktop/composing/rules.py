"""The rules of a table, for a piece of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from eitc_desktop.drawing.shapes import Ink, Line, Point

_OUTER, _INNER, _HAIR = 1.0, 0.5, 0.25  # points


class Ruled(Protocol):
    """A band of a table, as far as its rules go."""

    @property
    def row(self) -> int: ...
    @property
    def opens(self) -> frozenset[int]: ...
    @property
    def title(self) -> bool: ...


def rules_of(bands: Sequence[Ruled], edges: Sequence[float], top: float, tops: Sequence[float]) -> Iterator[Line]:
    """Yield the frame and the rules between head, rows and columns.

    *edges* are the left edges of the columns and the right one of the last; *top* is where the head begins, *tops*
    where it ends and each band after it. Between the lines of one row the rules are hair lines.
    """
    left, right, bottom = edges[0], edges[-1], tops[-1]
    for y in (top, bottom):
        yield _line(left - _OUTER / 2, y, right + _OUTER / 2, y, _OUTER)
    for x in (left, right):
        yield _line(x, top, x, bottom, _OUTER)
    if bands:
        yield _line(left, tops[0], right, tops[0], _INNER)
    for above, band, y in zip(bands, bands[1:], tops[1:], strict=False):
        if band.title and band.row == above.row:
            continue
        whole = band.title or above.title
        opens = frozenset(range(len(edges) - 1)) if whole else band.opens
        width = _HAIR if band.row == above.row else _INNER
        for first, last in _stretches(opens):
            yield _line(edges[first], y, edges[last + 1], y, width)
    for upper, lower in _between_titles(bands, top, tops):
        for x in edges[1:-1]:
            yield _line(x, upper, x, lower, _INNER)


def _between_titles(bands: Sequence[Ruled], top: float, tops: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield from where to where there are columns: title rows have none."""
    upper = top
    for index, band in enumerate(bands):
        if band.title:
            if tops[index] > upper:
                yield upper, tops[index]
            upper = tops[index + 1]
    if tops[-1] > upper:
        yield upper, tops[-1]


def _stretches(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring columns."""
    run: list[int] = []
    for column in sorted(columns):
        if run and column != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(column)
    if run:
        yield run[0], run[-1]


def _line(x: float, y: float, to_x: float, to_y: float, width: float) -> Line:
    return Line((Point(x, y), Point(to_x, to_y)), Ink.RULE, width)
