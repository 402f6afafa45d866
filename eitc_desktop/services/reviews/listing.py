"""Entries of a review in plain lines, whichever provision they were made on: for lists, exports and previews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from eitc_desktop.model.facts import FactKind
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
from eitc_desktop.reviewing.allocation import LEADERS, RESERVE
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.placing import NOWHERE
from eitc_desktop.reviewing.review import Entry, entries_of
from eitc_desktop.services.reviews.words import (
    ADOPTIONS,
    NO_LINK,
    NO_OPINION,
    ON_BEHALF,
    POSTS,
    STANCES,
    TWO_DRAFTS,
    WHOLE,
    WITHDRAWN,
    kind_words,
)

Words = str | Phrase | Sentence
"""What a reviewer typed, or words of the program's that a window may say in another language."""

_MINUTE = len("2026-11-27 09:30")
_WHERE = {RowKind.LEADERSHIP: LEADERS, RowKind.RESERVE: RESERVE}


@collector_paused()
def entries_in(revisions: Iterable[Revision]) -> tuple[Entry, ...]:
    """Return the entries that *revisions* are states of, in the order in which they were first made.

    They may be made on any provision: none of them is placed.
    """
    return tuple(Entry(id_, heads, history, NOWHERE) for id_, heads, history in entries_of(revisions))


def is_allocation(entry: Entry) -> bool:
    """Say whether *entry* is something of a 编制分配方案: tried out, never stated."""
    return isinstance(entry.content, Scenario | Allotment)


def offices_of(entry: Entry) -> frozenset[str]:
    """Return the offices that *entry* is of: the one whose opinion it is, or else those of its authors.

    An opinion typed in for another office (代录) is that office's alone.
    """
    return frozenset(_office_of(state) for state in entry.history) - {""}


def referred_by(entry: Entry) -> frozenset[str]:
    """Return the entries without which *entry* says nothing: what it answers, handles or is a number of."""
    return frozenset(filter(None, (_referred(state.content) for state in entry.history)))


def state_words(entry: Entry) -> tuple[Phrase, ...]:
    """Return what is to be known of an entry's state: 已撤回, 两稿并存, 代录."""
    content = entry.content
    on_behalf = isinstance(content, Opinion | NoOpinion) and content.on_behalf
    named = ((entry.withdrawn, WITHDRAWN), (entry.in_conflict, TWO_DRAFTS), (on_behalf, ON_BEHALF))
    return tuple(words for applies, words in named if applies)


def place_words(entry: Entry) -> Words:
    """Return where an entry was made: the clause, with the number of the item in a duty, or 全文."""
    anchor = entry.anchor
    if anchor.is_whole:
        return WHOLE
    if anchor.ref is not None and anchor.ref.kind is FactKind.DUTY_ITEM:
        return f"{anchor.clause}[{anchor.ref.part + 1}]"
    return anchor.clause


def office_named(entry: Entry) -> str:
    """Return the office that an entry speaks for: the one whose opinion it is, or its author's."""
    content = entry.content
    own = content.office if isinstance(content, Opinion | NoOpinion) else ""
    return own or entry.author.office


def scenario_of(entry: Entry) -> str:
    """Return the id of the scenario that *entry* is a number of; empty where it is none."""
    return entry.content.scenario if isinstance(entry.content, Allotment) else ""


def local_time(made_at: str) -> str:
    """Return a moment that a revision holds by the clock of this computer: 2026-11-27 09:30.

    One that no calendar has (31 February) may stand in what comes from elsewhere: it stays as it was written.
    """
    try:
        return datetime.fromisoformat(made_at).astimezone().isoformat(" ", "minutes")[:_MINUTE]
    except (ValueError, OverflowError):
        return made_at


def changer_of(entry: Entry) -> Person | None:
    """Return who made an entry what it is now, where that isn't who made it first; of two drafts each has its own."""
    if len(entry.history) == 1 or entry.in_conflict:
        return None
    author = entry.origin(entry.current).author
    return None if author.key == entry.author.key else author


def entered_by(entry: Entry) -> Words:
    """Return who made an entry, and who else changed or withdrew it since: 王芳（李强改）; whose its drafts are."""
    if entry.in_conflict:
        return "、".join(dict.fromkeys(entry.origin(head).author.name for head in entry.heads))
    changer = changer_of(entry)
    if changer is None:
        return entry.author.name
    phrase = Phrase("EntryWords", "{0}（{1}撤回）") if entry.withdrawn else Phrase("EntryWords", "{0}（{1}改）")
    return Sentence(phrase, (entry.author.name, changer.name))


def kinds_among(entries: Iterable[Entry]) -> Mapping[Phrase, int]:
    """Return how many entries there are of each kind; opinions go by their category."""
    found = Counter(kind_words(entry.content) for entry in entries)
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


def _office_of(state: Revision) -> str:
    content = state.content
    named = content.office if isinstance(content, Opinion | NoOpinion) else ""
    return named or state.author.office


def _line(words: str) -> str:
    return " ".join(words.split())


def _referred(content: Content) -> str | None:
    match content:
        case Reply(to=entry) | Handling(of=entry) | Allotment(scenario=entry):
            return entry
        case _:
            return None
