"""Fonts that every computer has: those of the program."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.drawing.glyphs import PaperFonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> PaperFonts:
    return PaperFonts(bundled_only=True)
