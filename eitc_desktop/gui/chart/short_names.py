"""Names as they stand in boxes too small for all that is written there."""

from __future__ import annotations

from eitc_desktop.chart.content import ChartUnit

MORE = "…"
"""Ends what isn't all."""


def short_name(unit: ChartUnit) -> str:
    """Return the name that stands for all that is written in a box: … where that is more."""
    more = unit.second_names or unit.nameplates or unit.amount
    return unit.name + MORE if more and not unit.name.endswith(MORE) else unit.name


def shortened(name: str, ems: int) -> str:
    """Return what of *name* there is room for in a line of so many ems; where that isn't all, it ends in …"""
    if len(name) <= ems:
        return name
    halves = [1 if char.isascii() else 2 for char in name]
    if sum(halves) <= 2 * ems:
        return name
    kept, room = 0, 2 * ems - 2
    while room >= halves[kept]:
        room -= halves[kept]
        kept += 1
    return name[:kept].removesuffix(MORE) + MORE
