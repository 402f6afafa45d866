"""Paints the duty matrix from rows, columns and marks; no widget and no item for a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from eitc_desktop.gui.models.duty_matrix import CellMark, MatrixColumn, MatrixRow
from eitc_desktop.gui.models.duty_words import grade_word
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.grade_mark import paint_grade
from eitc_desktop.gui.widgets.matrix_layout import MatrixLayout, name_lines
from eitc_desktop.gui.widgets.review_sign import paint_review_sign
from eitc_desktop.model.mapping import Grade

Place = tuple[int, int]
"""Row and column; -1 is the heads of the columns, or the labels of the rows."""

_Align = Qt.AlignmentFlag

_LEGEND_LEFT, _BESIDE_SIGN = 7, 13.5  # at the usual size: where a line of signs begins, from a sign to its word
_BETWEEN_SIGNS, _BETWEEN_SIGNS_TIGHT = 12, 5  # at the usual size: from a word to the next sign
_LEAST_STEP = 13.5  # at the usual size, from line to line of the legend where the review is among it
_ROOMY = 230  # width of the labels, at the usual size, from which they say more


class RowSight(NamedTuple):
    """What is seen of a row beside its words."""

    row: MatrixRow
    unfolded: bool
    tags: tuple[str, str]  # in full and short
    symbols: str
    marks: tuple[CellMark | None, ...]
    signs: tuple[str, ...] = ()  # of the review, for each column; none where nothing is entered


class ColumnSight(NamedTuple):
    """What is seen of a column beside its name; ``unlinked``: no duty item corresponds."""

    column: MatrixColumn
    symbols: str
    unlinked: bool


class Look(NamedTuple):
    """How the matrix stands: scrolled, chosen, under the mouse, and where the keyboard is."""

    offset: tuple[int, int]
    size: tuple[int, int]
    chosen_row: int | None
    chosen_column: int | None
    over: Place | None
    current: Place
    focused: bool


class MatrixPainter:
    """Paints into one viewport; fonts are made once for each size."""

    def __init__(self, tokens: Tokens, layout: MatrixLayout, base: QFont) -> None:
        self._t = tokens
        self._m = layout
        unit = layout.unit
        self._name = _sized(base, 12 * unit)
        self._second = _sized(base, 10 * unit)
        self._words = _sized(base, 12.5 * unit)
        self._bold = _sized(base, 12.5 * unit)
        self._letter = _sized(base, 11 * unit)
        self._letter.setBold(True)
        self._count = _sized(base, 9 * unit)
        self._metrics = QFontMetricsF(self._words)
        self._small = QFontMetricsF(self._name)
        self._reviewed = False  # signs of a review are among what was painted last

    def paint(self, painter: QPainter, rows: Sequence[RowSight], columns: Sequence[ColumnSight], look: Look) -> None:
        """Paint everything that is in sight."""
        m = self._m
        width, height = look.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._reviewed = any(sight.signs for sight in rows)
        for area, offset, part in (
            (QRectF(m.label, m.head, width - m.label, height - m.head), look.offset, self._cells),
            (QRectF(0, m.head, m.label, height - m.head), (0, look.offset[1]), self._labels),
            (QRectF(m.label, 0, width - m.label, m.head), (look.offset[0], 0), self._heads),
            (QRectF(0, 0, m.label, m.head), (0, 0), self._corner),
        ):
            painter.save()
            painter.setClipRect(area)
            painter.translate(area.x() - offset[0], area.y() - offset[1])
            part(painter, rows, columns, look)
            painter.restore()
        painter.setPen(QPen(QColor(self._t.muted), 1.0))
        painter.drawLine(QPointF(0, m.head - 0.5), QPointF(min(width, m.label + m.width), m.head - 0.5))
        end = min(height, m.head + len(rows) * m.row + m.foot - look.offset[1])
        painter.drawLine(QPointF(m.label - 0.5, 0), QPointF(m.label - 0.5, end))

    def _in_sight(self, rows: Sequence[RowSight], look: Look) -> range:
        first = look.offset[1] // self._m.row
        last = (look.offset[1] + look.size[1] - self._m.head) // self._m.row + 1
        return range(first, min(last, len(rows)))

    def _ground(self, painter: QPainter, rows: Sequence[RowSight], look: Look, left: float, right: float) -> None:
        """Paint the ground of rows between two edges: heads stand out, what is chosen or pointed at is marked."""
        m = self._m
        for number in self._in_sight(rows, look):
            band = QRectF(left, number * m.row, right - left, m.row)
            colour = self._t.raised if rows[number].row.unfolds and rows[number].unfolded else None
            if look.over is not None and number == look.over[0]:
                colour = self._t.hover
            if look.focused and number == look.current[0]:
                colour = self._t.hover
            if number == look.chosen_row:
                colour = self._t.selection
            if colour is not None:
                painter.fillRect(band, QColor(colour))

    def _band_colour(self, number: int, look: Look) -> str | None:
        if number == look.chosen_column:
            return self._t.selection
        over = look.over is not None and number == look.over[1]
        return self._t.hover if over or (look.focused and number == look.current[1]) else None

    def _cells(self, painter: QPainter, rows: Sequence[RowSight], columns: Sequence[ColumnSight], look: Look) -> None:
        m, t = self._m, self._t
        bottom = len(rows) * m.row + m.foot
        self._ground(painter, rows, look, 0, m.width)
        for number in range(len(columns)):
            colour = self._band_colour(number, look)
            if colour is not None:
                painter.fillRect(QRectF(m.left(number), 0, m.right(number) - m.left(number), bottom), QColor(colour))
        self._grid(painter, rows, columns, look, bottom)
        painter.setFont(self._letter)
        for number in self._in_sight(rows, look):
            for column, mark in enumerate(rows[number].marks):
                sign = rows[number].signs[column] if rows[number].signs else ""
                if mark is not None:
                    self._mark(painter, number, column, mark, signed=bool(sign))
                if sign:
                    self._review_sign(painter, number, column, sign, marked=mark is not None)
        painter.setFont(self._name)
        painter.setPen(QColor(t.muted))
        words = QCoreApplication.translate("DutyMatrixFoot", "未对应")
        for number, column in enumerate(columns):
            if column.unlinked:
                self._vertical(painter, words, m.left(number), m.right(number), len(rows) * m.row + 3 * m.unit)
        self._frame(painter, look)

    def _grid(
        self, painter: QPainter, rows: Sequence[RowSight], columns: Sequence[ColumnSight], look: Look, bottom: int
    ) -> None:
        m = self._m
        painter.setPen(QPen(QColor(self._t.border), 1.0))
        for number in self._in_sight(rows, look):
            y = (number + 1) * m.row - 0.5
            painter.drawLine(QPointF(0, y), QPointF(m.width, y))
        for number in range(len(columns)):
            x = m.right(number) - 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            if number == m.gap:
                painter.drawLine(QPointF(m.left(number) - 0.5, 0), QPointF(m.left(number) - 0.5, bottom))

    def _mark(self, painter: QPainter, row: int, column: int, mark: CellMark, *, signed: bool) -> None:
        """Paint the mark of a cell; *signed*: it leaves the lower right corner to the sign of the review."""
        m = self._m
        side = 14.5 * m.unit
        left, right = m.left(column), m.right(column)
        counted = mark.links > 1
        middle = (left + right - 1) / 2 - (2.0 * m.unit if counted else 0)
        box = QRectF(round(middle - side / 2), round(row * m.row + (m.row - 1 - side) / 2), round(side), round(side))
        if signed:
            box.moveTopLeft(QPointF(left + 0.5, row * m.row + 0.5))
        paint_grade(painter, box, self._t, mark.grade, part=mark.part)
        if counted:
            painter.setFont(self._count)
            painter.setPen(QColor(self._t.text))
            place = QRectF(box.right() + 0.5, row * m.row, right - box.right(), m.row * 0.62)
            painter.drawText(place, _Align.AlignLeft | _Align.AlignVCenter, str(mark.links))
            painter.setFont(self._letter)

    def _review_sign(self, painter: QPainter, row: int, column: int, sign: str, *, marked: bool) -> None:
        """Paint what reviewers think in the lower right corner, or in the middle of a cell without a mark."""
        m = self._m
        side = round((8.5 if marked else 11) * m.unit)
        left, right = m.left(column), m.right(column)
        bottom = (row + 1) * m.row - 1
        if marked:
            box = QRectF(right - 1.5 - side, bottom - side, side, side)
        else:
            box = QRectF(round((left + right - 1 - side) / 2), round(bottom - (m.row + side) / 2), side, side)
        paint_review_sign(painter, box, self._t, sign)

    def _frame(self, painter: QPainter, look: Look) -> None:
        """Draw the frame of the place where the keyboard is, in the cells."""
        row, column = look.current
        if row >= 0 and column >= 0:
            m = self._m
            left = m.left(column)
            box = QRectF(left, row * m.row, m.right(column) - left, m.row)
            self._keyboard_frame(painter, box, look)

    def _keyboard_frame(self, painter: QPainter, box: QRectF, look: Look) -> None:
        if look.focused:
            painter.setPen(QPen(QColor(self._t.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _labels(self, painter: QPainter, rows: Sequence[RowSight], _columns: object, look: Look) -> None:
        m, t = self._m, self._t
        self._ground(painter, rows, look, 0, m.label)
        for number in self._in_sight(rows, look):
            top = number * m.row
            painter.setPen(QPen(QColor(t.border), 1.0))
            painter.drawLine(QPointF(0, top + m.row - 0.5), QPointF(m.label, top + m.row - 0.5))
            self._label(painter, rows[number], top)
        painter.setFont(self._name)
        painter.setPen(QColor(t.muted))
        foot = QRectF(6 * m.unit, len(rows) * m.row, m.label - 12 * m.unit, m.foot)
        words = QCoreApplication.translate("DutyMatrixView", "无对应分项的机构")
        painter.drawText(foot, _Align.AlignRight | _Align.AlignVCenter, words)
        if look.current[1] < 0 <= look.current[0]:
            self._keyboard_frame(painter, QRectF(0, look.current[0] * m.row, m.label - 1, m.row), look)

    def _label(self, painter: QPainter, sight: RowSight, top: int) -> None:
        m, t = self._m, self._t
        row = sight.row
        middle = _Align.AlignVCenter | _Align.AlignLeft
        sign = 12 * m.unit
        if row.unfolds:
            self._triangle(painter, QPointF(8 * m.unit, top + m.row / 2), unfolded=sight.unfolded)
        left = sign + 3 * m.unit + (0 if row.items and row.ref not in row.items else 12 * m.unit)
        right = m.label - 5 * m.unit
        painter.setFont(self._name)
        tag = sight.tags[m.label < _ROOMY * m.unit]
        if tag:
            painter.setPen(QColor(t.muted))
            room = QRectF(left, top, right - left, m.row - 1)
            painter.drawText(room, _Align.AlignVCenter | _Align.AlignRight, tag)
            right -= self._small.horizontalAdvance(tag) + 4 * m.unit
        if sight.symbols:
            painter.setPen(QColor(t.muted))
            painter.drawText(
                QRectF(left, top, right - left, m.row - 1), _Align.AlignVCenter | _Align.AlignRight, sight.symbols
            )
            right -= self._small.horizontalAdvance(sight.symbols) + 4 * m.unit
        painter.setFont(self._words)
        words = self._metrics.elidedText("".join(row.words.split()), Qt.TextElideMode.ElideRight, 10_000.0)
        painter.setPen(QColor(t.muted))
        painter.drawText(QRectF(left, top, right - left, m.row - 1), middle, row.label)
        left += self._metrics.horizontalAdvance(row.label) + (3 * m.unit if row.label.startswith("[") else 0)
        painter.setPen(QColor(t.text))
        shown = self._metrics.elidedText(words[:60], Qt.TextElideMode.ElideRight, max(right - left, 1.0))
        painter.drawText(QRectF(left, top, right - left, m.row - 1), middle, shown)

    def _triangle(self, painter: QPainter, centre: QPointF, *, unfolded: bool) -> None:
        side = 3.2 * self._m.unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.muted))
        if unfolded:
            points = [QPointF(-side, -side * 0.7), QPointF(side, -side * 0.7), QPointF(0, side * 0.9)]
        else:
            points = [QPointF(-side * 0.7, -side), QPointF(side * 0.9, 0), QPointF(-side * 0.7, side)]
        painter.drawPolygon([centre + point for point in points])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _heads(self, painter: QPainter, _rows: object, columns: Sequence[ColumnSight], look: Look) -> None:
        m, t = self._m, self._t
        painter.fillRect(QRectF(0, 0, m.width, m.head), QColor(t.window))
        for number, sight in enumerate(columns):
            left, right = m.left(number), m.right(number)
            colour = self._band_colour(number, look)
            if colour is not None:
                painter.fillRect(QRectF(left, 0, right - left, m.head), QColor(colour))
            painter.setPen(QPen(QColor(t.border), 1.0))
            painter.drawLine(QPointF(right - 0.5, 0), QPointF(right - 0.5, m.head))
            if number == m.gap:
                self._gap_head(painter, m.edges[number], left)
            self._head(painter, sight, left, right)
        if look.current[0] < 0 <= look.current[1]:
            left = m.left(look.current[1])
            self._keyboard_frame(painter, QRectF(left, 0, m.right(look.current[1]) - left, m.head), look)

    def _gap_head(self, painter: QPainter, left: int, right: int) -> None:
        painter.drawLine(QPointF(right - 0.5, 0), QPointF(right - 0.5, self._m.head))
        painter.setFont(self._second)
        painter.setPen(QColor(self._t.muted))
        words = QCoreApplication.translate("DutyMatrixView", "设在本机关")
        self._vertical(painter, words, left, right, self._m.symbols)

    def _head(self, painter: QPainter, sight: ColumnSight, left: int, right: int) -> None:
        m, t = self._m, self._t
        if sight.symbols:
            painter.setFont(self._second if len(sight.symbols) > 1 else self._name)
            painter.setPen(QColor(t.muted))
            painter.drawText(QRectF(left, 0, right - left - 1, m.symbols), _Align.AlignCenter, sight.symbols[:2])
        lines = [(line, False) for line in name_lines(sight.column.name, m.longest)]
        if m.second:
            lines += [(line, True) for name in sight.column.second_names for line in name_lines(name, m.longest)]
        step = (right - left - 1) / len(lines)
        for place, (line, second) in enumerate(reversed(lines)):  # vertical lines follow each other leftwards
            painter.setFont(self._second if second else self._name)
            painter.setPen(QColor(t.muted if second or sight.unlinked else t.text))
            self._vertical(painter, line, left + place * step, left + (place + 1) * step, m.symbols)

    def _vertical(self, painter: QPainter, words: str, left: float, right: float, top: float) -> None:
        """Write *words* downwards, each character upright."""
        step = self._m.line
        for place, char in enumerate(words):
            painter.drawText(QRectF(left, top + place * step, right - left, step), _Align.AlignCenter, char)

    def _corner(self, painter: QPainter, *_rest: object) -> None:
        """Explain the signs in the corner that is free anyway."""
        m, t = self._m, self._t
        painter.fillRect(QRectF(0, 0, m.label, m.head), QColor(t.window))
        translate = QCoreApplication.translate
        judged = translate("DutyMatrixView", "{0}，未经本单位确认").format(grade_word(Grade.JUDGED))
        signs: tuple[tuple[Callable[[QRectF], object], str], ...] = (
            (lambda box: self._sign(painter, box, Grade.STATED), grade_word(Grade.STATED)),
            (lambda box: self._sign(painter, box, Grade.NAMED), grade_word(Grade.NAMED)),
            (lambda box: self._sign(painter, box, Grade.JUDGED), judged),
            (lambda box: self._sign(painter, box, Grade.NAMED, part=True), translate("DutyMatrixView", "部分对应")),
            (lambda box: self._sign(painter, box, None), translate("DutyMatrixView", "名称相近，不采纳")),
            (lambda box: painter.drawText(box, _Align.AlignCenter, "↑"), translate("DutyMatrixView", "涉及的职能转变")),
        )
        below = self._review_lines(len(signs)) if self._reviewed else []
        step = min(18.5 * m.unit, (m.head - 4 * m.unit) / (len(signs) + len(below)))
        side = round(13 * m.unit)
        for place, (draw, words) in enumerate(signs):
            top = 3 * m.unit + place * step
            painter.setPen(QColor(t.muted))
            painter.setFont(self._name if place == len(signs) - 1 else self._letter)
            draw(QRectF(round(6 * m.unit), round(top + (step - side) / 2), side, side))
            painter.setPen(QColor(t.muted))
            painter.setFont(self._name)
            room = QRectF(25 * m.unit, top, m.label - 27 * m.unit, step)
            shown = self._small.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _Align.AlignVCenter | _Align.AlignLeft, shown)
        if below:
            self._review_legend(painter, below, 3 * m.unit + len(signs) * step, step)

    def _review_lines(self, signs: int) -> list[list[tuple[str, str, float]]]:
        """Return the lines that explain the signs of the review: sign, word and its left edge, one behind the other.

        There are none where the heads leave no room for them below so many other *signs*.
        """
        m, translate = self._m, QCoreApplication.translate
        words = {
            "agree": translate("Review", "同意"),
            "disagree": translate("Review", "不同意"),
            "doubt": translate("Review", "存疑"),
            "disputed": translate("Review", "有分歧"),
            "proposed": translate("DutyMatrixView", "建议"),
        }
        for between in (_BETWEEN_SIGNS, _BETWEEN_SIGNS_TIGHT):
            lines: list[list[tuple[str, str, float]]] = [[]]
            x = _LEGEND_LEFT * m.unit
            for sign, word in words.items():
                wide = _BESIDE_SIGN * m.unit + self._small.horizontalAdvance(word)
                if lines[-1] and x + wide > m.label - 2 * m.unit:
                    lines.append([])
                    x = _LEGEND_LEFT * m.unit
                lines[-1].append((sign, word, x))
                x += wide + between * m.unit
            if (m.head - 4 * m.unit) / (signs + len(lines)) >= _LEAST_STEP * m.unit:
                return lines
        return []

    def _review_legend(
        self, painter: QPainter, lines: list[list[tuple[str, str, float]]], top: float, step: float
    ) -> None:
        """Explain the signs of the review."""
        m, side = self._m, round(9.5 * self._m.unit)
        painter.setFont(self._name)
        for number, line in enumerate(lines):
            y = top + number * step
            for sign, word, x in line:
                paint_review_sign(painter, QRectF(round(x), round(y + (step - side) / 2), side, side), self._t, sign)
                painter.setPen(QColor(self._t.muted))
                place = QRectF(x + _BESIDE_SIGN * m.unit, y, m.label - x, step)
                painter.drawText(place, _Align.AlignVCenter | _Align.AlignLeft, word)

    def _sign(self, painter: QPainter, box: QRectF, grade: Grade | None, *, part: bool = False) -> None:
        paint_grade(painter, box, self._t, grade, part=part)


def _sized(base: QFont, pixels: float) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 6))
    return font
