"""What every table of facts has: rows chosen together and copied, keys of its own, columns that share its width."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key


class RowTable(QTableView):
    """A kind of table names its ``KEYS`` and says in ``share_width`` how wide its columns are."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    rows_copied = Signal()

    KEYS: ClassVar[tuple[KeyUse, ...]] = ()

    def __init__(self, tokens: Tokens, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        tokens.changed.connect(self.share_width)

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows, in the order shown."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def share_width(self) -> None:
        """Share the width among the columns, and give every row the height of its words."""
        raise NotImplementedError

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table; leave the rest to the view."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()
