"""编制分配方案: stated 编制 and 职数 spread over units by reviewers, and held against the totals that the text states.

A provision states totals and named posts, never how posts are spread: all numbers in the cells are entered. An empty
cell is not 0, and where two people entered different numbers at once (两稿并存) it has no number until one is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision, QuotaKind
from eitc_desktop.model.review import Allotment, AllotmentColumn, AllotmentRow, Post, RowKind, Scenario
from eitc_desktop.model.units import UnitKind, units_of
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.allocation_sheet import (
    NOTHING_ENTERED,
    AllocationSheet,
    Draft,
    Hint,
    HintKind,
    SheetCell,
    SheetColumn,
    SheetRow,
    SheetSum,
    Stray,
    add_up,
)
from eitc_desktop.reviewing.anchors import unit_name
from eitc_desktop.reviewing.annotations import entry_id_for
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.reviewing.review import Entry, Review

MAX_COUNT = 999_999
"""The largest number that can be entered into a cell."""

LEADERS = Phrase("Allocation", "机关领导")
INSTITUTION_LEADERS = Phrase("Allocation", "单位领导")
RESERVE = Phrase("Allocation", "预留")

_BOTH_HALVES = re.compile("正[、和及与（(/]?副")


class NoSuchScenario(EitcError):
    """The review has no scenario of this id, or it was withdrawn."""

    def __init__(self) -> None:
        super().__init__(Phrase("Allocation", "没有这个编制分配方案，或者它已撤回"))


def columns_of(provision: Provision) -> tuple[SheetColumn, ...]:
    """Return what can be spread: stated establishments and classes of leadership posts that have a number."""
    columns: list[SheetColumn] = []
    for i, quota in enumerate(provision.quotas):
        if quota.is_post or quota.minimum is None or quota.maximum is None:
            continue
        label = clean_line(quota.label.text)
        both = quota.kind is QuotaKind.LEADERSHIP and _BOTH_HALVES.search(label)
        columns += [
            SheetColumn(
                AllotmentColumn(i, label, post), quota.kind, quota.minimum, quota.maximum, quota.unit, quota.part_of
            )
            for post in ((Post.CHIEF, Post.DEPUTY) if both else (None,))
        ]
    return tuple(columns)


def sums_of(columns: tuple[SheetColumn, ...]) -> tuple[SheetSum, ...]:
    """Return what is added up across rows: halves of one quota, and quotas of one kind that don't lie in each other."""
    sums: list[SheetSum] = []
    for quota in dict.fromkeys(column.key.quota for column in columns):
        halves = tuple(j for j, column in enumerate(columns) if column.key.quota == quota)
        if len(halves) > 1:
            sums.append(SheetSum(columns[halves[0]].kind, quota, halves))
    kinds = {column.key.quota: column.kind for column in columns}
    for kind in QuotaKind:
        alike = tuple(
            j
            for j, column in enumerate(columns)
            if column.kind is kind and (column.within is None or kinds.get(column.within) is not kind)
        )
        if len({columns[j].key.quota for j in alike}) > 1:
            sums.append(SheetSum(kind, None, alike))
    return tuple(sums)


def rows_of(provision: Provision, review: Review, scenario: str) -> tuple[SheetRow, ...]:
    """Return where posts may go: the leaders, each division, hosted offices, other bodies entered, and the reserve."""
    units = units_of(provision)
    posts = tuple(unit.ref.index for unit in units if unit.kind is UnitKind.POST)
    types = {quota.type for quota in provision.quotas if quota.kind is QuotaKind.ESTABLISHMENT}
    leaders = INSTITUTION_LEADERS if types == {"事业"} else LEADERS
    rows = [SheetRow(AllotmentRow(RowKind.LEADERSHIP), leaders, posts=posts)]
    for unit in units:
        if unit.kind in {UnitKind.DIVISION, UnitKind.HOSTED_OFFICE}:
            ordinal = provision.divisions[unit.ref.index].ordinal if unit.ref.kind is FactKind.DIVISION else None
            rows.append(SheetRow(AllotmentRow(RowKind.UNIT, unit_name(provision, unit.ref)), unit.name, ordinal))
    entries = sorted(review.allotments(scenario).items(), key=lambda one: (one[1].made_at, one[1].id))
    bodies = dict.fromkeys(row.body for (row, _column), _entry in entries if row.kind is RowKind.BODY)
    rows += [SheetRow(AllotmentRow(RowKind.BODY, body=body), body) for body in bodies]
    return (*rows, SheetRow(AllotmentRow(RowKind.RESERVE), RESERVE))


