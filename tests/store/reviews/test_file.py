"""What is added is there for good: for this window, for others, and for tools that read SQLite."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Person,
    Post,
    Reply,
    Revision,
    RowKind,
    Scenario,
    Stance,
    Verdict,
)
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotations import new_entry_id, seal
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.store.reviews import Delivery, Intake, ReviewFile
from eitc_desktop.store.reviews.errors import MissingReview

Making = Callable[..., list[Revision]]

_ENTRY = "33333333-3333-4333-8333-333333333333"
_CONTENTS: list[Content] = [
    NoOpinion("财务处", "", on_behalf=True, note="来函"),
    Reply(_ENTRY, "同意", no_objection=True),
    Handling(_ENTRY, Adoption.PARTLY, "上位文件如此", "李强"),
    Verdict(None, Stance.DOUBT, ""),
    Scenario("方案一", "按现有职责\n第二行"),
    Allotment(_ENTRY, AllotmentRow(RowKind.RESERVE), AllotmentColumn(6, "正副处级领导职数", Post.CHIEF), 0),
    Allotment(_ENTRY, AllotmentRow(RowKind.BODY, body="下属中心"), AllotmentColumn(0, "行政编制"), None),
    AskedOffice("市财政局"),
]


def test_a_new_file_is_empty_and_made_with_its_folder(path: Path) -> None:
    with ReviewFile.open(path) as file:
        assert file.created
        assert file.path == path
        assert file.revisions() == ()
        assert not file.changed_elsewhere()
    with ReviewFile.open(path, create=False) as file:
        assert not file.created
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208  nothing else is left when it is closed


def test_what_must_be_there_is_not_made(path: Path) -> None:
    with pytest.raises(MissingReview, match="请核对路径"):
        ReviewFile.open(path, create=False)
    assert not path.parent.exists()


def test_what_was_added_comes_back_the_same_and_in_order(path: Path, opinions: Making) -> None:
    first = opinions(3)
    with ReviewFile.open(path) as file:
        assert file.add(first) == 3
        assert file.revisions() == tuple(first)
    more = opinions(2)
    with ReviewFile.open(path) as file:
        assert file.revisions() == tuple(first)
        assert file.add(more) == 2
        assert file.revisions() == (*first, *more)
        assert not file.changed_elsewhere()


@pytest.mark.parametrize("content", _CONTENTS, ids=lambda content: type(content).__name__)
@pytest.mark.parametrize("withdrawn", [False, True])
def test_every_kind_of_content(path: Path, content: Content, withdrawn: bool) -> None:
    made = seal(
        new_entry_id(),
        ("b" * 64, "a" * 64),
        Person("李“强”\\', ; --", "研究室", "22222222-2222-4222-8222-222222222222"),
        "2026-11-27T04:00:00Z",
        whole("c" * 64),
        content,
        withdrawn=withdrawn,
    )
    with ReviewFile.open(path) as file:
        assert file.add([made]) == 1
    with ReviewFile.open(path) as file:
        assert file.revisions() == (made,)


def test_only_what_is_new_is_added_and_counted(path: Path, opinions: Making) -> None:
    made = opinions(1200)  # more than are asked for at once
    with ReviewFile.open(path) as file:
        assert file.add(made[:700]) == 700
        assert file.add(made) == 500
        assert file.add(made) == 0
        assert file.add([]) == 0
        (another,) = opinions()
        assert file.add([another, another]) == 1
        assert file.revisions() == (*made, another)


def test_what_is_no_revision_is_not_written_nor_what_came_with_it(path: Path, opinions: Making) -> None:
    good, other = opinions(2)
    with ReviewFile.open(path) as file:
        with pytest.raises(ValueError, match="sealed"):
            file.add([good, replace(other, made_at="2020-01-01T00:00:00Z")])
        assert file.revisions() == ()


def test_two_windows_see_what_the_other_adds(path: Path, opinions: Making) -> None:
    mine, theirs = opinions(2)
    with ReviewFile.open(path) as one, ReviewFile.open(path) as other:
        assert not other.created
        one.add([mine])
        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        assert not one.changed_elsewhere()
        before = other.revisions()
        other.add([theirs])
        assert one.changed_elsewhere()
        assert one.revisions() == other.revisions() == (mine, theirs)
        assert other.revisions()[0] is before[0]  # known already, not decoded again


def test_what_was_written_beside_is_known_as_it_is(path: Path, opinions: Making) -> None:
    mine, theirs, strange = opinions(3)
    with ReviewFile.open(path) as file, ReviewFile.open(path) as beside:
        file.add([mine])
        file.revisions()
        beside.add([theirs])
        file.expect([theirs, strange])
        found = file.revisions()
        assert found == (mine, theirs)  # what isn't in the file isn't made of what was expected
        assert found[1] is theirs


def test_packages_taken_in_are_noted(path: Path, opinions: Making, clock: Callable[[], object]) -> None:
    made = opinions(3)
    with ReviewFile.open(path, now=clock) as file:
        file.add(made[:1])
        came = (Delivery("财务处.eitcreview", "d" * 64, 3, 2), Delivery("空.eitcreview", "e" * 64, 0, 0))
        assert file.take_in(made, came) == 2
    with ReviewFile.open(path) as file:
        assert file.intakes() == tuple(Intake(each, "2026-11-27T04:00:00Z") for each in came)
        assert len(file.revisions()) == 3


def test_what_packages_call_provisions_is_kept_whatever_their_order(tmp_path: Path) -> None:
    named = ProvisionNote("a" * 64, "某市某局", "某局三定规定")
    bodily, nameless = ProvisionNote("a" * 64, "某市某局", ""), ProvisionNote("b" * 64, "", "")
    for number, notes in enumerate(((named, bodily, nameless), (nameless, bodily, named))):
        with ReviewFile.open(tmp_path / f"{number}.review.db") as file:
            for note in notes:
                file.take_in((), (), (note,))
            assert file.provisions() == (named,)


_ADD_AND_DIE = """
import os, sys
from eitc_desktop.reviewing.annotations import revision_of
from eitc_desktop.store.reviews import ReviewFile
import json
file = ReviewFile.open(sys.argv[1])
file.add([revision_of(json.loads(sys.stdin.read()))])
os._exit(7)
"""


def test_what_a_dying_program_has_added_stays(path: Path, opinions: Making) -> None:
    from eitc_desktop.reviewing.annotations import annotation_of, canonical

    (made,) = opinions()
    done = subprocess.run(
        [sys.executable, "-c", _ADD_AND_DIE, str(path)], input=canonical(annotation_of(made)), check=False
    )
    assert done.returncode == 7
    with ReviewFile.open(path) as file:
        assert file.revisions() == (made,)


def test_how_the_file_is_kept(path: Path) -> None:
    with ReviewFile.open(path) as file:
        asked = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "application_id", "user_version")
        found = [file._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 0, 0x45495452, 2]


def test_other_tools_read_it(path: Path, opinions: Making) -> None:
    (old,) = opinions()
    assert not isinstance(old.content, Adoption)
    new = seal(old.entry, (old.id,), old.author, "2026-11-27T05:00:00Z", old.anchor, old.content, withdrawn=True)
    with ReviewFile.open(path) as file:
        file.add([old, new])
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM readable_revision ORDER BY sequence").fetchall()
        assert [row["id"] for row in rows] == [old.id, new.id]
        assert dict(rows[0]) | {"content": None} == {
            "sequence": 1,
            "id": old.id,
            "entry": old.entry,
            "kind": "opinion",
            "withdrawn": 0,
            "author_name": "陈敏",
            "author_office": "办公室",
            "made_at": "2026-11-27T04:00:00Z",
            "clause": "二（七）",
            "quoted": "推进创意产业、工业设计",
            "words": "commenting: 建议明确牵头处室 0\ndescribing: 理由",
            "content": None,
        }
        assert [row["id"] for row in connection.execute("SELECT id FROM current_revision")] == [new.id]


@pytest.mark.parametrize("statement", ["UPDATE revision SET clause = ''", "DELETE FROM revision"])
def test_other_tools_cannot_change_it_by_mistake(path: Path, opinions: Making, statement: str) -> None:
    made = opinions()
    with ReviewFile.open(path) as file:
        file.add(made)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="only accumulate"):
        connection.execute(statement)
    with ReviewFile.open(path) as file:
        assert file.revisions() == tuple(made)


def test_the_log_of_a_file_that_has_gone_is_not_played_into_a_new_one(path: Path, opinions: Making) -> None:
    file = ReviewFile.open(path)
    file.add(opinions(3))
    log = path.with_name(path.name + "-wal")
    kept = log.read_bytes()
    file.close()
    path.unlink()
    log.write_bytes(kept)
    with ReviewFile.open(path) as new:
        assert new.created
        assert new.revisions() == ()
        aside = list((path.parent / "backups").iterdir())
    assert [place.read_bytes() for place in aside] == [kept]
