"""A line for words to filter by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterLine(QLineEdit):
    """Gets its button for clearing with the first word: before that it would be empty, and its icon is slow to find."""

    left_below = Signal()  # Down: to what is filtered

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._offer_clearing)

    def call(self) -> None:
        """Take the keyboard, with the words there marked so that typing replaces them."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def answer_in(self, pane: QWidget) -> None:
        """Let Ctrl+F anywhere in *pane* lead here."""
        call = QAction(QCoreApplication.translate("FilterLine", "到筛选框"), pane)
        call.setShortcut(QKeySequence("Ctrl+F"))
        call.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        call.triggered.connect(self.call)
        pane.addAction(call)

    def _offer_clearing(self, words: str) -> None:
        if words and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards, to what is filtered."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.left_below.emit()
        else:
            super().keyPressEvent(event)
