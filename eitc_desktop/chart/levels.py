"""Trees whose levels stand in line: 公文式 from the top down, 左右 from left to right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eitc_desktop.chart.head import Head, draw_head, heads
from eitc_desktop.chart.labels import LEVEL_PAD, UPRIGHT_PAD, parts_of
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, Room, Tree
from eitc_desktop.chart.setting import Label, Setter
from eitc_desktop.drawing.shapes import Point, Rect

_OUTSIDE_LIMIT = 7.2
_SIBLING_GAP = 0.36  # ems between boxes with columns of words
_MOST_SIBLING_GAP = 1.3
_ROW_GAP = 0.4
_MOST_ROW_GAP = 1.1
_LEVEL_GAP = 1.8
_MOST_LEVEL_GAP = 4.0
_SHORTEST = 3.0  # ems of a line of a name
_MOST_SHAPES = 14
_STEPS = 7
_SLACK = 1e-6


class Spread(NamedTuple):
    """Where the middles of the boxes are along their levels, and from where to where each level reaches."""

    middle: Mapping[int, float]
    start: float
    end: float


class _Contour(NamedTuple):
    """The ends of a subtree's levels, deepest first, less ``shift``."""

    starts: list[float]
    ends: list[float]
    shift: float


def spread(tree: Tree, reach: Mapping[int, tuple[float, float]], gap: float) -> Spread:
    """Set the boxes of *tree* along their levels as near as they may stand, each parent over the middle of its own.

    *reach* tells how far each box reaches before and after its middle. Each step compares two subtrees only as deep as
    the less deep one goes, so the whole takes time in proportion to the units.
    """
    offset: dict[int, float] = {0: 0.0}
    contours: dict[int, _Contour] = {}
    for node in reversed(tree.nodes):
        before, after = reach[node]
        kids = tree.children[node]
        if not kids:
            contours[node] = _Contour([-before], [after], 0.0)
            continue
        places = [0.0]
        whole = contours.pop(kids[0])
        for kid in kids[1:]:
            other = contours.pop(kid)
            place = max(
                end + whole.shift - start - other.shift + gap
                for end, start in zip(reversed(whole.ends), reversed(other.starts), strict=False)
            )
            places.append(place)
            whole = _merged(whole, other, place)
        own = tree.within[node] or kids
        middle = (places[0] + places[len(own) - 1]) / 2
        for kid, place in zip(kids, places, strict=True):
            offset[kid] = place - middle
        shift = whole.shift - middle
        whole.starts.append(-before - shift)
        whole.ends.append(after - shift)
        contours[node] = _Contour(whole.starts, whole.ends, shift)
    whole = contours[0]
    middles: dict[int, float] = {}
    for node in tree.nodes:
        middles[node] = middles.get(node, 0.0)
        for kid in tree.children[node]:
            middles[kid] = middles[node] + offset[kid]
    return Spread(middles, min(whole.starts) + whole.shift, max(whole.ends) + whole.shift)


def _merged(whole: _Contour, other: _Contour, place: float) -> _Contour:
    """Join *other*, moved by *place*, to the right of *whole*; the longer of the two lists is kept and changed."""
    common = min(len(whole.ends), len(other.ends))
    if len(whole.ends) >= len(other.ends):
        by = other.shift + place - whole.shift
        for i in range(1, common + 1):
            whole.ends[-i] = other.ends[-i] + by
        return whole
    by = whole.shift - other.shift - place
    for i in range(1, common + 1):
        other.starts[-i] = whole.starts[-i] + by
    return _Contour(other.starts, other.ends, other.shift + place)


class _Shape(NamedTuple):
    """The boxes below the body: their labels, how far each goes along and across its level, each level's depth."""

    labels: Mapping[int, Label]
    along: Mapping[int, float]
    across: Mapping[int, float]
    levels: tuple[float, ...]


class _Axes(NamedTuple):
    """Levels one under the other, or (``turned``) one to the right of the other."""

    turned: bool

    def point(self, along: float, across: float) -> Point:
        return Point(across, along) if self.turned else Point(along, across)

    def rect(self, along: float, across: float, long: float, deep: float) -> Rect:
        return Rect(across, along, deep, long) if self.turned else Rect(along, across, long, deep)


def official(tree: Tree, setter: Setter, room: Room) -> Plan:
    """Plan 公文式: from the top down, units without any below them in columns of words under one bus line."""
    return _plan(tree, setter, room, _Axes(turned=False))


