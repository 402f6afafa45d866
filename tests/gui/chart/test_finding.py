"""What is found, and in which order."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.content import ChartContent, ChartUnit
from eitc_desktop.gui.chart.finding import UnitFinder
from eitc_desktop.model.name_key import NameKey

KEYS = {
    key.name: key
    for key in (
        NameKey("省农业办公室", "sheng nong ye ban gong shi", "snybgs"),
        NameKey("办公室主任", "ban gong shi zhu ren", "bgszr"),
        NameKey("办公室", "ban gong shi", "bgs"),
        NameKey("宣传办公室", "xuan chuan ban gong shi", "xcbgs"),
    )
}
UNITS = (
    ChartUnit("农业局", nameplates=("省农业办公室",)),
    ChartUnit("宣传办公室", parent=0),
    ChartUnit("办公室主任", parent=0),
    ChartUnit("办公室", parent=0, ordinal="（一）"),
    ChartUnit("某处", parent=0),
)


@pytest.mark.parametrize("words", ["bgs", "bangongshi", "办公室", "BGS", "办gs"])
def test_a_whole_name_comes_first_then_a_beginning_then_the_text_s_order(words: str) -> None:
    assert UnitFinder(ChartContent("", UNITS), KEYS).find(words) == (3, 2, 0, 1)


def test_a_name_without_a_key_and_an_ordinal_are_found() -> None:
    finder = UnitFinder(ChartContent("", UNITS), {})
    assert finder.find("某处") == (4,)
    assert finder.find("（一）") == (3,)
    assert finder.find("农业") == (0,)
    assert finder.find("bgs") == finder.find(" ") == ()
