"""The foot of a scenario's table: sums, what the text states, and how the one stands to the other. Always in sight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.allocation.model import Place
from eitc_desktop.gui.allocation.table import AllocationTable
from eitc_desktop.gui.allocation.words import spoken
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.reviewing.allocation_sheet import Outcome, Total
from eitc_desktop.services.reviews.allocation_words import (
    COMPARED,
    FILLED,
    STATED,
    SUM,
    amount_said,
    filled_words,
    stated_words,
)

_LINES = 3


class _Words(NamedTuple):
    """What stands under a column, from the top down, and the colour of the last line."""

    amount: str
    filled: str
    stated: str
    outcome: str
    ink: str


class TotalsFoot(QWidget):
    """Stands under a table and follows its columns: width, place and scrolling."""

    def __init__(self, tokens: Tokens, table: AllocationTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._table = table
        self.setAccessibleName(self.tr("合计与规定载明的总数"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ring = FocusRing(tokens, self)
        table.columns_moved.connect(self.update)
        table.allocation.modelReset.connect(self.refresh)
        table.allocation.dataChanged.connect(self.refresh)
        tokens.changed.connect(self._dress)
        self._dress()

    def words_of(self, place: Place) -> str:
        """Return what stands under a column, as a screen reader says it."""
        words = self._words(place)
        stated = labelled(said(STATED), words.stated)
        parts = [f"{said(SUM)} {words.amount or '—'}", labelled(said(FILLED), words.filled), stated, words.outcome]
        return labelled(self._table.allocation.heading(place), " ".join(part for part in parts if part))

    def refresh(self) -> None:
        """Show the sums of now."""
        self.setAccessibleDescription("\n".join(map(self.words_of, self._table.allocation.places)))
        self.update()

    def _words(self, place: Place) -> _Words:
        t, total = self._tokens, self._table.allocation.total_of(place)
        if total is None:
            return _Words("", "", "", "", t.muted)
        stated = stated_words(total) or (self.tr("未载明") if self._spans_quotas(place) else self.tr("未分列"))
        outcome = self._table.allocation.outcome(place)
        return _Words(amount_said(total), spoken(filled_words(total)), stated, outcome, self._ink(total))

    def _ink(self, total: Total) -> str:
        t = self._tokens
        match total.outcome:
            case Outcome.OVER:
                return t.error
            case Outcome.UNDER | Outcome.UNSETTLED:
                return t.derived
            case Outcome.MET:
                return t.entered
            case _:
                return t.muted

    def _dress(self) -> None:
        self._small = QFont(self.font())
        self._small.setPointSizeF(self._tokens.font_small)
        self._bold = QFont(self.font())
        self._bold.setBold(True)
        self.updateGeometry()
        self.update()

    def _line(self) -> float:
        return QFontMetricsF(self._bold).height() + self._tokens.space_xs

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(200, round(_LINES * self._line()) + 2 * self._tokens.space_s)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the lines under each column, then the heads of the lines over what is scrolled."""
        t = self._tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(t.raised))
            for k, place in enumerate(self._table.allocation.places):
                left, width = self._table.column_edges(k)
                self._paint_column(painter, QRectF(left, 0, width, self.height()), place)
            self._paint_heads(painter)
            painter.setPen(QPen(QColor(t.muted), 1.0))
            painter.drawLine(0, 0, self.width(), 0)

    def _paint_column(self, painter: QPainter, box: QRectF, place: Place) -> None:
        t, words = self._tokens, self._words(place)
        room = box.adjusted(t.space_s, 0, -t.space_m, 0)
        inks = (t.derived, t.accent if self._states(place) else t.muted, words.ink)
        for number, (text, ink) in enumerate(zip((words.amount, words.stated, words.outcome), inks, strict=True)):
            font = self._small if number == 1 else self._bold
            painter.setFont(font)
            painter.setPen(QColor(ink))
            line = self._place(room, number)
            fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fitted)
        taken = QFontMetricsF(self._bold).horizontalAdvance(words.amount)
        painter.setFont(self._small)
        painter.setPen(QColor(t.muted))
        first = self._place(room, 0).adjusted(0, 0, -taken - t.space_m, 0)
        if painter.fontMetrics().horizontalAdvance(words.filled) <= first.width():
            painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.filled)
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(box.topRight(), box.bottomRight())

    def _paint_heads(self, painter: QPainter) -> None:
        t, width = self._tokens, self._table.left_width
        box = QRectF(0, 0, width, self.height())
        painter.fillRect(box, QColor(t.raised))
        painter.setFont(self._small)
        for number, words in enumerate((self.tr("合计（已填格数）"), said(STATED), said(COMPARED))):
            painter.setPen(QColor(t.text if number == 0 else t.muted))
            line = self._place(box.adjusted(t.space_m, 0, -t.space_s, 0), number)
            fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(box.topRight(), box.bottomRight())

    def _spans_quotas(self, place: Place) -> bool:
        """Whether a column adds up several quotas: the text states no such sum. Else it is one half of a quota."""
        sheet = self._table.allocation.sheet
        return sheet is not None and place.is_sum and sheet.sums[place.number].quota is None

    def _states(self, place: Place) -> bool:
        total = self._table.allocation.total_of(place)
        return total is not None and total.outcome is not None

    def _place(self, box: QRectF, number: int) -> QRectF:
        height = self._line()
        return QRectF(box.left(), self._tokens.space_s + number * height, box.width(), height)
