"""Where a term of a unit's name stands in a text of duties, so that it is the term and not a piece of another word."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eitc_desktop.linking.names import Form
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.linking.words import ENTITIES, FUNCTION_WORDS, act_at_end, act_at_start, begins_word
from eitc_desktop.model.mapping import Evidence
from eitc_desktop.model.text import Quote, Span

_SHORT = 2
"""A term this short is a piece of too many words to be trusted beside words that stand nowhere else."""

_JOINTS = "、和与及"
_LISTED = re.compile(f"(?:[{_JOINTS}][^{_JOINTS}，；。：]{{1,8}})*")
_LONGEST_LIST = 100  # characters of an enumeration
_NEAR = 24  # characters beside a term that are looked at
_BASIS = re.compile("根据|依据|按照|依照")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form stands in a text: ``[start, end)`` in it, and how."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Sought:
    """A form that tells enough to be looked for; ``pattern`` where it has places for any character."""

    form: Form
    pattern: re.Pattern[str] | None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the form stands in *text*, whatever stands beside it."""
        if self.pattern is not None:
            yield from (found.span() for found in self.pattern.finditer(text))
            return
        words = self.form.words
        start = text.find(words)
        while start >= 0:
            yield start, start + len(words)
            start = text.find(words, start + len(words))


class TermFinder:
    """Finds the forms of names in the texts of one provision, whose units have *names*."""

    def __init__(self, statistics: WordStatistics, names: Iterable[tuple[Form, ...]] = ()) -> None:
        self._statistics = statistics
        self._terms = tuple({one.form.words for forms in names for one in self.telling(forms)})

    def telling(self, forms: Iterable[Form]) -> tuple[Sought, ...]:
        """Leave out what tells too little: general words, and what is left of a name that the duties have longer.

        Where they speak of 结构调整, 结构 alone is something else; where they never say 信用管理, 信用 is all there is.
        """
        telling = [form for form in forms if not self._statistics.is_weak(form.words)]
        longer = [form.words for form in telling if len(form.words) > _SHORT and self._statistics.spread(form.words)]
        return tuple(
            Sought(form, re.compile(re.escape(form.words).replace(r"\?", "[^，；。、]")) if "?" in form.words else None)
            for form in telling
            if len(form.words) > _SHORT or not any(words.startswith(form.words) for words in longer)
        )

    def places(self, text: str, sought: Iterable[Sought]) -> list[Place]:
        """Return where the forms *sought* stand in *text*, in its order; of overlapping ones the longest."""
        found: list[Place] = []
        for one in sought:
            found += [Place(*span, one.form) for span in one.spans(text) if self._stands(text, *span)]
            if one.form.head and f"等{one.form.head}" in text:
                found += self._enumerated(text, one.form)
        return _longest(found) if len(found) > 1 else found

    def evidence(self, quote: Quote, sought: Iterable[Sought]) -> tuple[Evidence, ...]:
        """Return where the forms stand in the words of *quote*, as evidence with spans of the provision's text."""
        return tuple(
            Evidence(part_of(quote, place.start, place.end), place.form.term, place.form.ground)
            for place in self.places(quote.text, sought)
        )

    def _stands(self, text: str, start: int, end: int) -> bool:
        if text.startswith(ENTITIES, end):
            return False
        return end - start > _SHORT or (self._ends_left(text, start) and self._ends_right(text, end))

    def _ends_left(self, text: str, start: int) -> bool:
        """Say whether what stands before *start* leaves the term what it is: 市容 beside 环境卫生, another's term."""
        before = text[max(start - _NEAR, 0) : start]
        return begins_word(text, start) or self._statistics.is_general(before[-2:]) or before.endswith(self._terms)

    def _ends_right(self, text: str, end: int) -> bool:
        after = text[end : end + _NEAR]
        return (
            not after
            or after[0] in FUNCTION_WORDS
            or act_at_start(after) is not None
            or self._statistics.is_general(after[:2])
            or after.startswith(self._terms)
        )

    def _enumerated(self, text: str, form: Form) -> Iterator[Place]:
        """Find 船舶产业 in 航空、航天、船舶、核电等产业: the head stands once, at the end."""
        stem, closing = form.words.removesuffix(form.head), f"等{form.head}"
        start = text.find(stem)
        while start >= 0:
            begin = start + len(stem)
            end = text.find(closing, begin, begin + _LONGEST_LIST)
            if end >= 0 and _LISTED.fullmatch(text, begin, end) and self._ends_left(text, start):
                yield Place(start, end + len(closing), form)
            start = text.find(stem, begin)


def covers_in_part(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Say whether the words at *places* are less than what *text* treats.

    They are where a phrase between commas has none of them, or where they are one of several things named side by
    side. What a duty is based on (根据…规划，) isn't what it treats.
    """
    spans = sorted(places)
    start = number = 0
    for phrase in re.split("[，；。]", text):
        end = start + len(phrase)
        first = number
        while number < len(spans) and spans[number][1] <= end:
            if _is_joined(text[start:end], spans[number][0] - start, spans[number][1] - start):
                return True
            number += 1
        if number == first and phrase and not _BASIS.match(phrase):
            return True
        start = end + 1
    return False


def part_of(quote: Quote, start: int, end: int) -> Quote:
    """Return the words ``[start, end)`` of *quote* with their own span."""
    return Quote(quote.text[start:end], Span(quote.span.start + start, quote.span.start + end))


def _is_joined(phrase: str, start: int, end: int) -> bool:
    before, after = phrase[max(start - _NEAR, 0) : start], phrase[end : end + _NEAR]
    joined_before = before[-1:] in tuple(_JOINTS) and act_at_end(before[:-1]) is None
    joined_after = after[:1] in tuple(_JOINTS) and act_at_start(after[1:]) is None
    return joined_before or joined_after or "等" in phrase[start:end]


def _longest(found: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.start - place.end, place.start)):
        at = bisect(kept, place.start, key=lambda other: other.start)
        if (not at or kept[at - 1].end <= place.start) and (at == len(kept) or place.end <= kept[at].start):
            kept.insert(at, place)
    return kept
