"""A frame around a widget that has the keyboard but shows no sign of it by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens


class FocusRing(QWidget):
    """Lies over *target* while that has the focus; the mouse goes through it."""

    def __init__(self, tokens: Tokens, target: QWidget) -> None:
        super().__init__(target)
        self._tokens = tokens
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        target.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target's focus and size."""
        kind = event.type()
        if watched is self._target and kind in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize}:
            self.setGeometry(self._target.rect())
            if kind is not QEvent.Type.Resize:
                self.setVisible(kind is QEvent.Type.FocusIn)
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame."""
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(self._tokens.accent), 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
