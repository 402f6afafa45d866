"""Trees whose subtrees are blocks: 双列悬挂 and 网格 differ in how the blocks under a box are arranged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eitc_desktop.chart.head import Head, draw_head, heads
from eitc_desktop.chart.labels import FLAT_LIMIT, LEVEL_PAD, parts_of
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, PlanLine, Proposal, Room, Tree
from eitc_desktop.chart.setting import Label, Setter
from eitc_desktop.drawing.shapes import Point, Rect

_TIE = 1.2  # ems of a dotted line
_INDENT = 0.9
_BROKEN = 0.12
_STEPS = 5
_FEW = 60  # units, up to which every shape is tried
_SLACK = 1e-6


class Air(NamedTuple):
    """The room around and between boxes, in ems; ``wider`` and ``higher`` are added to a box at each side."""

    column: float
    row: float
    level: float
    wider: float = 0.0
    higher: float = 0.0


class Block(NamedTuple):
    """A box and all below it. Lengths from the block's upper left corner; ``middle`` is that of the box."""

    width: float
    height: float
    middle: float
    box: Rect
    places: Mapping[int, Point]
    lines: tuple[PlanLine, ...]
    edges: tuple[Edge, ...]


class Below(NamedTuple):
    """What hangs under a box, from its own upper left corner, where the lines begin at (``middle``, 0)."""

    width: float
    height: float
    middle: float
    places: Mapping[int, Point]
    lines: tuple[PlanLine, ...]
    ways: Mapping[int, tuple[Point, ...]]


Arrange = Callable[["Blocks", int, Sequence[int]], Below]


