from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractSlider, QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.dialogs.about import AboutDialog
from eitc_desktop.gui.dialogs.findings import FindingsDialog
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.dock_title import DockTitle
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.theme import DARK, Tokens
from eitc_desktop.linking import map_provision
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision

BODY = FactRef(FactKind.BODY)
DIVISION = FactRef(FactKind.DIVISION, 11)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def highlighted(window: MainWindow) -> str:
    return "".join(each.cursor.selectedText() for each in window.source.text.extraSelections())


def on_screen(window: MainWindow, widget: QWidget) -> bool:
    corner = widget.mapTo(window, QPoint(0, 0))
    inside = window.rect().contains(corner) and window.rect().contains(corner + QPoint(widget.width() - 1, 0))
    return widget.isVisible() and not widget.visibleRegion().isEmpty() and inside


def actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        below = QMenu.menuInAction(action)
        found += actions(below) if isinstance(below, QMenu) else [action]
    return found


def action(window: MainWindow, words: str, *below: str) -> QAction:
    menus = [QMenu.menuInAction(top) for top in window.menuBar().actions()]
    if below:
        inner = [each for menu in menus if isinstance(menu, QMenu) for each in menu.actions()]
        menus = [QMenu.menuInAction(next(each for each in inner if each.text() == words))]
        words = below[0]
    every = [each for menu in menus if isinstance(menu, QMenu) for each in actions(menu)]
    return next(each for each in every if each.text().startswith(words))


