"""A review desk over the real provision, its file in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.settings import Loaded, Reviewer, Settings

KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(scope="session")
def opened(library_path: Path) -> OpenedLibrary:
    return open_at(library_path)


@pytest.fixture
def review_file(tmp_path: Path) -> Path:
    return tmp_path / "reviews" / "eitc.review.db"


@pytest.fixture
def preferences() -> Preferences:
    """Of somebody who has said who they are."""
    return Preferences(Loaded(replace(Settings(), reviewer=Reviewer("陈敏", "办公室", KEY))))


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """The widget that desk and dialogs belong to."""
    widget = QWidget()
    widget.resize(1366, 768)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def desk(
    tokens: Tokens, preferences: Preferences, review_file: Path, opened: OpenedLibrary, home: QWidget
) -> Iterator[ReviewDesk]:
    """A desk that shows the real library; nothing is entered yet."""
    desk = ReviewDesk(tokens, preferences, lambda _library: review_file, home)
    desk.show_library(opened)
    yield desk
    if desk.session is not None:
        desk.session.close()
