"""Building a library from a folder of texts."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from eitc_desktop.errors import EitcError, NotAProvision, UnreadableText
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading.decoding import MAX_BYTES
from eitc_desktop.services.build import build_database
from eitc_desktop.services.files import read_file
from eitc_desktop.services.library import newest, open_library
from eitc_desktop.services.progress import Step
from eitc_desktop.store.errors import NotReplaced


@pytest.fixture
def sources(tmp_path: Path, source_path: Path) -> Path:
    folder = tmp_path / "三定 规定"
    folder.mkdir()
    shutil.copy(source_path, folder / "b-2014.txt")
    return folder


def test_what_the_reader_made_is_what_the_library_gives(library_path: Path, provision: Provision) -> None:
    with open_library(library_path) as library:
        summary = newest(library)
        assert library.load(summary.id) == provision
    assert summary.body == provision.body.text
    assert summary.sha256 == hashlib.sha256(provision.text.encode()).hexdigest()


def test_the_digest_of_the_source_is_that_of_its_bytes(library_path: Path, source_path: Path) -> None:
    with open_library(library_path) as library:
        summary = library.provisions()[0]
    assert summary.source_sha256 == hashlib.sha256(source_path.read_bytes()).hexdigest()
    assert summary.source_name == source_path.name


def test_every_provision_of_the_tests_comes_back_equal(tmp_path: Path, repository: Path) -> None:
    target = tmp_path / "all.db"
    report = build_database(target, repository / "tests" / "reading" / "provisions")
    assert len(report.provisions) >= 3
    with open_library(target) as library:
        loaded = [(summary.source_name, library.load(summary.id)) for summary in library.provisions()]
    assert loaded == list(report.provisions)


def test_texts_are_taken_in_the_order_of_their_names_and_a_later_version_is_the_newest(
    sources: Path, tmp_path: Path, source_text: str
) -> None:
    (sources / "c-2024.txt").write_bytes(source_text.replace("294名", "280名").encode("gb18030"))
    (sources / "a-notes.md").write_text("不是三定规定", encoding="utf-8")
    (sources / "z.txt").mkdir()
    report = build_database(tmp_path / "two.db", sources)
    assert [name for name, _ in report.provisions] == ["b-2014.txt", "c-2024.txt"]
    with open_library(tmp_path / "two.db") as library:
        old, new = library.provisions()
        assert old.body_id == new.body_id
        assert newest(library) == new
        assert library.load(new.id).quotas[0].maximum == 280
        assert library.load(old.id).quotas[0].maximum == 294


def test_progress_is_told_from_first_to_last(sources: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    build_database(tmp_path / "a.db", sources, steps.append)
    assert [step.done for step in steps] == [0, 1, 2]
    assert {step.total for step in steps} == {2}
    assert steps[0].what == "读取 b-2014.txt"


def test_a_failed_build_leaves_the_old_file(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    build_database(target, sources)
    before = target.read_bytes()
    (sources / "x.txt").write_text("从前有座山，山里有座庙。", encoding="utf-8")
    with pytest.raises(NotAProvision, match=r"^x\.txt：") as caught:
        build_database(target, sources)
    assert "\n" not in str(caught.value)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["eitc.db"]


def test_work_that_is_cancelled_leaves_the_old_file(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    build_database(target, sources)
    before = target.read_bytes()

    class Cancelled(Exception):
        pass

    def cancel(step: Step) -> None:
        if step.what.startswith("写入"):
            raise Cancelled

    with pytest.raises(Cancelled):
        build_database(target, sources, cancel)
    assert target.read_bytes() == before


def test_a_draft_that_a_killed_build_left_behind_is_no_hindrance(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    target.parent.mkdir()
    (target.parent / f".eitc.db.{os.getpid()}.tmp").write_bytes(b"\0" * 500)
    build_database(target, sources)
    assert [path.name for path in target.parent.iterdir()] == ["eitc.db"]


@pytest.mark.parametrize("prepare", ["empty", "missing", "file"])
def test_a_folder_without_texts(tmp_path: Path, prepare: str) -> None:
    folder = tmp_path / "夹"
    if prepare == "empty":
        folder.mkdir()
    elif prepare == "file":
        folder.touch()
    with pytest.raises(UnreadableText, match=f"{folder}.*请"):
        build_database(tmp_path / "a.db", folder)
    assert not (tmp_path / "a.db").exists()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    for path, reason in (
        (tmp_path / "没有.txt", "找不到文件"),
        (tmp_path / "a.txt" / "b.txt", "找不到文件"),
        (tmp_path, "这是文件夹"),
        (tmp_path / ("长" * 300), "无法读取文件"),
    ):
        with pytest.raises(EitcError, match=f"{reason}.*请"):
            read_file(path)


def test_the_largest_file_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(read_file(path)) == MAX_BYTES
    with path.open("ab") as file:
        file.write(b"1")
    with pytest.raises(EitcError, match="16 MiB"):
        read_file(path)


def test_the_shipped_library_is_opened_by_default() -> None:
    with open_library() as library:
        assert library.provisions()


def test_a_document_is_not_overwritten(sources: Path, tmp_path: Path) -> None:
    document = tmp_path / "规定.txt"
    document.write_text("一份文件", encoding="utf-8")
    with pytest.raises(NotReplaced, match="没有覆盖"):
        build_database(document, sources)
    assert document.read_text(encoding="utf-8") == "一份文件"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("eitc.db", b"\0" * 500), ("eitc.db", b"SQLite format 3\0\x10\0"), ("eitc.db", b""), ("eitc", b"")],
)
def test_what_holds_nothing_of_worth_is_built_anew(sources: Path, tmp_path: Path, name: str, content: bytes) -> None:
    target = tmp_path / name
    target.write_bytes(content)
    build_database(target, sources)
    with open_library(target) as library:
        assert library.provisions()
