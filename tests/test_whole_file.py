from __future__ import annotations

import errno
from pathlib import Path

import pytest

from eitc_desktop.whole_file import reason_of, write_whole


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EDQUOT, "磁盘已满"),
        (errno.EACCES, "没有权限"),
        (errno.EPERM, "没有权限"),
        (errno.EROFS, "所在位置是只读的"),
        (errno.ENOENT, "文件夹不存在"),
        (errno.ENOTDIR, "路径中的一级是文件，不是文件夹"),
        (errno.EISDIR, "同名的是一个文件夹"),
        (errno.ENAMETOOLONG, "文件名过长"),
        (errno.EIO, f"系统错误代码 {errno.EIO}"),
    ],
)
def test_why_the_system_refuses(number: int, words: str) -> None:
    assert str(reason_of(OSError(number, "in English"))) == words


def test_the_old_file_stays_where_the_new_one_cannot_be_put(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path / "a", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_its_folder_is_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "甲" / "乙" / "丙", b"x")
    write_whole(tmp_path / "甲" / "乙" / "丙", b"y")
    assert (tmp_path / "甲" / "乙" / "丙").read_bytes() == b"y"
    assert len(list((tmp_path / "甲" / "乙").iterdir())) == 1
