"""The place of the provision that the keyboard stands on: what is added there is about it."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.text import Span


class Here(NamedTuple):
    """A fact, a passage, or with None the provision as a whole."""

    place: FactRef | Span | None


@runtime_checkable
class StandsSomewhere(Protocol):
    """A list, a text or a pane in which one can stand on a place that isn't chosen in every pane."""

    def place_here(self) -> Here | None:
        """Return where one stands in it, None where nowhere in particular."""
        ...


def place_with_keyboard(focused: QWidget | None) -> Here | None:
    """Return the place that the widget with the keyboard stands on, or else one that it is part of."""
    widget = focused
    while widget is not None:
        here = widget.place_here() if isinstance(widget, StandsSomewhere) and widget.isVisible() else None
        if here is not None:
            return here
        widget = widget.parentWidget()
    return None
