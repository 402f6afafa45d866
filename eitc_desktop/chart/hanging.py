"""双列悬挂: units without any below them hang in two columns about a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from eitc_desktop.chart.blocks import Air, Below, Blocks, Shape, broken, leaf_shapes, propose
from eitc_desktop.chart.plan import PlanLine, Proposal, Room, Tree
from eitc_desktop.chart.setting import Setter
from eitc_desktop.drawing.shapes import Point

_LEAST = Air(column=1.0, row=0.7, level=1.8)
_MOST = Air(column=3.0, row=1.6, level=3.6, wider=1.6, higher=0.6)
_STUB = 0.7  # ems from the line to a box at its side
_LIMITS = (5.2, 6.2, 7.2, 8.2, 9.2, 10.2, 12.2, 15.2)
_MOST_COLUMNS = 16


def hanging(tree: Tree, setter: Setter, room: Room) -> Proposal:
    """Plan 双列悬挂."""
    shapes: list[Shape] = []
    longest = _longest_run(tree)
    aside = any(tree.tied[leaf] for leaf in tree.leaves)
    depths = dict.fromkeys(-(-longest // columns) for columns in range(1, min(longest, _MOST_COLUMNS) + 1)) or {1: None}
    for labels, leaf in leaf_shapes(tree, setter, _LIMITS, numbered=False):
        unsightly = broken(labels)
        for deep in depths:
            columns = -(-longest // deep)
            odd = 0.04 if columns % 2 and columns > 1 else 0.0
            shapes.append(Shape(labels, leaf, partial(_hang, deep), odd + unsightly, aside))
    return propose(tree, setter, shapes, room, _LEAST, _MOST)


def _longest_run(tree: Tree) -> int:
    """Return how many places in its columns the longest run of leaves takes."""
    return max(
        (
            sum(max(1, len(tree.tied[kid])) for kid in run)
            for node in tree.nodes
            for run in _runs(tree, tree.within[node])
        ),
        default=1,
    )


def _runs(tree: Tree, kids: Sequence[int]) -> list[list[int]]:
    """Divide *kids* into what stands side by side: runs of leaves, and units with others below them."""
    runs: list[list[int]] = []
    open_run = False
    for kid in kids:
        leaf = not tree.within[kid]
        if leaf and open_run:
            runs[-1].append(kid)
        else:
            runs.append([kid])
        open_run = leaf
    return runs


def _hang(deep: int, blocks: Blocks, _node: int, kids: Sequence[int]) -> Below:
    """Set runs of leaves in columns of at most *deep* boxes, pairs of columns about a line each, all from one bus."""
    air = blocks.air
    bus, top = air.level / 2, air.level
    places: dict[int, Point] = {}
    lines: list[PlanLine] = []
    hooks: dict[int, float] = {}
    foot: dict[int, Point] = {}
    spines: list[float] = []
    x, height = 0.0, 0.0
    for run in _runs(blocks.tree, kids):
        x += air.column if spines else 0.0
        if blocks.tree.within[run[0]]:
            [kid] = run
            block = blocks.found[kid]
            places[kid] = Point(x, top)
            hooks[kid] = x + block.middle
            spines.append(hooks[kid])
            foot[kid] = Point(x + block.middle, top + block.box.y)
            lines.append(PlanLine((Point(hooks[kid], bus), foot[kid])))
            x += block.width
            height = max(height, block.height)
            continue
        columns = _columns(run, deep, [max(1, len(blocks.tree.tied[kid])) for kid in run])
        wide = [max(blocks.found[kid].width for kid in column) for column in columns]
        for first in range(0, len(columns), 2):
            pair = columns[first : first + 2]
            spine = x + (wide[first] + _STUB if len(pair) == 2 else 0.0)
            x += air.column if first + 2 < len(columns) else 0.0
            x += (wide[first] + _STUB if len(pair) == 2 else 0.0) + _STUB + wide[first + len(pair) - 1]
            ends: list[float] = []
            for side, column in enumerate(pair):
                y = top
                height = max(height, sum(blocks.found[kid].height + air.row for kid in column) - air.row)
                for kid in column if blocks.drawn else ():
                    block = blocks.found[kid]
                    left = len(pair) == 2 and side == 0
                    if left and blocks.tree.tied[kid]:  # outside is away from the line
                        block = blocks.found[kid] = blocks.mirrored(block)
                    at = Point(spine - _STUB - block.width if left else spine + _STUB, y)
                    places[kid] = at
                    hooks[kid] = spine
                    foot[kid] = Point(at.x + block.width if left else at.x, y + block.box.height / 2)
                    lines.append(PlanLine((Point(spine, foot[kid].y), foot[kid])))
                    ends.append(foot[kid].y)
                    y += block.height + air.row
            spines.append(spine)
            lines.append(PlanLine((Point(spine, bus), Point(spine, max(ends, default=bus)))))
    first, last = spines[0], spines[-1]
    middle = (first + last) / 2
    if not blocks.drawn:
        return Below(x, top + height, middle, {}, (), {})
    lines += [PlanLine((Point(middle, 0.0), Point(middle, bus))), PlanLine((Point(first, bus), Point(last, bus)))]
    ways = {
        kid: (Point(middle, bus), Point(hooks[kid], bus), Point(hooks[kid], foot[kid].y), foot[kid]) for kid in kids
    }
    return Below(x, top + height, middle, places, tuple(lines), ways)


def _columns(run: Sequence[int], deep: int, places: Sequence[int]) -> list[list[int]]:
    """Cut *run* into as few columns as *deep* places a column allow, as even as they can be, the longer ones first."""
    total = sum(places)
    short, longer = divmod(total, -(-total // deep))
    columns: list[list[int]] = []
    left = 0
    for kid, taken in zip(run, places, strict=True):
        if left < taken and (left <= 0 or taken - left > left):
            columns.append([])
            left += short + (1 if len(columns) <= longer else 0)
        columns[-1].append(kid)
        left -= taken
    return columns
