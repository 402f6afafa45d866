"""Two 编制分配方案 held against each other, cell by cell."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.model.review import AllotmentRow
from eitc_desktop.reviewing.allocation_sheet import (
    NOTHING_ENTERED,
    AllocationSheet,
    SheetCell,
    SheetColumn,
    SheetRow,
    SheetSum,
    Total,
    add_up,
)


class Pair(NamedTuple):
    """One number of both scenarios: a cell, a row's sum or a column's. None: empty, or open (两稿并存, not settled)."""

    first: int | None
    second: int | None
    same: bool  # equal numbers, or nothing entered in either
    first_open: bool = False
    second_open: bool = False

    @property
    def difference(self) -> int | None:
        """The second less the first; None unless both are numbers: an empty cell is not 0."""
        return None if self.first is None or self.second is None else self.second - self.first


class ComparedRow(NamedTuple):
    """A row with its pairs, in the order of ``Comparison.columns`` and ``Comparison.sums``."""

    row: SheetRow
    cells: tuple[Pair, ...]
    sums: tuple[Pair, ...]

    @property
    def same(self) -> bool:
        """Whether both scenarios say the same of it."""
        return all(pair.same for pair in self.cells)


class Comparison(NamedTuple):
    """All rows of either scenario, with the sums of both in the order of ``columns`` and ``sums``."""

    first: AllocationSheet
    second: AllocationSheet
    columns: tuple[SheetColumn, ...]
    sums: tuple[SheetSum, ...]
    rows: tuple[ComparedRow, ...]
    column_totals: tuple[Pair, ...]
    sum_totals: tuple[Pair, ...]


def compare(first: AllocationSheet, second: AllocationSheet) -> Comparison:
    """Hold two scenarios of one provision against each other.

    Raises:
        ValueError: if their columns differ, as those of two provisions do.
    """
    if first.columns != second.columns:
        raise ValueError("these are scenarios of two provisions")
    one, other = _cells_by_row(first), _cells_by_row(second)
    nothing = (NOTHING_ENTERED,) * len(first.columns)
    rows = tuple(
        _compared(row, one.get(row.key, nothing), other.get(row.key, nothing), first.sums)
        for row in _all_rows(first, second)
    )
    totals = tuple(map(_of_totals, first.column_totals, second.column_totals))
    across = tuple(map(_of_totals, first.sum_totals, second.sum_totals))
    return Comparison(first, second, first.columns, first.sums, rows, totals, across)


def _cells_by_row(sheet: AllocationSheet) -> dict[AllotmentRow, tuple[SheetCell, ...]]:
    return {row.key: cells for row, cells in zip(sheet.rows, sheet.cells, strict=True)}


def _all_rows(first: AllocationSheet, second: AllocationSheet) -> list[SheetRow]:
    """Return the rows of both: what only the second has stands before the first's last row, the reserve."""
    there = {row.key for row in first.rows}
    return [*first.rows[:-1], *(row for row in second.rows if row.key not in there), *first.rows[-1:]]


def _compared(
    row: SheetRow, one: tuple[SheetCell, ...], other: tuple[SheetCell, ...], sums: tuple[SheetSum, ...]
) -> ComparedRow:
    cells = tuple(map(_of_cells, one, other))
    across = tuple(
        _of_totals(add_up(one[j] for j in each.columns), add_up(other[j] for j in each.columns)) for each in sums
    )
    return ComparedRow(row, cells, across)


def _of_cells(one: SheetCell, other: SheetCell) -> Pair:
    same = one.count == other.count and not one.in_conflict and not other.in_conflict
    return Pair(one.count, other.count, same, one.in_conflict, other.in_conflict)


def _of_totals(one: Total, other: Total) -> Pair:
    same = (one.lowest, one.highest, one.filled) == (other.lowest, other.highest, other.filled)
    return Pair(one.amount, other.amount, same, one.lowest != one.highest, other.lowest != other.highest)
