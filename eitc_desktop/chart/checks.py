"""What is wrong with a drawn chart, as findings: nothing may overlap, overflow, cross or be too small to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.plan import Edge
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Drawing, Rect, Text
from eitc_desktop.phrases import Phrase, Sentence

_SLACK = 0.05  # points
_THICK = 0.4  # points, of a line that is held against boxes


class Fault(StrEnum):
    """Kinds of what may be wrong."""

    OVERLAP = "overlap"
    OVERFLOW = "overflow"
    CROSSING = "crossing"
    SMALL = "small"


class ChartFinding(NamedTuple):
    """One fault: what it is, in a sentence, and where in the drawing."""

    fault: Fault
    words: Sentence
    where: Rect


class PlacedUnit(NamedTuple):
    """The box of ``unit``, an index of ``ChartContent.units``, in points of the drawing."""

    unit: int
    rect: Rect


class Drawn(NamedTuple):
    """A chart as drawn: what it shows, the drawing, the units' boxes and the ways between them."""

    content: ChartContent
    drawing: Drawing
    placed: tuple[PlacedUnit, ...]
    edges: tuple[Edge, ...]


class _Item(NamedTuple):
    """A box (``unit``), a stretch of line (``group``), or words that stand in no box (neither)."""

    rect: Rect
    name: str
    unit: int | None = None
    group: tuple[int, str] | None = None


def check(drawn: Drawn, measurer: TextMeasurer, smallest: float) -> tuple[ChartFinding, ...]:
    """Return every overlap, overflow and crossing, and that type is below *smallest* points.

    A post stands within the body's box; all other boxes stand apart. Lines enter no box, and lines of different
    parents or different kinds don't touch each other.
    """
    extents = [(text, extent_of(text, measurer)) for text in drawn.drawing.texts if text.runs]
    items = [_Item(box.rect, drawn.content.units[box.unit].name, unit=box.unit) for box in drawn.placed]
    boxes = {(rect.x, rect.width) for _, rect in drawn.placed}  # the words of a box have its width
    items += [_Item(at, text.words) for text, at in extents if (text.area.x, text.area.width) not in boxes]
    items += [_Item(stretch, "", group=group) for group, stretch in _stretches(drawn.edges)]
    return (
        *_overflows(drawn, extents),
        *_clashes(drawn.content, items),
        *_clashes_of_words(extents),
        *_too_small(drawn.drawing, smallest),
    )


def extent_of(text: Text, measurer: TextMeasurer) -> Rect:
    """Return the rectangle that the runs of *text* take."""
    style = text.style
    ascent, descent = measurer.ascent(style), measurer.descent(style)
    left = top = float("inf")
    right = bottom = float("-inf")
    for run in text.runs:
        reach = measurer.advance(run.words, style)
        if run.turned:
            x0, x1, y0, y1 = run.x - descent, run.x + ascent, run.y, run.y + reach
        else:
            x0, x1, y0, y1 = run.x, run.x + reach, run.y - ascent, run.y + descent
        left, right, top, bottom = min(left, x0), max(right, x1), min(top, y0), max(bottom, y1)
    return Rect(left, top, right - left, bottom - top)


def _overflows(drawn: Drawn, extents: Sequence[tuple[Text, Rect]]) -> Iterator[ChartFinding]:
    page = Rect(0, 0, drawn.drawing.width, drawn.drawing.height)
    for text, extent in extents:
        if not text.area.holds(extent, _SLACK):
            words = Sentence(Phrase("ChartFinding", "“{0}”的文字超出所在的框"), (text.words,))
            yield ChartFinding(Fault.OVERFLOW, words, extent)
        elif not page.holds(extent, _SLACK):
            words = Sentence(Phrase("ChartFinding", "“{0}”超出版面"), (text.words,))
            yield ChartFinding(Fault.OVERFLOW, words, extent)
    for unit, rect in drawn.placed:
        if not page.holds(rect, _SLACK):
            words = Sentence(Phrase("ChartFinding", "“{0}”的框超出版面"), (drawn.content.units[unit].name,))
            yield ChartFinding(Fault.OVERFLOW, words, rect)
    for edge in drawn.edges:
        for at in edge.points:
            if not page.holds(Rect(at.x, at.y, 0, 0), _SLACK):
                name = drawn.content.units[edge.child].name
                words = Sentence(Phrase("ChartFinding", "通往“{0}”的连线超出版面"), (name,))
                yield ChartFinding(Fault.OVERFLOW, words, Rect(at.x, at.y, 0, 0))


