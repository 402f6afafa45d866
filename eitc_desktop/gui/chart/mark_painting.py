"""Paints the marks of the overlays and the signs for folding on the edges of boxes, in logical pixels."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.mark_places import LETTER, WORDS
from eitc_desktop.gui.chart.marks import GAP_SIGN, Mark, Overlay
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.grade_mark import paint_grade, paint_within

_LETTERED, _WORDED = 7, 9  # logical pixels of a mark's height from which it has a letter or symbol, and words
_DOUBLE = 14  # the same, from which what is entered has its second frame
_DASHES = [2.0, 2.0]  # widths of the line
_LEAST_KNOB = 6.0  # logical pixels


class MarkPainter:
    """Paints marks *side* logical pixels high, in the colours in force when it was made."""

    def __init__(self, tokens: Tokens, base: QFont, side: int) -> None:
        self._t = tokens
        self._side = side
        self._font = sized(base, side * WORDS)
        self._letter = sized(base, side * LETTER, bold=True)
        self._metrics = QFontMetricsF(self._font)

    def fold_rect(self, box: Rect, words: str, *, sideways: bool) -> QRectF:
        """Return where the sign for folding stands that shows *words*: where the way to the children begins.

        It is no wider than its box (*sideways*: no higher), so that it meets no other.
        """
        if sideways:
            side = max(min(float(self._side), box.height), _LEAST_KNOB)
            return QRectF(whole(box.right - 1), whole(box.y + (box.height - side) / 2), self._wide(words, side), side)
        side = max(min(float(self._side), box.width), _LEAST_KNOB)
        width = min(self._wide(words, side), max(box.width, side))
        return QRectF(whole(box.x + (box.width - width) / 2), whole(box.bottom - 1), width, side)

    def fold_rect_within(self, box: Rect, words: str) -> QRectF | None:
        """Return where the sign stands in a box within its parent's, whose own sign is below; None without room."""
        side = float(self._side)
        width = self._wide(words, side)
        if box.height < side + 2 or box.width < 3 * width:
            return None
        return QRectF(whole(box.right - width - 2), whole(box.y + (box.height - side) / 2), width, side)

    def _wide(self, words: str, side: float) -> float:
        return max(side, self._metrics.horizontalAdvance(words) + 6)

    def paint_fold(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Paint the sign for folding."""
        colour, ground = QColor(self._t.accent), QColor(self._t.surface)
        if self._metrics.horizontalAdvance(words) + 2 > place.width():
            words = words[:1]  # the box says how many are folded away
        self._paint_frame(painter, place, colour, ground)
        if words in {"+", "-"}:  # drawn: a font's own stand anywhere in the line
            middle, arm = place.center(), place.height() * 0.24
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            if words == "+":
                painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
            return
        painter.setFont(self._font)
        paint_within(painter, place, words)

    def paint_mark(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        """Paint a mark."""
        ground = QColor(self._t.surface)
        if mark.grade is not None:
            painter.fillRect(place, ground)
            painter.setFont(self._letter)
            paint_grade(painter, place, self._t, mark.grade, count=mark.words)
            return
        if mark.overlay is Overlay.REVIEW:
            self._paint_entered(painter, place, mark)
            return
        colour = QColor(self._t.text if mark.kind is None else self._t.change_colour(mark.kind))
        words = self._readable(mark.words)
        if mark.kind is None and words in {"", GAP_SIGN}:
            self._paint_gap_sign(painter, place, colour, ground)
            return
        self._paint_frame(painter, place, colour, ground, dashed=mark.kind is None)
        painter.setFont(self._font)
        paint_within(painter, place, words)

    def _readable(self, words: str) -> str:
        """Return what of *words* is large enough to be read: all, the symbol that they begin with, or nothing."""
        return words if self._side >= _WORDED else words[:1] if self._side >= _LETTERED else ""

    def _paint_entered(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        """Paint what is entered, in its double frame; the inner one where it leaves the words readable."""
        colour = QColor(self._t.entered)
        self._paint_frame(painter, place, colour, QColor(self._t.surface), square=True)
        if self._side >= _DOUBLE:
            painter.drawRect(place.adjusted(2, 2, -2, -2))
        painter.setFont(self._font)
        paint_within(
            painter, place, mark.words if self._side >= _WORDED else mark.short if self._side >= _LETTERED else ""
        )

    def _paint_gap_sign(self, painter: QPainter, place: QRectF, colour: QColor, ground: QColor) -> None:
        """Paint the sign of a gap, drawn: a font's own has any size."""
        wide = max(1.2, self._side * 0.11)
        radius = self._side * 0.4 - wide / 2
        painter.setBrush(ground)
        painter.setPen(QPen(colour, wide))
        painter.drawEllipse(place.center(), radius, radius)

    def _paint_frame(
        self,
        painter: QPainter,
        place: QRectF,
        colour: QColor,
        ground: QColor,
        *,
        dashed: bool = False,
        square: bool = False,
    ) -> None:
        """Paint a frame round words, and leave the pen for them."""
        pen = QPen(colour, 1.0)
        if dashed:
            pen.setDashPattern(_DASHES)
        painter.setBrush(ground)
        painter.setPen(pen)
        radius = 0.0 if square else min(max(3.0, self._side * 0.2), place.height() / 2)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour)


def sized(base: QFont, pixels: float, *, bold: bool = False) -> QFont:
    """Return *base* with another size in logical pixels."""
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 6))
    font.setBold(bold)
    return font


def whole(place: float) -> int:
    """Return the nearest pixel; halves go the same way everywhere, so that what is moved by pixels looks the same."""
    return floor(place + 0.5)
