"""A table in WordprocessingML: in a style of its own, heads repeated on every page, short rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Align, Column, Table
from eitc_desktop.office.estimating import count_lines
from eitc_desktop.office.grid import Above, GridCell, GridRow, grid_of
from eitc_desktop.office.setting import HAIR, TITLE_ROW
from eitc_desktop.office.word_markup import paragraph, run, standing_run, twips, w
from eitc_desktop.office.word_styles import TABLE_STYLE

_SHORT = 12
"""Lines up to which a row is kept on one page; longer ones would leave too much of a page empty."""

_MARGINS = 2 * 85 / 20
"""Points of a cell's width that its margins take (see the table style)."""


def table(table: Table, across: float, size: float) -> str:
    """Return *table* in *across* points, its words in *size* points."""
    widths = _widths(table.columns, across)
    look = w("tblLook", val="0020", firstRow=True, lastRow=False, firstColumn=False, lastColumn=False, noHBand=True, noVBand=True)
    rows = grid_of(table)
    below = [*(row.above for row in rows[1:]), Above.ROW]
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=TABLE_STYLE),
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            look,
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        _head(table.columns, widths),
        *(_row(row, under, table.columns, widths, size) for row, under in zip(rows, below, strict=True)),
    )


def _widths(columns: Sequence[Column], across: float) -> list[int]:
    """Return the columns' widths in twips, which together are exactly *across*."""
    total = sum(column.share for column in columns)
    edges = [0]
    said = 0.0
    for column in columns:
        said += column.share
        edges.append(twips(across * said / total))
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]


def _head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = [
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa"), w("textDirection", val="tbRlV") if column.upright else ""),
            paragraph("TableHead", run(column.heading, Face.HEI)),
        )
        for column, width in zip(columns, widths, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: GridRow, below: Above, columns: Sequence[Column], widths: Sequence[int], size: float) -> str:
    cells: list[str] = []
    column = 0
    tallest = 1
    for cell in row.cells:
        width = sum(widths[column : column + cell.across])
        if cell.down == 1 and not cell.covered:
            tallest = max(tallest, count_lines(cell.lines, size, width / 20 - _MARGINS))
        cells.append(_cell(cell, row, below, columns[column], width))
        column += cell.across
    keep = w("trPr", w("cantSplit")) if tallest <= _SHORT else ""
    return w("tr", keep, *cells)


def _cell(cell: GridCell, row: GridRow, below: Above, column: Column, width: int) -> str:
    merge = w("vMerge", val="continue") if cell.covered else w("vMerge", val="restart") if cell.down > 1 else ""
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=cell.across) if cell.across > 1 else "",
            merge,
            _borders(row.above, below),
            w("shd", val="clear", color="auto", fill=TITLE_ROW) if row.title else "",
            w("vAlign", val="center"),
        ),
        *_paragraphs(cell, row, column),
    )


def _borders(above: Above, below: Above) -> str:
    """Part the lines of a paired row by a hair; the table's style draws every other edge."""
    hair = {"val": "single", "sz": 2, "space": 0, "color": HAIR}
    edges = [w(edge, **hair) for edge, how in (("top", above), ("bottom", below)) if how is Above.PAIR]
    return w("tcBorders", *edges) if edges else ""


def _paragraphs(cell: GridCell, row: GridRow, column: Column) -> list[str]:
    if cell.covered or not cell.lines:
        return [paragraph("TableText")]  # a cell without a paragraph is no cell
    if row.title:
        return [paragraph("TableGroup", standing_run(line.words, line.standing, Face.HEI)) for line in cell.lines]
    align = "" if column.align is Align.LEFT else w("jc", val=column.align.value.replace("centre", "center"))
    return [
        paragraph("TableText", standing_run(line.words, line.standing, Face.SONG), properties=align)
        for line in cell.lines
    ]
