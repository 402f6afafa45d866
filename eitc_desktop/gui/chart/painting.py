"""Paints an area of a chart: from afar its boxes, nearer short names, near all of it; over it what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QRegion

from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.camera import Camera
from eitc_desktop.gui.chart.inks import screen_inks
from eitc_desktop.gui.chart.marks import NO_MARKS, Overlay, UnitMarks
from eitc_desktop.gui.chart.sheet import Contours, Sheet
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.grade_mark import paint_grade

_READABLE = 6.5  # logical pixels of type from which all is set
_NAMED = 3.2  # logical pixels of type from which short names stand in the boxes
_FRAMED = 5.0  # logical pixels of a box from which it has a frame
_SHORT = 9.0  # logical pixels of the type of short names
_MARGIN = 40  # logical pixels around an area in which there may be marks that reach into it
_VEIL = 0.72  # how much of what isn't lit is covered


class Detail(IntEnum):
    """How much is seen."""

    BOXES = 0
    SHORT = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted. ``short`` names a box in few characters, ``folds`` says what its sign for folding shows.

    ``lit`` are the boxes that stand out where one unit is in focus; None where none is. ``found`` were looked for.
    """

    sheet: Sheet
    names: Sequence[str]
    folds: Callable[[int], str]
    marks: Callable[[int], UnitMarks]
    overlays: Set[Overlay] = frozenset()
    lit: Set[int] | None = None
    found: Set[int] = field(default_factory=frozenset[int])


def detail_at(sheet: Sheet, scale: float) -> Detail:
    """Return how much is seen of *sheet* at *scale*."""
    size = sheet.type_size * scale
    return Detail.ALL if size >= _READABLE else Detail.SHORT if size >= _NAMED else Detail.BOXES


