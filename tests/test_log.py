"""The log: made when needed, turned over when full, shared by several programs, and never a reason to stop."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.log import LOG_NAME, LogHandler, log_tail

HALF_A_MEGABYTE = 512 * 1024


def record(words: str, *arguments: object) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": words, "args": arguments, "levelno": logging.ERROR})


def test_the_file_appears_with_its_first_line(tmp_path: Path) -> None:
    folder = tmp_path / "日志"
    handler = LogHandler(lambda: folder)
    assert not folder.exists()
    handler.emit(record("出错了"))
    handler.emit(record("\udcff"))
    assert (folder / LOG_NAME).read_text(encoding="utf-8") == "出错了\n\\udcff\n"


def test_a_full_file_is_turned_over_and_three_old_ones_are_kept(tmp_path: Path) -> None:
    handler = LogHandler(lambda: tmp_path)
    for number in range(6):
        handler.emit(record(f"{number}" * HALF_A_MEGABYTE))
    assert sorted(path.name for path in tmp_path.iterdir()) == [LOG_NAME, *(f"{LOG_NAME}.{n}" for n in (1, 2, 3))]
    assert [(tmp_path / name).read_text()[0] for name in (LOG_NAME, f"{LOG_NAME}.1", f"{LOG_NAME}.3")] == list("542")


def test_several_programs_write_to_it(tmp_path: Path) -> None:
    code = """
import logging, sys
from pathlib import Path
from eitc_desktop.log import LogHandler
handler = LogHandler(lambda: Path(sys.argv[1]))
for number in range(300):
    handler.emit(logging.makeLogRecord({"msg": f"{sys.argv[2]} {number}", "levelno": logging.ERROR}))
"""
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name], cwd=Path(paths.__file__).parents[1])
        for name in "AB"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    lines = (tmp_path / LOG_NAME).read_text().splitlines()
    assert sorted(lines) == sorted(f"{name} {number}" for name in "AB" for number in range(300))


def test_a_file_in_the_place_of_the_folder_is_no_reason_to_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "日志").write_text("")
    LogHandler(lambda: tmp_path / "日志").emit(record("出错了"))
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that Linux has")
def test_a_full_disk_is_no_reason_to_stop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / LOG_NAME).symlink_to("/dev/full")
    LogHandler(lambda: tmp_path).emit(record("出错了"))
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / LOG_NAME).readlink() == Path("/dev/full")


def test_a_record_that_cannot_be_worded_does_not_raise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LogHandler(lambda: tmp_path).emit(record("%d", "x"))
    assert "Logging error" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_tail_is_whole_lines_over_two_files(tmp_path: Path) -> None:
    assert log_tail(tmp_path, 100) == ""
    (tmp_path / f"{LOG_NAME}.1").write_text("old 1\nold 2\n")
    (tmp_path / LOG_NAME).write_text("new 1\nnew 2\n")
    assert log_tail(tmp_path, 100) == "old 1\nold 2\nnew 1\nnew 2\n"
    assert log_tail(tmp_path, 20) == "old 2\nnew 1\nnew 2\n"
    assert log_tail(tmp_path, 8) == "new 2\n"
