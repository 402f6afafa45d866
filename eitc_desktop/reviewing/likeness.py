"""How alike words are, in time that stays linear where they are long."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from eitc_desktop.model.text import Span

LONG = 2_000
"""Characters above which only pairs of characters are compared."""


_NEARLY = 0.999  # two texts may have the same pairs of characters and yet differ
_CLOSELY = 4  # how many of the most promising are compared closely
_VISITED = 120  # places looked at for one question: rare pairs of characters first, because they tell most
_END = 400  # characters at either end by which a long passage is found


def pairs_of(words: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in *words*; of a single character that character."""
    return frozenset(_all_pairs(words)) if len(words) > 1 else frozenset(words)


class Weights(dict[str, float]):
    """What a pair of characters tells, from 0 to 1: the less, the more often the *text* has it.

    Else two offices set in one body would be alike, because most of either sentence is the name of that body.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._counts = Counter(_all_pairs(text))

    def __missing__(self, pair: str) -> float:
        weight = self[pair] = 1 / (1 + math.log2(max(1, self._counts[pair])))
        return weight

    def of(self, pairs: frozenset[str]) -> float:
        """Return what all of *pairs* tell together."""
        return sum(map(self.__getitem__, pairs))


def likeness(one: str, other: str, weights: Weights) -> float:
    """Return how alike two texts are, from 0 to 1; 1 for the same words and only for them.

    It is the mean of the characters that both have in the same order and of the pairs that both have: the first alone
    takes names that share a few characters for alike (产业投资处, 装备产业处).
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    pairs, other_pairs = pairs_of(one), pairs_of(other)
    paired = 2 * weights.of(pairs & other_pairs) / (weights.of(pairs) + weights.of(other_pairs))
    if max(len(one), len(other)) > LONG:
        return min(paired, _NEARLY)
    ordered = 2 * common_characters(one, other) / (len(one) + len(other))
    return min((paired + ordered) / 2, _NEARLY)


def common_characters(one: str, other: str) -> int:
    """Return the length of the longest sequence of characters that both texts have in the same order.

    Bit-parallel (Hyyrö 2004): each character of *other* costs a few operations on numbers of ``len(one)`` bits.
    """
    places = _places(one)
    rest = full = (1 << len(one)) - 1
    for char in other:
        matched = rest & places.get(char, 0)
        rest = ((rest + matched) | (rest - matched)) & full
    return len(one) - rest.bit_count()


def nearest_ending(words: str, text: str) -> tuple[int, int]:
    """Return (edits, end) of the piece of *text* that takes the fewest edits to become *words*: it ends before ``end``.

    Where several take as few, the first. Bit-parallel (Myers 1999), the beginning of the piece being free.
    """
    places = _places(words)
    last, full = 1 << (len(words) - 1), (1 << len(words)) - 1
    rising, falling = full, 0
    edits = best = len(words)
    best_end = 0
    for end, char in enumerate(text, 1):
        equal = places.get(char, 0)
        down = equal | falling
        across = (((equal & rising) + rising) ^ rising) | equal
        plus = falling | (full & ~(across | rising))
        minus = rising & across
        if plus & last:
            edits += 1
        elif minus & last:
            edits -= 1
        plus <<= 1
        rising = ((minus << 1) | (full & ~(down | plus))) & full
        falling = plus & down & full
        if edits < best:
            best, best_end = edits, end
    return best, best_end


def _places(words: str) -> dict[str, int]:
    """For each character of *words* the number whose bits are the places where it stands."""
    places: dict[str, int] = {}
    bit = 1
    for char in words:
        places[char] = places.get(char, 0) | bit
        bit <<= 1
    return places


