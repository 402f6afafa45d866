"""Which entries of a review are handed on: whole entries with all their states, and what they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.reviews.listing import History, histories_of, kinds_among


@dataclass(frozen=True, slots=True)
class Part:
    """Which entries are meant; None is all of them. An entry must fit in every respect.

    ``authors`` are keys of people who made or changed it, ``offices`` those it is of, ``provisions`` digests of texts
    that one of its states was made on; ``kinds`` are words of ``annotations.kind_of``.
    """

    authors: frozenset[str] | None = None
    offices: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    provisions: frozenset[str] | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING

    def holds(self, history: History) -> bool:
        """Say whether an entry is meant."""
        return (
            _meets(self.authors, {state.author.key for state in history.states})
            and _meets(self.offices, history.offices)
            and _meets(self.kinds, {history.kind})
            and _meets(self.provisions, {state.anchor.provision for state in history.states})
        )


EVERYTHING = Part()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries of a part, and those that were not asked for but are spoken of by them (``drawn_in``)."""

    entries: tuple[History, ...]
    drawn_in: int = 0

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All states of the entries."""
        return tuple(state for history in self.entries for state in history.states)

    @property
    def kinds(self) -> Mapping[Phrase, int]:
        """How many entries there are of each kind, the most frequent first."""
        return kinds_among(self.entries)

    @property
    def withdrawn(self) -> int:
        """How many of them were withdrawn: that is handed on too."""
        return sum(history.withdrawn for history in self.entries)

    @property
    def in_conflict(self) -> int:
        """How many of them have two versions side by side (两稿并存)."""
        return sum(history.in_conflict for history in self.entries)

    @property
    def holds_allocations(self) -> bool:
        """Whether posts that somebody tried out how to allocate go along."""
        return any(history.is_allocation for history in self.entries)

    @property
    def authors(self) -> tuple[Person, ...]:
        """Who made any of the states, by office and name."""
        return authors_of(self.revisions)


def chosen_of(revisions: Iterable[Revision], part: Part = EVERYTHING) -> Chosen:
    """Return the entries of *part*, and with them the entries that they answer, handle or are numbers of."""
    histories = {history.entry: history for history in histories_of(revisions)}
    asked = [entry for entry, history in histories.items() if part.holds(history)]
    wanted = set(asked)
    waiting = list(asked)
    while waiting:
        for entry in histories[waiting.pop()].refers_to - wanted:
            if entry in histories:
                wanted.add(entry)
                waiting.append(entry)
    return Chosen(
        tuple(history for entry, history in histories.items() if entry in wanted), drawn_in=len(wanted) - len(asked)
    )


def authors_of(revisions: Iterable[Revision]) -> tuple[Person, ...]:
    """Return who made *revisions*, by office and name."""
    people = {revision.author for revision in revisions}
    return tuple(sorted(people, key=lambda person: (person.office, person.name, person.key)))


def offices_of(revisions: Iterable[Revision]) -> Mapping[str, int]:
    """Return the offices that entries are of, with how many; an entry may be of several."""
    found = Counter(office for history in histories_of(revisions) for office in history.offices)
    return dict(sorted(found.items()))


def _meets(wanted: frozenset[str] | None, found: Iterable[str]) -> bool:
    return wanted is None or not wanted.isdisjoint(found)
