"""What is said or raised while something is tried, by Qt, by Python and in slots: none of it may go unnoticed."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from eitc_desktop.services.self_check import reason_of

_log = logging.getLogger(__name__)

_QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
_HARMLESS = ("This plugin does not support propagateSizeHints()",)  # the offscreen platform says so for every window


class Noise:
    """Collects it, a line each; whoever looks takes what has come since the last look."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def take(self) -> tuple[str, ...]:
        """Return what was collected, each line once, and begin anew."""
        lines, self._lines = self._lines, []
        return tuple(dict.fromkeys(lines))

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen while the body runs; what listened before does so again afterwards."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        before = qInstallMessageHandler(self._note_qt)
        sys.excepthook = self._note_error
        threading.excepthook = self._note_thread
        sys.unraisablehook = self._note_unraisable
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("always")
                # what a library will do without one day is no fault of today, and the tests see to our own
                warnings.simplefilter("ignore", DeprecationWarning)
                warnings.simplefilter("ignore", PendingDeprecationWarning)
                warnings.showwarning = self._note_warning
                yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    def _note_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in _QUIET and not message.startswith(_HARMLESS):
            _log.warning("Qt: %s", message)
            self._lines.append(f"Qt 警告：{' '.join(message.split())}")

    def _note_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            _log.error("in a slot", exc_info=(kind, error, trace))
            self._lines.append(reason_of(error))
        else:
            sys.__excepthook__(kind, error, trace)

    def _note_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._note_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _note_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._note_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _note_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        _file: object = None,
        _line: str | None = None,
    ) -> None:
        _log.warning("%s:%d: %s: %s", filename, lineno, category.__name__, message)
        self._lines.append(f"Python 警告：{category.__name__}: {' '.join(str(message).split())}")
