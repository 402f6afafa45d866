"""部门间职责分工 as a table: one row for each shared matter, one column for each agency that has a part in any."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.models.split_rows import Chip, SplitRow, mechanism_chips, role_chips, rows_of
from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import labelled, listed, role_name
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.agencies import Agency, agencies_of
from eitc_desktop.services.citing import Citing, sentence_around

ROOT = QModelIndex()
NOTHING = "—"
LEAD_SYMBOL = "◆"

_OF_MATTERS = frozenset({FactKind.MATTER, FactKind.ROLE, FactKind.MECHANISM})


class SplitRole(IntEnum):
    """What a cell says of itself beside Qt's own roles."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef of the row: MATTER or SPLIT
    CHIPS = Qt.ItemDataRole.UserRole + 2  # tuple[Chip, ...]


class SplitsModel(QAbstractTableModel):
    """Agencies in the order of the text, the body itself first; the last column holds the coordinating bodies."""

    def __init__(self, provision: Provision, citing: Citing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._citing = citing
        self._agencies = agencies_of(provision)
        self._rows = tuple(rows_of(provision, citing))
        self._mechanisms = any(row.matter is not None and row.matter.mechanisms for row in self._rows)
        self._cells = tuple(
            (*(role_chips(row, agency) for agency in self._agencies), *self._mechanism_cells(row)) for row in self._rows
        )

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies, one for each column; behind them there may be a column of coordinating bodies."""
        return self._agencies

    def row_at(self, row: int) -> SplitRow:
        """Return what a row shows."""
        return self._rows[row]

    def chips_at(self, row: int, column: int) -> tuple[Chip, ...]:
        """Return the words in a cell."""
        return self._cells[row][column]

    def rows_of(self, ref: FactRef) -> list[int]:
        """Return the rows that *ref* is or belongs to: several for a split, none for other facts."""
        if ref.kind is FactKind.SPLIT:
            return [i for i, row in enumerate(self._rows) if row.ref.index == ref.index]
        if ref.kind not in _OF_MATTERS:
            return []
        place = FactRef(FactKind.MATTER, ref.index, ref.part)
        return [i for i, row in enumerate(self._rows) if row.ref == place]

    def column_of(self, ref: FactRef) -> int | None:
        """Return the column in which a role or a mechanism stands, None for other facts."""
        cells = ((column, chip) for row in self.rows_of(ref) for column, cell in enumerate(self._cells[row])
                 for chip in cell)  # fmt: skip
        return next((column for column, chip in cells if chip.ref == ref), None)

    def as_tsv(self, rows: list[int]) -> str:
        """Return a line for each role and mechanism in *rows*, under headings: 事项, 单位, 原文用语, 原文, 条款."""
        headings = (self.tr("事项"), self.tr("单位"), self.tr("原文用语"), self.tr("原文"), self.tr("条款"))
        lines = [headings, *(line for row in rows for line in self._lines(self._rows[row]))]
        return "\n".join("\t".join("".join(cell.split()) for cell in line) for line in lines)

    def _lines(self, row: SplitRow) -> list[tuple[str, ...]]:
        matter = labelled(row.group, row.words)
        not_stated = self.tr("原文未载明其角色")
        if row.matter is None:
            return [(row.group, self.tr("未载明"), not_stated, "", row.mark)]
        lines = [(matter, role.agency.text, role_name(role), role.text.text, row.mark) for role in row.matter.roles]
        for mechanism in row.matter.mechanisms:
            sentence = sentence_around(self._provision.text, mechanism.span).of(self._provision.text)
            lines.append((matter, mechanism.text, not_stated, sentence, row.mark))
        return lines or [(matter, self.tr("未载明"), not_stated, row.matter.text.text, row.mark)]

    def _mechanism_cells(self, row: SplitRow) -> tuple[tuple[Chip, ...], ...]:
        return (mechanism_chips(row),) if self._mechanisms else ()

    def _heading(self, column: int) -> str:
        return self._agencies[column].name if column < len(self._agencies) else self.tr("协调机制")

    def _words(self, row: int, column: int) -> str:
        chips = self._cells[row][column]
        words = listed(chip.words for chip in chips)
        if any(chip.lead for chip in chips):
            lead = labelled(self.tr("整体牵头"), words)
            return f"{LEAD_SYMBOL} {lead}"
        return words

    def _absence(self, column: int) -> str:
        return self.tr("原文未载明其角色") if column < len(self._agencies) else self.tr("原文未载明协调机制")

    def _tip(self, row: int, column: int) -> str:
        lines = (labelled(chip.words, self._citing.words(chip.ref)) for chip in self._cells[row][column])
        return "\n".join(lines) or self._absence(column)

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return the number of matters."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return the number of agencies, and one for coordinating bodies."""
        return 0 if parent.isValid() else len(self._agencies) + self._mechanisms

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an agency's name, or a matter's clause and opening words with whom it is shared."""
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return plain_tooltip(self._heading(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._heading(section)
        row = self._rows[section]
        return " ".join(words for words in (row.group, row.mark, row.words, row.remark) if words)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, what they stand for, or what the whole of them says."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column) or NOTHING
            case Qt.ItemDataRole.AccessibleTextRole:
                return labelled(self._heading(column), self._words(row, column) or self._absence(column))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._tip(row, column))
            case SplitRole.REF:
                return self._rows[row].ref
            case SplitRole.CHIPS:
                return self._cells[row][column]
            case _:
                return None
