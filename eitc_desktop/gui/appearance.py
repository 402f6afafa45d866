"""Keeps the design tokens as the settings ask for them: light, dark or as the system is, and the size of text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens, system_palette
from eitc_desktop.settings import Theme


def palette_of(theme: Theme) -> Palette:
    """Return the palette that *theme* asks for at this moment."""
    match theme:
        case Theme.LIGHT:
            return LIGHT
        case Theme.DARK:
            return DARK
        case Theme.SYSTEM:
            return system_palette()


class Appearance(QObject):
    """Follows the settings and the system's colour scheme."""

    def __init__(self, tokens: Tokens, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._preferences = preferences
        preferences.changed.connect(self.follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Wear what is asked for."""
        settings = self._preferences.current
        self._tokens.wear(palette_of(settings.theme), settings.text_size)
