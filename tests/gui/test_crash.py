from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from eitc_desktop.gui.crash import CrashHandler
from eitc_desktop.gui.main_window import MainWindow


def fail(message: str) -> None:
    raise ValueError(message)


def raised(message: str) -> ValueError:
    with pytest.raises(ValueError, match=message) as caught:
        fail(message)
    return caught.value


def test_an_error_is_logged_and_shown_once(
    window: MainWindow,
    caplog: pytest.LogCaptureFixture,
    clipboard_text: Callable[[], str],
) -> None:
    crashes = CrashHandler(lambda: window)
    shown: list[str] = []
    for message in ("第一个", "第二个"):
        error = raised(message)
        crashes.handle(type(error), error, error.__traceback__)
    QApplication.processEvents()
    dialog = crashes.dialog
    assert dialog is not None
    assert dialog.isVisible()
    asked: list[bool] = []
    crashes.diagnosis_requested.connect(lambda: asked.append(True))
    (export,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith("导出诊断信息")]
    export.click()
    assert asked == [True]
    assert dialog.isVisible()
    dialog.copy_report()
    assert "ValueError: 第一个" in clipboard_text()
    assert "第二个" in caplog.text
    dialog.close()
    assert crashes.dialog is None
    assert window.isVisible()
    error = raised("第三个")
    for _ in range(2):
        crashes.handle(type(error), error, error.__traceback__)
        QApplication.processEvents()
        if crashes.dialog is not None:
            crashes.dialog.close()
            shown.append("第三个")
    assert shown == ["第三个"]


def test_a_dialog_that_goes_with_its_window_is_forgotten(qtbot: QtBot) -> None:
    behind = QWidget()
    behind.show()
    crashes = CrashHandler(lambda: behind if isValid(behind) else None)
    first = raised("第一个")
    crashes.handle(type(first), first, first.__traceback__)
    QApplication.processEvents()
    assert crashes.dialog is not None
    behind.deleteLater()  # as when the language changes
    QCoreApplication.sendPostedEvents(behind, QEvent.Type.DeferredDelete)
    assert not isValid(behind)
    assert crashes.dialog is None
    second = raised("第二个")
    crashes.handle(type(second), second, second.__traceback__)
    QApplication.processEvents()
    assert crashes.dialog is not None
    assert crashes.dialog.isVisible()
    crashes.dialog.close()


def test_the_end_of_one_dialog_is_not_taken_for_that_of_the_next(qtbot: QtBot) -> None:
    crashes = CrashHandler(lambda: None)
    for message in ("第一个", "第二个"):
        error = raised(message)
        crashes.handle(type(error), error, error.__traceback__)
        QApplication.processEvents()
        if message == "第一个":
            assert crashes.dialog is not None
            crashes.dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert crashes.dialog is not None
    assert crashes.dialog.isVisible()
    crashes.dialog.close()


def test_an_error_that_comes_back_is_counted_in_the_log(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    crashes = CrashHandler(lambda: None)
    error = raised("画不出")
    for _ in range(1000):
        crashes.handle(type(error), error, error.__traceback__)
    QApplication.processEvents()
    assert crashes.dialog is not None
    crashes.dialog.close()
    assert [record.message.count("Traceback") for record in caplog.records] == [1] + [0] * 9
    assert caplog.records[-1].message == "same error, 512 times by now: ValueError: 画不出"


def test_the_hook_answers_for_the_interpreter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crashes = CrashHandler(lambda: None)
    crashes.install()
    assert sys.excepthook == crashes.handle


def test_an_interruption_is_no_crash(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    crashes = CrashHandler(lambda: None)
    crashes.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert crashes.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err
