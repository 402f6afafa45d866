"""Where the marks of units stand beside a chart's boxes: upon no box, no words, and no other mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.chart.layout import ChartLayout
from eitc_desktop.chart.opening import openable, opened
from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.marks import Mark, Overlay, UnitMarks, marks_shown

SPACE = 0.15
"""Between marks, as a share of their side."""
WORDS, LETTER = 0.72, 0.8
"""Size of the words in a mark, and of a grade's letter and count, as shares of its side."""
_PAD, _LETTER_PAD, _SHORT_PAD = 0.9, 0.5, 0.28  # what is left and right of them, together

Ems = Callable[[str], float]
"""Tells how many ems words reach."""


class PlacedMark(NamedTuple):
    """``rect`` counts from the middle of the box's lower edge, or of its right edge where marks stand beside it."""

    mark: Mark
    rect: Rect


class BoxMarks(NamedTuple):
    """The marks of one box, ``side`` points high."""

    placed: tuple[PlacedMark, ...]
    side: float
    beside: bool


class MarkSetter:
    """Sets the marks that the *overlays* show of the boxes of *content*; *folds* have a sign for folding."""

    def __init__(
        self,
        content: ChartContent,
        marks: Mapping[int, UnitMarks],
        overlays: AbstractSet[Overlay],
        folds: AbstractSet[int],
        ems: Ems,
    ) -> None:
        self._content = content
        self._marks = {box: marks for box, marks in marks.items() if marks.is_marked(overlays)}
        self._overlays = overlays
        self._folds = folds
        self._ems = ems

    def with_marks(
        self, layout: ChartLayout, side: float, *, sideways: bool
    ) -> tuple[ChartLayout, dict[int, BoxMarks]]:
        """Return *layout* with room for marks *side* points high, or as high as boxes near each other allow."""
        rects = dict(layout.placed)
        beside = set(self._marks) if sideways else self._not_below(layout)
        space = SPACE * side
        widths = {
            box: rects[box].width + _nearest(rects, box, layout.drawing.width, across=True) - space
            for box in self._marks
            if box not in beside
        }
        heights = {box: rects[box].height + _nearest(rects, box, 0.0, across=False) - space for box in beside}
        below_side = min([side, *(width / self._least(box) for box, width in widths.items())])
        beside_side = min([side, *heights.values()])
        found = {box: self._below(box, width, below_side) for box, width in widths.items()}
        found |= {box: self._beside(box, beside_side) for box in beside}
        rooms = {
            box: _extent(marks) + SPACE * marks.side + self._of_fold(box, side, sideways=sideways)
            for box, marks in found.items()
            if marks.beside is sideways
        }
        layout = opened(layout, rooms, sideways=sideways)
        if beside:
            opened_rects, obstacles = dict(layout.placed), _obstacles(layout)
            for box in beside:
                found[box] = _kept_apart(found[box], opened_rects[box], obstacles)
        ends = [rect.right + _extent(found[box]) for box, rect in layout.placed if box in beside]
        drawing = replace(layout.drawing, width=max([layout.drawing.width, *ends]))
        return replace(layout, drawing=drawing), found

    def in_gaps(self, rects: Callable[[int], Rect], side: float, gap: float, *, sideways: bool) -> dict[int, BoxMarks]:
        """Return marks that stand in the *gap* there is below boxes (*sideways*: right of them)."""
        found: dict[int, BoxMarks] = {}
        for box in self._marks:
            marks = self._beside(box, side) if sideways else self._below(box, rects(box).width, side)
            room = gap - self._of_fold(box, side, sideways=sideways)
            found[box] = _shrunk(marks, room / (_extent(marks) + SPACE * side))
        return found

    def _not_below(self, layout: ChartLayout) -> set[int]:
        """Return the boxes whose row can't be opened, and those of its kind with the same parent."""
        units, fits = self._content.units, openable(layout)
        closed = {(units[box].kind, units[box].parent) for box in self._marks if box not in fits}
        return {box for box in self._marks if (units[box].kind, units[box].parent) in closed}

    def _of_fold(self, box: int, side: float, *, sideways: bool) -> float:
        """Return what the sign for folding takes between a box and its marks."""
        return side * (2.0 if sideways else 1.1) if box in self._folds else 0.0

    def _below(self, box: int, width: float, side: float) -> BoxMarks:
        """Return marks in rows no wider than *width*."""
        rows: list[list[tuple[Mark, float]]] = []
        used = 0.0
        for mark, share in self._sized(box, width / side):
            if not rows or (used + share) * side > width + 0.01:
                rows.append([])
                used = 0.0
            rows[-1].append((mark, share))
            used += share + SPACE
        placed: list[PlacedMark] = []
        for number, row in enumerate(rows):
            left = -(sum(share + SPACE for _, share in row) - SPACE) / 2
            for mark, share in row:
                top = SPACE + number * (1 + SPACE)
                placed.append(PlacedMark(mark, Rect(left * side, top * side, share * side, side)))
                left += share + SPACE
        return BoxMarks(tuple(placed), side, beside=False)

    def _beside(self, box: int, side: float) -> BoxMarks:
        """Return marks in one row."""
        placed: list[PlacedMark] = []
        left = SPACE
        for mark, share in self._sized(box, float("inf")):
            placed.append(PlacedMark(mark, Rect(left * side, -side / 2, share * side, side)))
            left += share + SPACE
        return BoxMarks(tuple(placed), side, beside=True)

    def _least(self, box: int) -> float:
        """Return how many sides wide the widest mark of a box is at least."""
        return max(share for _, share in self._sized(box, 0.0))

    def _sized(self, box: int, room: float) -> Iterator[tuple[Mark, float]]:
        """Yield the marks of a box with their widths in sides: of words the sign alone where *room* is less.

        A grade's letter and count stay together: either alone would belong to another.
        """
        for mark in marks_shown(self._marks[box], self._overlays):
            if mark.grade is not None:
                letters = self._ems(f"{mark.grade.value}{mark.words}")
                yield mark, max(1.0, LETTER * letters + _LETTER_PAD) if mark.words else 1.0
                continue
            width = max(1.0, WORDS * self._ems(mark.words) + _PAD)
            if width <= room:
                yield mark, width
            else:
                short = mark.short or mark.words[0]
                yield mark._replace(words=short), max(1.0, WORDS * self._ems(short) + _SHORT_PAD)


