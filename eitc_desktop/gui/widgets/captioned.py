"""A view under a line of words that change with every choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Captioned(QWidget):
    """Places *caption* and *view* itself: with a layout, new words would have the whole window arranged and painted."""

    def __init__(self, caption: QLabel, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._view = view
        caption.setParent(self)
        view.setParent(self)

    def _arrange(self) -> None:
        height = self._caption.sizeHint().height()
        self._caption.setGeometry(0, 0, self.width(), height)
        self._view.setGeometry(0, height, self.width(), self.height() - height)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Follow a caption in another size of text."""
        if event.type() is QEvent.Type.LayoutRequest and self._caption.sizeHint().height() != self._caption.height():
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both the whole width."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        caption, view = self._caption.sizeHint(), self._view.sizeHint()
        return QSize(max(caption.width(), view.width()), caption.height() + view.height())

    def minimumSizeHint(self) -> QSize:
        caption = self._caption.minimumSizeHint()
        view = self._view.minimumSizeHint().expandedTo(self._view.minimumSize())
        return QSize(max(caption.width(), view.width()), caption.height() + view.height())
