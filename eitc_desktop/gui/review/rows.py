"""A list of a dialog: rows of plain words under headings, sorted by a click, copied by Ctrl+C."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Generic, NamedTuple, TypeVar, overload

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import plain_tooltip

_ROOT = QModelIndex()
_PADDING = 1.4  # characters beside the words of a column


class Tone(Enum):
    """How a row is set."""

    USUAL = auto()
    MUTED = auto()
    ENTERED = auto()
    BAD = auto()


class Row(NamedTuple):
    """The words of a row, and what it stands for. ``order`` are values to sort by where the words won't do."""

    cells: tuple[str, ...]
    key: object = None
    tone: Tone = Tone.USUAL
    order: tuple[object, ...] = ()
    tip: str = ""


class Column(NamedTuple):
    """A heading, and the least width in characters; what is left over goes to columns that ``stretch``."""

    heading: str
    width: float
    stretch: bool = False
    right: bool = False  # numbers


_Item = TypeVar("_Item")


class LazyRows(Sequence[Row], Generic[_Item]):
    """Rows that are made when they are looked at: of thousands, few ever are."""

    def __init__(self, items: Sequence[_Item], make: Callable[[_Item], Row]) -> None:
        self._items = items
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        row = self._made.get(index)
        if row is None:
            row = self._made[index] = self._make(self._items[index])
        return row


class RowsModel(QAbstractTableModel):
    """Rows under headings."""

    def __init__(self, tokens: Tokens, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._columns = tuple(columns)
        self._rows: Sequence[Row] = ()
        tokens.changed.connect(self._recolour)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _recolour(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.ForegroundRole])

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; all of them where it is pointed at or heard."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.tip or row.cells[index.column()])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row.tone)
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(
                    f"{column.heading} {words}" for column, words in zip(self._columns, row.cells, strict=True) if words
                )
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by *column*; rows that are alike there stay as they were."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        numbered = sorted(
            enumerate(self._rows),
            key=lambda each: _sort_key(each[1], column),
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        places = {old: new for new, (old, _row) in enumerate(numbered)}
        self._rows = tuple(row for _old, row in numbered)
        self.changePersistentIndexList(kept, [self.index(places[each.row()], each.column()) for each in kept])
        self.layoutChanged.emit()

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _ink(self, tone: Tone) -> QColor | None:
        match tone:
            case Tone.USUAL:
                return None
            case Tone.MUTED:
                return QColor(self._tokens.muted)
            case Tone.ENTERED:
                return QColor(self._tokens.entered)
            case Tone.BAD:
                return QColor(self._tokens.error)


class RowsView(QTreeView):
    """Shows :class:`Row` under :class:`Column`; one is chosen, or several together.

    Where it ``opens``, Enter or a double click opens a row.
    """

    chosen_changed = Signal()
    row_opened = Signal(object)  # what the row stands for

    def __init__(
        self,
        tokens: Tokens,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        many: bool = True,
        opens: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._opens = opens
        self._model = RowsModel(tokens, columns, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.ExtendedSelection
            if many
            else QAbstractItemView.SelectionMode.SingleSelection
        )
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setHighlightSections(False)
        self.setSortingEnabled(True)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._tell)
        if opens:
            self.doubleClicked.connect(self._open)
        tokens.changed.connect(self.share_width)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self._model.rows

    @property
    def chosen(self) -> list[object]:
        """What the chosen rows stand for, in the order shown."""
        return [self.rows[number].key for number in self._chosen_numbers()]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was chosen and is still there stays chosen."""
        kept = self.chosen
        self._model.show_rows(rows)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number, row in enumerate(self._model.rows if kept else ()):
            if row.key is not None and row.key in kept:
                self.selectionModel().select(self._model.index(number, 0), flags)
        if rows and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.chosen_changed.emit()

    def choose(self, key: object) -> None:
        """Choose the row that stands for *key*, and no other."""
        for number, row in enumerate(self._model.rows):
            if row.key == key:
                self.setCurrentIndex(self._model.index(number, 0))
                return

    def copy(self) -> None:
        """Put the chosen rows, or without any all of them, on the clipboard: as cells of a spreadsheet."""
        numbers = self._chosen_numbers() or range(len(self.rows))
        QGuiApplication.clipboard().setText("\n".join("\t".join(self.rows[number].cells) for number in numbers))

    def share_width(self) -> None:
        """Give columns their least width, and what is left over to those that stretch."""
        character = QFontMetricsF(self.font()).horizontalAdvance("\u4e00")
        columns = self._model.columns
        named = QFontMetricsF(self.header().font())
        heads = [named.horizontalAdvance(column.heading) for column in columns]  # of another language may be longer
        widths = [
            max(column.width * character, head) + _PADDING * character
            for column, head in zip(columns, heads, strict=True)
        ]
        left = max(self.viewport().width() - sum(widths), 0.0)
        stretching = sum(column.stretch for column in columns) or 1
        for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
            self.header().resizeSection(number, int(width + (left / stretching if column.stretch else 0.0)))

    def _chosen_numbers(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows[index.row()].key is not None:
            self.row_opened.emit(self.rows[index.row()].key)

    def _tell(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.chosen_changed.emit()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; leave the rest to the view."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())  # or else it would be the dialog's button that answers
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()

    def sizeHint(self) -> QSize:
        """Ask for little: the dialog gives what there is."""
        return QSize(200, 80)


def _sort_key(row: Row, column: int) -> tuple[bool, object]:
    value = row.order[column] if row.order else row.cells[column]
    return isinstance(value, str), value
