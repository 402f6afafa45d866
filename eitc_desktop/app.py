"""Composition root: puts log, fonts, theme, translation, library and window together."""

from __future__ import annotations

import gc
import logging
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.appearance import Appearance, palette_of
from eitc_desktop.gui.crash import CrashHandler, log_qt_messages
from eitc_desktop.gui.first_paint import FirstPaint, mark_first_paint
from eitc_desktop.gui.fonts import choose_font, complete_font
from eitc_desktop.gui.icons import window_icon
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.session import Session
from eitc_desktop.gui.theme import LIGHT, Palette, Tokens, apply_theme
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.gui.window_place import FIRST_SIZE
from eitc_desktop.gui.workers import Work
from eitc_desktop.log import LogHandler
from eitc_desktop.services.input_method import Choice, choose
from eitc_desktop.settings import Language, Loaded, Settings, SettingsFile, begin_afresh

_QUIET_MS = 1000  # after the start
_MARK = "EITC_MARK_FIRST_PAINT"
_QUIT = "EITC_QUIT_AFTER_PAINT"


class LibraryDesk(QObject):
    """Opens libraries for one window and tells it what came of it."""

    database_opened = Signal(object)  # Path: one that was asked for in the window

    def __init__(self, window: MainWindow, database: Path, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._database = database
        self._preferences = preferences
        self._held: OpenedLibrary | None = None  # the last one that was held against its text
        self._work: Work | None = None
        window.database_requested.connect(self.open)
        window.provision_requested.connect(self.open_provision)
        window.retry_requested.connect(self.retry)

    @Slot(object)
    def open(self, database: Path) -> None:
        """Open the library at *database*, because the user asked for it."""
        if self._show(database, None):
            self.database_opened.emit(database)

    @Slot(int)
    def open_provision(self, number: int) -> None:
        """Show another provision of the library that is open."""
        self._show(self._database, number)

    @Slot()
    def retry(self) -> None:
        """Open the library that this desk was made for, or try again what failed."""
        self._show(self._database, None)

    def _show(self, database: Path, number: int | None) -> bool:
        try:
            opened = open_at(database, number)
        except EitcError as error:
            self._window.show_failure(error)
            if self._window.opened is None:
                self._database = database
            return False
        self._database = database
        memory = self._preferences.current.of_provision(opened.digest)
        self._window.show_library(opened, memory)
        # Reading the text anew takes its moment when the window is up and quiet.
        QTimer.singleShot(_QUIET_MS, self, self._hold_against_text)
        return True

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
    def _told(self, agrees: bool) -> None:
        self._window.note_agreement(agrees=agrees)


def _agrees(opened: OpenedLibrary) -> bool:
    from eitc_desktop.services.checking import agrees_with_text

    return agrees_with_text(opened.provision)


def make_application(arguments: list[str] | None = None) -> QApplication:
    """Return the application with its names, style and fonts, speaking Chinese; the theme is the caller's."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # set later, the style would come back as an object, and Python would search for its class among all of Qt's
        app = QApplication([*(arguments or [paths.APP_NAME]), "-style", "Fusion"])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("")
    install_translations(app, Language.CHINESE)
    choose_font(app, paths.resources_dir() / "fonts")
    return app


def make_tokens(app: QApplication, palette: Palette, text_size: int = 100) -> Tokens:
    """Return live design tokens that the application follows, before anybody else who listens to them."""
    tokens = Tokens(palette, text_size, app)
    apply_theme(app, tokens)
    tokens.changed.connect(partial(apply_theme, app, tokens))
    return tokens


def make_window(database: Path, tokens: Tokens, preferences: Preferences | None = None) -> MainWindow:
    """Return the window with what the library at *database* holds, or why it can't be opened.

    It is as *preferences* have it; without them it remembers nothing.
    """
    preferences = preferences or Preferences(Loaded(Settings()))
    window = MainWindow(tokens, preferences)
    window.resize(FIRST_SIZE)
    _furnish(window, database, preferences)
    return window


def _furnish(window: MainWindow, database: Path, preferences: Preferences) -> Session:
    session = Session(window, preferences)
    desk = LibraryDesk(window, database, preferences)
    desk.database_opened.connect(session.note_database)
    desk.retry()
    return session


class Program(QObject):
    """One run of the program: what it remembers, and its window, made anew where the language changes."""

    painted = Signal()  # the window, for the first time

    def __init__(
        self,
        app: QApplication,
        loaded: Loaded,
        file: SettingsFile,
        database: Path | None,
        input_method: Choice | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = Preferences(loaded, file, input_method, self)
        install_translations(app, self._preferences.current.language)
        self._tokens = make_tokens(app, palette_of(loaded.settings.theme), loaded.settings.text_size)
        Appearance(self._tokens, self._preferences, self)
        self._language = self._preferences.current.language
        remembered = self._preferences.current.database
        self._missed = None if database is not None or remembered is None else Path(remembered)
        if self._missed is not None and self._missed.is_file():
            database, self._missed = self._missed, None
        self._open(database or paths.default_database())
        self._preferences.changed.connect(self._follow_language)

    def show(self) -> None:
        """Show the window as it was left; what its first picture needn't wait for comes after that."""
        first = FirstPaint(self.window)
        first.painted.connect(self.painted)
        first.painted.connect(self._complete)
        self._session.show_window()

    @Slot()
    def export_diagnostics(self) -> None:
        """Ask, over the window that is open, where to write what helps to find a fault."""
        self.window.dialogs.export_diagnostics()

    @Slot()
    def _complete(self) -> None:
        """Give the window its icon and its voice, and say what is amiss with settings, input and the last library."""
        from eitc_desktop.gui.accessible import speak

        speak()
        self._app.setWindowIcon(window_icon())
        self._session.tell_trouble()
        if self._missed is not None:
            self._session.tell_missed(self._missed)
            self._missed = None

    def _open(self, database: Path) -> None:
        self.window = MainWindow(self._tokens, self._preferences)
        self._session = _furnish(self.window, database, self._preferences)

    @Slot(object)
    def _follow_language(self, settings: Settings) -> None:
        if settings.language is self._language:
            return
        self._language = settings.language
        QTimer.singleShot(0, self, self._open_anew)  # the dialog that asked for it is done then

    @Slot()
    def _open_anew(self) -> None:
        old = self.window
        self._session.remember()
        install_translations(self._app, self._language)
        self._open(old.opened.path if old.opened is not None else paths.default_database())
        self.show()
        old.close()
        old.deleteLater()


def run_window(database: Path | None = None, *, reset: bool = False) -> int:
    """Open the window and return the exit code when it is closed; *reset* makes it forget looks, layout and places."""
    _start_log()
    input_method = choose(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    os.environ.update(input_method.variables)  # Qt looks for them while the application is made
    app = make_application()
    log_qt_messages()
    file = SettingsFile(paths.user_settings_path())
    afresh = reset or bool(app.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    program = Program(app, begin_afresh(file) if afresh else file.load(), file, database, input_method)
    crashes = CrashHandler(lambda: program.window, app)
    crashes.diagnosis_requested.connect(program.export_diagnostics)
    crashes.install()
    if os.environ.get(_MARK):
        program.painted.connect(partial(mark_first_paint, then_quit=bool(os.environ.get(_QUIT))))
    program.show()
    QTimer.singleShot(_QUIET_MS, gc.enable)  # the command line turned it off for the start
    return app.exec()


def render_pictures(out: Path, database: Path | None = None) -> list[Path]:
    """Draw the window and its panes into PNG files in folder *out* and return them.

    Raises:
        EitcError: if the folder can't be written.
    """
    _start_log()
    app = make_application()
    log_qt_messages()
    from eitc_desktop.gui.screenshots import draw_all

    return draw_all(app, make_tokens(app, LIGHT), out, database or paths.default_database(), make_window)


def _start_log() -> None:
    handlers: list[logging.Handler] = [LogHandler(paths.user_log_dir)]
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  None in a windowed program
        handlers.append(logging.StreamHandler())
    logging.basicConfig(
        level=logging.WARNING,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
