"""Places of the text as its reader means them: what stands at a point, what a clause states, where chapters begin."""

from __future__ import annotations

from eitc_desktop.model.facts import FactRef, fact_of_clause, facts_of
from eitc_desktop.model.provision import Clause, Provision
from eitc_desktop.model.text import Span


def place_of_clause(provision: Provision, clause: Clause) -> FactRef | Span:
    """Return the fact that a clause states, or else its heading."""
    ref = fact_of_clause(facts_of(provision), clause)
    if ref is not None:
        return ref
    line_end = provision.text.find("\n", clause.span.start, clause.span.end)
    return Span(clause.span.start, line_end if line_end >= 0 else clause.span.end)


def meant_point(provision: Provision, point: int) -> int:
    """Return *point*, or from within a line's indent or ordinal the first of the clause's own words behind it.

    A place at a line's end is that of the line's last character; a name's brackets and marks lead to the name.
    """
    text = provision.text
    if point and text[point : point + 1] in ("\n", "") and text[point - 1] != "\n":
        point -= 1
    if not text[text.rfind("\n", 0, point) + 1 : point].strip():
        while point < len(text) and text[point].isspace() and text[point] != "\n":
            point += 1
    if not provision.clauses:
        return point
    clause = provision.clause_at(point)
    within_ordinal = clause.ordinal is not None and clause.span.start <= point < clause.body.start
    closing_bracket = text[point : point + 1] in ("）", ")") and clause.body.end == point + 1
    return clause.body.start if (within_ordinal or closing_bracket) and len(clause.body) else point


def chapter_headings(provision: Provision) -> tuple[Span, ...]:
    """Return where the headings of chapters stand, with their ordinals."""
    spans: list[Span] = []
    for clause in provision.clauses:
        if clause.depth == 0 and clause.heading:
            at = provision.text.find(clause.heading, clause.span.start, clause.span.end)
            if at >= 0:
                spans.append(Span(clause.span.start, at + len(clause.heading)))
    return tuple(spans)
