"""A dock's title: Qt's own buttons can't be seen on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from eitc_desktop.gui.icons import Icon, paint_icon
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled

_SIDE = 20  # logical pixels of a button beside text of the usual size
_MARGIN = 0.15  # of that, around the icon


class DockTitle(QWidget):
    """The dock's name, a button that floats or docks it and one that closes it; dragging is the dock's own."""

    float_requested = Signal()
    close_requested = Signal()

    def __init__(self, tokens: Tokens, words: str, dock: QWidget) -> None:
        super().__init__(dock)
        self._name = QLabel(words, self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.float_button = _TitleButton(tokens, Icon.FLOAT, self.tr("浮动或停靠"), words, self)
        self.close_button = _TitleButton(tokens, Icon.CLOSE, self.tr("关闭（可从“查看”菜单再打开）"), words, self)
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
        return QSize(3 * self.close_button.width(), self.sizeHint().height())


class _TitleButton(QAbstractButton):
    """A small square with an icon."""

    def __init__(self, tokens: Tokens, which: Icon, words: str, pane: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._which = which
        self.setToolTip(words)
        self.setAccessibleName(labelled(pane, words))
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._fit()
        tokens.changed.connect(self._fit)

    def _fit(self) -> None:
        side = round(_SIDE * self._tokens.text_size / 100)
        self.setFixedSize(side, side)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon, under the mouse on a ground of its own."""
        t = self._tokens
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(t.selection))
                painter.drawRoundedRect(box, t.radius, t.radius)
            margin = _MARGIN * box.width()
            inner = box.adjusted(margin, margin, -margin, -margin)
            paint_icon(painter, inner, self._which, t.text if self.underMouse() else t.muted)
