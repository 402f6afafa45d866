"""A table as a grid of cells, as Word and Excel know them: lines that belong together in rows of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from eitc_desktop.model.papers import Cell, CellLine, Row, Table, merges_of

Lines = tuple[CellLine, ...]

_GOES_ON = "（续）"
_LONGEST_NUMBER = 8  # characters; what is longer is no number that rows are known by


class Above(StrEnum):
    """What parts a grid row from the one above it."""

    ROW = "row"  # the edge of a row of the table
    PAIR = "pair"  # the edge between two lines of a paired row
    NOTHING = "nothing"  # the words of the row above go on


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of ``across`` columns and ``down`` rows.

    ``covered``: it lies beneath a merged cell that began further up, whose lines it repeats. ``again``: it is such a
    one, but shows them.
    """

    lines: Lines
    across: int = 1
    down: int = 1
    covered: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells of one row, from column 0 on without a gap, and of which row of the table it is a part.

    ``room``: see ``papers.Row``.
    """

    cells: tuple[GridCell, ...]
    above: Above
    source: int
    title: bool = False
    room: int = 0


Cut = Callable[[Lines, int, int], Sequence[Lines]]
"""Cuts the lines of a cell (column, columns across) into what rows can hold."""


def uncut(lines: Lines, column: int, across: int) -> Sequence[Lines]:
    """Leave the lines of a cell together, for files whose rows grow to any height."""
    del column, across
    return (lines,)


def grid_of(table: Table, cut: Cut = uncut) -> tuple[GridRow, ...]:
    """Return the rows of *table*: one for each line of a paired row, one for every other.

    The last line of a cell that has fewer than its neighbours takes what is left of the row; but in the rows in which
    a cell goes on that was cut, the others are empty, and the first has its number with （续）. Merged are only cells
    that weren't cut.
    """
    rows: list[GridRow] = []
    starts: list[int] = []
    for source, row in enumerate(table.rows):
        starts.append(len(rows))
        rows += _rows_of(row, source, table, cut)
    starts.append(len(rows))
    for merge in merges_of(table):
        pieces = [row.cells[merge.column] for row in rows[starts[merge.first] : starts[merge.first + 1]]]
        if sum(not piece.covered for piece in pieces) == 1:  # what is in pieces isn't one cell anyway
            _merge(rows, merge.column, starts[merge.first], starts[merge.last + 1])
    return tuple(rows)


def parted_rows(rows: Sequence[GridRow], places: Callable[[int, int], Sequence[int]]) -> tuple[GridRow, ...]:
    """Return *rows* with merged cells that begin again, with the same words, at some rows.

    *places* gives these, in order, for a cell that reaches from one row to the one before another.
    """
    cells = [list(row.cells) for row in rows]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            inner = places(i, i + cell.down) if cell.down > 1 else ()
            for first, end in pairwise([i, *inner, i + cell.down]) if inner else ():
                cells[first][column] = replace(cells[first][column], down=end - first, again=first > i)
    return tuple(replace(row, cells=tuple(those)) for row, those in zip(rows, cells, strict=True))


def _rows_of(row: Row, source: int, table: Table, cut: Cut) -> list[GridRow]:
    columns = len(table.columns)
    if row.title:
        parts = cut(row.cells[0].lines, 0, columns)
        return [
            GridRow((GridCell(lines, columns),), Above.NOTHING if i else Above.ROW, source, title=True)
            for i, lines in enumerate(parts)
        ]
    made: list[list[GridCell]] = []
    above: list[Above] = []
    pairs = [_pairs(cell) if row.paired else (cell.lines,) for cell in row.cells]
    depth = max(1, *(len(pair) for pair in pairs)) if pairs else 1
    # What each column still has to say; a column that has said all is covered by its last cell
    for i in range(depth):
        bands = [cut(pair[i], column, 1) if i < len(pair) else () for column, pair in enumerate(pairs)]
        for j in range(max(1, *(len(band) for band in bands)) if bands else 1):
            above.append(Above.NOTHING if j else Above.PAIR if i else Above.ROW)
            made.append([GridCell(band[j]) if j < len(band) else GridCell((), covered=True) for band in bands])
    for column in range(columns):
        if row.paired or column in table.merged:
            _cover(made, column)
        else:
            _leave_empty(made, column, above)
    return [GridRow(tuple(cells), how, source, room=row.room) for cells, how in zip(made, above, strict=True)]


def _pairs(cell: Cell) -> Sequence[Lines]:
    return [(line,) for line in cell.lines] or [()]


def _cover(made: list[list[GridCell]], column: int) -> None:
    """Let the cells that are covered repeat the lines of the cell above them, which reaches over them."""
    start = 0
    for i, cells in enumerate(made):
        if not cells[column].covered:
            start = i
            continue
        top = made[start][column]
        made[start][column] = replace(top, down=i - start + 1)
        cells[column] = GridCell(top.lines, covered=True)


def _leave_empty(made: list[list[GridCell]], column: int, above: Sequence[Above]) -> None:
    """Leave the cells empty that are covered where another column goes on, and number them in the first.

    A cell over all of these rows would say the same, but nobody can sort or count rows by it: a filter and a copy have
    each opinion once, and see which rows only go on.
    """
    for cells, how in zip(made, above, strict=True):
        if cells[column].covered:
            first = made[0][column].lines
            again = column == 0 and how is Above.NOTHING and len(first) == 1 and len(first[0].words) <= _LONGEST_NUMBER
            cells[column] = GridCell((*first, replace(first[0], words=_GOES_ON)) if again else ())


def _merge(rows: list[GridRow], column: int, first: int, end: int) -> None:
    lines = rows[first].cells[column].lines
    for i in range(first, end):
        cells = list(rows[i].cells)
        cells[column] = GridCell(lines, down=end - first if i == first else 1, covered=i > first)
        rows[i] = replace(rows[i], cells=tuple(cells))
