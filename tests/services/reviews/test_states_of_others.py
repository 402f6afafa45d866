"""A state that claims to replace one of another entry replaces nothing."""

from __future__ import annotations

from pathlib import Path

from eitc_desktop.model.review import AskedOffice, Person
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.services.reviews.session import ReviewSession

_AUTHOR = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
_ENTRY, _OTHER = "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"


def test_no_entry_hides_another(tmp_path: Path) -> None:
    mine = seal(_ENTRY, (), _AUTHOR, "2026-11-27T08:00:00Z", whole("1" * 64), AskedOffice("某局"))
    thief = seal(_OTHER, (mine.id,), _AUTHOR, "2026-11-27T08:01:00Z", whole("1" * 64), AskedOffice("别局"))
    session = ReviewSession.open(tmp_path / "review.db")
    try:
        session.take_in([mine, thief])
        assert session.heads(_ENTRY) == (mine,)
        assert session.heads(_OTHER) == (thief,)
    finally:
        session.close()
