"""Every fact of a provision under one address, for the selection, the source marks and the clause links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from eitc_desktop.model.provision import Clause, Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.records import record


class FactKind(StrEnum):
    """What a fact states."""

    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    ISSUED = "issued"
    EFFECTIVE = "effective"
    BODY = "body"
    STATUS = "status"
    LEVEL = "level"
    BASIS = "basis"
    NAMEPLATE = "nameplate"
    SECTION = "section"
    CHANGE = "change"
    CHANGE_ITEM = "change_item"
    DUTY = "duty"
    DUTY_ITEM = "duty_item"
    DIVISION = "division"
    SECOND_NAME = "second_name"
    DIVISION_NAMEPLATE = "division_nameplate"
    DIVISION_DUTY = "division_duty"
    DIVISION_COUNT = "division_count"
    CO_LOCATION = "co_location"
    QUOTA = "quota"
    ACTUAL_STAFF = "actual_staff"
    SPLIT = "split"
    MATTER = "matter"
    ROLE = "role"
    MECHANISM = "mechanism"
    HOSTED_OFFICE = "hosted_office"
    REFERENCE = "reference"
    CLOSING = "closing"


@record(order=True)
class FactRef:
    """Address of a fact: its kind and its place in the provision's lists, in the text's order.

    ``index`` counts in the list of that kind (for parts: in the list of the whole they belong to),
    ``part`` and ``sub`` count inside it: ``(DUTY_ITEM, 9, 1)`` is the second item of the tenth duty,
    ``(ROLE, 0, 1, 2)`` the third role of the second matter of the first split.
    """

    kind: FactKind
    index: int = 0
    part: int = 0
    sub: int = 0


@record
class Fact:
    """A fact's address, the place in the text that states it, and the words it claims to find there."""

    ref: FactRef
    span: Span
    words: tuple[str, ...]


def facts_of(provision: Provision) -> tuple[Fact, ...]:
    """Return every fact of *provision*, in the order of its lists."""
    return tuple(_walk(provision))


def fact_of_clause(facts: Iterable[Fact], clause: Clause) -> FactRef | None:
    """Return the fact that *clause* as a whole states: the widest that begins where its words do; None for headings.

    A division's clause states the division, not its second name; chapters hold facts and state none.
    """
    starts = {clause.span.start, clause.body.start}
    found: Fact | None = None
    for fact in facts:
        begins = fact.span.start in starts and fact.span.end <= clause.span.end
        if begins and fact.ref.kind is not FactKind.SECTION and (found is None or len(fact.span) > len(found.span)):
            found = fact
    return None if found is None else found.ref


def _walk(p: Provision) -> Iterator[Fact]:
    yield from _document(p)
    yield from _functions(p)
    yield from _organisation(p)
    yield from _relations(p)


def _texts(*quotes: Quote | None) -> tuple[str, ...]:
    return tuple(quote.text for quote in quotes if quote is not None)


def _document(p: Provision) -> Iterator[Fact]:
    for kind, quote in (
        (FactKind.TITLE, p.title),
        (FactKind.DOCUMENT_NUMBER, p.document_number),
        (FactKind.ISSUED, p.issued),
        (FactKind.EFFECTIVE, p.effective),
        (FactKind.BODY, p.body),
        (FactKind.STATUS, p.status),
        (FactKind.LEVEL, p.level),
    ):
        if quote is not None:
            yield Fact(FactRef(kind), quote.span, (quote.text,))
    for i, basis in enumerate(p.basis):
        words = (basis.title,) if basis.number is None else (basis.title, basis.number)
        yield Fact(FactRef(FactKind.BASIS, i), basis.span, words)
    for i, nameplate in enumerate(p.nameplates):
        yield Fact(FactRef(FactKind.NAMEPLATE, i), nameplate.span, (nameplate.name.text,))
    for i, section in enumerate(p.sections):
        words = tuple(word for word in (section.ordinal, section.heading) if word)
        yield Fact(FactRef(FactKind.SECTION, i), section.span, words)
    for i, reference in enumerate(p.references):
        yield Fact(FactRef(FactKind.REFERENCE, i), reference.span, (reference.name.text,))
    if p.closing is not None:
        words = _texts(p.closing.interpreted_by, p.closing.adjusted_by)
        yield Fact(FactRef(FactKind.CLOSING), p.closing.span, words)


def _functions(p: Provision) -> Iterator[Fact]:
    for i, change in enumerate(p.changes):
        words = _texts(change.text, change.subject, change.origin, *change.recipients)
        words += _texts(change.scope, change.condition, change.exception)
        yield Fact(FactRef(FactKind.CHANGE, i), change.span, words)
        for j, item in enumerate(change.items):
            yield Fact(FactRef(FactKind.CHANGE_ITEM, i, j), item.span, (item.text,))
    for i, duty in enumerate(p.duties):
        yield Fact(FactRef(FactKind.DUTY, i), duty.span, (duty.text.text,))
        for j, item in enumerate(duty.items):
            yield Fact(FactRef(FactKind.DUTY_ITEM, i, j), item.span, (item.text,))


def _organisation(p: Provision) -> Iterator[Fact]:
    if p.declared_division_span is not None:
        yield Fact(FactRef(FactKind.DIVISION_COUNT), p.declared_division_span, ())
    for i, division in enumerate(p.divisions):
        yield Fact(FactRef(FactKind.DIVISION, i), division.span, (division.name.text,))
        for kind, quotes in (
            (FactKind.SECOND_NAME, division.second_names),
            (FactKind.DIVISION_NAMEPLATE, division.nameplates),
            (FactKind.DIVISION_DUTY, division.duties),
        ):
            for j, quote in enumerate(quotes):
                yield Fact(FactRef(kind, i, j), quote.span, (quote.text,))
    for i, co_location in enumerate(p.co_locations):
        yield Fact(FactRef(FactKind.CO_LOCATION, i), co_location.span, _texts(co_location.text, *co_location.units))
    for i, quota in enumerate(p.quotas):
        words = _texts(quota.label, quota.rule, quota.of)
        yield Fact(FactRef(FactKind.QUOTA, i), quota.span, words)
    for i, actual in enumerate(p.actual_staff):
        yield Fact(FactRef(FactKind.ACTUAL_STAFF, i), actual.span, (actual.label.text,))
    for i, office in enumerate(p.hosted_offices):
        yield Fact(FactRef(FactKind.HOSTED_OFFICE, i), office.span, (office.name.text,))


def _relations(p: Provision) -> Iterator[Fact]:
    for i, split in enumerate(p.responsibility_splits):
        yield Fact(FactRef(FactKind.SPLIT, i), split.span, _texts(split.counterpart))
        for j, matter in enumerate(split.matters):
            yield Fact(FactRef(FactKind.MATTER, i, j), matter.span, _texts(matter.text, matter.lead))
            for k, role in enumerate(matter.roles):
                yield Fact(FactRef(FactKind.ROLE, i, j, k), role.span, _texts(role.text, role.verb))
            for k, mechanism in enumerate(matter.mechanisms):
                yield Fact(FactRef(FactKind.MECHANISM, i, j, k), mechanism.span, (mechanism.text,))
