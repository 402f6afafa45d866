"""Keys that a widget answers itself, in one table that the list of keys (F1) shows too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from eitc_desktop.phrases import Phrase


class KeyUse(NamedTuple):
    """Keys in Qt's portable words (Ctrl+Return), what they are for, and what answers them in the widget."""

    keys: tuple[str, ...]
    words: Phrase
    answer: Callable[[Any], object]


def answer_key(widget: object, uses: Iterable[KeyUse], event: QKeyEvent) -> bool:
    """Let *widget* answer *event* where one of *uses* names its key; say whether one did."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(event.key() | modifiers.value)  # in numbers: not every key has a name
    for use in uses:
        if any(QKeySequence(key) == pressed for key in use.keys):
            use.answer(widget)
            return True
    return False
