"""Where the arrows lead from one box to another."""

from __future__ import annotations

from enum import Enum, auto

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.gui.chart.sheet import Sheet


class Way(Enum):
    """A direction in the picture."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()


_TURNED = {Way.LEFT: Way.UP, Way.RIGHT: Way.DOWN, Way.UP: Way.LEFT, Way.DOWN: Way.RIGHT}


class Walk:
    """Leads through a chart as it is drawn; a unit outside the body counts as below the one that it is tied to."""

    def __init__(self, sheet: Sheet, content: ChartContent) -> None:
        self._sheet = sheet
        self._kinds = [unit.kind for unit in content.units]
        self._parents = [-1 if unit.parent is None else unit.parent for unit in content.units]
        for tie in content.ties:
            self._parents[tie.other] = tie.unit
        self._children: dict[int, list[int]] = {}
        for box, parent in enumerate(self._parents):
            if parent in self._children:
                self._children[parent].append(box)
            else:
                self._children[parent] = [box]

    def next(self, box: int, way: Way) -> int:
        """Return the box that a direction leads to: parent, first child or sibling; *box* itself where it ends.

        Where siblings stand in several rows or columns, up and down lead to the one above or below first.
        """
        turned = _TURNED[way] if self._sheet.sideways else way
        match turned:
            case Way.LEFT | Way.RIGHT:
                return self._beside(box, 1 if turned is Way.RIGHT else -1)
            case Way.UP:
                above, parent = self._in_line(box, up=True), self._parents[box]
                return above if above is not None else box if parent < 0 else parent
            case _:
                if box in self._children:
                    return self._children[box][0]
                below = self._in_line(box, up=False)
                return box if below is None else below

    def _beside(self, box: int, step: int) -> int:
        siblings = self._children[self._parents[box]]
        place = siblings.index(box) + step
        return siblings[place] if 0 <= place < len(siblings) else box

    def _in_line(self, box: int, *, up: bool) -> int | None:
        """Return the sibling of its kind that stands nearest above or below a box, or sideways beside it."""
        here = self._sheet.rect(box)
        best: tuple[float, int] | None = None
        for other in self._children[self._parents[box]]:
            if self._kinds[other] is not self._kinds[box]:
                continue
            there = self._sheet.rect(other)
            if self._sheet.sideways:
                share = min(here.bottom, there.bottom) - max(here.y, there.y)
                away = here.x - there.right if up else there.x - here.right
            else:
                share = min(here.right, there.right) - max(here.x, there.x)
                away = here.y - there.bottom if up else there.y - here.bottom
            if share > 0 and away >= 0 and (best is None or away < best[0]):
                best = (away, other)
        return None if best is None else best[1]
