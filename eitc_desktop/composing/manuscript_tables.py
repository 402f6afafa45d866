"""A table within running text: as wide as the text, broken between rows, its head repeated on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from eitc_desktop.composing.manuscript_lines import SetLine, set_lines
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Box, Face, Ink, Line, Point, Rect, Run, Style, Text
from eitc_desktop.model.papers import Align, Cell, Row, Standing, Table

INK_OF_STANDING = {
    Standing.STATED: Ink.TEXT,
    Standing.DERIVED: Ink.DERIVED,
    Standing.JUDGED: Ink.JUDGED,
    Standing.ENTERED: Ink.ENTERED,
    Standing.NOT_STATED: Ink.SOFT,
}

_LEADING = 1.34
_NOTE = Style(Face.SONG, 9)  # 小 5 号
_BESIDE, _ABOVE = 3.5, 2.5  # points between a rule and the words
_OUTER, _INNER, _HAIR = 1.0, 0.5, 0.25  # widths of rules
_NARROW = 14
"""Characters of a line below which marks and spaces are left as they are: too few would share the change."""
_WHOLE = re.compile(r"(?:第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+)?（[^（）]*）\d*|[^、：，（）]+")
"""What a narrow cell keeps in one line if it can: a clause 二（七）1, a name, what stands in brackets."""
_MOST_LINES = 24  # of a piece that stays together on a page


class Parts(NamedTuple):
    """What a piece of a table is drawn with."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]


class _Words(NamedTuple):
    """One line of a cell."""

    line: SetLine
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Band:
    """What stays together on a page: a row, or one line of a paired row. ``cells`` hold the lines of each column.

    ``opens`` are the columns that have a rule above it, ``row`` is the table's row.
    """

    cells: tuple[tuple[_Words, ...], ...]
    height: float
    row: int
    opens: frozenset[int]
    title: bool = False


class _Span(NamedTuple):
    """A cell over the bands ``first`` to ``last``."""

    column: int
    first: int
    last: int
    words: tuple[_Words, ...]


