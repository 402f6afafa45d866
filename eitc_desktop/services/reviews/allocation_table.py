"""A 编制分配方案 as a table that is printed or written to Word and Excel: marked as entered wherever it goes."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import RowKind
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, SheetCell, SheetRow, Total
from eitc_desktop.services.reviews.allocation_words import (
    COMPARED,
    EMPTY_IS_NOT_NOUGHT,
    FILLED,
    STATED,
    SUM,
    WARNING,
    amount_said,
    column_words,
    conflict_words,
    filled_words,
    hint_words,
    outcome_sign,
    outcome_words,
    posts_words,
    stated_words,
    stray_words,
    sum_words,
)
from eitc_desktop.services.reviews.words import TWO_DRAFTS

_ENTERED, _DERIVED = Standing.ENTERED, Standing.DERIVED
_UNIT, _NUMBER = 36, 14  # shares of the width


def allocation_table(provision: Provision, sheet: AllocationSheet) -> Table:
    """Return 机构｜each column｜each sum, with sums, stated totals and the comparison below.

    The title says 设想, and the first row and the first note that nothing of it is approved or stated.
    """
    headings = [*map(column_words, sheet.columns), *(sum_words(each, sheet.columns) for each in sheet.sums)]
    return Table(
        title=f"{provision.body.text}编制分配方案（设想）：{sheet.name}",
        columns=(Column("机构", _UNIT), *(Column(str(words), _NUMBER, Align.CENTRE) for words in headings)),
        rows=(_warning(len(headings)), *_rows(provision, sheet), *_totals(sheet)),
        notes=tuple(_notes(sheet)),
        subject=provision.body.text,
    )


def row_words(row: SheetRow) -> str:
    """Return what a row is called: its ordinal and name."""
    return f"{row.ordinal or ''}{row.label}"


def _warning(columns: int) -> Row:
    return Row((cell(str(WARNING), _ENTERED), *(Cell() for _ in range(columns))), title=True)


def _rows(provision: Provision, sheet: AllocationSheet) -> Iterator[Row]:
    for i, (row, cells) in enumerate(zip(sheet.rows, sheet.cells, strict=True)):
        standing = Standing.STATED if row.key.kind is RowKind.UNIT else _ENTERED
        lines = [CellLine(row_words(row), standing)]
        if row.posts:
            lines.append(CellLine(f"规定载明：{posts_words(provision, row.posts)}"))
        sums = (_sum(sheet.row_sum(i, number)) for number in range(len(sheet.sums)))
        yield Row((Cell(tuple(lines)), *map(_number, cells), *sums))


def _totals(sheet: AllocationSheet) -> Iterator[Row]:
    if not sheet.columns:
        return
    totals = (*sheet.column_totals, *sheet.sum_totals)
    yield Row((cell(str(SUM), _DERIVED), *(cell(amount_said(one), _DERIVED) for one in totals)))
    yield Row((cell(str(FILLED), _DERIVED), *(cell(str(filled_words(one)), _DERIVED) for one in totals)))
    yield Row((cell(str(STATED)), *(_stated(one) for one in totals)))
    yield Row((cell(str(COMPARED), _DERIVED), *map(_compared, totals)))


def _number(one: SheetCell) -> Cell:
    if not one.drafts:
        return cell("" if one.count is None else str(one.count), _ENTERED)
    drafts = (f"{'空' if draft.count is None else draft.count}（{draft.author}）" for draft in one.drafts)
    return Cell((CellLine(str(TWO_DRAFTS), _ENTERED), *(CellLine(words, _ENTERED) for words in drafts)))


def _sum(total: Total) -> Cell:
    """Return a row's sum, with how many of its cells are filled where not all are."""
    words = amount_said(total)
    return cell(f"{words}（{filled_words(total)}）" if words and total.empty else words, _DERIVED)


def _stated(total: Total) -> Cell:
    words = stated_words(total)
    return cell("—", Standing.NOT_STATED) if words is None else cell(words)


def _compared(total: Total) -> Cell:
    """Return how a sum stands to what is stated, the amount below the word: columns of numbers are narrow."""
    words = outcome_words(total)
    if words is None:
        return Cell()
    outcome, _, amount = str(words).partition(" ")
    lines = (f"{outcome_sign(total)} {outcome}", amount)
    return Cell(tuple(CellLine(line, _DERIVED) for line in lines if line))


def _notes(sheet: AllocationSheet) -> Iterator[str]:
    yield str(WARNING)
    yield str(EMPTY_IS_NOT_NOUGHT)
    if sheet.note:
        yield f"方案说明（录入）：{sheet.note}"
    for words in (conflict_words(sheet), stray_words(sheet.strays)):
        if words is not None:
            yield str(words)
    for hint in sheet.hints:
        yield f"{hint_words(sheet, hint)}。"
