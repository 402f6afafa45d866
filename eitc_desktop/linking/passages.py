"""Words that two clauses have in common: the longest passages, as far as they tell a field and not a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.linking.words import INSTRUMENTS, begins_word, content_runs

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
_CROWD = 64
"""What more texts than this have in common is a formula, and no sign that two of them treat one thing."""


class Passages:
    """Finds common passages; *statistics* say which words are too frequent to tell anything."""

    def __init__(self, statistics: WordStatistics, least: int = _LEAST, begun: int = 1) -> None:
        """*least*: characters that a passage must have; *begun*: in how many of both texts a word must begin with it.

        水利基础设施建设 and 交通基础设施建设 have a piece in common and no subject.
        """
        self._statistics = statistics
        self._least = least
        self._begun = begun

    def index(self, texts: Iterable[str]) -> Index:
        """Prepare *texts* for finding those that may have a passage in common with another."""
        return Index(texts, self._least)

    def common(self, first: str, second: str) -> list[Passage]:
        """Return the longest telling passages of both texts, none overlapping another, in the order of the first."""
        kept: list[Passage] = []
        for passage in sorted(set(self._telling(first, second)), key=lambda found: (-found.length, found)):
            if all(_apart(passage, other) for other in kept):
                kept.append(passage)
        return sorted(kept)

    def _telling(self, first: str, second: str) -> Iterator[Passage]:
        for whole in _maximal(first, second, self._least):
            passage = _trimmed(first, whole)
            words = first[passage.first : passage.first + passage.length]
            begun = begins_word(first, passage.first) + begins_word(second, passage.second)
            if passage.length >= self._least and begun >= self._begun and self._tells(words):
                yield passage

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


class Index:
    """Tells which of many texts have so many characters on end in common with another: only those are compared."""

    def __init__(self, texts: Iterable[str], least: int) -> None:
        self._least = least
        self._holders: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for piece in {piece for _place, piece in _pieces(text, least)}:
                self._holders.setdefault(piece, []).append(number)

    def near(self, text: str) -> list[int]:
        """Return the numbers of the texts that may have a passage in common with *text*."""
        holders = (self._holders.get(piece, []) for piece in {piece for _place, piece in _pieces(text, self._least)})
        return sorted({number for found in holders if len(found) <= _CROWD for number in found})


def _pieces(text: str, length: int) -> Iterator[tuple[int, str]]:
    """Yield every run of *length* characters with its place, none across a break."""
    start = 0
    for place, char in enumerate(text):
        if char in _BREAKS:
            start = place + 1
        elif place + 1 - start >= length:
            yield place + 1 - length, text[place + 1 - length : place + 1]


def _maximal(first: str, second: str, least: int) -> Iterator[Passage]:
    """Yield the passages of both texts that can't be longer at either end, from pieces that both have."""
    places: dict[str, list[int]] = {}
    for i, piece in _pieces(first, least):
        places.setdefault(piece, []).append(i)
    for j, piece in _pieces(second, least):
        for i in places.get(piece, ()):
            if i and j and first[i - 1] == second[j - 1] and first[i - 1] not in _BREAKS:
                continue  # a piece of a passage that has been found
            length = least
            while _same(first, i + length, second, j + length):
                length += 1
            yield Passage(i, j, length)


def _same(first: str, i: int, second: str, j: int) -> bool:
    return i < len(first) and j < len(second) and first[i] == second[j] and first[i] not in _BREAKS


def _trimmed(text: str, passage: Passage) -> Passage:
    """Leave out what joins the passage to the words around it."""
    words = text[passage.first : passage.first + passage.length]
    left = len(words) - len(words.lstrip(_EDGES))
    return Passage(passage.first + left, passage.second + left, len(words.strip(_EDGES)))


def _apart(one: Passage, other: Passage) -> bool:
    in_first = one.first + one.length <= other.first or other.first + other.length <= one.first
    in_second = one.second + one.length <= other.second or other.second + other.length <= one.second
    return in_first and in_second
