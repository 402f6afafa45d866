"""Words of which those that another wording lacks are marked: struck out, or with a line under them."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.review.differing import Place
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class DifferingText(WrappedLabel):
    """What is *added* has a line under it, what is removed one through it: told apart without colour too.

    It has the colours that were in force when it was made.
    """

    def __init__(
        self, tokens: Tokens, words: str, places: tuple[Place, ...], parent: QWidget | None = None, *, added: bool
    ) -> None:
        super().__init__(tokens, words, parent)
        self._differing = places
        self._added = added
        self._layout.setFormats([self._look(place) for place in places])

    @property
    def differing(self) -> tuple[Place, ...]:
        """The places that are marked."""
        return self._differing

    def _look(self, place: Place) -> QTextLayout.FormatRange:
        t = self._tokens
        look = QTextCharFormat()
        look.setForeground(QColor(t.entered if self._added else t.error))
        look.setBackground(QColor(t.hover))
        look.setFontUnderline(self._added)
        look.setFontStrikeOut(not self._added)
        found = QTextLayout.FormatRange()
        first, last = self._units(place)
        found.start, found.length, found.format = first, last - first, look
        return found

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words, and over them what is selected."""
        with QPainter(self) as painter:
            painter.setPen(QColor(self.ink))
            self._lay_out(self.width())
            selected: list[QTextLayout.FormatRange] = []
            if self._anchor != self._cursor:
                first, last = sorted((self._anchor, self._cursor))
                selected.append(self._format(first, last, self._tokens.selection))
            self._layout.draw(painter, QPointF(0.0, 0.0), selected)
