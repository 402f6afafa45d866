"""Which cells of a table are one."""

from __future__ import annotations

from eitc_desktop.model.papers import Cell, Column, Merge, Row, Table, cell, merges_of


def table(*rows: str, merged: tuple[int, ...] = (0, 1)) -> Table:
    made = tuple(
        Row(tuple(cell(words.strip("-")) for words in row.split()), title=row.startswith("题")) for row in rows
    )
    return Table("", (Column("甲", 1), Column("乙", 1), Column("丙", 1)), made, merged=merged)


def test_equal_neighbours_below_each_other_are_one_cell() -> None:
    assert merges_of(table("一 x 1", "一 x 2", "一 y 3")) == (Merge(0, 0, 2), Merge(1, 0, 1))


def test_a_merged_cell_ends_where_one_before_it_ends() -> None:
    assert merges_of(table("一 x 1", "二 x 2")) == ()
    assert merges_of(table("一 x 1", "二 x 2", merged=(1,))) == (Merge(1, 0, 1),)


def test_titles_and_empty_cells_stay_apart() -> None:
    assert merges_of(table("一 - 1", "题 - -", "一 - 2", "一 - 3")) == (Merge(0, 2, 3),)


def test_a_table_without_rows_or_with_one_has_none() -> None:
    assert merges_of(table()) == ()
    assert merges_of(table("一 x 1")) == ()
    assert Cell().words == ""
