"""Whole copies of a review that is in use: written beside, read back, and only then to be given their name."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from eitc_desktop.store.reviews import errors
from eitc_desktop.store.reviews.failures import reporting
from eitc_desktop.store.reviews.files import draft_of, remove_draft
from eitc_desktop.store.reviews.inspecting import Contents, connect, contents_of

_PATIENCE = 4  # times a quarter of a second that a file in use is waited for


@contextmanager
def drafted(source: sqlite3.Connection, origin: Path, path: Path, known: int) -> Generator[tuple[Path, Contents]]:
    """Write all that *source* (the file *origin*) holds at this moment into one single file beside *path*.

    Yields it, whole and read back, with how much it holds; it is removed afterwards unless it was given a name.

    Raises:
        ReviewError: if there is no room or no permission, or what was read back isn't whole.
    """
    draft = draft_of(path)
    with reporting(path):
        path.parent.stat()  # the engine doesn't say that a folder is missing
        remove_draft(draft)
        try:
            least = int(source.execute("SELECT count(*) FROM revision").fetchone()[0])
            with closing(connect(draft, "rwc")) as target:
                target.execute("PRAGMA synchronous = OFF")  # the whole file is written to the disk before it is named
                source.backup(target)
                # Without a log it is one file, which can be carried and read from where nothing can be written.
                target.execute("PRAGMA journal_mode = DELETE")
            contents = _read_back(source, origin, draft, path, known)
            if contents.revisions < least:
                raise errors.CopyFailed(path)
            yield draft, contents
        finally:
            remove_draft(draft)


def _read_back(source: sqlite3.Connection, origin: Path, draft: Path, path: Path, known: int) -> Contents:
    try:
        return contents_of(draft, known)
    except errors.AlteredReview as error:
        raise errors.AlteredReview(origin, error.sequence) from error
    except errors.ReviewError as error:
        damaged = [str(row[0]) for row in source.execute("PRAGMA quick_check(1)")] != ["ok"]
        raise (errors.DamagedReview(origin) if damaged else errors.CopyFailed(path)) from error


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    """Let all that *source* holds take the place of all that *target* holds, in one transaction.

    Raises:
        ReviewLocked: if somebody else keeps writing to *path*, the file of *target*.
        sqlite3.Error: if it can't be written; *target* is then as it was.
    """
    waited = 0

    def progress(status: int, _remaining: int, _total: int) -> None:
        nonlocal waited
        waited += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waited > _PATIENCE:
            raise errors.ReviewLocked(path)

    source.backup(target, progress=progress)
