"""Revisions to keep, a place to keep them, and a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Anchor, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import entry_id_for, seal

CHEN = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
ANCHOR = Anchor(
    "a" * 64, FactRef(FactKind.DUTY_ITEM, 6, 1), "二（七）", Span(10, 20), "推进创意产业、工业设计", "协调，", "业发展"
)

Making = Callable[..., list[Revision]]


@dataclass
class Clock:
    """Says the time it is set to."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 27, 4, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def pass_days(self, days: int = 1) -> None:
        self.moment += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opinions() -> Making:
    """Make so many opinions, each an entry of its own and none of them made before; *words* stand in each."""
    numbers = count()

    def make(how_many: int = 1, words: str = "建议明确牵头处室") -> list[Revision]:
        made = [next(numbers) for _ in range(how_many)]
        return [
            seal(
                entry_id_for("test", words, str(number)),
                (),
                CHEN,
                "2026-11-27T04:00:00Z",
                ANCHOR,
                Opinion(OpinionCategory.OPINION, f"{words} {number}", "", "理由", "办公室", "陈敏"),
            )
            for number in made
        ]

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a review is to be: neither the file nor its folder are there."""
    return tmp_path / "审阅 数据" / "eitc.review.db"
