"""Duty items by what their words say: which role, which act."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping, WordingKind
from eitc_desktop.model.provision import Provision

NO_ROLE = ""
"""Asked for as a role: items whose words state none."""


class Facets(NamedTuple):
    """What duty items are asked for; None asks for nothing."""

    role: str | None = None
    act: str | None = None


def roles_found(mapping: Mapping) -> tuple[str, ...]:
    """Return the roles that the words of a provision's duty items state, in the order of the text."""
    return _names(mapping, WordingKind.ROLE)


def acts_found(mapping: Mapping) -> tuple[str, ...]:
    """Return the families of acts that the words of a provision's duty items state, in the order of the text."""
    return _names(mapping, WordingKind.ACT)


def items_of(provision: Provision, mapping: Mapping, facets: Facets) -> frozenset[FactRef]:
    """Return the duty items that answer *facets*."""
    roles: dict[FactRef, set[str]] = {}
    acts: dict[FactRef, set[str]] = {}
    for wording in mapping.wordings:
        if wording.kind is not WordingKind.LIMIT:
            (roles if wording.kind is WordingKind.ROLE else acts).setdefault(wording.item, set()).add(wording.name)
    sizes = [len(duty.items) for duty in provision.duties]
    every = (FactRef(FactKind.DUTY_ITEM, i, j) for i, size in enumerate(sizes) for j in range(size))
    return frozenset(
        item
        for item in every
        if (facets.act is None or facets.act in acts.get(item, ()))
        and (facets.role is None or facets.role in (roles.get(item) or {NO_ROLE}))
    )


def _names(mapping: Mapping, kind: WordingKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wording.name for wording in mapping.wordings if wording.kind is kind))
