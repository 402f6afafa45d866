"""Lines of words in a dialog: what is to be known, and why something went wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from eitc_desktop.gui.theme import Tokens


class PlainLine(QLabel):
    """Plain text that wraps and can be copied; ``muted`` is less than what stands beside it."""

    def __init__(self, tokens: Tokens, words: str = "", parent: QWidget | None = None, *, muted: bool = False) -> None:
        super().__init__(words, parent)
        self._tokens = tokens
        self._muted = muted
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        tokens.changed.connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """Say *words*; the line is there only where there are any."""
        self.setText(words)
        self.setVisible(bool(words))

    @property
    def ink(self) -> str:
        """Colour of the words, as #RRGGBB."""
        return self._tokens.muted if self._muted else self._tokens.text

    @Slot()
    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self.ink))
        self.setPalette(palette)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that the words need in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()


class FailureLine(PlainLine):
    """Why something wasn't done: there only when something wasn't, and heard when it appears."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "", parent)
        self.hide()

    @property
    def ink(self) -> str:
        """Colour of the words, as #RRGGBB."""
        return self._tokens.error


class WarningLine(PlainLine):
    """What has to be thought of before going on, behind a sign."""

    def say(self, words: str) -> None:
        """Say *words* behind the sign."""
        super().say(f"⚠ {words}" if words else "")
