"""What the overlays of the chart say of a unit: changes that concern it, grades of its correspondences, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.gui.models.change_words import KIND_ORDER
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import ChangeKind, Provision


class Overlay(StrEnum):
    """What can be laid over the chart; the value is the word that the settings remember."""

    CHANGES = "changes"
    GRADES = "grades"
    GAPS = "gaps"


class UnitMarks(NamedTuple):
    """``changes``: kinds in their order; ``grades``: how many duty items by grade, those with any; ``is_gap``: none."""

    changes: tuple[ChangeKind, ...] = ()
    grades: tuple[tuple[Grade, int], ...] = ()
    is_gap: bool = False

    def mark_count(self, overlays: AbstractSet[Overlay]) -> int:
        """Return how many marks the *overlays* show of it at most, a count beside a grade included."""
        changes = len(self.changes) if Overlay.CHANGES in overlays else 0
        grades = sum(1 + (count > 1) for _, count in self.grades) if Overlay.GRADES in overlays else 0
        return changes + grades + (self.is_gap and Overlay.GAPS in overlays)


NO_MARKS = UnitMarks()
_LINKED = frozenset({FactKind.DIVISION, FactKind.HOSTED_OFFICE})


def marks_of(provision: Provision, mapping: DutyMapping, units: Iterable[FactRef]) -> Mapping[FactRef, UnitMarks]:
    """Return the marks of those *units* that correspondences are about: divisions and hosted offices."""
    kinds: dict[FactRef, set[ChangeKind]] = {}
    for link in mapping.change_links:
        kinds.setdefault(link.target, set()).add(provision.changes[link.change.index].kind)
    grades: dict[FactRef, Counter[Grade]] = {}
    for link in mapping.duty_links:
        grades.setdefault(link.unit, Counter())[link.grade] += 1
    found: dict[FactRef, UnitMarks] = {}
    for unit in units:
        if unit.kind in _LINKED:
            concerned = kinds.get(unit, set())
            counts = grades.get(unit, Counter())
            found[unit] = UnitMarks(
                tuple(kind for kind in KIND_ORDER if kind in concerned),
                tuple((grade, counts[grade]) for grade in Grade if counts[grade]),
                not counts,
            )
    return found
