"""What each entry says of itself in a table: its words, and the values by which it is sorted and filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.review import (
    Adoption,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Scenario,
    UnitName,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.matching import folded
from eitc_desktop.services.reviews.listing import changer_of, local_time
from eitc_desktop.services.reviews.words import (
    ADOPTIONS,
    NO_LINK,
    ON_BEHALF,
    STANCES,
    TWO_DRAFTS,
    UNHANDLED,
    WHOLE,
    WITHDRAWN,
    kind_words,
)

_OPENING = 80  # characters of words in a cell: it shows two lines
_NOWHERE = 1 << 31  # sorts what has no place behind all places
_LISTED = (Opinion, Verdict, Scenario, NoOpinion)


class EntryState(StrEnum):
    """What is to be known of an entry beside what it says."""

    CONFLICT = "conflict"
    UNPLACED = "unplaced"
    REATTACHED = "reattached"
    ON_BEHALF = "on_behalf"
    BY_OTHER = "by_other"  # changed by somebody else than who made it
    WITHDRAWN = "withdrawn"


_STATES: Mapping[EntryState, Phrase] = MappingProxyType(
    {
        EntryState.CONFLICT: TWO_DRAFTS,
        EntryState.UNPLACED: Phrase("EntryState", "未定位"),
        EntryState.REATTACHED: Phrase("EntryState", "已重新定位（{0}%）"),
        EntryState.ON_BEHALF: ON_BEHALF,
        EntryState.BY_OTHER: Phrase("EntryState", "{0} 修改"),
        EntryState.WITHDRAWN: WITHDRAWN,
    }
)

_WITHDRAWN_BY = Phrase("EntryState", "由 {0}")  # 由 李强 已撤回
_CHANGED = Phrase("EntryState", "{0} 修改 {1}")
_WITHDRAWN_AT = Phrase("EntryState", "{0} 撤回 {1}")
_BETTER = Phrase("EntryRow", "宜对应 {0}")
_PROPOSES = Phrase("EntryRow", "改为“{0}”")


class Place(NamedTuple):
    """What an entry speaks of: a fact, a passage, the whole provision (all None), or nothing found (``lost``)."""

    ref: FactRef | None
    span: Span | None
    lost: str = ""  # the words that weren't found

    @property
    def start(self) -> int:
        """Where it begins in the text; behind everything where it wasn't found."""
        return _NOWHERE if self.lost else 0 if self.span is None else self.span.start


class Searched:
    """All words of an entry, in which folded ones are looked for; folded when somebody first looks for any."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._folded: str | None = None

    def __contains__(self, word: str) -> bool:
        if self._folded is None:
            self._folded = folded(self._words)
        return word in self._folded


class EntryRow(NamedTuple):
    """One entry in words; ``view`` is what differs between reviewers: a stance or a wording, empty where it is none."""

    id: str
    place: Place
    clause: str
    quoted: str
    order: int  # of the category
    category: str
    content: str
    office: str
    person: str
    adoption: str
    adopted: int  # order of the adoption
    changed_at: str
    states: tuple[EntryState, ...]
    status: str
    view: tuple[str, str]  # (what is decided, how)
    searched: Searched
    order_in_text: tuple[int, str]  # by the place, then by the time of the last change

    @property
    def time(self) -> str:
        """When it was changed last, by the computer's clock: few of thousands of rows are ever seen."""
        return local_time(self.changed_at)

    @property
    def withdrawn(self) -> bool:
        """Whether the entry is withdrawn."""
        return EntryState.WITHDRAWN in self.states


_CATEGORIES = tuple(OpinionCategory)
_ADOPTED = (None, *Adoption)


def clause_words(entry: Entry) -> str:
    """Return the place of an entry: 二（七）, 全文, or the clause it had where it isn't found."""
    if entry.anchor.is_whole:
        return said(WHOLE)
    return entry.placement.clause or entry.anchor.clause or "—"


def place_of_entry(entry: Entry) -> Place:
    """Return what an entry speaks of in the provision shown."""
    if entry.anchor.is_whole:
        return Place(None, None)
    if entry.placement.confidence is Confidence.NONE or entry.placement.span is None:
        return Place(None, None, entry.anchor.exact)
    return Place(entry.placement.ref, entry.placement.span)


def provider(content: Content, author: Person) -> tuple[str, str]:
    """Return 提出单位 and 提出人: those named in an opinion, else who made the entry."""
    if isinstance(content, Opinion | NoOpinion):
        return content.office, content.person
    return author.office, author.name


