"""Headers of the table of shared matters: agencies above, matters at the left; both stay where the table scrolls."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QMouseEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QHeaderView, QWidget

from eitc_desktop.gui.models.splits import SplitsModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size, paint_mark
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.model.facts import FactRef

_LINES = 4  # of a matter's opening words at most


class _Block(NamedTuple):
    """Wrapped words of a section, with their colour and where they begin."""

    layout: QTextLayout
    colour: str
    top: float
    height: float


class _Matter(NamedTuple):
    """What a section of the left header holds, in its own coordinates."""

    blocks: tuple[_Block, ...]
    mark: QRectF
    height: int


class AgencyHeader(QHeaderView):
    """Names of agencies, wrapped; the body's own in bold."""

    def __init__(self, tokens: Tokens, model: SplitsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tokens = tokens
        self._model = model
        self.setMinimumSectionSize(1)

    def needed_height(self) -> int:
        """Return the height in which every name is seen whole at its width."""
        heights = [self._lay_out(section)[1] for section in range(self.count())]
        return round(max(heights, default=0.0)) + 2 * self._tokens.space_s

    def _lay_out(self, section: int) -> tuple[QTextLayout, float]:
        font = QFont(self.font())
        agencies = self._model.agencies
        font.setBold(section < len(agencies) and agencies[section].own)
        layout = QTextLayout()
        layout.setFont(font)
        words = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        room = self.sectionSize(section) - 2 * self._tokens.space_m
        pitch = 1.3 * QFontInfo(font).pixelSize()
        return layout, wrapped_layout(words, QFontMetricsF(font), layout, room, pitch)

    # Qt overrides

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one name."""
        t = self._tokens
        painter.save()
        painter.fillRect(rect, QColor(t.raised))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        layout, height = self._lay_out(logicalIndex)
        painter.setPen(QColor(t.text))
        layout.draw(painter, QPointF(rect.left() + t.space_m, rect.top() + max((rect.height() - height) / 2, 0.0)))
        painter.restore()


class MatterHeader(QHeaderView):
    """With whom a matter is shared, its clause, its opening words, and that nobody is said to lead it."""

    clause_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, model: SplitsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._tokens = tokens
        self._model = model
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    def needed_height(self, section: int, width: int) -> int:
        """Return the height of a section at *width*."""
        return self._lay_out(section, width).height

    def _lay_out(self, section: int, width: int) -> _Matter:
        t, row = self._tokens, self._model.row_at(section)
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        small.setPointSizeF(t.font_small)
        room, y = width - 2 * t.space_m, float(t.space_s)
        blocks: list[_Block] = []
        if row.first:
            blocks.append(self._block(row.group, bold, t.text, room, y))
            y += blocks[-1].height
        size = mark_size(QFontMetricsF(small), row.mark)  # it stands at the right of the first line of words
        mark = QRectF(width - t.space_m - size.width(), y, size.width(), size.height())
        blocks.append(self._block(row.words, self.font(), t.text, room, y, room - size.width() - t.space_s))
        y = max(y + blocks[-1].height, mark.bottom())
        if row.remark:
            blocks.append(self._block(row.remark, small, t.muted, room, y))
            y += blocks[-1].height
        return _Matter(tuple(blocks), mark, round(y) + t.space_s)

    @staticmethod
    def _block(words: str, font: QFont, colour: str, room: float, top: float, first: float | None = None) -> _Block:
        """Wrap *words*, in at most some lines where the *first* is narrower."""
        layout = QTextLayout()
        layout.setFont(font)
        metrics, pitch = QFontMetricsF(font), 1.4 * QFontInfo(font).pixelSize()
        height = wrapped_layout(words, metrics, layout, room, pitch, first)
        if first is not None and layout.lineCount() > _LINES:
            height = clipped_layout(words, metrics, layout, first, pitch, _LINES)[0]
        return _Block(layout, colour, top, height)

    def _mark_at(self, event: QMouseEvent) -> FactRef | None:
        """Return the matter whose mark is under the mouse."""
        place = event.position().toPoint()
        section = self.logicalIndexAt(place)
        if section < 0:
            return None
        mark = self._lay_out(section, self.width()).mark.translated(0, self.sectionViewportPosition(section))
        return self._model.row_at(section).ref if mark.contains(QPointF(place)) else None

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the clause when its mark is clicked."""
        super().mouseReleaseEvent(event)
        ref = self._mark_at(event)
        if event.button() is Qt.MouseButton.LeftButton and ref is not None:
            self.clause_requested.emit(ref)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark."""
        super().mouseMoveEvent(event)
        over = self._mark_at(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one matter."""
        t, row = self._tokens, self._model.row_at(logicalIndex)
        chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(logicalIndex)
        painter.save()
        painter.fillRect(rect, QColor(t.selection if chosen else t.raised))
        if row.first and logicalIndex:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), QColor(t.muted))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        found = self._lay_out(logicalIndex, rect.width())
        for block in found.blocks:
            painter.setPen(QColor(block.colour))
            block.layout.draw(painter, QPointF(rect.left() + t.space_m, rect.top() + block.top))
        small = QFont(self.font())
        small.setPointSizeF(t.font_small)
        painter.setFont(small)
        paint_mark(painter, found.mark.translated(rect.topLeft()), t, row.mark, hot=False, focused=False)
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 0)
