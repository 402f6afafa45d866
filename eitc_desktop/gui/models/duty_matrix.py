"""Duties × divisions: what corresponds to what, by row and column; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from eitc_desktop.gui.models.verdict_wish import Link
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Grade, Mapping, Rejection, WordingKind
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.matching import folded

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight

PROPOSED = "proposed"
"""The sign of a cell for which somebody proposes a link that there isn't."""

_GRAVEST = ("disputed", "disagree", "doubt")
"""Which of several signs a cell of many links shows: what is to be talked about; the others are kept for words."""

NO_ROLE = ""
"""Asks for the items that state no role."""


class MatrixRow(NamedTuple):
    """A duty, or one of its items. ``items`` are the duty items it stands for: its own, or all of the duty's.

    ``unfolds``: a duty of several items. A duty with a single one stands for it and has no row below.
    """

    ref: FactRef
    items: tuple[FactRef, ...]
    label: str
    words: str
    unfolds: bool


class MatrixColumn(NamedTuple):
    """A division or hosted office."""

    ref: FactRef
    ordinal: str
    name: str
    second_names: tuple[str, ...]

    @property
    def hosted(self) -> bool:
        """Whether it is an office hosted in the body."""
        return self.ref.kind is FactKind.HOSTED_OFFICE

    @property
    def full_name(self) -> str:
        """The name with what stands in brackets after it."""
        return self.name + "".join(f"（{name}）" for name in self.second_names)


class CellMark(NamedTuple):
    """What a cell shows: the strongest grade, how many links, whether the only one covers its item in part.

    Without a grade it is a match by name that a judgement set aside.
    """

    grade: Grade | None
    links: int
    part: bool


class Standing(NamedTuple):
    """How many of a row's items have no division, of how many, and how many divisions correspond in all."""

    unmapped: int
    items: int
    divisions: int


class Narrowing(NamedTuple):
    """What is to be shown. ``role`` and ``act`` are names of wordings, None for any; all of ``words`` must be there.

    ``state`` is the value of an ItemState of the review, None for any; what is disputed is reviewed or unreviewed, too.
    """

    grades: frozenset[Grade] = frozenset(Grade)
    role: str | None = None
    act: str | None = None
    words: tuple[str, ...] = ()
    unmapped: bool = False
    state: str | None = None

    @property
    def of_items(self) -> bool:
        """Whether some items are left out."""
        asked = (self.role, self.act, self.state)
        return any(each is not None for each in asked) or bool(self.words) or self.unmapped


