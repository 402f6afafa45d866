"""The menus of the window: every action is here, with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from eitc_desktop.gui.icons import Icon, icon
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.settings import Theme
from eitc_desktop.store import ProvisionSummary

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow
    from eitc_desktop.gui.review.desk import ReviewDesk


class Menus(QObject):
    """Makes the menus of one window; what they say of the moment is told from outside."""

    def __init__(self, tokens: Tokens, window: MainWindow) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window
        self._make_file()
        self._make_edit()
        self._make_view()
        self._make_go()
        self._make_review()
        self._make_tools()
        self._make_help()

    def list_provisions(self, opened: OpenedLibrary) -> None:
        """Offer the provisions of a library that holds several."""
        menu = self._provisions
        menu.clear()
        menu.menuAction().setVisible(len(opened.summaries) > 1)
        for summary in opened.summaries:
            ask = partial(self._window.provision_requested.emit, summary.id)
            action = menu.addAction(menu_words(summary_name(summary)), ask)
            action.setCheckable(True)
            action.setChecked(summary.id == opened.chosen)
            self._choice.addAction(action)

    def show_theme(self, theme: Theme) -> None:
        """Mark the theme that is in force."""
        self._themes[theme].setChecked(True)

    def set_library_open(self, *, open_: bool) -> None:
        """Offer what needs a provision only where there is one."""
        for action in self._of_provision:
            action.setEnabled(open_)

    def show_recent(self) -> None:
        """List the places visited last."""
        self.recent.clear()
        places = self._window.journey.recent_places()
        for words, go in places:
            self.recent.addAction(menu_words(words), go)
        if not places:
            self.recent.addAction(self.tr("还没有去过别处")).setEnabled(False)

    def _make_file(self) -> None:
        window, dialogs = self._window, self._window.dialogs
        menu = window.menuBar().addMenu(self.tr("文件(&F)"))
        self._add(menu, Icon.OPEN, self.tr("打开数据库…"), "Ctrl+O", dialogs.choose_database)
        self._provisions = menu.addMenu(self.tr("本库中的三定规定"))
        self._provisions.menuAction().setVisible(False)
        self._choice = QActionGroup(self._provisions)
        menu.addSeparator()
        printing = self._add(menu, Icon.PRINT, self.tr("打印…"), "Ctrl+P", dialogs.print_paper)
        self._of_provision = [printing]
        menu.addSeparator()
        self._add(menu, Icon.QUIT, self.tr("退出"), "Ctrl+Q", window.close)

    def _make_edit(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu(self.tr("编辑(&E)"))
        self.undo = self._add(menu, Icon.UNDO, self.tr("撤销录入"), "Ctrl+Z", window.reviewing.undo)
        self.redo = self._add(menu, Icon.REDO, self.tr("重做录入"), "Ctrl+Y", window.reviewing.redo)
        menu.addSeparator()
        self.copy = self._add(menu, Icon.COPY, self.tr("复制"), "Ctrl+C", window.copy)
        cite = window.source.copy_with_citation
        cited = self._add(menu, Icon.QUOTE, self.tr("复制原文（含出处）"), "Ctrl+Shift+C", cite)
        menu.addSeparator()
        self.find = self._add(menu, Icon.SEARCH, self.tr("查找…"), "Ctrl+K", None)
        narrow = self._add(menu, Icon.FILTER, self.tr("筛选或查找"), "Ctrl+F", window.go_to_filter)
        for action in (self.undo, self.redo, self.copy, cited, narrow):
            # shown here, but the key belongs to the widget that has the keyboard: it isn't taken from it
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _make_view(self) -> None:
        window, docks = self._window, self._window.docks
        menu = window.menuBar().addMenu(self.tr("查看(&V)"))
        for number, dock in enumerate(docks.all(), start=1):
            dock.toggleViewAction().setShortcut(QKeySequence(f"Ctrl+Shift+{number}"))
            menu.addAction(dock.toggleViewAction())
        floating = menu.addMenu(self.tr("浮动窗格"))
        for number, dock in enumerate(docks.all(), start=1):
            dock.float_action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            floating.addAction(dock.float_action)
        self.whole = self._add(menu, Icon.WHOLE_WINDOW, self.tr("只看当前页签"), "F11", None)
        self.whole.setCheckable(True)
        self.whole.setToolTip(self.tr("只看当前页签，再按一次还原（F11）"))
        self.whole.toggled.connect(lambda aside: docks.set_aside(aside=aside))
        docks.aside_changed.connect(self.whole.setChecked)
        self._of_provision.append(self.whole)
        self._add(menu, Icon.RESTORE_LAYOUT, self.tr("恢复布局"), "Ctrl+Shift+R", window.restore_layout)
        menu.addSeparator()
        self.underlines = self._add(menu, None, self.tr("在原文中按类别标出事实"), "F8", None)
        self.underlines.setCheckable(True)
        self.underlines.toggled.connect(window.underlines_wanted)
        menu.addSeparator()
        self._themes = self._make_themes(menu.addMenu(self.tr("外观")))
        self._add(
            menu, Icon.LARGER_TEXT, self.tr("放大文字"), "Ctrl++", partial(window.text_size_wanted.emit, 1)
        ).setShortcuts(
            [QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")]  # the same key with Shift and without
        )
        self._add(menu, Icon.SMALLER_TEXT, self.tr("缩小文字"), "Ctrl+-", partial(window.text_size_wanted.emit, -1))
        self._add(menu, Icon.USUAL_TEXT, self.tr("恢复文字大小"), "Ctrl+0", partial(window.text_size_wanted.emit, 0))

    def _make_themes(self, menu: QMenu) -> dict[Theme, QAction]:
        group = QActionGroup(menu)
        themes: dict[Theme, QAction] = {}
        for theme, words, keys in (
            (Theme.LIGHT, self.tr("浅色"), "Ctrl+F9"),
            (Theme.DARK, self.tr("深色"), "Ctrl+F10"),
            (Theme.SYSTEM, self.tr("跟随系统"), "Ctrl+F11"),
        ):
            action = self._add(menu, None, words, keys, partial(self._window.theme_wanted.emit, theme))
            action.setCheckable(True)
            group.addAction(action)
            themes[theme] = action
        return themes

    def _make_go(self) -> None:
        window, history = self._window, self._window.history
        menu = window.menuBar().addMenu(self.tr("转到(&G)"))
        self.back = self._add(menu, Icon.BACK, self.tr("后退"), "Alt+Left", history.go_back)
        self.forward = self._add(menu, Icon.FORWARD, self.tr("前进"), "Alt+Right", history.go_forward)
        self.recent = menu.addMenu(self.tr("最近去过"))
        self.recent.aboutToShow.connect(self.show_recent)
        self.recent.setIcon(icon(self._tokens, Icon.RECENT))
        self.drop = QAction(icon(self._tokens, Icon.RECENT), self.tr("列出最近去过的地方"), self)
        self._add_action(menu, self.drop, "Ctrl+E")
        menu.addSeparator()
        clause = self._add(menu, Icon.GO_TO, self.tr("转到条款…"), "Ctrl+G", window.dialogs.go_to_clause)
        menu.addSeparator()
        panes: list[QAction] = []
        for number, (picture, words, pane) in enumerate(
            (
                (Icon.TREE, self.tr("机构树"), window.tree),
                (Icon.DETAIL, self.tr("详情"), window.detail),
                (Icon.CHANGES, self.tr("职能转变"), window.changes),
                (Icon.SOURCE, self.tr("原文"), window.source),
                (Icon.DUTY_MAP, self.tr("职责对应"), window.duty_map),
                (Icon.SPLITS, self.tr("职责分工"), window.splits),
                (Icon.CHART, self.tr("机构图"), window.chart),
                (Icon.REVIEW, self.tr("审阅"), window.review),
                (Icon.ALLOCATION, self.tr("编制方案"), window.allocation),
            ),
            start=1,
        ):
            panes.append(self._add(menu, picture, words, f"Ctrl+{number}", partial(window.go_to, pane)))
        self._of_provision += [clause, self.drop, self.find, *panes]
        history.changed.connect(self._tell_ways)
        self._tell_ways()

    def _make_review(self) -> None:
        reviewing = self._window.reviewing
        menu = self._window.menuBar().addMenu(self.tr("审阅(&R)"))
        entering = (
            self._add(menu, Icon.ADD_OPINION, self.tr("添加意见…"), "Ctrl+I", reviewing.add_opinion_here),
            self._add(menu, None, self.tr("无意见…"), "Ctrl+Shift+N", reviewing.enter_no_opinion),
            self._add(menu, Icon.OFFICES, self.tr("征求意见单位…"), "Ctrl+Shift+O", reviewing.ask_offices),
        )
        menu.addSeparator()
        handing_on = (
            self._add(menu, Icon.EXPORT, self.tr("导出审阅…"), "Ctrl+Shift+X", reviewing.export),
            self._add(menu, Icon.IMPORT, self.tr("导入审阅…"), "Ctrl+Shift+I", reviewing.import_files),
            self._add(menu, Icon.PRINT, self.tr("意见汇总表…"), "Ctrl+Shift+P", reviewing.print_summary),
            self._add(menu, Icon.PRINT, self.tr("审阅报告…"), "Ctrl+Shift+T", reviewing.print_report),
        )
        menu.addSeparator()
        keeping = (
            self._add(menu, Icon.SAVE_AS, self.tr("另存审阅…"), "Ctrl+Shift+S", reviewing.save_as),
            self._add(menu, Icon.RESTORE, self.tr("从备份恢复…"), "Ctrl+Shift+B", reviewing.restore),
        )
        menu.addSeparator()
        self._add(menu, Icon.REVIEWER, self.tr("审阅人…"), "Ctrl+Shift+W", reviewing.ask_reviewer)
        self._of_provision += [*entering, *handing_on, *keeping]
        reviewing.desk_made.connect(self._follow_desk)
        self.show_steps("", "")

    def show_steps(self, undone: str, done_again: str) -> None:
        """Offer to undo and redo what can be, by its name."""
        self.undo.setEnabled(bool(undone))
        self.undo.setText(self.tr("撤销录入：{0}").format(menu_words(undone)) if undone else self.tr("撤销录入"))
        self.redo.setEnabled(bool(done_again))
        self.redo.setText(
            self.tr("重做录入：{0}").format(menu_words(done_again)) if done_again else self.tr("重做录入")
        )

    def _follow_desk(self, desk: ReviewDesk) -> None:
        desk.changed.connect(lambda: self.show_steps(desk.undo_words, desk.redo_words))

    def _make_tools(self) -> None:
        dialogs = self._window.dialogs
        menu = self._window.menuBar().addMenu(self.tr("工具(&T)"))
        findings = self._add(menu, Icon.FINDINGS, self.tr("核查结果…"), "F4", dialogs.show_findings)
        validity = self._add(menu, Icon.VALIDITY, self.tr("录入时效…"), "F2", dialogs.enter_validity)
        menu.addSeparator()
        self._add(menu, Icon.SETTINGS, self.tr("设置…"), "Ctrl+,", dialogs.show_settings)
        self._of_provision += [findings, validity]

    def _make_help(self) -> None:
        dialogs = self._window.dialogs
        menu = self._window.menuBar().addMenu(self.tr("帮助(&H)"))
        self._add(menu, Icon.KEYBOARD, self.tr("键盘操作…"), "F1", dialogs.show_keys)
        self._add(menu, Icon.LANGUAGE, self.tr("中文输入…"), "Ctrl+F1", dialogs.show_input_method)
        self._add(menu, Icon.REVIEW, self.tr("怎样审阅…"), "Ctrl+Shift+F1", dialogs.show_review_help)
        menu.addSeparator()
        self._add(menu, Icon.DIAGNOSTICS, self.tr("导出诊断信息…"), "Ctrl+Shift+D", dialogs.export_diagnostics)
        self._add(menu, Icon.INFO, self.tr("关于…"), "Shift+F1", dialogs.show_about)

    def _add(
        self, menu: QMenu, picture: Icon | None, words: str, keys: str | None, answer: Callable[[], object] | None
    ) -> QAction:
        action = QAction(words, self)
        if picture is not None:
            action.setIcon(icon(self._tokens, picture))
        if answer is not None:
            action.triggered.connect(lambda _checked=False: answer())
        return self._add_action(menu, action, keys)

    @staticmethod
    def _add_action(menu: QMenu, action: QAction, keys: str | None) -> QAction:
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        return action

    def _tell_ways(self) -> None:
        self.back.setEnabled(self._window.history.can_go_back)
        self.forward.setEnabled(self._window.history.can_go_forward)


def summary_name(summary: ProvisionSummary) -> str:
    """Return what a provision of a library is called."""
    parts = (summary.title or summary.body, summary.document_number, summary.issued)
    return " · ".join(part for part in parts if part)


def menu_words(words: str) -> str:
    """Return words of a provision as a menu shows them as they are: to it & means a letter, and a tab a key."""
    return " ".join(words.splitlines()).replace("\t", " ").replace("&", "&&")
