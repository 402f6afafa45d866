"""How wide columns have to be and how high cells will stand, in fonts that aren't known here: rather too much."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from eitc_desktop.drawing.breaking import break_evenly, break_lines, pieces_of
from eitc_desktop.drawing.measuring import EvenMeasurer, count_narrow
from eitc_desktop.drawing.shapes import MM, Face, Style
from eitc_desktop.model.papers import Align, CellLine, Column, Table
from eitc_desktop.office.files import legal

LINE = 1.45
"""Ems from line to line: 宋体 needs 1.3, the Noto and Source Han fonts that may stand in for it 1.44."""

_SHORT, _RATHER_SHORT = 8.2, 10.0
"""Ems: lines that are no longer aren't broken, or not where that takes little more than the column's share."""

_LITTLE_MORE = 1.35
"""Times the width of its share."""

_SLACK = 2.0
"""Points more than a line is wide: the rules between columns take some of their widths."""

_HEADING_LINES = 2
"""Lines that a heading may take that is long."""

_UPRIGHT_BESIDE = 5.0
"""Points on both sides of the words of an upright column, together."""

_ROUNDS = 60

_LONG_LATIN = re.compile("[!-~]{8,}")


class AmpleMeasurer(EvenMeasurer):
    """Measures a little too wide: Han characters are an em in every font, Latin letters half of one in 宋体 only."""

    def advance(self, words: str, style: Style) -> float:
        narrow = count_narrow(words)
        return (len(words) - 0.5 * narrow) * style.size + 0.1 * narrow * style.size


class SetColumns(NamedTuple):
    """The columns of a table: how wide they are, in points, and their headings; upright ones with line feeds."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]


class _Wish(NamedTuple):
    """What a column wants, in points: no less than ``least``, no more than ``natural``, else by its ``share``.

    Where not all columns have room for the least, ``bare`` has to do: running text is broken anyway.
    """

    least: float
    natural: float
    share: float
    bare: float


