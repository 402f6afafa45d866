"""Measuring text with the fonts that paint it."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from eitc_desktop.drawing.shapes import Style
from eitc_desktop.gui.drawing.faces import font_of

_EM = 1000  # pixels: large enough that rounding doesn't tell


class QtMeasurer:
    """A TextMeasurer (drawing/measuring) of Qt's fonts."""

    def __init__(self) -> None:
        self._metrics: dict[tuple[object, bool], QFontMetricsF] = {}

    def advance(self, words: str, style: Style) -> float:
        return self._of(style).horizontalAdvance(words) * style.size / _EM

    def ascent(self, style: Style) -> float:
        del self
        return 0.88 * style.size

    def descent(self, style: Style) -> float:
        del self
        return 0.12 * style.size

    def _of(self, style: Style) -> QFontMetricsF:
        key = (style.face, style.bold)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(font_of(style, _EM))
        return found
