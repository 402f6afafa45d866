"""What the inks of a drawing are on the screen, in the palette in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from eitc_desktop.drawing.shapes import Ink
from eitc_desktop.gui.theme import Tokens


def screen_inks(tokens: Tokens) -> Mapping[Ink, QColor]:
    """Return a colour for every ink."""
    changes = tokens.changes
    names = {
        Ink.TEXT: tokens.text,
        Ink.SOFT: tokens.muted,
        Ink.FRAME: tokens.muted,
        Ink.RULE: tokens.border,
        Ink.PAPER: tokens.surface,
        Ink.HEAD: tokens.raised,
        Ink.DERIVED: tokens.derived,
        Ink.JUDGED: tokens.judged,
        Ink.ENTERED: tokens.entered,
        Ink.ABOLISHED: changes.abolished,
        Ink.DEVOLVED: changes.devolved,
        Ink.INTEGRATED: changes.integrated,
        Ink.ADDED: changes.added,
        Ink.STRENGTHENED: changes.strengthened,
    }
    return {ink: QColor(name) for ink, name in names.items()}
