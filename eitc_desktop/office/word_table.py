"""A table in WordprocessingML: in a style of its own, heads repeated on every page, short rows kept whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Align, Column, Table
from eitc_desktop.office.estimating import count_lines, widths_of
from eitc_desktop.office.grid import Above, GridCell, GridRow, grid_of
from eitc_desktop.office.setting import HAIR, TITLE_ROW
from eitc_desktop.office.word_markup import paragraph, run, standing_run, twips, w
from eitc_desktop.office.word_styles import TABLE_STYLE

_SHORT = 14
"""Lines up to which a row is kept on one page; longer ones would leave too much of a page empty."""

_MARGINS = 2 * 85 / 20
"""Points of a cell's width that its margins take (see the table style)."""

_NO_MARGINS = w("tcMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
"""Of the columns of a matrix, which are no wider than a character."""

_UPRIGHT = _NO_MARGINS + w("textDirection", val="tbRlV")


def table(table: Table, across: float, size: float) -> str:
    """Return *table* in *across* points, its words in *size* points. Its last row stays with the notes below it."""
    widths = _in_twips(widths_of(table, across, size, _MARGINS))
    look = w(
        "tblLook",
        val="0020",
        firstRow=True,
        lastRow=False,
        firstColumn=False,
        lastColumn=False,
        noHBand=True,
        noVBand=True,
    )
    rows = grid_of(table)
    heights = [_height(row, widths, size) for row in rows]
    whole = Counter[int]()
    for row, height in zip(rows, heights, strict=True):
        whole[row.source] += height
    said = _until_said(rows, heights, widths, size)
    after = (*rows[1:], None)
    body = [
        _row(
            row,
            Above.ROW if below is None else below.above,
            table.columns,
            widths,
            short=height <= _SHORT,
            kept=i in said or (whole[row.source] <= _SHORT and (below is None or below.source == row.source)),
        )
        for i, (row, below, height) in enumerate(zip(rows, after, heights, strict=True))
    ]
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
        _head(table.columns, widths, size),
        *body,
    )


def _in_twips(widths: Sequence[float]) -> list[int]:
    """Return widths in twips; together they are as wide as before."""
    edges = [twips(edge) for edge in accumulate(widths, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _head(columns: Sequence[Column], widths: Sequence[int], size: float) -> str:
    cells = [
        w(
            "tc",
            w(
                "tcPr",
                w("tcW", w=width, type="dxa"),
                (_NO_MARGINS + w("textDirection", val="tbRlV")) if column.upright else "",
            ),
            paragraph("TableHead", run(column.heading, Face.HEI)),
        )
        for column, width in zip(columns, widths, strict=True)
    ]
    upright = max((len(column.heading) for column in columns if column.upright), default=0)
    # Characters stand an em apart below each other; the rest is for those of a font with larger fields
    height = w("trHeight", val=twips((upright + 1) * 1.08 * size), hRule="atLeast") if upright else ""
    return w("tr", w("trPr", w("cantSplit"), height, w("tblHeader")), *cells)


def _height(row: GridRow, widths: Sequence[int], size: float) -> int:
    """Return how many lines the cells of a row take that are of this row alone."""
    tallest = 1
    column = 0
    for cell in row.cells:
        if cell.down == 1 and not cell.covered:
            across = sum(widths[column : column + cell.across]) / 20 - _MARGINS
            tallest = max(tallest, count_lines(cell.lines, size, across))
        column += cell.across
    return tallest


def _until_said(rows: Sequence[GridRow], heights: Sequence[int], widths: Sequence[int], size: float) -> set[int]:
    """Return the rows that go on one page with the next, or the words of a merged cell would go on there."""
    kept: set[int] = set()
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            needed = count_lines(cell.lines, size, widths[column] / 20 - _MARGINS) if cell.down > 1 else 0
            for j in range(i, i + cell.down - 1):
                needed -= heights[j]
                if 0 < needed <= _SHORT:
                    kept.add(j)
    return kept


def _row(
    row: GridRow, below: Above, columns: Sequence[Column], widths: Sequence[int], *, short: bool, kept: bool
) -> str:
    """Return a row: unbroken where it is ``short``, on one page with what comes next where it is ``kept``."""
    keep = w("keepNext") if kept else ""
    cells: list[str] = []
    column = 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.across])
        cells.append(_cell(cell, row, below, columns[column], width, keep))
        column += cell.across
    return w("tr", w("trPr", w("cantSplit")) if short else "", *cells)


def _cell(cell: GridCell, row: GridRow, below: Above, column: Column, width: int, keep: str) -> str:
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
            _NO_MARGINS if column.upright else "",
            w("vAlign", val="center"),
        ),
        *_paragraphs(cell, row, column, keep),
    )


def _borders(above: Above, below: Above) -> str:
    """Part the lines of a paired row by a hair; the table's style draws every other edge."""
    hair = {"val": "single", "sz": 2, "space": 0, "color": HAIR}
    edges = [w(edge, **hair) for edge, how in (("top", above), ("bottom", below)) if how is Above.PAIR]
    return w("tcBorders", *edges) if edges else ""


def _paragraphs(cell: GridCell, row: GridRow, column: Column, keep: str) -> list[str]:
    if cell.covered or not cell.lines:
        return [paragraph("TableText", properties=keep)]  # a cell without a paragraph is no cell
    if row.title:
        return [paragraph("TableGroup", standing_run(line.words, line.standing, Face.HEI)) for line in cell.lines]
    align = {Align.LEFT: "", Align.CENTRE: w("jc", val="center"), Align.RIGHT: w("jc", val="right")}[column.align]
    return [
        paragraph("TableText", standing_run(line.words, line.standing, Face.SONG), properties=keep + align)
        for line in cell.lines
    ]
