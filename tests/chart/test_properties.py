"""Whatever tree there is: nothing overlaps, overflows or crosses, in any layout."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.chart.checks import Fault
from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, Tie
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import PLANNERS, lay_out
from eitc_desktop.drawing.measuring import EvenMeasurer

HAN = st.text("办公室研究政策法规处人事教育综合划结构调整推进经济运行技术进步航空产业投资外科", min_size=1, max_size=18)
MARKED = st.lists(
    st.sampled_from(["信息化", "（", "）", "《", "》", "“", "”", "、", "，", "—", "·", "处"]), min_size=1, max_size=8
)
LATIN = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789 -&.", min_size=1, max_size=24)
MIXED = st.lists(st.one_of(HAN, LATIN), min_size=1, max_size=3).map("".join)
NAMES = st.one_of(HAN, MIXED, LATIN, MARKED.map("".join)).filter(lambda name: bool(name.strip()))
SEVERAL = st.lists(NAMES, max_size=2).map(tuple)
AREAS = st.sampled_from([(757.0, 440.0), (510.0, 690.0), (1105.0, 700.0), (300.0, 900.0)])
ORDINALS = st.sampled_from(["", "（一）", "（二十五）"])


@st.composite
def contents(draw: st.DrawFn) -> ChartContent:
    """A body with posts, divisions to any depth, offices it hosts, and units that work together with some of them."""
    units = [ChartUnit(draw(NAMES), ChartKind.BODY, nameplates=draw(SEVERAL))]
    amounts = st.sampled_from([None, "1名", "1-2名", "12名"])
    units += [ChartUnit(name, ChartKind.POST, 0, amount=draw(amounts)) for name in draw(st.lists(NAMES, max_size=5))]
    homes = [0]
    for name in draw(st.lists(NAMES, max_size=24)):
        home = draw(st.sampled_from(homes[-draw(st.integers(1, 6)) :]))
        homes.append(len(units))
        second, plates = draw(SEVERAL), draw(SEVERAL)
        units.append(ChartUnit(name, parent=home, ordinal=draw(ORDINALS), second_names=second, nameplates=plates))
    units += [ChartUnit(name, ChartKind.HOSTED_OFFICE, 0) for name in draw(st.lists(NAMES, max_size=3))]
    ties: list[Tie] = []
    for name in draw(st.lists(NAMES, max_size=4)):
        ties.append(Tie(draw(st.sampled_from(homes)), len(units)))
        units.append(ChartUnit(name, ChartKind.OUTSIDE))
    return ChartContent("某机关机构设置图", tuple(units), tuple(ties))


@pytest.mark.parametrize("kind", PLANNERS)
@settings(deadline=None)
@given(content=contents(), area=AREAS)
def test_nothing_is_wrong_but_perhaps_the_size(
    kind: LayoutKind, content: ChartContent, area: tuple[float, float]
) -> None:
    layout = lay_out(content, kind, area, EvenMeasurer())
    assert [finding for finding in layout.findings if finding.fault is not Fault.SMALL] == []
    assert sorted(unit for unit, _ in layout.placed) == list(range(len(content.units)))
    assert (layout.drawing.width, layout.drawing.height) == area
    within = [(edge.parent, edge.child) for edge in layout.edges]
    tied = [(tie.unit, tie.other) for tie in content.ties]
    own = [(unit.parent, i) for i, unit in enumerate(content.units) if i and unit.parent is not None]
    own = [(parent, i) for parent, i in own if content.units[i].kind is not ChartKind.POST]
    assert sorted(within) == sorted([*own, *tied])


@pytest.mark.parametrize("kind", PLANNERS)
@settings(max_examples=10, deadline=None)
@given(content=contents())
def test_without_a_sheet_the_drawing_is_as_large_as_the_chart(kind: LayoutKind, content: ChartContent) -> None:
    layout = lay_out(content, kind, None, EvenMeasurer(), type_size=10.0)
    assert layout.findings == ()
    assert layout.type_size == 10.0
