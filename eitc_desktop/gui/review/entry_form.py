"""What all dialogs for entering have in common: saving, what is said when it fails, and closing with words unsaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.dialogs.fitted import room_over
from eitc_desktop.gui.review.guarded import GuardedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.review import Anchor
from eitc_desktop.reviewing.cleaning import MAX_TEXT
from eitc_desktop.services.reviews.session import Change

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_AROUND = 12  # logical pixels: the frame of a text, and the margin within


class EntryForm(GuardedDialog):
    """A form over 保存 and 取消. It closes when what it holds is on disk, and keeps every word until then."""

    saved = Signal()

    def __init__(self, tokens: Tokens, desk: ReviewDesk, title: str, size: QSize, parent: QWidget | None) -> None:
        super().__init__(tokens, title, size, parent)
        self._desk = desk
        self._line = MessageLine(tokens, self)
        self._line.copy.clicked.connect(self.copy_words)

    @property
    def message(self) -> str:
        """What is said over the buttons: what is missing, or why it could not be saved; mostly nothing."""
        return self._line.words

    @property
    def copy_button(self) -> QPushButton:
        """Puts everything typed on the clipboard; it is offered when saving failed."""
        return self._line.copy

    @Slot()
    def save(self) -> None:
        """Save what was entered, and close once it is on disk."""
        missing = self._missing()
        if missing:
            self._say(missing, failed=False)
            return
        error = self._desk.save(self._changes(), self._step())
        if error is None:
            self.saved.emit()
            self.accept()
        else:
            self._say(sentence_of(error), failed=True)

    @Slot()
    def copy_words(self) -> None:
        """Put everything typed on the clipboard."""
        QGuiApplication.clipboard().setText(self._typed())
        self._line.note(self.tr("已复制"))

    def _complete(self, body: QLayout, edits: tuple[QPlainTextEdit, ...] = ()) -> None:
        """Show *body* over the buttons; what it holds now is what was there before."""
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton(self.tr("保存"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setToolTip(self.tr("保存到本机的审阅文件（Ctrl+Enter）"))
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        self.fill(body, buttons, edits)
        self._column.insertWidget(1, self._line)
        self._heed_typing()
        self.settle()

    def _heed_typing(self) -> None:
        """Say no longer that something is missing once something else is entered."""
        for text in self.findChildren(QPlainTextEdit):
            text.textChanged.connect(self._line.forget_missing)
        for line in self.findChildren(QLineEdit):
            line.textChanged.connect(self._line.forget_missing)
        for button in self.findChildren(QAbstractButton):
            if button.isCheckable():
                button.toggled.connect(self._line.forget_missing)

    def _say(self, words: str, *, failed: bool) -> None:
        """Say *words* over the buttons, and make room for them as far as there is; what is meant stays in sight."""
        fresh = self._line.isHidden()
        self._line.say(words, failed=failed)
        if fresh:
            more = self._line.sizeHint().height() + self._column.spacing()
            self.resize(self.width(), min(self.height() + more, room_over(self.parentWidget()).height()))
            self._column.activate()
        focused = self.focusWidget()
        if focused is not None:
            self._sheet.ensureWidgetVisible(focused)

    def _missing(self) -> str:
        """Say what must be entered first; nothing where all is there."""
        raise NotImplementedError

    def _changes(self) -> tuple[Change, ...]:
        """Return what is to be saved."""
        raise NotImplementedError

    def _step(self) -> str:
        """Return what the step is called that can be undone."""
        raise NotImplementedError

    def _typed(self) -> str:
        """Return everything entered as text."""
        raise NotImplementedError


class MessageLine(QWidget):
    """Says over the buttons what is missing or went wrong; without need it isn't there."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._failed = False
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = QLabel(self)
        self.copy = QPushButton(self.tr("复制内容"), self)
        self.copy.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._note)
        row.addWidget(self.copy)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; nothing while it isn't there."""
        return "" if self.isHidden() else self._label.text()

    def say(self, words: str, *, failed: bool) -> None:
        """Say *words*; with them the words typed can be copied where it *failed* to save them."""
        self._failed = failed
        self._label.setStyleSheet(f"color: {self._tokens.error};")
        self._label.setText(self.tr("没有保存：{0}").format(words) if failed else words)
        self._label.setAccessibleName(self._label.text())
        self._note.clear()
        self.copy.setVisible(failed)
        self.show()

    @Slot()
    def forget_missing(self) -> None:
        """Say nothing more of what was missing; why saving failed stays."""
        if not self._failed:
            self.hide()

    def note(self, words: str) -> None:
        """Say *words* beside the button."""
        self._note.setText(words)


