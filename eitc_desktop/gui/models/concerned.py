"""Which changes concern what is chosen elsewhere, so that they can be marked."""

from __future__ import annotations

from collections.abc import Iterable

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, Mapping


def concerned(mapping: Mapping, ref: FactRef) -> frozenset[int]:
    """Return the changes that concern *ref*: a duty or one of its items, a unit, a shared matter or what is in it."""
    match ref.kind:
        case FactKind.DUTY_ITEM | FactKind.DIVISION | FactKind.HOSTED_OFFICE | FactKind.MATTER:
            return _changes(link for link in mapping.change_links if link.target == ref)
        case FactKind.DUTY:
            return _changes(_within(mapping, FactKind.DUTY_ITEM, ref))
        case FactKind.SPLIT:
            return _changes(_within(mapping, FactKind.MATTER, ref))
        case FactKind.SECOND_NAME | FactKind.DIVISION_NAMEPLATE | FactKind.DIVISION_DUTY:
            return concerned(mapping, FactRef(FactKind.DIVISION, ref.index))
        case FactKind.ROLE | FactKind.MECHANISM:
            return concerned(mapping, FactRef(FactKind.MATTER, ref.index, ref.part))
        case _:
            return frozenset()


def _within(mapping: Mapping, kind: FactKind, whole: FactRef) -> Iterable[ChangeLink]:
    return (link for link in mapping.change_links if link.target.kind is kind and link.target.index == whole.index)


def _changes(links: Iterable[ChangeLink]) -> frozenset[int]:
    return frozenset(link.change.index for link in links)
