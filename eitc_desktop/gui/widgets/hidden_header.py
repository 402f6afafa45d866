"""Trees without a visible header."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeView


def hide_header(view: QTreeView) -> None:
    """Hide the header of *view*, whose columns get other widths only when other rows or another size come anyway.

    Those are painted with the new widths already; but Qt would answer every new width by painting once more.
    """
    view.setHeaderHidden(True)
    view.header().sectionResized.disconnect()
