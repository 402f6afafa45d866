"""职能转变 as a table: one row for each change, in the text's order. Cards and plain table both show it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.models.change_words import KIND_ORDER, direction_words, kind_symbol, kind_word
from eitc_desktop.gui.widgets.provenance import Provenance, provenance_word
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ENDING_HERE, ChangeKind, FunctionChange, Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.services.citing import Citing

ROOT = QModelIndex()

SPOKEN_IN_FULL = frozenset({ChangeKind.ADDED, ChangeKind.STRENGTHENED, ChangeKind.UNSPECIFIED})
"""Kinds whose subject alone says too little to those who can't unfold a card: what was added or strengthened is the
sentence itself."""


class ChangeColumn(IntEnum):
    """Columns of a 职能转变对照表."""

    KIND = 0
    SUBJECT = 1
    SCOPE = 2
    RECIPIENTS = 3
    CONDITION = 4
    CLAUSE = 5


class ChangeRole(IntEnum):
    """What the model tells beside Qt's own roles; the same in every column."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef
    KIND = Qt.ItemDataRole.UserRole + 2  # ChangeKind
    SORT = Qt.ItemDataRole.UserRole + 3  # tuple or str: what the column sorts by
    SEARCH = Qt.ItemDataRole.UserRole + 4  # str: all words of the change and of its kind and place
    ABSENT = Qt.ItemDataRole.UserRole + 5  # bool: the cell says that the sentence states nothing of the kind
    WHOLE = Qt.ItemDataRole.UserRole + 6  # str: the whole text of the change
    CONCERNED = Qt.ItemDataRole.UserRole + 7  # bool: the change concerns what is chosen elsewhere


class Field(NamedTuple):
    """A line of a card: its label and words; ``absent`` where the words say that the sentence states none."""

    label: str
    words: str
    absent: bool = False
    provenance: Provenance = Provenance.STATED