class DutyMatrix:
    """The correspondences of one provision by row and column."""

    def __init__(self, provision: Provision, mapping: Mapping) -> None:
        self.provision = provision
        self.mapping = mapping
        self.columns = tuple(_columns(provision))
        self._links: dict[tuple[FactRef, FactRef], list[DutyLink]] = defaultdict(list)
        self._of_item: dict[FactRef, list[DutyLink]] = defaultdict(list)
        self._linked_units = {link.unit for link in mapping.duty_links}
        for link in mapping.duty_links:
            self._links[link.item, link.unit].append(link)
            self._of_item[link.item].append(link)
        self._rejections = {(each.item, each.unit): each for each in mapping.rejections}
        self._changes: dict[FactRef, list[ChangeLink]] = defaultdict(list)
        for change_link in mapping.change_links:
            self._changes[change_link.target].append(change_link)
        self._named: dict[tuple[FactRef, WordingKind], set[str]] = defaultdict(set)
        for wording in mapping.wordings:
            self._named[wording.item, wording.kind].add(wording.name)
        self._names = {column.ref: column.full_name for column in self.columns}
        self.sight: ReviewSight | None = None  # what is entered in a review, None where nothing is

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that occur, in the text's order."""
        return self._occurring(WordingKind.ROLE)

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts that occur, in the text's order."""
        return self._occurring(WordingKind.ACT)

    @property
    def unmapped_items(self) -> tuple[FactRef, ...]:
        """The duty items without a division; those with a hosted office alone are among them."""
        return tuple(item for row in self._whole() for item in row.items if not self.divisions_of(item))

    def count_of(self, grade: Grade) -> int:
        """Return how many links between duty items and divisions are of *grade*; hosted offices aren't counted."""
        links = self.mapping.duty_links
        return sum(link.grade is grade and link.unit.kind is FactKind.DIVISION for link in links)

    def rows(self, narrowing: Narrowing, unfolded: Iterable[int]) -> tuple[MatrixRow, ...]:
        """Return the rows that *narrowing* leaves: duties, and below those in *unfolded* (by number) their items."""
        opened = set(unfolded)
        rows: list[MatrixRow] = []
        for whole in self._whole():
            items = tuple(item for item in whole.items if self.wants(item, narrowing))
            if not items and (narrowing.of_items or whole.items):
                continue
            rows.append(whole._replace(items=items))
            if whole.unfolds and whole.ref.index in opened:
                rows += [self._item_row(item) for item in items]
        return tuple(rows)

    def links_of(self, item: FactRef, unit: FactRef) -> Sequence[DutyLink]:
        """Return the links between an item and a unit."""
        return self._links.get((item, unit), ())

    def links_of_item(self, item: FactRef) -> Sequence[DutyLink]:
        """Return the links of a duty item, in the order of the mapping."""
        return self._of_item.get(item, ())

    def rejection_of(self, item: FactRef, unit: FactRef) -> Rejection | None:
        """Return the judgement that sets a match by name aside, if there is one."""
        return self._rejections.get((item, unit))

    def divisions_of(self, item: FactRef) -> tuple[FactRef, ...]:
        """Return the divisions of an item, each once; hosted offices don't count."""
        units = (link.unit for link in self._of_item.get(item, ()) if link.unit.kind is FactKind.DIVISION)
        return tuple(dict.fromkeys(units))

    def mark(self, row: MatrixRow, column: MatrixColumn, grades: frozenset[Grade]) -> CellMark | None:
        """Return what the cell shows of links of *grades*, None where there is nothing."""
        found = [link for item in row.items for link in self.links_of(item, column.ref) if link.grade in grades]
        if found:
            alone = len(row.items) == 1
            return CellMark(min(link.grade for link in found), len(found), alone and all(link.part for link in found))
        rejected = Grade.JUDGED in grades and any((item, column.ref) in self._rejections for item in row.items)
        return CellMark(None, 0, part=False) if rejected else None

    def links_at(self, row: MatrixRow, column: MatrixColumn | None, grades: frozenset[Grade]) -> tuple[Link, ...]:
        """Return what a verdict at a place is on: the links in a cell, or all of a row.

        Where there are none and the row is of one item that has no division, it is on that.
        """
        units = [each.ref for each in (self.columns if column is None else (column,))]
        found = tuple(
            (item, unit)
            for item in row.items
            for unit in units
            if any(link.grade in grades for link in self.links_of(item, unit))
        )
        alone = len(row.items) == 1 and not self.divisions_of(row.items[0])
        return found or (((row.items[0], None),) if alone else ())

    def review_sign(self, row: MatrixRow, column: MatrixColumn) -> str:
        """Return what a cell is marked with of the review: as ``ReviewSight.sign``, PROPOSED, or nothing.

        A cell of several links is agreed to where each of them is.
        """
        if self.sight is None:
            return ""
        sight = self.sight
        links = [(item, column.ref) for item in row.items if self.links_of(item, column.ref)]
        signs = {sight.sign(link) for link in links}
        gravest = next((sign for sign in _GRAVEST if sign in signs), "")
        if gravest or (links and signs == {"agree"}):
            return gravest or "agree"
        return PROPOSED if any(sight.proposals((item, column.ref)) for item in row.items) else ""

    def standing(self, row: MatrixRow) -> Standing:
        """Return how the items of a row stand to the divisions, whatever grades are shown."""
        of_each = [self.divisions_of(item) for item in row.items]
        units = {unit for units in of_each for unit in units}
        return Standing(sum(not units for units in of_each), len(of_each), len(units))

    def is_linked(self, unit: FactRef) -> bool:
        """Say whether any duty item corresponds to a unit."""
        return unit in self._linked_units

    def changes_of(self, *targets: FactRef) -> tuple[ChangeLink, ...]:
        """Return the function changes that concern the *targets*, each change once, in the text's order."""
        found: dict[FactRef, ChangeLink] = {}
        for target in targets:
            for link in self._changes.get(target, ()):
                found.setdefault(link.change, link)
        return tuple(found[change] for change in sorted(found))

    def change_kinds_of(self, *targets: FactRef) -> tuple[ChangeKind, ...]:
        """Return the kinds of the changes that concern the *targets*, each once."""
        changes = self.provision.changes
        return tuple(dict.fromkeys(changes[link.change.index].kind for link in self.changes_of(*targets)))

    def place_of(self, ref: FactRef) -> tuple[FactRef | None, FactRef | None]:
        """Return the row and the column that *ref* is or belongs to."""
        match ref.kind:
            case FactKind.DUTY:
                return ref, None
            case FactKind.DUTY_ITEM:
                alone = len(self.provision.duties[ref.index].items) < 2
                return (FactRef(FactKind.DUTY, ref.index) if alone else ref), None
            case FactKind.DIVISION | FactKind.SECOND_NAME | FactKind.DIVISION_NAMEPLATE | FactKind.DIVISION_DUTY:
                return None, FactRef(FactKind.DIVISION, ref.index)
            case FactKind.HOSTED_OFFICE:
                return None, ref
            case _:
                return None, None

    def _occurring(self, kind: WordingKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(wording.name for wording in self.mapping.wordings if wording.kind is kind))

    def _whole(self) -> Iterable[MatrixRow]:
        for number, duty in enumerate(self.provision.duties):
            items = tuple(FactRef(FactKind.DUTY_ITEM, number, part) for part in range(len(duty.items)))
            ref = FactRef(FactKind.DUTY, number)
            yield MatrixRow(ref, items, duty.ordinal or "", duty.text.text, len(items) > 1)

    def _item_row(self, item: FactRef) -> MatrixRow:
        words = self.provision.duties[item.index].items[item.part].text
        return MatrixRow(item, (item,), f"[{item.part + 1}]", words, unfolds=False)

    def wants(self, item: FactRef, narrowing: Narrowing) -> bool:
        """Say whether *narrowing* leaves a duty item."""
        if narrowing.unmapped and self.divisions_of(item):
            return False
        if narrowing.state is not None and not self._has_state(item, narrowing.state):
            return False
        roles = self._named.get((item, WordingKind.ROLE), set())
        if narrowing.role is not None and not (narrowing.role in roles if narrowing.role else not roles):
            return False
        if narrowing.act is not None and narrowing.act not in self._named.get((item, WordingKind.ACT), set()):
            return False
        return all(word in self._searched(item, narrowing.grades) for word in narrowing.words)

    def _has_state(self, item: FactRef, state: str) -> bool:
        if self.sight is None:
            return False
        return state in self.sight.progress.states[item]

    def wants_link(self, link: DutyLink, narrowing: Narrowing) -> bool:
        """Say whether *narrowing* leaves a link; how far it is reviewed is asked of the link, not of its item."""
        if link.grade not in narrowing.grades or not self.wants(link.item, narrowing._replace(state=None)):
            return False
        if narrowing.state is None:
            return True
        return self.sight is not None and self.sight.has_state((link.item, link.unit), narrowing.state)

    def _searched(self, item: FactRef, grades: frozenset[Grade]) -> str:
        """Return the words of an item and the names of its units, as a filter compares them."""
        duty = self.provision.duties[item.index]
        names = (self._names[link.unit] for link in self.links_of_item(item) if link.grade in grades)
        return folded("\n".join((duty.ordinal or "", duty.items[item.part].text, *names)))


def _columns(provision: Provision) -> Iterable[MatrixColumn]:
    for i, division in enumerate(provision.divisions):
        second = tuple(name.text for name in (*division.second_names, *division.nameplates))
        yield MatrixColumn(FactRef(FactKind.DIVISION, i), division.ordinal or "", division.name.text, second)
    for i, office in enumerate(provision.hosted_offices):
        yield MatrixColumn(FactRef(FactKind.HOSTED_OFFICE, i), "", office.name.text, ())
