"""The program as its own process: what it imports before the first paint, and how it is timed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from eitc_desktop.settings import EnteredValidity, ProvisionMemory, Settings, SettingsFile, Theme, Validity

SLOW = (
    *("sqlite_utils", "pyqtgraph", "numpy", "pypinyin", "docx", "openpyxl", "PySide6.QtPrintSupport"),
    *("PySide6.QtNetwork", "eitc_desktop.gui.printing", "eitc_desktop.composing", "eitc_desktop.office"),
)

CHILD = """
import linecache, sys
from pathlib import Path
from eitc_desktop.opening import open_window
code = open_window(Path(sys.argv[1]))
print("slow", [name for name in sys.argv[2:] if any(f"{each}.".startswith(f"{name}.") for each in sys.modules)])
print("sources read", [name for name in linecache.cache if "eitc_desktop" in name])
from PySide6.QtWidgets import QWidget
print("classes that nothing shows", {kind.__name__ for kind in QWidget.__subclasses__()} & {"QCalendarWidget"} or "")
sys.exit(code)
"""


def run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "HOME": str(home),
        "EITC_MARK_FIRST_PAINT": "1",
        "EITC_QUIT_AFTER_PAINT": "1",
    }
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=140, check=False)


def test_nothing_is_imported_read_or_made_in_vain_before_the_first_paint(library_path: Path, tmp_path: Path) -> None:
    done = run("-c", CHILD, str(library_path), *SLOW, home=tmp_path)
    assert done.returncode == 0, done.stderr
    first, second, third, fourth = done.stdout.splitlines()
    assert first.startswith("first-paint ")
    assert float(first.split()[1]) > 0
    assert second == "slow []"
    assert third == "sources read []"
    assert fourth == "classes that nothing shows "
    assert done.stderr == ""
    assert not list(tmp_path.rglob("*.log"))


def test_the_window_opens_without_a_library(tmp_path: Path) -> None:
    done = run("-m", "eitc_desktop", "--database", str(tmp_path / "无.db"), home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("first-paint ")
    assert done.stderr == ""


def test_it_begins_afresh_when_it_is_told_to(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EITC_SETTINGS_DIR", str(tmp_path / "设置"))
    file = SettingsFile(tmp_path / "设置" / "settings.json")
    entered = ProvisionMemory("duty/1", validity=EnteredValidity(Validity.IN_FORCE, "某文", "2026-11-23"))
    file.save(Settings(theme=Theme.DARK, text_size=150, provisions={"ab": entered}))
    before = file.path.read_bytes()
    done = run("-m", "eitc_desktop", "--reset", "--database", str(library_path), home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    after = file.load().settings
    assert (after.theme, after.text_size) == (Theme.SYSTEM, 100)
    assert after.of_provision("ab") == ProvisionMemory(validity=entered.validity)
    assert file.path.with_name("settings.before-reset-1.json").read_bytes() == before


def test_render_draws_pictures(library_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "图 片"
    looks = ("zh-light-1366", "en-dark-911")  # between them, each language, palette and size
    chosen = [word for look in looks for word in ("--look", look)]
    command = ("-m", "eitc_desktop", "--database", str(library_path), "render", "--out", str(out), *chosen)
    done = run(*command, home=tmp_path)
    assert done.returncode == 0, done.stderr
    drawn = [Path(line) for line in done.stdout.splitlines()]
    assert drawn[0] == out / "window.png"
    assert set(drawn) == set(out.iterdir())
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in drawn)
    assert {"-".join(path.name.split("-")[:3]) for path in drawn if path.name[:2] in {"zh", "en"}} == set(looks)
    assert done.stderr == ""


def test_render_into_a_place_that_cannot_be(tmp_path: Path) -> None:
    out = tmp_path / "文件"
    out.write_text("")
    done = run("-m", "eitc_desktop", "render", "--out", str(out), home=tmp_path)
    assert done.returncode == 2
    assert "无法写入文件夹" in done.stderr
    assert "是一个文件" in done.stderr
    assert not re.search("[A-Z][a-z]{2}", done.stderr.replace(str(out), ""))
