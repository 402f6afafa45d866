"""Whatever may be wrong with a file or a disk: one true Chinese line with a way out, and nothing overwritten."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from eitc_desktop.model.review import Revision
from eitc_desktop.reviewing.annotations import annotation_of, canonical
from eitc_desktop.store.reviews import ReviewFile, errors
from eitc_desktop.store.reviews.migrations import STEPS

Making = Callable[..., list[Revision]]

_AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else, or mount"
)
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be moved there")


def in_order(error: errors.ReviewError, path: Path) -> str:
    """Return the message, which must be fit for an official."""
    message = str(error)
    assert "\n" not in message
    assert str(path) in message
    assert "请" in message
    assert error.phrase is not None
    assert error.phrase.context == "Review"
    assert not re.search(r"[A-Za-z]{3,}", message.replace(str(path), ""))
    return message


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """No byte of the file changes inside this block."""
    before = path.read_bytes()
    yield
    assert path.read_bytes() == before


def refused(path: Path, kind: type[errors.ReviewError]) -> str:
    """Open *path*, which must fail as *kind*."""
    with untouched(path), pytest.raises(kind) as caught:
        ReviewFile.open(path)
    assert type(caught.value) is kind
    return in_order(caught.value, path)


@pytest.fixture
def kept(path: Path, opinions: Making) -> list[Revision]:
    """What the closed file at ``path`` holds: enough for many pages."""
    made = opinions(200)
    with ReviewFile.open(path) as file:
        file.add(made)
    return made


def holds(path: Path, made: list[Revision]) -> bool:
    with ReviewFile.open(path) as file:
        return file.revisions() == tuple(made)


# Not a review


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", "会议纪要".encode() * 100, b"\0" * 8192])
def test_something_else(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "某.review.db"
    place.write_bytes(content)
    assert "不是审阅文件" in refused(place, errors.NotAReview)


def test_the_library_itself(tmp_path: Path, repository: Path) -> None:
    place = tmp_path / "某.review.db"
    shutil.copyfile(repository / "data" / "eitc.db", place)
    assert "其他用途" in refused(place, errors.ForeignReview)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(errors.FolderInsteadOfReview) as caught:
        ReviewFile.open(tmp_path)
    in_order(caught.value, tmp_path)


@_POSIX
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.db")
    with pytest.raises(errors.NotAReview):
        ReviewFile.open(tmp_path / "管.db")


# Damaged, altered, newer


def page_of(path: Path, table: str) -> int:
    """Return where the first page of a table or index begins, in bytes."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    return (root - 1) * size


def flip(path: Path, start: int, how_many: int) -> None:
    data = bytearray(path.read_bytes())
    for place in range(start, start + how_many):
        data[place] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("table", ["revision", "sqlite_autoindex_revision_1"])
def test_a_damaged_page(path: Path, kept: list[Revision], table: str) -> None:
    flip(path, page_of(path, table), 64)
    message = refused(path, errors.DamagedReview)
    assert "已损坏" in message
    assert "从备份恢复" in message


def test_a_damaged_page_stays_as_it_is_although_a_log_lies_beside(path: Path, opinions: Making) -> None:
    """Who closes a file last plays the log into it: evidence would change."""
    file = ReviewFile.open(path)
    file.add(opinions(200))
    log = path.with_name(path.name + "-wal")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    start = page_of(path, "sqlite_autoindex_revision_1")
    file.add(opinions(1))
    kept_log = log.read_bytes()
    file.close()
    log.write_bytes(kept_log)
    flip(path, start + 8192, 64)
    with untouched(log):
        refused(path, errors.DamagedReview)


@pytest.mark.parametrize("kept_part", [0.3, 0.9])
def test_a_file_that_was_cut_off(path: Path, kept: list[Revision], kept_part: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept_part)])
    refused(path, errors.DamagedReview)


