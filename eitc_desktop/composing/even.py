"""Words in the middle of their place: in even lines, what stands in brackets kept together."""

from __future__ import annotations

import re

from eitc_desktop.drawing.breaking import break_evenly, break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style

_MOST_LINES = 8
"""More are running text, which nobody wants even; to make it so takes the square of its length for each line."""

_BRACKETED = re.compile("（[^（）]{1,8}）")


def bracketed(words: str) -> list[str]:
    """Return what stands in brackets in *words*, where it is short, with the brackets."""
    return _BRACKETED.findall(words)


def even_lines(words: str, style: Style, width: float, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return *words* in the fewest lines no wider than *width* points, as even as they can be where they are few."""
    keep = [found for found in bracketed(words) if measurer.advance(found, style) <= width]
    lines = break_lines(words, style, width, measurer, keep)
    if not 2 <= len(lines) <= _MOST_LINES or "\n" in words:
        return lines
    even = break_evenly(words, style, len(lines), measurer, keep)
    return even if all(measurer.advance(line, style) <= width for line in even) else lines