def lines_of(words: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that *words* take in *width* points, set in *size* points."""
    return break_lines(legal(words), Style(Face.SONG, size), max(width, size), AmpleMeasurer())


def count_lines(lines: tuple[CellLine, ...], size: float, width: float) -> int:
    """Return how many lines the paragraphs of a cell take; an empty cell takes one."""
    return sum(_lines_at_most(line.words, size, width) for line in lines) or 1


def _lines_at_most(words: str, size: float, width: float) -> int:
    """Return how many lines a paragraph takes: one more where it has long Latin words.

    Office programs keep these together with the quotation marks and brackets beside them, which have breaks by rule.
    """
    count = len(lines_of(words, size, width))
    return count + 1 if count > 1 and _LONG_LATIN.search(words) else count


def columns_of(table: Table, across: float, down: float, size: float, free: Callable[[Column], float]) -> SetColumns:
    """Return the columns of *table*, *across* points wide in all, *free* points of each taken by its margins.

    They follow the columns' shares, but none is narrower than its short lines, if all have room together; if not, none
    that has no other lines. Upright
    headings are broken so that the table takes as little as possible of pages that are *down* points high.
    """
    plain = [column.heading for column in table.columns]
    longest = sorted({len(line) for column in table.columns if column.upright for line in _parts(column.heading)})
    if not longest:
        return SetColumns(_widths(table, plain, across, size, free), tuple(plain))
    reaches = [_reaches(table, i, size) for i in range(len(plain))]

    def pages(one: SetColumns) -> float:
        rooms = [width - free(column) for width, column in zip(one.widths, table.columns, strict=True)]
        lines = sum(
            max(sum(math.ceil(reach / max(room, size)) for reach in row) for row, room in zip(rows, rooms, strict=True))
            for rows in zip(*reaches, strict=True)
        )
        head = max(
            upright_height(words, size)
            for words, column in zip(one.headings, table.columns, strict=True)
            if column.upright
        )
        return lines * LINE * size / max(down - head, size)

    ways: list[SetColumns] = []
    for most in range(min(6, *longest), longest[-1] + 1):
        headings = tuple(
            upright_heading(column.heading, most) if column.upright else column.heading for column in table.columns
        )
        ways.append(SetColumns(_widths(table, headings, across, size, free), headings))
    return min(ways, key=pages)


def upright_heading(words: str, most: int) -> str:
    """Return *words* in vertical lines of about *most* characters, what stands in （） in lines of its own."""
    style, measurer = Style(Face.HEI, 1.0), AmpleMeasurer()
    if len(words) <= most:
        return words
    lines = (break_evenly(part, style, math.ceil(len(part) / most), measurer) for part in _parts(words))
    return "\n".join(line for part in lines for line in part)


def _parts(words: str) -> tuple[str, ...]:
    name, mark, rest = words.partition("（")
    return (name, mark + rest) if name and rest else (words,)


def upright_height(heading: str, size: float) -> float:
    """Return how high the lines of an upright heading are, in points, in fonts that may have larger fields."""
    return max(len(line) for line in heading.split("\n")) * 1.08 * size


def _widths(
    table: Table, headings: Sequence[str], across: float, size: float, free: Callable[[Column], float]
) -> tuple[float, ...]:
    total = sum(column.share for column in table.columns)
    wishes = [
        _upright_wish(table, i, headings[i], size)
        if column.upright
        else _wish(table, i, size, across * column.share / total, free(column))
        for i, column in enumerate(table.columns)
    ]
    if sum(wish.least for wish in wishes) > across:
        wishes = [wish._replace(least=wish.bare) for wish in wishes]
    floors = [wish.least for wish in wishes]
    if sum(floors) >= across:  # what is too much for all is taken from the widest
        limit = _solved(lambda limit: sum(min(floor, limit) for floor in floors), across, max(floors))
        return tuple(min(floor, limit) for floor in floors)
    if sum(wish.natural for wish in wishes) <= across:  # nothing need be broken
        wishes = [wish if wish.natural == wish.least else wish._replace(natural=across) for wish in wishes]
    if sum(wish.natural for wish in wishes) <= across:
        wishes = [wish._replace(least=wish.natural, natural=across) for wish in wishes]
    least_share = min(wish.share for wish in wishes)
    unit = _solved(lambda unit: sum(_held(wish, unit) for wish in wishes), across, across / least_share)
    return tuple(_held(wish, unit) for wish in wishes)


def _held(wish: _Wish, unit: float) -> float:
    return min(max(wish.share * unit, wish.least), wish.natural)


def _solved(rising: Callable[[float], float], aim: float, high: float) -> float:
    """Return the largest value up to *high*, nearly, for which *rising* gives no more than *aim*."""
    low = 0.0
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if rising(middle) > aim:
            high = middle
        else:
            low = middle
    return low


def _reaches(table: Table, column: int, size: float) -> list[list[float]]:
    """Return how wide the paragraphs of a column would be in one line, by row; title rows take one line."""
    measurer, style = AmpleMeasurer(), Style(Face.SONG, size)
    return [
        [size] if row.title else [measurer.advance(legal(line.words), style) for line in row.cells[column].lines]
        for row in table.rows
    ]


def _upright_wish(table: Table, column: int, heading: str, size: float) -> _Wish:
    """Return what an upright column wants: room for its heading and its widest mark, and no more."""
    marks = {line.words for row in table.rows if not row.title for line in row.cells[column].lines}
    widest = max((EvenMeasurer().advance(legal(words), Style(Face.SONG, size)) for words in marks), default=0.0)
    width = max((heading.count("\n") + 1) * LINE * size, widest) + _UPRIGHT_BESIDE
    return _Wish(width, width, table.columns[column].share, width)


def _wish(table: Table, column: int, size: float, usual: float, free: float) -> _Wish:
    measurer, style = AmpleMeasurer(), Style(Face.SONG, size)
    whole = max(_SHORT * size, min(_RATHER_SHORT * size, usual * _LITTLE_MORE))
    natural = least = bare = 0.0
    for words in {line.words for row in table.rows if not row.title for line in row.cells[column].lines}:
        reach = measurer.advance(legal(words), style)
        natural = max(natural, reach)
        if reach <= whole:
            least = max(least, reach)
        else:
            longest = max(measurer.advance(piece, style) for piece in pieces_of(words))
            bare = max(bare, min(longest, max(usual - free, _RATHER_SHORT * size)))  # a long link is cut anyway
    least = max(least, bare)
    if natural <= whole or table.columns[column].align is Align.CENTRE:
        bare = least
    heading = measurer.advance(table.columns[column].heading, style)
    if heading > _SHORT * size:  # in two lines, or in as many as it takes: numbers below it need no more room
        heading = min(heading / _HEADING_LINES + size, _SHORT * size)
    needed = max(heading, table.columns[column].least * MM - free)
    least, bare = max(least, needed), max(bare, needed)
    free += _SLACK
    return _Wish(least + free, max(natural, least) + free, table.columns[column].share, bare + free)
