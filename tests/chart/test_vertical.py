"""Text from top to bottom."""

from __future__ import annotations

from eitc_desktop.chart.setting import Label, Part, Setter
from eitc_desktop.chart.vertical import cells_of
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Rect, Text


def cells(words: str) -> list[tuple[str, float, bool]]:
    return [tuple(cell) for cell in cells_of(words, lambda word: 0.5 * len(word))]


def label(*words: str, limit: float) -> Label:
    return Setter(EvenMeasurer()).wording(tuple(Part(one) for one in words), vertical=True).label(limit)


def texts(*words: str, limit: float) -> tuple[Text, ...]:
    setter = Setter(EvenMeasurer())
    made = setter.wording(tuple(Part(one) for one in words), vertical=True).label(limit)
    return setter.texts(made, Rect(0, 0, made.width * 10, made.height * 10), 10.0)


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


def test_the_name_stays_one_string_while_its_characters_stand_one_below_the_other() -> None:
    [text] = texts("研究室（政策）", limit=20)
    assert text.words == "研究室（政策）"
    assert text.as_one
    assert "".join(run.words for run in text.runs) == "研究室︵政策︶"
    assert [run.y for run in text.runs] == sorted(run.y for run in text.runs)
    assert len({run.x for run in text.runs}) == 1


def test_columns_go_from_right_to_left() -> None:
    name, second = texts("都市产业处", "（创意与设计产业处）", limit=11)
    assert max(run.x for run in second.runs) < min(run.x for run in name.runs)
    assert {run.y for run in name.runs[:1]} == {run.y for run in second.runs[:1]}


def test_a_second_name_stands_below_the_name_where_both_fit() -> None:
    name, second = texts("研究室", "（政策法规处）", limit=11)
    assert {run.x for run in name.runs} == {run.x for run in second.runs}
    assert min(run.y for run in second.runs) > max(run.y for run in name.runs)


def test_a_column_begins_with_no_closing_mark() -> None:
    made = label("某某（甲乙丙丁戊）处", limit=4.1)
    starts = [line[0].words[0] for line in made.lines]
    assert len(starts) > 2
    assert not set(starts) & set("）、，。")


def test_a_turned_word_stays_in_the_middle_of_its_column() -> None:
    [text] = texts("信息Linux处", limit=20)
    [turned] = [run for run in text.runs if run.turned]
    assert 0 < turned.x < 10
