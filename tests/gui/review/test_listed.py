"""Rows of the table of entries: only those are made anew that say something else."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterable

import pytest

from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.review.listed import EntryRow, RowMaker
from eitc_desktop.model.facts import FactKind, facts_of
from eitc_desktop.model.review import Adoption, Content, Handling, Opinion, OpinionCategory, Person, Reply, Revision
from eitc_desktop.reviewing.anchors import anchor_of_fact, whole
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.review import Entry, GrowingReview

_CHEN = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")


def _said(rows: Iterable[EntryRow]) -> list[tuple[object, ...]]:
    return [tuple(value for name, value in row._asdict().items() if name != "searched") for row in rows]


class _Reviewing:
    """Enters, edits, withdraws, answers and handles at random places of the provision."""

    def __init__(self, opened: OpenedLibrary, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._digest = opened.digest
        facts = [fact.ref for fact in facts_of(opened.provision) if fact.ref.kind is FactKind.DUTY_ITEM]
        self._anchors = [anchor_of_fact(opened.provision, opened.digest, ref) for ref in facts[:12]]
        self._anchors.append(whole(opened.digest))
        self._minute = 0

    def step(self, entries: tuple[Entry, ...]) -> list[Revision]:
        """Return what is entered in one step, most often a single state."""
        return [self._state(entries) for _ in range(self._chance.choice((1, 1, 1, 3)))]

    def _state(self, entries: tuple[Entry, ...]) -> Revision:
        chance = self._chance
        self._minute += 1
        made_at = f"2026-11-27T{chance.randrange(9):02}:{self._minute % 60:02}:00Z"  # clocks differ
        known = chance.choice(entries) if entries and chance.random() < 0.6 else None
        content, anchor = self._content(entries), chance.choice(self._anchors)
        if known is None:
            return seal(str(uuid.UUID(int=chance.getrandbits(128), version=4)), (), _CHEN, made_at, anchor, content)
        replaced = tuple(head.id for head in known.heads) if chance.random() < 0.8 else (known.history[0].id,)
        gone = chance.random() < 0.3
        return seal(known.id, replaced, _CHEN, made_at, anchor, chance.choice((known.content, content)), withdrawn=gone)

    def _content(self, entries: tuple[Entry, ...]) -> Content:
        chance = self._chance
        about = chance.choice(entries).id if entries else ""
        makers: tuple[Callable[[], Content], ...] = (
            lambda: Opinion(OpinionCategory.OPINION, f"意见{chance.random()}", "", "", "办公室", "陈敏"),
            lambda: Handling(about, chance.choice(list(Adoption)), "", "陈敏"),
            lambda: Reply(about, "同意"),
        )
        return makers[0]() if not entries else chance.choice(makers)()


@pytest.mark.parametrize("seed", range(6))
def test_rows_kept_and_rows_made_anew_are_those_of_the_whole_review(opened: OpenedLibrary, seed: int) -> None:
    reviewing, growing, maker = _Reviewing(opened, seed), GrowingReview(opened.provision, opened.digest), RowMaker()
    for _ in range(60):
        review = growing.grown(reviewing.step(growing.review.entries))
        assert _said(maker.rows(review)) == _said(RowMaker().rows(review))


def test_a_row_of_what_did_not_change_stays(opened: OpenedLibrary) -> None:
    reviewing, growing, maker = _Reviewing(opened, 2014), GrowingReview(opened.provision, opened.digest), RowMaker()
    for _ in range(30):
        growing.grown(reviewing.step(growing.review.entries))
    review = growing.review
    first, *others = maker.rows(review)
    entry = review.entry(first.id)
    assert entry is not None
    content = Opinion(OpinionCategory.QUESTION, "改过", "", "", "办公室", "陈敏")
    heads = tuple(head.id for head in entry.heads)
    changed = seal(entry.id, heads, _CHEN, "2026-11-28T00:00:00Z", entry.anchor, content)
    rows = {row.id: row for row in maker.rows(growing.grown([changed]))}
    assert rows[first.id].content == "改过"
    assert all(rows[row.id] is row for row in others)
    assert "改过" in rows[first.id].searched
    assert "没有的词" not in rows[first.id].searched
