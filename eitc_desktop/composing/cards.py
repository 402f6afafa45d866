"""Papers of headings, short text and tables, each beginning on a page of its own: one division after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eitc_desktop.composing.flow import Flow, height_of_words, least_height, put_table, put_words
from eitc_desktop.composing.page import Furniture, PageSetup
from eitc_desktop.composing.table_setting import ABOVE, INK_OF_STANDING
from eitc_desktop.composing.tables import (
    FEW,
    TIGHTER,
    TYPE_SIZE,
    foot_size_of,
    note_size_of,
    numbered_notes,
    put_title,
    settings_of,
    start_running,
)
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Document, Face, Ink, Style
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Table

_HEADING_MORE = 1.5  # points larger than the tables' type


def set_cards(
    papers: Sequence[Dossier],
    setup: PageSetup,
    furniture: Furniture,
    measurer: TextMeasurer,
    *,
    title: str = "",
    type_size: float = TYPE_SIZE,
) -> Document:
    """Return *papers* as one document named *title* (of the first paper without it), each on pages of its own.

    Raises:
        PaperTooSmall: if the sheet has no room for a table's columns, or for its head and a line.
        ValueError: if there are no papers.
    """
    if not papers:
        raise ValueError("no papers")
    flow = Flow(setup, replace(furniture, type_size=furniture.type_size or foot_size_of(type_size)), measurer)
    for number, paper in enumerate(papers):
        if number:
            flow.begin()
        flow.bookmark(paper.title, 0)
        _put_paper(flow, paper, type_size, _air_for(paper, flow, type_size))
    return Document(title or papers[0].title, flow.pages(), tuple(flow.bookmarks), papers[0].subject)


def _air_for(paper: Dossier, flow: Flow, size: float) -> float:
    """Return how much air the rows of a paper's tables get: less of it rather than a page with next to nothing."""
    usual = _tried(paper, flow, size, ABOVE)
    if usual.page and usual.y - usual.area.y < usual.area.height * FEW:
        for above in TIGHTER:
            if _tried(paper, flow, size, above).page < usual.page:
                return above
    return ABOVE


def _tried(paper: Dossier, flow: Flow, size: float, above: float) -> Flow:
    """Return pages of their own that a paper was put on, to see how many it takes."""
    pages = Flow(flow.setup, flow.furniture, flow.measurer)
    _put_paper(pages, paper, size, above)
    return pages


def _put_paper(flow: Flow, paper: Dossier, size: float, above: float) -> None:
    if paper.subject:
        put_words(flow, paper.subject, Style(Face.KAI, size + _HEADING_MORE), centred=True)
    put_title(flow, paper.title, size)
    start_running(flow, paper.title, size)
    _put_blocks(flow, paper.blocks, size, above)


def _put_blocks(flow: Flow, blocks: Sequence[Block], size: float, above: float) -> None:
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                following = blocks[number + 1] if number + 1 < len(blocks) else None
                _put_heading(flow, block, following, size, above)
            case Paragraph():
                put_words(
                    flow, block.cited, Style(Face.SONG, size), ink=INK_OF_STANDING[block.standing], indent=2 * size
                )
            case Table():
                _put_block_table(flow, block, size, above)


def _put_heading(flow: Flow, heading: Heading, following: Block | None, size: float, above: float) -> None:
    """Put a heading, on the next page if nothing of what follows has room below it."""
    style = Style(Face.HEI, size + _HEADING_MORE if heading.level == 1 else size)
    flow.skip(size * 0.6)
    needed = height_of_words(flow, heading.words, style)
    if isinstance(following, Table):
        needed += least_height(flow, settings_of(following, flow, size, above)[0])
    elif isinstance(following, Paragraph):
        needed += height_of_words(flow, following.cited, Style(Face.SONG, size), 2 * size)
    if needed > flow.room and flow.room < flow.area.height / 2:
        flow.turn()
    flow.bookmark(heading.words, heading.level)
    put_words(flow, heading.words, style)
    flow.skip(size * 0.25)


def _put_block_table(flow: Flow, table: Table, size: float, above: float) -> None:
    style = Style(Face.SONG, note_size_of(size, flow.setup))
    notes = numbered_notes(table.notes)
    after = sum(height_of_words(flow, note, style) for note in notes) + size * 0.3
    settings = settings_of(table, flow, size, above)
    for setting in settings:
        put_table(flow, setting, after if notes and setting is settings[-1] else 0.0)
    flow.skip(size * 0.3)
    for note in notes:
        put_words(flow, note, style, ink=Ink.TEXT)
