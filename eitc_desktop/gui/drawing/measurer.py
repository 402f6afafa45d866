"""Measuring text with the fonts that paint it."""

from __future__ import annotations

from eitc_desktop.drawing.shapes import Style
from eitc_desktop.gui.drawing.glyphs import PaperFonts

ASCENT, DESCENT = 0.88, 0.12
"""The em box of Han characters above and below the baseline, in ems: the same in all fonts of papers."""


class QtMeasurer:
    """A TextMeasurer (drawing/measuring) of Qt's fonts. Needs a QGuiApplication.

    ``fonts`` may be handed on to the painter, which then needn't look the same characters up again.
    """

    def __init__(self, fonts: PaperFonts | None = None) -> None:
        self.fonts = PaperFonts() if fonts is None else fonts

    def advance(self, words: str, style: Style) -> float:
        return self.fonts.advance(words, style.face, bold=style.bold) * style.size

    def ascent(self, style: Style) -> float:
        return ASCENT * style.size

    def descent(self, style: Style) -> float:
        return DESCENT * style.size
