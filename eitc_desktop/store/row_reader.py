"""Reading the rows of one provision: words held against its text, lists without holes.

Anything the rows cannot mean (words that do not stand at their span, an unknown kind, a hole in a
list) raises ValueError, KeyError, TypeError or IndexError; the library turns these into *corrupt*.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from eitc_desktop.model.provision import Finding, Severity
from eitc_desktop.model.text import Quote, Span

T = TypeVar("T")


def fetch(connection: sqlite3.Connection, query: str, *values: int) -> list[sqlite3.Row]:
    """Return all rows of *query*.

    Raises:
        sqlite3.Error, ValueError: if the file is damaged; one flipped bit turns words into bytes, and SQLite holds
            the declared types when it writes, not when it reads.
    """
    rows: list[sqlite3.Row] = connection.execute(query, values).fetchall()
    if any(bytes in map(type, row) for row in rows):
        raise ValueError("bytes where words or numbers were written")
    return rows


class RowReader:
    """Reads the rows of one provision; what stands for it is a row of the table ``provision``."""

    def __init__(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        self._connection = connection
        self._row = row
        self._id: int = row["id"]
        self._text: str = row["text"]
        if hashlib.sha256(self._text.encode()).hexdigest() != row["text_sha256"]:
            raise ValueError("the text is not the one its digest was taken of")

    # Words and spans

    def _span(self, row: sqlite3.Row) -> Span:
        return Span(row["span_start"], row["span_end"])

    def _checked(self, words: str, start: int, end: int) -> Quote:
        if self._text[start:end] != words:
            raise ValueError(f"other words stand at {start}")
        return Quote(words, Span(start, end))

    def _whole(self, row: sqlite3.Row, name: str) -> Quote:
        """A quotation that is the whole of its row's span."""
        return self._checked(row[name], row["span_start"], row["span_end"])

    def _quote(self, row: sqlite3.Row, name: str) -> Quote:
        """A quotation with a span of its own inside its row."""
        return self._checked(row[name], row[f"{name}_start"], row[f"{name}_end"])

    def _maybe(self, row: sqlite3.Row, name: str) -> Quote | None:
        return None if row[name] is None else self._quote(row, name)

    def _finding(self, row: sqlite3.Row) -> Finding:
        span = None if row["span_start"] is None else self._span(row)
        return Finding(Severity(row["severity"]), row["code"], row["message"], span)

    # Lists

    def _own(self, table: str, make: Callable[[sqlite3.Row], T]) -> tuple[T, ...]:
        """The provision's own list in *table*."""
        rows = fetch(self._connection, f"SELECT * FROM {table} WHERE provision_id = ? ORDER BY seq", self._id)
        require_sequence([row["seq"] for row in rows])
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
            f" ORDER BY {owners[0]}.seq, {table}.seq",
            self._id,
        )
        parts: dict[int, list[sqlite3.Row]] = {}
        for row in rows:
            parts.setdefault(row[f"{owners[0]}_id"], []).append(row)
        for listed in parts.values():
            require_sequence([row["seq"] for row in listed])
        return parts

    def _quotes(self, rows: list[sqlite3.Row] | None, name: str) -> tuple[Quote, ...]:
        return tuple(self._whole(row, name) for row in rows or ())


def require_sequence(found: list[int]) -> None:
    """Refuse a list with a hole: a fact would silently be missing."""
    if found != list(range(len(found))):
        raise ValueError(f"rows are missing: {found}")
