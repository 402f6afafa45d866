"""What of a chart is shown when some of it is folded away."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit

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


def shown_chart(
    whole: ChartContent,
    folded: Set[int],
    groups: Mapping[ChartKind, str],
) -> ShownChart:
    """Return the chart without what stands below the *folded* units, and with *groups* of the root's folded to a word.

    *groups* holds for each folded group what stands in its place.
    """
    if not folded and not groups:
        units = tuple(range(len(whole.units)))
        return ShownChart(whole, units, dict(zip(units, units, strict=True)))
    kept: list[ChartUnit] = []
    numbers: list[int] = []
    places: dict[int, int] = {}
    stand_ins: set[ChartKind] = set()
    for number, unit in enumerate(whole.units):
        if unit.kind is ChartKind.OUTSIDE:
            continue
        if unit.parent is not None and (unit.parent not in places or unit.parent in folded):
            continue
        if unit.parent == 0 and unit.kind in groups:
            if unit.kind not in stand_ins:
                stand_ins.add(unit.kind)
                kept.append(ChartUnit(groups[unit.kind], unit.kind, 0))
                place = -1 - GROUPS.index(unit.kind)
                places[place] = len(numbers)
                numbers.append(place)
            continue
        places[number] = len(kept)
        numbers.append(number)
        kept.append(unit if unit.parent is None else replace(unit, parent=places[unit.parent]))
    ties = []
    for tie in whole.ties:
        if tie.unit in places:
            places[tie.other] = len(kept)
            numbers.append(tie.other)
            kept.append(whole.units[tie.other])
            ties.append(tie._replace(unit=places[tie.unit], other=places[tie.other]))
    return ShownChart(replace(whole, units=tuple(kept), ties=tuple(ties)), tuple(numbers), places)


def groups_of(whole: ChartContent) -> dict[ChartKind, int]:
    """Return the groups under the root that hold anything, and how many units each has."""
    counts = dict.fromkeys(GROUPS, 0)
    for unit in whole.units:
        if unit.parent == 0 and unit.kind in counts:
            counts[unit.kind] += 1
    return {kind: count for kind, count in counts.items() if count}
