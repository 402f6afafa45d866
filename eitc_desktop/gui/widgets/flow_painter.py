"""Paints the picture 去向图 from its plan: what lies in the part asked for, in the tokens' colours."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan2, cos, pi, sin
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.flow_rows import Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import paint_mark
from eitc_desktop.gui.widgets.flow_shapes import Brace, End, FlowPlan, Head, Heading, Line, PlacedRow
from eitc_desktop.gui.widgets.provenance import paint_provenance
from eitc_desktop.model.provision import ChangeKind

_STRIPE = 3.0  # px at the left edge of a label, in the kind's colour
_ARROW = 7.0  # px
_THIN, _THICK = 1.4, 2.6

# In widths of the line, drawn and left out by turns: the kinds are told apart without colour too.
_PATTERNS: Mapping[ChangeKind, tuple[float, ...]] = MappingProxyType(
    {
        ChangeKind.ABOLISHED: (2, 3),
        ChangeKind.DEVOLVED: (),
        ChangeKind.TRANSFERRED_IN: (8, 3),
        ChangeKind.TRANSFERRED_OUT: (8, 3, 2, 3),
        ChangeKind.INTEGRATED: (10, 3, 2, 3, 2, 3),
        ChangeKind.ADDED: (5, 2),
        ChangeKind.STRENGTHENED: (),
        ChangeKind.HANDED_OVER: (5, 4),
        ChangeKind.UNSPECIFIED: (1, 4),
    }
)


class FlowState(NamedTuple):
    """What is to be seen of rows, by number or by change: chosen, with the keyboard, under the mouse, concerned."""

    chosen: int | None = None  # change
    current: int | None = None  # row; None while the keyboard is elsewhere
    hovered: int | None = None  # row
    concerned: frozenset[int] = frozenset()  # changes


class FlowPainter:
    """Paints one plan with one painter."""

    def __init__(self, painter: QPainter, tokens: Tokens, font: QFont, plan: FlowPlan, state: FlowState) -> None:
        self._painter = painter
        self._tokens = tokens
        self._font = font
        self._plan = plan
        self._state = state
        self._small = QFont(font)
        self._small.setPointSizeF(tokens.font_small)
        self._bold = QFont(font)
        self._bold.setBold(True)

    def paint(self, part: QRectF) -> None:
        """Paint what lies in *part* of the picture."""
        plan = self._plan
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for heading in plan.headings:
            if heading.box.intersects(part):
                self._paint_heading(heading)
        marked = [line for line in plan.lines if self._is_marked(line.number)]
        for line in (*(each for each in plan.lines if each not in marked), *marked):
            self._paint_line(line)
        self._paint_agency(part)
        for end in plan.ends:
            if end.box.intersects(part):
                self._paint_end(end, part)
        for brace in plan.braces:
            if brace.box.intersects(part):
                self._paint_brace(brace)
        for number, row in enumerate(plan.rows):
            if row.box.intersects(part):
                self._paint_row(number, row)

    def _is_marked(self, number: int) -> bool:
        return number == self._state.hovered or self._plan.rows[number].row.change == self._state.chosen

    def _paint_heading(self, heading: Heading) -> None:
        t = self._tokens
        self._painter.setFont(self._bold)
        self._painter.setPen(QColor(t.text if heading.kind is None else t.change_colour(heading.kind)))
        words = self._painter.fontMetrics().elidedText(
            heading.words, Qt.TextElideMode.ElideRight, round(heading.box.width())
        )
        self._painter.drawText(heading.box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_line(self, line: Line) -> None:
        colour = QColor(self._tokens.change_colour(line.kind))
        width = _THICK if self._is_marked(line.number) else _THIN
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if _PATTERNS[line.kind]:
            pen.setDashPattern(list(_PATTERNS[line.kind]))
        painter = self._painter
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = list(line.points)
        if line.head is Head.ARROW:
            points[-1] = _short_of(points[-2], points[-1], _ARROW - 1)
        painter.drawPolyline(QPolygonF(points))
        if line.head is not None:
            self._paint_head(line, colour)

    def _paint_head(self, line: Line, colour: QColor) -> None:
        tip, before = line.points[-1], line.points[-2]
        angle = atan2(tip.y() - before.y(), tip.x() - before.x())
        painter = self._painter
        painter.setPen(QPen(colour, 2.0))
        match line.head:
            case Head.ARROW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                wings = [
                    tip - QPointF(cos(angle + turn) * _ARROW, sin(angle + turn) * _ARROW) for turn in (pi / 7, -pi / 7)
                ]
                painter.drawPolygon(QPolygonF([tip, *wings]))
            case Head.BAR:
                across = QPointF(-sin(angle), cos(angle)) * (_ARROW - 2)
                back = tip - QPointF(cos(angle), sin(angle)) * 3
                painter.drawLine(back - across, back + across)
            case _:
                painter.setBrush(colour)
                painter.drawEllipse(tip - QPointF(cos(angle), sin(angle)) * 3, 2.5, 2.5)

    def _paint_agency(self, part: QRectF) -> None:
        t, box = self._tokens, self._plan.agency
        self._painter.setPen(QPen(QColor(t.accent), 1.2))
        self._painter.setBrush(QColor(t.raised))
        self._painter.drawRoundedRect(box, t.radius, t.radius)
        self._paint_words(self._plan.agency_words, self._plan.agency_height, box, part, t.text)

    def _paint_end(self, end: End, part: QRectF) -> None:
        t = self._tokens
        unknown = end.target.way is Way.END
        touched = any(self._is_marked(n) for n, row in enumerate(self._plan.rows) if row.row.change in end.changes)
        pen = QPen(QColor(t.accent if touched else t.muted), 1.2)
        if unknown:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if unknown else QColor(t.raised))
        self._painter.drawRoundedRect(end.box, t.radius, t.radius)
        self._paint_words(end.words, end.height, end.box, part, t.muted if unknown else t.text)

    def _paint_words(self, words: QTextLayout, height: float, box: QRectF, part: QRectF, colour: str) -> None:
        """Paint words in the middle of what is in sight of a tall box."""
        space = float(self._tokens.space_s)
        top = box.intersected(part).center().y() - height / 2
        top = min(max(top, box.top() + space), box.bottom() - space - height)
        self._painter.setPen(QColor(colour))
        words.draw(self._painter, QPointF(box.left() + 2 * space, top))

    def _paint_brace(self, brace: Brace) -> None:
        """Paint a curly brace, its tip at the left, and the words between those it holds."""
        box = brace.box.adjusted(1, 3, -4, -3)
        x, y, quarter = box.center().x(), box.center().y(), min(box.height() / 4, box.width())
        path = QPainterPath(box.topRight())
        path.quadTo(QPointF(x, box.top()), QPointF(x, box.top() + quarter))
        path.lineTo(QPointF(x, y - quarter))
        path.quadTo(QPointF(x, y), QPointF(box.left(), y))
        path.quadTo(QPointF(x, y), QPointF(x, y + quarter))
        path.lineTo(QPointF(x, box.bottom() - quarter))
        path.quadTo(QPointF(x, box.bottom()), box.bottomRight())
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._tokens.muted), 1.6))
        self._painter.drawPath(path)
        self._painter.setFont(self._small)
        self._painter.setPen(QColor(self._tokens.text))
        for joint in brace.joints:
            self._painter.drawText(joint.box, Qt.AlignmentFlag.AlignCenter, joint.words)

    def _paint_row(self, number: int, placed: PlacedRow) -> None:
        t, painter, row = self._tokens, self._painter, placed.row
        self._paint_ground(number, placed)
        painter.setFont(self._font)
        painter.setPen(QColor(t.change_colour(row.kind)))
        chip = f"{kind_symbol(row.kind)} {kind_word(row.kind)}"
        painter.drawText(placed.chip, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, chip)
        painter.setPen(QColor(t.text))
        placed.words.layout.draw(painter, placed.words.place)
        painter.setFont(self._small)
        painter.setPen(QColor(t.muted))
        for note in placed.notes:
            painter.drawText(note.box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, note.words)
        if placed.tie is not None:
            placed.tie.layout.draw(painter, placed.tie.place)
        if placed.tag is not None and row.tie is not None:
            paint_provenance(painter, placed.tag, t, row.tie.provenance)
        paint_mark(painter, placed.mark, t, row.mark, hot=False, focused=False)

    def _paint_ground(self, number: int, placed: PlacedRow) -> None:
        """Paint the box of a label: filled where chosen, framed where the keyboard is, dashed where concerned."""
        t, state, change = self._tokens, self._state, placed.row.change
        chosen, current = change == state.chosen, number == state.current
        ground = t.selection if chosen else t.hover if number == state.hovered else t.raised
        pen = QPen(QColor(t.accent if chosen or current else t.border), 2.0 if current else 1.0)
        if change in state.concerned and not current:
            pen = QPen(QColor(t.accent), 1.6, Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(QColor(ground))
        self._painter.drawRect(placed.box.adjusted(0.5, 0.5, -0.5, -0.5))
        stripe = QRectF(placed.box.left(), placed.box.top(), _STRIPE, placed.box.height())
        self._painter.fillRect(stripe, QColor(t.change_colour(placed.row.kind)))


def _short_of(start: QPointF, end: QPointF, by: float) -> QPointF:
    """Return a point *by* pixels before *end*."""
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    return end - QPointF(cos(angle) * by, sin(angle) * by)
