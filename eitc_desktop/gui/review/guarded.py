"""A dialog that doesn't let go what was typed and isn't saved: it asks first, and Ctrl+Enter saves in all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.theme import Tokens

_SHEET = 28  # characters across


class GuardedDialog(FittedDialog):
    """Knows what it held when it was last ``settle``d; closing it with something else asks what is to become of it."""

    def __init__(self, tokens: Tokens, title: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(title, size, parent)
        self._tokens = tokens
        self._before: object = None
        self._done = False
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    @property
    def is_dirty(self) -> bool:
        """Whether something was entered that isn't saved."""
        return not self._done and self._state() != self._before

    @Slot()
    def save(self) -> None:
        """Save what was entered, and close once it is on disk; say what is missing or why it couldn't be saved."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take what is entered now as what was there before."""
        self._before = self._state()

    def leave(self) -> None:
        """Close, whatever was entered."""
        self._done = True
        super().reject()

    @Slot()
    def _save_and_leave(self) -> None:
        self.save()
        if self.isVisible() and not self.is_dirty:  # one that stays open for the next entry
            self.leave()

    def _state(self) -> object:
        """Return everything entered, to be compared."""
        raise NotImplementedError

    # Qt overrides

    def accept(self) -> None:
        """Close, for all is saved."""
        self._done = True
        super().accept()

    def reject(self) -> None:
        """Close, but ask first where something would be lost."""
        if not self.is_dirty:
            super().reject()
            return
        sheet = UnsavedSheet(self._tokens, self)
        sheet.discarded.connect(self.leave)
        sheet.saving_wanted.connect(self._save_and_leave)
        sheet.open()


class UnsavedSheet(FittedDialog):
    """Asks whether to save, where that *can* be done, to go on typing, or to let go what wasn't saved."""

    discarded = Signal()
    saving_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget, title: str = "", *, can_save: bool = True) -> None:
        super().__init__(title or parent.windowTitle(), QSize(_SHEET, 0), parent)
        words = QLabel(self.tr("刚输入的内容还没有保存。不保存就关闭，不会留下。"), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(words)
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton(self.tr("保存(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on = buttons.addButton(self.tr("继续编辑"), QDialogButtonBox.ButtonRole.RejectRole)
        self.discard = buttons.addButton(self.tr("不保存(&N)"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.save_button.setVisible(can_save)
        self.go_on.setDefault(True)
        for button in (self.save_button, self.discard):
            button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        self.go_on.clicked.connect(self.reject)
        self.discard.clicked.connect(self._discard)
        self.fill(body, buttons)
        self.go_on.setFocus()

    @Slot()
    def _save(self) -> None:
        self.accept()
        self.saving_wanted.emit()

    @Slot()
    def _discard(self) -> None:
        self.accept()
        self.discarded.emit()
