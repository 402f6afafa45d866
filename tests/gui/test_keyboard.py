"""The window by keyboard alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.keys import KeysDialog, uses_of
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.panes.source_text import SourceText
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.panes.unit_view import UnitView
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.change_table import ChangeTable
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.widgets.page_scroll import PageScroll
from eitc_desktop.gui.widgets.split_table import SplitTable
from eitc_desktop.model.facts import FactKind, FactRef

LEFT = Qt.MouseButton.LeftButton


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("key", "name"), [("1", "tree"), ("2", "detail"), ("3", "changes"), ("4", "source")])
def test_every_pane_is_one_key_away(qtbot: QtBot, window: MainWindow, key: str, name: str) -> None:
    pane: QWidget = getattr(window, name)
    for dock in window.docks.all():
        dock.hide()
    window.activateWindow()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert pane.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is pane or pane.isAncestorOf(focused)


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_tab_leads_into_a_floating_pane_and_out_of_it(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.detail.toggle_floating()
    settle()
    window.activateWindow()
    window.go_to(window.source)
    settle()
    seen: list[QWidget] = []
    for _ in range(120):
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop in seen:
            break
        seen.append(stop)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        settle()
    for pane in (window.tree, window.source, window.detail, window.changes):
        assert any(pane.isAncestorOf(stop) for stop in seen)
    window.docks.reset()


def test_tab_leads_through_the_panes_as_one_reads_them(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    panes = (window.tree, window.source, window.detail, window.changes)
    order: list[QWidget] = []
    stops: list[QWidget] = []
    window.go_to(window.tree)
    for _ in range(120):
        stop = QApplication.focusWidget()
        assert stop is not None
        if stops and stop is stops[0]:
            break
        stops.append(stop)
        order += [pane for pane in panes if pane.isAncestorOf(stop) and pane not in order[-1:]]
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stops[0]
    assert order == [*panes, window.tree]  # the filter line stands above the tree
    assert window.status.findings in stops
    assert len(set(stops)) == len(stops)
    for stop in reversed(stops):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is stop


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
def test_where_the_keyboard_is_can_be_seen(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.activateWindow()
    window.status.findings.setFocus()
    settle()
    before = window.grab().toImage()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    settle()
    panes = (window.tree, window.detail, window.changes, window.source)
    pane = panes[int(key) - 1]
    place = QRect(pane.mapTo(window, QPoint(0, 0)), pane.size())
    assert before.copy(place) != window.grab().toImage().copy(place)


@pytest.mark.parametrize("where", ["text", "outline", "facts", "details"])
def test_ctrl_f_finds_words_where_there_is_nothing_to_filter(qtbot: QtBot, window: MainWindow, where: str) -> None:
    source = window.source
    source.text.go_to(700)
    home = {"text": source.text, "outline": source.outline, "facts": source.facts, "details": window.detail.home}[where]
    window.activateWindow()
    home.setFocus()
    qtbot.keyClick(home, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = window.ways.search_box
    assert box.hasFocus()
    qtbot.keyClicks(box, "77")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.opened is not None
    assert window.source.text.place > window.opened.provision.text.find("四、人员编制")


def test_the_duty_map_is_reached_read_and_left_by_key(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    assert not window.duty_map.is_made
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    matrix = window.duty_map.page.view
    assert matrix.hasFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Up)
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.DIVISION, 1)
    assert window.detail.page is not None
    assert window.detail.page.ref == FactRef(FactKind.DIVISION, 1)
    qtbot.keyClick(matrix, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.duty_map.page.words.hasFocus()
    qtbot.keyClick(window.duty_map.page.words, Qt.Key.Key_Down)
    assert matrix.hasFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.source.isVisible()  # where the clause is


def test_a_choice_made_elsewhere_is_marked_in_the_duty_map(window: MainWindow) -> None:
    window.go_to(window.duty_map)
    window.selection.select(FactRef(FactKind.DIVISION, 12))
    assert window.duty_map.page.view.current[1] == 12
    window.go_to(window.source)
    window.selection.select(FactRef(FactKind.HOSTED_OFFICE, 1))
    assert window.duty_map.page.view.current[1] == 12  # not in sight: later
    window.go_to(window.duty_map)
    assert window.duty_map.page.view.current[1] == 26


def test_f1_tells_of_ctrl_f(window: MainWindow) -> None:
    panes = (window.tree, window.detail, window.changes, window.source)
    told = [(use.place, use.words) for use in uses_of(window.menuBar(), panes) if use.keys == "Ctrl+F"]
    assert ("原文", "查找") in told
    assert ("详情", "查找") in told


def test_arrows_work_at_once_in_the_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.CHANGE, 1)


def test_the_tree_leads_into_the_text_by_key(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.selection.select(FactRef(FactKind.DIVISION, 4))
    window.source.text.go_to(0)
    window.go_to(window.tree)
    qtbot.keyClick(window.tree.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.opened is not None
    assert window.source.text.place == window.opened.provision.divisions[4].span.start


def test_the_list_of_keys_tells_what_menus_panes_and_lists_answer(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    told = [(keys, words, place) for place, keys, words in shown_in(dialog)]
    assert ("Ctrl+2", "转到：详情", "窗口") in told
    assert ("F1", "帮助：键盘操作", "窗口") in told
    assert ("Ctrl+Shift+C", "复制（含出处）", "原文") in told
    assert [place for _, words, place in told if words == "到下一项事实"] == ["原文"]
    assert "机构树" in [place for _, words, place in told if words == "在原文中显示"]
    assert ("↑ / ↓", "到上一个、下一个机构或职务", "机构树") in told
    assert ("Esc", "窗口较窄时：关上详情", "详情") in told
    assert sum(words == "清除筛选" for _, words, _ in told) == 2
    assert [place for keys, _, place in told if keys == "Ctrl+F"] == [
        "机构树", "原文", "详情", "职能转变", "职责分工", "职责对应", "机构图"
    ]  # fmt: skip
    for view in (UnitView, ChangeList, ChangeTable, FactTreeView, SourceText, PageScroll, SplitTable):
        for use in view.KEYS:
            assert str(use.words) in [words for _, words, _ in told]
    assert len(set(told)) == len(told)
    names = {"Ctrl", "Shift", "Alt", "Tab", "Esc", "Enter", "Home", "End", "PgUp", "PgDown", "Del", "F"}
    english = {word for row in told for cell in row for word in re.findall(r"[A-Za-z]{2,}", cell)}
    assert english <= names
    dialog.close()


def shown_in(dialog: KeysDialog) -> list[tuple[str, str, str]]:
    """Return place, keys and words of each row that is shown."""
    rows: list[tuple[str, str, str]] = []
    for number in range(dialog.view.topLevelItemCount()):
        group = dialog.view.topLevelItem(number)
        assert group is not None
        items = [item for row in range(group.childCount()) if (item := group.child(row)) is not None]
        rows += [(group.text(0), item.text(0), item.text(1)) for item in items if not item.isHidden()]
        assert group.isHidden() == all(item.isHidden() for item in items)
    return rows


def test_the_list_of_keys_is_narrowed_by_words(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    settle()
    assert QApplication.focusWidget() is dialog.line
    qtbot.keyClicks(dialog.line, "ctrl+f")
    assert {keys.partition("/")[0][:6] for _, keys, _ in shown_in(dialog)} == {"Ctrl+F"}
    dialog.line.setText("没有的键")
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert said == ["没有符合“没有的键”的按键。\n可按键名、作用或何处查找。"]
    assert not dialog.view.isVisible()
    qtbot.mouseClick(next(one for one in dialog.findChildren(QPushButton) if one.text() == "清除筛选"), LEFT)
    assert dialog.view.isVisible()
    assert QApplication.focusWidget() is dialog.line
    dialog.line.setText("详情 复制")
    assert [(place, words) for place, _, words in shown_in(dialog)] == [("详情中的职责、编制表", "复制（含出处）")]
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.view
    assert dialog.view.currentItem().text(1) == "复制（含出处）"
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [100, 140])
def test_the_list_of_keys_can_be_read_on_a_small_screen(window: MainWindow, tokens: Tokens, size: int) -> None:
    tokens.wear(LIGHT, size)
    window.resize(911, 512)
    window.dialogs.show_keys()
    settle()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.width() <= 911
    assert dialog.height() <= 480
    view = dialog.view
    assert view.header().length() <= view.viewport().width()
    assert view.columnWidth(1) > 2 * view.columnWidth(0) // 3
    dialog.close()


def test_tab_leads_out_of_a_page_from_any_mark_in_it(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.go_to(window.detail)
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    mark = QApplication.focusWidget()
    assert isinstance(mark, ClauseMark)
    qtbot.keyClick(mark, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert window.changes.isAncestorOf(after)
    qtbot.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.detail.home
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    before = QApplication.focusWidget()
    assert before is not None
    assert window.detail.isAncestorOf(before)
    assert not window.detail.home.isAncestorOf(before)


def test_keys_scroll_the_details(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.go_to(window.detail)
    bar = window.detail.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    assert bar.value() == 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("pane", ["tree", "changes"])
def test_ctrl_f_leads_to_the_filter_of_the_pane_and_down_back(qtbot: QtBot, window: MainWindow, pane: str) -> None:
    window.activateWindow()
    shown: TreePane | ChangesPane = getattr(window, pane)
    window.go_to(shown)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert shown.isAncestorOf(line)
    line.setText("处")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shown.home
    menu_entry(window, "筛选或查找").trigger()
    assert QApplication.focusWidget() is line
    assert line.selectedText() == "处"


def test_where_there_is_no_filter_the_menu_leads_to_the_search(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to(window.detail)
    menu_entry(window, "筛选或查找").trigger()
    assert window.ways.search_box.hasFocus()


@pytest.mark.parametrize("name", ["outline", "facts"])
def test_lists_beside_the_text_have_a_frame_while_they_have_the_keyboard(window: MainWindow, name: str) -> None:
    window.activateWindow()
    view: QWidget = getattr(window.source, name)
    ring = view.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    window.go_to(window.tree)
    assert not ring.isVisible()
    view.setFocus()
    assert ring.isVisible()
    assert ring.geometry() == view.rect()


def menu_entry(window: MainWindow, words: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text().partition("\t")[0] == words)
