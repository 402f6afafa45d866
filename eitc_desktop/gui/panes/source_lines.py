"""The lines under facts in the text, painted for what is in sight and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QLineF, QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLine
from PySide6.QtWidgets import QTextEdit

from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.models.text_positions import TextPositions
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.fact_line import FAMILIES, FactPens
from eitc_desktop.model.facts import Fact
from eitc_desktop.model.text import Span

_DROP = 0.32  # of the character's height, from the baseline to the line: below the tails of g and of brackets
_WEIGHT = 0.06  # of the same: how thick a line is


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line of the document in sight: its layout, where that stands in the viewport, its first UTF-16 unit."""

    layout: QTextLine
    origin: QPointF
    block_start: int

    @property
    def baseline(self) -> float:
        """Where the characters stand, in the viewport."""
        return self.origin.y() + self.layout.y() + self.layout.ascent()

    def x(self, unit: int) -> float:
        """Return where UTF-16 offset *unit* of the document stands in the viewport."""
        along, _ = cast("tuple[float, int]", self.layout.cursorToX(unit - self.block_start))
        return self.origin.x() + along

    def units(self) -> tuple[int, int]:
        """Return the UTF-16 offsets where the line begins and ends."""
        start = self.block_start + self.layout.textStart()
        return start, start + self.layout.textLength()


def visible_lines(edit: QTextEdit, clip: QRect) -> Iterator[VisibleLine]:
    """Yield the lines of *edit* that show in *clip* (viewport), from the top."""
    layout = edit.document().documentLayout()
    scrolled = QPointF(edit.horizontalScrollBar().value(), edit.verticalScrollBar().value())
    block = edit.cursorForPosition(clip.topLeft()).block()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        top = box.top() - scrolled.y()
        if top > clip.bottom():
            return
        lines = block.layout()
        origin = lines.position() - scrolled
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            above = origin.y() + line.y()
            if above + line.height() >= clip.top() and above <= clip.bottom() and line.textLength():
                yield VisibleLine(line, origin, block.position())
        block = block.next()


class FactLines:
    """Draws a line under the narrowest facts of *edit*, and one in the margin beside the wholes they are pieces of."""

    def __init__(self, tokens: Tokens, edit: QTextEdit) -> None:
        self._tokens = tokens
        self._edit = edit
        self._facts = FactMap(())
        self._positions = TextPositions("")
        self.current: Fact | None = None
        """The fact whose line is drawn stronger while the keyboard is in *edit*."""

    @property
    def facts(self) -> FactMap:
        """The facts of the text shown."""
        return self._facts

    def set_facts(self, facts: FactMap, positions: TextPositions) -> None:
        """Draw the lines of *facts* from now on; *positions* are those of their text."""
        self._facts, self._positions, self.current = facts, positions, None

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw the lines that show in *clip* (viewport)."""
        character = QFontMetricsF(self._edit.font()).horizontalAdvance("\u4e00")
        width = max(1, round(character * _WEIGHT))
        usual, strong = FactPens(self._tokens, width), FactPens(self._tokens, 2 * width)
        drop = character * _DROP
        current = self.current if self._edit.hasFocus() else None
        for line in visible_lines(self._edit, clip):
            start, end = line.units()
            span = Span(self._positions.point(start), self._positions.point(end))
            y = round(line.baseline + drop) + width / 2
            for run in self._facts.runs(span):
                left, right = (round(line.x(self._positions.units(at))) for at in (run.span.start, run.span.end))
                pens = strong if run.fact is current else usual
                # shortened, so that facts side by side stay two
                pens.draw(painter, FAMILIES[run.fact.ref.kind], QLineF(left + 1, y, right - 1, y))
            wholes = self._facts.wholes(span)
            if wholes:
                shown = current if current is not None and current in wholes else wholes[-1]
                pens = strong if shown is current else usual
                pens.draw(painter, FAMILIES[shown.ref.kind], self._margin_of(line))

    def _margin_of(self, line: VisibleLine) -> QLineF:
        x = self._edit.document().documentMargin() / 2
        top = round(line.origin.y() + line.layout.y())
        return QLineF(x, top, x, round(top + line.layout.height()))