class ChartPainter:
    """Paints in the colours in force when it was made; fonts have the size that was in force then."""

    def __init__(self, tokens: Tokens, base: QFont) -> None:
        self._t = tokens
        self._inks = screen_inks(tokens)
        size = tokens.text_size / 100
        self._short = _sized(base, _SHORT)
        self._chip = _sized(base, max(9.0, 10.5 * size))
        self._letter = _sized(base, max(9.0, 10.5 * size), bold=True)
        self._chip_metrics = QFontMetricsF(self._chip)
        self._side = round(max(11.0, 14.0 * size))  # of a mark

    @property
    def side(self) -> int:
        """Height of a mark and of a sign for folding, in logical pixels."""
        return self._side

    def paint_area(self, painter: QPainter, camera: Camera, area: QRect, scene: Scene) -> None:
        """Paint *area* of the view, which the painter is clipped to."""
        painter.fillRect(area, QColor(self._t.surface))
        sheet = scene.sheet
        seen = camera.seen(_rect(area.adjusted(-1, -1, 1, 1)))
        detail = detail_at(sheet, camera.scale)
        if detail is Detail.ALL:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(camera.left, camera.top)
            painter.scale(camera.scale, camera.scale)
            paint(painter, sheet.part(seen), self._inks)
            painter.restore()
        else:
            self._paint_contours(painter, camera, sheet.contours(seen, 0.75 / camera.scale), sheet)
        around = camera.seen(_rect(area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)))
        if detail is Detail.SHORT:
            self._paint_short_names(painter, camera, sheet.boxes_in(seen), scene)
        if scene.lit is not None:
            self._paint_veil(painter, camera, area, scene)
        if detail is not Detail.BOXES:
            boxes = sheet.boxes_in(around)
            for box in boxes:
                self._paint_marks(painter, camera.to_view(sheet.rect(box)), box, scene)
            for box in boxes:
                words = scene.folds(box)
                if words:
                    self._paint_fold(painter, self.fold_rect(camera, sheet, box, words), words)

    def fold_rect(self, camera: Camera, sheet: Sheet, box: int, words: str) -> QRectF:
        """Return where the sign for folding of a box is seen, which shows *words*."""
        rect, side = camera.to_view(sheet.rect(box)), float(self._side)
        width = max(side, self._chip_metrics.horizontalAdvance(words) + 6)
        if sheet.sideways:
            return QRectF(rect.right - 2, rect.y + (rect.height - side) / 2, width, side)
        return QRectF(rect.x + (rect.width - width) / 2, rect.bottom - 2, width, side)

    def _paint_contours(self, painter: QPainter, camera: Camera, contours: Contours, sheet: Sheet) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.translate(camera.left, camera.top)
        painter.scale(camera.scale, camera.scale)
        frame = QPen(QColor(self._t.muted), 0)
        painter.setPen(QPen(QColor(self._t.border), 0))
        painter.drawLines([QLineF(*start, *end) for start, end in contours.lines])
        boxes = [QRectF(*box) for box in contours.boxes]
        framed = sheet.type_size * camera.scale * 1.5 >= _FRAMED
        painter.setBrush(QColor(self._t.surface if framed else self._t.muted))
        painter.setPen(frame if framed else QPen(Qt.PenStyle.NoPen))
        painter.drawRects(boxes)
        painter.restore()

    def _paint_short_names(self, painter: QPainter, camera: Camera, boxes: Sequence[int], scene: Scene) -> None:
        painter.setFont(self._short)
        painter.setPen(QColor(self._t.text))
        middle = Qt.AlignmentFlag.AlignCenter
        for box in boxes:
            rect = camera.to_view(scene.sheet.rect(box))
            name = scene.names[box]
            across, down = int((rect.width - 1) / _SHORT), int((rect.height - 1) / _SHORT)
            if across >= 2 and down >= 1:
                painter.drawText(QRectF(*rect), middle, name[: 2 * across if name.isascii() else across])
            elif across >= 1:
                step = _SHORT + 1
                count = min(int(rect.height / step), len(name))
                top = rect.y + (rect.height - count * step) / 2
                for place, char in enumerate(name[:count]):
                    painter.drawText(QRectF(rect.x, top + place * step, rect.width, step), middle, char)

    def _paint_veil(self, painter: QPainter, camera: Camera, area: QRect, scene: Scene) -> None:
        """Cover what isn't lit."""
        veil = QColor(self._t.surface)
        veil.setAlphaF(_VEIL)
        covered = QRegion(area)
        for box in scene.sheet.boxes_in(camera.seen(_rect(area))):
            if scene.lit is not None and box in scene.lit:
                rect = camera.to_view(scene.sheet.rect(box))
                covered -= QRegion(QRectF(*rect).adjusted(-1, -1, 1, 1).toAlignedRect())
        for part in covered:
            painter.fillRect(part, veil)

    def _paint_marks(self, painter: QPainter, rect: Rect, box: int, scene: Scene) -> None:
        """Paint what the overlays say of a box, in rows on its lower edge, the first of them half within it."""
        if box in scene.found:
            painter.fillRect(QRectF(*rect).adjusted(1, 1, -1, -1), _see_through(self._t.highlight, 0.55))
        marks = scene.marks(box)
        if not scene.overlays or marks is NO_MARKS:
            return
        if Overlay.GAPS in scene.overlays and marks.is_gap:
            self._paint_gap(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pieces = [*self._change_pieces(marks, rect, scene), *self._grade_pieces(marks, scene)]
        side, left, top = float(self._side), rect.x, rect.bottom - self._side * 0.45
        row: list[tuple[float, Callable[[QRectF], None]]] = []
        rows = [row]
        used = 0.0
        for width, draw in pieces:
            if row and used + width > max(rect.width, width):
                row = []
                rows.append(row)
                used = 0.0
            row.append((width, draw))
            used += width + 2
        for row in rows:
            x = left + (rect.width - sum(width + 2 for width, _ in row) + 2) / 2
            for width, draw in row:
                draw(QRectF(round(x), round(top), width, side))
                x += width + 2
            top += side + 1

    def _change_pieces(
        self, marks: UnitMarks, rect: Rect, scene: Scene
    ) -> list[tuple[float, Callable[[QRectF], None]]]:
        """Return the marks of changes with their widths: symbol and word where the box is wide enough."""
        if Overlay.CHANGES not in scene.overlays:
            return []
        found: list[tuple[float, Callable[[QRectF], None]]] = []
        for kind in marks.changes:
            words = f"{kind_symbol(kind)}{kind_word(kind)}"
            if self._chip_metrics.horizontalAdvance(words) + 6 > rect.width:
                words = kind_symbol(kind)
            width = max(float(self._side), self._chip_metrics.horizontalAdvance(words) + 6)
            colour = QColor(self._t.change_colour(kind))
            found.append((width, lambda place, p=words, c=colour: self._paint_chip(place, p, c)))
        return found

    def _grade_pieces(self, marks: UnitMarks, scene: Scene) -> list[tuple[float, Callable[[QRectF], None]]]:
        if Overlay.GRADES not in scene.overlays:
            return []
        return []

    def _paint_chip(self, place: QRectF, words: str, colour: QColor) -> None:
        del place, words, colour

    def _paint_gap(self, painter: QPainter, rect: Rect) -> None:
        del painter, rect

    def _paint_fold(self, painter: QPainter, place: QRectF, words: str) -> None:
        del painter, place, words


def _rect(area: QRect) -> Rect:
    return Rect(area.x(), area.y(), area.width(), area.height())


def _sized(base: QFont, pixels: float, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 6))
    font.setBold(bold)
    return font


def _see_through(colour: str, alpha: float) -> QColor:
    found = QColor(colour)
    found.setAlphaF(alpha)
    return found
