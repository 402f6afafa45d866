"""Duty item ↔ unit: what the text assigns (A) and what a unit's name finds (B)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eitc_desktop.linking.matching import Sought, TermFinder, covers_in_part, part_of
from eitc_desktop.linking.names import Form, Listed, division_forms, office_forms
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Evidence, Grade, Method
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote

_LEAST_SHARED = 6
"""Characters of a division's own duty that a duty item must hold, or be held by, to be assigned to it by the text."""
_BEARING = ("负责", "承担")  # who bears a duty says so or doesn't; it is the same duty
_LEAST_OF_PHRASE = 10
"""Characters of a phrase of a duty item that does as well, if the division's own duty has all of it."""
_PHRASE_ENDS = "，；。：\n"
_GOES_ON = f"{_PHRASE_ENDS}、和与及并"


class NamedUnit(NamedTuple):
    """A division or hosted office, what of its names is looked for, and the duties that the text gives it."""

    ref: FactRef
    sought: tuple[Sought, ...]
    duties: tuple[str, ...]


def unit_forms(provision: Provision, listed: Listed) -> list[tuple[FactRef, tuple[Form, ...]]]:
    """Return every division and hosted office with the forms of its names, in the text's order."""
    divisions = [
        (FactRef(FactKind.DIVISION, i), division_forms(division, listed))
        for i, division in enumerate(provision.divisions)
    ]
    offices = [
        (FactRef(FactKind.HOSTED_OFFICE, i), office_forms(office, provision.body.text, listed))
        for i, office in enumerate(provision.hosted_offices)
    ]
    return [*divisions, *offices]


def duty_statistics(provision: Provision) -> WordStatistics:
    """Return how words are spread over the duties of *provision*."""
    return WordStatistics(duty.text.text for duty in provision.duties)


def named_units(provision: Provision, listed: Listed, statistics: WordStatistics) -> tuple[list[NamedUnit], TermFinder]:
    """Return the units of *provision* with what is looked for, and what finds it."""
    forms = unit_forms(provision, listed)
    finder = TermFinder(statistics, (names for _ref, names in forms))
    return [NamedUnit(ref, finder.telling(names), _own_duties(provision, ref)) for ref, names in forms], finder


def machine_links(provision: Provision, units: list[NamedUnit], finder: TermFinder) -> Iterator[DutyLink]:
    """Yield the links of grade A and B, by duty item and then by unit; one unit and item are linked once."""
    for i, duty in enumerate(provision.duties):
        for j, item in enumerate(duty.items):
            ref = FactRef(FactKind.DUTY_ITEM, i, j)
            for unit in units:
                stated = _stated(item, unit.duties) if unit.duties else ()
                if stated:
                    part = sum(len(_borne(one.quote.text)) for one in stated) < len(_borne(item.text))
                    yield DutyLink(ref, unit.ref, Grade.STATED, Method.STATED, part, stated)
                    continue
                evidence = finder.evidence(item, unit.sought)
                if evidence:
                    offset = item.span.start
                    places = [(one.quote.span.start - offset, one.quote.span.end - offset) for one in evidence]
                    part = covers_in_part(item.text, places)
                    yield DutyLink(ref, unit.ref, Grade.NAMED, Method.NAME, part, evidence)


def _own_duties(provision: Provision, unit: FactRef) -> tuple[str, ...]:
    if unit.kind is not FactKind.DIVISION:
        return ()
    return tuple(duty.text.rstrip("。；") for duty in provision.divisions[unit.index].duties)


def _stated(item: Quote, duties: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Return what of *item* a division's own *duties* in the text hold, nothing where they don't.

    The same words are needed, as phrases of their own: 拟订规划 isn't stated where somebody 协助拟订规划.
    """
    whole = _borne(item.text)
    for duty in duties:
        own = _borne(duty)
        if len(whole) >= _LEAST_SHARED and _phrase_at(duty, whole) is not None:
            return (Evidence(item),)
        start = _phrase_at(item.text, own) if len(own) >= _LEAST_SHARED else None
        if start is not None:
            return (Evidence(part_of(item, start, start + len(own))),)
    return tuple(
        Evidence(part_of(item, *phrase.span()))
        for phrase in re.finditer("[^，；。：]+", item.text)
        if len(phrase[0]) >= _LEAST_OF_PHRASE and any(_phrase_at(duty, phrase[0]) is not None for duty in duties)
    )


def _borne(words: str) -> str:
    """Return *words* without the verb that says only that somebody bears them."""
    return next((words.removeprefix(verb) for verb in _BEARING if words.startswith(verb)), words)


def _phrase_at(text: str, words: str) -> int | None:
    """Return where *words* stand in *text* as a phrase, which others may follow side by side; None where they don't."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        before = text[:start]
        begins = not before or before[-1] in _PHRASE_ENDS or before.endswith(_BEARING)
        if begins and (end == len(text) or text[end] in _GOES_ON):
            return start
        start = text.find(words, end)
    return None
