"""An entry is answered; 无意见 is an answer too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from eitc_desktop.gui.review.answered import AnsweredEntry
from eitc_desktop.gui.review.entry_form import EntryForm, TextField
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Reply
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.session import Change, added
from eitc_desktop.services.reviews.words import NO_OPINION

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(42, 22)  # in characters


class ReplyDialog(EntryForm):
    """Enters an answer to the entry *to*, or edits the answer *entry*."""

    def __init__(
        self, tokens: Tokens, desk: ReviewDesk, to: Entry, parent: QWidget | None = None, *, entry: Entry | None = None
    ) -> None:
        title = self.tr("回复") if entry is None else self.tr("编辑回复")
        super().__init__(tokens, desk, title, _SIZE, parent)
        self._to = to
        self._entry = entry
        known = entry.content if entry is not None and isinstance(entry.content, Reply) else Reply(to.id, "")
        self.text = TextField(tokens, self.tr("回复(&R)"), known.text, self.tr("回复的内容"), self)
        self.no_objection = QCheckBox(self.tr("{0}(&W)").format(said(NO_OPINION)), self)
        self.no_objection.setToolTip(self.tr("对这一条没有意见，可以不写内容"))
        self.no_objection.setChecked(known.no_objection)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(AnsweredEntry(tokens, to, self))
        body.addWidget(self.text, 1)
        body.addWidget(self.no_objection)
        self._complete(body)
        self._dress()
        tokens.changed.connect(self._dress)
        self.text.edit.setFocus()

    @property
    def reply(self) -> Reply:
        """What is entered."""
        return Reply(self._to.id, self.text.text, self.no_objection.isChecked())

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, self.no_objection)

    def _missing(self) -> str:
        if not self.text.text and not self.no_objection.isChecked():
            self.text.edit.setFocus()
            return self.tr("请填写回复，或勾选“无意见”。")
        return self.tr("文字太长，请精简。") if self.text.is_too_long else ""

    def _changes(self) -> tuple[Change, ...]:
        if self._entry is None:
            return (added(self._to.anchor, self.reply),)
        return (Change(self._entry.id, self._entry.anchor, self.reply),)

    def _step(self) -> str:
        return self.tr("回复") if self._entry is None else self.tr("编辑回复")

    def _state(self) -> object:
        return self.reply

    def _typed(self) -> str:
        words = [said(NO_OPINION)] if self.no_objection.isChecked() else []
        return "\n".join([*words, self.text.text])
