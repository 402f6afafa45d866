"""A small read-only tree of facts: base of the duties and the quotas of the detail pane."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.widgets.provenance import Provenance, provenance_word
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef

ROOT = QModelIndex()
_HEADING_LINES = 2


class FactRole(IntEnum):
    """What a fact model tells beside Qt's own roles."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef, or None for a derived row
    PROVENANCE = Qt.ItemDataRole.UserRole + 2  # Provenance
    PREFIX = Qt.ItemDataRole.UserRole + 3  # str: what the interface puts before the words ([1], 其中), or empty
    IS_MARK = Qt.ItemDataRole.UserRole + 4  # bool: the cell is a clause mark
    LINES = Qt.ItemDataRole.UserRole + 5  # int: the cell's words end with … after so many lines; 0 for no end
    INDENT = Qt.ItemDataRole.UserRole + 6  # str: a prefix of the rows above, whose width this row leaves blank


@dataclass(slots=True, eq=False)
class FactNode:
    """A row: ``cells`` for the columns before the last, ``mark`` (a clause, or empty) for the last one.

    The words of a ``heading`` are those of the rows below it, and end after two lines.
    """

    cells: tuple[str, ...]
    mark: str
    ref: FactRef | None
    provenance: Provenance = Provenance.STATED
    prefix: str = ""
    indent: str = ""
    heading: bool = False
    children: list[FactNode] = field(default_factory=list)
    parent: FactNode | None = None

    def add(self, child: FactNode) -> FactNode:
        """Append *child* and return it."""
        child.parent = self
        self.children.append(child)
        return child


class FactTreeModel(QAbstractItemModel):
    """Shows rows of facts; the last column is the clause mark."""

    def __init__(self, headers: tuple[str, ...], rows: list[FactNode], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self._root = FactNode((), "", None)
        for row in rows:
            self._root.add(row)

    def ref_at(self, index: QModelIndex | QPersistentModelIndex) -> FactRef | None:
        """Return the fact of a row, None for a derived one or no row at all."""
        return self._node(index).ref if index.isValid() else None

    def index_of(self, ref: FactRef) -> QModelIndex:
        """Return the index of the row of *ref* in the first column, invalid if it isn't here."""
        pending = [(self._root, ROOT)]
        while pending:
            node, index = pending.pop()
            for row, child in enumerate(node.children):
                below = self.index(row, 0, index)
                if child.ref == ref:
                    return below
                pending.append((child, below))
        return QModelIndex()

    def _node(self, index: QModelIndex | QPersistentModelIndex) -> FactNode:
        node: FactNode = index.internalPointer() if index.isValid() else self._root
        return node

    def _spoken(self, node: FactNode) -> str:
        """Return all that a row says, for those who hear it: every cell of it says the same, wherever one stands."""
        if node.provenance is not Provenance.STATED:
            return " ".join((*node.cells, provenance_word(node.provenance)))
        lead = (node.prefix or node.indent,) if node.prefix or node.indent else ()
        return " ".join((*lead, *node.cells, labelled(self._headers[-1], node.mark)))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: ARG002
        return len(self._headers)

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._node(index).parent if index.isValid() else None
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.parent.children.index(above), 0, above)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._node(index).children else flags | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        is_mark = index.column() == len(self._headers) - 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.mark if is_mark else node.cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
            case FactRole.REF:
                return node.ref
            case FactRole.PROVENANCE:
                return node.provenance
            case FactRole.PREFIX:
                return node.prefix if index.column() == 0 else ""
            case FactRole.INDENT:
                return node.indent if index.column() == 0 else ""
            case FactRole.IS_MARK:
                return is_mark
            case FactRole.LINES:
                return _HEADING_LINES if node.heading else 0
            case _:
                return None
