from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.window_place import brought_back, place_of, show_at
from eitc_desktop.settings import WindowPlace

SMALL = QRect(0, 0, 911, 512)
BAR = 32


@pytest.mark.parametrize(
    ("rect", "expected"),
    [
        (QRect(400, 200, 1200, 700), QRect(0, 32, 911, 480)),  # from a larger screen: cut, and all of it in sight
        (QRect(100, 60, 1200, 300), QRect(0, 60, 911, 300)),
        (QRect(100, 60, 700, 900), QRect(100, 32, 700, 480)),
        (QRect(600, 300, 700, 400), QRect(600, 300, 700, 400)),  # not too large: partly off as its owner left it
        (QRect(-200, 100, 700, 400), QRect(-200, 100, 700, 400)),
        (QRect(100, -15, 700, 400), QRect(105, 72, 700, 400)),  # the title bar would stand above the screen
        (QRect(100, 20, 700, 400), QRect(100, 20, 700, 400)),  # most of it is in sight
        (QRect(3000, 3000, 1200, 700), QRect(0, 32, 911, 480)),
    ],
)
def test_a_window_is_within_reach(rect: QRect, expected: QRect) -> None:
    back = brought_back(rect, [SMALL], SMALL, BAR)
    assert back.size() == expected.size()
    assert (back.topLeft() - expected.topLeft()).manhattanLength() <= 2


def test_it_is_moved_within_the_screen_it_stands_on() -> None:
    second = QRect(911, -100, 1000, 600)
    assert brought_back(QRect(1500, 100, 1200, 700), [SMALL, second], SMALL, BAR) == QRect(911, -68, 1000, 568)


def test_what_was_brought_back_stays_there(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    show_at(window, WindowPlace(500, 300, 3000, 2000, maximized=False))
    place = place_of(window)
    assert (place.x, place.y, place.width, place.height) == (0, BAR, 1366, 768 - BAR)
    show_at(window, place)
    assert place_of(window) == place
