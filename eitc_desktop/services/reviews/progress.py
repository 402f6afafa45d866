"""How far the duty items' correspondences are reviewed, and where reviewers differ: one rule for window and papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Stance, UnitName, Verdict
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.review import Review


class ItemState(StrEnum):
    """Whether a duty item's correspondences were reviewed."""

    UNREVIEWED = "unreviewed"  # 未审
    REVIEWED = "reviewed"  # 已审
    DISPUTED = "disputed"  # 有分歧


ITEM_STATES: Mapping[ItemState, Phrase] = MappingProxyType(
    {
        ItemState.UNREVIEWED: Phrase("Review", "未审"),
        ItemState.REVIEWED: Phrase("Review", "已审"),
        ItemState.DISPUTED: Phrase("Review", "有分歧"),
    }
)


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of each duty item in the order of the text; ``reviewed`` counts disputed ones, too."""

    states: Mapping[FactRef, ItemState]
    reviewed: int
    total: int

    @property
    def disputed(self) -> int:
        """How many items reviewers differ on."""
        return sum(state is ItemState.DISPUTED for state in self.states.values())


def progress(review: Review, provision: Provision, mapping: DutyMapping) -> Progress:
    """Return how far the duty items of *provision* are reviewed.

    An item is reviewed when there is a verdict on each of its links, or, where it has none, on its having none. It is
    disputed when two reviewers' verdicts on the same differ, or they propose different units.
    """
    units: dict[FactRef, list[FactRef]] = {}
    for link in mapping.duty_links:
        units.setdefault(link.item, []).append(link.unit)
    states: dict[FactRef, ItemState] = {}
    for i, duty in enumerate(provision.duties):
        for j in range(len(duty.items)):
            item = FactRef(FactKind.DUTY_ITEM, i, j)
            states[item] = _state(review, item, units.get(item, []))
    reviewed = sum(state is not ItemState.UNREVIEWED for state in states.values())
    return Progress(MappingProxyType(states), reviewed, len(states))


def _state(review: Review, item: FactRef, units: list[FactRef]) -> ItemState:
    given = review.verdicts_of_item(item)
    if not given:
        return ItemState.UNREVIEWED
    asked: list[FactRef | None] = [*units] or [None]
    if is_disputed(review, item):
        return ItemState.DISPUTED
    covered = all(review.verdicts_on(item, unit) for unit in asked)
    return ItemState.REVIEWED if covered else ItemState.UNREVIEWED


def is_disputed(review: Review, item: FactRef) -> bool:
    """Say whether verdicts on one link of *item*, or on its having none, differ."""
    seen: dict[str, set[tuple[Stance, str]]] = {}  # units by name: another version may have them elsewhere
    for entry in review.verdicts_of_item(item):
        for head in entry.heads:
            if isinstance(head.content, Verdict) and not head.withdrawn:
                verdict = head.content
                seen.setdefault(_name(verdict.unit), set()).add((verdict.stance, _name(verdict.proposed)))
    return any(len(views) > 1 for views in seen.values())


def _name(unit: UnitName | None) -> str:
    return "" if unit is None else unit.name
