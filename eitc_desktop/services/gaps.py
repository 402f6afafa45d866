"""Which duty items no division corresponds to, and which divisions no item: one rule and one wording for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Division, Provision
from eitc_desktop.phrases import Listed, Phrase, Sentence
from eitc_desktop.services.links import unmapped_items

EVERY_GRADE = frozenset(Grade)

_ITEMS = Phrase("Gaps", "按 {0} 级未对应 {1} 项")
_ITEMS_OTHERWISE = Phrase("Gaps", "按 {0} 级未对应 {1} 项，其中 {2} 项另有 {3}")
_ITEMS_UNJUDGED = Phrase("Gaps", "按 {0} 级未对应 {1} 项，不计 C 级研判则为 {2} 项")
_NO_ITEMS = Phrase("Gaps", "按 {0} 级没有未对应的职责分项")
_DIVISIONS = Phrase("Gaps", "按 {0} 级没有对应分项的内设机构 {1}")
_DIVISIONS_OTHERWISE = Phrase("Gaps", "按 {0} 级没有对应分项的内设机构 {1}，其中 {2}另有 {3}")
_DIVISIONS_UNJUDGED = Phrase("Gaps", "按 {0} 级没有对应分项的内设机构 {1}，不计 C 级研判则为 {2}")
_NO_DIVISIONS = Phrase("Gaps", "按 {0} 级，内设机构都有对应分项或原文写明的职责")
_NUMBER = Phrase("Gaps", "{0} 个")
_NUMBER_AND = Phrase("Gaps", "{0} 个（另有{1}）")
_JUDGED = Phrase("Gaps", "{0} 级研判")
_LINKED = Phrase("Gaps", "{0} 级对应")


class Gaps(NamedTuple):
    """What links of ``grades`` leave without any.

    ``items`` are duty items that no division corresponds to; a hosted office alone leaves an item among them.
    ``divisions`` correspond to no item and have no duties of their own in the text. ``otherwise`` are those of both
    to which links of ``other_grades`` correspond. ``unjudged`` are the gaps without judgements, None where the
    grades hold none or nothing else.
    """

    grades: frozenset[Grade]
    items: tuple[FactRef, ...]
    divisions: tuple[FactRef, ...]
    otherwise: frozenset[FactRef]
    other_grades: frozenset[Grade]
    unjudged: Gaps | None


def gaps_of(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = EVERY_GRADE) -> Gaps:
    """Return the gaps that links of *grades* leave in the *mapping* of *provision*."""
    found: dict[FactRef, set[Grade]] = {}
    for link in mapping.duty_links:
        if link.unit.kind is FactKind.DIVISION:
            for end in (link.item, link.unit):
                found.setdefault(end, set()).add(link.grade)
    items = unmapped_items(provision, mapping, grades)
    divisions = tuple(
        ref
        for i, division in enumerate(provision.divisions)
        if not division.duties and not grades & found.get(ref := FactRef(FactKind.DIVISION, i), set())
    )
    otherwise = frozenset(ref for ref in (*items, *divisions) if ref in found)
    others = frozenset(grade for ref in otherwise for grade in found[ref])
    firm = grades - {Grade.JUDGED}
    unjudged = gaps_of(provision, mapping, firm) if firm and firm != grades else None
    return Gaps(grades, items, divisions, otherwise, others, unjudged)


def item_gaps(gaps: Gaps) -> Sentence:
    """Return how many duty items have no division, by which grades, and how many have one by others."""
    said, count = grades_said(gaps.grades), len(gaps.items)
    otherwise = sum(item in gaps.otherwise for item in gaps.items)
    if otherwise:
        return Sentence(_ITEMS_OTHERWISE, (said, count, otherwise, otherwise_words(gaps.other_grades)))
    if gaps.unjudged is not None and len(gaps.unjudged.items) > count:
        return Sentence(_ITEMS_UNJUDGED, (said, count, len(gaps.unjudged.items)))
    return Sentence(_ITEMS, (said, count)) if count else Sentence(_NO_ITEMS, (said,))


def division_gaps(provision: Provision, gaps: Gaps) -> Sentence:
    """Return the same of divisions without a duty item."""

    def number(refs: Iterable[FactRef]) -> Sentence:
        return division_count([provision.divisions[ref.index] for ref in refs])

    said, otherwise = grades_said(gaps.grades), [ref for ref in gaps.divisions if ref in gaps.otherwise]
    if otherwise:
        grades = otherwise_words(gaps.other_grades)
        return Sentence(_DIVISIONS_OTHERWISE, (said, number(gaps.divisions), number(otherwise), grades))
    if gaps.unjudged is not None and len(gaps.unjudged.divisions) > len(gaps.divisions):
        return Sentence(_DIVISIONS_UNJUDGED, (said, number(gaps.divisions), number(gaps.unjudged.divisions)))
    return Sentence(_DIVISIONS, (said, number(gaps.divisions))) if gaps.divisions else Sentence(_NO_DIVISIONS, (said,))


def division_count(divisions: Sequence[Division]) -> Sentence:
    """Return how many divisions there are; who isn't counted among them is named beside (7 个（另有机关党委）)."""
    counted = sum(division.counted for division in divisions)
    others = tuple(division.name.text for division in divisions if not division.counted)
    return Sentence(_NUMBER_AND, (counted, Listed(others))) if others else Sentence(_NUMBER, (counted,))


def otherwise_words(grades: Iterable[Grade]) -> Sentence:
    """Return what there is beside the grades shown: C 级研判, or B、C 级对应."""
    others = frozenset(grades)
    return Sentence(_JUDGED if others == frozenset({Grade.JUDGED}) else _LINKED, (grades_said(others),))


def grades_said(grades: Iterable[Grade]) -> Listed:
    """Return grades as A、B."""
    return Listed(tuple(grade.value for grade in sorted(grades)))
