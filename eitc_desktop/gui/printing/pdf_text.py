"""Lines of text in a PDF's content as one operator each.

Qt shows every glyph by an operator of its own. Readers take each for a text by itself and guess from the distances what
belongs together; a name that stands upright on a page of level lines then comes back in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eitc_desktop.gui.drawing.glyphs import EM

_BLOCK = re.compile(rb"(BT\n(/F\d+) %d Tf [^\n]*\n)((?:[-.\d]+ [-.\d]+ Td <[0-9A-F]{4}> Tj\n){2,})ET" % EM)
_GLYPH = re.compile(rb"([-.\d]+) ([-.\d]+) Td <([0-9A-F]{4})> Tj\n")
_SLACK = 0.5  # thousandths of an em


def joined(content: bytes, widths: Mapping[bytes, Mapping[int, float]]) -> bytes:
    """Return *content* with the glyphs of each line in one operator, where they are.

    *widths* are those of each font's glyphs in thousandths of an em, where they are not an em, by the font's name in
    the content (/F11) and the glyph's number.
    """

    def rewritten(match: re.Match[bytes]) -> bytes:
        head, font, glyphs = match.groups()
        line = _line(_GLYPH.findall(glyphs), widths.get(font, {}))
        return match[0] if line is None else head + line + b"ET"

    return _BLOCK.sub(rewritten, content)


def _line(glyphs: list[tuple[bytes, bytes, bytes]], widths: Mapping[int, float]) -> bytes | None:
    """Return one operator for *glyphs* (offset x, offset y, number); None where they do not stand on one line."""
    x, y, first = glyphs[0]
    parts = [b"<", first]
    before = int(first, 16)
    for right, up, number in glyphs[1:]:
        if up != b"0":
            return None
        gap = widths.get(before, EM) - float(right)  # what the font's own width has too much
        if abs(gap) > _SLACK:
            parts.append(b"> %d <" % round(gap))
        parts.append(number)
        before = int(number, 16)
    return b"%b %b Td [%b>] TJ\n" % (x, y, b"".join(parts))
