"""What is wrong with a drawn chart, as findings."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Drawing, Rect


class Fault(StrEnum):
    """Kinds of what may be wrong."""

    OVERLAP = "overlap"
    OVERFLOW = "overflow"
    CROSSING = "crossing"
    SMALL = "small"


class ChartFinding(NamedTuple):
    """One fault: what it is, in a Chinese sentence, and where in the drawing."""

    fault: Fault
    words: str
    where: Rect


def check(drawing: Drawing, measurer: TextMeasurer, smallest: float) -> tuple[ChartFinding, ...]:
    return ()
