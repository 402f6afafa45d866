"""The review as it stands: entries made of their revisions, each at its place in one provision."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from types import MappingProxyType

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    Revision,
    Scenario,
    UnitName,
    Verdict,
)
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.placing import Confidence, Placement, Placer

_FEW = 100
"""Entries that are put in their places one by one; more of them are sorted with all others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """All states of one entry: ``history`` oldest first, ``heads`` those that none replaces, newest last."""

    id: str
    heads: tuple[Revision, ...]
    history: tuple[Revision, ...]
    placement: Placement

    @property
    def current(self) -> Revision:
        """The newest state; where two were made at once (两稿并存) it is one of several ``heads``."""
        return self.heads[-1]

    @property
    def content(self) -> Content:
        return self.current.content

    @property
    def anchor(self) -> Anchor:
        return self.current.anchor

    @property
    def author(self) -> Person:
        """Who made the entry first."""
        return self.history[0].author

    @property
    def made_at(self) -> str:
        return self.history[0].made_at

    @property
    def changed_at(self) -> str:
        return self.current.made_at

    @property
    def withdrawn(self) -> bool:
        """Whether every head of it is withdrawn."""
        if len(self.heads) == 1:  # as nearly always: thousands of entries are asked
            return self.heads[0].withdrawn
        return all(head.withdrawn for head in self.heads)

    @property
    def in_conflict(self) -> bool:
        """Whether it was changed in two places without one knowing of the other, and differently (两稿并存)."""
        if len(self.heads) == 1:
            return False
        first = self.heads[0]
        return any(not _same(head, first) for head in self.heads[1:])

    def origin(self, state: Revision) -> Revision:
        """Return the oldest state that says what *state* does: what undoing brought back is still its author's."""
        return next((one for one in self.history if _same(one, state)), state)


def _same(one: Revision, other: Revision) -> bool:
    return (one.content, one.anchor, one.withdrawn) == (other.content, other.anchor, other.withdrawn)


def entries_of(revisions: Iterable[Revision]) -> tuple[tuple[str, tuple[Revision, ...], tuple[Revision, ...]], ...]:
    """Return (entry id, heads, history) of each entry that *revisions* make, in the order of their making.

    It depends on the set of revisions alone, not on their order.
    """
    return tuple(sorted(_grouped(revisions), key=lambda one: _when(one[2][0])))


def _grouped(revisions: Iterable[Revision]) -> list[tuple[str, tuple[Revision, ...], tuple[Revision, ...]]]:
    first: dict[str, Revision] = {}
    several: dict[str, dict[str, Revision]] = {}  # most entries have one state, and need no dictionary for it
    for revision in revisions:
        known = first.setdefault(revision.entry, revision)
        if known.id != revision.id:
            several.setdefault(revision.entry, {known.id: known})[revision.id] = revision
    found: list[tuple[str, tuple[Revision, ...], tuple[Revision, ...]]] = []
    for entry, one in first.items():
        if entry not in several:
            alone = (one,)
            found.append((entry, alone, alone))
    for entry, states in several.items():
        replaced = {one for state in states.values() for one in state.replaces}
        heads = sorted((state for id_, state in states.items() if id_ not in replaced), key=_when)
        found.append((entry, tuple(heads), _history(states)))
    return found


def _when(revision: Revision) -> tuple[str, str]:
    return revision.made_at, revision.id


def _history(states: Mapping[str, Revision]) -> tuple[Revision, ...]:
    """Return the states so that none stands before one that it replaces, whatever the clocks said."""
    waiting = {id_: sum(one in states for one in state.replaces) for id_, state in states.items()}
    followers: dict[str, list[str]] = defaultdict(list)
    for id_, state in states.items():
        for one in state.replaces:
            followers[one].append(id_)
    ready = sorted((states[id_] for id_, count in waiting.items() if not count), key=_when)
    ordered: list[Revision] = []
    while ready:
        state = ready.pop(0)
        ordered.append(state)
        fresh: list[Revision] = []
        for id_ in followers[state.id]:
            waiting[id_] -= 1
            if not waiting[id_]:
                fresh.append(states[id_])
        if fresh:
            ready = sorted([*ready, *fresh], key=_when)
    return tuple(ordered)


