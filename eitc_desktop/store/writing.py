"""Building a library file: all of it or nothing."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from eitc_desktop.errors import DatabaseError
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.store import errors
from eitc_desktop.store.fileform import absolute, require_replaceable
from eitc_desktop.store.library import Library, open_library
from eitc_desktop.store.mapping_rows import add_mapping
from eitc_desktop.store.rows import Rows

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Source:
    """A provision to be written and the file it was read from; ``sha256`` is that of the file's bytes.

    ``name_keys`` are the keys of its names; a name without one is found by its characters alone. ``mapping`` is what
    corresponds to what in it.
    """

    name: str
    sha256: str
    provision: Provision
    name_keys: tuple[NameKey, ...] = ()
    mapping: Mapping = field(default_factory=Mapping)


def write_library(path: str | os.PathLike[str], sources: Iterable[Source]) -> None:
    """Write a library of *sources* to *path*, in their order, replacing what is there.

    The new file is written beside the old one, read back and compared, and only then takes its place;
    after a failure the old file is as it was.

    Raises:
        DatabaseError: if the file cannot be written, or what was read back is not what was written.
    """
    place = absolute(path)
    written = tuple(sources)
    if not written:
        raise errors.EmptyLibrary(place)
    draft = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    try:
        require_replaceable(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _write(draft, written)
        _require_same(draft, place, written)
        _replace(draft, place)
    except (OSError, sqlite3.Error) as error:
        raise _explained(error, place) from error
    finally:
        for rest in (draft, _journal(draft)):
            with suppress(OSError):
                rest.unlink(missing_ok=True)


def _write(draft: Path, sources: tuple[Source, ...]) -> None:
    # sqlite-utils takes 0.2 s to import, and the window never writes here.
    from sqlite_utils import Database

    from eitc_desktop.store.migrations import migrate

    rows = Rows()
    for source in sources:
        digest = hashlib.sha256(source.provision.text.encode()).hexdigest()
        added = rows.add(source.provision, source_name=source.name, source_sha256=source.sha256, text_sha256=digest)
        rows.add_name_keys(added.provision_id, source.name_keys)
        add_mapping(rows, added, source.mapping)
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        database = Database(connection, execute_plugins=False)
        migrate(database)
        with database.atomic():
            # A table that the first provision needs may refer to one that only a later provision does.
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for table, listed in rows.tables.items():
                database.table(table).insert_all(listed, batch_size=500)
        connection.execute("VACUUM")


def _require_same(draft: Path, place: Path, sources: tuple[Source, ...]) -> None:
    """Read everything back: a library that doesn't return what was put in must never take its place."""
    try:
        with open_library(draft) as library:
            pairs = zip(library.provisions(), sources, strict=True)
            wrong = [source.name for summary, source in pairs if not _holds(library, summary.id, source)]
    except DatabaseError as error:
        raise errors.NotWritten(place, "写入后无法读回") from error
    if wrong:
        raise errors.NotWritten(place, f"{wrong[0]}：写入后读回的内容不一致")


def _holds(library: Library, provision_id: int, source: Source) -> bool:
    keys = tuple(library.name_keys(provision_id).values())
    held = (library.load(provision_id), keys, library.mapping(provision_id))
    return held == (source.provision, source.name_keys, source.mapping)


def _replace(draft: Path, place: Path) -> None:
    # A journal left by a broken write of the old file would be played back into the new one.
    _journal(place).unlink(missing_ok=True)
    draft.replace(place)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _explained(error: OSError | sqlite3.Error, place: Path) -> errors.DatabaseError:
    code = getattr(error, "sqlite_errorname", "")
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, PermissionError) and os.access(place, os.F_OK) and os.access(place.parent, os.W_OK):
        return errors.LockedDatabase(place)  # Windows keeps an open file from being replaced
    if number in _REFUSED or code in ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"):
        return errors.AccessDenied(place, writing=True)
    if number == errno.ENOSPC or code == "SQLITE_FULL":
        return errors.DiskFull(place)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return errors.NotWritten(place, reason)
