"""What the window shows when there is no library to show: why, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.widgets.labels import WrappedLabel


class FailurePage(QWidget):
    """One message and three buttons."""

    other_requested = Signal()
    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._heading = QLabel(self.tr("数据库没有打开"), self)
        self._dress()
        tokens.changed.connect(self._dress)
        self._message = WrappedLabel(tokens, "", self)  # a path has no place to break: it breaks anywhere
        self._message.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(tokens, self._message)
        self._message.setMinimumWidth(240)
        self._message.setMaximumWidth(640)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(tokens.space_m)
        self.other_button = self._add_button(self.tr("选择其他数据库…"), self.other_requested)
        self.retry_button = self._add_button(self.tr("重试"), self.retry_requested)
        self.quit_button = self._add_button(self.tr("退出"), self.quit_requested)
        self._buttons.addStretch(1)
        self.other_button.setDefault(True)
        column = QVBoxLayout()
        column.setSpacing(tokens.space_l)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._message)
        column.addLayout(self._buttons)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.setContentsMargins(tokens.space_xl, 0, tokens.space_xl, 0)
        across.addStretch(1)
        across.addLayout(column, 2)  # with the message's largest width: lines that can be read
        across.addStretch(1)
        self.setFocusProxy(self.other_button)

    @property
    def message(self) -> str:
        """The message on the page."""
        return self._message.text()

    def show_message(self, message: str) -> None:
        """Say why there is nothing to show."""
        self._message.setText(message)

    def _dress(self) -> None:
        font = self._heading.font()
        font.setPointSizeF(self._tokens.font_title)
        font.setBold(True)
        self._heading.setFont(font)

    def _add_button(self, words: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)
        button.clicked.connect(wish)
        self._buttons.addWidget(button)
        return button
