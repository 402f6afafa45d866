"""Paints an area of a chart: from afar its boxes, nearer short names, near all of it; over it what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QRegion

from eitc_desktop.drawing.shapes import Drawing, Ink, Rect
from eitc_desktop.gui.chart.camera import Camera
from eitc_desktop.gui.chart.inks import faint, screen_inks
from eitc_desktop.gui.chart.mark_painting import MarkPainter, sized, whole
from eitc_desktop.gui.chart.mark_places import BoxMarks
from eitc_desktop.gui.chart.marks import Mark
from eitc_desktop.gui.chart.sheet import Contours, Sheet
from eitc_desktop.gui.chart.short_names import MORE, shortened
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.gui.theme import Tokens

READABLE = 6.5
"""Logical pixels of type from which all is set."""
_GUESSED = 4.5  # those from which it is where names stand upright: short ones have no room there
_OPENED = 7.5  # logical pixels of type that a chart is shown with at first, at least
_MOST_LARGER = 3.0  # times larger than all of it a chart is shown at first, at most
_NAMED = 3.0  # logical pixels of type from which short names stand in the boxes
_FRAMED = 5.0  # logical pixels of a box's height from which it has a frame
_DASHES = (3.0, 2.0)  # logical pixels
_SHORT = 9  # logical pixels of the type of short names
_MARK, _LEAST_MARK = 14.0, 10.0  # logical pixels of marks: at the usual size of text, and at least
_MARGIN, _MARKED_MARGIN = 48, 240  # logical pixels around an area from which signs for folding, or marks, reach into it
_WIDE = 2.5  # logical pixels of a line along the path that is lit


class Detail(IntEnum):
    """How much is seen."""

    BOXES = 0
    SHORT = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: a sheet and, by the numbers of its boxes, what is to be said of them.

    ``names`` are those of ``short_name``, cut to what fits. ``fold_words`` are shown by the sign for folding, empty
    without one. ``lit`` are the boxes that stand out where a unit is in focus, ``path`` those on the way to it; ``lit``
    is None where none is.
    """

    sheet: Sheet
    names: Sequence[str]
    fold_words: Callable[[int], str]
    marks: Mapping[int, BoxMarks]
    lit: AbstractSet[int] | None = None
    path: Sequence[int] = ()
    found: AbstractSet[int] = frozenset()


def detail_at(sheet: Sheet, scale: float) -> Detail:
    """Return how much is seen of *sheet* at *scale*."""
    size = sheet.type_size * scale
    if size >= (_GUESSED if sheet.upright else READABLE):
        return Detail.ALL
    return Detail.SHORT if size >= _NAMED else Detail.BOXES


def scale_at_first(type_size: float, whole: float) -> float:
    """Return the scale to show a chart at first: *whole*, at which all is seen, unless names can't be read then.

    Of what has no room by far all is shown: the little that could be read of it says less.
    """
    least = _OPENED / type_size
    return whole if whole >= least or whole * _MOST_LARGER < least else least


def mark_side(tokens: Tokens, type_size: float) -> float:
    """Return how high marks are to be beside names of *type_size*: all logical pixels.

    They are as high as the window's text, and grow with larger names.
    """
    return max(min(type_size * 1.3, _usual_mark(tokens)), _LEAST_MARK, type_size)


def margin_of(scene: Scene, scale: float) -> int:
    """Return the logical pixels around an area in which there may be boxes whose marks reach into it at *scale*."""
    if not scene.marks:
        return _MARGIN
    return round(_MARKED_MARGIN * max(1.0, scene.sheet.type_size * scale / _MARK))


def _usual_mark(tokens: Tokens) -> float:
    return _MARK * max(tokens.text_size, 90) / 100


