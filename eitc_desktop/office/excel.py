"""Tables as Excel files, made with openpyxl: cells that print as they stand, and can be filtered and worked on."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.packaging.extended import ExtendedProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from eitc_desktop.drawing.shapes import MM, Face
from eitc_desktop.model.papers import Align, Table, page_mark
from eitc_desktop.office.estimating import columns_of
from eitc_desktop.office.excel_rows import (
    HIGHEST,
    SheetRow,
    cut_at,
    free_of,
    head_height,
    height_of,
    page_starts,
    sheet_rows,
)
from eitc_desktop.office.excel_styles import DIGIT, CellLook, Kind, Looks, inline_font
from eitc_desktop.office.files import legal, without_clock
from eitc_desktop.office.grid import GridCell, Lines
from eitc_desktop.office.setting import FONTS, SECRECY, Setting, numbered_note, size_for, table_setting

_serialised = cast("Callable[[object], bytes]", tostring)

_A4 = (210 * MM, 297 * MM)
_PAPERS = {(297, 420): 8, (210, 297): 9, (148, 210): 11}  # ECMA-376 part 1, 18.3.1.63

_LONGEST_HEAD, _LONGEST_SECRECY = 120, 60
"""Characters of a title and of a 密级 in the head of a page; Excel allows 255 with all codes."""

_FORMULA_LIKE = ("=", "+", "-", "@", "'")

_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
"""A plain number with no more digits than Excel keeps."""

_LONGEST_FORMATTED = 255
"""Characters; older Excel shows longer text in cells of the format @ as #####."""

_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel reads as an escaped character (ECMA-376 part 1, ST_Xstring): it would take ``_x0041_`` for an A."""


def excel_of(
    table: Table,
    *,
    secrecy: str = "",
    maker: str = "",
    made_on: str = "",
    notes: tuple[str, ...] = (),
    size: tuple[float, float] = _A4,
    landscape: bool = True,
    binding: bool = False,
    type_size: float = 10.5,
) -> bytes:
    """Return *table* as an .xlsx file of one sheet; the same table gives the same bytes. Keywords: see ``word_of``."""
    setting = table_setting(
        paper=size,
        landscape=landscape,
        binding=binding,
        type_size=size_for(table, type_size),
        secrecy=secrecy,
        maker=maker,
        made_on=made_on,
        notes=notes,
    )
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new book has one
    _Writer(sheet, Looks(book, setting.type_size), table, setting).write()
    properties = book.properties
    properties.title, properties.subject = legal(table.title), legal(table.subject) or None
    properties.creator = legal(maker) or None
    properties.description, properties.language = page_mark(table.mark), "zh-CN"
    data = io.BytesIO()
    book.save(data)
    core = properties.to_tree()
    for each in [each for each in core if each.tag.endswith(("created", "modified"))]:  # by the clock
        core.remove(each)
    application = ExtendedProperties()
    application.Application, application.AppVersion = "eitc-desktop", None
    told = {"docProps/core.xml": core, "docProps/app.xml": application.to_tree()}
    return without_clock(data.getvalue(), {name: _serialised(tree) for name, tree in told.items()})


def sheet_name(title: str) -> str:
    """Return what of *title* Excel takes for the name of a sheet: 31 characters, none of ``[]:*?/\\``."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f\ufffd]", "", legal(title))[:31].strip("' ")
    return name or "表"


