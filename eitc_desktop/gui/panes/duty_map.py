"""职责对应: duties × divisions as a matrix, and as the tables that offices use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.late_pane import LatePane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight
    from eitc_desktop.gui.widgets.duty_map_page import DutyMapPage


class DutyMapPane(LatePane["DutyMapPage"]):
    """The correspondences of the provision shown, with the verdicts on them."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._shown: tuple[Provision, Mapping] | None = None
        self._selected: FactRef | None = None
        self._stale = False  # the page doesn't show what there is to show
        self._review_stale = False
        self._offers_review = False
        self.add_key(self.tr("到筛选框"), "Ctrl+F", self.go_to_filter)
        self.add_key(self.tr("收起说明，清除筛选"), Qt.Key.Key_Escape, self.step_back)

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called: the matrix, or the table shown in its place."""
        return self.page.home

    def step_back(self) -> None:
        """Take back the last thing that narrows what is seen."""
        self.page.step_back()

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter."""
        self.page.words.call()

    def show_provision(self, provision: Provision, mapping: Mapping) -> None:
        """Show the correspondences of *provision*."""
        self._shown = (provision, mapping)
        self._selected = None
        self._stale = True
        self.catch_up()

    def offer_review(self) -> None:
        """Offer from now on to give verdicts."""
        self._offers_review = True
        if self._page is not None:
            self._page.offer_review()

    def note_review(self) -> None:
        """Show from now on what the review says."""
        self._review_stale = True
        self.catch_up()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the row or column that *ref* is or belongs to, and bring it into sight."""
        self._selected = ref
        self.catch_up()

    def new_page(self, parent: QWidget) -> DutyMapPage:
        """Make the page, connected, within *parent*."""
        from eitc_desktop.gui.widgets.duty_map_page import DutyMapPage

        page = DutyMapPage(self.tokens, parent)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.verdict_requested.connect(self.verdict_requested)
        if self._offers_review:
            page.offer_review()
        page.words_copied.connect(self.copy_words)
        page.rows_copied.connect(self._copy_rows)
        return page

    def bring_up_to_date(self, page: DutyMapPage) -> None:
        """Show on *page* the correspondences, what the review says of them, and what is chosen."""
        if self._stale and self._shown is not None:
            page.show_provision(*self._shown)
            self._stale = False
            self._review_stale = self.desk is not None
        if self._review_stale:
            self._review_stale = False
            page.show_review(self._sight())
        if self._selected is not None:
            page.show_selected(self._selected)

    def _sight(self) -> ReviewSight | None:
        """Return what the review says, None where no verdict is entered."""
        if self.desk is None or self._shown is None or not self.desk.review.verdicts:
            return None
        from eitc_desktop.gui.models.review_sight import ReviewSight

        return ReviewSight(self.desk.review, self.desk.reviewer, *self._shown)

    def _copy_rows(self, words: str, count: int) -> None:
        self.copy_words(words, self.tr("已复制 {0} 行，可粘贴到表格").format(count))
