"""无意见: an office has read the provision and has no opinion on it; for another office it is 代录."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.review.entry_rows import sentences
from eitc_desktop.gui.review.guarded import GuardedDialog
from eitc_desktop.gui.review.said_lines import FailureLine, PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.review import NoOpinion
from eitc_desktop.reviewing.cleaning import MAX_LINE, clean_line
from eitc_desktop.services.papers.opinion_counts import office_counts, office_key
from eitc_desktop.services.reviews.session import added

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(38, 16)  # in characters


class NoOpinionDialog(GuardedDialog):
    """Enters 无意见 of *office*, or of the reviewer's own."""

    def __init__(self, tokens: Tokens, desk: ReviewDesk, office: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tokens, self.tr("录入无意见"), _SIZE, parent)
        self._desk = desk
        reviewer = desk.reviewer
        own = "" if reviewer is None else reviewer.office
        self._own = own
        self.office = QLineEdit(office or own, self)
        self.person = QLineEdit("" if reviewer is None or (office and office != own) else reviewer.name, self)
        self.note = QLineEdit(self)
        for line in (self.office, self.person, self.note):
            line.setMaxLength(MAX_LINE)
        self.person.setPlaceholderText(self.tr("可以不填"))
        self.note.setPlaceholderText(self.tr("例如复函的文号、日期，可以不填"))
        self._counts = office_counts(desk.review)
        names = QCompleter(list(self._counts.asked), self)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self.office.setCompleter(names)
        self.words = PlainLine(tokens, "", self)
        self.failure = FailureLine(tokens, self)
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(self.tr("保存(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button = self.buttons.addButton(self.tr("复制内容"), QDialogButtonBox.ButtonRole.ActionRole)
        cancel = self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy_button.hide()
        self.save_button.setDefault(True)
        form = QFormLayout()
        form.setSpacing(tokens.space_m)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("单位(&O)"), self.office)
        form.addRow(self.tr("联系人(&P)"), self.person)
        form.addRow(self.tr("说明(&N)"), self.note)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addLayout(form)
        body.addWidget(self.words)
        body.addWidget(self.failure)
        body.addStretch(1)
        self.fill(body, self.buttons)
        self.office.textChanged.connect(self._judge)
        self.save_button.setToolTip(self.tr("保存到本机的审阅文件（Ctrl+Enter）"))
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(self._copy)
        cancel.clicked.connect(self.reject)
        self._judge()
        self.settle()
        self.office.selectAll()
        self.office.setFocus()

    @property
    def content(self) -> NoOpinion:
        """What would be entered."""
        office = clean_line(self.office.text())
        return NoOpinion(
            office,
            clean_line(self.person.text()),
            on_behalf=office_key(office) != office_key(self._own),
            note=clean_line(self.note.text()),
        )

    @Slot()
    def save(self) -> None:
        """Save it and close; say why not and stay where that can't be."""
        content = self.content
        if not office_key(content.office):
            self.office.setFocus()  # the line beside it says that it is missing
            return
        try:
            changes = [added(self._desk.anchor_of(None), content)]
        except EitcError as error:
            self._fail(error)
            return
        error = self._desk.save(changes, self.tr("{0}：无意见").format(content.office))
        if error is not None:
            self._fail(error)
        else:
            self.accept()

    def _state(self) -> object:
        return self.office.text(), self.person.text(), self.note.text()

    def _fail(self, error: EitcError) -> None:
        self.failure.say(sentence_of(error))
        self.copy_button.show()

    @Slot()
    def _copy(self) -> None:
        content = self.content
        words = (content.office, self.tr("无意见"), content.person, content.note)
        QGuiApplication.clipboard().setText("\t".join(filter(None, words)))

    @Slot()
    def _judge(self) -> None:
        """Say whose answer it will be, and what that office has answered already."""
        content = self.content
        key = office_key(content.office)
        answer = self._counts.answer_of(content.office)
        said = answer is not None and answer.content
        opinions = 0 if answer is None else answer.opinions + answer.taken
        words: list[str] = []
        if not key:
            words.append(self.tr("请填写单位。"))
        elif content.on_behalf:
            words.append(self.tr("不是您的单位：将标明“代录”。"))
        if key and said:
            words.append(self.tr("该单位已录入过无意见。"))
        if key and opinions:
            words.append(self.tr("该单位已有意见 {0} 条，汇总时按有意见计。").format(opinions))
        self.words.setText(sentences(words))
        self.save_button.setEnabled(bool(key))