def sideways(tree: Tree, setter: Setter, room: Room) -> Plan:
    """Plan 左右: the body at the left, each level to the right of the one before it."""
    return _plan(tree, setter, room, _Axes(turned=True))


def _plan(tree: Tree, setter: Setter, room: Room, axes: _Axes) -> Plan:
    shapes = list(_shapes(tree, setter, axes))
    spreads = [_spread(tree, shape, _gap(axes)) for shape in shapes]
    blocks = list(heads(tree, setter, below=axes.turned))
    size, _, which, block = max(
        (
            (room.size(*_extent(shape, found, head, axes)), -i, i, head)
            for i, (shape, found) in enumerate(zip(shapes, spreads, strict=True))
            for head in blocks
        ),
        key=lambda option: (round(option[0], 3), option[1]),
    )
    shape, gap, level_gap = shapes[which], _gap(axes), _LEVEL_GAP
    if room.fill:
        shape, gap, level_gap = _filled(tree, shape, block, axes, Room(room.width / size, room.height / size, 1.0))
    return _draw(tree, setter, shape, _spread(tree, shape, gap), block, level_gap, axes)


def _gap(axes: _Axes) -> float:
    return _ROW_GAP if axes.turned else _SIBLING_GAP


def _spread(tree: Tree, shape: _Shape, gap: float) -> Spread:
    reach = {node: (long / 2, long / 2) for node, long in shape.along.items()}
    return spread(tree, {0: (0.0, 0.0), **reach}, gap)


def _extent(shape: _Shape, found: Spread, head: Head, axes: _Axes, level_gap: float = _LEVEL_GAP) -> tuple[float, float]:
    """Return how wide and high the whole is, in ems; the body of a 公文式 stands in the middle of the sheet."""
    deep = sum(shape.levels) + level_gap * len(shape.levels)
    if axes.turned:
        return head.left + head.right + deep, max(head.up, -found.start) + max(head.down, found.end)
    return 2 * max(head.left, head.right, -found.start, found.end), head.up + head.down + deep


def _shapes(tree: Tree, setter: Setter, axes: _Axes) -> Iterator[_Shape]:
    inner_limits = (5.2, 9.2) if any(node and tree.within[node] for node in tree.nodes) else (9.2,)
    for limit in _limits(tree, setter, vertical=not axes.turned):
        for inner in inner_limits:
            yield _shape(tree, setter, axes, limit, inner)


