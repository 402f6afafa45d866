"""Entries of a review in plain lines, whichever provision they were made on: for lists, exports and previews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush
from types import MappingProxyType

from eitc_desktop.model.review import (
    Allotment,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    Revision,
    Scenario,
    Verdict,
)
from eitc_desktop.phrases import Phrase, Sentence
from eitc_desktop.services.reviews.words import ADOPTIONS, ROWS, STANCES

Words = str | Phrase | Sentence
"""What a reviewer typed, or words of the program's that a window may say in another language."""


class EntryKind(StrEnum):
    """What sort of thing an entry is."""

    OPINION = "opinion"
    NO_OPINION = "no-opinion"
    REPLY = "reply"
    HANDLING = "handling"
    VERDICT = "verdict"
    SCENARIO = "scenario"
    ALLOTMENT = "allotment"
    ASKED = "asked"


KINDS: Mapping[EntryKind, Phrase] = MappingProxyType(
    {
        EntryKind.OPINION: Phrase("EntryKind", "意见"),
        EntryKind.NO_OPINION: Phrase("EntryKind", "无意见"),
        EntryKind.REPLY: Phrase("EntryKind", "答复"),
        EntryKind.HANDLING: Phrase("EntryKind", "采纳情况"),
        EntryKind.VERDICT: Phrase("EntryKind", "对应核对"),
        EntryKind.SCENARIO: Phrase("EntryKind", "编制分配方案"),
        EntryKind.ALLOTMENT: Phrase("EntryKind", "分配数"),
        EntryKind.ASKED: Phrase("EntryKind", "征求意见单位"),
    }
)

ALLOCATIONS = frozenset({EntryKind.SCENARIO, EntryKind.ALLOTMENT})
"""What is tried out by reviewers and never stated: who hands it on is warned."""


@dataclass(frozen=True, slots=True)
class History:
    """One entry with all its states, oldest first; ``heads`` are those that nothing replaces, newest first."""

    entry: str
    states: tuple[Revision, ...]
    heads: tuple[Revision, ...]

    @property
    def current(self) -> Revision:
        """The newest head."""
        return self.heads[0]

    @property
    def maker(self) -> Person:
        """Who entered it first."""
        return self.states[0].author

    @property
    def withdrawn(self) -> bool:
        """Whether it was withdrawn and nobody wrote it anew meanwhile."""
        return all(head.withdrawn for head in self.heads)

    @property
    def in_conflict(self) -> bool:
        """Whether two people made different things of it (两稿并存)."""
        return len({(head.content, head.withdrawn, head.anchor) for head in self.heads}) > 1

    @property
    def kind(self) -> EntryKind:
        """What sort of thing it is."""
        return kind_of(self.current.content)

    @property
    def offices(self) -> frozenset[str]:
        """The offices it is of: those of its authors, and the one whose opinion it is (代录)."""
        named = (state.content.office for state in self.states if isinstance(state.content, Opinion | NoOpinion))
        return frozenset({state.author.office for state in self.states} | set(named)) - {""}

    @property
    def refers_to(self) -> frozenset[str]:
        """The entries without which it says nothing: what it answers, handles or is a number of."""
        return frozenset(filter(None, (_referred(state.content) for state in self.states)))


def histories_of(revisions: Iterable[Revision]) -> tuple[History, ...]:
    """Return the entries that *revisions* are states of, in the order in which they were first made."""
    by_entry: defaultdict[str, list[Revision]] = defaultdict(list)
    for revision in sorted(set(revisions), key=_age):
        by_entry[revision.entry].append(revision)
    found: list[History] = []
    for entry, states in by_entry.items():
        ordered = _causal(states)
        replaced = {each for state in states for each in state.replaces}
        heads = [state for state in ordered if state.id not in replaced]
        found.append(History(entry, tuple(ordered), tuple(reversed(heads or ordered[-1:]))))
    return tuple(found)


def kind_of(content: Content) -> EntryKind:
    """Return what sort of thing *content* is."""
    match content:
        case Opinion():
            return EntryKind.OPINION
        case NoOpinion():
            return EntryKind.NO_OPINION
        case Reply():
            return EntryKind.REPLY
        case Handling():
            return EntryKind.HANDLING
        case Verdict():
            return EntryKind.VERDICT
        case Scenario():
            return EntryKind.SCENARIO
        case Allotment():
            return EntryKind.ALLOTMENT
        case AskedOffice():
            return EntryKind.ASKED


def said_of(content: Content) -> Words:
    """Return in one line what *content* says."""
    match content:
        case Opinion(text="", proposed=proposed) if proposed:
            return Sentence(Phrase("EntryWords", "建议修改为：{0}"), (_line(proposed),))
        case Opinion(text=text, reason=reason):
            return _line(text or reason)
        case NoOpinion(office=office, note=note):
            return Sentence(Phrase("EntryWords", "{0}：无意见"), (office,)) if not note else f"{office}：{_line(note)}"
        case Reply(text=text):
            return _line(text) if text else Phrase("EntryWords", "无意见")
        case Handling(adoption=adoption, explanation=explanation):
            word = ADOPTIONS[adoption]
            return Sentence(Phrase("EntryWords", "{0}：{1}"), (word, _line(explanation))) if explanation else word
        case Verdict():
            return _said_of_verdict(content)
        case Scenario(name=name):
            return _line(name)
        case Allotment():
            return _said_of_allotment(content)
        case AskedOffice(name=name):
            return _line(name)


def _said_of_verdict(verdict: Verdict) -> Sentence:
    unit = Phrase("EntryWords", "未对应") if verdict.unit is None else verdict.unit.name
    stance = STANCES[verdict.stance]
    if verdict.proposed is not None:
        return Sentence(Phrase("EntryWords", "{0}：{1}，建议对应{2}"), (unit, stance, verdict.proposed.name))
    return Sentence(Phrase("EntryWords", "{0}：{1}"), (unit, stance))


def _said_of_allotment(allotment: Allotment) -> Sentence:
    row = allotment.row
    place = row.unit.name if row.unit is not None else row.body or ROWS[row.kind]
    count = Phrase("EntryWords", "未填") if allotment.count is None else allotment.count
    return Sentence(Phrase("EntryWords", "{0}，{1}：{2}"), (place, allotment.column.label, count))


def _line(words: str) -> str:
    return " ".join(words.split())


def _referred(content: Content) -> str | None:
    match content:
        case Reply(to=entry) | Handling(of=entry) | Allotment(scenario=entry):
            return entry
        case _:
            return None


def _age(revision: Revision) -> tuple[str, str]:
    return revision.made_at, revision.id


def _causal(states: list[Revision]) -> list[Revision]:
    """Order *states* (oldest first) so that none stands before one it was made from: clocks of PCs differ."""
    by_id = {state.id: state for state in states}
    awaited = {state.id: {each for each in state.replaces if each in by_id} for state in states}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for state in states:
        for each in awaited[state.id]:
            followers[each].append(state.id)
    ready = [_age(state) for state in states if not awaited[state.id]]
    heapify(ready)
    ordered: list[Revision] = []
    while ready:
        done = heappop(ready)[1]
        ordered.append(by_id[done])
        for each in followers[done]:
            awaited[each].discard(done)
            if not awaited[each]:
                heappush(ready, _age(by_id[each]))
    return ordered  # all of them: an id is a digest of what it replaces, so nothing goes round in circles
