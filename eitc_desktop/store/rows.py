"""Provision → rows, table by table, with ids that depend on nothing but the order of writing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import (
    Clause,
    Closing,
    Division,
    Duty,
    Finding,
    FunctionChange,
    Matter,
    Provision,
    Quota,
    ResponsibilitySplit,
)
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.units import UnitKind, units_of

Value: TypeAlias = str | int | None
Row: TypeAlias = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Added:
    """A provision whose rows were added: its id, and the ids of the facts that a mapping speaks of."""

    provision_id: int
    provision: Provision
    first_clause: int
    ids: Mapping[FactRef, int]

    def place(self, span: Span, clause: int | None = None) -> Row:
        """Return the columns that say where something stands; *clause* where it isn't the deepest that holds it."""
        index = self.provision.clause_at(span.start).index if clause is None else clause
        return {"clause_id": self.first_clause + index, "span_start": span.start, "span_end": span.end}


class Rows:
    """Collects the rows of provisions. ``tables`` holds them in an order in which they may be inserted.

    Ids count from 1 in every table, so the same provisions in the same order give the same rows.
    """

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {}
        self._bodies: dict[str, int] = {}

    def add(self, provision: Provision, *, source_name: str, source_sha256: str, text_sha256: str) -> Added:
        """Add all rows of *provision*."""
        body_id = self._body(provision.body.text)
        declared = provision.declared_division_span
        coverage = provision.coverage
        provision_id = self.append(
            "provision",
            {
                "body_id": body_id,
                "source_name": source_name,
                "source_sha256": source_sha256,
                "text_sha256": text_sha256,
                **_quote("title", provision.title),
                **_quote("document_number", provision.document_number),
                **_quote("issued", provision.issued),
                **_quote("effective", provision.effective),
                **_quote("body", provision.body),
                **_quote("status", provision.status),
                **_quote("level", provision.level),
                "declared_division_count": provision.declared_division_count,
                "declared_division_start": None if declared is None else declared.start,
                "declared_division_end": None if declared is None else declared.end,
                "sentences": coverage.sentences,
                "typed": coverage.typed,
                "context": coverage.context,
                "unparsed": coverage.unparsed,
                "text": provision.text,
            },
        )
        return _ProvisionRows(self, provision, provision_id).add_all()

    def add_name_keys(self, provision_id: int, keys: Iterable[NameKey]) -> None:
        """Add the keys by which the names of a provision are found."""
        for key in keys:
            row: Row = {"name": key.name, "pinyin": key.pinyin, "initials": key.initials}
            self.append("name_key", {"provision_id": provision_id, **row})

    def append(self, table: str, row: Row) -> int:
        """Append one row and return its id."""
        number = self.next_id(table)
        self.tables.setdefault(table, []).append({"id": number, **row})
        return number

    def next_id(self, table: str) -> int:
        """Return the id that the next row of *table* will get."""
        return len(self.tables.get(table, ())) + 1

    def _body(self, name: str) -> int:
        if name not in self._bodies:
            self._bodies[name] = self.append("body", {"name": name})
        return self._bodies[name]


def _quote(name: str, quote: Quote | None) -> Row:
    if quote is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: quote.text, f"{name}_start": quote.span.start, f"{name}_end": quote.span.end}


def finding_row(added: Added, finding: Finding) -> Row:
    """Return what a finding says and where."""
    nowhere: Row = {"clause_id": None, "span_start": None, "span_end": None}
    place = nowhere if finding.span is None else added.place(finding.span)
    return {"severity": finding.severity.value, "code": finding.code, "message": finding.message, **place}