class ChartPainter:
    """Paints in the colours and the size in force when it was made."""

    def __init__(self, tokens: Tokens, base: QFont, fonts: PaperFonts) -> None:
        self._t = tokens
        self._fonts = fonts
        self._inks = screen_inks(tokens)
        self._short = sized(base, _SHORT)
        self._base = base
        self._mark_painters: dict[int, MarkPainter] = {}  # by the height of marks

    def paint_area(self, painter: QPainter, camera: Camera, area: QRect, scene: Scene) -> None:
        """Paint *area* of the view, which the painter is clipped to."""
        painter.fillRect(area, QColor(self._t.surface))
        sheet = scene.sheet
        seen = camera.seen(_rect(area.adjusted(-1, -1, 1, 1)))
        detail = detail_at(sheet, camera.scale)
        painter.save()
        painter.translate(camera.left, camera.top)
        painter.scale(camera.scale, camera.scale)
        if detail is Detail.ALL:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, sheet.part(seen), self._inks, fonts=self._fonts)
        else:
            self._paint_contours(painter, camera, sheet.contours(seen, 0.75 / camera.scale), sheet)
        painter.restore()
        if detail is Detail.SHORT:
            self._paint_short_names(painter, camera, sheet.boxes_in(seen), scene)
        around: Sequence[int] = ()  # the boxes whose marks and signs may stand in the area
        if detail is not Detail.BOXES:
            margin = margin_of(scene, camera.scale)
            around = sheet.boxes_in(camera.seen(_rect(area.adjusted(-margin, -margin, margin, margin))))
        lit = around
        if scene.lit is not None:
            self._paint_signs(painter, camera, [box for box in around if box not in scene.lit], scene)
            self._fade(painter, camera, area, scene)
            lit = [box for box in around if box in scene.lit]
        if scene.found:
            self._paint_found(painter, camera, around, scene)
        self._paint_signs(painter, camera, lit, scene)

    def fold_rect(self, camera: Camera, scene: Scene, box: int) -> QRectF | None:
        """Return where the sign for folding of a box is seen; None where there is none, or no room for it."""
        words = scene.fold_words(box)
        if not words or detail_at(scene.sheet, camera.scale) is Detail.BOXES:
            return None
        knobs, sheet = self._knobs(camera, scene.sheet), scene.sheet
        rect = camera.to_view(sheet.rect(box))
        if box and sheet.rect(0).holds(sheet.rect(box)):
            return knobs.fold_rect_within(rect, words)
        return knobs.fold_rect(rect, words, sideways=sheet.sideways)

    def mark_places(self, camera: Camera, scene: Scene, box: int) -> Iterator[tuple[Mark, QRectF]]:
        """Yield the marks of a box, and where they are seen: as set, but no larger than the text of window or names."""
        marks = scene.marks.get(box)
        if marks is None or detail_at(scene.sheet, camera.scale) is Detail.BOXES:
            return
        largest = max(_usual_mark(self._t), scene.sheet.type_size * camera.scale)
        scale = min(camera.scale, largest / marks.side)
        rect, fold = camera.to_view(scene.sheet.rect(box)), self.fold_rect(camera, scene, box)
        x, y = (rect.right, rect.y + rect.height / 2) if marks.beside else (rect.x + rect.width / 2, rect.bottom)
        if fold is not None and marks.beside is scene.sheet.sideways:
            x, y = (fold.right(), y) if marks.beside else (x, fold.bottom())
        for mark, place in marks.placed:
            size = max(int(place.width * scale), 1), max(int(place.height * scale), 1)
            yield mark, QRectF(whole(x + place.x * scale), whole(y + place.y * scale), *size)

    def _knobs(self, camera: Camera, sheet: Sheet) -> MarkPainter:
        """Return what paints signs for folding that suit the names, no larger than the window's text."""
        return self._of_side(round(min(mark_side(self._t, sheet.type_size * camera.scale), _usual_mark(self._t))))

    def _of_side(self, side: int) -> MarkPainter:
        if side not in self._mark_painters:
            self._mark_painters[side] = MarkPainter(self._t, self._base, side)
        return self._mark_painters[side]

    def _paint_contours(self, painter: QPainter, camera: Camera, contours: Contours, sheet: Sheet) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        lines, frames = QPen(QColor(self._t.border), 0), QPen(QColor(self._t.muted), 0)
        painter.setPen(lines)
        painter.drawLines([QLineF(*start, *end) for start, end in contours.lines])
        framed = sheet.type_size * camera.scale * 1.5 >= _FRAMED
        if contours.heads:  # first: posts stand within
            painter.setBrush(self._inks[Ink.HEAD])
            painter.setPen(frames)
            painter.drawRects([QRectF(*box) for box in contours.heads])
        painter.setBrush(QColor(self._t.surface if framed else self._t.muted))
        painter.setPen(frames if framed else Qt.PenStyle.NoPen)
        painter.drawRects([QRectF(*box) for box in contours.boxes])
        if contours.outside:
            frames.setDashPattern(_DASHES)
            painter.setPen(frames)
            painter.setBrush(QColor(self._t.surface))
            painter.drawLines([QLineF(*start, *end) for start, end in contours.ties])
            painter.drawRects([QRectF(*box) for box in contours.outside])
        if contours.words:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, Drawing(*sheet.size, texts=tuple(contours.words)), self._inks, fonts=self._fonts)

    def _paint_short_names(self, painter: QPainter, camera: Camera, boxes: Iterable[int], scene: Scene) -> None:
        painter.setFont(self._short)
        painter.setPen(QColor(self._t.text))
        middle = Qt.AlignmentFlag.AlignCenter
        step = _SHORT + 1
        for box in boxes:
            rect = camera.to_view(scene.sheet.name_area(box))
            name = scene.names[box]
            across, down = int((rect.width - 1) / _SHORT), int(rect.height / step)
            if rect.height > _SHORT and (across >= 3 or across == 2 >= down):
                painter.drawText(QRectF(*rect), middle, shortened(name, across))
            elif across >= 1 and down >= 2 and not scene.sheet.upright:
                chars = name if len(name) <= down else name[: down - 1] + MORE
                top = rect.y + (rect.height - len(chars) * step) / 2
                for place, char in enumerate(chars):
                    cell = QRectF(rect.x, top + place * step, rect.width, step)
                    if char == MORE:
                        self._paint_more_below(painter, cell)
                    else:
                        painter.drawText(cell, middle, char)

    def _paint_more_below(self, painter: QPainter, cell: QRectF) -> None:
        """Paint the … of a name that runs downwards: not every font has one."""
        for dot in (-3, 0, 3):
            place = cell.center() + QPointF(-0.5, dot - 0.5)
            painter.fillRect(QRectF(whole(place.x()), whole(place.y()), 1, 1), QColor(self._t.text))

    def _fade(self, painter: QPainter, camera: Camera, area: QRect, scene: Scene) -> None:
        """Leave nothing that isn't lit stronger than faint words, and draw the way to the unit in focus."""
        covered = QRegion(area)
        lit = scene.lit or frozenset()
        for box in scene.sheet.boxes_in(camera.seen(_rect(area))):  # what stands within another comes after it
            region = _region(camera.to_view(scene.sheet.rect(box)))
            covered = covered - region if box in lit else covered + region
        mode = QPainter.CompositionMode
        painter.save()
        painter.setClipRegion(covered, Qt.ClipOperation.IntersectClip)
        painter.setCompositionMode(mode.CompositionMode_Darken if self._t.dark else mode.CompositionMode_Lighten)
        painter.fillRect(area, faint(self._t))
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._t.accent), _WIDE))
        for box in scene.path:
            points = (
                QPointF(camera.left + at.x * camera.scale, camera.top + at.y * camera.scale)
                for at in scene.sheet.way_to(box)
            )
            painter.drawPolyline(QPolygonF(list(points)))

    def _paint_signs(self, painter: QPainter, camera: Camera, boxes: Sequence[int], scene: Scene) -> None:
        """Paint the marks of boxes and their signs for folding."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knobs = self._knobs(camera, scene.sheet)
        for box in boxes if scene.marks else ():
            for mark, place in self.mark_places(camera, scene, box):
                self._of_side(int(place.height())).paint_mark(painter, place, mark)
        for box in boxes:
            place = self.fold_rect(camera, scene, box)
            if place is not None:
                knobs.paint_fold(painter, place, scene.fold_words(box))

    def _paint_found(self, painter: QPainter, camera: Camera, boxes: Sequence[int], scene: Scene) -> None:
        """Colour the ground of the boxes found, without what stands within them."""
        coloured = QRegion()
        for box in boxes:
            region = _region(camera.to_view(scene.sheet.rect(box)))
            coloured = coloured + region if box in scene.found else coloured - region
        mode = QPainter.CompositionMode
        painter.save()
        painter.setClipRegion(coloured, Qt.ClipOperation.IntersectClip)
        painter.setCompositionMode(mode.CompositionMode_Plus if self._t.dark else mode.CompositionMode_Multiply)
        painter.fillRect(coloured.boundingRect(), QColor(self._t.highlight))
        painter.restore()


def see_through(colour: str, alpha: float) -> QColor:
    """Return a colour (#RRGGBB) that covers what is under it only in part: 0 not at all, 1 wholly."""
    found = QColor(colour)
    found.setAlphaF(alpha)
    return found


def _region(rect: Rect) -> QRegion:
    return QRegion(QRectF(*rect).toAlignedRect())


def _rect(area: QRect) -> Rect:
    return Rect(area.x(), area.y(), area.width(), area.height())
