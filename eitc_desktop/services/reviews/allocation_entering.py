"""What is typed and pasted into a 编制分配方案, and the changes of the review that it becomes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eitc_desktop.errors import EitcError
from eitc_desktop.model.review import Allotment, AllotmentRow, Anchor, RowKind, Scenario
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.allocation import MAX_COUNT, cell_entry
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, SheetCell
from eitc_desktop.reviewing.annotations import new_entry_id
from eitc_desktop.services.reviews.session import Change, added, edited, withdrawn

MAX_PASTED = 100_000
"""Characters of what is pasted at once."""

_WHOLE = re.compile("[0-9]+")
_PLAIN = str.maketrans("０１２３４５６７８９", "0123456789", ",，")
_UNITS = ("名", "人", "个")


class NotACount(EitcError):
    """What was typed or pasted is no number of posts."""


class Put(NamedTuple):
    """A number for the cell of a sheet's ``row`` and ``column`` (places in its lists); None empties it."""

    row: int
    column: int
    number: int | None


def count_of(words: str, unit: str | None = None) -> int | None:
    """Return the number that was typed, None for nothing; full-width digits, 1,000 and 12 名 are numbers too.

    Raises:
        NotACount: if it is something else, negative, a fraction or too large.
    """
    plain = "".join(words.split()).translate(_PLAIN)
    for end in (unit, *_UNITS):
        if end and plain.endswith(end):
            plain = plain.removesuffix(end)
            break
    if not plain and not words.strip():
        return None
    if _WHOLE.fullmatch(plain) is None:
        raise NotACount(Phrase("Allocation", "“{0}”不是 0 或正整数"), _short(words))
    digits = plain.lstrip("0") or "0"
    if len(digits) > len(str(MAX_COUNT)):
        raise NotACount(Phrase("Allocation", "“{0}”太大，最多 {1}"), _short(words), MAX_COUNT)
    return int(digits)


def block_of(words: str) -> list[list[str]]:
    """Return the cells of what a spreadsheet copied: rows of cells, as text.

    Raises:
        NotACount: if there is nothing, or far too much.
    """
    if len(words) > MAX_PASTED:
        raise NotACount(Phrase("Allocation", "粘贴的内容太多"))
    lines = re.sub("\r\n?", "\n", words.replace("\0", ""))
    try:
        rows = [row or [""] for row in csv.reader(io.StringIO(lines), delimiter="\t")]
    except csv.Error:  # a cell longer than any number
        raise NotACount(Phrase("Allocation", "粘贴的内容太多")) from None
    if not rows:
        raise NotACount(Phrase("Allocation", "剪贴板中没有可以粘贴的文字"))
    return rows


def changes_of(sheet: AllocationSheet, anchor: Anchor, puts: Iterable[Put]) -> list[Change]:
    """Return the changes that put numbers into cells; what stands there already needs none.

    Where drafts stand side by side (两稿并存), the number put there settles them.
    """
    changes: list[Change] = []
    for put in puts:
        cell = sheet.cells[put.row][put.column]
        if not cell.drafts and cell.count == put.number:
            continue
        row, column = sheet.rows[put.row].key, sheet.columns[put.column].key
        content = Allotment(sheet.scenario, row, column, put.number)
        if cell.entries:
            kept, *others = cell.entries
            changes += [edited(kept, content), *map(withdrawn, others)]
        else:
            changes.append(added(anchor, content, cell_entry(sheet.scenario, row, column)))
    return changes


def scenario_made(anchor: Anchor, name: str, note: str) -> list[Change]:
    """Return the change that makes a scenario with no number in it."""
    return [added(anchor, Scenario(name, note))]


def scenario_copied(sheet: AllocationSheet, anchor: Anchor, name: str, note: str) -> list[Change]:
    """Return the changes that make a scenario with the numbers of *sheet*; of drafts the newest is copied."""
    scenario = new_entry_id()
    changes = [added(anchor, Scenario(name, note), scenario)]
    for row, cells in zip(sheet.rows, sheet.cells, strict=True):
        for column, cell in zip(sheet.columns, cells, strict=True):
            count = _newest(cell)
            if count is not None or (row.key.kind is RowKind.BODY and cell.entries):
                content = Allotment(scenario, row.key, column.key, count)
                changes.append(added(anchor, content, cell_entry(scenario, row.key, column.key)))
    return changes


def body_added(sheet: AllocationSheet, anchor: Anchor, name: str) -> list[Change]:
    """Return the change that makes a row for another body: an empty cell of it."""
    row, column = AllotmentRow(RowKind.BODY, body=name), sheet.columns[0].key
    return [added(anchor, Allotment(sheet.scenario, row, column, None), cell_entry(sheet.scenario, row, column))]


def body_removed(sheet: AllocationSheet, row: int) -> list[Change]:
    """Return the changes that withdraw a body's row with all its numbers."""
    return [withdrawn(entry) for cell in sheet.cells[row] for entry in cell.entries]


def names_taken(sheet: AllocationSheet) -> frozenset[str]:
    """Return the names that rows have already."""
    return frozenset(str(row.label) for row in sheet.rows)


def puts_of(
    sheet: AllocationSheet, block: Sequence[Sequence[str]], row: int, columns: Sequence[int | None]
) -> list[Put]:
    """Return what a pasted *block* puts into *sheet*, its first cell at *row* and the first of *columns*.

    *columns* are those shown from there on; None stands for a sum, which takes nothing.

    Raises:
        NotACount: if a cell is no number, or the block reaches beyond the table: then nothing is to be put.
    """
    across = max(len(line) for line in block)
    left = len(sheet.rows) - row
    if len(block) > left:
        raise NotACount(Phrase("Allocation", "粘贴的内容有 {0} 行，从这里起只有 {1} 行"), len(block), left)
    if across > len(columns):
        raise NotACount(Phrase("Allocation", "粘贴的内容有 {0} 列，从这里起只有 {1} 列"), across, len(columns))
    puts: list[Put] = []
    for i, line in enumerate(block):
        for words, column in zip(line, columns, strict=False):
            if column is None:
                continue
            try:
                puts.append(Put(row + i, column, count_of(words, sheet.columns[column].unit)))
            except NotACount as error:
                label = sheet.rows[row + i].label
                raise NotACount(Phrase("Allocation", "{0}：{1}"), label, error) from None
    return puts


def _newest(cell: SheetCell) -> int | None:
    return cell.drafts[0].count if cell.drafts else cell.count


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 20 else f"{line[:20]}…"
