"""详情: what the chosen fact is, each statement with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.models.detail_page import Page
from eitc_desktop.gui.pane_actions import find_action
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.widgets.page_head import PageHead
from eitc_desktop.gui.widgets.page_scroll import PageScroll
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

LONG = 40
"""Blocks of a page that is kept as it is while others are read: to make it anew costs more than a choice may take."""


class _Left(NamedTuple):
    """What was shown before sizes and colours change: the page, how far it was scrolled (0 to 1), the keyboard."""

    page: Page
    part: float
    focused: bool


class DetailPane(QWidget):
    """Shows a page for any fact of the provision."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish
    opinion_requested = Signal(object)  # FactRef
    entry_requested = Signal(str)  # id of an entry of the review
    find_requested = Signal()
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._citing: Citing | None = None
        self._mapping = NOTHING_MAPPED
        self._pages: FactPages | None = None
        self._views: dict[FactRef | None, PageView] = {}  # a long page has one of its own, all others share one
        self._view: PageView | None = None  # the one shown
        self._left: _Left | None = None
        self._desk: ReviewDesk | None = None
        self._offers_review = False
        self._head: PageHead | None = None
        self._scroll = PageScroll(self)
        FocusRing(tokens, self._scroll)
        self.addAction(find_action(self, self.find_requested))
        self.setMinimumWidth(200)
        tokens.changing.connect(self._leave)
        tokens.changed.connect(self._come_back)

    @property
    def page(self) -> Page | None:
        """The page shown, None before anything was chosen."""
        return None if self._view is None else self._view.page

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self._scroll

    def show_provision(
        self, provision: Provision, mapping: Mapping = NOTHING_MAPPED, citing: Citing | None = None
    ) -> None:
        """Show facts of *provision* from now on, and what corresponds by *mapping*; nothing is chosen yet."""
        self._provision = provision
        self._citing = citing or Citing(provision)
        self._mapping = mapping
        self._pages = FactPages(provision, self._citing, mapping)
        self._clear()
        self._drop_head()
        self._take_review()

    def offer_review(self) -> None:
        """Offer from now on to enter opinions and verdicts."""
        self._offers_review = True
        self._drop_head()
        self._show_review()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what the review of *desk* says."""
        self._desk = desk
        desk.changed.connect(self._show_review)
        self._show_review()

    def show_selected(self, ref: FactRef) -> None:
        """Show the page of *ref*."""
        page = None if self._pages is None else self._pages.page(ref)
        if page is not None:
            self._show(page)

    def copy_cited(self, ref: FactRef) -> None:
        """Copy the words of a fact with their source."""
        if self._citing is not None:
            QGuiApplication.clipboard().setText(self._citing.cite(ref))
            self.notice_given.emit(self.tr("已复制（含出处）：{0}").format(self._citing.mark(ref)))

    def _take_review(self) -> None:
        """Let the pages say what the review says now; what that takes is imported where something is entered."""
        if self._pages is None or self._provision is None:
            return
        if self._offers_review:
            self._pages.offer_review()
        if self._desk is None:
            return
        if not self._desk.review.live:
            self._pages.show_review(None)
            return
        from eitc_desktop.gui.models.review_sight import ReviewSight

        desk = self._desk
        self._pages.show_review(ReviewSight(desk.review, desk.reviewer, self._provision, self._mapping))

    def _show_review(self) -> None:
        """Show the page anew where the review says something else of it; the reader stays where they were."""
        self._take_review()
        view, page = self._view, self.page
        fresh = None if page is None or self._pages is None else self._pages.page(page.ref)
        if view is None or fresh is None or fresh == page:
            return
        from eitc_desktop.gui.widgets.stance_bar import StanceBar

        bar = self._scroll.verticalScrollBar()
        place, focus = bar.value(), QApplication.focusWidget()
        kept = focus.links if isinstance(focus, StanceBar) and view.isAncestorOf(focus) else None
        self._show(fresh)
        if place or kept is not None:
            view.complete()
        bar.setValue(place)
        bars = (stop for stop in view.stops if isinstance(stop, StanceBar) and stop.links == kept)
        again = next(bars, None) if kept is not None else None
        if again is not None:
            again.setFocus()

    def _clear(self) -> None:
        self._scroll.let_go(self._views.values())
        self._views = {}
        self._view = None

    def _drop_head(self) -> None:
        if self._head is not None:
            self._head.hide()
            self._head.deleteLater()
            self._head = None

    def _show(self, page: Page) -> None:
        if self._provision is None or self._citing is None:
            return
        self._scroll.take_keyboard()
        self._show_head(page, self._citing.mark(page.ref))
        key = page.ref if sum(len(part.blocks) for part in page.parts) > LONG else None
        if key not in self._views:
            self._views[key] = self._new_view(self._provision, self._citing)
        self._view = self._views[key]
        if self._view.page != page:
            self._view.show_page(page, max(self.height(), self.sizeHint().height()))
        self._scroll.setAccessibleName(labelled(page.kind, page.title))
        self._scroll.show_page(self._view)

    def _new_view(self, provision: Provision, citing: Citing) -> PageView:
        view = PageView(self._tokens, provision, citing, self._mapping)
        view.fact_chosen.connect(self.fact_chosen)
        view.clause_requested.connect(self.clause_requested)
        view.copy_requested.connect(self.copy_cited)
        view.verdict_requested.connect(self.verdict_requested)
        view.opinion_requested.connect(self.opinion_requested)
        view.entry_requested.connect(self.entry_requested)
        view.place_reached.connect(self._keep_in_sight)
        self._scroll.hold(view)
        return view

    def _show_head(self, page: Page, mark: str) -> None:
        if self._head is not None:
            self._head.show_page(page, mark)
        else:
            self._head = PageHead(self._tokens, page, mark, self, offers_review=self._offers_review)
            self._head.opinion_requested.connect(self.opinion_requested)
            self._head.clause_requested.connect(self.clause_requested)
            self._head.copy_requested.connect(self.copy_cited)
            self._head.show()
        self._arrange()

    def _leave(self) -> None:
        """Throw away what has the old sizes and colours, and note what it showed."""
        bar = self._scroll.verticalScrollBar()
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        self._left = None if self.page is None else _Left(self.page, bar.value() / max(bar.maximum(), 1), focused)
        pages = tuple(self._views.values())
        self._clear()
        self._drop_head()
        for page in pages:
            QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]

    def _come_back(self) -> None:
        """Make the page anew, in the sizes now in force, and let it stand where it stood."""
        left, self._left = self._left, None
        if left is not None:
            self._show(left.page)
            if self._view is not None and left.part:
                self._view.complete()
            bar = self._scroll.verticalScrollBar()
            bar.setValue(round(left.part * bar.maximum()))
            if left.focused:
                self.home.setFocus()

    def _arrange(self) -> None:
        """Place head and page. Qt's layouts would have the whole window arranged and painted for every choice."""
        height = 0 if self._head is None else self._head.heightForWidth(self.width())
        if self._head is not None:
            self._head.setGeometry(0, 0, self.width(), height)
        self._scroll.setGeometry(0, height, self.width(), max(self.height() - height, 0))

    def _keep_in_sight(self, place: QRect) -> None:
        """Bring *place* into sight, or its beginning where it is taller than the pane."""
        space = self._tokens.space_m
        place.setHeight(min(place.height(), self._scroll.viewport().height() - 2 * space))
        half = place.height() // 2
        self._scroll.ensureVisible(place.center().x(), place.center().y(), 0, half + space)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place head and page anew."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 160)
