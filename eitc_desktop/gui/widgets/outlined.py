"""Controls with an outline that is seen on a dark window too."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens


def outline(tokens: Tokens, *controls: QWidget) -> None:
    """Give *controls* an outline that stands out from the window (WCAG 2.2, 1.4.11: 3:1), in the palette in force.

    Fusion takes the outline of boxes to tick and of numbers from the window's colour, darkened: on a dark
    window it can't be seen. None of them fills its ground with that colour.
    """
    for control in controls:
        palette = QPalette(control.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(tokens.muted))
        control.setPalette(palette)
