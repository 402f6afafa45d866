"""Every action has a key, no two share one, and none is taken from where text is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.panes.source_text import SourceText

_OF_TEXT_FIELDS = [
    QKeySequence(key)
    for key in (
        *("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home"),
        *("Ctrl+End", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Space", "Return", "Tab"),
        *("Shift+Left", "Shift+Right", "Shift+Home", "Shift+End", "Backspace", "Del", "Shift+Ins", "Ctrl+Ins"),
    )
]
_OF_WIDGETS = Qt.ShortcutContext.WidgetShortcut


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def top_menus(window: MainWindow) -> list[QMenu]:
    menus = [QMenu.menuInAction(action) for action in window.menuBar().actions()]
    return [menu for menu in menus if isinstance(menu, QMenu)]


def actions_in(menu: QMenu) -> Iterator[QAction]:
    """Yield what can be triggered in *menu* and below, without lists that are made as they open."""
    for action in entries(menu):
        below = QMenu.menuInAction(action)
        if not isinstance(below, QMenu):
            yield action
        elif action.text() not in {"最近去过", "本库中的三定规定"}:
            yield from actions_in(below)


def test_every_action_in_the_menus_has_a_key(window: MainWindow) -> None:
    actions = [action for menu in top_menus(window) for action in actions_in(menu)]
    assert len(actions) > 25
    assert [action.text() for action in actions if action.shortcut().isEmpty()] == []


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    of_window = [a for menu in top_menus(window) for a in actions_in(menu) if a.shortcutContext() is not _OF_WIDGETS]
    keys = [action.shortcut().toString() for action in of_window]
    assert len(set(keys)) == len(keys)
    panes = (window.tree, window.detail, window.changes, window.source, window.duty_map, window.splits, window.chart)
    panes += (window.review, window.allocation)
    for pane in (*panes, window.drawer):
        others = [other for other in panes if pane.isAncestorOf(other)]  # whose keys work in them alone
        inside = [w for w in pane.findChildren(QWidget) if not any(w is o or o.isAncestorOf(w) for o in others)]
        actions = [a for w in (pane, *inside) for a in w.actions() if a not in of_window]  # a button may show one
        own = [a.shortcut().toString() for a in actions]
        own = [key for key in own if key]
        assert not set(own) & set(keys)
        assert len(set(own)) == len(own)


def test_menus_take_no_key_from_where_text_is_typed(window: MainWindow) -> None:
    for menu in top_menus(window):
        for action in actions_in(menu):
            if action.shortcutContext() is not _OF_WIDGETS:
                assert action.shortcut() not in _OF_TEXT_FIELDS, action.text()


@pytest.mark.parametrize("place", ["tree", "changes"])
def test_a_filter_copies_pastes_and_undoes(qtbot: QtBot, window: MainWindow, place: str) -> None:
    window.activateWindow()
    pane: QWidget = getattr(window, place)
    line = pane.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    line.insert("信用")
    for key, words in (("A", "信用"), ("C", "信用"), ("X", ""), ("V", "信用"), ("Z", ""), ("V", "信用")):
        qtbot.keyClick(line, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        assert line.text() == words
    assert QApplication.clipboard().text() == "信用"


def test_the_edit_menu_shows_keys_and_leaves_them_to_the_widgets(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    edit = {action.text(): action for action in actions_in(top_menus(window)[1])}
    assert edit["复制"].shortcut() == QKeySequence("Ctrl+C")
    window.go_to(window.source)
    settle()
    text = window.source.text
    assert isinstance(text, SourceText)
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.assertNotEmitted(edit["复制"].triggered):
        qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == text.selected_span.of(text.toPlainText())
    QApplication.clipboard().clear()
    edit["复制"].trigger()
    assert QApplication.clipboard().text() == text.selected_span.of(text.toPlainText())


def mnemonics(actions: list[QAction]) -> list[str]:
    found = [re.search(r"&([^&\s])", action.text().replace("&&", "")) for action in actions]
    return [match.group(1).upper() for match in found if match is not None]


def test_mnemonics_are_each_ones_own(window: MainWindow) -> None:
    tops = mnemonics(window.menuBar().actions())
    assert len(tops) == len(top_menus(window)) == len(set(tops))
    for menu in top_menus(window):
        letters = mnemonics(entries(menu))
        assert len(set(letters)) == len(letters)


def test_alt_and_a_letter_open_each_menu(window: MainWindow) -> None:
    keys = [QKeySequence.mnemonic(action.text()).toString() for action in window.menuBar().actions()]
    assert keys == ["Alt+F", "Alt+E", "Alt+V", "Alt+G", "Alt+R", "Alt+T", "Alt+H"]


def test_names_of_provisions_are_listed_as_they_are(window: MainWindow) -> None:
    opened = window.opened
    assert opened is not None
    first = opened.summaries[0]
    names = ("研究&发展局", "某局\t三定规定\tCtrl+Q", "某厅\n职能配置")
    for _ in range(3):
        others = [replace(first, id=90 + at, title=name) for at, name in enumerate(names)]
        window.show_library(replace(opened, summaries=(first, *others)))
    (menu,) = [
        QMenu.menuInAction(action) for action in entries(top_menus(window)[0]) if action.text() == "本库中的三定规定"
    ]
    assert isinstance(menu, QMenu)
    listed = [action.text() for action in entries(menu)][1:]
    assert [words.split(" · ")[0] for words in listed] == ["研究&&发展局", "某局 三定规定 Ctrl+Q", "某厅 职能配置"]
    assert [action.isChecked() for action in entries(menu)] == [True, False, False, False]
    groups = window.findChildren(QActionGroup)
    assert len([group for group in groups if set(group.actions()) <= set(entries(menu))]) == 1
