"""The provision's outline as a Qt model: its clauses by ordinal and heading; plain paragraphs are left to the text."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.model.provision import Clause, Provision

_ROOT = QModelIndex()
_OPENING = 18  # characters of a clause without heading that name it


class OutlineRole(IntEnum):
    """What a row says of itself beside its label (DisplayRole)."""

    CLAUSE = Qt.ItemDataRole.UserRole + 1  # Clause


class OutlineModel(QAbstractItemModel):
    """One column; indexes carry the clause's place in ``Provision.clauses``. Another provision resets the model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision: Provision | None = None
        self._children: dict[int | None, list[int]] = {}
        self._row: dict[int, int] = {}

    def set_provision(self, provision: Provision) -> None:
        """Show the clauses of *provision*."""
        self.beginResetModel()
        self._provision = provision
        self._children = {}
        self._row = {}
        for clause in provision.clauses:
            if clause.parent is None or clause.ordinal is not None or clause.heading is not None:
                below = self._children.setdefault(clause.parent, [])
                self._row[clause.index] = len(below)
                below.append(clause.index)
        self.endResetModel()

    def index_of(self, clause: Clause) -> QModelIndex:
        """Return the row of *clause*, or of the nearest clause above it that has one."""
        while clause.index not in self._row and clause.parent is not None and self._provision is not None:
            clause = self._provision.clauses[clause.parent]
        return self.createIndex(self._row[clause.index], 0, clause.index)

    def _clause(self, index: QModelIndex | QPersistentModelIndex) -> Clause | None:
        if self._provision is None or not index.isValid():
            return None
        return self._provision.clauses[int(index.internalId())]

    def _below(self, parent: QModelIndex | QPersistentModelIndex) -> list[int]:
        return self._children.get(int(parent.internalId()) if parent.isValid() else None, [])

    def _label(self, clause: Clause) -> str:
        if self._provision is None:
            return ""
        return f"{_lead(clause.ordinal)}{clause.heading or self._opening(self._provision, clause)}"

    @staticmethod
    def _opening(provision: Provision, clause: Clause) -> str:
        if clause.parent is None and clause.ordinal is None and clause.citation:
            return clause.citation
        words = clause.body.of(provision.text[: clause.body.start + 4 * _OPENING]).strip()
        line = words.splitlines()[0] if words else ""
        return line if len(line) <= _OPENING else f"{line[:_OPENING]}…"

    # Qt overrides

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> QModelIndex:
        """Return the row's index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row])

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the index of the clause above."""
        clause = self._clause(index)
        if clause is None or clause.parent is None:
            return QModelIndex()
        return self.createIndex(self._row[clause.parent], 0, clause.parent)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of clauses directly below."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: ARG002
        """Return 1."""
        return 1

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: what has nothing below can't be unfolded."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._below(index) else flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label, or the clause under ``OutlineRole.CLAUSE``."""
        clause = self._clause(index)
        if clause is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._label(clause)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._label(clause))
            case OutlineRole.CLAUSE:
                return clause
            case _:
                return None


def _lead(ordinal: str | None) -> str:
    """Return the ordinal with the mark that sets it off from its heading: （一）and 1. carry their own."""
    if ordinal is None:
        return ""
    if ordinal[-1] in "）)．.、":
        return ordinal
    return f"{ordinal} " if ordinal.endswith(("条", "章", "节")) else f"{ordinal}、"
