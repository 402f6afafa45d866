"""Opens the window's dialogs: each is made when it is asked for, and none is waited for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Slot

from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.settings import PrintChoices

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow

_PRINTING = "print dialog"  # its width and height among the splitters' sizes
_SIDES = 2


class DialogDesk(QObject):
    """Gives dialogs what they show, and the window what came of them."""

    def __init__(self, tokens: Tokens, preferences: Preferences, window: MainWindow) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._preferences = preferences
        self._window = window
        self._saving = 0  # papers that are being written
        self._leaving = False  # the window was to close meanwhile

    @property
    def is_saving(self) -> bool:
        """Whether a paper is being written to a file: what is half done would be lost with the window."""
        return self._saving > 0

    def close_when_saved(self) -> None:
        """Close the window as soon as what is being written is; say so."""
        if not self._leaving:
            from eitc_desktop.gui.dialogs.message import open_message

            self._leaving = True
            open_message(self._window, self.tr("正在保存"), self.tr("文件还没有存完。存完后窗口自动关闭。"))

    def choose_database(self) -> None:
        """Ask which database to open."""
        from PySide6.QtWidgets import QFileDialog

        from eitc_desktop.gui.dialogs.files import file_dialog

        opened = self._window.opened
        folder = str(opened.path.parent) if opened is not None else ""
        dialog = file_dialog(self._tokens, self.tr("打开数据库"), folder, self._window)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("三定规定数据库 (*.db)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(lambda name: self._window.database_requested.emit(Path(name)))
        dialog.open()

    def print_paper(self, kind: str = "") -> None:
        """Offer the papers of the provision, first that of *kind*, or else of what the window shows."""
        opened = self._window.opened
        if opened is None:
            return
        from eitc_desktop.gui.printing.dialog import PrintDialog
        from eitc_desktop.services.papers.versions import version_names

        settings = self._preferences.current
        context, validity = self._window.print_context, settings.of_provision(opened.digest).validity
        if kind:
            context = context._replace(kind=kind)
        kept = settings.splitters.get(_PRINTING, ())
        dialog = PrintDialog(
            self._tokens,
            opened,
            settings.printing,
            context,
            validity,
            self._window,
            size=QSize(*kept) if len(kept) == _SIDES else None,
            review=replace(self._window.reviewing.desk.review, versions=version_names(opened.summaries, opened.digest)),
        )
        dialog.choices_made.connect(self._remember_printing)
        dialog.resized.connect(self._remember_size)
        dialog.notice_given.connect(self._window.status.show_notice)
        dialog.saving_begun.connect(self._note_saving)
        dialog.saving_ended.connect(self._note_saved)
        dialog.open()

    def go_to_clause(self) -> None:
        """Ask for a clause, and show it."""
        opened = self._window.opened
        if opened is None:
            return
        from eitc_desktop.gui.dialogs.go_to_clause import GoToClauseDialog

        dialog = GoToClauseDialog(self._tokens, opened.provision, self._window)
        dialog.place_requested.connect(self._window.journey.visit_clause)
        dialog.open()

    def show_findings(self) -> None:
        """List what the reader and the checks noticed."""
        opened = self._window.opened
        if opened is None:
            return
        from eitc_desktop.gui.dialogs.findings import FindingsDialog

        dialog = FindingsDialog(self._tokens, opened.provision, opened.mapping, self._window)
        dialog.place_requested.connect(self._window.journey.visit_place)
        dialog.open()

    def enter_validity(self) -> None:
        """Ask whether the provision is in force, and remember what is said."""
        opened = self._window.opened
        if opened is None:
            return
        from datetime import date

        from eitc_desktop.gui.dialogs.validity import ValidityDialog

        memory = self._preferences.current.of_provision(opened.digest)
        today = date.today()  # noqa: DTZ011  the day on the user's own calendar
        dialog = ValidityDialog(self._tokens, memory.validity, today, self._window)
        dialog.validity_entered.connect(partial(self._preferences.enter_validity, opened.digest))
        dialog.open()

    def show_settings(self) -> None:
        """Offer what can be set."""
        from eitc_desktop.gui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._tokens, self._preferences.current, self._window)
        dialog.settings_changed.connect(self._preferences.take)
        self._preferences.changed.connect(dialog.follow)
        dialog.open()

    def show_keys(self) -> None:
        """List what each key does."""
        from eitc_desktop.gui.dialogs.keys import KeysDialog, uses_of

        window = self._window
        panes = (
            window.tree,
            window.detail,
            window.changes,
            window.source,
            window.duty_map,
            window.splits,
            window.chart,
        )
        KeysDialog(self._tokens, uses_of(window.menuBar(), panes), window).open()

    def show_input_method(self) -> None:
        """Say how Chinese is typed on this computer."""
        from eitc_desktop.gui.dialogs.input_method import InputMethodDialog
        from eitc_desktop.services.input_method import programs_here

        InputMethodDialog(self._tokens, self._preferences.input_method, programs_here(), self._window).open()

    def show_review_help(self) -> None:
        """Tell how one reviews."""
        from eitc_desktop.gui.dialogs.review_help import ReviewHelp

        ReviewHelp(self._window).open()

    def export_diagnostics(self) -> None:
        """Ask where to write what helps to find a fault."""
        from eitc_desktop.gui.diagnosing import Diagnosing

        window = self._window
        preferences = self._preferences
        Diagnosing(
            self._tokens, window, window.opened, window.agrees, preferences.current, preferences.input_method
        ).ask()

    def show_about(self) -> None:
        """Say what the program is, and what it shows."""
        from eitc_desktop.gui.dialogs.about import AboutDialog

        AboutDialog(self._tokens, self._window.opened, self._window.agrees, self._window).open()

    @Slot()
    def _note_saving(self) -> None:
        self._saving += 1

    @Slot(bool)
    def _note_saved(self, saved: bool) -> None:
        """Close the window if it was to close, unless somebody has to be told first that nothing was saved."""
        self._saving -= 1
        self._leaving = self._leaving and saved
        if self._leaving and not self._saving:
            QTimer.singleShot(0, self._window, self._window.close)  # first it is told how it ended

    def _remember_printing(self, choices: PrintChoices) -> None:
        self._preferences.take(replace(self._preferences.current, printing=choices))

    def _remember_size(self, size: QSize) -> None:
        current = self._preferences.current
        sizes = {**current.splitters, _PRINTING: (size.width(), size.height())}
        self._preferences.take(replace(current, splitters=sizes))
