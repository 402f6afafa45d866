"""Where thin lines go on a grid of pixels, so that each is sharp and all of one width look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from eitc_desktop.drawing.shapes import Point, Rect

_LEVEL = 0.01  # pixels


class Piece(NamedTuple):
    """The pixels that a piece of a line fills; None for a slanted one. ``number``: it leads from that point on."""

    number: int
    rect: Rect | None


def pixel_pieces(points: Sequence[Point], pixels: int, *, dashed: bool = False) -> Iterator[Piece]:
    """Go through the pieces of a line through *points*, in pixels, as rectangles *pixels* thick.

    Corners are filled, loose ends are cut off straight, dashes are 4 and gaps 2 times as long as the line is thick.
    """
    closed = points[0] == points[-1]
    last = len(points) - 2
    for number in range(last + 1):
        start, end = points[number], points[number + 1]
        level = abs(start.y - end.y) < _LEVEL
        if not level and abs(start.x - end.x) >= _LEVEL:
            yield Piece(number, None)
            continue
        from_, to = (start.x, end.x) if level else (start.y, end.y)
        loose = (not closed and number == 0, not closed and number == last)
        if to < from_:
            from_, to, loose = to, from_, loose[::-1]
        begin = _whole(from_) if loose[0] else _whole(from_ - pixels / 2)
        stop = _whole(to) if loose[1] else _whole(to - pixels / 2) + pixels
        across = _whole((start.y if level else start.x) - pixels / 2)
        for low, high in _dashes(begin, stop, pixels) if dashed else ((begin, stop),):
            rect = Rect(low, across, high - low, pixels) if level else Rect(across, low, pixels, high - low)
            yield Piece(number, rect)


def _dashes(begin: int, stop: int, pixels: int) -> Iterator[tuple[int, int]]:
    for low in range(begin, stop, 6 * pixels):
        yield low, min(stop, low + 4 * pixels)


def _whole(place: float) -> int:
    """Return the nearest pixel; halves go the same way everywhere, so that what is moved by pixels looks the same."""
    return floor(place + 0.5)
