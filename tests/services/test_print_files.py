from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from eitc_desktop.errors import EitcError
from eitc_desktop.services.print_files import NotSaved, format_of, write_files
from eitc_desktop.services.print_request import FileFormat


@pytest.mark.parametrize("form", list(FileFormat))
def test_the_end_of_a_name_says_the_format(form: FileFormat) -> None:
    assert format_of(Path(f"某图.{form.value}")) is form
    assert format_of(Path(f"某图.v2.{form.value.upper()}")) is form


@pytest.mark.parametrize("name", ["某图", "某图.", "某图.doc", ".pdf", "某图.pdf.zip"])
def test_another_end_says_none(name: str) -> None:
    with pytest.raises(
        EitcError, match=r"看不出 .* 要存成什么格式。文件名应以其一结尾：\.pdf \.svg \.png \.docx \.xlsx"
    ):
        format_of(Path(name))


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    one, two = tmp_path / "图-1.svg", tmp_path / "图-2.svg"
    write_files([(one, b"1"), (two, b"2")])
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    with pytest.raises(NotSaved, match="文件夹不存在"):
        write_files([(one, b"3"), (tmp_path / "没有" / "图-2.svg", b"4")])
    assert one.read_bytes() == b"1"
    assert sorted(tmp_path.iterdir()) == [one, two]


def test_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="文件夹不存在"):
        write_files([(tmp_path / "没有" / "图.pdf", b"1")])
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(NotSaved, match="路径中的一级是文件"):
        write_files([(tmp_path / "文件" / "图.pdf", b"1")])
    assert [path.name for path in tmp_path.iterdir()] == ["文件"]


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "图.pdf").mkdir()
    with pytest.raises(NotSaved, match="同名的是一个文件夹"):
        write_files([(tmp_path / "图.pdf", b"1")])
    assert list((tmp_path / "图.pdf").iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no such folder")
def test_a_folder_that_takes_no_files_is_not_called_missing() -> None:
    with pytest.raises(NotSaved, match=r"没有保存 /proc/图\.pdf（这个文件夹里不能新建文件）。请另选位置"):
        write_files([(Path("/proc/图.pdf"), b"1")])


CHILD = """
import os, pwd, sys
from pathlib import Path
from eitc_desktop.errors import EitcError
from eitc_desktop.services.print_files import write_files
what, folder = sys.argv[1], Path(sys.argv[2])
if what == "nobody":
    nobody = pwd.getpwnam("nobody")  # to root everything is allowed
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)
try:
    write_files([(folder / "图-1.png", b"x" * 1000), (folder / "图-2.png", b"x" * 3_000_000)])
except EitcError as error:
    print(error)
"""


def refused(what: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", CHILD, what, str(folder)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


_AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else, or mount"
)


@_AS_ROOT
def test_who_may_not_write_leaves_nothing() -> None:
    with tempfile.TemporaryDirectory(prefix="只读 文件夹 ") as name:  # pytest's own are closed to other users
        folder = Path(name)
        folder.chmod(0o755)
        assert refused("nobody", folder) == f"没有保存 {folder / '图-1.png'}（没有权限）。请另选位置"
        assert list(folder.iterdir()) == []


@_AS_ROOT
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    small = tmp_path / "小盘"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", str(small)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        said = refused("root", small)
        left = list(small.iterdir())
    finally:
        subprocess.run(["umount", str(small)], check=True)
    assert "磁盘已满" in said
    assert left == []
