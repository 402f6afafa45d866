"""What a chart of an agency shows: the tree that the provision states, with nothing added to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import CoLocation, Provision
from eitc_desktop.model.units import UnitKind, units_of


class ChartKind(StrEnum):
    """What a box stands for: the kinds of UnitKind, by the same values, and one that the agency's tree doesn't hold."""

    BODY = "body"
    POST = "post"
    DIVISION = "division"
    HOSTED_OFFICE = "hosted_office"
    OUTSIDE = "outside"  # a unit of another body that one of these works together with (合署办公)


@dataclass(frozen=True, slots=True)
class ChartUnit:
    """A box of the chart.

    ``parent`` is an index of ``ChartContent.units``, smaller than the unit's own; None for the root and for a unit
    outside the agency. ``ref`` is the fact that states it. ``ordinal`` is as the text writes it (（二十五）), empty
    without one. ``amount`` is the number of a post (6名, 1-2名), None where none is stated. ``second_names`` stand in
    （）after the name in the text, ``nameplates`` are hung up beside it (加挂牌子). ``counted`` as in Division.
    ``keep`` are pieces of the name that are rather not broken. The name of a ``flat`` box never runs downwards.
    """

    name: str
    kind: ChartKind = ChartKind.DIVISION
    parent: int | None = None
    ref: FactRef | None = None
    ordinal: str = ""
    amount: str | None = None
    second_names: tuple[str, ...] = ()
    nameplates: tuple[str, ...] = ()
    counted: bool = True
    keep: tuple[str, ...] = ()
    flat: bool = False


class Tie(NamedTuple):
    """``unit`` works together with ``other``, a unit OUTSIDE; ``words`` as the text says it, stated by ``ref``."""

    unit: int
    other: int
    words: str = ""
    ref: FactRef | None = None


@dataclass(frozen=True, slots=True)
class ChartContent:
    """A tree of units, parents before their children and children in the text's order.

    ``ties`` join units with units OUTSIDE, each of which has one. ``notes`` are sentences of the text about units
    working together that no line can show (both are in the tree). ``staffing`` are the quotas that are no post of the
    body's leadership, as worded.

    Raises:
        ValueError: if there is no root, a parent doesn't stand before its child, or an outside unit has not one tie.
    """

    title: str
    units: tuple[ChartUnit, ...]
    ties: tuple[Tie, ...] = ()
    notes: tuple[str, ...] = ()
    staffing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.units or self.units[0].parent is not None:
            raise ValueError("the first unit is the root")
        tied = sorted(tie.other for tie in self.ties)
        if tied != [i for i, unit in enumerate(self.units) if unit.kind is ChartKind.OUTSIDE]:
            raise ValueError("every unit outside the tree has one tie, and nothing else has")
        for i, unit in enumerate(self.units[1:], 1):
            if unit.kind is not ChartKind.OUTSIDE and (unit.parent is None or not 0 <= unit.parent < i):
                raise ValueError(f"unit {i} has no parent before it")

    def of_kind(self, kind: ChartKind) -> tuple[int, ...]:
        """Return the indices of the units of *kind*, in the text's order."""
        return tuple(i for i, unit in enumerate(self.units) if unit.kind is kind)

    def children(self) -> tuple[tuple[int, ...], ...]:
        """Return for each unit its children of the kinds that hang under it: neither posts nor hosted offices."""
        below: list[list[int]] = [[] for _ in self.units]
        for i, unit in enumerate(self.units):
            if unit.parent is not None and unit.kind not in (ChartKind.POST, ChartKind.HOSTED_OFFICE):
                below[unit.parent].append(i)
        return tuple(tuple(group) for group in below)


def chart_content(provision: Provision) -> ChartContent:
    """Return what a chart of *provision*'s body shows: what ``units_of`` holds, and whom its units work together with.

    Classes of posts (正副处级领导职数) are posts of nobody and stand in ``staffing``.
    """
    units = list(_units(provision))
    ties: list[Tie] = []
    notes: list[str] = []
    for number, location in enumerate(provision.co_locations):
        inside, outside = _parties(location, units)
        if len(inside) == 1 and outside:
            ref = FactRef(FactKind.CO_LOCATION, number)
            for name in outside:
                ties.append(Tie(inside[0], len(units), location.text.text, ref))
                units.append(ChartUnit(name, ChartKind.OUTSIDE, ref=ref))
        else:
            notes.append(location.text.text)
    posts = {unit.ref.index for unit in units if unit.kind is ChartKind.POST and unit.ref is not None}
    staffing = tuple(_staffing(provision, posts, None))
    return ChartContent(f"{provision.body.text}机构设置图", tuple(units), tuple(ties), tuple(notes), staffing)


def _staffing(provision: Provision, posts: AbstractSet[int], within: int | None) -> Iterator[str]:
    """Yield the quotas that lie within another and are no *posts*; what lies within them stands in brackets.

    Beside each other they would read as if they were to be added up.
    """
    for i, quota in enumerate(provision.quotas):
        if quota.part_of != within:
            continue
        inner = list(_staffing(provision, posts, i))
        if i in posts:
            yield from inner
        else:
            words = quota.span.of(provision.text)
            yield f"{words}（其中{'、'.join(inner)}）" if inner else words


def _units(provision: Provision) -> Iterator[ChartUnit]:
    for unit in units_of(provision):
        kind = ChartKind(unit.kind)
        if unit.kind is UnitKind.BODY:
            plates = _once(plate.name.text for plate in provision.nameplates if plate.of is None)
            yield ChartUnit(unit.name, kind, None, unit.ref, nameplates=plates)
        elif unit.kind is UnitKind.POST:
            quota = provision.quotas[unit.ref.index]
            keep = () if quota.of is None else (quota.of.text,)
            yield ChartUnit(unit.name, kind, 0, unit.ref, amount=_amount(provision, unit.ref.index), keep=keep)
        elif unit.kind is UnitKind.DIVISION:
            division = provision.divisions[unit.ref.index]
            plates = _once(
                [
                    *(plate.text for plate in division.nameplates),
                    *(plate.name.text for plate in provision.nameplates if plate.of == unit.name),
                ]
            )
            second = _once(name.text for name in division.second_names)
            ordinal = division.ordinal or ""
            yield ChartUnit(unit.name, kind, 0, unit.ref, ordinal, None, second, plates, division.counted)
        else:
            yield ChartUnit(unit.name, kind, 0, unit.ref)


def _amount(provision: Provision, number: int) -> str | None:
    quota = provision.quotas[number]
    if quota.minimum is None or quota.maximum is None:
        return None
    span = str(quota.minimum) if quota.minimum == quota.maximum else f"{quota.minimum}-{quota.maximum}"
    return span + (quota.unit or "")


def _parties(location: CoLocation, units: list[ChartUnit]) -> tuple[list[int], list[str]]:
    """Return which units of the tree work together by *location*, and the names of those that aren't in it."""
    inside: list[int] = []
    outside: list[str] = []
    for party in location.units:
        at = next((i for i, unit in enumerate(units) if _goes_by(unit, party.text)), None)
        if at is None:
            outside.append(party.text)
        else:
            inside.append(at)
    return inside, outside


def _goes_by(unit: ChartUnit, name: str) -> bool:
    if unit.kind in (ChartKind.POST, ChartKind.OUTSIDE):
        return False
    return name == unit.name or name in unit.second_names or name in unit.nameplates


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
