"""Room that the screen asks for beside the boxes of a chart."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.checks import Drawn, check
from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import PLANNERS, ChartLayout, lay_out
from eitc_desktop.chart.opening import opened
from eitc_desktop.drawing.measuring import EvenMeasurer

ROOM = 40.0


def laid_out(content: ChartContent, kind: LayoutKind) -> tuple[ChartLayout, ChartLayout]:
    rooms = {number: ROOM for number, unit in enumerate(content.units) if unit.kind is ChartKind.DIVISION}
    before = lay_out(content, kind, None, EvenMeasurer())
    return before, opened(before, rooms, sideways=kind is LayoutKind.SIDEWAYS)


@pytest.mark.parametrize("kind", PLANNERS)
def test_divisions_get_their_room_and_the_chart_stays_sound(content: ChartContent, kind: LayoutKind) -> None:
    before, after = laid_out(content, kind)
    rects = dict(after.placed)
    for number, unit in enumerate(content.units):
        if unit.kind is ChartKind.DIVISION:
            rect = rects[number]
            room = (
                rect._replace(x=rect.right, width=ROOM)
                if kind is LayoutKind.SIDEWAYS
                else rect._replace(y=rect.bottom, height=ROOM)
            )
            assert not any(room.meets(other) for other in rects.values()), unit.name
            assert (rect.width, rect.height) == dict(before.placed)[number][2:]
    drawn = Drawn(content, after.drawing, after.placed, after.edges)
    assert check(drawn, EvenMeasurer(), 9.0) == ()


@pytest.mark.parametrize("kind", PLANNERS)
def test_who_asks_for_no_room_gets_the_same_chart(content: ChartContent, kind: LayoutKind) -> None:
    before = lay_out(content, kind, None, EvenMeasurer())
    assert opened(before, {}, sideways=kind is LayoutKind.SIDEWAYS) == before


def test_the_offices_beside_the_body_are_not_torn_apart(content: ChartContent) -> None:
    before = lay_out(content, LayoutKind.OFFICIAL, None, EvenMeasurer())
    first = next(number for number, unit in enumerate(content.units) if unit.kind is ChartKind.HOSTED_OFFICE)
    after = opened(before, {first: ROOM})
    assert dict(after.placed)[0] == dict(before.placed)[0]
