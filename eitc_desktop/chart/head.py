"""The body's box: its name and nameplates, its leadership posts in a row within it, the offices it hosts beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from eitc_desktop.chart.content import ChartKind, ChartUnit
from eitc_desktop.chart.labels import BODY_PAD, FLAT_LIMIT, HOSTED_WORD, LEVEL_PAD, parts_of
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, PlanWords, Tree
from eitc_desktop.chart.setting import Label, Part, Setter
from eitc_desktop.drawing.shapes import Point, Rect

_POST_GAP = 0.5
_HOSTED_GAP = 0.6
_STUB = 3.4  # ems from the body to the offices beside it: the word 设在 stands over it
_BELOW = 1.9  # ems from the body to the offices below it
_BESIDE = 0.8  # ems from them to the line at their left
_POST_LIMIT = 11.0
_SIGN = 1.0  # ems beside the words of a flat box for the sign that unfolds it


class Head(NamedTuple):
    """The body's block.

    ``body`` is the size of the body's box; ``rows`` are its posts; ``hosted`` the labels of the offices, which take
    ``offices`` wide and high, at its right or ``below`` it. ``left``, ``right``, ``up``, ``down`` are how far the block
    reaches from the middle of the body's box. ``rank``: how much less well it looks than another of the same size.
    """

    body: tuple[float, float]
    name: Label
    rows: tuple[tuple[tuple[int, Label], ...], ...]
    hosted: tuple[tuple[int, Label], ...]
    below: bool
    offices: tuple[float, float] = (0.0, 0.0)
    left: float = 0.0
    right: float = 0.0
    up: float = 0.0
    down: float = 0.0
    rank: float = 0.0

    def measured(self) -> Head:
        """Return the block with its measures."""
        half, tall = self.body[0] / 2, self.body[1] / 2
        width = max((label.width for _, label in self.hosted), default=-2 * LEVEL_PAD.x) + 2 * LEVEL_PAD.x
        height = sum(label.height + 2 * LEVEL_PAD.y + _HOSTED_GAP for _, label in self.hosted) - _HOSTED_GAP
        left, right, up, down = half, half, tall, tall
        if self.hosted and self.below:
            right, down = max(half, 1.5 * _BESIDE + width - half), tall + _BELOW + height
        elif self.hosted:
            right, up, down = half + _STUB + width, max(tall, height / 2), max(tall, height / 2)
        lines = max((len(label.lines) for _, label in self.hosted), default=1)
        rank = 0.01 * (max(0, lines - 2) + (0 if self.below else max(0, len(self.rows) - 1)))
        return self._replace(offices=(width, height), left=left, right=right, up=up, down=down, rank=rank)


def heads(tree: Tree, setter: Setter, *, below: bool) -> list[Head]:
    """Return the shapes worth trying for the body's block: none is larger than another that looks as well.

    *below*: the offices stand under the body, not beside it.
    """
    kept: list[Head] = []
    for head in _heads(tree, setter, below=below):
        if not any(_no_larger(other, head) for other in kept):
            kept = [other for other in kept if not _no_larger(head, other)]
            kept.append(head)
    return kept


def _no_larger(one: Head, other: Head) -> bool:
    return (
        one.rank <= other.rank
        and one.left <= other.left
        and one.right <= other.right
        and one.up <= other.up
        and one.down <= other.down
    )


def _heads(tree: Tree, setter: Setter, *, below: bool) -> Iterator[Head]:
    units = tree.content.units
    posts, offices = tree.content.of_kind(ChartKind.POST), tree.content.of_kind(ChartKind.HOSTED_OFFICE)
    post_labels = [(post, _post_label(units[post], setter)) for post in posts]
    name = setter.wording(parts_of(units[0]))
    words = [(office, setter.wording(parts_of(units[office]))) for office in offices]
    hosted = [
        tuple(
            (office, wording.label(max(limit, FLAT_LIMIT) if units[office].flat else limit, in_line=False))
            for office, wording in words
        )
        for limit in ((16.5, 10.0, 8.0, 6.0, 4.0) if words else (16.5,))
    ]
    count = len(post_labels)
    for per_row in dict.fromkeys(-(-count // rows) for rows in range(1, count + 1)) or (1,):
        rows = tuple(tuple(post_labels[i : i + per_row]) for i in range(0, count, per_row))
        widest = max((_row_width(row) for row in rows), default=0.0)
        limits = dict.fromkeys((max(8.0, widest), max(12.0, widest), max(20.0, widest), 60.0))
        for label in {id(label): label for label in (name.label(limit, in_line=False) for limit in limits)}.values():
            height = label.height + 2 * BODY_PAD.y + sum(_row_height(row) + _POST_GAP for row in rows)
            body = (max(label.width + 2 * BODY_PAD.x, widest + 2 * _POST_GAP), height)
            for labels in hosted:
                yield Head(body, label, rows, labels, below).measured()


def _post_label(unit: ChartUnit, setter: Setter) -> Label:
    """Return the words of a post; what is flat has room for a sign at both sides of them."""
    label = setter.wording(parts_of(unit)).label(_POST_LIMIT, in_line=False)
    return replace(label, width=label.width + 2 * _SIGN) if unit.flat else label


def _row_width(row: tuple[tuple[int, Label], ...]) -> float:
    return sum(label.width + 2 * LEVEL_PAD.x for _, label in row) + _POST_GAP * (len(row) - 1)


def _row_height(row: tuple[tuple[int, Label], ...]) -> float:
    return max(label.height for _, label in row) + 2 * LEVEL_PAD.y


def draw_head(plan: Plan, head: Head, setter: Setter, x: float, y: float) -> Rect:
    """Put the body's block into *plan*, the middle of the body's box at (*x*, *y*); return that box."""
    width, height = head.body
    rect = Rect(x - width / 2, y - height / 2, width, height)
    bottom = rect.bottom - sum(_row_height(row) + _POST_GAP for row in head.rows)
    plan.box(0, rect, head.name, Rect(rect.x, rect.y, width, bottom - rect.y))
    top = bottom
    for row in head.rows:
        _draw_row(plan, row, Rect(rect.x + _POST_GAP, top, width - 2 * _POST_GAP, _row_height(row)))
        top += _row_height(row) + _POST_GAP
    if head.hosted:
        (_draw_below if head.below else _draw_beside)(plan, head, setter, rect)
    return rect


def _draw_row(plan: Plan, row: tuple[tuple[int, Label], ...], area: Rect) -> None:
    """Let the posts of a row take its whole width: what is left over goes to each alike."""
    more = (area.width - _row_width(row)) / len(row)
    left = area.x
    for post, label in row:
        width = label.width + 2 * LEVEL_PAD.x + more
        plan.box(post, Rect(left, area.y, width, area.height), label)
        left += width + _POST_GAP


def _draw_beside(plan: Plan, head: Head, setter: Setter, body: Rect) -> None:
    width, height = head.offices
    middle = body.y + body.height / 2
    left = body.right + _STUB
    bus = left - 0.5 if len(head.hosted) > 1 else left
    rects = list(_stack(head, left, middle - height / 2, width))
    plan.line((Point(body.right, middle), Point(bus, middle)), EdgeKind.HOSTED)
    centres = [rect.y + rect.height / 2 for rect in rects]
    plan.line((Point(bus, centres[0]), Point(bus, centres[-1])), EdgeKind.HOSTED)
    for (unit, label), rect, centre in zip(head.hosted, rects, centres, strict=True):
        plan.box(unit, rect, label)
        plan.line((Point(bus, centre), Point(left, centre)), EdgeKind.HOSTED)
        way = (Point(body.right, middle), Point(bus, middle), Point(bus, centre), Point(left, centre))
        plan.edges.append(Edge(0, unit, EdgeKind.HOSTED, way))
    word = setter.wording((Part(HOSTED_WORD),)).label(3.0)
    plan.words.append(PlanWords(word, Rect(bus - word.width - 0.2, middle - 1.3, word.width, 1.2)))


def _draw_below(plan: Plan, head: Head, setter: Setter, body: Rect) -> None:
    """One office under the other, all joined by a line at their left."""
    bus, left = body.x + _BESIDE / 2, body.x + 1.5 * _BESIDE
    start = Point(bus, body.bottom)
    rects = list(_stack(head, left, body.bottom + _BELOW, max(head.offices[0], body.right - left)))
    plan.line((start, Point(bus, rects[-1].y + rects[-1].height / 2)), EdgeKind.HOSTED)
    for (unit, label), rect in zip(head.hosted, rects, strict=True):
        plan.box(unit, rect, label)
        way = (start, Point(bus, rect.y + rect.height / 2), Point(left, rect.y + rect.height / 2))
        plan.line(way[1:], EdgeKind.HOSTED)
        plan.edges.append(Edge(0, unit, EdgeKind.HOSTED, way))
    word = setter.wording((Part(HOSTED_WORD),)).label(3.0)
    plan.words.append(PlanWords(word, Rect(left, body.bottom + _BELOW / 2 - 0.6, word.width, 1.2)))


def _stack(head: Head, left: float, top: float, width: float) -> Iterator[Rect]:
    heights = [label.height + 2 * LEVEL_PAD.y for _, label in head.hosted]
    tops = accumulate(heights[:-1], lambda y, height: y + height + _HOSTED_GAP, initial=top)
    for y, height in zip(tops, heights, strict=True):
        yield Rect(left, y, width, height)
