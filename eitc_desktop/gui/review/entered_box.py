"""A frame around what was entered, and rows of words behind their captions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens

_CAPTION = 5.2  # characters: width of the captions


class EnteredBox(QWidget):
    """Has the double line of 录入 at its left."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(self._tokens.entered), 1.0))
            for left in (0.5, 3.5):
                painter.drawLine(QPointF(left, 0.0), QPointF(left, self.height()))


class CaptionedRows(QGridLayout):
    """Captions at the left, the words at the right; *inset* moves the words to where those in a box begin."""

    def __init__(self, tokens: Tokens, inset: int = 0) -> None:
        super().__init__()
        self._tokens = tokens
        self.setContentsMargins(inset, 0, 0, 0)
        self.setHorizontalSpacing(tokens.space_m)
        self.setVerticalSpacing(tokens.space_s)
        self.setColumnStretch(1, 1)
        self._count = 0

    def add(self, caption: str, what: QWidget | QLayout) -> None:
        """Add *what* behind *caption*."""
        if caption:
            label = QLabel(caption, self.parentWidget())
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setStyleSheet(f"color: {self._tokens.muted}; padding-top: {self._tokens.space_xs}px;")
            label.setWordWrap(True)
            self.addWidget(label, self._count, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(what, QWidget):
            self.addWidget(what, self._count, 1)
        else:
            self.addLayout(what, self._count, 1)
        self._count += 1

    def fit(self, widget: QWidget) -> None:
        """Give the captions their width, as the text of *widget* has its size."""
        self.setColumnMinimumWidth(0, round(_CAPTION * QFontInfo(widget.font()).pixelSize()))


def boxed(tokens: Tokens, parent: QWidget) -> tuple[EnteredBox, CaptionedRows]:
    """Return a box for what was entered, and the rows in it."""
    box = EnteredBox(tokens, parent)
    rows = CaptionedRows(tokens)
    column = QVBoxLayout(box)
    column.setContentsMargins(tokens.space_l, 0, 0, 0)
    column.addLayout(rows)
    rows.fit(box)
    return box, rows
