"""机构图: the agency as a chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.chart.marks import Overlay
    from eitc_desktop.gui.chart.page import ChartPage
    from eitc_desktop.gui.review.desk import ReviewDesk

_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars


class ChartPane(QWidget):
    """Makes its page when it is first shown: until then it only takes note of what there is to show."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    notice_given = Signal(str)
    layout_chosen = Signal(str)  # LayoutKind's value
    overlays_chosen = Signal(object)  # tuple[str, ...]: Overlay's values

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shown: tuple[Provision, Mapping[str, NameKey], DutyMapping] | None = None
        self._selected: FactRef | None = None
        self._layout = LayoutKind.AUTO
        self._overlays: tuple[str, ...] = ()
        self._page: ChartPage | None = None
        self._stale = False  # the page doesn't show what there is to show
        self._desk: ReviewDesk | None = None
        self._review_stale = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        find = self._action(self.tr("查找机构"), QKeySequence("Ctrl+F"))
        find.triggered.connect(lambda _checked=False: self.go_to_filter())
        clear = self._action(self.tr("清除查找词，不再突出，显示全图"), QKeySequence(Qt.Key.Key_Escape))
        clear.triggered.connect(lambda _checked=False: self.page.step_back())

    @property
    def is_made(self) -> bool:
        """Whether the page was made already."""
        return self._page is not None

    @property
    def page(self) -> ChartPage:
        """What the pane shows; made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
            self._catch_up()
        return self._page

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called: the chart."""
        return self.page.view

    def go_to_filter(self) -> None:
        """Give the keyboard to the line for words that find units."""
        self.page.words.call()

    def show_provision(self, provision: Provision, keys: Mapping[str, NameKey], mapping: DutyMapping) -> None:
        """Show the chart of *provision*; *keys* hold the pinyin of names, *mapping* what corresponds."""
        self._shown = (provision, keys, mapping)
        self._selected = None
        self._stale = True
        self._catch_up()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Offer from now on to mark what the review of *desk* says of units."""
        self._desk = desk
        desk.changed.connect(self._note_review)
        self._note_review()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the unit that *ref* is or belongs to, and bring it into sight."""
        self._selected = ref
        self._catch_up()

    def choose_layout(self, word: str) -> None:
        """Lay the chart out as *word* says (LayoutKind's value); one that isn't known leaves it as it is."""
        if word in set(LayoutKind) and word != self._layout:
            self._layout = LayoutKind(word)
            if self._page is not None:
                self._page.bar.choose_layout(self._layout)

    def choose_overlays(self, words: tuple[str, ...]) -> None:
        """Lay over the chart what *words* say (Overlay's values); those that aren't known say nothing."""
        self._overlays = words
        if self._page is not None:
            self._show_overlays(self._page)

    def _action(self, words: str, keys: QKeySequence) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _make_page(self) -> ChartPage:
        from eitc_desktop.gui.chart.page import ChartPage
        from eitc_desktop.gui.widgets.short_scroll import ShortScroll

        scroll = ShortScroll(_TALLEST, self)
        page = ChartPage(self._tokens, scroll.content)
        inner = QVBoxLayout(scroll.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(page)
        page.bar.choose_layout(self._layout)
        page.bar.layout_wanted.connect(self._note_layout)
        self._show_overlays(page)
        page.bar.overlays_wanted.connect(self._note_overlays)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.words_copied.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        return page

    def _catch_up(self) -> None:
        """Bring the page up to date if it is seen; what happens while another tab is, it learns when it is shown."""
        if self._page is None or not self.isVisible():
            return
        if self._stale and self._shown is not None:
            self._page.show_provision(*self._shown)
            self._stale = False
            self._review_stale = self._desk is not None
        if self._review_stale:
            self._review_stale = False
            self._show_review(self._page)
        if self._selected is not None:
            self._page.show_selected(self._selected)

    def _note_review(self) -> None:
        self._review_stale = True
        self._catch_up()

    def _show_review(self, page: ChartPage) -> None:
        if self._desk is None or self._shown is None or not self._desk.review.live:
            page.show_review({}, {})
            return
        from eitc_desktop.gui.models.review_sight import ReviewSight

        provision, _, mapping = self._shown
        sight = ReviewSight(self._desk.review, self._desk.reviewer, provision, mapping)
        page.show_review(sight.opinions_at, sight.disputed_at)

    def _note_layout(self, kind: LayoutKind) -> None:
        self._layout = kind
        self.layout_chosen.emit(kind.value)

    def _show_overlays(self, page: ChartPage) -> None:
        from eitc_desktop.gui.chart.marks import Overlay

        page.bar.choose_overlays(frozenset(overlay for overlay in Overlay if overlay in self._overlays))

    def _note_overlays(self, overlays: frozenset[Overlay]) -> None:
        self._overlays = tuple(sorted(overlays))
        self.overlays_chosen.emit(self._overlays)

    def _copy(self, words: str, notice: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.notice_given.emit(notice)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, or bring it up to date, before it is seen."""
        super().showEvent(event)
        if self._page is None:
            self._page = self._make_page()
        self._catch_up()
