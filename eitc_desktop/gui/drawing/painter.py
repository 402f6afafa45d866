"""The one painter of a Drawing, for the screen, printers and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPolygonF, QTransform

from eitc_desktop.drawing.shapes import (
    PAPER_COLOURS,
    Box,
    Drawing,
    Ink,
    Line,
    Placed,
    Point,
    Rect,
    Run,
    Style,
    Text,
)
from eitc_desktop.gui.drawing.glyphs import EM, PaperFonts
from eitc_desktop.gui.drawing.pixels import pixel_pieces
from eitc_desktop.gui.drawing.whole_names import is_broken, over_runs

PAPER_INKS: Mapping[Ink, QColor] = {ink: QColor(colour) for ink, colour in PAPER_COLOURS.items()}

_UNSEEN = QColor(0, 0, 0, 0)


class PlacedChar(NamedTuple):
    """A character of a name: where its baseline begins, and whether it lies turned by a quarter (see Run)."""

    char: str
    x: float
    y: float
    turned: bool


class OutlineSink(Protocol):
    """Takes the shapes of characters that must not be text in a file."""

    def add(
        self, chars: Sequence[PlacedChar], style: Style, color: QColor, place: QTransform, clip: QRectF | None
    ) -> None:
        """Take the characters of a name. *place* (no rotation) maps their places to points of the page.

        What lies outside *clip*, in points of the page, does not show.
        """
        ...


def paint(
    painter: QPainter,
    drawing: Drawing,
    inks: Mapping[Ink, QColor] = PAPER_INKS,
    *,
    fonts: PaperFonts | None = None,
    outlines: OutlineSink | None = None,
) -> None:
    """Paint *drawing* with *painter*, whose units are points.

    Give *fonts* where the same are painted again and again. With *outlines* (files) the characters of names that are
    broken into runs go there, and what is painted of such a name is one invisible run of the whole of it.
    """
    painter.save()
    _Painting(painter, inks, PaperFonts() if fonts is None else fonts, outlines).drawing(
        drawing, QTransform(), QRectF(0, 0, drawing.width, drawing.height) if outlines is not None else None
    )
    painter.restore()


class _Painting:
    """One drawing being painted, with all that is the same for its parts."""

    def __init__(
        self, painter: QPainter, inks: Mapping[Ink, QColor], fonts: PaperFonts, outlines: OutlineSink | None
    ) -> None:
        self._painter = painter
        self._inks = inks
        self._fonts = fonts
        self._outlines = outlines
        self._device = painter.transform()
        self._crisp = painter.paintEngine().type() == QPaintEngine.Type.Raster
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def drawing(self, drawing: Drawing, place: QTransform, clip: QRectF | None) -> None:
        """Paint what of *drawing* meets *clip* (points of the page); *place* leads from its points to those."""
        self._painter.setTransform(place * self._device)
        shown = None if clip is None else rect_of(place.inverted()[0].mapRect(clip))
        for box in drawing.boxes:
            if shown is None or _meets(shown, box.rect, box.width):
                self._box(box)
        for line in drawing.lines:
            if shown is None or _meets(shown, _bounds(line.points), line.width):
                self._line(line)
        local = place * self._device
        for text in drawing.texts:
            if shown is None or _meets(shown, text.area, 0):
                self._text(text, place, local, clip)
        for part in drawing.parts:
            self._part(part, place, clip)

    def _part(self, part: Placed, place: QTransform, clip: QRectF | None) -> None:
        painter = self._painter
        painter.setTransform(place * self._device)
        painter.save()
        if part.clip is not None:
            painter.setClipRect(QRectF(*part.clip), Qt.ClipOperation.IntersectClip)
            mapped = place.mapRect(QRectF(*part.clip))
            clip = mapped if clip is None else clip & mapped
        if clip is None or not clip.isEmpty():
            inner = QTransform(part.scale, 0, 0, part.scale, part.x, part.y) * place
            self.drawing(part.drawing, inner, clip)
        painter.restore()

    def _pen(self, ink: Ink, width: float, *, dashed: bool) -> QPen:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return QPen(self._inks[ink], width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)

    def _box(self, box: Box) -> None:
        painter = self._painter
        rect = QRectF(*box.rect)
        if box.ground is not None:
            painter.fillRect(rect, self._inks[box.ground])
        if box.frame is None:
            return
        if self._crisp:
            left, top, right, bottom = box.rect.x, box.rect.y, box.rect.right, box.rect.bottom
            corners = (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom), Point(left, top))
            self._crisp_line(corners, box.frame, box.width, dashed=box.dashed)
            return
        painter.setPen(self._pen(box.frame, box.width, dashed=box.dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _line(self, line: Line) -> None:
        if self._crisp:
            self._crisp_line(line.points, line.ink, line.width, dashed=line.dashed)
            return
        self._painter.setPen(self._pen(line.ink, line.width, dashed=line.dashed))
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in line.points]))

    def _crisp_line(self, points: tuple[Point, ...], ink: Ink, width: float, *, dashed: bool) -> None:
        """Paint a line whose upright and level pieces fill whole pixels; others as they come, no thinner than one."""
        painter = self._painter
        device = painter.deviceTransform()
        scale = abs(device.m22()) or 1.0
        slanted = device.isRotating()
        back = device.inverted()[0]
        places = tuple(_mapped(device, point) for point in points)
        for piece in pixel_pieces(places, max(1, round(width * scale)), dashed=dashed):
            if piece.rect is not None and not slanted:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # the way there and back isn't exact
                painter.fillRect(back.mapRect(QRectF(*piece.rect)), self._inks[ink])
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            else:
                painter.setPen(self._pen(ink, max(width, 1 / scale), dashed=dashed))
                painter.drawLine(QPointF(*points[piece.number]), QPointF(*points[piece.number + 1]))

    def _text(self, text: Text, place: QTransform, local: QTransform, clip: QRectF | None) -> None:
        made_up = self._fonts.is_thickened(text.style.face, bold=text.style.bold)
        if self._outlines is not None and is_broken(text):
            self._whole_name(text, place, clip, self._outlines)
        elif self._outlines is not None and made_up:
            for run in text.runs:
                self._whole_name(replace(text, words=run.words, runs=(run,)), place, clip, self._outlines)
        elif made_up:
            self._shapes(text, local)
        else:
            self._lines(text, local)

    def _lines(self, text: Text, local: QTransform) -> None:
        """Paint each run as a line of glyphs."""
        painter = self._painter
        painter.setPen(self._inks[text.ink])
        scale = text.style.size / EM
        upright = QTransform(scale, 0, 0, scale, 0, 0) * local
        painter.setTransform(upright)
        for run in text.runs:
            glyphs = self._fonts.line(run.words, text.style.face, bold=text.style.bold).runs
            if run.turned:
                painter.setTransform(QTransform(0, scale, -scale, 0, run.x, run.y) * local)
                for each in glyphs:
                    painter.drawGlyphRun(QPointF(0, 0), each)
                painter.setTransform(upright)
            else:
                at = QPointF(run.x / scale, run.y / scale)
                for each in glyphs:
                    painter.drawGlyphRun(at, each)
        painter.setTransform(local)

    def _shapes(self, text: Text, local: QTransform) -> None:
        """Paint each character as a shape: bold that is made up is in the outlines only."""
        painter = self._painter
        scale = text.style.size / EM
        for run in text.runs:
            turn = (0, scale, -scale, 0) if run.turned else (scale, 0, 0, scale)
            for char, x, y, _ in self._placed(run, text.style):
                painter.setTransform(QTransform(*turn, x, y) * local)
                painter.fillPath(self._fonts.outline(char, text.style.face, bold=text.style.bold), self._inks[text.ink])
        painter.setTransform(local)

    def _placed(self, run: Run, style: Style) -> list[PlacedChar]:
        """Return where each character of a run stands."""
        found: list[PlacedChar] = []
        along = 0.0
        for char in run.words:
            x, y = (run.x, run.y + along) if run.turned else (run.x + along, run.y)
            found.append(PlacedChar(char, x, y, run.turned))
            along += self._fonts.advance(char, style.face, bold=style.bold) * style.size
        return found

    def _whole_name(self, text: Text, place: QTransform, clip: QRectF | None, outlines: OutlineSink) -> None:
        """Hand on the shapes of a name's characters; over them lies the whole of it, unseen."""
        style, fonts, painter = text.style, self._fonts, self._painter
        face, bold = style.face, style.bold
        shown = None if clip is None else rect_of(place.inverted()[0].mapRect(clip))
        chars = [char for run in text.runs for char in self._placed(run, style) if not char.char.isspace()]
        outlines.add(
            [char for char in chars if shown is None or _near(shown, char, style.size)],
            style,
            self._inks[text.ink],
            place,
            clip,
        )
        line = fonts.unseen_line(text.words, face, bold=bold)
        lengths = [fonts.advance(run.words, face, bold=bold) * style.size for run in text.runs]
        painter.setTransform(over_runs(text, lengths, line.advance) * place * self._device)
        painter.setPen(_UNSEEN)
        for each in line.runs:
            painter.drawGlyphRun(QPointF(0, 0), each)
        painter.setTransform(place * self._device)


def _near(shown: Rect, char: PlacedChar, size: float) -> bool:
    return shown.meets(Rect(char.x - size, char.y - size, 2 * size, 2 * size))


def rect_of(rect: QRectF) -> Rect:
    """Return Qt's rectangle as ours."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def _meets(shown: Rect, rect: Rect, width: float) -> bool:
    """Say whether anything of a thing with lines of *width* shows; something without an extent may lie on an edge."""
    half = width / 2
    return (
        rect.x - half < shown.right
        and shown.x < rect.right + half
        and rect.y - half < shown.bottom
        and shown.y < rect.bottom + half
    )


def _mapped(transform: QTransform, point: Point) -> Point:
    found = transform.map(QPointF(*point))
    return Point(found.x(), found.y())


def _bounds(points: tuple[Point, ...]) -> Rect:
    left, top = min(point.x for point in points), min(point.y for point in points)
    return Rect(left, top, max(point.x for point in points) - left, max(point.y for point in points) - top)
