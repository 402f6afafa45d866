"""Where the details stand in a narrow window: a drawer beside the text, with a handle that is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.theme import Tokens

_LEAST, _USUAL = 240, 292  # logical pixels


class DrawerFrame(QWidget):
    """Shows *content*, and beside it, while it holds a pane, the drawer and its handle."""

    opened_changed = Signal(bool)

    def __init__(self, tokens: Tokens, content: QWidget, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane: QWidget | None = None
        self._open = True
        self._width = _USUAL
        self._drawer = QWidget(self)
        self._drawer.setMinimumWidth(_LEAST)
        self._drawer.hide()
        inside = QVBoxLayout(self._drawer)
        inside.setContentsMargins(0, 0, 0, 0)
        close = QAction(self.tr("关上"), self._drawer)
        close.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        close.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        close.triggered.connect(lambda: self.set_open(open_=False))
        self._drawer.addAction(close)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(content)
        self._splitter.addWidget(self._drawer)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.splitterMoved.connect(self._note_width)
        self.handle = _Handle(tokens, title, self)
        self.handle.clicked.connect(self.toggle)
        self.handle.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._splitter, 1)
        line.addWidget(self.handle)

    @property
    def pane_width(self) -> int:
        """Width of the drawer in logical pixels, as the user wants it."""
        return self._width

    @property
    def is_open(self) -> bool:
        """Whether the drawer is open wherever it holds a pane."""
        return self._open

    def set_pane_width(self, width: int) -> None:
        """Give the drawer a width."""
        self._width = max(width, _LEAST)
        self._splitter.setSizes([max(self.width() - self._width, _LEAST), self._width])

    def hold(self, pane: QWidget) -> None:
        """Take *pane* into the drawer."""
        self._pane = pane
        layout = self._drawer.layout()
        if layout is not None:
            layout.addWidget(pane)
        pane.show()
        self.handle.show()
        self._show()
        self.set_pane_width(self._width)

    def reset(self) -> None:
        """Open the drawer, as wide as at first."""
        self.set_open(open_=True)
        self.set_pane_width(_USUAL)

    def release(self) -> None:
        """Let the pane stand elsewhere: whoever gives it another place takes it out of here."""
        self._pane = None
        self.handle.hide()
        self._show()

    def set_open(self, *, open_: bool) -> None:
        """Open the drawer or close it; the keyboard doesn't stay in a drawer that closes."""
        focused = QApplication.focusWidget()
        if not open_ and focused is not None and self._drawer.isAncestorOf(focused):
            self.handle.setFocus(Qt.FocusReason.OtherFocusReason)
        changed, self._open = self._open != open_, open_
        self._show()
        if changed:
            self.opened_changed.emit(open_)

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        self.set_open(open_=not self._open)

    def _note_width(self) -> None:
        self._width = self._splitter.sizes()[1]

    def _show(self) -> None:
        self.handle.set_open(open_=self._open)
        self._drawer.setVisible(self._open and self._pane is not None)
        self._splitter.refresh()  # how much room is needed is asked before its own turn would come


class _Handle(QAbstractButton):
    """A strip with the drawer's name from top to bottom; Chinese stands upright, other words lie."""

    def __init__(self, tokens: Tokens, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._open = True
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_open(self, *, open_: bool) -> None:
        """Say what a click does now."""
        self._open = open_
        words = self.tr("关上{0}") if open_ else self.tr("打开{0}")
        self.setToolTip(words.format(self.text()))
        self.setAccessibleName(words.format(self.text()))
        self.update()

    def _paint_arrow(self, painter: QPainter, middle: QPointF, side: float) -> None:
        """Draw the way that the drawer would go: fonts draw the two signs in different sizes."""
        ahead = side if self._open else -side
        points = [QPointF(-ahead / 2, -side), QPointF(ahead / 2, 0), QPointF(-ahead / 2, side)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._tokens.text))
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
        painter.restore()

    def _paint_words(self, painter: QPainter, line: float) -> None:
        top = self._tokens.space_m + line
        words = self.text()
        if words.isascii():
            painter.translate(self.width(), top)
            painter.rotate(90)
            room = QRectF(0, 0, self.height() - top, self.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            return
        for number, char in enumerate(words):
            painter.drawText(QRectF(0, top + number * line, self.width(), line), Qt.AlignmentFlag.AlignCenter, char)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Return a strip a character wide."""
        height = round(QFontMetricsF(self.font()).height())
        return QSize(height + 2 * self._tokens.space_s, 6 * height)

    def changeEvent(self, event: QEvent) -> None:
        """Take room for another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw an arrow, which way the drawer goes, and its name."""
        t = self._tokens
        with QPainter(self) as painter:
            fill(painter, self.rect(), t.selection if self.underMouse() or self.hasFocus() else t.window)
            painter.setPen(QColor(t.border))
            painter.drawLine(0, 0, 0, self.height())
            if self.hasFocus():
                fill(painter, QRect(0, 0, 3, self.height()), t.accent)
            painter.setPen(QColor(t.text))
            line = QFontMetricsF(self.font()).height()
            self._paint_arrow(painter, QPointF(self.width() / 2, t.space_s + line / 2), line / 4)
            self._paint_words(painter, line)
