"""A database whose content is not what its own text gives is told of, after the window is up."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.workers import Work


@pytest.fixture
def altered(library_path: Path, tmp_path: Path) -> Path:
    copy = Path(shutil.copy(library_path, tmp_path / "eitc.db"))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE quota SET minimum = 500, maximum = 500 WHERE seq = 0")
        connection.commit()
    return copy


def checked(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the text was read anew."""
    qtbot.waitUntil(lambda: window.findChild(Work) is not None)
    with qtbot.waitSignal(window.findChild(Work).done, raising=False, timeout=3000):
        QThreadPool.globalInstance().waitForDone()


def test_a_number_that_the_text_does_not_state(qtbot: QtBot, altered: Path, tokens: Tokens) -> None:
    window = make_window(altered, tokens)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.findChild(MessageDialog) is not None)
    box = window.findChild(MessageDialog)
    assert "与其中原文重新识读的结果不一致" in box.words
    assert window.status.doubt.isVisibleTo(window)  # and stays when the box is gone
    assert not any("A" <= char.upper() <= "Z" for char in box.words)


def test_a_sound_database_is_not_spoken_of(qtbot: QtBot, window: MainWindow) -> None:
    checked(qtbot, window)
    assert not window.status.doubt.isVisibleTo(window)
    assert window.findChild(MessageDialog) is None
