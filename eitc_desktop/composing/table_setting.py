"""One table set into columns and bands: what stays together, what reaches over several, and how a piece is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from eitc_desktop.composing.bands import Band, SetCell, SetParagraph, Span, lines_between, lines_in, within
from eitc_desktop.composing.even import even_lines
from eitc_desktop.composing.rules import rules_of
from eitc_desktop.composing.upright import Upright
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Box, Face, Ink, Line, Rect, Run, Style, Text
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, merges_of

INK_OF_STANDING = {
    Standing.STATED: Ink.TEXT,
    Standing.DERIVED: Ink.DERIVED,
    Standing.JUDGED: Ink.JUDGED,
    Standing.ENTERED: Ink.ENTERED,
    Standing.NOT_STATED: Ink.SOFT,
}

_BESIDE, _BESIDE_UPRIGHT = 3.5, 1.5  # points between a rule and the words
ABOVE = 2.8
"""Points above and below the words of a cell, where nobody asks for less."""

_LEADING = 1.34
_ROUNDING = 0.01
_TALLEST_BAND, _TALLEST_PIECE, _TALLEST_SPAN = 0.6, 0.3, 0.25  # of a page
_PIECE = 4  # lines of a divided row that stay together
_KEPT_WHOLE = 0.35  # of a page: rows no higher are not divided


def beside(column: Column) -> float:
    """Return how many points lie free on either side of the words of a column."""
    return _BESIDE_UPRIGHT if column.upright else _BESIDE


class Parts(NamedTuple):
    """What a piece of a table is drawn with."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]


class Measures(NamedTuple):
    """How a table is set: in type of ``size``, on pages that have ``tallest`` for head and rows; all in points."""

    measurer: TextMeasurer
    size: float
    tallest: float
    above: float = ABOVE  # and below the words of a cell


