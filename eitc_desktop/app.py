"""Composition root: puts log, fonts, theme, translation, library and window together."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.appearance import Appearance, palette_of
from eitc_desktop.gui.crash import CrashHandler, log_qt_messages
from eitc_desktop.gui.first_paint import FirstPaint, mark_first_paint
from eitc_desktop.gui.fonts import choose_font
from eitc_desktop.gui.icons import window_icon
from eitc_desktop.gui.library_desk import LibraryDesk
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.only_window import OnlyWindow
from eitc_desktop.gui.platform_plugin import require_platform_plugin
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.session import Session
from eitc_desktop.gui.theme import LIGHT, Palette, Tokens, apply_theme
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.gui.window_place import FIRST_SIZE
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.log import LogHandler
from eitc_desktop.services.input_method import Choice, choose
from eitc_desktop.services.instance import Claim, Request, claim_or_hand_over, spot_of
from eitc_desktop.services.utf8_locale import ensure_utf8_locale
from eitc_desktop.settings import Language, Loaded, Settings, SettingsFile, begin_afresh

if TYPE_CHECKING:
    from eitc_desktop.gui.pending_imports import PendingImports
    from eitc_desktop.services.self_check import Outcome, SelfReport

_QUIET_MS = 1000  # after the start
_MARK = "EITC_MARK_FIRST_PAINT"
_QUIT = "EITC_QUIT_AFTER_PAINT"


def make_application(arguments: list[str] | None = None) -> QApplication:
    """Return the application with its names, style and fonts, speaking Chinese; the theme is the caller's."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        ensure_utf8_locale()
        # set later, the style would come back as an object, and Python would search for its class among all of Qt's
        app = QApplication([*(arguments or [paths.APP_NAME]), "-style", "Fusion"])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("")
    app.setDesktopFileName(paths.APP_NAME)  # where docks and Wayland look for the icon
    install_translations(app, Language.CHINESE)
    choose_font(app, paths.resources_dir() / "fonts")
    return app


def make_tokens(app: QApplication, palette: Palette, text_size: int = 100) -> Tokens:
    """Return live design tokens that the application follows, before anybody else who listens to them."""
    tokens = Tokens(palette, text_size, app)
    apply_theme(app, tokens)
    tokens.changed.connect(partial(apply_theme, app, tokens))
    return tokens


def make_window(
    database: Path,
    tokens: Tokens,
    preferences: Preferences | None = None,
    review_path: Callable[[Path], Path] | None = None,
) -> MainWindow:
    """Return the window with what the library at *database* holds, or why it can't be opened.

    It is as *preferences* have it; without them it remembers nothing, and without *review_path* it keeps no review.
    """
    preferences = preferences or Preferences(Loaded(Settings()))
    window = MainWindow(tokens, preferences, review_path=review_path)
    window.resize(FIRST_SIZE)
    Session(window, preferences)
    LibraryDesk(window, database, preferences).retry()
    return window


class Program(QObject):
    """One run of the program: what it remembers, and its window, made anew where the language changes."""

    painted = Signal()  # a window, for the first time

    def __init__(
        self,
        app: QApplication,
        loaded: Loaded,
        file: SettingsFile,
        database: Path | None,
        input_method: Choice | None = None,
        claim: Claim | None = None,
        reviews: Sequence[Path] = (),
    ) -> None:
        super().__init__(app)
        self._app = app
        self.only = OnlyWindow(claim, self)
        self.only.asked.connect(self._answer)
        app.lastWindowClosed.connect(self.let_go)  # a second start from now on gets a window of its own
        self._imports: PendingImports | None = None
        self._reviews = tuple(reviews)  # to be taken in as soon as the window is up
        self.preferences = Preferences(loaded, file, input_method, self)
        self._language = loaded.settings.language
        install_translations(app, self._language)
        self._tokens = make_tokens(app, palette_of(loaded.settings.theme), loaded.settings.text_size)
        Appearance(self._tokens, self.preferences, self)
        remembered = self.preferences.current.database
        chosen = database or paths.library_at_start(remembered)
        missed = database is None and remembered is not None and chosen != Path(remembered)
        self._missed = Path(remembered) if missed and remembered is not None else None
        self._told = False
        self._make_window(chosen)
        self._desk.retry()
        self.preferences.changed.connect(self._follow_language)
        self.preferences.not_saved.connect(self._note_not_saved)

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
        """Give the window its voice and its icon, and say once what is amiss with settings, input and last library."""
        from eitc_desktop.gui.accessible import speak

        speak()
        if not self._told:
            self._told = True
            self._session.tell_trouble()
            if self._missed is not None:
                self._session.tell_missed(self._missed)
            self.only.listen()
        if self._reviews:
            self._imports_here.add(self._reviews)
            self._reviews = ()
        self._app.setWindowIcon(window_icon())  # for the desktop to show: what stands in the window comes first

    @property
    def _imports_here(self) -> PendingImports:
        """What opens packages in the window that is shown; made when there is one to open."""
        if self._imports is None:
            from eitc_desktop.gui.pending_imports import PendingImports

            self._imports = PendingImports(self.window)
        return self._imports

    @Slot(object)
    def _answer(self, request: Request) -> None:
        """Come forward for a second start, and offer to take in what it was given."""
        from eitc_desktop.gui.coming_forward import bring_forward

        bring_forward(self.window, request.token)
        if request.reviews:
            self._imports_here.add(request.reviews)

    @Slot()
    def let_go(self) -> None:
        """Let the next start have the library: this window has gone."""
        self.only.release()

    @Slot(object)
    def _note_not_saved(self, error: EitcError) -> None:
        # the window may be on its way out, for one in another language to take its place
        QTimer.singleShot(0, self, lambda: self._tell_not_saved(error))

    def _tell_not_saved(self, error: EitcError) -> None:
        if self.window.isVisible():  # while the program ends there is nobody to tell
            from eitc_desktop.gui.dialogs.message import open_message

            open_message(self.window, self.tr("设置"), sentence_of(error), warning=True)

    def _make_window(self, database: Path) -> None:
        self.window = MainWindow(self._tokens, self.preferences, review_path=paths.review_path)
        self._session = Session(self.window, self.preferences)
        self._desk = LibraryDesk(self.window, database, self.preferences, self.only)
        self._desk.database_opened.connect(self._session.note_database)

    @Slot(object)
    def _follow_language(self, settings: Settings) -> None:
        if settings.language is not self._language:
            self._language = settings.language
            QTimer.singleShot(0, self, self._open_anew)  # the dialog that asked for it is done then

    @Slot()
    def _open_anew(self) -> None:
        """Put a window in the new language in the place of the old one, showing the same."""
        if not self.window.settle(self._open_anew):
            return
        old, session = self.window, self._session
        session.remember()
        install_translations(self._app, self._language)
        pending, self._imports = (() if self._imports is None else self._imports.pending), None
        self._reviews = (*self._reviews, *pending)
        self._make_window(self._desk.database)
        self._desk.go_on_from(old)
        self.show()
        old.closing.disconnect(session.remember)  # how it stands was remembered already
        old.close()
        old.deleteLater()


