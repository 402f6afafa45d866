"""What a view showed last, kept so that moving it paints only what comes into sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from eitc_desktop.gui.chart.camera import Camera

AreaPainter = Callable[[QPainter, Camera, QRect], None]
"""Paints an area of the view (logical pixels) as a camera sees it; the painter is clipped to the area."""


class Backing:
    """One picture as large as the view."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._camera: Camera | None = None

    def forget(self) -> None:
        """Paint all of it the next time."""
        self._camera = None

    def is_of(self, camera: Camera) -> bool:
        """Say whether the picture is seen at the camera's scale: then little or nothing needs painting."""
        return self._camera is not None and self._camera.scale == camera.scale

    def show(self, painter: QPainter, camera: Camera, size: QSize, ratio: float, paint_area: AreaPainter) -> None:
        """Show with *painter* what *camera* sees; *ratio* is that of device pixels to logical ones."""
        whole = QRect(0, 0, size.width(), size.height())
        picture = self._picture
        if picture is None or picture.devicePixelRatio() != ratio or picture.size() != size * ratio:
            picture = self._picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            self._camera = None
        missing = [whole]
        if self._camera is not None and self._camera.scale == camera.scale:
            missing = _exposed(whole, camera.left - self._camera.left, camera.top - self._camera.top)
            if missing != [whole]:
                self._move(picture, (camera.left - self._camera.left) * ratio, (camera.top - self._camera.top) * ratio)
        if missing:
            with QPainter(picture) as inner:
                for area in missing:
                    inner.setClipRect(area)
                    paint_area(inner, camera, area)
        self._camera = camera
        painter.drawPixmap(0, 0, picture)

    def show_stretched(self, painter: QPainter, camera: Camera) -> bool:
        """Show the picture there is as *camera* would see it, blurred for the moment; False where there is none."""
        if self._picture is None or self._camera is None:
            return False
        zoom = camera.scale / self._camera.scale
        size = self._picture.deviceIndependentSize()
        target = QRectF(
            camera.left - self._camera.left * zoom,
            camera.top - self._camera.top * zoom,
            size.width() * zoom,
            size.height() * zoom,
        )
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
        return True

    @staticmethod
    def _move(picture: QPixmap, dx: float, dy: float) -> None:
        if dx or dy:
            picture.scroll(round(dx), round(dy), picture.rect(), QRegion())


def _exposed(whole: QRect, dx: int, dy: int) -> list[QRect]:
    """Return the areas that come into sight when what is seen moves by so many logical pixels."""
    if abs(dx) >= whole.width() or abs(dy) >= whole.height():
        return [whole]
    found: list[QRect] = []
    if dx:
        found.append(QRect(0 if dx > 0 else whole.width() + dx, 0, abs(dx), whole.height()))
    if dy:
        found.append(QRect(0, 0 if dy > 0 else whole.height() + dy, whole.width(), abs(dy)))
    return found
