"""The box that searches everything, and the list below it, by key and by mouse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui import search_desk
from eitc_desktop.gui.dialogs.keys import uses_of
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.search_hits import SearchHitsModel, SearchRole
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.search_box import SearchBox
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.services.search import Found, ProvisionSearch
from eitc_desktop.settings import Language
from eitc_desktop.store import open_library

CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def box(qtbot: QtBot, window: MainWindow) -> SearchBox:
    """The box, with the keyboard in it."""
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = QApplication.focusWidget()
    assert isinstance(line, SearchBox)
    return line


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine finds at once, too."""
    monkeypatch.setattr(search_desk, "_AT_ONCE", 60.0)


def rows(window: MainWindow) -> list[str]:
    """Return what the list says, row by row."""
    model = window.search.popup.model
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def current(window: MainWindow) -> Found:
    hit = window.search.popup.current
    assert hit is not None
    return hit


def said(window: MainWindow) -> str:
    label = window.search.popup.findChild(WrappedLabel)
    assert label is not None
    assert label.isVisible()
    return label.text()


def test_hits_stand_in_groups_below_the_box_while_the_keyboard_stays_in_it(
    qtbot: QtBot, window: MainWindow, box: SearchBox
) -> None:
    box.insert("信息")
    popup = window.search.popup
    assert popup.isVisible()
    assert box.hasFocus()
    listed = rows(window)
    assert listed[0] == "机构 6"
    assert listed[1] == "机构：上海市经济和信息化委员会 引言"
    headings = [words.split()[0] for words in listed if "：" not in words]
    assert headings == ["机构", "职责分项", "职能转变", "分工事项", "条款"]
    assert popup.y() >= box.mapTo(window, QPoint(0, box.height())).y()
    assert popup.geometry().right() <= window.width()
    assert popup.view.visualRect(popup.model.index(0, 0)).top() == 0  # the first heading is seen
    box.insert("安全")
    assert rows(window)[1] == "机构：信息安全处 三（二十一）"
    box.clear()
    assert not popup.isVisible()


def test_arrows_lead_from_hit_to_hit_and_enter_goes_there(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    box.insert("信息")
    for _ in range(2):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert current(window).words == "软件和信息服务业处"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert current(window).words == "电子信息产业处"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.DIVISION, 12)
    assert not window.search.popup.isVisible()
    assert window.source.isAncestorOf(QApplication.focusWidget())
    assert window.history.can_go_back
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert box.selectedText() == "信息"
    assert window.search.popup.isVisible()


