"""Arrows lead through everything that has rows, columns or lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.findings import FindingsDialog
from eitc_desktop.gui.dialogs.keys import KeysDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.changes import ChangeColumn
from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.model.facts import FactKind, FactRef

_Key = Qt.Key


@pytest.fixture
def press(qtbot: QtBot, window: MainWindow) -> Presser:
    """The window has the keyboard; press keys where it is."""
    window.activateWindow()
    return Presser(qtbot)


class Presser:
    """Presses keys in whatever has the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def __call__(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            where = QApplication.focusWidget()
            assert where is not None
            self._qtbot.keyClick(where, key, modifier)
            settle()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def group_of(index: QModelIndex) -> QModelIndex:
    above = index.parent()
    assert above.data(UnitRole.GROUP)
    return above


def test_in_the_tree(window: MainWindow, press: Presser) -> None:
    window.go_to(window.tree)
    view = window.tree.view
    press(_Key.Key_Home, _Key.Key_Down)
    assert window.selection.current == FactRef(FactKind.QUOTA, 1)
    press(_Key.Key_Down, _Key.Key_Up)
    assert window.selection.current == FactRef(FactKind.QUOTA, 1)
    press(_Key.Key_Left)
    assert window.selection.current == FactRef(FactKind.BODY)
    press(_Key.Key_Left)
    assert not view.isExpanded(view.currentIndex())
    press(_Key.Key_Right)
    assert view.isExpanded(view.currentIndex())
    press(_Key.Key_End)
    assert window.selection.current == FactRef(FactKind.HOSTED_OFFICE, 1)
    offices = group_of(view.currentIndex())
    press(_Key.Key_Space)
    assert not view.isExpanded(offices)


def test_among_the_kinds_of_change(window: MainWindow, press: Presser) -> None:
    window.go_to(window.changes)
    seen: list[str] = []
    for _ in window.changes.model.kinds:
        cards = QApplication.focusWidget()
        assert isinstance(cards, ChangeList)
        seen.append(cards.accessibleName())
        press(_Key.Key_Right)
    assert seen == ["取消", "下放", "整合", "增加", "加强"]
    press(_Key.Key_Left)
    assert QApplication.focusWidget().accessibleName() == "增加"
    press(_Key.Key_Left, _Key.Key_Left, _Key.Key_Left, _Key.Key_End, _Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.CHANGE, 7)


def test_between_cards_and_table(window: MainWindow, press: Presser) -> None:
    board = next(button for button in window.changes.findChildren(QToolButton) if button.text() == "对照")
    board.setFocus()
    press(_Key.Key_Right)
    assert window.changes.table.isVisible()
    press(_Key.Key_Left)
    assert window.changes.board.isVisible()


def test_in_the_table_of_changes(window: MainWindow, press: Presser) -> None:
    window.changes.show_as_table(table=True)
    window.go_to(window.changes)
    table = window.changes.table
    press(_Key.Key_Home, _Key.Key_Down, _Key.Key_Right)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, ChangeColumn.SUBJECT)
    press(_Key.Key_Left, _Key.Key_Up)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, ChangeColumn.KIND)
    press(_Key.Key_Down, _Key.Key_Down, shift=True)
    assert table.chosen_rows == [0, 1, 2]
    press(_Key.Key_Down, _Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.CHANGE, 3)


def test_in_the_text(window: MainWindow, press: Presser) -> None:
    window.go_to(window.source)
    text = window.source.text
    text.go_to(0)
    press(_Key.Key_Right, _Key.Key_Right)
    assert text.place == 2
    press(_Key.Key_Left)
    assert text.place == 1
    press(_Key.Key_Right, _Key.Key_Right, shift=True)
    assert len(text.selected_span) == 2
    press(_Key.Key_Down)
    below = text.place
    assert below > 3
    press(_Key.Key_Up)
    assert text.place < below


