"""What all dialogs for entering have in common: what they save, the texts typed, and the place spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.review.form_dialog import FormDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.model.review import Anchor
from eitc_desktop.reviewing.cleaning import MAX_TEXT
from eitc_desktop.services.reviews.session import Change

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_AROUND = 12  # logical pixels: the frame of a text, and the margin within


class EntryForm(FormDialog):
    """A form whose words become entries of the review that *desk* keeps."""

    def __init__(self, tokens: Tokens, desk: ReviewDesk, title: str, size: QSize, parent: QWidget | None) -> None:
        super().__init__(tokens, title, size, parent)
        self._desk = desk

    def _write(self) -> EitcError | None:
        return self._desk.save(self._changes(), self._step())

    def _changes(self) -> tuple[Change, ...]:
        """Return what is to be saved."""
        raise NotImplementedError

    def _step(self) -> str:
        """Return what the step is called that can be undone."""
        raise NotImplementedError


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
