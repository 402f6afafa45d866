"""Opens the dialogs by which a review is handed on, taken in, saved elsewhere and restored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.review import Revision
from eitc_desktop.store.reviews import Backup, Intake

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk
    from eitc_desktop.gui.review.import_dialog import ImportDialog
    from eitc_desktop.gui.review.restore_dialog import RestoreDialog
    from eitc_desktop.services.reviews.choosing import Chosen
    from eitc_desktop.services.reviews.preview import Preview


class CarryDesk(QObject):
    """Gives the dialogs what *desk* holds, and *desk* what comes of them; they stand over *window*.

    Who shows entries answers the requests: an entry, those in two versions, those without a place.
    """

    entry_requested = Signal(str)  # id of an entry
    drafts_requested = Signal()
    unplaced_requested = Signal()

    def __init__(self, tokens: Tokens, desk: ReviewDesk, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._desk = desk
        self._window = window
        self._work: Work | None = None
        self._brought: Preview | None = None  # what is told of as soon as the review is read again
        desk.changed.connect(self._tell_brought_now)
        desk.unusable.connect(self._tell_brought_now)

    @Slot()
    def export(self) -> None:
        """Offer to hand the review on, or a part of it."""
        session, entries = self._desk.session, self._desk.review.entries
        if session is None or not entries:
            self._say_nothing(self.tr("导出审阅"))
            return
        from eitc_desktop.gui.review.export_dialog import ExportDialog
        from eitc_desktop.services.reviews.carrying import notes_of

        opened = self._desk.opened
        notes = notes_of(() if opened is None else opened.summaries)
        try:
            provisions = (*session.file.provisions(), *notes)  # the library's own names count
        except EitcError as error:
            open_message(self._window, self.tr("导出审阅"), sentence_of(error), warning=True)
            return
        dialog = ExportDialog(self._tokens, entries, provisions, self._desk.reviewer, _today(), self._window)
        dialog.exported.connect(self._tell_exported)
        dialog.open()

    def import_files(self, paths: Iterable[Path] = ()) -> None:
        """Offer to take packages in, *paths* to begin with."""
        opened = self._desk.opened
        if opened is None:
            return
        try:
            known, intakes = self._known()
        except EitcError as error:
            open_message(self._window, self.tr("导入审阅"), sentence_of(error), warning=True)
            return
        from eitc_desktop.gui.review.import_dialog import ImportDialog
        from eitc_desktop.services.reviews.preview import Shown

        shown = Shown(opened.provision, opened.digest, opened.summaries)
        dialog = ImportDialog(self._tokens, known, shown, self._window, intakes=intakes, own=self._desk.path)
        dialog.take_in_requested.connect(partial(self._take_in, dialog))
        dialog.open()
        chosen = tuple(paths)
        if chosen:
            dialog.add_files(chosen)
        else:
            dialog.ask()

    @Slot()
    def save_as(self) -> None:
        """Offer to save the whole review elsewhere too."""
        session = self._desk.session
        if session is None:
            self._say_nothing(self.tr("另存审阅"))
            return
        from eitc_desktop.gui.review.save_as import SaveAs

        SaveAs(self._tokens, session, self._desk.reviewer, _today(), self._window).ask()

    @Slot()
    def restore(self) -> None:
        """Offer the backups of the review."""
        path = self._desk.path
        if path is None:
            return
        from eitc_desktop.gui.review.restore_dialog import RestoreDialog

        session = self._desk.session
        entries = None if session is None and path.exists() else len(self._desk.review.entries)
        dialog = RestoreDialog(self._tokens, path, entries, self._window)
        dialog.restore_requested.connect(partial(self._restore, dialog, path))
        dialog.open()

    @Slot()
    def ask_offices(self) -> None:
        """Show the offices that were asked, to be added to."""
        self._desk.with_reviewer(self._ask_offices)

    def enter_no_opinion(self, office: str = "") -> None:
        """Offer to enter that an office has no opinion: the reviewer's own, or another one."""
        self._desk.with_reviewer(partial(self._enter_no_opinion, office))

    def _known(self) -> tuple[tuple[Revision, ...], tuple[Intake, ...]]:
        """Return every revision there is, and the packages taken in; no file is made for one that isn't there yet."""
        path = self._desk.path
        if self._desk.session is None and (path is None or not path.exists()):
            return (), ()
        session = self._desk.open_session()
        return session.revisions, session.file.intakes()

    def _ask_offices(self) -> None:
        from eitc_desktop.gui.review.asked_dialog import AskedDialog

        dialog = AskedDialog(self._tokens, self._desk, self._window)
        dialog.no_opinion_requested.connect(partial(self._enter_no_opinion, parent=dialog))
        dialog.open()

    def _enter_no_opinion(self, office: str, parent: QWidget | None = None) -> None:
        from eitc_desktop.gui.review.no_opinion_dialog import NoOpinionDialog

        NoOpinionDialog(self._tokens, self._desk, office, parent or self._window).open()

    def _take_in(self, dialog: ImportDialog, told: Preview) -> None:
        path = self._desk.path
        if path is not None:
            self._work = Work(partial(_taken_in, path, told), self)
            self._work.done.connect(partial(self._tell_taken_in, dialog, told))
            self._work.start()

    def _tell_taken_in(self, dialog: ImportDialog, told: Preview, error: EitcError | None) -> None:
        there = Shiboken.isValid(dialog)  # it may have been closed meanwhile
        if error is not None:
            if there:
                dialog.fail(error)
            else:
                open_message(self._window, self.tr("导入审阅"), sentence_of(error), warning=True)
            return
        if there:
            dialog.accept()
        if self._desk.session is None:
            self._brought = told
            self._desk.read_again()
        else:
            self._desk.note_written(told.intake.fresh)
            self._tell_brought(told)

    @Slot()
    def _tell_brought_now(self) -> None:
        if self._brought is not None:
            told, self._brought = self._brought, None
            QTimer.singleShot(0, self, partial(self._tell_brought, told))  # once all that show entries show them

    def _tell_brought(self, told: Preview) -> None:
        from eitc_desktop.gui.review.imported_dialog import ImportedDialog

        summary = ImportedDialog(self._tokens, told, self._window)
        summary.entry_requested.connect(self.entry_requested)
        summary.drafts_requested.connect(self.drafts_requested)
        summary.unplaced_requested.connect(self.unplaced_requested)
        summary.open()

    def _restore(self, dialog: RestoreDialog, path: Path, backup: Backup) -> None:
        self._desk.let_go()
        self._work = Work(partial(_restored, path, backup), self)
        self._work.done.connect(partial(self._tell_restored, dialog, backup))
        self._work.start()

    def _tell_restored(self, dialog: RestoreDialog, backup: Backup, outcome: Path | EitcError | None) -> None:
        self._desk.read_again()
        there = Shiboken.isValid(dialog)  # it may have been closed meanwhile
        if isinstance(outcome, EitcError):
            if there:
                dialog.fail(outcome)
            else:
                open_message(self._window, self.tr("从备份恢复"), sentence_of(outcome), warning=True)
            return
        if there:
            dialog.accept()
        from eitc_desktop.gui.review.restore_dialog import day_and_time

        words = self.tr("已恢复到 {0} 的备份（{1} 条）。").format(day_and_time(backup), backup.entries)
        if outcome is not None:
            words += "\n\n" + self.tr("恢复前的审阅文件存为 {0}").format(outcome)
        open_message(self._window, self.tr("从备份恢复"), words)

    @Slot(object, object)
    def _tell_exported(self, path: Path, chosen: Chosen) -> None:
        words = self.tr("已导出 {0} 条到 {1}\n\n对方用“审阅→导入审阅”打开。请按本单位保密规定传递。")
        open_message(self._window, self.tr("导出审阅"), words.format(len(chosen.entries), path))

    def _say_nothing(self, title: str) -> None:
        open_message(self._window, title, self.tr("还没有录入任何内容。"))


def _today() -> date:
    return date.today()  # noqa: DTZ011  the day on the user's own calendar


def _taken_in(path: Path, told: Preview) -> EitcError | None:
    from eitc_desktop.services.reviews.carrying import take_in

    try:
        take_in(path, told.intake.fresh, told.deliveries, told.provisions)
    except EitcError as error:
        return error
    return None


def _restored(path: Path, backup: Backup) -> Path | EitcError | None:
    from eitc_desktop.services.reviews.safekeeping import restore_backup

    try:
        return restore_backup(path, backup)
    except EitcError as error:
        return error
