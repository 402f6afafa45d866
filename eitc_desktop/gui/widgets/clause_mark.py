"""The mark beside every fact: where the text states it, one click away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.model.facts import FactRef

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


def mark_size(metrics: QFontMetricsF, words: str) -> QSize:
    """Return the size of a mark with *words*, in logical pixels."""
    return QSize(round(metrics.horizontalAdvance(words)) + 12, round(metrics.height()) + 4)


def paint_mark(painter: QPainter, box: QRectF, tokens: Tokens, words: str, *, hot: bool, focused: bool) -> None:
    """Paint a mark into *box*: the same shape beside a fact, in a card and in a table."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if hot or focused else tokens.border), 2.0 if focused else 1.0))
    painter.setBrush(QColor(tokens.selection if hot else tokens.surface))
    inset = 1.0 if focused else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), tokens.radius, tokens.radius)
    painter.setPen(QColor(tokens.accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class ClauseMark(QAbstractButton):
    """A small button that names a clause (二（七）). Enter, Space or a click ask for it; Ctrl+C copies the fact."""

    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, words: str, ref: FactRef, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.point_to(words, ref)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(tokens.font_small)
        self.setFont(font)
        self.clicked.connect(self._ask)

    @property
    def ref(self) -> FactRef:
        """The fact whose clause this is."""
        return self._ref

    def point_to(self, words: str, ref: FactRef) -> None:
        """Be the mark of *ref*, whose clause *words* name."""
        self._ref = ref
        self.setText(words)
        self.setToolTip(self.tr("在原文中显示 {0}").format(words))
        self.setAccessibleName(self.tr("原文 {0}").format(words))
        self.updateGeometry()

    def context_menu(self) -> QMenu:
        """Return a menu with what can be done with the fact; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("在原文中显示"), self._ask)
        menu.addAction(self.tr("复制（含出处）"), lambda: self.copy_requested.emit(self._ref))
        offer_opinion(menu, self, self._ref)
        return menu

    def _ask(self) -> None:
        self.clause_requested.emit(self._ref)

    def sizeHint(self) -> QSize:
        return mark_size(QFontMetricsF(self.font()), self.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self._ref)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # Qt's buttons take them to go round among each other
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            hot = self.underMouse() or self.isDown()
            paint_mark(painter, QRectF(self.rect()), self._tokens, self.text(), hot=hot, focused=self.hasFocus())
