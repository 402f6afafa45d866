"""Reviewers' verdicts on links as papers say them: whole, counted, or as a mark in a narrow column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.papers import CellLine, Standing
from eitc_desktop.model.review import Person, Stance, UnitName, Verdict
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.papers.review_words import drafts_of, person_words
from eitc_desktop.services.papers.words import NONE_CORRESPONDS
from eitc_desktop.services.reviews.words import STANCES

VERDICT_MARKS: Mapping[Stance, str] = MappingProxyType({Stance.AGREE: "同", Stance.DISAGREE: "异", Stance.DOUBT: "疑"})
PROPOSED_MARK = "荐"
"""Where a reviewer would have a link that there is none of."""


def holds_verdicts(review: Review) -> bool:
    """Say whether any verdict stands at a place of this provision."""
    return any(entry.placement.ref is not None for entry in review.verdicts)


def verdict_drafts(entries: Iterable[Entry]) -> Iterator[tuple[str, Person, Verdict]]:
    """Yield the verdicts that *entries* hold, each with whose it is and the name of its draft, which is empty where
    there is one.
    """
    for entry in entries:
        for name, draft in drafts_of(entry):
            if isinstance(draft.content, Verdict) and not draft.withdrawn:
                yield name, draft.author if name else entry.author, draft.content


def verdict_lines(entries: Iterable[Entry]) -> tuple[CellLine, ...]:
    """Return a paragraph for each verdict: 张三（规划处）：不同意，建议对应都市产业处。理由：…"""
    return tuple(
        CellLine(_words(name, person, verdict), Standing.ENTERED) for name, person, verdict in verdict_drafts(entries)
    )


def verdict_line(entries: Iterable[Entry]) -> CellLine | None:
    """Return all verdicts on one link in one paragraph, None where there is none."""
    words = "\n".join(line.words for line in verdict_lines(entries))
    return CellLine(words, Standing.ENTERED) if words else None


def stance_counts(entries: Iterable[Entry]) -> str:
    """Return how many reviewers agree and how many don't: 同意 2，不同意 1."""
    counts = Counter(verdict.stance for _, _, verdict in verdict_drafts(entries))
    return "，".join(f"{words} {counts[stance]}" for stance, words in STANCES.items() if counts[stance])


def stance_marks(entries: Iterable[Entry]) -> str:
    """Return a character for each stance that reviewers took: several are a disagreement."""
    taken = {verdict.stance for _, _, verdict in verdict_drafts(entries)}
    return "".join(mark for stance, mark in VERDICT_MARKS.items() if stance in taken)


def proposed_units(review: Review, item: FactRef) -> frozenset[FactRef]:
    """Return the units that reviewers would have *item* correspond to."""
    proposals = (verdict.proposed for _, _, verdict in verdict_drafts(review.verdicts_of_item(item)))
    found = (review.unit_ref(unit) for unit in proposals if unit is not None)
    return frozenset(unit for unit in found if unit is not None)


def unit_words(review: Review, unit: UnitName) -> str:
    """Return a unit's name, and that this version has none of that name where it hasn't."""
    return unit.name if review.unit_ref(unit) is not None else f"{unit.name}（本版本无此机构）"


def _words(name: str, person: Person, verdict: Verdict) -> str:
    unlinked = NONE_CORRESPONDS if verdict.unit is None and verdict.stance is Stance.AGREE else ""
    words = f"{person_words(person)}{f'（{name}）' if name else ''}：{STANCES[verdict.stance]}{unlinked}"
    if verdict.proposed is not None:
        words = f"{words}，建议对应{verdict.proposed.name}"
    reason = " ".join(verdict.reason.split()).rstrip("。")
    return f"{words}。理由：{reason}" if reason else words
