"""Where a window stands on the screens, and how one that would stand off them is brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from eitc_desktop.settings import WindowPlace

FIRST_SIZE = QSize(1366, 768)
_GRIP = QSize(120, 32)  # logical pixels of a window's top that must be in sight for the mouse to move it


def place_of(window: QWidget) -> WindowPlace:
    """Return where *window* stands; while maximized, where it would go back to."""
    rect = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(rect.x(), rect.y(), rect.width(), rect.height(), window.isMaximized())


def show_at(window: QWidget, place: WindowPlace | None) -> None:
    """Show *window* where it stood, or, without a *place*, as large as is usual and the screen allows."""
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    room = QApplication.primaryScreen().availableGeometry()
    if place is not None:
        window.setGeometry(brought_back(QRect(place.x, place.y, place.width, place.height), screens, room))
        maximized = place.maximized
    else:
        window.resize(FIRST_SIZE.boundedTo(room.size()))
        maximized = room.width() <= FIRST_SIZE.width() or room.height() <= FIRST_SIZE.height()
    if maximized:
        window.showMaximized()
    else:
        window.show()


def brought_back(rect: QRect, screens: Sequence[QRect], primary: QRect) -> QRect:
    """Return *rect*, or, where no screen shows enough of its top to take hold of it, one like it on *primary*."""
    for screen in screens:
        seen = QRect(rect.topLeft(), QSize(rect.width(), _GRIP.height())).intersected(screen)
        if seen.width() >= _GRIP.width() and seen.height() >= _GRIP.height() // 2:
            return QRect(rect.topLeft(), rect.size().boundedTo(screen.size()))
    size = rect.size().boundedTo(primary.size())
    return QRect(primary.center() - QPoint(size.width() // 2, size.height() // 2), size)
