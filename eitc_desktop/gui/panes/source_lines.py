"""Lines under facts and the caret, painted over the text: for what is in sight and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextBlock, QTextDocument, QTextLine
from PySide6.QtWidgets import QTextEdit, QWidget

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.models.text_positions import TextPositions
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.fact_line import FAMILIES, FactPens
from eitc_desktop.model.facts import Fact
from eitc_desktop.model.text import Span

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import Marked

_DROP = 0.32  # of the character's height, from the baseline to the line: below the tails of g and of brackets
_ENTERED_DROP = 0.46  # of the same, to the double line under words that an opinion is on: below the lines under facts
_WEIGHT = 0.06  # of the same: how thick a line is
_CARET_WIDTH = 2  # logical pixels
_CARET_HEIGHT = 1.2  # of the character's height


class VisibleLine(NamedTuple):
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
    block = _block_at(edit.document(), clip.top() + scrolled.y())
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


def _block_at(document: QTextDocument, y: float) -> QTextBlock:
    """Return the last block that begins at or above *y* (document).

    Not Qt's hit test: that finds nonsense as long as the text is being laid out, which goes on piece by piece. To ask
    for a block's place lays the text out up to there; so the search begins above and leaps ahead.
    """
    layout = document.documentLayout()

    def top(number: int) -> float:
        return layout.blockBoundingRect(document.findBlockByNumber(number)).top()

    count, ahead = document.blockCount(), 1
    while ahead < count and top(ahead) <= y:
        ahead *= 2
    following = bisect_right(range(count), y, ahead // 2, min(ahead, count), key=top)
    return document.findBlockByNumber(max(0, following - 1))


class TextMarks(QWidget):
    """Lies over *edit* and lets the mouse through: lines under facts, lines in the margin beside wholes, the caret.

    The caret is ours because Qt's own is too thin to be found in a page of text. That all this is painted from above,
    not with the text, has its reason too: to ask for the text's own viewport costs a search among all classes of
    widgets, which the window would wait for when it opens.
    """

    def __init__(self, tokens: Tokens, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._tokens = tokens
        self._edit = edit
        self._facts = FactMap(())
        self._positions = TextPositions("")
        self._current: Fact | None = None
        self._lines_shown = True
        self._opinions: tuple[Marked, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def facts(self) -> FactMap:
        """The facts of the text shown."""
        return self._facts

    def set_facts(self, facts: FactMap, positions: TextPositions) -> None:
        """Draw the lines of *facts* from now on; *positions* are those of their text."""
        self._facts, self._positions, self._current = facts, positions, None
        self.update()

    def set_lines_shown(self, shown: bool) -> None:
        """Draw the lines under facts, or leave them out."""
        self._lines_shown = shown
        self.update()

    @property
    def opinions(self) -> tuple[Marked, ...]:
        """The places that opinions speak of."""
        return self._opinions

    def show_opinions(self, places: tuple[Marked, ...]) -> None:
        """Mark the *places* that opinions speak of, in the text's order."""
        alike = {(each.span, each.whole): each for each in places}  # many may speak of the same
        if self._opinions or alike:
            self._opinions = tuple(alike.values())
            self.update()

    def point_out(self, fact: Fact | None) -> None:
        """Draw the line of *fact* stronger than the others while the keyboard is in the text."""
        self._current = fact
        self.follow_caret()

    def follow_caret(self) -> None:
        """Draw the caret where it stands now; without the keyboard there is none, and no line is stronger."""
        if self._edit.hasFocus():
            self.update()

    def _paint_lines(self, painter: QPainter, clip: QRect) -> None:
        character = QFontMetricsF(self._edit.font()).horizontalAdvance("\u4e00")
        width = max(1, round(character * _WEIGHT))
        usual, strong = FactPens(self._tokens, width), FactPens(self._tokens, 2 * width)
        drop = character * _DROP
        current = self._current if self._edit.hasFocus() else None
        for line in visible_lines(self._edit, clip):
            span = self._span_of(line)
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

    def _paint_opinions(self, painter: QPainter, clip: QRect) -> None:
        """Draw the double line of what is entered: in the margin beside facts, and under words marked by hand."""
        lines = [(line, self._span_of(line)) for line in visible_lines(self._edit, clip)]
        if not lines:
            return
        seen = Span(lines[0][1].start, lines[-1][1].end)
        shown = [each for each in self._opinions if _meet(each.span, seen)]
        character = QFontMetricsF(self._edit.font()).horizontalAdvance("\u4e00")
        step = max(2, round(character * _WEIGHT * 2))
        painter.setPen(QPen(QColor(self._tokens.entered), max(1, round(character * _WEIGHT))))
        for line, span in lines:
            here = [each for each in shown if _meet(each.span, span)]
            if here:
                side = self._side_of(line)
                painter.drawLines([side, side.translated(step, 0)])
            y = round(line.baseline + character * _ENTERED_DROP)
            for each in here:
                if not each.whole:
                    ends = (max(each.span.start, span.start), min(each.span.end, span.end))
                    left, right = (round(line.x(self._positions.units(at))) for at in ends)
                    under = QLineF(left + 1, y, right - 1, y)
                    painter.drawLines([under, under.translated(0, step)])

    def _span_of(self, line: VisibleLine) -> Span:
        start, end = line.units()
        return Span(self._positions.point(start), self._positions.point(end))

    def _side_of(self, line: VisibleLine) -> QLineF:
        """Return the line in the margin at the right, beside a line of the text."""
        x = self._edit.viewport().width() - self._edit.document().documentMargin() / 2
        return self._margin_of(line).translated(x - self._margin_of(line).x1(), 0)

    def _margin_of(self, line: VisibleLine) -> QLineF:
        x = self._edit.document().documentMargin() / 2
        top = round(line.origin.y() + line.layout.y())
        return QLineF(x, top, x, round(top + line.layout.height()))

    def _caret(self) -> QRect:
        """Return where the caret is drawn (viewport): about as high as a character, not as a line."""
        line = self._edit.cursorRect()
        height = round(QFontMetricsF(self._edit.font()).horizontalAdvance("\u4e00") * _CARET_HEIGHT)
        return QRect(line.left(), line.center().y() - height // 2, _CARET_WIDTH, height)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what shows in the place of the text, which stands off from the edge."""
        corner = QPoint(self._edit.viewportMargins().left(), self._edit.viewportMargins().top())
        with QPainter(self) as painter:
            painter.translate(corner)
            if self._lines_shown:
                self._paint_lines(painter, event.rect().translated(-corner))
            if self._opinions:
                self._paint_opinions(painter, event.rect().translated(-corner))
            if self._edit.hasFocus():
                fill(painter, self._caret(), self._tokens.accent)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
