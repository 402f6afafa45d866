"""Menus of rows open for the row meant, asked for by pointer or by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListView, QMenu, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.place_facts import PlaceColumn
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.model.facts import FactKind, FactRef

MOUSE, KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    view.setModel(QStringListModel(["甲", "乙", "丙"], view))
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    return view


def test_the_pointer_means_the_row_below_it(view: QListView) -> None:
    place = view.visualRect(view.model().index(1, 0)).center()
    index, menu = asked_row(view, QContextMenuEvent(MOUSE, place, QPoint(7, 9)))
    assert index.row() == 1
    assert menu == QPoint(7, 9)


def test_the_pointer_beside_the_rows_means_none(view: QListView) -> None:
    index, _ = asked_row(view, QContextMenuEvent(MOUSE, QPoint(5, 190), QPoint(0, 0)))
    assert index == QModelIndex()


def test_the_key_means_the_current_row_wherever_the_pointer_is(view: QListView) -> None:
    index, menu = asked_row(view, QContextMenuEvent(KEY, QPoint(0, 0), QPoint(0, 0)))
    assert index.row() == 2
    assert view.visualRect(index).contains(view.viewport().mapFromGlobal(menu))


# The offscreen platform can't raise or grab for a popup; both are nothing of ours.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("kind", [ChangeList, FactTreeView])
def test_the_menu_key_opens_a_menu_over_its_row(window: MainWindow, kind: type[ChangeList | FactTreeView]) -> None:
    view = next(one for one in window.findChildren(kind) if one.model().rowCount() and one.isVisibleTo(window))
    view.setCurrentIndex(view.model().index(0, 0))
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(KEY, QPoint(0, 0), QPoint(0, 0)))
    [menu] = [one for one in view.findChildren(QMenu) if one.isVisible()]
    assert [action.text() for action in menu.actions() if action.text()]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_right_button_chooses_what_it_marks_in_the_tree(qtbot: QtBot, window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.DIVISION, 0))
    view = window.tree.view
    there = view.indexBelow(view.currentIndex())
    ask(qtbot, view, there)
    assert view.currentIndex() == there
    assert window.selection.current == FactRef(FactKind.DIVISION, 1)
    assert [action.text() for action in menu_of(view).actions()] == ["在原文中显示", "复制（含出处）"]
    menu_of(view).close()
    ask(qtbot, view, there.parent())  # a group: nothing is marked, nothing offered
    assert window.selection.current == FactRef(FactKind.DIVISION, 1)
    assert view.isExpanded(there.parent())
    assert not [one for one in view.findChildren(QMenu) if one.isVisible()]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_facts_of_a_place_have_a_menu_and_keep_their_mark(
    qtbot: QtBot, window: MainWindow, clipboard_text: Callable[[], str]
) -> None:
    assert window.opened is not None
    duty = window.opened.provision.duties[9]
    window.source.text.go_to(duty.items[1].span.start)
    view, before = window.source.facts, window.selection.current
    marked = view.currentIndex()
    ask(qtbot, view, view.model().index(0, PlaceColumn.WORDS))
    assert (view.currentIndex(), window.selection.current) == (marked, before)
    actions = {action.text(): action for action in menu_of(window.source).actions()}
    assert list(actions) == ["查看详情", "在原文中显示", "复制（含出处）"]
    actions["复制（含出处）"].trigger()
    assert clipboard_text().endswith(f"二（十）“{duty.items[1].text}”")
    assert window.selection.current == before
    actions["在原文中显示"].trigger()
    assert window.source.text.extraSelections()[0].cursor.selectedText() == duty.items[1].text
    actions["查看详情"].trigger()
    assert window.selection.current == FactRef(FactKind.DUTY_ITEM, 9, 1)
    menu_of(window.source).close()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_clause_of_the_outline_has_a_menu_and_the_mark_stays(
    qtbot: QtBot, window: MainWindow, clipboard_text: Callable[[], str]
) -> None:
    view = window.source.outline
    window.source.text.go_to(0)
    marked = view.currentIndex()
    [four] = [view.model().index(row, 0) for row in range(7) if view.model().index(row, 0).data() == "四、人员编制"]
    ask(qtbot, view, four)
    assert view.currentIndex() == marked
    actions = {action.text(): action for action in menu_of(window.source).actions()}
    assert list(actions) == ["到此条款", "复制条款原文（含出处）"]
    actions["复制条款原文（含出处）"].trigger()
    words = clipboard_text()
    assert words.startswith("上海市经济和信息化委员会三定规定（标题原文未载明）四“人员编制上海市")
    assert words.endswith("有关规定核定。”")
    actions["到此条款"].trigger()
    assert view.currentIndex() == four
    assert QApplication.focusWidget() is window.source.text
    menu_of(window.source).close()


def ask(qtbot: QtBot, view: QTreeView, index: QModelIndex) -> None:
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(MOUSE, place, view.viewport().mapToGlobal(place)))


def menu_of(widget: QWidget) -> QMenu:
    [menu] = [one for one in widget.findChildren(QMenu) if one.isVisible()]
    return menu
