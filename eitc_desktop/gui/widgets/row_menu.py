"""Menus of rows: which row one was asked for, and where it opens: under the pointer, or, by key, on the current row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView


class MenuTree(QTreeView):
    """A tree that asks for a menu of a row. The right button leaves the mark on what is chosen."""

    menu_requested = Signal(object, object)  # QModelIndex, QPoint, global

    # Qt overrides

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row meant."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.menu_requested.emit(index, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the right button to the menu."""
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)


def asked_row(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """Return the row of *view* that *event* asks about (invalid where there is none) and the menu's global place."""
    if event.reason() is not QContextMenuEvent.Reason.Keyboard:
        return view.indexAt(event.pos()), event.globalPos()
    index = view.currentIndex()
    return index, view.viewport().mapToGlobal(view.visualRect(index).center())
