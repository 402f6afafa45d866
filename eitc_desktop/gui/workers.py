"""Work beside the window: it runs in a thread of Qt's pool, its result is fetched by the window's thread.

The two threads share a plain Python object and no object of Qt's. A signal across threads would need one, which the
closing window deletes while the other thread still tells through it: that ended the program now and then.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

_LOOK = 4
"""Milliseconds between two looks at what is under way; there are none while nothing is."""


class Work(QObject):
    """One piece of work that needs no widget; ``done`` carries what it returned, in the window's thread.

    What it raises is raised there too, after ``failed``. Nobody is told once its parent is gone.
    """

    done = Signal(object)
    failed = Signal()

    def __init__(self, action: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = _Task(action)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK)
        self._clock.timeout.connect(self._look)

    def start(self) -> None:
        """Begin as soon as a thread is free."""
        QThreadPool.globalInstance().start(self._task.run)
        self._clock.start()

    @Slot()
    def _look(self) -> None:
        if self._task.ended:
            self._clock.stop()
            if self._task.error is not None:
                self.failed.emit()
                raise self._task.error
            self.done.emit(self._task.result)


class _Task:
    """What the other thread runs and how it ended; ``ended`` is set last."""

    def __init__(self, action: Callable[[], object]) -> None:
        self._action = action
        self.result: object = None
        self.error: BaseException | None = None
        self.ended = False

    def run(self) -> None:
        """Run it; an error is kept for whoever waits."""
        try:
            self.result = self._action()
        except BaseException as error:  # noqa: BLE001  raised anew in the window's thread
            self.error = error
        self.ended = True
