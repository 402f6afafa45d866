"""Trees whose levels stand in line: 公文式 from the top down, 左右 from left to right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from eitc_desktop.chart.head import Head, draw_head, heads
from eitc_desktop.chart.labels import FLAT_LIMIT, LEVEL_PAD, ROW_PAD, UPRIGHT_PAD, parts_of
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, Proposal, Room, Tree
from eitc_desktop.chart.setting import Label, Setter, Wording
from eitc_desktop.chart.spreading import Spread, spread
from eitc_desktop.drawing.shapes import Point, Rect

_OUTSIDE_LIMIT = 7.2
_SIBLING_GAP = 0.36  # ems between boxes with columns of words
_MOST_SIBLING_GAP = 1.0
_ROW_GAP = 0.4
_MOST_ROW_GAP = 1.1
_LEVEL_GAP = 1.8
_MOST_LEVEL_GAP = 4.6
_SHORTEST = 3.0  # ems of a line of a name
_MOST_SHAPES = 14
_LEAST_SHAPES = 4
_UNITS_TRIED = 3000
_ROUTE = 0.9  # ems from the outermost box to the line that leads past it to the next part
_BROKEN = 0.12  # how much smaller type would be as good as a broken second name
_MIXED = 0.08
_PART = 0.03
_SAME = 0.005
_MOST_PARTS = 6
_WIDER = (0.6, 0.4, 0.2, 0.0)  # ems that boxes may grow
_STEPS = 7
_SLACK = 1e-6


_Deep = tuple[Tree, Mapping[int, int]]  # a part of the tree, and how deep each unit of it is


class _Shape(NamedTuple):
    """The boxes below the body: their labels, how far each goes along and across its level, each level's depth."""

    labels: Mapping[int, Label]
    along: Mapping[int, float]
    across: Mapping[int, float]
    levels: tuple[float, ...]


class _Part(NamedTuple):
    """Some of the body's units, in levels of their own, moved by ``shift`` so that all parts begin alike."""

    tree: Tree
    depths: Mapping[int, int]
    deep: int  # how many levels there are below the body
    spread: Spread
    shift: float

    def at(self, node: int) -> float:
        return self.spread.middle[node] + self.shift


class _Gaps(NamedTuple):
    """Ems between boxes of a level, and between levels."""

    along: float
    across: float


class _Below(NamedTuple):
    """From where to where the units below the body reach along their levels, and how deep all levels are."""

    start: float
    end: float
    deep: float


class _Axes(NamedTuple):
    """Levels one under the other, or (``turned``) one to the right of the other."""

    turned: bool

    @property
    def least(self) -> _Gaps:
        return _Gaps(_ROW_GAP if self.turned else _SIBLING_GAP, _LEVEL_GAP)

    @property
    def most(self) -> _Gaps:
        return _Gaps(_MOST_ROW_GAP if self.turned else _MOST_SIBLING_GAP, _MOST_LEVEL_GAP)

    def extent(self, head: Head, below: _Below) -> tuple[float, float]:
        """Return how wide and high the whole is, in ems; the body of a 公文式 stands in the middle of the sheet."""
        if self.turned:
            return head.left + head.right + below.deep, max(head.up, -below.start) + max(head.down, below.end)
        return 2 * max(head.left, head.right, -below.start, below.end), head.up + head.down + below.deep

    def point(self, along: float, across: float) -> Point:
        return Point(across, along) if self.turned else Point(along, across)

    def rect(self, along: float, across: float, long: float, deep: float) -> Rect:
        return Rect(across, along, deep, long) if self.turned else Rect(along, across, long, deep)


class _Layout(NamedTuple):
    """One way to set a tree: its boxes, its parts one behind the other, the body's block."""

    shape: _Shape
    parts: tuple[_Part, ...]
    head: Head
    axes: _Axes
    gaps: _Gaps

    @property
    def start(self) -> float:
        """From where, before the body's middle, the parts reach."""
        return self.parts[0].spread.start - (_ROUTE if len(self.parts) > 1 else 0.0)

    @property
    def end(self) -> float:
        return max(part.spread.end + part.shift for part in self.parts)

    @property
    def below(self) -> _Below:
        levels, gap = self.shape.levels, self.gaps.across
        return _Below(self.start, self.end, sum(sum(levels[: part.deep]) + gap * part.deep for part in self.parts))

    @property
    def extent(self) -> tuple[float, float]:
        """How wide and high the whole is, in ems."""
        return self.axes.extent(self.head, self.below)


