"""审阅人: who reviews on this computer, asked for once."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.entry_rows import sentences
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.settings import MAX_REVIEWER, Reviewer

_SIZE = QSize(34, 13)  # in characters


class ReviewerDialog(FittedDialog):
    """Asks for name and office; who had entered something before keeps their key."""

    reviewer_entered = Signal(object)  # settings.Reviewer

    def __init__(self, tokens: Tokens, known: Reviewer | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("审阅人"), _SIZE, parent)
        self._known = known
        self.name = QLineEdit("" if known is None else known.name, self)
        self.office = QLineEdit("" if known is None else known.office, self)
        for line, example in ((self.name, self.tr("例如 王芳")), (self.office, self.tr("例如 市财政局行政政法处"))):
            line.setMaxLength(MAX_REVIEWER)
            line.setPlaceholderText(example)
            line.textChanged.connect(self._judge)
        kept = self.tr("您录入的每一条都会记下姓名、单位和时间，并随导出的审阅一起带走。")
        if known is None:
            told = self.tr("只问这一次，以后可在“审阅”菜单中修改。")
        else:
            told = self.tr("修改后只用于以后录入的条目；此前录入的仍是当时的姓名、单位。")
        words = self.words = QLabel(sentences((kept, told)), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(tokens.space_m)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("姓名(&N)"), self.name)
        form.addRow(self.tr("单位(&O)"), self.office)
        buttons = QDialogButtonBox(self)
        self.enter_button = buttons.addButton(self.tr("确定"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.enter_button.setDefault(True)
        self.enter_button.clicked.connect(self.enter)
        cancel.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addWidget(words)
        body.addLayout(form)
        body.addStretch(1)
        self.fill(body, buttons)
        self._judge()
        self.name.setFocus()

    @Slot()
    def enter(self) -> None:
        """Tell who reviews, and close."""
        key = str(uuid4()) if self._known is None else self._known.key
        self.reviewer_entered.emit(Reviewer(clean_line(self.name.text()), clean_line(self.office.text()), key))
        self.accept()

    @Slot()
    def _judge(self) -> None:
        """Let nobody go on without a name and an office: entries of nobody can't be answered."""
        self.enter_button.setEnabled(bool(clean_line(self.name.text()) and clean_line(self.office.text())))
