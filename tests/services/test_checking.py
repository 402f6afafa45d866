"""The state of a database, as ``check-db`` tells it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.errors import DatabaseError
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.checking import agrees_with_text, check_database, describe_state
from eitc_desktop.services.progress import Step


@pytest.fixture
def copy(tmp_path: Path, library_path: Path) -> Path:
    return Path(shutil.copy(library_path, tmp_path / "副本.db"))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_fresh_build_is_sound_and_current(copy: Path) -> None:
    before = copy.read_bytes()
    steps: list[Step] = []
    state = check_database(copy, paths.provisions_dir(), steps.append)
    assert state.sound
    assert state.current
    assert dict(state.counts)["division"] == 25
    assert not [table for table, _ in state.counts if "sqlite" in table]
    assert [step.done for step in steps] == [0, 1, 2, 3, 4]
    lines = "\n".join(describe_state(state))
    assert state.digest in lines
    assert "结构与外键：完好" in lines
    assert "比对：一致" in lines
    assert "结论：可以使用" in lines
    assert copy.read_bytes() == before


def test_without_sources_nothing_is_compared(copy: Path) -> None:
    state = check_database(copy)
    assert state.sound
    assert state.rebuild is None
    assert "比对" not in "\n".join(describe_state(state))


def test_another_content_than_the_sources_give(copy: Path) -> None:
    change(copy, "UPDATE finding SET message = message || '！'")
    state = check_database(copy, paths.provisions_dir())
    assert not state.current
    assert not state.sound
    lines = "\n".join(describe_state(state))
    assert "比对：不一致" in lines
    assert "build-db" in lines


def test_sources_that_cannot_be_built(copy: Path, tmp_path: Path) -> None:
    state = check_database(copy, tmp_path / "没有")
    assert not state.sound
    lines = "\n".join(describe_state(state))
    assert "未能重建" in lines
    assert "build-db" not in lines  # which would fail for the same reason


def test_no_place_to_build_in(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有"))
    state = check_database(copy, paths.provisions_dir())
    assert not state.sound
    assert "无法使用临时文件夹" in "\n".join(describe_state(state))


def test_a_row_that_points_nowhere(copy: Path) -> None:
    change(copy, "UPDATE duty_item SET clause_id = 99999 WHERE id = 1")
    state = check_database(copy)
    assert state.complaints
    assert not state.sound
    assert "问题：duty_item 1 → clause" in describe_state(state)


def test_an_index_that_misses_rows(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_body_1'"
        ).fetchone()
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    with copy.open("r+b") as file:
        file.seek((root - 1) * page_size + 3)
        file.write(b"\0\0")  # the number of its cells
    state = check_database(copy)
    assert any("missing from index" in complaint for complaint in state.complaints)
    assert not state.sound


def test_a_file_that_cannot_be_used(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:5000])
    with pytest.raises(DatabaseError):
        check_database(copy)


def test_a_text_that_holds_no_provision_agrees_with_none(provision: Provision) -> None:
    assert agrees_with_text(provision)
    assert not agrees_with_text(replace(provision, text="从前有座山，山里有座庙。"))


def test_a_number_that_the_text_does_not_state(copy: Path) -> None:
    change(copy, "UPDATE quota SET minimum = 500, maximum = 500 WHERE seq = 0")
    state = check_database(copy)
    assert not state.sound
    assert "与其原文重新识读的结果不一致" in "\n".join(describe_state(state))


@pytest.mark.parametrize(
    "altered",
    [
        "UPDATE duty_link SET part = 1 - part WHERE seq = 0",
        "UPDATE wording SET name = '指导' WHERE name = '会同'",
        "DELETE FROM mapping_finding",
        "UPDATE judgement SET reason = '另有理由。' WHERE seq = 0",
    ],
)
def test_a_correspondence_that_text_and_judgements_do_not_give(copy: Path, altered: str) -> None:
    change(copy, altered)
    state = check_database(copy, paths.provisions_dir())
    told = "编号 1 的职责对应与由其原文、用语表和研判重新得出的不一致"
    assert f"问题：{told}" in describe_state(state)
    assert not state.sound
    assert check_database(copy).sound  # without the lists and judgements nobody can tell


def test_judgements_that_cannot_be_used_are_told_of(copy: Path, tmp_path: Path, source_path: Path) -> None:
    (tmp_path / "provisions").mkdir()
    (tmp_path / "links").mkdir()
    shutil.copy(source_path, tmp_path / "provisions")
    (tmp_path / "links" / "sheitc-2014.toml").write_text('body = "某局"\n', encoding="utf-8")
    lines = "\n".join(describe_state(check_database(copy, tmp_path / "provisions")))
    assert "未能重建（sheitc-2014.toml：body（机构）应为" in lines
    assert "职责对应与由" not in lines
