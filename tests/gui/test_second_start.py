"""What a window does for a second start, and how it changes to another library: one process, real dialogs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from eitc_desktop.app import Program
from eitc_desktop.gui.coming_forward import bring_forward
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.services.instance import Claim, Request, claim_or_hand_over, spot_of, try_claim
from eitc_desktop.settings import Language, SettingsFile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

Dialog = TypeVar("Dialog", bound=QDialog)
Start = Callable[..., Program]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the program on a library, as often as is asked for; all of it is one user's, and in one process."""
    (tmp_path / "r").mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "r"))
    monkeypatch.setenv("EITC_SETTINGS_DIR", str(tmp_path / "设置"))
    programs: list[Program] = []

    def begin(library: Path = library_path, reviews: tuple[Path, ...] = ()) -> Program:
        file = SettingsFile(tmp_path / "设置" / "settings.json")
        claim, _handed = claim_or_hand_over(library, Request(), 0)
        program = Program(qapp, file.load(), file, library, None, claim, reviews)
        programs.append(program)
        with qtbot.waitSignal(program.painted):
            program.show()
        return program

    yield begin
    for program in programs:
        program.let_go()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Named like a package; that it is none is for the dialog to say."""
    path = tmp_path / "财政局.eitcreview"
    path.write_bytes(b"")
    return path


def shown(qtbot: QtBot, window: MainWindow, kind: type[Dialog]) -> Dialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


def ask(library: Path, *reviews: Path) -> Callable[[], None]:
    """Start a second time, beside the window; the callable waits for the end of it."""
    from threading import Thread

    ended: list[object] = []
    asking = Thread(target=lambda: ended.append(claim_or_hand_over(library, Request(reviews))))
    asking.start()

    def wait() -> None:
        asking.join()
        assert ended == [(None, True)]

    return wait


def test_a_second_start_brings_the_window_forward_with_what_it_was_to_open(
    qtbot: QtBot, start: Start, library_path: Path, package: Path
) -> None:
    program = start()
    program.window.showMinimized()
    wait = ask(library_path, package, package.with_name("没有.eitcreview"))
    dialog = shown(qtbot, program.window, ImportDialog)
    wait()
    assert not program.window.isMinimized()
    qtbot.waitUntil(lambda: dialog.looked is not None)
    assert [path.name for path in dialog.paths] == ["财政局.eitcreview", "没有.eitcreview"]
    assert all(row.cells[1] for row in dialog.files.rows)  # the reason, for each of them
    more = package.with_name("统计局.eitcreview")
    wait = ask(library_path, more, package)
    qtbot.waitUntil(lambda: more in dialog.paths)  # into the list that is open
    wait()
    assert len(dialog.paths) == 3


def test_packages_wait_for_a_dialog_that_is_open_and_are_not_lost(
    qtbot: QtBot, start: Start, library_path: Path, package: Path
) -> None:
    window = start(reviews=(package,)).window  # named at the start
    first = shown(qtbot, window, ImportDialog)
    assert first.paths == (package,)
    first.reject()
    window.dialogs.show_about()
    about = shown(qtbot, window, QDialog)
    wait = ask(library_path, package)
    qtbot.waitUntil(lambda: window.status.notice != "")
    wait()
    assert window.status.notice == "先完成当前的对话框，随后会询问是否并入：财政局.eitcreview"
    assert about.isVisible()
    about.reject()
    assert shown(qtbot, window, ImportDialog).paths == (package,)


def test_packages_wait_for_a_library_and_go_along_to_a_window_in_another_language(
    qtbot: QtBot, start: Start, tmp_path: Path, library_path: Path, package: Path
) -> None:
    program = start(tmp_path / "没有.db")
    wait = ask(tmp_path / "没有.db", package)
    qtbot.waitUntil(lambda: program.window.status.notice.startswith("先打开一个数据库"))
    wait()
    program.preferences.take(program.preferences.current.__class__(language=Language.ENGLISH))
    qtbot.waitUntil(lambda: program.window.windowTitle().isascii())
    program.window.database_requested.emit(library_path)
    assert shown(qtbot, program.window, ImportDialog).paths == (package,)
    QApplication.activeModalWidget().close()
    program.preferences.take(program.preferences.current.__class__(language=Language.CHINESE))
    qtbot.waitUntil(lambda: not program.window.windowTitle().isascii())


def has(library: Path) -> bool:
    """Whether a window has *library*."""
    spot = spot_of(library)
    assert spot is not None
    claim = try_claim(spot)
    if claim is not None:
        claim.release()
    return claim is None


def test_a_window_stands_for_the_library_that_it_opened_last(
    qtbot: QtBot, start: Start, tmp_path: Path, library_path: Path
) -> None:
    other = Path(shutil.copy(library_path, tmp_path / "乙.db"))
    program = start()
    window, heard = program.window, list[Request]()
    program.only.asked.connect(heard.append)
    window.database_requested.emit(tmp_path / "没有.db")
    shown(qtbot, window, MessageDialog).accept()
    assert (has(library_path), has(tmp_path / "没有.db")) == (True, False)
    window.database_requested.emit(other)
    assert window.opened is not None
    assert window.opened.path == other
    assert (has(library_path), has(other)) == (False, True)
    wait = ask(other)
    qtbot.waitUntil(lambda: heard == [Request()])
    wait()


def test_a_library_that_another_window_has_is_left_to_it(
    qtbot: QtBot, start: Start, tmp_path: Path, library_path: Path
) -> None:
    other = Path(shutil.copy(library_path, tmp_path / "乙.db"))
    first, second = start(library_path), start(other)
    first.window.showMinimized()
    second.window.database_requested.emit(library_path)
    qtbot.waitUntil(lambda: second.window.status.notice != "")
    assert second.window.status.notice == "这个数据库已在另一个窗口中打开，已转到那个窗口。"
    assert not first.window.isMinimized()
    assert second.window.opened is not None
    assert second.window.opened.path == other
    assert has(other)


def test_a_window_that_does_not_answer_is_told_of(
    qtbot: QtBot, start: Start, tmp_path: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eitc_desktop.gui.only_window._PATIENCE", 0.1)
    other = tmp_path / "乙.db"
    window = start().window
    spot = spot_of(other)
    assert spot is not None
    deaf = try_claim(spot)
    assert isinstance(deaf, Claim)
    window.database_requested.emit(other)
    assert "没有回应" in shown(qtbot, window, MessageDialog).words
    deaf.release()


def test_an_open_menu_makes_way(qtbot: QtBot, window: MainWindow) -> None:
    menu = QMenu(window)
    menu.addAction("甲")
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    bring_forward(window, "")
    assert not menu.isVisible()