class _Writer:
    """Writes a sheet from the top down."""

    def __init__(self, sheet: Worksheet, looks: Looks, table: Table, setting: Setting) -> None:
        self._sheet = sheet
        self._looks = looks
        self._table = table
        self._setting = setting
        # A hair less than the page is wide, or Excel would make all of it smaller
        self._columns = columns_of(table, 0.99 * setting.across, setting.down, setting.type_size, free_of)
        self._widths = self._columns.widths
        self._row = 1
        self._taken = 0.0  # points

    def write(self) -> None:
        """Write the table with what stands above and below it, and set how it prints."""
        s, table, sheet = self._setting, self._table, self._sheet
        for i, width in enumerate(self._widths, 1):
            sheet.column_dimensions[get_column_letter(i)].width = round(width * 4 / 3 / DIGIT, 2)
        if s.secrecy:
            self._across(s.secrecy, Kind.SECRECY, Align.LEFT)
        self._across(table.title, Kind.TITLE, Align.CENTRE)
        if s.maker or s.made_on:
            self._write_maker()
        for words in table.lead:
            self._across(words, Kind.MAKER, Align.LEFT)
        head = self._row
        for i, (column, words) in enumerate(zip(table.columns, self._columns.headings, strict=True)):
            self._put(i, words, CellLook(Kind.HEAD, Align.CENTRE, upright=column.upright))
        heading = head_height(table, self._columns, s.type_size)
        self._end_row(heading)
        notes = table.notes + s.notes
        notes = [numbered_note(words, i, len(notes)) for i, words in enumerate(notes, 1)]
        rows = sheet_rows(table, self._widths, s.type_size, s.down)
        below = sum(self._height(words, Kind.NOTE) for words in notes)
        starts = page_starts(rows, s.down - self._taken, s.down - heading, below)
        for row in cut_at(rows, starts):
            self._write_row(row)
        last = self._row - 1
        for words in notes:
            self._across(words, Kind.NOTE, Align.LEFT)
        for start in starts:
            sheet.row_breaks.append(Break(id=head + start))  # pyright: ignore[reportUnknownMemberType]
        corner = get_column_letter(len(table.columns))
        sheet.title = sheet_name(table.title)
        sheet.freeze_panes = f"A{head + 1}"
        sheet.print_title_rows = f"{head}:{head}"
        sheet.print_area = f"A1:{corner}{self._row - 1}"
        if table.rows and not any(row.title for row in table.rows):  # a filter would part titles from what they head
            sheet.auto_filter.ref = f"A{head}:{corner}{last}"
        _set_page(sheet, table.title, page_mark(table.mark), s)

    def _across(self, words: str, kind: Kind, align: Align) -> None:
        """Write a row whose words stand across the whole table."""
        self._put(0, words, CellLook(kind, align, as_text=True))
        self._merge(0, len(self._widths), 1)
        self._end_row(self._height(words, kind))

    def _height(self, words: str, kind: Kind) -> float:
        return height_of(words, kind.size(self._setting.type_size), sum(self._widths))

    def _write_maker(self) -> None:
        """Write by whom at the left and when at the right, each in half of the columns."""
        s = self._setting
        maker = f"制表单位：{s.maker}" if s.maker else ""
        date = f"制表日期：{s.made_on}" if s.made_on else ""
        count = len(self._widths)
        if count == 1:
            self._across("　".join(words for words in (maker, date) if words), Kind.MAKER, Align.LEFT)
            return
        half = min(range(1, count), key=lambda n: abs(sum(self._widths[:n]) - sum(self._widths[n:])))
        height = 0.0
        for start, end, words, align in ((0, half, maker, Align.LEFT), (half, count, date, Align.RIGHT)):
            self._put(start, words, CellLook(Kind.MAKER, align, as_text=True))
            self._merge(start, end - start, 1)
            height = max(height, height_of(words, s.type_size, sum(self._widths[start:end])))
        self._end_row(height)

    def _write_row(self, one: SheetRow) -> None:
        column = 0
        kind = Kind.GROUP if one.row.title else Kind.TEXT
        for cell in one.row.cells:
            align = Align.LEFT if one.row.title else self._table.columns[column].align
            self._write_cell(column, cell, CellLook(kind, align, from_top=column in one.from_top), one)
            for i in range(column + 1, column + cell.across):
                self._write_cell(i, GridCell(()), CellLook(kind, align), one)
            self._merge(column, cell.across, cell.down)
            column += cell.across
        self._end_row(one.height)

    def _write_cell(self, column: int, cell: GridCell, look: CellLook, one: SheetRow) -> None:
        """Write a cell of the table. One beneath a merged one says the same as that, so that a filter finds all rows;
        but no number is said twice, because somebody might add them up: on the next page it is text.
        """
        number = None if cell.again else _plain_number(cell.lines)
        words = "\n".join(line.words for line in cell.lines)
        look = CellLook(
            look.kind,
            look.align,
            cell.lines[0].standing if cell.lines else look.standing,
            one.row.above,
            one.below,
            as_text=number is None and len(words) <= _LONGEST_FORMATTED,
            quoted=words.startswith(_FORMULA_LIKE),
            from_top=look.from_top,
            one_line=self._table.columns[column].upright,
        )
        if number is not None:
            self._looks.dress(self._cell(column, None if cell.covered else number), look)
        elif len({line.standing for line in cell.lines}) > 1:
            self._looks.dress(self._cell(column, self._rich(cell.lines, look.kind)), look)
        else:
            self._put(column, words, look)

    def _rich(self, lines: Lines, kind: Kind) -> CellRichText:
        """Return the lines of a cell in the colours of their standings."""
        size, last = self._setting.type_size, len(lines) - 1
        return CellRichText(
            *(
                TextBlock(inline_font(kind, size, line.standing), _text(line.words + ("\n" if i < last else "")))
                for i, line in enumerate(lines)
            )
        )

    def _put(self, column: int, words: str, look: CellLook) -> None:
        """Write a cell that is text whatever it looks like."""
        cell = self._cell(column, _text(words) or None)
        if words:
            cell.data_type = "s"
        self._looks.dress(cell, look)

    def _cell(self, column: int, value: str | int | CellRichText | None) -> Cell:
        cell = self._sheet.cell(self._row, column + 1)
        assert isinstance(cell, Cell)  # noqa: S101 - merged ones come later
        cell.value = value  # pyright: ignore[reportAttributeAccessIssue] - rich text is missing in its types
        return cell

    def _merge(self, column: int, across: int, down: int) -> None:
        """Merge cells, which ``Worksheet.merge_cells`` would empty of what filters find."""
        if across > 1 or down > 1:
            right, bottom = column + across, self._row + down - 1
            merged = CellRange(min_col=column + 1, min_row=self._row, max_col=right, max_row=bottom)
            self._sheet.merged_cells.add(merged)  # pyright: ignore[reportUnknownMemberType]

    def _end_row(self, height: float) -> None:
        height = round(min(height, HIGHEST), 1)
        self._sheet.row_dimensions[self._row].height = height
        self._taken += height
        self._row += 1


