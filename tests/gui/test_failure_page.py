from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.failure_page import FailurePage
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel

PLACE = f"/资料/{'三定规定与批复文件' * 12}/eitc.db"
MESSAGE = f"找不到数据库文件（{PLACE}）。"


def test_a_path_that_is_copied_leads_somewhere(qtbot: QtBot, tokens: Tokens, clipboard_text: Callable[[], str]) -> None:
    page = FailurePage(tokens)
    qtbot.addWidget(page)
    page.resize(QSize(911, 460))
    page.show_message(MESSAGE)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    label = page.findChild(WrappedLabel)
    assert label is not None
    page.other_button.setFocus()
    qtbot.keyClick(page.other_button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is label
    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text() == MESSAGE


def test_a_long_path_is_wrapped_and_wholly_seen(qtbot: QtBot, tokens: Tokens) -> None:
    page = FailurePage(tokens)
    qtbot.addWidget(page)
    page.resize(QSize(911, 460))
    page.show_message(MESSAGE)
    page.show()
    qtbot.waitExposed(page)
    label = page.findChild(WrappedLabel)
    assert label is not None
    assert page.rect().contains(label.geometry())
    assert label.height() >= label.heightForWidth(label.width())
    assert label.fontMetrics().horizontalAdvance(MESSAGE) > 2 * label.width()  # it doesn't fit in one line
