"""The rows of a sheet with their heights, which Excel doesn't find by itself for merged cells: nothing may be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from eitc_desktop.drawing.breaking import NOT_FIRST, pieces_of
from eitc_desktop.model.papers import Align, CellLine, Column, Table
from eitc_desktop.office.estimating import LINE, SetColumns, count_lines, lines_of, upright_height
from eitc_desktop.office.grid import Above, GridCell, GridRow, Lines, grid_of, parted_rows

HIGHEST = 400.0
"""Points; Excel allows rows of 409.5."""

LONGEST = 32_000
"""Characters; Excel allows cells of 32,767."""

PADDING = 6.0
"""Points that a row's words stay away from what is above and below, and a cell's from its sides, both together."""

INDENT = 10.0
"""Points that an indent of 1 takes: three blanks of the Normal font (18.8.1), which in some fonts are wider."""


_WHOLE = 0.3
"""Of what a row can hold: paragraphs up to this height stay whole, and so much of it may be left empty for that."""

_FEW = 256
"""Characters that are tried first where a text is to be cut."""

_LOW = 1 / 3
"""Of a page: merged cells up to this height stay on one page."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the table as it stands in the sheet, ``height`` in points.

    ``from_top`` are the columns whose words begin at the top because they go on in the next row. ``may_end``: a page
    may end below the row; no words of a merged cell would be cut, no title left alone.
    """

    row: GridRow
    below: Above
    height: float
    from_top: frozenset[int]
    may_end: bool


def height_of(words: str, size: float, width: float) -> float:
    """Return the height of a row whose only cell, *width* points wide, says *words*."""
    return len(lines_of(words, size, width - PADDING)) * LINE * size + PADDING


def free_of(column: Column) -> float:
    """Return how much of a column's width its words don't have; those that don't stand in the middle are indented."""
    return PADDING + (0.0 if column.align is Align.CENTRE else INDENT)


def sheet_rows(table: Table, widths: Sequence[float], size: float, page: float) -> tuple[SheetRow, ...]:
    """Return the rows of *table* with columns *widths* points wide, its type *size* points, *page* points on a page.

    What is too high for one row of Excel goes on in the row below: a cell with all of its words would show, and print,
    no more of them than a row can be high.
    """
    widths = [width - free_of(column) for column, width in zip(table.columns, widths, strict=True)]
    most = max(1, int((HIGHEST - PADDING) / (LINE * size)))

    def cut(lines: Lines, column: int, across: int) -> Sequence[Lines]:
        return tuple(_cut(lines, size, sum(widths[column : column + across]), most))

    rows = grid_of(table, cut)
    heights = [_own_height(row, widths, size) for row in rows]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.down > 1:  # only title rows have cells across, and these reach down one row
                _stretch(heights, i, cell.down, _height(cell, widths[column], size))
    after = [Above.ROW if i + 1 == len(rows) else rows[i + 1].above for i in range(len(rows))]
    gone_on = {row.source for row in rows if row.above is Above.NOTHING}
    tops = (frozenset(range(len(row.cells))) if row.source in gone_on else frozenset[int]() for row in rows)
    ends = _ends(rows, heights, widths, size, page)
    return tuple(SheetRow(*one) for one in zip(rows, after, heights, tops, ends, strict=True))


def _ends(
    rows: Sequence[GridRow], heights: Sequence[float], widths: Sequence[float], size: float, page: float
) -> list[bool]:
    """Return below which rows a page may end: within a merged cell, only if it is high and has room on either side."""
    ends = [not row.title for row in rows]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.down == 1:
                continue
            low = sum(heights[i : i + cell.down]) <= page * _LOW
            needed = _height(cell, widths[column], size)
            for j in range(i + 1, i + cell.down):
                least = min(sum(heights[i:j]), sum(heights[j : i + cell.down]))
                ends[j - 1] = ends[j - 1] and not low and needed <= least
    return ends


