"""Qt in a process that opens no window: it draws for files, and needs no screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication

from eitc_desktop.paths import APP_NAME
from eitc_desktop.services.utf8_locale import ensure_utf8_locale


@contextmanager
def without_screen() -> Iterator[QGuiApplication | None]:
    """Give the application that is made for the body; None where there is one already, which serves as it is."""
    if QGuiApplication.instance() is not None:
        yield None
        return
    ensure_utf8_locale()
    app = QGuiApplication([APP_NAME] if sys.platform == "win32" else [APP_NAME, "-platform", "offscreen"])
    try:
        yield app
    finally:
        app.shutdown()