def _nearest(rects: Mapping[int, Rect], box: int, end: float, *, across: bool) -> float:
    """Return the distance to the nearest box left or right of a box, or the end of the sheet, doubled: *across*.

    Otherwise that above or below it, without an end.
    """
    here = rects[box]
    found = [2 * here.x, 2 * (end - here.right)] if across else []
    for there in rects.values():
        if across and there.y < here.bottom + 0.5 and here.y < there.bottom:
            found.append(max(there.x - here.right, here.x - there.right))
        elif not across and there.x < here.right and here.x < there.right:
            found.append(max(there.y - here.bottom, here.y - there.bottom))
    return min([here.width if across else here.height, *(each for each in found if each >= 0)])


def _extent(marks: BoxMarks) -> float:
    """Return how far from its box a mark reaches."""
    return max((rect.right if marks.beside else rect.bottom for _, rect in marks.placed), default=0.0)


def _obstacles(layout: ChartLayout) -> list[Rect]:
    """Return what marks must not cover: boxes, and words outside all of them."""
    rects = [rect for _, rect in layout.placed]
    return rects + [text.area for text in layout.drawing.texts if not any(rect.holds(text.area) for rect in rects)]


def _kept_apart(marks: BoxMarks, here: Rect, obstacles: Sequence[Rect]) -> BoxMarks:
    """Return marks beside the box *here*, smaller where an obstacle would be covered."""
    middle = here.y + here.height / 2
    rooms = [
        there.x - here.right
        for there in obstacles
        if there.x >= here.right and there.y < middle + marks.side / 2 and middle - marks.side / 2 < there.bottom
    ]
    return _shrunk(marks, min([1.0, *(room / (_extent(marks) + SPACE * marks.side) for room in rooms)]))


def _shrunk(marks: BoxMarks, share: float) -> BoxMarks:
    """Return marks *share* times as large, no larger than they are."""
    share = max(min(share, 1.0), 0.05)
    placed = tuple(PlacedMark(mark, Rect(*(share * length for length in rect))) for mark, rect in marks.placed)
    return BoxMarks(placed, share * marks.side, marks.beside)
