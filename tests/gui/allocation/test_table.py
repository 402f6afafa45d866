"""A scenario typed into as a spreadsheet is: each step is on disk and can be undone, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.allocation.model import AllocationModel
from eitc_desktop.gui.allocation.page import AllocationPage
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.services.reviews.session import ReviewSession
from tests.gui.allocation.conftest import count, put, put_elsewhere, set_clipboard, shown_sheet

Typed = Callable[..., QLineEdit]

pytestmark = pytest.mark.usefixtures("scenario")


def _current(page: AllocationPage) -> tuple[int, int]:
    index = page.table.currentIndex()
    return index.row(), index.column()


def test_the_model_keeps_the_rules_of_models(opened: OpenedLibrary, page: AllocationPage, desk: ReviewDesk) -> None:
    model = AllocationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_sheet(opened.provision, shown_sheet(page))
    put(page, desk, (1, 0, 12))
    model.show_sheet(opened.provision, shown_sheet(page))
    model.show_sheet(opened.provision, None)
    assert tester.model() is model


def test_a_number_typed_is_on_disk_and_the_sum_says_so(
    page: AllocationPage, typed: Typed, review_file: Path, scenario: str
) -> None:
    page.table.go_to(1, 0)
    typed("12")
    assert count(page, 1, 0) == 12
    assert _current(page) == (2, 0)
    other = ReviewSession.open(review_file)
    assert len(other.revisions) == 2
    other.close()
    place = page.view.model.places[0]
    assert "12" in page.view.foot.words_of(place)
    assert "1/29 格" in page.view.foot.words_of(place)
    assert "未分配 282 名" in page.view.foot.words_of(place)


def test_typing_into_a_filled_cell_replaces_its_number(page: AllocationPage, desk: ReviewDesk, typed: Typed) -> None:
    put(page, desk, (1, 0, 12))
    page.table.go_to(1, 0)
    typed("9")
    assert count(page, 1, 0) == 9


def test_tab_and_enter_go_on_as_in_a_spreadsheet(page: AllocationPage, typed: Typed, qtbot: QtBot) -> None:
    page.table.go_to(1, 0)
    typed("12", Qt.Key.Key_Tab)
    assert _current(page) == (1, 1)
    typed("1", Qt.Key.Key_Tab)
    typed("2", Qt.Key.Key_Tab)
    assert _current(page) == (2, 0)  # over the sum
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    qtbot.keyClick(page.table, Qt.Key.Key_Backtab)
    assert _current(page) == (2, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert _current(page) == (3, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _current(page) == (2, 0)
    assert [count(page, 1, j) for j in range(3)] == [12, 1, 2]


def test_tab_leaves_the_table_behind_its_last_cell(page: AllocationPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    page.table.go_to(28, 2)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.view.foot.hasFocus()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.bar.choice.hasFocus()


def test_what_is_no_number_keeps_the_line_open(page: AllocationPage, typed: Typed, qtbot: QtBot) -> None:
    page.table.go_to(1, 0)
    line = typed("12x")
    assert line.isVisible()
    assert line.text() == "12x"
    assert "“12x”不是 0 或正整数" in page.view.strip.words
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert count(page, 1, 0) == 12
    assert page.view.strip.words == ""


def test_what_is_no_number_is_kept_when_the_line_is_left(page: AllocationPage, typed: Typed, qtbot: QtBot) -> None:
    page.table.go_to(1, 0)
    typed("12x", key=None)
    page.bar.choice.setFocus()
    qtbot.waitUntil(lambda: page.view.strip.holds)
    assert "（一）办公室" in page.view.strip.words
    page.table.go_to(5, 0)
    assert page.view.strip.holds
    page.view.strip.buttons["继续修改"].click()
    line = page.table.indexWidget(page.view.model.index(1, 0))
    assert isinstance(line, QLineEdit)
    assert line.text() == "12x"
    line.setText("13")
    line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert count(page, 1, 0) == 13
    assert not page.view.strip.holds


def test_del_empties_and_empty_is_not_nought(
    page: AllocationPage, desk: ReviewDesk, typed: Typed, qtbot: QtBot
) -> None:
    put(page, desk, (1, 0, 12), (2, 0, 0))
    page.table.go_to(1, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert count(page, 1, 0) is None
    assert count(page, 2, 0) == 0
    model = page.view.model
    assert [model.index(i, 0).data() for i in (1, 2)] == ["", "0"]
    assert "未填" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_block_is_pasted_and_undone_as_one_step(page: AllocationPage, desk: ReviewDesk, qtbot: QtBot) -> None:
    set_clipboard("12\t1\t2\r\n11\t1\t\r\n10\t0\t1\r\n")
    page.table.go_to(1, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = shown_sheet(page)
    assert [[sheet.cells[i][j].count for j in range(3)] for i in (1, 2, 3)] == [[12, 1, 2], [11, 1, None], [10, 0, 1]]
    assert desk.undo_words == "填写 8 格"
    desk.undo()
    assert all(count(page, i, j) is None for i in (1, 2, 3) for j in range(3))
    desk.redo()
    assert count(page, 3, 2) == 1


def test_a_block_with_something_else_in_it_is_not_pasted(page: AllocationPage, qtbot: QtBot) -> None:
    set_clipboard("12\n十一\n")
    page.table.go_to(1, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "“十一”不是 0 或正整数" in page.view.strip.words
    assert count(page, 1, 0) is None


def test_one_number_pasted_fills_what_is_selected(page: AllocationPage, qtbot: QtBot) -> None:
    set_clipboard("2")
    page.table.selectColumn(2)
    page.table.paste()
    assert all(count(page, i, 2) == 2 for i in range(29))


def test_cells_are_copied_as_they_stand(
    page: AllocationPage, desk: ReviewDesk, qtbot: QtBot, clipboard_text: Callable[[], str]
) -> None:
    put(page, desk, (1, 0, 12), (1, 1, 1), (2, 0, 0))
    model, flag = page.view.model, QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for i in (1, 2):
        for j in (0, 1):
            page.table.selectionModel().select(model.index(i, j), flag.Select)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text() == "12\t1\n0\t"


def test_sums_take_nothing(page: AllocationPage, qtbot: QtBot) -> None:
    page.table.go_to(1, 3)
    qtbot.keyClick(page.table, "5")
    assert page.table.indexWidget(page.table.currentIndex()) is None
    set_clipboard("5")
    page.table.paste()
    assert all(total.filled == 0 for total in shown_sheet(page).column_totals)


def test_two_drafts_are_marked_and_settled_by_choosing(page: AllocationPage, desk: ReviewDesk) -> None:
    put(page, desk, (3, 0, 12))
    put_elsewhere(page, desk, 3, 0, 15)
    assert count(page, 3, 0) is None
    assert page.view.model.index(3, 0).data() == "12 ⇄ 15"
    assert "1 格两稿并存" in page.view.told.text()
    page.table.go_to(3, 0)
    assert list(page.view.strip.buttons) == ["采用 12（陈敏）", "采用 15（王二）"]
    page.view.strip.buttons["采用 15（王二）"].click()
    assert count(page, 3, 0) == 15
    assert shown_sheet(page).conflicts == 0
    assert "两稿并存" not in page.view.told.text()


def test_a_number_typed_settles_two_drafts_too(page: AllocationPage, desk: ReviewDesk, typed: Typed) -> None:
    put(page, desk, (3, 0, 12))
    put_elsewhere(page, desk, 3, 0, 15)
    page.table.go_to(3, 0)
    typed("14")
    assert count(page, 3, 0) == 14


def test_what_changes_elsewhere_leaves_a_line_as_it_is(page: AllocationPage, desk: ReviewDesk, typed: Typed) -> None:
    page.table.go_to(1, 0)
    line = typed("12", key=None)
    put(page, desk, (1, 0, 7), (2, 0, 8))
    assert (line.isVisible(), line.text()) == (True, "12")
    assert _current(page) == (1, 0)


def test_over_and_under_are_told_by_sign_and_word(page: AllocationPage, desk: ReviewDesk) -> None:
    put(page, desk, (1, 0, 300), (1, 1, 40), (1, 2, 37))
    words = [page.view.foot.words_of(place) for place in page.view.model.places]
    assert "▲ 超出 6 名" in words[0]
    assert "✓ 正好" in words[3]
    assert "未分列" in words[1]
    assert all(each in page.view.foot.accessibleDescription() for each in words)


def test_more_posts_than_staff_is_a_hint(page: AllocationPage, desk: ReviewDesk) -> None:
    put(page, desk, (1, 0, 2), (1, 1, 1), (1, 2, 2))
    page.table.go_to(1, 0)
    assert "正副处级领导职数共 3，多于机关行政编制 2" in page.view.strip.words
    page.table.go_to(5, 0)
    assert page.view.strip.words.startswith("1 处提示")


def test_leaders_have_what_the_text_states_of_them(page: AllocationPage) -> None:
    told = page.view.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert "规定载明：主任 1 名、副主任 6 名、市国防科技工业办公室专职副主任 1-2 名" in str(told)


def test_the_total_of_a_column_leads_to_the_text(page: AllocationPage, qtbot: QtBot) -> None:
    page.table.go_to(1, 3)
    with qtbot.waitSignal(page.clause_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [FactRef(FactKind.QUOTA, 6)]


def test_a_unit_clicked_is_chosen_everywhere(page: AllocationPage, qtbot: QtBot) -> None:
    header = page.table.verticalHeader()
    with qtbot.waitSignal(page.fact_chosen) as chosen:
        header.sectionPressed.emit(4)
    assert chosen.args == [FactRef(FactKind.DIVISION, 3)]
    page.show_selected(FactRef(FactKind.DIVISION, 11))
    assert _current(page)[0] == 12
