"""键盘操作: what each key does, taken from the menus, the panes' actions and the tables that widgets answer by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.allocation.table import AllocationTable
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.panes.source_text import SourceText
from eitc_desktop.gui.panes.unit_view import UnitView
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.change_flow import ChangeFlow
from eitc_desktop.gui.widgets.change_table import ChangeTable
from eitc_desktop.gui.widgets.duty_matrix_view import DutyMatrixView
from eitc_desktop.gui.widgets.duty_table import DutyTable
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.widgets.nothing_found import NothingFound
from eitc_desktop.gui.widgets.page_scroll import PageScroll
from eitc_desktop.gui.widgets.search_box import SearchBox
from eitc_desktop.gui.widgets.split_table import SplitTable
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.phrases import Phrase

_MNEMONIC = re.compile(r"\(&.\)|&")  # 文件(&F), &File
_SIZE = QSize(50, 34)  # in characters

_WINDOW = Phrase("KeyUses", "窗口")
_TREE = Phrase("KeyUses", "机构树")
_TEXT = Phrase("KeyUses", "原文")
_OUTLINE = Phrase("KeyUses", "条款目录")
_FACTS = Phrase("KeyUses", "此处的事实")
_PAGE = Phrase("KeyUses", "详情")
_PAGE_TREES = Phrase("KeyUses", "详情中的职责、编制表")
_CHANGES = Phrase("KeyUses", "职能转变")
_CARDS = Phrase("KeyUses", "职能转变的卡片")
_TABLE = Phrase("KeyUses", "职能转变的表格")
_FLOW = Phrase("KeyUses", "职能转变的去向图")
_MATRIX = Phrase("KeyUses", "职责对应的矩阵")
_DUTY_TABLE = Phrase("KeyUses", "职责对应的表格")
_SPLITS = Phrase("KeyUses", "职责分工")
_CHART = Phrase("KeyUses", "机构图")
_ALLOCATION = Phrase("KeyUses", "编制分配表")
_FILTER = Phrase("KeyUses", "筛选框")
_SEARCH = Phrase("KeyUses", "查找框")
_DIALOGS = Phrase("KeyUses", "对话框")

_OF_QT: tuple[tuple[Phrase, tuple[str, ...], Phrase], ...] = (
    (_WINDOW, ("Tab", "Shift+Tab"), Phrase("KeyUses", "依次到下一处、上一处")),
    (_WINDOW, ("Alt+F", "F10"), Phrase("KeyUses", "打开菜单：Alt 加菜单名后的字母")),
    (_WINDOW, ("Menu", "Shift+F10"), Phrase("KeyUses", "打开此处的右键菜单")),
    (_TREE, ("Up", "Down"), Phrase("KeyUses", "到上一个、下一个机构或职务")),
    (_TREE, ("Left", "Right"), Phrase("KeyUses", "收起到上一级；展开到下一级")),
    (_TEXT, ("Up", "Down", "Left", "Right"), Phrase("KeyUses", "移动光标；加 Shift 选中文字")),
    (_OUTLINE, ("Up", "Down"), Phrase("KeyUses", "到上一条、下一条，原文跟着移动")),
    (_OUTLINE, ("Left", "Right"), Phrase("KeyUses", "收起、展开")),
    (_OUTLINE, ("Return",), Phrase("KeyUses", "到这一条的原文中去")),
    (_FACTS, ("Up", "Down"), Phrase("KeyUses", "到上一项、下一项")),
    (_FACTS, ("Return",), Phrase("KeyUses", "查看详情")),
    (_PAGE, ("PgUp", "PgDown"), Phrase("KeyUses", "往上、往下一屏")),
    (_PAGE, ("Return",), Phrase("KeyUses", "标记：在原文中显示；链接：查看详情")),
    (_PAGE, ("Esc",), Phrase("KeyUses", "窗口较窄时：关上详情")),
    (_PAGE_TREES, ("Up", "Down"), Phrase("KeyUses", "到上一行、下一行，走完离开此表")),
    (_PAGE_TREES, ("Left", "Right"), Phrase("KeyUses", "收起、展开分项")),
    (_CHANGES, ("Left", "Right"), Phrase("KeyUses", "在“对照”“表格”“去向图”按钮间：换一种看法")),
    (_TABLE, ("Up", "Down", "Left", "Right"), Phrase("KeyUses", "在行、列间移动；加 Shift 选中多行")),
    (_DUTY_TABLE, ("Up", "Down", "Left", "Right"), Phrase("KeyUses", "在行、列间移动；加 Shift 选中多行")),
    (_SPLITS, ("Up", "Down", "Left", "Right"), Phrase("KeyUses", "在事项、单位间移动；加 Shift 选中多行")),
    (_ALLOCATION, ("Tab", "Shift+Tab"), Phrase("KeyUses", "到下一格、上一格；在最后一格离开表格")),
    (_FILTER, ("Down",), Phrase("KeyUses", "到筛选出的内容中去")),
    (_FILTER, ("Return",), Phrase("KeyUses", "机构树：选中第一个符合的")),
    (_DIALOGS, ("Esc",), Phrase("KeyUses", "关闭，不改动")),
    (_DIALOGS, ("Return",), Phrase("KeyUses", "按下突出显示的按钮")),
)
"""What Qt answers by itself, and what no table of a widget tells."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a key works, the key in the system's words, and what it does."""

    place: str
    keys: str
    words: str


