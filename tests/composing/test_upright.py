"""Headings of narrow columns."""

from __future__ import annotations

from eitc_desktop.composing.upright import Upright
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Rect, Style

STYLE = Style(Face.HEI, 10)


def test_a_heading_follows_the_rules_of_vertical_text() -> None:
    heading = Upright("研究室（政策、法规）", STYLE, 12, EvenMeasurer())
    text = heading.text(Rect(0, 0, 20, 200))
    assert text.words == "研究室（政策、法规）"
    assert text.as_one
    assert "".join(run.words for run in text.runs) == "研究室︵政策︑法规︶"
    assert (round(heading.width, 6), round(heading.height, 6)) == (12, 108)


def test_what_is_too_long_has_the_brackets_in_a_line_of_its_own() -> None:
    text = Upright("都市产业处（创意与设计产业处）", STYLE, 11, EvenMeasurer()).text(Rect(0, 0, 60, 200))
    name, second = text.runs[0], text.runs[5]
    assert second.words == "︵"
    assert second.x < name.x
