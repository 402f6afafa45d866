"""Packages and whole review files as they are written and read: whole or not at all, and never a surprise."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from eitc_desktop.errors import EitcError
from eitc_desktop.model.review import (
    Adoption,
    Anchor,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    Revision,
)
from eitc_desktop.reviewing.package_zip import MAX_FILE
from eitc_desktop.services.reviews.carrying import (
    CannotCarry,
    Source,
    copy_name,
    export,
    names_of,
    notes_of,
    package_name,
    read_source,
    united,
    write_package,
)
from eitc_desktop.services.reviews.choosing import Part, chosen_of, offices_among
from eitc_desktop.services.reviews.listing import entries_in
from eitc_desktop.services.reviews.preview import Shown
from eitc_desktop.services.reviews.session import Change, ReviewSession

Profile = Callable[[str], ReviewSession]
Enter = Callable[[ReviewSession, Person, Content | str], Revision]


def edit(session: ReviewSession, person: Person, revision: Revision, text: str) -> Revision:
    """Change the text of an opinion."""
    assert isinstance(revision.content, Opinion)
    change = Change(revision.entry, revision.anchor, replace(revision.content, text=text))
    (made,) = session.record([change], person)
    return made


# handing on


def test_what_is_exported_is_read_again_with_all_its_states(
    profile: Profile, enter: Enter, chen: Person, shown: Shown, tmp_path: Path
) -> None:
    mine = profile("chen")
    edit(mine, chen, enter(mine, chen, "宜删去"), "宜改为“推动”")
    enter(mine, chen, NoOpinion("市商务委", "", on_behalf=True))
    path = tmp_path / "新文件夹" / "审阅.eitcreview"
    chosen = export(mine.revisions, path, notes_of(shown.summaries))
    assert (len(chosen.entries), len(chosen.revisions)) == (2, 3)
    source = read_source(path)
    assert set(source.revisions) == set(mine.revisions)
    assert [note.body for note in source.provisions] == ["上海市经济和信息化委员会"]


def test_a_part_goes_as_whole_entries_with_what_they_speak_of(
    profile: Profile, enter: Enter, chen: Person, li: Person, anchor: Anchor, tmp_path: Path
) -> None:
    session = profile("chen")
    theirs = enter(session, li, "李强的意见")
    edit(session, chen, theirs, "陈敏改过")
    untouched = enter(session, li, "另一条")
    (reply,) = session.record(
        [Change("44444444-4444-4444-8444-444444444444", anchor, Reply(untouched.entry, "同意"))], chen
    )
    chosen = export(session.revisions, tmp_path / "本人.eitcreview", (), Part(authors=frozenset({chen.key})))
    assert {entry.id for entry in chosen.entries} == {theirs.entry, untouched.entry, reply.entry}
    assert (chosen.drawn_in, len(chosen.revisions)) == (1, 4)
    assert set(read_source(tmp_path / "本人.eitcreview").revisions) == set(session.revisions)


def test_parts_are_chosen_by_office_kind_and_provision(
    profile: Profile, enter: Enter, chen: Person, wang: Person, anchor: Anchor
) -> None:
    session = profile("chen")
    for_others = enter(session, chen, NoOpinion("市商务委", "", on_behalf=True))
    own = enter(session, wang, "意见")
    enter(session, chen, Handling(own.entry, Adoption.ADOPTED, "", "陈敏"))
    assert offices_among(entries_in(session.revisions)) == {"办公室": 1, "市商务委": 1, "市财政局": 1}
    by_office = chosen_of(session.revisions, Part(offices=frozenset({"市商务委"})))
    assert [entry.id for entry in by_office.entries] == [for_others.entry]
    by_kind = chosen_of(session.revisions, Part(kinds=frozenset({"opinion"})))
    assert [entry.id for entry in by_kind.entries] == [own.entry]
    handled = chosen_of(session.revisions, Part(kinds=frozenset({"handling"})))
    assert ({str(kind) for kind in handled.kinds}, handled.drawn_in) == ({"意见", "处理"}, 1)
    assert not chosen_of(session.revisions, Part(provisions=frozenset({"0" * 64}))).entries
    assert len(chosen_of(session.revisions, Part(provisions=frozenset({anchor.provision}))).entries) == 3


def test_nothing_is_handed_on_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotCarry, match="没有可导出的条目"):
        export((), tmp_path / "空.eitcreview", ())
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_refuses_leaves_what_was_there(
    profile: Profile, enter: Enter, chen: Person, tmp_path: Path
) -> None:
    session = profile("chen")
    enter(session, chen, "意见")
    (tmp_path / "文件").write_text("x")
    (tmp_path / "夹.eitcreview").mkdir()
    for place, why in (
        (tmp_path / "文件" / "审阅.eitcreview", "路径中的一级是文件"),
        (tmp_path / "夹.eitcreview", "同名的是一个文件夹"),
        (tmp_path / f"{'长' * 200}.eitcreview", "文件名过长"),
    ):
        with pytest.raises(EitcError, match=why):
            write_package(session.revisions, (), place)
    with pytest.raises(EitcError, match="是审阅文件，不能用审阅包覆盖"):
        write_package(session.revisions, (), session.path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profiles", "夹.eitcreview", "文件"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev/full")
def test_a_full_disk_is_said_to_be_full(profile: Profile, enter: Enter, chen: Person, tmp_path: Path) -> None:
    session = profile("chen")
    enter(session, chen, "意见")
    old = tmp_path / "旧.eitcreview"
    old.write_bytes(b"PK")
    (tmp_path / f".旧.eitcreview.{os.getpid()}.tmp").symlink_to("/dev/full")
    with pytest.raises(CannotCarry, match="磁盘已满"):
        write_package(session.revisions, (), old)
    assert old.read_bytes() == b"PK"


# taking in


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"{}", "不是审阅包".encode(), b"SQLite format 3\x00", b"SQLite format 3\x00" * 99]
)
def test_what_is_no_review_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "来件.eitcreview"
    path.write_bytes(data)
    with pytest.raises(EitcError) as told:
        read_source(path)
    assert "\n" not in str(told.value)
    assert "eitc-review-" not in str(told.value)  # the folder that it was copied into
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_only_regular_files_of_some_size_are_read(tmp_path: Path) -> None:
    large = tmp_path / "大.eitcreview"
    with large.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    for path, why in (
        (tmp_path, "是文件夹"),
        (tmp_path / "没有.eitcreview", "找不到文件"),
        (large, "不像是审阅包"),
        (large / "里面.eitcreview", "路径中的一级是文件"),
    ):
        with pytest.raises(CannotCarry, match=why):
            read_source(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.eitcreview")
    with pytest.raises(CannotCarry, match="不是普通文件"):
        read_source(tmp_path / "管道.eitcreview")


def test_a_whole_review_file_is_read_and_left_as_it_is(
    profile: Profile, enter: Enter, chen: Person, tmp_path: Path
) -> None:
    session = profile("chen")
    enter(session, chen, "意见")
    assert set(read_source(session.path).revisions) == set(session.revisions)  # open, with a log beside it
    copy = tmp_path / "另存.review.db"
    session.file.save_copy(copy)
    before = copy.read_bytes()
    assert read_source(copy).revisions == session.revisions
    assert copy.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["另存.review.db"]


# merging


def test_three_profiles_make_one_review_in_any_order(
    profile: Profile, enter: Enter, chen: Person, li: Person, wang: Person, shown: Shown, tmp_path: Path
) -> None:
    first = profile("chen")
    shared = enter(first, chen, "共同的意见")
    for name, person in (("li", li), ("wang", wang)):
        theirs = profile(name)
        theirs.take_in(first.revisions)
        edit(theirs, person, shared, f"{person.name}改")
        enter(theirs, person, f"{person.name}的意见")
        export(theirs.revisions, tmp_path / f"{name}.eitcreview", notes_of(shown.summaries))
    edit(first, chen, shared, "陈敏改")
    export(first.revisions, tmp_path / "chen.eitcreview", ())
    paths = [tmp_path / f"{name}.eitcreview" for name in ("chen", "li", "wang")]
    made: set[bytes] = set()
    reviews: set[frozenset[Revision]] = set()
    for number, order in enumerate(permutations(paths)):
        sources = [read_source(path) for path in order]
        out = tmp_path / f"{number}.eitcreview"
        write_package(united(sources), names_of(sources), out)
        made.add(out.read_bytes())
        fourth = profile(f"fourth{number}")
        for source in (*sources, sources[0]):
            fourth.take_in(source.revisions)
        reviews.add(frozenset(fourth.revisions))
    assert len(made) == len(reviews) == 1
    (entry,) = [one for one in entries_in(next(iter(reviews))) if one.id == shared.entry]
    assert entry.in_conflict
    texts = {head.content.text for head in entry.heads if isinstance(head.content, Opinion)}
    assert texts == {"陈敏改", "李强改", "王芳改"}


def test_of_two_names_for_one_text_always_the_same_stays() -> None:
    from eitc_desktop.reviewing.package import ProvisionNote

    some = Source(Path("a"), (), (ProvisionNote("1" * 64, "甲", ""), ProvisionNote("2" * 64, "", "")))
    others = Source(Path("b"), (), (ProvisionNote("1" * 64, "乙", "三定"),))
    assert names_of((some, others)) == names_of((others, some))
    assert [note.sha256[0] for note in names_of((some, others))] == ["1", "2"]


# names


@pytest.mark.parametrize(
    ("name", "office", "expected"),
    [
        ("陈敏", "办公室", "审阅-办公室-陈敏-20261127"),
        ('a/b\\c:d*e?f"g<h>i|j', "..", "审阅-abcdefghij-20261127"),
        ("\u202e陈\u0000敏\n", "办 公 室", "审阅-办 公 室-陈敏-20261127"),
        ("名" * 100, "位" * 100, f"审阅-{'位' * 12}-{'名' * 12}-20261127"),
    ],
)
def test_names_of_files_hold_on_every_system(name: str, office: str, expected: str) -> None:
    person = Person(name, office, "x")
    assert package_name(person, date(2026, 11, 27)) == f"{expected}.eitcreview"
    assert copy_name(person, date(2026, 11, 27)) == f"{expected}.review.db"


def test_nobody_has_a_file_name_too() -> None:
    assert package_name(None, date(2026, 1, 2)) == "审阅-20260102.eitcreview"
