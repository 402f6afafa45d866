"""Runs the checks one after the other: what goes wrong in one is told, and the next one is tried all the same."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThreadPool, qVersion
from PySide6.QtGui import QGuiApplication

from eitc_desktop import __version__, paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.looking import put_away, settle
from eitc_desktop.gui.self_check.noise import Noise
from eitc_desktop.gui.self_check.scene import Check, Scene
from eitc_desktop.services.self_check import NotAsItShould, Outcome, SelfReport, reason_of

_log = logging.getLogger(__name__)

PATIENCE = 300.0
"""Seconds after which a check that hangs is given up, and all that follow."""

_FOLDER = "自检 文件夹"
_GRACE = 30.0  # seconds more, for one that lets no other thread run


class CheckRun:
    """The checks of one *scene*; *told* hears of each as soon as it ends."""

    def __init__(self, scene: Scene, told: Callable[[Outcome], None]) -> None:
        self._scene = scene
        self._told = told
        self._noise = Noise()
        self._outcomes: list[Outcome] = []
        self._current: Check | None = None
        self._begun = 0.0

    @property
    def report(self) -> SelfReport:
        """What was found so far."""
        return SelfReport(
            __version__,
            paths.find_home().kind.value,
            QGuiApplication.platformName() if QGuiApplication.instance() is not None else "",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            platform.python_version(),
            qVersion(),
            str(self._scene.database),
            tuple(self._outcomes),
        )

    def run(self, checks: Sequence[Check]) -> None:
        """Run *checks*, and put away what they opened."""
        with self._noise.heard():
            for check in checks:
                self._try(check)
            program = self._scene.program
            if program is not None:
                put_away(program.window)
            QThreadPool.globalInstance().waitForDone()  # what runs beside the window writes into the scene's folder

    def give_up(self) -> None:
        """Note that the check that is under way didn't end; for another thread than that of the checks."""
        check = self._current
        if check is not None:
            waited = perf_counter() - self._begun
            self._note(Outcome(check.name, check.title, False, f"超过 {waited:.0f} 秒没有完成，自检中止", waited))  # noqa: FBT003

    def _try(self, check: Check) -> None:
        self._current, self._begun = check, perf_counter()
        fine, words = True, ""
        try:
            words = check.run(self._scene)
            settle()
        except (NotAsItShould, EitcError) as error:
            fine, words = False, reason_of(error)
        except Exception as error:  # noqa: BLE001  whatever it is, it is told, and the others are tried
            fine, words = False, reason_of(error)
            _log.exception("%s", check.name)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what it opened and closed again
        noise = self._noise.take()
        if noise:
            fine, words = False, "；".join((*([] if fine else [words]), *noise))
        self._note(Outcome(check.name, check.title, fine, words, perf_counter() - self._begun))
        self._current = None

    def _note(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._told(outcome)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards; its name is one that careless programs trip over.

    Raises:
        EitcError: if there is no place for one.
    """
    with ExitStack() as stack:
        try:
            holder = stack.enter_context(TemporaryDirectory(prefix="eitc-", ignore_cleanup_errors=True))
            folder = Path(holder).resolve() / _FOLDER
            folder.mkdir()
        except OSError as error:
            raise EitcError(
                f"无法使用临时文件夹：{error.strerror or error}。请检查磁盘空间和环境变量 TMPDIR"
            ) from error
        except UnicodeError as error:
            raise EitcError("这里的语言环境不能用中文文件名。请设置环境变量 LC_ALL=C.UTF-8 后重试") from error
        yield folder


@contextmanager
def own_folders(folder: Path) -> Iterator[None]:
    """Let settings, what is entered, and what Qt remembers of its own dialogs lie in *folder* while the body runs."""
    names = (paths.SETTINGS_FOLDER, paths.DATA_FOLDER)
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def patience(seconds: float, run: CheckRun, ended: Callable[[SelfReport], None]) -> Iterator[None]:
    """Let the body take no longer than *seconds*: then *run* gives up, *ended* hears of it, and the process ends."""

    def give_up() -> None:
        run.give_up()
        with suppress(Exception):
            ended(run.report)
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        os._exit(1)  # the thread of the window doesn't come back

    watch = threading.Timer(seconds, give_up)
    watch.daemon = True
    watch.start()
    with suppress(Exception):  # a windowed program has nowhere to write to
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
    try:
        yield
    finally:
        watch.cancel()
        faulthandler.cancel_dump_traceback_later()
