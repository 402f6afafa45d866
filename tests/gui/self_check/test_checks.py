"""The program's check of itself finds what is really broken, and says so in one line."""

from __future__ import annotations

import importlib.abc
import logging
import os
import shutil
import sqlite3
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QObject, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop import app as composition
from eitc_desktop import paths
from eitc_desktop.gui.self_check.every_check import EVERY_CHECK
from eitc_desktop.gui.self_check.running import CheckRun, own_folders
from eitc_desktop.gui.self_check.scene import Check, Scene, require
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.services.self_check import Outcome


def fine(_scene: Scene) -> str:
    return "好"


@pytest.fixture
def scene(tmp_path: Path, library_path: Path, styled: Tokens) -> Iterator[Scene]:
    """A scene on a library of its own, with a folder that has a hard name."""
    folder = tmp_path / "自检 文件夹"
    folder.mkdir()
    library = Path(shutil.copy(library_path, tmp_path / "eitc.db"))
    with own_folders(folder):
        yield Scene(folder, library, composition._make_program)
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def package(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what comes along, which the program takes for its own as a packaged one does."""
    root = tmp_path / "_internal"
    shutil.copytree(repository / "resources", root / "resources")
    (root / "data").mkdir()
    shutil.copy(repository / "data" / paths.DATABASE_NAME, root / "data")
    shutil.copy(repository / "LICENSE", root)
    monkeypatch.setattr(sys, "_MEIPASS", str(root), raising=False)
    return root


def ran(scene: Scene, *checks: Check | str) -> list[Outcome]:
    """Run checks, those that are named among all that there are."""
    named = {check.name: check for check in EVERY_CHECK}
    told: list[Outcome] = []
    run = CheckRun(scene, told.append)
    run.run([named[check] if isinstance(check, str) else check for check in checks])
    assert list(run.report.checks) == told
    assert run.report.ok is all(outcome.ok for outcome in told)
    return told


def failure(scene: Scene, check: Check | str) -> str:
    """Return why a check failed, which is one line."""
    (outcome,) = ran(scene, check)
    assert not outcome.ok
    assert "\n" not in outcome.detail
    return outcome.detail


def test_names_are_unique() -> None:
    assert len({check.name for check in EVERY_CHECK}) == len({check.title for check in EVERY_CHECK}) == len(EVERY_CHECK)


@pytest.mark.parametrize(
    ("check", "gone", "told"),
    [
        ("fonts", "fonts/NotoSerifSC-Bold.ttf", "缺少字体文件 NotoSerifSC-Bold.ttf"),
        ("translations", "i18n/eitc_desktop_en.qm", "缺少翻译文件 eitc_desktop_en.qm，或不能用"),
        ("icons", "icons/eitc-desktop-48.png", "缺少图片 eitc-desktop-48.png"),
        ("licences", "fonts/EITCWenKai-OFL.txt", "没有许可证原文：EITC WenKai (LXGW WenKai)"),
        ("rebuild", "abbreviations.toml", "重建的内容（"),
    ],
)
def test_a_file_that_is_missing_is_named(scene: Scene, package: Path, check: str, gone: str, told: str) -> None:
    (package / "resources" / gone).unlink()
    assert told in failure(scene, check)


def test_a_font_file_that_is_none_is_named(scene: Scene, package: Path) -> None:
    (package / "resources" / "fonts" / "NotoSansSC-Bold.ttf").write_bytes(b"no font")
    assert failure(scene, "fonts").startswith("字体文件 NotoSansSC-Bold.ttf 不能用")


def test_a_database_that_was_altered_is_told_of(scene: Scene) -> None:
    with closing(sqlite3.connect(scene.database)) as connection:
        connection.execute("UPDATE quota SET minimum = 500, maximum = 500 WHERE seq = 0")
        connection.commit()
    assert failure(scene, "database") == "编号 1 的内容与其原文重新识读的结果不一致"
    window, agreement = ran(scene, "window", "agreement")
    assert window.ok
    assert agreement.detail == "数据库的内容与其中原文重新识读的结果不一致"


def test_a_shipped_database_that_its_text_does_not_give_is_told_of(scene: Scene, package: Path) -> None:
    (text,) = (package / "resources" / "provisions").glob("*.txt")
    text.write_text(text.read_text(encoding="utf-8").replace("综合", "总合", 1), encoding="utf-8")
    assert failure(scene, "rebuild").startswith("重建的内容（")


def test_a_database_that_is_missing_fails_what_needs_it_and_no_more(scene: Scene) -> None:
    scene.database.unlink()
    outcomes = ran(scene, "window", "units", "print-dossier", "icons")
    assert [outcome.ok for outcome in outcomes] == [False, False, False, True]
    assert outcomes[0].detail.startswith("找不到数据库")
    assert outcomes[1].detail == outcomes[2].detail == "数据库没有打开，无法检查"


class Blocked(importlib.abc.MetaPathFinder):
    """Lets a module be as if it had not come along."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, fullname: str, *_others: object) -> ModuleSpec | None:
        if fullname == self._name:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


@pytest.mark.parametrize(
    ("check", "module"), [("rebuild", "pypinyin"), ("modules", "eitc_desktop.gui.allocation.bars")]
)
def test_a_module_that_is_missing_is_named(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, check: str, module: str
) -> None:
    users = "eitc_desktop.services.pinyin"  # imported again, it asks for what it needs again
    for name in [name for name in sys.modules if f"{name}.".startswith((f"{module}.", f"{users}."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Blocked(module), *sys.meta_path])
    assert failure(scene, check).startswith(f"缺少模块 {module}（")


def test_what_qt_python_and_slots_say_fails_the_check_during_which_they_say_it(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    def warned_by_qt(_scene: Scene) -> str:
        QFile().open(QFile.OpenModeFlag.ReadOnly)  # the platform's own line is let pass, this one isn't
        qWarning("This plugin does not support propagateSizeHints()")
        return "好"

    def warned_by_python(_scene: Scene) -> str:
        warnings.warn("旧的\n做法", RuntimeWarning, stacklevel=1)
        warnings.warn("以后不再有", DeprecationWarning, stacklevel=1)
        return "好"

    def raised_in_a_slot(_scene: Scene) -> str:
        QTimer.singleShot(0, lambda: require(False, "槽里的错误"))
        QApplication.processEvents()
        return "好"

    def raised_in_a_thread(_scene: Scene) -> str:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        return "好"

    def raised(_scene: Scene) -> str:
        raise ValueError("一行\n又一行")

    bodies: tuple[Callable[[Scene], str], ...] = (
        warned_by_qt, warned_by_python, raised_in_a_slot, raised_in_a_thread, raised, fine
    )  # fmt: skip
    outcomes = ran(scene, *(Check(body.__name__, body.__name__, body) for body in bodies))
    assert [outcome.detail for outcome in outcomes] == [
        "Qt 警告：QFSFileEngine::open: No file name specified",
        "Python 警告：RuntimeWarning: 旧的 做法",
        "槽里的错误",
        "程序出现意外错误：ZeroDivisionError: division by zero",
        "程序出现意外错误：ValueError: 一行 又一行",
        "好",
    ]
    assert [outcome.ok for outcome in outcomes] == [False] * 5 + [True]
    logged = [record for record in caplog.records if record.exc_info]
    assert {record.levelno for record in logged} == {logging.ERROR}
    assert len(logged) >= 2  # what a slot raises reaches PySide6 6.9 another way, which logs nothing


def test_whoever_listened_before_does_so_afterwards(scene: Scene, qtbot: QtBot) -> None:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    ran(scene, Check("fine", "好", fine))
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning) == hooks
    with own_folders(scene.folder):
        assert paths.user_settings_path().is_relative_to(scene.folder)


def test_own_folders_are_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.SETTINGS_FOLDER, "/somewhere")
    with own_folders(tmp_path):
        assert paths.user_data_dir() == tmp_path
    assert os.environ[paths.SETTINGS_FOLDER] == "/somewhere"
    assert paths.DATA_FOLDER not in os.environ


def test_a_scene_without_folders_of_its_own_opens_nothing(tmp_path: Path, library_path: Path, qapp: QObject) -> None:
    scene = Scene(tmp_path / "自检", library_path, composition._make_program)
    assert failure(scene, "window").startswith("自检没有自己的文件夹：")
    assert scene.program is None
