"""Reviewers' verdicts on links as papers say them: whole, counted, or as a mark in a narrow column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.papers import CellLine, Standing
from eitc_desktop.model.review import Revision, Stance, UnitName, Verdict
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.papers.authorship import rewriter_of
from eitc_desktop.services.papers.review_words import drafts_of, person_words
from eitc_desktop.services.papers.words import NONE_CORRESPONDS
from eitc_desktop.services.reviews.words import STANCES

VERDICT_MARKS: Mapping[Stance, str] = MappingProxyType({Stance.AGREE: "同", Stance.DISAGREE: "异", Stance.DOUBT: "疑"})
UNLISTED = "程序未列此对应"
"""Stands beside a verdict on a link that nothing gave."""

PROPOSED_MARK = "荐"
"""Where a reviewer would have a link that there is none of."""


def holds_verdicts(review: Review) -> bool:
    """Say whether any verdict stands at a place of this provision."""
    return any(entry.placement.ref is not None for entry in review.verdicts)


def verdict_drafts(entries: Iterable[Entry]) -> Iterator[tuple[str, Verdict]]:
    """Yield the verdicts that *entries* hold, each with whose it is: of several drafts with the draft's name, and of
    one whose words somebody else wrote anew with whose they are.
    """
    for entry in entries:
        for name, draft in drafts_of(entry):
            if isinstance(draft.content, Verdict) and not draft.withdrawn:
                yield _whose(entry, name, draft), draft.content


def verdict_lines(entries: Iterable[Entry]) -> tuple[CellLine, ...]:
    """Return a paragraph for each opinion on one link, the stance first, then who is of it:
    不同意，建议对应都市产业处：张三（规划处）、李四（办公室）。理由：…
    """
    people: dict[tuple[str, str], list[str]] = {}
    for who, verdict in verdict_drafts(entries):
        people.setdefault((_stance_words(verdict), _reason_words(verdict)), []).append(who)
    return tuple(
        CellLine(f"{stance}：{'、'.join(names)}{reason}", Standing.ENTERED)
        for (stance, reason), names in people.items()
    )


def verdict_line(entries: Iterable[Entry]) -> CellLine | None:
    """Return all verdicts on one link in one paragraph, None where there is none."""
    words = "\n".join(line.words for line in verdict_lines(entries))
    return CellLine(words, Standing.ENTERED) if words else None


def stance_counts(entries: Iterable[Entry]) -> str:
    """Return how many reviewers agree and how many don't: 同意 2，不同意 1."""
    counts = Counter(verdict.stance for _, verdict in verdict_drafts(entries))
    return "，".join(f"{words} {counts[stance]}" for stance, words in STANCES.items() if counts[stance])


def stance_marks(entries: Iterable[Entry]) -> str:
    """Return a character for each stance that reviewers took: several are a disagreement."""
    taken = {verdict.stance for _, verdict in verdict_drafts(entries)}
    return "".join(mark for stance, mark in VERDICT_MARKS.items() if stance in taken)


def proposed_units(review: Review, item: FactRef) -> frozenset[FactRef]:
    """Return the units that reviewers would have *item* correspond to."""
    proposals = (verdict.proposed for _, verdict in verdict_drafts(review.verdicts_of_item(item)))
    found = (review.unit_ref(unit) for unit in proposals if unit is not None)
    return frozenset(unit for unit in found if unit is not None)


def is_objected(review: Review, item: FactRef) -> bool:
    """Say whether somebody doesn't agree with a correspondence of *item*, or doubts it."""
    return any(verdict.stance is not Stance.AGREE for _, verdict in verdict_drafts(review.verdicts_of_item(item)))


def unit_words(review: Review, unit: UnitName) -> str:
    """Return a unit's name, and that this version has none of that name where it hasn't."""
    return unit.name if review.unit_ref(unit) is not None else f"{unit.name}（本版本无此机构）"


def _whose(entry: Entry, name: str, draft: Revision) -> str:
    if name:
        return f"{person_words(draft.author)}（{name}）"
    rewriter = rewriter_of(entry, draft)
    return f"{person_words(entry.author)}{f'（{person_words(rewriter)}改录）' if rewriter else ''}"


def _stance_words(verdict: Verdict) -> str:
    unlinked = NONE_CORRESPONDS if verdict.unit is None and verdict.stance is Stance.AGREE else ""
    proposed = "" if verdict.proposed is None else f"，建议对应{verdict.proposed.name}"
    return f"{STANCES[verdict.stance]}{unlinked}{proposed}"


def _reason_words(verdict: Verdict) -> str:
    reason = " ".join(verdict.reason.split()).rstrip("。")
    return f"。理由：{reason}" if reason else ""
