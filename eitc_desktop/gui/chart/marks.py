"""What the overlays of the chart say of a unit: changes that concern it, grades of its correspondences, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.models.change_words import KIND_ORDER, kind_symbol, kind_word
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import ChangeKind, Provision


class Overlay(StrEnum):
    """What can be laid over the chart; the value is the word that the settings remember."""

    CHANGES = "changes"
    GRADES = "grades"
    GAPS = "gaps"
    REVIEW = "review"


GAP_SIGN = "○"
"""Stands for a gap where there is no room for words, and before them."""


DISPUTE_SIGN = "!"
"""Stands before how many links reviewers think differently of."""


class UnitMarks(NamedTuple):
    """``changes``: kinds in their order; ``grades``: how many duty items by grade, those with any.

    ``is_gap``: no duty item, nor duties of its own in the text. ``opinions``: how many of reviewers there are on it;
    ``disputed``: of how many of its links they think differently.
    """

    changes: tuple[ChangeKind, ...] = ()
    grades: tuple[tuple[Grade, int], ...] = ()
    is_gap: bool = False
    opinions: int = 0
    disputed: int = 0

    def is_marked(self, overlays: AbstractSet[Overlay]) -> bool:
        """Say whether the *overlays* show anything of it."""
        return any(True for _ in marks_shown(self, overlays))


class Mark(NamedTuple):
    """One mark: of a change of this ``kind``, of a ``grade`` with its count in words, of a gap, or of the review."""

    overlay: Overlay
    words: str
    kind: ChangeKind | None = None
    grade: Grade | None = None
    short: str = ""  # what stands for the words where they have no room; without it their first character


NO_MARKS = UnitMarks()
_LINKED = frozenset({FactKind.DIVISION, FactKind.HOSTED_OFFICE})


def marks_shown(marks: UnitMarks, overlays: AbstractSet[Overlay]) -> Iterator[Mark]:
    """Yield what the *overlays* show of a unit; a grade's count is told from two on, as in the matrix."""
    if Overlay.CHANGES in overlays:
        for kind in marks.changes:
            yield Mark(Overlay.CHANGES, f"{kind_symbol(kind)}{kind_word(kind)}", kind=kind)
    if Overlay.GRADES in overlays:
        for grade, count in marks.grades:
            yield Mark(Overlay.GRADES, str(count) if count > 1 else "", grade=grade)
    if Overlay.GAPS in overlays and marks.is_gap:
        yield Mark(Overlay.GAPS, GAP_SIGN + QCoreApplication.translate("ChartView", "未对应"))
    if Overlay.REVIEW in overlays:
        if marks.opinions:
            words = QCoreApplication.translate("ChartView", "意见 {0}").format(marks.opinions)
            yield Mark(Overlay.REVIEW, words, short=str(marks.opinions))
        if marks.disputed:
            words = QCoreApplication.translate("ChartView", "分歧 {0}").format(marks.disputed)
            yield Mark(Overlay.REVIEW, words, short=f"{DISPUTE_SIGN}{marks.disputed}")


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
                not counts and not (unit.kind is FactKind.DIVISION and provision.divisions[unit.index].duties),
            )
    return found