def test_all_panes_and_the_text_are_on_the_screen_at_first_start(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (1366, 768)
    for pane in (window.tree, window.detail, window.changes, window.source):
        assert on_screen(window, pane)
        assert pane.width() >= 300
        assert pane.height() >= 200


def test_the_body_is_selected_at_first(window: MainWindow, provision: Provision) -> None:
    assert window.selection.current == BODY
    assert highlighted(window) == provision.body.text
    assert window.tree.view.currentIndex().data(UnitRole.REF) == BODY
    assert window.detail.page is not None
    assert window.detail.page.ref == BODY


def test_what_is_shown_comes_from_the_database(window: MainWindow, provision: Provision) -> None:
    assert window.opened is not None
    assert window.opened.provision == provision


def test_one_selection_runs_through_all_panes(window: MainWindow, provision: Provision) -> None:
    for ref in (DIVISION, FactRef(FactKind.QUOTA, 3), FactRef(FactKind.CHANGE, 9), FactRef(FactKind.HOSTED_OFFICE, 1)):
        window.tree.fact_chosen.emit(ref)
        assert window.selection.current == ref
        assert window.detail.page is not None
        assert window.detail.page.ref == ref
        assert highlighted(window)
    assert window.tree.view.currentIndex().data() == provision.hosted_offices[1].name.text


def test_a_clause_mark_shows_the_clause_and_keeps_the_selection(window: MainWindow, provision: Provision) -> None:
    window.selection.select(DIVISION)
    window.detail.clause_requested.emit(FactRef(FactKind.QUOTA, 0))
    assert highlighted(window) == provision.quotas[0].span.of(provision.text)
    assert window.selection.current == DIVISION


def test_a_place_in_the_text_selects_through_all_panes(qtbot: QtBot, window: MainWindow) -> None:
    window.source.text.go_to(window.opened.provision.divisions[20].span.start)  # type: ignore[union-attr]
    place = window.source.facts.visualRect(window.source.facts.model().index(0, 0)).center()
    qtbot.mouseClick(window.source.facts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.selection.current == FactRef(FactKind.DIVISION, 20)
    assert window.tree.view.currentIndex().data() == "信息安全处"


def test_status_line_tells_identity_and_reading(window: MainWindow) -> None:
    assert window.status.identity.text().startswith("标题、文号、印发日期、施行日期：原文未载明 · 设立依据 厅字")
    assert window.status.findings.text() == "未识别 0 句 · 核查结果 5 条"


def test_status_line_names_the_database(window: MainWindow, library_path: Path) -> None:
    assert window.status.file.text() == library_path.name
    assert str(library_path) in window.status.file.toolTip()
    assert window.status.file.isVisible()


def test_a_notice_covers_the_identity_and_goes(qtbot: QtBot, window: MainWindow, tokens: Tokens) -> None:
    window.tree.notice_given.emit("已复制")
    assert window.status.notice == "已复制"
    tokens.wear(DARK, 110)
    settle()
    assert not window.status.identity.isVisible()
    assert window.status.validity.isVisible()
    qtbot.waitUntil(lambda: not window.status.notice, timeout=8000)
    assert window.status.identity.isVisible()


# so says the offscreen platform of a floating dock
@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
@pytest.mark.parametrize("name", ["tree", "detail", "changes"])
def test_a_floating_pane_has_a_frame_a_size_and_a_place_on_the_screen(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    dock = getattr(window.docks, name)
    old = QRect(dock.mapToGlobal(QPoint(0, 0)), dock.size())
    action(window, "浮动窗格", dock.windowTitle()).trigger()
    settle()
    place = dock.geometry()
    assert dock.isFloating()
    assert window.screen().availableGeometry().contains(place)
    assert place.topLeft() != old.topLeft()
    assert place.width() >= 400
    assert place.height() >= 380
    assert dock.titleBarWidget().y() >= 1  # room for the frame
    action(window, "浮动窗格", dock.windowTitle()).trigger()
    assert not dock.isFloating()


def test_the_tab_shown_has_the_whole_window_and_gives_it_back(window: MainWindow) -> None:
    whole = action(window, "只看当前页签")
    window.docks.detail.close()
    settle()
    before = window.docks.tree.width(), window.docks.changes.height()
    window.tree.home.setFocus()
    whole.trigger()
    settle()
    assert whole.isChecked()
    assert not any(dock.isVisible() for dock in window.docks.all())
    assert window.source.width() == window.width()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.source.isAncestorOf(focused)  # not lost with the pane that had it
    whole.trigger()
    settle()
    assert [dock.isVisible() for dock in window.docks.all()] == [True, False, True]
    assert (window.docks.tree.width(), window.docks.changes.height()) == before


def test_how_the_panes_stand_is_remembered_though_they_are_put_aside(window: MainWindow) -> None:
    window.docks.detail.close()
    settle()
    known = window.docks.layouts
    action(window, "只看当前页签").trigger()
    settle()
    assert window.docks.layouts == known
    window.restore_layout()
    settle()
    assert not action(window, "只看当前页签").isChecked()
    assert all(dock.isVisible() for dock in window.docks.all())


def test_a_pane_called_while_the_others_are_put_aside_comes(window: MainWindow) -> None:
    action(window, "只看当前页签").trigger()
    window.go_to(window.tree)
    settle()
    assert [dock.isVisible() for dock in window.docks.all()] == [True, False, False]


def test_in_a_narrow_window_the_drawer_is_put_aside_too(window: MainWindow) -> None:
    window.resize(911, 512)
    settle()
    whole = action(window, "只看当前页签")
    whole.trigger()
    settle()
    assert not window.drawer.is_open
    assert not window.docks.tree.isVisible()
    whole.trigger()
    settle()
    assert window.drawer.is_open
    assert window.docks.tree.isVisible()


# so says the offscreen platform of a floating dock
@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_layout_is_restored(window: MainWindow) -> None:
    window.docks.tree.close()
    window.docks.detail.close()
    window.docks.changes.setFloating(True)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.docks.changes)
    action(window, "恢复布局").trigger()
    settle()
    assert [dock.isVisible() for dock in window.docks.all()] == [True, True, True]
    assert window.dockWidgetArea(window.docks.changes) is Qt.DockWidgetArea.BottomDockWidgetArea
    assert abs(window.docks.tree.width() - 304) < 4


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_the_chosen_fact_stays_in_sight_when_the_layout_is_restored(window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.CHANGE, 14))
    settle()
    window.docks.changes.setFloating(True)
    window.docks.detail.hide()
    settle()
    window.source.text.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    settle()
    action(window, "恢复布局").trigger()
    settle()
    text = window.source.text
    (highlight,) = text.extraSelections()
    place = text.cursorRect(highlight.cursor)  # pyright: ignore[reportAttributeAccessIssue]
    assert text.viewport().rect().contains(place)


# so says the offscreen platform of a floating dock
@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_a_dock_floats_and_closes_by_its_own_buttons(qtbot: QtBot, window: MainWindow) -> None:
    title = window.docks.detail.titleBarWidget()
    assert isinstance(title, DockTitle)
    qtbot.mouseClick(title.float_button, Qt.MouseButton.LeftButton)
    assert window.docks.detail.isFloating()
    qtbot.mouseClick(title.float_button, Qt.MouseButton.LeftButton)
    assert not window.docks.detail.isFloating()
    qtbot.mouseClick(title.close_button, Qt.MouseButton.LeftButton)
    assert not window.docks.detail.isVisible()


def test_panes_are_shown_and_hidden_from_the_menu(window: MainWindow) -> None:
    shown = action(window, "机构树")
    assert shown.isChecked()
    shown.trigger()
    assert not window.docks.tree.isVisible()


def test_a_narrow_window_keeps_everything_within_reach(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 512)
    settle()
    assert window.width() == 911
    assert window.docks.is_narrow
    for pane in (window.tree, window.detail, window.source):
        assert on_screen(window, pane)
        assert pane.width() >= 220
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert on_screen(window, window.changes)
    window.resize(1366, 768)
    settle()
    assert window.docks.changes.isVisible()
    assert on_screen(window, window.source)
    assert window.docks.changes.widget() is window.changes


def test_no_english_in_the_menus(window: MainWindow) -> None:
    for top in window.menuBar().actions():
        menu = QMenu.menuInAction(top)
        assert isinstance(menu, QMenu)
        for each in (top, *actions(menu)):
            words = re.sub(r"\(&\w\)|\t.*", "", each.text())
            assert not re.search(r"[A-Za-z]", words), words


def test_findings_lead_to_their_place(qtbot: QtBot, window: MainWindow, provision: Provision) -> None:
    window.dialogs.show_findings()
    dialog = window.findChild(FindingsDialog)
    assert dialog is not None
    assert dialog.view.model().rowCount() == len(provision.findings) + 1  # and what the mapping noticed
    dialog.place_requested.emit(provision.divisions[2].span)
    assert highlighted(window) == "人事教育处"
    dialog.close()


def test_copy_from_the_menu_reaches_the_pane_with_the_keyboard(window: MainWindow) -> None:
    window.activateWindow()
    window.selection.select(DIVISION)
    window.go_to(window.tree)
    action(window, "复制").trigger()
    assert QApplication.clipboard().text().endswith("三（十二）“都市产业处（创意与设计产业处）”")


def test_a_library_of_several_provisions_offers_them(qtbot: QtBot, window: MainWindow) -> None:
    opened = window.opened
    assert opened is not None
    other = replace(opened.summaries[0], id=99, issued="2020年1月1日")
    window.show_library(replace(opened, summaries=(*opened.summaries, other)))
    offered = action(window, "上海市经济和信息化委员会 · 2020年1月1日")
    with qtbot.waitSignal(window.provision_requested) as asked:
        offered.trigger()
    assert asked.args == [99]


def test_a_missing_library_leaves_a_window_with_ways_out(
    qtbot: QtBot,
    tokens: Tokens,
    tmp_path: Path,
    library_path: Path,
) -> None:
    place = tmp_path / "文件 夹" / "库.db"
    window = make_window(place, tokens)
    qtbot.addWidget(window)
    window.show()
    assert window.failure.isVisible()
    assert "找不到数据库文件" in window.failure.message
    assert not window.docks.tree.isVisible()
    place.parent.mkdir()
    shutil.copy(library_path, place)
    qtbot.mouseClick(window.failure.retry_button, Qt.MouseButton.LeftButton)
    settle()
    assert window.opened is not None
    assert not window.failure.isVisible()
    for pane in (window.tree, window.detail, window.changes, window.source):
        assert on_screen(window, pane)


def test_another_library_is_chosen_after_a_failure(
    qtbot: QtBot,
    tokens: Tokens,
    tmp_path: Path,
    library_path: Path,
) -> None:
    (tmp_path / "坏.db").write_bytes(b"nonsense" * 200)
    window = make_window(tmp_path / "坏.db", tokens)
    qtbot.addWidget(window)
    window.show()
    assert "不是数据库文件" in window.failure.message
    window.database_requested.emit(library_path)
    assert window.opened is not None


def test_the_way_out_is_out(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> None:
    window = make_window(tmp_path / "无.db", tokens)
    qtbot.addWidget(window)
    window.show()
    qtbot.mouseClick(window.failure.quit_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_a_library_that_fails_later_leaves_the_one_shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.database_requested.emit(tmp_path / "无.db")
    box = window.findChild(MessageDialog)
    assert box is not None
    assert "找不到数据库文件" in box.words
    box.close()
    assert window.opened is not None
    assert not window.failure.isVisible()


def test_open_asks_for_a_file_without_blocking(window: MainWindow) -> None:
    window.dialogs.choose_database()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert [dialog.windowTitle() for dialog in dialogs] == ["打开数据库"]
    shown = [
        each.text() for kind in (QLabel, QPushButton) for each in dialogs[0].findChildren(kind) if each.isVisible()
    ]
    assert len(shown) >= 5
    assert not [words for words in shown if re.search(r"[A-Za-z]{2}", words)]
    dialogs[0].close()


def test_about_says_what_it_is(window: MainWindow) -> None:
    action(window, "关于").trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert "不是正式文件，以正式印发文本为准" in dialog.text
    assert "未识别 0 句，不代表识别无误" in dialog.text
    dialog.close()


def test_another_agency_takes_the_place_of_the_first(
    window: MainWindow, other_provisions: tuple[Provision, ...]
) -> None:
    """Nothing of one agency may stay on the screen when another is opened."""
    opened = window.opened
    assert opened is not None
    for each in (*other_provisions, opened.provision):
        window.show_library(replace(opened, provision=each, mapping=map_provision(each, {})))
        settle()
        assert each.body.text in window.windowTitle()
        assert window.detail.page is not None
        assert window.detail.page.ref == BODY
        assert highlighted(window) == each.body.text
        assert window.source.text.toPlainText() == each.text
