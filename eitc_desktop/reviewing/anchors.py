"""Anchors: the places of a provision that entries speak of, with the words by which they are found again."""

from __future__ import annotations

import hashlib

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor, UnitName
from eitc_desktop.model.text import Span
from eitc_desktop.model.units import whole_name
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.cleaning import MAX_TEXT, clean_line, quotable

CONTEXT = 32
"""Characters around the words that an anchor keeps, on either side."""


class CannotAnchor(EitcError):
    """Nothing can be said about that place: it holds no words, or too many."""


def digest_of(provision: Provision) -> str:
    """Return the SHA-256 of the provision's text, by which it is known."""
    return hashlib.sha256(provision.text.encode()).hexdigest()


def whole(digest: str) -> Anchor:
    """Return the anchor of the provision as a whole (全文)."""
    return Anchor(digest, None, "", Span(0, 0), "", "", "")


def anchor_of_fact(provision: Provision, digest: str, ref: FactRef) -> Anchor:
    """Return the anchor of a fact: a division by its whole name, anything else by the words that state it.

    Raises:
        CannotAnchor: if the provision doesn't state it.
    """
    span = next((anchored(provision, fact) for fact in facts_of(provision) if fact.ref == ref), None)
    if span is None:
        raise CannotAnchor(Phrase("Review", "本规定中没有这一处，不能在此录入"))
    return _anchor(provision, digest, ref, span)


def anchored(provision: Provision, fact: Fact) -> Span:
    """Return where the words stand that an anchor of *fact* quotes; a division's with what is in brackets behind it."""
    if fact.ref.kind is FactKind.DIVISION:
        return whole_name(provision.text, provision.divisions[fact.ref.index])
    return fact.span


def anchor_of_passage(provision: Provision, digest: str, span: Span) -> Anchor:
    """Return the anchor of a marked passage, white space at its ends left out.

    Raises:
        CannotAnchor: if it holds no words, or more than ``MAX_TEXT`` characters.
    """
    words = span.of(provision.text)
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.start + len(words.rstrip()))
    return _anchor(provision, digest, None, Span(start, end))


def unit_name(provision: Provision, ref: FactRef) -> UnitName:
    """Return a division or hosted office by address and name."""
    units = provision.divisions if ref.kind is FactKind.DIVISION else provision.hosted_offices
    return UnitName(ref, clean_line(units[ref.index].name.text))


def _anchor(provision: Provision, digest: str, ref: FactRef | None, span: Span) -> Anchor:
    text = provision.text
    exact = quotable(span.of(text))
    if not exact.strip():
        raise CannotAnchor(Phrase("Review", "没有选中文字，不能在此录入"))
    if len(exact) > MAX_TEXT:
        raise CannotAnchor(Phrase("Review", "选中的文字超过 {0} 字，请少选一些"), MAX_TEXT)
    prefix = quotable(text[max(0, span.start - CONTEXT) : span.start])
    suffix = quotable(text[span.end : span.end + CONTEXT])
    clause = clean_line(provision.cite(span)) if provision.clauses else ""
    return Anchor(digest, ref, clause, span, exact, prefix, suffix)
