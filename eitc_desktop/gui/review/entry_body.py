"""All that there is to one entry: what it speaks of, what it says, answers, what became of it, and its history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.review.conflict_box import ConflictBox
from eitc_desktop.gui.review.differing import differing
from eitc_desktop.gui.review.differing_text import DifferingText
from eitc_desktop.gui.review.entered_box import CaptionedRows, boxed
from eitc_desktop.gui.review.history_list import HistoryList
from eitc_desktop.gui.review.listed import EntryState, change_words, state_words, states_of, verdict_words
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.review import Content, Handling, NoOpinion, Opinion, Reply, Scenario, Verdict
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.words import ADOPTIONS, NO_OPINION, UNHANDLED, WHOLE


class EntryBody(QWidget):
    """Made anew for each entry; it has the sizes and colours that were in force then."""

    edit_wanted = Signal(str)  # an entry's id, as are the next two
    withdrawal_wanted = Signal(str)
    handling_wanted = Signal(str)
    adoption_wanted = Signal(str, str)  # the entry, the revision that it is to be
    merging_wanted = Signal(str, str)  # the entry, the revision to begin with
    history_shown = Signal(bool)

    def __init__(
        self, tokens: Tokens, entry: Entry, review: Review, parent: QWidget | None = None, *, history: bool = False
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._entry = entry
        self._review = review
        t = tokens
        column = QVBoxLayout(self)
        column.setContentsMargins(t.space_l, t.space_s, t.space_l, t.space_m)
        column.setSpacing(t.space_m)
        handling = review.handling_of(entry.id)
        for one in (entry, handling):
            if one is not None and one.in_conflict:
                column.addWidget(self._conflict(one))
        self._proposed: DifferingText | None = None
        column.addLayout(self._make_quote())
        box, rows = boxed(t, self)
        self._say(rows, entry.content)
        if isinstance(entry.content, Opinion):
            rows.add(self.tr("采纳情况"), self._handling(handling))
        column.addWidget(box)
        replies = review.replies_to(entry.id)
        if replies:
            column.addWidget(self._thread(replies))
        self._make_history(column, shown=history)
        column.addStretch(1)

    @property
    def quote(self) -> WrappedLabel:
        """The words of the text that the entry speaks of."""
        return self._quote

    @property
    def proposed(self) -> DifferingText | None:
        """The wording proposed, with what differs marked; None where none is."""
        return self._proposed

    @property
    def history_button(self) -> QToolButton:
        """Shows and hides the states that there were."""
        return self._history_button

    def _conflict(self, entry: Entry) -> ConflictBox:
        box = ConflictBox(self._tokens, entry, self)
        box.adoption_wanted.connect(lambda revision: self.adoption_wanted.emit(entry.id, revision))
        box.merging_wanted.connect(lambda revision: self.merging_wanted.emit(entry.id, revision))
        return box

    def _make_quote(self) -> CaptionedRows:
        t, anchor, content = self._tokens, self._entry.anchor, self._entry.content
        rows = CaptionedRows(t, t.space_l)
        rows.fit(self)
        words = anchor.exact.strip()
        proposed = content.proposed if isinstance(content, Opinion) else ""
        if words and proposed:
            places = differing(words, proposed)
            self._quote: WrappedLabel = DifferingText(t, words, places.removed, self, added=False)
            self._proposed = DifferingText(t, proposed, places.added, self, added=True)
        else:
            self._quote = WrappedLabel(t, words or said(WHOLE), self, muted=not words)
            if proposed:
                self._proposed = DifferingText(t, proposed, (), self, added=True)
        rows.add(self.tr("原文"), self._quote)
        for state in states_of(self._entry, self._review):
            if state is EntryState.UNPLACED:
                rows.add("", self._note(self.tr("在本规定中没有找到这段文字。请选中它应在的位置，再点“重新定位…”。")))
            elif state is EntryState.REATTACHED:
                rows.add("", self._note(state_words(state, self._entry)))
        return rows

    def _note(self, words: str) -> WrappedLabel:
        return WrappedLabel(self._tokens, words, self, muted=True, points=self._tokens.font_small)

    def _words(self, words: str, parent: QWidget | None = None) -> WrappedLabel:
        return WrappedLabel(self._tokens, words, parent or self)

    def _say(self, rows: CaptionedRows, content: Content) -> None:
        match content:
            case Opinion():
                for caption, words in ((self.tr("意见"), content.text), (self.tr("理由"), content.reason)):
                    if words:
                        rows.add(caption, self._words(words))
                    if caption == self.tr("意见") and self._proposed is not None:
                        rows.add(self.tr("建议修改为"), self._proposed)
                        if self._entry.anchor.exact:
                            rows.add("", self._note(self.tr("原文中删去的字有删除线，新增的字有下划线")))
            case Verdict():
                rows.add(self.tr("结论"), self._words(verdict_words(content)))
                if content.reason:
                    rows.add(self.tr("理由"), self._words(content.reason))
            case Scenario():
                rows.add(self.tr("方案"), self._words(content.name))
                if content.note:
                    rows.add(self.tr("说明"), self._words(content.note))
            case NoOpinion():
                rows.add(self.tr("意见"), self._words(said(NO_OPINION)))
                if content.note:
                    rows.add(self.tr("说明"), self._words(content.note))
            case _:
                pass

    def _handling(self, handling: Entry | None) -> QWidget:
        if handling is None or not isinstance(handling.content, Handling):
            return WrappedLabel(self._tokens, said(UNHANDLED), self, muted=True)
        content = handling.content
        words = [said(ADOPTIONS[content.adoption])]
        if content.handler:
            words.append(labelled(self.tr("承办人"), content.handler))
        words.append(local_time(handling.changed_at))
        shown = " · ".join(words)
        return self._words(f"{shown}\n{content.explanation}" if content.explanation else shown)

    def _thread(self, replies: tuple[Entry, ...]) -> QWidget:
        t = self._tokens
        box, rows = boxed(t, self)
        for number, reply in enumerate(replies):
            if not isinstance(reply.content, Reply):
                continue
            content, author = reply.content, reply.author
            head = FlowLayout(t.space_m)
            changed = change_words(reply)
            when = local_time(reply.made_at if changed else reply.changed_at)
            who = " · ".join(part for part in (author.office, author.name, when, changed) if part)
            said_by = WrappedLabel(t, who, box, muted=True, points=t.font_small)
            for widget in (
                said_by,
                self._small(box, self.tr("编辑…"), partial(self.edit_wanted.emit, reply.id)),
                self._small(box, self.tr("撤回"), partial(self.withdrawal_wanted.emit, reply.id)),
            ):
                head.addWidget(widget)
            line = QVBoxLayout()
            line.setSpacing(t.space_xs)
            line.addLayout(head)
            no = said(NO_OPINION) if content.no_objection else ""
            line.addWidget(self._words("\n".join(part for part in (no, content.text) if part), box))
            rows.add(self.tr("回复 {0}").format(len(replies)) if number == 0 else "", line)
        return box

    def _small(self, parent: QWidget, words: str, answer: Callable[[], object]) -> QToolButton:
        button = QToolButton(parent)
        button.setText(words)
        button.setProperty("small", True)  # noqa: FBT003
        button.clicked.connect(lambda _checked=False: answer())
        return button

    def _make_history(self, column: QVBoxLayout, *, shown: bool) -> None:
        button = self._history_button = QToolButton(self)
        button.setCheckable(True)
        button.setProperty("small", True)  # noqa: FBT003
        self._list = HistoryList(self._tokens, self._entry, self)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._list)
        button.setChecked(shown)
        self._show_history(shown)
        button.toggled.connect(self._show_history)
        button.toggled.connect(self.history_shown)

    def _show_history(self, shown: bool) -> None:
        count = len(self._entry.history)
        sign = "▾" if shown else "▸"
        self._history_button.setText(self.tr("{0} 历史 {1}").format(sign, count))
        self._list.setVisible(shown)
