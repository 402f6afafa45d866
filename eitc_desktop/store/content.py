"""What a library file contains, whatever its bytes: an ordered dump, its digest, and SQLite's own checks."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from eitc_desktop.store.library import Library, reporting

_FTS_SHADOWS = ("config", "content", "data", "docsize", "idx")


def content_lines(library: Library) -> Iterator[str]:
    """Yield the content line by line: every table, index and view as declared, then every row in order.

    Of a full-text index only the declaration counts: it follows from other tables, holds no rows of its own, and the
    layout of its shadow tables depends on SQLite's version.

    Raises:
        DatabaseError: if the file cannot be read.
    """
    with reporting(library.path):
        connection = library.connection
        declared = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            " ORDER BY type, name"
        ).fetchall()
        virtual = [row["name"] for row in declared if _is_virtual(row)]
        shadows = {f"{name}_{shadow}" for name in virtual for shadow in _FTS_SHADOWS}
        kept = [row for row in declared if row["name"] not in shadows]
        for row in kept:
            yield f"{row['type']} {row['name']} {row['sql']}"
        for row in kept:
            if row["type"] == "table" and not _is_virtual(row):
                yield from _row_lines(connection, row["name"])


def content_digest(library: Library) -> str:
    """Return the SHA-256 of :func:`content_lines`, in hexadecimal.

    Raises:
        DatabaseError: if the file cannot be read.
    """
    digest = hashlib.sha256()
    for line in content_lines(library):
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def row_counts(library: Library) -> dict[str, int]:
    """Return the number of rows of each of the program's tables, by name.

    Raises:
        DatabaseError: if the file cannot be read.
    """
    with reporting(library.path):
        names = [
            str(row["name"])
            for row in library.connection.execute(
                "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
                " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
            )
        ]
        return {name: int(library.connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}


def damage(library: Library) -> tuple[str, ...]:
    """Return what SQLite's integrity and foreign key checks complain of, in SQLite's words; empty when sound.

    SQLite skips CHECK constraints in a file that it opened for reading; comparing contents finds what they would.

    Raises:
        DatabaseError: if the file cannot be read so far as to check it.
    """
    with reporting(library.path):
        complaints = [str(row[0]) for row in library.connection.execute("PRAGMA integrity_check")]
        found = [] if complaints == ["ok"] else complaints
        found += [
            f"{row['table']} {row['rowid']} → {row['parent']}"
            for row in library.connection.execute("PRAGMA foreign_key_check")
        ]
        return tuple(found)


def _is_virtual(declared: sqlite3.Row) -> bool:
    return str(declared["sql"]).upper().startswith("CREATE VIRTUAL")


def _row_lines(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    width = len(connection.execute(f'SELECT * FROM "{table}" LIMIT 0').description)
    order = ", ".join(str(column) for column in range(1, width + 1))
    for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}'):
        yield f"{table} {tuple(row)!r}"
