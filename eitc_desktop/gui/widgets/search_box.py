"""The line that searches everything: what is typed is told, and keys move in the list below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.phrases import Phrase


class SearchBox(FilterLine):
    """Keeps the keyboard while the list is shown; a composition of the input method keeps its keys."""

    row_moved = Signal(int)  # 1 down, -1 up
    page_moved = Signal(int)
    hit_taken = Signal()
    left = Signal()  # Esc
    entered = Signal()  # by key or mouse
    keyboard_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("查找 Ctrl+K"))
        self.setAccessibleName(self.tr("查找"))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys for the list."""
        if self.is_composing or not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what was found before, too."""
        super().mousePressEvent(event)
        self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that words may come."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the list is of no use now."""
        super().focusOutEvent(event)
        self.keyboard_lost.emit()

    KEYS = (
        KeyUse(("Down",), Phrase("KeyUses", "到下一条结果"), lambda box: box.row_moved.emit(1)),
        KeyUse(("Up",), Phrase("KeyUses", "到上一条结果"), lambda box: box.row_moved.emit(-1)),
        KeyUse(("PgDown",), Phrase("KeyUses", "往下一屏结果"), lambda box: box.page_moved.emit(1)),
        KeyUse(("PgUp",), Phrase("KeyUses", "往上一屏结果"), lambda box: box.page_moved.emit(-1)),
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "转到这条结果"), lambda box: box.hit_taken.emit()),
        KeyUse(("Esc",), Phrase("KeyUses", "收起结果，回到原处"), lambda box: box.left.emit()),
    )
