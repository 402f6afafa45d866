"""Places in a text: the provision counts code points, Qt counts UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left


class TextPositions:
    """Turns code-point offsets of one text into UTF-16 offsets and back.

    Offsets differ only behind characters beyond U+FFFF (rare Han characters in names of places and persons),
    so only those are remembered.
    """

    __slots__ = ("_astral_points", "_astral_units", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # ascii and BMP-only texts, nearly all of them, are settled by one C-speed look
        astral = [] if not text or max(text) <= "\uffff" else [i for i, char in enumerate(text) if char > "\uffff"]
        self._astral_points = astral
        self._astral_units = [point + before for before, point in enumerate(astral)]

    def units(self, point: int) -> int:
        """Return the UTF-16 offset of code point offset *point*."""
        return point + bisect_left(self._astral_points, point)

    def point(self, unit: int) -> int:
        """Return the code point offset of UTF-16 offset *unit*; within a surrogate pair, that of its character."""
        before = bisect_left(self._astral_units, unit)
        if before and self._astral_units[before - 1] + 1 == unit:
            return self._astral_points[before - 1]
        return min(unit - before, self._length)
