"""The table of all entries. A row chosen is an entry chosen; its clause leads to its place in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontInfo, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from eitc_desktop.gui.review.entries_model import EntriesModel, EntryColumn, PlaceHead, cell_words
from eitc_desktop.gui.review.listed import EntryRow
from eitc_desktop.gui.review.table_delegate import PAD, EntryDelegate, cell_font, row_height
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.gui.widgets.row_table import RowTable
from eitc_desktop.phrases import Phrase

_Flag = QItemSelectionModel.SelectionFlag

# widths in characters: at least and at most
_WIDTHS = {
    EntryColumn.CATEGORY: (2.2, 4.2),
    EntryColumn.OFFICE: (4.2, 6.4),
    EntryColumn.PERSON: (3.2, 4.2),
    EntryColumn.ADOPTION: (4.2, 4.2),
    EntryColumn.TIME: (4.6, 6.4),  # the day over the hour
    EntryColumn.STATUS: (2.2, 4.4),
}
_LEAST_QUOTED, _LEAST_CONTENT = 4.2, 6.6  # characters; a narrower table scrolls sideways
_MOST_QUOTED = 22  # characters: it shows which words are meant, the content wants the room
_QUOTED_SHARE = 0.36
_MOST_CLAUSE = 5.8
_MEASURED = 300  # rows
_ARROW = 20  # logical pixels: room for the arrow of the column sorted by


class EntryTable(RowTable):
    """Enter, a double click, or a click on the clause leads to the place; the row chosen is told of at once."""

    entry_chosen = Signal(object)  # EntryRow, PlaceHead, or None
    place_wanted = Signal(object)  # Place
    withdrawal_wanted = Signal()
    menu_wanted = Signal(object, object)  # EntryRow or PlaceHead, QPoint (global)

    def __init__(self, tokens: Tokens, model: EntriesModel, parent: QWidget | None = None) -> None:
        super().__init__(tokens, self.tr("审阅条目"), parent)
        self._entries = model
        self._kept: list[str] = []  # while the rows are made anew: the entry to be chosen then, or else the one before
        self._next: str | None = None
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(tokens, self, model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        self.sortByColumn(EntryColumn.CLAUSE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda _column, _order: self.share_width())
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def entries(self) -> EntriesModel:
        """The model."""
        return self._entries

    @property
    def current(self) -> EntryRow | PlaceHead | None:
        """What the row with the keyboard shows."""
        return self._entries.at(self.currentIndex().row())

    def height_of(self, rows: int) -> int:
        """Return the height in which so many rows are seen, or all where they are fewer: logical pixels."""
        rows = min(rows, self._entries.rowCount()) * self.verticalHeader().defaultSectionSize()
        sideways = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
        return self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth()

    def choose(self, entry: str) -> bool:
        """Select the row of an entry alone and bring it into sight; say whether it is shown."""
        row = self._entries.row_of(entry)
        if row is None:
            return False
        column = max(self.currentIndex().column(), 0)
        index = self._entries.index(row, column)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    def choose_next(self, entry: str | None) -> None:
        """Choose an entry when the rows have been made anew; where it isn't shown then, the one chosen now stays."""
        self._next = entry

    def share_width(self) -> None:
        """Give the short columns what they need, within bounds, and share the rest among the words."""
        font = self.font()
        character, pad = QFontInfo(font).pixelSize(), 2 * PAD
        metrics = QFontMetricsF(font)
        sorted_ = self.horizontalHeader().sortIndicatorSection()
        rows = self._entries.rows[:_MEASURED]
        widths = {EntryColumn.CLAUSE: self._clause_width(rows)}
        for column, (least, most) in _WIDTHS.items():
            words = {cell_words(row, column) for row in rows}
            if column is EntryColumn.TIME:
                words = {word for words_ in words for word in words_.split()}
            shown = QFontMetricsF(cell_font(font, column, self._tokens))
            needed = max([shown.horizontalAdvance(word) for word in words], default=0.0)
            head = metrics.horizontalAdvance(str(self._entries.headerData(column, Qt.Orientation.Horizontal)))
            bounded = min(max(needed, least * character), most * character)
            head += 2 * self._tokens.space_m + (_ARROW if column == sorted_ else 0)
            widths[column] = round(max(bounded + pad, head)) + 2
        left = self.viewport().width() - sum(widths.values())
        least = round((_LEAST_QUOTED + _LEAST_CONTENT) * character) + 3 * pad
        room = max(left, least)
        quoted = max(round(_LEAST_QUOTED * character), round(room * _QUOTED_SHARE))
        quoted = min(quoted, round(_MOST_QUOTED * character))
        widths[EntryColumn.QUOTED], widths[EntryColumn.CONTENT] = quoted, room - quoted
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.verticalHeader().setDefaultSectionSize(row_height(self._tokens, font))

    def with_current(self, do: Callable[[EntryRow | PlaceHead], object]) -> None:
        """Do something with what the current row shows, if there is one."""
        row = self.current
        if row is not None:
            do(row)

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(
            ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"),
            Phrase("KeyUses", "在原文中显示"),
            lambda view: view.with_current(lambda row: view.place_wanted.emit(row.place)),
        ),
        KeyUse(("Delete",), Phrase("KeyUses", "撤回条目"), lambda view: view.withdrawal_wanted.emit()),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制选中的各行"), lambda view: view.rows_copied.emit()),
    )

    def _clause_width(self, rows: tuple[EntryRow, ...]) -> int:
        font = QFont(self.font())
        font.setPointSizeF(self._tokens.font_small)
        metrics = QFontMetricsF(font)
        most = round(QFontInfo(self.font()).pixelSize() * _MOST_CLAUSE)
        widths = [mark_size(metrics, words).width() for words in {row.clause for row in rows}]
        head = 2 * QFontInfo(self.font()).pixelSize() + 2 * self._tokens.space_m + _ARROW
        return max(min(max(widths, default=0), most) + 2 * PAD, head)

    def _keep(self) -> None:
        row = self.current
        self._kept = [] if self._next is None else [self._next]
        self._next = None
        if isinstance(row, EntryRow):
            self._kept.append(row.id)

    def _restore(self) -> None:
        """Choose again what was chosen; what is no longer shown is chosen no more."""
        if not any(map(self.choose, self._kept)):  # choosing tells by itself
            self._tell()

    def _tell(self) -> None:
        self.entry_chosen.emit(self.current)

    def _on_clause(self, place: QPoint) -> EntryRow | PlaceHead | None:
        index = self.indexAt(place)
        return self._entries.at(index.row()) if index.isValid() and index.column() == EntryColumn.CLAUSE else None

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the place whose clause is clicked."""
        super().mouseReleaseEvent(event)
        row = self._on_clause(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row is not None and len(self.chosen_rows) == 1:
            self.place_wanted.emit(row.place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lead to the place of the row."""
        index = self.indexAt(event.position().toPoint())
        row = self._entries.at(index.row()) if index.isValid() else None
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.place_wanted.emit(row.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a clause."""
        super().mouseMoveEvent(event)
        over = self._on_clause(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with the row."""
        index, place = asked_row(self, event)
        row = self._entries.at(index.row()) if index.isValid() else None
        if row is not None:
            self.selectionModel().setCurrentIndex(
                index, _Flag.ClearAndSelect | _Flag.Rows if index.row() not in self.chosen_rows else _Flag.NoUpdate
            )
            self.menu_wanted.emit(row, place)
