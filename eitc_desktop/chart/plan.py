"""A chart laid out in ems of its type: boxes, lines and edges, before it has a size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.setting import Label
from eitc_desktop.drawing.shapes import Point, Rect


class EdgeKind(StrEnum):
    """How two units belong together."""

    WITHIN = "within"  # a division within the body, a unit within a division
    HOSTED = "hosted"  # 设在
    TIED = "tied"  # 合署办公


class Edge(NamedTuple):
    """The way from ``parent`` to ``child``, along the lines that are drawn."""

    parent: int
    child: int
    kind: EdgeKind
    points: tuple[Point, ...]


class PlanBox(NamedTuple):
    """The box of ``unit`` with its words, which stand in ``area`` of it."""

    unit: int
    rect: Rect
    label: Label
    area: Rect


class PlanLine(NamedTuple):
    """A line between boxes."""

    points: tuple[Point, ...]
    kind: EdgeKind = EdgeKind.WITHIN


class PlanWords(NamedTuple):
    """Words that stand in no box (设在)."""

    label: Label
    area: Rect


class Room(NamedTuple):
    """What a chart has: points, and type of ``smallest`` to ``largest`` points; ``fill``: gaps grow to take it all."""

    width: float
    height: float
    smallest: float
    largest: float
    fill: bool = True

    def size(self, width: float, height: float) -> float:
        """Return the type size at which *width* × *height* ems fit."""
        return min(self.largest, self.width / width, self.height / height)


@dataclass(slots=True)
class Plan:
    """A layout being made. Lengths are ems; the whole lies within ``extent``."""

    boxes: list[PlanBox] = field(default_factory=list[PlanBox])
    lines: list[PlanLine] = field(default_factory=list[PlanLine])
    edges: list[Edge] = field(default_factory=list[Edge])
    words: list[PlanWords] = field(default_factory=list[PlanWords])
    extent: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))

    def box(self, unit: int, rect: Rect, label: Label, area: Rect | None = None) -> None:
        """Put the box of *unit* at *rect*."""
        self.boxes.append(PlanBox(unit, rect, label, rect if area is None else area))

    def line(self, points: tuple[Point, ...], kind: EdgeKind = EdgeKind.WITHIN) -> None:
        """Draw a line, unless it has no length."""
        if any(point != points[0] for point in points):
            self.lines.append(PlanLine(points, kind))


class Proposal(NamedTuple):
    """How large the type of a layout may be in its room, and the plan, made when it is wanted."""

    size: float
    draw: Callable[[], Plan]


@dataclass(frozen=True, slots=True)
class Tree:
    """The boxes that stand to each other as parent and child: the content's tree, units outside under their tie.

    For each unit: ``within`` are the units below it, ``tied`` those outside that it works together with. ``nodes`` are
    all of them from the root downwards, ``leaves`` those of the tree that have none below them.
    """

    content: ChartContent
    within: tuple[tuple[int, ...], ...]
    tied: tuple[tuple[int, ...], ...]
    nodes: tuple[int, ...]

    @classmethod
    def of(cls, content: ChartContent) -> Tree:
        """Return the tree of *content*."""
        tied: list[tuple[int, ...]] = [()] * len(content.units)
        for tie in content.ties:
            tied[tie.unit] = (*tied[tie.unit], tie.other)
        return cls(content, content.children(), tuple(tied), ()).walked()

    def walked(self) -> Tree:
        """Return the tree with its nodes found anew."""
        order = [0]
        for node in order:
            order += self.within[node]
            order += self.tied[node]
        return replace(self, nodes=tuple(order))

    def part(self, kids: tuple[int, ...], *, first: bool) -> Tree:
        """Return the root with only *kids* below it; what is tied to the root goes with the *first* part."""
        tied = self.tied if first else ((), *self.tied[1:])
        return replace(self, within=(kids, *self.within[1:]), tied=tied).walked()

    @property
    def leaves(self) -> tuple[int, ...]:
        return tuple(node for node in self.nodes if node and not self.within[node] and not self.outside(node))

    def below(self, node: int) -> tuple[int, ...]:
        """Return what hangs under a unit: its own, then those tied to it."""
        return (*self.within[node], *self.tied[node])

    def outside(self, node: int) -> bool:
        """Say whether a unit stands outside the tree, tied to one in it."""
        return self.content.units[node].kind is ChartKind.OUTSIDE

    def depths(self) -> dict[int, int]:
        """Return how many steps each node is below the root."""
        depths = {0: 0}
        for node in self.nodes:
            for kid in self.below(node):
                depths[kid] = depths[node] + 1
        return depths