class _ProvisionRows:
    """The fact rows of one provision."""

    def __init__(self, rows: Rows, provision: Provision, provision_id: int) -> None:
        self._rows = rows
        self._provision = provision
        self._owner: Row = {"provision_id": provision_id}
        self._first_clause = rows.next_id("clause")
        self._ids: dict[FactRef, int] = {}
        self._added = Added(provision_id, provision, self._first_clause, self._ids)

    def add_all(self) -> Added:
        self._outline()
        self._document()
        for change in enumerate(self._provision.changes):
            self._change(*change)
        for duty in enumerate(self._provision.duties):
            self._duty(*duty)
        for division in enumerate(self._provision.divisions):
            self._division(*division)
        self._staffing()
        for split in enumerate(self._provision.responsibility_splits):
            self._split(*split)
        for seq, finding in enumerate(self._provision.findings):
            self._rows.append("finding", {**self._owner, "seq": seq, **finding_row(self._added, finding)})
        return self._added

    # Helpers

    def _own(self, table: str, seq: int, row: Row, span: Span) -> int:
        return self._rows.append(table, {**self._owner, "seq": seq, **row, **self._added.place(span)})

    def _parts(self, table: str, owner: str, owner_id: int, column: str, quotes: Iterable[Quote]) -> None:
        for seq, quote in enumerate(quotes):
            self._rows.append(
                table, {f"{owner}_id": owner_id, "seq": seq, column: quote.text, **self._added.place(quote.span)}
            )

    # Outline and document

    def _outline(self) -> None:
        for seq, clause in enumerate(self._provision.clauses):
            self._rows.append("clause", {**self._owner, "seq": seq, **self._clause(clause)})

    def _clause(self, clause: Clause) -> Row:
        return {
            "parent_id": None if clause.parent is None else self._first_clause + clause.parent,
            "depth": clause.depth,
            "ordinal": clause.ordinal,
            "number": clause.number,
            "heading": clause.heading,
            "citation": clause.citation,
            "span_start": clause.span.start,
            "span_end": clause.span.end,
            "body_start": clause.body.start,
            "body_end": clause.body.end,
        }

    def _document(self) -> None:
        provision = self._provision
        for seq, section in enumerate(provision.sections):
            row: Row = {"ordinal": section.ordinal, "heading": section.heading, "kind": section.kind.value}
            place = self._added.place(section.span, section.clause)
            self._rows.append("section", {**self._owner, "seq": seq, **row, **place})
        for seq, basis in enumerate(provision.basis):
            self._own("basis", seq, {"title": basis.title, "number": basis.number}, basis.span)
        for seq, nameplate in enumerate(provision.nameplates):
            self._own("nameplate", seq, {"name": nameplate.name.text, "of_unit": nameplate.of}, nameplate.span)
        for seq, reference in enumerate(provision.references):
            self._own("reference", seq, {"name": reference.name.text}, reference.span)
        if provision.closing is not None:
            self._closing(provision.closing)

    def _closing(self, closing: Closing) -> None:
        row = {
            **self._owner,
            **_quote("interpreted_by", closing.interpreted_by),
            **_quote("adjusted_by", closing.adjusted_by),
        }
        self._rows.append("closing", {**row, **self._added.place(closing.span)})

    # Functions

    def _change(self, seq: int, change: FunctionChange) -> None:
        row: Row = {
            "kind": change.kind.value,
            "direction": None if change.direction is None else change.direction.value,
            "ordinal": change.ordinal,
            "text": change.text.text,
            **_quote("subject", change.subject),
            **_quote("origin", change.origin),
            **_quote("scope", change.scope),
            **_quote("condition", change.condition),
            **_quote("exception", change.exception),
        }
        number = self._own("function_change", seq, row, change.span)
        self._ids[FactRef(FactKind.CHANGE, seq)] = number
        self._parts("function_change_item", "function_change", number, "text", change.items)
        self._parts("function_change_recipient", "function_change", number, "name", change.recipients)

    def _duty(self, seq: int, duty: Duty) -> None:
        number = self._own("duty", seq, {"ordinal": duty.ordinal, "text": duty.text.text}, duty.span)
        first = self._rows.next_id("duty_item")
        self._ids.update({FactRef(FactKind.DUTY_ITEM, seq, i): first + i for i in range(len(duty.items))})
        self._parts("duty_item", "duty", number, "text", duty.items)

    # Organisation

    def _division(self, seq: int, division: Division) -> None:
        row: Row = {"ordinal": division.ordinal, "name": division.name.text, "counted": int(division.counted)}
        number = self._own("division", seq, row, division.span)
        self._ids[FactRef(FactKind.DIVISION, seq)] = number
        self._parts("second_name", "division", number, "name", division.second_names)
        self._parts("division_nameplate", "division", number, "name", division.nameplates)
        self._parts("division_duty", "division", number, "text", division.duties)

    def _staffing(self) -> None:
        provision = self._provision
        for seq, co_location in enumerate(provision.co_locations):
            number = self._own("co_location", seq, {"text": co_location.text.text}, co_location.span)
            self._parts("co_location_unit", "co_location", number, "name", co_location.units)
        first_quota = self._rows.next_id("quota")
        posts = {unit.ref.index for unit in units_of(provision) if unit.kind is UnitKind.POST}
        for seq, quota in enumerate(provision.quotas):
            row = {**_quota(quota, first_quota), "is_leadership_post": seq in posts}
            self._own("quota", seq, row, quota.span)
        for seq, actual in enumerate(provision.actual_staff):
            row = {**_quote("label", actual.label), "count": actual.count, "unit": actual.unit}
            self._own("actual_staff", seq, row, actual.span)
        for seq, office in enumerate(provision.hosted_offices):
            number = self._own("hosted_office", seq, _quote("name", office.name), office.span)
            self._ids[FactRef(FactKind.HOSTED_OFFICE, seq)] = number

    # Relations to other agencies

    def _split(self, seq: int, split: ResponsibilitySplit) -> None:
        number = self._own("responsibility_split", seq, _quote("counterpart", split.counterpart), split.span)
        for matter_seq, matter in enumerate(split.matters):
            self._ids[FactRef(FactKind.MATTER, seq, matter_seq)] = self._matter(number, matter_seq, matter)

    def _matter(self, split_id: int, seq: int, matter: Matter) -> int:
        head: Row = {"responsibility_split_id": split_id, "seq": seq, "ordinal": matter.ordinal}
        words: Row = {"text": matter.text.text, **_quote("lead", matter.lead)}
        number = self._rows.append("matter", {**head, **words, **self._added.place(matter.span)})
        for role_seq, role in enumerate(matter.roles):
            row: Row = {
                "matter_id": number,
                "seq": role_seq,
                **_quote("agency", role.agency),
                **_quote("verb", role.verb),
                "position": role.position.value,
                "text": role.text.text,
            }
            self._rows.append("role", {**row, **self._added.place(role.span)})
        self._parts("mechanism", "matter", number, "name", matter.mechanisms)
        return number


def _quota(quota: Quota, first_quota: int) -> Row:
    return {
        "kind": quota.kind.value,
        "type": quota.type,
        **_quote("label", quota.label),
        "minimum": quota.minimum,
        "maximum": quota.maximum,
        "unit": quota.unit,
        **_quote("rule", quota.rule),
        **_quote("of_unit", quota.of),
        "part_of_id": None if quota.part_of is None else first_quota + quota.part_of,
    }
