"""Rows → the very Mapping that was written; what they cannot mean raises as in row_reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import (
    ChangeLink,
    DutyLink,
    Evidence,
    Grade,
    Judgement,
    Method,
    Rejection,
    SameSubject,
    Wording,
    WordingKind,
)
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.store.row_reader import RowReader, fetch, require_sequence


def load_mapping(connection: sqlite3.Connection, provision_id: int) -> DutyMapping | None:
    """Return the mapping of the provision of this id, or None if there is no such provision.

    Raises:
        sqlite3.Error, ValueError, KeyError, TypeError, IndexError: if the file is damaged.
    """
    rows = fetch(connection, "SELECT id, text, text_sha256 FROM provision WHERE id = ?", provision_id)
    return _MappingLoader(connection, rows[0]).mapping() if rows else None


class _Known(NamedTuple):
    """A fact that links point to, and where it stands."""

    ref: FactRef
    span: Span


# Looking a value up is faster than calling its kind, and a mapping has hundreds of rows.
_GRADES = {grade.value: grade for grade in Grade}
_METHODS = {method.value: method for method in Method}
_WORDINGS = {kind.value: kind for kind in WordingKind}

# What links point to: the table of each kind, and where they are parts of a whole, that of the whole.
_KNOWN = {
    FactKind.CHANGE: ("function_change", None),
    FactKind.DUTY_ITEM: ("duty_item", "duty"),
    FactKind.MATTER: ("matter", "responsibility_split"),
    FactKind.DIVISION: ("division", None),
    FactKind.HOSTED_OFFICE: ("hosted_office", None),
}


def _places(kind: FactKind, table: str, whole: str | None) -> str:
    source = f"{table} JOIN {whole} ON {whole}.id = {whole}_id" if whole else table
    place = f"{whole}.seq, {table}.seq" if whole else "seq, 0"
    columns = f"'{kind}', {table}.id, {place}, {table}.span_start, {table}.span_end"
    return f"SELECT {columns} FROM {source} WHERE provision_id = ?1"


_KNOWN_QUERY = " UNION ALL ".join(_places(kind, *tables) for kind, tables in _KNOWN.items())

_Parts = dict[int, list[sqlite3.Row]]


class _MappingLoader(RowReader):
    """Reads the rows of one provision's mapping. Columns are taken by their place: it is part of every start."""

    def __init__(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        super().__init__(connection, row)
        known: dict[str, dict[int | None, _Known]] = {kind: {} for kind in _KNOWN}
        for kind, number, i, j, start, end in fetch(connection, _KNOWN_QUERY, self._id):
            known[kind][number] = _Known(FactRef(FactKind(kind), i, j), Span(start, end))
        self._changes, self._items, self._matters, self._divisions, self._offices = known.values()
        judgements = self._rows("judgement", "id, reason, judge, date")
        self._judgements: dict[int | None, Judgement | None] = {row[1]: Judgement(*row[2:]) for row in judgements}
        self._judgements[None] = None

    def mapping(self) -> DutyMapping:
        return DutyMapping(
            duty_links=tuple(self._duty_links()),
            rejections=tuple(self._rejections()),
            wordings=tuple(self._wordings()),
            change_links=tuple(self._change_links()),
            same_subjects=tuple(self._same_subjects()),
            findings=self._own("mapping_finding", self._finding),
        )

    def _rows(self, table: str, columns: str) -> list[sqlite3.Row]:
        """The rows of the mapping's own list in *table*: seq, then *columns*."""
        rows = fetch(
            self._connection, f"SELECT seq, {columns} FROM {table} WHERE provision_id = ? ORDER BY seq", self._id
        )
        require_sequence([row[0] for row in rows])
        return rows

    def _words_of(self, owner: str, table: str, columns: str = "") -> _Parts:
        """The words in *table* by the row of *owner* they belong to: its id, seq, words, their span, *columns*."""
        rows = fetch(
            self._connection,
            f"SELECT {owner}_id, part.seq, text, span_start, span_end{columns} FROM {table} AS part"
            f" JOIN {owner} ON {owner}.id = {owner}_id WHERE provision_id = ? ORDER BY {owner}.seq, part.seq",
            self._id,
        )
        parts: _Parts = {}
        for row in rows:
            listed = parts.setdefault(row[0], [])
            if row[1] != len(listed):
                raise ValueError(f"rows are missing from {table}")
            listed.append(row)
        return parts

    def _duty_links(self) -> Iterator[DutyLink]:
        evidence = self._words_of("duty_link", "duty_link_evidence", ", term, ground")
        columns = "id, duty_item_id, division_id, hosted_office_id, grade, method, part, judgement_id"
        for _, number, item_id, division, office, grade, method, part, judged in self._rows("duty_link", columns):
            item = self._items[item_id]
            yield DutyLink(
                item=item.ref,
                unit=self._unit(division, office).ref,
                grade=_GRADES[grade],
                method=_METHODS[method],
                part=bool(part),
                evidence=self._evidence(evidence[number], item.span),
                judgement=self._judgements[judged],
            )

    def _rejections(self) -> Iterator[Rejection]:
        evidence = self._words_of("rejection", "rejection_evidence", ", term, ground")
        columns = "id, duty_item_id, division_id, hosted_office_id, judgement_id"
        for _, number, item_id, division, office, judged in self._rows("rejection", columns):
            item, judgement = self._items[item_id], self._judgements[judged]
            if judgement is None:
                raise ValueError("set aside without a judgement")
            quotes = self._evidence(evidence[number], item.span)
            yield Rejection(item.ref, self._unit(division, office).ref, quotes, judgement)

    def _wordings(self) -> Iterator[Wording]:
        columns = "duty_item_id, kind, name, text, span_start, span_end"
        for _, item_id, kind, name, words, start, end in self._rows("wording", columns):
            item = self._items[item_id]
            yield Wording(item.ref, _WORDINGS[kind], name, self._within(item.span, words, start, end))

    def _change_links(self) -> Iterator[ChangeLink]:
        evidence = self._words_of("change_link", "change_link_evidence", ", term, ground")
        counterparts = self._words_of("change_link", "change_link_counterpart")
        columns = "id, function_change_id, grade, via_item_id, judgement_id"
        targets = "duty_item_id, matter_id, division_id, hosted_office_id"
        for _, number, change_id, grade, via_id, judged, *one in self._rows("change_link", f"{columns}, {targets}"):
            change, target = self._changes[change_id], self._target(*one)
            via = None if via_id is None else self._items[via_id]
            other = (target if via is None else via).span
            yield ChangeLink(
                change=change.ref,
                target=target.ref,
                grade=_GRADES[grade],
                evidence=self._evidence(evidence[number], change.span),
                counterpart=tuple(self._within(other, *row[2:]) for row in counterparts.get(number, ())),
                via=None if via is None else via.ref,
                judgement=self._judgements[judged],
            )

    def _same_subjects(self) -> Iterator[SameSubject]:
        parts = self._words_of("same_subject", "same_subject_matter", ", matter_id")
        for _, number in self._rows("same_subject", "id"):
            (*_, one_words, one_start, one_end, one_id), (*_, other_words, other_start, other_end, other_id) = parts[
                number
            ]
            one, other = self._matters[one_id], self._matters[other_id]
            quotes = (
                self._within(one.span, one_words, one_start, one_end),
                self._within(other.span, other_words, other_start, other_end),
            )
            yield SameSubject((one.ref, other.ref), quotes)

    def _unit(self, division: int | None, office: int | None) -> _Known:
        return self._offices[office] if division is None else self._divisions[division]

    def _target(self, item: int | None, matter: int | None, division: int | None, office: int | None) -> _Known:
        if item is not None:
            return self._items[item]
        return self._unit(division, office) if matter is None else self._matters[matter]

    def _evidence(self, rows: Iterable[sqlite3.Row], whole: Span) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(self._within(whole, words, start, end), term, ground)
            for _, _, words, start, end, term, ground in rows
        )

    def _within(self, whole: Span, words: str, start: int, end: int) -> Quote:
        """Words that stand at their place and inside the *whole* that they are said to be words of."""
        if self._text[start:end] != words or start < whole.start or end > whole.end:
            raise ValueError(f"not the words of {whole} at {start}")
        return Quote(words, Span(start, end))
