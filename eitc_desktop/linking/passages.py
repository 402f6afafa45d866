"""Words that two clauses have in common: the longest passages, as far as they tell a field and not a formula."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.linking.words import INSTRUMENTS, content_runs

_BREAKS = "。；"
_EDGES = "、，：和与及或的等并"


class Passage(NamedTuple):
    """The same words in two texts: where they begin in each, and how long they are."""

    first: int
    second: int
    length: int


_LEAST = 4
"""Characters that two clauses must have in common."""
_LONG = 6
"""A passage this long tells a field by fewer words of its own: the rest says what is done with it."""
_LEAST_OF_LONG = 2


class Passages:
    """Finds common passages; *statistics* say which words are too frequent to tell anything."""

    def __init__(self, statistics: WordStatistics, least: int = _LEAST) -> None:
        """*least*: characters that a passage must have."""
        self._statistics = statistics
        self._least = least

    def common(self, first: str, second: str) -> list[Passage]:
        """Return the longest telling passages of both texts, none overlapping another, in the order of the first."""
        kept: list[Passage] = []
        for passage in sorted(self._maximal(first, second), key=lambda found: (-found.length, found)):
            if all(_apart(passage, other) for other in kept):
                kept.append(passage)
        return sorted(kept)

    def _maximal(self, first: str, second: str) -> list[Passage]:
        found: list[Passage] = []
        above = [0] * (len(second) + 1)
        rows: list[list[int]] = []
        for char in first:
            row = [0] * (len(second) + 1)
            place = second.find(char) if char not in _BREAKS else -1
            while place >= 0:
                row[place + 1] = above[place] + 1
                place = second.find(char, place + 1)
            rows.append(row)
            above = row
        for i, row in enumerate(rows):
            below = rows[i + 1] if i + 1 < len(rows) else None
            for j, length in enumerate(row):
                ends = below is None or j == len(second) or below[j + 1] == 0
                if length >= self._least and ends:
                    passage = _trimmed(first, Passage(i - length + 1, j - length, length))
                    words = first[passage.first : passage.first + passage.length]
                    if passage.length >= self._least and self._tells(words):
                        found.append(passage)
        return found

    def _tells(self, words: str) -> bool:
        own = sum(self._own(run) for run in content_runs(words))
        return own >= (_LEAST_OF_LONG if len(words) >= _LONG else _LEAST)

    def _own(self, run: str) -> int:
        """Count the characters of *run* that belong to no instrument and no general word."""
        for instrument in INSTRUMENTS:
            run = run.replace(instrument, "")
        count = place = 0
        while place < len(run):
            pair = run[place : place + 2]
            if len(pair) == 2 and self._statistics.is_general(pair):
                place += 2
            else:
                count += 1
                place += 1
        return count


def _trimmed(text: str, passage: Passage) -> Passage:
    """Leave out what joins the passage to the words around it."""
    words = text[passage.first : passage.first + passage.length]
    left = len(words) - len(words.lstrip(_EDGES))
    return Passage(passage.first + left, passage.second + left, len(words.strip(_EDGES)))


def _apart(one: Passage, other: Passage) -> bool:
    in_first = one.first + one.length <= other.first or other.first + other.length <= one.first
    in_second = one.second + one.length <= other.second or other.second + other.length <= one.second
    return in_first and in_second
