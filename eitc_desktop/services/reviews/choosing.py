"""Which entries of a review are handed on: whole entries with all their states, and what they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.annotations import kind_of
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import entries_in, is_allocation, kinds_among, offices_of, referred_by


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

    def holds(self, entry: Entry) -> bool:
        """Say whether an entry is meant."""
        return (
            _meets(self.authors, {state.author.key for state in entry.history})
            and _meets(self.offices, offices_of(entry))
            and _meets(self.kinds, {kind_of(entry.content)})
            and _meets(self.provisions, {state.anchor.provision for state in entry.history})
        )


EVERYTHING = Part()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries of a part, and those that were not asked for but are spoken of by them (``drawn_in``)."""

    entries: tuple[Entry, ...]
    drawn_in: int = 0

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All states of the entries."""
        return tuple(state for entry in self.entries for state in entry.history)

    @property
    def kinds(self) -> Mapping[Phrase, int]:
        """How many entries there are of each kind, the most frequent first."""
        return kinds_among(self.entries)

    @property
    def withdrawn(self) -> int:
        """How many of them were withdrawn: that is handed on too."""
        return sum(entry.withdrawn for entry in self.entries)

    @property
    def in_conflict(self) -> int:
        """How many of them have two versions side by side (两稿并存)."""
        return sum(entry.in_conflict for entry in self.entries)

    @property
    def holds_allocations(self) -> bool:
        """Whether posts that somebody tried out how to allocate go along."""
        return any(is_allocation(entry) for entry in self.entries)

    @property
    def authors(self) -> tuple[Person, ...]:
        """Who made any of the states, by office and name."""
        return authors_of(self.revisions)


def chosen_of(revisions: Iterable[Revision], part: Part = EVERYTHING) -> Chosen:
    """Return the entries of *part* that *revisions* make, as :func:`chosen_among` does."""
    return chosen_among(entries_in(revisions), part)


def chosen_among(entries: Iterable[Entry], part: Part = EVERYTHING) -> Chosen:
    """Return those of *entries* in *part*, and with them those that they answer, handle or are numbers of."""
    if part == EVERYTHING:
        return Chosen(tuple(entries))
    known = {entry.id: entry for entry in entries}
    asked = [id_ for id_, entry in known.items() if part.holds(entry)]
    wanted = set(asked)
    waiting = list(asked)
    while waiting:
        for id_ in referred_by(known[waiting.pop()]) - wanted:
            if id_ in known:
                wanted.add(id_)
                waiting.append(id_)
    return Chosen(tuple(entry for id_, entry in known.items() if id_ in wanted), drawn_in=len(wanted) - len(asked))


def authors_of(revisions: Iterable[Revision]) -> tuple[Person, ...]:
    """Return who made *revisions*, by office and name."""
    people = {revision.author for revision in revisions}
    return tuple(sorted(people, key=lambda person: (person.office, person.name, person.key)))


def offices_among(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Return the offices that entries are of, with how many; an entry may be of several."""
    found = Counter(office for entry in entries for office in offices_of(entry))
    return dict(sorted(found.items()))


def _meets(wanted: frozenset[str] | None, found: Iterable[str]) -> bool:
    return wanted is None or not wanted.isdisjoint(found)
