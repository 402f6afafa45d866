"""Whether a page shows all that it holds: nothing clipped, nothing beyond the paper, no words over others."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Drawing, Rect, Run, Text

_SLACK = 0.5  # points: what rounding may do


def clipped(drawing: Drawing, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return a Chinese line for each text of *drawing* that reaches beyond its area, the paper, or into another.

    Parts are looked at within themselves.
    """
    return tuple(_faults(drawing, measurer))


def _faults(drawing: Drawing, measurer: TextMeasurer) -> Iterator[str]:
    paper = Rect(0, 0, drawing.width, drawing.height)
    for box in drawing.boxes:
        if not paper.holds(box.rect, _SLACK):
            yield f"框超出纸面：{box.rect}"
    for line in drawing.lines:
        if not all(paper.holds(Rect(point.x, point.y, 0, 0), _SLACK) for point in line.points):
            yield f"线超出纸面：{line.points}"
    for text in drawing.texts:
        if not paper.holds(text.area, _SLACK):
            yield f"文字超出纸面：{text.words}"
        if not all(text.area.holds(_room_of(run, text, measurer), _SLACK) for run in text.runs):
            yield f"文字超出其位置：{text.words}"
    yield from _overlaps(drawing)
    for part in drawing.parts:
        yield from _faults(part.drawing, measurer)


def _overlaps(drawing: Drawing) -> Iterator[str]:
    near: list[Text] = []
    for text in sorted(drawing.texts, key=lambda text: text.area.y):
        near = [other for other in near if other.area.bottom > text.area.y + _SLACK]
        for other in near:
            if other.area.inset(_SLACK / 2).meets(text.area.inset(_SLACK / 2)):
                yield f"文字重叠：{other.words} / {text.words}"
        near.append(text)


def _room_of(run: Run, text: Text, measurer: TextMeasurer) -> Rect:
    """Return what a run takes: its advance along the line, from its ascent to its descent across."""
    along = measurer.advance(run.words, text.style)
    ascent, descent = measurer.ascent(text.style), measurer.descent(text.style)
    if run.turned:
        return Rect(run.x - descent, run.y, ascent + descent, along)
    return Rect(run.x, run.y - ascent, along, ascent + descent)
