"""Putting a backup in the place of a review, of which nothing is lost by that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from eitc_desktop.store.fileform import absolute
from eitc_desktop.store.reviews import errors
from eitc_desktop.store.reviews.backups import Backup, BackupReason, back_up, local_now, set_aside
from eitc_desktop.store.reviews.copying import copy_into, drafted
from eitc_desktop.store.reviews.failures import reporting
from eitc_desktop.store.reviews.files import companions, put_over
from eitc_desktop.store.reviews.inspecting import connect, contents_of, require_sound
from eitc_desktop.store.reviews.migrations import STEPS

_REPLACED = (
    errors.DamagedReview,
    errors.ForeignReview,
    errors.MissingReview,
    errors.NewerReview,
    errors.NotAReview,
    errors.UnusableReview,  # a spot of the disk that can't be read
)


def restore(
    path: Path, backup: Backup, *, now: Callable[[], datetime] = local_now, known: int = len(STEPS)
) -> Path | None:
    """Let *backup* take the place of the review at *path*; return where what was there is kept now (None: nothing was).

    The review must not be open in this process. A sound one is backed up, then overwritten by the engine itself in
    one transaction: other windows see the change. Anything else there is set aside byte for byte, then replaced.
    Whenever the program is stopped, the one or the other is found, whole.

    Raises:
        UnusableBackup: if the backup isn't whole.
        ReviewError: if the present file can't be kept or replaced; it is as it was then.
    """
    place = absolute(path)
    try:
        with reporting(backup.path):
            contents_of(backup.path, known)
    except errors.ReviewError as error:
        raise errors.UnusableBackup(backup.path) from error
    if place.is_dir():
        raise errors.FolderInsteadOfReview(place)
    with reporting(place), closing(connect(backup.path, "ro")) as source:
        if _is_sound(place, known):
            return _overwrite(source, place, now(), known)
        return _replace(source, backup.path, place, now(), known)


def _is_sound(place: Path, known: int) -> bool:
    """Whether the engine can overwrite what is at *place*; a newer version's file isn't ours to overwrite."""
    try:
        with reporting(place):
            require_sound(place, known)
    except _REPLACED:
        return False
    return True


def _overwrite(source: sqlite3.Connection, place: Path, now: datetime, known: int) -> Path:
    with closing(connect(place, "rw")) as target:
        kept = back_up(target, place, BackupReason.RESTORE, now, known).path
        # In a log, the pages of the backup count all at once, when the last of them is on the disk.
        target.execute("PRAGMA journal_mode = WAL")
        copy_into(source, target, place)
    return kept


def _replace(source: sqlite3.Connection, origin: Path, place: Path, now: datetime, known: int) -> Path | None:
    kept = None
    if any(part.exists() for part in (place, *companions(place))):
        kept = set_aside(place, now)  # before the engine opens it, which may change it
        _require_unused(place)
    with drafted(source, origin, place, known) as (draft, _contents):
        for rest in companions(place):  # they belong to the file that goes, and would be played into the new one
            rest.unlink(missing_ok=True)
        put_over(draft, place)
    return kept


def _require_unused(place: Path) -> None:
    """Refuse to replace a file that another window has open, as far as a damaged one can tell."""
    try:
        with closing(connect(place, "rw")) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise errors.ReviewLocked(place) from error
