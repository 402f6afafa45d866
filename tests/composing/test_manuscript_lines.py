from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.composing.manuscript_lines import SetLine, set_lines
from eitc_desktop.drawing.breaking import NOT_FIRST, NOT_LAST
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style

STYLE = Style(Face.FANG, 16)
CELL = 15.8
ACROSS = 28
MEASURE = ACROSS * CELL
CLOSING = "，。、；：）〕】》〉”’"
OPENING = "（〔【《〈“‘"

HAN = st.text("经济信息化委员会机关行政编制名处室职责", min_size=1, max_size=9)
LATIN = st.from_regex(r"[A-Za-z0-9]{1,6}(-[0-9]{1,3})?", fullmatch=True)
BRACKETED = st.builds(
    lambda pair, words: pair[0] + words + pair[1], st.sampled_from(["（）", "〔〕", "《》", "“”"]), HAN
)
PHRASE = st.builds(
    lambda words, mark: words + mark, st.one_of(HAN, LATIN, BRACKETED), st.sampled_from([*"，。、；：", ""])
)
PARAGRAPH = st.lists(PHRASE, min_size=1, max_size=60).map("".join)


def setting(words: str, keep: str = "") -> tuple[SetLine, ...]:
    return set_lines(words, STYLE, EvenMeasurer(), CELL, MEASURE, 2 * CELL, keep)


def reach(words: str) -> float:
    return CELL if ord(words[0]) >= 0x2E80 or words in "“”‘’—…" else EvenMeasurer().advance(words, STYLE)


@given(PARAGRAPH)
def test_every_character_is_there_in_order_and_within_the_line(words: str) -> None:
    lines = setting(words)
    assert "".join(line.words for line in lines) == words
    for line in lines:
        assert "".join(each for each, _ in line.placed) == line.words
        places = [x for _, x in line.placed]
        assert places == sorted(places)
        for each, x in line.placed:
            left = x + (CELL / 2 if each in OPENING else 0)  # the half of a mark that is empty may be given up
            right = x + reach(each) - (CELL / 2 if each in CLOSING else 0)
            assert left >= -0.01
            assert right <= MEASURE + 0.01


@given(PARAGRAPH)
def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(words: str) -> None:
    lines = setting(words)
    assert not [line.words for line in lines[1:] if line.words[0] in NOT_FIRST]
    assert not [line.words for line in lines[:-1] if line.words[-1] in NOT_LAST]


@given(PARAGRAPH)
def test_no_number_and_no_latin_word_is_cut(words: str) -> None:
    for one, other in zip(setting(words), setting(words)[1:], strict=False):
        ends, begins = one.words[-1], other.words[0]
        assert not (ends.isascii() and begins.isascii() and ends.isalnum() and begins.isalnum())


def test_plain_lines_hold_28_characters_and_the_first_two_less() -> None:
    lines = setting("机" * (26 + 28 + 28 + 5))
    assert [len(line.words) for line in lines] == [26, 28, 28, 5]
    assert [line.placed[0].x for line in lines] == pytest.approx([2 * CELL, 0, 0, 0])
    assert [place.x for place in lines[1].placed] == pytest.approx([i * CELL for i in range(28)])


def test_a_mark_that_would_begin_a_line_comes_into_the_one_before() -> None:
    lines = setting("机" * 10 + "，" + "关" * 15 + "。" + "处" * 20)
    assert [line.words[-1] for line in lines] == ["。", "处"]
    assert len(lines[0].words) == 27
    # its own empty half and that of the other mark make its room
    assert lines[0].placed[-1].x == pytest.approx(MEASURE - CELL / 2)


def test_a_mark_without_others_to_narrow_takes_a_character_down_with_it() -> None:
    lines = setting("机" * 26 + "。" + "处" * 20)
    assert [line.words[:3] for line in lines] == ["机机机", "机。处"]
    assert len(lines[0].words) == 25
    assert lines[0].placed[-1].x == pytest.approx(MEASURE - CELL)  # spaced out to the full width


def test_an_opening_mark_goes_down_with_what_it_opens() -> None:
    lines = setting("机" * 25 + "《关》" + "处" * 20)
    assert lines[1].words.startswith("《关》")


def test_what_is_kept_stays_in_one_line_and_what_needs_too_much_space_is_left_short() -> None:
    words = "机" * 22 + "〔原文二（十七）〕。"
    lines = setting(words, keep="〔原文二（十七）〕")
    assert [line.words for line in lines] == ["机" * 22, "〔原文二（十七）〕。"]
    assert lines[0].placed[-1].x == pytest.approx((2 + 21) * CELL)
    assert [line.words for line in setting(words)] != [line.words for line in lines]


def test_a_word_wider_than_a_line_is_cut_and_paragraphs_begin_anew() -> None:
    lines = setting("x" * 120 + "\n第二段")
    assert "".join(line.words for line in lines) == "x" * 120 + "第二段"
    assert lines[-1].words == "第二段"
    assert lines[-1].placed[0].x == pytest.approx(2 * CELL)


def test_white_space_at_a_lines_end_is_dropped() -> None:
    lines = setting("机" * 26 + "   " + "关关")
    assert [line.words for line in lines] == ["机" * 26, "关关"]


def test_pieces_at_the_type_own_pitch_are_set_in_one_go() -> None:
    (line,) = set_lines("机关25个（处）", STYLE, EvenMeasurer(), 16, 400)
    assert [words for words, _ in line.joined(16)] == ["机关", "25", "个（处）"]
