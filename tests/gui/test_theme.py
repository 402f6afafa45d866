from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.gui.widgets.fact_line import FactFamily, family_colour
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize("name", ["text", "muted", "accent", "error", "derived", "judged", "entered"])
def test_words_can_be_read_on_every_background(theme: Palette, name: str) -> None:
    for background in (theme.window, theme.surface, theme.raised, theme.hover, theme.selection, theme.highlight):
        assert contrast(getattr(theme, name), background) >= 4.5


@BOTH
@pytest.mark.parametrize("kind", list(ChangeKind))
def test_kinds_of_change_can_be_read(theme: Palette, kind: ChangeKind) -> None:
    for background in (theme.window, theme.surface, theme.raised):
        assert contrast(Tokens(theme).change_colour(kind), background) >= 4.5


@BOTH
@pytest.mark.parametrize("family", list(FactFamily))
def test_lines_under_facts_can_be_seen(theme: Palette, family: FactFamily) -> None:
    """WCAG 1.4.11, on the paper itself and where words are chosen or marked."""
    for background in (theme.surface, theme.raised, theme.hover, theme.selection, theme.highlight):
        assert contrast(family_colour(Tokens(theme), family), background) >= 3


def test_every_kind_of_change_has_its_own_field() -> None:
    assert set(LIGHT.changes._fields) == {kind.value for kind in ChangeKind}


@BOTH
def test_theme_reaches_the_application(qapp: QApplication, tokens: Tokens, theme: Palette) -> None:
    tokens.wear(theme, 120)
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == theme.surface
    assert qapp.font().pointSizeF() == tokens.font_base == 12.0


def test_nobody_is_told_of_a_change_that_is_none(qtbot: QtBot, tokens: Tokens) -> None:
    with qtbot.assertNotEmitted(tokens.changed):
        tokens.wear(LIGHT, 100)


@pytest.mark.parametrize(("palette", "size"), [(DARK, 100), (LIGHT, 140), (DARK, 80)])
@pytest.mark.parametrize("ref", [FactRef(FactKind.BODY), FactRef(FactKind.CHANGE, 8), FactRef(FactKind.DIVISION, 5)])
def test_a_window_that_changes_looks_as_one_made_so(
    qtbot: QtBot, library_path: Path, tokens: Tokens, palette: Palette, size: int, ref: FactRef
) -> None:
    def shown() -> MainWindow:
        window = make_window(library_path, tokens)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        settle()
        return window

    def picture(window: MainWindow) -> QImage:
        window.selection.select(ref)
        settle()
        for scrolled in window.source.findChildren(QAbstractScrollArea):  # stands where the reader left it
            scrolled.verticalScrollBar().setValue(0)
        settle()
        return window.grab().toImage()

    changed = shown()
    picture(changed)
    tokens.wear(palette, size)
    settle()
    seen = picture(changed)
    fresh = picture(shown())
    assert seen == fresh


@BOTH
def test_a_choice_looks_like_a_button_and_has_an_arrow(qtbot: QtBot, tokens: Tokens, theme: Palette) -> None:
    tokens.wear(theme, 100)
    home = QWidget()
    qtbot.addWidget(home)
    column = QVBoxLayout(home)
    choice, button = QComboBox(home), QPushButton("按钮", home)
    choice.addItem("全部角色")
    column.addWidget(choice)
    column.addWidget(button)
    button.setFocus()
    home.show()
    picture, beside = choice.grab().toImage(), button.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(0, middle) == QColor(theme.border)
    assert picture.pixelColor(3, middle) == beside.pixelColor(3, beside.height() // 2) == QColor(theme.raised)
    arrow = [picture.pixelColor(x, y) for x in range(picture.width() - 20, picture.width() - 3) for y in range(4, 20)]
    assert any(one != QColor(theme.raised) for one in arrow)


def test_no_button_of_a_dialog_has_an_icon(qtbot: QtBot, tokens: Tokens) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    buttons.show()
    assert all(button.icon().isNull() for button in buttons.buttons())
