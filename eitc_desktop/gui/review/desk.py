"""The one place of the window where entries of the review are kept: it saves, undoes, and tells who shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.steps import Step, Steps, backward, step_of
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor, Person, Revision
from eitc_desktop.model.text import Span
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.anchors import anchor_of_fact, anchor_of_passage, whole
from eitc_desktop.reviewing.collecting import leave_alone
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, GrowingReview, Review
from eitc_desktop.services.reviews.session import Change, ReviewSession, back_up_if_due
from eitc_desktop.settings import Reviewer
from eitc_desktop.store.reviews import refusal

_HOUR = 3600.0  # seconds


class ReviewDesk(QObject):
    """Holds the review of the provision shown. What it has saved is on disk.

    *path_of* says where the review of a library lies; without it nothing can be kept, as for pictures.
    """

    changed = Signal()  # ``review`` is another one now, or who reviews
    stepped = Signal(str)  # an entry's id: it was undone, or done again
    notice_given = Signal(str)
    unusable = Signal(object)  # EitcError: the review file can't be read

    def __init__(
        self,
        tokens: Tokens,
        preferences: Preferences,
        path_of: Callable[[Path], Path] | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._preferences = preferences
        self._path_of = path_of
        self._window = window
        self._opened: OpenedLibrary | None = None
        self._session: ReviewSession | None = None
        self._work: Work | None = None
        self._growing: GrowingReview | None = None  # of the open file, on the provision shown
        self._review = NOTHING_REVIEWED
        self._steps = Steps()
        self._looked_after: tuple[Path, date, float] | None = None  # the file whose backup was seen to, and when

    @property
    def review(self) -> Review:
        """Every entry, each at its place in the provision shown."""
        return self._review

    @property
    def opened(self) -> OpenedLibrary | None:
        """The library shown, with the provision chosen."""
        return self._opened

    @property
    def path(self) -> Path | None:
        """Where the review lies, whether or not anything is there yet."""
        return None if self._opened is None or self._path_of is None else self._path_of(self._opened.path)

    @property
    def session(self) -> ReviewSession | None:
        """The open review file; None while nothing was entered or read."""
        return self._session

    @property
    def reviewer(self) -> Person | None:
        """Who reviews on this computer; None until it was asked for."""
        known = self._preferences.current.reviewer
        return None if known is None else Person(known.name, known.office, known.key)

    @property
    def undo_words(self) -> str:
        """What would be undone; empty where nothing can be."""
        return "" if self._steps.last is None else self._steps.last.words

    @property
    def redo_words(self) -> str:
        """What would be done again; empty where nothing can be."""
        return "" if self._steps.next is None else self._steps.next.words

    def show_library(self, opened: OpenedLibrary) -> None:
        """Take over the review of a library; it is read beside the window."""
        before, self._opened = self._opened, opened
        self._growing = None
        if before is None or before.path != opened.path:
            self.let_go()
            QTimer.singleShot(0, self, self._read_beside)
        self._look_through()

    def save(self, changes: Sequence[Change], words: str) -> EitcError | None:
        """Write *changes* down as one step that can be undone, called *words*; None when they are on disk.

        An error says why nothing was written: who asked keeps what was typed.
        """
        try:
            session, reviewer = self.open_session(), self._known_reviewer()
            session.refresh()  # what another window has written meanwhile is edited, not passed over
            before = {change.entry: session.heads(change.entry) for change in changes}
            made = session.record(changes, reviewer)
        except EitcError as error:
            return error
        if made:
            self._steps.note(step_of(words, before, made))
            self._look_through()
            self._back_up_beside(entered=True)
        self.notice_given.emit(self.tr("已保存：{0}").format(words))
        return None

    def take_in(self, revisions: Sequence[Revision]) -> int:
        """Write down what was made elsewhere, and return how much of it was new.

        Raises:
            EitcError: if nothing could be written.
        """
        count = self.open_session().take_in(revisions)
        if count:
            self._look_through()
        return count

    def open_session(self) -> ReviewSession:
        """Return the review file, opened or made if need be.

        Raises:
            EitcError: if it can't be used.
        """
        if self._session is None:
            path = self.path
            if path is None:
                raise EitcError(Phrase("Review", "现在没有可以审阅的三定规定，录入的内容无处保存"))
            self._session = ReviewSession.open(path)
            if self._session.revisions:
                QTimer.singleShot(0, self, self._look_through)
        return self._session

    def let_go(self) -> None:
        """Close the review file; what was done before can't be undone any more."""
        self._work = None
        self._steps = Steps()
        self._growing = None
        if self._session is not None:
            self._session.close()
            self._session = None

    def read_again(self) -> None:
        """Open the review file anew, as after a backup was restored; what was undone or done before is forgotten."""
        self.let_go()
        self._read_beside()

    @Slot()
    def look_again(self) -> None:
        """Take over what another window has written meanwhile."""
        if self._session is None:
            return
        self._back_up_beside()
        try:
            news = self._session.refresh()
        except EitcError as error:
            self.unusable.emit(error)
            return
        if news:
            self._look_through()

    def note_written(self, revisions: Iterable[Revision]) -> None:
        """Take over *revisions*, which work beside the window has just written into the file."""
        if self._session is not None:
            self._session.expect(revisions)
        self.look_again()

    @Slot()
    def undo(self) -> None:
        """Enter again what was there before the last step."""
        step = self._steps.last
        if step is None or self._session is None:
            self.notice_given.emit(self.tr("没有可撤销的录入"))
            return
        made = self._go_back(step, self._session)
        if made is None:
            self._steps.drop_last()
        elif made:
            self._steps.note_undone(made)
            self.notice_given.emit(self.tr("已撤销：{0}").format(step.words))
        self._look_through()
        if made:
            self.stepped.emit(made[0].entry)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        step = self._steps.next
        if step is None or self._session is None:
            return
        made = self._go_back(step, self._session)
        if made is None:
            self._steps.drop_next()
        elif made:
            self._steps.note_redone(made)
            self.notice_given.emit(self.tr("已重做：{0}").format(step.words))
        self._look_through()
        if made:
            self.stepped.emit(made[0].entry)

    def with_reviewer(self, then: Callable[[], None]) -> None:
        """Go on with *then* as soon as it is known who reviews: that is asked once.

        Where nothing could be saved that is said instead, before anything is typed in vain.
        """
        refused = None if self.path is None or self._session is not None else refusal(self.path)
        if refused is not None:
            from eitc_desktop.gui.dialogs.message import open_message

            words = self.tr("现在录入的内容无法保存，所以没有打开录入窗口。\n{0}").format(sentence_of(refused))
            open_message(self._window, self.tr("不能录入"), words, warning=True)
        elif self.reviewer is not None:
            then()
        else:
            self.ask_reviewer(then)

    def ask_reviewer(self, then: Callable[[], None] | None = None) -> None:
        """Ask who reviews on this computer, then go on."""
        from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog

        dialog = ReviewerDialog(self._tokens, self._preferences.current.reviewer, self._window)
        dialog.reviewer_entered.connect(self._take_reviewer)
        if then is not None:
            dialog.reviewer_entered.connect(lambda _reviewer: QTimer.singleShot(0, self, then))
        dialog.open()

    def anchor_of(self, place: FactRef | Span | None) -> Anchor:
        """Return the anchor of a fact, of a passage, or of the provision as a whole.

        Raises:
            EitcError: if nothing can be entered there.
        """
        if self._opened is None:
            raise EitcError(Phrase("Review", "现在没有可以审阅的三定规定，录入的内容无处保存"))
        provision, digest = self._opened.provision, self._opened.digest
        if place is None:
            return whole(digest)
        if isinstance(place, Span):
            return anchor_of_passage(provision, digest, place)
        return anchor_of_fact(provision, digest, place)

    def _known_reviewer(self) -> Person:
        if self.reviewer is None:
            raise EitcError(Phrase("Review", "还没有填写审阅人，请先在“审阅”菜单中填写"))
        return self.reviewer

    @Slot(object)
    def _take_reviewer(self, reviewer: Reviewer) -> None:
        self._preferences.take(replace(self._preferences.current, reviewer=reviewer))
        self._preferences.save()
        self.changed.emit()

    def _go_back(self, step: Step, session: ReviewSession) -> tuple[Revision, ...] | None:
        """Return what was made to go back before *step*; nothing where it couldn't be saved, None where it can't be."""
        changes = backward(step, session)
        if changes is None:
            self.notice_given.emit(self.tr("“{0}”之后又被改动过，不能撤销或重做").format(step.words))
            return None
        try:
            return session.record(changes, self._known_reviewer())
        except EitcError as error:
            self.notice_given.emit(sentence_of(error))
            return ()

    @Slot()
    def _read_beside(self) -> None:
        """Read the review file, where there is one, without keeping the window from anything."""
        path, opened = self.path, self._opened
        if path is None or opened is None or self._session is not None or not path.exists():
            self._look_through()
            return
        self._work = Work(partial(_read, path, opened.provision, opened.digest), self)
        self._work.done.connect(self._take_over)
        self._work.start()

    @Slot(object)
    def _take_over(self, found: tuple[Path, ReviewSession, GrowingReview] | EitcError) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        if isinstance(found, EitcError):
            self.unusable.emit(found)
            return
        path, session, growing = found
        if self._session is not None or path != self.path:  # something was entered meanwhile, or another one is shown
            session.close()
            return
        self._session = session
        leave_alone(len(session.revisions))
        if self._opened is not None and growing.review.digest == self._opened.digest:
            self._growing = growing
        self._look_through()
        self._back_up_beside()

    def _back_up_beside(self, *, entered: bool = False) -> None:
        """Make the day's backup, where it isn't made yet, and one each hour in which something is *entered*.

        The window isn't kept from anything.
        """
        today = date.today()  # noqa: DTZ011  the day on the user's own calendar
        if self._session is None or not self._review.entries:
            return
        path, last = self._session.path, self._looked_after
        if last is not None and last[:2] == (path, today) and not (entered and monotonic() - last[2] > _HOUR):
            return
        self._looked_after = (path, today, monotonic())
        work = Work(partial(_back_up, path, today, hourly=entered), self)
        work.done.connect(self._note_backup)
        work.start()

    @Slot(object)
    def _note_backup(self, error: EitcError | None) -> None:
        if error is not None:
            self._looked_after = None  # it is tried again when the user comes back to the window
            self.notice_given.emit(sentence_of(error))

    def _look_through(self) -> None:
        """Bring the review to all that is known."""
        if self._opened is None or self._session is None:
            self._review = NOTHING_REVIEWED
        else:
            if self._growing is None:
                self._growing = GrowingReview(self._opened.provision, self._opened.digest)
            self._review = self._growing.grown(self._session.revisions)
        self.changed.emit()


def _read(path: Path, provision: Provision, digest: str) -> tuple[Path, ReviewSession, GrowingReview] | EitcError:
    try:
        session = ReviewSession.open(path)
    except EitcError as error:
        return error
    growing = GrowingReview(provision, digest)
    growing.grown(session.revisions)
    return path, session, growing


def _back_up(path: Path, today: date, *, hourly: bool) -> EitcError | None:
    try:
        back_up_if_due(path, today, hourly=hourly)
    except EitcError as error:
        return error
    return None
