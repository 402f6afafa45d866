"""Merging reviews: sets of revisions are united, and what that brings is told before it is done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from eitc_desktop.errors import EitcError
from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.placing import NOWHERE
from eitc_desktop.reviewing.review import Entry, entries_of


class CannotMerge(EitcError):
    """Two revisions have one id and differ, which nobody's program makes."""


class News(StrEnum):
    """What merging does to an entry."""

    NEW = "new"  # it wasn't known
    NEWER = "newer"  # it has a newer state
    CONFLICT = "conflict"  # two states stand side by side afterwards (两稿并存), and didn't before, or others did
    SETTLED = "settled"  # two states stood side by side, and one came that replaces both
    HISTORY = "history"  # only states come that were replaced long since
    KNOWN = "known"  # all its states were known


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry that came in, as it is after merging; ``before`` is how it was, None where it wasn't known.

    ``placement`` of either isn't found here. ``fresh`` are the states that are new, in the order of their making.
    ``by_others`` are those of them that somebody made of an entry that somebody else had made;
    ``withdrawn_now``: it was in force, or not known, and is withdrawn afterwards. ``mine``: the entry is the reader's.
    """

    news: News
    after: Entry
    before: Entry | None
    fresh: tuple[Revision, ...]
    by_others: tuple[Revision, ...]
    withdrawn_now: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """What merging would bring: plain data for a preview.

    ``arrivals`` has every entry that came in, known ones too, in the order of their making; ``fresh`` every revision
    that is new. ``by_author`` and ``by_provision`` count the new revisions.
    """

    arrivals: tuple[Arrival, ...]
    fresh: tuple[Revision, ...]
    by_author: Mapping[Person, int]
    by_provision: Mapping[str, int]

    def of(self, *news: News) -> tuple[Arrival, ...]:
        """Return the arrivals of which merging makes any of *news*."""
        return tuple(arrival for arrival in self.arrivals if arrival.news in news)

    @property
    def new(self) -> tuple[Arrival, ...]:
        return self.of(News.NEW)

    @property
    def newer(self) -> tuple[Arrival, ...]:
        """Entries that get a newer state, two drafts made one included."""
        return self.of(News.NEWER, News.SETTLED)

    @property
    def in_conflict(self) -> tuple[Arrival, ...]:
        """Entries of which two states stand side by side afterwards, new ones included, where that is news."""
        return tuple(one for one in self.arrivals if one.fresh and one.after.in_conflict)

    @property
    def withdrawn(self) -> tuple[Arrival, ...]:
        """Entries that are withdrawn by what comes."""
        return tuple(arrival for arrival in self.arrivals if arrival.withdrawn_now)

    @property
    def changed_by_others(self) -> tuple[Arrival, ...]:
        """Entries of one person that another person has changed, or withdrawn."""
        return tuple(arrival for arrival in self.arrivals if arrival.by_others)

    @property
    def known(self) -> tuple[Arrival, ...]:
        """Entries of which nothing is new."""
        return self.of(News.KNOWN)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not self.fresh


@collector_paused()
def merged(*reviews: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the union of all *reviews*, in the order of their making: whatever the order they came in, the same.

    Raises:
        CannotMerge: if two revisions of one id differ.
    """
    united: dict[str, Revision] = {}
    for review in reviews:
        for revision in review:
            known = united.setdefault(revision.id, revision)
            if known is not revision and known != revision:
                raise CannotMerge(Phrase("Review", "两份审阅中有编号相同而内容不同的条目，不能合并"))
    return tuple(sorted(united.values(), key=_when))


@collector_paused()
def intake_of(known: Iterable[Revision], incoming: Iterable[Revision], me_key: str | None) -> Intake:
    """Return what taking *incoming* in would bring to who has *known*; *me_key* is the reader's ``Person.key``.

    Raises:
        CannotMerge: if two revisions of one id differ.
    """
    had: dict[str, list[Revision]] = defaultdict(list)
    ids: dict[str, Revision] = {}
    for revision in known:
        if ids.setdefault(revision.id, revision) is revision:
            had[revision.entry].append(revision)
    coming: dict[str, Revision] = {}
    for revision in incoming:
        first = ids.get(revision.id) or coming.setdefault(revision.id, revision)
        if first is not revision and first != revision:
            raise CannotMerge(Phrase("Review", "两份审阅中有编号相同而内容不同的条目，不能合并"))
        coming[revision.id] = first
    touched = {revision.entry for revision in coming.values()}
    before = {entry.id: entry for entry in _entries(one for entry in touched for one in had.get(entry, ()))}
    together = merged((one for entry in touched for one in had.get(entry, ())), coming.values())
    arrivals = tuple(_arrival(after, before.get(after.id), ids, me_key) for after in _entries(together))
    fresh = tuple(sorted((one for one in coming.values() if one.id not in ids), key=_when))
    return Intake(
        arrivals,
        fresh,
        MappingProxyType(Counter(revision.author for revision in fresh)),
        MappingProxyType(Counter(revision.anchor.provision for revision in fresh)),
    )


def _entries(revisions: Iterable[Revision]) -> tuple[Entry, ...]:
    return tuple(Entry(id_, heads, history, NOWHERE) for id_, heads, history in entries_of(revisions))


def _arrival(after: Entry, before: Entry | None, known: Mapping[str, Revision], me_key: str | None) -> Arrival:
    fresh = tuple(one for one in after.history if one.id not in known)
    return Arrival(
        _news(after, before, fresh),
        after,
        before,
        fresh,
        tuple(one for one in fresh if one.author.key != after.author.key),
        bool(fresh) and after.withdrawn and (before is None or not before.withdrawn),
        after.author.key == me_key,
    )


def _news(after: Entry, before: Entry | None, fresh: tuple[Revision, ...]) -> News:
    if before is None:
        return News.NEW
    if not fresh:
        return News.KNOWN
    if after.heads == before.heads:
        return News.HISTORY
    if after.in_conflict:
        return News.CONFLICT
    return News.SETTLED if before.in_conflict else News.NEWER


def _when(revision: Revision) -> tuple[str, str, str]:
    return revision.made_at, revision.entry, revision.id
