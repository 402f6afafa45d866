"""The table of a scenario: typed into as a spreadsheet is, with heads that stay in sight."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QLineEdit, QMenu, QTableView, QWidget

from eitc_desktop.gui.allocation.cells import NumberDelegate
from eitc_desktop.gui.allocation.heads import ColumnHead, Corner, RowHead, shared_widths
from eitc_desktop.gui.allocation.model import AllocationModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import RowKind
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.reviews.allocation_entering import NotACount, Put, block_of, puts_of

_Flag = QItemSelectionModel.SelectionFlag

_WIDEST = 10.5  # characters of a column of numbers
_LEAST_ROWS = 2.5  # that are seen at least


class AllocationTable(QTableView):
    """Typing goes straight into the current cell; Tab and Enter go on, Del empties, whole blocks are pasted."""

    puts_wanted = Signal(object)  # list[Put]
    refused = Signal(str)
    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    removal_wanted = Signal(int)  # row of another body
    left = Signal()  # Escape: away from the table
    current_moved = Signal()
    columns_moved = Signal()  # widths or scrolling: what stands below follows

    def __init__(self, tokens: Tokens, model: AllocationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._model = model
        self._following = False
        model.setParent(self)
        self._columns, self._rows = ColumnHead(tokens, self), RowHead(tokens, model.row_told, self)
        self._corner = Corner(tokens, self)
        self.setModel(model)
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._rows)
        self._delegate = NumberDelegate(tokens, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("编制分配表"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # ``focusNextPrevChild`` does it, and leaves at the end
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self._connect()
        self.share_width()

    @property
    def allocation(self) -> AllocationModel:
        """What is shown."""
        return self._model

    @property
    def left_width(self) -> int:
        """Width of the header at the left: logical pixels."""
        return self._rows.width()

    def share_width(self) -> None:
        """Share the width among the columns, and give every row the height of its words."""
        width = self.width()
        em = QFontMetricsF(self.font()).horizontalAdvance("\u4e00")
        left = self._rows.wanted_width(width)
        self._rows.setFixedWidth(left)
        room = width - left - self.verticalScrollBar().sizeHint().width()
        least = self._least_widths()
        for column, wanted in enumerate(shared_widths(least, _WIDEST * em, room)):
            self.setColumnWidth(column, wanted)
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, self._rows.needed_height(row, left))
        self._columns.setFixedHeight(self._columns.needed_height())
        line = self._rows.needed_height(1, left) if self._model.rowCount() > 1 else 0
        self.setMinimumHeight(self._columns.height() + round(_LEAST_ROWS * line))
        self.updateGeometries()
        self._corner.setGeometry(0, 0, left, self._columns.height())
        self.columns_moved.emit()

    def column_edges(self, column: int) -> tuple[int, int]:
        """Return where a column begins and how wide it is, counted from the left edge of the table."""
        return self._rows.width() + self._columns.sectionViewportPosition(column), self.columnWidth(column)

    def choose(self, ref: FactRef) -> None:
        """Go to the row of a unit; nothing for other facts."""
        sheet = self._model.sheet
        if sheet is None:
            return
        for row, each in enumerate(sheet.rows):
            if each.key.unit is not None and each.key.unit.ref == ref and self.currentIndex().row() != row:
                self._following = True
                self.go_to(row, max(self.currentIndex().column(), 0))
                self._following = False

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, selected alone and in sight."""
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def go_to_column(self, row: int, number: int) -> QModelIndex:
        """Go to the cell of ``AllocationSheet.columns[number]``, and return its index."""
        shown = next(k for k, place in enumerate(self._model.places) if place.number == number and not place.is_sum)
        self.go_to(row, shown)
        return self._model.index(row, shown)

    def type_again(self, row: int, number: int, words: str) -> None:
        """Open the line of a cell with *words* that were no number."""
        index = self.go_to_column(row, number)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(index)
        line = self.indexWidget(index)
        if line is not None:
            line.setProperty("text", words)
            line.setProperty("modified", True)  # noqa: FBT003

    def finish_typing(self) -> None:
        """Take what stands in an open line, and close it."""
        line = self.indexWidget(self.currentIndex())
        if isinstance(line, QLineEdit):
            self.commitData(line)
            self.closeEditor(line, QAbstractItemDelegate.EndEditHint.NoHint)

    def empty_chosen(self) -> None:
        """Empty the selected cells."""
        self._put_into_chosen(None)

    def copy_chosen(self) -> None:
        """Copy the selected cells as they are shown, for a spreadsheet."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        rows, columns = sorted({index.row() for index in chosen}), sorted({index.column() for index in chosen})
        picked = {(index.row(), index.column()) for index in chosen}
        lines = (
            "\t".join(str(self._model.index(i, j).data() or "") if (i, j) in picked else "" for j in columns)
            for i in rows
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put what a spreadsheet copied into the cells from the first selected one on; one number fills them all."""
        sheet, chosen = self._model.sheet, self.selectedIndexes() or [self.currentIndex()]
        if sheet is None or not chosen[0].isValid():
            return
        row, shown = min(index.row() for index in chosen), min(index.column() for index in chosen)
        places = self._model.places[shown:]
        try:
            block = block_of(QGuiApplication.clipboard().text())
            numbers = [None if place.is_sum else place.number for place in places]
            puts = puts_of(sheet, block, row, numbers)
        except NotACount as error:
            self.refused.emit(self.tr("没有粘贴：{0}").format(sentence_of(error)))
            return
        if len(block) == len(block[0]) == 1 and len(chosen) > 1 and puts:
            self._put_into_chosen(puts[0].number)
        elif puts:
            self.puts_wanted.emit(puts)
            end = self._model.index(row + len(block) - 1, shown + max(map(len, block)) - 1)
            self._select_block(self._model.index(row, shown), end)

    def step(self, key: int, *, back: bool) -> bool:
        """Go on as a spreadsheet does, Enter downwards and Tab to the right; say whether there is somewhere to go."""
        index = self.currentIndex()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            row = index.row() + (-1 if back else 1)
            if not 0 <= row < self._model.rowCount():
                return False
            self.go_to(row, index.column())
            return True
        stops = [
            (i, j)
            for i in range(self._model.rowCount())
            for j, place in enumerate(self._model.places)
            if not place.is_sum
        ]
        here = (index.row(), index.column())
        ahead = [stop for stop in stops if (stop < here if back else stop > here)]
        if not ahead or not index.isValid():
            return False
        self.go_to(*(ahead[-1] if back else ahead[0]))
        return True

    def show_clause(self) -> None:
        """Ask for the place of the text that states the total of the current column."""
        index = self.currentIndex()
        if index.isValid():
            self._show_clause_of(index.column())

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("F2",), Phrase("KeyUses", "修改此格"), lambda view: view.edit(view.currentIndex())),
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "下一行"), lambda view: view.step(Qt.Key.Key_Return, back=False)),
        KeyUse(
            ("Shift+Return", "Shift+Enter"),
            Phrase("KeyUses", "上一行"),
            lambda view: view.step(Qt.Key.Key_Return, back=True),
        ),
        KeyUse(("Del", "Backspace"), Phrase("KeyUses", "清空选中的格"), lambda view: view.empty_chosen()),
        KeyUse(("Ctrl+C", "Ctrl+Ins"), Phrase("KeyUses", "复制选中的格"), lambda view: view.copy_chosen()),
        KeyUse(("Ctrl+V", "Shift+Ins"), Phrase("KeyUses", "粘贴一列或一块数字"), lambda view: view.paste()),
        KeyUse(
            ("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示此列的总数"), lambda view: view.show_clause()
        ),
        KeyUse(("Esc",), Phrase("KeyUses", "离开表格"), lambda view: view.left.emit()),
    )

    def _connect(self) -> None:
        self._tokens.changed.connect(self.share_width)
        self._model.modelReset.connect(self._start)
        self._model.dataChanged.connect(lambda *_places: self._make_room())
        self._delegate.refused.connect(self.refused)
        self._delegate.left.connect(self._go_on)
        self._rows.sectionPressed.connect(self._choose_row)
        self._columns.sectionDoubleClicked.connect(self._show_clause_of)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.columns_moved.emit())
        self.selectionModel().currentChanged.connect(self._note_current)

    def _least_widths(self) -> list[float]:
        """Return the width of each column in which its heading, and how its sum stands to the total, are seen whole."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics, pad = QFontMetricsF(bold), self._tokens.space_s + self._tokens.space_m + 2
        return [
            max(self._columns.least_width(column), metrics.horizontalAdvance(self._model.outcome(place)) + pad)
            for column, place in enumerate(self._model.places)
        ]

    def _make_room(self) -> None:
        """Share the width anew where what is to be said of a sum has grown beyond its column."""
        if any(least > self.columnWidth(column) + 1 for column, least in enumerate(self._least_widths())):
            self.share_width()

    def _start(self) -> None:
        self.share_width()
        if self._model.rowCount() and self._model.columnCount():
            self.go_to(0, 0)

    def _note_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self._rows.viewport().update()
        self.current_moved.emit()

    def _choose_row(self, row: int) -> None:
        """Tell of the unit whose name was clicked."""
        self.selectRow(row)
        sheet = self._model.sheet
        unit = None if sheet is None else sheet.rows[row].key.unit
        if unit is not None and not self._following:
            self.fact_chosen.emit(unit.ref)

    def _show_clause_of(self, shown: int) -> None:
        sheet = self._model.sheet
        if sheet is None:
            return
        place = self._model.places[shown]
        column = sheet.sums[place.number].columns[0] if place.is_sum else place.number
        self.clause_requested.emit(FactRef(FactKind.QUOTA, sheet.columns[column].key.quota))

    def _put_into_chosen(self, number: int | None) -> None:
        places = self._model.places
        puts = [
            Put(index.row(), places[index.column()].number, number)
            for index in self.selectedIndexes()
            if not places[index.column()].is_sum
        ]
        if puts:
            self.puts_wanted.emit(puts)

    def _select_block(self, start: QModelIndex, end: QModelIndex) -> None:
        self.selectionModel().select(QItemSelection(start, end), _Flag.ClearAndSelect)

    def _go_on(self, key: int, back: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.step(key, back=back or key == Qt.Key.Key_Backtab)

    # Qt overrides

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Let Tab go from cell to cell, and out of the table behind the last one."""
        if self.hasFocus() and self.step(Qt.Key.Key_Tab, back=not next):
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table; leave the rest to the view."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with cells and their row."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.context_menu(index).popup(place)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return a menu for a cell; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("复制"), self.copy_chosen)
        menu.addAction(self.tr("粘贴"), self.paste)
        menu.addAction(self.tr("清空"), self.empty_chosen)
        menu.addSeparator()
        menu.addAction(self.tr("在原文中显示此列的总数"), lambda: self._show_clause_of(index.column()))
        sheet = self._model.sheet
        if sheet is not None and sheet.rows[index.row()].key.kind is RowKind.BODY:
            menu.addAction(self.tr("删去这一单位"), lambda: self.removal_wanted.emit(index.row()))
        return menu
