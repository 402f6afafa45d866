"""Finding words in a library, whatever was typed: clauses, units, duty items, changes, quotas, matters."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.text import Span
from eitc_desktop.store.library import Library, reporting
from eitc_desktop.store.terms import asked_words, expression, folded, needs_reading

CLAUSE = "clause"
"""What an entry's ``fact`` says where it is the own words of a clause."""

_STEPS = 500  # of SQLite's machine, between two looks whether to go on


class SearchKind(StrEnum):
    """What can be found, in the order in which hits are shown."""

    UNIT = "unit"
    DUTY = "duty"
    CHANGE = "change"
    QUOTA = "quota"
    MATTER = "matter"
    CLAUSE = "clause"


class SearchStopped(Exception):
    """Whoever asked wants no answer any more."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One entry that holds all words: ``words`` are the text's at ``span``, ``citation`` names its clause.

    ``ref`` is the fact found; None for a clause, which is the provision's clause of index ``clause``.
    """

    kind: SearchKind
    provision_id: int
    ref: FactRef | None
    clause: int
    span: Span
    words: str
    citation: str


_KINDS = {
    FactKind.DUTY_ITEM: SearchKind.DUTY,
    FactKind.DIVISION_DUTY: SearchKind.DUTY,
    FactKind.CHANGE: SearchKind.CHANGE,
    FactKind.QUOTA: SearchKind.QUOTA,
    FactKind.MATTER: SearchKind.MATTER,
}


def search(
    library: Library, query: str, limit: int = 50, *, stop: Callable[[], bool] | None = None
) -> tuple[SearchHit, ...]:
    """Return the first *limit* entries of the whole library that hold every word of *query*, blanks between them.

    Units called exactly so come first, then the kinds in their order, then one provision after the other, each in its
    text's order. Whatever is typed finds something or nothing.

    Raises:
        DatabaseError: if the file cannot be read.
        SearchStopped: when *stop*, which is asked now and then, says so.
    """
    asked = asked_words(query)
    named = _named(library, asked, limit, stop)
    found = dict([*named, *_matching(library, asked, limit, None, stop)])
    return tuple(found.values())[:limit]


def search_provision(
    library: Library, provision_id: int, query: str, limit: int = 50, *, stop: Callable[[], bool] | None = None
) -> tuple[SearchHit, ...]:
    """Return entries of one provision that hold every word of *query*: of each kind the first *limit*, in its order.

    Raises:
        DatabaseError: if the file cannot be read.
        SearchStopped: when *stop*, which is asked now and then, says so.
    """
    asked = asked_words(query)
    with reporting(library.path):
        rows = library.connection.execute(
            "SELECT kind, first, last FROM search_range WHERE provision_id = ?", (provision_id,)
        ).fetchall()
        ranges = {SearchKind(row["kind"]): (int(row["first"]), int(row["last"])) for row in rows}
    found: list[SearchHit] = []
    for kind in SearchKind:
        if kind in ranges:
            found += [hit for _, hit in _matching(library, asked, limit, ranges[kind], stop)]
    return tuple(found)


def _named(
    library: Library, asked: Sequence[str], limit: int, stop: Callable[[], bool] | None
) -> list[tuple[int, SearchHit]]:
    """The units that are called exactly what was asked, blanks aside."""
    if expression(asked) is None:
        return []
    query = f"{_ENTRIES} WHERE entry.name = ? ORDER BY entry.id LIMIT ?"
    return list(_hits(library, query, ("".join(asked), limit), stop))


def _matching(
    library: Library, asked: Sequence[str], limit: int, within: tuple[int, int] | None, stop: Callable[[], bool] | None
) -> list[tuple[int, SearchHit]]:
    words = expression(asked)
    if words is None:
        return []
    between = "" if within is None else " AND search_index.rowid BETWEEN ? AND ?"
    # CROSS JOIN: the index leads, in the order of its ids, and no more is read than is returned
    query = f"{_ENTRIES.replace(_FROM, _FROM_INDEX)} WHERE search_index MATCH ?{between}"
    query += " ORDER BY search_index.rowid LIMIT ?"
    if not needs_reading(asked):
        return list(_hits(library, query, (words, *(within or ()), limit), stop))
    found: list[tuple[int, SearchHit]] = []
    for row_id, hit in _hits(library, query, (words, *(within or ()), -1), stop):
        held = folded(hit.words)
        if all(word in held for word in asked):
            found.append((row_id, hit))
            if len(found) == limit:
                break
    return found


_FROM = "FROM search_entry AS entry"
_FROM_INDEX = "FROM search_index CROSS JOIN search_entry AS entry ON entry.id = search_index.rowid"
_ENTRIES = (
    "SELECT entry.id, entry.fact, fact_index, fact_part, entry.span_start, entry.span_end, clause.seq,"
    " clause.citation, clause.provision_id,"
    " substr(provision.text, entry.span_start + 1, entry.span_end - entry.span_start) AS words"
    f" {_FROM} CROSS JOIN clause ON clause.id = entry.clause_id"
    " CROSS JOIN provision ON provision.id = clause.provision_id"
)


def _hits(
    library: Library, query: str, values: tuple[str | int, ...], stop: Callable[[], bool] | None
) -> Iterator[tuple[int, SearchHit]]:
    connection = library.connection
    with reporting(library.path):
        connection.set_progress_handler(stop, _STEPS)
        try:
            for row in connection.execute(query, values):
                yield int(row["id"]), _hit(row)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise SearchStopped from error
            raise
        finally:
            connection.set_progress_handler(None, _STEPS)


def _hit(row: sqlite3.Row) -> SearchHit:
    span = Span(row["span_start"], row["span_end"])
    if row["fact"] == CLAUSE:
        kind, ref = SearchKind.CLAUSE, None
    else:
        fact = FactKind(row["fact"])
        kind, ref = _KINDS.get(fact, SearchKind.UNIT), FactRef(fact, row["fact_index"], row["fact_part"])
    if not isinstance(row["words"], str):
        raise TypeError("bytes where words were written")
    return SearchHit(kind, row["provision_id"], ref, row["seq"], span, row["words"], row["citation"])
