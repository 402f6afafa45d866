"""How wide the columns of a table are: by their shares, adjusted to what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eitc_desktop.composing.even import bracketed
from eitc_desktop.composing.page import PaperTooSmall
from eitc_desktop.composing.table_setting import beside
from eitc_desktop.composing.upright import Upright
from eitc_desktop.drawing.breaking import pieces_of
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Face, Style
from eitc_desktop.model.papers import Align, Table

_SHORT, _RATHER_SHORT = 7.2, 10.0  # ems: columns of nothing longer aren't broken, or not where that takes little more
_LITTLE_MORE = 1.35  # times the width of their share
_HEADING_LINES = 2
_LEAST_BESIDE = 4.0  # points on both sides together


class Wish(NamedTuple):
    """What a column wants, in points: no less than ``least``, no more than ``natural``, else by its ``share``."""

    least: float
    natural: float
    share: float


def column_widths(table: Table, width: float, measurer: TextMeasurer, size: float, longest: int) -> tuple[float, ...]:
    """Return the widths of the columns, *width* in all; *longest* are the characters in a line of an upright heading.

    No column is narrower than its longest piece that can't be broken, as far as all of them have room together; but
    for one piece (a long link, which is cut between characters) none gets more than its share.

    Raises:
        PaperTooSmall: if not even single characters have room.
    """
    total = sum(column.share for column in table.columns)
    wishes = [
        upright_wish(table, i, measurer, size, longest)
        if column.upright
        else _wish(table, i, measurer, size, width * column.share / total)
        for i, column in enumerate(table.columns)
    ]
    return spread(wishes, width, size + _LEAST_BESIDE)


def upright_wish(table: Table, column: int, measurer: TextMeasurer, size: float, longest: int) -> Wish:
    """Return what an upright column wants: room for its heading and its widest mark, and no more."""
    free = 2 * beside(table.columns[column])
    heading = Upright(table.columns[column].heading, Style(Face.HEI, size), longest, measurer).width
    style = Style(Face.SONG, size)
    lines = {line.words for row in table.rows if not row.title for line in row.cells[column].lines}
    width = max(heading, *(measurer.advance(words, style) for words in lines)) if lines else heading
    return Wish(width + free, width + free, table.columns[column].share)


def spread(wishes: Sequence[Wish], width: float, smallest: float) -> tuple[float, ...]:
    """Share *width* out among columns of which none gets less than *smallest*.

    Raises:
        PaperTooSmall: if that is too much.
    """
    if smallest * len(wishes) > width:
        raise PaperTooSmall
    floor = [max(wish.least, smallest) for wish in wishes]
    if sum(floor) > width:  # what is too much for all is taken from the widest
        floor = _lowered(floor, width, smallest)
    ceiling = [max(wish.natural, low) for wish, low in zip(wishes, floor, strict=True)]
    if sum(ceiling) < width:  # nothing need be broken
        return _between(wishes, ceiling, [width] * len(wishes), width)
    return _between(wishes, floor, ceiling, width)


def _wish(table: Table, column: int, measurer: TextMeasurer, size: float, usual: float) -> Wish:
    plain, strong = Style(Face.SONG, size), Style(Face.HEI, size)
    centred = table.columns[column].align is Align.CENTRE
    free = 2 * beside(table.columns[column])
    natural = least = 0.0
    for row in table.rows:
        if not row.title:
            for line in row.cells[column].lines:
                reach = measurer.advance(line.words, plain)
                natural = max(natural, reach)
                if reach > least:
                    keep = bracketed(line.words) if centred else ()
                    most = max(usual - free, _RATHER_SHORT * size)
                    longest = max(measurer.advance(piece, plain) for piece in pieces_of(line.words, keep))
                    least = max(least, min(longest, most))
    heading = table.columns[column].heading
    whole = measurer.advance(heading, strong)
    pieces = [measurer.advance(piece, strong) for piece in pieces_of(heading, bracketed(heading))] or [0.0]
    if natural <= _SHORT * size or natural <= min(_RATHER_SHORT * size, usual * _LITTLE_MORE):
        least = natural
    least = max(least, *pieces, whole / _HEADING_LINES + max(pieces) / 2 if len(pieces) > 1 else whole)
    least = max(least, table.columns[column].least * MM - free)
    natural = max(natural, least)
    return Wish(least + free, natural + free, table.columns[column].share)


def _lowered(floor: list[float], width: float, smallest: float) -> list[float]:
    """Return *floor* with its largest lengths cut to one limit, so that all together take *width*."""
    low, high = smallest, max(floor)
    for _ in range(60):
        limit = (low + high) / 2
        if sum(min(one, limit) for one in floor) > width:
            high = limit
        else:
            low = limit
    return [min(one, low) for one in floor]


def _between(
    wishes: Sequence[Wish], floor: Sequence[float], ceiling: Sequence[float], width: float
) -> tuple[float, ...]:
    """Return widths in proportion to the shares, each held between its floor and its ceiling, *width* in all."""
    low, high = 0.0, width / min(wish.share for wish in wishes)
    for _ in range(100):
        unit = (low + high) / 2
        if sum(_held(wish.share * unit, a, b) for wish, a, b in zip(wishes, floor, ceiling, strict=True)) > width:
            high = unit
        else:
            low = unit
    widths = [_held(wish.share * low, a, b) for wish, a, b in zip(wishes, floor, ceiling, strict=True)]
    widest = widths.index(max(widths))
    widths[widest] += width - sum(widths)
    return tuple(widths)


def _held(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
