"""Papers of running text as pages of GB/T 9704-2012: headings, paragraphs and tables on the grid of 22 × 28."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from eitc_desktop.composing.manuscript_furniture import around
from eitc_desktop.composing.manuscript_grid import (
    AREA,
    BODY,
    CELL,
    HEADINGS,
    INDENT,
    LINES,
    PAGE,
    PITCH,
    TITLE,
    baseline,
)
from eitc_desktop.composing.manuscript_lines import SetLine, set_lines
from eitc_desktop.composing.manuscript_tables import INK_OF_STANDING, TableFlow
from eitc_desktop.composing.manuscript_title import title_lines
from eitc_desktop.composing.page import Furniture
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Bookmark, Box, Document, Drawing, Face, Ink, Line, Rect, Run, Style, Text
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Table

TABLE_SIZE = 10.5  # 5 号
_CAPTION = Style(Face.HEI, 12)  # 小 4 号
_AIR = 4
"""Points at least between a table and the line below it."""


def set_dossier(dossier: Dossier, measurer: TextMeasurer, furniture: Furniture) -> Document:
    """Return *dossier* in pages. Text keeps to the grid; a table takes the lines it needs, and text goes on after it.

    No heading stands alone at the foot of a page. The outline of the file are the headings.
    """
    flow = _Flow(measurer)
    flow.title(dossier)
    for at, block in enumerate(dossier.blocks):
        flow.put(block, dossier.blocks[at + 1 :])
    flow.signature(furniture)
    pages = tuple(
        Drawing(
            *PAGE,
            tuple(page.boxes),
            tuple(page.lines),
            (*page.texts, *around(number, furniture, measurer)),
        )
        for number, page in enumerate(flow.pages, 1)
    )
    return Document(dossier.title, pages, tuple(flow.bookmarks), dossier.subject)


@dataclass(slots=True)
class _Page:
    """What stands on a page so far."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


