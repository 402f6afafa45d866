"""Work beside the window: it runs in a thread of Qt's pool, its result comes back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, Signal


class Work(QObject):
    """One piece of work that needs no widget; ``done`` carries what it returned. Keep it until then."""

    done = Signal(object)

    def __init__(self, action: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action

    def start(self) -> None:
        """Begin as soon as a thread is free."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        result = self._action()
        with suppress(RuntimeError):  # the window may have closed meanwhile, and this with it
            self.done.emit(result)
