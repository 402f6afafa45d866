"""Menus of rows open for the row meant, asked for by pointer or by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStringListModel
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListView, QMenu
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.row_menu import asked_row

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
