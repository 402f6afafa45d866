"""A scenario's rows for Qt: numbers entered, and sums across each row beside the columns that they add up."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from eitc_desktop.gui.allocation.words import cell_spoken, cell_words, hints_of, posts_said, row_name, spoken
from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, SheetCell, SheetColumn, SheetSum, Total
from eitc_desktop.services.reviews.allocation_words import (
    SUM,
    amount_said,
    column_words,
    filled_words,
    outcome_sign,
    outcome_words,
    sum_words,
)
from eitc_desktop.services.reviews.words import POSTS

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()  # never changed


class AllocationRole(IntEnum):
    """What the table asks a cell for besides its words."""

    CELL = Qt.ItemDataRole.UserRole + 1  # SheetCell, None for a sum
    HINTED = Qt.ItemDataRole.UserRole + 2  # bool: worth a look


class Place(NamedTuple):
    """A column as shown: one of ``AllocationSheet.columns``, or one of its ``sums``."""

    number: int
    is_sum: bool


def places_of(columns: tuple[SheetColumn, ...], sums: tuple[SheetSum, ...]) -> tuple[Place, ...]:
    """Return the columns as they are shown: each sum behind the last column that it adds up."""
    places: list[Place] = []
    for j in range(len(columns)):
        places.append(Place(j, is_sum=False))
        places += [Place(k, is_sum=True) for k, each in enumerate(sums) if each.columns[-1] == j]
    return tuple(places)


class AllocationModel(QAbstractTableModel):
    """Shows an ``AllocationSheet``; what is typed into a cell is told as words, and shown once it was saved."""

    words_typed = Signal(int, int, str)  # row, place among ``AllocationSheet.columns``, words

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision: Provision | None = None
        self._sheet: AllocationSheet | None = None
        self._places: tuple[Place, ...] = ()

    @property
    def sheet(self) -> AllocationSheet | None:
        """What is shown."""
        return self._sheet

    @property
    def places(self) -> tuple[Place, ...]:
        """The columns as shown."""
        return self._places

    def show_sheet(self, provision: Provision, sheet: AllocationSheet | None) -> None:
        """Show *sheet*; where only numbers are others, what is chosen and where the table is scrolled to stay."""
        before = self._sheet
        same = (
            before is not None
            and sheet is not None
            and self._provision is provision
            and (before.scenario, before.columns, before.rows) == (sheet.scenario, sheet.columns, sheet.rows)
        )
        if not same:
            self.beginResetModel()
        self._provision, self._sheet = provision, sheet
        self._places = () if sheet is None else places_of(sheet.columns, sheet.sums)
        if not same:
            self.endResetModel()
        elif self.rowCount() and self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self._places) - 1))

    def cell_at(self, index: Index) -> SheetCell | None:
        """Return the cell shown at *index*; None for a sum."""
        if self._sheet is None or not index.isValid() or self._places[index.column()].is_sum:
            return None
        return self._sheet.cells[index.row()][self._places[index.column()].number]

    def total_of(self, place: Place) -> Total | None:
        """Return the sum of a column as shown."""
        if self._sheet is None:
            return None
        return (self._sheet.sum_totals if place.is_sum else self._sheet.column_totals)[place.number]

    def outcome(self, place: Place) -> str:
        """Return how the sum of a column stands to the stated total, by sign and word; empty where none is stated."""
        total = self.total_of(place)
        return "" if total is None else f"{outcome_sign(total)} {spoken(outcome_words(total))}".strip()

    def heading(self, place: Place) -> str:
        """Return the heading of a column as shown."""
        if self._sheet is None:
            return ""
        if place.is_sum:
            return spoken(sum_words(self._sheet.sums[place.number], self._sheet.columns))
        return spoken(column_words(self._sheet.columns[place.number]))

    def heading_lines(self, place: Place) -> str:
        """Return the heading of a column as it stands above it: which half it is on a line of its own."""
        if self._sheet is None:
            return ""
        if place.is_sum:
            each = self._sheet.sums[place.number]
            if each.quota is None:
                return self.heading(place)
            return f"{self._sheet.columns[each.columns[0]].key.label}\n{said(SUM)}"
        key = self._sheet.columns[place.number].key
        return key.label if key.post is None else f"{key.label}\n{said(POSTS[key.post])}"

    def row_told(self, row: int) -> str:
        """Return what the text states for a row; empty where it states nothing."""
        if self._sheet is None or self._provision is None:
            return ""
        return posts_said(self._provision, self._sheet.rows[row])

    def _sum(self, index: Index) -> Total:
        assert self._sheet is not None  # noqa: S101 - there is an index
        return self._sheet.row_sum(index.row(), self._places[index.column()].number)

    def _words(self, index: Index) -> str:
        cell = self.cell_at(index)
        if cell is not None:
            return cell_words(cell)
        total = self._sum(index)
        words = amount_said(total)
        return f"{words}（{spoken(filled_words(total))}）" if words and total.empty else words

    def _told(self, index: Index) -> str:
        """Return what a screen reader says, and what is told while the pointer rests."""
        if self._sheet is None:
            return ""
        cell = self.cell_at(index)
        words = self._words(index) if cell is None else cell_spoken(cell)
        row, heading = row_name(self._sheet.rows[index.row()]), self.heading(self._places[index.column()])
        hints = hints_of(self._sheet, index.row()) if self._hinted(index) else []
        return "\n".join([labelled(f"{row} {heading}", words), *hints])

    def _hinted(self, index: Index) -> bool:
        if self._sheet is None or self._places[index.column()].is_sum:
            return False
        number = self._places[index.column()].number
        return any(hint.row == index.row() and number in hint.columns for hint in self._sheet.hints)

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.cell_at(index) is None else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._sheet is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index)
            case Qt.ItemDataRole.EditRole:
                cell = self.cell_at(index)
                return "" if cell is None or cell.count is None else str(cell.count)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(index)
            case Qt.ItemDataRole.ToolTipRole:
                cell = self.cell_at(index)
                return plain_tooltip(self._told(index)) if self._hinted(index) or (cell and cell.drafts) else None
            case AllocationRole.CELL:
                return self.cell_at(index)
            case AllocationRole.HINTED:
                return self._hinted(index)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; whoever keeps it shows the sheet anew."""
        if role != Qt.ItemDataRole.EditRole or self.cell_at(index) is None:
            return False
        self.words_typed.emit(index.row(), self._places[index.column()].number, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._sheet is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            if section >= len(self._places):
                return None
            match role:
                case Qt.ItemDataRole.DisplayRole:
                    return self.heading_lines(self._places[section])
                case Qt.ItemDataRole.AccessibleTextRole:
                    return self.heading(self._places[section])
                case Qt.ItemDataRole.TextAlignmentRole:
                    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                case _:
                    return None
        if section >= len(self._sheet.rows):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row_name(self._sheet.rows[section])
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (row_name(self._sheet.rows[section]), self.row_told(section))))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None
