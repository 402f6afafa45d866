"""When the window was first painted, for benchmarks."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaintMark(QObject):
    """Prints when the window was first painted with data, for benchmarks, and then may end the program."""

    def __init__(self, window: QWidget, *, then_quit: bool) -> None:
        super().__init__(window)
        self._then_quit = then_quit
        self._seen = False
        window.installEventFilter(self)

    def _tell(self) -> None:
        sys.stdout.write(f"first-paint {time.monotonic():.6f}\n")
        sys.stdout.flush()
        if self._then_quit:
            QApplication.exit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the window's own painting; its panes are painted in the same pass."""
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False
