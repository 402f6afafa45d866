"""Entries of a review in plain lines, whichever provision they were made on: for lists, exports and previews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    RowKind,
    Scenario,
    Verdict,
)
from eitc_desktop.phrases import Phrase, Sentence
from eitc_desktop.reviewing.annotations import kind_of
from eitc_desktop.reviewing.review import entries_of
from eitc_desktop.services.reviews.words import (
    ADOPTIONS,
    NO_LINK,
    NO_OPINION,
    POSTS,
    STANCES,
    TWO_DRAFTS,
    WHOLE,
    WITHDRAWN,
    kind_words,
)

Words = str | Phrase | Sentence
"""What a reviewer typed, or words of the program's that a window may say in another language."""

_ALLOCATIONS = frozenset({"scenario", "allotment"})
_WHERE = {
    RowKind.LEADERSHIP: Phrase("EntryWords", "委领导"),
    RowKind.RESERVE: Phrase("EntryWords", "预留"),
}


@dataclass(frozen=True, slots=True)
class History:
    """One entry with all its states, none before one that it replaces; ``heads`` newest last."""

    entry: str
    heads: tuple[Revision, ...]
    states: tuple[Revision, ...]

    @property
    def current(self) -> Revision:
        """The newest head."""
        return self.heads[-1]

    @property
    def maker(self) -> Person:
        """Who entered it first."""
        return self.states[0].author

    @property
    def made_at(self) -> str:
        """When it was entered first."""
        return self.states[0].made_at

    @property
    def withdrawn(self) -> bool:
        """Whether it was withdrawn and nobody wrote it anew meanwhile."""
        return all(head.withdrawn for head in self.heads)

    @property
    def in_conflict(self) -> bool:
        """Whether it was changed differently in two places (两稿并存)."""
        return len({(head.content, head.anchor, head.withdrawn) for head in self.heads}) > 1

    @property
    def kind(self) -> str:
        """What sort of thing it is, in the word by which that is written (``annotations.kind_of``)."""
        return kind_of(self.current.content)

    @property
    def is_allocation(self) -> bool:
        """Whether it is something of a 编制分配方案: tried out, never stated."""
        return self.kind in _ALLOCATIONS

    @property
    def offices(self) -> frozenset[str]:
        """The offices it is of: those of its authors, and the one whose opinion it is (代录)."""
        named = (state.content.office for state in self.states if isinstance(state.content, Opinion | NoOpinion))
        return frozenset({state.author.office for state in self.states} | set(named)) - {""}

    @property
    def refers_to(self) -> frozenset[str]:
        """The entries without which it says nothing: what it answers, handles or is a number of."""
        return frozenset(filter(None, (_referred(state.content) for state in self.states)))

    @property
    def state_words(self) -> tuple[Phrase, ...]:
        """What is to be known of its state: 已撤回, 两稿并存."""
        named = ((self.withdrawn, WITHDRAWN), (self.in_conflict, TWO_DRAFTS))
        return tuple(words for applies, words in named if applies)

    @property
    def place_words(self) -> Words:
        """Where it was made: the clause, or 全文."""
        anchor = self.current.anchor
        return WHOLE if anchor.is_whole else anchor.clause

    @property
    def said(self) -> Words:
        """In one line what it says now."""
        return said_of(self.current.content)


def histories_of(revisions: Iterable[Revision]) -> tuple[History, ...]:
    """Return the entries that *revisions* are states of, in the order in which they were first made."""
    return tuple(History(*each) for each in entries_of(revisions))


def kinds_among(histories: Iterable[History]) -> Mapping[Phrase, int]:
    """Return how many entries there are of each kind; opinions go by their category."""
    found = Counter(kind_words(history.current.content) for history in histories)
    return dict(found.most_common())


def said_of(content: Content) -> Words:
    """Return in one line what *content* says."""
    match content:
        case Opinion(text="", proposed=proposed) if proposed:
            return Sentence(Phrase("EntryWords", "建议修改为：{0}"), (_line(proposed),))
        case Opinion():
            return _line(content.text or content.reason)
        case NoOpinion():
            return Sentence(Phrase("EntryWords", "{0}：{1}"), (content.office, _line(content.note) or NO_OPINION))
        case Reply():
            return _line(content.text) or NO_OPINION
        case Handling(adoption=adoption, explanation=""):
            return ADOPTIONS[adoption]
        case Handling():
            return Sentence(Phrase("EntryWords", "{0}：{1}"), (ADOPTIONS[content.adoption], _line(content.explanation)))
        case Verdict():
            return _said_of_verdict(content)
        case Scenario() | AskedOffice():
            return content.name
        case Allotment():
            return _said_of_allotment(content)


def _said_of_verdict(verdict: Verdict) -> Sentence:
    unit = NO_LINK if verdict.unit is None else verdict.unit.name
    if verdict.proposed is None:
        return Sentence(Phrase("EntryWords", "{0}：{1}"), (unit, STANCES[verdict.stance]))
    values = (unit, STANCES[verdict.stance], verdict.proposed.name)
    return Sentence(Phrase("EntryWords", "{0}：{1}，建议对应{2}"), values)


def _said_of_allotment(allotment: Allotment) -> Sentence:
    row, column = allotment.row, allotment.column
    where = row.body if row.unit is None else row.unit.name
    count = Phrase("EntryWords", "未填") if allotment.count is None else allotment.count
    values = (where or _WHERE.get(row.kind, ""), column.label, count)
    if column.post is None:
        return Sentence(Phrase("EntryWords", "{0}，{1}：{2}"), values)
    return Sentence(Phrase("EntryWords", "{0}，{1}（{3}）：{2}"), (*values, POSTS[column.post]))


def _line(words: str) -> str:
    return " ".join(words.split())


def _referred(content: Content) -> str | None:
    match content:
        case Reply(to=entry) | Handling(of=entry) | Allotment(scenario=entry):
            return entry
        case _:
            return None
