"""机构图: the agency as a chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.late_pane import LatePane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.chart.marks import Overlay
    from eitc_desktop.gui.chart.page import ChartPage


class ChartPane(LatePane["ChartPage"]):
    """The chart of the provision shown, laid out and marked as the user wishes."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    layout_chosen = Signal(str)  # LayoutKind's value
    overlays_chosen = Signal(object)  # tuple[str, ...]: Overlay's values

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._shown: tuple[Provision, Mapping[str, NameKey], DutyMapping] | None = None
        self._selected: FactRef | None = None
        self._layout = LayoutKind.AUTO
        self._overlays: tuple[str, ...] = ()
        self._stale = False  # the page doesn't show what there is to show
        self._review_stale = False
        self.add_key(self.tr("查找机构"), "Ctrl+F", self.go_to_filter)
        self.add_key(self.tr("清除查找词，不再突出，显示全图"), Qt.Key.Key_Escape, self.step_back)

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called: the chart."""
        return self.page.view

    def step_back(self) -> None:
        """Take back the last thing that narrows what is seen."""
        self.page.step_back()

    def go_to_filter(self) -> None:
        """Give the keyboard to the line for words that find units."""
        self.page.words.call()

    def show_provision(self, provision: Provision, keys: Mapping[str, NameKey], mapping: DutyMapping) -> None:
        """Show the chart of *provision*; *keys* hold the pinyin of names, *mapping* what corresponds."""
        self._shown = (provision, keys, mapping)
        self._selected = None
        self._stale = True
        self.catch_up()

    def note_review(self) -> None:
        """Mark from now on what the review says of units."""
        self._review_stale = True
        self.catch_up()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the unit that *ref* is or belongs to, and bring it into sight."""
        self._selected = ref
        self.catch_up()

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

    def new_page(self, parent: QWidget) -> ChartPage:
        """Make the page, connected, within *parent*."""
        from eitc_desktop.gui.chart.page import ChartPage

        page = ChartPage(self.tokens, parent)
        page.bar.choose_layout(self._layout)
        page.bar.layout_wanted.connect(self._note_layout)
        self._show_overlays(page)
        page.bar.overlays_wanted.connect(self._note_overlays)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.words_copied.connect(self.copy_words)
        return page

    def bring_up_to_date(self, page: ChartPage) -> None:
        """Show on *page* the chart, what the review says of it, and what is chosen."""
        if self._stale and self._shown is not None:
            page.show_provision(*self._shown)
            self._stale = False
            self._review_stale = self.desk is not None
        if self._review_stale:
            self._review_stale = False
            self._show_review(page)
        if self._selected is not None:
            page.show_selected(self._selected)

    def _show_review(self, page: ChartPage) -> None:
        if self.desk is None or self._shown is None or not self.desk.review.live:
            page.show_review({}, {})
            return
        from eitc_desktop.gui.models.review_sight import ReviewSight

        provision, _, mapping = self._shown
        sight = ReviewSight(self.desk.review, self.desk.reviewer, provision, mapping)
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
