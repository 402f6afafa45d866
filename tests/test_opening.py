"""Starts of the program as processes: the second one, one after a death, and those of two users."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

# Nobody may write nowhere but read everywhere: the interpreter itself may lie in a folder of root's own.
AS_NOBODY = (
    *("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"),
    *("--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"),
)

# The program, which tells what second starts ask of it, and after it was shown.
FIRST = """
import sys
from eitc_desktop import app, cli
from eitc_desktop.gui.review.import_dialog import ImportDialog
class Telling(app.Program):
    def _answer(self, request):
        super()._answer(request)
        asked = [path for each in self.window.findChildren(ImportDialog) for path in each.paths]
        print("asked", *asked, flush=True)
app.Program = Telling
sys.exit(cli.run(sys.argv[1:]))
"""
BRIEF = {"EITC_MARK_FIRST_PAINT": "1", "EITC_QUIT_AFTER_PAINT": "1"}


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user may look into; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="共用 ") as name:
        Path(name).chmod(0o755)
        yield Path(name)


class Begin(Protocol):
    """Starts Python with *command*, without a place for sockets that the system provides."""

    def __call__(self, *command: str, home: Path, nobody: bool = False, **more: str) -> subprocess.Popen[str]: ...


@pytest.fixture
def begin(place: Path) -> Iterator[Begin]:
    begun: list[subprocess.Popen[str]] = []

    def start(*command: str, home: Path, nobody: bool = False, **more: str) -> subprocess.Popen[str]:
        environment = {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), **more}
        environment |= {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[1])}
        whole = [*(AS_NOBODY if nobody else ()), sys.executable, "-B", "-W", "error", *command]
        pipe = subprocess.PIPE
        begun.append(subprocess.Popen(whole, env=environment, cwd=place, stdout=pipe, stderr=pipe, encoding="utf-8"))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()
        process.communicate()


@pytest.fixture
def require_nobody() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    if subprocess.run([*AS_NOBODY, sys.executable, "-c", ""], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system lets root give away no right to read")


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=140)
    return process.returncode, out, err


@pytest.mark.usefixtures("require_nobody")
def test_a_second_start_hands_over_unless_the_first_is_dead_or_somebody_elses(
    begin: Begin, place: Path, library_path: Path
) -> None:
    shutil.copy(library_path, place / "甲.db")
    (place / "甲.db").chmod(0o644)
    verb = ("-m", "eitc_desktop")
    first = begin("-c", FIRST, "甲.db", home=place, EITC_MARK_FIRST_PAINT="1")
    assert first.stdout is not None
    assert first.stdout.readline().startswith("first-paint ")
    assert ended(begin(*verb, "甲.db", "财政局.eitcreview", home=place)) == (0, "", "")
    assert first.stdout.readline() == f"asked {place / '财政局.eitcreview'}\n"
    shared = begin(*verb, "--database", str(place / "甲.db"), home=place, nobody=True, **BRIEF)
    reset = begin(*verb, "--reset", str(place / "甲.db"), home=place)
    code, out, _ = ended(shared)
    assert (code, out[:12]) == (0, "first-paint ")
    assert ended(reset) == (2, "", "错误：窗口已经打开，没有恢复默认设置。请先关闭它，再用 --reset 打开\n")
    first.send_signal(signal.SIGKILL)
    first.communicate()
    code, out, err = ended(begin(*verb, str(place / "甲.db"), home=place, **BRIEF))
    assert (code, out[:12], err) == (0, "first-paint ", "")


# The program, which somebody uses: a unit is chosen, an opinion is to be added, another unit is chosen.
USED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from eitc_desktop import app, cli
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.model.facts import FactKind, FactRef

class Used(app.Program):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.steps = iter((
            lambda: self.window.selection.select(FactRef(FactKind.DIVISION, 11)),
            lambda: self.window.reviewing.add_opinion(FactRef(FactKind.DUTY_ITEM, 1, 0)),
            lambda: self.window.selection.select(FactRef(FactKind.DIVISION, 3)),
            lambda: self.window.close(),
        ))
        self.preferences.not_saved.connect(lambda _error: print("told of settings", flush=True))
        self.painted.connect(self.go_on)

    def go_on(self):
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            words = dialog.words if isinstance(dialog, MessageDialog) else type(dialog).__name__
            print(words.replace(chr(10), " "), flush=True)
            dialog.accept()
        next(self.steps)()
        QTimer.singleShot(1200, self.go_on)  # settings are written a moment after the last change

app.Program = Used
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.usefixtures("require_nobody")
def test_who_can_write_nowhere_is_warned_once_and_before_typing_in_vain(
    begin: Begin, place: Path, library_path: Path
) -> None:
    shutil.copy(library_path, place / "甲.db")
    (place / "甲.db").chmod(0o644)
    code, out, err = ended(begin("-c", USED, "甲.db", home=place / "家", nobody=True))
    assert (code, err) == (0, "")
    told, settings, review = out.splitlines()
    assert told == "told of settings"
    assert settings.startswith("设置没有保存（没有权限）：")
    assert "程序可以照常使用，但关闭后不会记住这次的设置" in settings
    assert review.startswith("现在录入的内容无法保存，所以没有打开录入窗口。 审阅文件所在的文件夹不可写：")
    assert [path.name for path in place.iterdir()] == ["甲.db"]
