"""网格: rows of numbered boxes that wrap to the shape of the page, a bus over each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from eitc_desktop.chart.blocks import Air, Below, Blocks, Shape, broken, leaf_shapes, propose
from eitc_desktop.chart.plan import PlanLine, Proposal, Room, Tree
from eitc_desktop.chart.setting import Setter
from eitc_desktop.drawing.shapes import Point

_LEAST = Air(column=0.8, row=0.65, level=1.6)
_MOST = Air(column=2.4, row=1.6, level=2.8, wider=1.6, higher=0.9)
_SPINE = 0.9  # ems between the line at the left, from which the buses go out, and the first box
_LIMITS = (5.2, 6.2, 7.2, 8.2, 9.2, 10.2, 12.2, 15.2)
_MOST_COLUMNS = 12


def grid(tree: Tree, setter: Setter, room: Room) -> Proposal:
    """Plan 网格."""
    shapes: list[Shape] = []
    longest = max(len(kids) for kids in tree.within)
    deeper = any(node and tree.within[node] for node in tree.nodes)
    for labels, leaf in leaf_shapes(tree, setter, _LIMITS, numbered=True):
        unsightly = broken(labels)
        for columns in range(1, min(max(longest, 1), _MOST_COLUMNS) + 1):
            lacking = 0.04 * (-longest % columns) / columns
            rank = lacking + unsightly
            inners = (1, 2, 3) if deeper else (columns,)
            shapes += [Shape(labels, leaf, partial(_rows, columns, inner), rank) for inner in inners]
    return propose(tree, setter, shapes, room, _LEAST, _MOST)


def _rows(columns: int, inner: int, blocks: Blocks, node: int, kids: Sequence[int]) -> Below:
    """Set *kids* in rows no wider than so many leaves; a line at the left joins the buses of several rows."""
    air = blocks.air
    count = inner if node else columns
    limit = count * blocks.leaf[0] + (count - 1) * air.column
    rows = _wrap(blocks, kids, limit)
    indent = _SPINE if len(rows) > 1 else 0.0
    places: dict[int, Point] = {}
    hooks: dict[int, Point] = {}
    lines: list[PlanLine] = []
    buses: list[float] = []
    y, width = 0.0, 0.0
    for number, row in enumerate(rows):
        over = air.level if number == 0 else 2 * air.row
        buses.append(y + over / 2)
        y += over
        x = indent
        for kid in row:
            block = blocks.found[kid]
            places[kid] = Point(x, y)
            hooks[kid] = Point(x + block.middle, y + block.box.y)
            x += block.width + air.column
        width = max(width, x - air.column)
        y += max(blocks.found[kid].height for kid in row)
    if not blocks.drawn:
        return Below(width, y, (indent + width) / 2 if len(rows) > 1 else _middle(hooks, rows[0]), places, (), {})
    lines += [
        PlanLine((Point(hooks[kid].x, bus), hooks[kid])) for row, bus in zip(rows, buses, strict=True) for kid in row
    ]
    middle = (indent + width) / 2 if len(rows) > 1 else _middle(hooks, rows[0])
    for row, bus in zip(rows, buses, strict=True):
        ends = [hooks[kid].x for kid in row]
        start = 0.0 if len(rows) > 1 else ends[0]
        lines.append(PlanLine((Point(start, bus), Point(max(ends[-1], middle if bus == buses[0] else 0.0), bus))))
    lines.append(PlanLine((Point(middle, 0.0), Point(middle, buses[0]))))
    lines.append(PlanLine((Point(0.0, buses[0]), Point(0.0, buses[-1]))))
    ways = {
        kid: (
            Point(middle, buses[0]),
            *(() if number == 0 else (Point(0.0, buses[0]), Point(0.0, buses[number]))),
            Point(hooks[kid].x, buses[number]),
            hooks[kid],
        )
        for number, row in enumerate(rows)
        for kid in row
    }
    return Below(width, y, middle, places, tuple(lines), ways)


def _middle(hooks: Mapping[int, Point], row: Sequence[int]) -> float:
    return (hooks[row[0]].x + hooks[row[-1]].x) / 2


def _wrap(blocks: Blocks, kids: Sequence[int], limit: float) -> list[list[int]]:
    rows: list[list[int]] = []
    reach = 0.0
    for kid in kids:
        width = blocks.found[kid].width
        if rows and reach + blocks.air.column + width <= limit + 1e-6:
            rows[-1].append(kid)
            reach += blocks.air.column + width
        else:
            rows.append([kid])
            reach = width
    return rows
