"""Tables with upright columns: as many on a page as have room, their headings as high as serves the whole best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from eitc_desktop.composing.columns import column_widths, upright_wish
from eitc_desktop.composing.page import PaperTooSmall
from eitc_desktop.composing.table_setting import Measures, TableSetting
from eitc_desktop.composing.upright import lengths_for
from eitc_desktop.model.papers import Row, Table

_LEAST_BESIDE = 20.0  # ems that the other columns have at least, where the page is wide enough


class _Trial(NamedTuple):
    """What comes of headings of a certain length: how many pages, roughly, and the tables set for them."""

    pages: float
    settings: tuple[TableSetting, ...]


def set_upright(table: Table, width: float, measures: Measures) -> tuple[TableSetting, ...]:
    """Return *table* set *width* points wide, in groups of its upright columns that have room beside the others.

    Headings in few long lines leave room for the other columns but less height; the length is taken that needs the
    fewest pages.

    Raises:
        PaperTooSmall: if not even one upright column has room.
    """
    lengths = lengths_for(measures.size, measures.tallest)
    trials = [_try(table, width, measures, longest) for longest in lengths]
    return min(trials, key=lambda trial: trial.pages).settings


def _try(table: Table, width: float, measures: Measures, longest: int) -> _Trial:
    settings: list[TableSetting] = []
    pages = 0.0
    for part in _groups(table, width, measures, longest):
        widths = column_widths(part, width, measures.measurer, measures.size, longest)
        setting = TableSetting(part, widths, measures, longest)
        room = measures.tallest - setting.head_height
        if room <= 0:
            raise PaperTooSmall
        settings.append(setting)
        pages += (setting.height_of(0, setting.bands) - setting.head_height) / room
    return _Trial(pages, tuple(settings))


def _groups(table: Table, width: float, measures: Measures, longest: int) -> list[Table]:
    """Return *table* with some of its upright columns in turn, evenly shared out."""
    upright = [i for i, column in enumerate(table.columns) if column.upright]
    others = [i for i in range(len(table.columns)) if i not in upright]
    need = {i: upright_wish(table, i, measures.measurer, measures.size, longest).least for i in upright}
    room = width - min(_LEAST_BESIDE * measures.size, width / 2)
    if max(need.values()) > room:
        raise PaperTooSmall
    groups = _greedy(upright, need, room)
    even = _greedy(upright, need, min(room, sum(need.values()) / len(groups) + max(need.values()) / 2))
    return [_only(table, [*others, *group]) for group in (even if len(even) == len(groups) else groups)]


def _greedy(columns: Sequence[int], need: dict[int, float], room: float) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    taken = 0.0
    for column in columns:
        if groups[-1] and taken + need[column] > room:
            groups.append([])
            taken = 0.0
        groups[-1].append(column)
        taken += need[column]
    return groups


def _only(table: Table, columns: Sequence[int]) -> Table:
    rows = tuple(Row(tuple(row.cells[i] for i in columns), row.title, row.paired) for row in table.rows)
    merged = tuple(columns.index(i) for i in table.merged if i in columns)
    return replace(table, columns=tuple(table.columns[i] for i in columns), rows=rows, merged=merged)
