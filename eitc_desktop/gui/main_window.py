"""The window: panes, menus, and the one block that connects them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from eitc_desktop import __version__
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.changes_feed import LibraryChange, LibraryFeed
from eitc_desktop.gui.docks import PaneDocks
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.panes.detail import DetailPane
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.selection import Selection
from eitc_desktop.gui.status_line import StatusLine
from eitc_desktop.gui.tab_order import next_stop
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.wording import in_the_window
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.text import Span
from eitc_desktop.store import ProvisionSummary

if TYPE_CHECKING:
    from eitc_desktop.gui.failure_page import FailurePage


class MainWindow(QMainWindow):
    """Shows what it is given; which library that is, whoever made the window decides by its signals."""

    database_requested = Signal(object)  # Path
    provision_requested = Signal(int)  # ProvisionSummary.id, of the library shown
    retry_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._opened: OpenedLibrary | None = None
        self.selection = Selection(self)
        self.feed = LibraryFeed(self)
        self.tree = TreePane(tokens, self)
        self.detail = DetailPane(tokens, self)
        self.changes = ChangesPane(tokens, self)
        self.source = SourcePane(tokens, self)
        self._failure: FailurePage | None = None
        self.status = StatusLine(tokens, self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self.source, self.tr("原文"))
        self.source.setAccessibleName(self.tr("原文"))
        for view in (self.source.outline, self.source.facts):
            FocusRing(tokens, view)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._tabs)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)
        self.docks = PaneDocks(tokens, self, self._tabs)
        self.docks.place(self.tree, self.detail, self.changes)
        self._make_menus()
        self._connect_panes()
        self.setWindowTitle(self.tr("三定规定阅读器"))

    @property
    def opened(self) -> OpenedLibrary | None:
        """What is shown, None while nothing could be opened."""
        return self._opened

    @property
    def failure(self) -> FailurePage:
        """What stands in the place of the panes when nothing could be opened; made when it is first asked for."""
        if self._failure is None:
            from eitc_desktop.gui.failure_page import FailurePage

            self._failure = FailurePage(self._tokens, self)
            self._failure.other_requested.connect(self.choose_database)
            self._failure.retry_requested.connect(self.retry_requested)
            self._failure.quit_requested.connect(self.close)
            self._pages.addWidget(self._failure)
        return self._failure

    def show_library(self, opened: OpenedLibrary) -> None:
        """Show the provision chosen from a library, with the body selected."""
        self._opened = opened
        self._pages.setCurrentWidget(self._tabs)
        for dock in self.docks.all():
            dock.set_offered(True)
        if self._failure is not None and self._failure.message:
            self._failure.show_message("")
            self.docks.reset()
        self.setWindowTitle(self.tr("{0} - 三定规定阅读器").format(opened.provision.body.text))
        self.status.show_provision(opened.provision, opened.path)
        self._list_provisions(opened)
        self.feed.announce(LibraryChange.everything())
        self.selection.select(FactRef(FactKind.BODY))
        self.tree.home.setFocus()

    def show_failure(self, error: EitcError) -> None:
        """Say that a library can't be opened. What is shown already stays; otherwise a page offers ways out."""
        message = in_the_window(error)
        if self._opened is not None:
            from eitc_desktop.gui.dialogs.message import open_message

            open_message(self, self.tr("数据库没有打开"), message, warning=True)
            return
        self.failure.show_message(message)
        self._pages.setCurrentWidget(self.failure)
        for dock in self.docks.all():
            dock.hide()
            dock.set_offered(False)
        self.status.show_nothing()
        self.failure.setFocus()

    def show_doubt(self) -> None:
        """Say that what is shown is not what its own text gives: altered, or made by another version's reader."""
        from eitc_desktop.gui.dialogs.message import open_message

        self.status.doubt.show()
        message = self.tr(
            "数据库里的内容与其中原文重新识读的结果不一致：可能被改动过，或由其他版本的程序生成。\n"
            "窗口中的内容请逐项对照原文，不要直接引用；也可以从“文件”菜单打开其他数据库。"
        )
        open_message(self, self.tr("内容与原文不一致"), message, warning=True)

    def go_to(self, pane: TreePane | DetailPane | ChangesPane | SourcePane) -> None:
        """Show *pane* wherever it stands, and give it the keyboard."""
        self.docks.bring_forward(pane)
        if pane.window() is not QApplication.activeWindow():
            pane.window().activateWindow()
        pane.home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter of the pane that has it, or say where there is one."""
        widget = QApplication.focusWidget()
        for pane in (self.tree, self.changes):
            if widget is not None and pane.isAncestorOf(widget):
                pane.go_to_filter()
                return
        self.status.show_notice(self.tr("这里没有筛选：机构树和职能转变可以筛选。"))

    def restore_layout(self) -> None:
        """Put the panes back to where they stood at first start, and what is chosen back into sight."""
        self.docks.reset()
        QTimer.singleShot(0, self, self._show_again)  # the panes have their sizes then

    def choose_database(self) -> None:
        """Ask which database to open."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._opened.path.parent) if self._opened is not None else ""
        dialog = QFileDialog(self, self.tr("打开数据库"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("三定规定数据库 (*.db)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(lambda name: self.database_requested.emit(Path(name)))
        dialog.open()

    def show_clause(self, ref: FactRef) -> None:
        """Show where the text states *ref*, without choosing it."""
        self._tabs.setCurrentWidget(self.source)
        self.source.show_clause(ref)

    def show_place(self, span: Span) -> None:
        """Show a place of the text that no fact stands for."""
        self._tabs.setCurrentWidget(self.source)
        self.source.show_place(span)

    def show_findings(self) -> None:
        """List what the reader and the checks noticed."""
        if self._opened is None:
            return
        from eitc_desktop.gui.dialogs.findings import FindingsDialog

        dialog = FindingsDialog(self._tokens, self._opened.provision, self)
        dialog.place_requested.connect(self.show_place)
        dialog.open()

    def show_keys(self) -> None:
        """List what each key does."""
        from eitc_desktop.gui.dialogs.keys import KeysDialog, uses_of

        panes = (self.tree, self.detail, self.changes, self.source)
        KeysDialog(self._tokens, uses_of(self.menuBar(), panes), self).open()

    def show_about(self) -> None:
        """Say what the program is."""
        from eitc_desktop.gui.dialogs.message import open_message

        open_message(
            self,
            self.tr("关于"),
            self.tr(
                "三定规定阅读器 {0}\n\n"
                "把机构的职能、内设机构和人员编制读成可逐条核对的图文，不联网。\n\n"
                "所显示的内容为非正式文件，以正式印发文本为准。\n\n"
                "随附字体：思源黑体（SIL 开放字体许可证 1.1）。",
            ).format(__version__),
        )

    def _connect_panes(self) -> None:
        for pane in (self.tree, self.detail, self.changes, self.source):
            pane.fact_chosen.connect(self.selection.select)
            pane.clause_requested.connect(self.show_clause)
            pane.notice_given.connect(self.status.show_notice)
            self.selection.fact_selected.connect(pane.show_selected)
        self.feed.library_changed.connect(self._refresh)
        self.status.findings_requested.connect(self.show_findings)
        self.status.doubt_requested.connect(self.show_doubt)

    def _make_menus(self) -> None:
        bar = self.menuBar()
        self._file_menu = bar.addMenu(self.tr("文件(&F)"))
        self._add(self._file_menu, self.tr("打开数据库…"), QKeySequence("Ctrl+O"), self.choose_database)
        self._provisions_menu = self._file_menu.addMenu(self.tr("本库中的三定规定"))
        self._file_menu.addSeparator()
        self._add(self._file_menu, self.tr("退出"), QKeySequence("Ctrl+Q"), self.close)
        edit = bar.addMenu(self.tr("编辑(&E)"))
        # the keys belong to the widget that has the keyboard: a shortcut of the window would take them from it
        self._add(edit, self.tr("复制\tCtrl+C"), None, self._copy)
        self._add(edit, self.tr("复制原文（含出处）\tCtrl+Shift+C"), None, self.source.copy_with_citation)
        self._add(edit, self.tr("筛选当前窗格\tCtrl+F"), None, self.go_to_filter)
        view = bar.addMenu(self.tr("查看(&V)"))
        for dock in self.docks.all():
            view.addAction(dock.toggleViewAction())
        floating = view.addMenu(self.tr("浮动窗格"))
        for dock in self.docks.all():
            floating.addAction(dock.float_action)
        view.addSeparator()
        self._add(view, self.tr("核查结果…"), None, self.show_findings)
        view.addSeparator()
        self._add(view, self.tr("恢复布局"), None, self.restore_layout)
        go = bar.addMenu(self.tr("转到(&G)"))
        for number, (words, pane) in enumerate(
            (
                (self.tr("机构树"), self.tree),
                (self.tr("详情"), self.detail),
                (self.tr("职能转变"), self.changes),
                (self.tr("原文"), self.source),
            ),
            start=1,
        ):
            self._add(go, words, QKeySequence(f"Ctrl+{number}"), partial(self.go_to, pane))
        about = bar.addMenu(self.tr("帮助(&H)"))
        self._add(about, self.tr("键盘操作…"), QKeySequence("F1"), self.show_keys)
        self._add(about, self.tr("关于"), None, self.show_about)

    def _add(self, menu: QMenu, words: str, keys: QKeySequence | None, answer: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False: answer())
        menu.addAction(action)
        return action

    def _show_again(self) -> None:
        if self.selection.current is not None:
            for pane in (self.changes, self.source):
                pane.show_selected(self.selection.current)

    def _list_provisions(self, opened: OpenedLibrary) -> None:
        menu = self._provisions_menu
        menu.clear()
        menu.menuAction().setVisible(len(opened.summaries) > 1)
        group = QActionGroup(menu)
        for summary in opened.summaries:
            action = menu.addAction(_summary_name(summary), partial(self.provision_requested.emit, summary.id))
            action.setCheckable(True)
            action.setChecked(summary.id == opened.chosen)
            group.addAction(action)

    def _refresh(self, _change: LibraryChange) -> None:
        if self._opened is None:
            return
        self.selection.clear()
        for pane in (self.tree, self.detail, self.changes, self.source):
            pane.show_provision(self._opened.provision)

    def _copy(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            press = QKeyEvent(kind, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(widget, press)

    # Qt overrides

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab lead through the panes as one reads them."""
        if self._pages.currentWidget() is not self._tabs:
            return super().focusNextPrevChild(forward)
        areas = (self.tree, self._tabs.tabBar(), self._tabs.currentWidget(), self.detail, self.changes, self.status)
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
        if self._opened is not None:
            self.docks.fit(event.size().width())
        self.source.set_outline_shown(not self.docks.is_narrow)


def _summary_name(summary: ProvisionSummary) -> str:
    parts = (summary.title or summary.body, summary.document_number, summary.issued)
    return " · ".join(part for part in parts if part)
