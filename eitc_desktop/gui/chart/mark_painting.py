"""Paints the marks of the overlays and the signs for folding on the edges of boxes, in logical pixels."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.marks import Mark, Overlay
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.grade_mark import paint_grade

_LETTERED, _WORDED = 7, 9  # logical pixels of a mark's height from which it has a letter or symbol, and words
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MarkPainter:
    """Paints marks *side* logical pixels high, in the colours in force when it was made."""

    def __init__(self, tokens: Tokens, base: QFont, side: int) -> None:
        self._t = tokens
        self._side = side
        self._font = sized(base, side * 0.75)
        self._letter = sized(base, side * 0.85, bold=True)
        self._metrics = QFontMetricsF(self._font)

    def fold_rect(self, box: Rect, words: str, *, sideways: bool) -> QRectF:
        """Return where the sign for folding stands that shows *words*: where the way to the children begins."""
        side = float(self._side)
        width = max(side, self._metrics.horizontalAdvance(words) + 6)
        if sideways:
            return QRectF(whole(box.right - 1), whole(box.y + (box.height - side) / 2), width, side)
        return QRectF(whole(box.x + (box.width - width) / 2), whole(box.bottom - 1), width, side)

    def paint_fold(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Paint the sign for folding."""
        self._paint_tag(painter, place, words, QColor(self._t.accent), QColor(self._t.surface))

    def paint_mark(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        """Paint a mark."""
        if mark.overlay is not Overlay.GRADES:
            gap = mark.kind is None
            colour = QColor(self._t.text if mark.kind is None else self._t.change_colour(mark.kind))
            self._paint_tag(painter, place, self._readable(mark.words), colour, QColor(self._t.surface), dashed=gap)
            return
        painter.fillRect(place, QColor(self._t.surface))
        if mark.grade is not None:
            painter.setFont(self._letter)
            paint_grade(painter, QRectF(place.x(), place.y(), self._side, self._side), self._t, mark.grade)
            place = place.adjusted(self._side, 0, 0, 0)
        if mark.words and self._side >= _LETTERED:
            painter.setFont(self._font)
            painter.setPen(QColor(self._t.text))
            painter.drawText(place, _CENTRE, mark.words)

    def _readable(self, words: str) -> str:
        """Return what of *words* is large enough to be read: all, the symbol that they begin with, or nothing."""
        return words if self._side >= _WORDED else words[:1] if self._side >= _LETTERED else ""

    def _paint_tag(
        self, painter: QPainter, place: QRectF, words: str, colour: QColor, ground: QColor, *, dashed: bool = False
    ) -> None:
        painter.setBrush(ground)
        painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour)
        if words in {"+", "-"}:  # drawn: a font's own stand anywhere in the line
            middle, arm = place.center(), self._side * 0.24
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            if words == "+":
                painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
            return
        painter.setFont(self._font)
        painter.drawText(place, _CENTRE, words)


def sized(base: QFont, pixels: float, *, bold: bool = False) -> QFont:
    """Return *base* with another size in logical pixels."""
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 6))
    font.setBold(bold)
    return font


def whole(place: float) -> int:
    """Return the nearest pixel; halves go the same way everywhere, so that what is moved by pixels looks the same."""
    return floor(place + 0.5)
