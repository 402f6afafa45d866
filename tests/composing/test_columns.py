"""How widths are shared out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.composing.columns import Wish, column_widths, spread
from eitc_desktop.composing.even import even_lines
from eitc_desktop.composing.page import PaperTooSmall
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Face, Style
from eitc_desktop.model.papers import Align, Column, Row, Table, cell

WISHES = st.builds(
    lambda least, more, share: Wish(least, least + more, share),
    st.floats(0, 300),
    st.floats(0, 2000),
    st.floats(0.1, 50),
)


@given(st.lists(WISHES, min_size=1, max_size=8), st.floats(200, 1200))
def test_all_of_the_width_is_shared_out_and_no_column_vanishes(wishes: list[Wish], width: float) -> None:
    widths = spread(wishes, width, 14)
    assert sum(widths) == pytest.approx(width)
    assert min(widths) >= 14 - 0.01
    if sum(max(wish.least, 14) for wish in wishes) <= width:
        assert all(got >= wish.least - 0.01 for got, wish in zip(widths, wishes, strict=True))


def test_more_columns_than_characters_have_room_are_refused() -> None:
    with pytest.raises(PaperTooSmall):
        spread([Wish(0, 0, 1)] * 20, 200, 14)


def test_clauses_and_what_stands_in_brackets_are_not_broken() -> None:
    columns = (Column("原文", 90), Column("条款", 1, Align.CENTRE), Column("等级", 1, Align.CENTRE))
    rows = (Row((cell("推进" * 60), cell("二（十七）[5]"), cell("B 名称对应（部分）"))),)
    _, clause, grade = column_widths(Table("", columns, rows), 300, EvenMeasurer(), 10, 1)
    assert clause >= 65
    assert even_lines("B 名称对应（部分）", Style(Face.SONG, 10), grade - 7, EvenMeasurer())[-1] == "（部分）"


def test_a_long_piece_that_can_be_cut_takes_no_more_than_its_columns_share() -> None:
    columns = (Column("原文", 20), Column("意见", 35), Column("说明", 20))
    words = "汉" * 300
    link = Row((cell(words), cell("https://example.gov.cn/" + "a" * 90), cell(words)))
    widths = column_widths(Table("", columns, (link,)), 400, EvenMeasurer(), 10, 1)
    assert widths == (pytest.approx(400 * 20 / 75), pytest.approx(400 * 35 / 75), pytest.approx(400 * 20 / 75))


def test_columns_to_write_in_by_hand_are_wide_enough_though_nothing_stands_there() -> None:
    columns = (Column("意见", 60), Column("采纳情况", 4, least=18), Column("说明", 4, least=25))
    rows = tuple(Row((cell("汉" * 300), cell("—"), cell("—"))) for _ in range(3))
    _, adopted, told = column_widths(Table("", columns, rows), 500, EvenMeasurer(), 10, 1)
    assert adopted >= 18 * MM - 0.01
    assert told >= 25 * MM - 0.01


def test_short_tables_keep_their_shares() -> None:
    columns = (Column("甲", 1), Column("乙", 3))
    widths = column_widths(Table("", columns, (Row((cell("一"), cell("二"))),)), 400, EvenMeasurer(), 10, 1)
    assert widths == (pytest.approx(100), pytest.approx(300))
