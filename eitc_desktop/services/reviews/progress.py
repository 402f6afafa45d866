"""How far the duty items' correspondences are reviewed, and where reviewers differ: one rule for window and papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """How far a duty item's correspondences were reviewed, and beside that whether reviewers differ."""

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
    """The states of each duty item in the order of the text: unreviewed or reviewed, and disputed beside either."""

    states: Mapping[FactRef, frozenset[ItemState]]

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self.states)

    @property
    def reviewed(self) -> int:
        """How many items have a verdict on each of their links."""
        return self._count(ItemState.REVIEWED)

    @property
    def disputed(self) -> int:
        """How many items reviewers differ on, reviewed or not."""
        return self._count(ItemState.DISPUTED)

    @property
    def disputed_unreviewed(self) -> int:
        """How many items reviewers differ on of which some links have no verdict yet."""
        return self._count(ItemState.DISPUTED, ItemState.UNREVIEWED)

    def is_disputed(self, item: FactRef) -> bool:
        """Say whether reviewers differ on an item."""
        return ItemState.DISPUTED in self.states[item]

    def _count(self, *asked: ItemState) -> int:
        return sum(states.issuperset(asked) for states in self.states.values())


def progress(review: Review, provision: Provision, mapping: DutyMapping) -> Progress:
    """Return how far the duty items of *provision* are reviewed.

    An item is reviewed when there is a verdict on each of its links, or, where it has none, on its having none. It is
    disputed when two reviewers' verdicts on the same differ, or they propose different units, though some of its links
    may have no verdict yet.
    """
    units: dict[FactRef, list[FactRef]] = {}
    for link in mapping.duty_links:
        units.setdefault(link.item, []).append(link.unit)
    states: dict[FactRef, frozenset[ItemState]] = {}
    for i, duty in enumerate(provision.duties):
        for j in range(len(duty.items)):
            item = FactRef(FactKind.DUTY_ITEM, i, j)
            states[item] = frozenset(_states(review, item, units.get(item, [])))
    return Progress(MappingProxyType(states))


def _states(review: Review, item: FactRef, units: list[FactRef]) -> Iterator[ItemState]:
    asked: list[FactRef | None] = [*units] or [None]
    covered = bool(review.verdicts_of_item(item)) and all(review.verdicts_on(item, unit) for unit in asked)
    yield ItemState.REVIEWED if covered else ItemState.UNREVIEWED
    if is_disputed(review, item):
        yield ItemState.DISPUTED


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
