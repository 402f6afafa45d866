"""The grade of a correspondence as a letter in a shape, told apart by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.mapping import Grade

SET_ASIDE = "≠"
"""Stands where a match by name was set aside."""


def grade_colour(tokens: Tokens, grade: Grade) -> str:
    """Return the colour of a grade as #RRGGBB: a judgement's is its own."""
    return tokens.judged if grade is Grade.JUDGED else tokens.accent


def paint_grade(
    painter: QPainter, box: QRectF, tokens: Tokens, grade: Grade | None, *, part: bool = False, count: str = ""
) -> None:
    """Paint a grade into *box*: A filled, B in a solid frame, C in a dashed round one; a corner says: in part.

    *count* stands after the letter, in the same frame. The painter has antialiasing on and the font for the letter;
    its pen and brush are left changed. No grade is a match set aside.
    """
    if grade is None:
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SET_ASIDE)
        return
    colour = QColor(grade_colour(tokens, grade))
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(colour, 1.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = colour
    if grade is Grade.JUDGED:
        pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawRoundedRect(frame, frame.height() / 2.4, frame.height() / 2.4)
    else:
        painter.setPen(pen)
        if grade is Grade.STATED:
            painter.setBrush(colour)
            ink = QColor(tokens.on_accent)
        painter.drawRect(frame)
    if part:
        side = box.height() * 0.42
        corner = box.bottomRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner - QPointF(0, side)]))
    painter.setPen(ink)
    paint_within(painter, box, f"{grade.value}{count}", 2.0 if count else 0.0)


def paint_within(painter: QPainter, box: QRectF, words: str, spare: float = 2.0) -> None:
    """Paint *words* in the middle of *box*, smaller where they would come nearer than *spare* to its left or right."""
    wide = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(words)
    share = min(1.0, max(box.width() - 2 * spare, 1.0) / wide) if wide else 1.0
    if share == 1.0:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return
    painter.save()
    painter.translate(box.center())
    painter.scale(share, share)
    around = QRectF(-wide, -box.height(), 2 * wide, 2 * box.height())
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
