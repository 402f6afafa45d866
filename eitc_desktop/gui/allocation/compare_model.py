"""Two scenarios beside each other for Qt: both numbers of each unit, and what the second has more or less."""

from __future__ import annotations

import re
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.allocation.model import Place, places_of
from eitc_desktop.gui.allocation.words import row_name, spoken
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.reviewing.allocation_compare import ComparedRow, Comparison, Pair
from eitc_desktop.services.reviews.allocation_words import SUM, column_words, sum_words

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()  # never changed
_FIRST, _SECOND, _DIFFERENCE = range(3)


class CompareRole(IntEnum):
    """What the table asks a cell for besides its words."""

    DIFFERS = Qt.ItemDataRole.UserRole + 1  # bool
    IS_SUM = Qt.ItemDataRole.UserRole + 2  # bool: the first row, in sight however long the table is


class CompareModel(QAbstractTableModel):
    """Three columns for each item shown: the first scenario's number, the second's, the difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[ComparedRow, ...] = ()
        self._places: tuple[Place, ...] = ()

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The rows shown, without the sums."""
        return self._rows

    def show(self, comparison: Comparison | None, item: int | None, *, only_different: bool) -> None:
        """Show one *item* of the comparison (a place among ``items_of``), or None: all; or *only_different* rows."""
        self.beginResetModel()
        self._comparison = comparison
        if comparison is None:
            self._rows, self._places = (), ()
        else:
            places = places_of(comparison.columns, comparison.sums)
            self._places = places if item is None else (places[item],)
            self._rows = tuple(
                row
                for row in comparison.rows
                if not only_different or any(not pair_of(row, place).same for place in self._places)
            )
        self.endResetModel()

    def row_told(self, row: int) -> str:
        """Return nothing: what the text states of a row stands in the scenarios' own tables."""
        del row
        return ""

    def as_tsv(self) -> str:
        """Return the whole table as text for a spreadsheet."""
        lines = [["", *(str(self.headerData(j, Qt.Orientation.Horizontal)) for j in range(self.columnCount()))]]
        for i in range(self.rowCount()):
            cells = (str(self.index(i, j).data() or "") for j in range(self.columnCount()))
            lines.append([str(self.headerData(i, Qt.Orientation.Vertical)), *cells])
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _pair(self, row: int, column: int) -> Pair:
        place = self._places[column // 3]
        if row > 0:
            return pair_of(self._rows[row - 1], place)
        assert self._comparison is not None  # noqa: S101 - there is a row
        return (self._comparison.sum_totals if place.is_sum else self._comparison.column_totals)[place.number]

    def _words(self, row: int, column: int) -> str:
        pair, part = self._pair(row, column), column % 3
        if part == _DIFFERENCE:
            return difference_words(pair)
        return number_words(pair, part)

    def _heading(self, section: int) -> str:
        if self._comparison is None:
            return ""
        part = section % 3
        name = (
            self.tr("差")
            if part == _DIFFERENCE
            else (self._comparison.first if part == _FIRST else self._comparison.second).name
        )
        if len(self._places) == 1:
            return self.tr("差（后减前）") if part == _DIFFERENCE else name
        item = item_words(self._comparison, self._places[section // 3])
        return "\n".join((*re.split("：", item, maxsplit=1), name))

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._comparison is None else len(self._rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3 * len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                row, heading = self._row_name(index.row()), " ".join(self._heading(index.column()).split())
                return labelled(f"{row} {heading}", self._words(index.row(), index.column()))
            case CompareRole.DIFFERS:
                return not self._pair(index.row(), index.column()).same
            case CompareRole.IS_SUM:
                return index.row() == 0
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heading(section) if orientation is Qt.Orientation.Horizontal else self._row_name(section)

    def _row_name(self, row: int) -> str:
        return row_name(self._rows[row - 1].row) if row > 0 else said(SUM)


def items_of(comparison: Comparison) -> list[str]:
    """Return what can be compared: each column and each sum, by its words."""
    return [item_words(comparison, place) for place in places_of(comparison.columns, comparison.sums)]


def item_words(comparison: Comparison, place: Place) -> str:
    """Return what a column or sum is called."""
    if place.is_sum:
        return spoken(sum_words(comparison.sums[place.number], comparison.columns))
    return spoken(column_words(comparison.columns[place.number]))


def pair_of(row: ComparedRow, place: Place) -> Pair:
    """Return both numbers of a row in a column or sum."""
    return (row.sums if place.is_sum else row.cells)[place.number]


def number_words(pair: Pair, part: int) -> str:
    """Return the number of one scenario (0 or 1), or that it is empty, or that two drafts leave it open."""
    number, open_ = (pair.first, pair.first_open) if part == _FIRST else (pair.second, pair.second_open)
    if number is not None:
        return str(number)
    translate = QCoreApplication.translate
    return translate("Allocation", "两稿") if open_ else translate("Allocation", "空")


def difference_words(pair: Pair) -> str:
    """Return +3, −2 or 0, a dash where a number is missing, and ≠ where the sums are not settled but differ."""
    if pair.difference is None:
        return "—" if pair.same else "≠"
    if not pair.difference:
        return "0"
    return f"+{pair.difference}" if pair.difference > 0 else f"\u2212{-pair.difference}"
