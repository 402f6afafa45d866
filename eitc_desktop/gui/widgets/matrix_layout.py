"""Where everything stands in the duty matrix: lengths in logical pixels, from zoom, text size and room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from eitc_desktop.gui.models.duty_matrix import MatrixColumn

LONGEST, _SHORTEST = 9, 4  # characters of a name in one vertical line; longer ones take several lines
_COLUMN, _LINE, _SECOND, _GAP = 18.5, 13.0, 11.0, 17.0
_ROW, _SYMBOLS = 22.0, 15.0
_LABEL_LEAST, _LABEL_GOOD, _LABEL_MOST = 150.0, 300.0, 520.0
_SPREAD = 14.0  # how much wider a column becomes where there is room
_HEAD_SHARE = 0.48  # of the height: the heads take no more


class MatrixLayout(NamedTuple):
    """Lengths of one matrix. ``edges`` are the left edges of the columns and the right edge of the last,
    counted from the end of the frozen labels; ``gap`` is the number of the first hosted column, before which a
    strip of ``gap_width`` is left free, None where there is none or nothing else.
    """

    unit: float  # what a length of 1 at the usual size and zoom is
    label: int
    head: int
    row: int
    foot: int
    edges: tuple[int, ...]
    gap: int | None
    gap_width: int
    second: bool  # there is room for the second names
    longest: int  # characters of a name in one vertical line

    @property
    def width(self) -> int:
        """Width of all columns."""
        return self.edges[-1]

    @property
    def line(self) -> float:
        """Distance between the characters of a vertical name."""
        return _LINE * self.unit

    @property
    def symbols(self) -> float:
        """Height that the symbols of changes take above a name."""
        return _SYMBOLS * self.unit

    def column_at(self, x: float) -> int | None:
        """Return the column at *x* from the end of the labels, None beside all of them."""
        column = bisect_right(self.edges, x) - 1
        return column if 0 <= column < len(self.edges) - 1 and x >= self.left(column) else None

    def left(self, column: int) -> int:
        """Return where a column begins, the free strip before it left out."""
        return self.edges[column] + (self.gap_width if column == self.gap else 0)

    def right(self, column: int) -> int:
        """Return where a column ends."""
        return self.edges[column + 1]


def lay_out(columns: Sequence[MatrixColumn], room: int, height: int, unit: float) -> MatrixLayout:
    """Lay *columns* out in *room* pixels: the labels get what is left, second names where all fit with them.

    Names are broken into shorter lines where the *height* for all of the matrix is small.
    """
    fitting = int((height * _HEAD_SHARE - _SYMBOLS * unit) / (_LINE * unit))
    longest = min(max(fitting, _SHORTEST), LONGEST)
    gap = next((i for i, column in enumerate(columns) if column.hosted), None)
    gap = gap or None  # hosted offices alone need no setting apart
    gap_width = round(_GAP * unit) if gap else 0
    least = round(_LABEL_LEAST * unit)
    plain = [_width(column, unit, longest, second=False) for column in columns]
    wide = [_width(column, unit, longest, second=True) for column in columns]
    second = wide != plain and sum(wide) + gap_width + least <= room
    edges = _edges(wide if second else plain, room - round(_LABEL_GOOD * unit), round(_SPREAD * unit), gap, gap_width)
    label = min(max(room - edges[-1], least), round(_LABEL_MOST * unit))
    names = [name for column in columns for name in _names(column, second=second)]
    tallest = max((len(name_lines(name, longest)[0]) for name in names if name), default=_SHORTEST)
    head = round((_LINE * tallest + _SYMBOLS + 6) * unit)
    foot = round((_LINE * 3 + 6) * unit)
    return MatrixLayout(unit, label, head, round(_ROW * unit), foot, edges, gap, gap_width, second, longest)


def name_lines(name: str, longest: int) -> tuple[str, ...]:
    """Return a name in as many vertical lines as it needs, none much longer than the others."""
    count = max(ceil(len(name) / longest), 1)
    length = ceil(len(name) / count)
    return tuple(name[start : start + length] for start in range(0, len(name), length))


def _names(column: MatrixColumn, *, second: bool) -> tuple[str, ...]:
    return (column.name, *column.second_names) if second else (column.name,)


def _width(column: MatrixColumn, unit: float, longest: int, *, second: bool) -> int:
    width = _COLUMN + _LINE * (len(name_lines(column.name, longest)) - 1)
    if second:
        width += _SECOND * sum(len(name_lines(name, longest)) for name in column.second_names)
    return round(width * unit)


def _edges(widths: Sequence[int], room: int, spread: int, gap: int | None, gap_width: int) -> tuple[int, ...]:
    """Return the edges of columns of *widths*, each up to *spread* wider where *room* allows it."""
    spare = room - sum(widths) - gap_width
    more = min(max(spare // max(len(widths), 1), 0), spread)
    edges = [0]
    for number, width in enumerate(widths):
        edges.append(edges[-1] + width + more + (gap_width if number == gap else 0))
    return tuple(edges)
