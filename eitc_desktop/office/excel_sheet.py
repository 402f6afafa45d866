"""A sheet with a table: what stands above and below it, how it prints, and what of it can be filtered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eitc_desktop.drawing.shapes import MM, Face
from eitc_desktop.model.papers import UNOFFICIAL, Align, Table
from eitc_desktop.office.estimating import widths_of
from eitc_desktop.office.excel_cells import letters, string, table_cell
from eitc_desktop.office.excel_rows import (
    HIGHEST,
    INDENT,
    PADDING,
    SheetRow,
    head_height,
    height_of,
    page_breaks,
    sheet_rows,
)
from eitc_desktop.office.excel_styles import DIGIT, MAIN, CellLook, Kind, StyleBook, size_of
from eitc_desktop.office.grid import GridCell
from eitc_desktop.office.markup import element, legal, text
from eitc_desktop.office.setting import FONTS, Setting, numbered_note

_PAPERS = {(297, 420): 8, (210, 297): 9, (148, 210): 11}  # 18.3.1.63

_LONGEST_HEAD = 120
"""Characters of a title in the head of a page; Excel allows 255 with all codes."""


class Sheet:
    """Writes the rows from the top down; ``head`` and ``last`` are the table's first and last row, from 1."""

    def __init__(self, table: Table, setting: Setting) -> None:
        self.name = sheet_name(table.title)
        self.book = StyleBook(setting.type_size)
        self._table = table
        self._setting = setting
        self._columns = len(table.columns)
        # A hair less than the page is wide, or Excel would make all of it smaller
        self._widths = widths_of(table, 0.99 * setting.across, setting.type_size, PADDING + INDENT)
        self._rows: list[str] = []
        self._merges: list[str] = []
        self._breaks: tuple[int, ...] = ()
        self._taken = 0.0
        self.head = 0
        self.last = 0
        self._fill()

    @property
    def corner(self) -> str:
        """The name of the last column."""
        return letters(self._columns)

    @property
    def filtered(self) -> bool:
        """Whether the rows can be filtered: a title row belongs to those below it, which a filter would part."""
        return bool(self._table.rows) and not any(row.title for row in self._table.rows)

    @property
    def printed(self) -> str:
        """The name of the sheet, as formulas quote it."""
        return "'" + self.name.replace("'", "''") + "'"

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def xml(self) -> str:
        """Return the part of the sheet."""
        below = f"A{self.head + 1}"
        return element(
            "worksheet",
            element("sheetPr", element("pageSetUpPr", fitToPage=True)),
            element("dimension", ref=f"A1:{self.corner}{self.height}"),
            element(
                "sheetViews",
                element(
                    "sheetView",
                    element("pane", ySplit=self.head, topLeftCell=below, activePane="bottomLeft", state="frozen"),
                    element("selection", pane="bottomLeft", activeCell=below, sqref=below),
                    showGridLines=False,
                    tabSelected=True,
                    workbookViewId=0,
                ),
            ),
            element("sheetFormatPr", defaultRowHeight=13.5),
            element(
                "cols",
                *(
                    element("col", min=i, max=i, width=f"{width * 4 / 3 / DIGIT:.2f}", customWidth=True)
                    for i, width in enumerate(self._widths, 1)
                ),
            ),
            element("sheetData", *self._rows),
            element("autoFilter", ref=f"A{self.head}:{self.corner}{self.last}") if self.filtered else "",
            element("mergeCells", *(element("mergeCell", ref=ref) for ref in self._merges), count=len(self._merges))
            if self._merges
            else "",
            element("printOptions", horizontalCentered=True),
            *self._page(),
            xmlns=MAIN,
        )

    def _fill(self) -> None:
        s, table = self._setting, self._table
        if s.secrecy:
            self._across(s.secrecy, Kind.SECRECY, Align.LEFT)
        self._across(table.title, Kind.TITLE, Align.CENTRE)
        if s.maker or s.made_on:
            self._maker()
        size = s.type_size
        self.head = self.height + 1
        cells = (
            self._cell(i, string(column.heading), CellLook(Kind.HEAD, Align.CENTRE, upright=column.upright))
            for i, column in enumerate(table.columns)
        )
        heading = head_height(table.columns, self._widths, size)
        self._row(heading, cells)
        rows = sheet_rows(table, self._widths, size, s.down)
        first = s.down - self._taken
        for row in rows:
            self._row(row.height, self._cells(row))
        self.last = self.height
        taken = self._taken
        every = table.notes + s.notes
        for i, words in enumerate(every, 1):
            self._across(numbered_note(words, i, len(every)), Kind.NOTE, Align.LEFT)
        self._breaks = page_breaks(rows, first, s.down - heading, self.head, self._taken - taken)

    def _across(self, words: str, kind: Kind, align: Align) -> None:
        """Write a row whose words stand across the whole table."""
        height = height_of(words, size_of(kind, self._setting.type_size), sum(self._widths))
        self._merge(0, self.height + 1, self._columns, 1)
        self._row(height, [self._cell(0, string(words), CellLook(kind, align, as_text=True))])

    def _maker(self) -> None:
        """Write by whom at the left and when at the right, each in half of the columns."""
        s = self._setting
        maker = f"制表单位：{s.maker}" if s.maker else ""
        date = f"制表日期：{s.made_on}" if s.made_on else ""
        if self._columns == 1:
            self._across("　".join(words for words in (maker, date) if words), Kind.MAKER, Align.LEFT)
            return
        half = min(range(1, self._columns), key=lambda n: abs(sum(self._widths[:n]) - sum(self._widths[n:])))
        row = self.height + 1
        self._merge(0, row, half, 1)
        self._merge(half, row, self._columns - half, 1)
        sides = (sum(self._widths[:half]), sum(self._widths[half:]))
        height = max(height_of(w, s.type_size, side) for w, side in zip((maker, date), sides, strict=True))
        self._row(
            height,
            [
                self._cell(0, string(maker), CellLook(Kind.MAKER, as_text=True)),
                self._cell(half, string(date), CellLook(Kind.MAKER, Align.RIGHT, as_text=True)),
            ],
        )

    def _cells(self, one: SheetRow) -> Iterator[str]:
        column = 0
        for cell in one.row.cells:
            kind = Kind.GROUP if one.row.title else Kind.TEXT
            align = Align.LEFT if one.row.title else self._table.columns[column].align
            self._merge(column, self.height + 1, cell.across, cell.down)
            for i in range(cell.across):
                inner = cell if i == 0 else GridCell(())
                content, look = table_cell(inner, kind, align, one, column + i, self._setting.type_size)
                yield self._cell(column + i, content, look)
            column += cell.across

    def _row(self, height: float, cells: Iterable[str]) -> None:
        ht = min(height, HIGHEST)
        self._taken += ht
        self._rows.append(element("row", *cells, r=self.height + 1, ht=f"{ht:.1f}", customHeight=True))

    def _cell(self, column: int, content: str, look: CellLook) -> str:
        return element(
            "c",
            content,
            r=f"{letters(column + 1)}{self.height + 1}",
            s=self.book.index(look),
            t="inlineStr" if content.startswith("<is>") else None,
        )

    def _merge(self, column: int, row: int, across: int, down: int) -> None:
        if across > 1 or down > 1:
            self._merges.append(f"{letters(column + 1)}{row}:{letters(column + across)}{row + down - 1}")

    def _page(self) -> Iterator[str]:
        """Yield margins in inches, the paper, what stands around the table, and where pages end."""
        s = self._setting
        inch = 72.0
        paper = (round(min(s.width, s.height) / MM), round(max(s.width, s.height) / MM))
        yield element(
            "pageMargins",
            left=f"{s.left / inch:.4f}",
            right=f"{s.right / inch:.4f}",
            top=f"{s.top / inch:.4f}",
            bottom=f"{s.bottom / inch:.4f}",
            header=f"{9 * MM / inch:.4f}",
            footer=f"{9 * MM / inch:.4f}",
        )
        yield element(
            "pageSetup",
            paperSize=_PAPERS.get(paper),
            fitToWidth=1,
            fitToHeight=0,  # as many pages as it takes
            orientation="landscape" if s.landscape else "portrait",
        )
        face = f'&9&"{FONTS[Face.SONG].name},常规"'
        foot = text(f"&L{face}{UNOFFICIAL}&R{face}第 &P 页，共 &N 页")
        title = self._table.title.replace("\n", " ").replace("&", "&&")[:_LONGEST_HEAD]
        yield element(
            "headerFooter",
            element("oddHeader", text(f"&C{face}{title}（续）")),
            element("oddFooter", foot),
            element("firstFooter", foot),
            differentFirst=True,
        )
        if self._breaks:
            breaks = (element("brk", id=row, max=16383, man=True) for row in self._breaks)
            count = len(self._breaks)
            yield element("rowBreaks", *breaks, count=count, manualBreakCount=count)


def sheet_name(title: str) -> str:
    """Return what of *title* Excel takes for the name of a sheet: 31 characters, none of ``[]:*?/\\``."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f\ufffd]", "", legal(title))[:31].strip("' ")
    return name or "表"