class TableFlow:
    """One table, measured; ``fill`` says how much of it a page takes and ``draw`` gives that piece."""

    def __init__(self, table: Table, width: float, measurer: TextMeasurer, size: float) -> None:
        self._table = table
        self._measurer = measurer
        self._style = Style(Face.SONG, size)
        self._strong = Style(Face.HEI, size)
        self._pitch = size * _LEADING
        shares = sum(column.share for column in table.columns)
        self._widths = tuple(width * column.share / shares for column in table.columns)
        self._lefts = tuple(sum(self._widths[:i]) for i in range(len(self._widths)))
        self._width = width
        self._head = tuple(
            self._set(column.heading, Align.CENTRE, self._widths[i], self._strong, Ink.TEXT)
            for i, column in enumerate(table.columns)
        )
        self._notes = tuple(_set_notes(table.notes, measurer, width))
        self._spans: list[_Span] = []
        self._bands = self._measured()

    @property
    def bands(self) -> int:
        """The number of pieces that stay together."""
        return len(self._bands)

    @property
    def head_height(self) -> float:
        return self._height_of(max((len(lines) for lines in self._head), default=0))

    @property
    def notes_height(self) -> float:
        return len(self._notes) * _NOTE.size * _LEADING + 2 * _ABOVE if self._notes else 0.0

    @property
    def least(self) -> float:
        """How high the smallest beginning is: the head with the first rows, a title row never alone."""
        height = self.head_height
        for band in self._bands:
            height += band.height
            if not band.title:
                break
        return height

    def fill(self, start: int, room: float) -> tuple[int, float]:
        """Return the band after the last that fits into *room* points from *start* on, and how high the piece is.

        At least one band is taken where *start* is the beginning of a page; nothing where not even the head fits.
        """
        height, end = self.head_height, start
        while end < len(self._bands) and height + self._bands[end].height <= room + 0.01:
            height += self._bands[end].height
            end += 1
        best = end
        while best > start and best < len(self._bands) and not self._may_break(start, best):
            best -= 1
        if best > start:
            end = best
        return end, self.head_height + sum(band.height for band in self._bands[start:end])

    def draw(self, start: int, end: int, x: float, y: float) -> Parts:
        """Return the bands *start* to *end* under the head, its upper left corner at *x*, *y*."""
        boxes = [Box(Rect(x, y, self._width, self.head_height), None, Ink.HEAD)]
        texts = [*self._texts_of(self._head, self._strong, x, y)]
        tops = [y + self.head_height]
        for band in self._bands[start:end]:
            tops.append(tops[-1] + band.height)
            if band.title:
                boxes.append(Box(Rect(x, tops[-2], self._width, band.height), None, Ink.HEAD))
        for index in range(start, end):
            band, top = self._bands[index], tops[index - start]
            style = self._strong if band.title else self._style
            for span in self._spans:
                if span.last >= index >= span.first and index == max(span.first, start):
                    bottom = tops[min(span.last + 1, end) - start]
                    texts += self._span_texts(span, start, x, top, bottom)
            texts += self._texts_of(band.cells, style, x, top, title=band.title)
        return Parts(tuple(boxes), tuple(self._rules(start, end, x, y, tops)), tuple(texts))

    def draw_notes(self, x: float, y: float) -> tuple[Text, ...]:
        """Return what stands below the table, its upper left corner at *x*, *y*."""
        pitch = _NOTE.size * _LEADING
        ascent, descent = self._measurer.ascent(_NOTE), self._measurer.descent(_NOTE)
        texts: list[Text] = []
        for at, line in enumerate(self._notes):
            top = y + _ABOVE + at * pitch
            base = top + (pitch + ascent - descent) / 2
            runs = tuple(Run(words, x + left, base) for words, left in line.joined(_NOTE.size))
            texts.append(Text(line.words, runs, _NOTE, Rect(x, top, self._width, pitch), Ink.SOFT))
        return tuple(texts)

    # measuring

    def _measured(self) -> tuple[_Band, ...]:
        bands: list[_Band] = []
        merging: dict[int, tuple[Cell, int]] = {}  # column → the cell that goes on, and its first band
        for number, row in enumerate(self._table.rows):
            held: set[int] = set()
            for place, column in enumerate(self._table.merged):
                goes_on = column in merging and merging[column][0] == row.cells[column] and not row.title
                earlier = all(one in held for one in self._table.merged[:place])
                if goes_on and earlier and row.cells[column].lines:
                    held.add(column)
                else:
                    self._close(merging, column, len(bands))
                    if not row.title and row.cells[column].lines:
                        merging[column] = (row.cells[column], len(bands))
            bands += self._bands_of(number, row, frozenset(held), len(bands))
        for column in list(merging):
            self._close(merging, column, len(bands))
        return self._stretched(bands)

    def _close(self, merging: dict[int, tuple[Cell, int]], column: int, end: int) -> None:
        """Make a span of the merged cell that ends before band *end*."""
        if column in merging:
            one, first = merging.pop(column)
            self._spans.append(_Span(column, first, end - 1, self._lines_of(one, column)))

    def _bands_of(self, number: int, row: Row, held: frozenset[int], first: int) -> Iterator[_Band]:
        columns = range(len(row.cells))
        if row.title:
            words = self._set(row.cells[0].words, Align.LEFT, self._width, self._strong, Ink.TEXT)
            cells = (words, *(() for _ in columns[1:]))
            yield _Band(cells, self._height_of(len(words)), number, frozenset(columns), title=True)
            return
        paired = max(len(one.lines) for one in row.cells) if row.paired else 1
        own = [i for i in columns if i not in self._table.merged]
        alone = [i for i in own if paired > 1 and len(row.cells[i].lines) == 1]
        pieces: list[tuple[tuple[tuple[_Words, ...], ...], bool]] = []
        for line in range(paired):
            cells = tuple(
                ()
                if i in self._table.merged or i in alone
                else self._lines_of(row.cells[i], i, line if row.paired else None)
                for i in columns
            )
            pieces += [(piece, not at) for at, piece in enumerate(_cut(cells))]
        self._spans += [
            _Span(i, first, first + len(pieces) - 1, self._lines_of(row.cells[i], i)) for i in alone if pieces
        ]
        for at, (piece, opens) in enumerate(pieces):
            beside = frozenset(own) - frozenset(alone) if at else frozenset(columns) - held
            height = self._height_of(max(len(lines) for lines in piece))
            yield _Band(piece, height, number, beside if opens else frozenset())

    def _stretched(self, bands: list[_Band]) -> tuple[_Band, ...]:
        """Make the last band of each span so high that the span's words have room."""
        for span in self._spans:
            there = sum(band.height for band in bands[span.first : span.last + 1])
            lacking = self._height_of(len(span.words)) - there
            if lacking > 0:
                band = bands[span.last]
                bands[span.last] = replace(band, height=band.height + lacking)
        return tuple(bands)

    def _lines_of(self, one: Cell, column: int, line: int | None = None) -> tuple[_Words, ...]:
        chosen = one.lines if line is None else one.lines[line : line + 1]
        align = self._table.columns[column].align
        return tuple(
            words
            for each in chosen
            if each.words
            for words in self._set(each.words, align, self._widths[column], self._style, INK_OF_STANDING[each.standing])
        )

    def _set(self, words: str, align: Align, width: float, style: Style, ink: Ink) -> tuple[_Words, ...]:
        room = width - 2 * _BESIDE
        if align is Align.LEFT and room >= _NARROW * style.size:
            em = style.size
            measure = max(room // em, 1) * em  # whole characters, so that plain lines end alike
            lines = set_lines(words, style, self._measurer, em, measure)
            return tuple(_Words(line, ink) for line in lines)
        found: list[_Words] = []
        for line in break_lines(words, style, room, self._measurer, _WHOLE.findall(words)):
            free = room - self._measurer.advance(line, style)
            left = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
            found.append(_Words(SetLine.whole(line, left), ink))
        return tuple(found)

    def _height_of(self, lines: int) -> float:
        return lines * self._pitch + 2 * _ABOVE

    # breaking over pages

    def _may_break(self, start: int, at: int) -> bool:
        """Say whether a page may end before band *at*: not behind a title row, nor in a cell without room.

        Its words stand on both pages.
        """
        if self._bands[at - 1].title:
            return False
        for span in self._spans:
            if span.first < at <= span.last:
                least = self._height_of(len(span.words)) - 0.01
                above = sum(band.height for band in self._bands[max(span.first, start) : at])
                below = sum(band.height for band in self._bands[at : span.last + 1])
                if min(above, below) < least:
                    return False
        return True

    # drawing

    def _span_texts(self, span: _Span, start: int, x: float, top: float, bottom: float) -> Iterator[Text]:
        """Give a cell's words where it begins, and again where a page goes on with it and has room."""
        if span.first < start and bottom - top + 0.01 < self._height_of(len(span.words)):
            return
        left = x + self._lefts[span.column]
        yield from self._cell_texts(span.words, self._style, left, top, self._widths[span.column])

    def _texts_of(
        self, cells: Sequence[Sequence[_Words]], style: Style, x: float, top: float, *, title: bool = False
    ) -> Iterator[Text]:
        for column, words in enumerate(cells):
            width = self._widths[column] if not title else self._width
            yield from self._cell_texts(words, style, x + self._lefts[column], top, width)

    def _cell_texts(
        self, words: Iterable[_Words], style: Style, left: float, top: float, width: float
    ) -> Iterator[Text]:
        ascent, descent = self._measurer.ascent(style), self._measurer.descent(style)
        y = top + _ABOVE
        for line, ink in words:
            base = y + (self._pitch + ascent - descent) / 2
            runs = tuple(Run(each, left + _BESIDE + at, base) for each, at in line.joined(style.size))
            yield Text(line.words, runs, style, Rect(left, y, width, self._pitch), ink)
            y += self._pitch

    def _rules(self, start: int, end: int, x: float, y: float, tops: Sequence[float]) -> Iterator[Line]:
        right = x + self._width
        yield _across(x, right, y, _OUTER)
        yield _across(x, right, tops[0], _INNER)
        yield _across(x, right, tops[-1], _OUTER)
        for index in range(start + 1, end):
            band, above = self._bands[index], self._bands[index - 1]
            width = _HAIR if band.row == above.row else _INNER
            for first, last in _stretches(band.opens):
                left = x + self._lefts[first]
                yield _across(left, x + self._lefts[last] + self._widths[last], tops[index - start], width)
        for left in self._lefts[1:]:
            for top, bottom in self._columns_between(start, end, y, tops):
                yield Line((Point(x + left, top), Point(x + left, bottom)), Ink.RULE, _INNER)

    def _columns_between(self, start: int, end: int, y: float, tops: Sequence[float]) -> Iterator[tuple[float, float]]:
        """Yield from where to where there are columns: title rows have none."""
        top = y
        for index in range(start, end):
            if self._bands[index].title:
                if tops[index - start] > top:
                    yield top, tops[index - start]
                top = tops[index - start + 1]
        if tops[-1] > top:
            yield top, tops[-1]


def _set_notes(notes: Sequence[str], measurer: TextMeasurer, width: float) -> Iterator[SetLine]:
    """Yield the lines of the notes, the first behind 注：, the others under its words."""
    for at, note in enumerate(notes):
        words, indent = (note, 2 * _NOTE.size) if at else (f"注：{note}", 0.0)
        yield from set_lines(words, _NOTE, measurer, _NOTE.size, width, indent)


def _cut(cells: tuple[tuple[_Words, ...], ...]) -> Iterator[tuple[tuple[_Words, ...], ...]]:
    """Cut cells that would fill a page into pieces."""
    lines = max((len(words) for words in cells), default=0)
    if lines <= _MOST_LINES * 1.5:
        yield cells
        return
    for first in range(0, lines, _MOST_LINES):
        yield tuple(words[first : first + _MOST_LINES] for words in cells)


def _stretches(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring columns."""
    first = last = None
    for column in sorted(columns):
        if last is not None and column == last + 1:
            last = column
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = column
    if first is not None and last is not None:
        yield first, last


def _across(left: float, right: float, y: float, width: float) -> Line:
    return Line((Point(left, y), Point(right, y)), Ink.RULE, width)