@dataclass(slots=True)
class Blocks:
    """The blocks of a tree, made from its leaves upwards. ``leaf`` is the width and height of every leaf's box."""

    tree: Tree
    labels: Mapping[int, Label]
    leaf: tuple[float, float]
    air: Air
    drawn: bool  # False where only the size is wanted: lines and ways are left out
    found: dict[int, Block]
    aside: bool = False  # units outside stand beside the leaf they are tied to, not under it

    def make(self, arrange: Arrange, head: Head) -> None:
        """Make all blocks; the root's box is the body's."""
        plain = _alone(*self.leaf)
        for node in reversed(self.tree.nodes):
            if self.tree.outside(node):
                self.found[node] = _alone(*self.size(node))
            elif node and not self.tree.within[node]:
                tied = self._leaf_with_aside if self.aside else self._leaf
                self.found[node] = tied(node) if self.tree.tied[node] else plain
            else:
                self.found[node] = self._inner(node, arrange, head)

    def size(self, node: int) -> tuple[float, float]:
        """Return the size of a box other than the body's."""
        label = self.labels[node]
        height = label.height + 2 * LEVEL_PAD.y
        if self.tree.within[node]:
            return label.width + 2 * (LEVEL_PAD.x + self.air.wider), height + 2 * self.air.higher
        return self.leaf

    def _leaf(self, node: int) -> Block:
        """Put units outside under the leaf they are tied to, each in a place such as a leaf's."""
        width, height = self.leaf
        others = self.tree.tied[node]
        indent = 0.0 if len(others) < 2 else _INDENT
        y = height + self.air.row
        places: dict[int, Point] = {}
        lines: list[PlanLine] = []
        edges: list[Edge] = []
        x = _INDENT / 2 if indent else width / 2
        if indent:
            self.found |= {other: _alone(width - indent, height) for other in others}
        for other in others:
            places[other] = Point(indent, y)
            deep = self.found[other].box.height
            end = Point(indent, y + deep / 2) if indent else Point(x, y)
            way = (Point(x, height), Point(x, end.y), end)
            edges.append(Edge(node, other, EdgeKind.TIED, way))
            lines.append(PlanLine(way if len(lines) == len(others) - 1 else way[1:], EdgeKind.TIED))
            y += deep + self.air.row
        bottom = y - self.air.row if others else height
        return Block(width, bottom, width / 2, Rect(0, 0, width, height), places, tuple(lines), tuple(edges))

    def _leaf_with_aside(self, node: int) -> Block:
        """Put units outside at the right of the leaf they are tied to, one under the other."""
        width, height = self.leaf
        start, turn, end = width, width + _TIE / 2, width + _TIE
        middle = height / 2
        y, places, lines, edges = 0.0, dict[int, Point](), list[PlanLine](), list[Edge]()
        for other in self.tree.tied[node]:
            places[other] = Point(end, y)
            at = y + height / 2
            way = (Point(start, middle), Point(turn, middle), Point(turn, at), Point(end, at))
            lines.append(PlanLine(way[1:] if lines else way, EdgeKind.TIED))
            edges.append(Edge(node, other, EdgeKind.TIED, way))
            y += height + self.air.row
        bottom = y - self.air.row
        box = Rect(0, 0, width, height)
        return Block(end + width, bottom, width / 2, box, places, tuple(lines), tuple(edges))

    def mirrored(self, block: Block) -> Block:
        """Return *block* with left and right changed."""

        def turned(points: Sequence[Point]) -> tuple[Point, ...]:
            return tuple(Point(block.width - at.x, at.y) for at in points)

        return block._replace(
            middle=block.width - block.middle,
            box=block.box._replace(x=block.width - block.box.right),
            places={
                other: Point(block.width - at.x - self.found[other].width, at.y) for other, at in block.places.items()
            },
            lines=tuple(line._replace(points=turned(line.points)) for line in block.lines),
            edges=tuple(edge._replace(points=turned(edge.points)) for edge in block.edges),
        )

    def _inner(self, node: int, arrange: Arrange, head: Head) -> Block:
        if node:
            width, height = self.size(node)
            left, right, top, bottom = width / 2, width / 2, 0.0, height
        else:
            width, height = head.body
            left, right = head.left, head.right
            top, bottom = head.up - height / 2, head.up + head.down
        others = self.tree.tied[node]
        stack = sum(self.found[other].height + self.air.row for other in others) - self.air.row if others else 0.0
        aside = max((self.found[other].width for other in others), default=-_TIE) + _TIE
        if node:
            right += aside
        else:
            left = max(left, width / 2 + aside)
        centre = max(top + height / 2, stack / 2)
        top, bottom = centre - height / 2, max(bottom + centre - top - height / 2, centre + stack / 2)
        below = arrange(self, node, self.tree.within[node]) if self.tree.within[node] else None
        reach = (below.middle, below.width - below.middle) if below else (0.0, 0.0)
        left, right = max(left, reach[0]), max(right, reach[1])
        if not node and not self.aside:
            left = right = max(left, right)
        places: dict[int, Point] = {}
        lines: list[PlanLine] = []
        edges: list[Edge] = []
        side = left + width / 2 if node else left - width / 2
        y = centre - stack / 2
        for other in others:
            block = self.found[other]
            start, end = (side, side + _TIE) if node else (side, side - _TIE)
            middle = y + block.height / 2
            places[other] = Point(end if node else end - block.width, y)
            turn = (start + end) / 2
            way = (Point(start, centre), Point(turn, centre), Point(turn, middle), Point(end, middle))
            lines.append(PlanLine(way if other == others[0] else way[1:], EdgeKind.TIED))
            edges.append(Edge(node, other, EdgeKind.TIED, way))
            y += block.height + self.air.row
        if below is None:
            box = Rect(left - width / 2, top, width, height)
            return Block(left + right, bottom, left, box, places, tuple(lines), tuple(edges))
        dx, dy = left - below.middle, bottom
        if not self.drawn:
            return Block(left + right, bottom + below.height, left, Rect(left, top, width, height), {}, (), ())
        foot = Point(left, top + height)
        lines.append(PlanLine((foot, Point(left, dy))))
        for kid, place in below.places.items():
            places[kid] = Point(place.x + dx, place.y + dy)
            way = (foot, *(Point(at.x + dx, at.y + dy) for at in below.ways[kid]))
            edges.append(Edge(node, kid, EdgeKind.WITHIN, way))
        lines += [PlanLine(tuple(Point(at.x + dx, at.y + dy) for at in line.points), line.kind) for line in below.lines]
        box = Rect(left - width / 2, top, width, height)
        return Block(left + right, bottom + below.height, left, box, places, tuple(lines), tuple(edges))


