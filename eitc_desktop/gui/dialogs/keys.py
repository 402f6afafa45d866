"""键盘操作: what each key does, taken from the menus, the panes' actions and the tables that widgets answer by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.panes.source_text import SourceText
from eitc_desktop.gui.panes.unit_view import UnitView
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.change_table import ChangeTable
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.wording import labelled, said

_MNEMONIC = re.compile(r"\(&.\)|&")  # 文件(&F), &File


@dataclass(frozen=True, slots=True)
class Use:
    """Where a key works, the key in the system's words, and what it does."""

    place: str
    keys: str
    words: str


def uses_of(bar: QMenuBar, panes: Sequence[QWidget]) -> tuple[Use, ...]:
    """Return every key of the menus in *bar*, of the actions of *panes*, which have names, and of lists."""
    translate = QCoreApplication.translate
    window = translate("KeyUses", "窗口")
    in_panes = [use for pane in panes for use in _of_pane(pane, pane.accessibleName())]
    known = {use.keys for use in in_panes}  # what a menu offers too: the key itself works in the pane alone
    found = [
        Use(window, "Tab / Shift+Tab", translate("KeyUses", "依次到下一处、上一处")),
        *(use for top in bar.actions() for use in _of_menu(top, window) if use.keys not in known),
        *in_panes,
    ]
    for place, uses in (
        (translate("KeyUses", "机构树"), UnitView.KEYS),
        (translate("KeyUses", "详情中的职责、编制表"), FactTreeView.KEYS),
        (translate("KeyUses", "职能转变的卡片"), ChangeList.KEYS),
        (translate("KeyUses", "职能转变的表格"), ChangeTable.KEYS),
        (translate("KeyUses", "原文"), SourceText.KEYS),
    ):
        found += [_of_table(place, use) for use in uses]
    return tuple(found)


class KeysDialog(QDialog):
    """Shows *uses* as a list."""

    def __init__(self, tokens: Tokens, uses: Sequence[Use], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("键盘操作"))
        self.view = QTreeWidget(self)
        self.view.setHeaderLabels([self.tr("按键"), self.tr("作用"), self.tr("何处")])
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAccessibleName(self.tr("键盘操作"))
        self.view.addTopLevelItems([QTreeWidgetItem([use.keys, use.words, use.place]) for use in uses])
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(tokens.space_m)
        layout.addWidget(self.view)
        layout.addWidget(buttons)
        self.resize(600, 480)


def _of_menu(top: QAction, place: str) -> Iterator[Use]:
    menu = top.menu()
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
        Use(place, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text())
        for action in pane.actions()
        if isinstance(action, QAction) and not action.shortcut().isEmpty()
    ]


def _of_table(place: str, use: KeyUse) -> Use:
    native = QKeySequence.SequenceFormat.NativeText
    return Use(place, QKeySequence(use.keys[0]).toString(native), said(use.words))
