"""Finding the place of an anchor in a provision: in the very text it was made on, or in another version of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eitc_desktop.model.facts import FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.cleaning import quotable


class Confidence(StrEnum):
    """How sure it is that the place found is the one that was meant."""

    EXACT = "exact"  # the very text it was made on
    MOVED = "moved"  # another version, in which the same words stand
    SIMILAR = "similar"  # another version, in which similar words stand
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an entry stands in the provision shown; ``likeness`` is 0 to 1. Without a place ``span`` is None."""

    confidence: Confidence
    ref: FactRef | None
    span: Span | None
    clause: str
    likeness: float


NOWHERE = Placement(Confidence.NONE, None, None, "", 0.0)


class Placer:
    """Finds the places of many anchors in one provision."""

    def __init__(self, provision: Provision, digest: str) -> None:
        self._provision = provision
        self._digest = digest
        self._spans = {fact.ref: fact.span for fact in facts_of(provision)}

    def place(self, anchor: Anchor) -> Placement:
        """Return where *anchor* stands."""
        if anchor.is_whole:
            confidence = Confidence.EXACT if anchor.provision == self._digest else Confidence.MOVED
            return Placement(confidence, None, Span(0, 0), "", 1.0)
        if anchor.provision == self._digest and self._fits(anchor):
            return Placement(Confidence.EXACT, anchor.ref, anchor.span, anchor.clause, 1.0)
        return NOWHERE

    def _fits(self, anchor: Anchor) -> bool:
        known = anchor.ref is None or self._spans.get(anchor.ref) == anchor.span
        return known and quotable(anchor.span.of(self._provision.text)) == anchor.exact
