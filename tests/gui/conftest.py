"""Real widgets on a screen of 1366×768 that needs no display, styled as in the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_application, make_tokens, make_window
from eitc_desktop.gui.accessible import speak
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision

_OTHERS = Path(__file__).parents[1] / "reading" / "provisions"


@pytest.fixture(scope="session")
def styled(qapp: QApplication) -> Tokens:
    """The application with fonts, translation and theme, and the tokens that it follows."""
    make_application()
    speak()
    return make_tokens(qapp, LIGHT)


@pytest.fixture(autouse=True)
def tokens(styled: Tokens) -> Tokens:
    """The live tokens: light, in the usual size, whatever the test before made of them."""
    styled.wear(LIGHT, 100)
    return styled


@pytest.fixture(scope="session")
def other_provisions() -> tuple[Provision, ...]:
    """Provisions of other agencies, in other words."""
    return tuple(read_provision(decode(path.read_bytes())) for path in sorted(_OTHERS.glob("*.txt")))


@pytest.fixture(autouse=True)
def swept() -> None:
    """Delete the widgets of the test before: without an event loop they would all live on."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot: QtBot, library_path: Path, tokens: Tokens) -> Iterator[MainWindow]:
    """The whole window on the real database, shown."""
    window = make_window(library_path, tokens)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    settle(window)
    yield window
    window.close()


@pytest.fixture
def clipboard_text(qapp: QApplication) -> Callable[[], str]:
    """Return what is on the clipboard."""
    return lambda: qapp.clipboard().text()


def settle(_window: MainWindow) -> None:
    """Let what waits for the event loop happen: sizes of docks, scrolling."""
    for _ in range(3):
        QApplication.processEvents()
