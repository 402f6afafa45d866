"""Filling the search index of a library from its own tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from eitc_desktop.model.facts import FactKind
from eitc_desktop.store.search import CLAUSE, SearchKind
from eitc_desktop.store.terms import folded, index_columns

_MEMORY = 8 << 20  # bytes of new entries that are held before they are written


class _Source(NamedTuple):
    """Where entries of one kind of fact come from. Columns: provision, clause, index, part, start, end."""

    fact: str
    query: str


def _own(fact: FactKind, table: str, start: str = "span_start", end: str = "span_end") -> _Source:
    """The provision's own facts in *table*."""
    return _Source(
        fact, f"SELECT provision_id, clause_id, seq, 0, {start}, {end} FROM {table} ORDER BY provision_id, seq"
    )


def _part(fact: FactKind, table: str, owner: str) -> _Source:
    """The parts of facts in *table*."""
    return _Source(
        fact,
        f"SELECT provision_id, part.clause_id, whole.seq, part.seq, part.span_start, part.span_end FROM {table} AS part"
        f" JOIN {owner} AS whole ON whole.id = part.{owner}_id ORDER BY provision_id, whole.seq, part.seq",
    )


_BODY = _Source(
    FactKind.BODY,
    # the deepest clause that begins before the name
    "SELECT id, (SELECT clause.id FROM clause WHERE provision_id = provision.id AND clause.span_start <= body_start"
    " ORDER BY seq DESC LIMIT 1), 0, 0, body_start, body_end FROM provision ORDER BY id",
)

_SOURCES: tuple[tuple[SearchKind, tuple[_Source, ...]], ...] = (
    (
        SearchKind.UNIT,
        (
            _BODY,
            _own(FactKind.NAMEPLATE, "nameplate"),
            _own(FactKind.DIVISION, "division"),
            _part(FactKind.SECOND_NAME, "second_name", "division"),
            _part(FactKind.DIVISION_NAMEPLATE, "division_nameplate", "division"),
            _own(FactKind.HOSTED_OFFICE, "hosted_office", "name_start", "name_end"),
        ),
    ),
    (
        SearchKind.DUTY,
        (_part(FactKind.DUTY_ITEM, "duty_item", "duty"), _part(FactKind.DIVISION_DUTY, "division_duty", "division")),
    ),
    (SearchKind.CHANGE, (_own(FactKind.CHANGE, "function_change"),)),
    (SearchKind.QUOTA, (_own(FactKind.QUOTA, "quota"),)),
    (SearchKind.MATTER, (_part(FactKind.MATTER, "matter", "responsibility_split"),)),
    (
        SearchKind.CLAUSE,
        (
            _Source(
                CLAUSE, "SELECT provision_id, id, seq, 0, body_start, body_end FROM clause ORDER BY provision_id, seq"
            ),
        ),
    ),
)


def fill_index(connection: sqlite3.Connection) -> None:
    """Write entries for everything that can be searched, kind by kind, and the index over them; both must be empty.

    Ids count in the order in which hits are shown, so the index gives the first hits first.
    """
    _set(connection, automerge=0, hashsize=_MEMORY)  # else every batch is merged with those before, again and again
    last = 0
    for kind, sources in _SOURCES:
        for provision, entries in _by_provision(connection, sources):
            first = last + 1
            rows: list[tuple[int | str | None, ...]] = []
            indexed: list[tuple[int | str, ...]] = []
            for last, entry in enumerate(entries, first):
                name = entry.words if kind is SearchKind.UNIT else None
                rows.append((last, entry.clause, entry.fact, entry.place, entry.part, entry.start, entry.end, name))
                indexed.append((last, *index_columns(entry.words)))
            connection.executemany(_ENTRY, rows)
            connection.executemany(_TERMS, indexed)
            connection.execute(_RANGE, (provision, kind.value, first, last))
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    _set(connection, automerge=4, hashsize=1 << 20)  # as SQLite has them by itself


def _set(connection: sqlite3.Connection, **options: int) -> None:
    for name, value in options.items():
        connection.execute("INSERT INTO search_index (search_index, rank) VALUES (?, ?)", (name, value))


_ENTRY = (
    "INSERT INTO search_entry (id, clause_id, fact, fact_index, fact_part, span_start, span_end, name)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_TERMS = "INSERT INTO search_index (rowid, pairs, characters) VALUES (?, ?, ?)"
_RANGE = "INSERT INTO search_range (provision_id, kind, first, last) VALUES (?, ?, ?, ?)"


class _Entry(NamedTuple):
    start: int
    end: int
    clause: int
    fact: str
    place: int
    part: int
    words: str  # folded


def _by_provision(connection: sqlite3.Connection, sources: tuple[_Source, ...]) -> Iterator[tuple[int, list[_Entry]]]:
    """Yield each provision that has entries of *sources*, with all of them in the text's order."""
    found = merge(*(_rows(connection, source) for source in sources), key=itemgetter(0))
    for provision, rows in groupby(found, key=itemgetter(0)):
        text: str = connection.execute("SELECT text FROM provision WHERE id = ?", (provision,)).fetchone()[0]
        entries: list[_Entry] = []
        for _, fact, clause, index, part, start, end in rows:
            words = folded(text[start:end])
            if words and clause is not None:
                entries.append(_Entry(start, end, clause, fact, index, part, words))
        if entries:
            yield provision, sorted(entries)


def _rows(connection: sqlite3.Connection, source: _Source) -> Iterator[tuple[Any, ...]]:
    for provision, *rest in connection.execute(source.query):
        yield provision, source.fact, *rest
