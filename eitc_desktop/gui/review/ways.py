"""The ways from the window into the review: its desk and dialogs, made when they are first wanted.

Until something was entered nothing of the review is imported: the window's start doesn't pay for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.text import Span

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow
    from eitc_desktop.gui.models.verdict_wish import VerdictWish
    from eitc_desktop.gui.review.carry_desk import CarryDesk
    from eitc_desktop.gui.review.desk import ReviewDesk
    from eitc_desktop.gui.review.opinion_desk import OpinionDesk
    from eitc_desktop.gui.review.verdict_desk import VerdictDesk
    from eitc_desktop.model.review import Verdict
    from eitc_desktop.reviewing.review import Entry

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

    @cached_property
    def opinions(self) -> OpinionDesk:
        """What enters opinions, answers and handles them; made when it is first wanted."""
        from eitc_desktop.gui.review.opinion_desk import OpinionDesk

        return OpinionDesk(self._tokens, self.desk, self._window)

    @cached_property
    def carrying(self) -> CarryDesk:
        """What hands reviews on, takes them in and restores them; made when it is first wanted."""
        from eitc_desktop.gui.review.carry_desk import CarryDesk

        carrying = CarryDesk(self._tokens, self.desk, self._window)
        carrying.entry_requested.connect(self.show_entry)
        carrying.drafts_requested.connect(self.show_drafts)
        carrying.unplaced_requested.connect(self.show_unplaced)
        return carrying

    @Slot(object)
    def add_opinion(self, place: FactRef | Span | None) -> None:
        """Offer to enter an opinion on a fact, a passage, or the provision as a whole."""
        self.opinions.add(place)

    @Slot()
    def add_opinion_here(self) -> None:
        """Offer to enter an opinion on what is chosen: words marked in the text, or else the fact."""
        self.opinions.add(self._window.chosen_place())

    @Slot()
    def enter_no_opinion(self) -> None:
        """Offer to enter that an office has no opinion."""
        self.carrying.enter_no_opinion()

    @Slot()
    def ask_offices(self) -> None:
        """Show the offices that were asked."""
        self.carrying.ask_offices()

    @Slot()
    def export(self) -> None:
        """Offer to hand the review on."""
        self.carrying.export()

    def import_files(self, paths: Sequence[Path] = ()) -> None:
        """Offer to take packages in, *paths* to begin with."""
        self.carrying.import_files(paths)

    @Slot()
    def save_as(self) -> None:
        """Offer to save the review elsewhere too."""
        self.carrying.save_as()

    @Slot()
    def restore(self) -> None:
        """Offer the backups."""
        self.carrying.restore()

    @Slot()
    def print_summary(self) -> None:
        """Offer the paper 意见汇总表."""
        self._window.dialogs.print_paper("opinions")

    @Slot()
    def print_report(self) -> None:
        """Offer the paper 审阅报告."""
        self._window.dialogs.print_paper("review-report")

    @Slot(str)
    def show_entry(self, entry: str) -> None:
        """Show an entry among all others."""
        self._window.go_to(self._window.review)
        self._window.review.show_entry(entry)

    @Slot()
    def show_drafts(self) -> None:
        """Show the entries of which two drafts stand side by side."""
        self._window.go_to(self._window.review)
        self._window.review.show_only_drafts()

    @Slot()
    def show_unplaced(self) -> None:
        """Show the entries that found no place."""
        self._window.go_to(self._window.review)
        self._window.review.show_only_unplaced()

    @Slot(str)
    def edit_elsewhere(self, entry: str) -> None:
        """Edit an entry where its kind is edited: a verdict at its link, a number in its scenario."""
        found = self.desk.review.entry(entry)
        if found is None:
            return
        from eitc_desktop.model.review import Allotment, NoOpinion, Scenario, Verdict

        content = found.content
        if isinstance(content, Verdict):
            self._edit_verdict(found, content)
        elif isinstance(content, Scenario | Allotment):
            self._window.go_to(self._window.allocation)
            self._window.allocation.show_scenario(entry if isinstance(content, Scenario) else content.scenario)
        elif isinstance(content, NoOpinion):
            self.carrying.enter_no_opinion(content.office)
        else:
            self.carrying.ask_offices()

    def _edit_verdict(self, entry: Entry, verdict: Verdict) -> None:
        """Offer one's own verdict anew; another's stays theirs, and its link is shown."""
        from eitc_desktop.gui.models.verdict_wish import VerdictWish, Wish

        item = entry.placement.ref
        unit = None if verdict.unit is None else self.desk.review.unit_ref(verdict.unit)
        if item is None or (verdict.unit is not None and unit is None):
            self._window.status.show_notice(self.tr("在本规定中没有找到它原来的位置。"))
        elif self.desk.reviewer is not None and entry.author.key == self.desk.reviewer.key:
            self.answer(VerdictWish(((item, unit),), Wish.EXPLAIN))
        else:
            self._window.journey.choose(item)
            self._window.go_to(self._window.detail)

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
        from eitc_desktop.gui.dialogs.message import MessageDialog, open_message

        words = sentence_of(error)
        if not any(told.isVisible() and told.words == words for told in self._window.findChildren(MessageDialog)):
            open_message(self._window, self.tr("审阅没有打开"), words, warning=True)

    @Slot()
    def _look_for_review(self) -> None:
        opened = self._window.opened
        if opened is not None and self._path_of is not None and self._path_of(opened.path).exists():
            self.desk  # noqa: B018  it is made now, and reads
