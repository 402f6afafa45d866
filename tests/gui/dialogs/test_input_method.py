"""中文输入 tells what was found and what to do, in words that fit the case."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.input_method import InputMethodDialog, start_notice
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.services.input_method import Choice, Programs, Way

NAMES = {"fcitx", "fcitx5", "IBus", "ibus", "Debian", "Fcitx", "Ctrl", "Super", "Shift", "Windows", "UOS"}
COMMANDS = re.compile(
    r"sudo apt install [-a-z0-9 ]+|im-config -n \w+|ibus[- ]\w+( libpinyin)?|\w+ --version|fcitx5 -d|apt"
)
NO_PROGRAMS = Programs((), ())


def dialog_of(qtbot: QtBot, tokens: Tokens, choice: Choice, programs: Programs = NO_PROGRAMS) -> InputMethodDialog:
    dialog = InputMethodDialog(tokens, choice, programs)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


@pytest.mark.parametrize("way", list(Way))
def test_the_start_tells_only_where_chinese_cannot_be_typed(way: Way) -> None:
    notice = start_notice(Choice({}, way))
    assert (notice is not None) is (way is Way.NONE)


@pytest.mark.parametrize(
    ("choice", "programs", "steps"),
    [
        (Choice({}, Way.NONE, "fcitx"), Programs(("fcitx5",), ()), ["用 fcitx5 输入"]),
        (Choice({}, Way.NONE, "fcitx"), Programs(("fcitx",), ("fcitx",)), ["本机的 fcitx 是第 4 版"]),
        (Choice({}, Way.NONE, "fcitx"), Programs(("fcitx", "ibus-daemon"), ()), ["本机的 fcitx 是第 4 版"]),
        (Choice({}, Way.NONE, "ibus"), Programs(("ibus-daemon",), ()), ["用 IBus 输入"]),
        (Choice({}, Way.NONE, "ibus"), Programs(("fcitx5", "ibus-daemon"), ()), ["用 IBus 输入", "用 fcitx5 输入"]),
        (Choice({}, Way.NONE), NO_PROGRAMS, ["用 fcitx5 输入", "用 IBus 输入"]),
        (Choice({}, Way.DESKTOP), Programs(("ibus-daemon",), ()), ["用 IBus 输入"]),
        (Choice({}, Way.IBUS, "fcitx"), Programs(("fcitx5",), ("fcitx5",)), []),
        (Choice({}, Way.SYSTEM), NO_PROGRAMS, []),
    ],
)
def test_steps_are_those_for_the_input_method_that_is_here(
    qtbot: QtBot, tokens: Tokens, choice: Choice, programs: Programs, steps: list[str]
) -> None:
    words = dialog_of(qtbot, tokens, choice, programs).words
    every = ("用 fcitx5 输入", "本机的 fcitx 是第 4 版", "用 IBus 输入")
    found = sorted((step for step in every if step in words), key=words.index)
    assert found == steps
    assert ("急用时" in words) is (choice.way not in (Way.IBUS, Way.MODULE))


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("method", ["", "fcitx", "ibus"])
def test_every_case_is_told_in_chinese(qtbot: QtBot, tokens: Tokens, way: Way, method: str) -> None:
    for programs in (NO_PROGRAMS, Programs(("fcitx",), ()), Programs(("fcitx5", "ibus-daemon"), ("fcitx5",))):
        words = dialog_of(qtbot, tokens, Choice({}, way, method), programs).words
        advice = words.split("查到的情况")[0]
        english = set(re.findall(r"[A-Za-z][A-Za-z_0-9]+", COMMANDS.sub("", advice)))
        assert english <= NAMES | {"QT_IM_MODULE", "QT_IM_MODULES"}


def test_what_was_found_is_told_as_it_is(qtbot: QtBot, tokens: Tokens) -> None:
    choice = Choice({"QT_IM_MODULES": "fcitx;ibus"}, Way.IBUS, "fcitx", ("QT_IM_MODULE=fcitx", "XMODIFIERS=@im=fcitx"))
    words = dialog_of(qtbot, tokens, choice, Programs(("fcitx5",), ("fcitx5",))).words
    assert "桌面的设置：QT_IM_MODULE=fcitx、XMODIFIERS=@im=fcitx" in words
    assert "正在运行：fcitx5" in words
    assert "自动补充的设置：QT_IM_MODULES=fcitx;ibus" in words


def test_all_words_can_be_marked_and_copied(qtbot: QtBot, tokens: Tokens, clipboard_text: Callable[[], str]) -> None:
    dialog = dialog_of(qtbot, tokens, Choice({}, Way.NONE))
    next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("复制")).click()
    assert clipboard_text() == dialog.words
    assert dialog.words.startswith("打不出中文")
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert text.isReadOnly()
    for label in dialog.findChildren(QLabel):
        assert not label.text() or label.textInteractionFlags()