def _plain_number(lines: Lines) -> int | None:
    """Return the number that a cell consists of; None for ranges, sums, clauses, dates and other text."""
    if len(lines) == 1 and _NUMBER.fullmatch(lines[0].words):
        return int(lines[0].words)
    return None


def _text(words: str) -> str:
    return _ESCAPE_LIKE.sub("_x005F_", legal(words))


def _set_page(sheet: Worksheet, title: str, mark: str, s: Setting) -> None:
    """Set the paper, one page wide and as many high as it takes, and what stands around the table."""
    sheet.sheet_view.showGridLines = False
    assert sheet.sheet_properties.pageSetUpPr is not None  # noqa: S101
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    page = sheet.page_setup
    page.paperSize = _PAPERS.get((round(min(s.width, s.height) / MM), round(max(s.width, s.height) / MM)))
    page.orientation = "landscape" if s.landscape else "portrait"
    page.fitToWidth, page.fitToHeight = 1, 0
    margins, inch = sheet.page_margins, 72.0
    margins.left, margins.right = round(s.left / inch, 4), round(s.right / inch, 4)
    margins.top, margins.bottom = round(s.top / inch, 4), round(s.bottom / inch, 4)
    margins.header = margins.footer = round(9 * MM / inch, 4)
    sheet.HeaderFooter.differentFirst = True
    further = legal(title).replace("\n", " ").replace("&", "&&")[:_LONGEST_HEAD]
    head, *feet = (cast("HeaderFooterItem", one) for one in (sheet.oddHeader, sheet.oddFooter, sheet.firstFooter))
    head.center.text = _around(f"{further}（续）")
    if s.secrecy:  # on the first page it stands in the sheet
        secrecy = legal(s.secrecy).replace("\n", " ").replace("&", "&&")[:_LONGEST_SECRECY]
        head.left.text = _around(secrecy, Face.HEI, SECRECY)
    for foot in feet:
        foot.left.text, foot.right.text = _around(mark), _around("第 &P 页，共 &N 页")


def _around(words: str, face: Face = Face.SONG, size: float = 9) -> str:
    """Return *words* for the head or foot of a page, in a font; the library would set a blank after the size."""
    return f'&{size:.0f}&"{FONTS[face].name},常规"{words}'
