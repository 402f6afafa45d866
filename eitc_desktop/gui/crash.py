"""An unexpected error is logged and shown once in words that can be copied, and the window lives on."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from eitc_desktop.gui.dialogs.crash import CrashDialog

_log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes over ``sys.excepthook`` while the program runs."""

    crashed = Signal(str)  # the report
    diagnosis_requested = Signal()

    def __init__(self, window: Callable[[], QWidget | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._times = Counter[str]()  # by report
        self._shown: set[str] = set()
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog on the screen, None while there is none."""
        return self._dialog

    def install(self) -> None:
        """Answer every uncaught error from now on."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log *error* and ask for the dialog; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        report = "".join(traceback.format_exception(kind, error, trace))
        self._times[report] += 1
        times = self._times[report]
        if times == 1:
            _log.critical("%s", report)
        elif times.bit_count() == 1:  # one in painting comes back with every picture: told the 2nd, 4th, 8th… time
            _log.critical("same error, %d times by now: %s", times, report.rstrip().rpartition("\n")[2])
        self.crashed.emit(report)

    def _show(self, report: str) -> None:
        # one dialog at a time, and once for each error; what comes meanwhile is in the log
        if self._dialog is not None or report in self._shown:
            return
        from eitc_desktop.gui.dialogs.crash import CrashDialog

        self._shown.add(report)
        self._dialog = dialog = CrashDialog(report, self._window())
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.destroyed.connect(partial(self._forget, dialog))  # where it goes with its window, it never finishes
        dialog.diagnosis_requested.connect(self.diagnosis_requested)
        dialog.open()

    def _forget(self, dialog: CrashDialog, *_: object) -> None:
        if self._dialog is dialog:  # one that was closed is destroyed later, when another may be open
            self._dialog = None


def log_qt_messages() -> None:
    """Send what Qt has to say to the log."""
    qInstallMessageHandler(_log_qt_message)


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    if not message.startswith("This plugin does not support"):  # the offscreen platform says so for every window
        _log.log(level, "Qt: %s", message)
