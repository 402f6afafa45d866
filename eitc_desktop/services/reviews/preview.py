"""What taking in packages would bring: told before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.merging import Arrival, Intake, News, intake_of
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.reviewing.placing import Confidence, Placer
from eitc_desktop.services.reviews.carrying import Source, names_of, united
from eitc_desktop.services.reviews.choosing import authors_of
from eitc_desktop.store import ProvisionSummary
from eitc_desktop.store.reviews import Delivery
from eitc_desktop.store.reviews import Intake as Taken

NEWS: Mapping[News, Phrase] = {
    News.NEW: Phrase("Carrying", "新增"),
    News.NEWER: Phrase("Carrying", "有改动"),
    News.CONFLICT: Phrase("Carrying", "有改动"),
    News.SETTLED: Phrase("Carrying", "两稿已合"),
    News.HISTORY: Phrase("Carrying", "补历次修改"),
    News.KNOWN: Phrase("Carrying", "已有"),
}
"""What is said of an entry that comes in."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A provision that entries were made on, what it is called, and whether it is in this library."""

    digest: str
    name: str
    here: bool
    entries: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The provision that entries are placed on, its digest, and all provisions of the library it is of."""

    provision: Provision
    digest: str
    summaries: tuple[ProvisionSummary, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking in one file, or several together, would bring. Nothing has been written.

    ``placements`` tells by entry where it will stand on the provision shown; ``revisions`` counts those in the files.
    ``deliveries`` are the files, to be noted; ``earlier`` has for each of them when its content was taken in last, in
    UTC, ISO 8601 with Z, empty where it never was. ``provisions`` is what they call provisions.
    """

    paths: tuple[Path, ...]
    deliveries: tuple[Delivery, ...]
    earlier: tuple[str, ...]
    provisions: tuple[ProvisionNote, ...]
    authors: tuple[Person, ...]
    origins: tuple[Origin, ...]
    intake: Intake
    placements: Mapping[str, Confidence]
    revisions: int

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """Every entry that comes."""
        return self.intake.arrivals

    @property
    def fresh(self) -> tuple[Arrival, ...]:
        """The entries of which something wasn't known."""
        return tuple(arrival for arrival in self.arrivals if arrival.fresh)

    @property
    def new(self) -> int:
        """How many entries weren't known."""
        return len(self.intake.new)

    @property
    def newer(self) -> int:
        """How many entries were known, but not all of their states."""
        return len(self.fresh) - self.new

    @property
    def known(self) -> int:
        """How many entries bring nothing."""
        return len(self.intake.known)

    @property
    def drafts(self) -> int:
        """How many entries will have two drafts side by side (两稿并存), where that is news."""
        return len(self.intake.in_conflict)

    @property
    def withdrawn(self) -> int:
        """How many entries this withdraws."""
        return len(self.intake.withdrawn)

    @property
    def by_others(self) -> int:
        """How many entries somebody changed here that somebody else had made."""
        return len(self.intake.changed_by_others)

    @property
    def placed(self) -> Mapping[Confidence, int]:
        """How many of the entries that bring something will stand where, with which confidence."""
        found = Counter(self.placements[arrival.after.id] for arrival in self.fresh)
        return {confidence: found[confidence] for confidence in Confidence if found[confidence]}

    @property
    def unplaced(self) -> int:
        """How many of them find no place on the provision shown: they are kept, and can be attached by hand."""
        return self.placed.get(Confidence.NONE, 0)

    def is_lost(self, arrival: Arrival) -> bool:
        """Say whether an entry finds no place."""
        return self.placements[arrival.after.id] is Confidence.NONE

    def needs_a_look(self, arrival: Arrival) -> bool:
        """Say whether an entry that brings something has two drafts or no place."""
        return bool(arrival.fresh) and (arrival.after.in_conflict or self.is_lost(arrival))


def preview(sources: Sequence[Source], known: Iterable[Revision], shown: Shown) -> Preview:
    """Return what taking *sources* in together would bring to a review that has the *known* revisions."""
    return Previewer(known, shown).preview(sources)


class Previewer:
    """Tells what files would bring to one review, each by itself and several together."""

    def __init__(self, known: Iterable[Revision], shown: Shown, intakes: Iterable[Taken] = ()) -> None:
        """*intakes* are the packages that were taken in, oldest first."""
        self._known = tuple(known)
        self._ids = {revision.id for revision in self._known}
        self._taken = {taken.delivery.digest: taken.taken_at for taken in intakes}
        self._placer = Placer(shown.provision, shown.digest)
        self._summaries = {summary.sha256: summary for summary in shown.summaries}
        self._placements: dict[str, Confidence] = {}  # by the id of a state

    @collector_paused()
    def preview(self, sources: Sequence[Source]) -> Preview:
        """Return what taking *sources* in together would bring."""
        coming = united(sources)
        intake = intake_of(self._known, coming, None)
        return Preview(
            tuple(source.path for source in sources),
            tuple(self._deliveries(sources)),
            tuple(self._taken.get(source.digest, "") for source in sources),
            names_of(sources),
            authors_of(coming),
            self._origins(sources, intake),
            intake,
            {arrival.after.id: self._placed(arrival.after.current) for arrival in intake.arrivals},
            len(coming),
        )

    def _deliveries(self, sources: Sequence[Source]) -> Iterator[Delivery]:
        known = set(self._ids)
        for source in sources:
            ids = {revision.id for revision in source.revisions}
            yield Delivery(source.path.name, source.digest, len(ids), len(ids - known))
            known |= ids

    def _origins(self, sources: Sequence[Source], intake: Intake) -> tuple[Origin, ...]:
        named = {note.sha256: note.title or note.body for note in names_of(sources)}
        counts = Counter(arrival.after.anchor.provision for arrival in intake.arrivals)
        found: list[Origin] = []
        for digest, count in counts.most_common():
            here = self._summaries.get(digest)
            name = named.get(digest, "") if here is None else here.title or here.body
            found.append(Origin(digest, name, here is not None, count))
        return tuple(found)

    def _placed(self, state: Revision) -> Confidence:
        if state.id not in self._placements:
            self._placements[state.id] = self._placer.place(state.anchor).confidence
        return self._placements[state.id]
