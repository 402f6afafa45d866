"""Words in the middle of their place: in even lines, what stands in brackets kept together."""

from __future__ import annotations

import re

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style

_BRACKETED = re.compile("（[^（）]{1,8}）")


def bracketed(words: str) -> list[str]:
    """Return what stands in brackets in *words*, where it is short, with the brackets."""
    return _BRACKETED.findall(words)


def even_lines(words: str, style: Style, width: float, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return *words* in the fewest lines no wider than *width* points, the widest as narrow as it can be."""
    keep = [found for found in bracketed(words) if measurer.advance(found, style) <= width]
    lines = break_lines(words, style, width, measurer, keep)
    narrow, wide = 0.0, width
    while len(lines) > 1 and wide - narrow > style.size / 4:
        middle = (narrow + wide) / 2
        other = break_lines(words, style, middle, measurer, keep)
        if len(other) <= len(lines) and all(measurer.advance(line, style) <= middle for line in other):
            lines, wide = other, middle
        else:
            narrow = middle
    return lines
