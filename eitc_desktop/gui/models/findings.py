"""What the reader and the checks noticed, as a Qt model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import finding_words
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Finding, Provision, Severity
from eitc_desktop.services.citing import place_of

_ROOT = QModelIndex()


class FindingRole(IntEnum):
    """What a row says of itself beside its columns."""

    SPAN = Qt.ItemDataRole.UserRole + 1  # Span or None


class FindingColumn(IntEnum):
    """The columns: how grave, what, where."""

    SEVERITY = 0
    MESSAGE = 1
    PLACE = 2


class FindingsModel(QAbstractTableModel):
    """The findings of one provision in the reader's order, and behind them those of its mapping."""

    def __init__(self, provision: Provision, mapping: Mapping | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._findings = (*provision.findings, *(mapping.findings if mapping is not None else ()))

    def _cell(self, finding: Finding, column: int) -> str:
        match column:
            case FindingColumn.SEVERITY:
                return {
                    Severity.ERROR: self.tr("错误"),
                    Severity.WARNING: self.tr("提醒"),
                    Severity.INFO: self.tr("说明"),
                }[finding.severity]
            case FindingColumn.MESSAGE:
                return finding_words(finding)
            case _:
                return place_of(self._provision, finding.span) if finding.span is not None else ""

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("程度"), self.tr("核查结果"), self.tr("条款"))[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the finding's place under ``FindingRole.SPAN``."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(finding, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._cell(finding, index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(self._cell(finding, column) for column in FindingColumn)
            case FindingRole.SPAN:
                return finding.span
            case _:
                return None
