from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dock_title import DockTitle
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens


def darkest(widget: QWidget) -> QColor:
    image = widget.grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return min(pixels, key=QColor.lightness)


def test_the_buttons_follow_palette_and_text_size_while_they_are_shown(qtbot: QtBot) -> None:
    tokens, dock = Tokens(LIGHT), QWidget()
    qtbot.addWidget(dock)
    title = DockTitle(tokens, "机构树", dock)
    dock.show()
    side = title.close_button.width()
    assert darkest(title.float_button).lightness() <= QColor(LIGHT.muted).lightness() + 8
    tokens.wear(DARK, 150)
    assert title.close_button.width() == title.float_button.height() == 1.5 * side
    assert darkest(title.float_button).lightness() >= QColor(DARK.muted).lightness() - 8
    assert title.minimumSizeHint().width() == 3 * title.close_button.width()
