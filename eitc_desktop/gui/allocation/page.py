"""The page of 编制方案: the bar, and the scenario shown, or two of them beside each other, or why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.allocation.bar import AllocationBar, inset
from eitc_desktop.gui.allocation.comparing import CompareView
from eitc_desktop.gui.allocation.dialogs import ExportWarning, NameDialog
from eitc_desktop.gui.allocation.exporting import Exporting
from eitc_desktop.gui.allocation.sheet_view import SheetView
from eitc_desktop.gui.allocation.table import AllocationTable
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import NotStatedLabel, WrappedLabel
from eitc_desktop.gui.wording import said, sentence_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor, Scenario
from eitc_desktop.reviewing.allocation import columns_of, sheet_of
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.allocation_entering import body_added, names_taken, scenario_copied, scenario_made
from eitc_desktop.services.reviews.allocation_words import ENTERED_ONLY, NOTHING_TO_SPREAD
from eitc_desktop.services.reviews.session import Change, edited, withdrawn


class AllocationPage(QWidget):
    """Shows the scenarios that the desk holds for one provision."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._desk: ReviewDesk | None = None
        self._scenario = ""
        self._comparing = False
        self.bar = AllocationBar(tokens, self)
        self.view = SheetView(tokens, self)
        self._compared: CompareView | None = None
        self._stack = _Stack(self)
        self._absence = self._make_absence()
        self._empty = self._make_empty()
        self._arrange()
        self._connect()

    @property
    def table(self) -> AllocationTable:
        """The table of the scenario shown."""
        return self.view.table

    @property
    def compared(self) -> CompareView:
        """Two scenarios beside each other; made when they are first asked for."""
        if self._compared is None:
            self._compared = CompareView(self._tokens, self._stack)
            self._compared.rows_copied.connect(self.notice_given)
            self._compared.left.connect(self.step_back)
            self._stack.addWidget(self._compared)
        return self._compared

    @property
    def scenario(self) -> str:
        """Entry id of the scenario shown; empty while there is none."""
        return self._scenario

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes: the table, or the button that makes the first scenario."""
        shown = self._stack.currentWidget()
        if shown is self.view:
            return self.table
        if shown is self._compared and self._compared is not None:
            return self._compared.home
        return self.first if shown is self._empty else self

    def show_provision(self, provision: Provision) -> None:
        """Offer the scenarios of *provision*."""
        if provision is not self._provision:
            self._provision = provision
            self._scenario = ""
            self._comparing = False
        self.refresh()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show what *desk* holds from now on."""
        self._desk = desk
        self.view.set_desk(desk)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the review of now."""
        provision, desk = self._provision, self._desk
        if provision is None:
            return
        scenarios = () if desk is None else desk.review.scenarios
        if not any(entry.id == self._scenario for entry in scenarios):
            self._scenario = scenarios[-1].id if scenarios else ""
        self.bar.offer(scenarios, self._scenario)
        if not columns_of(provision):
            shown = self._absence
        elif not scenarios or desk is None:
            shown = self._empty
        elif self._comparing and len(scenarios) > 1:
            self.compared.show_review(provision, desk.review, self._scenario)
            shown = self.compared
        else:
            self.view.show_sheet(provision, self._sheet(self._scenario))
            shown = self.view
        self.bar.setVisible(shown is self.view)
        self._stack.setCurrentWidget(shown)

    @Slot()
    def compare(self) -> None:
        """Show two scenarios beside each other."""
        self._comparing = True
        self.refresh()
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def choose(self, scenario: str) -> None:
        """Show another scenario."""
        if scenario != self._scenario:
            self._scenario = scenario
            self.refresh()

    @Slot()
    def step_back(self) -> None:
        """Go from the comparison back to the scenario."""
        self._comparing = False
        self.refresh()
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def make_scenario(self) -> None:
        """Ask for the name of a new scenario."""
        self._with_desk(lambda _desk, anchor: self._ask_new(self.tr("新建方案"), anchor, None))

    @Slot()
    def copy_scenario(self) -> None:
        """Ask for the name of a copy of the scenario shown."""
        sheet = self._sheet(self._scenario)
        if sheet is not None:
            self._with_desk(lambda _desk, anchor: self._ask_new(self.tr("复制方案"), anchor, sheet))

    @Slot()
    def rename_scenario(self) -> None:
        """Ask for another name and remark."""
        entry = self._entry()
        if entry is None or not isinstance(entry.content, Scenario):
            return
        before = entry.content

        def save(desk: ReviewDesk, name: str, note: str) -> EitcError | None:
            return desk.save([edited(entry, Scenario(name, note))], self.tr("方案改名 {0}").format(name))

        def ask(desk: ReviewDesk, _anchor: Anchor) -> None:
            taken = self._names() - {before.name}
            NameDialog(
                self._tokens,
                self.tr("方案改名"),
                lambda name, note: save(desk, name, note),
                self.window(),
                name=before.name,
                note=before.note,
                taken=taken,
            ).open()

        self._with_desk(ask)

    @Slot()
    def withdraw_scenario(self) -> None:
        """Withdraw the scenario shown; that can be undone, and it stays in the history."""
        entry = self._entry()
        if entry is not None and isinstance(entry.content, Scenario):
            self.view.keeping.keep([withdrawn(entry)], self.tr("撤回方案 {0}").format(entry.content.name))

    @Slot()
    def add_body(self) -> None:
        """Ask for the name of another body, which gets a row."""

        def ask(desk: ReviewDesk, anchor: Anchor) -> None:
            sheet = self._sheet(self._scenario)
            if sheet is None:
                return
            NameDialog(
                self._tokens,
                self.tr("添加其他单位"),
                lambda name, _note: desk.save(body_added(sheet, anchor, name), self.tr("添加单位 {0}").format(name)),
                self.window(),
                taken=names_taken(sheet),
                label=self.tr("单位名称(&N)"),
            ).open()

        self._with_desk(ask)

    @Slot()
    def export(self) -> None:
        """Export the scenario shown, once it is known what it isn't."""
        sheet, provision = self._sheet(self._scenario), self._provision
        if sheet is None or provision is None:
            return
        warning = ExportWarning(self._tokens, sheet.name, self.window())
        exporting = Exporting(self._tokens, provision, sheet, self)
        exporting.exported.connect(lambda path: self.notice_given.emit(self.tr("已导出到 {0}").format(path)))
        warning.accepted.connect(exporting.ask)
        warning.rejected.connect(exporting.deleteLater)
        warning.open()

    def finish(self) -> bool:
        """Save what is being typed, and say whether nothing is left that isn't saved."""
        return self.view.finish()

    def ask_to_leave(self, leave: Callable[[], object]) -> None:
        """Ask whether to let go what isn't saved, and *leave* then."""
        window = self.window()
        if any(sheet.isVisible() for sheet in window.findChildren(UnsavedSheet)):
            return

        def let_go() -> None:
            self.view.let_go()
            leave()

        sheet = UnsavedSheet(self._tokens, window, self.tr("编制方案"), can_save=False)  # what is typed is no number
        sheet.discarded.connect(let_go)
        sheet.open()

    def show_selected(self, ref: FactRef) -> None:
        """Go to the row of a unit."""
        self.table.choose(ref)

    def _ask_new(self, title: str, anchor: Anchor, sheet: AllocationSheet | None) -> None:
        desk = self._desk
        if desk is None:
            return

        def save(name: str, note: str) -> EitcError | None:
            made = scenario_made(anchor, name, note) if sheet is None else scenario_copied(sheet, anchor, name, note)
            return self._save_scenario(desk, made, self.tr("新建方案 {0}").format(name))

        name = self._free_name() if sheet is None else self.tr("{0}（副本）").format(sheet.name)
        note = "" if sheet is None else sheet.note
        NameDialog(self._tokens, title, save, self.window(), name=name, note=note, taken=self._names()).open()

    def _save_scenario(self, desk: ReviewDesk, changes: list[Change], words: str) -> EitcError | None:
        before, self._scenario = self._scenario, changes[0].entry  # shown as soon as it is there
        error = desk.save(changes, words)
        if error is not None:
            self._scenario = before
        else:
            self.home.setFocus(Qt.FocusReason.OtherFocusReason)
        return error

    def _with_desk(self, then: Callable[[ReviewDesk, Anchor], None]) -> None:
        """Go on with the desk and the provision's anchor, as soon as it is known who reviews."""
        desk = self._desk
        if desk is None:
            return

        def go_on() -> None:
            try:
                anchor = desk.anchor_of(None)
            except EitcError as error:
                open_message(self.window(), self.tr("编制方案"), sentence_of(error), warning=True)
                return
            then(desk, anchor)

        desk.with_reviewer(go_on)

    def _entry(self) -> Entry | None:
        return None if self._desk is None else self._desk.review.entry(self._scenario)

    def _sheet(self, scenario: str) -> AllocationSheet | None:
        if self._desk is None or self._provision is None or not scenario:
            return None
        return sheet_of(self._provision, self._desk.review, scenario)

    def _names(self) -> frozenset[str]:
        scenarios = () if self._desk is None else self._desk.review.scenarios
        return frozenset(one.content.name for one in scenarios if isinstance(one.content, Scenario))

    def _free_name(self) -> str:
        taken, number = self._names(), 1
        while (name := self.tr("方案 {0}").format(number)) in taken:
            number += 1
        return name

    def _make_absence(self) -> QWidget:
        absence = QWidget(self)
        label = NotStatedLabel(self._tokens, absence)
        label.show_absence(said(NOTHING_TO_SPREAD))
        column = QVBoxLayout(absence)
        space = self._tokens.space_l
        column.setContentsMargins(space, space, space, space)
        column.addWidget(label)
        column.addStretch(1)
        return absence

    def _make_empty(self) -> QWidget:
        empty = QWidget(self)
        words = WrappedLabel(
            self._tokens,
            self.tr("还没有编制分配方案。新建一个，把规定载明的编制和职数试着分到各处室；合计随时与规定的总数相比。"),
            empty,
        )
        only = WrappedLabel(self._tokens, said(ENTERED_ONLY), empty, muted=True)
        self.first = QPushButton(self.tr("新建方案…"), empty)
        self.first.setAutoDefault(True)
        self.first.clicked.connect(self.make_scenario)
        column = QVBoxLayout(empty)
        space = self._tokens.space_l
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(space)
        column.addWidget(words)
        column.addWidget(only)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return empty

    def _arrange(self) -> None:
        for part in (self._absence, self._empty, self.view):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset(self.bar, self._tokens))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar = self.bar
        bar.scenario_chosen.connect(self.choose)
        bar.new_wanted.connect(self.make_scenario)
        bar.rename_wanted.connect(self.rename_scenario)
        bar.copy_wanted.connect(self.copy_scenario)
        bar.withdrawal_wanted.connect(self.withdraw_scenario)
        bar.body_wanted.connect(self.add_body)
        bar.comparing_wanted.connect(self.compare)
        bar.export_wanted.connect(self.export)
        self.view.scenario_wanted.connect(self.choose)
        self.table.fact_chosen.connect(self.fact_chosen)
        self.table.clause_requested.connect(self.clause_requested)
        self.table.left.connect(lambda: bar.choice.setFocus(Qt.FocusReason.OtherFocusReason))


class _Stack(QStackedWidget):
    """Needs only what the part shown needs."""

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
