"""What a table is cut into: bands that stay together on a page, and cells that reach over several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from eitc_desktop.drawing.shapes import Ink, Rect


class SetParagraph(NamedTuple):
    """A paragraph of a cell, or what a page has of it, in lines."""

    words: str
    lines: tuple[str, ...]
    ink: Ink


SetCell = tuple[SetParagraph, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """What stays together on a page: a row, one line of a paired row, or a piece of a row that is too high.

    ``cells`` hold nothing for columns that a span covers. ``opens`` are the columns with a rule above it. ``above`` and
    ``below`` are what is free over and under the words; a piece that ``goes_on`` with the one above has its words at
    the top.
    """

    cells: tuple[SetCell, ...]
    height: float
    row: int
    opens: frozenset[int]
    title: bool = False
    above: float = 0.0
    below: float = 0.0
    goes_on: bool = False


class Span(NamedTuple):
    """A cell over the bands ``first`` to ``last``; a page that goes on with it shows its words again."""

    column: int
    first: int
    last: int
    cell: SetCell


def within(area: Rect, band: Band) -> Rect:
    """Return the part of *area*, a cell of *band*, in which words may stand."""
    return Rect(area.x, area.y + band.above, area.width, area.height - band.above - band.below)


def lines_in(cell: Iterable[SetParagraph]) -> int:
    """Return how many lines a cell has."""
    return sum(len(paragraph.lines) for paragraph in cell)


def lines_between(cell: SetCell, first: int, last: int) -> Iterator[SetParagraph]:
    """Yield what the lines *first* to *last* (excluded) of a cell hold of its paragraphs."""
    at = 0
    for paragraph in cell:
        lines = paragraph.lines[max(first - at, 0) : max(last - at, 0)]
        at += len(paragraph.lines)
        if len(lines) == len(paragraph.lines):
            yield paragraph
        elif lines:
            yield SetParagraph("".join(lines), lines, paragraph.ink)
