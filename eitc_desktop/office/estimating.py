"""How wide columns have to be and how high cells will stand, in fonts that aren't known here: rather too much."""

from __future__ import annotations

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.model.papers import CellLine, Table
from eitc_desktop.office.files import legal

LINE = 1.45
"""Ems from line to line: 宋体 needs 1.3, the Noto and Source Han fonts that may stand in for it 1.44."""


_SHORT = 10
"""Characters up to which a line of a cell should not be broken: a clause, a grade, a name."""

_SHARE = 0.16
"""How much of a table's width one such line may claim."""


_SLACK = 2.0
"""Points more than a line is wide: the rules between columns take some of their widths."""


class AmpleMeasurer(EvenMeasurer):
    """Measures a little too wide: Han characters are an em in every font, Latin letters half of one in 宋体 only."""

    def advance(self, words: str, style: Style) -> float:
        narrow = sum(1 for char in words if ord(char) < 0x2E80 and char not in "“”‘’—…·")
        return EvenMeasurer.advance(self, words, style) + 0.1 * narrow * style.size


def lines_of(words: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that *words* take in *width* points, set in *size* points."""
    return break_lines(legal(words), Style(Face.SONG, size), max(width, size), AmpleMeasurer())


def count_lines(lines: tuple[CellLine, ...], size: float, width: float) -> int:
    """Return how many lines the paragraphs of a cell take; an empty cell takes one."""
    return sum(len(lines_of(line.words, size, width)) for line in lines) or 1


def widths_of(table: Table, across: float, size: float, padding: float) -> list[float]:
    """Return the widths of the columns, in points and *across* in all, with *padding* of each taken by margins.

    They follow the columns' shares, but where a column is too narrow for its short lines, wider ones give it of theirs.
    """
    total = sum(column.share for column in table.columns)
    widths = [across * column.share / total for column in table.columns]
    needs = [
        0.0 if column.upright else _need(table, i, size, across) + padding for i, column in enumerate(table.columns)
    ]
    missing = [
        0.0 if column.upright else max(need - width, 0.0)
        for column, need, width in zip(table.columns, needs, widths, strict=True)
    ]
    spare = [
        0.0 if column.upright or width < across / len(widths) else max(min(width - need, width / 3), 0.0)
        for column, need, width in zip(table.columns, needs, widths, strict=True)
    ]
    # The widest gives first: it is the one that holds the running text
    left = min(sum(missing), sum(spare))
    given = left
    for i in sorted(range(len(widths)), key=lambda i: -widths[i]):
        gives = min(spare[i], left)
        widths[i] -= gives
        left -= gives
    return [
        width + given * (miss / sum(missing) if given else 0.0) for width, miss in zip(widths, missing, strict=True)
    ]


def _need(table: Table, column: int, size: float, across: float) -> float:
    """Return the width of the widest line of a column that should not be broken."""
    measurer, style = AmpleMeasurer(), Style(Face.SONG, size)
    lines = [line.words for row in table.rows if not row.title for line in row.cells[column].lines]
    reaches = (measurer.advance(legal(words), style) for words in (table.columns[column].heading, *lines))
    return max((reach for reach in reaches if reach <= min(_SHORT * size, _SHARE * across)), default=0.0) + _SLACK