def test_a_table_that_is_missing(path: Path, kept: list[Revision]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("ALTER TABLE revision RENAME TO other")
    with ReviewFile.open(path) as file, pytest.raises(errors.DamagedReview) as caught:
        file.revisions()
    in_order(caught.value, path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE revision SET document = replace(document, '理由', '无理') WHERE sequence = 7",
        "UPDATE revision SET document = '{}' WHERE sequence = 7",
        "UPDATE revision SET document = NULL WHERE sequence = 7",
        "UPDATE revision SET document = x'FF00' WHERE sequence = 7",
        "UPDATE revision SET id = replace(id, substr(id, 1, 8), '00000000') WHERE sequence = 7",
        "UPDATE revision SET id = x'FF' WHERE sequence = 7",
    ],
)
def test_a_revision_that_was_altered_is_not_shown(path: Path, kept: list[Revision], change: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
        connection.execute(
            "UPDATE sqlite_master SET sql ="
            " replace(replace(sql, ') STRICT', ')'), 'document TEXT NOT NULL', 'document') WHERE name = 'revision'"
        )
        version = connection.execute("PRAGMA schema_version").fetchone()[0]
        connection.execute(f"PRAGMA schema_version = {version + 1}")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(change)
    try:
        with ReviewFile.open(path) as file:
            file.revisions()
    except (errors.AlteredReview, errors.DamagedReview) as error:
        message = in_order(error, path)
        assert "从备份恢复" in message
        if isinstance(error, errors.AlteredReview):
            assert "第 7 条" in message
    else:
        pytest.fail("shown")


def test_a_forged_revision_whose_id_fits_is_not_shown_either(path: Path, kept: list[Revision]) -> None:
    import hashlib

    document = b'{"eitc:kind":"opinion"}'
    key = hashlib.sha256(document).hexdigest()
    columns = "id, entry, kind, withdrawn, author_name, author_office, author_key, made_at, provision, clause, document"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            f"INSERT INTO revision ({columns}) VALUES (?, '', '', 0, '', '', '', '', '', '', ?)",
            (key, document.decode()),
        )
    with ReviewFile.open(path) as file, pytest.raises(errors.AlteredReview, match="第 201 条"):
        file.revisions()


def test_a_newer_version(path: Path, kept: list[Revision]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    assert "请升级本程序" in refused(path, errors.NewerReview)


def test_a_newer_version_that_migrates_while_the_file_is_open(
    path: Path, kept: list[Revision], opinions: Making
) -> None:
    with ReviewFile.open(path) as file:
        with closing(sqlite3.connect(path)) as other:
            other.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        with pytest.raises(errors.NewerReview):
            file.add(opinions())
        assert file.revisions() == tuple(kept)


# In use


def test_another_program_that_writes(path: Path, kept: list[Revision], opinions: Making) -> None:
    made = opinions()
    with ReviewFile.open(path) as file:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(errors.ReviewLocked) as caught:
                file.add(made)
            assert "占用" in in_order(caught.value, path)
            refused(path, errors.ReviewLocked)
            assert file.revisions() == tuple(kept)  # reading goes on
        assert file.add(made) == 1
    assert holds(path, kept + made)


# No longer there


@_POSIX
@pytest.mark.parametrize("how", ["removed", "moved", "replaced", "folder", "log"])
def test_a_file_that_has_gone(path: Path, kept: list[Revision], opinions: Making, how: str) -> None:
    made = opinions()
    with ReviewFile.open(path) as file:
        match how:
            case "removed":
                path.unlink()
            case "moved":
                path.rename(path.with_name("别处.db"))
            case "replaced":
                shutil.copyfile(path, path.with_name("b"))
                path.with_name("b").replace(path)
            case "folder":
                path.parent.rename(path.parent.with_name("别处"))
            case _:
                path.with_name(path.name + "-wal").unlink()
        with pytest.raises(errors.ReviewVanished) as caught:
            file.add(made)
        message = in_order(caught.value, path)
        assert "无法保存" in message
        with pytest.raises(errors.ReviewVanished):
            file.changed_elsewhere()
        rescued = path.parent.parent / "救出.review.db"
        file.save_copy(rescued)  # as the message advises
    assert holds(rescued, kept)


@_POSIX
def test_a_file_that_goes_while_it_is_written_is_not_reported_as_saved(
    path: Path, kept: list[Revision], opinions: Making
) -> None:
    with ReviewFile.open(path) as file:
        file._connection.set_trace_callback(lambda statement: path.unlink() if statement == "COMMIT" else None)
        with pytest.raises(errors.ReviewVanished):
            file.add(opinions())


# No room


def test_no_room(path: Path, kept: list[Revision], opinions: Making) -> None:
    large, small = opinions(1, "字" * 19_000)[:1], opinions(1)
    with ReviewFile.open(path) as file:
        pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
        file._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(errors.ReviewDiskFull) as caught:
            file.add([*small, *large])
        assert "磁盘空间不足" in in_order(caught.value, path)
        file._connection.execute("PRAGMA max_page_count = 1000000")
        assert file.revisions() == tuple(kept)
        assert file.add(large) == 1  # the entry was still there to be saved once there is room
    assert holds(path, kept + large)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[None]:
    place.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], check=False).returncode:
        pytest.skip("no file systems may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@_AS_ROOT
def test_a_disk_that_fills_up(path: Path, opinions: Making) -> None:
    """A real one: what was saved stays, what wasn't is said not to be, and with room again all goes on."""
    saved: list[Revision] = []
    with small_disk(path.parent, "1m"):
        with ReviewFile.open(path) as file:
            with pytest.raises(errors.ReviewDiskFull) as caught:
                add_for_ever(file, opinions, saved)
            in_order(caught.value, path)
            assert len(saved) > 10
            assert file.revisions() == tuple(saved)
            copying = partial(file.save_copy, path.parent / "副本.review.db")
            for write in (copying, partial(file.back_up_if_due, date(2026, 11, 27))):
                with pytest.raises(errors.ReviewDiskFull):
                    write()
            assert not [place for place in path.parent.rglob("*") if place.suffix == ".tmp" or "副本" in place.name]
        fill(path.parent / "满")
        with ReviewFile.open(path) as file:
            assert file.revisions() == tuple(saved)
            with pytest.raises(errors.ReviewDiskFull):
                file.add(opinions(1, "字" * 3000))
        with pytest.raises(errors.ReviewDiskFull) as caught:
            ReviewFile.open(path.with_name("另一份.review.db"))
        in_order(caught.value, path.with_name("另一份.review.db"))
        (path.parent / "满").unlink()
        assert holds(path, saved)


def add_for_ever(file: ReviewFile, opinions: Making, saved: list[Revision]) -> None:
    while True:
        made = opinions(1, "字" * 3000)
        file.add(made)
        saved += made


def fill(place: Path) -> None:
    with place.open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 4096):
            pass


