from __future__ import annotations

import gc
import math
import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop import paths
from eitc_desktop.gui.icons import WINDOW_ICON_SIZES, Icon, icon, icon_size, paint_icon, window_icon
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens

_SIZE = QSize(18, 18)


def painted(source: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, scale: float = 1.0) -> QImage:
    return source.pixmap(_SIZE, scale, mode).toImage()


def strongest(image: QImage) -> QColor:
    """Return the colour of the pixel that is covered most."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def names_drawn() -> list[str]:
    lines = (paths.resources_dir() / "icons" / "lucide.txt").read_text(encoding="ascii").splitlines()
    return [line.split()[0] for line in lines if not line.startswith("#")]


def test_what_is_used_is_bundled_and_nothing_else() -> None:
    package = paths.resources_dir().parent / "eitc_desktop"
    words = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert set(re.findall(r"(?<![\w.])Icon\.([A-Z_]+)\b", words)) == {which.name for which in Icon}
    assert names_drawn() == sorted(which.value for which in Icon)


@pytest.mark.parametrize("which", Icon)
def test_every_icon_is_seen_and_stays_in_its_box(tokens: Tokens, which: Icon) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        paint_icon(painter, QRectF(10, 10, 20, 20), which, tokens.text)
    marked = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha()]
    assert len(marked) > 10
    assert all(9 <= x <= 30 and 9 <= y <= 30 for x, y in marked)


def test_an_icon_follows_the_palette_without_being_made_anew() -> None:
    tokens = Tokens(LIGHT)
    back = icon(tokens, Icon.BACK)
    assert strongest(painted(back)).name() == LIGHT.text.lower()
    tokens.wear(DARK, 100)
    assert strongest(painted(back)).name() == DARK.text.lower()


def test_a_disabled_icon_is_fainter(tokens: Tokens) -> None:
    back = icon(tokens, Icon.BACK)
    assert strongest(painted(back, QIcon.Mode.Disabled)).alpha() < 128 < strongest(painted(back)).alpha()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_all_pixels_of_the_screen(tokens: Tokens, scale: float) -> None:
    pixmap = icon(tokens, Icon.BACK).pixmap(_SIZE, scale)
    side = math.ceil(18 * scale)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (side, scale)
    # the shaft of the arrow is no blur of two half rows
    middle = [pixmap.toImage().pixelColor(side // 2, y).alpha() for y in range(side)]
    assert max(middle) == 255


def test_the_size_follows_the_text() -> None:
    tokens = Tokens(LIGHT)
    assert icon_size(tokens) == _SIZE
    tokens.wear(LIGHT, 150)
    assert icon_size(tokens) == QSize(27, 27)


def test_icons_outlive_whoever_made_them(tokens: Tokens, qtbot: QtBot) -> None:
    button, action = QToolButton(), QAction()
    qtbot.addWidget(button)
    button.setIcon(icon(tokens, Icon.FILTER))
    action.setIcon(icon(tokens, Icon.FILTER))
    for _ in range(500):
        for which in (Icon.BACK, Icon.FORWARD):
            copy = QIcon(icon(tokens, which))
            assert not painted(copy).isNull()
    detached = QIcon(button.icon())
    detached.addPixmap(button.icon().pixmap(4, 4))  # Qt makes a clone of the engine
    gc.collect()
    reference = painted(icon(tokens, Icon.FILTER))
    assert painted(button.icon()) == painted(action.icon()) == painted(detached) == reference
    assert not button.grab().isNull()


def test_a_program_with_icons_ends_without_a_crash() -> None:
    code = (
        "from PySide6.QtGui import QIcon\n"
        "from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton\n"
        "from eitc_desktop.gui.icons import Icon, icon, window_icon\n"
        "from eitc_desktop.gui.theme import LIGHT, Tokens\n"
        "app = QApplication(['x', '-platform', 'offscreen'])\n"
        "tokens = Tokens(LIGHT)\n"
        "app.setWindowIcon(window_icon())\n"
        "window = QMainWindow()\n"
        "menu = window.menuBar().addMenu('x')\n"
        "for which in Icon:\n"
        "    menu.addAction(icon(tokens, which), which.name)\n"
        "    button = QToolButton(window)\n"
        "    button.setIcon(icon(tokens, which))\n"
        "kept = icon(tokens, Icon.CLOSE)\n"
        "with_picture = QIcon(kept)\n"
        "with_picture.addPixmap(kept.pixmap(4, 4))\n"
        "del tokens\n"
        "window.show()\n"
        "window.grab()\n"
        "menu.grab()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    allowed = "This plugin does not support propagateSizeHints()"
    assert (done.returncode, done.stderr.replace(allowed, "").strip()) == (0, "")


def test_the_programs_icon_is_there_in_all_sizes() -> None:
    found = window_icon()
    assert [size.toTuple() for size in found.availableSizes()] == [(side, side) for side in WINDOW_ICON_SIZES]
    for side in WINDOW_ICON_SIZES:
        image = found.pixmap(QSize(side, side), 1.0).toImage()
        assert image.size() == QSize(side, side)
        assert image.pixelColor(0, side // 2).alpha() < 255  # the page stands on nothing
        assert strongest(image).alpha() == 255
