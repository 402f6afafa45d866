"""编制分配方案 in a review report: each scenario as a table, held against the totals that the text states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eitc_desktop.model.papers import (
    Align,
    Block,
    Cell,
    CellLine,
    Column,
    Heading,
    Paragraph,
    Row,
    Standing,
    Table,
    cell,
)
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation import sheet_of
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, HintKind, Outcome, SheetCell, Total
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.papers.review_words import person_words
from eitc_desktop.services.papers.words import NOT_STATED
from eitc_desktop.services.reviews.words import POSTS, TWO_DRAFTS
from eitc_desktop.services.staffing import amount_words

NOT_THE_TEXTS = "方案为录入，不是规定内容"
"""Stands with every scenario: what the text states are the totals, never how they are spread."""

_ORDINALS = "一二三四五六七八九十"


class _Place(NamedTuple):
    """A column as printed: one of the sheet's, or (``is_sum``) one of its sums."""

    at: int
    is_sum: bool


def allocation_blocks(provision: Provision, review: Review) -> Iterator[Block]:
    """Yield each scenario under a heading of its own."""
    if not review.scenarios:
        yield Paragraph("没有录入编制分配方案。", Standing.NOT_STATED)
        return
    yield Paragraph(f"以下{NOT_THE_TEXTS}：本规定只载明总数，空格为没有填写，不是0。", Standing.NOT_STATED)
    for number, entry in enumerate(review.scenarios):
        sheet = sheet_of(provision, review, entry.id)
        ordinal = _ORDINALS[number] if number < len(_ORDINALS) else str(number + 1)
        yield Heading(f"（{ordinal}）{sheet.name or '未命名方案'}", 2)
        yield _introduction(entry, sheet)
        if not sheet.columns:
            yield Paragraph(f"可供分配的编制、职数：{NOT_STATED}。", Standing.NOT_STATED)
        elif not any(total.filled for total in sheet.column_totals) and not sheet.strays:
            yield Paragraph("本方案没有填写数额。", Standing.NOT_STATED)
        else:
            yield scenario_table(sheet)


def scenario_table(sheet: AllocationSheet) -> Table:
    """Return the numbers of a scenario, their sums, the totals stated, and what is left or over."""
    places = tuple(_places(sheet))
    rows = [Row((_label(sheet, i), *(_number(sheet, i, place) for place in places))) for i in range(len(sheet.rows))]
    totals = [sheet.sum_totals[at] if is_sum else sheet.column_totals[at] for at, is_sum in places]
    rows += [
        Row((cell("方案合计"), *map(_sum_cell, totals))),
        Row((cell("规定载明"), *map(_stated_cell, totals))),
        Row((cell("比较"), *map(_outcome_cell, totals))),
    ]
    return Table(
        f"{sheet.name or '编制分配方案'}（{NOT_THE_TEXTS}）",
        (Column("去向", 30), *(Column(_heading(sheet, place), 14, Align.CENTRE) for place in places)),
        tuple(rows),
        tuple(_notes(sheet)),
    )


def _introduction(entry: Entry, sheet: AllocationSheet) -> Paragraph:
    note = f"说明：{' '.join(sheet.note.split()).rstrip('。')}。" if sheet.note.strip() else ""
    return Paragraph(f"本方案由{person_words(entry.author)}提出。{note}", Standing.ENTERED)


def _places(sheet: AllocationSheet) -> Iterator[_Place]:
    """Yield the columns, each sum behind the last of those that it adds up."""
    for j in range(len(sheet.columns)):
        yield _Place(j, is_sum=False)
        for k, each in enumerate(sheet.sums):
            if each.columns[-1] == j:
                yield _Place(k, is_sum=True)


def _heading(sheet: AllocationSheet, place: _Place) -> str:
    if not place.is_sum:
        key = sheet.columns[place.at].key
        return key.label if key.post is None else f"{key.label}（{POSTS[key.post]}）"
    each = sheet.sums[place.at]
    return f"{sheet.columns[each.columns[0]].key.label}小计" if each.quota is not None else "合计"


def _label(sheet: AllocationSheet, row: int) -> Cell:
    one = sheet.rows[row]
    standing = Standing.ENTERED if one.key.body else Standing.STATED if one.key.unit else Standing.NOT_STATED
    return cell(f"{one.ordinal or ''}{one.label}", standing)


def _number(sheet: AllocationSheet, row: int, place: _Place) -> Cell:
    if place.is_sum:
        return _sum_cell(sheet.row_sum(row, place.at))
    return _cell_of(sheet.cells[row][place.at])


def _cell_of(one: SheetCell) -> Cell:
    if one.in_conflict:
        drafts = "／".join("空" if draft.count is None else str(draft.count) for draft in one.drafts)
        return Cell((CellLine(drafts, Standing.ENTERED), CellLine(f"（{TWO_DRAFTS}）", Standing.ENTERED)))
    return Cell() if one.count is None else cell(str(one.count), Standing.ENTERED)


def _sum_cell(total: Total) -> Cell:
    """Return a sum of entered numbers; nothing where nothing is entered."""
    if not total.filled:
        return Cell()
    words = str(total.lowest) if total.lowest == total.highest else f"{total.lowest}至{total.highest}"
    return cell(words, Standing.ENTERED)


def _stated_cell(total: Total) -> Cell:
    words = amount_words(total.minimum, total.maximum, total.unit)
    return cell("—", Standing.NOT_STATED) if words is None else cell(words)


def _outcome_cell(total: Total) -> Cell:
    least = "" if total.lowest == total.highest else "至少"
    match total.outcome:
        case None:
            return cell("—", Standing.NOT_STATED)
        case Outcome.EMPTY:
            return cell("未填写", Standing.NOT_STATED)
        case Outcome.UNDER:
            return cell(f"未分配{least}{total.difference}", Standing.ENTERED)
        case Outcome.OVER:
            return cell(f"超出{least}{total.difference}", Standing.ENTERED)
        case Outcome.UNSETTLED:
            return cell("待定", Standing.ENTERED)
        case Outcome.MET:
            return cell("正好" if total.minimum == total.maximum else "在幅度内", Standing.ENTERED)


def _notes(sheet: AllocationSheet) -> Iterator[str]:
    if sheet.conflicts:
        yield f"“{TWO_DRAFTS}”的{sheet.conflicts}格由两处分别填写，各数照录，合计列出最小数和最大数。"
    for hint in sheet.hints:
        row = sheet.rows[hint.row].label
        if hint.kind is HintKind.PARTS:
            whole, parts = _columns(sheet, hint.columns), _columns(sheet, hint.part_columns)
            yield f"{row}：{parts}{hint.parts}，多于{whole}{hint.count}。"
        else:
            yield f"{row}：规定载明的职务共{hint.parts}名，多于所填的{hint.count}。"
    for stray in sheet.strays:
        count = "空" if stray.count is None else stray.count
        yield f"本版本没有的去向或编制，未计入：{stray.row}，{stray.column}，{count}。"


def _columns(sheet: AllocationSheet, columns: tuple[int, ...]) -> str:
    labels = dict.fromkeys(sheet.columns[j].key.label for j in columns)
    return "、".join(labels)
