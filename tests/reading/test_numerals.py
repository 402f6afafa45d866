"""Numbers as official texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.reading.numerals import parse_number

DIGITS = "零一二三四五六七八九"


def chinese(number: int, two: str = "二", bare_ten: bool = True) -> str:
    """Write 1 to 9999 as a person does: 十五, 一百零五, 一百一十, 两千零二十."""
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit == 0:
            zero = bool(words)
            continue
        if zero:
            words, zero = words + "零", False
        words += (two if digit == 2 and unit >= 100 else DIGITS[digit]) + name
    return words[1:] if bare_ten and words.startswith("一十") else words


def test_every_number_up_to_9999_is_read_back() -> None:
    wrong = {
        chinese(number, two, bare): number
        for number in range(1, 10_000)
        for two in "二两"
        for bare in (True, False)
        if parse_number(chinese(number, two, bare)) != number
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("294", 294),
        ("２９４", 294),
        ("0", 0),
        ("两", 2),
        ("十", 10),
        ("二十五", 25),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百一十", 110),
        ("二〇一〇", 2010),
        ("二○一四", 2014),
        ("一万", 10_000),
    ],
)
def test_numbers_as_they_are_met(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize("words", ["", "名", "二十名", "1.5", "1-2", "一至二", "主任", "百", "十十", "１２a", "²", "①"])
def test_what_is_no_number(words: str) -> None:
    assert parse_number(words) is None


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text(alphabet="零〇○一二三四五六七八九十百千万亿两廿卅1２٣²½①壹拾 .-", max_size=12))
def test_no_mixture_of_numerals_is_an_error(words: str) -> None:
    number = parse_number(words)
    assert number is None or number >= 0


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_digits_of_either_width(number: int) -> None:
    half = str(number)
    full = half.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert parse_number(half) == parse_number(full) == number


def test_a_very_long_number_is_no_error() -> None:
    for words in ("1" * 10_000, "一" * 10_000, "十" * 10_000, "千百十" * 5000):
        number = parse_number(words)
        assert number is None or number >= 0