class TableSetting:
    """A table of given column widths; ``fill`` says how much of it a page takes, ``draw`` gives that piece.

    ``longest`` is the number of characters in a vertical line of the head.
    """

    def __init__(self, table: Table, widths: Sequence[float], measures: Measures, longest: int = 1) -> None:
        self._table = table
        self._measurer, size = measures.measurer, measures.size
        self._above = measures.above
        self._style, self._strong = Style(Face.SONG, size), Style(Face.HEI, size)
        self._pitch = size * _LEADING
        self._widths = tuple(widths)
        self._lefts = tuple(sum(widths[:i]) for i in range(len(widths)))
        self._width = sum(widths)
        self._upright = {
            i: Upright(column.heading, self._strong, longest, self._measurer)
            for i, column in enumerate(table.columns)
            if column.upright
        }
        self._head = tuple(
            ()
            if column.upright
            else (self._paragraph(CellLine(column.heading), self._room(i), self._strong, even=True),)
            for i, column in enumerate(table.columns)
        )
        self._body = measures.tallest - self.head_height
        self._spans: list[Span] = []
        self._bands: list[Band] = []
        self._measure()

    @property
    def bands(self) -> int:
        """The number of pieces that stay together."""
        return len(self._bands)

    @property
    def head_height(self) -> float:
        upright = max((one.height + 4 * _BESIDE for one in self._upright.values()), default=0.0)
        return max(upright, max((self._height_of(cell) for cell in self._head), default=0.0))

    @property
    def least(self) -> float:
        """How high the smallest beginning is: the head with the first band, a title row never alone."""
        return self._least_from(0)

    def title_bands(self) -> Iterator[tuple[int, str]]:
        """Yield the bands of title rows with their words."""
        for index, band in enumerate(self._bands):
            if band.title and (not index or self._bands[index - 1].row != band.row):
                yield index, self._table.rows[band.row].cells[0].words

    def fill(self, start: int, room: float) -> tuple[int, float]:
        """Return the band after the last that fits into *room* points from *start* on, and how high the piece is.

        Nothing is taken where not even the head and one band fit.
        """
        height, end = self.head_height, start
        while end < len(self._bands) and height + self._bands[end].height <= room + 0.01:
            height += self._bands[end].height
            end += 1
        return self.cut_before(start, end) if start < end < len(self._bands) else (end, height)

    def cut_before(self, start: int, end: int) -> tuple[int, float]:
        """Return the best place up to *end* where a page that begins with *start* may end, and that piece's height."""
        rules = (self._may_break, self._may_break_roughly, self._may_break_if_it_must)
        places = (at for rule in rules for at in range(end, start, -1) if rule(start, at))
        best = next(places, end)
        return best, self.height_of(start, best)

    def height_of(self, start: int, end: int) -> float:
        """Return how high the head with the bands *start* to *end* is."""
        return self.head_height + sum(band.height for band in self._bands[start:end])

    def draw(self, start: int, end: int, x: float, y: float) -> Parts:
        """Return the bands *start* to *end* under the head, its upper left corner at *x*, *y*."""
        head = Rect(x, y, self._width, self.head_height)
        boxes = [Box(head, None, Ink.HEAD)]
        texts = [*self._head_texts(head)]
        tops = [head.bottom]
        for band in self._bands[start:end]:
            tops.append(tops[-1] + band.height)
        spans = [span for span in self._spans if span.first < end and span.last >= start]
        for index in range(start, end):
            band, top, bottom = self._bands[index], tops[index - start], tops[index - start + 1]
            cells: dict[int, list[Text]] = {}
            if band.title:
                across = within(Rect(x + _BESIDE, top, self._width - 2 * _BESIDE, band.height), band)
                texts += self._cell_texts(band.cells[0], across, Align.LEFT, strong=True)
                continue
            for span in spans:
                if index == max(span.first, start):
                    area = self._place(span.column, x, top, tops[min(span.last + 1, end) - start])
                    if self._height_of(span.cell) <= area.height + 0.01:
                        cells[span.column] = self._cell_texts(span.cell, area, self._align(span.column))
            for column, cell in enumerate(band.cells):
                if cell:
                    area = within(self._place(column, x, top, bottom), band)
                    if band.goes_on:
                        area = area._replace(height=lines_in(cell) * self._pitch)
                    cells[column] = self._cell_texts(cell, area, self._align(column))
            texts += [text for column in sorted(cells) for text in cells[column]]
        edges = [*(x + left for left in self._lefts), x + self._width]
        return Parts(tuple(boxes), tuple(rules_of(self._bands[start:end], edges, y, tops)), tuple(texts))

    # measuring

    def _measure(self) -> None:
        rows = self._table.rows
        merged = [(one, self._cell(rows[one.first].cells[one.column], one.column)) for one in merges_of(self._table)]
        merged = [(one, cell) for one, cell in merged if self._fits_span(cell)]
        covered = {(row, one.column) for one, _ in merged for row in range(one.first, one.last + 1)}
        goes_on = {(row, one.column) for one, _ in merged for row in range(one.first + 1, one.last + 1)}
        first_band: list[int] = []
        for number, row in enumerate(rows):
            first_band.append(len(self._bands))
            held = frozenset(column for at, column in covered if at == number)
            opens = frozenset(i for i in range(len(row.cells)) if (number, i) not in goes_on)
            self._bands += self._bands_of(number, row, held, opens)
        first_band.append(len(self._bands))
        for one, cell in merged:
            self._spans.append(Span(one.column, first_band[one.first], first_band[one.last + 1] - 1, cell))
        for span in self._spans:
            self._make_room(span)

    def _bands_of(self, number: int, row: Row, held: frozenset[int], opens: frozenset[int]) -> Iterator[Band]:
        """Yield the bands of a row, and note the cells that reach over several of them."""
        if row.title:
            cell = (self._paragraph(CellLine(row.cells[0].words), self._width - 2 * _BESIDE, self._strong),)
            cut = list(self._cut([cell, *(() for _ in row.cells[1:])]))
            for at, piece in enumerate(cut):
                yield replace(self._band(piece, at, len(cut), number, opens), title=True)
            return
        if row.room:
            yield self._room_to_write(number, row, opens)
            return
        first = len(self._bands)
        cells = [() if i in held else self._cell(cell, i) for i, cell in enumerate(row.cells)]
        most = max((len(cell) for cell in cells), default=0)
        beside = [i for i, cell in enumerate(cells) if cell and len(cell) != most]
        if not (row.paired and most > 1 and all(self._fits_span(cells[i]) for i in beside)):
            beside, most = [], 1
        pieces: list[tuple[list[SetCell], int, int]] = []  # cells, which piece of how many
        for line in range(most):
            chosen = slice(line, line + 1) if most > 1 else slice(None)
            part = [() if i in beside else cell[chosen] for i, cell in enumerate(cells)]
            cut = list(self._cut(part))
            pieces += [(piece, at, len(cut)) for at, piece in enumerate(cut)]
        over = set(beside)
        if most == 1 and len(pieces) > 1:  # a row too high: what is short stands beside all of its pieces
            short = {i for i, cell in enumerate(cells) if cell and self._fits_span(cell)}
            over |= {i for i in short if not any(piece[i] for piece, _, _ in pieces[1:])}
        if len(pieces) > 1:
            self._spans += [Span(i, first, first + len(pieces) - 1, cells[i]) for i in sorted(over)]
        within = frozenset(i for i in range(len(cells)) if i not in over and i not in held)
        for index, (piece, at, of) in enumerate(pieces):
            rest = [() if i in over else cell for i, cell in enumerate(piece)]
            yield self._band(rest, at, of, number, within if index else opens)

    def _band(self, cells: Sequence[SetCell], at: int, of: int, row: int, opens: frozenset[int]) -> Band:
        """Return piece *at* *of* so many of a row; free space and a rule are only where the row begins and ends."""
        above, below = (0.0 if at else self._above), (self._above if at + 1 == of else 0.0)
        height = above + max((lines_in(cell) for cell in cells), default=0) * self._pitch + below
        return Band(tuple(cells), height, row, frozenset() if at else opens, above=above, below=below, goes_on=at > 0)

    def _room_to_write(self, number: int, row: Row, opens: frozenset[int]) -> Band:
        """Return a row of room as the one band that it is, on a page of any size."""
        band = self._band([self._cell(cell, i) for i, cell in enumerate(row.cells)], 0, 1, number, opens)
        room = min(2 * self._above + row.room * self._pitch, self._body)
        return replace(band, height=max(band.height, room))

    def _cut(self, cells: Sequence[SetCell]) -> Iterator[list[SetCell]]:
        """Yield *cells* in pieces that a page has room for, cut between lines."""
        most = max(1, int((self._body * _TALLEST_BAND - 2 * self._above) / self._pitch))
        count = max((lines_in(cell) for cell in cells), default=0)
        if count <= most:
            yield list(cells)
            return
        size = max(1, min(_PIECE, int(self._body * _TALLEST_PIECE / self._pitch)))
        edges = [*range(0, max(count - size // 2, 1), size), count]  # the last piece is no single line
        for first, last in pairwise(edges):
            yield [tuple(lines_between(cell, first, last)) for cell in cells]

    def _fits_span(self, cell: SetCell) -> bool:
        return self._height_of(cell) <= self._body * _TALLEST_SPAN

    def _make_room(self, span: Span) -> None:
        there = sum(band.height for band in self._bands[span.first : span.last + 1])
        lacking = self._height_of(span.cell) - there
        if lacking > 0:
            share = lacking / (span.last + 1 - span.first)
            for index in range(span.first, span.last + 1):
                self._bands[index] = replace(self._bands[index], height=self._bands[index].height + share)

    def _cell(self, cell: Cell, column: int) -> SetCell:
        room = self._room(column)
        centred = self._align(column) is Align.CENTRE
        return tuple(
            self._paragraph(line, room, self._style, even=centred) for line in cell.lines if line.words.strip()
        )

    def _room(self, column: int) -> float:
        return self._widths[column] - 2 * beside(self._table.columns[column])

    def _paragraph(self, line: CellLine, room: float, style: Style, *, even: bool = False) -> SetParagraph:
        """Set a paragraph; with *even*, its lines as even as they can be, as words do that stand in the middle."""
        setting = even_lines if even else break_lines
        lines = setting(line.words, style, room + _ROUNDING, self._measurer)
        return SetParagraph(line.words, lines, INK_OF_STANDING[line.standing])

    def _height_of(self, cell: SetCell) -> float:
        return lines_in(cell) * self._pitch + 2 * self._above

    def _least_from(self, start: int) -> float:
        height = self.head_height
        for band in self._bands[start:]:
            height += band.height
            if not band.title:
                break
        return height

    # breaking over pages

    def _may_break(self, start: int, at: int) -> bool:
        """Say whether a page may end before band *at*: rows stay whole that can, and every cell keeps room."""
        if not self._may_break_roughly(start, at):
            return False
        row = self._bands[at - 1].row
        if at < len(self._bands) and row == self._bands[at].row:
            return sum(band.height for band in self._bands if band.row == row) > self._body * _KEPT_WHOLE
        return True

    def _may_break_roughly(self, start: int, at: int) -> bool:
        """Say whether that is so, apart from rows that might stay whole."""
        if self._bands[at - 1].title and self._bands[at - 1].row != self._bands[at].row:
            return False
        return all(min(rooms) + 0.01 >= self._height_of(span.cell) for span, *rooms in self._divided(start, at))

    def _may_break_if_it_must(self, start: int, at: int) -> bool:
        """Say whether every cell that goes on has room for its words at least on the page that ends."""
        return all(above + 0.01 >= self._height_of(span.cell) for span, above, _ in self._divided(start, at))

    def _divided(self, start: int, at: int) -> Iterator[tuple[Span, float, float]]:
        """Yield the spans that a page's end before band *at* divides, and how high they are on either side of it."""
        for span in self._spans:
            if span.first < at <= span.last:
                above = sum(band.height for band in self._bands[max(span.first, start) : at])
                yield span, above, sum(band.height for band in self._bands[at : span.last + 1])

    # drawing

    def _align(self, column: int) -> Align:
        return self._table.columns[column].align

    def _place(self, column: int, x: float, top: float, bottom: float) -> Rect:
        """Return where the words of a column may stand."""
        left = x + self._lefts[column] + beside(self._table.columns[column])
        return Rect(left, top, self._room(column), bottom - top)

    def _head_texts(self, head: Rect) -> Iterator[Text]:
        for column, cell in enumerate(self._head):
            area = self._place(column, head.x, head.y, head.bottom)
            if column in self._upright:
                yield self._upright[column].text(area)
            else:
                yield from self._cell_texts(cell, area, Align.CENTRE, strong=True)

    def _cell_texts(self, cell: SetCell, area: Rect, align: Align, *, strong: bool = False) -> list[Text]:
        """Return the paragraphs of a cell, as a block in the middle of *area*."""
        style = self._strong if strong else self._style
        ascent, descent = self._measurer.ascent(style), self._measurer.descent(style)
        y = area.y + (area.height - lines_in(cell) * self._pitch) / 2
        texts: list[Text] = []
        for paragraph in cell:
            runs: list[Run] = []
            top = y
            for line in paragraph.lines:
                free = area.width - self._measurer.advance(line, style)
                left = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
                runs.append(Run(line, area.x + left, y + (self._pitch + ascent - descent) / 2))
                y += self._pitch
            place = Rect(area.x, top, area.width, y - top)
            texts.append(Text(paragraph.words, tuple(runs), style, place, paragraph.ink))
        return texts
