"""Days as they are typed and as texts write them."""

from __future__ import annotations

import re
from datetime import date

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase
from eitc_desktop.reading.numerals import HAN_NUMERAL, parse_number

_NUMBER = rf"[\d{HAN_NUMERAL}]"
_IN_WORDS = re.compile(rf"({_NUMBER}{{4}})年({_NUMBER}{{1,3}})月({_NUMBER}{{1,3}})日")
_IN_FIGURES = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_EIGHT_FIGURES = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TODAY = ("今天", "今日", "today")


class NoDate(EitcError):
    """What was typed is no day of the calendar."""


def day_of(words: str) -> date | None:
    """Return the day that *words* write: 2026年11月27日, 二〇二六年…, 2026-11-27, 2026/11/27, 20261127; else None."""
    plain = "".join(words.split())
    if found := _IN_WORDS.fullmatch(plain) or _EIGHT_FIGURES.fullmatch(plain):
        parts = found.groups()
    elif found := _IN_FIGURES.fullmatch(plain):
        parts = (found[1], found[3], found[4])
    else:
        return None
    numbers = [number for part in parts if (number := parse_number(part)) is not None]
    try:
        return date(*numbers) if len(numbers) == len(parts) else None
    except ValueError:
        return None


def date_of_paper(typed: str, today: date) -> str:
    """Return 制表日期 as official papers write it: 2026年1月5日 (GB/T 9704-2012, 7.3.5.4); blank if nothing is typed.

    Raises:
        NoDate: if *typed* is no day.
    """
    plain = typed.strip()
    if not plain:
        return ""
    day = today if plain.lower() in _TODAY else day_of(plain)
    if day is None:
        raise NoDate(Phrase("Printing", "制表日期须是一个日期，如 2026年11月27日 或 2026-11-27，而不是“{0}”"), plain)
    return f"{day.year}年{day.month}月{day.day}日"
