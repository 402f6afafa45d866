"""征求意见单位: which offices were asked, and which of them have answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.review.entry_rows import sentences
from eitc_desktop.gui.review.guarded import GuardedDialog
from eitc_desktop.gui.review.rows import Column, Row, RowsView, Tone
from eitc_desktop.gui.review.said_lines import FailureLine, PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import listed, said, sentence_of
from eitc_desktop.model.review import AskedOffice
from eitc_desktop.reviewing.annotations import entry_id_for
from eitc_desktop.services.papers.opinion_counts import (
    NO_ANSWER,
    Feedback,
    OfficeAnswer,
    OfficeCounts,
    office_counts,
    office_key,
)
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.office_names import office_names
from eitc_desktop.services.reviews.session import Change, added, withdrawn
from eitc_desktop.services.reviews.words import NO_OPINION

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(62, 32)  # in characters
_LINES = 3
_NAMED = 6  # offices that are named before they are added


class AskedDialog(GuardedDialog):
    """Lists the offices asked; what is added or removed here is saved at once, and can be undone."""

    no_opinion_requested = Signal(str)  # name of an office

    def __init__(self, tokens: Tokens, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(tokens, self.tr("征求意见单位"), _SIZE, parent)
        self._desk = desk
        self.view = RowsView(
            tokens,
            self.tr("征求意见单位"),
            (
                Column(self.tr("单位"), 12, stretch=True),
                Column(self.tr("反馈情况"), 11, stretch=True),
                Column(self.tr("录入人"), 5),
                Column(self.tr("录入时间"), 8),
            ),
            self,
        )
        self.counts = PlainLine(tokens, "", self)
        self.names = QPlainTextEdit(self)
        self.names.setPlaceholderText(self.tr("每行一个单位，或用顿号隔开；可以从公文或表格中粘贴"))
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(self.tr("要添加的单位，每行一个"))
        self.names.setMaximumHeight(round((_LINES + 1.2) * self.fontMetrics().lineSpacing()))
        self.meant = PlainLine(tokens, "", self, muted=True)
        self.add_button = QPushButton(self.tr("添加(&A)"), self)
        self.add_button.setToolTip(self.tr("添加到名单（Ctrl+Enter）"))
        self.remove_button = QPushButton(self.tr("移出(&R)"), self)
        self.nothing_button = QPushButton(self.tr("代录无意见(&N)…"), self)
        self.failure = FailureLine(tokens, self)
        self.buttons = QDialogButtonBox(self)
        close = self.buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        self._lay_out(tokens)
        self.add_button.setDefault(True)
        for button in (self.remove_button, self.nothing_button, close):
            button.setAutoDefault(False)
        self.names.textChanged.connect(self._judge)
        self.view.chosen_changed.connect(self._judge)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.nothing_button.clicked.connect(self._ask_nothing)
        desk.changed.connect(self.show_review)
        self.show_review()
        self.settle()
        self.names.setFocus()

    @property
    def typed(self) -> tuple[str, ...]:
        """The offices in the field, each once, as they are entered."""
        return tuple({office_key(name): name for name in office_names(self.names.toPlainText())}.values())

    @property
    def fresh(self) -> tuple[str, ...]:
        """Those of them that aren't in the list yet."""
        there = {office_key(name) for name in office_counts(self._desk.review).asked}
        return tuple(name for name in self.typed if office_key(name) not in there)

    @Slot()
    def save(self) -> None:
        """Enter the offices in the field, as the button does."""
        if self.typed:
            self.add()

    @Slot()
    def add(self) -> None:
        """Enter the offices in the field that aren't in the list yet; they stay there if that can't be saved."""
        try:
            anchor = self._desk.anchor_of(None)
        except EitcError as error:
            self.failure.say(sentence_of(error))
            return
        changes = [
            added(anchor, AskedOffice(name), entry_id_for("asked", anchor.provision, name)) for name in self.fresh
        ]
        if self._save(changes, self.tr("征求意见单位 {0} 个").format(len(changes))):
            self.names.clear()

    @Slot()
    def remove(self) -> None:
        """Withdraw the offices that are chosen; what they answered stays."""
        entries = [self._desk.review.entry(entry) for entry in self.view.chosen if isinstance(entry, str)]
        changes = [withdrawn(entry) for entry in entries if entry is not None]
        self._save(changes, self.tr("移出征求意见单位 {0} 个").format(len(changes)))

    @Slot()
    def show_review(self) -> None:
        """Show the offices as they are now."""
        review = self._desk.review
        counts = office_counts(review)
        answers = {office_key(one.name): one for one in counts.asked_answers}
        rows: list[Row] = []
        for entry in review.asked:
            name = entry.content.name if isinstance(entry.content, AskedOffice) else ""
            answer = answers.get(office_key(name), NO_ANSWER)  # a package may have offices without names
            silent = answer.feedback is Feedback.SILENT
            cells = (name, self._answer(answer), entry.author.name, local_time(entry.made_at))
            order = (name, (-answer.opinions, silent), cells[2], cells[3])
            rows.append(Row(cells, entry.id, Tone.MUTED if silent else Tone.USUAL, order))
        for answer in counts.unasked_answers:
            cells = (answer.name, self.tr("{0}（未列入名单）").format(self._answer(answer)), "", "")
            rows.append(Row(cells, None, Tone.ENTERED, (answer.name, (-answer.opinions, False), "", "")))
        self.view.show_rows(rows)
        self.counts.say(self._sums(counts))
        self._judge()

    def _state(self) -> object:
        return self.names.toPlainText().strip()

    def _meant_words(self) -> str:
        """Say what would be added; nothing while nothing is typed."""
        typed, fresh = self.typed, self.fresh
        if not typed:
            return ""
        if not fresh:
            return self.tr("都已在名单中。")
        names = listed(fresh[:_NAMED])
        if len(fresh) > _NAMED:
            names = self.tr("{0}等").format(names)
        words = self.tr("将添加 {0} 个：{1}。").format(len(fresh), names)
        there = len(typed) - len(fresh)
        return sentences((words, self.tr("另有 {0} 个已在名单中。").format(there))) if there else words

    def _sums(self, counts: OfficeCounts) -> str:
        asked, answered, content = len(counts.asked), counts.answered, len(counts.content)
        reviewed, silent = len(counts.reviewed), len(counts.silent)
        if reviewed:
            words = self.tr("征求 {0}，反馈 {1}，其中无意见 {2}，只审阅对应或回复 {3}；未反馈 {4}。")
            return words.format(asked, answered, content, reviewed, silent)
        return self.tr("征求 {0}，反馈 {1}，其中无意见 {2}；未反馈 {3}。").format(asked, answered, content, silent)

    def _answer(self, answer: OfficeAnswer) -> str:
        match answer.feedback:
            case Feedback.COMMENTED if answer.taken:
                state = self.tr("意见 {0} 条，他人撤回 {1} 条").format(answer.opinions, answer.taken)
            case Feedback.COMMENTED:
                state = self.tr("意见 {0} 条").format(answer.opinions)
            case Feedback.CONTENT:
                state = said(NO_OPINION)
            case Feedback.REVIEWED:
                state = self.tr("只审阅对应或回复")
            case Feedback.SILENT:
                return self.tr("未反馈")
        if not answer.through:
            return state
        names = listed(answer.through)
        words = self.tr("{0}（另由{1}反馈）") if answer.itself else self.tr("{0}（由{1}反馈）")
        return words.format(state, names)

    def _save(self, changes: list[Change], words: str) -> bool:
        self.failure.say("")
        if not changes:
            return True
        error = self._desk.save(changes, words)
        if error is not None:
            self.failure.say(sentence_of(error))
        return error is None

    @Slot()
    def _judge(self) -> None:
        self.meant.say(self._meant_words())
        chosen = [key for key in self.view.chosen if key is not None]
        self.add_button.setEnabled(bool(self.typed))
        self.remove_button.setEnabled(bool(chosen))
        self.nothing_button.setEnabled(len(chosen) == 1)

    @Slot()
    def _ask_nothing(self) -> None:
        entry = self._desk.review.entry(str(self.view.chosen[0])) if self.view.chosen else None
        if entry is not None and isinstance(entry.content, AskedOffice):
            self.no_opinion_requested.emit(entry.content.name)

    def _lay_out(self, tokens: Tokens) -> None:
        label = QLabel(self.tr("添加单位(&O)"), self)
        label.setBuddy(self.names)
        entering = QHBoxLayout()
        entering.setSpacing(tokens.space_m)
        entering.addWidget(self.names, 1)
        entering.addWidget(self.add_button)
        line = QHBoxLayout()
        line.setSpacing(tokens.space_m)
        line.addWidget(self.counts, 1)
        line.addWidget(self.nothing_button)
        line.addWidget(self.remove_button)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(label)
        body.addLayout(entering)
        body.addWidget(self.meant)
        body.addWidget(self.view, 1)
        body.addLayout(line)
        body.addWidget(self.failure)
        self.fill(body, self.buttons, (self.view,))
