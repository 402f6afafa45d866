"""The sentence that a caret stands in."""

from __future__ import annotations

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import sentence_around


def sentence_at(provision: Provision, point: int) -> Span:
    """Return the sentence that holds code point offset *point*, empty where the text has no words.

    Behind the last character of a line it is the sentence before, in an indent the one that follows. The ordinal
    of a clause is left out: the citation names it.
    """
    text = provision.text
    point = max(0, min(point, len(text)))
    line_start, line_end = text.rfind("\n", 0, point) + 1, text.find("\n", point)
    line_end = len(text) if line_end < 0 else line_end
    if not text[point:line_end].strip() and text[line_start:point].strip():
        point = line_start + len(text[line_start:point].rstrip()) - 1
    while point < len(text) and text[point].isspace():
        point += 1
    if point >= len(text):
        return Span(len(text), len(text))
    if provision.clauses:
        clause = provision.clause_at(point)
        if clause.span.start <= point < clause.body.start:
            point = clause.body.start  # 1. would else be taken for a sentence of its own
    found = sentence_around(text, Span(point, point + 1) if text[point] != "。" else Span(point, point))
    if provision.clauses:
        clause = provision.clause_at(found.start)
        if found.start == clause.span.start and clause.body.start < found.end:
            return Span(clause.body.start, found.end)
    return found
