"""What lies in an area, found without asking all: rectangles sorted into the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from eitc_desktop.drawing.shapes import Rect

_ROW = 1 << 32  # keys of cells: row * _ROW + column


class Grid:
    """Holds rectangles by number. Time and room grow with the rectangles and the cells that they cover."""

    def __init__(
        self,
        x: Sequence[float],
        y: Sequence[float],
        widths: Sequence[float],
        heights: Sequence[float],
        cell: tuple[float, float],
    ) -> None:
        self._cell = cell
        self._items = x, y, widths, heights
        self._cells: dict[int, list[int]] = {}
        across, down = 1 / cell[0], 1 / cell[1]
        cells = self._cells
        for number, (left, top, width, height) in enumerate(zip(x, y, widths, heights, strict=True)):
            first, last = floor(left * across), floor((left + width) * across)
            for row in range(floor(top * down), floor((top + height) * down) + 1):
                for column in range(first, last + 1):
                    key = row * _ROW + column
                    if key in cells:
                        cells[key].append(number)
                    else:
                        cells[key] = [number]

    def in_area(self, area: Rect) -> list[int]:
        """Return the numbers of the rectangles that meet *area*, its edge included, in order."""
        x, y, widths, heights = self._items
        right, bottom = area.right, area.bottom
        found: set[int] = set()
        for row in range(floor(area.y / self._cell[1]), floor(bottom / self._cell[1]) + 1):
            for column in range(floor(area.x / self._cell[0]), floor(right / self._cell[0]) + 1):
                found.update(self._cells.get(row * _ROW + column, ()))
        return sorted(
            number
            for number in found
            if x[number] <= right
            and x[number] + widths[number] >= area.x
            and y[number] <= bottom
            and y[number] + heights[number] >= area.y
        )
