"""Which provision of a library is meant."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eitc_desktop.services.build import build_database
from eitc_desktop.services.library import NotChosen, chosen_provision, newest, open_library
from eitc_desktop.store import Library


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Two versions of one body without dates, and another body whose file comes last."""
    folder = tmp_path_factory.mktemp("texts")
    made_up = repository / "tests" / "reading" / "provisions"
    text = (made_up / "linxi-forestry-2019.txt").read_text(encoding="utf-8")
    undated = text.replace("\n2019年2月20日\n", "\n").replace("\n临办发〔2019〕36号\n", "\n")
    (folder / "a.txt").write_text(undated, encoding="utf-8")
    (folder / "b.txt").write_text(text, encoding="utf-8")
    shutil.copy(made_up / "qinghe-petitions.txt", folder / "c.txt")
    return folder


@pytest.fixture(scope="module")
def several(texts: Path) -> Iterator[Library]:
    build_database(texts / "several.db", texts)
    with open_library(texts / "several.db") as library:
        yield library


@pytest.fixture(scope="module")
def versions(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("versions")
    for name in ("a.txt", "b.txt"):
        shutil.copy(texts / name, folder)
    build_database(folder / "versions.db", folder)
    with open_library(folder / "versions.db") as library:
        yield library


def test_the_only_provision_need_not_be_named(library_path: Path) -> None:
    with open_library(library_path) as library:
        assert chosen_provision(library, None) == newest(library) == chosen_provision(library, 1)


def test_of_several_versions_of_one_body_the_one_added_last_is_taken(versions: Library) -> None:
    assert chosen_provision(versions, None).id == 2
    assert chosen_provision(versions, 1).source_name == "a.txt"


def test_of_several_bodies_none_is_taken_silently(several: Library) -> None:
    bodies = [summary.body for summary in several.provisions()]
    with pytest.raises(NotChosen) as asked:
        chosen_provision(several, None)
    assert str(asked.value) == (
        "数据库中有不止一个机关的三定规定，请用 --provision 编号 指明一份："
        f"1 {bodies[0]}（a.txt）；2 {bodies[1]}（临办发〔2019〕36号，2019年2月20日）；3 {bodies[2]}"
    )


def test_a_number_that_is_none_is_told_which_there_are(several: Library) -> None:
    with pytest.raises(NotChosen, match=r"没有编号为 9 的三定规定。可用的编号：1 .*；2 .*；3 青禾"):
        chosen_provision(several, 9)
