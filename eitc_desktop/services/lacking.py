"""What is said of characters of a text that no font of this computer can draw."""

from __future__ import annotations

from collections.abc import Sequence

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import document_name, place_of

_MOST = 20  # characters that are listed one by one


def describe_lacking(lacking: Sequence[str], provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Return a Chinese line on the characters *lacking*, and one for each: its code, how often and where first.

    A character that none of *provisions* has is not spoken of.
    """
    found = [line for char in lacking if (line := _describe(char, provisions))]
    if not found:
        return ("原文中的字符都能显示",)
    head = f"原文中有 {len(found)} 个字符没有字体可以显示，屏幕上会是空框；数据库本身不受影响"
    rest = [f"  其余 {len(found) - _MOST} 个从略"] if len(found) > _MOST else []
    return (head, *found[:_MOST], *rest)


def _describe(char: str, provisions: Sequence[Provision]) -> str:
    holders = [provision for provision in provisions if char in provision.text]
    if not holders:
        return ""
    first = holders[0]
    start = first.text.index(char)
    times = sum(provision.text.count(char) for provision in holders)
    place = f"{document_name(first)}{place_of(first, Span(start, start + 1))}"
    return f"  {char}（U+{ord(char):04X}）共 {times} 处，首见于{place}"
