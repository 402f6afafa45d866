"""Where one looks from, and what lies in an area: held against asking every box."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.chart.content import ChartContent, ChartUnit
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.broad import BroadSheet
from eitc_desktop.gui.chart.camera import Camera, fitted
from eitc_desktop.gui.chart.rows import Rows

NAMES = ("办公室", "产业投资处", "信息基础设施管理和网络安全处", "IT", "国际合作处")


@st.composite
def contents(draw: st.DrawFn) -> ChartContent:
    """A chart without a provision."""
    count = draw(st.integers(1, 40))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=count, max_size=count))
    parents = [None, *(draw(st.integers(0, unit - 1)) for unit in range(1, count))]
    units = (ChartUnit(name, parent=parent) for name, parent in zip(names, parents, strict=True))
    return ChartContent("", tuple(units))


AREAS = st.builds(Rect, st.floats(-50, 900), st.floats(-50, 400), st.floats(0.5, 700), st.floats(0.5, 300))


@given(contents(), AREAS, st.booleans())
def test_boxes_in_an_area_are_those_that_meet_it(content: ChartContent, area: Rect, sideways: bool) -> None:
    sheet = BroadSheet(content, EvenMeasurer(), sideways=sideways)
    found = set(sheet.boxes_in(area))
    for box in range(sheet.count):
        rect = sheet.rect(box)
        if rect.meets(area):
            assert box in found
        elif box in found:  # at most its edge is shared
            assert rect.x <= area.right
            assert rect.right >= area.x
            assert rect.y <= area.bottom
            assert rect.bottom >= area.y


@given(contents(), st.booleans())
def test_texts_stand_in_their_boxes_and_boxes_on_the_sheet(content: ChartContent, sideways: bool) -> None:
    sheet = BroadSheet(content, EvenMeasurer(), sideways=sideways)
    whole = Rect(0, 0, *sheet.size)
    drawing = sheet.part(whole)
    assert len(drawing.boxes) == len(drawing.texts) == sheet.count
    for box, text in zip(drawing.boxes, drawing.texts, strict=True):
        assert whole.holds(box.rect)
        for run in text.runs:
            advance = EvenMeasurer().advance(run.words, text.style)
            assert box.rect.holds(Rect(run.x, run.y - text.style.size * 0.88, advance, text.style.size))
    ways = [sheet.way_to(box) for box in range(sheet.count)]
    for box, way in enumerate(ways[1:], 1):
        parent = content.units[box].parent or 0
        first, last = (sheet.rect(parent), sheet.rect(box))
        assert first.holds(Rect(way[0].x, way[0].y, 0, 0))
        assert last.holds(Rect(way[-1].x, way[-1].y, 0, 0))


@given(contents(), st.floats(0.2, 400.0), st.booleans())
def test_from_afar_every_box_is_still_seen(content: ChartContent, grain: float, sideways: bool) -> None:
    sheet = BroadSheet(content, EvenMeasurer(), sideways=sideways)
    seen = sheet.contours(Rect(0, 0, *sheet.size), grain).boxes
    for box in range(sheet.count):
        rect = sheet.rect(box)
        assert any(each.holds(Rect(rect.x, rect.y, rect.width, rect.height)) for each in seen)
    assert len(seen) <= sheet.count


def test_rows_give_what_meets_an_area_and_merge_what_is_near() -> None:
    rows = Rows.of([0.0, 12.0, 30.0, 5.0], [10.0, 20.0, 40.0, 6.0], [0.0, 0.0, 0.0, 50.0], [8.0, 30.0, 8.0, 1.0])
    assert [each.number for each in rows.in_area(Rect(11, 20, 2, 2))] == [1]
    assert [each.number for each in rows.in_area(Rect(-9, -9, 99, 99))] == [0, 1, 2, 3]
    merged = list(rows.merged(5.0).in_area(Rect(-9, -9, 99, 99)))
    assert [(each.start, each.end, each.height) for each in merged] == [(0, 20, 30), (30, 40, 8), (5, 6, 1)]
    assert list(Rows.of([], [], [], []).in_area(Rect(0, 0, 1, 1))) == []


@given(st.floats(0.01, 20), st.floats(0.01, 20), st.integers(0, 800), st.integers(0, 600))
def test_zooming_keeps_the_place_under_the_pointer(before: float, after: float, x: int, y: int) -> None:
    camera = Camera(before, 37, -91)
    there = camera.to_sheet(x, y)
    here = camera.zoomed(after, x, y)
    seen = here.to_view(Rect(*there, 0, 0))
    assert (seen.x, seen.y) == (pytest.approx(x, abs=0.51), pytest.approx(y, abs=0.51))


def test_a_sheet_is_fitted_into_the_middle_and_never_lost() -> None:
    camera = fitted((200, 100), (400, 400), inf)
    seen = camera.to_view(Rect(0, 0, 200, 100))
    assert (seen.x, seen.right) == (16, 384)
    assert seen.y == pytest.approx(400 - seen.bottom, abs=1)
    assert fitted((200, 100), (400, 400), 1.0).scale == 1.0
    assert Camera(1.0, -5000, 9000).kept((200, 100), (400, 400)) == Camera(1.0, 100, 150)
    assert camera.kept((200, 100), (400, 400)) == camera


@given(st.integers(1, 2000), st.integers(1, 2000), st.integers(-9000, 9000), st.integers(-9000, 9000))
def test_no_room_of_the_view_is_left_unused(width: int, height: int, left: int, top: int) -> None:
    camera = Camera(1.0, left, top).kept((width, height), (400, 300))
    for start, length, room, strip in zip(
        (camera.left, camera.top), (width, height), (400, 300), camera.strips((width, height), (400, 300)), strict=True
    ):
        if length <= room:
            assert start == pytest.approx((room - length) / 2, abs=1)
            assert strip == (0, 0)
        else:
            assert room - length - 16 <= start <= 16
            assert 0 <= strip.start <= strip.hidden == length + 32 - room
    assert camera.kept((width, height), (400, 300)) == camera
