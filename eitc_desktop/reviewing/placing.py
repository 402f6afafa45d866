"""Finding the place of an anchor in a provision: in the very text it was made on, or in another version of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.anchors import anchored
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.reviewing.likeness import Passages, Weights, Wordings
from eitc_desktop.reviewing.quotable_text import QuotableText

THRESHOLD = 0.5
"""Likeness below which words are other words."""

_SHORTEST = 6  # characters of a passage that can be known by being alike
_MOST_PLACES = 64  # of the same words, among which the context decides
_ENOUGH_CONTEXT = 4  # characters around the words that must agree where they stand several times


class Confidence(StrEnum):
    """How sure it is that the place found is the one that was meant."""

    EXACT = "exact"  # the very text it was made on
    MOVED = "moved"  # another version, in which the same words stand
    SIMILAR = "similar"  # another version, in which similar words stand
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an entry stands in the provision shown; ``likeness`` is 0 to 1. Without a place ``span`` is None.

    The provision as a whole is placed at the empty span at its beginning.
    """

    confidence: Confidence
    ref: FactRef | None
    span: Span | None
    clause: str
    likeness: float


NOWHERE = Placement(Confidence.NONE, None, None, "", 0.0)


def place(anchor: Anchor, provision: Provision, digest: str) -> Placement:
    """Return where *anchor* stands in *provision*, whose text has *digest*; of many anchors ask one ``Placer``."""
    return Placer(provision, digest).place(anchor)


