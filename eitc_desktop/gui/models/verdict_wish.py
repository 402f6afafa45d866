"""What a click or a key asks for: a verdict on links, other words for it, or that it be taken back; no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.model.facts import FactRef

Link = tuple[FactRef, FactRef | None]
"""A duty item and the unit it corresponds to; None: that it corresponds to none."""


class Wish(StrEnum):
    """What is wished; the first three are the values of ``model.review.Stance``."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DOUBT = "doubt"
    EXPLAIN = "explain"  # to give the verdict that there is a reason, or another one
    WITHDRAW = "withdraw"


class VerdictWish(NamedTuple):
    """A wish for one or several links; ``proposed`` is a unit that is proposed to begin with."""

    links: tuple[Link, ...]
    wish: Wish
    proposed: FactRef | None = None