def _clashes(content: ChartContent, items: Sequence[_Item]) -> Iterator[ChartFinding]:
    """Compare what shares a cell of a mesh as fine as the average item: time in proportion to the items."""
    count = max(1, len(items))
    wide = max(1.0, sum(item.rect.width for item in items) / count)
    high = max(1.0, sum(item.rect.height for item in items) / count)
    mesh: dict[tuple[int, int], list[tuple[_Item, int, int]]] = {}
    for item in items:
        x, y, width, height = item.rect
        left, top = int((x - _SLACK) // wide), int((y - _SLACK) // high)
        entry = (item, left, top)
        for column in range(left, int((x + width + _SLACK) // wide) + 1):
            for row in range(top, int((y + height + _SLACK) // high) + 1):
                mesh.setdefault((column, row), []).append(entry)
    for (column, row), entries in mesh.items():
        for i, (one, left, top) in enumerate(entries):
            for other, other_left, other_top in entries[:i]:
                if column == max(left, other_left) and row == max(top, other_top):  # the first cell that both share
                    finding = _clash(content, other, one)
                    if finding is not None:
                        yield finding


def _clash(content: ChartContent, one: _Item, other: _Item) -> ChartFinding | None:
    a, b = one.rect, other.rect
    if one.group is not None and other.group is not None:
        if one.group != other.group and _gap(a, b) <= _SLACK:
            return ChartFinding(Fault.CROSSING, Sentence(Phrase("ChartFinding", "不同单位的连线相交")), b)
        return None
    if _gap(_with_body(one), _with_body(other)) >= -_SLACK:
        return None
    if one.group is not None or other.group is not None:
        box = other if one.group is not None else one
        words = Sentence(Phrase("ChartFinding", "连线穿过“{0}”"), (box.name,))
        return ChartFinding(Fault.CROSSING, words, box.rect)
    if one.unit is not None and other.unit is not None and _within(content, one, other):
        return None
    words = Sentence(Phrase("ChartFinding", "“{0}”与“{1}”重叠"), (one.name, other.name))
    return ChartFinding(Fault.OVERLAP, words, b)


def _with_body(item: _Item) -> Rect:
    """Return the rectangle of an item, that of a line a little thicker than nothing, but no longer."""
    x, y, width, height = item.rect
    if item.group is None:
        return item.rect
    if width > height:
        return Rect(x, y - _THICK / 2, width, _THICK)
    return Rect(x - _THICK / 2, y, _THICK, height)


def _gap(a: Rect, b: Rect) -> float:
    """Return how far two rectangles are apart, along the axis where they are further; below 0 how deep they meet."""
    across = max(a.x, b.x) - min(a.x + a.width, b.x + b.width)
    down = max(a.y, b.y) - min(a.y + a.height, b.y + b.height)
    return max(across, down)


def _within(content: ChartContent, one: _Item, other: _Item) -> bool:
    """Say whether one of two boxes is the body's and the other that of a post in it."""
    kinds = {content.units[item.unit].kind: item for item in (one, other) if item.unit is not None}
    if kinds.keys() != {ChartKind.BODY, ChartKind.POST}:
        return False
    return kinds[ChartKind.BODY].rect.holds(kinds[ChartKind.POST].rect)


def _clashes_of_words(extents: Sequence[tuple[Text, Rect]]) -> Iterator[ChartFinding]:
    """Compare the texts that stand in one box: others are apart where their boxes are."""
    for (text, one), (other, two) in pairwise(extents):
        if text.area == other.area and one.inset(_SLACK).meets(two.inset(_SLACK)):
            words = Sentence(Phrase("ChartFinding", "“{0}”与“{1}”的文字重叠"), (text.words, other.words))
            yield ChartFinding(Fault.OVERLAP, words, two)


def _too_small(drawing: Drawing, smallest: float) -> Iterator[ChartFinding]:
    text = min(drawing.texts, key=lambda text: text.style.size, default=None)
    if text is not None and text.style.size < smallest - _SLACK:
        sizes = (f"{text.style.size:.1f}", f"{smallest:g}")
        words = Sentence(Phrase("ChartFinding", "最小字号 {0} 磅，小于 {1} 磅"), sizes)
        yield ChartFinding(Fault.SMALL, words, text.area)


def _stretches(edges: Sequence[Edge]) -> Iterator[tuple[tuple[int, str], Rect]]:
    """Yield the upright and level stretches of each parent's lines of a kind, none of them twice."""
    ways: dict[tuple[tuple[int, str], bool, float], list[tuple[float, float]]] = {}
    for edge in edges:
        group = (edge.parent, edge.kind.value)
        for a, b in pairwise(edge.points):
            if a.y != b.y:
                ways.setdefault((group, True, round(a.x, 3)), []).append((min(a.y, b.y), max(a.y, b.y)))
            elif a.x != b.x:
                ways.setdefault((group, False, round(a.y, 3)), []).append((min(a.x, b.x), max(a.x, b.x)))
    for (group, upright, at), stretches in ways.items():
        for start, end in _joined(stretches):
            rect = Rect(at, start, 0, end - start) if upright else Rect(start, at, end - start, 0)
            yield group, rect


def _joined(stretches: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    stretches.sort()
    start, end = stretches[0]
    for low, high in stretches[1:]:
        if low > end + _SLACK:
            yield start, end
            start, end = low, high
        else:
            end = max(end, high)
    yield start, end