def row_key(row: AllotmentRow) -> str:
    """Return the words by which a row is the same one on every computer."""
    if row.unit is None:
        return f"{row.kind.value}|{row.body}"
    ref = row.unit.ref
    return f"{row.kind.value}|{ref.kind.value}|{ref.index}|{row.unit.name}"


def column_key(column: AllotmentColumn) -> str:
    """Return the words by which a column is the same one on every computer."""
    return f"{column.quota}|{column.label}|{'' if column.post is None else column.post.value}"


def cell_entry(scenario: str, row: AllotmentRow, column: AllotmentColumn) -> str:
    """Return the id of the entry of a cell: two people's numbers for one cell are states of one entry."""
    return entry_id_for("allotment", scenario, row_key(row), column_key(column))


def sheet_of(provision: Provision, review: Review, scenario: str) -> AllocationSheet:
    """Return the table of a scenario.

    Raises:
        NoSuchScenario: if the review has none of this id in force.
    """
    entry = review.entry(scenario)
    if entry is None or entry.withdrawn or not isinstance(entry.content, Scenario):
        raise NoSuchScenario
    columns, rows = columns_of(provision), rows_of(provision, review, scenario)
    sums = sums_of(columns)
    found, strays = _placed(review, scenario, rows, columns)
    cells = tuple(tuple(_cell(found.get((i, j), ()), scenario) for j in range(len(columns))) for i in range(len(rows)))
    totals = tuple(add_up((row[j] for row in cells), _stated(column)) for j, column in enumerate(columns))
    across = tuple(add_up((row[j] for row in cells for j in each.columns), _stated_sum(each, columns)) for each in sums)
    hints = tuple(_hints(provision, columns, rows, cells))
    name, note = entry.content.name, entry.content.note
    return AllocationSheet(scenario, name, note, columns, sums, rows, cells, totals, across, hints, strays)


def _stated(column: SheetColumn) -> tuple[int, int, str | None] | None:
    return None if column.key.post is not None else (column.minimum, column.maximum, column.unit)


def _stated_sum(each: SheetSum, columns: tuple[SheetColumn, ...]) -> tuple[int, int, str | None] | None:
    first = columns[each.columns[0]]
    return None if each.quota is None else (first.minimum, first.maximum, first.unit)


def _placed(
    review: Review, scenario: str, rows: tuple[SheetRow, ...], columns: tuple[SheetColumn, ...]
) -> tuple[Mapping[tuple[int, int], tuple[Entry, ...]], tuple[Stray, ...]]:
    """Return the entries of each cell, and what has none here: made on another version of the provision, row by row
    and column by column as that has them.
    """
    found: dict[tuple[int, int], tuple[Entry, ...]] = {}
    strays: list[tuple[AllotmentRow, AllotmentColumn, SheetCell]] = []
    by_row = {_identity(row.key): i for i, row in enumerate(rows)}
    by_unit = {row.key.unit.ref: i for i, row in enumerate(rows) if row.key.unit is not None}
    by_column = {column.key: j for j, column in enumerate(columns)}
    by_label = {(column.key.label, column.key.post): j for j, column in enumerate(columns)}
    for (row, column), entry in review.allotments(scenario).items():
        i = by_row.get(_identity(row))
        if i is None and row.unit is not None:
            ref = review.unit_ref(row.unit)
            i = None if ref is None else by_unit.get(ref)
        j = by_column.get(column, by_label.get((column.label, column.post)))
        if i is None or j is None:
            cell = _cell((entry,), scenario)
            if cell.in_conflict or cell.count is not None:  # what was cleared is no number
                strays.append((row, column, cell))
        else:
            found[i, j] = (*found.get((i, j), ()), entry)
    strays.sort(key=lambda one: (row_order(one[0]), column_order(one[1])))
    return found, tuple(Stray(row_words(row), column.label, column.post, cell) for row, column, cell in strays)


