"""Rows → the very Provision that was written.

Anything the rows cannot mean (words that do not stand at their span, an unknown kind, a hole in a
list) raises ValueError, KeyError, TypeError or IndexError; the library turns these into *corrupt*.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from eitc_desktop.model.provision import (
    ActualStaff,
    Basis,
    ChangeKind,
    Clause,
    Closing,
    CoLocation,
    Coverage,
    Direction,
    Division,
    Duty,
    Finding,
    FunctionChange,
    HostedOffice,
    Matter,
    Nameplate,
    Provision,
    Quota,
    QuotaKind,
    Reference,
    ResponsibilitySplit,
    Role,
    RolePosition,
    Section,
    SectionKind,
    Severity,
)
from eitc_desktop.model.text import Quote, Span

T = TypeVar("T")


def fetch(connection: sqlite3.Connection, query: str, *values: int) -> list[sqlite3.Row]:
    """Return all rows of *query*.

    Raises:
        sqlite3.Error, ValueError: if the file is damaged; one flipped bit turns words into bytes, and SQLite holds
            the declared types when it writes, not when it reads.
    """
    rows: list[sqlite3.Row] = connection.execute(query, values).fetchall()
    if any(isinstance(value, bytes) for row in rows for value in row):
        raise ValueError("bytes where words or numbers were written")
    return rows


def load_provision(connection: sqlite3.Connection, provision_id: int) -> Provision | None:
    """Return the provision of this id, or None if there is no such row.

    Raises:
        sqlite3.Error, ValueError, KeyError, TypeError, IndexError: if the file is damaged.
    """
    rows = fetch(connection, "SELECT * FROM provision WHERE id = ?", provision_id)
    return _Loader(connection, rows[0]).provision() if rows else None


class _Loader:
    """Reads the rows of one provision."""

    def __init__(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        self._connection = connection
        self._row = row
        self._id: int = row["id"]
        self._text: str = row["text"]
        if hashlib.sha256(self._text.encode()).hexdigest() != row["text_sha256"]:
            raise ValueError("the text is not the one its digest was taken of")
        self._clauses = self._own("clause", lambda row: row)
        self._clause_index = {row["id"]: row["seq"] for row in self._clauses}

    def provision(self) -> Provision:
        row = self._row
        counted = row["declared_division_start"] is not None
        return Provision(
            text=self._text,
            title=self._maybe(row, "title"),
            document_number=self._maybe(row, "document_number"),
            issued=self._maybe(row, "issued"),
            effective=self._maybe(row, "effective"),
            body=self._quote(row, "body"),
            status=self._maybe(row, "status"),
            level=self._maybe(row, "level"),
            basis=self._own("basis", lambda r: Basis(r["title"], r["number"], self._span(r))),
            nameplates=self._own("nameplate", lambda r: Nameplate(self._whole(r, "name"), r["of_unit"])),
            sections=self._own("section", self._section),
            clauses=tuple(self._clause(row) for row in self._clauses),
            changes=self._changes(),
            duties=self._duties(),
            divisions=self._divisions(),
            declared_division_count=row["declared_division_count"],
            declared_division_span=self._span(row, "declared_division") if counted else None,
            co_locations=self._co_locations(),
            quotas=self._quotas(),
            actual_staff=self._own("actual_staff", self._actual),
            responsibility_splits=self._splits(),
            hosted_offices=self._own("hosted_office", lambda r: HostedOffice(self._quote(r, "name"), self._span(r))),
            references=self._own("reference", lambda r: Reference(self._whole(r, "name"))),
            closing=self._closing(),
            coverage=Coverage(row["sentences"], row["typed"], row["context"], row["unparsed"]),
            findings=self._own("finding", self._finding),
        )

    # Words and spans

    def _span(self, row: sqlite3.Row, name: str = "span") -> Span:
        return Span(row[f"{name}_start"], row[f"{name}_end"])

    def _checked(self, words: str, span: Span) -> Quote:
        if span.of(self._text) != words:
            raise ValueError(f"other words stand at {span}")
        return Quote(words, span)

    def _whole(self, row: sqlite3.Row, name: str) -> Quote:
        """A quotation that is the whole of its row's span."""
        return self._checked(row[name], self._span(row))

    def _quote(self, row: sqlite3.Row, name: str) -> Quote:
        """A quotation with a span of its own inside its row."""
        return self._checked(row[name], self._span(row, name))

    def _maybe(self, row: sqlite3.Row, name: str) -> Quote | None:
        return None if row[name] is None else self._quote(row, name)

    # Lists

    def _own(self, table: str, make: Callable[[sqlite3.Row], T]) -> tuple[T, ...]:
        """The provision's own list in *table*."""
        rows = fetch(self._connection, f"SELECT * FROM {table} WHERE provision_id = ? ORDER BY seq", self._id)
        _require_sequence([row["seq"] for row in rows])
        return tuple(make(row) for row in rows)

    def _parts(self, table: str, *owners: str) -> dict[int, list[sqlite3.Row]]:
        """The rows of *table* by their owner; *owners* lead from it up to the provision's own table."""
        joins = "".join(
            f" JOIN {owner} ON {owner}.id = {below}.{owner}_id"
            for below, owner in zip((table, *owners), owners, strict=False)
        )
        rows = fetch(
            self._connection,
            f"SELECT {table}.* FROM {table}{joins} WHERE {owners[-1]}.provision_id = ?"
            f" ORDER BY {table}.{owners[0]}_id, {table}.seq",
            self._id,
        )
        parts: dict[int, list[sqlite3.Row]] = {}
        for row in rows:
            parts.setdefault(row[f"{owners[0]}_id"], []).append(row)
        for listed in parts.values():
            _require_sequence([row["seq"] for row in listed])
        return parts

    def _quotes(self, rows: list[sqlite3.Row] | None, name: str) -> tuple[Quote, ...]:
        return tuple(self._whole(row, name) for row in rows or ())

    # The outline and what stands by itself

    def _clause(self, row: sqlite3.Row) -> Clause:
        parent = row["parent_id"]
        return Clause(
            index=row["seq"],
            parent=None if parent is None else self._clause_index[parent],
            depth=row["depth"],
            ordinal=row["ordinal"],
            number=row["number"],
            heading=row["heading"],
            citation=row["citation"],
            span=self._span(row),
            body=self._span(row, "body"),
        )

    def _section(self, row: sqlite3.Row) -> Section:
        return Section(
            row["ordinal"],
            row["heading"],
            SectionKind(row["kind"]),
            self._span(row),
            self._clause_index[row["clause_id"]],
        )

    def _closing(self) -> Closing | None:
        rows = fetch(self._connection, "SELECT * FROM closing WHERE provision_id = ?", self._id)
        if not rows:
            return None
        (row,) = rows
        return Closing(self._maybe(row, "interpreted_by"), self._maybe(row, "adjusted_by"), self._span(row))

    def _finding(self, row: sqlite3.Row) -> Finding:
        span = None if row["span_start"] is None else self._span(row)
        return Finding(Severity(row["severity"]), row["code"], row["message"], span)

    # Functions

    def _changes(self) -> tuple[FunctionChange, ...]:
        items = self._parts("function_change_item", "function_change")
        recipients = self._parts("function_change_recipient", "function_change")
        return self._own(
            "function_change",
            lambda row: FunctionChange(
                kind=ChangeKind(row["kind"]),
                direction=None if row["direction"] is None else Direction(row["direction"]),
                ordinal=row["ordinal"],
                text=self._whole(row, "text"),
                subject=self._maybe(row, "subject"),
                origin=self._maybe(row, "origin"),
                recipients=self._quotes(recipients.get(row["id"]), "name"),
                scope=self._maybe(row, "scope"),
                condition=self._maybe(row, "condition"),
                exception=self._maybe(row, "exception"),
                items=self._quotes(items.get(row["id"]), "text"),
            ),
        )

    def _duties(self) -> tuple[Duty, ...]:
        items = self._parts("duty_item", "duty")
        return self._own(
            "duty",
            lambda row: Duty(row["ordinal"], self._whole(row, "text"), self._quotes(items.get(row["id"]), "text")),
        )

    # Organisation

    def _divisions(self) -> tuple[Division, ...]:
        second_names = self._parts("second_name", "division")
        nameplates = self._parts("division_nameplate", "division")
        duties = self._parts("division_duty", "division")
        return self._own(
            "division",
            lambda row: Division(
                ordinal=row["ordinal"],
                name=self._whole(row, "name"),
                second_names=self._quotes(second_names.get(row["id"]), "name"),
                nameplates=self._quotes(nameplates.get(row["id"]), "name"),
                duties=self._quotes(duties.get(row["id"]), "text"),
                counted=bool(row["counted"]),
            ),
        )

    def _co_locations(self) -> tuple[CoLocation, ...]:
        units = self._parts("co_location_unit", "co_location")
        return self._own(
            "co_location",
            lambda row: CoLocation(self._quotes(units.get(row["id"]), "name"), self._whole(row, "text")),
        )

    def _quotas(self) -> tuple[Quota, ...]:
        rows = self._own("quota", lambda row: row)
        index = {row["id"]: row["seq"] for row in rows}
        return tuple(
            Quota(
                kind=QuotaKind(row["kind"]),
                type=row["type"],
                label=self._quote(row, "label"),
                minimum=row["minimum"],
                maximum=row["maximum"],
                unit=row["unit"],
                rule=self._maybe(row, "rule"),
                of=self._maybe(row, "of_unit"),
                part_of=None if row["part_of_id"] is None else index[row["part_of_id"]],
                span=self._span(row),
            )
            for row in rows
        )

    def _actual(self, row: sqlite3.Row) -> ActualStaff:
        return ActualStaff(self._quote(row, "label"), row["count"], row["unit"], self._span(row))

    # Relations to other agencies

    def _splits(self) -> tuple[ResponsibilitySplit, ...]:
        owners = ("matter", "responsibility_split")
        roles = self._parts("role", *owners)
        mechanisms = self._parts("mechanism", *owners)
        matters = {
            split: tuple(self._matter(row, roles.get(row["id"], []), mechanisms.get(row["id"])) for row in rows)
            for split, rows in self._parts("matter", "responsibility_split").items()
        }
        return self._own(
            "responsibility_split",
            lambda row: ResponsibilitySplit(
                self._quote(row, "counterpart"), matters.get(row["id"], ()), self._span(row)
            ),
        )

    def _matter(self, row: sqlite3.Row, roles: list[sqlite3.Row], mechanisms: list[sqlite3.Row] | None) -> Matter:
        return Matter(
            ordinal=row["ordinal"],
            text=self._whole(row, "text"),
            lead=self._maybe(row, "lead"),
            roles=tuple(
                Role(
                    agency=self._quote(role, "agency"),
                    verb=self._quote(role, "verb"),
                    text=self._whole(role, "text"),
                    position=RolePosition(role["position"]),
                )
                for role in roles
            ),
            mechanisms=self._quotes(mechanisms, "name"),
        )


def _require_sequence(found: list[int]) -> None:
    """Refuse a list with a hole: a fact would silently be missing."""
    if found != list(range(len(found))):
        raise ValueError(f"rows are missing: {found}")
