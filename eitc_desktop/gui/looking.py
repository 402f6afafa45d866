"""Looking at windows without a user: letting things happen, waiting for them, and putting away what was looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

_PATIENCE = 30.0  # seconds
_LOOK = 20  # milliseconds


def settle() -> None:
    """Let sizes, scrolling and painting that wait for the event loop happen."""
    for _ in range(3):
        QCoreApplication.processEvents()


def until(done: Callable[[], bool]) -> bool:
    """Wait for what happens beside the window, but not for ever; say whether it did."""
    end = monotonic() + _PATIENCE
    while not done():
        if monotonic() > end:
            return False
        pause = QEventLoop()  # asleep, it leaves the processor to what it waits for
        QTimer.singleShot(_LOOK, pause.quit)
        pause.exec()
    return True


def put_away(widget: QWidget) -> None:
    """Close *widget* for good."""
    widget.close()
    widget.deleteLater()
    # outside an event loop nobody else does: another theme would then style every window there ever was
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


@contextmanager
def dialogs_over(window: QWidget) -> Iterator[list[QDialog]]:
    """Give the dialogs of *window* that are seen, and close them afterwards."""
    settle()
    seen = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    yield seen
    for dialog in seen:
        if dialog.isVisible():
            dialog.close()
    settle()
