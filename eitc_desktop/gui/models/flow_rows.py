"""What the picture 去向图 shows, as plain data: changes in groups, each with where it goes or comes from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.change_words import KIND_ORDER, kind_symbol, kind_word
from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.grade_words import grade_provenance, grade_words, unconfirmed
from eitc_desktop.gui.widgets.provenance import Provenance, provenance_word
from eitc_desktop.gui.wording import labelled, listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, Grade, Mapping
from eitc_desktop.model.provision import ChangeKind, Direction, FunctionChange, Provision

_Key = TypeVar("_Key", bound=Hashable)


class Grouping(StrEnum):
    """By what the changes stand together."""

    KIND = "kind"
    RECIPIENT = "recipient"
    UNIT = "unit"


class Way(StrEnum):
    """Which way a function goes, seen from the agency."""

    OUT = "out"  # to those named
    IN = "in"  # from the one named
    END = "end"  # it is gone, and the text names nobody who receives it
    HERE = "here"  # it comes or stays here, and the text names nobody who had it


class Target(NamedTuple):
    """Who stands at the other end, in the sentence's words; ``joints`` are the words between the names (或, 和, 、)."""

    way: Way
    names: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


class Tie(NamedTuple):
    """Why a change stands under a unit: the grade in words, the evidence, and what kind of content that is."""

    grade: str
    evidence: str
    provenance: Provenance
    reason: str = ""


class FlowRow(NamedTuple):
    """One change in one place of the picture. ``limits`` are its scope, condition and exception, each labelled."""

    change: int
    kind: ChangeKind
    words: str
    limits: tuple[str, ...]
    mark: str
    target: Target
    tie: Tie | None = None

    @property
    def ref(self) -> FactRef:
        """The change's address."""
        return FactRef(FactKind.CHANGE, self.change)


class FlowGroup(NamedTuple):
    """Changes under one heading; ``kind`` is that of all of them where that is what groups them."""

    heading: str
    rows: tuple[FlowRow, ...]
    kind: ChangeKind | None = None


def target_of(change: FunctionChange, body: str) -> Target:
    """Return where a function goes or comes from. The agency itself is no other end."""
    others = tuple(quote for quote in change.recipients if quote.text != body)
    origin = change.origin if change.origin is not None and change.origin.text != body else None
    if others:
        offset = change.span.start
        joints = tuple(
            change.text.text[first.span.end - offset : second.span.start - offset] for first, second in pairwise(others)
        )
        return Target(Way.OUT, tuple(quote.text for quote in others), joints)
    if origin is not None and change.direction is not Direction.OUT:
        return Target(Way.IN, (origin.text,))
    return Target(Way.END if change.leaves else Way.HERE)


