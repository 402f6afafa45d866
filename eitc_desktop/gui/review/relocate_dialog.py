"""An entry is attached by hand to another place of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.answered import AnsweredEntry
from eitc_desktop.gui.review.entry_form import QuotedPlace
from eitc_desktop.gui.review.form_dialog import MessageLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.review import Anchor
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.session import moved

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(42, 24)  # in characters


class RelocateDialog(FittedDialog):
    """Shows the words that *entry* was made on, and those it is to be attached to."""

    def __init__(
        self, tokens: Tokens, desk: ReviewDesk, entry: Entry, anchor: Anchor, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("重新定位"), _SIZE, parent)
        self._desk = desk
        self._entry = entry
        self._anchor = anchor
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(AnsweredEntry(tokens, entry, self, 2))
        for words, place, clause in (
            (self.tr("原来针对"), entry.anchor, entry.anchor.clause),
            (self.tr("改为针对（窗口中当前选中处）"), anchor, anchor.clause),
        ):
            body.addWidget(QLabel(words, self))
            body.addWidget(QuotedPlace(tokens, clause, place, self))
        body.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.move_button = buttons.addButton(self.tr("定位到此处"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.move_button.setDefault(True)
        self.move_button.clicked.connect(self.attach)
        cancel.clicked.connect(self.reject)
        self.fill(body, buttons)
        self._line = MessageLine(tokens, self)
        self._column.insertWidget(1, self._line)
        self.move_button.setFocus()

    @Slot()
    def attach(self) -> None:
        """Attach the entry to the place."""
        error = self._desk.save((moved(self._entry, self._anchor),), self.tr("重新定位"))
        if error is None:
            self.accept()
        else:
            self._line.say(sentence_of(error), failed=True)
            self._line.copy.hide()