def content_words(content: Content) -> str:
    """Return what an entry says, in one line."""
    match content:
        case Opinion():
            change = said(_PROPOSES, close_up(content.proposed)) if content.proposed else ""
            words = " ".join(part for part in (close_up(content.text), change) if part)
            return words or close_up(content.reason)
        case Verdict():
            return " ".join(part for part in (verdict_words(content), close_up(content.reason)) if part)
        case Scenario():
            return " ".join(part for part in (content.name, close_up(content.note)) if part)
        case NoOpinion():
            return close_up(content.note)
        case _:
            return ""


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict: 不同意：都市产业处；宜对应 研究室."""
    unit = said(NO_LINK) if verdict.unit is None else verdict.unit.name
    words = labelled(said(STANCES[verdict.stance]), unit)
    return words if verdict.proposed is None else f"{words} {said(_BETTER, verdict.proposed.name)}"


def states_of(entry: Entry, review: Review) -> tuple[EntryState, ...]:
    """Return what is to be known of an entry, the gravest first."""
    handling = review.handling_of(entry.id)
    found: list[EntryState] = []
    if entry.in_conflict or (handling is not None and handling.in_conflict):
        found.append(EntryState.CONFLICT)
    if not entry.anchor.is_whole:
        if entry.placement.confidence is Confidence.NONE:
            found.append(EntryState.UNPLACED)
        elif entry.placement.confidence is not Confidence.EXACT:
            found.append(EntryState.REATTACHED)
    if isinstance(entry.content, Opinion | NoOpinion) and entry.content.on_behalf:
        found.append(EntryState.ON_BEHALF)
    if changer_of(entry) is not None:
        found.append(EntryState.BY_OTHER)
    if entry.withdrawn:
        found.append(EntryState.WITHDRAWN)
    return tuple(found)


def state_words(state: EntryState, entry: Entry) -> str:
    """Return what a state is called, with the confidence where the place was found anew, and with who changed it."""
    phrase = _STATES[state]
    if state is EntryState.REATTACHED:
        return said(phrase, int(entry.placement.likeness * 100))
    changer = changer_of(entry) if state is EntryState.BY_OTHER else None
    if changer is not None:
        return said(_WITHDRAWN_BY if entry.withdrawn else phrase, changer.name)
    return said(phrase)


def change_words(entry: Entry) -> str:
    """Return who else than its maker changed or withdrew an entry, and when: 李强 修改 2026-11-27 08:43; or nothing."""
    changer = changer_of(entry)
    if changer is None:
        return ""
    return said(
        _WITHDRAWN_AT if entry.withdrawn else _CHANGED, changer.name, local_time(entry.origin(entry.current).made_at)
    )


def close_up(words: str) -> str:
    """Return *words* in one line."""
    return " ".join(words.split())


class RowMaker:
    """Makes the rows of a review; those of entries that nothing has happened to are the ones made before."""

    def __init__(self) -> None:
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[EntryRow | None] = []  # one for each entry, None for those that aren't listed

    @collector_paused()
    def rows(self, review: Review) -> tuple[EntryRow, ...]:
        """Return a row for each opinion, verdict, scenario and 无意见, in the order of the text."""
        start, end, known_end = _differing(review.entries, self._entries)
        fresh, gone = review.entries[start:end], self._entries[start:known_end]
        self._rows[start:known_end] = [_row_if_listed(entry, review) for entry in fresh]
        self._entries = review.entries
        for handling in (*fresh, *gone):
            handled = review.entry(handling.content.of) if isinstance(handling.content, Handling) else None
            if handled is not None:
                self._rows[review.index(handled)] = _row_if_listed(handled, review)
        return tuple(row for row in self._rows if row is not None)


def _differing(some: Sequence[Entry], others: Sequence[Entry]) -> tuple[int, int, int]:
    """Return where two sequences begin to hold other objects, and where in each of them they hold the same again."""
    shorter = min(len(some), len(others))
    start = next((i for i, (one, other) in enumerate(zip(some, others, strict=False)) if one is not other), shorter)
    alike = zip(reversed(some), reversed(others), strict=False)
    end = next((i for i, (one, other) in enumerate(alike) if one is not other), shorter)
    end = min(end, shorter - start)
    return start, len(some) - end, len(others) - end


def _row_if_listed(entry: Entry, review: Review) -> EntryRow | None:
    return _row(entry, review, review.handling_of(entry.id)) if isinstance(entry.content, _LISTED) else None


def _row(entry: Entry, review: Review, handling: Entry | None) -> EntryRow:
    content = entry.content
    office, person = provider(content, entry.author)
    adoption = handling.content.adoption if handling and isinstance(handling.content, Handling) else None
    adopted = "" if not isinstance(content, Opinion) else said(ADOPTIONS[adoption] if adoption else UNHANDLED)
    category, words = said(kind_words(content)), content_words(content)
    clause, quoted = clause_words(entry), close_up(entry.anchor.exact)
    states, place = states_of(entry, review), place_of_entry(entry)
    status = " ".join(state_words(state, entry) for state in states)
    searched = (clause, quoted, category, words, _reason(content), office, person, adopted, status)
    order = _CATEGORIES.index(content.category) if isinstance(content, Opinion) else len(_CATEGORIES)
    return EntryRow(
        entry.id,
        place,
        clause,
        _opening(quoted),
        order,
        category,
        _opening(words, 2 * _OPENING),
        office,
        person,
        adopted,
        _ADOPTED.index(adoption) if isinstance(content, Opinion) else len(_ADOPTED),
        entry.changed_at,
        states,
        status,
        _view(content),
        Searched("\n".join(searched)),
        (place.start, entry.changed_at),
    )


def _view(content: Content) -> tuple[str, str]:
    match content:
        case Verdict():
            return f"link:{_name(content.unit)}", f"{content.stance.value}:{_name(content.proposed)}"
        case Opinion() if content.proposed:
            return "wording", "".join(content.proposed.split())
        case _:
            return "", ""


def _name(unit: UnitName | None) -> str:
    return "" if unit is None else unit.name


def _reason(content: Content) -> str:
    return content.reason if isinstance(content, Opinion | Verdict) else ""


def _opening(words: str, limit: int = _OPENING) -> str:
    return words if len(words) <= limit else f"{words[:limit]}…"
