"""Every way in which a library file can be unusable: one clear Chinese line with a way out, and nothing changed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from eitc_desktop.errors import DatabaseError
from eitc_desktop.model.provision import Provision
from eitc_desktop.store import SCHEMA_VERSION, errors, open_library
from eitc_desktop.store.fileform import uri_of
from eitc_desktop.store.writing import Source, write_library

_AS_NOBODY = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root may run a child as another user"
)
_WAY_OUT = ("请", "可用")


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """No byte of *folder* changes inside this block, and no journal appears."""

    def contents() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    before = contents()
    yield
    assert contents() == before


def read_all(path: Path) -> None:
    with open_library(path) as library:
        for summary in library.provisions():
            library.load(summary.id)
            library.name_keys(summary.id)
            library.mapping(summary.id)


def refused(path: Path, kind: type[DatabaseError]) -> str:
    """Read *path*, which must fail as *kind*, with a message fit for an official."""
    with untouched(path.parent), pytest.raises(kind) as caught:
        read_all(path)
    message = str(caught.value)
    assert "\n" not in message
    assert str(path) in message
    assert any(word in message for word in _WAY_OUT)
    without_names = message.replace(str(path), "").replace("eitc-desktop build-db", "").replace("eitc.db", "")
    assert not re.search(r"[A-Za-z]{3,}", without_names)
    return message


def write_page(path: Path, number: int, content: bytes) -> None:
    """Overwrite the start of page *number* (from 1) of a file."""
    with path.open("r+b") as file:
        file.seek(16)
        size = int.from_bytes(file.read(2), "big")
        file.seek((number - 1) * size)
        file.write(content)


def page_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_file_is_read_without_a_trace(made_up_library: Path) -> None:
    with untouched(made_up_library.parent):
        read_all(made_up_library)


def test_missing(tmp_path: Path) -> None:
    assert "找不到数据库文件" in refused(tmp_path / "没有.db", errors.MissingDatabase)


def test_missing_below_a_file(made_up_library: Path) -> None:
    path = made_up_library / "里面.db"
    with pytest.raises(errors.MissingDatabase):
        read_all(path)


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "夹").mkdir()
    assert "文件夹" in refused(tmp_path / "夹", errors.FolderInsteadOfFile)


@pytest.mark.parametrize("content", [b"", "一、主要职责\n".encode(), b"\x89PNG\r\n", b"PK\x03\x04" + bytes(5000)])
def test_not_a_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "其他.db"
    path.write_bytes(content)
    assert "不是数据库文件" in refused(path, errors.NotADatabase)


@pytest.mark.parametrize("share", [0.0001, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_truncated(made_up_library: Path, share: float) -> None:
    whole = made_up_library.read_bytes()
    made_up_library.write_bytes(whole[: max(1, int(len(whole) * share))])
    assert "不完整" in refused(made_up_library, errors.TruncatedDatabase)


@pytest.mark.parametrize("page_size", [512, 4096, 65536])
def test_truncated_by_one_byte(made_up_library: Path, page_size: int) -> None:
    change(made_up_library, f"PRAGMA page_size = {page_size}", "VACUUM")
    made_up_library.write_bytes(made_up_library.read_bytes()[:-1])
    refused(made_up_library, errors.TruncatedDatabase)


@pytest.mark.parametrize("table", ["provision", "clause", "duty_item", "role", "finding", "closing", "duty_link"])
def test_a_corrupt_page(made_up_library: Path, table: str) -> None:
    write_page(made_up_library, page_of(made_up_library, table), b"\xff" * 64)
    assert "已损坏" in refused(made_up_library, errors.CorruptDatabase)


def test_a_corrupt_list_of_tables(made_up_library: Path) -> None:
    with made_up_library.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 400)
    refused(made_up_library, errors.CorruptDatabase)


def test_a_header_that_gives_an_impossible_page_size(made_up_library: Path) -> None:
    with made_up_library.open("r+b") as file:
        file.seek(16)
        file.write(b"\x00\x03")
    refused(made_up_library, errors.NotADatabase)


@pytest.mark.parametrize("offset_share", [0.3, 0.5, 0.7, 0.9])
def test_whatever_byte_is_wrong_there_is_no_traceback(made_up_library: Path, offset_share: float) -> None:
    """Random damage is either refused or without effect on what is read."""
    with open_library(made_up_library) as library:
        sound = library.load(1)
    whole = bytearray(made_up_library.read_bytes())
    for offset in range(int(len(whole) * offset_share), int(len(whole) * offset_share) + 9000, 450):
        whole[offset] ^= 0x5A
    made_up_library.write_bytes(bytes(whole))
    with untouched(made_up_library.parent):
        message, text = "", sound.text
        try:
            with open_library(made_up_library) as library:
                text = library.load(1).text
                library.mapping(1)
        except DatabaseError as error:
            message = str(error)
    assert "\n" not in message
    assert text == sound.text


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE duty_item SET text = '管理沙漠' WHERE id = 1",
        "UPDATE provision SET text = replace(text, '林木', '草木')",
        "UPDATE provision SET text_sha256 = replace(text_sha256, substr(text_sha256, 1, 1), 'x')",
        "DELETE FROM duty_item WHERE id = 1",
        "DELETE FROM clause WHERE seq = 3",
        "UPDATE quota SET label = CAST(x'ff' AS TEXT) WHERE id = 1",
        "UPDATE clause SET span_end = -1 WHERE id = 2",
        "UPDATE quota SET part_of_id = 99 WHERE id = 2",
        "DROP TABLE role",
        "DROP TABLE name_key",
        "UPDATE name_key SET pinyin = 'xin fang' WHERE name = '信访股'",
        "UPDATE name_key SET initials = '' WHERE name = '信访股'",
        "ALTER TABLE duty_item RENAME COLUMN text TO words",
        "UPDATE duty_link_evidence SET text = '湿' WHERE id = 1",
        "UPDATE duty_link_evidence SET span_start = 0, span_end = 1, text = '𠮷' WHERE id = 1",  # outside of its item
        "UPDATE rejection_evidence SET span_start = span_start + 1",
        "UPDATE change_link_counterpart SET text = '树木' WHERE id = 1",
        "UPDATE change_link_evidence SET seq = 2 WHERE change_link_id = 5 AND seq = 1",
        "UPDATE same_subject_matter SET text = '约定' WHERE seq = 1",
        "UPDATE wording SET text = '协管' WHERE id = 1",
        "DELETE FROM wording WHERE seq = 1",
        "DELETE FROM duty_link WHERE seq = 0",
        "DELETE FROM duty_link_evidence WHERE duty_link_id = 1",
        "DELETE FROM change_link WHERE seq = 2",
        "DELETE FROM same_subject_matter WHERE seq = 1",
        "DELETE FROM judgement WHERE seq = 0",
        "DELETE FROM mapping_finding WHERE seq = 0",
        "UPDATE duty_link SET division_id = 99 WHERE id = 1",
        "UPDATE change_link SET matter_id = 99 WHERE id = 5",
        "UPDATE change_link SET via_item_id = 2 WHERE id = 1",  # the words are of the first
        "DROP TABLE change_link",
        "ALTER TABLE wording RENAME COLUMN name TO label",
    ],
)
def test_contents_that_cannot_be_true(made_up_library: Path, damage: str) -> None:
    """Whatever was changed in a sound file: no other words are ever shown as the provision's."""
    change(made_up_library, damage)
    assert "已损坏" in refused(made_up_library, errors.CorruptDatabase)


