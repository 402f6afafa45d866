"""The words of a shared matter with those marked in them that say who does what."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel

_Line = QTextCharFormat.UnderlineStyle


class Underlined(NamedTuple):
    """A place, ``[start, end)`` in characters: a role's verb, or with *dotted* a coordinating body."""

    start: int
    end: int
    dotted: bool = False


class MarkedText(WrappedLabel):
    """Verbs stand in the accent's colour over a line, coordinating bodies over dots: told apart without colour."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "", parent, points=tokens.font_reading)
        self._underlined: tuple[Underlined, ...] = ()
        tokens.changed.connect(self._follow)

    @property
    def underlined(self) -> tuple[Underlined, ...]:
        """The places that have a line under them."""
        return self._underlined

    @property
    def highlighted(self) -> tuple[tuple[int, int], ...]:
        """The places that stand on a ground of another colour: the role that is chosen."""
        return self._marks

    def show_words(self, words: str, underlined: tuple[Underlined, ...]) -> None:
        """Show *words* with lines under some of them; nothing is highlighted."""
        self._underlined = underlined
        self.setText(words)
        self.mark(())
        self.update()

    def _follow(self) -> None:
        font = self.font()
        font.setPointSizeF(self._tokens.font_reading)
        self.setFont(font)
        self.update()

    def _line(self, place: Underlined) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        start, end = self._units((place.start, place.end))
        found.start, found.length = start, end - start
        look = QTextCharFormat()
        look.setForeground(QColor(self._tokens.text if place.dotted else self._tokens.accent))
        look.setUnderlineColor(QColor(self._tokens.muted if place.dotted else self._tokens.accent))
        look.setUnderlineStyle(_Line.DotLine if place.dotted else _Line.SingleUnderline)
        found.format = look
        return found

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words, then what lies on them."""
        with QPainter(self) as painter:
            painter.setPen(QColor(self.ink))
            self._lay_out(self.width())
            formats = [self._format(*place, self._tokens.highlight) for place in map(self._units, self._marks)]
            formats += [self._line(place) for place in self._underlined]
            if self._anchor != self._cursor:
                first, last = sorted((self._anchor, self._cursor))
                formats.append(self._format(first, last, self._tokens.selection))
            self._layout.draw(painter, QPointF(0.0, 0.0), formats)
