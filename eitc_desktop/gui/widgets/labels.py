"""Running Chinese text in a pane: wraps, never clips, can be selected, and is plain text whatever it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from eitc_desktop.gui.theme import Tokens


def wrapped_layout(
    text: str,
    metrics: QFontMetricsF,
    layout: QTextLayout,
    width: float,
    pitch: float,
    first: float | None = None,
) -> float:
    """Lay *text* out in lines of *width*, *pitch* apart, and return the height; all in logical pixels.

    The *first* line may be narrower, to leave room for something beside it. A line is never lower than the
    font, so that no character is cut.
    """
    layout.setText(text.replace("\n", "\u2028"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = max(pitch, metrics.height())
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        room = width if first is None or top > 0.0 else first
        line.setLineWidth(max(room, 1.0))
        line.setPosition(QPointF(0.0, top + (step - metrics.height()) / 2))
        top += step
    layout.endLayout()
    return max(top, step)


class WrappedLabel(QLabel):
    """Plain text that takes the height it needs; the mouse selects in it, Ctrl+C copies the selection or all of it."""

    def __init__(
        self,
        tokens: Tokens,
        text: str,
        parent: QWidget | None = None,
        *,
        muted: bool = False,
        points: float | None = None,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._muted = muted
        self._heading = bold
        self._layout = QTextLayout()
        self._width = -1
        self._heights: dict[int, int] = {}  # by width: a layout asks for several widths, again and again
        self._natural = -1.0  # width of the words in one line; below 0 not measured
        self._anchor = 0
        self._cursor = 0
        self._marks: tuple[tuple[int, int], ...] = ()
        font = self.font()
        size = points or tokens.font_base
        if bold or font.pointSizeF() != size:  # most are set as the application is, and needn't be told
            font.setPointSizeF(size)
            font.setBold(bold)
            self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def ink(self) -> str:
        """Colour of the words, as #RRGGBB."""
        return self._tokens.muted if self._muted else self._tokens.text

    @property
    def selected_words(self) -> str:
        """The selected part of the text; empty without a selection."""
        start, end = sorted((self._anchor, self._cursor))
        units = self.text().encode("utf-16-le")  # Qt counts in UTF-16 units
        return units[2 * start : 2 * end].decode("utf-16-le", "ignore")

    def mark(self, places: tuple[tuple[int, int], ...]) -> None:
        """Mark the words at *places*, each ``[start, end)`` in characters; other marks go."""
        if places != self._marks:
            self._marks = places
            self.update()

    def select_all(self) -> None:
        """Select the whole text."""
        self._anchor, self._cursor = 0, self._length()
        self.update()

    def copy(self) -> None:
        """Put the selection, or without one the whole text, on the clipboard."""
        QGuiApplication.clipboard().setText(self.selected_words or self.text())

    def _length(self) -> int:
        return len(self.text().encode("utf-16-le")) // 2

    def _lay_out(self, width: int) -> int:
        if width != self._width:
            self._width = width
            self._layout.setFont(self.font())
            metrics = QFontMetricsF(self.font())
            pitch = self._tokens.line_spacing * QFontInfo(self.font()).pixelSize()
            height = wrapped_layout(self.text(), metrics, self._layout, width, pitch)
            if len(self._heights) > 16:
                self._heights.clear()
            self._heights[width] = round(height + 0.5)
        return self._heights[width]

    def _height_at(self, width: int) -> int:
        if self._fits_one_line(width):
            return round(self._step(QFontMetricsF(self.font())) + 0.5)
        known = self._heights.get(width)
        return self._lay_out(width) if known is None else known

    def _step(self, metrics: QFontMetricsF) -> float:
        return max(self._tokens.line_spacing * QFontInfo(self.font()).pixelSize(), metrics.height())

    def _natural_width(self) -> float:
        if self._natural < 0:
            self._natural = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return self._natural

    def _fits_one_line(self, width: int) -> bool:
        """Say whether nothing has to be wrapped: most words of a page are short, and need no layout."""
        return self._natural_width() + 1 <= width and "\n" not in self.text()

    def _forget_sizes(self) -> None:
        self._width = -1
        self._heights = {}
        self._natural = -1.0

    def _position(self, point: QPoint) -> int:
        self._lay_out(self.width())
        metrics = QFontMetricsF(self.font())
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            if point.y() < line.y() + metrics.height() or i == self._layout.lineCount() - 1:
                found: int = line.xToCursor(float(point.x()))  # pyright: ignore[reportAssignmentType]
                return found
        return 0

    def _move(self, position: int, *, keep: bool) -> None:
        self._cursor = max(0, min(position, self._length()))
        if not keep:
            self._anchor = self._cursor
        self.update()

    def _units(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return a place in UTF-16 units, in which Qt counts."""
        start, end = (len(self.text()[:offset].encode("utf-16-le")) // 2 for offset in place)
        return start, end

    def _format(self, start: int, end: int, background: str) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        look = QTextCharFormat()
        look.setBackground(QColor(background))
        look.setForeground(QColor(self._tokens.text))
        found.format = look
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def setText(self, text: str) -> None:
        """Show *text*, with nothing selected in it."""
        if self._anchor != self._cursor:
            self.update()
        self._anchor = self._cursor = 0
        if text != self.text():
            self._forget_sizes()
            super().setText(text)
            if self._heading:  # Qt takes what is heard of one from its name alone
                self.setAccessibleName(text)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font."""
        if event.type() is QEvent.Type.FontChange:
            self._forget_sizes()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self._height_at(width)

    def sizeHint(self) -> QSize:
        width = min(round(self._natural_width()) + 2, 400)
        return QSize(width, self._height_at(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontInfo(self.font()).pixelSize() * 3, round(QFontMetricsF(self.font()).height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(self._position(event.position().toPoint()), keep=keep)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._position(event.position().toPoint()), keep=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.select_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("复制"), self.copy)
        menu.addAction(self.tr("全选"), self.select_all)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif keep and event.key() == Qt.Key.Key_Left:
            self._move(self._cursor - 1, keep=True)
        elif keep and event.key() == Qt.Key.Key_Right:
            self._move(self._cursor + 1, keep=True)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.setPen(QColor(self.ink))
            if self._anchor == self._cursor and not self._marks and self._fits_one_line(self.width()):
                metrics = QFontMetricsF(self.font())
                base = (self._step(metrics) - metrics.height()) / 2 + metrics.ascent()
                painter.drawText(QPointF(0.0, base), self.text())
                return
            self._lay_out(self.width())
            formats = [self._format(*place, self._tokens.highlight) for place in map(self._units, self._marks)]
            if self._anchor != self._cursor:
                first, last = sorted((self._anchor, self._cursor))
                formats.append(self._format(first, last, self._tokens.selection))
            self._layout.draw(painter, QPointF(0.0, 0.0), formats)


class NotStatedLabel(WrappedLabel):
    """本规定未载明, muted and slanted, so that it is never taken for words of the text."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "", parent, muted=True)
        font = self.font()
        font.setItalic(True)
        self.setFont(font)
        self.show_absence()

    def show_absence(self, words: str | None = None) -> None:
        """Say that the provision doesn't state it, in *words* of its own where the usual ones don't fit."""
        self.setText(self.tr("本规定未载明") if words is None else words)
