"""On a small screen the status bar says less, but nothing else than the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.identity import identity_parts
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.status_line import PartsLabel
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.model.provision import Provision
from eitc_desktop.settings import Language

SIZES = (100, 125, 150, 175, 200)
SMALL = QSize(911, 512)
NUMBER = "〔2014〕20号"


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture(params=Language)
def small(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, library_path: Path, tokens: Tokens
) -> Iterator[MainWindow]:
    """The window on a screen of 911×512, in either language."""
    install_translations(qapp, request.param)
    window = make_window(library_path, tokens)
    qtbot.addWidget(window)
    window.resize(SMALL)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    install_translations(qapp, Language.CHINESE)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("doubtful", [False, True])
def test_what_is_cut_of_the_identity_says_nothing_else(
    small: MainWindow, tokens: Tokens, provision: Provision, size: int, doubtful: bool
) -> None:
    tokens.wear(LIGHT, size)
    small.status.show_doubt(doubtful=doubtful)
    settle()
    first, basis = identity_parts(provision)
    shown = small.status.identity.shown
    assert small.status.identity.text() == f"{first} · {basis}"
    if NUMBER in shown:  # the number of the basis is read together with what isn't stated, or not at all
        assert shown == f"{first} · {basis}"
    else:
        assert shown == f"{first} · …" or first.startswith(shown.removesuffix("…"))
    assert small.status.identity.fontMetrics().horizontalAdvance(shown) <= small.status.identity.width()


@pytest.mark.parametrize("size", SIZES)
def test_it_never_makes_the_window_wider_than_the_screen(small: MainWindow, tokens: Tokens, size: int) -> None:
    tokens.wear(LIGHT, size)
    for doubtful in (False, True):
        small.status.show_doubt(doubtful=doubtful)
        settle()
        assert small.minimumSizeHint().width() <= SMALL.width()
        assert small.minimumSizeHint().height() <= SMALL.height()
        assert small.size() == SMALL
        assert small.docks.is_narrow


def test_a_doubt_stands_where_the_findings_stood_and_leaves_with_its_provision(window: MainWindow) -> None:
    window.note_agreement(agrees=False)
    assert window.status.doubt.isVisible()
    assert not window.status.findings.isVisible()
    assert window.opened is not None
    window.show_library(window.opened)
    assert not window.status.doubt.isVisible()
    assert window.status.findings.isVisible()


def test_the_name_of_the_file_has_room_as_its_text_grows(window: MainWindow, tokens: Tokens) -> None:
    window.status.file.setText("某市三定规定汇编.db")
    settle()
    assert window.status.file.shown == window.status.file.text()
    tokens.wear(LIGHT, 150)
    settle()
    assert window.status.file.shown == window.status.file.text()
    window.status.file.setText(f"{'三定' * 30}.db")
    assert window.status.file.shown.endswith(".db")


def test_parts_are_left_out_whole_from_the_end(qtbot: QtBot, tokens: Tokens) -> None:
    label = PartsLabel()
    qtbot.addWidget(label)
    label.show_parts("标题 某局三定规定", "文号：原文未载明", "设立依据 厅字〔2014〕20号")
    seen: list[str] = []
    for width in range(600, 60, -1):
        label.resize(width, 20)
        if label.shown not in seen:
            seen.append(label.shown)
    assert seen[:3] == [
        "标题 某局三定规定 · 文号：原文未载明 · 设立依据 厅字〔2014〕20号",
        "标题 某局三定规定 · 文号：原文未载明 · …",
        "标题 某局三定规定 · …",
    ]
    assert all("标题 某局三定规定".startswith(words.removesuffix("…")) for words in seen[3:])
