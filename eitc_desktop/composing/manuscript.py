"""Papers of running text as pages of GB/T 9704-2012: headings, paragraphs and tables on the grid of 22 × 28."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from eitc_desktop.composing.columns import column_widths
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
from eitc_desktop.composing.manuscript_title import title_lines
from eitc_desktop.composing.page import Furniture
from eitc_desktop.composing.table_setting import INK_OF_STANDING, Measures, TableSetting
from eitc_desktop.composing.tables import numbered_notes
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Bookmark, Box, Document, Drawing, Face, Ink, Line, Rect, Run, Style, Text
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Table

TABLE_SIZE = 10.5  # 5 号
_CAPTION = Style(Face.HEI, 12)  # 小 4 号
_NOTE = Style(Face.SONG, 9)  # 小 5 号
_NOTE_PITCH, _NOTE_GAP = 12.5, 2.5
_AIR = 4
"""Points at least between a table and the line below it."""


def set_dossier(dossier: Dossier, measurer: TextMeasurer, furniture: Furniture) -> Document:
    """Return *dossier* in pages. Text keeps to the grid; a table takes the lines it needs, and text goes on after it.

    No heading stands alone at the foot of a page. The outline of the file are the headings.
    """
    furniture = replace(furniture, mark=furniture.mark or dossier.mark)
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
        self._settings: dict[int, TableSetting] = {}
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
        """Set by whom and when the paper was made, which is the maker's own line, and the fixed notes of its kind."""
        made = [words for words in (furniture.maker, furniture.made_on) if words]
        if made:
            if self._slot + len(made) + 1 > LINES:
                self._new_page()
            else:
                self._slot += bool(self._slot)
        for words in made:
            # 落款 stands at the right, two characters in (7.3.5)
            width = self._measurer.advance(words, BODY)
            self._set(SetLine.whole(words, AREA.width - INDENT * CELL - width), BODY, Ink.TEXT)
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
                    return ceil((self._setting_of(block).least + self._caption_height(block)) / PITCH)
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
        self.pages[-1].texts.append(Text(line.words, runs, style, self._place(runs, top, PITCH, style), ink))
        self._slot += 1

    def _place(self, runs: Sequence[Run], top: float, height: float, style: Style) -> Rect:
        """Return a line's area: a mark at its end may have given up its empty half, which then lies beyond it."""
        reach = max((run.x + self._measurer.advance(run.words, style) for run in runs[-1:]), default=0.0)
        return Rect(AREA.x, top, max(AREA.width, reach - AREA.x), height)

    def _new_page(self) -> None:
        self.pages.append(_Page())
        self._slot = 0

    # tables

    def _table(self, table: Table) -> None:
        setting, notes = self._setting_of(table), self._note_lines(table)
        if self._slot and self._least((table,)) + self._slot > LINES:
            self._new_page()
        y = self._caption(table, AREA.y + self._slot * PITCH)
        below = len(notes) * _NOTE_PITCH + _NOTE_GAP
        start = 0
        while start < setting.bands:
            end, height = setting.fill(start, AREA.bottom - y)
            if end == start and y <= AREA.y:  # higher than a page: shown, and found by the check of what is clipped
                end, height = start + 1, setting.height_of(start, start + 1)
            if end == setting.bands and y + height + below > AREA.bottom and end > start + 1:
                end, height = setting.cut_before(start, end - 1)  # the notes take the last rows with them
            if end > start:
                parts = setting.draw(start, end, AREA.x, y)
                page = self.pages[-1]
                page.boxes += parts.boxes
                page.lines += parts.lines
                page.texts += parts.texts
                y += height
            start = end
            if start < setting.bands or y + below > AREA.bottom:
                self._new_page()
                y = AREA.y
        y = self._notes(notes, y)
        # text goes on in the next line of the grid that leaves a little air
        self._slot = ceil((y + _AIR - AREA.y) / PITCH)

    def _setting_of(self, table: Table) -> TableSetting:
        if id(table) not in self._settings:
            widths = column_widths(table, AREA.width, self._measurer, TABLE_SIZE, 1)
            self._settings[id(table)] = TableSetting(table, widths, Measures(self._measurer, TABLE_SIZE, AREA.height))
        return self._settings[id(table)]

    def _caption_height(self, table: Table) -> float:
        return PITCH if table.title else 0.2 * PITCH

    def _caption(self, table: Table, y: float) -> float:
        """Set the table's title above it and return where the table begins."""
        if table.title:
            left = (AREA.width - self._measurer.advance(table.title, _CAPTION)) / 2
            self._set(SetLine.whole(table.title, left), _CAPTION, Ink.TEXT)
        return y + self._caption_height(table)

    def _note_lines(self, table: Table) -> tuple[SetLine, ...]:
        words = "\n".join(numbered_notes(table.notes)) if table.notes else ""
        return set_lines(words, _NOTE, self._measurer, _NOTE.size, AREA.width) if words else ()

    def _notes(self, notes: Sequence[SetLine], y: float) -> float:
        """Set what stands below a table and return where it ends."""
        ascent, descent = self._measurer.ascent(_NOTE), self._measurer.descent(_NOTE)
        for line in notes:
            base = baseline(y + _NOTE_GAP, _NOTE_PITCH, ascent, descent)
            runs = tuple(Run(words, AREA.x + x, base) for words, x in line.joined(_NOTE.size))
            place = self._place(runs, y + _NOTE_GAP, _NOTE_PITCH, _NOTE)
            self.pages[-1].texts.append(Text(line.words, runs, _NOTE, place, Ink.SOFT))
            y += _NOTE_PITCH
        return y
