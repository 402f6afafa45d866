"""Where a term of a unit's name stands in a text of duties, so that it is the term and not a piece of another word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eitc_desktop.linking.names import Form
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.linking.words import ENTITIES, FUNCTION_WORDS, JOINTS, PLACES, act_at_end, act_at_start
from eitc_desktop.model.mapping import Evidence
from eitc_desktop.model.text import Quote, Span

_SHORT = 2
"""A term this short is a piece of too many words to be trusted beside words that stand nowhere else."""

_ENUMERATION = "[^，；。：、]{1,8}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form stands in a text: ``[start, end)`` in it, and how."""

    start: int
    end: int
    form: Form


class TermFinder:
    """Finds the forms of names in the texts of one provision."""

    def __init__(self, statistics: WordStatistics) -> None:
        self._statistics = statistics

    def places(self, text: str, forms: Iterable[Form]) -> list[Place]:
        """Return where *forms* stand in *text*, in its order; of overlapping ones the longest."""
        found: list[Place] = []
        for form in self._telling(forms):
            if "?" in form.words or form.words in text:
                pattern = re.escape(form.words).replace(r"\?", "[^，；。、]")
                spans = [match.span() for match in re.finditer(pattern, text)]
                found += [Place(*span, form) for span in spans if self._stands(text, *span)]
            if form.head and form.head in text:
                found += self._enumerated(text, form)
        return _longest(found)

    def evidence(self, quote: Quote, forms: Iterable[Form]) -> tuple[Evidence, ...]:
        """Return where *forms* stand in the words of *quote*, as evidence with spans of the provision's text."""
        return tuple(
            Evidence(part_of(quote, place.start, place.end), place.form.term, place.form.ground)
            for place in self.places(quote.text, forms)
        )

    def _telling(self, forms: Iterable[Form]) -> list[Form]:
        """Leave out what tells too little: general words, and what is left of a name that the duties have longer.

        Where they speak of 结构调整, 结构 alone is something else; where they never say 信用管理, 信用 is all there is.
        """
        telling = [form for form in forms if not self._statistics.is_weak(form.words)]
        longer = [form.words for form in telling if len(form.words) > _SHORT and self._statistics.spread(form.words)]
        return [
            form
            for form in telling
            if len(form.words) > _SHORT or not any(words.startswith(form.words) for words in longer)
        ]

    def _stands(self, text: str, start: int, end: int) -> bool:
        if text.startswith(ENTITIES, end):
            return False
        return end - start > _SHORT or (self._ends_left(text[:start]) and self._ends_right(text[end:]))

    def _ends_left(self, before: str) -> bool:
        return (
            not before
            or before[-1] in FUNCTION_WORDS
            or before[-1] in PLACES
            or act_at_end(before) is not None
            or self._statistics.is_general(before[-2:])
        )

    def _ends_right(self, after: str) -> bool:
        return (
            not after
            or after[0] in FUNCTION_WORDS
            or act_at_start(after) is not None
            or self._statistics.is_general(after[:2])
        )

    def _enumerated(self, text: str, form: Form) -> list[Place]:
        """Find 船舶产业 in 航空、航天、船舶、核电等产业: the head stands once, at the end."""
        stem = re.escape(form.words.removesuffix(form.head))
        pattern = f"{stem}(?:[、和与及]{_ENUMERATION})*?[、和与及]?(?:{_ENUMERATION})?等{form.head}"
        found: list[Place] = []
        for match in re.finditer(pattern, text):
            after_stem = text[match.start() + len(form.words) - len(form.head)]
            if after_stem in f"{JOINTS}等" and self._ends_left(text[: match.start()]):
                found.append(Place(match.start(), match.end(), form))
        return found


def covers_in_part(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Say whether the words at *places* are less than what *text* treats.

    They are where a phrase between commas has none of them, or where they are one of several things named side by side.
    """
    spans = list(places)
    start = 0
    for phrase in re.split("[，；。]", text):
        end = start + len(phrase)
        inside = [span for span in spans if start <= span[0] and span[1] <= end]
        if not inside:
            return True
        if any(_is_joined(text[start:end], first - start, last - start) for first, last in inside):
            return True
        start = end + 1
    return False


def part_of(quote: Quote, start: int, end: int) -> Quote:
    """Return the words ``[start, end)`` of *quote* with their own span."""
    return Quote(quote.text[start:end], Span(quote.span.start + start, quote.span.start + end))


def _is_joined(phrase: str, start: int, end: int) -> bool:
    before, after = phrase[:start], phrase[end:]
    joined_before = before[-1:] in tuple("、和与及") and act_at_end(before[:-1]) is None
    joined_after = after[:1] in tuple("、和与及") and act_at_start(after[1:]) is None
    return joined_before or joined_after or "等" in phrase[start:end]


def _longest(found: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.start - place.end, place.start)):
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)
