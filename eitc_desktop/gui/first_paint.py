"""When the window was first painted: what the first picture doesn't need is made after it, and benchmarks are told."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Tells once that *window* was painted with all its panes."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the window's own painting; its panes are painted in the same pass."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False


def mark_first_paint(*, then_quit: bool) -> None:
    """Print when this was called, for benchmarks, and then end the program if asked to."""
    sys.stdout.write(f"first-paint {time.monotonic():.6f}\n")
    sys.stdout.flush()
    if then_quit:
        QApplication.exit(0)
