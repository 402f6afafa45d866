"""Backups: whole, verified copies in the folder ``backups`` beside a review, named for when and why they were made."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.store.reviews.copying import drafted
from eitc_desktop.store.reviews.failures import reporting
from eitc_desktop.store.reviews.files import log_of, put_over, sync, sync_folder
from eitc_desktop.store.reviews.inspecting import Contents, contents_of
from eitc_desktop.store.reviews.migrations import STEPS

FOLDER = "backups"
SUFFIX = ".review.db"
_STAMP = "%Y%m%dT%H%M%SZ"
_DAY = 24 * 60 * 60  # seconds after which a draft is nobody's


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    HOURLY = "hourly"
    """While entries are being made, an hour after the last that was made by itself."""
    INTAKE = "intake"
    """Before a package was taken in."""
    MIGRATION = "migration"
    """Before the file was brought to a newer form."""
    RESTORE = "restore"
    """Before another backup took its place."""
    DAMAGED = "damaged"
    """Set aside byte for byte when a backup took its place, whatever is in it."""


KEPT = {BackupReason.DAILY: 30, BackupReason.HOURLY: 10, BackupReason.INTAKE: 10}
"""How many of the backups that are made unasked are kept; no others are ever removed."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it lies on the disk. ``made_at`` is UTC; ``ok``: whole and genuine (else ``entries`` is 0)."""

    path: Path
    made_at: datetime
    reason: BackupReason
    entries: int
    ok: bool


def local_now() -> datetime:
    """Return this moment, in the time zone of the computer."""
    return datetime.now().astimezone()


def backups(path: Path, *, known: int = len(STEPS)) -> list[Backup]:
    """Return the backups of the review at *path*, the newest first, each of them read and checked.

    The review itself may be missing or damaged. Takes about 10 µs for each revision of each backup.

    Raises:
        ReviewError: if the folder can't be read.
    """
    with reporting(path):
        found = sorted(_named(path), reverse=True)
    return [_checked(place, made_at, reason, known) for made_at, _number, reason, place in found]


def back_up(source: sqlite3.Connection, path: Path, reason: BackupReason, now: datetime, known: int) -> Backup:
    """Copy all that *source* (the file *path*) holds into a new backup.

    Raises:
        ReviewError: if there is no room or no permission, or the copy isn't what was to be copied.
    """
    place = _new_place(path, reason, now)
    with drafted(source, path, place, known) as (draft, contents):
        put_over(draft, place)
    _sweep(path)
    return Backup(place, _whole_second(now), reason, contents.entries, ok=True)


def set_aside(path: Path, now: datetime) -> Path:
    """Copy what lies at *path* into the backups, byte for byte, with the log beside it; return where it is now.

    Raises:
        ReviewError: if there is no room or no permission.
    """
    place = _new_place(path, BackupReason.DAMAGED, now)
    with reporting(place):
        for origin, copy in ((path, place), (log_of(path), log_of(place))):
            if origin.exists():
                _keep(origin, copy)
        sync_folder(place.parent)
    return place


def _keep(origin: Path, copy: Path) -> None:
    try:
        shutil.copyfile(origin, copy)
        sync(copy)
    except OSError:  # no room, or a spot of the disk that can't be read: a second name keeps the bytes, too
        copy.unlink(missing_ok=True)
        copy.hardlink_to(origin)


def prune(path: Path) -> None:
    """Remove the oldest of the backups that are made unasked, so that as many are left as ``KEPT`` says."""
    found = sorted(_named(path))
    for reason, kept in KEPT.items():
        for _made_at, _number, _reason, place in [one for one in found if one[2] is reason][:-kept]:
            with suppress(OSError):
                place.unlink()


def made_unasked(path: Path) -> Iterator[tuple[datetime, BackupReason]]:
    """Yield when the daily and hourly backups of *path* were made, by their names alone."""
    timed = {BackupReason.DAILY, BackupReason.HOURLY}
    return ((made_at, reason) for made_at, _number, reason, _place in _named(path) if reason in timed)


def _base(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)


def _new_place(path: Path, reason: BackupReason, now: datetime) -> Path:
    folder = path.parent / FOLDER
    with reporting(folder):
        folder.mkdir(parents=True, exist_ok=True)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    names = (f"{_base(path)}.{stamp}{f'-{number}' if number else ''}.{reason}{SUFFIX}" for number in count())
    return next(place for name in names if not (place := folder / name).exists())


def _named(path: Path) -> list[tuple[datetime, int, BackupReason, Path]]:
    form = re.compile(rf"{re.escape(_base(path))}\.(\d{{8}}T\d{{6}}Z)(?:-(\d+))?\.(\w+){re.escape(SUFFIX)}")
    found: list[tuple[datetime, int, BackupReason, Path]] = []
    with suppress(FileNotFoundError):
        for place in (path.parent / FOLDER).iterdir():
            if matched := form.fullmatch(place.name):
                with suppress(ValueError):  # named alike by somebody else
                    made_at = datetime.strptime(matched[1], _STAMP).replace(tzinfo=UTC)
                    found.append((made_at, int(matched[2] or 0), BackupReason(matched[3]), place))
    return found


def _checked(place: Path, made_at: datetime, reason: BackupReason, known: int) -> Backup:
    contents: Contents | None = None
    with suppress(EitcError), reporting(place):
        contents = contents_of(place, known)
    return Backup(place, made_at, reason, contents.entries if contents else 0, contents is not None)


def _whole_second(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0)


def _sweep(path: Path) -> None:
    """Remove drafts that a killed program left behind a day ago or earlier."""
    before = time.time() - _DAY
    for folder in (path.parent, path.parent / FOLDER):
        with suppress(OSError):
            for draft in folder.glob(f".{_base(path)}*.tmp*"):
                with suppress(OSError):
                    if draft.stat().st_mtime < before:
                        draft.unlink()
