"""A table of a Word file: in a style of its own, heads repeated on every page, short rows kept whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from docx.document import Document as DocumentObject
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Pt, Twips
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell  # pyright: ignore[reportPrivateUsage] - it has no other name
from docx.table import _Row as WordRow  # pyright: ignore[reportPrivateUsage]

from eitc_desktop.model.papers import Align, Column, Table
from eitc_desktop.office.estimating import LINE, columns_of, count_lines, upright_height
from eitc_desktop.office.grid import Above, GridCell, GridRow, grid_of, parted_rows
from eitc_desktop.office.setting import HAIR, TITLE_ROW, Setting
from eitc_desktop.office.word_styles import CELL_MARGIN, TABLE_STYLE
from eitc_desktop.office.word_xml import STANDING_STYLES, attributed, element_of, part_of, put, set_style, write

_SHORT = 0.6
"""Of a page: rows and merged cells that are no higher stay on one; others would leave too much of a page empty."""

_MARGINS = 2 * CELL_MARGIN / 20

_ALIGN = {Align.CENTRE: WD_PARAGRAPH_ALIGNMENT.CENTER, Align.RIGHT: WD_PARAGRAPH_ALIGNMENT.RIGHT}


def add_table(document: DocumentObject, table: Table, setting: Setting) -> None:
    """Add *table*, as wide as the text, whose last row stays with the notes below it."""
    size = setting.type_size
    set_columns = columns_of(table, setting.across, setting.down, size, lambda _: _MARGINS)
    edges = accumulate(set_columns.widths, initial=0.0)
    widths = [right - left for left, right in pairwise(round(edge * 20) for edge in edges)]  # twips
    most = int(_SHORT * setting.down / (LINE * size))  # lines
    rooms = [width / 20 - _MARGINS for width in widths]
    rows = _rows_of(table, rooms, size, most)
    made = document.add_table(len(rows) + 1, len(widths), TABLE_STYLE)
    made.autofit = False
    _place(made, sum(widths))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Twips(width)
    head, *body = made.rows
    cells = [row.cells for row in made.rows]
    for one in cells:
        for cell, width in zip(one, widths, strict=True):
            cell.width = Twips(width)
    _fill_head(head, cells[0], table.columns, set_columns.headings, size)
    heights = [_height(row, rooms, size) for row in rows]
    kept = _kept(rows, heights, rooms, size, most)
    for i, row in enumerate(rows):
        if row.room:
            body[i].height = Pt(row.room * LINE * size)
        if heights[i] <= most:
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


def _place(made: WordTable, width: int) -> None:
    """Let a table's frame, *width* twips wide, begin and end where the text does: the margins of its cells lie within.

    Without a width of the whole and an indent, programs other than Word put the words of cells there instead.
    """
    properties = part_of(element_of(made), "tblPr")
    attributed(part_of(properties, "tblW"), type="dxa", w=width)
    layout = part_of(properties, "tblLayout")  # the indent comes before it (ECMA-376 part 1, 17.4.60)
    properties.insert(list(properties).index(layout), attributed(put(properties, "tblInd"), w=0, type="dxa"))


def _fill_head(
    row: WordRow, cells: Sequence[WordCell], columns: Sequence[Column], headings: Sequence[str], size: float
) -> None:
    properties = part_of(element_of(row), "trPr")
    put(properties, "cantSplit")
    upright = [words for words, column in zip(headings, columns, strict=True) if column.upright]
    if upright:
        row.height = Pt(max(upright_height(words, size) for words in upright) + 1.08 * size)
    put(properties, "tblHeader")
    for cell, column, words in zip(cells, columns, headings, strict=True):
        if column.upright:
            _narrow(cell)
            put(part_of(element_of(cell), "tcPr"), "textDirection", val="tbRlV")
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        set_style(paragraph, "表头")
        write(paragraph, words)


def _narrow(cell: WordCell) -> None:
    """Take away the margins in a column of a matrix, which is no wider than a character."""
    margins = put(part_of(element_of(cell), "tcPr"), "tcMar")
    for edge in ("left", "right"):
        put(margins, edge, w=0, type="dxa")


def _rows_of(table: Table, rooms: Sequence[float], size: float, most: int) -> tuple[GridRow, ...]:
    """Return the rows of *table*. Those that have a cell in common but don't stay on one page repeat its words.

    Word would show them on the first page only.
    """
    rows = grid_of(table)
    heights = [_height(row, rooms, size) for row in rows]
    whole = _whole(rows, heights)
    # whether a row stays with the one above it
    tied = [i > 0 and row.source == rows[i - 1].source and whole[row.source] <= most for i, row in enumerate(rows)]
    for i, row in enumerate(rows):
        low = max((cell.down for cell in row.cells if sum(heights[i : i + cell.down]) <= most), default=1)
        tied[i + 1 : i + low] = [True] * (low - 1)

    def places(first: int, end: int) -> list[int]:
        high = sum(heights[first:end]) > most
        return [i for i in range(first + 1, end) if high and not tied[i]]

    return parted_rows(rows, places)


def _whole(rows: Sequence[GridRow], heights: Sequence[int]) -> Counter[int]:
    """Return how many lines each row of the table takes."""
    whole = Counter[int]()
    for row, height in zip(rows, heights, strict=True):
        whole[row.source] += height
    return whole


def _height(row: GridRow, rooms: Sequence[float], size: float) -> int:
    """Return how many lines the cells of a row take that are of this row alone."""
    tallest = max(1, row.room)
    column = 0
    for cell in row.cells:
        if cell.down == 1 and not cell.covered:
            across = sum(rooms[column : column + cell.across])
            tallest = max(tallest, count_lines(cell.lines, size, across))
        column += cell.across
    return tallest


def _kept(
    rows: Sequence[GridRow], heights: Sequence[int], rooms: Sequence[float], size: float, most: int
) -> list[bool]:
    """Return for each row whether it stays on one page with what comes next.

    Those of one row of the table do so if it is short, and the last with the notes; those of a merged cell too, of a
    high one as far as its words reach, or these would go on on the next page.
    """
    whole = _whole(rows, heights)
    kept = [
        whole[row.source] <= most and (i + 1 == len(rows) or rows[i + 1].source == row.source)
        for i, row in enumerate(rows)
    ]
    for i, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            low = sum(heights[i : i + cell.down]) <= most
            needed = count_lines(cell.lines, size, rooms[column]) if cell.down > 1 else 0
            for j in range(i, i + cell.down - 1):
                needed -= heights[j]
                kept[j] |= low or 0 < needed <= most
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
    lines = () if cell.covered and not cell.again else cell.lines
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
