"""The provision's words as a document: plain text, set for reading, facts underlined, with a highlighted range."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.models.text_positions import TextPositions
from eitc_desktop.gui.panes.source_lines import TextMarks, visible_lines
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.model.facts import Fact
from eitc_desktop.model.text import Span
from eitc_desktop.phrases import Phrase

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import Marked

_LINE_PITCH = 1.8  # of the character's height, between lines of running text
_EMPTY_PITCH = 0.5  # of the same, for the blank lines between paragraphs
_MEASURE = 42  # characters: longer lines are hard to read


class SourceText(QTextEdit):
    """Read-only; every place going in or out is a code point offset of the provision's text."""

    place_reached = Signal(int)  # code point offset of the caret
    point_chosen = Signal(int)  # code point offset of a character that the reader wants the fact of
    tip_requested = Signal(int, object)  # code point offset of the character under the mouse, QPoint, global
    menu_requested = Signal(object)  # QPoint, global
    margin_pointed = Signal(object, object)  # Span of the line beside the mouse, QPoint, global
    margin_clicked = Signal(object, object)  # the same, where something is entered on that line

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._text = ""
        self._positions = TextPositions("")
        self._lit: Span | None = None  # is highlighted
        # what stays in sight when sizes change: words shown, until the reader scrolls them away; then the topmost
        self._kept: Span | None = None
        self._top: int | None = None  # UTF-16 offset
        self._marks = TextMarks(tokens, self)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.setCursorWidth(0)  # Qt's own caret is too thin to be found in a page of text
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(tokens.space_l)
        self._set_size()
        tokens.changed.connect(self._dress)
        self.cursorPositionChanged.connect(self._tell_place)
        self.verticalScrollBar().actionTriggered.connect(self._release)

    @property
    def place(self) -> int:
        """Code point offset of the caret."""
        return self._positions.point(self.textCursor().position())

    @property
    def selected_span(self) -> Span:
        """The selected range; empty at the caret where nothing is selected."""
        cursor = self.textCursor()
        return Span(self._positions.point(cursor.selectionStart()), self._positions.point(cursor.selectionEnd()))

    def show_text(self, text: str, headings: tuple[Span, ...], facts: FactMap) -> None:
        """Show *text* from its beginning, with lines under its *facts*; *headings* are set in bold."""
        self._text = text
        self._positions = TextPositions(text)
        self._marks.set_facts(facts, self._positions)
        self._kept = self._lit = self._top = None
        self.setExtraSelections([])
        self.setPlainText(text)
        self._set_lines()
        for heading in headings:
            self._set_bold(heading)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_span(self, span: Span) -> None:
        """Highlight *span*, put the caret at its beginning and bring it into sight."""
        self._highlight(span)
        self.go_to(span.start)
        self._kept = self._lit = span
        self._bring_into_sight(span)

    def clear_span(self) -> None:
        """Take the highlight away."""
        self._kept = self._lit = self._top = None
        self.setExtraSelections([])

    def go_to(self, point: int) -> None:
        """Put the caret at code point offset *point* and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.units(point))
        self.setTextCursor(cursor)
        self._kept = Span(point, point)
        self._bring_into_sight(self._kept)

    def set_lines_shown(self, shown: bool) -> None:
        """Show or hide the lines under facts."""
        self._marks.set_lines_shown(shown)

    def show_opinions(self, places: tuple[Marked, ...]) -> None:
        """Mark the *places* that opinions speak of."""
        self._marks.show_opinions(places)
        if places:
            self.viewport().setMouseTracking(True)  # the mouse shows where something is entered

    def point_out(self, fact: Fact | None) -> None:
        """Draw the line of *fact* stronger than the others while the keyboard is here."""
        self._marks.point_out(fact)

    def go_to_next_fact(self) -> None:
        """Put the caret where the next fact begins; at the last one it stays."""
        self._go_to_fact(self._marks.facts.start_after(self.place))

    def go_to_previous_fact(self) -> None:
        """Put the caret where the nearest fact before it begins; at the first one it stays."""
        self._go_to_fact(self._marks.facts.start_before(self.place))

    def choose_here(self) -> None:
        """Ask for the fact where the caret stands."""
        self.point_chosen.emit(self.place)

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "选中光标处的事实"), choose_here),
        KeyUse(("Ctrl+Down",), Phrase("KeyUses", "到下一项事实"), go_to_next_fact),
        KeyUse(("Ctrl+Up",), Phrase("KeyUses", "到上一项事实"), go_to_previous_fact),
    )

    def _go_to_fact(self, start: int | None) -> None:
        if start is None:
            return
        self.go_to(start)
        self._kept = self._marks.facts.at(start)[0].span
        self._bring_into_sight(self._kept)

    def _character_at(self, place: QPoint) -> int | None:
        """Return the code point offset of the character under *place* (viewport), None beside the words."""
        for line in visible_lines(self, QRect(place, place)):
            start, end = line.units()
            if line.x(start) <= place.x() < line.x(end):
                on_character = QTextLine.CursorPosition.CursorOnCharacter
                unit = line.layout.xToCursor(place.x() - line.origin.x(), on_character)
                return self._positions.point(line.block_start + unit)
        return None

    def _line_beside(self, place: QPoint) -> Span | None:
        """Return the range of the line beside which *place* (viewport) is, in the margin at the right."""
        if place.x() < self.viewport().width() - self.document().documentMargin():
            return None
        units = next((line.units() for line in visible_lines(self, QRect(place, place))), None)
        return None if units is None else Span(self._positions.point(units[0]), self._positions.point(units[1]))

    def _marked_line(self, place: QPoint) -> Span | None:
        """Return the range of the line beside which *place* (viewport) is, if an opinion speaks of something in it."""
        opinions = self._marks.opinions
        line = self._line_beside(place) if opinions else None
        if line is None or not any(each.span.start < line.end and line.start < each.span.end for each in opinions):
            return None
        return line

    def _highlight(self, span: Span) -> None:
        chosen = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(QColor(self._tokens.highlight))
        look.setForeground(QColor(self._tokens.text))
        chosen.format = look  # pyright: ignore[reportAttributeAccessIssue]
        chosen.cursor = self._cursor_over(span)  # pyright: ignore[reportAttributeAccessIssue]
        self.setExtraSelections([chosen])

    def _set_size(self) -> None:
        font = self.font()
        font.setPointSizeF(self._tokens.font_reading)
        self.setFont(font)

    def _dress(self) -> None:
        """Take the colours and sizes now in force; what was shown stays in sight, or else what stands at the top."""
        if self._lit is not None:
            self._highlight(self._lit)
        self._set_size()  # even where it is the same: a style sheet puts back the font that it first met
        self._set_lines()
        self._set_measure()
        QTimer.singleShot(0, self, self._settle)  # everything is laid out anew then

    def _settle(self) -> None:
        self.document().documentLayout().documentSize()  # lays out what isn't: places are wrong before
        self._keep_in_sight()

    def _cursor_over(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.units(span.start))
        cursor.setPosition(self._positions.units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _set_lines(self) -> None:
        height = QFontMetricsF(self.font()).ascent() + QFontMetricsF(self.font()).descent()
        pixels = min(height, self.font().pointSizeF() * self.logicalDpiY() / 72)
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines = QTextBlockFormat()
        lines.setLineHeight(pixels * _LINE_PITCH, fixed)
        gaps = QTextBlockFormat()
        gaps.setLineHeight(pixels * _EMPTY_PITCH, fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                cursor.setPosition(block.position())
                cursor.setBlockFormat(gaps)
            block = block.next()

    def _set_bold(self, span: Span) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        self._cursor_over(span).mergeCharFormat(bold)

    def _bring_into_sight(self, span: Span) -> None:
        """Scroll only where the range isn't seen whole; then its first line comes to a fifth of the height."""
        ends = self._cursor_over(span)
        bottom = self.cursorRect(ends).bottom()
        ends.setPosition(self._positions.units(span.start))
        top = self.cursorRect(ends).top()
        height = self.maximumViewportSize().height()
        edge = 2 * self.fontMetrics().height()  # a reader wants to see what stands before and after
        if top >= edge and bottom <= height - edge:
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - height // 5)

    def _tell_place(self) -> None:
        self._marks.follow_caret()
        self.place_reached.emit(self.place)

    def _release(self) -> None:
        """Keep, from now on, what the reader has in sight after scrolling or moving."""
        QTimer.singleShot(0, self, self._note_sight)

    def _note_sight(self) -> None:
        seen = self._lit is not None and self.viewport().rect().contains(
            self.cursorRect(self._cursor_over(Span(self._lit.start, self._lit.start)))
        )
        self._kept = self._lit if seen else None
        self._top = None if seen else self.cursorForPosition(QPoint(0, 0)).position()

    def _keep_in_sight(self) -> None:
        if self._kept is not None:
            self._bring_into_sight(self._kept)
        elif self._top is not None:
            top = QTextCursor(self.document())
            top.setPosition(min(self._top, self.document().characterCount() - 1))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(top).top())

    def _set_measure(self) -> None:
        character = QFontMetricsF(self.font()).horizontalAdvance("\u4e00")
        spare = self.width() - round(_MEASURE * character) - 2 * self._tokens.space_l - 16
        side = max(0, spare // 2)
        self.setViewportMargins(side, 0, side, 0)

    # Qt overrides

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy exactly the provision's characters: Qt's own copy adds HTML and turns some spaces into others."""
        data = super().createMimeDataFromSelection()  # the clipboard outlives Python: one made here would crash the end
        data.text()  # Qt's own words are put in when they are first asked for
        data.clear()
        data.setText(self.selected_span.of(self._text))
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the pane."""
        self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines to a readable measure, and what was shown in sight."""
        self._set_measure()
        super().resizeEvent(event)
        self._marks.resize(self.size())
        self._keep_in_sight()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what was chosen while the pane was hidden into sight."""
        super().showEvent(event)
        self._keep_in_sight()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the reader now looks elsewhere."""
        super().wheelEvent(event)
        self._release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; otherwise move: the reader now looks elsewhere."""
        if answer_key(self, self.KEYS, event):
            return
        super().keyPressEvent(event)
        self._release()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what is entered beside a line that is clicked in the margin."""
        line = self._marked_line(event.position().toPoint())
        if line is not None and event.button() is Qt.MouseButton.LeftButton and not len(self.selected_span):
            self.margin_clicked.emit(line, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what is entered in the margin."""
        super().mouseMoveEvent(event)
        if self._marks.opinions:
            marked = self._marked_line(event.position().toPoint()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if marked else Qt.CursorShape.IBeamCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the fact of the words; where there is none, a word is selected as usual."""
        point = self._character_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and point is not None and self._marks.facts.at(point):
            self.point_chosen.emit(point)
        else:
            super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for the tip of the character under the mouse."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        point = self._character_at(event.pos())
        line = self._line_beside(event.pos()) if point is None else None
        if line is not None:
            self.margin_pointed.emit(line, event.globalPos())
        elif point is None:
            QToolTip.hideText()
        else:
            self.tip_requested.emit(point, event.globalPos())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._marks.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._marks.update()
