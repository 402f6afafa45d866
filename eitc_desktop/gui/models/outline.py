"""The provision's outline as a Qt model: its clauses by ordinal and heading; plain paragraphs are left to the text."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.model.provision import Clause, Provision

_OPENING = 18  # characters of a clause without heading that name it


class OutlineRole(IntEnum):
    """What a row says of itself beside its label (DisplayRole)."""

    CLAUSE = Qt.ItemDataRole.UserRole + 1  # Clause


class OutlineModel(QStandardItemModel):
    """One column. Another provision resets the model.

    Qt holds the rows: a view asks for what stands above a row dozens of times while it paints one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._provision: Provision | None = None
        self._items: dict[int, QStandardItem] = {}  # by Clause.index

    def set_provision(self, provision: Provision) -> None:
        """Show the clauses of *provision*."""
        self._provision = provision
        self._items = {}
        self.beginResetModel()
        with QSignalBlocker(self):
            self.removeRows(0, self.rowCount())
            for clause in provision.clauses:
                if clause.parent is None or clause.ordinal is not None or clause.heading is not None:
                    item = self._items[clause.index] = self._item(provision, clause)
                    above = self if clause.parent is None else self._items[clause.parent]
                    above.appendRow(item)
        for item in self._items.values():
            if not item.hasChildren():
                item.setFlags(_FLAGS | Qt.ItemFlag.ItemNeverHasChildren)
        self.endResetModel()

    def index_of(self, clause: Clause) -> QModelIndex:
        """Return the row of *clause*, or of the nearest clause above it that has one."""
        while clause.index not in self._items and clause.parent is not None and self._provision is not None:
            clause = self._provision.clauses[clause.parent]
        return self._items[clause.index].index()

    def _item(self, provision: Provision, clause: Clause) -> QStandardItem:
        label = f"{_lead(clause.ordinal)}{clause.heading or self._opening(provision, clause)}"
        item = QStandardItem(label)
        item.setAccessibleText(label)
        item.setToolTip(plain_tooltip(label))
        item.setData(clause, OutlineRole.CLAUSE)
        item.setFlags(_FLAGS)
        return item

    @staticmethod
    def _opening(provision: Provision, clause: Clause) -> str:
        if clause.parent is None and clause.ordinal is None and clause.citation:
            return clause.citation
        words = clause.body.of(provision.text[: clause.body.start + 4 * _OPENING]).strip()
        line = words.splitlines()[0] if words else ""
        return line if len(line) <= _OPENING else f"{line[:_OPENING]}…"


_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _lead(ordinal: str | None) -> str:
    """Return the ordinal with the mark that sets it off from its heading: （一）and 1. carry their own."""
    if ordinal is None:
        return ""
    if ordinal[-1] in "）)．.、":
        return ordinal
    return f"{ordinal} " if ordinal.endswith(("条", "章", "节")) else f"{ordinal}、"
