"""Stands in the place of the entries where none is shown: why, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class NothingWanted(QWidget):
    """Says that filters hide all entries, or that all are withdrawn."""

    clear_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._words = WrappedLabel(tokens, "", self, muted=True)
        self._clear = QPushButton(self.tr("清除筛选"), self)
        self._clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, *, filtered: bool) -> None:
        """Say why nothing is shown: because it was *filtered*, or because nothing is in force."""
        words = self.tr("没有符合条件的条目。") if filtered else self.tr("条目都已撤回。点“含已撤回”可以查看和恢复。")
        self._words.setText(words)
        self._clear.setVisible(filtered)
