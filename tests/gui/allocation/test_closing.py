"""What is being typed into a scenario is saved when the window closes, or asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.review import Allotment
from eitc_desktop.services.reviews.session import ReviewSession
from tests.gui.allocation.conftest import make_scenario
from tests.gui.conftest import settle


@pytest.fixture
def typing(
    qtbot: QtBot, library_path: Path, tokens: Tokens, preferences: Preferences, review_file: Path
) -> Iterator[tuple[MainWindow, QLineEdit]]:
    """The whole window, with a line open in a scenario."""
    window = make_window(library_path, tokens, preferences, lambda _library: review_file)
    qtbot.addWidget(window)
    window.show()
    settle(window)
    window.go_to(window.allocation)
    page = window.allocation.page
    make_scenario(page, window.reviewing.desk, "方案 1")
    page.table.go_to(1, 0)
    page.table.setFocus()
    qtbot.keyClick(page.table, "1")
    line = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(line, QLineEdit)
    yield window, line
    page.view.let_go()
    window.close()


def test_what_is_being_typed_is_saved_when_the_window_closes(
    qtbot: QtBot, typing: tuple[MainWindow, QLineEdit], review_file: Path
) -> None:
    window, line = typing
    qtbot.keyClicks(line, "2")
    window.close()
    assert not window.isVisible()
    session = ReviewSession.open(review_file)
    counts = [one.content.count for one in session.revisions if isinstance(one.content, Allotment)]
    session.close()
    assert counts == [12]


def test_what_is_typed_and_is_no_number_is_asked_about_when_the_window_closes(
    qtbot: QtBot, typing: tuple[MainWindow, QLineEdit]
) -> None:
    window, line = typing
    qtbot.keyClicks(line, "2 or 13")
    window.go_to(window.source)
    window.close()
    assert window.isVisible()
    assert window.allocation.isVisible()
    assert window.allocation.page.view.strip.holds
    window.close()
    [sheet] = window.findChildren(UnsavedSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert window.isVisible()
    window.allocation.page.view.strip.buttons["继续修改"].click()
    again = window.allocation.page.table.indexWidget(window.allocation.page.table.currentIndex())
    assert isinstance(again, QLineEdit)
    assert again.text() == "12 or 13"
    window.close()
    next(one for one in window.findChildren(UnsavedSheet) if one.isVisible()).discard.click()
    assert not window.isVisible()
