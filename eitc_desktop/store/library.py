"""Opening a library and reading provisions from it. Nothing here can write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from collections.abc import Mapping as MappingOf
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.records import record
from eitc_desktop.store import errors
from eitc_desktop.store.fileform import absolute, require_readable_file, uri_of
from eitc_desktop.store.loading import load_provision
from eitc_desktop.store.mapping_loading import load_mapping
from eitc_desktop.store.row_reader import fetch
from eitc_desktop.store.schema import SCHEMA_VERSION

_BUSY_SECONDS = 1.0  # how long to wait for a writer before saying the file is in use


@record
class ProvisionSummary:
    """One provision of a library, without its facts.

    ``sha256`` is that of the normalised text in UTF-8, ``source_sha256`` that of the source file's bytes.
    Versions of one body have the same ``body_id``; a later version has a higher ``id``.
    """

    id: int
    body_id: int
    body: str
    title: str | None
    document_number: str | None
    issued: str | None
    source_name: str
    source_sha256: str
    sha256: str


class Library:
    """An open library. Belongs to the thread that opened it; close it, or use it in a ``with``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @property
    def path(self) -> Path:
        return self._path

    @property
    def schema_version(self) -> int:
        """Number of the last migration that the file has been through."""
        with reporting(self._path):
            return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @property
    def connection(self) -> sqlite3.Connection:
        """For the neighbours in this package only: nobody else speaks SQL."""
        return self._connection

    def provisions(self) -> tuple[ProvisionSummary, ...]:
        """Return all provisions by id.

        Raises:
            DatabaseError: if the file cannot be read.
        """
        with reporting(self._path):
            rows = fetch(
                self._connection,
                "SELECT provision.id, body_id, body.name AS body, title, document_number, issued,"
                " source_name, source_sha256, text_sha256 AS sha256"
                " FROM provision JOIN body ON body.id = body_id ORDER BY provision.id",
            )
            return tuple(ProvisionSummary(**dict(row)) for row in rows)

    def load(self, provision_id: int) -> Provision:
        """Return the provision of this id, equal to the one that was written.

        Raises:
            DatabaseError: if there is none of this id, or the file cannot be read.
        """
        with reporting(self._path):
            provision = load_provision(self._connection, provision_id)
        if provision is None:
            raise errors.UnknownProvision(self._path, provision_id)
        return provision

    def mapping(self, provision_id: int) -> Mapping:
        """Return the correspondences of the provision of this id, equal to those that were written.

        Raises:
            DatabaseError: if there is no provision of this id, or the file cannot be read.
        """
        with reporting(self._path):
            mapping = load_mapping(self._connection, provision_id)
        if mapping is None:
            raise errors.UnknownProvision(self._path, provision_id)
        return mapping

    def name_keys(self, provision_id: int) -> MappingOf[str, NameKey]:
        """Return the keys of the names in the provision of this id, by name, in the order of writing.

        Raises:
            DatabaseError: if the file cannot be read.
        """
        with reporting(self._path):
            rows = fetch(
                self._connection,
                "SELECT name, pinyin, initials FROM name_key WHERE provision_id = ? ORDER BY id",
                provision_id,
            )
            return {row["name"]: NameKey(**dict(row)) for row in rows}

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_library(path: str | os.PathLike[str]) -> Library:
    """Open the library at *path* for reading only.

    Raises:
        DatabaseError: if it cannot be used; the message says why and what to do.
    """
    place = absolute(path)
    require_readable_file(place)
    with reporting(place):
        connection = sqlite3.connect(uri_of(place), uri=True, timeout=_BUSY_SECONDS)
        try:
            connection.row_factory = sqlite3.Row
            _require_usable(connection, place)
        except BaseException:
            connection.close()
            raise
    return Library(connection, place)


@contextmanager
def reporting(path: Path) -> Generator[None]:
    """Turn what SQLite and damaged rows raise into errors that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise errors.CorruptDatabase(path) from error


def _require_usable(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise errors.NewerDatabase(path, version, SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        raise errors.OlderDatabase(path, version, SCHEMA_VERSION)
    if connection.execute("SELECT 1 FROM provision LIMIT 1").fetchone() is None:
        raise errors.EmptyLibrary(path)


def _explained(error: sqlite3.Error, path: Path) -> errors.DatabaseError:
    """Tell known failures apart by SQLite's own code (https://sqlite.org/rescode.html)."""
    if isinstance(error, sqlite3.ProgrammingError):
        raise error  # closed library, wrong thread: a mistake of ours, not of the file
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_BUSY"):
        return errors.LockedDatabase(path)
    if code == "SQLITE_READONLY_ROLLBACK":
        return errors.UnfinishedWrite(path)
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM")):
        return errors.AccessDenied(path)
    if code == "SQLITE_NOTADB":
        return errors.NotADatabase(path)
    if code == "SQLITE_IOERR_SHORT_READ":
        return errors.TruncatedDatabase(path)
    # "no such table" under our own version number, or text that is no UTF-8 (which carries no code)
    if code.startswith("SQLITE_CORRUPT") or code in ("SQLITE_ERROR", ""):
        return errors.CorruptDatabase(path)
    return errors.UnusableDatabase(path, str(error))
