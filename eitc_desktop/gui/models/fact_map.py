"""Which facts were made of which characters of a text: found by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eitc_desktop.model.facts import Fact, FactKind, FactRef
from eitc_desktop.model.text import Span


class Run(NamedTuple):
    """Characters of which the same fact is the narrowest, in code points of the text."""

    span: Span
    fact: Fact


class FactMap:
    """The facts of one text by place. Chapters, which hold everything, are left out.

    So is the only item of a duty or of a change: the words are the same, and the whole says more of them.
    A *whole* is a fact whose parts are facts too: a duty with its items, a matter with roles.
    """

    __slots__ = ("_by_start", "_edges", "_following", "_here", "_parts", "_starts")

    def __init__(self, facts: Iterable[Fact]) -> None:
        every = [fact for fact in facts if fact.ref.kind is not FactKind.SECTION and len(fact.span)]
        stated, wholes = _without_lone_items(every)
        self._parts = Counter(wholes)
        self._by_start = sorted(stated, key=lambda fact: (fact.span.start, -fact.span.end, not self.is_whole(fact)))
        self._starts = [fact.span.start for fact in self._by_start]
        # between two edges the facts are the same for every character
        self._edges = sorted({end for fact in stated for end in (fact.span.start, fact.span.end)})
        self._here: list[tuple[Fact, ...]] = []  # behind each edge; made as far as somebody has asked
        self._following = 0  # the next fact that begins

    def is_whole(self, fact: Fact) -> bool:
        """Say whether *fact* has parts that are facts too."""
        return fact.ref in self._parts

    def at(self, point: int) -> tuple[Fact, ...]:
        """Return the facts that hold the character behind code point offset *point*, the narrowest first."""
        place = bisect_right(self._edges, point) - 1
        return self._behind(place) if place >= 0 else ()

    def within(self, span: Span) -> tuple[Fact, ...]:
        """Return the facts that lie wholly in *span*, in the text's order, wholes before their parts."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(fact for fact in self._by_start[low:high] if fact.span.end <= span.end)

    def runs(self, span: Span) -> Iterator[Run]:
        """Yield the runs in *span* whose narrowest fact is not a whole, cut to *span*, in the text's order."""
        current: Run | None = None
        for part, facts in self._pieces(span):
            fact = next((fact for fact in facts if not self.is_whole(fact)), None)
            if fact is not None and current is not None and fact is current.fact:
                current = Run(Span(current.span.start, part.end), fact)
                continue
            if current is not None:
                yield current
            current = None if fact is None else Run(part, fact)
        if current is not None:
            yield current

    def wholes(self, span: Span) -> tuple[Fact, ...]:
        """Return the wholes of two or more parts that hold any character of *span*, the narrowest first at each."""
        return tuple(
            dict.fromkeys(fact for _, facts in self._pieces(span) for fact in facts if self._parts.get(fact.ref, 0) > 1)
        )

    def start_after(self, point: int) -> int | None:
        """Return where the next fact behind code point offset *point* begins, None behind the last."""
        place = bisect_right(self._starts, point)
        return self._starts[place] if place < len(self._starts) else None

    def start_before(self, point: int) -> int | None:
        """Return where the nearest fact before code point offset *point* begins, None before the first."""
        place = bisect_left(self._starts, point)
        return self._starts[place - 1] if place else None

    def _width(self, fact: Fact) -> tuple[int, bool]:
        return len(fact.span), self.is_whole(fact)

    def _behind(self, place: int) -> tuple[Fact, ...]:
        """Return the facts that hold the characters behind an edge."""
        while len(self._here) <= place:
            edge = self._edges[len(self._here)]
            holding = [fact for fact in self._here[-1] if fact.span.end > edge] if self._here else []
            while self._following < len(self._by_start) and self._starts[self._following] == edge:
                insort(holding, self._by_start[self._following], key=self._width)
                self._following += 1
            self._here.append(tuple(holding))
        return self._here[place]

    def _pieces(self, span: Span) -> Iterator[tuple[Span, tuple[Fact, ...]]]:
        place = max(0, bisect_right(self._edges, span.start) - 1)
        while place < len(self._edges) - 1 and self._edges[place] < span.end:
            start, end = max(self._edges[place], span.start), min(self._edges[place + 1], span.end)
            if start < end and self._behind(place):
                yield Span(start, end), self._behind(place)
            place += 1


_ITEMS = frozenset({FactKind.DUTY_ITEM, FactKind.CHANGE_ITEM})


def _without_lone_items(facts: Sequence[Fact]) -> tuple[list[Fact], list[FactRef | None]]:
    """Return *facts* without the only items of wholes, and what each of those that are left is a piece of."""
    known = {fact.ref for fact in facts}
    wholes = [_whole_of(fact.ref) for fact in facts]
    count = Counter(wholes)
    kept: list[Fact] = []
    kept_wholes: list[FactRef | None] = []
    for fact, whole in zip(facts, wholes, strict=True):
        if not (fact.ref.kind in _ITEMS and count[whole] == 1 and whole in known):
            kept.append(fact)
            kept_wholes.append(whole)
    return kept, kept_wholes


def _whole_of(part: FactRef) -> FactRef | None:
    """Return the fact that *part* is a piece of."""
    match part.kind:
        case FactKind.DUTY_ITEM:
            return FactRef(FactKind.DUTY, part.index)
        case FactKind.CHANGE_ITEM:
            return FactRef(FactKind.CHANGE, part.index)
        case FactKind.MATTER:
            return FactRef(FactKind.SPLIT, part.index)
        case FactKind.ROLE | FactKind.MECHANISM:
            return FactRef(FactKind.MATTER, part.index, part.part)
        case _:
            return None
