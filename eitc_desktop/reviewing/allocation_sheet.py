"""The table that a 编制分配方案 makes: plain data, for the window, for papers and for comparing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.model.provision import QuotaKind
from eitc_desktop.model.review import AllotmentColumn, AllotmentRow, Post
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.review import Entry


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of numbers: a stated quota, or one half (``key.post``) of a class of leadership posts.

    ``minimum``, ``maximum`` and ``unit`` are the whole quota's, as stated. ``within`` is the place in
    ``Provision.quotas`` of the quota that it lies within, None where the text names none.
    """

    key: AllotmentColumn
    kind: QuotaKind
    minimum: int
    maximum: int
    unit: str | None
    within: int | None


class SheetSum(NamedTuple):
    """Columns that are added up across a row: the halves of one ``quota``, or (None) all quotas of one ``kind``."""

    kind: QuotaKind
    quota: int | None
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of numbers. ``label`` is a name, or words of ours; ``posts`` are the places in ``Provision.quotas``
    of the named posts (主任 1 名), which the text states for the row of the body's leaders: they are never spread.
    """

    key: AllotmentRow
    label: Phrase | str
    ordinal: str | None = None
    posts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One number, None where nothing is entered. ``entries`` hold its states; ``drafts`` are the numbers that stand
    side by side (两稿并存), newest first, with who entered them and when (UTC): empty where there is one.
    """

    count: int | None = None
    entries: tuple[Entry, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @property
    def in_conflict(self) -> bool:
        return bool(self.drafts)


@dataclass(frozen=True, slots=True)
class Draft:
    """A number that stands beside others in one cell."""

    count: int | None
    author: str
    made_at: str


NOTHING_ENTERED = SheetCell()


class Outcome(StrEnum):
    """How what is spread stands to what is stated."""

    EMPTY = "empty"  # nothing is entered
    UNDER = "under"  # less than the least stated: 未分配
    MET = "met"  # the stated number, or within the stated range: 正好
    OVER = "over"  # more than the most stated: 超出
    UNSETTLED = "unsettled"  # that depends on which of several drafts is chosen


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of some cells: ``filled`` of ``cells`` hold a number, ``unsettled`` of them several.

    ``lowest`` and ``highest`` differ where drafts do. ``minimum``, ``maximum`` and ``unit`` are the stated total;
    None where the text states none (one half of 正副…, a row's sum).
    """

    lowest: int
    highest: int
    filled: int
    cells: int
    unsettled: int = 0
    minimum: int | None = None
    maximum: int | None = None
    unit: str | None = None

    @property
    def amount(self) -> int | None:
        """The sum; None where no cell is filled, or drafts differ."""
        return self.lowest if self.filled and self.lowest == self.highest else None

    @property
    def empty(self) -> int:
        """How many cells are empty; 0 was entered in none of them."""
        return self.cells - self.filled

    @property
    def outcome(self) -> Outcome | None:
        """How the sum stands to the stated total; None where the text states none."""
        if self.minimum is None or self.maximum is None:
            return None
        if not self.filled:
            return Outcome.EMPTY
        if self.lowest > self.maximum:
            return Outcome.OVER
        if self.highest < self.minimum:
            return Outcome.UNDER
        settled = self.lowest >= self.minimum and self.highest <= self.maximum
        return Outcome.MET if settled else Outcome.UNSETTLED

    @property
    def differences(self) -> tuple[int, int]:
        """How many posts are over the most stated, or missing to the least: from, to; they differ where drafts do."""
        match self.outcome:
            case Outcome.OVER:
                return self.lowest - (self.maximum or 0), self.highest - (self.maximum or 0)
            case Outcome.UNDER | Outcome.EMPTY:
                return (self.minimum or 0) - self.highest, (self.minimum or 0) - self.lowest
            case _:
                return 0, 0


class HintKind(StrEnum):
    """What is worth a look though no total forbids it."""

    PARTS = "parts"  # the posts within an establishment are more than the establishment
    POSTS = "posts"  # the named posts stated for the leaders are more than was set aside for them


@dataclass(frozen=True, slots=True)
class Hint:
    """In ``row``, ``count`` in ``columns`` is less than ``parts`` in ``part_columns`` (or in the named posts)."""

    kind: HintKind
    row: int
    columns: tuple[int, ...]
    count: int
    part_columns: tuple[int, ...]
    parts: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A number entered for a unit or quota that this provision doesn't have; it counts in no sum. ``column`` is the
    quota's label, ``post`` which half of it; ``cell`` is what stands there.
    """

    row: str
    column: str
    post: Post | None
    cell: SheetCell


@dataclass(frozen=True, slots=True)
class AllocationSheet:
    """A scenario as a table. ``cells[i][j]`` belongs to ``rows[i]`` and ``columns[j]``; ``column_totals`` stand in the
    order of ``columns`` and ``sum_totals`` in that of ``sums``, each with the stated total where the text states one.

    Without ``columns`` the provision states no establishment that could be spread.
    """

    scenario: str
    name: str
    note: str
    columns: tuple[SheetColumn, ...]
    sums: tuple[SheetSum, ...]
    rows: tuple[SheetRow, ...]
    cells: tuple[tuple[SheetCell, ...], ...]
    column_totals: tuple[Total, ...]
    sum_totals: tuple[Total, ...]
    hints: tuple[Hint, ...]
    strays: tuple[Stray, ...]

    @property
    def conflicts(self) -> int:
        """How many cells hold several drafts."""
        return sum(cell.in_conflict for row in self.cells for cell in row)

    @property
    def stated(self) -> tuple[tuple[tuple[int, ...], Total], ...]:
        """What is held against a stated total, in the text's order: the columns that it concerns, and their sum."""
        whole = [((i,), total) for i, total in enumerate(self.column_totals) if total.outcome is not None]
        halves = [
            (each.columns, total)
            for each, total in zip(self.sums, self.sum_totals, strict=True)
            if total.outcome is not None
        ]
        return tuple(sorted(whole + halves, key=lambda one: one[0]))

    def row_sum(self, row: int, number: int) -> Total:
        """Return the sum across *row* of the columns of ``sums[number]``."""
        return add_up(self.cells[row][j] for j in self.sums[number].columns)


def add_up(cells: Iterable[SheetCell], stated: tuple[int, int, str | None] | None = None) -> Total:
    """Add up *cells*, to be held against the *stated* minimum, maximum and unit."""
    lowest = highest = filled = count = unsettled = 0
    for cell in cells:
        drafts = [draft.count for draft in cell.drafts] or [cell.count]
        numbers = [number for number in drafts if number is not None]
        lowest += min(number or 0 for number in drafts)
        highest += max(number or 0 for number in drafts)
        filled += bool(numbers)
        unsettled += cell.in_conflict
        count += 1
    minimum, maximum, unit = stated or (None, None, None)
    return Total(lowest, highest, filled, count, unsettled, minimum, maximum, unit)
