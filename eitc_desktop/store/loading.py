"""Rows → the very Provision that was written; what they cannot mean raises as in row_reader."""

from __future__ import annotations

import sqlite3

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
)
from eitc_desktop.model.text import Span
from eitc_desktop.store.row_reader import RowReader, fetch


def load_provision(connection: sqlite3.Connection, provision_id: int) -> Provision | None:
    """Return the provision of this id, or None if there is no such row.

    Raises:
        sqlite3.Error, ValueError, KeyError, TypeError, IndexError: if the file is damaged.
    """
    rows = fetch(connection, "SELECT * FROM provision WHERE id = ?", provision_id)
    return _Loader(connection, rows[0]).provision() if rows else None


class _Loader(RowReader):
    """Reads the rows of one provision."""

    def __init__(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        super().__init__(connection, row)
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
            declared_division_span=Span(row["declared_division_start"], row["declared_division_end"])
            if counted
            else None,
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
            body=Span(row["body_start"], row["body_end"]),
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
