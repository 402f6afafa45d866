"""What is entered keeps the order in which it was entered, on every computer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from eitc_desktop.model.review import AskedOffice, Person, Revision
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.merging import merged
from eitc_desktop.services.reviews.carrying import export, read_source
from eitc_desktop.services.reviews.listing import entries_in
from eitc_desktop.services.reviews.session import ReviewSession, added

_AUTHOR = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
_WHOLE = whole("1" * 64)
_MOMENT = datetime(2026, 11, 27, 8, tzinfo=UTC)


def _names(revisions: tuple[Revision, ...]) -> list[str]:
    contents = (entry.content for entry in entries_in(revisions))
    return [content.name for content in contents if isinstance(content, AskedOffice)]


def test_what_is_entered_at_once_keeps_its_order_wherever_it_is_read(tmp_path: Path) -> None:
    names = [f"第{number}局" for number in range(40)]
    session = ReviewSession.open(tmp_path / "eitc.review.db", lambda: _MOMENT)  # one tick of a slow clock for all
    session.record([added(_WHOLE, AskedOffice(name)) for name in names[:30]], _AUTHOR)
    session.record([added(_WHOLE, AskedOffice(name)) for name in names[30:]], _AUTHOR)
    assert _names(session.revisions) == names
    shuffled = sorted(session.revisions, key=lambda one: one.id)
    assert _names(merged(shuffled)) == names
    export(shuffled, tmp_path / "审阅.eitcreview", ())
    session.close()
    assert _names(read_source(tmp_path / "审阅.eitcreview").revisions) == names


def test_a_clock_that_is_put_back_is_followed(tmp_path: Path) -> None:
    moments = iter((_MOMENT, _MOMENT - timedelta(milliseconds=20), _MOMENT - timedelta(days=365)))
    session = ReviewSession.open(tmp_path / "eitc.review.db", lambda: next(moments))
    made = [session.record([added(_WHOLE, AskedOffice(name))], _AUTHOR)[0].made_at for name in ("甲", "乙", "丙")]
    session.close()
    assert made == ["2026-11-27T08:00:00.000000Z", "2026-11-27T08:00:00.000001Z", "2025-11-27T08:00:00.000000Z"]


def test_what_was_entered_in_whole_seconds_is_read_as_it_is(tmp_path: Path) -> None:
    old = seal("33333333-3333-4333-8333-333333333333", (), _AUTHOR, "2026-11-27T07:59:59Z", _WHOLE, AskedOffice("旧"))
    export([old], tmp_path / "旧.eitcreview", ())
    session = ReviewSession.open(tmp_path / "eitc.review.db", lambda: _MOMENT)
    session.record([added(_WHOLE, AskedOffice("新"))], _AUTHOR)
    session.take_in(read_source(tmp_path / "旧.eitcreview").revisions)
    assert old in session.revisions
    assert _names(session.revisions) == ["旧", "新"]
    session.close()
