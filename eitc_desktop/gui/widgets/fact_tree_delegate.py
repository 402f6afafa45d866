"""Paints and measures the rows of a fact tree: wrapped text, our own numbers apart, clause marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.fact_tree import FactRole
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size, paint_mark
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.widgets.provenance import Provenance, paint_provenance, provenance_colour, provenance_size
from eitc_desktop.gui.widgets.row_state import RowState, row_state

if TYPE_CHECKING:
    from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView


class FactTreeDelegate(QStyledItemDelegate):
    """Text wraps within its column; a row is as high as its highest cell."""

    def __init__(self, tokens: Tokens, view: FactTreeView) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    def _prefix_width(self, index: QModelIndex | QPersistentModelIndex, metrics: QFontMetricsF) -> float:
        prefix = str(index.data(FactRole.PREFIX) or index.data(FactRole.INDENT) or "")
        return metrics.horizontalAdvance(f"{prefix} ") if prefix else 0.0

    def _lay_out(
        self, index: QModelIndex | QPersistentModelIndex, width: float, font: QFont
    ) -> tuple[QTextLayout, float]:
        metrics = QFontMetricsF(font)
        layout = QTextLayout()
        layout.setFont(font)
        pitch = self._tokens.line_spacing * QFontInfo(font).pixelSize()
        room = width - 2 * self._tokens.space_s - self._prefix_width(index, metrics)
        words, lines = str(index.data()), int(index.data(FactRole.LINES) or 0)
        if lines:
            height, _ = clipped_layout(words, metrics, layout, room, pitch, lines)
        else:
            height = wrapped_layout(words, metrics, layout, room, pitch)
        return layout, height

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(self._tokens.font_small)
        return small

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, state: RowState) -> None:
        t = self._tokens
        if state.over and not state.chosen:  # the view draws the ground of the row chosen
            fill(painter, option.rect, t.hover)
        if state.focused:
            painter.setPen(QPen(QColor(t.accent), 1.0))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _paint_mark(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        hot: bool,
    ) -> None:
        t = self._tokens
        painter.setFont(self._small(option.font))
        metrics = QFontMetricsF(painter.font())
        provenance = Provenance(str(index.data(FactRole.PROVENANCE)))
        words = str(index.data())
        derived = provenance is not Provenance.STATED
        size = provenance_size(metrics, provenance) if derived else mark_size(metrics, words)
        left = option.rect.right() - t.space_s - size.width()
        box = QRectF(left, option.rect.top() + t.space_s, size.width(), size.height())
        if derived:
            paint_provenance(painter, box, t, provenance)
        elif words:
            paint_mark(painter, box, t, words, hot=hot, focused=False)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a cell at the column's present width."""
        if index.data(FactRole.IS_MARK):
            size = mark_size(QFontMetricsF(self._small(option.font)), str(index.data()))
            return size.grownBy(self._view.contentsMargins()) + QSize(0, 2 * self._tokens.space_s)
        width = self._view.text_width(index)
        return QSize(width, round(self._lay_out(index, width, option.font)[1] + 0.5) + 2 * self._tokens.space_s)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        painter.save()
        state = row_state(self._view, index)
        self._paint_ground(painter, option, state)
        if index.data(FactRole.IS_MARK):
            self._paint_mark(painter, option, index, hot=state.over)
            painter.restore()
            return
        t = self._tokens
        layout, _ = self._lay_out(index, option.rect.width(), option.font)
        metrics = QFontMetricsF(option.font)
        left, top = option.rect.left() + t.space_s, option.rect.top() + t.space_s
        prefix = str(index.data(FactRole.PREFIX) or "")
        if prefix:
            painter.setFont(option.font)
            painter.setPen(QColor(t.muted))
            painter.drawText(QPointF(left, top + layout.lineAt(0).y() + metrics.ascent()), prefix)
        provenance = Provenance(str(index.data(FactRole.PROVENANCE)))
        colour = t.text if provenance is Provenance.STATED else provenance_colour(t, provenance)
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(left + self._prefix_width(index, metrics), top))
        painter.restore()