class Wordings:
    """Texts among which the same or the most alike are asked for: *texts* by their indexes, several may be the same."""

    def __init__(self, texts: Sequence[str], weights: Weights) -> None:
        self._weights = weights
        self._indexes: dict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(texts):
            self._indexes[words].append(i)
        self._texts = list(self._indexes)
        self._counts: list[int] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(self._texts):
            pairs = pairs_of(words)
            self._counts.append(len(pairs))
            for pair in pairs:
                self._having[pair].append(i)

    def same(self, words: str) -> Sequence[int]:
        """Return the indexes of the texts that are *words*."""
        return self._indexes.get(words, ())

    def alike(self, words: str) -> tuple[tuple[float, Sequence[int]], ...]:
        """Return (likeness, indexes) of the few texts that are most like *words*, the most alike first."""
        pairs = pairs_of(words)
        hits: Counter[int] = Counter()
        for places in _rarest_first(pairs, self._having):
            hits.update(places)
        promising = sorted(_most(hits), key=lambda i: (-hits[i] / (len(pairs) + self._counts[i]), i))[:_CLOSELY]
        found = [(likeness(words, self._texts[i], self._weights), self._indexes[self._texts[i]]) for i in promising]
        return tuple(sorted(found, key=lambda one: (-one[0], one[1][0])))


class Passages:
    """A text of which the passage most like some words is asked for."""

    def __init__(self, text: str, weights: Weights) -> None:
        self._weights = weights
        self._text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for i, pair in enumerate(_all_pairs(text)):
            self._places[pair].append(i)

    def alike(self, words: str) -> tuple[float, Span] | None:
        """Return how alike the passage most like *words* is, and where it stands; None where nothing is like them."""
        found = self._passage(words) if len(words) <= LONG else self._long_passage(words)
        if found is None:
            return None
        piece = found.of(self._text)
        start = found.start + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        return (likeness(words, piece, self._weights), Span(start, start + len(piece))) if piece else None

    def _passage(self, words: str) -> Span | None:
        """Where the fewest edits make *words*, looked for where most of their pairs stand in the same order."""
        region = self._region(words)
        if region is None:
            return None
        around = region.of(self._text)
        _, end = nearest_ending(words, around)
        edits, length = nearest_ending(words[::-1], around[max(0, end - 2 * len(words)) : end][::-1])
        if edits == len(words):
            return None
        return Span(region.start + end - length, region.start + end)

    def _region(self, words: str) -> Span | None:
        """The part of the text that has most of the pairs of *words*, as far on as they are in the words."""
        offsets: dict[str, int] = {}
        for i, pair in enumerate(_all_pairs(words)):
            offsets.setdefault(pair, i)
        width = max(8, len(words) // 4)
        hits: Counter[int] = Counter()
        visited = 0
        for pair in sorted((one for one in offsets if one in self._places), key=lambda one: len(self._places[one])):
            offset, places = offsets[pair], self._places[pair]
            hits.update([(place - offset) // width for place in places])
            visited += len(places)
            if visited > _VISITED:
                break
        if not hits:
            return None
        best = max(_most(hits), key=lambda k: (hits[k] + hits.get(k + 1, 0), hits[k], -k))
        start = max(0, best * width - width // 2)
        return Span(start, min(len(self._text), (best + 2) * width + len(words) + width // 2))

    def _long_passage(self, words: str) -> Span | None:
        head, tail = self._passage(words[:_END]), self._passage(words[-_END:])
        if head is None or tail is None:
            return None
        length = tail.end - head.start
        return Span(head.start, tail.end) if len(words) <= 2 * length <= 4 * len(words) else None


def _rarest_first(pairs: frozenset[str], having: Mapping[str, Sequence[int]]) -> list[Sequence[int]]:
    """Where each of *pairs* is found, the rarest first, until enough places are named."""
    found: list[Sequence[int]] = []
    visited = 0
    for _, pair in sorted((len(having[pair]), pair) for pair in pairs if pair in having):
        found.append(having[pair])
        visited += len(having[pair])
        if visited > _VISITED:
            break
    return found


def _most(hits: Counter[int]) -> list[int]:
    """What was hit at least half as often as what was hit most."""
    enough = max(hits.values(), default=0) / 2
    return [one for one, count in hits.items() if count >= enough]


def _all_pairs(words: str) -> Iterator[str]:
    return map("".join, pairwise(words))
