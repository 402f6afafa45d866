"""Review files as files: whose they are, which one is open, and how one takes the place of another."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from eitc_desktop.store.reviews import errors
from eitc_desktop.store.reviews.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100  # https://sqlite.org/fileformat2.html#the_database_header


class Identity(NamedTuple):
    """Which file a path leads to; a new file of the same name has another one."""

    device: int
    number: int


def identity(path: Path) -> Identity | None:
    """Return which file *path* leads to, None where none can be found."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Identity(found.st_dev, found.st_ino)


def uri_of(path: Path, mode: str) -> str:
    """Return the address by which the engine opens the database at *path*."""
    place = path.as_posix()
    slash = "" if place.startswith("/") else "/"  # before a drive letter; a Windows share keeps its two
    return f"file://{slash}{quote(os.fsencode(place), safe='/:')}?mode={mode}"


def log_of(path: Path) -> Path:
    """Return the write-ahead log beside a database."""
    return path.with_name(path.name + "-wal")


def companions(path: Path) -> tuple[Path, ...]:
    """Return what the engine may leave beside a database: its log, the log's index, a journal."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def require_ours(path: Path) -> None:
    """Refuse what can't be a review before the engine touches it.

    Raises:
        ReviewError: if there is no file, a folder, or something else.
        OSError: if the system doesn't let it be looked at.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise errors.MissingReview(path) from error
    if stat.S_ISDIR(mode):
        raise errors.FolderInsteadOfReview(path)
    if not stat.S_ISREG(mode):  # a pipe would be waited for
        raise errors.NotAReview(path)
    if _marked_as_ours(path):
        return
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise errors.NotAReview(path)
    if header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise errors.ForeignReview(path)


def _marked_as_ours(path: Path) -> bool:
    """Say whether the engine finds our mark, as it does in all that is a database; it takes no lock and writes nothing.

    A review that is in use must not be opened past the engine: closing it again would release, on systems with POSIX
    locks, all locks that this process holds on it, and another program could take its log away.
    """
    try:
        with closing(sqlite3.connect(uri_of(path, "ro&immutable=1"), uri=True)) as connection:
            return connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    except sqlite3.Error:
        return False


def draft_of(path: Path) -> Path:
    """Return the name under which *path* is written beside its place."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def remove_draft(draft: Path) -> None:
    """Remove a draft, if it is still there, with all the engine left beside it."""
    for rest in (draft, *companions(draft)):
        with suppress(OSError):
            rest.unlink(missing_ok=True)


def put_new(draft: Path, path: Path) -> bool:
    """Give the whole file *draft* the name *path* where that is free; return whether it was.

    Raises:
        OSError: if the system refuses.
    """
    sync(draft)
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links; the moment between the two lines is the best it offers
        if path.exists():
            return False
        draft.rename(path)
    sync_folder(path.parent)
    return True


def put_over(draft: Path, path: Path) -> None:
    """Let the whole file *draft* take the place of *path*: whoever looks finds the one or the other.

    Raises:
        OSError: if the system refuses.
    """
    sync(draft)
    draft.replace(path)
    sync_folder(path.parent)


def sync(path: Path) -> None:
    """Have the system write the file to the disk.

    Raises:
        OSError: if it can't.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the system write the names in *folder* to the disk, where that can be asked for."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network file systems have nothing to ask for
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
