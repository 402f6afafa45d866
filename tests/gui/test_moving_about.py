from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui import history
from eitc_desktop.gui.dialogs.go_to_clause import GoToClauseDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.navigation import NavigationBar
from eitc_desktop.model.facts import FactKind, FactRef, fact_of_clause, facts_of
from eitc_desktop.model.provision import Provision

BODY = FactRef(FactKind.BODY)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(each, kind) for each in gc.get_objects())


def division(number: int) -> FactRef:
    return FactRef(FactKind.DIVISION, number)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests choose faster than any hand: nothing counts as passed by."""
    monkeypatch.setattr(history, "_PASSING", 0.0)


def chosen(window: MainWindow, *refs: FactRef) -> None:
    for ref in refs:
        window.selection.select(ref)
    settle()


def test_alt_and_the_arrows_lead_through_what_was_visited_in_every_pane(qtbot: QtBot, window: MainWindow) -> None:
    chosen(window, division(3), FactRef(FactKind.CHANGE, 8), division(11))
    for pane in (window.tree, window.detail, window.changes, window.source, window.duty_map, window.chart):
        window.go_to(pane)
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Left, ALT)
        assert window.selection.current == FactRef(FactKind.CHANGE, 8)
        assert window.detail.page is not None
        assert window.detail.page.ref == FactRef(FactKind.CHANGE, 8)
        qtbot.keyClick(focused, Qt.Key.Key_Right, ALT)
        assert window.selection.current == division(11)


def test_back_and_forward_are_offered_only_where_they_lead(qtbot: QtBot, window: MainWindow) -> None:
    menus = window.menus
    assert not menus.back.isEnabled()
    chosen(window, division(3))
    assert menus.back.isEnabled()
    assert not menus.forward.isEnabled()
    menus.back.trigger()
    assert window.selection.current == BODY
    assert not menus.back.isEnabled()
    assert menus.forward.isEnabled()


def test_the_mouse_has_its_own_buttons_for_it(qtbot: QtBot, window: MainWindow) -> None:
    chosen(window, division(3), division(4))
    place = window.source.text.mapTo(window, QPoint(40, 40))
    handle = window.windowHandle()
    qtbot.mouseClick(handle, Qt.MouseButton.BackButton, pos=place)  # pyright: ignore[reportArgumentType]
    assert window.selection.current == division(3)
    qtbot.mouseClick(handle, Qt.MouseButton.ForwardButton, pos=place)  # pyright: ignore[reportArgumentType]
    assert window.selection.current == division(4)


@pytest.mark.qt_log_ignore("^This plugin does not support raise", extend=True)
def test_they_work_over_a_pane_that_floats_too(qtbot: QtBot, window: MainWindow) -> None:
    chosen(window, division(3), division(4))
    for _ in range(2):  # a dock has another window each time it floats
        window.docks.detail.setFloating(True)
        settle()
        handle = window.docks.detail.windowHandle()
        assert handle is not window.windowHandle()
        place = window.detail.mapTo(window.docks.detail, QPoint(60, 60))
        qtbot.mouseClick(handle, Qt.MouseButton.BackButton, pos=place)  # pyright: ignore[reportArgumentType]
        assert window.selection.current == division(3)
        qtbot.mouseClick(handle, Qt.MouseButton.ForwardButton, pos=place)  # pyright: ignore[reportArgumentType]
        assert window.selection.current == division(4)
        window.docks.detail.setFloating(False)
        settle()


def test_a_clause_that_was_gone_to_is_a_place_to_come_back_to(
    qtbot: QtBot, window: MainWindow, provision: Provision
) -> None:
    chosen(window, division(3))
    clause = next(each for each in provision.clauses if each.heading == "人员编制")
    window.journey.visit_place(clause.span)
    chosen(window, division(4))
    window.history.go_back()
    assert window.source.text.place == clause.span.start
    assert window.selection.current == FactRef(FactKind.SECTION, 4)  # the chapter: no fact stands for the clause
    window.history.go_back()
    assert window.selection.current == division(3)
    window.history.go_forward()
    assert window.source.text.place == clause.span.start


def test_ctrl_g_goes_to_a_clause_and_back_comes_home(qtbot: QtBot, window: MainWindow, provision: Provision) -> None:
    chosen(window, division(3))
    window.go_to(window.tree)
    qtbot.keyClick(window.tree.view, Qt.Key.Key_G, CTRL)
    dialog = window.findChild(GoToClauseDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.line.hasFocus)
    qtbot.keyClicks(dialog.line, "3.12")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    clause = next(each for each in provision.clauses if provision.cite(each.span) == "三（十二）")
    assert clause.span.start <= window.source.text.place < clause.span.end
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.source.text, Qt.Key.Key_Left, ALT)
    assert window.source.text.place == provision.divisions[3].name.span.start


def test_places_visited_last_are_listed_with_their_clause_and_lead_there(qtbot: QtBot, window: MainWindow) -> None:
    chosen(window, division(11), FactRef(FactKind.DUTY, 6))
    window.menus.show_recent()
    words = [action.text() for action in window.menus.recent.actions()]
    assert [each.split()[-1] for each in words] == ["二（七）", "三（十二）", "引言"]
    assert words[1].startswith("都市产业处")
    window.menus.recent.actions()[1].trigger()
    assert window.selection.current == division(11)


def test_a_clause_that_no_fact_stands_for_is_listed_too(window: MainWindow, provision: Provision) -> None:
    facts = facts_of(provision)
    clause = next(each for each in provision.clauses if each.ordinal and fact_of_clause(facts, each) is None)
    window.journey.visit_clause(clause.span)
    place = window.source.text.place
    chosen(window, division(4))
    window.menus.show_recent()
    listed = window.menus.recent.actions()[1]
    assert listed.text().split()[-1] == provision.cite(clause.span)
    assert listed.text().startswith("".join(clause.span.of(provision.text).split())[:20])
    listed.trigger()
    assert window.source.text.place == place
    assert window.history.recent[0].span == clause.span
    window.history.go_back()
    assert window.source.text.place == provision.divisions[4].name.span.start


@pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_ctrl_e_drops_the_list_down_ready_for_the_arrows(qtbot: QtBot, window: MainWindow) -> None:
    chosen(window, division(11), division(12))
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    menu = window.menus.recent
    assert menu.isVisible()
    assert menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.selection.current == division(11)


def test_the_buttons_say_what_they_do_and_by_which_key(window: MainWindow) -> None:
    bar = window.menuBar().cornerWidget()
    assert isinstance(bar, NavigationBar)
    for button in bar.findChildren(QToolButton):
        assert not button.icon().isNull()
        keys = button.defaultAction().shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert keys in button.toolTip()
        assert button.defaultAction().text() in button.toolTip()


def test_another_provision_has_a_past_of_its_own(window: MainWindow, other_provisions: tuple[Provision, ...]) -> None:
    chosen(window, division(3))
    opened = window.opened
    assert opened is not None
    window.show_library(opened)
    assert not window.menus.back.isEnabled()
    window.menus.show_recent()
    assert len(window.menus.recent.actions()) == 1


class TestNarrow:
    """The same screen at 150 %: 911×512 logical pixels."""

    @pytest.fixture(autouse=True)
    def narrow(self, window: MainWindow) -> None:
        window.showNormal()
        window.resize(911, 512)
        settle()
        assert window.docks.is_narrow

    def test_details_are_a_drawer_one_key_away(self, qtbot: QtBot, window: MainWindow) -> None:
        assert window.detail.isVisible()
        window.go_to(window.detail)
        qtbot.keyClick(window.detail.home, Qt.Key.Key_Escape)
        assert not window.detail.isVisible()
        assert QApplication.focusWidget() is window.drawer.handle
        settle()
        wide = window.source.width()
        qtbot.keyClick(window.drawer.handle, Qt.Key.Key_2, CTRL)
        settle()
        assert window.detail.isVisible()
        assert window.detail.isAncestorOf(QApplication.focusWidget())
        assert window.source.width() < wide

    def test_the_handle_opens_and_closes_by_mouse_and_key(self, qtbot: QtBot, window: MainWindow) -> None:
        handle = window.drawer.handle
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton)
        assert not window.detail.isVisible()
        assert handle.accessibleName() == "打开详情"
        handle.setFocus()
        qtbot.keyClick(handle, Qt.Key.Key_Space)
        assert window.detail.isVisible()
        assert handle.accessibleName() == "关上详情"

    def test_changes_are_a_tab_one_key_away(self, qtbot: QtBot, window: MainWindow) -> None:
        qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
        assert window.changes.isVisible()
        assert not window.source.isVisible()
        qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
        assert window.source.isVisible()

    def test_choosing_goes_on_in_a_closed_drawer(self, window: MainWindow) -> None:
        window.drawer.set_open(open_=False)
        window.selection.select(division(11))
        window.drawer.set_open(open_=True)
        settle()
        assert window.detail.page is not None
        assert window.detail.page.ref == division(11)

    def test_enter_in_the_tree_opens_the_drawer(self, qtbot: QtBot, window: MainWindow) -> None:
        window.drawer.set_open(open_=False)
        window.go_to(window.tree)
        qtbot.keyClick(window.tree.view, Qt.Key.Key_Down)
        assert not window.detail.isVisible()
        qtbot.keyClick(window.tree.view, Qt.Key.Key_Return)
        assert window.detail.isVisible()

    def test_the_wide_layout_comes_back_as_it_was(self, window: MainWindow) -> None:
        window.resize(1300, 700)
        settle()
        window.docks.changes.close()
        window.resizeDocks([window.docks.tree], [250], Qt.Orientation.Horizontal)
        settle()
        width = window.tree.width()
        for size in ((911, 512), (1300, 700)):
            window.resize(*size)
            settle()
        assert window.tree.width() == width
        assert not window.docks.changes.isVisible()
        assert window.docks.detail.isVisible()
        assert window.detail.isVisible()

    def test_the_wide_layout_is_not_squeezed_by_a_narrow_phase(self, window: MainWindow) -> None:
        window.resize(1300, 700)
        settle()
        docks = window.docks
        window.resizeDocks([docks.tree, docks.detail], [380, 420], Qt.Orientation.Horizontal)
        window.resizeDocks([docks.changes], [300], Qt.Orientation.Vertical)
        settle()
        sizes = [dock.size() for dock in docks.all()]
        for _ in range(2):
            for size in ((911, 512), (1300, 700)):
                window.resize(*size)
                settle()
        assert [dock.size() for dock in docks.all()] == sizes

    def test_quick_changes_of_width_lose_nothing(self, window: MainWindow) -> None:
        window.resize(1300, 700)
        window.resize(900, 512)
        window.resize(1300, 700)
        settle()
        assert all(dock.isVisible() for dock in window.docks.all())
        window.resize(900, 512)
        settle()
        window.resize(1300, 700)
        window.resize(900, 512)
        settle()
        window.resize(1300, 700)
        settle()
        assert all(dock.isVisible() for dock in window.docks.all())

    def test_each_form_keeps_what_was_done_in_it(self, window: MainWindow) -> None:
        window.resizeDocks([window.docks.tree], [330], Qt.Orientation.Horizontal)
        window.drawer.set_pane_width(310)
        settle()
        for size in ((1300, 700), (911, 512)):
            window.resize(*size)
            settle()
        assert window.docks.tree.width() == 330
        assert window.detail.width() == 310

    def test_the_layout_is_restored_in_a_narrow_window_too(self, window: MainWindow) -> None:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.docks.tree)
        window.drawer.set_open(open_=False)
        settle()
        window.restore_layout()
        settle()
        assert window.dockWidgetArea(window.docks.tree) is Qt.DockWidgetArea.LeftDockWidgetArea
        assert window.detail.isVisible()
        window.resize(1300, 700)
        settle()
        assert all(dock.isVisible() for dock in window.docks.all())

    def test_tab_leads_by_the_handle_into_the_drawer(self, qtbot: QtBot, window: MainWindow) -> None:
        window.go_to(window.tree)
        seen: list[object] = []
        for _ in range(30):
            focused = QApplication.focusWidget()
            assert focused is not None
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
            if window.detail.isAncestorOf(QApplication.focusWidget()):
                break
        assert window.drawer.handle in seen
        assert seen.index(window.drawer.handle) < len(seen) - 1


def test_a_clause_asked_for_is_chosen_through_all_panes_with_the_keyboard_in_the_text(
    qtbot: QtBot, window: MainWindow, provision: Provision
) -> None:
    clause = next(each for each in provision.clauses if provision.cite(each.span) == "五（二）2")
    window.go_to(window.tree)
    window.journey.visit_clause(clause.span)
    settle()
    assert window.selection.current == FactRef(FactKind.MATTER, 1, 1)
    assert window.detail.page is not None
    assert window.detail.page.ref == FactRef(FactKind.MATTER, 1, 1)
    assert window.source.text.hasFocus()
    qtbot.keyClick(window.source.text, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "五（二）2" in QApplication.clipboard().text()


def test_a_chapter_asked_for_is_pointed_out_by_its_heading(window: MainWindow, provision: Provision) -> None:
    chapter = next(each for each in provision.clauses if each.heading == "人员编制")
    window.journey.visit_clause(chapter.span)
    assert [each.cursor.selectedText().strip() for each in window.source.text.extraSelections()] == ["四、人员编制"]
    assert window.source.facts.model().rowCount() > 3


def test_a_place_of_a_finding_comes_back_as_it_was(window: MainWindow, provision: Provision) -> None:
    words = provision.divisions[4].name.span
    window.journey.visit_place(words)
    chosen(window, division(9))
    window.history.go_back()
    assert [each.cursor.selectedText() for each in window.source.text.extraSelections()] == [words.of(provision.text)]


def test_copying_from_a_menu_opened_by_key_copies_in_the_pane_it_was_opened_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    chosen(window, division(11))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to(window.tree)
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    QApplication.clipboard().clear()
    window.copy()
    assert "都市产业处" in QApplication.clipboard().text()


def test_what_copies_nothing_by_itself_says_so_or_copies_the_sentence_of_the_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    chosen(window, division(11))
    button = window.changes.findChildren(QToolButton)[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_C, CTRL)
    assert "没有可复制" in window.status.notice
    qtbot.keyClick(button, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text().endswith("三（十二）“都市产业处（创意与设计产业处）”")


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_text_grows_with_and_without_shift(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    with qtbot.waitSignal(window.text_size_wanted) as asked:
        qtbot.keyClick(window, key, CTRL)
    assert asked.args == [1]


def test_the_changes_stay_in_front_when_the_window_becomes_narrow_under_the_reader(
    window: MainWindow,
) -> None:
    window.activateWindow()
    window.go_to(window.changes)
    window.resize(911, 512)
    settle()
    assert window.changes.isVisible()


def test_the_chosen_unit_can_be_gone_to_again_after_reading_elsewhere(
    qtbot: QtBot, window: MainWindow, provision: Provision
) -> None:
    chosen(window, division(5))
    view = window.tree.view
    row = QPersistentModelIndex(view.currentIndex())
    chapter = next(each for each in provision.clauses if each.heading == "职能转变")
    window.journey.visit_clause(chapter.span)
    settle()
    unit = view.model().index(row.row(), 0, row.parent())
    view.scrollTo(unit)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(unit).center())
    settle()
    assert window.source.text.place == provision.divisions[5].name.span.start
    window.history.go_back()
    assert window.source.text.place == chapter.span.start


def test_dragging_the_border_from_narrow_to_wide_squeezes_nothing(window: MainWindow) -> None:
    window.resize(1340, 700)
    settle()
    widths = [dock.width() for dock in (window.docks.tree, window.docks.detail)]
    for start in (900, 1005):
        window.resize(900, 700)
        settle()
        for width in range(start, 1341, 20):
            window.resize(width, 700)
            settle()
        window.resize(1340, 700)
        settle()
        assert [dock.width() for dock in (window.docks.tree, window.docks.detail)] == widths


def test_the_keyboard_stays_in_a_pane_that_is_moved(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for pane in (window.detail, window.changes):
        window.resize(1300, 700)
        settle()
        window.go_to(pane)
        for size in ((911, 512), (1300, 700)):
            window.resize(*size)
            settle()
            focused = QApplication.focusWidget()
            assert focused is not None
            assert pane.isAncestorOf(focused)


def test_pages_of_a_provision_go_with_it(window: MainWindow) -> None:
    opened = window.opened
    assert opened is not None
    before = alive(FactPages)
    for _ in range(5):
        window.show_library(opened)
    assert alive(FactPages) <= before


def test_a_fact_chosen_already_is_gone_to_again_from_a_place_without_one(
    window: MainWindow, provision: Provision
) -> None:
    chosen(window, division(5))
    window.journey.visit_place(provision.divisions[20].name.span)
    window.journey.choose(division(5))
    assert window.source.text.place == provision.divisions[5].name.span.start
    window.history.go_back()
    assert window.source.text.place == provision.divisions[20].name.span.start