@dataclass(frozen=True)
class Review:
    """Every entry known, as it stands on one provision; ``entries`` in the order of the text, then of their making.

    ``units`` are the provision's divisions and hosted offices by name. ``versions`` is what papers call texts by their
    digests, as far as that is known.
    """

    digest: str
    entries: tuple[Entry, ...]
    units: Mapping[str, FactRef] = field(default_factory=dict[str, FactRef])
    versions: Mapping[str, str] = field(default_factory=dict[str, str])

    def entry(self, id_: str) -> Entry | None:
        """Return the entry of this id, withdrawn ones included."""
        return self._by_id.get(id_)

    def replies_to(self, id_: str) -> tuple[Entry, ...]:
        """Return the answers to an entry, oldest first."""
        return tuple(sorted(self._replies.get(id_, ()), key=lambda entry: entry.made_at))

    def handling_of(self, id_: str) -> Entry | None:
        """Return what became of an opinion; None while nothing is entered."""
        return self.handlings.get(id_)

    def on(self, ref: FactRef) -> tuple[Entry, ...]:
        """Return the opinions on a fact."""
        return self.opinions_on.get(ref, ())

    def verdicts_on(self, item: FactRef, unit: FactRef | None) -> tuple[Entry, ...]:
        """Return the verdicts on a duty item corresponding to *unit*; None: on its corresponding to none."""
        return tuple(
            entry
            for entry in self.verdicts_of_item(item)
            if isinstance(entry.content, Verdict) and self._unit_or_none(entry.content.unit) == (unit is not None, unit)
        )

    def verdicts_of_item(self, item: FactRef) -> tuple[Entry, ...]:
        """Return all verdicts on a duty item."""
        return self._verdicts.get(item, ())

    def allotments(self, scenario: str) -> Mapping[tuple[AllotmentRow, AllotmentColumn], Entry]:
        """Return the cells of a scenario that were ever filled."""
        return self._allotments.get(scenario, MappingProxyType({}))

    def unit_ref(self, unit: UnitName) -> FactRef | None:
        """Return where the provision has this unit, known by its name; None where it has none of that name."""
        return self.units.get(unit.name)

    def exchanged(self, gone: Sequence[Entry], come: Sequence[Entry]) -> Review:
        """Return the review with the entries *come* instead of *gone*; of few, what is known of all others is kept."""
        if len(come) > _FEW:
            without = {entry.id for entry in gone}
            entries = chain((entry for entry in self.entries if entry.id not in without), come)
            return Review(self.digest, tuple(sorted(entries, key=_place_in_text)), self.units)
        other = Review(self.digest, _exchanged(self.entries, gone, come), self.units)
        by_kind = dict(self._by_kind)
        for kind in {type(entry.content) for entry in (*gone, *come)}:
            fresh = [entry for entry in come if type(entry.content) is kind and not entry.withdrawn]
            by_kind[kind] = _exchanged(by_kind.get(kind, ()), gone, fresh)
        other.__dict__.update(  # where cached properties lie
            live=_exchanged(self.live, gone, [entry for entry in come if not entry.withdrawn]),
            conflicts=_exchanged(self.conflicts, gone, [entry for entry in come if entry.in_conflict]),
            _by_kind=by_kind,
            _by_id=self._by_id | {entry.id: entry for entry in come},
        )
        return other

    def index(self, entry: Entry) -> int:
        """Return which of the entries *entry* is, which must be one of them."""
        return bisect_left(self.entries, _place_in_text(entry), key=_place_in_text)

    @cached_property
    def live(self) -> tuple[Entry, ...]:
        """Entries that aren't withdrawn."""
        return tuple(entry for entry in self.entries if not entry.withdrawn)

    @cached_property
    def opinions(self) -> tuple[Entry, ...]:
        return self._live_of(Opinion)

    @cached_property
    def no_opinions(self) -> tuple[Entry, ...]:
        return self._live_of(NoOpinion)

    @cached_property
    def verdicts(self) -> tuple[Entry, ...]:
        return self._live_of(Verdict)

    @cached_property
    def asked(self) -> tuple[Entry, ...]:
        """Offices that were asked, in the order of their entering."""
        return tuple(sorted(self._live_of(AskedOffice), key=lambda entry: (entry.made_at, entry.id)))

    @cached_property
    def scenarios(self) -> tuple[Entry, ...]:
        return tuple(sorted(self._live_of(Scenario), key=lambda entry: (entry.made_at, entry.id)))

    @cached_property
    def unplaced(self) -> tuple[Entry, ...]:
        """Entries in force for whose place no place was found in this provision."""
        return tuple(entry for entry in self.live if entry.placement.confidence is Confidence.NONE)

    @cached_property
    def conflicts(self) -> tuple[Entry, ...]:
        """Entries of which two states stand side by side (两稿并存)."""
        return tuple(entry for entry in self.entries if entry.in_conflict)

    @cached_property
    def handlings(self) -> Mapping[str, Entry]:
        """What became of opinions, by the opinions' ids."""
        found = self._live_of(Handling)
        return {entry.content.of: entry for entry in found if isinstance(entry.content, Handling)}

    @cached_property
    def opinions_on(self) -> Mapping[FactRef, tuple[Entry, ...]]:
        """The opinions on facts, by the fact."""
        return _by_place(self.opinions)

    def _live_of(self, kind: type[Content]) -> tuple[Entry, ...]:
        return self._by_kind.get(kind, ())

    def _unit_or_none(self, unit: UnitName | None) -> tuple[bool, FactRef | None]:
        """Return whether a unit is meant at all, and where it is: a unit that is gone isn't the same as none."""
        return (False, None) if unit is None else (True, self.unit_ref(unit))

    @cached_property
    def _by_kind(self) -> dict[type[Content], tuple[Entry, ...]]:
        """The entries in force by what they are, all told apart in one go."""
        found: dict[type[Content], list[Entry]] = defaultdict(list)
        for entry in self.live:
            found[type(entry.heads[-1].content)].append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _replies(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._live_of(Reply):
            if isinstance(entry.content, Reply):
                found[entry.content.to].append(entry)
        return found

    @cached_property
    def _verdicts(self) -> dict[FactRef, tuple[Entry, ...]]:
        return _by_place(self.verdicts)

    @cached_property
    def _allotments(self) -> dict[str, Mapping[tuple[AllotmentRow, AllotmentColumn], Entry]]:
        found: dict[str, dict[tuple[AllotmentRow, AllotmentColumn], Entry]] = defaultdict(dict)
        for entry in self._live_of(Allotment):
            content = entry.content
            if isinstance(content, Allotment):
                found[content.scenario][content.row, content.column] = entry
        return {scenario: MappingProxyType(cells) for scenario, cells in found.items()}


NOTHING_REVIEWED = Review("", ())


def review_of(revisions: Iterable[Revision], provision: Provision, digest: str) -> Review:
    """Return the review that *revisions* make, with each entry at its place in *provision*, whose text has *digest*."""
    return GrowingReview(provision, digest).grown(revisions)


class GrowingReview:
    """The review on *provision*, whose text has *digest*, as ever more revisions are known.

    Entries of which nothing comes stay the very same objects: whoever keeps what it made of an entry need not make it
    anew. What comes of it is what ``review_of`` all revisions is.
    """

    def __init__(self, provision: Provision, digest: str) -> None:
        self._placer = Placer(provision, digest)
        self._seen: set[str] = set()
        self._review = Review(digest, (), units_by_name(provision))

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self._review

    @collector_paused()
    def grown(self, revisions: Iterable[Revision]) -> Review:
        """Return the review with *revisions*, of which any number may be known already."""
        fresh = [revision for revision in revisions if revision.id not in self._seen]
        if not fresh:
            return self._review
        self._seen.update(revision.id for revision in fresh)
        touched = {revision.entry for revision in fresh}
        gone = [known for id_ in touched if (known := self._review.entry(id_)) is not None]
        come = [
            Entry(id_, heads, history, self._placer.place(heads[-1].anchor))
            for id_, heads, history in _grouped(chain(fresh, *(entry.history for entry in gone)))
        ]
        self._review = self._review.exchanged(gone, come)
        return self._review


def units_by_name(provision: Provision) -> dict[str, FactRef]:
    """Return where each division and hosted office is, by the name that a ``UnitName`` has."""
    named = [(FactRef(FactKind.HOSTED_OFFICE, i), one.name.text) for i, one in enumerate(provision.hosted_offices)]
    named += [(FactRef(FactKind.DIVISION, i), one.name.text) for i, one in enumerate(provision.divisions)]
    return {clean_line(name): ref for ref, name in named}


def _place_in_text(entry: Entry) -> tuple[int, int, str, str]:
    span = entry.placement.span
    return (1, 0, entry.made_at, entry.id) if span is None else (0, span.start, entry.made_at, entry.id)


def _exchanged(entries: Iterable[Entry], gone: Iterable[Entry], come: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return *entries*, which are in the order of the text, with *come* instead of those of *gone* that are there."""
    found = list(entries)
    for entry in gone:
        at = bisect_left(found, _place_in_text(entry), key=_place_in_text)
        if at < len(found) and found[at] is entry:
            del found[at]
    for entry in come:
        insort(found, entry, key=_place_in_text)
    return tuple(found)


def _by_place(entries: Iterable[Entry]) -> dict[FactRef, tuple[Entry, ...]]:
    found: dict[FactRef, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.placement.ref is not None:
            found[entry.placement.ref].append(entry)
    return {ref: tuple(some) for ref, some in found.items()}
