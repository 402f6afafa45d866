"""All entries as a Qt model that is sorted, filtered and put together by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCollator, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.review.listed import EntryRow, EntryState, Place
from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import labelled, listed

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class EntryColumn(IntEnum):
    """The columns, in the order shown."""

    CLAUSE = 0
    QUOTED = 1
    CATEGORY = 2
    CONTENT = 3
    OFFICE = 4
    PERSON = 5
    ADOPTION = 6
    TIME = 7
    STATUS = 8


class Narrowing(NamedTuple):
    """Which entries are shown; an empty word asks for nothing."""

    words: tuple[str, ...] = ()  # folded; each must stand somewhere in the entry
    category: str = ""
    adoption: str = ""
    person: str = ""
    office: str = ""
    clause: str = ""
    withdrawn: bool = False
    conflicts: bool = False
    unplaced: bool = False

    def wants(self, row: EntryRow) -> bool:
        """Say whether an entry is shown."""
        return (
            (self.withdrawn or not row.withdrawn)
            and (not self.conflicts or EntryState.CONFLICT in row.states)
            and (not self.unplaced or EntryState.UNPLACED in row.states)
            and (not self.category or row.category == self.category)
            and (not self.adoption or row.adoption == self.adoption)
            and (not self.person or row.person == self.person)
            and (not self.office or row.office == self.office)
            and (not self.clause or row.clause == self.clause)
            and all(word in row.searched for word in self.words)
        )


class PlaceHead(NamedTuple):
    """The line over the entries of one place: how many say something, and whether they differ."""

    place: Place
    clause: str
    quoted: str
    entries: int
    offices: tuple[str, ...]
    people: int
    differ: bool


def place_head(rows: Sequence[EntryRow]) -> PlaceHead:
    """Return the line over *rows*, which speak of one place.

    They differ where one correspondence is judged otherwise by another, or the words proposed are not the same.
    """
    views: dict[str, set[str]] = defaultdict(set)
    in_force = [row for row in rows if not row.withdrawn]
    for row in in_force:
        decided, how = row.view
        if decided:
            views[decided].add(how)
    first = rows[0]
    offices = tuple(dict.fromkeys(row.office for row in in_force if row.office))
    people = len({(row.office, row.person) for row in in_force})
    differ = any(len(one) > 1 for one in views.values())
    return PlaceHead(first.place, first.clause, first.quoted, len(in_force), offices, people, differ)


class EntriesModel(QAbstractTableModel):
    """Keeps all rows and shows those that are wanted.

    It filters and sorts lists itself: a proxy that asks Python about every pair of thousands of rows is slow.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EntryRow, ...] = ()
        self._withdrawn = 0
        self._shown: list[EntryRow | PlaceHead] = []
        self._count = 0
        self._narrowing = Narrowing()
        self._grouped = False
        self._column, self._order = EntryColumn.CLAUSE, Qt.SortOrder.AscendingOrder
        self._collator = QCollator(QLocale(QLocale.Language.Chinese))
        self._places: dict[str, int] = {}

    @property
    def total(self) -> int:
        """How many entries there are, withdrawn ones only where they are shown."""
        return len(self._rows) - (0 if self._narrowing.withdrawn else self._withdrawn)

    @property
    def count(self) -> int:
        """How many entries are shown."""
        return self._count

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """Every entry, shown or not."""
        return self._rows

    @property
    def shown(self) -> tuple[EntryRow, ...]:
        """The entries shown, in their order."""
        return tuple(row for row in self._shown if isinstance(row, EntryRow))

    def show_rows(self, rows: Iterable[EntryRow]) -> None:
        """Show other entries."""
        self._rows = tuple(rows)
        self._withdrawn = sum(1 for row in self._rows if row.states and row.withdrawn)
        self._arrange()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show what *narrowing* wants."""
        if narrowing != self._narrowing:
            self._narrowing = narrowing
            self._arrange()

    def group(self, *, grouped: bool) -> None:
        """Put the entries of one place together, under a line that says how far they agree."""
        if grouped != self._grouped:
            self._grouped = grouped
            self._arrange()

    def at(self, row: int) -> EntryRow | PlaceHead | None:
        """Return what a row shows; None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, entry: str) -> int | None:
        """Return the row of an entry, None where it isn't shown."""
        return self._places.get(entry)

    def entries_at(self, place: Place) -> list[EntryRow]:
        """Return the entries shown of one place."""
        return [row for row in self.shown if row.place == place]

    def as_tsv(self, rows: Iterable[int]) -> str:
        """Return entries under their headings for a spreadsheet."""
        columns = range(len(EntryColumn))
        lines = ["\t".join(self._heading(EntryColumn(column)) for column in columns)]
        for number in rows:
            row = self.at(number)
            if isinstance(row, EntryRow):
                lines.append("\t".join(cell_words(row, EntryColumn(column)) for column in columns))
        return "\n".join(lines)

    def _heading(self, column: EntryColumn) -> str:
        return (
            self.tr("条款"),
            self.tr("原文"),
            self.tr("类别"),
            self.tr("内容"),
            self.tr("提出单位"),
            self.tr("提出人"),
            self.tr("采纳情况"),
            self.tr("时间"),
            self.tr("状态"),
        )[column]

    def _arrange(self) -> None:
        self.beginResetModel()
        if self._narrowing == Narrowing():  # as mostly: thousands of rows need not be asked one by one
            wanted = [row for row in self._rows if not row.states or not row.withdrawn]
        else:
            wanted = [row for row in self._rows if self._narrowing.wants(row)]
        self._count = len(wanted)
        wanted.sort(key=self._key(), reverse=self._order is Qt.SortOrder.DescendingOrder)
        self._shown = [*self._under_heads(wanted)] if self._grouped else [*wanted]
        self._places = {row.id: number for number, row in enumerate(self._shown) if isinstance(row, EntryRow)}
        self.endResetModel()

    def _under_heads(self, rows: list[EntryRow]) -> Iterable[EntryRow | PlaceHead]:
        """Yield the entries place by place in the order of the text, within each as they are sorted."""
        places: dict[Place, list[EntryRow]] = defaultdict(list)
        for row in rows:
            places[row.place].append(row)
        for _, some in sorted(places.items(), key=lambda item: (item[0].start, item[1][0].clause)):
            yield place_head(some)
            yield from some

    def _key(self) -> Callable[[EntryRow], Any]:
        """Return by what rows are sorted; what is alike stays in the order of the text."""
        match self._column:
            case EntryColumn.CLAUSE:
                return attrgetter("order_in_text")
            case EntryColumn.CATEGORY:
                return lambda row: (row.order, row.category)
            case EntryColumn.ADOPTION:
                return lambda row: row.adopted
            case EntryColumn.TIME:
                return lambda row: row.changed_at
            case EntryColumn.STATUS:
                order = list(EntryState)
                return lambda row: [order.index(state) for state in row.states] or [len(order)]
            case column:
                known: dict[str, Any] = {}

                def key(row: EntryRow) -> Any:  # noqa: ANN401  Qt's key of sorting has no protocol
                    words = cell_words(row, column)
                    if words not in known:
                        known[words] = self._collator.sortKey(words)
                    return known[words]

                return key

    # Qt overrides

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(EntryColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heading(EntryColumn(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; a screen reader hears them with the column's name."""
        row = self.at(index.row())
        if row is None:
            return None
        column = EntryColumn(index.column())
        words = cell_words(row, column) if isinstance(row, EntryRow) else self._head_cell(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(words) if column in {EntryColumn.STATUS, EntryColumn.OFFICE} else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return labelled(self._heading(column), words or self.tr("无"))
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._order = EntryColumn(max(column, 0)), order
        self._arrange()

    def _head_cell(self, head: PlaceHead, column: EntryColumn) -> str:
        match column:
            case EntryColumn.CLAUSE:
                return head.clause
            case EntryColumn.QUOTED:
                return head.quoted
            case EntryColumn.CONTENT:
                return self.head_words(head)
            case _:
                return ""

    def head_words(self, head: PlaceHead) -> str:
        """Return what the line over a place's entries says: 3 条 · 2 个单位：办公室、研究室 · 有分歧."""
        words = [self.tr("{0} 条").format(head.entries)]
        if head.offices:
            words.append(labelled(self.tr("{0} 个单位").format(len(head.offices)), listed(head.offices)))
        if head.differ:
            words.append(self.tr("有分歧"))
        return " · ".join(words)


def cell_words(row: EntryRow, column: EntryColumn) -> str:
    """Return what an entry says in a column."""
    return _WORDS[column](row)


_WORDS: tuple[Callable[[EntryRow], str], ...] = (
    lambda row: row.clause,
    lambda row: row.quoted,
    lambda row: row.category,
    lambda row: row.content,
    lambda row: row.office,
    lambda row: row.person,
    lambda row: row.adoption,
    lambda row: row.time,
    lambda row: row.status,
)
