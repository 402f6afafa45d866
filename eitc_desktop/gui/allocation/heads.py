"""Headers of tables of numbers: columns above, units at the left; both stay where the table scrolls."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import wrapped_layout

_LEFT = (11.0, 21.0)
"""Width of the left header: characters at least and at most."""

_LEFT_AT_MOST = 0.42
"""Part of the table that the left header takes at most."""


class ColumnHead(QHeaderView):
    """Headings wrapped at their columns' width, above the right ends of the numbers."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tokens = tokens
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def needed_height(self) -> int:
        """Return the height in which every heading is seen whole at its column's width."""
        heights = [self._lay_out(section)[1] for section in range(self.count())]
        return round(max(heights, default=0.0)) + 2 * self._tokens.space_s

    def least_width(self, section: int) -> float:
        """Return the width in which no line of a heading is broken into more than three: logical pixels."""
        metrics = QFontMetricsF(self.font())
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        longest = max(map(metrics.horizontalAdvance, words.splitlines()), default=0.0)
        return longest / 1.9 + 2 * self._tokens.space_m

    def _lay_out(self, section: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout()
        layout.setFont(self.font())
        metrics, room = QFontMetricsF(self.font()), self.sectionSize(section) - 2.0 * self._tokens.space_m
        heading = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        words = "\n".join(balanced(line, metrics, room) for line in heading.splitlines())
        pitch = 1.3 * QFontInfo(self.font()).pixelSize()
        height = wrapped_layout(words, metrics, layout, room, pitch)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line.setPosition(QPointF(room - line.naturalTextWidth(), line.y()))
        return layout, height

    # Qt overrides

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one heading."""
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


class _Line(NamedTuple):
    """Wrapped words of a section, their colour, and where they begin."""

    layout: QTextLayout
    colour: str
    top: float


class RowHead(QHeaderView):
    """Names of units, wrapped, and under a name what the text states of it, which *told* returns for a row."""

    def __init__(self, tokens: Tokens, told: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._tokens = tokens
        self._told = told
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def wanted_width(self, room: int) -> int:
        """Return the width that the names ask for in a table of *room* logical pixels."""
        metrics = QFontMetricsF(self.font())
        em = metrics.horizontalAdvance("\u4e00")
        names = (self._name(section) for section in range(self.count()))
        natural = max((metrics.horizontalAdvance(name) for name in names), default=0.0) + 2 * self._tokens.space_m + 1
        return round(min(max(_LEFT[0] * em, min(natural, _LEFT[1] * em)), _LEFT_AT_MOST * room))

    def needed_height(self, section: int, width: int) -> int:
        """Return the height of a section at *width*."""
        return self._lay_out(section, width)[1]

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Vertical))

    def _lay_out(self, section: int, width: int) -> tuple[list[_Line], int]:
        t = self._tokens
        small = QFont(self.font())
        small.setPointSizeF(t.font_small)
        y, lines = float(t.space_s), list[_Line]()
        for words, font, colour in (
            (self._name(section), self.font(), t.text),
            (self._told(section), small, t.accent),
        ):
            if words:
                layout = QTextLayout()
                layout.setFont(font)
                pitch = 1.35 * QFontInfo(font).pixelSize()
                lines.append(_Line(layout, colour, y))
                y += wrapped_layout(words, QFontMetricsF(font), layout, width - 2 * t.space_m, pitch)
        return lines, round(y) + t.space_s

    # Qt overrides

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one name."""
        t = self._tokens
        current = self.selectionModel() is not None and self.selectionModel().currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(rect, QColor(t.selection if current else t.raised))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        for line in self._lay_out(logicalIndex, rect.width())[0]:
            painter.setPen(QColor(line.colour))
            line.layout.draw(painter, QPointF(rect.left() + t.space_m, rect.top() + line.top))
        painter.restore()


class Corner(QLabel):
    """Stands where both headers meet, and says what the left one holds."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setText(self.tr("机构"))
        self._dress()
        tokens.changed.connect(self._dress)

    def _dress(self) -> None:
        t = self._tokens
        self.setStyleSheet(
            f"QLabel {{ background: {t.raised}; color: {t.muted}; padding-left: {t.space_m}px;"
            f" border-bottom: 1px solid {t.border}; border-right: 1px solid {t.border}; }}"
        )


def balanced(words: str, metrics: QFontMetricsF, room: float) -> str:
    """Return *words* broken into lines of about the same length where they don't fit *room*; English stays as it is."""
    lines = math.ceil(metrics.horizontalAdvance(words) / max(room, 1.0))
    if lines < 2 or " " in words or words.isascii():
        return words
    length = math.ceil(len(words) / lines)
    return "\n".join(words[i : i + length] for i in range(0, len(words), length))


def shared_widths(least: list[float], most: float, room: float) -> list[int]:
    """Return widths of columns that share *room*: each at least its *least*, and no wider than *most* for that."""
    if not least:
        return []
    even = min(max(room / len(least), 0.0), most)
    return [int(max(one, even)) for one in least]
