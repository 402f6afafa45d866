"""One scenario: its table over its sums, and the line that speaks of the current cell."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.allocation.bar import inset
from eitc_desktop.gui.allocation.keeping import Keeping
from eitc_desktop.gui.allocation.model import AllocationModel
from eitc_desktop.gui.allocation.strip import CellStrip
from eitc_desktop.gui.allocation.table import AllocationTable
from eitc_desktop.gui.allocation.totals import TotalsFoot
from eitc_desktop.gui.allocation.words import hints_of, row_name, spoken
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.wording import said, sentence_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, SheetCell
from eitc_desktop.services.reviews.allocation_entering import NotACount, Put, body_removed, changes_of, count_of
from eitc_desktop.services.reviews.allocation_words import ENTERED_ONLY, conflict_words, hint_words, stray_words
from eitc_desktop.services.reviews.session import Change


class SheetView(QWidget):
    """Everything typed is saved at once through the desk, each time as one step that can be undone."""

    scenario_wanted = Signal(str)  # entry id: what was typed belongs there

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._desk: ReviewDesk | None = None
        self._refused: tuple[str, int, int, str] | None = None  # scenario, row, column, words
        self.model = AllocationModel(self)
        self.table = AllocationTable(tokens, self.model, self)
        self.foot = TotalsFoot(tokens, self.table, self)
        self.strip = CellStrip(tokens, self)
        self.keeping = Keeping(self.strip, self)
        self.told = WrappedLabel(tokens, "", self, muted=True, points=tokens.font_small)
        self._tag = ProvenanceTag(tokens, Provenance.ENTERED, self)
        self._arrange(tokens)
        self._connect()

    @property
    def sheet(self) -> AllocationSheet | None:
        """The scenario shown."""
        return self.model.sheet

    def set_desk(self, desk: ReviewDesk) -> None:
        """Save through *desk* from now on."""
        self._desk = desk
        self.keeping.set_desk(desk)

    def show_sheet(self, provision: Provision, sheet: AllocationSheet | None) -> None:
        """Show a scenario."""
        self.model.show_sheet(provision, sheet)
        notes = [said(ENTERED_ONLY)]
        if sheet is not None:
            notes += filter(None, (spoken(conflict_words(sheet)), spoken(stray_words(sheet.strays))))
            if sheet.note:
                notes.append(self.tr("说明：{0}").format(sheet.note))
        self.told.setText("\n".join(notes))
        self._speak_of_current()

    def finish(self) -> bool:
        """Save what is being typed, and say whether nothing is left that isn't saved."""
        self.table.finish_typing()
        return not self.strip.holds

    @Slot(int)
    def remove_body(self, row: int) -> None:
        """Withdraw the row of another body."""
        if self.sheet is not None:
            words = self.tr("删去单位 {0}").format(row_name(self.sheet.rows[row]))
            self.keeping.keep(body_removed(self.sheet, row), words)

    @Slot(object)
    def put(self, puts: list[Put]) -> None:
        """Put numbers into cells."""
        sheet, desk = self.sheet, self._desk
        if sheet is None or desk is None:
            return
        try:
            anchor = desk.anchor_of(None)
        except EitcError as error:
            self.strip.warn(sentence_of(error))
            return
        changes = changes_of(sheet, anchor, puts)
        if changes:
            self.keeping.keep(changes, self._step_words(sheet, puts, changes))
        self._speak_of_current()

    def _step_words(self, sheet: AllocationSheet, puts: list[Put], changes: list[Change]) -> str:
        if len(puts) > 1:
            return self.tr("填写 {0} 格").format(len(changes))
        [one] = puts
        number = self.tr("清空") if one.number is None else str(one.number)
        return f"{self._place(sheet, one.row, one.column)} {number}"

    def _place(self, sheet: AllocationSheet, row: int, column: int) -> str:
        heading = next(place for place in self.model.places if place.number == column and not place.is_sum)
        return f"{row_name(sheet.rows[row])} {self.model.heading(heading)}"

    @Slot(int, int, str)
    def _take_words(self, row: int, column: int, words: str) -> None:
        """Take what was typed into a cell; what is no number stays in the strip."""
        sheet = self.sheet
        if sheet is None:
            return
        try:
            number = count_of(words, sheet.columns[column].unit)
        except NotACount as error:
            self._refused = (sheet.scenario, row, column, words)
            place = self._place(sheet, row, column)
            self.strip.hold_refused(self.tr("没有录入 {0}：{1}").format(place, sentence_of(error)))
            return
        self.put([Put(row, column, number)])

    @Slot()
    def _type_again(self) -> None:
        if self._refused is None:
            return
        scenario, row, column, words = self._refused
        self.let_go()
        if self.sheet is None or self.sheet.scenario != scenario:
            self.scenario_wanted.emit(scenario)
        if self.sheet is not None and self.sheet.scenario == scenario and row < len(self.sheet.rows):
            self.table.type_again(row, column, words)

    @Slot()
    def let_go(self) -> None:
        """Forget what was typed and isn't saved."""
        self._refused = None
        self.keeping.let_go()
        self.strip.release()
        self._speak_of_current()

    @Slot(object)
    def _choose_draft(self, count: int | None) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.put([Put(index.row(), self.model.places[index.column()].number, count)])
            self.table.setFocus()

    @Slot()
    def _speak_of_current(self) -> None:
        """Say what there is to say of the current cell and its row."""
        index, sheet = self.table.currentIndex(), self.sheet
        if sheet is None or not index.isValid():
            self.strip.tell("")
            return
        row, cell = index.row(), self.model.cell_at(index)
        if isinstance(cell, SheetCell) and cell.drafts:
            place = self._place(sheet, row, self.model.places[index.column()].number)
            self.strip.show_drafts(place, cell.drafts)
            return
        hints = hints_of(sheet, row)
        if hints:
            self.strip.tell("\n".join(hints))
        elif sheet.hints:
            first = spoken(hint_words(sheet, sheet.hints[0]))
            self.strip.tell(self.tr("{0} 处提示，例如 {1}").format(len(sheet.hints), first))
        else:
            self.strip.tell("")

    @Slot()
    def _dress(self) -> None:
        font = self.font()
        font.setPointSizeF(self._tokens.font_small)
        for part in (self._tag, self.told):
            part.setFont(font)
            part.updateGeometry()

    def _arrange(self, tokens: Tokens) -> None:
        banner = QHBoxLayout()
        banner.setContentsMargins(tokens.space_m, 0, tokens.space_m, tokens.space_s)
        banner.setSpacing(tokens.space_m)
        banner.addWidget(self._tag)
        banner.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(banner)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        column.addLayout(inset(self.strip, tokens))

    def _connect(self) -> None:
        self._tokens.changed.connect(self._dress)
        self.model.words_typed.connect(self._take_words)
        self.table.puts_wanted.connect(self.put)
        self.table.refused.connect(self.strip.warn)
        self.table.removal_wanted.connect(self.remove_body)
        self.table.current_moved.connect(self._speak_of_current)
        self.strip.again_wanted.connect(self._type_again)
        self.strip.dismissed.connect(self.let_go)
        self.strip.draft_chosen.connect(self._choose_draft)
