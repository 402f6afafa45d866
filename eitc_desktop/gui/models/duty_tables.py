"""处室职责对应一览表, and the duty items without a division: plain tables, as offices use them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.models.duty_matrix import DutyMatrix, MatrixColumn, Narrowing
from eitc_desktop.gui.models.duty_words import graded, unconfirmed
from eitc_desktop.gui.models.verdict_wish import Link
from eitc_desktop.gui.wording import labelled, listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.services.citing import Citing, item_mark

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight

ROOT = QModelIndex()


class DutyTableRole(IntEnum):
    """What the models tell beside Qt's own roles."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef
    LINES = Qt.ItemDataRole.UserRole + 2  # tuple[Line, ...]: of a column with several lines


class Line(NamedTuple):
    """One of the lines that stand beside each other across the columns; ``quote`` with its evidence where it is one.

    ``entered``: reviewers did.
    """

    words: str
    quote: Quote | None = None
    evidence: tuple[Span, ...] = ()
    entered: bool = False


class TableRow(NamedTuple):
    """A row: what it is of, for each column its lines, and what a verdict on it is on."""

    ref: FactRef
    cells: tuple[tuple[Line, ...], ...]
    links: tuple[Link, ...] = ()


class DutyTableModel(QAbstractTableModel):
    """Rows of lines under headings; ``WIDE`` is the column of the long words, ``LINED`` those whose lines agree.

    Where something is entered in a review, a last column says what; its lines agree with the ``LINED`` ones.
    """

    WIDE = 0
    LINED: tuple[int, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TableRow, ...] = ()
        self._reviewed = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of the columns."""
        review = (QCoreApplication.translate("DutyTableModel", "审阅录入"),) if self._reviewed else ()
        return (*self._headings, *review)

    @property
    def lined(self) -> tuple[int, ...]:
        """The columns whose lines agree."""
        return (*self.LINED, len(self._headings)) if self._reviewed and self.LINED else self.LINED

    @property
    def _headings(self) -> tuple[str, ...]:
        raise NotImplementedError

    def is_entered(self, column: int) -> bool:
        """Say whether a column says what is entered."""
        return column >= len(self._headings)

    def links_of(self, row: int) -> tuple[Link, ...]:
        """Return what a verdict on a row is on."""
        return self._rows[row].links

    def ref_at(self, row: int) -> FactRef:
        """Return what a row is of."""
        return self._rows[row].ref

    def row_of(self, ref: FactRef | None) -> int | None:
        """Return the row of a fact, None where it has none."""
        return next((number for number, row in enumerate(self._rows) if row.ref == ref), None)

    def as_tsv(self, rows: Sequence[int]) -> str:
        """Return rows under their headings for a spreadsheet; several lines stay in one cell."""
        lines = ["\t".join(self.headings)]
        lines += ["\t".join(_quoted(_joined(cell)) for cell in self._rows[row].cells) for row in rows]
        return "\n".join(lines)

    def _set_rows(self, rows: Sequence[TableRow], *, reviewed: bool) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self._reviewed = reviewed
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says under *role*."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _joined(row.cells[index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                return labelled(self.headings[index.column()], _joined(row.cells[index.column()]))
            case DutyTableRole.REF:
                return row.ref
            case DutyTableRole.LINES:
                return row.cells[index.column()]
            case _:
                return None


class DivisionDutiesModel(DutyTableModel):
    """序号｜名称｜括号内名称｜对应职责原文｜依据条款｜等级: one row a division, hosted offices after them."""

    WIDE = 3
    LINED = (3, 4, 5)

    @property
    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("序号"),
            self.tr("名称"),
            self.tr("括号内名称"),
            self.tr("对应职责原文"),
            self.tr("依据条款"),
            self.tr("等级"),
        )

    def show_matrix(self, matrix: DutyMatrix, citing: Citing, narrowing: Narrowing) -> None:
        """Show the links that *narrowing* leaves."""
        narrowing = narrowing._replace(unmapped=False)  # every row of this table is what corresponds
        rows = [self._row(matrix, citing, column, narrowing) for column in matrix.columns]
        self._set_rows(rows, reviewed=matrix.sight is not None)

    def _row(self, matrix: DutyMatrix, citing: Citing, column: MatrixColumn, narrowing: Narrowing) -> TableRow:
        every = matrix.mapping.links_of_unit(column.ref)
        links = [link for link in every if matrix.wants_link(link, narrowing)]
        ordinal = self.tr("设在本机关") if column.hosted else column.ordinal
        first = (Line(ordinal), Line(column.name), Line(listed(column.second_names)))
        if not links:
            words = self.tr("未对应") if not every else self.tr("没有符合筛选的对应")
            cells = (*((line,) for line in first), (Line(words),), (Line("—"),), (Line("—"),))
            return TableRow(column.ref, cells if matrix.sight is None else (*cells, (Line("—"),)))
        quotes = []
        for link in links:
            quote = matrix.provision.duties[link.item.index].items[link.item.part]
            quotes.append(Line(quote.text, quote, tuple(each.quote.span for each in link.evidence)))
        clauses = tuple(Line(item_mark(citing, link.item)) for link in links)
        words = [graded(link.grade, part=link.part) for link in links]
        told = tuple(
            Line(f"{word} {unconfirmed()}" if link.judgement is not None else word)
            for word, link in zip(words, links, strict=True)
        )
        cells = (*((line,) for line in first), tuple(quotes), clauses, told)
        on = tuple((link.item, link.unit) for link in links)
        if matrix.sight is not None:
            cells = (*cells, tuple(_tally(matrix.sight, each) for each in on))
        return TableRow(column.ref, cells, on)


class UnmappedItemsModel(DutyTableModel):
    """条款｜职责分项原文｜说明: the duty items to which no division corresponds."""

    WIDE = 1

    @property
    def _headings(self) -> tuple[str, ...]:
        return self.tr("条款"), self.tr("职责分项原文"), self.tr("说明")

    def show_matrix(self, matrix: DutyMatrix, citing: Citing, narrowing: Narrowing) -> None:
        """Show the items without a division that *narrowing* leaves, whatever grades are shown."""
        items = (item for item in matrix.unmapped_items if matrix.wants(item, narrowing))
        self._set_rows([self._row(matrix, citing, item) for item in items], reviewed=matrix.sight is not None)

    def _row(self, matrix: DutyMatrix, citing: Citing, item: FactRef) -> TableRow:
        quote = matrix.provision.duties[item.index].items[item.part]
        offices = [link for link in matrix.links_of_item(item) if link.unit.kind is FactKind.HOSTED_OFFICE]
        note = self.tr("未对应")
        if offices:
            names = {column.ref: column.name for column in matrix.columns}
            said = listed(f"{names[link.unit]} {graded(link.grade, part=link.part)}" for link in offices)
            note = self.tr("未对应；另与设在本机关的机构对应，不计入：{0}").format(said)
        spans = tuple(each.quote.span for link in offices for each in link.evidence)
        cells = ((Line(item_mark(citing, item)),), (Line(quote.text, quote, spans),), (Line(note),))
        on = (item, None)
        if matrix.sight is not None:
            cells = (*cells, (_tally(matrix.sight, on, *matrix.sight.proposed(on)),))
        return TableRow(item, cells, (on,))


def _tally(sight: ReviewSight, link: Link, *proposed: str) -> Line:
    """Return what reviewers think of a link and propose, or that none has said; broken, for the column is narrow."""
    words = "\n".join((*sight.counts(link), *proposed))
    return Line(words, entered=True) if words else Line(QCoreApplication.translate("Review", "未审"))


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.words for line in lines)


def _quoted(words: str) -> str:
    """Return a cell as spreadsheets read it from the clipboard: in marks where it has several lines, tabs or marks."""
    if any(char in words for char in '\n\t"'):
        return '"' + words.replace('"', '""') + '"'
    return words
