"""The words of a shared matter with those marked in them that say who does what."""

from __future__ import annotations

from itertools import pairwise
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
    """Verbs stand in the accent's colour over a line, coordinating bodies over dots: told apart without colour.

    It has the sizes and colours that were in force when it was made.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, "", parent, points=tokens.font_reading)
        self._underlined: tuple[Underlined, ...] = ()

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

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """Return how each stretch of the words looks: two formats at one place would hide each other."""
        edges = {edge for start, end, *_ in (*self._marks, *self._underlined) for edge in (start, end)}
        found: list[QTextLayout.FormatRange] = []
        for start, end in pairwise(sorted(edges)):
            line = next((one for one in self._underlined if one.start <= start and end <= one.end), None)
            lit = any(first <= start and end <= last for first, last in self._marks)
            if line is not None or lit:
                found.append(self._stretch(start, end, line, lit=lit))
        return found

    def _stretch(self, start: int, end: int, line: Underlined | None, *, lit: bool) -> QTextLayout.FormatRange:
        t = self._tokens
        look = QTextCharFormat()
        look.setForeground(QColor(t.text))
        if lit:
            look.setBackground(QColor(t.highlight))
        if line is not None:
            look.setForeground(QColor(t.text if line.dotted else t.accent))
            look.setUnderlineColor(QColor(t.muted if line.dotted else t.accent))
            look.setUnderlineStyle(_Line.DotLine if line.dotted else _Line.SingleUnderline)
        found = QTextLayout.FormatRange()
        first, last = self._units((start, end))
        found.start, found.length, found.format = first, last - first, look
        return found

    # Qt overrides

    def mark(self, places: tuple[tuple[int, int], ...]) -> None:
        """Highlight the words at *places* and keep the lines under others.

        The layout holds both: of formats that are laid over its words when they are painted, one hides another.
        """
        super().mark(places)
        self._layout.setFormats(self._formats())
        self._forget_sizes()
        self.update()

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
