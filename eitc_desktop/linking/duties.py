"""Duty item ↔ unit: what the text assigns (A) and what a unit's name finds (B)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eitc_desktop.linking.matching import TermFinder, covers_in_part, part_of
from eitc_desktop.linking.names import Abbreviation, Form, division_forms, office_forms
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Evidence, Grade, Method
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote

_LEAST_SHARED = 6
"""Characters of a division's own duty that a duty item must hold, or be held by, to be assigned to it by the text."""

Units = tuple[tuple[FactRef, tuple[Form, ...]], ...]


def unit_forms(provision: Provision, listed: Mapping[str, Abbreviation]) -> Units:
    """Return every division and hosted office with the forms of its names, in the text's order."""
    divisions = [
        (FactRef(FactKind.DIVISION, i), division_forms(division, listed))
        for i, division in enumerate(provision.divisions)
    ]
    offices = [
        (FactRef(FactKind.HOSTED_OFFICE, i), office_forms(office, provision.body.text, listed))
        for i, office in enumerate(provision.hosted_offices)
    ]
    return (*divisions, *offices)


def duty_statistics(provision: Provision) -> WordStatistics:
    """Return how words are spread over the duties of *provision*."""
    return WordStatistics(duty.text.text for duty in provision.duties)


def machine_links(provision: Provision, units: Units, finder: TermFinder) -> Iterator[DutyLink]:
    """Yield the links of grade A and B, by duty item and then by unit; one unit and item are linked once."""
    for i, duty in enumerate(provision.duties):
        for j, item in enumerate(duty.items):
            ref = FactRef(FactKind.DUTY_ITEM, i, j)
            for unit, forms in units:
                stated = _stated(provision, item, unit)
                if stated is not None:
                    yield DutyLink(ref, unit, Grade.STATED, Method.STATED, part=False, evidence=(stated,))
                    continue
                evidence = finder.evidence(item, forms)
                if evidence:
                    offset = item.span.start
                    places = [(one.quote.span.start - offset, one.quote.span.end - offset) for one in evidence]
                    part = covers_in_part(item.text, places)
                    yield DutyLink(ref, unit, Grade.NAMED, Method.NAME, part=part, evidence=evidence)


def _stated(provision: Provision, item: Quote, unit: FactRef) -> Evidence | None:
    """Return what of *item* a division's own duties in the text hold, None where they don't."""
    if unit.kind is not FactKind.DIVISION:
        return None
    for duty in provision.divisions[unit.index].duties:
        own = duty.text.rstrip("。；")
        if len(item.text) >= _LEAST_SHARED and item.text in own:
            return Evidence(item)
        if len(own) >= _LEAST_SHARED and own in item.text:
            start = item.text.index(own)
            return Evidence(part_of(item, start, start + len(own)))
    return None
