"""Where lines break."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.drawing.breaking import NOT_FIRST, NOT_LAST, TERMS, break_evenly, break_lines, pieces_of
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style

EVEN = EvenMeasurer()
STYLE = Style(Face.SONG, 10.0)
WORDS = st.text("办公室（）《》、，。“”信息化 abc12-—…", max_size=40)


@given(WORDS)
def test_pieces_are_the_words_again(words: str) -> None:
    assert "".join(pieces_of(words)) == words


@given(WORDS, st.floats(30, 200))
def test_no_mark_stands_where_it_must_not(words: str, width: float) -> None:
    pieces = pieces_of(words)
    for before, after in pairwise(pieces):
        assert after[0] not in NOT_FIRST
        assert before[-1] not in NOT_LAST
    for line in break_lines(words, STYLE, width, EVEN):
        assert EVEN.advance(line, STYLE) <= width or len(line) == 1
    assert "".join(break_lines(words, STYLE, width, EVEN)).replace(" ", "") == words.replace(" ", "")


def test_latin_words_and_numbers_stay_whole() -> None:
    assert pieces_of("设25个Linux处") == ("设", "25", "个", "Linux", "处")
    assert break_lines("设25个Linux处", STYLE, 30.0, EVEN) == ("设25个", "Linux", "处")


def test_what_is_to_be_kept_is_kept_where_it_fits() -> None:
    assert break_lines("研究室（政策法规处）", STYLE, 75.0, EVEN, ["（政策法规处）"]) == ("研究室", "（政策法规处）")
    assert break_lines("（政策法规处）", STYLE, 40.0, EVEN, ["（政策法规处）"]) == ("（政策法", "规处）")


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert break_lines("informatisation", STYLE, 25.0, EVEN) == ("infor", "matis", "ation")


def test_a_line_end_begins_a_new_line() -> None:
    assert break_lines("甲\n乙", STYLE, 100.0, EVEN) == ("甲", "乙")
    assert break_lines("", STYLE, 100.0, EVEN) == ("",)


@pytest.mark.parametrize(
    ("words", "count", "lines"),
    [
        ("节能与综合利用处", 2, ("节能与", "综合利用处")),
        ("信息基础设施管理处", 2, ("信息基础", "设施管理处")),
        ("上海市促进中小企业发展协调办公室", 2, ("上海市促进中小企业", "发展协调办公室")),
        ("上海市征信管理办公室", 3, ("上海市", "征信管理", "办公室")),
        ("办公室", 1, ("办公室",)),
        ("处", 3, ("处",)),
    ],
)
def test_even_lines_rather_end_beside_a_term(words: str, count: int, lines: tuple[str, ...]) -> None:
    assert break_evenly(words, STYLE, count, EVEN) == lines


def test_even_lines_keep_what_they_are_told() -> None:
    words = "市国防科技工业办公室专职副主任"
    assert break_evenly(words, STYLE, 2, EVEN, ("市国防科技工业办公室",)) == ("市国防科技工业办公室", "专职副主任")


@given(st.text("信息化推进处办公室（）、", min_size=1, max_size=30), st.integers(1, 6))
def test_even_lines_are_no_more_than_asked_and_lose_nothing(words: str, count: int) -> None:
    lines = break_evenly(words, STYLE, count, EVEN)
    assert 1 <= len(lines) <= count
    assert "".join(lines) == words
    assert all(line[0] not in NOT_FIRST for line in lines[1:])


def test_terms_are_words_of_more_than_one_character() -> None:
    assert all(len(term) > 1 for term in TERMS)
