"""Where one looks from: how large a sheet is shown, and where its upper left corner stands in the view."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.drawing.shapes import Rect

_MARGIN = 16  # logical pixels that are left free around what is fitted


class Strip(NamedTuple):
    """How much of a length is seen, in logical pixels: ``start`` of it is hidden before, ``hidden`` in all."""

    start: int
    hidden: int


class Camera(NamedTuple):
    """``scale`` in logical pixels for a point; ``left``, ``top``: where the sheet begins, in whole logical pixels.

    Whole, so that what was painted can be moved and serves again.
    """

    scale: float
    left: int
    top: int

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of the sheet that is seen at a place of the view."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_view(self, rect: Rect) -> Rect:
        """Return where a rectangle of the sheet is seen, in logical pixels."""
        s = self.scale
        return Rect(self.left + rect.x * s, self.top + rect.y * s, rect.width * s, rect.height * s)

    def seen(self, area: Rect) -> Rect:
        """Return what of the sheet is seen in an *area* of the view, in points."""
        x, y = self.to_sheet(area.x, area.y)
        return Rect(x, y, area.width / self.scale, area.height / self.scale)

    def seen_around(self, x: float, y: float, reach: float) -> Rect:
        """Return what of the sheet is seen up to so many logical pixels from a place of the view, in points."""
        return self.seen(Rect(x - reach, y - reach, 2 * reach, 2 * reach))

    def moved(self, dx: float, dy: float) -> Camera:
        """Return the camera that sees the sheet moved by so many logical pixels."""
        return Camera(self.scale, self.left + round(dx), self.top + round(dy))

    def zoomed(self, scale: float, x: float, y: float) -> Camera:
        """Return the camera at another scale that sees the same place of the sheet at *x*, *y* of the view."""
        there = self.to_sheet(x, y)
        return Camera(scale, round(x - there[0] * scale), round(y - there[1] * scale))

    def pinned(self, scale: float, before: Rect, after: Rect) -> Camera:
        """Return the camera that sees the upper left corner of *after* where that of *before* was seen."""
        x, y = self.left + before.x * self.scale, self.top + before.y * self.scale
        return Camera(scale, round(x - after.x * scale), round(y - after.y * scale))

    def showing(self, sheet: tuple[float, float], view: tuple[int, int], margin: float) -> Camera:
        """Return the nearest camera that sees all of the sheet but its *margin* (points), where there is room."""
        width, height, free = sheet[0] * self.scale, sheet[1] * self.scale, margin * self.scale
        left = _between(self.left, -free, view[0] - width + free) if width <= view[0] else self.left
        top = _between(self.top, -free, view[1] - height + free) if height <= view[1] else self.top
        return Camera(self.scale, left, top)

    def hides(self, sheet: tuple[float, float], view: tuple[int, int], margin: float = 0.0) -> bool:
        """Say whether some of the sheet is out of sight, its *margin* (points) left aside."""
        right, bottom = self.left + sheet[0] * self.scale, self.top + sheet[1] * self.scale
        free = margin * self.scale + 1
        return min(self.left, self.top) < -free or right > view[0] + free or bottom > view[1] + free

    def kept(self, sheet: tuple[float, float], view: tuple[int, int]) -> Camera:
        """Return the nearest camera that leaves no room of the view unused; all in the middle where it has room."""
        width, height = sheet[0] * self.scale, sheet[1] * self.scale
        return Camera(
            self.scale,
            _start(view[0], width, view[0] / 2 - self.left),
            _start(view[1], height, view[1] / 2 - self.top),
        )

    def strips(self, sheet: tuple[float, float], view: tuple[int, int]) -> tuple[Strip, Strip]:
        """Return what is seen of the sheet (points) from side to side, and from top to bottom."""
        return _strip(view[0], sheet[0] * self.scale, self.left), _strip(view[1], sheet[1] * self.scale, self.top)


def fitted(sheet: tuple[float, float], view: tuple[int, int], largest: float) -> Camera:
    """Return the camera that sees all of the sheet (points), in the middle of the view, no larger than *largest*."""
    room = max(view[0] - 2 * _MARGIN, 1), max(view[1] - 2 * _MARGIN, 1)
    scale = min(room[0] / max(sheet[0], 1.0), room[1] / max(sheet[1], 1.0), largest)
    return Camera(scale, round((view[0] - sheet[0] * scale) / 2), round((view[1] - sheet[1] * scale) / 2))


def opened_at(sheet: tuple[float, float], view: tuple[int, int], scale: float, box: Rect) -> Camera:
    """Return the camera that sees *box* of the sheet (points) as near to the middle as leaves no room unused."""
    x = _start(view[0], sheet[0] * scale, (box.x + box.width / 2) * scale)
    y = _start(view[1], sheet[1] * scale, (box.y + box.height / 2) * scale)
    return Camera(scale, x, y)


def _start(room: int, length: float, middle: float) -> int:
    """Return where what is so long begins: in the middle where it has room, or else its *middle* near to that."""
    if _has_room(room, length):
        return round((room - length) / 2)
    return _between(room / 2 - middle, room - _MARGIN - length, _MARGIN)


def _strip(room: int, length: float, start: int) -> Strip:
    return Strip(0, 0) if _has_room(room, length) else Strip(_MARGIN - start, round(length + 2 * _MARGIN - room))


def _has_room(room: int, length: float) -> bool:
    return length <= room


def _between(value: float, low: float, high: float) -> int:
    return round(max(low, min(high, value)))
