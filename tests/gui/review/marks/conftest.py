"""What other reviewers entered on their own computers, as it arrives at the desk, and places to enter something at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import Content, Person, Stance, UnitName, Verdict
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import new_entry_id, seal

Link = tuple[FactRef, FactRef | None]
Arrives = Callable[[Person, FactRef | Span | None, Content], None]


@pytest.fixture
def arrives(desk: ReviewDesk) -> Arrives:
    """Takes in what somebody entered elsewhere."""

    def arrive(author: Person, place: FactRef | Span | None, content: Content) -> None:
        revision = seal(new_entry_id(), (), author, "2026-11-20T08:00:00Z", desk.anchor_of(place), content)
        assert desk.take_in([revision]) == 1

    return arrive


@pytest.fixture
def thinks(arrives: Arrives, opened: OpenedLibrary) -> Callable[..., None]:
    """Takes in a verdict: of whom, on which link, the stance, and ``reason`` and ``proposed``."""

    def named(unit: FactRef | None) -> UnitName | None:
        if unit is None:
            return None
        provision = opened.provision
        units = provision.divisions if unit.kind is FactKind.DIVISION else provision.hosted_offices
        return UnitName(unit, units[unit.index].name.text)

    def think(author: Person, link: Link, stance: Stance, *, reason: str = "", proposed: FactRef | None = None) -> None:
        arrives(author, link[0], Verdict(named(link[1]), stance, reason, named(proposed)))

    return think


@pytest.fixture(scope="session")
def lone(opened: OpenedLibrary) -> DutyLink:
    """A link of an item that has no other."""
    links = opened.mapping.duty_links
    return next(link for link in links if sum(other.item == link.item for other in links) == 1)


@pytest.fixture(scope="session")
def unmapped(opened: OpenedLibrary) -> FactRef:
    """The first duty item that nothing corresponds to."""
    linked = {link.item for link in opened.mapping.duty_links}
    duties = opened.provision.duties
    items = (FactRef(FactKind.DUTY_ITEM, i, j) for i, duty in enumerate(duties) for j in range(len(duty.items)))
    return next(item for item in items if item not in linked)
