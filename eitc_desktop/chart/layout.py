"""From what a chart shows to a drawing: the one entry to all layouts."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eitc_desktop.chart.checks import ChartFinding, Drawn, PlacedUnit, check
from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.grid import grid
from eitc_desktop.chart.hanging import hanging
from eitc_desktop.chart.kinds import LAYOUTS, LayoutKind
from eitc_desktop.chart.levels import official, sideways
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, Proposal, Room, Tree
from eitc_desktop.chart.setting import Setter
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Box, Drawing, Ink, Line, Point, Rect, Text
from eitc_desktop.phrases import Listed, Phrase, Sentence

SMALLEST = 9.0
LARGEST = 24.0
_ABOVE = 0.4  # of the height that is left over: the middle of a sheet looks too low
_ROUNDING = 0.05  # points
_SCREEN_SIZE = 12.0
NATURAL = (1600.0, 1000.0)
"""The shape to be near to where nothing gives one."""

_ALIKE = 0.5  # points: what differs by less is equally legible

PLANNERS: Mapping[LayoutKind, Callable[[Tree, Setter, Room], Proposal]] = {
    LayoutKind.OFFICIAL: official,
    LayoutKind.HANGING: hanging,
    LayoutKind.GRID: grid,
    LayoutKind.SIDEWAYS: sideways,
}
"""In the order in which 自动 prefers them where they are equally legible."""


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart laid out.

    ``kind`` is never AUTO; ``why`` is the reason for it. ``type_size``: points of the names in boxes, the
    smallest type of the drawing. ``placed`` has every unit, ``edges`` the ways from parent to child along the lines.
    ``findings`` are empty where nothing is wrong.
    """

    kind: LayoutKind
    why: Sentence
    type_size: float
    drawing: Drawing
    placed: tuple[PlacedUnit, ...]
    edges: tuple[Edge, ...]
    findings: tuple[ChartFinding, ...]


def lay_out(
    content: ChartContent,
    kind: LayoutKind,
    area: tuple[float, float] | None,
    measurer: TextMeasurer,
    *,
    type_size: float | None = None,
    smallest: float = SMALLEST,
    largest: float = LARGEST,
    shape: tuple[float, float] = NATURAL,
) -> ChartLayout:
    """Lay *content* out.

    With *area* (points) the drawing has its size and the type is the largest that fits, up to *largest*; a given
    *type_size* is kept, and findings tell what doesn't fit. Without *area* the drawing is as large as the chart at
    *type_size* (12 pt unless given), and as wide for its height as *shape*, nearly. Type below *smallest* is a finding
    too.
    """
    setter = Setter(measurer)
    tree = Tree.of(content)
    if area is None:
        room = Room(*shape, 0.0, float("inf"), fill=False)
        kind = LayoutKind.OFFICIAL if kind is LayoutKind.AUTO else kind
    else:
        room = Room(*area, smallest, type_size or largest)
    if kind is LayoutKind.AUTO:
        proposals = {one: planner(tree, setter, room) for one, planner in PLANNERS.items()}
        kind, why = _choice({one: proposal.size for one, proposal in proposals.items()}, room)
        proposal = proposals[kind]
    else:
        why = Sentence(Phrase("ChartLayout", "按所选"))
        proposal = PLANNERS[kind](tree, setter, room)
    size = type_size or (_SCREEN_SIZE if area is None else proposal.size)
    drawn = _ink(content, proposal.draw(), setter, size, area)
    findings = check(drawn, setter, smallest)
    return ChartLayout(kind, why, size, drawn.drawing, drawn.placed, drawn.edges, findings)


def _choice(sizes: Mapping[LayoutKind, float], room: Room) -> tuple[LayoutKind, Sentence]:
    """Return the layout with the largest type, the first of those that are equally legible, and the reason."""
    best = max(sizes.values())
    enough = min(room.smallest, best)
    kind = next(one for one, size in sizes.items() if size >= max(best - _ALIKE, enough) - _ROUNDING)
    sheet = (f"{room.width / MM:.0f}", f"{room.height / MM:.0f}")
    alike = [one for one, size in sizes.items() if abs(size - sizes[kind]) < _ROUNDING]
    if len(alike) == len(sizes):
        every = Phrase("ChartLayout", "自动选用：在 {0}×{1} 毫米的图幅上，各种版式的字号都可达 {2} 磅")
        return kind, Sentence(every, (*sheet, _points(best)))
    one_of = Phrase("ChartLayout", "{0} {1} 磅")
    others = (Sentence(one_of, (LAYOUTS[one], _points(size))) for one, size in sizes.items() if one is not kind)
    values = (*sheet, _points(sizes[kind]), Listed(tuple(others)))
    if sizes[kind] > best - _ROUNDING:
        largest = Phrase("ChartLayout", "自动选用：在 {0}×{1} 毫米的图幅上字号最大，为 {2} 磅；{3}")
        return kind, Sentence(largest, values)
    near = Phrase("ChartLayout", "自动选用：在 {0}×{1} 毫米的图幅上字号与最大者相差不到 {4} 磅，为 {2} 磅；{3}")
    return kind, Sentence(near, (*values, f"{_ALIKE:g}"))


def _points(size: float) -> str:
    """Return a size in points to one place, never larger than it is."""
    return f"{math.floor(size * 10 + 1e-6) / 10:g}"


def _ink(content: ChartContent, plan: Plan, setter: Setter, size: float, area: tuple[float, float] | None) -> Drawn:
    """Give *plan* its size and set it in the middle of *area*, a little above it."""
    extent = plan.extent
    margin = 0.0 if area is not None else 1.0
    width, height = area or ((extent.width + 2 * margin) * size, (extent.height + 2 * margin) * size)
    left = (width - extent.width * size) / 2 - extent.x * size
    top = (height - extent.height * size) * (_ABOVE if area is not None else 0.5) - extent.y * size

    def point(at: Point) -> Point:
        return Point(left + at.x * size, top + at.y * size)

    def rect(of: Rect) -> Rect:
        return Rect(left + of.x * size, top + of.y * size, of.width * size, of.height * size)

    boxes: list[Box] = []
    texts: list[Text] = []
    placed: list[PlacedUnit] = []
    for box in sorted(plan.boxes, key=lambda box: box.unit):
        kind = content.units[box.unit].kind
        where = rect(box.rect)
        ground = Ink.HEAD if kind is ChartKind.BODY else Ink.PAPER
        weight = 1.2 if kind is ChartKind.BODY else 0.75
        boxes.append(Box(where, Ink.FRAME, ground, weight, dashed=kind is ChartKind.OUTSIDE))
        texts += setter.texts(box.label, rect(box.area), size)
        placed.append(PlacedUnit(box.unit, where))
    for words in plan.words:
        texts += setter.texts(words.label, rect(words.area), size)
    lines = tuple(
        Line(tuple(point(at) for at in line.points), Ink.FRAME, 0.75, dashed=line.kind is EdgeKind.TIED)
        for line in plan.lines
    )
    edges = tuple(edge._replace(points=tuple(point(at) for at in edge.points)) for edge in plan.edges)
    drawing = Drawing(width, height, tuple(boxes), lines, tuple(texts))
    return Drawn(content, drawing, tuple(placed), edges)
