"""A table of a Word file: in a style of its own, heads repeated on every page, short rows kept whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from docx.document import Document as DocumentObject
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Pt, Twips
from docx.table import _Cell as WordCell  # pyright: ignore[reportPrivateUsage] - it has no other name
from docx.table import _Row as WordRow  # pyright: ignore[reportPrivateUsage]

from eitc_desktop.model.papers import Align, Column, Table
from eitc_desktop.office.estimating import count_lines, widths_of
from eitc_desktop.office.grid import Above, GridCell, GridRow, grid_of
from eitc_desktop.office.setting import HAIR, TITLE_ROW
from eitc_desktop.office.word_styles import CELL_MARGIN, TABLE_STYLE
from eitc_desktop.office.word_xml import STANDING_STYLES, element_of, part_of, put, set_style, write

_SHORT = 14
"""Lines up to which a row is kept on one page; longer ones would leave too much of a page empty."""

_MARGINS = 2 * CELL_MARGIN / 20

_ALIGN = {Align.CENTRE: WD_PARAGRAPH_ALIGNMENT.CENTER, Align.RIGHT: WD_PARAGRAPH_ALIGNMENT.RIGHT}


def add_table(document: DocumentObject, table: Table, across: float, size: float) -> None:
    """Add *table* in *across* points, its words in *size* points. Its last row stays with the notes below it."""
    edges = accumulate(widths_of(table, across, size, _MARGINS), initial=0.0)
    widths = [right - left for left, right in pairwise(round(edge * 20) for edge in edges)]  # twips
    rows = grid_of(table)
    made = document.add_table(len(rows) + 1, len(widths), TABLE_STYLE)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Twips(width)
    head, *body = made.rows
    cells = [row.cells for row in made.rows]
    for one in cells:
        for cell, width in zip(one, widths, strict=True):
            cell.width = Twips(width)
    _fill_head(head, cells[0], table.columns, size)
    heights = [_height(row, [width / 20 for width in widths], size) for row in rows]
    kept = _kept(rows, heights, [width / 20 for width in widths], size)
    for i, row in enumerate(rows):
        if heights[i] <= _SHORT:
            put(part_of(element_of(body[i]), "trPr"), "cantSplit")
        below = rows[i + 1].above if i + 1 < len(rows) else Above.ROW
        column = 0
        for cell in row.cells:
            place = cells[i + 1][column]
            if cell.across > 1:
                place = place.merge(cells[i + 1][column + cell.across - 1])
            _fill(place, cell, row, table.columns[column], below, keep=kept[i])
            column += cell.across
    for i, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            if cell.down > 1:  # only title rows have cells across, and these reach down one row
                cells[i][column].merge(cells[i + cell.down - 1][column])


def _fill_head(row: WordRow, cells: Sequence[WordCell], columns: Sequence[Column], size: float) -> None:
    properties = part_of(element_of(row), "trPr")
    put(properties, "cantSplit")
    upright = max((len(column.heading) for column in columns if column.upright), default=0)
    if upright:  # characters stand an em apart below each other; the rest is for those of a font with larger fields
        row.height = Pt((upright + 1) * 1.08 * size)
    put(properties, "tblHeader")
    for cell, column in zip(cells, columns, strict=True):
        if column.upright:
            _narrow(cell)
            put(part_of(element_of(cell), "tcPr"), "textDirection", val="tbRlV")
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        set_style(paragraph, "表头")
        write(paragraph, column.heading)


def _narrow(cell: WordCell) -> None:
    """Take away the margins in a column of a matrix, which is no wider than a character."""
    margins = put(part_of(element_of(cell), "tcPr"), "tcMar")
    for edge in ("left", "right"):
        put(margins, edge, w=0, type="dxa")


def _height(row: GridRow, widths: Sequence[float], size: float) -> int:
    """Return how many lines the cells of a row take that are of this row alone."""
    tallest = 1
    column = 0
    for cell in row.cells:
        if cell.down == 1 and not cell.covered:
            across = sum(widths[column : column + cell.across]) - _MARGINS
            tallest = max(tallest, count_lines(cell.lines, size, across))
        column += cell.across
    return tallest


def _kept(rows: Sequence[GridRow], heights: Sequence[int], widths: Sequence[float], size: float) -> list[bool]:
    """Return for each row whether it stays on one page with what comes next.

    Those of one row of the table do so if it is short, and the last with the notes; those of a merged cell as far as
    its words reach, or these would go on on the next page.
    """
    whole = Counter[int]()
    for row, height in zip(rows, heights, strict=True):
        whole[row.source] += height
    kept = [
        whole[row.source] <= _SHORT and (i + 1 == len(rows) or rows[i + 1].source == row.source)
        for i, row in enumerate(rows)
    ]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            needed = count_lines(cell.lines, size, widths[column] - _MARGINS) if cell.down > 1 else 0
            for j in range(i, i + cell.down - 1):
                needed -= heights[j]
                kept[j] |= 0 < needed <= _SHORT
    return kept


def _fill(place: WordCell, cell: GridCell, row: GridRow, column: Column, below: Above, *, keep: bool) -> None:
    properties = part_of(element_of(place), "tcPr")
    parted = [edge for edge, how in (("top", row.above), ("bottom", below)) if how is Above.PAIR]
    if parted:  # by a hair; the table's style draws every other edge
        borders = put(properties, "tcBorders")
        for edge in parted:
            put(borders, edge, val="single", sz=2, space=0, color=HAIR)
    if row.title:
        put(properties, "shd", val="clear", color="auto", fill=TITLE_ROW)
    lines = () if cell.covered else cell.lines
    if lines:
        if column.upright:
            _narrow(place)
        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    first = place.paragraphs[0]
    for i in range(max(len(lines), 1)):
        paragraph = place.add_paragraph() if i else first
        set_style(paragraph, "表内分组" if row.title else "表文")
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        if not lines:
            continue
        if column.align in _ALIGN and not row.title:
            paragraph.alignment = _ALIGN[column.align]
        write(paragraph, lines[i].words, STANDING_STYLES.get(lines[i].standing))
