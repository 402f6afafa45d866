"""The program's log: a few files in the user's folder, made when there is something to write, never growing large."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

LOG_NAME = "eitc-desktop.log"
_MAX_BYTES = 512 * 1024
_OLD_FILES = 3


class LogHandler(logging.Handler):
    """Appends to ``eitc-desktop.log``; a full one becomes ``.1``, that one ``.2``, and so on to ``.3``.

    The file is opened for each record, of which there are few: several windows can write to it, and any of them can
    turn it over, on Windows too. *find_folder* is not asked before the first record.
    """

    def __init__(self, find_folder: Callable[[], Path]) -> None:
        super().__init__(logging.WARNING)
        self._find_folder = find_folder

    def emit(self, record: logging.LogRecord) -> None:
        """Append *record*; a folder that can't be written, or a full disk, is no reason to stop."""
        try:
            words = self.format(record)
        except Exception:  # noqa: BLE001  as the standard handlers do: logging must not raise
            self.handleError(record)
            return
        with suppress(OSError):
            folder = self._find_folder()
            folder.mkdir(parents=True, exist_ok=True)
            log = folder / LOG_NAME
            _turn_over(log)
            with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{words}\n")


def log_tail(folder: Path, limit: int) -> str:
    """Return the last *limit* characters or fewer of the log in *folder*, in whole lines; empty where there is none."""
    words = ""
    for path in (folder / LOG_NAME, _old(folder / LOG_NAME, 1)):
        with suppress(OSError):
            words = path.read_text(encoding="utf-8", errors="replace") + words
        if len(words) >= limit:
            return words[-limit:].partition("\n")[2]
    return words


def _turn_over(log: Path) -> None:
    try:
        if log.stat().st_size < _MAX_BYTES:
            return
    except OSError:  # there is none yet
        return
    for number in range(_OLD_FILES - 1, 0, -1):
        with suppress(OSError):
            _old(log, number).replace(_old(log, number + 1))
    with suppress(OSError):  # another window has the file open: it grows a little more
        log.replace(_old(log, 1))


def _old(log: Path, number: int) -> Path:
    return log.with_name(f"{log.name}.{number}")