def _alone(width: float, height: float) -> Block:
    return Block(width, height, width / 2, Rect(0, 0, width, height), {}, (), ())


class Shape(NamedTuple):
    """Labels of the boxes below the body, the size of a leaf's box, and how blocks are arranged."""

    labels: Mapping[int, Label]
    leaf: tuple[float, float]
    arrange: Arrange
    rank: float = 0.0  # how much less well it looks than another: so much smaller type would be as good
    aside: bool = False  # as that of Blocks; then the body's box needn't stand in the middle

    def blocks(self, tree: Tree, head: Head, air: Air, *, drawn: bool) -> Blocks:
        """Return all blocks; that of the root is the whole."""
        leaf = (self.leaf[0] + 2 * air.wider, self.leaf[1] + 2 * air.higher)
        blocks = Blocks(tree, self.labels, leaf, air, drawn, {}, self.aside)
        blocks.make(self.arrange, head)
        return blocks

    def whole(self, tree: Tree, head: Head, air: Air) -> Block:
        """Return the block of the root, to see its size."""
        return self.blocks(tree, head, air, drawn=False).found[0]


def leaf_shapes(
    tree: Tree, setter: Setter, limits: Sequence[float], *, numbered: bool
) -> Iterator[tuple[dict[int, Label], tuple[float, float]]]:
    """Yield the labels for each length of line, and the size of box that every leaf's label goes into.

    The ordinal goes before the name where both fit in a line; what stands in （）goes under the name.
    """
    units = tree.content.units
    leaves = frozenset(tree.leaves)
    indent = _INDENT if any(len(others) > 1 for others in tree.tied) else 0.0
    words = {node: setter.wording(parts_of(units[node], numbered=numbered)) for node in tree.nodes[1:]}
    smaller: list[tuple[float, float, float]] = []
    for limit in limits:
        labels = {
            leaf: words[leaf].label(
                max(limit, FLAT_LIMIT) if units[leaf].flat else limit,
                in_line=False,
                lead=numbered and bool(units[leaf].ordinal),
            )
            for leaf in tree.leaves
        }
        width = max((label.width for label in labels.values()), default=limit)
        for node in tree.nodes[1:]:
            if node not in leaves:
                wide = max(width - indent, 4.0) if tree.outside(node) else max(limit, 8.0)
                labels[node] = words[node].label(wide, in_line=False)
        alike = [label for node, label in labels.items() if node in leaves or tree.outside(node)]
        outside = max((label.width for node, label in labels.items() if tree.outside(node)), default=0.0)
        width = max(width, outside + indent)
        height = max((label.height for label in alike), default=1.0)
        size = (width, height, broken(labels))
        if not any(all(a <= b for a, b in zip(other, size, strict=True)) for other in smaller):
            smaller.append(size)
            yield labels, (width + 2 * LEVEL_PAD.x, height + 2 * LEVEL_PAD.y)


def broken(labels: Mapping[int, Label]) -> float:
    """Return how much less well labels look where a second name isn't whole."""
    return _BROKEN if any(label.broken for label in labels.values()) else 0.0


def propose(tree: Tree, setter: Setter, shapes: Sequence[Shape], room: Room, least: Air, most: Air) -> Proposal:
    """Propose the shape that allows the largest type; what room is left goes to the air, from *least* to *most*."""
    size, shape, head = _best(tree, shapes, heads(tree, setter, below=False), room, least)

    def draw() -> Plan:
        air = least
        if room.fill:
            air = _fill(tree, shape, head, Room(room.width / size, room.height / size, 0.0, 1.0), least, most)
        return _draw(tree, setter, shape, head, air)

    return Proposal(size, draw)


