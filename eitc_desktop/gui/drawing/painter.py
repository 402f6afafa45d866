"""The one painter of a Drawing, for the screen, printers and files."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from eitc_desktop.drawing.shapes import Box, Drawing, Ink, Line, Text
from eitc_desktop.gui.drawing.faces import font_of

_EM = 100  # pixels of a font while it is scaled to its size

PAPER_INKS: Mapping[Ink, QColor] = {
    Ink.TEXT: QColor("#000000"),
    Ink.SOFT: QColor("#444444"),
    Ink.FRAME: QColor("#000000"),
    Ink.RULE: QColor("#000000"),
    Ink.PAPER: QColor("#ffffff"),
    Ink.HEAD: QColor("#eeeeee"),
    Ink.DERIVED: QColor("#1f4e79"),
    Ink.JUDGED: QColor("#7a3e00"),
    Ink.ENTERED: QColor("#38571a"),
    Ink.ABOLISHED: QColor("#9c2f2f"),
    Ink.DEVOLVED: QColor("#8a5a00"),
    Ink.INTEGRATED: QColor("#5b3f8c"),
    Ink.ADDED: QColor("#1f5f8b"),
    Ink.STRENGTHENED: QColor("#2c6e49"),
}


def paint(painter: QPainter, drawing: Drawing, inks: Mapping[Ink, QColor] = PAPER_INKS) -> None:
    """Paint *drawing* with *painter*, whose units are points."""
    for box in drawing.boxes:
        _paint_box(painter, box, inks)
    for line in drawing.lines:
        _paint_line(painter, line, inks)
    for text in drawing.texts:
        _paint_text(painter, text, inks)
    for part in drawing.parts:
        painter.save()
        if part.clip is not None:
            painter.setClipRect(QRectF(*part.clip))
        painter.translate(part.x, part.y)
        painter.scale(part.scale, part.scale)
        paint(painter, part.drawing, inks)
        painter.restore()


def _pen(inks: Mapping[Ink, QColor], ink: Ink, width: float, *, dashed: bool) -> QPen:
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    return QPen(inks[ink], width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def _paint_box(painter: QPainter, box: Box, inks: Mapping[Ink, QColor]) -> None:
    rect = QRectF(*box.rect)
    if box.ground is not None:
        painter.fillRect(rect, inks[box.ground])
    if box.frame is not None:
        painter.setPen(_pen(inks, box.frame, box.width, dashed=box.dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def _paint_line(painter: QPainter, line: Line, inks: Mapping[Ink, QColor]) -> None:
    painter.setPen(_pen(inks, line.ink, line.width, dashed=line.dashed))
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in line.points]))


def _paint_text(painter: QPainter, text: Text, inks: Mapping[Ink, QColor]) -> None:
    painter.setPen(inks[text.ink])
    painter.setFont(font_of(text.style, _EM))
    for run in text.runs:
        painter.save()
        painter.translate(run.x, run.y)
        if run.turned:
            painter.rotate(90)
        painter.scale(text.style.size / _EM, text.style.size / _EM)
        painter.drawText(QPointF(0, 0), run.words)
        painter.restore()
