"""Where the keyboard is can be seen: at every stop of Tab, in both themes and both forms, and in every dialog."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.dialogs.crash import CrashDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.settings import ChangesView

_CONTRAST = 3.0  # WCAG 2.2, 1.4.11 and 2.4.13
_PIXELS = 30
"""At least so many change by that much: a caret of two pixels by a line's height has more."""

_DIALOGS = (
    "print_paper",
    "go_to_clause",
    "show_findings",
    "enter_validity",
    "show_settings",
    "show_keys",
    "show_input_method",
    "show_about",
)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def luminance(image: QImage) -> npt.NDArray[np.float64]:
    """Return the relative luminance of each pixel, as WCAG defines it; height × width."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    rgb = rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3) / 255.0
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def changed_pixels(before: QImage, after: QImage, place: QRect) -> int:
    """Return how many pixels of *place* change with enough contrast."""
    place = place.intersected(before.rect())
    first, second = luminance(before.copy(place)), luminance(after.copy(place))
    ratio = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
    return int((ratio >= _CONTRAST).sum())


def name_of(stop: QWidget) -> str:
    return f"{type(stop).__name__} {stop.accessibleName() or getattr(stop, 'text', str)()}"


def unseen_stops(qtbot: QtBot, top: QWidget, most: int) -> tuple[list[str], int]:
    """Press Tab until it comes round; return the stops where nobody sees the keyboard, and how many there are."""
    unseen: list[str] = []
    seen: list[QWidget] = []
    before = top.grab().toImage()
    for _ in range(most):
        qtbot.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        settle()
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop in seen:
            return unseen, len(seen)
        seen.append(stop)
        after = top.grab().toImage()
        place = QRect(stop.mapTo(top, QPoint(0, 0)), stop.size())
        count = changed_pixels(before, after, place)
        if count < _PIXELS:
            unseen.append(f"{name_of(stop)}: {count}")
        before = after
    raise AssertionError(f"{most} stops and more")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize("kind", [FactKind.BODY, FactKind.CHANGE])
def test_every_stop_of_the_window_shows_the_keyboard(
    qtbot: QtBot, window: MainWindow, tokens: Tokens, palette: Palette, size: tuple[int, int], kind: FactKind
) -> None:
    tokens.wear(palette, 100)
    window.resize(*size)
    window.selection.select(FactRef(kind))
    window.changes.show_as_table(kind is FactKind.CHANGE)
    window.docks.bring_forward(window.changes if kind is FactKind.CHANGE else window.source)
    window.activateWindow()
    window.status.findings.setFocus()
    settle()
    unseen, stops = unseen_stops(qtbot, window, 40)
    assert unseen == []
    assert stops < 28


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_every_stop_beside_the_picture_of_changes_shows_the_keyboard(
    qtbot: QtBot, window: MainWindow, tokens: Tokens, palette: Palette, size: tuple[int, int]
) -> None:
    tokens.wear(palette, 100)
    window.resize(*size)
    window.changes.show_view(ChangesView.FLOW)
    window.docks.bring_forward(window.changes)
    window.activateWindow()
    window.status.findings.setFocus()
    settle()
    unseen, _ = unseen_stops(qtbot, window, 40)
    assert unseen == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", _DIALOGS)
def test_every_stop_of_a_dialog_shows_the_keyboard(
    qtbot: QtBot, window: MainWindow, tokens: Tokens, palette: Palette, name: str
) -> None:
    tokens.wear(palette, 100)
    window.activateWindow()
    getattr(window.dialogs, name)()
    settle()
    dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    dialog.activateWindow()
    settle()
    unseen, _ = unseen_stops(qtbot, dialog, 30)
    dialog.close()
    assert unseen == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_stop_of_a_crash_report_shows_the_keyboard(
    qtbot: QtBot, window: MainWindow, tokens: Tokens, palette: Palette
) -> None:
    tokens.wear(palette, 100)
    dialog = CrashDialog("Traceback\nValueError", window)
    dialog.open()
    dialog.activateWindow()
    settle()
    unseen, _ = unseen_stops(qtbot, dialog, 20)
    dialog.close()
    assert unseen == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_stop_of_the_page_without_a_library_shows_the_keyboard(
    qtbot: QtBot, tmp_path: Path, tokens: Tokens, palette: Palette
) -> None:
    tokens.wear(palette, 100)
    window = make_window(tmp_path / "没有.db", tokens)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    settle()
    unseen, _ = unseen_stops(qtbot, window, 20)
    assert unseen == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_stop_within_a_page_shows_the_keyboard(
    qtbot: QtBot, window: MainWindow, tokens: Tokens, palette: Palette
) -> None:
    tokens.wear(palette, 100)
    window.selection.select(FactRef(FactKind.DIVISION, 11))
    window.activateWindow()
    window.go_to(window.detail)
    settle()
    unseen: list[str] = []
    where: QWidget = window.detail.home
    for _ in range(8):
        qtbot.keyClick(where, Qt.Key.Key_Down)
        settle()
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop is where:
            break
        after = window.grab().toImage()
        stop.clearFocus()  # the page may have scrolled, one mark to the very place of another
        settle()
        count = changed_pixels(window.grab().toImage(), after, QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()))
        stop.setFocus()
        if count < _PIXELS:
            unseen.append(f"{name_of(stop)}: {count}")
        where = stop
    assert where is not window.detail.home
    assert unseen == []
