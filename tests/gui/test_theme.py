from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.theme import DARK, LIGHT, Tokens, apply_theme
from eitc_desktop.model.provision import ChangeKind

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


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
def test_words_can_be_read_on_every_background(theme: Tokens, name: str) -> None:
    for background in (theme.window, theme.surface, theme.raised, theme.hover, theme.selection, theme.highlight):
        assert contrast(getattr(theme, name), background) >= 4.5


@BOTH
@pytest.mark.parametrize("kind", list(ChangeKind))
def test_kinds_of_change_can_be_read(theme: Tokens, kind: ChangeKind) -> None:
    for background in (theme.window, theme.surface, theme.raised):
        assert contrast(theme.change_colour(kind), background) >= 4.5


def test_every_kind_of_change_has_its_own_field() -> None:
    assert {field.name for field in fields(LIGHT.changes)} == {kind.value for kind in ChangeKind}


@BOTH
def test_theme_reaches_the_application(qapp: QApplication, theme: Tokens) -> None:
    try:
        apply_theme(qapp, theme)
        assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == theme.surface
        assert qapp.font().pointSizeF() == theme.font_base
    finally:
        apply_theme(qapp, LIGHT)
