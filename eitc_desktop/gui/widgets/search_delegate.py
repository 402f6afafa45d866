"""Draws what a search found: headings, and hits with the matched words marked and the clause at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from eitc_desktop.gui.models.search_hits import SearchHeading, SearchRole
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.row_state import row_state
from eitc_desktop.model.text import Span
from eitc_desktop.services.search import Found

_BEFORE = 10  # characters left before a match that would stand beyond the right edge
_LONGEST = 200  # characters: no row has room for more
_MORE = "…"
_WIDE = "一"
_AT_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight) | int(Qt.TextFlag.TextSingleLine)
_AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)

Index = QModelIndex | QPersistentModelIndex


class SearchDelegate(QStyledItemDelegate):
    """Every row is one line."""

    def __init__(self, tokens: Tokens, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    def row_height(self) -> int:
        """Return the height of each row, in logical pixels."""
        return round(QFontMetricsF(self._view.font()).height()) + 2 * self._tokens.space_s

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: SearchHeading) -> None:
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(rect, _AT_LEFT, heading.words)
        painter.drawText(rect, _AT_RIGHT, heading.counted)
        left = rect.left() + painter.fontMetrics().horizontalAdvance(heading.words) + self._tokens.space_m
        right = rect.right() - painter.fontMetrics().horizontalAdvance(heading.counted) - self._tokens.space_m
        painter.setPen(QColor(self._tokens.border))
        painter.drawLine(left, rect.center().y(), right, rect.center().y())

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Found, font: QFont) -> None:
        painter.setFont(self._small(font))
        painter.setPen(QColor(self._tokens.accent))
        painter.drawText(rect, _AT_RIGHT, hit.place)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(hit.place) - self._tokens.space_l
        words, marks = _from_first_mark(hit, QFontMetricsF(font), room)
        layout = self._laid_out(words, marks, font)
        line = layout.lineAt(0)
        if line.naturalTextWidth() > room:
            end = line.xToCursor(
                room - QFontMetricsF(font).horizontalAdvance(_MORE), line.CursorPosition.CursorOnCharacter
            )
            layout = self._laid_out(_cut_before(words, end) + _MORE, [m for m in marks if m.end <= end], font)
            line = layout.lineAt(0)
        painter.setPen(QColor(self._tokens.text))
        layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))

    def _laid_out(self, words: str, marks: list[Span], font: QFont) -> QTextLayout:
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setForeground(QColor(self._tokens.accent))
        ranges: list[QTextLayout.FormatRange] = []
        for mark in marks:
            found = QTextLayout.FormatRange()
            found.start, found.length = _units(words[: mark.start]), _units(words[mark.start : mark.end])  # pyright: ignore[reportAttributeAccessIssue]
            found.format = marked  # pyright: ignore[reportAttributeAccessIssue]
            ranges.append(found)
        layout.setFormats(ranges)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(self._tokens.font_small)
        return small

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return one line's height; the width takes what there is."""
        return QSize(120, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a hit."""
        t, line = self._tokens, index.data(SearchRole.LINE)
        rect = QRect(option.rect)
        painter.save()
        if isinstance(line, SearchHeading):
            painter.setFont(self._small(option.font))
            self._paint_heading(painter, rect.adjusted(t.space_m, 0, -t.space_m, 0), line)
        elif isinstance(line, Found):
            state = row_state(self._view, index)
            if state.chosen or state.over:
                painter.fillRect(rect, QColor(t.selection if state.chosen else t.hover))
            if state.chosen:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(t.accent))
            self._paint_hit(painter, rect.adjusted(t.space_l, 0, -t.space_m, 0), line, option.font)
        painter.restore()


def _from_first_mark(hit: Found, metrics: QFontMetricsF, room: float) -> tuple[str, list[Span]]:
    """Return the words from their beginning, or from shortly before the first match where that would not be seen."""
    start = 0
    if hit.marks and metrics.horizontalAdvance(hit.words[: hit.marks[0].end + 2]) > room:
        start = max(hit.marks[0].start - _BEFORE, 0)
        left_over = room - metrics.horizontalAdvance(hit.words[start : start + _LONGEST])
        start -= min(max(int(left_over // metrics.horizontalAdvance(_WIDE)) - 1, 0), start)
    lead = _MORE if start else ""
    words = f"{lead}{hit.words[start : start + _LONGEST]}"
    shift = len(lead) - start
    return words, [
        Span(m.start + shift, m.end + shift) for m in hit.marks if m.start >= start and m.end + shift <= len(words)
    ]


def _units(words: str) -> int:
    """Return how many of the units that Qt counts in make up *words*: two for a character beyond the first plane."""
    return len(words) + sum(ord(char) > 0xFFFF for char in words)


def _cut_before(words: str, units: int) -> str:
    """Return the beginning of *words* that takes at most so many of Qt's units."""
    return words.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
