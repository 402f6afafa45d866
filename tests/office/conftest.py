"""Papers made by hand, with what tables of real provisions have and what damaged ones may have."""

from __future__ import annotations

import pytest

from eitc_desktop.model.papers import (
    Align,
    Cell,
    CellLine,
    Column,
    Dossier,
    Heading,
    Paragraph,
    Row,
    Standing,
    Table,
    cell,
)


@pytest.fixture
def table() -> Table:
    columns = (Column("序号", 6, Align.CENTRE), Column("名称", 14), Column("原文", 50), Column("等级", 14))
    linked = Row(
        (
            cell("1"),
            cell("规划处"),
            Cell((CellLine("拟订“发展规划”并组织实施"), CellLine("组织推进产业结构调整"))),
            Cell((CellLine("B 名称对应", Standing.DERIVED), CellLine("C 职能研判，研判", Standing.JUDGED))),
        ),
        paired=True,
    )
    plain = Row(
        (
            cell("2"),
            cell("办公室"),
            cell("本规定未载明", Standing.NOT_STATED),
            Cell((CellLine("甲"), CellLine("乙（录入）", Standing.ENTERED))),
        )
    )
    group = Row((cell("设在本机关的机构"), Cell(), Cell(), Cell()), title=True)
    again = Row((cell("3"), cell("办公室"), cell("另一事项"), Cell()))
    return Table("某局职责表", columns, (linked, plain, again, group, plain), ("对应不等于职责分配。",), (1,), "某局")


@pytest.fixture
def dossier(table: Table) -> Dossier:
    blocks = (
        Heading("一、基本情况", 1),
        Paragraph("设立某局，为政府组成部门。", clause="引言"),
        Heading("（一）编制", 2),
        Paragraph("行政编制共20名（推算）。", Standing.DERIVED),
        Heading("1.说明", 3),
        Paragraph("实有人数：本规定未载明。", Standing.NOT_STATED),
        table,
        Paragraph("汉" * 28 * 30),
    )
    return Dossier("某局三定概览", blocks, "某局")
