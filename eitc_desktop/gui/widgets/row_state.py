"""How a row of a view stands, for those that paint it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView


class RowState(NamedTuple):
    """Whether a row is chosen, has the keyboard, and lies under the mouse."""

    chosen: bool
    focused: bool
    over: bool


def row_state(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> RowState:
    """Return how *index* stands in *view*.

    The style option says the same in flags of QStyle, whose enumerations take longer to come into being than the
    rows to be painted.
    """
    row = index.sibling(index.row(), index.column())
    over = False
    if view.underMouse():
        hovered = view.indexAt(view.viewport().mapFromGlobal(QCursor.pos()))
        over = hovered.isValid() and hovered.siblingAtColumn(0) == row.siblingAtColumn(0)
    return RowState(view.selectionModel().isSelected(row), view.hasFocus() and view.currentIndex() == row, over)
