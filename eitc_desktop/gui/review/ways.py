"""The ways from the window into the review: its desk and dialogs, made when they are first wanted.

Until something was entered nothing of the review is imported: the window's start doesn't pay for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow
    from eitc_desktop.gui.models.verdict_wish import VerdictWish
    from eitc_desktop.gui.review.desk import ReviewDesk
    from eitc_desktop.gui.review.verdict_desk import VerdictDesk

_QUIET_MS = 300  # after a library was shown: then it is looked whether it was reviewed


class ReviewWays(QObject):
    """Opens what the menu and the panes ask for, with the one desk that all of it shares."""

    desk_made = Signal(object)  # ReviewDesk: panes show what it holds from now on

    def __init__(
        self, tokens: Tokens, preferences: Preferences, path_of: Callable[[Path], Path] | None, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._preferences = preferences
        self._path_of = path_of
        self._window = window
        self._made = False

    @property
    def keeps(self) -> bool:
        """Whether what is entered is kept; else nothing is to be entered."""
        return self._path_of is not None

    @cached_property
    def desk(self) -> ReviewDesk:
        """The desk; made when it is first asked for."""
        from eitc_desktop.gui.review.desk import ReviewDesk

        desk = ReviewDesk(self._tokens, self._preferences, self._path_of, self._window)
        desk.notice_given.connect(self._window.status.show_notice)
        desk.unusable.connect(self._tell_unusable)
        self._made = True
        self.desk_made.emit(desk)
        if self._window.opened is not None:
            desk.show_library(self._window.opened)
        return desk

    @cached_property
    def verdicts(self) -> VerdictDesk:
        """What gives verdicts; made when one is first wished."""
        from eitc_desktop.gui.review.verdict_desk import VerdictDesk

        verdicts = VerdictDesk(self._tokens, self.desk, self._window)
        verdicts.notice_given.connect(self._window.status.show_notice)
        return verdicts

    @Slot(object)
    def answer(self, wish: VerdictWish) -> None:
        """Give a verdict on links, or take one back."""
        self.verdicts.answer(wish)

    def show_library(self, opened: OpenedLibrary) -> None:
        """Show the review of a library, where there is one."""
        if self._made:
            self.desk.show_library(opened)
        else:
            QTimer.singleShot(_QUIET_MS, self, self._look_for_review)

    @Slot()
    def make_desk(self) -> None:
        """Make the desk: somebody looks at what it holds."""
        self.desk  # noqa: B018

    @Slot()
    def look_again(self) -> None:
        """Take over what another window has entered meanwhile."""
        if self._made:
            self.desk.look_again()

    @Slot()
    def undo(self) -> None:
        """Undo what was entered last."""
        if self._made:
            self.desk.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        if self._made:
            self.desk.redo()

    @Slot()
    def ask_reviewer(self) -> None:
        """Ask who reviews."""
        self.desk.ask_reviewer()

    @Slot(object)
    def _tell_unusable(self, error: EitcError) -> None:
        from eitc_desktop.gui.dialogs.message import open_message

        open_message(self._window, self.tr("审阅没有打开"), sentence_of(error), warning=True)

    @Slot()
    def _look_for_review(self) -> None:
        opened = self._window.opened
        if opened is not None and self._path_of is not None and self._path_of(opened.path).exists():
            self.desk  # noqa: B018  it is made now, and reads
