"""Paints the table of entries: two lines a row, what was entered behind the double line of 录入."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QHelpEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from eitc_desktop.gui.review.entries_model import EntriesModel, EntryColumn, PlaceHead, cell_words
from eitc_desktop.gui.review.listed import EntryRow, EntryState
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.clause_mark import mark_size, paint_mark
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.row_state import RowState, row_state

Index = QModelIndex | QPersistentModelIndex

_LINES = 2

PAD = 5
"""Logical pixels at the sides of a cell."""

_SMALL = frozenset({EntryColumn.PERSON, EntryColumn.TIME, EntryColumn.STATUS})
_DOUBLE = 8  # logical pixels that the double line of 录入 takes


def row_height(tokens: Tokens, font: QFont) -> int:
    """Return the height of a row in logical pixels."""
    return round(_LINES * _pitch(font)) + 2 * tokens.space_s


def cell_font(font: QFont, column: EntryColumn, tokens: Tokens) -> QFont:
    """Return the font of a column: who, when and how it stands are smaller than what is said."""
    found = QFont(font)
    if column in _SMALL:
        found.setPointSizeF(tokens.font_small)
    return found


def _pitch(font: QFont) -> float:
    return max(1.35 * QFontInfo(font).pixelSize(), QFontMetricsF(font).height())


class EntryDelegate(QStyledItemDelegate):
    """Rows are of one height, so that thousands of them needn't be measured."""

    def __init__(self, tokens: Tokens, view: QTableView, model: EntriesModel) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view
        self._model = model

    def _lay_out(self, words: str, width: float, font: QFont) -> tuple[QTextLayout, float, bool]:
        layout = QTextLayout()
        layout.setFont(font)
        height, cut = clipped_layout(words, QFontMetricsF(font), layout, max(width, 1.0), _pitch(font), _LINES)
        return layout, height, cut

    def _room(self, column: EntryColumn, width: int) -> float:
        return width - 2 * PAD - (_DOUBLE if column is EntryColumn.CONTENT else 0)

    def _ink(self, row: EntryRow, column: EntryColumn) -> str:
        t = self._tokens
        if column is EntryColumn.STATUS and {EntryState.CONFLICT, EntryState.UNPLACED} & set(row.states):
            return t.error
        if row.withdrawn or column in {EntryColumn.TIME, EntryColumn.STATUS, EntryColumn.PERSON}:
            return t.muted
        return t.entered if column is EntryColumn.CATEGORY else t.text

    def _paint_ground(self, painter: QPainter, rect: QRect, state: RowState, *, head: bool, focused: bool) -> None:
        t = self._tokens
        if state.chosen or state.over or head:
            painter.fillRect(rect, QColor(t.selection if state.chosen else t.hover if state.over else t.raised))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if focused:
            painter.setPen(QPen(QColor(t.accent), 1.0))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _paint_mark(self, painter: QPainter, rect: QRect, words: str) -> None:
        t = self._tokens
        font = QFont(self._view.font())
        font.setPointSizeF(t.font_small)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        most = rect.width() - 2 * PAD
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most - 12)
        size = mark_size(metrics, words)
        box = QRectF(rect.left() + PAD, rect.top() + t.space_s, min(size.width(), most), size.height())
        paint_mark(painter, box, t, words, hot=False, focused=False)

    def _paint_words(self, painter: QPainter, rect: QRect, row: EntryRow, column: EntryColumn) -> None:
        t = self._tokens
        font = cell_font(self._view.font(), column, t)
        font.setStrikeOut(row.withdrawn and column is EntryColumn.CONTENT)
        words = cell_words(row, column)
        if column is EntryColumn.TIME:
            words = words.replace(" ", "\n")
        layout, height, _ = self._lay_out(words, self._room(column, rect.width()), font)
        left = float(rect.left() + PAD)
        top = rect.top() + max((rect.height() - height) / 2, 0.0)
        if column is EntryColumn.CONTENT:
            painter.setPen(QPen(QColor(t.entered), 1.0))
            for step in (0, 3):
                painter.drawLine(
                    QPointF(left + step + 0.5, rect.top() + t.space_s),
                    QPointF(left + step + 0.5, rect.bottom() - t.space_s),
                )
            left += _DOUBLE
        painter.setPen(QColor(self._ink(row, column)))
        layout.draw(painter, QPointF(left, top))

    def _paint_head(self, painter: QPainter, rect: QRect, head: PlaceHead, *, focused: bool) -> None:
        """Paint what of the line over a place falls into *rect*: its words go on across all columns."""
        t = self._tokens
        view = self._view
        left = view.columnViewportPosition(0)
        width = view.horizontalHeader().length()
        whole = QRect(left, rect.top(), max(min(width, view.viewport().width()), 1), rect.height())
        painter.setClipRect(rect)
        font = QFont(view.font())
        small = QFont(font)
        small.setPointSizeF(t.font_small)
        clause = view.columnWidth(0)
        self._paint_mark(painter, QRect(left, rect.top(), clause, rect.height()), head.clause)
        start = left + clause + t.space_m
        room = whole.right() - start - t.space_m
        metrics = QFontMetricsF(font)
        pitch = _pitch(font)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        base = rect.top() + t.space_s + (pitch - metrics.height()) / 2 + metrics.ascent()
        quoted = head.quoted or head.clause
        painter.drawText(QPointF(start, base), metrics.elidedText(quoted, Qt.TextElideMode.ElideRight, room))
        font.setBold(head.differ)
        painter.setFont(font)
        painter.setPen(QColor(t.error if head.differ else t.entered))
        words = QFontMetricsF(font).elidedText(self._model.head_words(head), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(start, base + pitch), words)
        if focused:
            painter.setPen(QPen(QColor(t.accent), 1.0))
            painter.drawRect(whole.adjusted(0, 0, -1, -2))

    def _is_current(self, index: Index) -> bool:
        """Say whether the keyboard is in the row of *index*."""
        return self._view.hasFocus() and self._view.currentIndex().row() == index.row()

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of every row."""
        return QSize(self._view.columnWidth(index.column()), row_height(self._tokens, self._view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        row = self._model.at(index.row())
        if row is None:
            return
        painter.save()
        state = row_state(self._view, index)
        head = isinstance(row, PlaceHead)
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        self._paint_ground(painter, option.rect, state, head=head, focused=focused and not head)
        if isinstance(row, PlaceHead):
            self._paint_head(painter, option.rect, row, focused=self._is_current(index))
        elif index.column() == EntryColumn.CLAUSE:
            self._paint_mark(painter, option.rect, row.clause)
        else:
            self._paint_words(painter, option.rect, row, EntryColumn(index.column()))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole of what a cell shows only in part."""
        row = self._model.at(index.row())
        if event.type() is not QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        if isinstance(row, PlaceHead):
            words = f"{row.quoted}\n{self._model.head_words(row)}"
        else:
            column = EntryColumn(index.column())
            words = cell_words(row, column)
            font = cell_font(self._view.font(), column, self._tokens)
            cut = self._lay_out(words, self._room(column, option.rect.width()), font)[2]
            words = words if cut or column is EntryColumn.CLAUSE else ""
        show_plain_tooltip(event.globalPos(), words, view)
        return True
