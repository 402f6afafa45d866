"""What the window shows when printing is asked for."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.model.facts import FactRef


class PrintContext(NamedTuple):
    """The kind of paper (a word of the command line) that goes with the place the user comes from, empty for none,
    and the fact that is chosen there.
    """

    kind: str = ""
    unit: FactRef | None = None