class FlowRows(QObject):
    """Groups the changes of a provision for the picture."""

    def __init__(
        self, provision: Provision, model: ChangesModel, mapping: Mapping, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._provision = provision
        self._model = model
        self._mapping = mapping

    def groups(self, changes: Iterable[int], grouping: Grouping) -> tuple[FlowGroup, ...]:
        """Return the *changes* (rows of the model, in the text's order) in groups."""
        rows = [self._row(change) for change in changes]
        match grouping:
            case Grouping.KIND:
                return self._by_kind(rows)
            case Grouping.RECIPIENT:
                return self._by_recipient(rows)
            case Grouping.UNIT:
                return self._by_unit(rows)

    def end_words(self, target: Target) -> str:
        """Return where a function goes or comes from in one line; empty where there is no other end."""
        match target.way:
            case Way.OUT:
                joined = "".join(
                    f"{name}{joint}" for name, joint in zip(target.names, (*target.joints, ""), strict=True)
                )
                return labelled(self.tr("去向"), joined)
            case Way.IN:
                return labelled(self.tr("来源"), target.names[0])
            case Way.END:
                return labelled(self.tr("去向"), self.tr("本规定未载明"))
            case Way.HERE:
                return ""

    def spoken(self, row: FlowRow) -> str:
        """Return all that a row shows, one statement in a line."""
        lines = [labelled(kind_word(row.kind), row.words), self.end_words(row.target), *row.limits]
        if row.tie is not None:
            lines += [self.tie_words(row.tie), row.tie.reason]
        lines.append(labelled(self.tr("条款"), row.mark))
        return "\n".join(line for line in lines if line)

    def tie_words(self, tie: Tie) -> str:
        """Return why a row stands under its unit, in one line, with what kind of content that is."""
        tagged = f"{provenance_word(tie.provenance)} {tie.grade}"
        return labelled(tagged, tie.evidence) if tie.evidence else tagged

    def _row(self, number: int) -> FlowRow:
        change = self._model.change_at(number)
        limits = tuple(
            labelled(label, quote.text)
            for label, quote in (
                (self.tr("范围"), change.scope),
                (self.tr("条件"), change.condition),
                (self.tr("例外"), change.exception),
            )
            if quote is not None
        )
        target = target_of(change, self._provision.body.text)
        return FlowRow(
            number, change.kind, self._model.headline_of(number), limits, self._model.mark_at(number), target
        )

    def _by_kind(self, rows: list[FlowRow]) -> tuple[FlowGroup, ...]:
        found = _gathered(rows, lambda row: row.kind)
        return tuple(_of_kind(kind, found[kind]) for kind in KIND_ORDER if kind in found)

    def _by_recipient(self, rows: list[FlowRow]) -> tuple[FlowGroup, ...]:
        groups: list[FlowGroup] = []
        for way in (Way.OUT, Way.IN, Way.END):
            found = _gathered((row for row in rows if row.target.way is way), lambda row: row.target)
            groups += [_named(self.end_words(target), own) for target, own in found.items()]
        return (*groups, *self._by_kind([row for row in rows if row.target.way is Way.HERE]))

    def _by_unit(self, rows: list[FlowRow]) -> tuple[FlowGroup, ...]:
        links: dict[FactRef, list[ChangeLink]] = {}
        for link in self._mapping.change_links:
            if link.target.kind in {FactKind.DIVISION, FactKind.HOSTED_OFFICE}:
                links.setdefault(link.target, []).append(link)
        groups: list[FlowGroup] = []
        tied: set[int] = set()
        for unit in sorted(links):
            of_change = {link.change.index: link for link in links[unit]}
            own = [row._replace(tie=self._tie(of_change[row.change])) for row in rows if row.change in of_change]
            tied |= {row.change for row in own}
            if own:
                groups.append(_named(self._unit_name(unit), own))
        rest = [row for row in rows if row.change not in tied]
        return (*groups, _named(self.tr("未对应内设机构"), rest)) if rest else tuple(groups)

    def _unit_name(self, unit: FactRef) -> str:
        if unit.kind is FactKind.HOSTED_OFFICE:
            return self._provision.hosted_offices[unit.index].name.text
        division = self._provision.divisions[unit.index]
        others = "".join(f"（{name.text}）" for name in division.second_names)
        return f"{division.name.text}{others}"

    def _tie(self, link: ChangeLink) -> Tie:
        grade = grade_words(link.grade)
        if self._model.change_at(link.change.index).leaves:
            grade = self.tr("涉及领域 · {0}").format(grade)
        if link.grade is Grade.JUDGED:
            grade = f"{grade} · {unconfirmed()}"
        if link.via is not None:
            duty = self._provision.duties[link.via.index]
            place = f"{self._provision.cite(duty.items[link.via.part].span)}[{link.via.part + 1}]"
            grade = self.tr("{0} · 经 {1}").format(grade, place)
        evidence = listed(dict.fromkeys(f"“{one.quote.text}”" for one in link.evidence))
        reason = "" if link.judgement is None else link.judgement.reason
        return Tie(grade, evidence, grade_provenance(link.grade), reason)


def _gathered(rows: Iterable[FlowRow], key: Callable[[FlowRow], _Key]) -> dict[_Key, list[FlowRow]]:
    found: dict[_Key, list[FlowRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _named(heading: str, rows: list[FlowRow]) -> FlowGroup:
    return FlowGroup(f"{heading}  {len(rows)}", tuple(rows))


def _of_kind(kind: ChangeKind, rows: list[FlowRow]) -> FlowGroup:
    return _named(f"{kind_symbol(kind)} {kind_word(kind)}", rows)._replace(kind=kind)
