"""The agency's tree: the body, its leadership posts, its divisions and the offices it hosts."""

from __future__ import annotations

from enum import StrEnum

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Division, Provision, Quota, QuotaKind
from eitc_desktop.model.text import Span
from eitc_desktop.records import record


class UnitKind(StrEnum):
    """What a unit (机构) is."""

    BODY = "body"
    POST = "post"
    DIVISION = "division"
    HOSTED_OFFICE = "hosted_office"


@record
class Unit:
    """A node of the agency's tree; ``ref`` is the fact that states it and serves as its identity."""

    ref: FactRef
    kind: UnitKind
    name: str
    parent: FactRef | None


def units_of(provision: Provision) -> tuple[Unit, ...]:
    """Return the body, then its leadership posts, divisions and hosted offices, each in the text's order."""
    root = FactRef(FactKind.BODY)
    units = [Unit(root, UnitKind.BODY, provision.body.text, None)]
    units += [
        Unit(FactRef(FactKind.QUOTA, i), UnitKind.POST, quota.label.text, root)
        for i, quota in enumerate(provision.quotas)
        if quota.is_post and not _within_posts(provision, quota)
    ]
    units += [
        Unit(FactRef(FactKind.DIVISION, i), UnitKind.DIVISION, division.name.text, root)
        for i, division in enumerate(provision.divisions)
    ]
    units += [
        Unit(FactRef(FactKind.HOSTED_OFFICE, i), UnitKind.HOSTED_OFFICE, office.name.text, root)
        for i, office in enumerate(provision.hosted_offices)
    ]
    return tuple(units)


def names_of(provision: Provision) -> tuple[str, ...]:
    """Return every name that the tree shows, once each: units, nameplates and what stands in （）after a name."""
    names = [unit.name for unit in units_of(provision)]
    names += [plate.name.text for plate in provision.nameplates]
    names += [name.text for division in provision.divisions for name in (*division.second_names, *division.nameplates)]
    return tuple(dict.fromkeys(names))


def whole_name(text: str, division: Division) -> Span:
    """Return where a division's whole name stands in *text*, what follows it in brackets included."""
    start, end = division.name.span.start, division.name.span.end
    others = (*division.second_names, *division.nameplates)
    closing = {"（": "）", "(": ")"}.get(text[end : end + 1])
    if closing is None or not others:
        return Span(start, end)
    last = max(name.span.end for name in others)
    found = text.find(closing, last)
    return Span(start, found + 1 if found >= 0 else last)


def _within_posts(provision: Provision, quota: Quota) -> bool:
    """Whether a post is one of a class of posts (科级领导职数…含专职副书记1名): no post of the body's leadership."""
    return quota.part_of is not None and provision.quotas[quota.part_of].kind is QuotaKind.LEADERSHIP
