"""审阅: everything that reviewers entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

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

_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars


class ReviewPane(QWidget):
    """Makes its page when it is first shown: until then it only takes note of what there is to show."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    place_requested = Signal(object)  # Span
    notice_given = Signal(str)
    opinion_requested = Signal(object)  # FactRef, Span, or None for the provision as a whole
    export_requested = Signal()
    import_requested = Signal()
    summary_requested = Signal()  # 意见汇总表
    edit_requested = Signal(str)  # an entry's id, of a kind that is edited elsewhere: a verdict, a scenario, 无意见

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._desk: ReviewDesk | None = None
        self._opinions: OpinionDesk | None = None
        self._selected: FactRef | None = None
        self._place: Callable[[], FactRef | Span | None] | None = None
        self._page: ReviewPage | None = None
        self._stale = True  # the page doesn't show what there is to show
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        find = self._action(self.tr("到筛选框"), QKeySequence("Ctrl+F"))
        find.triggered.connect(lambda _checked=False: self.go_to_filter())
        clear = self._action(self.tr("清除筛选，回到条目表"), QKeySequence(Qt.Key.Key_Escape))
        clear.triggered.connect(lambda _checked=False: self.page.step_back())

    @property
    def is_made(self) -> bool:
        """Whether the page was made already."""
        return self._page is not None

    @property
    def page(self) -> ReviewPage:
        """What the pane shows; made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
            self._catch_up()
        return self._page

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self.page.home

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show what *desk* holds from now on."""
        self._desk = desk
        self._opinions = None
        desk.changed.connect(self._note_change)
        self._note_change()

    def set_place_provider(self, place: Callable[[], FactRef | Span | None]) -> None:
        """Ask *place* for what is selected in the window now: marked words, or else the fact chosen."""
        self._place = place

    def show_provision(self, provision: Provision, mapping: DutyMapping) -> None:  # noqa: ARG002
        """Show the review of *provision*: its desk will tell of it."""
        self._selected = None

    def show_selected(self, ref: FactRef) -> None:
        """Point out what was entered on *ref*."""
        self._selected = ref
        if self._page is not None and self.isVisible():
            self._page.show_selected(ref)

    def show_entry(self, entry: str) -> None:
        """Choose an entry."""
        self.page.show_entry(entry)

    def show_only_drafts(self) -> None:
        """Show the entries of which two drafts stand side by side."""
        self.page.show_only(conflicts=True)

    def show_only_unplaced(self) -> None:
        """Show the entries that found no place."""
        self.page.show_only(unplaced=True)

    def go_to_filter(self) -> None:
        """Give the keyboard to the line that filters."""
        page = self.page
        if page.is_empty:
            page.home.setFocus()
        else:
            page.bar.words.call()

    def _action(self, words: str, keys: QKeySequence) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _make_page(self) -> ReviewPage:
        from eitc_desktop.gui.review.page import ReviewPage
        from eitc_desktop.gui.widgets.short_scroll import ShortScroll

        scroll = ShortScroll(_TALLEST, self)
        page = ReviewPage(self._tokens, scroll.content)
        inner = QVBoxLayout(scroll.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
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
        if self._desk is None:
            return
        if self._opinions is None:
            from eitc_desktop.gui.review.opinion_desk import OpinionDesk

            self._opinions = OpinionDesk(self._tokens, self._desk, self.window())
        do(self._opinions)

    def _edit(self, entry: str) -> None:
        from eitc_desktop.gui.review.opinion_desk import is_edited_here

        known = None if self._desk is None else self._desk.review.entry(entry)
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
        self.opinion_requested.emit(self._current_place())

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

    def _note_change(self) -> None:
        self._stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        """Bring the page up to date if it is seen; what happens while another tab is, it learns when it is shown."""
        if self._page is None or not self.isVisible() or not self._stale or self._desk is None:
            return
        self._stale = False
        self._page.show_review(self._desk.review)
        if self._selected is not None:
            self._page.show_selected(self._selected)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, or bring it up to date, before it is seen."""
        super().showEvent(event)
        if self._page is None:
            self._page = self._make_page()
        self._catch_up()
