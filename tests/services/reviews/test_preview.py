"""What an import would bring is told before: what is new, what changes, what stands in two drafts, what is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eitc_desktop.model.review import Anchor, Content, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.merging import News
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.services.reviews.carrying import Source, notes_of
from eitc_desktop.services.reviews.listing import entries_in, local_time
from eitc_desktop.services.reviews.preview import Preview, Shown, preview
from eitc_desktop.services.reviews.session import Change, ReviewSession
from eitc_desktop.services.reviews.told import document, previewed, taken

Profile = Callable[[str], ReviewSession]
Enter = Callable[[ReviewSession, Person, Content | str], Revision]


def source(session: ReviewSession, name: str = "来件.eitcreview") -> Source:
    return Source(Path(name), session.revisions)


def numbers(told: Preview) -> dict[str, int]:
    """What is counted, without what is nought."""
    names = ("new", "newer", "known", "drafts", "withdrawn", "by_others", "unplaced")
    return {name: count for name in names if (count := getattr(told, name))}


def test_everything_is_new_to_who_has_nothing(profile: Profile, enter: Enter, li: Person, shown: Shown) -> None:
    theirs = profile("li")
    enter(theirs, li, "一")
    enter(theirs, li, "二")
    told = preview([source(theirs)], (), shown)
    assert numbers(told) == {"new": 2}
    assert (told.authors, told.revisions) == ((li,), 2)
    assert told.placed == {Confidence.EXACT: 2}
    (origin,) = told.origins
    assert (origin.here, origin.entries, origin.digest) == (True, 2, shown.digest)
    assert origin.name


def test_changes_of_all_kinds_are_told_apart(
    profile: Profile, enter: Enter, chen: Person, li: Person, shown: Shown
) -> None:
    mine, theirs = profile("chen"), profile("li")
    known, edited, both, gone = (enter(mine, chen, text) for text in ("已知", "对方改", "两人改", "对方撤"))
    theirs.take_in(mine.revisions)

    def change(
        session: ReviewSession, person: Person, revision: Revision, text: str, *, withdrawn: bool = False
    ) -> None:
        content = Opinion(OpinionCategory.OPINION, text, "", "", chen.office, chen.name)
        session.record([Change(revision.entry, revision.anchor, content, withdrawn=withdrawn)], person)

    change(theirs, li, edited, "改了")
    change(theirs, li, both, "李强改")
    change(mine, chen, both, "陈敏改")
    change(theirs, li, gone, "对方撤", withdrawn=True)
    enter(theirs, li, "新的")
    told = preview([source(theirs)], mine.revisions, shown)
    assert numbers(told) == {"new": 1, "newer": 3, "known": 1, "drafts": 1, "withdrawn": 1, "by_others": 3}
    news = {arrival.after.id: arrival.news for arrival in told.arrivals}
    assert (news[known.entry], news[edited.entry]) == (News.KNOWN, News.NEWER)
    assert [one.after.id for one in told.fresh if told.needs_a_look(one)] == [both.entry]
    mine.take_in(told.intake.fresh)
    assert set(mine.revisions) >= set(theirs.revisions)
    again = preview([source(theirs)], mine.revisions, shown)
    assert (numbers(again), again.fresh) == ({"known": 5}, ())


def test_several_files_are_told_of_together_without_counting_twice(
    profile: Profile, enter: Enter, li: Person, wang: Person, shown: Shown
) -> None:
    one, two = profile("li"), profile("wang")
    enter(one, li, "一")
    two.take_in(one.revisions)
    enter(two, wang, "二")
    told = preview([source(one, "一"), source(two, "二")], (), shown)
    assert (numbers(told), told.authors) == ({"new": 2}, (wang, li))


def test_what_was_made_on_another_text_is_placed_or_said_to_be_lost(
    profile: Profile, li: Person, anchor: Anchor, shown: Shown
) -> None:
    theirs = profile("li")
    content = Opinion(OpinionCategory.OPINION, "意见", "", "", li.office, li.name)
    elsewhere = replace(anchor, provision="ab" * 32)
    nowhere = replace(elsewhere, exact="Nothing like it stands anywhere.", prefix="", suffix="")
    theirs.record(
        [
            Change(f"{n}" * 8 + "-0000-4000-8000-000000000000", each, content)
            for n, each in enumerate((elsewhere, nowhere), 1)
        ],
        li,
    )
    told = preview([replace(source(theirs), provisions=notes_of(()))], (), shown)
    assert told.placed == {Confidence.MOVED: 1, Confidence.NONE: 1}
    assert numbers(told) == {"new": 2, "unplaced": 1}
    assert [(origin.here, origin.name) for origin in told.origins] == [(False, "")]
    lines = list(previewed([told], told, ()))
    assert sum("未能定位" in line for line in lines) == 3
    assert any("原文不在数据库中：名称未知" in line for line in lines)
    assert list(taken(told))[-1] == "已并入 1 个文件，2 条：新增 2、有改动 0、已有 0；另一版本，原文相同 1；未能定位 1"


def test_a_day_that_no_calendar_has_is_shown_as_it_came(anchor: Anchor, li: Person) -> None:
    content = Opinion(OpinionCategory.OPINION, "意见", "", "", "", "")
    strange = seal("44444444-4444-4444-8444-444444444444", (), li, "2026-02-31T25:00:00Z", anchor, content)
    assert local_time(strange.made_at) == "2026-02-31T25:00:00Z"
    (told,) = document(entries_in([strange]))
    assert told["office"] == "研究室"
