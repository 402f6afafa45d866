"""How the pane shares its room: filters that fold away, a short table, and no scroll bar over nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QSplitter
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Opinion, OpinionCategory

FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def many(enter: Callable[..., str]) -> list[str]:
    return [enter(FIRST, Opinion(OpinionCategory.OPINION, f"第{i}条", "", "", "办公室", "陈敏")) for i in range(9)]


def rows_seen(pane: ReviewPane) -> int:
    table = pane.page.table
    return table.viewport().height() // table.rowHeight(0)


def test_four_rows_are_seen_in_a_small_window(pane: ReviewPane, many: list[str]) -> None:
    pane.resize(352, 413)  # as in a window of 911×512
    pane.show_entry(many[0])
    settle()
    bar = pane.page.bar
    assert bar.is_folded
    assert not bar.category.isVisible()
    assert bar.height() < 2 * bar.add.height()
    assert rows_seen(pane) >= 4
    assert pane.page.entry.withdraw.isVisible()


def test_filters_unfold_and_those_in_force_stay_in_sight(qtbot: QtBot, pane: ReviewPane, many: list[str]) -> None:
    pane.resize(352, 413)
    settle()
    bar = pane.page.bar
    bar.filters.click()
    assert all(one.isVisible() for one in (bar.category, bar.clause, bar.words, bar.grouped, bar.count))
    bar.category.setCurrentIndex(bar.category.findData("意见"))
    bar.filters.click()
    assert bar.category.isVisible()
    assert bar.count.isVisible()
    assert not bar.clause.isVisible()
    pane.page.step_back()
    assert not bar.category.isVisible()
    pane.go_to_filter()
    assert bar.words.hasFocus()
    pane.resize(900, 700)
    settle()
    assert not bar.filters.isVisible()
    assert bar.clause.isVisible()


def test_what_a_short_table_leaves_is_the_entrys(pane: ReviewPane, many: list[str], drafts: str) -> None:
    pane.resize(700, 408)  # as in a window of 1366×768
    pane.show_only_drafts()
    pane.show_entry(drafts)
    settle()
    table = pane.page.table
    assert table.height() < 2.5 * table.rowHeight(0) + table.horizontalHeader().height()
    buttons = [one for one in pane.page.entry.findChildren(QPushButton) if one.text() == "采用此稿"]
    assert len(buttons) == 2
    for button in buttons:
        assert button.visibleRegion().boundingRect() == button.rect()
    pane.page.step_back()
    settle()
    assert table.height() > 2.5 * table.rowHeight(0) + table.horizontalHeader().height()


def test_room_shared_by_hand_stays_so(qtbot: QtBot, pane: ReviewPane, many: list[str]) -> None:
    splitter = pane.page.findChild(QSplitter)
    handle = splitter.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle - QPoint(0, 60))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    before = splitter.sizes()
    pane.page.bar.words.setText("第1条")
    settle()
    assert splitter.orientation() is Qt.Orientation.Vertical
    assert splitter.sizes() == before


def test_an_empty_pane_has_nothing_to_scroll(pane: ReviewPane) -> None:
    pane.resize(700, 408)
    settle()
    assert pane.page.is_empty
    bars = [one for one in pane.findChildren(QScrollBar) if one.isVisible()]
    assert bars == []


@pytest.mark.parametrize("name", ["grouped", "conflicts", "withdrawn"])
def test_toggles_have_a_border_before_they_are_pressed(pane: ReviewPane, name: str) -> None:
    button = getattr(pane.page.bar, name)
    assert "border-color" in button.styleSheet()
    assert "checked" in button.styleSheet()
