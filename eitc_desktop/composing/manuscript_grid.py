"""The page of an official document: GB/T 9704-2012, sections 5 and 6 and 7.5, in points."""

from __future__ import annotations

from eitc_desktop.composing.page import A4
from eitc_desktop.drawing.shapes import MM, Face, Rect, Style

PAGE = A4
AREA = Rect(28 * MM, 37 * MM, 156 * MM, 225 * MM)
"""版心: 156 mm × 225 mm, 天头 37 mm, 订口 28 mm (5.2.1)."""

LINES = 22
CHARACTERS = 28
"""Lines of a page and characters of a line (5.2.2)."""

PITCH = AREA.height / LINES
"""From line to line: 29.0 pt."""

CELL = AREA.width / CHARACTERS
"""From character to character: 15.8 pt, so that 28 fill the line; type of 16 pt stands a little closer than its em."""

BODY = Style(Face.FANG, 16)  # 3 号仿宋 (5.2.3)
TITLE = Style(Face.TITLE, 22)  # 2 号小标宋 (7.3.1)
HEADINGS = (Style(Face.HEI, 16), Style(Face.KAI, 16), BODY, BODY)
"""一、黑体, （一）楷体, 1. and （1）仿宋 (7.3.3)."""

NUMBER = Style(Face.SONG, 14)  # 4 号 (7.5)
NUMBER_BELOW = 7 * MM
"""The dashes beside the page number stand this far below the area (7.5)."""

INDENT = 2
"""Characters by which the first line of a paragraph stands in (7.3.3)."""


def baseline(top: float, height: float, ascent: float, descent: float) -> float:
    """Return where the baseline lies so that the characters stand in the middle of a line *height* high."""
    return top + (height + ascent - descent) / 2
