"""Where the arrows lead from one box to another."""

from __future__ import annotations

from enum import Enum, auto

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.drawing.shapes import Rect
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
        self._way_back: tuple[int, Way, int] | None = None  # from a box, in a direction, to where one came from
        self._children: dict[int, list[int]] = {}
        for box, parent in enumerate(self._parents):
            if parent in self._children:
                self._children[parent].append(box)
            else:
                self._children[parent] = [box]

    def next(self, box: int, way: Way) -> int:
        """Return the box that a direction leads to: parent, first child or sibling; *box* itself where it ends.

        Where siblings stand in several rows or columns, up and down lead to the one above or below first. From a box
        without any below it down leads to the nearest that stands below among its parent's others, or its parent's
        siblings; and up from there straight back.
        """
        turned = _TURNED[way] if self._sheet.sideways else way
        way_back, self._way_back = self._way_back, None
        if way_back is not None and way_back[:2] == (box, turned):
            return way_back[2]
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
                if below is not None:
                    return below
                below = self._farther_below(box)
                if below != box:
                    self._way_back = below, Way.UP, box
                return below

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
            share = self._share(here, there)
            away = self._away(there, here) if up else self._away(here, there)
            if share > 0 and away >= 0 and (best is None or away < best[0]):
                best = (away, other)
        return None if best is None else best[1]

    def _farther_below(self, box: int) -> int:
        """Return the nearest box below among those that belong to the parent too, or to the parent's and so on."""
        here, at = self._sheet.rect(box), box
        while at >= 0:
            others = ((other, self._sheet.rect(other)) for other in self._children[self._parents[at]] if other != at)
            below = [
                (self._away(here, there) + max(-self._share(here, there), 0) + self._aside(here, there), other)
                for other, there in others
                if self._away(here, there) >= 0
            ]
            if below:
                return min(below)[1]
            at = self._parents[at]
        return box

    def _share(self, one: Rect, other: Rect) -> float:
        """Return how much two boxes have in common across the way down, less than 0 where they stand apart."""
        if self._sheet.sideways:
            return min(one.bottom, other.bottom) - max(one.y, other.y)
        return min(one.right, other.right) - max(one.x, other.x)

    def _away(self, above: Rect, below: Rect) -> float:
        """Return how far below a box another begins."""
        return below.x - above.right if self._sheet.sideways else below.y - above.bottom

    def _aside(self, one: Rect, other: Rect) -> float:
        """Return how far aside of each other the middles of two boxes stand."""
        if self._sheet.sideways:
            return abs(one.y + one.height / 2 - other.y - other.height / 2)
        return abs(one.x + one.width / 2 - other.x - other.width / 2)