def official(tree: Tree, setter: Setter, room: Room) -> Proposal:
    """Plan 公文式: from the top down, units without any below them in columns of words under one bus line.

    Where that line would make the type smaller than the room's smallest, the body's units stand under several.
    """
    axes = _Axes(turned=False)
    shapes = list(_shapes(tree, setter, axes))
    size, layout = _best(tree, setter, room, shapes, axes, 1)
    if size < room.smallest:
        size, layout = _best(tree, setter, room, shapes, axes, _MOST_PARTS)
    return Proposal(size, lambda: _draw(setter, _filled(layout, size, room)))


def sideways(tree: Tree, setter: Setter, room: Room) -> Proposal:
    """Plan 左右: the body at the left, each level to the right of the one before it, in several parts if need be."""
    axes = _Axes(turned=True)
    size, layout = _best(tree, setter, room, list(_shapes(tree, setter, axes)), axes, _MOST_PARTS)
    return Proposal(size, lambda: _draw(setter, _filled(layout, size, room)))


def _best(
    tree: Tree, setter: Setter, room: Room, shapes: Sequence[_Shape], axes: _Axes, most: int
) -> tuple[float, _Layout]:
    """Return the largest size of type and the layout that allows it, less what doesn't look so well."""
    blocks = heads(tree, setter, below=axes.turned)
    cuts = {count: cut for count in range(1, most + 1) if (cut := _cut(tree, count))}
    options: list[tuple[float, int, int, _Shape, float]] = []
    for number, shape in enumerate(shapes):
        rank = _rank(shape)
        [whole] = _parts(cuts[1], shape, axes.least.along)
        for count in cuts:
            rank_here = rank + _PART * (count - 1)
            guess, _ = _fit(room, blocks, axes, _guess(shape, whole, count, axes))
            options.append((-guess * (1 - rank_here), number, count, shape, rank_here))
    options.sort(key=lambda option: option[:3])
    tried = max(_LEAST_SHAPES, min(_MOST_SHAPES, _UNITS_TRIED // len(tree.nodes)))
    chosen: tuple[float, _Layout] | None = None
    best = -1.0
    for _, _, count, shape, rank in options[:tried]:
        layout = _Layout(shape, _parts(cuts[count], shape, axes.least.along), blocks[0], axes, axes.least)
        _, head = _fit(room, blocks, axes, layout.below)
        layout = layout._replace(head=head)
        size = room.size(*layout.extent)
        score = size * (1 - rank - head.rank)
        if score > best + _SAME:
            best, chosen = score, (size, layout)
    if chosen is None:
        raise ValueError("no shape to choose from")
    return chosen


def _fit(room: Room, blocks: Sequence[Head], axes: _Axes, below: _Below) -> tuple[float, Head]:
    """Return the block that allows the largest type over what is *below*, and that size, both less its rank."""
    return max(
        ((room.size(*axes.extent(head, below)) * (1 - head.rank), head) for head in blocks),
        key=lambda option: option[0],
    )


def _rank(shape: _Shape) -> float:
    """Return how much less well a shape looks: second names broken, or some in line with the name and some not."""
    second = [label for label in shape.labels.values() if len(label.parts) > 1]
    mixed = len({len(label.lines) == 1 for label in second}) > 1
    return (_BROKEN if any(label.broken for label in second) else 0.0) + (_MIXED if mixed else 0.0)


def _guess(shape: _Shape, whole: _Part, count: int, axes: _Axes) -> _Below:
    """Return about what *whole* would measure in *count* parts."""
    start, end = whole.spread.start, whole.spread.end
    if count > 1:
        half = (end - start) / count / 2
        start, end = -half - _ROUTE, half
    return _Below(start, end, (sum(shape.levels) + axes.least.across * whole.deep) * count)


def _cut(tree: Tree, count: int) -> tuple[_Deep, ...]:
    """Cut the body's units into *count* parts of about as many leaves each; nothing where there are too few."""
    kids = tree.within[0]
    if count == 1:
        return ((tree, tree.depths()),)
    if len(kids) < count:
        return ()
    leaves = dict.fromkeys(tree.nodes, 0)
    for node in reversed(tree.nodes):
        leaves[node] = sum(leaves[kid] for kid in tree.within[node]) or 1
    total = sum(leaves[kid] for kid in kids)
    groups: list[list[int]] = [[]]
    done = 0
    for i, kid in enumerate(kids):
        must = len(kids) - i == count - len(groups)
        if groups[-1] and len(groups) < count and (must or done + leaves[kid] / 2 > total * len(groups) / count):
            groups.append([])
        groups[-1].append(kid)
        done += leaves[kid]
    parts = [tree.part(tuple(group), first=i == 0) for i, group in enumerate(groups)]
    return tuple((part, part.depths()) for part in parts)


def _parts(trees: Sequence[_Deep], shape: _Shape, gap: float) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    for tree, depths in trees:
        reach = {node: (shape.along[node] / 2, shape.along[node] / 2) for node in tree.nodes[1:]}
        found = spread(tree, {0: (0.0, 0.0), **reach}, gap)
        shift = parts[0].spread.start - found.start if parts else 0.0
        parts.append(_Part(tree, depths, max(depths.values()), found, shift))
    return tuple(parts)


def _shapes(tree: Tree, setter: Setter, axes: _Axes) -> Iterator[_Shape]:
    inner_limits = (5.2, 9.2) if any(node and tree.within[node] for node in tree.nodes) else (9.2,)
    depths = tree.depths()
    units = tree.content.units
    narrow = frozenset(leaf for leaf in tree.leaves if not units[leaf].flat)
    words = {
        node: setter.wording(parts_of(units[node]), vertical=node in narrow and not axes.turned)
        for node in tree.nodes[1:]
    }

    def own(node: int, inner: float) -> float:
        return max(inner, FLAT_LIMIT) if units[node].flat else _OUTSIDE_LIMIT if tree.outside(node) else inner

    for limit in _limits([words[leaf] for leaf in tree.leaves if leaf in narrow]):
        for inner in inner_limits:
            limits = {node: limit if node in narrow else own(node, inner) for node in words}
            yield _shape(words, limits, axes, depths)


def _limits(words: Sequence[Wording]) -> Sequence[float]:
    """Return the lengths of line to try, longest first: those at which some name needs a line less."""
    lengths: set[float] = set()
    for own in {wording.lengths for wording in words}:
        lengths |= {sum(own), *own, *(length / 2 for length in own), *(length / 3 for length in own)}
    steps = sorted({math.ceil(length * 20) / 20 + 0.01 for length in lengths if length > _SHORTEST}, reverse=True)
    most = max(_LEAST_SHAPES, min(_MOST_SHAPES, _UNITS_TRIED // max(1, len(words))))
    if len(steps) <= most:
        return steps or [_SHORTEST]
    return [steps[i * (len(steps) - 1) // (most - 1)] for i in range(most)]


def _shape(words: Mapping[int, Wording], limits: Mapping[int, float], axes: _Axes, depths: Mapping[int, int]) -> _Shape:
    labels = {node: wording.label(limits[node]) for node, wording in words.items()}
    along: dict[int, float] = {}
    deep: dict[tuple[int, bool], float] = {}
    for node, label in labels.items():
        pad = ROW_PAD if axes.turned else UPRIGHT_PAD if label.vertical else LEVEL_PAD
        width, height = label.width + 2 * pad.x, label.height + 2 * pad.y
        along[node], thick = (height, width) if axes.turned else (width, height)
        key = (depths[node], label.vertical)
        deep[key] = max(deep.get(key, 0.0), thick)
    across = {node: deep[depths[node], label.vertical] for node, label in labels.items()}
    levels = tuple(
        max(deep.get((level, True), 0.0), deep.get((level, False), 0.0)) for level in range(1, max(depths.values()) + 1)
    )
    return _Shape(labels, along, across, levels)


def _filled(layout: _Layout, size: float, room: Room) -> _Layout:
    """Return *layout* with boxes and gaps grown to take the room that is left, as far as it looks well."""
    if not room.fill:
        return layout
    width, height = room.width / size + _SLACK, room.height / size + _SLACK
    trees = [(part.tree, part.depths) for part in layout.parts]

    def fits(changed: _Layout) -> bool:
        return changed.extent[0] <= width and changed.extent[1] <= height

    def with_gap(gap: float) -> _Layout:
        parts = _parts(trees, layout.shape, gap)
        return layout._replace(parts=parts, gaps=layout.gaps._replace(along=gap))

    even = _even(layout.shape)
    for shape in (_wider(one, by) for one in (even, layout.shape) for by in _WIDER):
        changed = layout._replace(shape=shape, parts=_parts(trees, shape, layout.gaps.along))
        if fits(changed):
            layout = changed
            break
    least, most = layout.axes.least, layout.axes.most
    for step in range(_STEPS):
        changed = with_gap(least.along + (most.along - least.along) / 2**step)
        if fits(changed):
            layout = changed
            break
    left = width - layout.extent[0] if layout.axes.turned else height - layout.extent[1]
    more = left / max(1, sum(part.deep for part in layout.parts))
    across = min(max(least.across, least.across + more - _SLACK), most.across)
    return layout._replace(gaps=layout.gaps._replace(across=across))


def _even(shape: _Shape) -> _Shape:
    """Return boxes with columns of words all as wide as the widest of them."""
    widest = max((shape.along[node] for node, label in shape.labels.items() if label.vertical), default=0.0)
    along = {node: widest if shape.labels[node].vertical else long for node, long in shape.along.items()}
    return shape._replace(along=along)


def _wider(shape: _Shape, by: float) -> _Shape:
    """Return boxes with columns of words, or one close under the other, *by* ems larger along their level."""
    leaves = {node for node, label in shape.labels.items() if label.vertical}
    return shape._replace(
        along={node: long + (by if node in leaves or not leaves else 0.0) for node, long in shape.along.items()}
    )


def _draw(setter: Setter, layout: _Layout) -> Plan:
    plan = Plan()
    head, axes, gaps = layout.head, layout.axes, layout.gaps
    width, height = layout.extent
    plan.extent = Rect(0, 0, width, height)
    if axes.turned:
        middle = max(head.up, -layout.start)
        body = draw_head(plan, head, setter, head.left, middle)
        end, top = body.right, head.left + head.right
    else:
        middle = width / 2
        body = draw_head(plan, head, setter, middle, head.up)
        end, top = body.bottom, head.up + head.down
    way: tuple[Point, ...] = (axes.point(middle, end),)
    for number, part in enumerate(layout.parts):
        joins = _Joins(layout, part, middle, _tops(layout, part, top))
        for node in part.tree.nodes[1:]:
            long, deep = layout.shape.along[node], layout.shape.across[node]
            rect = axes.rect(joins.at(node) - long / 2, joins.top(node), long, deep)
            plan.box(node, rect, layout.shape.labels[node])
            joins.ends[node] = joins.top(node) + deep
        joins.ends[0] = end
        for node in part.tree.nodes:
            if node or not number:
                joins.join(plan, node)
        first = top + gaps.across / (1.5 if part.tree.tied[0] and not number else 2)
        outer = middle + layout.start
        if number:
            way = (*way, axes.point(outer, first))
            plan.line(way[-2:])
            joins.bus(plan, 0, part.tree.within[0], way, EdgeKind.WITHIN)
        elif len(layout.parts) > 1:
            nearest = min(joins.at(kid) for kid in part.tree.within[0])
            plan.line((axes.point(nearest, first), axes.point(outer, first)))
            way = (*way, axes.point(middle, first), axes.point(outer, first))
        top = joins.tops[-1]
    return plan


def _tops(layout: _Layout, part: _Part, top: float) -> tuple[float, ...]:
    """Return where the gap before each level begins, and where the last level ends."""
    steps = (thick + layout.gaps.across for thick in layout.shape.levels[: part.deep])
    return tuple(accumulate(steps, initial=top))


class _Joins:
    """Draws the lines of a part: ``tops`` as of ``_tops``, ``ends`` where each box ends across its level."""

    def __init__(self, layout: _Layout, part: _Part, middle: float, tops: tuple[float, ...]) -> None:
        self.layout = layout
        self.part = part
        self.middle = middle
        self.tops = tops
        self.ends: dict[int, float] = {}

    def at(self, node: int) -> float:
        return self.middle + self.part.at(node)

    def top(self, node: int) -> float:
        """Return where a box begins."""
        return self.tops[self.part.depths[node] - 1] + self.layout.gaps.across

    def join(self, plan: Plan, node: int) -> None:
        """Draw the bus of *node*'s own units, and before it that of units outside, which starts beside the trunk."""
        own, tied = self.part.tree.within[node], self.part.tree.tied[node]
        gap, start = self.layout.gaps.across, self.tops[self.part.depths[node]] if own or tied else 0.0
        point = self.layout.axes.point
        if own:
            foot, bus = point(self.at(node), self.ends[node]), start + gap / (1.5 if tied else 2)
            self.bus(plan, node, own, (foot, point(self.at(node), bus)), EdgeKind.WITHIN)
        if tied:
            aside = 0.0 if not own else self.layout.shape.along[node] / 4 if node else 1.0
            place, bus = self.at(node) + aside, start + gap / (3 if own else 2)
            self.bus(plan, node, tied, (point(place, self.ends[node]), point(place, bus)), EdgeKind.TIED)

    def bus(self, plan: Plan, node: int, kids: tuple[int, ...], way: tuple[Point, ...], kind: EdgeKind) -> None:
        """Draw the last step of *way*, which ends on the bus, the bus itself, and a line to each of *kids*."""
        turned = self.layout.axes.turned
        point = self.layout.axes.point
        end = way[-1]
        start, bus = (end.y, end.x) if turned else (end.x, end.y)
        places = [self.at(kid) for kid in kids]
        if len(way) == 2:
            plan.line(way, kind)
        plan.line((point(min(start, *places), bus), point(max(start, *places), bus)), kind)
        for kid, place in zip(kids, places, strict=True):
            foot = point(place, self.top(kid))
            plan.line((point(place, bus), foot), kind)
            plan.edges.append(Edge(node, kid, kind, (*way, point(place, bus), foot)))
