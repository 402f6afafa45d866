"""How often words stand in the duties of one provision: what is in many of them tells none of them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_WEAK_SHARE = 0.15
"""A term in more than this share of the duties is a general word there (信息, 产业, 技术, 服务)."""
_WEAK_LEAST = 2
"""However few duties there are, a term in two of them still tells something,"""
_WEAK_FEW = 3
"""and so does one in three of them, if there is another that has it not."""
_GENERAL_SHARE = 0.1
"""A pair of characters in this share of the duties is a word of many fields, which others may stand beside."""


class WordStatistics:
    """Counts in how many of the *duties* of a provision words stand. Without any, nothing is weak.

    A pair of characters in fewer than *general_least* of them is never a general word.
    """

    def __init__(self, duties: Iterable[str], general_least: int = 2) -> None:
        self._duties = tuple(duties)
        self._general_least = general_least
        self._pairs: Counter[str] = Counter()
        for duty in self._duties:
            self._pairs.update({duty[i : i + 2] for i in range(len(duty) - 1)})
        self._known: dict[str, int] = {}

    def spread(self, term: str) -> int:
        """Return in how many duties *term* stands."""
        known = self._known.get(term)
        if known is None:
            known = self._pairs[term] if len(term) == 2 else sum(term in duty for duty in self._duties)
            self._known[term] = known
        return known

    def is_weak(self, term: str) -> bool:
        """Say whether *term* stands in so many duties that it must not match alone."""
        number = len(self._duties)
        return self.spread(term) > max(_WEAK_LEAST, min(_WEAK_FEW, number - 1), number * _WEAK_SHARE)

    def is_general(self, pair: str) -> bool:
        """Say whether two characters are a word of many duties: beside a term they leave it what it is."""
        return self.spread(pair) >= max(self._general_least, len(self._duties) * _GENERAL_SHARE)
