"""The clauses that answer what was typed, as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.services.clauses import ClauseHit

_ROOT = QModelIndex()


class ClauseHitRole(IntEnum):
    """What a row says of itself beside its columns."""

    SPAN = Qt.ItemDataRole.UserRole + 1  # Span


class ClauseHitColumn(IntEnum):
    """The columns: the clause as it is cited, and its heading, or words of it."""

    PLACE = 0
    WORDS = 1


class ClauseHitsModel(QAbstractTableModel):
    """The hits of one question, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[ClauseHit, ...] = ()

    def show_hits(self, hits: Sequence[ClauseHit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ClauseHitColumn)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("条款"), self.tr("标题或条文中的字词"))[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the clause's place under ``ClauseHitRole.SPAN``."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.place if index.column() == ClauseHitColumn.PLACE else hit.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(hit.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.place} {hit.words}"
            case ClauseHitRole.SPAN:
                return hit.span
            case _:
                return None