# No permission


_AS_NOBODY = """
import json, os, pwd, sys
import sqlite_utils  # while everything may still be read
from eitc_desktop.errors import EitcError
from eitc_desktop.reviewing.annotations import revision_of
from eitc_desktop.store.reviews import ReviewFile
made = revision_of(json.loads(sys.stdin.read()))
nobody = pwd.getpwnam("nobody")  # to root everything is allowed
os.setgroups([])
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
try:
    if sys.argv[2] == "copy":
        with ReviewFile.open(sys.argv[1]) as file:
            file.save_copy(sys.argv[3])
    else:
        with ReviewFile.open(sys.argv[1]) as file:
            file.add([made])
    print("saved")
except EitcError as error:
    print(type(error).__name__, error)
"""


def as_nobody(path: Path, made: Revision, *asked: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", _AS_NOBODY, str(path), *(asked or ("add",))],
        input=canonical(annotation_of(made)).decode(),
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users reach; pytest's own are closed to them."""
    with tempfile.TemporaryDirectory(prefix="只读 文件夹 ") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@_AS_ROOT
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "said"),
    [
        (0o777, 0o666, "saved"),
        (0o777, 0o444, "ReviewReadOnly 审阅文件是只读的：{0}。请取消文件的只读属性，或联系管理员授权后重试"),
        (0o777, 0o000, "ReviewUnreadable 没有权限读取审阅文件：{0}。请联系管理员授权后重试"),
        (
            0o755,
            0o666,
            "ReviewFolderReadOnly 审阅文件所在的文件夹不可写：{0}。请换到可写的文件夹，或联系管理员授权后重试",
        ),
        (0o755, 0o444, "ReviewReadOnly 审阅文件是只读的：{0}。请取消文件的只读属性，或联系管理员授权后重试"),
    ],
)
def test_who_may_not_write(open_folder: Path, opinions: Making, folder_mode: int, file_mode: int, said: str) -> None:
    place = open_folder / "eitc.review.db"
    before = opinions(3)
    with ReviewFile.open(place) as file:
        file.add(before)
    place.chmod(file_mode)
    open_folder.chmod(folder_mode)
    (made,) = opinions()
    assert as_nobody(place, made) == said.format(place)
    assert holds(place, [*before, made] if said == "saved" else before)


@_AS_ROOT
def test_a_folder_in_which_no_review_can_be_made(open_folder: Path, opinions: Making) -> None:
    (made,) = opinions()
    for place in (open_folder / "eitc.review.db", open_folder / "新" / "eitc.review.db"):
        assert as_nobody(place, made).startswith("ReviewFolderReadOnly 审阅文件所在的文件夹不可写")
    assert list(open_folder.iterdir()) == []


@_AS_ROOT
def test_a_folder_in_which_no_copy_can_be_made(open_folder: Path, opinions: Making) -> None:
    (open_folder / "我的").mkdir()
    (open_folder / "我的").chmod(0o777)
    (made,) = opinions()
    said = as_nobody(open_folder / "我的" / "eitc.review.db", made, "copy", str(open_folder / "副本.review.db"))
    assert said.startswith(f"ReviewFolderReadOnly 审阅文件所在的文件夹不可写：{open_folder / '副本.review.db'}")


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(errors.ReviewError) as caught:
        ReviewFile.open(tmp_path / "文件" / "eitc.review.db")
    assert "路径中的一级是文件" in in_order(caught.value, tmp_path / "文件" / "eitc.review.db")
