"""Whether a review file is sound, found out before anything is written to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from eitc_desktop.store.reviews import errors
from eitc_desktop.store.reviews.documents import is_genuine
from eitc_desktop.store.reviews.files import require_ours, uri_of

_BUSY_SECONDS = 1.0  # how long to wait for another writer before saying that the file is in use


DOCUMENTS = "SELECT sequence, id, CAST(document AS BLOB) FROM revision ORDER BY sequence"
"""The question for all documents, as bytes."""


class Contents(NamedTuple):
    """How much a review file holds."""

    revisions: int
    entries: int


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the database at *path*; *mode* is ``ro``, ``rw`` or ``rwc``. Nothing is executed yet but settings.

    Raises:
        sqlite3.Error: if it can't be opened.
    """
    connection = sqlite3.connect(
        uri_of(path, mode), uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may have come from elsewhere
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps of migration the file has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def require_sound(path: Path, known: int) -> None:
    """Refuse what isn't a review, is damaged, or of a newer form than *known*. No byte of the file is changed.

    Raises:
        ReviewError: if it is none of ours, newer or damaged.
        OSError, sqlite3.Error: if it can't be looked at.
    """
    require_ours(path)
    try:
        # One who may only read leaves the log as it is when closing: evidence, if the file is damaged.
        with closing(connect(path, "ro")) as connection:
            _require(connection, path, known)
    except sqlite3.OperationalError as error:
        # A broken write of another tool is to be rolled back first, which only one who may write can do.
        if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
            raise
        with closing(connect(path, "rw")) as connection:
            _require(connection, path, known)


def _require(connection: sqlite3.Connection, path: Path, known: int) -> None:
    if (found := version_of(connection)) > known:
        raise errors.NewerReview(path, found, known)
    if not found or [str(row[0]) for row in connection.execute("PRAGMA quick_check(1)")] != ["ok"]:
        raise errors.DamagedReview(path)


def contents_of(path: Path, known: int) -> Contents:
    """Return how much the closed file at *path* holds, after all of it was checked: every page, index and id.

    Raises:
        ReviewError: if it is none of ours, newer, damaged or altered.
        OSError, sqlite3.Error: if it can't be looked at.
    """
    require_ours(path)
    with closing(connect(path, "ro")) as connection:
        if (found := version_of(connection)) > known:
            raise errors.NewerReview(path, found, known)
        if not found or [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")] != ["ok"]:
            raise errors.DamagedReview(path)
        count = 0
        for sequence, key, document in connection.execute(DOCUMENTS):
            if not is_genuine(key, document):
                raise errors.AlteredReview(path, sequence)
            count += 1
        entries = int(connection.execute("SELECT count(DISTINCT entry) FROM revision").fetchone()[0])
    return Contents(count, entries)
