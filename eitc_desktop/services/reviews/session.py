"""One open review file, and the one way by which entries get into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from eitc_desktop.model.review import Anchor, Content, Person, Revision
from eitc_desktop.reviewing.annotations import annotation_of, new_entry_id, revision_of, seal
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.contents import cleaned, cleaned_person
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.store.reviews import Delivery, ReviewFile


@dataclass(frozen=True, slots=True)
class Change:
    """What an entry is to be from now on."""

    entry: str
    anchor: Anchor
    content: Content
    withdrawn: bool = False


def added(anchor: Anchor, content: Content, entry: str | None = None) -> Change:
    """Return the change that makes a new entry; *entry* is its id where it follows from what it is about."""
    return Change(entry or new_entry_id(), anchor, content)


def edited(entry: Entry, content: Content) -> Change:
    """Return the change that gives *entry* this content; of two drafts side by side both are replaced."""
    return Change(entry.id, entry.anchor, content)


def withdrawn(entry: Entry) -> Change:
    """Return the change that withdraws *entry*, which stays in the history."""
    return Change(entry.id, entry.anchor, entry.content, withdrawn=True)


def moved(entry: Entry, anchor: Anchor) -> Change:
    """Return the change that attaches *entry* to another place."""
    return Change(entry.id, anchor, entry.content)


_TICK, _SHORTLY = timedelta(microseconds=1), timedelta(seconds=1)


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


class ReviewSession:
    """Knows every revision in the file; what it says was recorded is on disk."""

    def __init__(self, file: ReviewFile, clock: Callable[[], datetime] = now) -> None:
        self._file = file
        self._clock = clock
        self._last = datetime.min.replace(tzinfo=UTC)
        self._known: dict[str, Revision] = {}
        self._states: dict[str, list[str]] = {}
        self._replaced: set[tuple[str, str]] = set()  # with the entry: a state replaces none of another entry
        self._note(self._file.revisions())

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = now) -> ReviewSession:
        """Open the review file at *path*, which is made if need be.

        Raises:
            EitcError: if it cannot be used; the message says why and what to do.
        """
        return cls(ReviewFile.open(path), clock)

    @property
    def file(self) -> ReviewFile:
        """The file itself, to copy and back up."""
        return self._file

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Every revision known, in no order that means anything."""
        return tuple(self._known.values())

    def heads(self, entry: str) -> tuple[Revision, ...]:
        """Return the states of an entry that none replaces; nothing for an entry that isn't known."""
        return tuple(self._known[one] for one in self._states.get(entry, ()) if (entry, one) not in self._replaced)

    def record(self, changes: Sequence[Change], author: Person) -> tuple[Revision, ...]:
        """Write *changes* down and return the revisions they became; what changes nothing becomes none.

        Several changes of one entry make drafts of it that stand side by side (两稿并存).

        Raises:
            EitcError: if they can't be written; then none of them is.
        """
        person = cleaned_person(author)
        made: list[Revision] = []
        drafts = Counter(change.entry for change in changes)
        for change in changes:
            heads, content = self.heads(change.entry), cleaned(change.content)
            wanted = (content, change.anchor, change.withdrawn)
            stands = len(heads) == 1 and (heads[0].content, heads[0].anchor, heads[0].withdrawn) == wanted
            if stands and drafts[change.entry] == 1:
                continue
            replaced = tuple(head.id for head in heads)
            made.append(
                seal(change.entry, replaced, person, self._moment(), change.anchor, content, withdrawn=change.withdrawn)
            )
        for revision in made:
            revision_of(annotation_of(revision))  # what couldn't be read again must not be written
        if made:
            self._file.add(made)
            self._note(made)
        return tuple(made)

    def take_in(
        self, revisions: Sequence[Revision], deliveries: Sequence[Delivery] = (), notes: Sequence[ProvisionNote] = ()
    ) -> int:
        """Write revisions made elsewhere down, and return how many of them were new: all of them are, or none.

        They came in the packages *deliveries*, which are noted, and so is what these call provisions.

        Raises:
            EitcError: if they can't be written.
        """
        fresh = [one for one in revisions if one.id not in self._known]
        if fresh:
            self._file.take_in(fresh, deliveries, notes)
            self._note(fresh)
        return len(fresh)

    def refresh(self) -> bool:
        """Take note of what another window has written meanwhile, and say whether there was anything.

        Raises:
            EitcError: if the file can't be read any more.
        """
        if not self._file.changed_elsewhere():
            return False
        before = len(self._known)
        self._note(self._file.revisions())
        return len(self._known) != before

    def expect(self, revisions: Iterable[Revision]) -> None:
        """Take *revisions*, which were just written into the file beside this, for what :meth:`refresh` finds there."""
        self._file.expect(revisions)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _moment(self) -> str:
        """Return this moment as revisions have it, after the one before: what is entered at once keeps its order."""
        now_, least = self._clock(), self._last + _TICK
        self._last = least if now_ < least < now_ + _SHORTLY else now_  # not so where the clock was put back
        return self._last.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    @collector_paused()
    def _note(self, revisions: Iterable[Revision]) -> None:
        for revision in revisions:
            if revision.id not in self._known:
                self._known[revision.id] = revision
                self._states.setdefault(revision.entry, []).append(revision.id)
                self._replaced.update((revision.entry, one) for one in revision.replaces)


def back_up_if_due(path: Path, today: date, *, hourly: bool) -> None:
    """Make the daily backup of the review file at *path*, or the *hourly* one, beside whoever has it open.

    Raises:
        EitcError: if it can't be made; the review itself is as it was.
    """
    with ReviewFile.open(path, create=False) as file:
        file.back_up_if_due(today, hourly=hourly)