class Placer:
    """Finds the places of many anchors in one provision, whose text has the SHA-256 *digest*.

    A fact's anchor is only ever placed on a fact of the same kind, a passage's on a passage.
    """

    def __init__(self, provision: Provision, digest: str) -> None:
        self._provision = provision
        self._digest = digest
        facts = facts_of(provision)
        self._spans = {fact.ref: anchored(provision, fact) for fact in facts}
        # anchors made before a division's were of its whole name quote what the fact itself is of
        self._bare = {fact.ref: fact.span for fact in facts if fact.span != self._spans[fact.ref]}
        self._kinds: dict[FactKind, _Kind] = {}
        self._placed: dict[Anchor, Placement] = {}
        self._met: dict[int, tuple[Anchor, Placement]] = {}

    def place(self, anchor: Anchor) -> Placement:
        """Return where *anchor* stands."""
        met = self._met.get(id(anchor))  # asking for the very same object again is usual, and comparing all of it slow
        if met is not None:
            return met[1]
        found = self._placed.get(anchor)
        if found is None:
            found = self._placed[anchor] = self._find(anchor)
        self._met[id(anchor)] = anchor, found  # as long as it is held here no other object has its id
        return found

    def _find(self, anchor: Anchor) -> Placement:
        if anchor.is_whole:
            confidence = Confidence.EXACT if anchor.provision == self._digest else Confidence.MOVED
            return Placement(confidence, None, Span(0, 0), "", 1.0)
        if anchor.provision == self._digest and self._fits(anchor):
            return self._placement(Confidence.EXACT, anchor.ref, anchor.span, 1.0)
        return self._find_passage(anchor) if anchor.ref is None else self._find_fact(anchor, anchor.ref)

    def _fits(self, anchor: Anchor) -> bool:
        """Whether the very text holds what the anchor says of it."""
        ref = anchor.ref
        known = ref is None or anchor.span in (self._spans.get(ref), self._bare.get(ref))
        return known and self._text.quoted(anchor.span) == anchor.exact

    def _find_fact(self, anchor: Anchor, ref: FactRef) -> Placement:
        facts = self._of_kind(ref.kind)
        found, likeness = facts.wordings.same(anchor.exact), 1.0
        if not found:
            alike = facts.wordings.alike(anchor.exact)
            likeness = alike[0][0] if alike else 0.0
            found = [i for score, indexes in alike if score == likeness for i in indexes]
        if likeness < THRESHOLD:
            return NOWHERE
        places = sorted({facts.plain[i] for i in found})
        at, sure = self._likeliest(anchor, places)
        there = [facts.refs[i] for i in found if facts.plain[i] == places[at]]
        nearest = min(there, key=lambda one: (abs(one.sub - ref.sub), one))  # one sentence may state several roles
        return self._placed_at(nearest, self._spans[nearest], likeness * sure)

    def _find_passage(self, anchor: Anchor) -> Placement:
        same = self._places_of(anchor)
        if same:
            at, likeness = self._likeliest(anchor, same)
            return self._placed_at(None, self._text.span(same[at]), likeness)
        if len(anchor.exact) < _SHORTEST:
            return NOWHERE
        alike = self._passages.alike(anchor.exact)
        return NOWHERE if alike is None else self._placed_at(None, self._text.span(alike[1]), alike[0])

    def _placed_at(self, ref: FactRef | None, span: Span, likeness: float) -> Placement:
        if likeness < THRESHOLD:
            return NOWHERE
        return self._placement(Confidence.MOVED if likeness == 1 else Confidence.SIMILAR, ref, span, likeness)

    def _placement(self, confidence: Confidence, ref: FactRef | None, span: Span, likeness: float) -> Placement:
        clause = clean_line(self._provision.cite(span)) if self._provision.clauses else ""
        return Placement(confidence, ref, span, clause, likeness)

    def _places_of(self, anchor: Anchor) -> list[Span]:
        """Where the words of a passage stand: the one place where all around them is the same, else all places."""
        words, text = anchor.exact, self._text.words
        whole = anchor.prefix + words + anchor.suffix
        start = text.find(whole)
        if start >= 0 and text.find(whole, start + 1) < 0:
            start += len(anchor.prefix)
            return [Span(start, start + len(words))]
        places: list[Span] = []
        start = text.find(words)
        while start >= 0 and len(places) < _MOST_PLACES:
            places.append(Span(start, start + len(words)))
            start = text.find(words, start + 1)
        return places

    def _likeliest(self, anchor: Anchor, places: Sequence[Span]) -> tuple[int, float]:
        """Return which of *places*, all of the same words, is meant, and how sure that is: 1 / how many may be.

        The words around decide; where they don't, the place nearest to the old one is named.
        """
        if len(places) == 1:
            return 0, 1.0
        near = sorted(range(len(places)), key=lambda i: abs(places[i].start - anchor.span.start))[:_MOST_PLACES]
        fits = [self._context(anchor, places[i]) for i in near]
        best = max(fits)
        likeliest = [i for i, fit in zip(near, fits, strict=True) if fit == best]
        alone = len(likeliest) == 1 and best >= min(_ENOUGH_CONTEXT, len(anchor.prefix) + len(anchor.suffix))
        return likeliest[0], 1.0 if alone else 1 / max(2, len(likeliest))

    def _context(self, anchor: Anchor, place: Span) -> int:
        """How many characters on before and behind *place* are those around the anchor's words."""
        text = self._text.words
        before = text[max(0, place.start - len(anchor.prefix)) : place.start]
        behind = text[place.end : place.end + len(anchor.suffix)]
        return _agreeing(anchor.prefix[::-1], before[::-1]) + _agreeing(anchor.suffix, behind)

    def _of_kind(self, kind: FactKind) -> _Kind:
        found = self._kinds.get(kind)
        if found is None:
            spans = [
                (ref, span) for each in (self._spans, self._bare) for ref, span in each.items() if ref.kind is kind
            ]
            refs = [ref for ref, _ in spans]
            plain = [self._text.plain(span) for _, span in spans]
            found = self._kinds[kind] = _Kind(
                refs, plain, Wordings([self._text.of(span) for span in plain], self._weights)
            )
        return found

    @cached_property
    def _text(self) -> QuotableText:
        return QuotableText(self._provision.text)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self._text.words, self._weights)

    @cached_property
    def _weights(self) -> Weights:
        return Weights(self._text.words)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The facts of one kind: addresses, places in the quotable text, and words, each at the same index.

    A division whose name has brackets behind it is in it twice: with them, and without.
    """

    refs: Sequence[FactRef]
    plain: Sequence[Span]
    wordings: Wordings


def _agreeing(one: str, other: str) -> int:
    """The number of characters that two texts have in common from their beginnings on."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
