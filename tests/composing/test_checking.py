"""What is clipped is found."""

from __future__ import annotations

from eitc_desktop.composing.checking import clipped
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Box, Drawing, Face, Line, Placed, Point, Rect, Run, Style, Text

STYLE = Style(Face.SONG, 10)


def page(*texts: Text, boxes: tuple[Box, ...] = (), lines: tuple[Line, ...] = ()) -> Drawing:
    return Drawing(100, 100, boxes, lines, texts)


def text(words: str, x: float, y: float, width: float, *, turned: bool = False) -> Text:
    run = Run(words, x + 1.2, y, turned=True) if turned else Run(words, x, y + 8.8)
    return Text(words, (run,), STYLE, Rect(x, y, width, 10 * len(words) if turned else 10))


def faults(drawing: Drawing) -> list[str]:
    return [words.split("：")[0] for words in clipped(drawing, EvenMeasurer())]


def test_a_page_that_shows_all_has_no_faults() -> None:
    assert (
        faults(page(text("一行字", 10, 10, 30), text("竖", 50, 10, 10, turned=True), boxes=(Box(Rect(5, 5, 50, 20)),)))
        == []
    )


def test_words_wider_than_their_place_are_found() -> None:
    assert faults(page(text("一行字", 10, 10, 25))) == ["文字超出其位置"]
    assert faults(page(text("竖", 10, 10, 5, turned=True))) == ["文字超出其位置"]


def test_what_lies_beyond_the_paper_is_found() -> None:
    assert faults(page(text("一行字", 80, 10, 30))) == ["文字超出纸面"]
    assert faults(page(boxes=(Box(Rect(90, 90, 20, 5)),))) == ["框超出纸面"]
    assert faults(page(lines=(Line((Point(0, 0), Point(0, 101))),))) == ["线超出纸面"]


def test_words_over_words_are_found_in_parts_too() -> None:
    over = page(text("一行", 10, 10, 20), text("二行", 20, 12, 20))
    assert faults(over) == ["文字重叠"]
    assert faults(Drawing(100, 100, parts=(Placed(over, 0, 0),))) == ["文字重叠"]
