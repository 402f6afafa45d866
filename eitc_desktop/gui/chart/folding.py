"""What of a chart is shown when some of it is folded away."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, Tie

GROUPS = (ChartKind.POST, ChartKind.DIVISION, ChartKind.HOSTED_OFFICE)
"""What stands under the body in groups that fold by themselves."""


@dataclass(frozen=True, slots=True)
class ShownChart:
    """``content`` is what is laid out. ``units`` says of each unit in it which unit of the whole chart it is.

    What stands for a folded group is none: it is -1 less the group's place in GROUPS. ``places`` is the way back.
    """

    content: ChartContent
    units: tuple[int, ...]
    places: Mapping[int, int]


class Folds:
    """A whole chart and what of it is folded away. *group_words* stand in the place of a folded group."""

    def __init__(self, whole: ChartContent, group_words: Mapping[ChartKind, str]) -> None:
        self.whole = whole
        self._words = group_words
        self._below = [0] * len(whole.units)
        for unit in whole.units:
            if unit.parent is not None:
                self._below[unit.parent] += 1
        self._units: set[int] = set()
        self._groups: set[ChartKind] = set()

    @property
    def groups(self) -> dict[ChartKind, bool]:
        """The groups under the root that can be folded, and whether each is unfolded."""
        return {kind: kind not in self._groups for kind in self._words}

    def shown(self) -> ShownChart:
        """Return what is shown."""
        return shown_chart(self.whole, self._units, {kind: self._words[kind] for kind in self._groups})

    def is_unfolded(self, unit: int) -> bool | None:
        """Return whether what is below a unit, or in a group (negative), is shown; None where there is nothing."""
        if unit < 0:
            return GROUPS[-1 - unit] not in self._groups
        return unit not in self._units if self._below[unit] else None

    def count_below(self, unit: int) -> int:
        """Return how many children a unit has."""
        return self._below[unit] if unit >= 0 else 0

    def fold(self, unit: int, *, folded: bool) -> bool:
        """Fold or unfold a unit or a group (negative); return whether that changed anything."""
        if self.is_unfolded(unit) is not folded:
            return False
        if unit < 0:
            self._groups ^= {GROUPS[-1 - unit]}
        else:
            self._units ^= {unit}
        return True

    def unfold_all(self) -> bool:
        """Unfold everything; return whether that changed anything."""
        was_folded = bool(self._units or self._groups)
        self._units.clear()
        self._groups.clear()
        return was_folded

    def reveal(self, unit: int) -> bool:
        """Unfold what a unit is folded away in; return whether that changed anything."""
        found = self.whole.units[unit]
        hiding = [above for above in self.way_up(unit) if above in self._units]
        for above in hiding:
            self._units.remove(above)
        top = next((each for each in (unit, *self.way_up(unit)) if self.whole.units[each].parent == 0), None)
        group = found.kind if top is None else self.whole.units[top].kind
        if group in self._groups:
            self._groups.remove(group)
            return True
        return bool(hiding)

    def way_up(self, unit: int) -> list[int]:
        """Return the units above a unit, the nearest first; above one outside the body, the one it is tied to."""
        found: list[int] = []
        above = self.whole.units[unit].parent
        if above is None:
            above = next((tie.unit for tie in self.whole.ties if tie.other == unit), None)
        while above is not None:
            found.append(above)
            above = self.whole.units[above].parent
        return found


def shown_chart(whole: ChartContent, folded: AbstractSet[int], groups: Mapping[ChartKind, str]) -> ShownChart:
    """Return the chart without what stands below the *folded* units, and with *groups* of the root's folded to a word.

    *groups* holds for each folded group what stands in its place.
    """
    if not folded and not groups:
        units = tuple(range(len(whole.units)))
        return ShownChart(whole, units, dict(zip(units, units, strict=True)))
    kept: list[ChartUnit] = []
    numbers: list[int] = []
    places: dict[int, int] = {}

    def keep(number: int, unit: ChartUnit) -> None:
        places[number] = len(kept)
        numbers.append(number)
        kept.append(unit)

    for number, unit in enumerate(whole.units):
        if unit.kind is ChartKind.OUTSIDE or (unit.parent is not None and not _is_open(unit.parent, places, folded)):
            continue
        if unit.parent == 0 and unit.kind in groups:
            stand_in = -1 - GROUPS.index(unit.kind)
            if stand_in not in places:
                keep(stand_in, _stand_in(groups[unit.kind], unit.kind))
        else:
            keep(number, unit if unit.parent is None else replace(unit, parent=places[unit.parent]))
    ties: list[Tie] = []
    for tie in whole.ties:
        if tie.unit in places:
            keep(tie.other, whole.units[tie.other])
            ties.append(tie._replace(unit=places[tie.unit], other=places[tie.other]))
    return ShownChart(replace(whole, units=tuple(kept), ties=tuple(ties)), tuple(numbers), places)


def _stand_in(words: str, kind: ChartKind) -> ChartUnit:
    """Return the flat box of a folded group; what stands in brackets is rather not broken."""
    start = max(words.find("（"), words.find("("))
    return ChartUnit(words, kind, 0, keep=(words[start:],) if start > 0 else (), flat=True)


def groups_of(whole: ChartContent) -> dict[ChartKind, int]:
    """Return the groups under the root that hold anything, and how many units each has."""
    counts = dict.fromkeys(GROUPS, 0)
    for unit in whole.units:
        if unit.parent == 0 and unit.kind in counts:
            counts[unit.kind] += 1
    return {kind: count for kind, count in counts.items() if count}


def _is_open(parent: int, places: Mapping[int, int], folded: AbstractSet[int]) -> bool:
    return parent in places and parent not in folded


def lit_around(folds: Folds, shown: ShownChart, unit: int) -> tuple[frozenset[int], tuple[int, ...]]:
    """Return the boxes that stand out where *unit* is in focus, and those on the way to it, itself included."""
    box = shown.places[unit]
    above = folds.way_up(unit) if unit >= 0 else [0]
    path = (box, *(shown.places[other] for other in above))
    lit = {box}
    for number, below in enumerate(shown.content.units):
        if below.parent in lit:
            lit.add(number)
    lit |= {tie.other for tie in shown.content.ties if tie.unit in lit}
    return frozenset({*lit, *path}), path
