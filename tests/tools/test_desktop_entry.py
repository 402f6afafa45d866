from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="menus of Linux desktops")

STRANGE = "三定 规定 $HOME`id`\"'\\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A finished folder at a place that needs every kind of quoting, with a program that tells how it was started."""
    from desktop_files import add_to_folder

    folder = tmp_path / STRANGE / "eitc-desktop"
    folder.mkdir(parents=True)
    add_to_folder(folder)
    program = folder / "eitc-desktop"
    program.write_text('#!/bin/sh\nprintf "%s|" "$0" "$@" >"$TOLD"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def run(folder: Path, data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [folder / "install-desktop-entry.sh", *arguments],
        check=False,
        env={"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(data)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def files(data: Path) -> dict[str, bytes]:
    """What desktops keep of the folders for themselves isn't ours."""
    kept = {
        str(path.relative_to(data)): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file() and path.name != "mimeinfo.cache"
    }
    return {name: content for name, content in kept.items() if not re.match(r"mime/(?!packages/)", name)}


def test_the_entry_starts_the_program_wherever_it_lies(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data home"
    done = run(folder, data)
    assert done.returncode == 0, done.stderr
    first = files(data)
    assert len(first) == 18, sorted(first)  # entry, file type, two icons in eight sizes
    assert run(folder, data).returncode == 0
    assert files(data) == first
    entry = data / "applications" / "eitc-desktop.desktop"
    if shutil.which("desktop-file-validate"):
        assert subprocess.run(["desktop-file-validate", entry], check=True, capture_output=True).stdout == b""
    if shutil.which("gio") is None:
        pytest.skip("nothing here that starts an entry")
    told = tmp_path / "told"
    review = tmp_path / "意见 1.eitcreview"
    review.touch()
    subprocess.run(["gio", "launch", entry, review], check=True, env={**os.environ, "TOLD": str(told)})
    wait = f'until [ -s "{told}" ]; do :; done'
    subprocess.run(["sh", "-c", wait], check=True, timeout=60)
    assert told.read_text(encoding="utf-8") == f"{folder / 'eitc-desktop'}|{review}|"


def test_what_was_added_is_taken_away_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    other = data / "icons" / "hicolor" / "48x48" / "apps" / "other.png"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"theirs")
    run(folder, data)
    done = run(folder, data, "--remove")
    assert done.returncode == 0
    assert files(data) == {"icons/hicolor/48x48/apps/other.png": b"theirs"}
    assert run(folder, data, "--remove").returncode == 0


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "eitc-desktop").unlink(), "找不到程序"),
        (lambda folder: shutil.rmtree(folder / "_internal"), "程序文件夹不完整"),
    ],
)
def test_what_is_amiss_is_one_line(folder: Path, tmp_path: Path, spoil: object, words: str) -> None:
    assert callable(spoil)
    spoil(folder)
    done = run(folder, tmp_path / "data")
    assert done.returncode == 1
    assert done.stderr.startswith("错误：")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_place_that_cannot_be_written_is_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(folder, tmp_path / "file")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "请检查该文件夹的权限" in done.stderr
    assert run(folder, tmp_path, "--what").stderr.startswith("错误：没有这个选项：--what")
