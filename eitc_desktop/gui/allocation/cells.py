"""How a scenario's cells are painted and typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.allocation.model import AllocationRole, Index
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.reviewing.allocation_sheet import SheetCell
from eitc_desktop.services.reviews.allocation_entering import NotACount, count_of

HINT_SIGN = "⚠"
_LONGEST = 64  # characters that can be typed into a cell

_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class NumberDelegate(QStyledItemDelegate):
    """Entered numbers in their colour, sums in theirs; cells with two drafts, and those worth a look, say so by sign.

    A line for typing stays open while what it holds is no number, and closes only for Escape or another place.
    """

    refused = Signal(str)  # why what was typed is no number: the line is still open
    left = Signal(int, bool)  # the key (Qt.Key) by which a line was left, and whether with Shift

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def _ink(self, index: Index) -> str:
        return self._tokens.derived if index.data(AllocationRole.CELL) is None else self._tokens.entered

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        t, rect = self._tokens, option.rect
        cell = index.data(AllocationRole.CELL)
        drafts = isinstance(cell, SheetCell) and cell.in_conflict
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
        elif drafts:
            painter.fillRect(rect, QColor(t.highlight))
        elif cell is None:
            painter.fillRect(rect, QColor(t.raised))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 2.0))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        room = rect.adjusted(t.space_m, 0, -t.space_m, 0)
        painter.setFont(option.font)
        if index.data(AllocationRole.HINTED):
            painter.setPen(QColor(t.derived))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, HINT_SIGN)
        painter.setPen(QColor(t.text if drafts else self._ink(index)))
        words = option.fontMetrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return a line for the number."""
        line = QLineEdit(parent)
        line.setMaxLength(_LONGEST)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFrame(False)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        line.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 4px; border-width: 2px; }")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the number there; a line that was typed into keeps what it holds when numbers change elsewhere."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed; a line left as it was tells nothing."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Fill the cell."""
        editor.setGeometry(QRect(option.rect).adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a line open whose words are no number; else leave it the way the key says."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _LEAVING
        ):
            error = _wrong(watched.text())
            if error is not None:
                self.refused.emit(sentence_of(error))
                return True
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.left.emit(event.key(), shift)
            return True
        return super().eventFilter(watched, event)


def _wrong(words: str) -> EitcError | None:
    try:
        count_of(words)
    except NotACount as error:
        return error
    return None