class ChangesModel(QAbstractTableModel):
    """Columns 类别｜事项｜范围｜去向｜条件/例外｜条款."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[FunctionChange, ...] = ()
        self._marks: tuple[str, ...] = ()
        self._concerned: frozenset[int] = frozenset()

    def set_provision(self, provision: Provision, citing: Citing) -> None:
        """Show the changes of *provision*."""
        self.beginResetModel()
        self._changes = provision.changes
        self._concerned = frozenset()
        self._marks = tuple(citing.mark(FactRef(FactKind.CHANGE, i)) for i in range(len(provision.changes)))
        self.endResetModel()

    @property
    def concerned(self) -> frozenset[int]:
        """Rows of the changes that concern what is chosen elsewhere."""
        return self._concerned

    def mark_concerned(self, rows: frozenset[int]) -> None:
        """Mark *rows*, and no others: they concern what is chosen elsewhere."""
        for row in self._concerned ^ rows:
            self._concerned ^= {row}
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(ChangeColumn) - 1), [ChangeRole.CONCERNED])

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """The kinds that occur, in their fixed order."""
        present = {change.kind for change in self._changes}
        return tuple(kind for kind in KIND_ORDER if kind in present)

    def count_of(self, kind: ChangeKind) -> int:
        """Return how many changes are of *kind*."""
        return sum(change.kind is kind for change in self._changes)

    def change_at(self, row: int) -> FunctionChange:
        """Return the change of a row."""
        return self._changes[row]

    def mark_at(self, row: int) -> str:
        """Return the clause of a row."""
        return self._marks[row]

    def row_of(self, ref: FactRef) -> int | None:
        """Return the row of a change or of one of its items, None for any other fact."""
        known = ref.kind in {FactKind.CHANGE, FactKind.CHANGE_ITEM} and ref.index < len(self._changes)
        return ref.index if known else None

    def fields_of(self, row: int) -> tuple[Field, ...]:
        """Return what a card says below its subject; what isn't stated is left out.

        Recipients stand as the sentence joins them, since it may name alternatives. That none is named is said
        where the function ends here. The direction is derived from the sentence.
        """
        change = self._changes[row]
        recipients = change.recipients_worded or ""
        nobody = not recipients and change.kind in ENDING_HERE
        fields = (
            Field(self.tr("范围"), _words(change.scope)),
            Field(self.tr("来源"), _words(change.origin)),
            Field(self.tr("去向"), self.tr("本规定未载明") if nobody else recipients, absent=nobody),
            Field(self.tr("条件"), _words(change.condition)),
            Field(self.tr("例外"), _words(change.exception)),
            Field(self.tr("方向"), direction_words(change.kind, change.direction), provenance=Provenance.DERIVED),
        )
        return tuple(field for field in fields if field.words)

    def headline_of(self, row: int) -> str:
        """Return ordinal and subject as a card's first words; the whole text where no subject is told apart."""
        change = self._changes[row]
        return f"{change.ordinal or ''}{(change.subject or change.text).text}"

    def as_tsv(self, rows: list[int]) -> str:
        """Return rows as tab-separated lines for a spreadsheet; several stand under a line of headings."""
        lines = ["\t".join(self._shown(row, column, "；") for column in ChangeColumn) for row in rows]
        if len(rows) > 1:
            lines.insert(0, "\t".join(self._headings()))
        return "\n".join(lines)

    def _shown(self, row: int, column: int, between: str = "\n") -> str:
        return self._cell(row, column, between) or self.tr("未载明")

    def _cell(self, row: int, column: int, between: str = "\n") -> str:
        """Return what the sentence states for a column, empty where it states nothing."""
        change = self._changes[row]
        match ChangeColumn(column):
            case ChangeColumn.KIND:
                return kind_word(change.kind)
            case ChangeColumn.SUBJECT:
                return (change.subject or change.text).text
            case ChangeColumn.SCOPE:
                return _words(change.scope)
            case ChangeColumn.RECIPIENTS:
                return change.recipients_worded or ""
            case ChangeColumn.CONDITION:
                return between.join(quote.text for quote in (change.condition, change.exception) if quote is not None)
            case ChangeColumn.CLAUSE:
                return self._marks[row]

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("类别"),
            self.tr("事项"),
            self.tr("范围"),
            self.tr("去向"),
            self.tr("条件/例外"),
            self.tr("条款"),
        )

    def _spoken(self, row: int) -> str:
        """Return what a card says, for those who hear it: the kind in words, and which field was derived."""
        change = self._changes[row]
        words = change.text.text if change.kind in SPOKEN_IN_FULL else self._cell(row, ChangeColumn.SUBJECT)
        said = [labelled(kind_word(change.kind), words)]
        for field in self.fields_of(row):
            words = labelled(field.label, field.words)
            stated = field.provenance is Provenance.STATED
            said.append(words if stated else f"{words} {provenance_word(field.provenance)}")
        said.append(labelled(self._headings()[ChangeColumn.CLAUSE], self._marks[row]))
        if row in self._concerned:
            said.append(self.tr("与所选内容有对应"))
        return "\n".join(said)

    def _sort_key(self, row: int, column: int) -> tuple[int, int] | str:
        if column == ChangeColumn.KIND:
            return KIND_ORDER.index(self._changes[row].kind), row
        if column == ChangeColumn.CLAUSE:
            return self._changes[row].span.start, row
        return self._cell(row, column)

    def _search_words(self, row: int) -> str:
        change = self._changes[row]
        return "\n".join(
            (kind_word(change.kind), change.text.text, self._marks[row], direction_words(change.kind, change.direction))
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return the number of changes."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return 6."""
        return 0 if parent.isValid() else len(ChangeColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings()[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says under *role*."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                words = self._shown(row, column)
                return f"{kind_symbol(self._changes[row].kind)} {words}" if column == ChangeColumn.KIND else words
            case Qt.ItemDataRole.AccessibleTextRole:
                if column == ChangeColumn.KIND:
                    return self._spoken(row)
                return labelled(self._headings()[column], self._shown(row, column))
            case ChangeRole.REF:
                return FactRef(FactKind.CHANGE, row)
            case ChangeRole.KIND:
                return self._changes[row].kind
            case ChangeRole.SORT:
                return self._sort_key(row, column)
            case ChangeRole.ABSENT:
                return not self._cell(row, column)
            case ChangeRole.WHOLE:
                return self._changes[row].text.text
            case ChangeRole.SEARCH:
                return self._search_words(row)
            case ChangeRole.CONCERNED:
                return row in self._concerned
            case _:
                return None


def _words(quote: Quote | None) -> str:
    return "" if quote is None else quote.text