def run_window(
    database: Path | None = None, *, reset: bool = False, claim: Claim | None = None, reviews: Sequence[Path] = ()
) -> int:
    """Open the window and return the exit code when it is closed; *reset* makes it forget looks, layout and places.

    *claim* is that to the library, where there is one; *reviews* are packages that it offers to take in.
    """
    _start_log()
    app, input_method = _start_application()
    log_qt_messages()
    file = SettingsFile(paths.user_settings_path())
    afresh = reset or bool(app.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    if afresh and not reset and database is None and claim is not None:
        claim, handed = _claim_shipped(claim)
        if handed:
            return 0
    programs: list[Program] = []
    crashes = CrashHandler(lambda: programs[0].window if programs else None, app)
    crashes.install()
    program = Program(app, begin_afresh(file) if afresh else file.load(), file, database, input_method, claim, reviews)
    programs.append(program)
    crashes.diagnosis_requested.connect(program.export_diagnostics)
    if os.environ.get(_MARK):
        program.painted.connect(partial(mark_first_paint, then_quit=bool(os.environ.get(_QUIT))))
    program.show()
    QTimer.singleShot(_QUIET_MS, gc.enable)  # the command line turned it off for the start
    code = app.exec()
    program.let_go()  # also where it ended otherwise
    QThreadPool.globalInstance().waitForDone()  # what runs beside the window paints with fonts that go with the program
    return code


def _claim_shipped(claim: Claim) -> tuple[Claim | None, bool]:
    """Change the *claim* for that to the shipped library, which is opened where all else is forgotten.

    Also return whether another window has it, and has come forward.
    """
    shipped = paths.default_database()
    if claim.spot == spot_of(shipped):
        return claim, False
    claim.release()
    return claim_or_hand_over(shipped, Request())


def render_pictures(out: Path, database: Path | None = None, looks: Sequence[str] = ()) -> list[Path]:
    """Draw the window and its panes into PNG files in folder *out* and return them; only in *looks*, if any are named.

    Raises:
        EitcError: if there is no look of a name, or the folder can't be written.
    """
    _start_log()
    app = make_application()
    log_qt_messages()
    from eitc_desktop.gui.screenshots import draw_all

    return draw_all(app, make_tokens(app, LIGHT), out, database or paths.default_database(), make_window, looks)


def check_itself(
    database: Path | None, told: Callable[[Outcome], None], given_up: Callable[[SelfReport], None]
) -> SelfReport:
    """Open the window on *database*, or on the shipped one, try everything, and return what came of it.

    Nothing of the user's is read or changed: settings and review lie in a temporary folder. *told* hears of each check
    as it ends. One that hangs ends the process with 1, after *given_up* heard what came of the others.

    Raises:
        EitcError: if there is no temporary folder.
    """
    _start_log()
    from eitc_desktop.gui.self_check.every_check import EVERY_CHECK
    from eitc_desktop.gui.self_check.running import PATIENCE, CheckRun, own_folders, patience, temporary_folder
    from eitc_desktop.gui.self_check.scene import Scene

    with temporary_folder() as folder, own_folders(folder):
        run = CheckRun(Scene(folder, database or paths.default_database(), _make_program), told)
        with patience(PATIENCE, run, given_up):
            run.run(EVERY_CHECK)
        return run.report


def _make_program(database: Path, painted: Callable[[], None]) -> Program:
    app, input_method = _start_application()
    file = SettingsFile(paths.user_settings_path())
    program = Program(app, file.load(), file, database, input_method)
    program.painted.connect(painted)
    return program


def _start_application() -> tuple[QApplication, Choice]:
    """Return the application, and how Chinese is typed in it.

    Raises:
        EitcError: if the system lacks a library that windows need.
    """
    require_platform_plugin()
    input_method = choose(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    os.environ.update(input_method.variables)  # Qt looks for them while the application is made
    return make_application(), input_method


def _start_log() -> None:
    handlers: list[logging.Handler] = [LogHandler(paths.user_log_dir)]
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  None in a windowed program
        handlers.append(logging.StreamHandler())
    logging.basicConfig(
        level=logging.WARNING,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
