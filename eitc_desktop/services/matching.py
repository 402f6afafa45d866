"""What a filter's words find: a name by its characters, by its pinyin or by its initials, in any mixture.

``都市``, ``dushi``, ``dscy``, ``dschy`` and ``都市cy`` all find 都市产业处: from some character of the name on, each
next one is typed as it is or as the beginning of its pinyin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eitc_desktop.model.name_key import NameKey

_NUMBER_AND_UNIT = re.compile(r"(\d)\s+名")


@dataclass(frozen=True, slots=True)
class SearchedName:
    """A name made ready for many questions: for each character every way in which it may be typed."""

    name: str
    spellings: tuple[tuple[str, ...], ...]

    def find(self, word: str) -> tuple[int, int] | None:
        """Return ``[start, end)`` of the first characters that the folded *word* stands for, None where it does not."""
        for start, spellings in enumerate(self.spellings):
            if any(spelling[0] == word[0] for spelling in spellings):
                end = self._end(word, start)
                if end is not None:
                    return start, end
        return None

    def _end(self, word: str, start: int) -> int | None:
        reached = {0}  # how much of the word the characters so far may stand for
        for place in range(start, len(self.spellings)):
            reached = {
                at + length
                for at in reached
                for spelling in self.spellings[place]
                for length in _beginnings(spelling, word, at)
            }
            if len(word) in reached:
                return place + 1
            if not reached:
                return None
        return None


@dataclass(frozen=True, slots=True)
class Searched:
    """What one row offers to a filter: all its words, folded, and the names among them."""

    words: str
    names: tuple[SearchedName, ...]


def folded(words: str) -> str:
    """Return *words* as a filter compares them: full and half width alike, a number and its 名 together, ü as v."""
    return _NUMBER_AND_UNIT.sub(r"\1名", unicodedata.normalize("NFKC", words).casefold().replace("ü", "v"))


def searched(words: str, names: Sequence[str], keys: Mapping[str, NameKey]) -> Searched:
    """Make a row ready: *words* is all that it shows; a name without a key is found by its characters alone."""
    return Searched(folded(words), tuple(searched_name(name, keys.get(name)) for name in names))


def searched_name(name: str, key: NameKey | None) -> SearchedName:
    """Make one name ready."""
    syllables = ((),) * len(name) if key is None else key.syllables
    ways = ((folded(char) or char, *syllable) for char, syllable in zip(name, syllables, strict=True))
    return SearchedName(name, tuple(tuple(dict.fromkeys(way)) for way in ways))


def asked_words(typed: str) -> tuple[str, ...]:
    """Return the words of *typed*, folded; a row must match every one."""
    return tuple(folded(typed).split())


def matches(asked: Sequence[str], row: Searched) -> bool:
    """Say whether every word of *asked* stands in the row, or for a part of one of its names."""
    return all(word in row.words or any(name.find(word) for name in row.names) for word in asked)


def matched_places(asked: Sequence[str], name: SearchedName) -> tuple[tuple[int, int], ...]:
    """Return ``[start, end)`` of the characters of *name* that each word of *asked* found, where it found any."""
    return tuple(place for word in asked if (place := name.find(word)) is not None)


def _beginnings(spelling: str, word: str, at: int) -> range:
    """The lengths, from 1 on, of the beginnings of *spelling* that stand in *word* at this place."""
    length = 0
    while length < len(spelling) and at + length < len(word) and spelling[length] == word[at + length]:
        length += 1
    return range(1, length + 1)
