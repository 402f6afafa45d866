"""A line for words to filter by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_OF_THE_INPUT_METHOD = {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FilterLine(QLineEdit):
    """Tells what was typed once it is words: what an input method still composes is nobody's filter.

    Gets its button for clearing with the first word: before that it would be empty, and its icon is slow to find.
    """

    words_settled = Signal(str)  # other words than before
    left_below = Signal()  # Down: to what is filtered

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._taking = False  # an event of the input method
        self._composing = False
        self.textChanged.connect(self._take_change)

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing in it."""
        return self._composing

    def call(self) -> None:
        """Take the keyboard, with the words there marked so that typing replaces them."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def answer_in(self, pane: QWidget) -> None:
        """Let Ctrl+F anywhere in *pane* lead here."""
        call = QAction(QCoreApplication.translate("FilterLine", "到筛选框"), pane)
        call.setShortcut(QKeySequence("Ctrl+F"))
        call.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        call.triggered.connect(self.call)
        pane.addAction(call)

    def _take_change(self, words: str) -> None:
        if words and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
        if not self._taking:
            self._composing = False
            self._tell()

    def _tell(self) -> None:
        words = self.text()
        if words != self._told:
            self._told = words
            self.words_settled.emit(words)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Take a composition's keys before the pane's shortcuts do: Esc ends the composition, not the filter."""
        if (
            self._composing
            and event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_THE_INPUT_METHOD
        ):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold back what composing does to the words: to begin with, it takes away the marked ones."""
        self._taking = True
        super().inputMethodEvent(event)
        self._taking = False
        self._composing = bool(event.preeditString())
        if event.commitString() or not self._composing:
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the composition; where the input method kept it to itself, the words are as they stand."""
        super().focusOutEvent(event)
        self._composing = False
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards, to what is filtered; during a composition such keys are the input method's."""
        if self._composing and event.key() in _OF_THE_INPUT_METHOD:
            event.accept()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.left_below.emit()
        else:
            super().keyPressEvent(event)
