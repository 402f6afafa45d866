"""Which characters differ between the text's own words and those proposed in their place."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

Place = tuple[int, int]
"""``[start, end)`` in characters."""

_MOST = 4_000_000  # pairs of characters that are compared one by one; beyond, the middle differs as a whole


class Differing(NamedTuple):
    """The characters that only the original has, and those that only the proposal has, each in its own order."""

    removed: tuple[Place, ...]
    added: tuple[Place, ...]


def differing(original: str, proposed: str) -> Differing:
    """Compare *original* and *proposed* character by character."""
    head = _common(original, proposed)
    tail = _common(original[head:][::-1], proposed[head:][::-1])
    old, new = original[head : len(original) - tail], proposed[head : len(proposed) - tail]
    if not old or not new or len(old) * len(new) > _MOST:
        return Differing(_place(head, len(old)), _place(head, len(new)))
    removed: list[Place] = []
    added: list[Place] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            removed += _place(head + i1, i2 - i1)
            added += _place(head + j1, j2 - j1)
    return Differing(tuple(removed), tuple(added))


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def _place(start: int, length: int) -> tuple[Place, ...]:
    return ((start, start + length),) if length else ()
