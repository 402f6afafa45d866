"""Draws a row of the agency's tree: ordinal, name and second names in two tones, count or quota at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.row_state import row_state

_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in one tone."""

    words: str
    colour: str
    font: QFont


class UnitDelegate(QStyledItemDelegate):
    """Rows are one line high, two where a nameplate stands under the name. Elided rows have a tooltip."""

    def __init__(self, tokens: Tokens, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    def is_elided(self, rect: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether the row's words don't fit into *rect*."""
        left, right = self._runs(font, index), self._right_runs(font, index)
        if _width(left) + _width(right) + 3 * self._tokens.space_m > rect.width():
            return True
        below = _text(index, UnitRole.SECOND_LINE)
        return QFontMetrics(self._small(font)).horizontalAdvance(below) + 2 * self._tokens.space_s > rect.width()

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(self._tokens.font_small)
        return small

    def _runs(self, font: QFont, index: QModelIndex | QPersistentModelIndex) -> list[_Run]:
        tokens, name_font = self._tokens, QFont(font)
        is_group = bool(index.data(UnitRole.GROUP))
        name_font.setBold(is_group or not index.parent().isValid())
        runs = [
            _Run(_text(index, UnitRole.ORDINAL), tokens.muted, self._small(font)),
            _Run(_text(index, Qt.ItemDataRole.DisplayRole), tokens.text, name_font),
            _Run(_text(index, UnitRole.ASIDE), tokens.muted, font),
        ]
        return [run for run in runs if run.words]

    def _right_runs(self, font: QFont, index: QModelIndex | QPersistentModelIndex) -> list[_Run]:
        tokens = self._tokens
        colour = tokens.error if index.data(UnitRole.DOUBTFUL) else tokens.muted
        runs = [
            _Run(_text(index, UnitRole.MARK), tokens.accent, self._small(font)),
            _Run(_text(index, UnitRole.TRAILING), colour, self._small(font)),
        ]
        return [run for run in runs if run.words]

    # Qt overrides

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground, and the words in our tones."""
        tokens = self._tokens
        state = row_state(self._view, index)
        if state.chosen or state.over:
            painter.fillRect(option.rect, QColor(tokens.selection if state.chosen else tokens.hover))
        if state.focused:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(tokens.accent)
            )
        rect = QRect(option.rect).adjusted(tokens.space_s, 0, -tokens.space_m, 0)
        below = _text(index, UnitRole.SECOND_LINE)
        line = QRect(rect)
        painter.save()
        if below:
            line.setHeight(rect.height() // 2 + 2)
            small = self._small(option.font)
            under = QRect(rect.left(), line.bottom() - 2, rect.width(), rect.bottom() - line.bottom())
            _draw(painter, under, _Run(below, tokens.muted, small))
        for run in reversed(self._right_runs(option.font, index)):
            width = QFontMetrics(run.font).horizontalAdvance(run.words)
            _draw(painter, QRect(line.right() - width, line.top(), width + 1, line.height()), run)
            line.setRight(line.right() - width - tokens.space_m)
        for run in self._runs(option.font, index):
            line.setLeft(line.left() + _draw(painter, line, run))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the row's lines; the width takes what there is."""
        height = QFontMetrics(option.font).height() + self._tokens.space_s
        if index.data(UnitRole.SECOND_LINE):
            height += QFontMetrics(self._small(option.font)).height() + self._tokens.space_s
        return QSize(120, height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole row as a tooltip where it is elided."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        shown = self.is_elided(option.rect, option.font, index)
        show_plain_tooltip(event.globalPos(), _text(index, Qt.ItemDataRole.ToolTipRole) if shown else "", view)
        return True


def _text(index: QModelIndex | QPersistentModelIndex, role: int) -> str:
    value = index.data(role)
    return value if isinstance(value, str) else ""


def _width(runs: list[_Run]) -> int:
    return sum(QFontMetrics(run.font).horizontalAdvance(run.words) for run in runs)


def _draw(painter: QPainter, rect: QRect, run: _Run) -> int:
    """Draw *run* at the left of *rect*, elided where it must be, and return its width."""
    metrics = QFontMetrics(run.font)
    words = metrics.elidedText(run.words, Qt.TextElideMode.ElideRight, max(rect.width(), 0))
    painter.setFont(run.font)
    painter.setPen(QColor(run.colour))
    painter.drawText(rect, _ONE_LINE, words)
    return metrics.horizontalAdvance(words)