class _Flow:
    """Puts blocks one below the other, in slots of one line each; ``_slot`` counts from the page's top."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer
        self._tables: dict[int, TableFlow] = {}
        self._slot = 0
        self.pages: list[_Page] = [_Page()]
        self.bookmarks: list[Bookmark] = []

    def title(self, dossier: Dossier) -> None:
        """Set the title in the middle, a blank line above and below it."""
        self._slot = 1
        for line in title_lines(dossier.title, dossier.subject, TITLE, AREA.width, self._measurer):
            left = (AREA.width - self._measurer.advance(line, TITLE)) / 2
            self._set(SetLine.whole(line, left), TITLE, Ink.TEXT)
        self._slot += 1

    def put(self, block: Block, following: Sequence[Block]) -> None:
        """Set one block; *following* are those after it, for which a heading needs room."""
        match block:
            case Heading():
                self._heading(block, following)
            case Paragraph():
                for line in self._lines_of(block):
                    self._set(line, BODY, INK_OF_STANDING[block.standing])
            case Table():
                self._table(block)

    def signature(self, furniture: Furniture) -> None:
        """Set by whom and when the paper was made, as entered, and the fixed notes of its kind."""
        made = [words for words in (furniture.maker, furniture.made_on) if words]
        if made:
            if self._slot + len(made) + 1 > LINES:
                self._new_page()
            else:
                self._slot += bool(self._slot)
        for words in made:
            # 落款 stands at the right, two characters in (7.3.5)
            width = self._measurer.advance(words, BODY)
            self._set(SetLine.whole(words, AREA.width - INDENT * CELL - width), BODY, Ink.ENTERED)
        for note in furniture.notes:
            for line in self._lines(note, BODY):
                self._set(line, BODY, Ink.SOFT)

    def _heading(self, heading: Heading, following: Sequence[Block]) -> None:
        style = HEADINGS[min(heading.level, len(HEADINGS)) - 1]
        lines = self._lines(heading.words, style)
        if self._slot and self._slot + len(lines) + self._least(following) > LINES:
            self._new_page()
        y = AREA.y + self._slot * PITCH
        self.bookmarks.append(Bookmark(heading.words, len(self.pages) - 1, y, heading.level - 1))
        for line in lines:
            self._set(line, style, Ink.TEXT)

    def _least(self, following: Sequence[Block]) -> int:
        """Return how many lines must stand below a heading for it not to stand alone."""
        for at, block in enumerate(following[:1]):
            match block:
                case Heading():
                    style = HEADINGS[min(block.level, len(HEADINGS)) - 1]
                    return len(self._lines(block.words, style)) + self._least(following[at + 1 :])
                case Paragraph():
                    return min(len(self._lines_of(block)), 2)
                case Table():
                    return ceil((self._flow_of(block).least + self._caption_height(block)) / PITCH)
        return 0

    def _lines(self, words: str, style: Style, keep: str = "") -> tuple[SetLine, ...]:
        return set_lines(words, style, self._measurer, CELL, AREA.width, INDENT * CELL, keep)

    def _lines_of(self, paragraph: Paragraph) -> tuple[SetLine, ...]:
        return self._lines(paragraph.cited, BODY, paragraph.citation)

    def _set(self, line: SetLine, style: Style, ink: Ink) -> None:
        if self._slot >= LINES:
            self._new_page()
        top = AREA.y + self._slot * PITCH
        base = baseline(top, PITCH, self._measurer.ascent(style), self._measurer.descent(style))
        runs = tuple(Run(words, AREA.x + x, base) for words, x in line.placed)
        area = Rect(AREA.x, top, AREA.width, PITCH)
        self.pages[-1].texts.append(Text(line.words, runs, style, area, ink))
        self._slot += 1

    def _new_page(self) -> None:
        self.pages.append(_Page())
        self._slot = 0

    # tables

    def _table(self, table: Table) -> None:
        flow = self._flow_of(table)
        if self._slot and self._least((table,)) + self._slot > LINES:
            self._new_page()
        y = self._caption(table, AREA.y + self._slot * PITCH)
        start = 0
        while start < flow.bands:
            end, height = flow.fill(start, AREA.bottom - y)
            if end == flow.bands and y + height + flow.notes_height > AREA.bottom:
                # the notes take the last rows with them
                end, height = flow.fill(start, AREA.bottom - y - flow.notes_height)
                end, height = (end, height) if end < flow.bands else flow.fill(start, height - 1)
            if end == start and y <= AREA.y:
                end = start + 1
            if end > start:
                parts = flow.draw(start, end, AREA.x, y)
                page = self.pages[-1]
                page.boxes += parts.boxes
                page.lines += parts.lines
                page.texts += parts.texts
                y += height
            start = end
            if start < flow.bands:
                self._new_page()
                y = AREA.y
        if y + flow.notes_height > AREA.bottom:
            self._new_page()
            y = AREA.y
        self.pages[-1].texts += flow.draw_notes(AREA.x, y)
        # text goes on in the next line of the grid that leaves a little air
        self._slot = ceil((y + flow.notes_height + _AIR - AREA.y) / PITCH)

    def _flow_of(self, table: Table) -> TableFlow:
        if id(table) not in self._tables:
            self._tables[id(table)] = TableFlow(table, AREA.width, self._measurer, TABLE_SIZE)
        return self._tables[id(table)]

    def _caption_height(self, table: Table) -> float:
        return PITCH if table.title else 0.2 * PITCH

    def _caption(self, table: Table, y: float) -> float:
        """Set the table's title above it and return where the table begins."""
        if not table.title:
            return y + self._caption_height(table)
        left = (AREA.width - self._measurer.advance(table.title, _CAPTION)) / 2
        self._set(SetLine.whole(table.title, left), _CAPTION, Ink.TEXT)
        return y + self._caption_height(table)