def test_a_newer_version(made_up_library: Path) -> None:
    change(made_up_library, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "升级本程序" in refused(made_up_library, errors.NewerDatabase)


@pytest.mark.parametrize("version", range(SCHEMA_VERSION))
def test_an_older_version(made_up_library: Path, version: int) -> None:
    change(made_up_library, f"PRAGMA user_version = {version}")
    assert "重新生成" in refused(made_up_library, errors.OlderDatabase)


def test_somebody_elses_database(tmp_path: Path) -> None:
    path = tmp_path / "别人的.db"
    change(path, "CREATE TABLE provision (id INTEGER PRIMARY KEY)")
    assert "不是本程序生成的" in refused(path, errors.ForeignDatabase)


def test_a_database_in_wal_mode_is_refused_before_it_makes_files(made_up_library: Path) -> None:
    change(made_up_library, "PRAGMA journal_mode = WAL", "VACUUM")
    assert "其他软件改动过" in refused(made_up_library, errors.AlteredDatabase)


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.db")
    refused(tmp_path / "管.db", errors.NotADatabase)


@pytest.mark.parametrize(
    "table",
    ["provision", "body", "clause", "basis", "quota", "role", "finding", "closing", "duty_link_evidence", "judgement"],
)
def test_bytes_in_the_place_of_words(made_up_library: Path, table: str) -> None:
    """A flipped bit in a row's header turns words into bytes; here the same is done by the engine, types unheld."""
    column = {
        "provision": "text",
        "body": "name",
        "clause": "citation",
        "basis": "title",
        "quota": "type",
        "role": "verb",
        "finding": "message",
        "closing": "adjusted_by",
        "duty_link_evidence": "ground",
        "judgement": "reason",
    }[table]
    change(
        made_up_library,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = '{table}'",
    )
    change(made_up_library, f"UPDATE {table} SET {column} = CAST({column} AS BLOB)")
    refused(made_up_library, errors.CorruptDatabase)


@pytest.mark.parametrize("statement", ["PRAGMA page_size = 65536", "PRAGMA auto_vacuum = FULL"])
def test_another_layout_of_the_same_content(made_up_library: Path, statement: str, full_provision: Provision) -> None:
    before = made_up_library.read_bytes()
    change(made_up_library, statement, "VACUUM")
    assert made_up_library.read_bytes() != before
    with untouched(made_up_library.parent), open_library(made_up_library) as library:
        assert library.load(1) == full_provision


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use can't be removed there")
def test_a_relative_path_in_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "夹").mkdir()
    monkeypatch.chdir(tmp_path / "夹")
    (tmp_path / "夹").rmdir()
    with pytest.raises(errors.NoCurrentFolder, match="完整路径"):
        open_library("a.db")
    with pytest.raises(errors.NoCurrentFolder, match="完整路径"):
        write_library("a.db", [])


