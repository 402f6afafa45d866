from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.diagnosing import Diagnosing
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import facts_of
from eitc_desktop.services.input_method import Choice, Way
from eitc_desktop.settings import Settings


def test_it_is_exported_where_the_user_says(tokens: Tokens, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    diagnosing = Diagnosing(tokens, window, window.opened, None, Settings(), Choice({}, Way.SYSTEM))
    diagnosing.ask()
    (dialog,) = window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name.startswith("eitc-desktop-诊断-")
    target = tmp_path / "诊断.txt"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(target))
    with qtbot.waitSignal(diagnosing.exported) as told:
        dialog.accept()
    assert told.args == [target]
    words = target.read_text(encoding="utf-8")
    assert "显示平台：offscreen" in words
    assert "1366×768，缩放 1，" in words
    assert "字体：Noto Sans SC" in words
    assert "文件名：eitc.db" in words
    assert window.opened is not None
    for fact in facts_of(window.opened.provision):
        assert not any(quoted in words for quoted in fact.words if len(quoted) > 2)
    assert str(target) in message_of(window)


def test_a_place_that_cannot_be_written_is_told(
    tokens: Tokens, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("")
    diagnosing = Diagnosing(tokens, window, None, None, Settings(), Choice({}, Way.SYSTEM))
    with qtbot.waitSignal(diagnosing.not_exported):
        diagnosing.write(str(tmp_path / "文件" / "诊断.txt"))
    assert "诊断信息没有导出" in message_of(window)


def test_nothing_stays_of_it_when_it_is_done(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.dialogs.export_diagnostics()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(Diagnosing))
    window.dialogs.export_diagnostics()
    (diagnosing,) = window.findChildren(Diagnosing)
    diagnosing.write(str(tmp_path / "诊断.txt"))
    qtbot.waitUntil(lambda: not window.findChildren(Diagnosing))
    assert "诊断.txt" in message_of(window)


def message_of(window: MainWindow) -> str:
    (box,) = window.findChildren(MessageDialog)
    words = box.words
    box.close()
    return words
