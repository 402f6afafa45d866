"""Which agencies share matters with the body, each under one name however the text calls it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading.names import short_forms


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that has a part in a shared matter; ``forms`` are the names that the matters call it by."""

    name: str
    forms: frozenset[str]
    own: bool


def agencies_of(provision: Provision) -> tuple[Agency, ...]:
    """Return the agencies with a role in any shared matter: the body itself first, then in the text's order.

    A name and its form without the place before it (白石区水务局, 区水务局) are one agency, called by the longer name.
    """
    body = provision.body.text
    groups: list[list[str]] = [[body]]
    for name in _names(provision):
        group = next((group for group in groups if any(_same(name, other) for other in group)), None)
        if group is None:
            groups.append([name])
        elif name not in group:
            group.append(name)
    named = set(_names(provision))
    agencies = (Agency(max(group, key=len), frozenset(group), body in group) for group in groups)
    return tuple(agency for agency in agencies if agency.forms & named)


def _names(provision: Provision) -> Iterator[str]:
    for split in provision.responsibility_splits:
        for matter in split.matters:
            for role in matter.roles:
                yield role.agency.text


def _same(one: str, other: str) -> bool:
    return one in short_forms(other) or other in short_forms(one)
