"""Stands in the place of what a filter has left empty: says that nothing matches, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class NothingFound(QWidget):
    """Its button clears *line*, and gives it the keyboard."""

    def __init__(self, tokens: Tokens, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = WrappedLabel(tokens, "", self, muted=True)
        button = QPushButton(self.tr("清除筛选"), self)
        button.setAutoDefault(False)  # in a dialog, Enter in the line is no wish for it
        button.clicked.connect(line.clear)
        button.clicked.connect(line.setFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, words: str) -> None:
        """Say *words*."""
        self._words.setText(words)