def test_pages_and_ends_never_rest_on_a_heading(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    box.insert("信息")
    first = current(window)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert current(window) == first
    qtbot.keyClick(box, Qt.Key.Key_PageDown)
    assert current(window) != first
    seen = [current(window)]
    for _ in range(80):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        if current(window) != seen[-1]:
            seen.append(current(window))
    assert len(set(seen)) == len(seen)
    assert rows(window)[-1].endswith(f"{current(window).words} {current(window).place}")
    for _ in range(9):
        qtbot.keyClick(box, Qt.Key.Key_PageUp)
    assert current(window) == first
    assert window.search.popup.view.visualRect(window.search.popup.model.index(0, 0)).top() == 0


def test_a_clause_without_a_fact_is_gone_to_by_its_place(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    box.insert("人员编制")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.opened is not None
    start = window.opened.provision.text.index("四、人员编制")
    assert start <= window.source.text.place <= start + len("四、人员编制")


def test_the_mouse_chooses_too(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    qtbot.keyClicks(box, "dscy")
    view = window.search.popup.view
    place = view.visualRect(window.search.popup.model.index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box.hasFocus()  # a heading leads nowhere
    place = view.visualRect(window.search.popup.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.selection.current == FactRef(FactKind.DIVISION, 11)


def test_esc_puts_the_list_away_and_gives_the_keyboard_back(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.go_to(window.detail)
    before = QApplication.focusWidget()
    chosen = window.selection.current
    qtbot.keyClick(before, Qt.Key.Key_K, CTRL)
    box = window.ways.search_box
    box.insert("信息")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert not window.search.popup.isVisible()
    assert window.selection.current == chosen
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert window.search.popup.isVisible()
    window.go_to(window.tree)
    assert not window.search.popup.isVisible()


def test_nothing_found_says_what_can_be_searched(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    box.setText("電子商務")
    assert said(window).startswith("没有找到“電子商務”。")
    assert "拼音" in said(window)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.hasFocus()
    for odd in ('"', "a OR b", "🙂", "x" * 10_000, "<b>信息</b>"):
        box.setText(odd)
        assert said(window).startswith("没有找到“")
    box.setText("信")
    assert window.search.popup.view.isVisible()


def test_what_is_composed_is_not_searched_for(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    def compose(preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(box, event)

    for preedit in ("x", "xin", "xin xi"):
        compose(preedit)
        assert not window.search.popup.isVisible()
    compose("", "信息")
    first = current(window)
    compose("an")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(box, key)
        assert box.hasFocus()
        assert current(window) == first
    compose("", "安全")
    assert current(window).words == "信息安全处"


def test_what_takes_long_is_searched_for_beside_the_window_and_the_newest_wins(
    qtbot: QtBot, window: MainWindow, box: SearchBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_desk, "_AT_ONCE", -1.0)
    for words in ("信", "信息", "无线电"):
        box.setText(words)
    qtbot.waitUntil(window.search.popup.isVisible)
    assert current(window).words == "负责本市无线电管理工作"
    box.setText("信息")
    box.setText("")
    qtbot.waitUntil(lambda: not window.search.is_searching)
    assert not window.search.popup.isVisible()


def test_a_library_that_is_gone_is_told_of(qtbot: QtBot, tmp_path: Path, library_path: Path, tokens: Tokens) -> None:
    place = tmp_path / "库.db"
    place.write_bytes(library_path.read_bytes())
    window = make_window(place, tokens)
    qtbot.addWidget(window)
    window.show()
    settle()
    place.unlink()
    window.activateWindow()
    window.search.call()
    window.ways.search_box.setText("信息")
    assert "库.db" in said(window)
    window.close()


def test_nothing_is_made_or_imported_before_words_are_typed(library_path: Path, repository: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from eitc_desktop.app import make_application, make_tokens, make_window\n"
        "from PySide6.QtWidgets import QApplication\nfrom eitc_desktop.gui.theme import LIGHT\n"
        "app = QApplication([])\nmake_application()\n"
        "window = make_window(Path(sys.argv[1]), make_tokens(app, LIGHT))\nwindow.show()\napp.processEvents()\n"
        "print(*sorted(name for name in sys.modules if 'search' in name and 'eitc' in name))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(library_path)], cwd=repository, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["eitc_desktop.gui.search_desk", "eitc_desktop.gui.widgets.search_box"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("width", [911, 1366])
def test_the_box_and_the_menus_leave_each_other_room(
    qtbot: QtBot, library_path: Path, tokens: Tokens, qapp: QApplication, language: Language, size: int, width: int
) -> None:
    tokens.wear(LIGHT, size)
    install_translations(qapp, language)
    window = make_window(library_path, tokens)
    qtbot.addWidget(window)
    window.resize(width, 512)
    window.show()
    settle()
    bar, ways = window.menuBar(), window.ways
    assert ways.search_box.width() >= 160
    last = max(bar.actionGeometry(action).right() for action in bar.actions())
    assert last < ways.x() + ways.layout().contentsMargins().left()
    assert ways.geometry().right() <= bar.width()
    assert ways.search_box.geometry().right() <= ways.width()
    window.close()
    install_translations(qapp, Language.CHINESE)


@pytest.mark.parametrize("size", [80, 200])
def test_the_list_stays_in_a_small_window(window: MainWindow, box: SearchBox, tokens: Tokens, size: int) -> None:
    window.resize(911, 512)
    settle()
    box.setText("信息")
    tokens.wear(DARK, size)
    settle()
    popup = window.search.popup
    assert window.rect().contains(popup.geometry())
    assert popup.view.visualRect(popup.model.index(0, 0)).height() >= box.fontMetrics().height()


def test_marks_are_seen(window: MainWindow, box: SearchBox) -> None:
    box.setText("都市")
    settle()
    view = window.search.popup.view
    before = view.grab().toImage()
    box.setText("产业处 都市")
    settle()
    assert view.grab().toImage() != before


def test_the_list_is_heard(qtbot: QtBot, window: MainWindow, box: SearchBox) -> None:
    QAccessible.setActive(True)
    try:
        qtbot.keyClicks(box, "dscy")
        view = QAccessible.queryAccessibleInterface(window.search.popup.view)
        assert view is not None
        assert view.role() is QAccessible.Role.List
        assert view.text(QAccessible.Text.Name) == "查找结果"
        said_there = [view.child(row).text(QAccessible.Text.Name) for row in range(view.childCount())]
        assert said_there == ["机构 1", "机构：都市产业处（创意与设计产业处） 三（十二）"]
        line = QAccessible.queryAccessibleInterface(box)
        assert line is not None
        assert line.text(QAccessible.Text.Name) == "查找"
    finally:
        QAccessible.setActive(False)


def test_f1_and_the_menu_tell_of_it(window: MainWindow) -> None:
    told = [(use.place, use.keys, use.words) for use in uses_of(window.menuBar(), ())]
    assert ("窗口", "Ctrl+K", "编辑：查找") in told
    assert "转到这条结果" in [words for place, _, words in told if place == "查找框"]


def test_the_model_is_a_sound_one(library_path: Path, qapp: QApplication) -> None:
    model = SearchHitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with open_library(library_path) as library:
        search = ProvisionSearch(1, library.load(1), library.name_keys(1))
        for query in ("信息", "", "x"):
            model.show_groups(search.find(library, query))
    assert isinstance(tester.model(), QAbstractItemModel)
    assert model.index(0, 0).flags() == Qt.ItemFlag.NoItemFlags
    assert isinstance(model.index(1, 0).data(SearchRole.LINE), Found)
