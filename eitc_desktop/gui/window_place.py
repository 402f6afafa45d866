"""Where a window stands on the screens, and how one that would stand off them is brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from eitc_desktop.settings import WindowPlace

FIRST_SIZE = QSize(1366, 768)
_GRIP = QSize(120, 32)  # logical pixels of a window's top that must be in sight for the mouse to move it
_BAR = 32  # logical pixels of the title bar that a desktop puts above a window


def place_of(window: QWidget) -> WindowPlace:
    """Return where *window* stands; while maximized, where it would go back to."""
    rect = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(rect.x(), rect.y(), rect.width(), rect.height(), window.isMaximized())


def show_at(window: QWidget, place: WindowPlace | None) -> None:
    """Show *window* where it stood, or, without a *place*, as large as is usual and the screen allows."""
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    room = QApplication.primaryScreen().availableGeometry()
    if place is not None:
        window.setGeometry(brought_back(QRect(place.x, place.y, place.width, place.height), screens, room, _BAR))
        maximized = place.maximized
    else:
        window.resize(FIRST_SIZE.boundedTo(room.size()))
        maximized = room.width() <= FIRST_SIZE.width() or room.height() <= FIRST_SIZE.height()
    if maximized:
        window.showMaximized()
    else:
        window.show()


def brought_back(rect: QRect, screens: Sequence[QRect], primary: QRect, bar: int = 0) -> QRect:
    """Return *rect*, or, where no screen shows enough of its top to take hold of it, one like it on *primary*.

    One too large for its screen, as it comes from a larger one, is cut to the screen's size and moved within it.
    Above *rect* stands a title bar, *bar* logical pixels high.
    """
    whole = rect.adjusted(0, -bar, 0, 0)
    for screen in screens:
        seen = QRect(whole.topLeft(), QSize(whole.width(), _GRIP.height())).intersected(screen)
        if seen.width() >= _GRIP.width() and seen.height() >= _GRIP.height() // 2:
            if whole.size() == whole.size().boundedTo(screen.size()):
                return rect
            return _within(screen, whole).adjusted(0, bar, 0, 0)
    whole.moveCenter(primary.center())
    return _within(primary, whole).adjusted(0, bar, 0, 0)


def _within(screen: QRect, rect: QRect) -> QRect:
    size = rect.size().boundedTo(screen.size())
    left = min(max(rect.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(rect.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
