"""Opens the dialogs in which opinions are entered, edited, answered and handled; withdraws and restores entries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.review import Content, Handling, Opinion, Reply, Revision
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.session import Change, withdrawn


class OpinionDesk(QObject):
    """Asks first who reviews, where that isn't known; each dialog is made when it is asked for, none is waited for."""

    def __init__(self, tokens: Tokens, desk: ReviewDesk, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._desk = desk
        self._window = window

    def add(self, place: FactRef | Span | None) -> None:
        """Enter an opinion on a fact, a passage, or, with None, the provision as a whole."""
        try:
            anchor, whole = self._desk.anchor_of(place), self._desk.anchor_of(None)
        except EitcError as error:
            open_message(self._window, self.tr("不能添加意见"), sentence_of(error), warning=True)
            return

        def open_() -> None:
            from eitc_desktop.gui.review.opinion_dialog import OpinionDialog

            OpinionDialog(self._tokens, self._desk, anchor, self._window, whole=whole).open()

        self._desk.with_reviewer(open_)

    def edit(self, entry_id: str) -> None:
        """Edit an opinion, a reply, or what became of an opinion; other kinds are edited where they are entered."""
        entry = self._desk.review.entry(entry_id)
        if entry is None:
            return
        match entry.content:
            case Opinion():
                self._if_meant(entry, lambda: self._opinion(entry, entry.current))
            case Reply():
                to = self._desk.review.entry(entry.content.to)
                if to is not None:
                    self._if_meant(entry, lambda: self._reply(to, entry))
            case Handling():
                self.handle(entry.content.of)
            case _:
                pass

    def merge(self, entry_id: str, revision_id: str) -> None:
        """Make one draft of those of an opinion that stand side by side, beginning with one of them."""
        entry = self._desk.review.entry(entry_id)
        head = None if entry is None else next((one for one in entry.heads if one.id == revision_id), None)
        if entry is not None and head is not None:
            self._with_reviewer(lambda: self._opinion(entry, head, merged=True))

    def adopt(self, entry_id: str, revision_id: str) -> None:
        """Let one of the drafts that stand side by side be the entry from now on; the others stay in its history."""
        entry = self._desk.review.entry(entry_id)
        head = None if entry is None else next((one for one in entry.heads if one.id == revision_id), None)
        if entry is not None and head is not None:
            change = Change(entry.id, head.anchor, head.content, head.withdrawn)
            self._save(change, self.tr("采用一稿"))

    def reply(self, entry_id: str) -> None:
        """Answer an entry."""
        entry = self._desk.review.entry(entry_id)
        if entry is not None:
            self._with_reviewer(lambda: self._reply(entry, None))

    def handle(self, entry_id: str) -> None:
        """Enter what becomes of an opinion."""
        entry = self._desk.review.entry(entry_id)
        if entry is None:
            return

        def open_() -> None:
            from eitc_desktop.gui.review.handling_dialog import HandlingDialog

            known = self._desk.review.handling_of(entry_id)
            HandlingDialog(self._tokens, self._desk, entry, known, self._window).open()

        self._with_reviewer(open_)

    def withdraw(self, entry_id: str) -> None:
        """Withdraw an entry; it stays in the history, and can be restored or the step undone."""
        entry = self._desk.review.entry(entry_id)
        if entry is not None and not entry.withdrawn:
            self._if_meant(entry, lambda: self._withdraw(entry), withdrawing=True)

    def restore(self, entry_id: str) -> None:
        """Let an entry that was withdrawn be in force again."""
        entry = self._desk.review.entry(entry_id)
        if entry is not None and entry.withdrawn:
            self._save(Change(entry.id, entry.anchor, entry.content), self.tr("恢复"))

    def relocate(self, entry_id: str, place: FactRef | Span) -> None:
        """Attach an entry by hand to a fact or a passage, once it was looked at and said yes to."""
        entry = self._desk.review.entry(entry_id)
        if entry is None:
            return
        try:
            anchor = self._desk.anchor_of(place)
        except EitcError as error:
            open_message(self._window, self.tr("不能定位"), sentence_of(error), warning=True)
            return

        def open_() -> None:
            from eitc_desktop.gui.review.relocate_dialog import RelocateDialog

            RelocateDialog(self._tokens, self._desk, entry, anchor, self._window).open()

        self._with_reviewer(open_)

    def _withdraw(self, entry: Entry) -> None:
        listed = not isinstance(entry.content, Reply)
        done = (
            self.tr("已撤回，可按 Ctrl+Z 恢复；点“含已撤回”可再看到") if listed else self.tr("已撤回，可按 Ctrl+Z 恢复")
        )
        self._save(withdrawn(entry), self.tr("撤回"), done)

    def _if_meant(self, entry: Entry, then: Callable[[], None], *, withdrawing: bool = False) -> None:
        """Go on with *then*; with somebody else's entry once it is said that this is meant, and not an answer."""

        def ask() -> None:
            reviewer = self._desk.reviewer
            if reviewer is None or reviewer.key == entry.author.key:
                then()
                return
            from eitc_desktop.gui.review.others_entry import OthersEntrySheet

            sheet = OthersEntrySheet(self._tokens, entry, self._window, withdrawing=withdrawing)
            answered = entry.content.to if isinstance(entry.content, Reply) else entry.id
            # once the sheet is gone: it would take the keyboard from the dialog that opens
            sheet.confirmed.connect(lambda: QTimer.singleShot(0, self, then))
            sheet.reply_wanted.connect(lambda: QTimer.singleShot(0, self, lambda: self.reply(answered)))
            sheet.open()

        self._with_reviewer(ask)

    def _opinion(self, entry: Entry, head: Revision, *, merged: bool = False) -> None:
        from eitc_desktop.gui.review.opinion_dialog import OpinionDialog

        others = [entry.origin(one) for one in entry.heads if one.id != head.id] if merged else []
        draft = head.content if isinstance(head.content, Opinion) else None
        self._open(
            OpinionDialog(self._tokens, self._desk, head.anchor, self._window, entry=entry, draft=draft, others=others)
        )

    def _reply(self, to: Entry, entry: Entry | None) -> None:
        from eitc_desktop.gui.review.reply_dialog import ReplyDialog

        self._open(ReplyDialog(self._tokens, self._desk, to, self._window, entry=entry))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.open()

    def _with_reviewer(self, then: Callable[[], None]) -> None:
        self._desk.with_reviewer(then)

    def _save(self, change: Change, words: str, done: str = "") -> None:
        """Save *change* as the step *words*; *done* is said of it where there is more to say."""

        def save() -> None:
            error = self._desk.save((change,), words)
            if error is not None:
                open_message(self._window, self.tr("没有保存"), sentence_of(error), warning=True)
            elif done:
                self._desk.notice_given.emit(done)

        self._with_reviewer(save)


def is_edited_here(content: Content) -> bool:
    """Say whether an entry of this content is edited in one of these dialogs."""
    return isinstance(content, Opinion | Reply | Handling)
