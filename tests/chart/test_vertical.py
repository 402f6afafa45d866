"""The words of boxes from top to bottom."""

from __future__ import annotations

from eitc_desktop.chart.setting import Label, Part, Setter
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Rect, Text


def label(*words: str, limit: float) -> Label:
    return Setter(EvenMeasurer()).wording(tuple(Part(one) for one in words), vertical=True).label(limit)


def texts(*words: str, limit: float) -> tuple[Text, ...]:
    setter = Setter(EvenMeasurer())
    made = setter.wording(tuple(Part(one) for one in words), vertical=True).label(limit)
    return setter.texts(made, Rect(0, 0, made.width * 10, made.height * 10), 10.0)


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
