"""The tab 编制方案 over the real provision, with a desk whose file lies in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.allocation.page import AllocationPage
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.panes.allocation import AllocationPane
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.review import Allotment, Person
from eitc_desktop.reviewing.allocation import cell_entry
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.services.reviews.allocation_entering import Put, changes_of, scenario_made
from eitc_desktop.settings import Loaded, Reviewer, Settings

KEY = "11111111-1111-4111-8111-111111111111"
WANG = Person("王二", "人事处", "22222222-2222-4222-8222-222222222222")


@pytest.fixture(scope="session")
def opened(library_path: Path) -> OpenedLibrary:
    return open_at(library_path)


@pytest.fixture
def preferences() -> Preferences:
    """Of somebody who has said who they are."""
    return Preferences(Loaded(replace(Settings(), reviewer=Reviewer("陈敏", "办公室", KEY))))


@pytest.fixture
def review_file(tmp_path: Path) -> Path:
    return tmp_path / "reviews" / "eitc.review.db"


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """The window that pane and dialogs belong to."""
    widget = QWidget()
    widget.resize(900, 520)
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def desk(
    tokens: Tokens, preferences: Preferences, review_file: Path, opened: OpenedLibrary, home: QWidget
) -> Iterator[ReviewDesk]:
    desk = ReviewDesk(tokens, preferences, lambda _library: review_file, home)
    desk.show_library(opened)
    yield desk
    if desk.session is not None:
        desk.session.close()


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, desk: ReviewDesk, opened: OpenedLibrary, home: QWidget) -> AllocationPane:
    """The pane, shown, with no scenario yet."""
    pane = AllocationPane(tokens, home)
    pane.show_provision(opened.provision, opened.mapping)
    pane.set_desk(desk)
    layout = home.layout()
    assert layout is not None
    layout.addWidget(pane)
    home.show()
    qtbot.waitExposed(home)
    return pane


@pytest.fixture
def page(pane: AllocationPane) -> AllocationPage:
    return pane.page


@pytest.fixture
def scenario(page: AllocationPage, desk: ReviewDesk) -> str:
    """A scenario without numbers, shown."""
    return make_scenario(page, desk, "方案 1")


@pytest.fixture
def typed(qtbot: QtBot, page: AllocationPage) -> Callable[..., QLineEdit]:
    """Type words into the current cell, then press a key; return the line they were typed into."""

    def typed(words: str, key: Qt.Key | None = Qt.Key.Key_Return) -> QLineEdit:
        table = page.table
        table.setFocus()
        qtbot.keyClick(table, words[0])
        line = table.indexWidget(table.currentIndex())
        assert isinstance(line, QLineEdit)
        qtbot.keyClicks(line, words[1:])
        if key is not None:
            qtbot.keyClick(line, key)
        return line

    return typed


def make_scenario(page: AllocationPage, desk: ReviewDesk, name: str) -> str:
    changes = scenario_made(desk.anchor_of(None), name, "")
    assert desk.save(changes, name) is None
    page.choose(changes[0].entry)
    return changes[0].entry


def shown_sheet(page: AllocationPage) -> AllocationSheet:
    sheet = page.view.sheet
    assert sheet is not None
    return sheet


def put(page: AllocationPage, desk: ReviewDesk, *puts: tuple[int, int, int | None]) -> None:
    """Put numbers into cells as one step."""
    changes = changes_of(shown_sheet(page), desk.anchor_of(None), [Put(*one) for one in puts])
    assert desk.save(changes, "填写") is None


def put_elsewhere(page: AllocationPage, desk: ReviewDesk, row: int, column: int, count: int) -> None:
    """Take in a number that another reviewer entered without knowing of what is here."""
    sheet = shown_sheet(page)
    content = Allotment(sheet.scenario, sheet.rows[row].key, sheet.columns[column].key, count)
    entry = cell_entry(sheet.scenario, content.row, content.column)
    desk.take_in([seal(entry, (), WANG, "2026-01-01T00:00:00Z", desk.anchor_of(None), content)])


def count(page: AllocationPage, row: int, column: int) -> int | None:
    return shown_sheet(page).cells[row][column].count


def set_clipboard(words: str) -> None:
    QApplication.clipboard().setText(words)
