"""编制方案: how the stated posts might be allocated, entered by reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.late_pane import LatePane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.allocation.page import AllocationPage
    from eitc_desktop.gui.review.desk import ReviewDesk


class AllocationPane(LatePane["AllocationPage"]):
    """The scenarios for the provision shown, one at a time or two beside each other."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    place_requested = Signal(object)  # Span
    desk_wanted = Signal()  # there is something to show, and no desk yet

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._provision: Provision | None = None
        self._selected: FactRef | None = None
        self._stale = False  # the page doesn't show what there is to show

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self.page.home

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what *desk* holds."""
        if self._page is not None:
            self._page.set_desk(desk)
        super().set_desk(desk)

    def note_review(self) -> None:
        """Show the scenarios that the desk holds now."""
        self._stale = True
        self.catch_up()

    def show_provision(self, provision: Provision, mapping: DutyMapping) -> None:
        """Offer scenarios for *provision*; correspondences don't matter to them."""
        del mapping
        self._provision = provision
        self._selected = None
        self.note_review()

    def show_selected(self, ref: FactRef) -> None:
        """Point out the row of *ref*."""
        self._selected = ref
        if self._page is not None and self.isVisible():
            self._page.show_selected(ref)

    def show_scenario(self, scenario: str) -> None:
        """Show a scenario by its entry's id."""
        self.catch_up()
        self.page.choose(scenario)

    def go_to_filter(self) -> None:
        """Give the keyboard to the choice of a scenario: there is nothing to filter."""
        self.page.bar.choice.setFocus()

    def new_page(self, parent: QWidget) -> AllocationPage:
        """Make the page, connected, within *parent*."""
        from eitc_desktop.gui.allocation.page import AllocationPage

        page = AllocationPage(self.tokens, parent)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.notice_given.connect(self.notice_given)
        if self.desk is None:
            self.desk_wanted.emit()  # ``set_desk`` follows
        if self.desk is not None:
            page.set_desk(self.desk)
        return page

    def bring_up_to_date(self, page: AllocationPage) -> None:
        """Show on *page* the scenarios and the row of what is chosen."""
        if not self._stale or self._provision is None:
            return
        self._stale = False
        page.show_provision(self._provision)
        if self._selected is not None:
            page.show_selected(self._selected)
            self._selected = None
