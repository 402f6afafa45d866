"""What a filter's words find: a name by its characters, by its pinyin or by its initials, in any mixture.

``都市``, ``dushi``, ``dscy``, ``dschy`` and ``都市cy`` all find 都市产业处: from some character of the name on, each
next one is typed as it is or as the beginning of its pinyin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from eitc_desktop.model.name_key import NameKey

_BEFORE_UNIT = re.compile(r"(?<=\d)\s+(?=名)")


class SearchedText(NamedTuple):
    """A text made ready for many questions: for each character every way in which it may be typed."""

    words: str
    spellings: tuple[tuple[str, ...], ...]

    def find(self, word: str) -> tuple[int, int] | None:
        """Return ``[start, end)`` of the first characters that the folded *word* stands for, None where it does not."""
        first = word[0]
        for start, spellings in enumerate(self.spellings):
            for spelling in spellings:
                if spelling[0] == first:
                    end = self._end(word, start)
                    if end is not None:
                        return start, end
                    break
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


class Searched(NamedTuple):
    """What one row offers to a filter: all its words, folded, and the texts among them that pinyin finds too."""

    words: str
    texts: tuple[SearchedText, ...]


def folded(words: str) -> str:
    """Return *words* as a filter compares them: full and half width alike, a number and its 名 together, ü as v."""
    return _BEFORE_UNIT.sub("", unicodedata.normalize("NFKC", words).casefold().replace("ü", "v"))


def searched_text(pieces: Iterable[str], keys: Mapping[str, NameKey]) -> SearchedText:
    """Make a text ready that consists of *pieces*: names, and what stands between them.

    A piece without a key of its own is found by its characters alone.
    """
    whole = ""
    spellings: list[tuple[str, ...]] = []
    for piece in pieces:
        key = keys.get(piece)
        syllables = ((),) * len(piece) if key is None else key.syllables
        plain = folded(piece) == piece  # most are, and asking once for all characters is quicker
        for char, readings in zip(piece, syllables, strict=True):
            spellings.append((char if plain else folded(char) or char, *readings))
        whole += piece
    return SearchedText(whole, tuple(spellings))


def asked_words(typed: str) -> tuple[str, ...]:
    """Return the words of *typed*, folded; a row must match every one."""
    return tuple(folded(typed).split())


def matches(asked: Sequence[str], row: Searched) -> bool:
    """Say whether every word of *asked* stands in the row, or for a part of one of its texts."""
    return all(word in row.words or any(text.find(word) for text in row.texts) for word in asked)


def matched_places(asked: Sequence[str], text: SearchedText) -> tuple[tuple[int, int], ...]:
    """Return ``[start, end)`` of the characters of *text* that each word of *asked* found, where it found any."""
    return tuple(place for word in asked if (place := text.find(word)) is not None)


def _beginnings(spelling: str, word: str, at: int) -> range:
    """The lengths, from 1 on, of the beginnings of *spelling* that stand in *word* at this place."""
    length = 0
    while length < len(spelling) and at + length < len(word) and spelling[length] == word[at + length]:
        length += 1
    return range(1, length + 1)
