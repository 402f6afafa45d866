"""Opens libraries for one window, and has what is shown held against its own text."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.fonts import complete_font
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.only_window import OnlyWindow
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work

_QUIET_MS = 1000  # after something was opened


class LibraryDesk(QObject):
    """Tells its window what came of opening. A library that another window has open is left to that one."""

    database_opened = Signal(object)  # Path: one that was asked for in the window

    def __init__(
        self, window: MainWindow, database: Path, preferences: Preferences, only: OnlyWindow | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._database = database
        self._preferences = preferences
        self._only = only or OnlyWindow(None, self)
        self._only.elsewhere.connect(self._tell_elsewhere)
        self._held: OpenedLibrary | None = None  # the last one that was held against its text
        self._work: Work | None = None
        window.database_requested.connect(self.open)
        window.provision_requested.connect(self.open_provision)
        window.retry_requested.connect(self.retry)

    @property
    def database(self) -> Path:
        """The library that is open, or that could not be opened."""
        return self._database

    @Slot(object)
    def open(self, database: Path) -> None:
        """Open the library at *database*, because the user asked for it."""
        self._only.change(database, partial(self._open, database))

    @Slot(int)
    def open_provision(self, number: int) -> None:
        """Show another provision of the library that is open, and show it again the next time."""
        opened = self._read(self._database, number)
        if opened is not None:
            self._preferences.remember(opened.digest, self._preferences.current.of_provision(opened.digest))

    @Slot()
    def retry(self) -> None:
        """Open the library that this desk was made for, or try again what failed."""
        self._read(self._database, None)

    def go_on_from(self, window: MainWindow) -> None:
        """Show what another *window* shows, without reading it again."""
        if window.opened is None:
            self.retry()
            return
        self._show(window.opened)
        self._window.go_on_from(window)
        if window.agrees is not None:
            self._held = window.opened

    def _open(self, database: Path) -> bool:
        """Open it, and say whether the window is there for it now: also for one that can't be opened, to try again."""
        if self._read(database, None):
            self.database_opened.emit(database)
        return self._database == database

    def _read(self, database: Path, number: int | None) -> OpenedLibrary | None:
        try:
            opened = open_at(database, number, tuple(self._preferences.current.provisions)[::-1])
        except EitcError as error:
            self._window.show_failure(error)
            if self._window.opened is None:
                self._database = database
            return None
        self._database = database
        self._show(opened)
        return opened

    def _show(self, opened: OpenedLibrary) -> None:
        self._window.show_library(opened, self._preferences.current.of_provision(opened.digest))
        # Reading the text anew takes its moment when the window is up and quiet.
        QTimer.singleShot(_QUIET_MS, self, self._hold_against_text)

    @Slot()
    def _hold_against_text(self) -> None:
        opened = self._window.opened
        if opened is None or opened is self._held:
            return
        self._held = opened
        complete_font(opened.provision.text, paths.resources_dir() / "fonts")
        self._work = Work(partial(_agrees, opened), self)
        self._work.done.connect(self._told)
        self._work.start()

    @Slot(object)
    def _tell_elsewhere(self, error: EitcError | None) -> None:
        if error is None:
            self._window.status.show_notice(self.tr("这个数据库已在另一个窗口中打开，已转到那个窗口。"))
        else:
            from eitc_desktop.gui.dialogs.message import open_message

            open_message(self._window, self.tr("打开数据库"), sentence_of(error), warning=True)

    @Slot(object)
    def _told(self, answer: tuple[OpenedLibrary, bool]) -> None:
        opened, agrees = answer
        if opened is self._window.opened:  # another one may be shown by now
            self._window.note_agreement(agrees=agrees)


def _agrees(opened: OpenedLibrary) -> tuple[OpenedLibrary, bool]:
    from eitc_desktop.services.checking import agrees_with_text

    return opened, agrees_with_text(opened.provision)
