"""职能转变 on the real provision: cards, table, filters, keys and copies."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo, QHelpEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.changes import ChangeColumn, ChangeRole
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.change_table import CellDelegate
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision) -> ChangesPane:
    pane = ChangesPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(1366, 240)
    pane.show_provision(provision)
    pane.show()
    qtbot.waitExposed(pane)
    QApplication.processEvents()
    return pane


def heads(pane: ChangesPane) -> list[str]:
    return [column.head.words for column in pane.board.columns if column.isVisibleTo(pane)]


def cards(pane: ChangesPane, kind: ChangeKind) -> ChangeList:
    return next(column.list for column in pane.board.columns if column.kind is kind)


def change(index: int) -> FactRef:
    return FactRef(FactKind.CHANGE, index)


def test_columns_stand_side_by_side_with_their_numbers(pane: ChangesPane) -> None:
    assert heads(pane) == ["✕ 取消 8", "↓ 下放 2", "→ 整合 1", "＋ 增加 1", "↑ 加强 4"]
    assert pane.count_words == "显示 16 / 16"
    edges = [column.mapTo(pane, QPoint(0, 0)).x() for column in pane.board.columns]
    assert edges == sorted(set(edges))


def compose(pane: ChangesPane, words: str) -> None:
    """Type Chinese as an input method does."""
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(pane.words, done)


def test_words_narrow_the_columns(pane: ChangesPane) -> None:
    compose(pane, "协会")
    assert pane.count_words == "显示 3 / 16"
    assert heads(pane) == ["✕ 取消 3 / 8"]
    pane.words.clear()
    assert len(heads(pane)) == 5


def test_what_is_still_being_composed_does_not_narrow(pane: ChangesPane) -> None:
    QApplication.sendEvent(pane.words, QInputMethodEvent("xie hui", []))
    assert pane.count_words == "显示 16 / 16"
    compose(pane, "协会")
    assert pane.count_words == "显示 3 / 16"


def test_nothing_found_says_what_to_do(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.words.setText("没有的词")
    assert pane.count_words == "显示 0 / 16"
    undo = next(button for button in pane.findChildren(QPushButton) if button.isVisible())
    assert undo.text() == "清除筛选"
    qtbot.mouseClick(undo, LEFT)
    assert pane.count_words == "显示 16 / 16"
    assert pane.board.isVisible()


def test_a_kind_can_be_hidden_by_mouse_and_key(qtbot: QtBot, pane: ChangesPane) -> None:
    button = pane.kind_button(ChangeKind.ABOLISHED)
    qtbot.mouseClick(button, LEFT)
    assert pane.count_words == "显示 8 / 16"
    assert heads(pane)[0] == "↓ 下放 2"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pane.count_words == "显示 16 / 16"


def test_a_click_chooses_a_card_and_shows_its_full_text(qtbot: QtBot, pane: ChangesPane) -> None:
    view = cards(pane, ChangeKind.STRENGTHENED)
    index = view.model().index(0, 0)
    before = view.visualRect(index).height()
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).topLeft() + QPoint(40, 14))
    assert chosen.args == [change(12)]
    QApplication.processEvents()
    assert view.cards.is_unfolded(change(12))
    assert view.visualRect(index).height() > before


def test_the_arrow_folds_without_choosing(qtbot: QtBot, pane: ChangesPane) -> None:
    view = cards(pane, ChangeKind.STRENGTHENED)
    place = view.visualRect(view.model().index(1, 0)).topLeft() + QPoint(10, 16)
    with qtbot.assertNotEmitted(pane.fact_chosen):
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert view.cards.is_unfolded(change(13))


def test_the_mark_of_a_card_asks_for_its_clause(qtbot: QtBot, pane: ChangesPane) -> None:
    view = cards(pane, ChangeKind.INTEGRATED)
    mark = view.cards.mark_rect(view.model().index(0, 0))
    with qtbot.assertNotEmitted(pane.fact_chosen), qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=mark.center())
    assert asked.args == [change(10)]


def test_cards_answer_the_keyboard(qtbot: QtBot, pane: ChangesPane, clipboard_text: Callable[[], str]) -> None:
    view = cards(pane, ChangeKind.ABOLISHED)
    pane.activateWindow()
    qtbot.waitActive(pane)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    ref = chosen.args[0]
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return, CONTROL)
    assert asked.args == [ref]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.cards.is_unfolded(ref)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert clipboard_text() == pane.model.change_at(ref.index).text.text
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is cards(pane, ChangeKind.DEVOLVED)


def test_only_one_card_is_chosen_at_a_time(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.show_selected(change(0))
    assert pane.board.chosen == change(0)
    view = cards(pane, ChangeKind.ADDED)
    place = view.visualRect(view.model().index(0, 0)).topLeft() + QPoint(40, 14)
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert pane.board.chosen == change(11)
    assert cards(pane, ChangeKind.ABOLISHED).chosen is None
    pane.show_selected(FactRef(FactKind.DIVISION, 0))
    assert pane.board.chosen is None


def test_an_item_selects_its_change(pane: ChangesPane) -> None:
    pane.show_selected(FactRef(FactKind.CHANGE_ITEM, 13, 1))
    assert pane.board.chosen == change(13)


@pytest.mark.parametrize("width", [500, 860, 1366])
def test_cards_are_as_high_as_their_text_at_any_width(pane: ChangesPane, width: int) -> None:
    pane.resize(width, 240)
    QApplication.processEvents()
    for column in pane.board.columns:
        view = column.list
        tops = []
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            rect = view.visualRect(index)
            option = view.cards.sizeHint(_option(view), index)
            assert rect.height() == option.height()
            tops.append((rect.top(), rect.bottom()))
        for above, below in pairwise(tops):
            assert below[0] == above[1] + 1


def _option(view: ChangeList) -> object:
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    return option


def test_the_table_sorts_by_its_headers(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.show_as_table(True)
    table = pane.table
    assert table.isVisible()
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(ChangeColumn.KIND) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    first = pane.changes.index(0, ChangeColumn.KIND).data()
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert {first, pane.changes.index(0, ChangeColumn.KIND).data()} == {"✕ 取消", "↑ 加强"}


def test_table_rows_are_copied_as_text_and_with_their_source(
    qtbot: QtBot,
    pane: ChangesPane,
    provision: Provision,
    clipboard_text: Callable[[], str],
) -> None:
    pane.show_as_table(True)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 8):
        pane.table.selectionModel().select(pane.changes.index(row, 0), flags)
    with qtbot.waitSignal(pane.notice_given):
        qtbot.keyClick(pane.table, Qt.Key.Key_C, CONTROL)
    assert [line.split("\t")[0] for line in clipboard_text().splitlines()] == ["类别", "取消", "下放"]
    pane.table.citation_requested.emit()
    citing = Citing(provision)
    assert clipboard_text().splitlines() == [citing.cite(change(0)), citing.cite(change(8))]


def test_a_row_is_chosen_and_its_mark_asks_for_the_clause(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.show_as_table(True)
    table = pane.table
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        place = table.visualRect(pane.changes.index(1, ChangeColumn.SUBJECT)).center()
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert chosen.args == [change(1)]
    with qtbot.waitSignal(pane.clause_requested) as asked:
        place = table.visualRect(pane.changes.index(2, ChangeColumn.CLAUSE)).topLeft() + QPoint(20, 14)
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert asked.args == [change(2)]


def test_the_table_marks_what_is_selected_elsewhere(pane: ChangesPane) -> None:
    pane.show_selected(change(9))
    pane.show_as_table(True)
    assert pane.table.chosen_rows == [9]
    pane.show_selected(change(3))
    assert pane.table.chosen_rows == [3]
    assert pane.table.currentIndex().data(ChangeRole.REF) == change(3)


def test_copying_nothing_says_so(qtbot: QtBot, pane: ChangesPane) -> None:
    with qtbot.waitSignal(pane.notice_given) as told:
        pane.copy_cited([])
    assert "选中" in told.args[0]


def test_a_provision_without_changes_says_that(
    qtbot: QtBot,
    pane: ChangesPane,
    other_provisions: tuple[Provision, ...],
) -> None:
    without = next(p for p in other_provisions if not p.changes)
    pane.show_provision(without)
    assert pane.count_words == "显示 0 / 0"
    assert not pane.board.isVisible()
    assert not any(button.isVisible() for button in pane.findChildren(QPushButton))


def test_other_agencies_have_their_own_columns(
    pane: ChangesPane,
    other_provisions: tuple[Provision, ...],
) -> None:
    for some in other_provisions:
        pane.show_provision(some)
        QApplication.processEvents()
        assert sum(column.list.model().rowCount() for column in pane.board.columns) == len(some.changes)
        assert not pane.grab().isNull()


def test_a_narrow_pane_keeps_its_bar_to_two_lines(pane: ChangesPane) -> None:
    pane.resize(380, 400)
    QApplication.processEvents()
    QApplication.processEvents()
    top = pane.board.mapTo(pane, QPoint(0, 0)).y()
    assert top < 3 * pane.words.height()


def test_the_copy_button_copies_the_chosen_card(
    qtbot: QtBot, pane: ChangesPane, provision: Provision, clipboard_text: Callable[[], str]
) -> None:
    button = next(b for b in pane.findChildren(QToolButton) if b.text() == "复制（含出处）")
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.mouseClick(button, LEFT)
    assert "选中" in told.args[0]
    pane.show_selected(change(8))
    qtbot.mouseClick(button, LEFT)
    assert clipboard_text() == Citing(provision).cite(change(8))


@pytest.mark.parametrize("width", [620, 900, 1366])
def test_rows_of_the_table_stay_low_and_the_subject_gets_the_width(pane: ChangesPane, width: int) -> None:
    pane.resize(width, 300)
    pane.show_as_table(True)
    QApplication.processEvents()
    table = pane.table
    line = table.fontMetrics().height() * 1.7
    assert max(table.rowHeight(row) for row in range(pane.changes.rowCount())) <= 4 * line + 10
    widths = [table.columnWidth(column) for column in ChangeColumn]
    assert widths[ChangeColumn.SUBJECT] == max(widths)
    if width == 1366:
        assert widths[ChangeColumn.SUBJECT] > 0.3 * sum(widths)


def test_a_subject_is_seen_whole_where_there_is_room(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.changes
    pane.show_as_table(True)
    QApplication.processEvents()
    table = pane.table
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    for row in range(pane.changes.rowCount()):
        for column in (ChangeColumn.SUBJECT, ChangeColumn.SCOPE, ChangeColumn.RECIPIENTS, ChangeColumn.CONDITION):
            assert not delegate.is_cut(pane.changes.index(row, column)), (row, column)
    before = table.columnWidth(ChangeColumn.SUBJECT)
    for kind in (ChangeKind.ABOLISHED, ChangeKind.DEVOLVED, ChangeKind.INTEGRATED):
        qtbot.mouseClick(pane.kind_button(kind), LEFT)
    assert table.columnWidth(ChangeColumn.SUBJECT) > before
    empty = [table.columnWidth(column) for column in (ChangeColumn.SCOPE, ChangeColumn.CONDITION)]
    assert max(empty) < 0.1 * table.viewport().width()


# so says the offscreen platform of a tooltip
@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
@pytest.mark.parametrize(
    ("row", "column", "end"),
    [
        (8, ChangeColumn.RECIPIENTS, "管理部门"),
        (9, ChangeColumn.SUBJECT, "下放到张江国家自主创新示范区。"),
        (13, ChangeColumn.SUBJECT, "优化提升先进制造业。"),
    ],
)
def test_a_cut_cell_has_its_whole_text_as_a_tooltip_and_a_subject_its_change(
    pane: ChangesPane, row: int, column: ChangeColumn, end: str
) -> None:
    pane.resize(620, 300)
    pane.show_as_table(True)
    QApplication.processEvents()
    index = pane.changes.index(row, column)
    pane.table.scrollTo(index)
    place = pane.table.visualRect(index).center()
    QApplication.sendEvent(
        pane.table.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, pane.table.viewport().mapToGlobal(place))
    )
    assert end in QToolTip.text()
    QToolTip.hideText()


def test_escape_clears_the_filters(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    compose(pane, "协会")
    pane.kind_button(ChangeKind.ADDED).setChecked(False)
    cards(pane, ChangeKind.ABOLISHED).setFocus()
    qtbot.keyClick(cards(pane, ChangeKind.ABOLISHED), Qt.Key.Key_Escape)
    assert pane.count_words == "显示 16 / 16"
    assert pane.words.text() == ""


def bar_faults(pane: ChangesPane) -> list[str]:
    """Name what of the bar is cut, or covered by what stands below it."""
    board = pane.board.mapTo(pane, QPoint(0, 0)).y()
    shown = [pane.words, *(each for each in pane.findChildren(QToolButton) if each.isVisible())]
    faults: list[str] = []
    for each in shown:
        place = QRect(each.mapTo(pane, QPoint(0, 0)), each.size())
        within = each.parentWidget().rect()
        if place.bottom() >= board or not within.contains(each.geometry()):
            faults.append(f"{each.accessibleName()}: {place} over {board} or outside of {within}")
        if each.height() < each.minimumSizeHint().height():
            faults.append(f"{each.accessibleName()}: cut")
    return faults


@pytest.mark.parametrize("width", [380, 560, 700, 1366])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_bar_is_never_cut_and_cards_can_be_read(
    qtbot: QtBot, tokens: Tokens, pane: ChangesPane, width: int, text_size: int
) -> None:
    plain = pane.words.width()
    tokens.wear(LIGHT, text_size)
    pane.resize(width, 10)  # as low as it goes
    qtbot.waitUntil(lambda: bar_faults(pane) == [])  # a scroll bar that comes changes the width once more
    em = QFontInfo(pane.font()).pixelSize()
    assert all(column.width() >= 10 * em for column in pane.board.columns)
    assert pane.words.width() >= min(11 * em, pane.width() - 2 * tokens.space_s)
    assert pane.board.viewport().height() >= pane.board.widget().minimumSizeHint().height()
    if width == 1366:
        assert pane.words.width() == pytest.approx(plain * text_size / 100, rel=0.05)


@pytest.mark.parametrize("text_size", [130, 150])
def test_the_dock_makes_room_for_the_bar_in_larger_text(tokens: Tokens, window: MainWindow, text_size: int) -> None:
    window.resize(1366, 738)
    tokens.wear(LIGHT, text_size)
    for _ in range(5):
        QApplication.processEvents()
    assert bar_faults(window.changes) == []
    for area in window.changes.findChildren(QScrollArea):
        assert area.verticalScrollBar().maximum() == 0


def test_the_pane_never_pushes_the_window_off_a_small_screen(tokens: Tokens, window: MainWindow) -> None:
    window.resize(911, 482)
    tokens.wear(LIGHT, 200)
    window.docks.bring_forward(window.changes)
    for _ in range(5):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (911, 482)
    assert bar_faults(window.changes) == []
