"""How wide and high set text is: asked of whoever paints it, so that geometry needs no Qt."""

from __future__ import annotations

import re
from typing import Protocol

from eitc_desktop.drawing.shapes import Style

_NARROW = re.compile("[^\u2e80-\U0010ffff“”‘’—…·]")


class TextMeasurer(Protocol):
    """Measures text in points, with the fonts that will paint it."""

    def advance(self, words: str, style: Style) -> float:
        """Return how far *words* set in one line reach."""
        ...

    def ascent(self, style: Style) -> float:
        """Return how far letters and Han characters stand above the baseline."""
        ...

    def descent(self, style: Style) -> float:
        """Return how far they reach below it (a positive number)."""
        ...


def count_narrow(words: str) -> int:
    """Return how many characters are neither Han nor full-width marks; for those who measure without fonts."""
    return len(_NARROW.findall(words))


class EvenMeasurer:
    """Every Han character and full-width mark an em wide, everything else half of one: for tests, without fonts."""

    def advance(self, words: str, style: Style) -> float:
        return (len(words) - 0.5 * count_narrow(words)) * style.size

    def ascent(self, style: Style) -> float:
        return 0.88 * style.size

    def descent(self, style: Style) -> float:
        return 0.12 * style.size
