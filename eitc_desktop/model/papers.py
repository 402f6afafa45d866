"""What a printed paper says, before anybody sets it: the same content for PDF, Word and Excel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

UNOFFICIAL = "非正式文件，以正式印发文本为准"
"""Stands on every page: working papers are made here, never issued documents."""


def page_mark(mark: str = "") -> str:
    """Return what stands on every page of a paper: that it is unofficial, then *mark*, what else its content is."""
    return f"{UNOFFICIAL}；{mark}" if mark else UNOFFICIAL


class Standing(StrEnum):
    """What kind of content words are (README: the four kinds); NOT_STATED is 本规定未载明 and its like."""

    STATED = "stated"
    DERIVED = "derived"
    JUDGED = "judged"
    ENTERED = "entered"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class CellLine:
    """One paragraph of a cell; lines of the same number in neighbouring cells of a row belong together."""

    words: str
    standing: Standing = Standing.STATED


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs; none is an empty cell."""

    lines: tuple[CellLine, ...] = ()

    @property
    def words(self) -> str:
        return "\n".join(line.words for line in self.lines)


class Align(StrEnum):
    """How a column's words stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the table's width (shares are relative to each other).

    ``upright``: a narrow column of a matrix, whose heading stands in vertical lines. ``least``: how many millimetres
    wide it is at least, for somebody to write in by hand though little or nothing stands there.
    """

    heading: str
    share: float
    align: Align = Align.LEFT
    upright: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of as many cells as the table has columns. ``title``: the first cell's words stand across all of them.

    ``paired``: line n of one cell belongs beside line n of the others (quote, clause and grade of one link).
    ``room``: how many lines high the row is at least, for somebody to write in; such a row stays on one page.
    """

    cells: tuple[Cell, ...]
    title: bool = False
    paired: bool = False
    room: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table as offices make them. Equal neighbours below each other in the columns ``merged`` are one cell
    (see ``merges_of``).

    ``subject`` names the body that the title speaks of, ``lead`` stands between title and table, ``notes`` below the
    table. ``mark`` stands on every page (see ``page_mark``).
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    merged: tuple[int, ...] = ()
    subject: str = ""
    lead: tuple[str, ...] = ()
    mark: str = ""


class Merge(NamedTuple):
    """Rows ``first`` to ``last`` (included) of a column that are one cell."""

    column: int
    first: int
    last: int


def merges_of(table: Table) -> tuple[Merge, ...]:
    """Return the cells of two or more rows of *table*, by column.

    No merged cell reaches over a title row or beyond the merged cell of an earlier column: the lead of one matter is
    not the lead of the next, though both have the same name. Empty cells stay apart.
    """
    found: list[Merge] = []
    together = [False] * max(len(table.rows) - 1, 0)  # whether a row belongs with the one below it
    for i in range(len(together)):
        together[i] = not (table.rows[i].title or table.rows[i + 1].title)
    for column in table.merged:
        for i, belong in enumerate(together):
            here, below = table.rows[i].cells, table.rows[i + 1].cells
            together[i] = belong and bool(here[column].lines) and here[column] == below[column]
        first = 0
        for i in range(len(table.rows)):
            if i == len(together) or not together[i]:
                if i > first:
                    found.append(Merge(column, first, i))
                first = i + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its ordinal: level 1 一、, level 2 （一）, level 3 1."""

    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``clause`` is the place it is taken from (二（七）), empty where it is none of the text's."""

    words: str
    standing: Standing = Standing.STATED
    clause: str = ""

    @property
    def citation(self) -> str:
        """The clause as it stands on paper, in 〔〕, for clauses have round brackets themselves; empty without one."""
        return f"〔原文{self.clause}〕" if self.clause else ""

    @property
    def cited(self) -> str:
        """The words as they stand on paper: with their citation, before the full stop."""
        stop = "。" if self.citation and self.words.endswith("。") else ""
        return f"{self.words.removesuffix(stop)}{self.citation}{stop}"


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Dossier:
    """A paper of headings, running text and tables under one title; ``mark`` stands on every page."""

    title: str
    blocks: tuple[Block, ...]
    subject: str = ""
    mark: str = ""


def cell(words: str = "", standing: Standing = Standing.STATED) -> Cell:
    """Return a cell of one paragraph; of none where *words* is empty."""
    return Cell((CellLine(words, standing),)) if words else Cell()
