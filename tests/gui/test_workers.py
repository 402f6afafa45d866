"""Work beside the window: its result comes back to the window's thread, or to nobody where the window has gone."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from PySide6.QtCore import QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.workers import Work

_CLOSING = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool
from shiboken6 import Shiboken
from eitc_desktop.gui.workers import Work

app = QCoreApplication([])
sys.setswitchinterval(1e-6)  # the threads meet wherever they can


class Listener(QObject):
    def hear(self, result):
        pass


for turn in range(3000):
    parent = Listener()
    work = Work(lambda: list(range(20)), parent)
    work.done.connect(parent.hear)
    work.start()
    if turn % 3 == 0:
        Shiboken.delete(parent)
    elif turn % 3 == 1:
        parent.deleteLater()
    del work
    app.processEvents()
QThreadPool.globalInstance().waitForDone()
app.processEvents()
print("closed")
"""


def test_what_it_returned_is_told_in_the_windows_thread(qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    parent = QObject()
    work = Work(QThread.isMainThread, parent)
    work.done.connect(lambda result: told.append((result, QThread.isMainThread())))
    with qtbot.waitSignal(work.done):
        work.start()
    assert told == [(False, True)]


def test_what_it_raised_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    parent = QObject()
    work = Work(partial(int, "八"), parent)
    with qtbot.captureExceptions() as raised:
        work.start()
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, *_ in raised] == [ValueError]


def test_nobody_is_told_once_the_window_is_gone(qtbot: QtBot) -> None:
    told: list[object] = []
    parent, other = QObject(), QObject()
    work = Work(lambda: "late", parent)
    work.done.connect(told.append)
    work.start()
    parent.deleteLater()
    QThreadPool.globalInstance().waitForDone()
    last = Work(lambda: "last", other)
    with qtbot.waitSignal(last.done):
        last.start()
    assert told == []


def test_windows_that_close_in_the_midst_of_work_do_no_harm() -> None:
    # a child process: what was wrong here once ended the whole program
    child = subprocess.run([sys.executable, "-c", _CLOSING], capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout.strip(), child.stderr) == (0, "closed", "")
