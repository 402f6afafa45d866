from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop import __version__
from eitc_desktop.gui.dialogs.about import AboutDialog
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.theme import Tokens


@pytest.fixture
def opened(library_path: Path) -> OpenedLibrary:
    return open_at(library_path)


def shown(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary | None, agrees: bool | None = None
) -> AboutDialog:
    dialog = AboutDialog(tokens, opened, agrees, parent)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def test_it_says_what_is_shown_and_copies_it(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary, clipboard_text: Callable[[], str]
) -> None:
    dialog = shown(qtbot, parent, tokens, opened, agrees=True)
    digest = hashlib.sha256(opened.path.read_bytes()).hexdigest()
    qtbot.waitUntil(lambda: digest in dialog.text)
    for words in (
        f"三定规定阅读器 {__version__}",
        str(opened.path),
        "重新识读的结果一致",
        "上海市经济和信息化委员会（sheitc-2014.txt，原文校验值 ",
        "未识别 0 句，不代表识别无误",
        "以正式印发文本为准",
        "原文中的字符都能显示",
    ):
        assert words in dialog.text
    (copy,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith("复制内容")]
    copy.click()
    assert clipboard_text() == dialog.text


@pytest.mark.parametrize(
    ("agrees", "words"), [(None, "尚未核对"), (True, "结果一致"), (False, "结果不一致，请逐项对照原文")]
)
def test_it_says_how_far_the_database_can_be_trusted(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary, agrees: bool | None, words: str
) -> None:
    assert words in shown(qtbot, parent, tokens, opened, agrees).text


def test_without_a_database(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog = shown(qtbot, parent, tokens, None)
    assert "数据库：没有打开" in dialog.text
    assert "文件校验值" not in dialog.text
    assert not any(line.isVisible() for line in dialog.findChildren(QLineEdit))


def test_a_database_that_went_away(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary, tmp_path: Path
) -> None:
    dialog = shown(qtbot, parent, tokens, replace(opened, path=tmp_path / "没了.db"))
    qtbot.waitUntil(lambda: "文件校验值（SHA-256）：无法读取" in dialog.text)


def test_a_character_that_no_font_has_is_named(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary
) -> None:
    strange = replace(opened.provision, text=opened.provision.text + "\U0003fffd")
    text = shown(qtbot, parent, tokens, replace(opened, provision=strange)).text
    assert "有 1 个字符没有字体可以显示" in text
    assert "U+3FFFD" in text


def test_licences_are_read_by_keyboard(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog = shown(qtbot, parent, tokens, None)
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert dialog.tabs.currentIndex() == 1
    assert "MIT License" in dialog.licence.toPlainText()
    names = [dialog.licences.item(row).text() for row in range(dialog.licences.count())]
    assert [name for name in names if "第三方代码" in name or "Third" in name] == [
        f"Qt 所含的第三方代码 {qVersion()}",
        f"Python 所含的第三方代码 {platform.python_version()}",
    ]
    dialog.licences.setFocus()
    qtbot.keyClick(dialog.licences, Qt.Key.Key_Down)
    assert "SIL OPEN FONT LICENSE" in dialog.licence.toPlainText()
    for row in range(dialog.licences.count()):
        dialog.licences.setCurrentRow(row)
        assert len(dialog.licence.toPlainText()) > 500
    assert dialog.licence.isReadOnly()


def test_lines_of_a_licence_are_broken_once(qtbot: QtBot, parent: QWidget, tokens: Tokens) -> None:
    dialog = shown(qtbot, parent, tokens, None)
    dialog.tabs.setCurrentIndex(1)
    dialog.resize(500, 400)
    dialog.licences.setCurrentRow(0)
    block = dialog.licence.document().begin()
    while block.isValid():
        assert block.lineCount() <= 1, block.text()
        block = block.next()
    for row in range(dialog.licences.count()):
        dialog.licences.setCurrentRow(row)
        longest = max(map(len, dialog.licence.toPlainText().splitlines()))
        wraps = dialog.licence.lineWrapMode() is dialog.licence.LineWrapMode.WidgetWidth
        assert wraps == (longest > 100), dialog.licences.item(row).text()


def test_a_digest_is_copied_as_it_is(
    qtbot: QtBot, parent: QWidget, tokens: Tokens, opened: OpenedLibrary, clipboard_text: Callable[[], str]
) -> None:
    dialog = shown(qtbot, parent, tokens, opened)
    digest = hashlib.sha256(opened.path.read_bytes()).hexdigest()
    qtbot.waitUntil(lambda: digest in dialog.text)
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.text() == digest]
    line.selectAll()
    line.copy()
    assert clipboard_text() == digest
