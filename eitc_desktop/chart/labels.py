"""What stands in each kind of box, and how much room is left around it."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.chart.content import ChartKind, ChartUnit
from eitc_desktop.chart.setting import Part
from eitc_desktop.drawing.shapes import Face, Ink

HOSTED_WORD = "设在"
BODY_FACTOR = 1.3  # of the body's name
FLAT_LIMIT = 9.2
"""Ems of a line of a flat box, at least."""


class Pad(NamedTuple):
    """Room between words and frame, at each side, in ems."""

    x: float
    y: float


LEVEL_PAD = Pad(0.55, 0.4)  # of boxes with lines of words
ROW_PAD = Pad(0.55, 0.28)  # of boxes that stand one close under the other
UPRIGHT_PAD = Pad(0.3, 0.5)  # of boxes with columns of words
BODY_PAD = Pad(1.2, 0.6)


def parts_of(unit: ChartUnit, *, numbered: bool = False) -> tuple[Part, ...]:
    """Return the words in the box of *unit*: ordinal if *numbered*, name, what stands in （）, plates, amount."""
    if unit.kind is ChartKind.BODY:
        return (Part(unit.name, Face.HEI, BODY_FACTOR), *_plates(unit), *_second_names(unit))
    parts = [Part(unit.name, keep=unit.keep)]
    if numbered and unit.ordinal:
        parts.insert(0, Part(unit.ordinal))
    if unit.kind is ChartKind.POST and unit.amount is not None:
        parts.append(Part(unit.amount))
    return (*parts, *_second_names(unit), *_plates(unit))


def _second_names(unit: ChartUnit) -> tuple[Part, ...]:
    return tuple(Part(f"（{name}）", ink=Ink.SOFT) for name in unit.second_names)


def _plates(unit: ChartUnit) -> tuple[Part, ...]:
    return tuple(Part(f"（挂{name}牌子）", ink=Ink.SOFT, keep=(name,)) for name in unit.nameplates)