def row_order(row: AllotmentRow) -> tuple[int, str, int, str]:
    """Return where a row stands in a table of its own version: leaders, divisions, hosted offices, bodies, reserve."""
    ref = None if row.unit is None else row.unit.ref
    kind = (RowKind.LEADERSHIP, RowKind.UNIT, RowKind.BODY, RowKind.RESERVE).index(row.kind)
    return kind, "" if ref is None else ref.kind.value, -1 if ref is None else ref.index, row_words(row)


def column_order(column: AllotmentColumn) -> tuple[int, str, int]:
    """Return where a column stands in a table of its own version, 正 before 副."""
    return column.quota, column.label, (None, Post.CHIEF, Post.DEPUTY).index(column.post)


def _identity(row: AllotmentRow) -> tuple[RowKind, FactRef | None, str]:
    return row.kind, row.unit and row.unit.ref, row.body if row.unit is None else row.unit.name


def row_words(row: AllotmentRow) -> str:
    """Return what a row is called where its provision isn't at hand."""
    if row.unit is not None:
        return row.unit.name
    return row.body or str(RESERVE if row.kind is RowKind.RESERVE else LEADERS)


def _cell(entries: tuple[Entry, ...], scenario: str) -> SheetCell:
    """Return what stands in a cell: one number, or the drafts of which one is to be chosen."""
    if not entries:
        return NOTHING_ENTERED
    heads = [entry.origin(head) for entry in entries for head in entry.heads]
    heads.sort(key=lambda head: head.made_at, reverse=True)
    drafts: dict[int | None, Draft] = {}
    for head in heads:
        content = head.content
        there = isinstance(content, Allotment) and content.scenario == scenario and not head.withdrawn
        count = content.count if there and isinstance(content, Allotment) else None
        drafts.setdefault(count, Draft(count, head.author.name, head.made_at))
    if len(drafts) == 1:
        return SheetCell(next(iter(drafts)), entries)
    return SheetCell(None, entries, tuple(drafts.values()))


def _hints(
    provision: Provision,
    columns: tuple[SheetColumn, ...],
    rows: tuple[SheetRow, ...],
    cells: tuple[tuple[SheetCell, ...], ...],
) -> Iterable[Hint]:
    wholes = _wholes(columns)
    for i, row in enumerate(rows):
        for whole, parts in wholes:
            room, taken = add_up(cells[i][j] for j in whole), add_up(cells[i][j] for j in parts)
            if not room.empty and taken.lowest > room.highest:
                yield Hint(HintKind.PARTS, i, whole, room.highest, parts, taken.lowest)
        if row.posts:
            yield from _posts_hint(provision, columns, row, i, cells[i])


def _wholes(columns: tuple[SheetColumn, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return which columns lie within which: as stated, else leadership posts within all establishments together."""
    places: dict[int, tuple[int, ...]] = {}
    for j, column in enumerate(columns):
        places[column.key.quota] = (*places.get(column.key.quota, ()), j)
    establishments = tuple(
        j for j, c in enumerate(columns) if c.kind is QuotaKind.ESTABLISHMENT and c.within not in places
    )
    within: dict[tuple[int, ...], tuple[int, ...]] = {}
    for j, column in enumerate(columns):
        if column.within in places:
            whole = places[column.within]
        elif column.kind is QuotaKind.LEADERSHIP:
            whole = establishments
        else:
            continue
        if whole:
            within[whole] = (*within.get(whole, ()), j)
    return list(within.items())


def _posts_hint(
    provision: Provision, columns: tuple[SheetColumn, ...], row: SheetRow, i: int, cells: tuple[SheetCell, ...]
) -> Iterable[Hint]:
    """Tell where fewer posts are set aside for the leaders than the text names."""
    establishments = tuple(j for j, column in enumerate(columns) if column.kind is QuotaKind.ESTABLISHMENT)
    named = sum(provision.quotas[post].minimum or 0 for post in row.posts)
    room = add_up(cells[j] for j in establishments)
    if establishments and not room.empty and room.highest < named:
        yield Hint(HintKind.POSTS, i, establishments, room.highest, (), named)
