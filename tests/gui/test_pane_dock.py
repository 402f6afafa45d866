from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from eitc_desktop.gui.pane_dock import floating_place

LARGE, SMALL, SECOND = QRect(0, 0, 1366, 768), QRect(0, 0, 911, 512), QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize("screen", [LARGE, SMALL, SECOND])
@pytest.mark.parametrize("wanted", [QSize(400, 560), QSize(960, 380), QSize(3000, 3000)])
@pytest.mark.parametrize("left", [0.0, 0.5, 0.75, 0.98])
def test_a_dock_floats_within_the_screen_and_not_over_its_place(screen: QRect, wanted: QSize, left: float) -> None:
    old = QRect(screen.left() + int(screen.width() * left), screen.top() + 30, 300, 400)
    place = floating_place(old, wanted, screen)
    assert screen.contains(place)
    assert place.size() != old.size()
    assert place.topLeft() != old.topLeft()
