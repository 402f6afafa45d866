"""The area that a chart is painted on: what of it is seen, how large, and how it is moved."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QScrollBar, QSizePolicy, QWidget

from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.backing import Backing
from eitc_desktop.gui.chart.camera import Camera, fitted, opened_at
from eitc_desktop.gui.chart.painting import READABLE, ChartPainter, Scene, margin_of, scale_at_first
from eitc_desktop.gui.chart.scrolling import ScrollBars
from eitc_desktop.gui.chart.sheet import Sheet
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.theme import Tokens

STEP = 1.25
"""How much larger one step of zooming makes it."""

_LARGEST = 8.0  # times the usual size
_FITTED = 1.5  # times the usual size: what is fitted becomes no larger
_PIXELS = 96 / 72  # logical pixels of a point, at the usual size of text
_SLOW = 0.008  # seconds: what takes longer to paint is stretched while it is zoomed
_REST = 80  # milliseconds after which what was stretched is painted anew
_LEAST = QSize(160, 120)
_NEAR = 24  # logical pixels from the edge of the view at which a box isn't fully in sight


class ChartCanvas(QWidget):
    """Shows a scene through a camera. Dragging and wheel move, Ctrl and wheel or two fingers zoom to the pointer."""

    zoomed = Signal(int)  # per cent of the usual size

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._scene: Scene | None = None
        self._camera = Camera(_PIXELS, 0, 0)
        self._fitting = True
        self._whole = False  # all is kept in sight, however small
        self._percent = 100.0  # of the usual size
        self._backing = Backing()
        self._fonts = PaperFonts(family=QGuiApplication.font().family())  # easier to read here than those of papers
        self._painter: ChartPainter | None = None
        self._slow = False  # the last painting of all took long
        self._settled = True  # what is shown is not stretched
        self._pressed: QPoint | None = None  # where the mouse went down
        self._dragged: QPoint | None = None  # where it was last, while the chart is dragged
        self._scrolling = ScrollBars(tokens, self)
        self._scrolling.moved.connect(self.pan)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        tokens.changed.connect(self._wear)

    @property
    def camera(self) -> Camera:
        """From where the chart is seen."""
        return self._camera

    @property
    def scroll_bars(self) -> tuple[QScrollBar, QScrollBar]:
        """The scroll bars, hidden where all is in sight: from side to side, and from top to bottom."""
        return self._scrolling.bars

    @property
    def zoom(self) -> int:
        """Size in per cent of the usual one, in which names are as large as the window's text."""
        return round(self._percent)

    @property
    def is_fitted(self) -> bool:
        """Whether all of the chart is in sight, and kept there when the view changes its size."""
        return self._fitting and self.sees_all

    @property
    def sees_all(self) -> bool:
        """Whether all of the chart is in sight."""
        view = self.width(), self.height()
        return self._scene is not None and not self._camera.hides(self._scene.sheet.size, view)

    @property
    def is_readable(self) -> bool:
        """Whether names are large enough to be read."""
        return self._scene is not None and self._scene.sheet.type_size * self._camera.scale >= READABLE

    def fit(self) -> None:
        """Show all of the chart, and go on doing so when the view changes its size.

        Where all is shown anyhow, nothing more is asked for: each size of the view then has one result.
        """
        sheet = None if self._scene is None else self._scene.sheet
        self._whole = sheet is not None and self._camera_at_first(sheet) != self._camera_of_all(sheet.size)
        self._fit_again()

    def open(self) -> None:
        """Show all of the chart if its names can be read then, and otherwise from its uppermost box on.

        Goes on doing so when the view changes its size.
        """
        self._whole = False
        self._fit_again()

    def _fit_again(self) -> None:
        self._fitting = True
        if self._scene is not None:
            sheet = self._scene.sheet
            self._look(self._camera_of_all(sheet.size) if self._whole else self._camera_at_first(sheet))

    def zoom_to(self, percent: float, at: QPointF | None = None, *, in_passing: bool = False) -> None:
        """Show the chart at a size; what is seen at a place of the view (its middle, if none) is seen there still.

        *in_passing*, where the next size follows at once, what takes long to paint is stretched for the moment.
        """
        self._fitting = False
        x, y = (self.width() / 2, self.height() / 2) if at is None else (at.x(), at.y())
        scale = min(max(percent / 100 * self._usual, self._smallest), self._usual * _LARGEST)
        self._look(self._camera.zoomed(scale, x, y), in_passing=in_passing)

    def zoom_by(self, steps: float, at: QPointF | None = None, *, in_passing: bool = False) -> None:
        """Zoom by so many steps, in with a positive number."""
        self.zoom_to(self._percent * STEP**steps, at, in_passing=in_passing)

    def pan(self, dx: float, dy: float) -> None:
        """Move the chart by so many logical pixels, as far as there is more to see; not at all where all is seen."""
        before = self._camera
        self._look(self._camera.moved(dx, dy))
        if self._camera != before:
            self._fitting = False

    def centre_on(self, box: int) -> None:
        """Bring the middle of a box as near to the middle of the view as leaves no room unused."""
        if self._scene is None:
            return
        rect = self._camera.to_view(self._scene.sheet.rect(box))
        self.pan(self.width() / 2 - rect.x - rect.width / 2, self.height() / 2 - rect.y - rect.height / 2)

    def bring_into_sight(self, box: int) -> None:
        """Move the chart no farther than it takes to see a box; where all of it is kept in sight, not at all."""
        if self._scene is None or self.is_fitted:
            return
        rect = self._camera.to_view(self._scene.sheet.rect(box))
        dx = _shift(rect.x, rect.right, self.width())
        dy = _shift(rect.y, rect.bottom, self.height())
        if dx or dy:
            self._look(self._camera.moved(dx, dy))

    def box_at(self, place: QPointF) -> int | None:
        """Return the box, or the box of the mark, at a place of the view."""
        if self._scene is None:
            return None
        sheet = self._scene.sheet
        boxes = sheet.boxes_in(self._camera.seen_around(place.x(), place.y(), 0.01))
        if boxes or not self._scene.marks:
            return boxes[-1] if boxes else None
        near = sheet.boxes_in(
            self._camera.seen_around(place.x(), place.y(), margin_of(self._scene, self._camera.scale))
        )
        return next((box for box in near if any(rect.contains(place) for rect in self.mark_rects(box))), None)

    def mark_rects(self, box: int) -> list[QRectF]:
        """Return where the marks of a box are seen, in logical pixels of the view."""
        if self._scene is None:
            return []
        return [place for _, place in self._area_painter.mark_places(self._camera, self._scene, box)]

    def fold_rect(self, box: int) -> QRectF | None:
        """Return where the sign for folding of a box is seen, None where there is none."""
        return None if self._scene is None else self._area_painter.fold_rect(self._camera, self._scene, box)

    def box_rect(self, box: int) -> Rect:
        """Return where a box is seen, in logical pixels of the view."""
        return Rect(0, 0, 0, 0) if self._scene is None else self._camera.to_view(self._scene.sheet.rect(box))

    def _show_scene(self, scene: Scene, camera: Camera | None = None) -> None:
        """Show *scene* from *camera*, or all of it where none is given and all is kept in sight."""
        self._scene = scene
        self._backing.forget()
        self._settled = True
        if camera is not None:
            self._look(camera)
        elif self._fitting:
            self._fit_again()
        self.update()

    def _paint_above(self, painter: QPainter) -> None:
        """Paint what changes often: what is chosen, where the keyboard and the mouse are."""

    def _clicked(self, place: QPointF) -> None:
        """Answer a click."""

    def _hovered(self, place: QPointF | None) -> None:
        """Answer the mouse: where it is, or that it left."""

    def _look(self, camera: Camera, *, in_passing: bool = False) -> None:
        """See the chart from *camera*; *in_passing* where the next one follows at once."""
        if self._scene is None:
            return
        size, view = self._scene.sheet.size, (self.width(), self.height())
        camera = camera.kept(size, view)
        self._scrolling.show(*camera.strips(size, view))
        if camera == self._camera:
            return
        if in_passing and self._slow and not self._backing.is_of(camera):
            self._settled = False
            self._rest.start()
        if camera.scale != self._camera.scale:
            self._percent = 100 * camera.scale / self._usual
        self._camera = camera
        self.zoomed.emit(self.zoom)
        self.update()

    @property
    def _usual(self) -> float:
        """The scale of 100 %."""
        type_size = 10.5 if self._scene is None else self._scene.sheet.type_size
        return self._tokens.font_base * _PIXELS / type_size

    def _camera_of_all(self, size: tuple[float, float]) -> Camera:
        """Return the camera that sees all of a sheet (points)."""
        return fitted(size, (self.width(), self.height()), self._usual * _FITTED)

    def _camera_at_first(self, sheet: Sheet) -> Camera:
        whole = self._camera_of_all(sheet.size)
        scale = scale_at_first(sheet.type_size, whole.scale)
        if scale == whole.scale or not sheet.count:
            return whole
        return opened_at(sheet.size, (self.width(), self.height()), scale, sheet.rect(0))

    @property
    def _smallest(self) -> float:
        if self._scene is None:
            return 0.01
        whole = fitted(self._scene.sheet.size, (self.width(), self.height()), self._usual)
        return min(whole.scale * 0.6, self._usual * 0.25)

    def forget_picture(self) -> None:
        """Paint all that is seen anew the next time."""
        self._backing.forget()

    def settle(self) -> None:
        """Paint anew what was stretched while it was zoomed."""
        self._settled = True
        self.update()

    def _wear(self) -> None:
        """Take other colours or another size of text: names keep their place, and grow or shrink with all text."""
        self._painter = None
        self._backing.forget()
        if self._fitting:
            self._fit_again()
        else:
            self.zoom_to(self._percent)
        self.update()

    @property
    def _area_painter(self) -> ChartPainter:
        if self._painter is None:
            self._painter = ChartPainter(self._tokens, self.font(), self._fonts)
        return self._painter

    def _paint_area(self, painter: QPainter, camera: Camera, area: QRect) -> None:
        if self._scene is not None:
            self._area_painter.paint_area(painter, camera, area, self._scene)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Show what the camera sees; what takes long is painted when zooming rests."""
        with QPainter(self) as painter:
            if self._scene is None:
                painter.fillRect(self.rect(), self.palette().base())
                return
            if self._settled:
                whole = not self._backing.is_of(self._camera)
                began = time.perf_counter()
                self._backing.show(painter, self._camera, self.size(), self.devicePixelRatioF(), self._paint_area)
                if whole:
                    self._slow = time.perf_counter() - began > _SLOW
            else:
                painter.fillRect(self.rect(), QColor(self._tokens.surface))
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                self._backing.show_stretched(painter, self._camera)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_above(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of the chart in sight, or its middle where it was."""
        super().resizeEvent(event)
        if self._fitting:
            self._fit_again()
        elif event.oldSize().isValid():
            change = event.size() - event.oldSize()
            self._look(self._camera.moved(change.width() / 2, change.height() / 2))

    def sizeHint(self) -> QSize:
        return _LEAST * 3

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def event(self, event: QEvent) -> bool:
        """Answer two fingers."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self._percent * (1 + event.value()), event.position(), in_passing=True)
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
                self.zoom_to(self._percent * pinch.scaleFactor(), middle, in_passing=True)
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._painter = None
            self._backing.forget()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, move otherwise: with Shift from side to side."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(turned.y() / 120, event.position(), in_passing=True)
        else:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
                moved = QPoint(moved.y(), 0)
            self.pan(moved.x(), moved.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = event.position().toPoint()
            self._dragged = None
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the chart."""
        place = event.position().toPoint()
        if self._pressed is None:
            self._hovered(event.position())
            return
        if self._dragged is None:
            if (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self._pressed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._hovered(None)
        self.pan(place.x() - self._dragged.x(), place.y() - self._dragged.y())
        self._dragged = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or answer a click."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if dragged is not None:
            self.unsetCursor()
        elif pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self._clicked(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        super().leaveEvent(event)
        self._hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to who stands above."""
        event.ignore()


def _shift(start: float, end: float, room: int) -> float:
    """Return how far to move what reaches from *start* to *end* so that it is seen; its start, if it can't be whole."""
    if start < _NEAR:
        return _NEAR - start
    if end > room - _NEAR:
        return max(room - _NEAR - end, _NEAR - start)
    return 0.0
