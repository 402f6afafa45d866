"""Numbers as official texts write them: 294, ２９４, 二十三, 一百零五, 两."""

from __future__ import annotations

_DIGITS = dict(zip("零〇○一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}

HAN_NUMERAL = "零〇○一二两三四五六七八九十百千万"
"""Characters of a Chinese numeral, for use inside a regular expression's brackets."""


def parse_number(text: str) -> int | None:
    """Return the whole number that *text* writes in digits (half or full width) or Chinese numerals, else None.

    Chinese numerals go up to 九千九百九十九万…; a run of bare digits is read by place (二〇一四 → 2014).
    """
    text = text.strip()
    if not text or len(text) > 12:
        return None
    if text.isdecimal():
        return int(text)
    if "万" in text:
        high, _, low = text.partition("万")
        return _joined(_below_ten_thousand(high), 10_000, low)
    return _below_ten_thousand(text)


def _joined(high: int | None, scale: int, low: str) -> int | None:
    rest = _below_ten_thousand(low) if low else 0
    return None if not high or rest is None else high * scale + rest


def _below_ten_thousand(text: str) -> int | None:
    if len(text) > 1 and all(char in _DIGITS for char in text) and text[0] != "两":
        # 零五 after a larger unit is 5; 二〇一四 is read by place. Both are the same sum.
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif (unit := _UNITS.get(char)) is not None and unit < last_unit:
            if digit is None and not (unit == 10 and total == 0):
                return None  # 百 alone is no number, 十 alone is ten
            total += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        else:
            return None
    return total + (digit or 0) if text else None
