"""The words of a shared matter with those marked in them that say who does what."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


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
        look = QTextCharFormat()
        is_verb = line is not None and not line.dotted
        look.setForeground(QColor(self._tokens.accent if is_verb else self._tokens.text))
        if lit:
            look.setBackground(QColor(self._tokens.highlight))
        found = QTextLayout.FormatRange()
        first, last = self._units((start, end))
        found.start, found.length, found.format = first, last - first, look
        return found

    def _paint_lines(self, painter: QPainter) -> None:
        """Draw the lines ourselves: where words have a ground of their own Qt leaves them out."""
        t, descent = self._tokens, QFontMetricsF(self.font()).descent()
        for place in self._underlined:
            dots = Qt.PenStyle.DotLine if place.dotted else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(t.muted if place.dotted else t.accent), 1.0, dots))
            start, end = self._units((place.start, place.end))
            for number in range(self._layout.lineCount()):
                line = self._layout.lineAt(number)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    y = round(line.y() + line.ascent() + descent / 2) + 0.5
                    painter.drawLine(QPointF(_x_of(line, first), y), QPointF(_x_of(line, last), y))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words, then what lies on them."""
        with QPainter(self) as painter:
            painter.setPen(QColor(self.ink))
            self._lay_out(self.width())
            formats = self._formats()
            if self._anchor != self._cursor:
                first, last = sorted((self._anchor, self._cursor))
                formats.append(self._format(first, last, self._tokens.selection))
            self._layout.draw(painter, QPointF(0.0, 0.0), formats)
            self._paint_lines(painter)


def _x_of(line: QTextLine, unit: int) -> float:
    found: Any = line.cursorToX(unit)
    return found[0] if isinstance(found, tuple) else found  # PySide adds the place to it
