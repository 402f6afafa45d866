"""What the window shows when printing is asked for."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.model.facts import FactRef

SELECTED_UNIT = "selected unit"
"""The kind of paper that is about the unit chosen in the window."""


class PrintContext(NamedTuple):
    """The kind of paper that goes with the place the user comes from, empty for none, and the fact that is chosen
    there. The kind is a word of the command line or ``SELECTED_UNIT``.
    """

    kind: str = ""
    unit: FactRef | None = None