def test_in_the_outline(window: MainWindow, press: Presser) -> None:
    outline = window.source.outline
    outline.setFocus()
    press(_Key.Key_Home, _Key.Key_Down)
    assert outline.currentIndex().data() == "一、职能转变"
    chapter = outline.currentIndex()
    press(_Key.Key_Left)
    assert not outline.isExpanded(chapter)
    press(_Key.Key_Right)
    assert outline.isExpanded(chapter)
    press(_Key.Key_Down, _Key.Key_Right, _Key.Key_Down)
    assert str(outline.currentIndex().data()).startswith("1.取消对传统工艺美术大师的认定")
    press(_Key.Key_Left)
    assert outline.currentIndex().data() == "（一）取消的职责"
    press(_Key.Key_Return)
    assert QApplication.focusWidget() is window.source.text


def test_in_the_facts_of_a_place(window: MainWindow, press: Presser) -> None:
    window.selection.select(FactRef(FactKind.MATTER, 0, 0))
    facts = window.source.facts
    facts.setFocus()
    press(_Key.Key_Home, _Key.Key_Down)
    assert facts.currentIndex().row() == 1
    press(_Key.Key_Up)
    assert facts.currentIndex().row() == 0


def test_in_the_trees_of_a_page(window: MainWindow, press: Presser) -> None:
    window.selection.select(FactRef(FactKind.BODY))
    for page in window.detail.findChildren(PageView):
        page.complete()  # what isn't in sight yet
    duties = next(view for view in window.detail.findChildren(FactTreeView) if view.accessibleName() == "主要职责")
    duties.setFocus()
    duties.enter(1)
    first = duties.currentIndex()
    press(_Key.Key_Right)
    assert duties.isExpanded(first)
    press(_Key.Key_Down)
    assert duties.facts.ref_at(duties.currentIndex()) == FactRef(FactKind.DUTY_ITEM, 0, 0)
    press(_Key.Key_Left)
    assert duties.currentIndex() == first
    press(_Key.Key_Left)
    assert not duties.isExpanded(first)
    press(_Key.Key_Up)
    assert QApplication.focusWidget() is not duties


def test_among_the_tabs(window: MainWindow, press: Presser) -> None:
    window.resize(911, 512)
    settle()
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.isVisible() and bar.count() == 7)
    bar.setFocus()
    press(_Key.Key_Right)
    assert window.duty_map.isVisible()
    press(_Key.Key_Right)
    assert window.splits.isVisible()
    press(_Key.Key_Right)
    assert window.review.isVisible()
    press(_Key.Key_Right)
    assert window.allocation.isVisible()
    press(_Key.Key_Right)
    assert window.changes.isVisible()
    press(*[_Key.Key_Left] * 5)
    assert window.source.isVisible()
    press(_Key.Key_Left)
    assert window.chart.isVisible()


def test_in_the_findings(window: MainWindow, press: Presser) -> None:
    window.dialogs.show_findings()
    dialog = window.findChild(FindingsDialog)
    assert dialog is not None
    dialog.view.setFocus()
    press(_Key.Key_Home, _Key.Key_Down)
    assert dialog.view.currentIndex().row() == 1
    press(_Key.Key_End, _Key.Key_Up)
    assert dialog.view.currentIndex().row() == dialog.view.model().rowCount() - 2
    dialog.close()


def test_in_the_list_of_keys(window: MainWindow, press: Presser) -> None:
    window.dialogs.show_keys()
    settle()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    press(_Key.Key_Down)
    assert QApplication.focusWidget() is dialog.view
    group = dialog.view.topLevelItem(0)
    assert group is not None
    assert dialog.view.currentItem().text(0) == "Tab / Shift+Tab"
    press(_Key.Key_Down)
    assert dialog.view.currentItem().text(0) == "Alt+F / F10"
    press(_Key.Key_Left)
    assert dialog.view.currentItem().text(0) == "窗口"
    press(_Key.Key_Left)
    assert not group.isExpanded()
    press(_Key.Key_Right)
    assert group.isExpanded()
    dialog.close()
