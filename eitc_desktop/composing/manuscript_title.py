"""A title in as few lines as hold it, broken by meaning and even in length (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from math import ceil

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style


def title_lines(title: str, subject: str, style: Style, width: float, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return *title* in lines no wider than *width* points.

    Where it needs two and begins with *subject*, the name of its body, the break comes after the name; otherwise the
    lines are about as long as each other.
    """

    def reach(words: str) -> float:
        return measurer.advance(words, style)

    if reach(title) <= width:
        return (title,)
    rest = title.removeprefix(subject)
    if subject and rest != title and rest and max(reach(subject), reach(rest)) <= width:
        return (subject, rest)
    number = ceil(reach(title) / width)
    for least in (number, number + 1):
        room = reach(title) / least
        while room <= width:
            lines = break_lines(title, style, room, measurer)
            if len(lines) == least:
                return lines
            room += style.size / 4
    return break_lines(title, style, width, measurer)
