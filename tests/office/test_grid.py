"""Tables as grids: paired lines in rows of their own, merged cells, title rows, and what is cut."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.model.papers import Cell, CellLine, Column, Row, Table, cell
from eitc_desktop.office.grid import Above, GridRow, Lines, grid_of


def words(row: GridRow) -> list[str]:
    return ["".join(line.words for line in one.lines) for one in row.cells]


def test_the_lines_of_a_paired_row_stand_beside_each_other(table: Table) -> None:
    first, second = grid_of(table)[:2]
    assert words(first) == ["1", "规划处", "拟订“发展规划”并组织实施", "B 名称对应"]
    assert words(second)[2:] == ["组织推进产业结构调整", "C 职能研判，研判"]
    assert [one.down for one in first.cells] == [2, 2, 1, 1]
    assert [one.covered for one in second.cells] == [True, True, False, False]
    assert (first.above, second.above) == (Above.ROW, Above.PAIR)


def test_equal_neighbours_are_one_cell_but_not_across_a_title(table: Table) -> None:
    rows = grid_of(table)
    assert [row.cells[1].down for row in rows if not row.title] == [2, 1, 2, 1, 1]
    assert [row.cells[1].covered for row in rows if not row.title] == [False, True, False, True, False]
    title = next(row for row in rows if row.title)
    assert [one.across for one in title.cells] == [4]


def test_merged_rows_may_be_paired_ones() -> None:
    pair = Cell((CellLine("甲"), CellLine("乙")))
    rows = (Row((cell("同"), pair), paired=True), Row((cell("同"), pair), paired=True))
    grid = grid_of(Table("", (Column("a", 1), Column("b", 1)), rows, merged=(0,)))
    assert [row.cells[0].down for row in grid] == [4, 1, 1, 1]
    assert [row.cells[0].covered for row in grid] == [False, True, True, True]


lines = st.lists(st.text("汉字a", max_size=4), max_size=4).map(lambda all_of: Cell(tuple(map(CellLine, all_of))))
rows = st.tuples(lines, lines, lines, st.booleans()).map(lambda one: Row(one[:3], paired=one[3]))


@given(st.lists(rows, max_size=6), st.integers(1, 3))
def test_nothing_is_lost_and_every_row_is_full(made: list[Row], size: int) -> None:
    def cut(cells: Lines, column: int, across: int) -> Sequence[Lines]:
        return tuple(cells[i : i + size] for i in range(0, len(cells), size)) or ((),)

    table = Table("", tuple(Column(name, 1) for name in "abc"), tuple(made), merged=(0, 1))
    grid = grid_of(table, cut)
    for source, row in enumerate(made):
        mine = [one for one in grid if one.source == source]
        assert all(sum(one.across for one in each.cells) == 3 for each in mine)
        for column in range(3):
            cells = [each.cells[column] for each in mine]
            said = [line for one in cells if not one.covered for line in one.lines]
            if cells[0].covered:  # one with the cell of the row above, which is its equal
                said = list(cells[0].lines)
            assert tuple(said) == row.cells[column].lines
    for column in range(3):
        covered = 0
        for row_ in grid:
            one = row_.cells[column]
            assert one.covered == (covered > 0)
            covered = covered - 1 if covered else one.down - 1
        assert covered == 0