def _limits(tree: Tree, setter: Setter, *, vertical: bool) -> Sequence[float]:
    """Return the lengths of line to try: those at which some name needs a line less, from the longest to the shortest."""
    lengths: set[float] = set()
    for leaf in tree.leaves:
        own = [setter.length(part, part.words, vertical=vertical) for part in parts_of(tree.content.units[leaf])]
        lengths |= {sum(own), *own, *(length / 2 for length in own), *(length / 3 for length in own)}
    steps = sorted({math.ceil(length * 20) / 20 + 0.01 for length in lengths if length > _SHORTEST}, reverse=True)
    if len(steps) <= _MOST_SHAPES:
        return steps or [_SHORTEST]
    return [steps[i * (len(steps) - 1) // (_MOST_SHAPES - 1)] for i in range(_MOST_SHAPES)]


def _shape(tree: Tree, setter: Setter, axes: _Axes, limit: float, inner: float) -> _Shape:
    leaves = frozenset(tree.leaves)
    labels: dict[int, Label] = {}
    for node in tree.nodes[1:]:
        upright = node in leaves and not axes.turned
        wide = limit if node in leaves else _OUTSIDE_LIMIT if tree.outside(node) else inner
        labels[node] = setter.label(parts_of(tree.content.units[node]), wide, vertical=upright)
    along: dict[int, float] = {}
    deep: dict[tuple[int, bool], float] = {}
    for node, label in labels.items():
        pad = UPRIGHT_PAD if label.vertical else LEVEL_PAD
        width, height = label.width + 2 * pad.x, label.height + 2 * pad.y
        along[node], thick = (height, width) if axes.turned else (width, height)
        key = (tree.depth[node], label.vertical)
        deep[key] = max(deep.get(key, 0.0), thick)
    across = {node: deep[tree.depth[node], label.vertical] for node, label in labels.items()}
    levels = tuple(
        max(deep.get((level, True), 0.0), deep.get((level, False), 0.0))
        for level in range(1, max(tree.depth.values()) + 1)
    )
    return _Shape(labels, along, across, levels)


def _filled(tree: Tree, shape: _Shape, head: Head, axes: _Axes, room: Room) -> tuple[_Shape, float, float]:
    """Return the boxes and gaps grown to take the room (ems) that is left, as far as it looks well."""

    def fits(shape: _Shape, gap: float) -> bool:
        width, height = _extent(shape, _spread(tree, shape, gap), head, axes)
        return width <= room.width + _SLACK and height <= room.height + _SLACK

    gap = _gap(axes)
    even = shape._replace(along=_even(shape))
    if fits(even, gap):
        shape = even
    most = _MOST_ROW_GAP if axes.turned else _MOST_SIBLING_GAP
    for step in range(_STEPS):
        if fits(shape, gap + (most - gap) / 2**step):
            gap += (most - gap) / 2**step
            break
    width, height = _extent(shape, _spread(tree, shape, gap), head, axes)
    left = (room.width - width if axes.turned else room.height - height) / max(1, len(shape.levels))
    more = min(max(0.0, left), _MOST_LEVEL_GAP - _LEVEL_GAP)
    return shape, gap, _LEVEL_GAP + more


def _even(shape: _Shape) -> Mapping[int, float]:
    """Return boxes with columns of words all as wide as the widest of them."""
    widest = max((shape.along[node] for node, label in shape.labels.items() if label.vertical), default=0.0)
    return {node: widest if shape.labels[node].vertical else long for node, long in shape.along.items()}


def _draw(
    tree: Tree, setter: Setter, shape: _Shape, found: Spread, head: Head, level_gap: float, axes: _Axes
) -> Plan:
    plan = Plan()
    width, height = _extent(shape, found, head, axes, level_gap)
    plan.extent = Rect(0, 0, width, height)
    if axes.turned:
        middle = max(head.up, -found.start)
        body = draw_head(plan, head, setter, head.left, middle)
        start, first = body.right, head.left + head.right
    else:
        middle = width / 2
        body = draw_head(plan, head, setter, middle, head.up)
        start, first = body.bottom, head.up + head.down
    tops = [first]
    for thick in shape.levels:
        tops.append(tops[-1] + thick + level_gap)
    ends = {0: start}
    for node in tree.nodes[1:]:
        top = tops[tree.depth[node] - 1] + level_gap
        long, deep = shape.along[node], shape.across[node]
        plan.box(node, axes.rect(middle + found.middle[node] - long / 2, top, long, deep), shape.labels[node])
        ends[node] = top + deep
    for node in tree.nodes:
        if tree.children[node]:
            level = tops[tree.depth[node]]
            _join(plan, tree, node, _Join(middle, found, shape, axes, ends[node], level, level + level_gap))
    return plan


class _Join(NamedTuple):
    """What the lines from a box to those below it need: its ``end``, and the gap from ``above`` to ``below``."""

    middle: float
    found: Spread
    shape: _Shape
    axes: _Axes
    end: float
    above: float
    below: float

    def at(self, node: int) -> float:
        return self.middle + self.found.middle[node]


def _join(plan: Plan, tree: Tree, node: int, join: _Join) -> None:
    """Draw the bus of *node*'s own units, and above it that of units outside, which starts beside the trunk."""
    own, tied = tree.within[node], tree.tied[node]
    if own:
        bus = join.above + (join.below - join.above) / (1.5 if tied else 2)
        _bus(plan, node, own, join, join.at(node), bus, EdgeKind.WITHIN)
    if tied:
        aside = join.shape.along[node] / 4 if own and node else 1.0 if own else 0.0
        bus = join.above + (join.below - join.above) / (3 if own else 2)
        _bus(plan, node, tied, join, join.at(node) + aside, bus, EdgeKind.TIED)


def _bus(
    plan: Plan, node: int, kids: tuple[int, ...], join: _Join, start: float, bus: float, kind: EdgeKind
) -> None:
    point = join.axes.point
    plan.line((point(start, join.end), point(start, bus)), kind)
    places = [join.at(kid) for kid in kids]
    plan.line((point(min(start, *places), bus), point(max(start, *places), bus)), kind)
    for kid, place in zip(kids, places, strict=True):
        plan.line((point(place, bus), point(place, join.below)), kind)
        way = (point(start, join.end), point(start, bus), point(place, bus), point(place, join.below))
        plan.edges.append(Edge(node, kid, kind, way))
