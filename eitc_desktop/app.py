"""Composition root: puts log, fonts, theme, translation, library and window together."""

from __future__ import annotations

import gc
import logging
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.crash import CrashHandler, log_qt_messages
from eitc_desktop.gui.fonts import choose_font
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.theme import LIGHT, Palette, Tokens, apply_theme, system_palette
from eitc_desktop.gui.workers import Work
from eitc_desktop.log import LogHandler

_FIRST_SIZE = (1366, 768)
_QUIET_MS = 1000  # after the start
_MARK = "EITC_MARK_FIRST_PAINT"
_QUIT = "EITC_QUIT_AFTER_PAINT"


class LibraryDesk(QObject):
    """Opens libraries for one window and tells it what came of it."""

    def __init__(self, window: MainWindow, database: Path) -> None:
        super().__init__(window)
        self._window = window
        self._database = database
        self._held: OpenedLibrary | None = None  # the last one that was held against its text
        self._work: Work | None = None
        window.database_requested.connect(self.open)
        window.provision_requested.connect(self.open_provision)
        window.retry_requested.connect(self.retry)

    @Slot(object)
    def open(self, database: Path) -> None:
        """Open the library at *database*."""
        self._show(database, None)

    @Slot(int)
    def open_provision(self, number: int) -> None:
        """Show another provision of the library that is open."""
        self._show(self._database, number)

    @Slot()
    def retry(self) -> None:
        """Try again what failed."""
        self._show(self._database, None)

    def _show(self, database: Path, number: int | None) -> None:
        try:
            opened = open_at(database, number)
        except EitcError as error:
            self._window.show_failure(error)
            if self._window.opened is None:
                self._database = database
            return
        self._database = database
        self._window.show_library(opened)
        # Reading the text anew takes its moment when the window is up and quiet.
        QTimer.singleShot(_QUIET_MS, self, self._hold_against_text)

    @Slot()
    def _hold_against_text(self) -> None:
        opened = self._window.opened
        if opened is None or opened is self._held:
            return
        self._held = opened
        self._work = Work(partial(_agrees, opened), self)
        self._work.done.connect(self._told)
        self._work.start()

    @Slot(object)
    def _told(self, agrees: bool) -> None:
        if not agrees:
            self._window.show_doubt()


def _agrees(opened: OpenedLibrary) -> bool:
    from eitc_desktop.services.checking import agrees_with_text

    return agrees_with_text(opened.provision)


def make_application(arguments: list[str] | None = None) -> QApplication:
    """Return the application with its names, fonts and Chinese translation; the theme is the caller's."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([paths.APP_NAME] if arguments is None else arguments)
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    _translate(app)
    choose_font(app, paths.resources_dir() / "fonts")
    return app


def make_tokens(app: QApplication, palette: Palette) -> Tokens:
    """Return live design tokens that the application follows, before anybody else who listens to them."""
    tokens = Tokens(palette, parent=app)
    apply_theme(app, tokens)
    tokens.changed.connect(partial(apply_theme, app, tokens))
    return tokens


def make_window(database: Path, tokens: Tokens) -> MainWindow:
    """Return the window with what the library at *database* holds, or why it can't be opened."""
    window = MainWindow(tokens)
    window.resize(*_FIRST_SIZE)
    LibraryDesk(window, database).open(database)
    return window


def run_window(database: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed."""
    _start_log()
    app = make_application()
    log_qt_messages()
    tokens = make_tokens(app, system_palette())
    windows: list[MainWindow] = []
    crashes = CrashHandler(lambda: windows[0] if windows else None, app)
    crashes.install()
    window = make_window(database or paths.default_database(), tokens)
    windows.append(window)
    if os.environ.get(_MARK):
        from eitc_desktop.gui.first_paint import FirstPaintMark

        FirstPaintMark(window, then_quit=bool(os.environ.get(_QUIT)))
    _show(window, app)
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


def _show(window: MainWindow, app: QApplication) -> None:
    screen = app.primaryScreen().availableGeometry()
    if screen.width() <= _FIRST_SIZE[0] or screen.height() <= _FIRST_SIZE[1]:
        window.resize(min(window.width(), screen.width()), min(window.height(), screen.height()))
        window.showMaximized()
    else:
        window.show()


def _translate(app: QApplication) -> None:
    if app.findChild(QTranslator) is not None:
        return
    for name, folder in (
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("qt_gaps_zh_CN", str(paths.resources_dir() / "i18n")),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def _start_log() -> None:
    handlers: list[logging.Handler] = [LogHandler(paths.user_log_dir)]
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  None in a windowed program
        handlers.append(logging.StreamHandler())
    logging.basicConfig(
        level=logging.WARNING,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
