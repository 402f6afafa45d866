"""Filling with a colour, as cheaply at the program's start as later."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect | QRectF, colour: str | QColor) -> None:
    """Fill *place* as ``QPainter.fillRect`` does.

    That has a form for gradients, and is told apart from it by enumerations that take longer to come into being, when
    they are first needed, than a pane to be painted.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(place)
    painter.restore()
