"""Paints the marks of the overlays and the signs for folding on the edges of boxes, in logical pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.marks import Overlay, UnitMarks
from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.grade_mark import paint_grade
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.provision import ChangeKind

_SPACE = 2.0  # logical pixels between marks
_CENTRE = Qt.AlignmentFlag.AlignCenter


class _Piece(NamedTuple):
    """A mark that is so many logical pixels wide."""

    width: float
    paint: Callable[[QPainter, QRectF], None]


class MarkPainter:
    """Paints marks *side* logical pixels high, in the colours in force when it was made."""

    def __init__(self, tokens: Tokens, base: QFont, side: int) -> None:
        self._t = tokens
        self._side = side
        self._font = sized(base, side * 0.75)
        self._letter = sized(base, side * 0.75, bold=True)
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

    def place_below(self, box: Rect, marks: UnitMarks, overlays: AbstractSet[Overlay]) -> Rect:
        """Return what the marks of a unit take below its *box*."""
        rows = len(_rows(tuple(self._pieces(marks, overlays, box.width)), box.width))
        return Rect(box.x, box.bottom, box.width, rows * (self._side + 1))

    def paint_marks(
        self, painter: QPainter, box: Rect, marks: UnitMarks, overlays: AbstractSet[Overlay], *, sideways: bool
    ) -> None:
        """Paint what the *overlays* say of a unit beside its *box*: in rows below it, or *sideways* right of it."""
        pieces = tuple(self._pieces(marks, overlays, box.width))
        if sideways:
            self._paint_row(painter, pieces, box.right - 2, box.y + (box.height - self._side) / 2)
            return
        top = box.bottom - 2
        for row in _rows(pieces, box.width):
            width = sum(piece.width + _SPACE for piece in row) - _SPACE
            self._paint_row(painter, row, box.x + (box.width - width) / 2, top)
            top += self._side + 1

    def _paint_row(self, painter: QPainter, pieces: Sequence[_Piece], x: float, y: float) -> None:
        for piece in pieces:
            piece.paint(painter, QRectF(whole(x), whole(y), piece.width, self._side))
            x += piece.width + _SPACE

    def _pieces(self, marks: UnitMarks, overlays: AbstractSet[Overlay], room: float) -> Iterator[_Piece]:
        if Overlay.CHANGES in overlays:
            yield from (self._change(kind, room) for kind in marks.changes)
        if Overlay.GRADES in overlays:
            for grade, count in marks.grades:
                yield from self._grade(grade, count, room)
        if Overlay.GAPS in overlays and marks.is_gap:
            yield self._gap(room)

    def _change(self, kind: ChangeKind, room: float) -> _Piece:
        """Return the mark of a kind of change: symbol and word, or the symbol where the box is narrow."""
        colour = QColor(self._t.change_colour(kind))
        words = self._fitting(room, f"{kind_symbol(kind)}{kind_word(kind)}", kind_symbol(kind))
        return self._tag(words, colour)

    def _gap(self, room: float) -> _Piece:
        words = QCoreApplication.translate("ChartView", "未对应")
        return self._tag(self._fitting(room, words, words[0]), QColor(self._t.text), dashed=True)

    def _grade(self, grade: Grade, count: int, room: float) -> Iterator[_Piece]:
        """Yield the mark of a grade with its count, from two on, as in the matrix; apart where the box is narrow."""
        side, number = float(self._side), str(count) if count > 1 else ""
        width = self._metrics.horizontalAdvance(number) + _SPACE if number else 0.0
        if number and side + width > room:
            yield _Piece(side, lambda painter, place: self._paint_grade(painter, place, grade, ""))
            yield _Piece(side, lambda painter, place: self._paint_count(painter, place, number))
        else:
            yield _Piece(side + width, lambda painter, place: self._paint_grade(painter, place, grade, number))

    def _paint_grade(self, painter: QPainter, place: QRectF, grade: Grade, number: str) -> None:
        painter.fillRect(place, QColor(self._t.surface))
        painter.setFont(self._letter)
        paint_grade(painter, QRectF(place.x(), place.y(), self._side, self._side), self._t, grade)
        if number:
            self._paint_count(painter, place.adjusted(self._side, 0, 0, 0), number)

    def _paint_count(self, painter: QPainter, place: QRectF, number: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._t.text))
        painter.drawText(place, _CENTRE, number)

    def _tag(self, words: str, colour: QColor, *, dashed: bool = False) -> _Piece:
        width = max(float(self._side), self._metrics.horizontalAdvance(words) + 6)
        ground = QColor(self._t.surface)
        return _Piece(
            width, lambda painter, place: self._paint_tag(painter, place, words, colour, ground, dashed=dashed)
        )

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

    def _fitting(self, room: float, words: str, short: str) -> str:
        return words if self._metrics.horizontalAdvance(words) + 6 <= room else short


def sized(base: QFont, pixels: float, *, bold: bool = False) -> QFont:
    """Return *base* with another size in logical pixels."""
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 6))
    font.setBold(bold)
    return font


def whole(place: float) -> int:
    """Return the nearest pixel; halves go the same way everywhere, so that what is moved by pixels looks the same."""
    return floor(place + 0.5)


def _rows(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    """Return *pieces* in rows no wider than *room*, or of one piece."""
    rows: list[list[_Piece]] = []
    used = 0.0
    for piece in pieces:
        if not rows or used + piece.width > room:
            rows.append([])
            used = 0.0
        rows[-1].append(piece)
        used += piece.width + _SPACE
    return rows
