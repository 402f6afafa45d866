"""The rows of a sheet with their heights, which Excel doesn't find by itself for merged cells: nothing may be cut."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from eitc_desktop.model.papers import Align, CellLine, Column, Table
from eitc_desktop.office.estimating import LINE, count_lines, lines_of
from eitc_desktop.office.grid import Above, GridCell, GridRow, Lines, grid_of

HIGHEST = 400.0
"""Points; Excel allows rows of 409.5."""

LONGEST = 32_000
"""Characters; Excel allows cells of 32,767."""

_PADDING = 6.0
"""Points that a row's words stay away from what is above and below, and a cell's from its sides, both together."""

_INDENT = 10.0
"""Points that an indent of 1 takes: three blanks of the Normal font (18.8.1), which in some fonts are wider."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the table as it stands in the sheet, ``height`` in points.

    ``from_top`` are the columns whose words begin at the top: those that the middle would put on another page.
    """

    row: GridRow
    below: Above
    height: float
    from_top: frozenset[int]


def height_of(words: str, size: float, width: float) -> float:
    """Return the height of a row whose only cell, *width* points wide, says *words*."""
    return len(lines_of(words, size, width - _PADDING)) * LINE * size + _PADDING


def room_of(column: Column, width: float) -> float:
    """Return how much of a column's *width* words have; those that don't stand in the middle are indented."""
    return width - _PADDING - (0.0 if column.align is Align.CENTRE else _INDENT)


def sheet_rows(table: Table, widths: Sequence[float], size: float, page: float) -> tuple[SheetRow, ...]:
    """Return the rows of *table* with columns *widths* points wide, its type *size* points, *page* points on a page.

    What is too high for one row of Excel goes on in the row below.
    """
    widths = [room_of(column, width) for column, width in zip(table.columns, widths, strict=True)]
    most = max(1, int((HIGHEST - _PADDING) / (LINE * size)))

    def cut(lines: Lines, column: int, across: int) -> Sequence[Lines]:
        return tuple(_cut(lines, size, sum(widths[column : column + across]), most))

    rows = grid_of(table, cut)
    heights = [_own_height(row, widths, size) for row in rows]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.down > 1:  # only title rows have cells across, and these reach down one row
                _stretch(heights, i, cell.down, _height(cell, widths[column], size))
    after = [*(row.above for row in rows[1:]), Above.ROW]
    gone_on = {row.source for row in rows if row.above is Above.NOTHING}
    tops = (
        frozenset(
            column
            for column, cell in enumerate(row.cells)
            if row.source in gone_on or (cell.down > 1 and sum(heights[i : i + cell.down]) > page / 2)
        )
        for i, row in enumerate(rows)
    )
    return tuple(SheetRow(*one) for one in zip(rows, after, heights, tops, strict=True))


def page_breaks(rows: Sequence[SheetRow], first: float, further: float, above: int) -> tuple[int, ...]:
    """Return the numbers of the sheet's rows, from 1, after which a page has to end to keep together what belongs so.

    ``first`` and ``further`` are the points that the first page and every other one have for *rows*; ``above`` is how
    many rows of the sheet stand before them. What is higher than half a page may be broken.
    """
    breaks: list[int] = []
    left = first
    for start, end in _together(rows, further / 2):
        height = sum(row.height for row in rows[start:end])
        if height > left and start:
            breaks.append(above + start)
            left = further
        left -= height
    return tuple(breaks)


def _together(rows: Sequence[SheetRow], most: float) -> list[tuple[int, int]]:
    """Return the rows, as start and end, that are not parted: joined by merged cells, else by being one row's."""

    def by_cells(i: int) -> int:
        return max((cell.down for cell in rows[i].row.cells), default=1)

    def by_source(i: int) -> int:
        return 2 if i + 1 < len(rows) and rows[i + 1].row.source == rows[i].row.source else 1

    found: list[tuple[int, int]] = []
    for start, end in _joined(rows, 0, len(rows), by_cells):
        if sum(row.height for row in rows[start:end]) <= most:
            found.append((start, end))
            continue
        for first, last in _joined(rows, start, end, by_source):
            fits = sum(row.height for row in rows[first:last]) <= most
            found += [(first, last)] if fits else [(i, i + 1) for i in range(first, last)]
    return found


def _joined(rows: Sequence[SheetRow], start: int, end: int, reach: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows from *start* to *end* in which each reaches the next, as titles do."""
    first = start
    until = start
    for i in range(start, end):
        if i >= until and i > first:
            yield first, i
            first = i
        until = max(until, i + (2 if rows[i].row.title else reach(i)))
    if first < end:
        yield first, end


def head_height(columns: Sequence[Column], widths: Sequence[float], size: float) -> float:
    """Return the height of the row of headings; that of an upright heading is its number of characters."""
    most = 1
    for column, width in zip(columns, widths, strict=True):
        lines = len(column.heading) if column.upright else len(lines_of(column.heading, size, width - _PADDING))
        most = max(most, lines)
    return min(most * LINE * size + 2 * _PADDING, HIGHEST)


def _own_height(row: GridRow, widths: Sequence[float], size: float) -> float:
    height = LINE * size + _PADDING
    column = 0
    for cell in row.cells:
        if cell.down == 1 and not cell.covered:
            height = max(height, _height(cell, sum(widths[column : column + cell.across]), size))
        column += cell.across
    return height


def _height(cell: GridCell, width: float, size: float) -> float:
    return count_lines(cell.lines, size, width) * LINE * size + _PADDING


def _stretch(heights: list[float], first: int, count: int, needed: float) -> None:
    """Give rows that a merged cell reaches over the room it needs, each as much as Excel allows."""
    rows = range(first, first + count)
    missing = needed - sum(heights[i] for i in rows)
    for done, i in enumerate(rows):
        if missing <= 0:
            return
        more = min(missing / (count - done), max(HIGHEST - heights[i], 0))
        heights[i] += more
        missing -= more


def _cut(lines: Lines, size: float, width: float, most: int) -> Iterator[Lines]:
    """Yield *lines* in pieces of up to *most* lines as set and LONGEST characters; the words joined stay the same."""
    if count_lines(lines, size, width) <= most and sum(len(line.words) + 1 for line in lines) <= LONGEST:
        yield lines
        return
    piece: list[CellLine] = []
    taken = 0
    for line in lines:
        left = line.words
        for part in _pieces(left, size, width, most):
            height = len(lines_of(part, size, width))
            if piece and taken + height > most:
                yield tuple(piece)
                piece, taken = [], 0
            piece.append(CellLine(part, line.standing))
            taken += height
    if piece:
        yield tuple(piece)


def _pieces(words: str, size: float, width: float, most: int) -> Iterator[str]:
    """Yield *words* in pieces that take no more than *most* lines."""
    share = max(1, math.floor(most * width / size) - most)  # characters of an em, one a line left to the rules
    if len(lines_of(words, size, width)) <= most:
        yield words
        return
    for start in range(0, len(words), share):
        yield words[start : start + share]
