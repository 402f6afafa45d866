"""The cells of a sheet: what they hold, so that text stays text and numbers are numbers, and how they look."""

from __future__ import annotations

import re

from eitc_desktop.model.papers import Align, Standing
from eitc_desktop.office.excel_rows import SheetRow
from eitc_desktop.office.excel_styles import CellLook, Kind, font
from eitc_desktop.office.grid import GridCell, Lines
from eitc_desktop.office.markup import element, excel_text

_FORMULA_LIKE = ("=", "+", "-", "@", "'")

_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
"""A plain number with no more digits than Excel keeps."""

_LONGEST_FORMATTED = 255
"""Characters; older Excel shows longer text in cells of the format @ as #####."""


def letters(column: int) -> str:
    """Return the name of a column, from 1: A … Z, AA …"""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def plain_number(lines: Lines) -> int | None:
    """Return the number that a cell consists of; None for ranges, sums, clauses, dates and other text."""
    if len(lines) == 1 and _NUMBER.fullmatch(lines[0].words):
        return int(lines[0].words)
    return None


def string(words: str) -> str:
    """Return the content of a cell that is text whatever it looks like; nothing where there are no words."""
    return element("is", _t(words)) if words else ""


def table_cell(
    cell: GridCell, kind: Kind, align: Align, row: SheetRow, column: int, size: float
) -> tuple[str, CellLook]:
    """Return content and look of a cell of the table; *size* is its type's, *column* counts from 0.

    A cell beneath a merged one says the same as that, so that a filter finds all of its rows; but no number is said
    twice, because somebody might add them up.
    """
    number = plain_number(cell.lines)
    words = "\n".join(line.words for line in cell.lines)
    look = CellLook(
        kind,
        align,
        cell.lines[0].standing if cell.lines else Standing.STATED,
        row.row.above,
        row.below,
        as_text=number is None and len(words) <= _LONGEST_FORMATTED,
        quoted=words.startswith(_FORMULA_LIKE),
        from_top=column in row.from_top,
    )
    if number is not None:
        return "" if cell.covered else element("v", str(number)), look
    if len({line.standing for line in cell.lines}) > 1:
        return element("is", *_runs(cell.lines, kind, size)), look
    return string(words), look


def _runs(lines: Lines, kind: Kind, size: float) -> list[str]:
    """Return the lines of a cell in the colours of their standings."""
    ends = ["\n"] * (len(lines) - 1) + [""]
    return [
        element("r", element("rPr", font(kind, size, line.standing, name="rFont")), _t(line.words + end))
        for line, end in zip(lines, ends, strict=True)
    ]


def _t(words: str) -> str:
    return element("t", excel_text(words), xml__space="preserve")
