"""A table on pages of its own: title, head on every page, notes below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eitc_desktop.composing.columns import column_widths
from eitc_desktop.composing.flow import LEADING, Flow, height_of_words, put_table, put_words
from eitc_desktop.composing.matrix import set_upright
from eitc_desktop.composing.page import Furniture, PageSetup, PaperTooSmall
from eitc_desktop.composing.table_setting import ABOVE, Measures, TableSetting
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Document, Face, Style
from eitc_desktop.model.papers import Table

TYPE_SIZE = 10.5  # 5号: what tables are set in
LARGE_TYPE = 14.0
_TITLE_SIZE = 22.0  # 2号
_NOTE_LESS = 1.5  # points smaller than the table's type
_AIR = 8.0  # points between title and table
TIGHTER = (2.0, 1.2)  # instead of ABOVE
_FEWEST_LINES = 6  # that a page has room for below the head
FEW = 0.5  # of a page


def set_table(
    table: Table,
    setup: PageSetup,
    furniture: Furniture,
    measurer: TextMeasurer,
    *,
    type_size: float | None = None,
) -> Document:
    """Return *table* as a document of ``setup``'s pages, in type of *type_size* points.

    Without it that is 5号, and for a matrix, whose columns are many, the smallest that can be read on the sheet.

    Later pages repeat the head under the title marked （续）. Where upright columns don't all have room beside the
    others they follow on further pages, each with the other columns again.

    Raises:
        PaperTooSmall: if the sheet has no room for the columns, or for the head and a line.
    """
    if type_size is None:
        type_size = setup.smallest_type if any(column.upright for column in table.columns) else TYPE_SIZE
    furniture = replace(
        furniture, type_size=furniture.type_size or foot_size_of(type_size), mark=furniture.mark or table.mark
    )
    flow = _filled(table, Flow(setup, furniture, measurer), type_size, ABOVE)
    if flow.page and flow.y - flow.area.y < flow.area.height * FEW:
        for above in TIGHTER:  # a little less air rather than a page with next to nothing on it
            tighter = _filled(table, Flow(setup, furniture, measurer), type_size, above)
            if tighter.page < flow.page:
                flow = tighter
                break
    return Document(table.title, flow.pages(), tuple(flow.bookmarks), table.subject)


def _filled(table: Table, flow: Flow, type_size: float, above: float) -> Flow:
    """Put title, table and notes on the pages of *flow*, and return it."""
    flow.bookmark(table.title, 0)
    put_title(flow, table.title, type_size)
    for words in table.lead:
        put_words(flow, words, Style(Face.SONG, type_size))
    if table.lead:
        flow.skip(_AIR / 2)
    start_running(flow, table.title, type_size)
    style = Style(Face.SONG, note_size_of(type_size, flow.setup))
    notes = numbered_notes(table.notes)
    after = sum(height_of_words(flow, note, style) for note in notes) + style.size / 2 if notes else 0.0
    settings = settings_of(table, flow, type_size, above)
    for setting in settings:
        if setting is not settings[0]:
            flow.turn()
        put_table(flow, setting, after if setting is settings[-1] else 0.0)
    if flow.room < after:
        flow.turn()
    flow.skip(style.size / 2)
    for note in notes:
        put_words(flow, note, style)
    return flow


def numbered_notes(notes: Sequence[str]) -> tuple[str, ...]:
    """Return the notes below a table with 注 before them, numbered where there are several."""
    if len(notes) == 1:
        return (f"注：{notes[0]}",)
    return tuple(f"注 {number}：{note}" for number, note in enumerate(notes, 1))


def settings_of(table: Table, flow: Flow, type_size: float, above: float = ABOVE) -> tuple[TableSetting, ...]:
    """Return *table* set into the width of the page: one, or several where upright columns take several pages.

    Raises:
        PaperTooSmall: if it doesn't go into it.
    """
    measures = Measures(flow.measurer, type_size, flow.area.height - running_height(type_size), above)
    if any(column.upright for column in table.columns):
        settings = set_upright(table, flow.area.width, measures)
    else:
        widths = column_widths(table, flow.area.width, flow.measurer, type_size, 1)
        settings = (TableSetting(table, widths, measures),)
    if any(one.head_height + type_size * LEADING * _FEWEST_LINES > measures.tallest for one in settings):
        raise PaperTooSmall
    return settings


def put_title(flow: Flow, title: str, type_size: float) -> None:
    """Put the title in 小标宋, centred, in as few and even lines as it takes."""
    style = Style(Face.TITLE, max(_TITLE_SIZE, type_size * 1.5))
    put_words(flow, title, style, centred=True)
    flow.skip(_AIR)


def start_running(flow: Flow, title: str, type_size: float) -> None:
    """Let every further page begin with the title, marked as going on."""
    style = Style(Face.HEI, type_size)

    def run(page: Flow) -> None:
        put_words(page, f"{title}（续）", style, centred=True)
        page.skip(_AIR / 2)

    flow.running = run


def running_height(type_size: float) -> float:
    """Return how much of a further page its first line takes."""
    return type_size * LEADING + _AIR / 2


def note_size_of(type_size: float, setup: PageSetup) -> float:
    """Return the size of notes below type of *type_size*: a little smaller, but no smaller than can be read."""
    if type_size >= LARGE_TYPE:
        return type_size
    return min(max(type_size - _NOTE_LESS, setup.smallest_type), max(type_size, setup.smallest_type))


def foot_size_of(type_size: float) -> float | None:
    """Return the size of the foot in large print, None where the sheet decides."""
    return type_size if type_size >= LARGE_TYPE else None
