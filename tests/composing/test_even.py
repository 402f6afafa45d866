"""Words in the middle of their place."""

from __future__ import annotations

from eitc_desktop.composing.even import even_lines
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style

STYLE, MEASURER = Style(Face.SONG, 10.0), EvenMeasurer()


def test_a_name_is_broken_into_even_lines() -> None:
    assert even_lines("信息基础设施管理处", STYLE, 70, MEASURER) == ("信息基础", "设施管理处")


def test_brackets_stay_whole() -> None:
    assert even_lines("都市产业处（创意处）", STYLE, 80, MEASURER) == ("都市产业处", "（创意处）")


def test_running_text_fills_its_lines() -> None:
    words = "负责本市信息基础设施建设的规划协调和管理" * 40
    assert even_lines(words, STYLE, 70, MEASURER) == break_lines(words, STYLE, 70, MEASURER)
