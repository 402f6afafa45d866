"""The offices named in what was pasted from a document or a table."""

from __future__ import annotations

import re

from eitc_desktop.reviewing.cleaning import clean_line

_DIGITS = r"[0-9０-９]"
_CHINESE = "[一二三四五六七八九十百]"
_NUMBER = re.compile(
    rf"\s*(?:[（(]\s*(?:{_DIGITS}+|{_CHINESE}+)\s*[)）]"  # （1） (一)
    rf"|{_DIGITS}+\s*(?:[、)）]|[.．](?!{_DIGITS}))"  # 1. 1、 1）
    rf"|{_CHINESE}+、"  # 一、
    r"|[①-⑳])\s*"
)
_ALONE = re.compile(rf"\s*{_DIGITS}+\s*")
_BETWEEN = frozenset("、，,；;")
_OPENING, _CLOSING = frozenset("（(〔[【《〈“"), frozenset("）)〕]】》〉”")


def office_names(pasted: str) -> tuple[str, ...]:
    """Return the names in *pasted*, each once, in their order.

    Of a table's row it is the first cell that is more than a number; several names in a line are told apart by 、，；
    outside brackets; a number before a name is dropped.
    """
    found: dict[str, None] = {}
    for line in pasted.splitlines():
        cells = (_NUMBER.sub("", cell, count=1) if _NUMBER.match(cell) else cell for cell in line.split("\t"))
        first = next((cell for cell in cells if cell.strip() and not _ALONE.fullmatch(cell)), "")
        for part in _apart(first):
            name = clean_line(_NUMBER.sub("", part, count=1) if _NUMBER.match(part) else part)
            if name:
                found[name] = None
    return tuple(found)


def _apart(words: str) -> list[str]:
    """Return the parts between the marks of *words* that stand in no brackets."""
    parts, depth = [""], 0
    for character in words:
        depth = max(depth + (character in _OPENING) - (character in _CLOSING), 0)
        if character in _BETWEEN and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts
