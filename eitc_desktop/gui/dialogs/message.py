"""A message with one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QStyle, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog

_WIDTH = 34  # characters, as many as are easily read in a line


class MessageDialog(FittedDialog):
    """Shows *words* as plain text, as high as they need."""

    def __init__(self, title: str, words: str, parent: QWidget, *, warning: bool = False) -> None:
        super().__init__(title, QSize(_WIDTH, 0), parent)
        self._label = QLabel(words, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = QHBoxLayout()
        if warning:
            body.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self._label, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        buttons.accepted.connect(self.accept)
        self.fill(body, buttons)

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def _sign(self) -> QLabel:
        style = self.style()
        side = style.pixelMetric(QStyle.PixelMetric.PM_MessageBoxIconSize)
        sign = QLabel(self)
        sign.setPixmap(style.standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).pixmap(side))
        return sign


def open_message(parent: QWidget, title: str, words: str, *, warning: bool = False) -> None:
    """Show *words* over *parent*; nothing waits for the answer."""
    MessageDialog(title, words, parent, warning=warning).open()