def page_starts(rows: Sequence[SheetRow], first: float, further: float, notes: float) -> tuple[int, ...]:
    """Return with which of *rows* a page after the first has to begin to keep together what belongs so.

    ``first`` and ``further`` are the points that the first page and every other one have for *rows*; ``notes`` is how
    high those below them are, which stay with the last row.
    """
    breaks: list[int] = []
    start, left = 0, first
    while True:
        end = start
        while end < len(rows) and rows[end].height <= left:
            left -= rows[end].height
            end += 1
        if end == len(rows) and (left >= notes or end - start <= 1):
            return tuple(breaks)
        latest = max(min(end, len(rows) - 1), start + 1)
        if latest >= len(rows):
            return tuple(breaks)
        # the last place of the page where nothing is cut; where there is none, the last at all
        end = next((i for i in range(latest, start, -1) if rows[i - 1].may_end), latest)
        breaks.append(end)
        start, left = end, further


def cut_at(rows: Sequence[SheetRow], starts: Sequence[int]) -> tuple[SheetRow, ...]:
    """Return *rows* with merged cells that end where a page does and begin again, with the same words, on the next."""
    parted = parted_rows([one.row for one in rows], lambda first, end: [at for at in starts if first < at < end])
    return tuple(replace(one, row=row) for one, row in zip(rows, parted, strict=True))


def head_height(table: Table, set_columns: SetColumns, size: float) -> float:
    """Return the height of the row of headings; that of an upright heading is the characters of its longest line."""
    highest = 0.0
    for column, width, heading in zip(table.columns, set_columns.widths, set_columns.headings, strict=True):
        lines = len(lines_of(heading, size, width - PADDING))
        highest = max(highest, upright_height(heading, size) if column.upright else lines * LINE * size)
    return min(highest + 2 * PADDING, HIGHEST)


def _own_height(row: GridRow, widths: Sequence[float], size: float) -> float:
    height = max(1, row.room) * LINE * size + PADDING
    column = 0
    for cell in row.cells:
        if cell.down == 1 and not cell.covered:
            height = max(height, _height(cell, sum(widths[column : column + cell.across]), size))
        column += cell.across
    return height


def _height(cell: GridCell, width: float, size: float) -> float:
    return count_lines(cell.lines, size, width) * LINE * size + PADDING


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
        while True:
            height = count_lines((CellLine(left),), size, width)
            if taken + height <= most:
                piece.append(CellLine(left, line.standing))
                taken += height
                break
            if piece and (height <= most * _WHOLE or most - taken < most * _WHOLE):
                yield tuple(piece)
                piece, taken = [], 0
                continue
            end = _end_of(left, size, width, most - taken)
            yield (*piece, CellLine(left[:end], line.standing))
            left, piece, taken = left[end:], [], 0
    if piece:
        yield tuple(piece)


def _end_of(words: str, size: float, width: float, most: int) -> int:
    """Return where to cut *words*, of which no more than *most* lines have room: rather after a sentence or a clause.

    Nowhere within a word, unless it is longer than that.
    """
    low, high = 1, min(_FEW, len(words))  # of this many characters that take no more lines the most is looked for
    while high < len(words) and count_lines((CellLine(words[:high]),), size, width) <= most:
        low, high = high, min(2 * high, len(words))  # not all at once: a cell may hold a book
    while low < high:
        middle = (low + high + 1) // 2
        if count_lines((CellLine(words[:middle]),), size, width) <= most:
            low = middle
        else:
            high = middle - 1
    least = low * (1 - _WHOLE)
    for marks in ("。；！？;!?", "，、："):
        end = max((words.rfind(mark, 0, low) + 1 for mark in marks), default=0)
        while end < len(words) and words[end] in NOT_FIRST:  # a closing mark belongs to the sentence
            end += 1
        if least <= end <= low:
            return end
    ends = [0, *accumulate(len(piece) for piece in pieces_of(words[: low + 1]))][:-1]
    return ends[-1] if ends and ends[-1] >= least else low
