"""How a fact is quoted with its source: 《标题》二（七）“原文”. The one place for that rule."""

from __future__ import annotations

from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.units import whole_name

OPENING = "引言"
"""Name of a place that stands before the first numbered chapter."""

_SENTENCE_ENDS = "。\n"

# A bare name says nothing when quoted alone: these are quoted with the sentence that states them.
_NAMED_IN_A_SENTENCE = frozenset(
    {FactKind.BODY, FactKind.STATUS, FactKind.LEVEL, FactKind.NAMEPLATE, FactKind.BASIS, FactKind.DIVISION_COUNT},
)


class Citing:
    """Finds the facts of one provision and quotes them. Every method raises KeyError for a fact it doesn't have."""

    def __init__(self, provision: Provision) -> None:
        self._provision = provision
        self._facts = {fact.ref: fact for fact in facts_of(provision)}

    def __contains__(self, ref: FactRef) -> bool:
        return ref in self._facts

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the provision, in the order of its lists."""
        return tuple(self._facts.values())

    def fact(self, ref: FactRef) -> Fact:
        """Return the fact that *ref* names."""
        return self._facts[ref]

    def mark(self, ref: FactRef) -> str:
        """Return the place of a fact for a small mark beside it: 二（七）, 三（十二）, or 引言."""
        return place_of(self._provision, self._facts[ref].span)

    def words(self, ref: FactRef) -> str:
        """Return the text's own words for a fact, long enough to stand alone.

        A division comes with what stands in brackets after its name, a bare name of the body with its sentence.
        """
        return self.quoted(ref).of(self._provision.text).strip()

    def cite(self, ref: FactRef) -> str:
        """Return a fact quoted with its source, ready to be pasted: 《…》二（七）“…”."""
        return f"{document_name(self._provision)}{self.mark(ref)}{in_quotation_marks(self.words(ref))}"

    def cite_passage(self, span: Span) -> str:
        """Return the words in *span*, white space at its ends aside, with their source; empty where it holds none.

        Where they begin and end in different clauses both are named: 三（二）至三（四）.
        """
        words = span.of(self._provision.text)
        start = span.start + len(words) - len(words.lstrip())
        end = span.start + len(words.rstrip())
        if start >= end:
            return ""
        first = place_of(self._provision, Span(start, end))
        last = place_of(self._provision, Span(end - 1, end))
        place = first if first == last else f"{first}至{last}"
        return f"{document_name(self._provision)}{place}{in_quotation_marks(words.strip())}"

    def quoted(self, ref: FactRef) -> Span:
        """Return where the words stand by which a fact is quoted."""
        span = self._facts[ref].span
        if ref.kind is FactKind.DIVISION:
            return whole_name(self._provision.text, self._provision.divisions[ref.index])
        if ref.kind in _NAMED_IN_A_SENTENCE:
            return sentence_around(self._provision.text, span)
        return span


def document_name(provision: Provision) -> str:
    """Return the provision's name for a citation: 《title》, or the body's name and that the text states no title."""
    if provision.title is None:
        return f"{provision.body.text}三定规定（标题原文未载明）"
    return f"《{provision.title.text.translate(str.maketrans('《》', '〈〉'))}》"


def place_of(provision: Provision, span: Span) -> str:
    """Return where *span* begins as officials cite it; 引言 before the first numbered chapter."""
    if not provision.clauses:
        return OPENING
    return provision.cite(span) or OPENING


def item_mark(citing: Citing, item: FactRef) -> str:
    """Return the clause of a duty item and, where the duty has several, the number that the program gives it."""
    mark = citing.mark(item)
    alone = FactRef(FactKind.DUTY_ITEM, item.index, 1) not in citing
    return mark if alone else f"{mark}[{item.part + 1}]"


def in_quotation_marks(words: str) -> str:
    """Put *words* in “”; marks within them become ‘’ (GB/T 15834-2011, 4.8.3) and line breaks vanish."""
    inner = "".join(line.strip() for line in words.splitlines())
    return f"“{inner.translate(str.maketrans('“”', '‘’'))}”"


def opening_words(quote: Quote, limit: int = 24) -> str:
    """Return the words before the first mark of *quote*, at most *limit* characters; … shows that more follows.

    What the text doesn't number is cited by them.
    """
    words = quote.text.rstrip("。；;")
    end = next((i for i, char in enumerate(words) if char in "，,；;。：:"), len(words))
    if end == len(words) <= limit:
        return words
    return f"{words[: min(end, limit)]}…"


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence of *text* that holds *span*, with its 。"""
    start = max(text.rfind(mark, 0, span.start) for mark in _SENTENCE_ENDS) + 1
    while start < span.start and text[start].isspace():
        start += 1
    ends = [found for mark in _SENTENCE_ENDS if (found := text.find(mark, span.end)) >= 0]
    end = min(ends, default=len(text))
    return Span(start, end + 1 if text[end : end + 1] == "。" else end)
