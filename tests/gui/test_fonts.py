from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.gui.fonts import INTERFACE_FAMILIES, choose_font, installed_family


def test_the_chosen_font_holds_every_character_of_the_provision(qapp: QApplication, source_text: str) -> None:
    choose_font(qapp, paths.resources_dir() / "fonts")
    font = QRawFont.fromFont(qapp.font())
    missing = {char for char in source_text if not char.isspace() and not font.supportsCharacter(ord(char))}
    assert not missing
    assert QFontMetrics(qapp.font()).horizontalAdvance("国") > 0


def test_the_systems_own_font_comes_first(qapp: QApplication) -> None:
    family = installed_family()
    if family is not None:
        assert family in INTERFACE_FAMILIES
        assert QFontDatabase.hasFamily(family)
        assert choose_font(qapp, Path("/nowhere")) == family
