"""Asked before somebody else's entry is changed or withdrawn: an answer of one's own often says it better."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.said_lines import PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import said
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.words import kind_words

_WIDTH = 34  # characters across


class OthersEntrySheet(FittedDialog):
    """Says whose *entry* it is, and offers to go on, to answer it, or to leave it alone."""

    confirmed = Signal()
    reply_wanted = Signal()

    def __init__(self, tokens: Tokens, entry: Entry, parent: QWidget, *, withdrawing: bool) -> None:
        super().__init__(
            self.tr("撤回他人的条目") if withdrawing else self.tr("编辑他人的条目"), QSize(_WIDTH, 0), parent
        )
        author = entry.author
        who = self.tr("{0}（{1}）").format(author.name, author.office) if author.office else author.name
        if withdrawing:
            words = self.tr("这是{0}录入的{1}。撤回后可以恢复，历史中注明由您撤回；也可以改用“回复”说明。")
        else:
            words = self.tr("这是{0}录入的{1}。修改后仍记在其名下，并注明由您修改；也可以改用“回复”。")
        body = QVBoxLayout()
        body.addWidget(PlainLine(tokens, words.format(who, said(kind_words(entry.content))), self))
        buttons = QDialogButtonBox(self)
        go_on = self.tr("撤回(&T)") if withdrawing else self.tr("编辑(&E)…")
        self.go_on = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.reply = buttons.addButton(self.tr("回复(&R)…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.go_on, self.reply):
            button.setAutoDefault(False)
        self.cancel.setDefault(True)
        for button, answer in ((self.go_on, self.confirmed), (self.reply, self.reply_wanted)):
            button.clicked.connect(self.accept)
            button.clicked.connect(answer)
        self.cancel.clicked.connect(self.reject)
        self.fill(body, buttons)
        self.cancel.setFocus()
