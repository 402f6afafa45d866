"""A chart laid out in ems of its type: boxes, lines and edges, before it has a size."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    """What a chart has: ``width`` × ``height`` points, type of at most ``largest``; ``fill``: gaps grow to take it."""

    width: float
    height: float
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
    extent: Rect = Rect(0, 0, 0, 0)

    def box(self, unit: int, rect: Rect, label: Label, area: Rect | None = None) -> None:
        """Put the box of *unit* at *rect*."""
        self.boxes.append(PlanBox(unit, rect, label, rect if area is None else area))

    def line(self, points: tuple[Point, ...], kind: EdgeKind = EdgeKind.WITHIN) -> None:
        """Draw a line, unless it has no length."""
        if any(point != points[0] for point in points):
            self.lines.append(PlanLine(points, kind))


class Tree:
    """The boxes that stand to each other as parent and child: the content's tree, units outside under their tie."""

    def __init__(self, content: ChartContent) -> None:
        self.content = content
        within = content.children()
        tied: dict[int, list[int]] = {}
        for tie in content.ties:
            tied.setdefault(tie.unit, []).append(tie.other)
        self.within = within
        self.tied: tuple[tuple[int, ...], ...] = tuple(tuple(tied.get(i, ())) for i in range(len(within)))
        self.children: tuple[tuple[int, ...], ...] = tuple(
            (*own, *others) for own, others in zip(within, self.tied, strict=True)
        )
        self.posts = content.of_kind(ChartKind.POST)
        self.hosted = content.of_kind(ChartKind.HOSTED_OFFICE)
        beside = {*self.posts, *self.hosted}
        self.nodes: tuple[int, ...] = self._downwards()
        self.depth: dict[int, int] = {0: 0}
        for node in self.nodes:
            for child in self.children[node]:
                self.depth[child] = self.depth[node] + 1
        self.leaves: tuple[int, ...] = tuple(
            node for node in self.nodes if node and not within[node] and node not in beside and not self.outside(node)
        )

    def outside(self, node: int) -> bool:
        """Say whether a unit stands outside the tree, tied to one in it."""
        return self.content.units[node].kind is ChartKind.OUTSIDE

    def _downwards(self) -> tuple[int, ...]:
        order = [0]
        for node in order:
            order += self.children[node]
        return tuple(order)