class TextField(QWidget):
    """A text of several lines under its label, with the count of its characters; Tab leads on."""

    changed = Signal()

    def __init__(self, tokens: Tokens, label: str, text: str, hint: str, parent: QWidget, lines: int = 3) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.edit = QPlainTextEdit(text, self)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(label.split("(", maxsplit=1)[0])
        self.edit.setMinimumHeight(round(lines * QFontMetricsF(self.edit.font()).lineSpacing()) + _AROUND)
        self._label = QLabel(label, self)
        self._label.setBuddy(self.edit)
        self._count = QLabel(self)
        self._head = QHBoxLayout()
        self._head.setSpacing(tokens.space_m)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_xs)
        column.addLayout(self._head)
        column.addWidget(self.edit, 1)
        self.edit.textChanged.connect(self._note)
        self._note()

    @property
    def text(self) -> str:
        """What was typed, without blanks at its ends."""
        return self.edit.toPlainText().strip()

    @property
    def is_too_long(self) -> bool:
        """Whether there is more than can be kept."""
        return len(self.text) > MAX_TEXT

    @property
    def count(self) -> str:
        """What is said of the number of characters."""
        return self._count.text()

    def add_button(self, button: QPushButton) -> None:
        """Put *button* beside the label."""
        self._head.insertWidget(1, button)

    def be_read_only(self) -> None:
        """Be there to be read, and copied from."""
        self.edit.setReadOnly(True)
        self.edit.setStyleSheet(f"background: {self._tokens.raised};")
        self._count.hide()

    def rename(self, label: str) -> None:
        """Call the text *label*."""
        self._label.setText(label)

    def _note(self) -> None:
        count = len(self.text)
        words = self.tr("{0} 字").format(count)
        if count > MAX_TEXT:
            words = self.tr("{0} 字，最多 {1} 字").format(count, MAX_TEXT)
        self._count.setText(words)
        self._count.setStyleSheet(f"color: {self._tokens.error if count > MAX_TEXT else self._tokens.muted};")
        self.changed.emit()


class QuotedPlace(QWidget):
    """The place that is spoken of: its clause, and the words of the text as they stand there."""

    def __init__(self, tokens: Tokens, clause: str, anchor: Anchor, parent: QWidget, lines: int = 3) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._clause = QLabel(self)
        self._clause.setTextFormat(Qt.TextFormat.PlainText)
        font = self._clause.font()
        font.setBold(True)
        self._clause.setFont(font)
        self._words = QPlainTextEdit(self)
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(self.tr("原文"))
        self._words.setStyleSheet(f"background: {tokens.raised};")
        self._words.setFixedHeight(round(lines * QFontMetricsF(self._words.font()).lineSpacing()) + _AROUND)
        self._tag = ProvenanceTag(tokens, Provenance.STATED, self)
        self.head = QHBoxLayout()
        self.head.setSpacing(tokens.space_m)
        self.head.addWidget(self._tag)
        self.head.addWidget(self._clause)
        self.head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_s)
        column.addLayout(self.head)
        column.addWidget(self._words)
        self.show_anchor(clause, anchor)

    @property
    def words(self) -> str:
        """The words of the text; none for the provision as a whole."""
        return self._words.toPlainText()

    def show_anchor(self, clause: str, anchor: Anchor) -> None:
        """Speak of another place."""
        self._clause.setText(clause)
        self._words.setPlainText(anchor.exact.strip())
        self._words.setVisible(not anchor.is_whole)
        self._tag.setVisible(not anchor.is_whole)
