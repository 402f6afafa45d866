"""From what a chart shows to a drawing: the one entry to all layouts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from eitc_desktop.chart.checks import ChartFinding, check
from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.grid import grid
from eitc_desktop.chart.hanging import hanging
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.levels import official, sideways
from eitc_desktop.chart.plan import Edge, EdgeKind, Plan, Room, Tree
from eitc_desktop.chart.setting import Setter
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Box, Drawing, Ink, Line, Point, Rect, Text

SMALLEST = 9.0
LARGEST = 18.0
_NATURAL = (1600.0, 1000.0)  # the shape to be near to where no sheet gives one

Planner = Callable[[Tree, Setter, Room], Plan]

PLANNERS: Mapping[LayoutKind, Planner] = {
    LayoutKind.OFFICIAL: official,
    LayoutKind.HANGING: hanging,
    LayoutKind.GRID: grid,
    LayoutKind.SIDEWAYS: sideways,
}
"""In the order in which 自动 prefers them where they are equally legible."""


class PlacedUnit(NamedTuple):
    """The box of ``unit``, an index of ``ChartContent.units``, in points of the drawing."""

    unit: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart laid out.

    ``kind`` is never AUTO; ``why`` is the reason for it in Chinese. ``type_size``: points of the names in boxes, the
    smallest type of the drawing. ``placed`` has every unit in the order in which the texts are read; ``edges`` are the
    ways from parent to child along the lines. ``findings`` are empty where nothing is wrong.
    """

    kind: LayoutKind
    why: str
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
) -> ChartLayout:
    """Lay *content* out.

    With *area* (points) the drawing has its size and the type is the largest that fits, up to *largest*; a given
    *type_size* is kept, and a finding tells where it doesn't fit. Without *area* the drawing is as large as the chart
    at *type_size* (12 pt unless given). Type below *smallest* is a finding too.
    """
    setter = Setter(measurer)
    tree = Tree(content)
    size = type_size or (12.0 if area is None else None)
    width, height = area or _NATURAL
    room = Room(width, height, size or largest, fill=area is not None)
    if area is None:
        room = Room(width, height, float("inf"), fill=False)
    plan = PLANNERS[kind](tree, setter, room)
    if size is None:
        size = room.size(plan.extent.width, plan.extent.height)
    drawing, placed, edges = _ink(content, plan, setter, size, area)
    findings = check(drawing, measurer, smallest)
    return ChartLayout(kind, "", size, drawing, placed, edges, findings)


def _ink(
    content: ChartContent, plan: Plan, setter: Setter, size: float, area: tuple[float, float] | None
) -> tuple[Drawing, tuple[PlacedUnit, ...], tuple[Edge, ...]]:
    """Give *plan* its size and set it in the middle of *area*."""
    extent = plan.extent
    margin = 0.0 if area is not None else 1.0
    width, height = area or ((extent.width + 2 * margin) * size, (extent.height + 2 * margin) * size)
    left = (width - extent.width * size) / 2 - extent.x * size
    top = (height - extent.height * size) / 2 - extent.y * size

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
    return Drawing(width, height, tuple(boxes), lines, tuple(texts)), tuple(placed), edges
