"""How long work tells that it goes on. The callback may raise to cancel; services know no threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``total`` steps are finished; ``what`` names the next one, for a person."""

    done: int
    total: int
    what: str


Progress = Callable[[Step], None]


def silent(_step: Step) -> None:
    """Take no notice."""
