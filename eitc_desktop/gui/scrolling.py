"""Keeping the current row of a view in sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def bring_into_sight(view: QAbstractItemView, index: QModelIndex) -> None:
    """Scroll only where the row isn't seen whole; then it comes to the middle, with what stands around it."""
    hint = QAbstractItemView.ScrollHint
    view.scrollTo(index, hint.EnsureVisible)  # unfolds what it lies in
    row, height = view.visualRect(index), view.maximumViewportSize().height()
    if row.top() < row.height() or row.bottom() >= height - row.height():
        view.scrollTo(index, hint.PositionAtCenter)
