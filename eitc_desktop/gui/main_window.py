"""The window: panes, menus, and the one block that connects them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from shiboken6 import Shiboken

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.changes_feed import LibraryChange, LibraryFeed
from eitc_desktop.gui.dialog_desk import DialogDesk
from eitc_desktop.gui.docks import PaneDocks
from eitc_desktop.gui.drawer import DrawerFrame
from eitc_desktop.gui.history import History
from eitc_desktop.gui.journey import Journey
from eitc_desktop.gui.menus import Menus
from eitc_desktop.gui.navigation import MouseWays, NavigationBar
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.pane_tabs import PaneTabs
from eitc_desktop.gui.panes.allocation import AllocationPane
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.panes.chart import ChartPane
from eitc_desktop.gui.panes.detail import DetailPane
from eitc_desktop.gui.panes.duty_map import DutyMapPane
from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.panes.splits import SplitsPane
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.place_here import place_with_keyboard
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.ways import ReviewWays
from eitc_desktop.gui.search_desk import SearchDesk
from eitc_desktop.gui.selection import Selection
from eitc_desktop.gui.status_line import StatusLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.viewports import known_viewport
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.widgets.opinion_offer import OpinionOffer
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing
from eitc_desktop.settings import EnteredValidity, ProvisionMemory

if TYPE_CHECKING:
    from eitc_desktop.gui.failure_page import FailurePage
    from eitc_desktop.gui.print_context import PrintContext

_Pane = (
    TreePane
    | DetailPane
    | ChangesPane
    | SourcePane
    | DutyMapPane
    | SplitsPane
    | ChartPane
    | ReviewPane
    | AllocationPane
)

_REDO = (  # the menu's key and the other usual one: systems differ in which of them is theirs
    QKeyCombination(Qt.Modifier.CTRL, Qt.Key.Key_Y),
    QKeyCombination(Qt.Modifier.CTRL | Qt.Modifier.SHIFT, Qt.Key.Key_Z),
)
_COPY_CITED = QKeyCombination(Qt.Modifier.CTRL | Qt.Modifier.SHIFT, Qt.Key.Key_C)
_BODY = FactRef(FactKind.BODY)


class MainWindow(QMainWindow):
    """Shows what it is given; which library that is, and what is remembered, others decide by its signals."""

    database_requested = Signal(object)  # Path
    provision_requested = Signal(int)  # ProvisionSummary.id, of the library shown
    retry_requested = Signal()
    theme_wanted = Signal(object)  # settings.Theme
    text_size_wanted = Signal(int)  # 1 larger, -1 smaller, 0 as usual
    underlines_wanted = Signal(bool)
    layout_reset = Signal()
    activated = Signal()
    closing = Signal()

    def __init__(
        self,
        tokens: Tokens,
        preferences: Preferences,
        parent: QWidget | None = None,
        *,
        review_path: Callable[[Path], Path] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._opened: OpenedLibrary | None = None
        self._citing: Citing | None = None  # of what is shown: panes share it
        self._agrees: bool | None = None
        self._mouse_ways: MouseWays | None = None
        self._focused: QWidget | None = None  # what has the keyboard, or had it before a menu opened
        self.selection = Selection(self)
        self.feed = LibraryFeed(self)
        self.history = History(parent=self)
        self._failure: FailurePage | None = None
        # From the outside in: what is moved to another parent is styled anew with everything in it.
        self._pages = QStackedWidget(self)
        self.setCentralWidget(self._pages)
        self._tabs = PaneTabs(self._pages)
        self.drawer = DrawerFrame(tokens, self._tabs, self.tr("详情"), self._pages)
        self._pages.addWidget(self.drawer)
        self.docks = PaneDocks(tokens, self, self._tabs, self.drawer)
        self.tree = TreePane(tokens, self.docks.tree)
        self.detail = DetailPane(tokens, self.docks.detail)
        self.changes = ChangesPane(tokens, self.docks.changes)
        self.source = SourcePane(tokens, self._tabs)
        self.duty_map = DutyMapPane(tokens, self._tabs)
        self.splits = SplitsPane(tokens, self._tabs)
        self.chart = ChartPane(tokens, self._tabs)
        self.review = ReviewPane(tokens, self._tabs)
        self.allocation = AllocationPane(tokens, self._tabs)
        self._fill_tabs()
        self.journey = Journey(self.selection, self.history, self.source, self)
        for view in (self.source.outline, self.source.facts):
            FocusRing(tokens, view)
        self._viewports = [known_viewport(view) for view in (self.source.outline, self.tree.view)]
        self.status = StatusLine(tokens, self)
        self.setStatusBar(self.status)
        self.docks.hold(self.tree, self.detail, self.changes)
        self.dialogs = DialogDesk(tokens, preferences, self)
        self.reviewing = ReviewWays(tokens, preferences, review_path, self)
        self.menus = Menus(tokens, self)
        actions = (self.menus.back, self.menus.forward, self.menus.drop)
        self.ways = NavigationBar(tokens, actions, self.menus.recent, self)
        self.menus.drop.triggered.connect(self.ways.drop_recent)
        self.menuBar().setCornerWidget(self.ways)
        tokens.changed.connect(self._fit_ways_later)
        self._tabs.offer_whole_window(self.menus.whole)
        self.docks.aside_changed.connect(self._keep_keyboard)
        self.search = SearchDesk(tokens, self.ways.search_box, self)
        self.menus.find.triggered.connect(self.search.call)
        self._connect_panes()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note_focus)
        self.setWindowTitle(self.tr("三定规定阅读器"))

    @property
    def opened(self) -> OpenedLibrary | None:
        """What is shown, None while nothing could be opened."""
        return self._opened

    @property
    def agrees(self) -> bool | None:
        """Whether the text, read anew, gives what is shown; None as long as that isn't known."""
        return self._agrees

    @property
    def splitters(self) -> tuple[QSplitter, ...]:
        """What shares room within the middle of the window; their names are known between sessions."""
        return self.source.splitters

    @property
    def failure(self) -> FailurePage:
        """What stands in the place of the panes when nothing could be opened; made when it is first asked for."""
        if self._failure is None:
            from eitc_desktop.gui.failure_page import FailurePage

            self._failure = FailurePage(self._tokens, self)
            self._failure.other_requested.connect(self.dialogs.choose_database)
            self._failure.retry_requested.connect(self.retry_requested)
            self._failure.quit_requested.connect(self.close)
            self._pages.addWidget(self._failure)
        return self._failure

    def show_library(self, opened: OpenedLibrary, memory: ProvisionMemory | None = None) -> None:
        """Show the provision chosen from a library; what was chosen in it last is chosen again, or else the body."""
        memory = memory or ProvisionMemory()
        self._opened, self._agrees = opened, None
        if self._pages.currentWidget() is not self.drawer:
            self._pages.setCurrentWidget(self.drawer)
            self.docks.come_back()
        self.setWindowTitle(self.tr("{0} - 三定规定阅读器").format(opened.provision.body.text))
        findings = len(opened.provision.findings) + len(opened.mapping.findings)
        self.status.show_provision(opened.provision, opened.path, findings)
        self.show_validity(memory.validity)
        self.search.show_library(opened)
        self.reviewing.show_library(opened)
        self.menus.list_provisions(opened)
        self.menus.set_library_open(open_=True)
        citing = self._citing = Citing(opened.provision)
        self.feed.announce(LibraryChange.everything())
        self.journey.begin(opened.provision, citing, memory)
        self.tree.home.setFocus()

    def show_failure(self, error: EitcError) -> None:
        """Say that a library can't be opened. What is shown already stays; otherwise a page offers ways out."""
        message = sentence_of(error)
        if self._opened is not None:
            from eitc_desktop.gui.dialogs.message import open_message

            open_message(self, self.tr("数据库没有打开"), message, warning=True)
            return
        self.failure.show_message(message)
        if self._pages.currentWidget() is not self.failure:
            self._pages.setCurrentWidget(self.failure)
            self.docks.withdraw()
        self.menus.set_library_open(open_=False)
        self.search.show_library(None)
        self.status.show_nothing()
        self.failure.setFocus()

    def show_validity(self, validity: EnteredValidity | None) -> None:
        """Show what the user entered of the provision's validity."""
        if self._opened is not None:
            self.status.show_validity(validity)

    def go_on_from(self, other: MainWindow) -> None:
        """Take over from another window that shows the same: its past, its filters, and what is known of the text."""
        self.history.go_on_from(other.history)
        self.tree.filter_line.setText(other.tree.filter_line.text())
        self.changes.words.setText(other.changes.words.text())
        self._agrees = other.agrees
        self.status.show_doubt(doubtful=self._agrees is False)

    def note_agreement(self, *, agrees: bool) -> None:
        """Take note of whether the text, read anew, gives what is shown, and say so where it doesn't."""
        self._agrees = agrees
        if not agrees:
            self.show_doubt()

    def show_doubt(self) -> None:
        """Say that what is shown is not what its own text gives: altered, or made by another version's reader."""
        from eitc_desktop.gui.dialogs.message import open_message

        self.status.show_doubt(doubtful=True)
        message = self.tr(
            "数据库里的内容与其中原文重新识读的结果不一致：可能被改动过，或由其他版本的程序生成。\n"
            "窗口中的内容请逐项对照原文，不要直接引用；也可以从“文件”菜单打开其他数据库。"
        )
        open_message(self, self.tr("内容与原文不一致"), message, warning=True)

    def go_to(self, pane: _Pane) -> None:
        """Show *pane* wherever it stands, and give it the keyboard."""
        if self._opened is None:
            return
        self.docks.bring_forward(pane)
        if pane.window() is not QApplication.activeWindow():
            pane.window().activateWindow()
        pane.home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter of the pane that has it, or to the box that searches where there is none."""
        widget = self._focused
        for pane in (self.tree, self.changes, self.duty_map, self.chart, self.review):
            if widget is not None and Shiboken.isValid(widget) and pane.isAncestorOf(widget):
                pane.go_to_filter()
                return
        self.search.call()

    def restore_layout(self) -> None:
        """Put the panes back to where they stood at first start, and what is chosen back into sight."""
        self.docks.reset()
        self.source.reset_sizes()
        self.layout_reset.emit()
        QTimer.singleShot(0, self, self._show_again)  # the panes have their sizes then

    def show_source(self) -> None:
        """Show the text."""
        self._tabs.setCurrentWidget(self.source)

    def show_clause(self, ref: FactRef) -> None:
        """Show where the text states *ref*, without choosing it."""
        self.show_source()
        self.source.show_selected(ref)

    def show_place(self, span: Span) -> None:
        """Show a place of the text that no fact stands for."""
        self.show_source()
        self.source.show_place(span)

    def chosen_place(self) -> FactRef | Span | None:
        """Return what the keyboard stands on, or else what is chosen; None where nothing but the body is.

        That is a row of a list of facts, the caret's place in the text, the entry of the review that was chosen last.
        """
        focused = self._focused if self._focused is not None and Shiboken.isValid(self._focused) else None
        here = place_with_keyboard(focused)
        if here is not None:
            return None if here.place == _BODY else here.place
        if self._tabs.currentWidget() is self.source and self.source.marked is not None:
            return self.source.marked
        chosen = self.selection.current
        return None if chosen == _BODY else chosen

    def selected_place(self) -> FactRef | Span | None:
        """Return what is chosen in the window: words marked in the text, shown or not, or else the fact."""
        chosen = self.source.marked or self.selection.current
        return None if chosen == _BODY else chosen

    @property
    def print_context(self) -> PrintContext:
        """What goes on paper where the keyboard is, or else what the tab in front shows."""
        from eitc_desktop.gui.print_context import SELECTED_UNIT, PrintContext

        chosen = self.selection.current
        papers = {self.chart: "chart", self.duty_map: "matrix", self.splits: "splits", self.changes: "changes"}
        papers |= {self.review: "opinions", self.allocation: "review-report"}
        if chosen is not None and chosen.kind in {FactKind.DIVISION, FactKind.HOSTED_OFFICE}:
            papers |= {self.tree: SELECTED_UNIT, self.detail: SELECTED_UNIT}
        focused = self._focused if self._focused is not None and Shiboken.isValid(self._focused) else None
        with_keyboard = (kind for pane, kind in papers.items() if focused is not None and pane.isAncestorOf(focused))
        kind = next(with_keyboard, papers.get(self._tabs.currentWidget(), ""))
        return PrintContext(kind, chosen)

    def settle(self, leave: Callable[[], object]) -> bool:
        """Save what is being typed, and say whether nothing is left unsaved; else it is asked whether to *leave* it."""
        if not self.allocation.is_made or self.allocation.page.finish():
            return True
        self.go_to(self.allocation)
        self.allocation.page.ask_to_leave(leave)
        return False

    def copy(self) -> None:
        """Copy what the widget that has the keyboard copies by itself."""
        widget = self._focused
        if widget is None or not Shiboken.isValid(widget):
            return
        self.menus.copy.setEnabled(False)  # else its key, sent while a menu has the keyboard, would come back here
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            press = QKeyEvent(kind, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(widget, press)
        self.menus.copy.setEnabled(True)

    def _fill_tabs(self) -> None:
        for place, pane, title in (
            (0, self.source, self.tr("原文")),
            (1, self.duty_map, self.tr("职责对应")),
            (2, self.splits, self.tr("职责分工")),
            (3, self.review, self.tr("审阅")),
            (4, self.allocation, self.tr("编制方案")),
            (0, self.chart, self.tr("机构图")),  # the text stays the one that is shown
        ):
            self._tabs.hold(place, pane, title)

    def _fit_ways_later(self) -> None:
        """Give the box for searching its share of the menu bar when the bar has its new size of text."""
        QTimer.singleShot(0, self, lambda: self.ways.fit(self.menuBar()))

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not isinstance(new, QMenu | QMenuBar):  # a menu takes the keyboard for a moment only
            self._focused = new

    def _keep_keyboard(self) -> None:
        """Give the keyboard to the tab that is shown if the pane that had it went."""
        shown, focused = self._tabs.currentWidget(), QApplication.focusWidget()
        for pane in (self.source, self.duty_map, self.splits, self.chart, self.review, self.allocation):
            if pane is shown and (focused is None or not pane.isAncestorOf(focused)):
                pane.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_panes(self) -> None:
        panes = (self.tree, self.detail, self.changes, self.source, self.duty_map, self.splits, self.chart)
        for pane in (*panes, self.review, self.allocation):
            pane.fact_chosen.connect(self.journey.choose)
            pane.clause_requested.connect(self.show_clause)
            pane.notice_given.connect(self.status.show_notice)
            self.selection.fact_selected.connect(pane.show_selected)
        for pane in (self.detail, self.source, self.splits):
            pane.find_requested.connect(self.search.call)
        self.review.place_requested.connect(self.journey.visit_place)
        for pane in (self.review, self.allocation, self.tree, self.detail, self.source, self.duty_map, self.chart):
            self.reviewing.desk_made.connect(pane.set_desk)
        for pane in (self.detail, self.duty_map):
            pane.verdict_requested.connect(self.reviewing.answer)
        if self.reviewing.keeps:
            OpinionOffer(self).wanted.connect(self.reviewing.add_opinion)
            for pane in (self.detail, self.duty_map, self.source):
                pane.offer_review()
        self.allocation.desk_wanted.connect(self.reviewing.make_desk)
        for pane in (self.detail, self.source, self.review):
            pane.opinion_requested.connect(self.reviewing.add_opinion)
        for pane in (self.detail, self.source):
            pane.entry_requested.connect(self.reviewing.show_entry)
        self.setAcceptDrops(True)
        self.review.set_place_provider(self.selected_place)
        self.review.export_requested.connect(self.reviewing.export)
        self.review.import_requested.connect(self.reviewing.import_files)
        self.review.summary_requested.connect(self.reviewing.print_summary)
        self.review.edit_requested.connect(self.reviewing.edit_elsewhere)
        self.activated.connect(self.reviewing.look_again)
        self.search.fact_requested.connect(self.journey.visit_fact)
        self.search.clause_requested.connect(self.journey.visit_clause)
        self.tree.view.activated.connect(lambda _index: self.docks.bring_forward(self.detail))
        self.feed.library_changed.connect(self._refresh)
        self.status.findings_requested.connect(self.dialogs.show_findings)
        self.status.validity_requested.connect(self.dialogs.enter_validity)
        self.status.doubt_requested.connect(self.show_doubt)

    def _show_again(self) -> None:
        if self.selection.current is not None:
            for pane in (self.changes, self.source):
                pane.show_selected(self.selection.current)

    def _refresh(self, _change: LibraryChange) -> None:
        if self._opened is None or self._citing is None:
            return
        self.selection.clear()
        for pane in (self.tree, self.chart):
            pane.show_provision(self._opened.provision, self._opened.name_keys, self._opened.mapping)
        for pane in (self.detail, self.changes):
            pane.show_provision(self._opened.provision, self._opened.mapping, self._citing)
        for pane in (self.duty_map, self.splits, self.review, self.allocation):
            pane.show_provision(self._opened.provision, self._opened.mapping)
        self.source.show_provision(self._opened.provision, self._citing)

    # Qt overrides

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab lead through the panes as one reads them."""
        if self._pages.currentWidget() is not self.drawer:
            return super().focusNextPrevChild(forward)
        from eitc_desktop.gui.tab_order import next_stop

        reading = (self._tabs.tabBar(), self._tabs.currentWidget())
        areas = (self.ways.search_box, self.tree, *reading, self.drawer.handle, self.detail, self.changes, self.status)
        stop = next_stop(tuple(dict.fromkeys(areas)), QApplication.focusWidget(), forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        if stop.window() is not QApplication.activeWindow():
            stop.window().activateWindow()  # to or from a dock that floats
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form for the new width."""
        super().resizeEvent(event)
        self.ways.fit(self.menuBar())
        self.docks.fit(event.size().width())
        self.source.set_outline_shown(not self.docks.is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys for copying and undoing where the widget that has the keyboard doesn't."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.status.show_notice(self.tr("这里没有可复制的内容：请先选中文字，或到各窗格的列表中复制。"))
        elif event.keyCombination() == _COPY_CITED:
            self.source.copy_with_citation()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.reviewing.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO:
            self.reviewing.redo()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the mouse's own buttons lead back and forward."""
        super().showEvent(event)
        self.ways.fit(self.menuBar())
        if self._mouse_ways is None:
            self._mouse_ways = MouseWays(self.history, self.windowHandle(), self.docks.all())

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the user comes back to the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take packages of reviews."""
        from eitc_desktop.gui.review.dropping import dropped_reviews

        if self._opened is not None and self.reviewing.keeps and dropped_reviews(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer to take in what was dropped."""
        from eitc_desktop.gui.review.dropping import dropped_reviews

        event.acceptProposedAction()
        self.reviewing.import_files(dropped_reviews(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that what is to be remembered must be remembered now; wait for a file that is being written."""
        if self.dialogs.is_saving:
            event.ignore()
            self.dialogs.close_when_saved()
            return
        if not self.settle(self.close):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
