"""职责对应: duties × divisions as a matrix, and as the tables that offices use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight
    from eitc_desktop.gui.review.desk import ReviewDesk
    from eitc_desktop.gui.widgets.duty_map_page import DutyMapPage

_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars


class DutyMapPane(QWidget):
    """Makes its page when it is first shown: until then it only takes note of what there is to show."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shown: tuple[Provision, Mapping] | None = None
        self._selected: FactRef | None = None
        self._page: DutyMapPage | None = None
        self._stale = False  # the page doesn't show what there is to show
        self._desk: ReviewDesk | None = None
        self._review_stale = False
        self._offers_review = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        find = self._action(self.tr("到筛选框"), QKeySequence("Ctrl+F"))
        find.triggered.connect(lambda _checked=False: self.go_to_filter())
        clear = self._action(self.tr("收起说明，清除筛选"), QKeySequence(Qt.Key.Key_Escape))
        clear.triggered.connect(lambda _checked=False: self.page.step_back())

    @property
    def is_made(self) -> bool:
        """Whether the page was made already."""
        return self._page is not None

    @property
    def page(self) -> DutyMapPage:
        """What the pane shows; made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
            self._catch_up()
        return self._page

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called: the matrix, or the table shown in its place."""
        return self.page.home

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter."""
        self.page.words.call()

    def show_provision(self, provision: Provision, mapping: Mapping) -> None:
        """Show the correspondences of *provision*."""
        self._shown = (provision, mapping)
        self._selected = None
        self._stale = True
        self._catch_up()

    def offer_review(self) -> None:
        """Offer from now on to give verdicts."""
        self._offers_review = True
        if self._page is not None:
            self._page.offer_review()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what the review of *desk* says."""
        self._desk = desk
        desk.changed.connect(self._note_review)
        self._note_review()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the row or column that *ref* is or belongs to, and bring it into sight."""
        self._selected = ref
        self._catch_up()

    def _action(self, words: str, keys: QKeySequence) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _make_page(self) -> DutyMapPage:
        from eitc_desktop.gui.widgets.duty_map_page import DutyMapPage
        from eitc_desktop.gui.widgets.short_scroll import ShortScroll

        scroll = ShortScroll(_TALLEST, self)
        page = DutyMapPage(self._tokens, scroll.content)
        inner = QVBoxLayout(scroll.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(page)
        page.fact_chosen.connect(self.fact_chosen)
        page.clause_requested.connect(self.clause_requested)
        page.verdict_requested.connect(self.verdict_requested)
        if self._offers_review:
            page.offer_review()
        page.words_copied.connect(self._copy)
        page.rows_copied.connect(self._copy_rows)
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
            self._page.show_review(self._sight())
        if self._selected is not None:
            self._page.show_selected(self._selected)

    def _note_review(self) -> None:
        self._review_stale = True
        self._catch_up()

    def _sight(self) -> ReviewSight | None:
        """Return what the review says, None where no verdict is entered."""
        if self._desk is None or self._shown is None or not self._desk.review.verdicts:
            return None
        from eitc_desktop.gui.models.review_sight import ReviewSight

        return ReviewSight(self._desk.review, self._desk.reviewer, *self._shown)

    def _copy(self, words: str, notice: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.notice_given.emit(notice)

    def _copy_rows(self, words: str, count: int) -> None:
        self._copy(words, self.tr("已复制 {0} 行，可粘贴到表格").format(count))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, or bring it up to date, before it is seen."""
        super().showEvent(event)
        if self._page is None:
            self._page = self._make_page()
        self._catch_up()
