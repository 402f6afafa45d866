"""Text from top to bottom."""

from __future__ import annotations

from itertools import pairwise

from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.drawing.vertical import cells_of, set_down


def cells(words: str) -> list[tuple[str, float, bool]]:
    return [tuple(cell) for cell in cells_of(words, lambda word: 0.5 * len(word))]


def test_marks_take_their_vertical_forms() -> None:
    assert [cell[0] for cell in cells("（《“甲、乙”》）")] == ["︵", "︽", "﹃", "甲", "︑", "乙", "﹄", "︾", "︶"]


def test_two_figures_stand_side_by_side_more_are_turned() -> None:
    assert cells("第5处") == [("第", 1.0, False), ("5", 1.0, False), ("处", 1.0, False)]
    assert cells("12处")[0] == ("12", 1.0, False)
    assert cells("2014年")[0] == ("2014", 2.0, True)
    assert cells("1-2名")[0] == ("1-2", 1.5, True)


def test_latin_words_are_turned_and_a_letter_alone_is_not() -> None:
    assert cells("IT处")[0] == ("IT", 1.0, True)
    assert cells("A座")[0] == ("A", 1.0, False)


def test_a_dash_alone_is_turned_and_a_blank_only_takes_room() -> None:
    assert cells("甲-乙")[1] == ("-", 0.5, True)
    assert cells("甲 乙")[1] == ("", 0.5, False)


def test_cells_stand_below_each_other_as_far_apart_as_is_asked() -> None:
    style, measurer = Style(Face.SONG, 10), EvenMeasurer()
    upright = cells_of("甲（乙）", lambda word: float(len(word)), 1.2)
    assert [cell.length for cell in upright] == [1.2] * 4
    runs = [*set_down(upright, 50, 100, style, measurer)]
    assert "".join(run.words for run in runs) == "甲︵乙︶"
    assert [round(low.y - high.y, 6) for high, low in pairwise(runs)] == [12] * 3
    assert {run.x + measurer.advance(run.words, style) / 2 for run in runs} == {50}
    first = runs[0].y + (measurer.descent(style) - measurer.ascent(style)) / 2  # the middle of the first cell
    assert round(first, 6) == 106


def test_a_turned_word_hangs_from_the_top_of_its_cell() -> None:
    style, measurer = Style(Face.SONG, 10), EvenMeasurer()
    one, word, two = set_down(cells_of("甲2014乙", lambda word: 0.5 * len(word)), 50, 100, style, measurer)
    assert (word.turned, word.y, one.turned, two.turned) == (True, 110, False, False)
    assert round(two.y - one.y, 6) == 30
