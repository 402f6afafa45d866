"""Cut a span of the text into sentences and pieces, and quote from it."""

from __future__ import annotations

import re

from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.outline import Outline, trimmed

_BRACKETED = re.compile(r"（[^（）。\n]{0,200}）|《[^《》。\n]{0,200}》|“[^“”。\n]{0,200}”")
_CLOSERS = '”’）》」』"'


def quote(outline: Outline, start: int, end: int) -> Quote:
    """Return the words of the text at ``[start, end)``."""
    return Quote(outline.text[start:end], Span(start, end))


def quote_trimmed(outline: Outline, start: int, end: int) -> Quote | None:
    """Return the words at ``[start, end)`` without white space and marks at their ends, None if none are left."""
    while start < end and outline.folded[start] in " \n，、；：":
        start += 1
    while end > start and outline.folded[end - 1] in " \n，、；：。":
        end -= 1
    return quote(outline, start, end) if start < end else None


def sentences(outline: Outline, span: Span) -> list[Span]:
    """Return the sentences in *span*: pieces that end in 。 or at a line's end, the mark included."""
    return _cut(outline.folded, span, "。\n", keep="。")


def sentences_with(outline: Outline, span: Span, word: str) -> list[Span]:
    """Return the sentences in *span* that hold *word*; patterns then need not be tried on all the others."""
    if outline.folded.find(word, span.start, span.end) < 0:
        return []
    return [s for s in sentences(outline, span) if outline.folded.find(word, s.start, s.end) >= 0]


def clauses_of_sentence(outline: Outline, span: Span) -> list[Span]:
    """Return the pieces of *span* between ；and 。, without the mark. Marks inside brackets or quotes do not part."""
    return _cut(outline.folded, span, "；。\n", keep="")


def parts_of_clause(outline: Outline, span: Span) -> list[Span]:
    """Return the pieces of *span* between commas, without them."""
    return _cut(outline.folded, span, "，", keep="")


def pieces(outline: Outline, span: Span) -> tuple[Quote, ...]:
    """Return the items of a duty or change in *span* (docs: 职责分项)."""
    return tuple(quote(outline, piece.start, piece.end) for piece in clauses_of_sentence(outline, span))


def _cut(folded: str, span: Span, marks: str, *, keep: str) -> list[Span]:
    inside = [(m.start(), m.end()) for m in _BRACKETED.finditer(folded, span.start, span.end)]
    shields = iter([*inside, (len(folded) + 1, len(folded) + 1)])
    shield = next(shields)
    result: list[Span] = []
    begin = span.start
    for found in re.finditer(f"[{marks}]", folded[span.start : span.end]):
        at = found.start() + span.start
        while at >= shield[1]:
            shield = next(shields)
        if at >= shield[0] and folded[at] != "\n":
            continue
        end = at + 1
        if folded[at] == "。":
            while end < span.end and folded[end] in _CLOSERS:
                end += 1
        piece = trimmed(folded, begin, end if folded[at] in keep else at)
        if len(piece):
            result.append(piece)
        begin = end
    piece = trimmed(folded, begin, max(begin, span.end))
    if len(piece):
        result.append(piece)
    return result
