"""What taking in packages would bring: told before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.placing import Confidence, Placer
from eitc_desktop.services.reviews.carrying import Source
from eitc_desktop.services.reviews.choosing import authors_of
from eitc_desktop.services.reviews.listing import History, histories_of
from eitc_desktop.store import ProvisionSummary


class Novelty(StrEnum):
    """What of an entry that arrives wasn't known."""

    NEW = "new"  # all of it
    NEWER = "newer"  # some of its states
    KNOWN = "known"  # nothing


NOVELTIES: Mapping[Novelty, Phrase] = {
    Novelty.NEW: Phrase("Carrying", "新增"),
    Novelty.NEWER: Phrase("Carrying", "有改动"),
    Novelty.KNOWN: Phrase("Carrying", "已有"),
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry of a package, as it will stand once the package is taken in.

    ``drafts``: it will have two versions side by side (两稿并存) because of this. ``withdrawn``: it will be withdrawn,
    and wasn't. ``by_others``: somebody changed here what somebody else had made. ``placement``: where it will stand on
    the provision shown.
    """

    history: History
    novelty: Novelty
    drafts: bool
    withdrawn: bool
    by_others: bool
    placement: Confidence


@dataclass(frozen=True, slots=True)
class Origin:
    """A provision that entries were made on: by the SHA-256 of its text, its body where this library has it."""

    digest: str
    body: str | None
    entries: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking in one file, or several together, would bring. Nothing has been written."""

    paths: tuple[Path, ...]
    authors: tuple[Person, ...]
    origins: tuple[Origin, ...]
    arrivals: tuple[Arrival, ...]
    revisions: int  # in the files
    fresh: int  # of them, how many weren't known

    def count(self, novelty: Novelty) -> int:
        """How many entries are of this novelty."""
        return sum(arrival.novelty is novelty for arrival in self.arrivals)

    @property
    def news(self) -> tuple[Arrival, ...]:
        """The entries of which something wasn't known."""
        return tuple(arrival for arrival in self.arrivals if arrival.novelty is not Novelty.KNOWN)

    @property
    def drafts(self) -> int:
        """How many entries will have two versions side by side because of this."""
        return sum(arrival.drafts for arrival in self.arrivals)

    @property
    def withdrawn(self) -> int:
        """How many entries this withdraws."""
        return sum(arrival.withdrawn for arrival in self.arrivals)

    @property
    def by_others(self) -> int:
        """How many entries somebody changed here that somebody else had made."""
        return sum(arrival.by_others for arrival in self.arrivals)

    @property
    def placed(self) -> Mapping[Confidence, int]:
        """How many of the entries that bring something new will stand where, with which confidence."""
        found = Counter(arrival.placement for arrival in self.news)
        return {confidence: found[confidence] for confidence in Confidence if found[confidence]}

    @property
    def unplaced(self) -> int:
        """How many of them find no place on the provision shown: they are kept, and can be attached by hand."""
        return self.placed.get(Confidence.NONE, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """The provision that entries are placed on, its digest, and all provisions of the library it is of."""

    provision: Provision
    digest: str
    summaries: tuple[ProvisionSummary, ...]


def preview(sources: Sequence[Source], known: Iterable[Revision], shown: Shown) -> Preview:
    """Return what taking in *sources* together would bring to a review that has the *known* revisions."""
    return Previewer(known, shown).preview(sources)


class Previewer:
    """Tells what files would bring to one review, each by itself and several together."""

    def __init__(self, known: Iterable[Revision], shown: Shown) -> None:
        self._known = {revision.id: revision for revision in known}
        self._entries = {history.entry: history for history in histories_of(self._known.values())}
        self._placer = Placer(shown.provision, shown.digest)
        self._bodies = {summary.sha256: summary.body for summary in shown.summaries}
        self._placements: dict[str, Confidence] = {}  # by the id of a head

    def preview(self, sources: Sequence[Source]) -> Preview:
        """Return what taking in *sources* together would bring."""
        arrived = {revision.id: revision for source in sources for revision in source.revisions}
        fresh = {id_: revision for id_, revision in arrived.items() if id_ not in self._known}
        concerned = {revision.entry for revision in arrived.values()}
        before = [state for entry in concerned if (held := self._entries.get(entry)) for state in held.states]
        after = histories_of((*before, *fresh.values()))
        origins = Counter(history.current.anchor.provision for history in after)
        return Preview(
            tuple(source.path for source in sources),
            authors_of(arrived.values()),
            tuple(Origin(digest, self._bodies.get(digest), count) for digest, count in origins.most_common()),
            tuple(self._arrival(history, fresh) for history in after),
            len(arrived),
            len(fresh),
        )

    def _arrival(self, history: History, fresh: Mapping[str, Revision]) -> Arrival:
        before = self._entries.get(history.entry)
        brought = [state for state in history.states if state.id in fresh]
        newer = Novelty.NEW if before is None else Novelty.NEWER
        return Arrival(
            history,
            newer if brought else Novelty.KNOWN,
            drafts=bool(brought) and history.in_conflict,
            withdrawn=history.withdrawn and (before is None or not before.withdrawn),
            by_others=any(state.author.key != history.maker.key for state in brought),
            placement=self._placed(history.current),
        )

    def _placed(self, head: Revision) -> Confidence:
        if head.id not in self._placements:
            self._placements[head.id] = self._placer.place(head.anchor).confidence
        return self._placements[head.id]
