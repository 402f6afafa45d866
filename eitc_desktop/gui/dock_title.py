"""A dock's title: Qt's own buttons can't be seen on a dark ground."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QHBoxLayout, QLabel, QWidget

from eitc_desktop.gui.theme import Tokens

_SIDE = 20  # logical pixels of a button


class _Sign(Enum):
    FLOAT = auto()
    CLOSE = auto()


class DockTitle(QWidget):
    """The dock's name, a button that floats or docks it and one that closes it; dragging is the dock's own."""

    def __init__(self, tokens: Tokens, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        name = QLabel(dock.windowTitle(), self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        self.float_button = _TitleButton(tokens, _Sign.FLOAT, self.tr("浮动或停靠"), self)
        self.close_button = _TitleButton(tokens, _Sign.CLOSE, self.tr("关闭（可从“查看”菜单再打开）"), self)
        self.float_button.clicked.connect(self._toggle_floating)
        self.close_button.clicked.connect(dock.close)
        line = QHBoxLayout(self)
        line.setContentsMargins(tokens.space_m, tokens.space_s, tokens.space_s, tokens.space_s)
        line.setSpacing(tokens.space_xs)
        line.addWidget(name, 1)
        line.addWidget(self.float_button)
        line.addWidget(self.close_button)

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    # Qt overrides

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
