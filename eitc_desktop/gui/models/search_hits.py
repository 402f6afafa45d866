"""What a search found, as a Qt model: one column, each kind's heading above its hits."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import labelled
from eitc_desktop.services.search import Found, FoundGroup, SearchKind

_ROOT = QModelIndex()


class SearchHeading(NamedTuple):
    """A kind of hits, and how many there are of it."""

    words: str
    counted: str


class SearchRole(IntEnum):
    """What a row says of itself beside its words (DisplayRole)."""

    LINE = Qt.ItemDataRole.UserRole + 1  # SearchHeading or Found


class SearchHitsModel(QAbstractListModel):
    """Headings can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SearchHeading | Found] = []

    def show_groups(self, groups: Sequence[FoundGroup]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._lines = []
        for group in groups:
            count = len(group.hits)
            counted = self.tr("前 {0} 条").format(count) if group.more else str(count)
            self._lines += [SearchHeading(self._name(group.kind), counted), *group.hits]
        self.endResetModel()

    def hit_at(self, row: int) -> Found | None:
        """Return the hit in *row*; None for a heading, and where there is no such row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Found) else None

    def next_hit(self, row: int, step: int) -> int:
        """Return the row of the hit that is *step* rows from *row*, or the nearest one before an end."""
        hits = [number for number, line in enumerate(self._lines) if isinstance(line, Found)]
        if not hits:
            return -1
        at = hits.index(row) if row in hits else -1
        return hits[min(max(at + step, 0), len(hits) - 1)]

    def _name(self, kind: SearchKind) -> str:
        match kind:
            case SearchKind.UNIT:
                return self.tr("机构")
            case SearchKind.DUTY:
                return self.tr("职责分项")
            case SearchKind.CHANGE:
                return self.tr("职能转变")
            case SearchKind.QUOTA:
                return self.tr("编制职数")
            case SearchKind.MATTER:
                return self.tr("分工事项")
            case SearchKind.CLAUSE:
                return self.tr("条款")

    def _sentence(self, line: SearchHeading | Found) -> str:
        if isinstance(line, SearchHeading):
            return f"{line.words} {line.counted}"
        return labelled(self._name(line.kind), f"{line.words} {line.place}")

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of hits and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let hits alone be chosen."""
        if self.hit_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, its whole under ``SearchRole.LINE``."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(line.words) if isinstance(line, Found) else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(line)
            case SearchRole.LINE:
                return line
            case _:
                return None
