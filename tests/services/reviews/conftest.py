"""Reviewers of the real provision, each with a review file of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor, Content, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.reviewing.anchors import anchor_of_fact, digest_of
from eitc_desktop.services.library import open_library
from eitc_desktop.services.reviews.preview import Shown
from eitc_desktop.services.reviews.session import ReviewSession, added

CHEN = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
LI = Person("李强", "研究室", "22222222-2222-4222-8222-222222222222")
WANG = Person("王芳", "市财政局", "33333333-3333-4333-8333-333333333333")


@pytest.fixture
def chen() -> Person:
    return CHEN


@pytest.fixture
def li() -> Person:
    return LI


@pytest.fixture
def wang() -> Person:
    return WANG


@pytest.fixture(scope="session")
def digest(provision: Provision) -> str:
    return digest_of(provision)


@pytest.fixture(scope="session")
def shown(library_path: Path, digest: str) -> Shown:
    """The real provision in its library."""
    with open_library(library_path) as library:
        summary = next(one for one in library.provisions() if one.sha256 == digest)
        return Shown(library.load(summary.id), digest, library.provisions())


@pytest.fixture(scope="session")
def anchor(provision: Provision, digest: str) -> Anchor:
    """A place in the provision: a duty item."""
    return anchor_of_fact(provision, digest, FactRef(FactKind.DUTY_ITEM, 1, 0))


Profile = Callable[[str], ReviewSession]


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """Open the review file of a name, a new one where it isn't there."""
    opened: list[ReviewSession] = []

    def open_one(name: str) -> ReviewSession:
        moments = iter(
            datetime(2026, 11, 27, hour, minute, second, tzinfo=UTC)
            for hour in range(1, 10)
            for minute in range(60)
            for second in range(60)
        )
        opened.append(ReviewSession.open(tmp_path / "profiles" / name / "eitc.review.db", lambda: next(moments)))
        return opened[-1]

    yield open_one
    for session in opened:
        session.close()


@pytest.fixture
def enter(anchor: Anchor) -> Callable[[ReviewSession, Person, Content | str], Revision]:
    """Enter something at the place, an opinion where it is only text; return what it became."""

    def enter_one(session: ReviewSession, person: Person, content: Content | str) -> Revision:
        if isinstance(content, str):
            content = Opinion(OpinionCategory.OPINION, content, "", "", person.office, person.name)
        (made,) = session.record([added(anchor, content)], person)
        return made

    return enter_one