def uses_of(bar: QMenuBar, panes: Sequence[QWidget]) -> tuple[Use, ...]:
    """Return every key of the menus in *bar*, of the actions of *panes*, which have names, and of lists."""
    in_panes = [use for pane in panes for use in _of_pane(pane, pane.accessibleName())]
    known = {use.keys for use in in_panes}  # what a menu offers too: the key itself works in the pane alone
    of_qt = [Use(said(place), _named(keys), said(words)) for place, keys, words in _OF_QT]
    found = [
        *(use for use in of_qt if use.place == said(_WINDOW)),
        *(use for top in bar.actions() for use in _of_menu(top, said(_WINDOW)) if use.keys not in known),
        *(use for use in of_qt if use.place != said(_WINDOW)),
        *in_panes,
    ]
    for place, uses in (
        (_TREE, UnitView.KEYS),
        (_TEXT, SourceText.KEYS),
        (_PAGE, PageScroll.KEYS),
        (_PAGE_TREES, FactTreeView.KEYS),
        (_CARDS, ChangeList.KEYS),
        (_TABLE, ChangeTable.KEYS),
        (_SEARCH, SearchBox.KEYS),
        (_FLOW, ChangeFlow.KEYS),
        (_MATRIX, DutyMatrixView.KEYS),
        (_DUTY_TABLE, DutyTable.KEYS),
        (_SPLITS, SplitTable.KEYS),
        (_CHART, ChartView.KEYS),
        (_ALLOCATION, AllocationTable.KEYS),
    ):
        found += [_of_table(said(place), use) for use in uses]
    return tuple(found)


class KeysDialog(FittedDialog):
    """Shows *uses* in groups, one for each place; what is typed above narrows them."""

    def __init__(self, tokens: Tokens, uses: Sequence[Use], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("键盘操作"), _SIZE, parent)
        self.line = FilterLine(self)
        self.line.setPlaceholderText(self.tr("按键名、作用或何处筛选，如 Ctrl、复制、详情"))
        self.line.setAccessibleName(self.tr("筛选键盘操作"))
        self.view = self._make_view()
        self._fill(uses)
        self._nothing = NothingFound(tokens, self.line, self)
        self._nothing.hide()
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)  # Enter in the line leads to what was found
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(self.line)
        body.addWidget(self.view, 1)
        body.addWidget(self._nothing, 1)
        self.fill(body, buttons, (self.view,))
        self.line.words_settled.connect(self.narrow)
        self.line.left_below.connect(self._go_down)
        self.line.returnPressed.connect(self._go_down)

    def narrow(self, words: str) -> None:
        """Show the keys that hold all of *words*, in any case, in their key, purpose or place."""
        asked = words.casefold().split()
        for group in _children(self.view.invisibleRootItem()):
            for item in _children(group):
                held = f"{group.text(0)} {item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in held for word in asked))
            group.setHidden(all(item.isHidden() for item in _children(group)))
        found = any(not group.isHidden() for group in _children(self.view.invisibleRootItem()))
        self._nothing.say(self.tr("没有符合“{0}”的按键。\n可按键名、作用或何处查找。").format(words.strip()))
        self._nothing.setVisible(not found)
        self.view.setVisible(found)

    def _make_view(self) -> QTreeWidget:
        view = QTreeWidget(self)
        view.setHeaderLabels([self.tr("按键"), self.tr("作用")])
        view.setAccessibleName(self.tr("键盘操作"))
        view.setAllColumnsShowFocus(True)
        view.setWordWrap(True)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return view

    def _fill(self, uses: Sequence[Use]) -> None:
        bold = self.view.font()
        bold.setBold(True)
        for place in dict.fromkeys(use.place for use in uses):
            group = _row(self.view, place, [place])
            group.setFont(0, bold)
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
            for use in uses:
                if use.place == place:
                    _row(group, labelled(use.keys, use.words), [use.keys, use.words])

    def _go_down(self) -> None:
        first = self.view.invisibleRootItem()
        shown = [item for group in _children(first) for item in _children(group) if not item.isHidden()]
        if shown:
            self.view.setCurrentItem(shown[0])
            self.view.setFocus(Qt.FocusReason.TabFocusReason)


def _row(above: QTreeWidget | QTreeWidgetItem, spoken: str, cells: list[str]) -> QTreeWidgetItem:
    """Append a row that says all of it to those who hear it, wherever in it they stand."""
    row = QTreeWidgetItem(above, cells)
    for column in range(2):
        row.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken)
    return row


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for row in range(item.childCount()) if (child := item.child(row)) is not None]


def _of_menu(top: QAction, place: str) -> Iterator[Use]:
    menu = QMenu.menuInAction(top)  # top.menu() of PySide6 6.9 deletes the menu once nobody here holds it
    if not isinstance(menu, QMenu):
        return
    name = _MNEMONIC.sub("", top.text())
    for action in menu.actions():
        yield from _of_menu(action, place)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            of_widgets = action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
            where = QCoreApplication.translate("KeyUses", "键盘所在处") if of_widgets else place
            yield Use(where, keys, labelled(name, action.text().rstrip("….")))


def _of_pane(pane: QWidget, place: str) -> list[Use]:
    return [
        Use(place, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text().rstrip("…."))
        for action in pane.actions()
        if isinstance(action, QAction) and not action.shortcut().isEmpty()
    ]


def _of_table(place: str, use: KeyUse) -> Use:
    return Use(place, _named(use.keys[:1]), said(use.words))


def _named(keys: Sequence[str]) -> str:
    return " / ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
