"""What SQLite and the system raise, in words for an official."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from eitc_desktop.store.reviews import errors
from eitc_desktop.whole_file import reason_of

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)
# "no such table" under our own number, an end before its time, text that is no UTF-8
_SENSELESS = ("SQLITE_ERROR", "SQLITE_IOERR_SHORT_READ", "")
_LITTLE = 64 * 1024  # bytes: less than the engine asks for at a time


@contextmanager
def reporting(path: Path) -> Generator[None]:
    """Turn what SQLite and the system raise about the file at *path* into errors that a user can act on."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # closed file, wrong thread: a mistake of ours, not of the file
    except sqlite3.Error as error:
        raise of_engine(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error


def of_engine(error: sqlite3.Error, path: Path) -> errors.ReviewError:
    """Tell known failures apart by SQLite's own code (https://sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return errors.ReviewLocked(path)
    if code == "SQLITE_FULL" or (code.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")) and _is_full(path.parent)):
        return errors.ReviewDiskFull(path)
    if code == "SQLITE_READONLY_DBMOVED":
        return errors.ReviewVanished(path)
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return _of_access(error, path)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or code in _SENSELESS:
        return errors.DamagedReview(path)
    return errors.UnusableReview(path, " ".join(str(error).split()))


def of_system(error: OSError, path: Path) -> errors.ReviewError:
    """Tell apart why the system refused to make, read or replace the file at *path*."""
    if error.errno in _FULL:
        return errors.ReviewDiskFull(path)
    if error.errno in _REFUSED:
        if os.name == "nt" and path.exists() and os.access(path, os.W_OK):
            return errors.ReviewLocked(path)  # Windows keeps an open file from being replaced
        return _of_access(error, path)
    return errors.UnusableReview(path, reason_of(error))


def _of_access(error: Exception, path: Path) -> errors.ReviewError:
    refused = refusal(path)
    if refused is not None:
        return refused
    if not _is_there(path):
        return errors.MissingReview(path)
    return errors.UnusableReview(path, " ".join(str(error).split()))


def refusal(path: Path) -> errors.ReviewError | None:
    """Return why the system would let nothing be written to the review at *path*, there or not yet; None if it may.

    That is the file, or the folder, in which the engine keeps its journal. Nothing is tried: only rights are asked for.
    """
    if _is_there(path):
        if not os.access(path, os.R_OK):
            return errors.ReviewUnreadable(path)
        if not os.access(path, os.W_OK):
            return errors.ReviewReadOnly(path)
    folder = path.parent
    while not _is_there(folder) and folder != folder.parent:
        folder = folder.parent
    return None if os.access(folder, os.W_OK | os.X_OK) else errors.ReviewFolderReadOnly(path)


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110  within a folder that can't be entered Path.exists raises


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE
    except OSError:
        return False
