from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.validity import ValidityDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.settings import MAX_NOTE, EnteredValidity, Validity

TODAY = date(2026, 11, 23)


def opened(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, entered: EnteredValidity | None
) -> tuple[ValidityDialog, list[object]]:
    dialog = ValidityDialog(tokens, entered, TODAY, parent)
    told: list[object] = []
    dialog.validity_entered.connect(told.append)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog, told


def test_until_something_is_entered_it_is_unverified(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog, told = opened(qtbot, parent, tokens, None)
    assert dialog.states[Validity.UNVERIFIED].isChecked()
    assert "上次录入" not in words_of(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    assert not dialog.isVisible()


def test_it_is_entered_by_keyboard_with_todays_date(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog, told = opened(qtbot, parent, tokens, None)
    qtbot.keyClick(dialog, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.states[Validity.REPEALED].isChecked)
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert dialog.focusWidget() is dialog.note
    QApplication.clipboard().setText("  沪编〔2019〕3号\n第一条 ")
    dialog.note.paste()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert told == [EnteredValidity(Validity.REPEALED, "沪编〔2019〕3号 第一条", "2026-11-23")]
    assert not dialog.isVisible()


def test_what_was_entered_before_is_shown(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog, told = opened(qtbot, parent, tokens, EnteredValidity(Validity.AMENDED, "某文", "2025-02-03"))
    assert dialog.states[Validity.AMENDED].isChecked()
    assert dialog.note.text() == "某文"
    assert "上次录入：2025-02-03" in words_of(dialog)
    dialog.note.setText("长" * 300)
    dialog.enter()
    assert told == [EnteredValidity(Validity.AMENDED, "长" * MAX_NOTE, "2026-11-23")]


def test_it_says_whose_word_it_is(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog, _ = opened(qtbot, parent, tokens, None)
    for words in ("原文不载明", "录入", "只保存在这台电脑"):
        assert words in words_of(dialog)


def words_of(dialog: ValidityDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))
