"""Scenarios made, renamed, copied, withdrawn, compared and exported through the tab."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.allocation.dialogs import ExportWarning, NameDialog
from eitc_desktop.gui.allocation.exporting import Exporting
from eitc_desktop.gui.allocation.page import AllocationPage
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.panes.allocation import AllocationPane
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.settings import Loaded, Settings
from tests.gui.allocation.conftest import count, make_scenario, put, put_elsewhere, shown_sheet
from tests.gui.conftest import settle

_D = TypeVar("_D", bound=QDialog)


def _dialog(home: QWidget, kind: type[_D]) -> _D:
    [found] = [dialog for dialog in home.findChildren(kind) if dialog.isVisible()]
    return found


def _names(page: AllocationPage) -> list[str]:
    return [page.bar.choice.itemText(i) for i in range(page.bar.choice.count())]


def test_nothing_is_made_or_imported_before_it_is_shown() -> None:
    code = (
        "import sys\n"
        "import eitc_desktop.gui.main_window\n"
        "from eitc_desktop.gui.panes.allocation import AllocationPane\n"
        "wrong = [m for m in sys.modules if m.startswith(('eitc_desktop.gui.allocation',"
        " 'eitc_desktop.reviewing.allocation', 'eitc_desktop.services.reviews.allocation', 'pyqtgraph', 'openpyxl'))]\n"
        "assert not wrong, wrong\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_hidden_pane_makes_nothing(qtbot: QtBot, tokens: Tokens, desk: ReviewDesk, opened: OpenedLibrary) -> None:
    pane = AllocationPane(tokens)
    qtbot.addWidget(pane)
    pane.show_provision(opened.provision, opened.mapping)
    pane.set_desk(desk)
    assert not pane.is_made


def test_the_first_scenario_is_made_by_key(page: AllocationPage, home: QWidget, qtbot: QtBot) -> None:
    assert page.home is page.first
    qtbot.keyClick(page.first, Qt.Key.Key_Return)
    dialog = _dialog(home, NameDialog)
    assert dialog.name.text() == "方案 1"
    dialog.name.setText("从紧方案")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert _names(page) == ["从紧方案"]
    assert page.home is page.table
    assert len(shown_sheet(page).rows) == 29


def test_who_reviews_is_asked_once(
    qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, review_file: Path, home: QWidget
) -> None:
    desk = ReviewDesk(tokens, Preferences(Loaded(Settings())), lambda _library: review_file, home)
    desk.show_library(opened)
    page = AllocationPage(tokens, home)
    page.show_provision(opened.provision)
    page.set_desk(desk)
    desk.changed.connect(page.refresh)
    page.make_scenario()
    [asked] = home.findChildren(ReviewerDialog)
    asked.name.setText("陈敏")
    asked.office.setText("办公室")
    asked.enter()
    qtbot.waitUntil(lambda: bool(home.findChildren(NameDialog)))
    home.findChildren(NameDialog)[0].enter()
    assert _names(page) == ["方案 1"]
    if desk.session is not None:
        desk.session.close()


def test_names_are_taken_once(page: AllocationPage, desk: ReviewDesk, home: QWidget, scenario: str) -> None:
    page.make_scenario()
    dialog = _dialog(home, NameDialog)
    assert dialog.name.text() == "方案 2"
    dialog.name.setText("方案 1")
    assert not dialog.enter_button.isEnabled()
    assert "已经有“方案 1”" in dialog.trouble.text()
    dialog.name.setText("  ")
    assert not dialog.enter_button.isEnabled()
    dialog.reject()


def test_a_scenario_is_renamed_copied_withdrawn_and_brought_back(
    page: AllocationPage, desk: ReviewDesk, home: QWidget, scenario: str
) -> None:
    put(page, desk, (1, 0, 12))
    page.rename_scenario()
    dialog = _dialog(home, NameDialog)
    dialog.name.setText("甲案")
    assert dialog.note is not None
    dialog.note.setPlainText("按现有职责")
    dialog.enter()
    assert _names(page) == ["甲案"]
    assert "说明：按现有职责" in page.view.told.text()
    page.copy_scenario()
    _dialog(home, NameDialog).enter()
    assert sorted(_names(page)) == ["甲案", "甲案（副本）"]
    assert shown_sheet(page).name == "甲案（副本）"
    assert count(page, 1, 0) == 12
    page.withdraw_scenario()
    assert _names(page) == ["甲案"]
    desk.undo()
    assert sorted(_names(page)) == ["甲案", "甲案（副本）"]


def test_another_body_gets_a_row(page: AllocationPage, desk: ReviewDesk, home: QWidget, scenario: str) -> None:
    page.add_body()
    dialog = _dialog(home, NameDialog)
    dialog.name.setText("办公室")
    assert not dialog.enter_button.isEnabled()
    dialog.name.setText("<b>市信息中心</b>")
    dialog.enter()
    assert shown_sheet(page).rows[-2].label == "<b>市信息中心</b>"
    menu = page.table.context_menu(page.view.model.index(28, 0))
    assert "删去这一单位" in [action.text() for action in menu.actions()]
    page.view.remove_body(28)
    assert len(shown_sheet(page).rows) == 29


def test_what_cannot_be_saved_stays_in_the_window(
    page: AllocationPage,
    desk: ReviewDesk,
    scenario: str,
    typed: Callable[..., QLineEdit],
    clipboard_text: Callable[[], str],
) -> None:
    assert desk.session is not None
    blocker = _blocking(desk.session.path)
    page.table.go_to(1, 0)
    typed("12")
    typed("13")
    strip = page.view.strip
    assert strip.holds
    assert "没有保存" in strip.words
    strip.buttons["复制内容"].click()
    assert clipboard_text() == "办公室\t机关行政编制\t12\n研究室\t机关行政编制\t13"
    blocker.rollback()
    blocker.close()
    strip.buttons["再试一次"].click()
    assert not strip.holds
    assert [count(page, i, 0) for i in (1, 2)] == [12, 13]


def test_a_remark_is_not_lost_by_escape(page: AllocationPage, home: QWidget, qtbot: QtBot, scenario: str) -> None:
    page.rename_scenario()
    dialog = _dialog(home, NameDialog)
    assert dialog.note is not None
    dialog.note.setPlainText("按现有职责")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    sheet = dialog.findChild(UnsavedSheet)
    assert isinstance(sheet, UnsavedSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.reject()
    next(one for one in dialog.findChildren(UnsavedSheet) if one.isVisible()).discard.click()
    assert not dialog.isVisible()
    page.rename_scenario()
    _dialog(home, NameDialog).reject()
    assert not [one for one in home.findChildren(NameDialog) if one.isVisible()]


def _blocking(path: Path):  # noqa: ANN202
    """Hold the file as another program would."""
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def test_a_provision_without_numbers_says_so(
    page: AllocationPage, desk: ReviewDesk, opened: OpenedLibrary, scenario: str
) -> None:
    page.show_provision(replace(opened.provision, quotas=()))
    assert page.home is page
    assert not page.bar.isVisible()
    page.show_provision(opened.provision)
    assert page.home is page.table


def test_two_scenarios_side_by_side(
    page: AllocationPage, desk: ReviewDesk, qtbot: QtBot, scenario: str, clipboard_text: Callable[[], str]
) -> None:
    put(page, desk, (1, 0, 12), (2, 0, 0), (3, 0, 5))
    put_elsewhere(page, desk, 3, 0, 6)
    second = make_scenario(page, desk, "方案 2")
    put(page, desk, (1, 0, 10), (3, 0, 5))
    page.choose(scenario)
    page.bar.comparing.click()
    view = page.compared
    assert page.home is view.table
    assert (view.first.currentData(), view.second.currentData()) == (scenario, second)
    rows = [[view.model.index(i, j).data() for j in range(3)] for i in range(6)]
    assert rows[2:5] == [["12", "10", "\u22122"], ["0", "空", "≠"], ["两稿", "5", "≠"]]
    assert rows[1] == ["空", "空", "—"]
    assert view.model.headerData(0, Qt.Orientation.Vertical) == "合计"  # in sight however long the table is
    view.first.setCurrentIndex(view.second.currentIndex())
    page.choose(second)
    page.compare()
    assert (view.first.currentData(), view.second.currentData()) == (scenario, second)  # the later minus the earlier
    view.only.setChecked(True)
    assert view.model.rowCount() == 4
    view.item.setCurrentIndex(view.item.count() - 1)
    assert view.model.columnCount() == 12
    view.copy_all()
    assert clipboard_text().splitlines()[2].startswith("（一）办公室\t12\t10\t\u22122")
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert page.home is page.table


def test_bars_are_drawn_in_both_palettes(page: AllocationPage, desk: ReviewDesk, tokens: Tokens, scenario: str) -> None:
    put(page, desk, *((i, 0, 10 + i % 3) for i in range(28)))
    make_scenario(page, desk, "方案 2")
    put(page, desk, *((i, 0, i % 15) for i in range(1, 26)))
    page.compare()
    page.compared.views.button(1).click()
    bars = page.compared.bars
    told = bars.findChildren(QWidget)
    assert any("（一）办公室：" in widget.accessibleDescription() for widget in told)
    for palette in (DARK, LIGHT):
        tokens.wear(palette, 100)
        QApplication.processEvents()
        picture = bars.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 200, 3)}
        assert palette.facts.unit.lower() in colours
        assert palette.surface.lower() in colours
    page.compared.item.setCurrentIndex(page.compared.item.count() - 1)
    page.compared.views.button(0).click()
    assert page.compared.model.columnCount() == 12


def test_nothing_is_exported_before_the_warning_is_confirmed(
    page: AllocationPage, desk: ReviewDesk, home: QWidget, qtbot: QtBot, scenario: str
) -> None:
    page.export()
    warning = _dialog(home, ExportWarning)
    assert not warning.go_on.isEnabled()
    qtbot.keyClick(warning, Qt.Key.Key_Return)
    assert warning.isVisible()
    qtbot.keyClick(warning, Qt.Key.Key_Escape)
    assert not home.findChildren(QFileDialog)
    page.export()
    warning = _dialog(home, ExportWarning)
    qtbot.keyClick(warning.known, Qt.Key.Key_Space)
    qtbot.keyClick(warning, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(home.findChildren(QFileDialog)))
    _dialog(home, QFileDialog).reject()


def test_the_file_bears_the_warning(
    page: AllocationPage, desk: ReviewDesk, opened: OpenedLibrary, qtbot: QtBot, scenario: str, tmp_path: Path
) -> None:
    put(page, desk, (1, 0, 12))
    exporting = Exporting(page._tokens, opened.provision, shown_sheet(page), page)
    with qtbot.waitSignal(exporting.exported):
        exporting.write(str(tmp_path / "方案.xlsx"))
    sheet = load_workbook(tmp_path / "方案.xlsx").worksheets[0]
    values = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("不是核定数" in value for value in values)


def test_it_works_in_a_small_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 512)
    window.go_to(window.allocation)
    QApplication.processEvents()
    page = window.allocation.page
    assert page.home.isVisible()
    assert window.size().height() <= 512
    assert page.first.isVisible()


@pytest.mark.parametrize("size", [(911, 512), (640, 360)])
def test_sums_stay_in_sight(
    page: AllocationPage, desk: ReviewDesk, home: QWidget, scenario: str, size: tuple[int, int]
) -> None:
    home.resize(*size)
    put(page, desk, *((i, 0, 10) for i in range(29)))
    QApplication.processEvents()
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
    QApplication.processEvents()
    foot = page.view.foot
    assert foot.isVisible()
    assert not foot.visibleRegion().isEmpty()
    assert foot.visibleRegion().boundingRect().height() == foot.height()
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.viewport().height() >= 50


def test_everything_by_key_in_the_whole_window(
    qtbot: QtBot, library_path: Path, tokens: Tokens, preferences: Preferences, review_file: Path
) -> None:
    window = make_window(library_path, tokens, preferences, lambda _library: review_file)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(window)
    assert not window.allocation.is_made
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.allocation.isVisible()
    page = window.allocation.page
    qtbot.keyClick(page.first, Qt.Key.Key_Space)
    dialog = _dialog(window, NameDialog)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    table = page.table
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, "1")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "2")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert count(page, 1, 0) == 12
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert count(page, 1, 0) is None
    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert count(page, 1, 0) == 12
    window.close()