def _best(
    tree: Tree, shapes: Sequence[Shape], blocks: Sequence[Head], room: Room, air: Air
) -> tuple[float, Shape, Head]:
    """Return the largest size of type, and the shape and head that allow it."""
    sizes: dict[int, tuple[float, float, Head]] = {}

    def score(i: int) -> float:
        if i not in sizes:
            shape = shapes[i]
            plain = shape.whole(tree, _BARE, air)
            before, after = plain.middle, plain.width - plain.middle
            options = [
                (room.size(_width(before, after, head, shape), plain.height + head.up + head.down), head)
                for head in blocks
            ]
            size, head = max(options, key=lambda option: option[0] * (1 - option[1].rank))
            sizes[i] = (size * (1 - head.rank - shape.rank), size, head)
        return sizes[i][0]

    ranges = _families(shapes)
    peaks = [_peak(start, end, score, all_of=len(tree.nodes) <= _FEW) for start, end in ranges]
    best = max(peaks, key=lambda i: round(score(i), 2))
    _, _, head = sizes[best]
    root = shapes[best].whole(tree, head, air)
    return room.size(root.width, root.height), shapes[best], head


def _width(before: float, after: float, head: Head, shape: Shape) -> float:
    """Return the width of a root with *head*, under which blocks reach so far to both sides of its middle."""
    left, right = max(before, head.left), max(after, head.right)
    return left + right if shape.aside else 2 * max(left, right)


def _families(shapes: Sequence[Shape]) -> list[tuple[int, int]]:
    """Return from where to where shapes have the same labels and differ in their columns alone."""
    starts = [i for i, shape in enumerate(shapes) if not i or shape.labels is not shapes[i - 1].labels]
    return list(zip(starts, [*starts[1:], len(shapes)], strict=True))


def _peak(start: int, end: int, score: Callable[[int], float], *, all_of: bool) -> int:
    """Return where between *start* and *end* the score is highest: it rises, then falls, so not all need be tried."""
    if all_of:
        return max(range(start, end), key=score)
    low, high = start, end - 1
    while high - low > 2:
        middle = (low + high) // 2
        if score(middle) < score(middle + 1):
            low = middle + 1
        else:
            high = middle
    return max(range(low, high + 1), key=score)


def _fill(tree: Tree, shape: Shape, head: Head, room: Room, least: Air, most: Air) -> Air:
    """Return the air between *least* and *most* that takes the room (ems), across and down each by itself."""

    def between(across: float, down: float) -> Air:
        parts = [
            low + (high - low) * t for low, high, t in zip(least, most, (across, down, down, across, down), strict=True)
        ]
        return Air(*parts)

    def fits(across: float, down: float) -> bool:
        root = shape.whole(tree, head, between(across, down))
        return root.width <= room.width + _SLACK and root.height <= room.height + _SLACK

    across = _largest(lambda share: fits(share, 0.0))
    return between(across, _largest(lambda share: fits(across, share)))


def _largest(fits: Callable[[float], bool]) -> float:
    """Return the largest share from 0 to 1 that fits, near enough; 0 is taken to fit."""
    low, high = 0.0, 1.0
    if fits(high):
        return high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _draw(tree: Tree, setter: Setter, shape: Shape, head: Head, air: Air) -> Plan:
    """Put every block where it belongs."""
    plan = Plan()
    blocks = shape.blocks(tree, head, air, drawn=True)
    root = blocks.found[0]
    plan.extent = Rect(0, 0, root.width, root.height)
    draw_head(plan, head, setter, root.box.x + root.box.width / 2, root.box.y + root.box.height / 2)
    origins = {0: Point(0.0, 0.0)}
    for node in tree.nodes:
        x, y = origins[node]
        block = blocks.found[node]
        if node:
            box = block.box
            plan.box(node, Rect(x + box.x, y + box.y, box.width, box.height), shape.labels[node])
        for kid, place in block.places.items():
            origins[kid] = Point(x + place.x, y + place.y)
        for line in block.lines:
            plan.line(tuple(Point(x + at.x, y + at.y) for at in line.points), line.kind)
        plan.edges += [
            edge._replace(points=tuple(Point(x + at.x, y + at.y) for at in edge.points)) for edge in block.edges
        ]
    return plan


_BARE = Head((0.0, 0.0), Label((), (), vertical=False, width=0.0, height=0.0), (), (), below=False)
