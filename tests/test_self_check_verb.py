"""The verb self-check as its users meet it: a process of its own, which opens the real window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eitc_desktop import __version__, cli
from eitc_desktop.gui.self_check.every_check import EVERY_CHECK
from eitc_desktop.services.build import build_database
from eitc_desktop.services.display import NoDisplay
from eitc_desktop.services.self_check import Outcome, SelfReport, closing_lines, document, line_of
from eitc_desktop.settings import Settings, SettingsFile, Theme

HANGING = """
import sys, threading
from pathlib import Path
from eitc_desktop.gui.self_check.running import CheckRun, patience
from eitc_desktop.gui.self_check.scene import Check, Scene
from eitc_desktop.self_check_verb import _tell_document, _silent
scene = Scene(Path("."), Path("无.db"), None)
run = CheckRun(scene, _silent)
with patience(0.2, run, _tell_document):
    run.run([Check("fine", "好", lambda _: "好"), Check("stuck", "停住", lambda _: threading.Event().wait() and "")])
"""


def call(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C", "HOME": str(home), "PYTHONWARNINGS": "error"}
        | environment,
        capture_output=True,
        timeout=140,
        check=False,
    )


@pytest.fixture(scope="module")
def other_library(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Two other agencies' provisions; the newest has neither changes of functions nor shared matters."""
    folder = tmp_path_factory.mktemp("others")
    for name in ("ningxi-water-2009", "qinghe-petitions"):
        shutil.copy(repository / "tests" / "reading" / "provisions" / f"{name}.txt", folder)
    build_database(folder / "others.db", folder)
    return folder / "others.db"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_whole_program_is_fine_on_a_library_of_other_agencies_and_leaves_everything_alone(
    other_library: Path, tmp_path: Path
) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    temporary.mkdir()
    settings = home / ".config" / "eitc-desktop" / "settings.json"
    SettingsFile(settings).save(Settings(theme=Theme.DARK, database=str(tmp_path / "别人的.db")))
    before = contents(home)
    library = other_library.read_bytes()
    done = call(
        *("-m", "eitc_desktop", "--database", str(other_library), "self-check", "--json"),
        home=home,
        TMPDIR=str(temporary),
    )
    assert done.stderr == b""
    told = json.loads(done.stdout)
    assert [check for check in told["checks"] if not check["ok"]] == []
    assert done.returncode == 0
    assert told["ok"] is True
    assert (told["version"], told["home"], told["platform"]) == (__version__, "checkout", "offscreen")
    assert [(check["name"], check["title"]) for check in told["checks"]] == [each[:2] for each in EVERY_CHECK]
    details = {check["name"]: check["detail"] for check in told["checks"]}
    assert details["print-splits"] == "略过：没有可打印的内容：这份三定规定中没有部门间职责分工"
    assert details["print-quotas"].startswith("PDF 1 页，docx")
    assert contents(home) == before
    assert other_library.read_bytes() == library
    assert list(temporary.iterdir()) == []


def test_a_check_that_hangs_ends_and_is_named(tmp_path: Path) -> None:
    done = call("-c", HANGING, home=tmp_path)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert [(check["name"], check["ok"]) for check in told["checks"]] == [("fine", True), ("stuck", False)]
    assert told["checks"][1]["detail"].endswith("秒没有完成，自检中止")


def test_without_a_display_it_says_so(tmp_path: Path) -> None:
    done = call("-m", "eitc_desktop", "self-check", home=tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == cli.UNUSABLE
    assert done.stdout == b""
    assert done.stderr.decode() == f"错误：{NoDisplay()}\n"


def test_without_a_temporary_folder_it_says_so(tmp_path: Path) -> None:
    program = "import tempfile; tempfile.tempdir = '/nowhere'; from eitc_desktop.cli import main; main()"
    done = call("-c", program, "self-check", home=tmp_path)
    assert done.returncode == cli.UNUSABLE
    assert done.stdout == b""
    assert done.stderr.decode().startswith("错误：无法使用临时文件夹：")


def test_what_is_told_to_people_and_to_programs() -> None:
    fine = Outcome("fonts", "字体", True, "5 个", 0.04)
    amiss = Outcome("icons", "图标", False, "缺少图标 x", 1.26)
    report = SelfReport("0.1.0", "packaged", "xcb", "Linux", "3.11", "6.11", "eitc.db", (fine, amiss))
    assert [line_of(fine), line_of(amiss)] == ["通过　字体：5 个（0.0 秒）", "失败　图标：缺少图标 x（1.3 秒）"]
    assert closing_lines(report) == (
        "程序：0.1.0，打包的程序，显示平台 xcb，Python 3.11，Qt 6.11，Linux",
        "自检未通过：2 项中有 1 项失败（图标）",
    )
    told = document(report)
    assert told["ok"] is False
    assert told["checks"][0] == {"name": "fonts", "title": "字体", "ok": True, "detail": "5 个", "seconds": 0.04}
    empty = SelfReport("0.1.0", "packaged", "", "Linux", "3.11", "6.11", "eitc.db", ())
    assert not empty.ok
