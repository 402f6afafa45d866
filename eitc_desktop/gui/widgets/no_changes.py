"""What stands in the place of the changes where none is shown: why, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class NoChanges(QWidget):
    """Says that filters hide all changes, or that the provision states none."""

    clear_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        self._reason = WrappedLabel(tokens, "", self, muted=True)
        self._undo = QPushButton(self.tr("清除筛选"), self)
        self._undo.clicked.connect(self.clear_requested)
        column.addWidget(self._reason)
        column.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, *, filtered: bool) -> None:
        """Say why nothing is shown: because it was *filtered*, or because there is nothing."""
        if filtered:
            self._reason.setText(self.tr("没有符合条件的职能转变。请减少筛选词，或重新选上被隐藏的类别。"))
        else:
            self._reason.setText(self.tr("本规定未载明职能转变。"))
        self._undo.setVisible(filtered)
