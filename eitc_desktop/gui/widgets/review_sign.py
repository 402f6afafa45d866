"""Small signs of what reviewers think of a link, told apart by shape: drawn, for fonts have no such signs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from eitc_desktop.gui.theme import Tokens

SIGNS = ("agree", "disagree", "doubt", "disputed", "proposed")
"""同意 a tick, 不同意 a cross, 存疑 a question mark, 有分歧 an exclamation mark, 建议对应 a plus."""

# strokes in a square of side 1, each a chain of points
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "agree": (((0.2, 0.55), (0.42, 0.76), (0.8, 0.26)),),
    "disagree": (((0.25, 0.25), (0.75, 0.75)), ((0.75, 0.25), (0.25, 0.75))),
    "doubt": (
        ((0.3, 0.34), (0.36, 0.22), (0.5, 0.18), (0.66, 0.24), (0.68, 0.4), (0.5, 0.52), (0.5, 0.62)),
        ((0.5, 0.8), (0.5, 0.82)),
    ),
    "disputed": (((0.5, 0.16), (0.5, 0.58)), ((0.5, 0.82), (0.5, 0.84))),
    "proposed": (((0.5, 0.2), (0.5, 0.8)), ((0.2, 0.5), (0.8, 0.5))),
}


def paint_review_sign(painter: QPainter, box: QRectF, tokens: Tokens, sign: str) -> None:
    """Paint one of SIGNS into a square *box*, upon a ground of its own so that it is seen over anything."""
    painter.save()
    painter.setPen(QPen(QColor(tokens.entered), max(box.width() * 0.08, 0.8)))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(box, box.width() * 0.2, box.width() * 0.2)
    pen = QPen(QColor(tokens.entered), max(box.width() * 0.15, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in _STROKES[sign]:
        painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in stroke])
    painter.restore()
