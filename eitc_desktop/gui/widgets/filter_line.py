"""A line for words to filter by."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget


class FilterLine(QLineEdit):
    """Gets its button for clearing with the first word: before that it would be empty, and its icon is slow to find."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._offer_clearing)

    def _offer_clearing(self, words: str) -> None:
        if words and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
