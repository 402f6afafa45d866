"""A dock's title: Qt's own buttons can't be seen on a dark ground."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from eitc_desktop.gui.theme import Tokens

_SIDE = 20  # logical pixels of a button


class _Sign(Enum):
    FLOAT = auto()
    CLOSE = auto()


class DockTitle(QWidget):
    """The dock's name, a button that floats or docks it and one that closes it; dragging is the dock's own."""

    float_requested = Signal()
    close_requested = Signal()

    def __init__(self, tokens: Tokens, words: str, dock: QWidget) -> None:
        super().__init__(dock)
        self._name = QLabel(words, self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.float_button = _TitleButton(tokens, _Sign.FLOAT, self.tr("浮动或停靠"), self)
        self.close_button = _TitleButton(tokens, _Sign.CLOSE, self.tr("关闭（可从“查看”菜单再打开）"), self)
        self.float_button.clicked.connect(self.float_requested)
        self.close_button.clicked.connect(self.close_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(tokens.space_m, tokens.space_s, tokens.space_s, tokens.space_s)
        line.setSpacing(tokens.space_xs)
        line.addWidget(self._name, 1)
        line.addWidget(self.float_button)
        line.addWidget(self.close_button)

    def set_floating(self, floating: bool) -> None:
        """Stand out as the title of a window, or be quiet as that of a dock."""
        font = self._name.font()
        font.setBold(floating)
        self._name.setFont(font)
        self.setBackgroundRole(QPalette.ColorRole.Highlight if floating else QPalette.ColorRole.Window)
        self.setAutoFillBackground(floating)

    # Qt overrides

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Float or dock: Qt's own answer would leave the dock exactly over its old place."""
        event.accept()
        self.float_requested.emit()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets a dock be narrow."""
        return QSize(3 * _SIDE, self.sizeHint().height())


class _TitleButton(QAbstractButton):
    """A small square with a sign of lines."""

    def __init__(self, tokens: Tokens, sign: _Sign, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._sign = sign
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw a cross, or a window before another."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._tokens.selection))
                painter.drawRoundedRect(QRectF(self.rect()), self._tokens.radius, self._tokens.radius)
            painter.setPen(QPen(QColor(self._tokens.muted), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._sign is _Sign.CLOSE:
                painter.drawLine(QPointF(6, 6), QPointF(14, 14))
                painter.drawLine(QPointF(14, 6), QPointF(6, 14))
            else:
                painter.drawRect(QRectF(5.5, 8.5, 6, 6))
                painter.drawPolyline(
                    [QPointF(8.5, 8.5), QPointF(8.5, 5.5), QPointF(14.5, 5.5), QPointF(14.5, 11.5), QPointF(11.5, 11.5)]
                )
