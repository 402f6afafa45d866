"""A form whose words are kept until they are on disk: what is missing or went wrong is said over its buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.fitted import room_over
from eitc_desktop.gui.review.guarded import GuardedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of


class FormDialog(GuardedDialog):
    """A form over 保存 and 取消. It closes when what it holds is on disk, and keeps every word until then."""

    saved = Signal()

    def __init__(self, tokens: Tokens, title: str, size: QSize, parent: QWidget | None) -> None:
        super().__init__(tokens, title, size, parent)
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
        error = self._write()
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
        for choices in self.findChildren(QListWidget):
            choices.itemChanged.connect(self._line.forget_missing)
            choices.itemSelectionChanged.connect(self._line.forget_missing)
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

    def _write(self) -> EitcError | None:
        """Write down what was entered, and return why that couldn't be done."""
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
