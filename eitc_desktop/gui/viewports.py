"""The inner widgets of scrolled views, which Qt makes itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def known_viewport(view: QAbstractScrollArea) -> QWidget:
    """Return the viewport of *view*; as long as this is kept, ``view.viewport()`` answers at once.

    For a widget that it doesn't know yet and that may be of any class, Python makes all of Qt's classes of widgets to
    find which it is. Of an object it is told the class.
    """
    viewport = view.findChild(QObject, "qt_scrollarea_viewport", Qt.FindChildOption.FindDirectChildrenOnly)
    return viewport if isinstance(viewport, QWidget) else view.viewport()
