"""Words that do something when they are followed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class WordLink(WrappedLabel):
    """Wrapped words that a click, Enter or Space follows."""

    def __init__(
        self, tokens: Tokens, text: str, parent: QWidget | None = None, *, points: float | None = None
    ) -> None:
        super().__init__(tokens, text, parent, points=points)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._act: Callable[[], object] | None = None

    @property
    def ink(self) -> str:
        """Colour of the words, as #RRGGBB."""
        return self._tokens.accent

    def lead(self, text: str, act: Callable[[], object]) -> None:
        """Say *text*, and do *act* when that is followed."""
        self._act = act
        self.setText(text)
        self.setAccessibleName(text)

    def follow(self) -> None:
        """Do what the words are for."""
        if self._act is not None:
            self._act()

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow when the button is let go over the words."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow by key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.follow()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, framed when they have the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QPen(QColor(self._tokens.accent), 1.0))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