def test_no_provision_in_it(made_up_library: Path) -> None:
    change(made_up_library, "DELETE FROM provision")
    assert "没有任何三定规定" in refused(made_up_library, errors.EmptyLibrary)


_HOLD_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_locked_by_another_process(made_up_library: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD_LOCK, str(made_up_library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        assert "占用" in refused(made_up_library, errors.LockedDatabase)
        holder.communicate()
    read_all(made_up_library)


_DIE_WRITING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE clause SET citation = citation || 'x'")
connection.execute("UPDATE provision SET source_name = source_name || printf('%.*c', 90000, 'x')")
os._exit(1)
"""


def test_a_write_that_was_broken_off(made_up_library: Path) -> None:
    subprocess.run([sys.executable, "-c", _DIE_WRITING, str(made_up_library)], check=False)
    assert made_up_library.with_name(made_up_library.name + "-journal").exists()
    refused(made_up_library, errors.UnfinishedWrite)


_READ = """
import sys
from eitc_desktop.errors import EitcError
from eitc_desktop.store import open_library
try:
    with open_library(sys.argv[1]) as library:
        print(library.load(library.provisions()[0].id).body.text)
except EitcError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def public_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that other users reach: pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="只读 文件夹 "))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


_BECOME_NOBODY = """
import os, pwd, sys
import sqlite_utils, eitc_desktop.store.migrations, eitc_desktop.store  # while the interpreter may still be read
nobody = pwd.getpwnam("nobody")
os.setgroups([])
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
"""


def as_nobody(repository: Path, code: str, *arguments: str) -> str:
    """Run *code* as the user nobody. The child changes its user itself: nobody may not reach the interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", _BECOME_NOBODY + code, *arguments],
        cwd=repository,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.strip()


@_AS_NOBODY
def test_a_read_only_folder_is_as_good_as_any(
    made_up_library: Path, public_folder: Path, repository: Path, full_provision: Provision
) -> None:
    path = public_folder / "库.db"
    shutil.copy(made_up_library, path)
    path.chmod(0o444)
    public_folder.chmod(0o555)
    with untouched(public_folder):
        assert as_nobody(repository, _READ, str(path)) == full_provision.body.text


@_AS_NOBODY
def test_no_permission_to_read(made_up_library: Path, public_folder: Path, repository: Path) -> None:
    path = public_folder / "库.db"
    shutil.copy(made_up_library, path)
    path.chmod(0o600)
    said = as_nobody(repository, _READ, str(path))
    assert said.startswith("AccessDenied 没有权限读取数据库")
    assert "请" in said


_WRITE = """
import sys
from eitc_desktop.errors import EitcError
from eitc_desktop.store import open_library
from eitc_desktop.store.writing import Source, write_library
with open_library(sys.argv[1]) as library:
    provision = library.load(1)
try:
    write_library(sys.argv[2], [Source("a.txt", "0" * 64, provision)])
except EitcError as error:
    print(type(error).__name__, error)
