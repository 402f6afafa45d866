"""转到条款: typed, moved in and gone to by keys alone, the keyboard in the line all the time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.go_to_clause import GoToClauseDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(qtbot: QtBot, behind: QWidget, tokens: Tokens, provision: Provision) -> GoToClauseDialog:
    dialog = GoToClauseDialog(tokens, provision, behind)
    dialog.open()
    qtbot.waitActive(dialog)
    return dialog


@pytest.fixture
def asked(dialog: GoToClauseDialog) -> list[Span]:
    spans: list[Span] = []
    dialog.place_requested.connect(spans.append)
    return spans


def listed(dialog: GoToClauseDialog) -> list[str]:
    model = dialog.view.model()
    return [model.index(row, 0, QModelIndex()).data() for row in range(model.rowCount(QModelIndex()))]


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def commit(dialog: GoToClauseDialog, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(dialog.line, event)


def test_the_chapters_are_listed_before_anything_is_typed(dialog: GoToClauseDialog) -> None:
    assert QApplication.focusWidget() is dialog.line
    assert listed(dialog) == ["引言", "一", "二", "三", "四", "五", "六"]


def test_typed_and_entered(qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span], provision: Provision) -> None:
    qtbot.keyClicks(dialog.line, "3.12")
    assert listed(dialog) == ["三（十二）"]
    press(qtbot, Qt.Key.Key_Return)
    assert [span.of(provision.text) for span in asked] == ["（十二）都市产业处（创意与设计产业处）"]
    assert not dialog.isVisible()


def test_arrows_move_in_the_list_from_the_line(
    qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span], provision: Provision
) -> None:
    commit(dialog, "三")
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    press(qtbot, down, down, down, up)
    assert QApplication.focusWidget() is dialog.line
    assert dialog.view.currentIndex().siblingAtColumn(0).data() == "三（二）"
    press(qtbot, Qt.Key.Key_Enter)
    assert asked[0].of(provision.text) == "（二）研究室（政策法规处）"


def test_the_list_has_two_ends(qtbot: QtBot, dialog: GoToClauseDialog) -> None:
    press(qtbot, Qt.Key.Key_Up)
    assert dialog.view.currentIndex().row() == 0
    press(qtbot, Qt.Key.Key_PageDown, Qt.Key.Key_Down)
    assert dialog.view.currentIndex().siblingAtColumn(0).data() == "六"
    press(qtbot, Qt.Key.Key_PageUp)
    assert dialog.view.currentIndex().row() == 0


def test_enter_in_the_list_goes_once(qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span]) -> None:
    dialog.view.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_a_double_click_goes(qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span], provision: Provision) -> None:
    place = dialog.view.visualRect(dialog.view.model().index(4, 1)).center()
    qtbot.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == []
    qtbot.mouseDClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [span.of(provision.text)[:6] for span in asked] == ["四、人员编制"]


def test_escape_closes_and_goes_nowhere(qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span]) -> None:
    qtbot.keyClicks(dialog.line, "3.12")
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == []


def test_nothing_found_says_what_can_be_typed(qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span]) -> None:
    commit(dialog, "第九十条<b>")
    said = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [label.textFormat() for label in said] == [Qt.TextFormat.PlainText]
    assert "没有找到“第九十条<b>”" in said[0].text()
    assert "三（十二）" in said[0].text()
    assert not dialog.view.isVisible()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert asked == []
    dialog.line.clear()
    assert dialog.view.isVisible()


def test_what_is_still_composed_finds_nothing(dialog: GoToClauseDialog) -> None:
    before = listed(dialog)
    QApplication.sendEvent(dialog.line, QInputMethodEvent("ren'yuan", []))
    assert listed(dialog) == before
    commit(dialog, "人员编制")
    assert listed(dialog) == ["四"]


def test_words_within_clauses_are_found_and_shown_with_those_around(
    qtbot: QtBot, dialog: GoToClauseDialog, asked: list[Span], provision: Provision
) -> None:
    commit(dialog, "煤炭、电力")
    assert listed(dialog) == ["二（十）", "五（二）1"]
    press(qtbot, Qt.Key.Key_Down)
    shown = dialog.view.currentIndex().siblingAtColumn(1).data()
    assert shown.startswith("…")
    assert "煤炭、电力" in shown
    press(qtbot, Qt.Key.Key_Return)
    assert asked[0].of(provision.text).startswith("1.上海市发展和改革委员会牵头负责能源管理")


def test_it_says_that_words_of_a_clause_are_enough(dialog: GoToClauseDialog) -> None:
    assert dialog.line.placeholderText() == "如 三（十二）、3.12、人员编制，或条文中的字词"
    commit(dialog, "没有的字词")
    assert any("条文中的字词" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_names_for_screen_readers(dialog: GoToClauseDialog) -> None:
    assert dialog.line.accessibleName() == "条款序号、标题或条文中的字词"
    assert dialog.view.accessibleName() == "找到的条款"
    assert dialog.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith("引言 根据")
