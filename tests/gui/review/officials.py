"""Officials who review in windows of their own, as they would by hand: for tests of several of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.allocation.dialogs import NameDialog
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.asked_dialog import AskedDialog
from eitc_desktop.gui.review.conflict_box import ConflictBox
from eitc_desktop.gui.review.export_dialog import ExportDialog
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.gui.review.imported_dialog import ImportedDialog
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.others_entry import OthersEntrySheet
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.review.verdict_dialog import VerdictDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import Opinion, Stance, Verdict
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.settings import Loaded, Settings

_KEYS = {Stance.AGREE: Qt.Key.Key_A, Stance.DISAGREE: Qt.Key.Key_D, Stance.DOUBT: Qt.Key.Key_Q}

W = TypeVar("W", bound=QWidget)


def opened(qtbot: QtBot, window: QWidget, kind: type[W]) -> W:
    """Return the widget of this kind that is seen in *window*, as soon as there is one."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


class Official:
    """Sits before a window with a profile of their own, which lies in the folder *profile*."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, library: Path, profile: Path, name: str, office: str) -> None:
        self.qtbot = qtbot
        self.name, self.office = name, office
        self.profile = profile
        preferences = Preferences(Loaded(Settings()))
        self.window: MainWindow = make_window(library, tokens, preferences, lambda _library: profile / "eitc.review.db")
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def review(self) -> Review:
        return self.window.reviewing.desk.review

    def say_who(self) -> None:
        """Answer what is asked before the first entry."""
        asked = opened(self.qtbot, self.window, ReviewerDialog)
        asked.name.setText(self.name)
        asked.office.setText(self.office)
        asked.enter_button.click()

    def object_to(self, text: str, proposed: str = "", *, first: bool = False) -> None:
        """Enter an opinion on what is chosen."""
        self.window.reviewing.add_opinion_here()
        if first:
            self.say_who()
        dialog = opened(self.qtbot, self.window, OpinionDialog)
        dialog.text.edit.insertPlainText(text)
        dialog.proposed.edit.insertPlainText(proposed)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not dialog.isVisible()

    def judge(self, link: DutyLink, stance: Stance) -> None:
        """Give a verdict by key in the matrix."""
        window = self.window
        window.go_to(window.duty_map)
        view = window.duty_map.page.view
        window.selection.select(link.item)
        view.stand_on_unit(link.unit)
        self.qtbot.keyClick(view, _KEYS[stance])
        if stance is not Stance.AGREE:
            dialog = opened(self.qtbot, window, VerdictDialog)
            dialog.reason.insertPlainText("名称相近而已")
            dialog.save()
        given = self.review.verdicts_on(link.item, link.unit)
        assert [one.content.stance for one in given if isinstance(one.content, Verdict)] == [stance]

    def hand_on(self) -> Path:
        """Export everything into one file."""
        path = self.profile / f"{self.name}.eitcreview"
        self.window.reviewing.export()
        dialog = opened(self.qtbot, self.window, ExportDialog)
        dialog.write(path)
        told = opened(self.qtbot, self.window, MessageDialog)
        assert path.is_file()
        told.close()
        return path

    def take_in(self, paths: Sequence[Path]) -> None:
        """Import files, having looked at what is new in them."""
        self.window.reviewing.import_files(paths)
        dialog = opened(self.qtbot, self.window, ImportDialog)
        self.qtbot.waitUntil(dialog.take_button.isEnabled, timeout=20_000)
        dialog.take_button.click()
        opened(self.qtbot, self.window, ImportedDialog).close()
        self.qtbot.waitUntil(lambda: bool(self.review.entries))

    def find_nothing_new(self, paths: Sequence[Path]) -> None:
        """Offer files once more that were taken in."""
        self.window.reviewing.import_files(paths)
        dialog = opened(self.qtbot, self.window, ImportDialog)
        self.qtbot.waitUntil(lambda: dialog.looked is not None)
        assert not dialog.take_button.isEnabled()
        dialog.close()

    def edit(self, text: str, becomes: str, *, first: bool = False) -> None:
        """Edit the opinion that says *text*, in the dialog for it."""
        entry = self.opinion_saying(text)
        self.window.reviewing.opinions.edit(entry.id)
        if first:
            self.say_who()
        if entry.author.name != self.name:
            opened(self.qtbot, self.window, OthersEntrySheet).go_on.click()
        dialog = opened(self.qtbot, self.window, OpinionDialog)
        dialog.text.edit.setPlainText(becomes)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not dialog.isVisible()

    def opinion_saying(self, text: str) -> Entry:
        """Return the opinion of which a draft says *text*."""
        return next(
            entry
            for entry in self.review.opinions
            if any(isinstance(head.content, Opinion) and head.content.text == text for head in entry.heads)
        )

    def spread(self, name: str, *counts: int) -> None:
        """Make a scenario, and type *counts* into the first column, one below the other."""
        window = self.window
        window.go_to(window.allocation)
        page = window.allocation.page
        page.make_scenario()
        asked = opened(self.qtbot, window, NameDialog)
        asked.name.setText(name)
        self.qtbot.keyClick(asked.name, Qt.Key.Key_Return)
        page.table.go_to(1, 0)
        for count in counts:
            digits = str(count)
            self.qtbot.keyClick(page.table, digits[0])
            line = page.table.indexWidget(page.table.currentIndex())
            assert isinstance(line, QLineEdit)
            self.qtbot.keyClicks(line, digits[1:])
            self.qtbot.keyClick(line, Qt.Key.Key_Return)
        sheet = page.view.sheet
        assert sheet is not None
        assert [sheet.cells[1 + i][0].count for i in range(len(counts))] == list(counts)

    def ask(self, *offices: str, first: bool = False) -> None:
        """Enter the offices that were asked, pasted as a list."""
        self.window.reviewing.ask_offices()
        if first:
            self.say_who()
        dialog = opened(self.qtbot, self.window, AskedDialog)
        dialog.names.setPlainText("\n".join(offices))
        dialog.add_button.click()
        dialog.close()

    def settle(self, entry: Entry, text: str, *, first: bool = False) -> None:
        """Make one of two drafts, from 审阅, in the window that shows the other one too."""
        window = self.window
        window.go_to(window.review)
        window.review.show_entry(entry.id)
        box = opened(self.qtbot, window, ConflictBox)
        merge = [one for one in box.findChildren(QPushButton) if one.text().startswith("合并为新稿")]
        assert len(merge) == len(entry.heads)
        merge[0].click()
        if first:
            self.say_who()
        dialog = opened(self.qtbot, window, OpinionDialog)
        shown = dialog.findChildren(QPlainTextEdit)
        assert any(one.isReadOnly() and "二稿" in one.toPlainText() for one in shown)
        dialog.text.edit.setPlainText(text)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not dialog.isVisible()
