"""审阅: everything that reviewers entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.late_pane import LatePane
from eitc_desktop.gui.place_here import Here
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk
    from eitc_desktop.gui.review.listed import Place
    from eitc_desktop.gui.review.opinion_desk import OpinionDesk
    from eitc_desktop.gui.review.page import ReviewPage


class ReviewPane(LatePane["ReviewPage"]):
    """The table of all entries, and the one chosen in full."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    place_requested = Signal(object)  # Span
    opinion_requested = Signal(object)  # FactRef, Span, or None for the provision as a whole
    export_requested = Signal()
    import_requested = Signal()
    summary_requested = Signal()  # 意见汇总表
    edit_requested = Signal(str)  # an entry's id, of a kind that is edited elsewhere: a verdict, a scenario, 无意见

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._opinions: OpinionDesk | None = None
        self._selected: FactRef | None = None
        self._passed: Place | None = None  # of the entry that is chosen still, when another place was chosen elsewhere
        self._place: Callable[[], FactRef | Span | None] | None = None
        self._stale = True  # the page doesn't show what there is to show
        self._pointed = True  # the page has pointed out what was selected last
        self.add_key(self.tr("到筛选框"), "Ctrl+F", self.go_to_filter)
        self.add_key(self.tr("清除筛选，回到条目表"), Qt.Key.Key_Escape, self.step_back)

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self.page.home

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what *desk* holds."""
        self._opinions = None
        super().set_desk(desk)
        desk.stepped.connect(self._show_stepped)

    def note_review(self) -> None:
        """Show the review that the desk holds now."""
        self._stale = True
        self.catch_up()

    def set_place_provider(self, place: Callable[[], FactRef | Span | None]) -> None:
        """Ask *place* for what is selected in the window now: marked words, or else the fact chosen."""
        self._place = place

    def show_provision(self, provision: Provision, mapping: DutyMapping) -> None:  # noqa: ARG002
        """Show the review of *provision*: its desk will tell of it."""
        self._selected = self._passed = None
        self._pointed = True

    def show_selected(self, ref: FactRef) -> None:
        """Point out what was entered on *ref*, once: the next entry chosen stays chosen, whatever is saved."""
        self._selected = ref
        self._pointed = False
        self.catch_up()
        row = None if self._page is None else self._page.table.current
        self._passed = None if row is None or row.place.ref == ref else row.place

    def place_here(self) -> Here | None:
        """Return the place of the entry chosen; None where another was chosen in the window after it."""
        row = None if self._page is None or self._page.is_empty else self._page.table.current
        if row is None or row.place.lost or row.place == self._passed:
            return None
        return Here(row.place.ref or row.place.span)

    def show_entry(self, entry: str) -> None:
        """Choose an entry."""
        page = self.page
        self._pointed = True
        page.show_entry(entry)

    def show_only_drafts(self) -> None:
        """Show the entries of which two drafts stand side by side."""
        self.page.show_only(conflicts=True)

    def show_only_unplaced(self) -> None:
        """Show the entries that found no place."""
        self.page.show_only(unplaced=True)

    def step_back(self) -> None:
        """Take back the last thing that narrows what is seen."""
        self.page.step_back()

    def go_to_filter(self) -> None:
        """Give the keyboard to the line that filters."""
        page = self.page
        if page.is_empty:
            page.home.setFocus()
        else:
            page.bar.call_words()

    def new_page(self, parent: QWidget) -> ReviewPage:
        """Make the page, connected, within *parent*."""
        from eitc_desktop.gui.review.page import ReviewPage

        page = ReviewPage(self.tokens, parent)
        page.fact_chosen.connect(self.fact_chosen)
        page.notice_given.connect(self.notice_given)
        page.place_wanted.connect(self._go_to)
        for part in (page.bar, page.empty):
            part.addition_wanted.connect(self._add)
            part.import_requested.connect(self.import_requested)
        page.bar.export_requested.connect(self.export_requested)
        page.bar.summary_requested.connect(self.summary_requested)
        self._connect_entry(page)
        return page

    def bring_up_to_date(self, page: ReviewPage) -> None:
        """Show on *page* the review, and what was entered on the fact selected since; what is new comes first."""
        if self._stale and self.desk is not None:
            self._stale = False
            self._pointed = page.show_review(self.desk.review) or self._pointed
        if not self._pointed and self._selected is not None:
            self._pointed = True
            page.show_selected(self._selected)

    def _show_stepped(self, entry: str) -> None:
        """Choose what was undone or done again, where the filters show it."""
        if self._page is not None and self.isVisible():
            self._page.table.choose(entry)

    def _connect_entry(self, page: ReviewPage) -> None:
        view = page.entry
        view.edit_wanted.connect(self._edit)
        view.relocation_wanted.connect(self._relocate)
        view.reply_wanted.connect(lambda entry: self._with_opinions(lambda desk: desk.reply(entry)))
        view.handling_wanted.connect(lambda entry: self._with_opinions(lambda desk: desk.handle(entry)))
        view.withdrawal_wanted.connect(lambda entry: self._with_opinions(lambda desk: desk.withdraw(entry)))
        view.restoring_wanted.connect(lambda entry: self._with_opinions(lambda desk: desk.restore(entry)))
        view.adoption_wanted.connect(lambda entry, one: self._with_opinions(lambda desk: desk.adopt(entry, one)))
        view.merging_wanted.connect(lambda entry, one: self._with_opinions(lambda desk: desk.merge(entry, one)))

    def _with_opinions(self, do: Callable[[OpinionDesk], object]) -> None:
        """Do something with the desk for opinions; made when it is first wanted."""
        if self.desk is None:
            return
        if self._opinions is None:
            from eitc_desktop.gui.review.opinion_desk import OpinionDesk

            self._opinions = OpinionDesk(self.tokens, self.desk, self.window())
        do(self._opinions)

    def _edit(self, entry: str) -> None:
        from eitc_desktop.gui.review.opinion_desk import is_edited_here

        known = None if self.desk is None else self.desk.review.entry(entry)
        if known is not None and is_edited_here(known.content):
            self._with_opinions(lambda desk: desk.edit(entry))
        else:
            self.edit_requested.emit(entry)

    def _relocate(self, entry: str) -> None:
        place = self._current_place()
        if place is None:
            self.notice_given.emit(self.tr("请先在机构树、原文等处选中它应在的位置，再点“重新定位…”。"))
        else:
            self._with_opinions(lambda desk: desk.relocate(entry, place))

    def _add(self) -> None:
        here = self.place_here()
        self.opinion_requested.emit(self._current_place() if here is None else here.place)

    def _current_place(self) -> FactRef | Span | None:
        """Return what is selected in the window; the body, which is chosen when nothing else is, counts as nothing."""
        place = self._selected if self._place is None else self._place()
        return None if place == FactRef(FactKind.BODY) else place

    def _go_to(self, place: Place) -> None:
        if place.ref is not None:
            self.fact_chosen.emit(place.ref)
            self.clause_requested.emit(place.ref)
        elif place.span is not None:
            self.place_requested.emit(place.span)
        elif place.lost:
            self.notice_given.emit(self.tr("在本规定中没有找到它原来的位置。"))
        else:
            self.notice_given.emit(self.tr("这一条针对规定全文，没有具体位置。"))
