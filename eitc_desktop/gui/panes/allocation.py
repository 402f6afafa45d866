"""编制方案: how the stated posts might be allocated, entered by reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.allocation.page import AllocationPage
    from eitc_desktop.gui.review.desk import ReviewDesk

_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars


class AllocationPane(QWidget):
    """Makes its page when it is first shown: until then it only takes note of what there is to show."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    place_requested = Signal(object)  # Span
    notice_given = Signal(str)
    desk_wanted = Signal()  # there is something to show, and no desk yet

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._desk: ReviewDesk | None = None
        self._provision: Provision | None = None
        self._selected: FactRef | None = None
        self._page: AllocationPage | None = None
        self._stale = False  # the page doesn't show what there is to show
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    @property
    def is_made(self) -> bool:
        """Whether the page was made already."""
        return self._page is not None

    @property
    def page(self) -> AllocationPage:
        """What the pane shows; made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
            self._stale = True
        return self._page

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self.page.home

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show what *desk* holds from now on."""
        self._desk = desk
        desk.changed.connect(self._note_change)
        if self._page is not None:
            self._page.set_desk(desk)
        self._note_change()

    def show_provision(self, provision: Provision, mapping: DutyMapping) -> None:
        """Offer scenarios for *provision*; correspondences don't matter to them."""
        del mapping
        self._provision = provision
        self._selected = None
        self._note_change()

    def show_selected(self, ref: FactRef) -> None:
        """Point out the row of *ref*."""
        self._selected = ref
        if self._page is not None and self.isVisible():
            self._page.show_selected(ref)

    def show_scenario(self, scenario: str) -> None:
        """Show a scenario by its entry's id."""
        self._catch_up()
        self.page.choose(scenario)

    def go_to_filter(self) -> None:
        """Give the keyboard to the choice of a scenario: there is nothing to filter."""
        self.page.bar.choice.setFocus()

    def _make_page(self) -> AllocationPage:
        from eitc_desktop.gui.allocation.page import AllocationPage
        from eitc_desktop.gui.widgets.short_scroll import ShortScroll

        scroll = ShortScroll(_TALLEST, self)
        page = AllocationPage(self._tokens, scroll.content)
        inner = QVBoxLayout(scroll.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(page)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.notice_given.connect(self.notice_given)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        if self._desk is None:
            self.desk_wanted.emit()  # ``set_desk`` follows
        if self._desk is not None:
            page.set_desk(self._desk)
        return page

    def _note_change(self) -> None:
        self._stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        """Bring the page up to date if it is seen; what happens while another tab is, it learns when it is shown."""
        if self._page is None or not self.isVisible() or not self._stale or self._provision is None:
            return
        self._stale = False
        self._page.show_provision(self._provision)
        if self._selected is not None:
            self._page.show_selected(self._selected)
            self._selected = None

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, or bring it up to date, before it is seen."""
        super().showEvent(event)
        self.page  # noqa: B018  made when it is first asked for
        self._catch_up()
