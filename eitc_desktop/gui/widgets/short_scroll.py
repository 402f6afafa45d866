"""Scrolls what a small screen has no room for with large text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ShortScroll(QScrollArea):
    """Asks for the least height in which nothing has to scroll, up to *tallest* logical pixels, and scrolls beyond."""

    def __init__(self, tallest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = tallest
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._content = _Content(self.viewport())
        self._content.setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidget(self._content)

    @property
    def content(self) -> QWidget:
        """What is scrolled."""
        return self._content

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Return what the content needs at least, as far as it is not too tall."""
        least = self._content.minimumSizeHint()
        return least.boundedTo(QSize(least.width(), self._tallest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what is around when the content needs another height."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Content(QWidget):
    """What would like to be taller than it must be gets what is left, and doesn't scroll for it."""

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002
        return self.minimumSizeHint().height()