"""


@_AS_NOBODY
def test_no_permission_to_write(made_up_library: Path, public_folder: Path, repository: Path) -> None:
    path = public_folder / "库.db"
    shutil.copy(made_up_library, path)
    path.chmod(0o644)
    (public_folder / "不得入内").mkdir(mode=0o700)
    for target in (path, public_folder / "新文件夹" / "新.db", public_folder / "不得入内" / "新.db"):
        with untouched(public_folder):
            said = as_nobody(repository, _WRITE, str(path), str(target))
        assert said.startswith("AccessDenied 没有权限写入")
        assert "--out" in said


def test_writing_over_a_folder(
    tmp_path: Path, full_provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    (tmp_path / "夹.db").mkdir()
    with pytest.raises(errors.FolderInsteadOfFile):
        write_library(tmp_path / "夹.db", [source_of("a.txt", full_provision)])
    assert list(tmp_path.rglob("*")) == [tmp_path / "夹.db"]


@pytest.mark.parametrize("name", ["别人的.db", "别人的.sqlite"])
def test_another_programs_database_is_not_overwritten(
    tmp_path: Path, name: str, full_provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    change(tmp_path / name, "CREATE TABLE letters (id INTEGER PRIMARY KEY)")
    with untouched(tmp_path), pytest.raises(errors.NotReplaced, match="--out"):
        write_library(tmp_path / name, [source_of("a.txt", full_provision)])


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_pipe_is_not_replaced(
    tmp_path: Path, full_provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    os.mkfifo(tmp_path / "管.db")
    with pytest.raises(errors.NotReplaced):
        write_library(tmp_path / "管.db", [source_of("a.txt", full_provision)])
    assert [path.is_fifo() for path in tmp_path.iterdir()] == [True]


def test_writing_below_a_file(
    made_up_library: Path, full_provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    with untouched(made_up_library.parent), pytest.raises(errors.NotWritten, match="--out"):
        write_library(made_up_library / "below" / "a.db", [source_of("a.txt", full_provision)])


def test_writing_no_provision_leaves_what_was_there(made_up_library: Path) -> None:
    with untouched(made_up_library.parent), pytest.raises(errors.EmptyLibrary):
        write_library(made_up_library, [])


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such limit there")
def test_a_full_disk(tmp_path: Path, full_provision: Provision, source_of: Callable[[str, Provision], Source]) -> None:
    """A limit on the size of files stops the write as a full disk does."""
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))\n" + _WRITE
    )
    source, target = tmp_path / "a.db", tmp_path / "b.db"
    write_library(source, [source_of("a.txt", full_provision)])
    with untouched(tmp_path):
        done = subprocess.run(
            [sys.executable, "-c", code, str(source), str(target)], capture_output=True, text=True, check=True
        )
    assert done.stdout.startswith(("DiskFull", "NotWritten"))
    assert done.stderr == ""


def test_a_journal_left_beside_the_old_file_never_reaches_the_new_one(
    made_up_library: Path, full_provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    subprocess.run([sys.executable, "-c", _DIE_WRITING, str(made_up_library)], check=False)
    write_library(made_up_library, [source_of("linye.txt", full_provision)])
    assert [path.name for path in made_up_library.parent.iterdir()] == [made_up_library.name]
    with open_library(made_up_library) as library:
        assert library.load(1) == full_provision


def test_addresses_of_files() -> None:
    assert uri_of(PurePosixPath("/库 一/a?b#c.db")) == "file:///%E5%BA%93%20%E4%B8%80/a%3Fb%23c.db?mode=ro"
    assert uri_of(PureWindowsPath(r"C:\库\a.db")) == "file:///C:/%E5%BA%93/a.db?mode=ro"
    assert uri_of(PureWindowsPath(r"\\server\share\a.db")) == "file:////server/share/a.db?mode=ro"


def test_a_name_that_the_system_cannot_express(full_provision: Provision) -> None:
    with pytest.raises(errors.InexpressibleName, match="请换用其他文件名"):
        open_library("\ud800.db")
    with pytest.raises(errors.InexpressibleName):
        write_library("\ud800.db", [])


def test_a_relative_path_and_a_name_full_of_marks(
    made_up_library: Path, monkeypatch: pytest.MonkeyPatch, full_provision: Provision
) -> None:
    odd = made_up_library.with_name("100% 库?#&;.db")
    shutil.copy(made_up_library, odd)
    monkeypatch.chdir(odd.parent)
    with open_library(odd.name) as library:
        assert library.load(1) == full_provision
