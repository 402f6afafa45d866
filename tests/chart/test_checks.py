"""Faults that were made are found."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.checks import Drawn, Fault, PlacedUnit, check
from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit
from eitc_desktop.chart.plan import Edge, EdgeKind
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Drawing, Face, Point, Rect, Run, Style, Text

CONTENT = ChartContent(
    "题",
    (
        ChartUnit("甲", ChartKind.BODY),
        ChartUnit("乙", ChartKind.POST, 0),
        ChartUnit("丙", parent=0),
        ChartUnit("丁", parent=0),
    ),
)
BOXES = (Rect(10, 10, 80, 40), Rect(20, 30, 30, 15), Rect(10, 70, 30, 20), Rect(60, 70, 30, 20))
LEFT = (Point(50, 50), Point(50, 60), Point(25, 60), Point(25, 70))
RIGHT = (Point(50, 50), Point(50, 60), Point(75, 60), Point(75, 70))


def text(words: str, x: float, y: float, area: Rect, size: float = 10.0) -> Text:
    return Text(words, (Run(words, x, y),), Style(Face.SONG, size), area)


def faults(
    boxes: tuple[Rect, ...] = BOXES,
    ways: tuple[tuple[Point, ...], ...] = (LEFT, RIGHT),
    texts: tuple[Text, ...] = (),
    parents: tuple[int, ...] = (0, 0),
) -> list[Fault]:
    edges = tuple(
        Edge(parent, child, EdgeKind.WITHIN, way) for parent, child, way in zip(parents, (2, 3), ways, strict=True)
    )
    placed = tuple(PlacedUnit(i, rect) for i, rect in enumerate(boxes))
    drawn = Drawn(CONTENT, Drawing(100, 100, texts=texts), placed, edges)
    return [finding.fault for finding in check(drawn, EvenMeasurer(), 9.0)]


def test_a_post_in_the_body_and_a_bus_are_right() -> None:
    assert faults(texts=(text("丙", 20, 84, BOXES[2]),)) == []


def test_boxes_that_meet() -> None:
    assert faults(boxes=(*BOXES[:3], Rect(35, 70, 30, 20))) == [Fault.OVERLAP]
    assert faults(boxes=(BOXES[0], Rect(80, 30, 30, 15), *BOXES[2:])) == [Fault.OVERFLOW, Fault.OVERLAP]


def test_what_leaves_the_sheet() -> None:
    assert faults(boxes=(*BOXES[:3], Rect(75, 70, 30, 20))) == [Fault.OVERFLOW]


@pytest.mark.parametrize("x", [5.0, 35.0])
def test_words_out_of_their_box(x: float) -> None:
    assert faults(texts=(text("丙", x, 84, BOXES[2]),)) == [Fault.OVERFLOW]


def test_words_upon_words() -> None:
    assert faults(texts=(text("丙", 20, 84, BOXES[2]), text("（己）", 10, 86, BOXES[2]))) == [Fault.OVERLAP]


def test_a_line_through_a_box() -> None:
    through = (Point(50, 50), Point(50, 60), Point(75, 60), Point(75, 80))
    assert faults(ways=(LEFT, through)) == [Fault.CROSSING]


def test_a_line_through_words_beside_the_boxes() -> None:
    assert set(faults(texts=(text("设在", 40, 63, Rect(40, 50, 25, 15)),))) == {Fault.CROSSING}


def test_lines_of_different_parents_that_touch() -> None:
    crossing = (Point(30, 50), Point(30, 65), Point(75, 65), Point(75, 70))
    assert faults(ways=(LEFT, crossing), parents=(0, 1)) == [Fault.CROSSING]


def test_type_that_is_too_small() -> None:
    assert faults(texts=(text("丙", 20, 84, BOXES[2], 8.0),)) == [Fault.SMALL]
