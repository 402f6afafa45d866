"""What the inks of a drawing are on the screen, in the palette in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from eitc_desktop.drawing.shapes import Ink
from eitc_desktop.gui.theme import Tokens

_FAINT, _FAINT_DARK = 0.27, 0.36  # how much nearer to the ground than muted words: more of either leaves less than 3:1


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


def faint(tokens: Tokens) -> QColor:
    """Return the strongest colour of what doesn't stand out: words in it keep 3:1 to the ground of boxes and sheet."""
    muted, ground = QColor(tokens.muted), QColor(tokens.surface)
    share = _FAINT_DARK if tokens.dark else _FAINT
    return QColor.fromRgbF(
        muted.redF() + share * (ground.redF() - muted.redF()),
        muted.greenF() + share * (ground.greenF() - muted.greenF()),
        muted.blueF() + share * (ground.blueF() - muted.blueF()),
    )
