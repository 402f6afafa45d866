"""What is said of a 编制分配方案: on paper in Chinese, in the window in its language."""

from __future__ import annotations

from eitc_desktop.model.provision import Provision, QuotaKind
from eitc_desktop.phrases import Listed, Phrase, Sentence
from eitc_desktop.reviewing.allocation_sheet import (
    AllocationSheet,
    Hint,
    HintKind,
    Outcome,
    SheetColumn,
    SheetSum,
    Stray,
    Total,
)
from eitc_desktop.services.reviews.words import POSTS
from eitc_desktop.services.staffing import amount_words

WARNING = Phrase("Allocation", "本方案是录入的设想，不是核定数，也不是规定所载；规定只载明总数。")
"""Stands in every file that a scenario is written to."""

ENTERED_ONLY = Phrase("Allocation", "方案为录入内容，不是规定所载；规定只载明总数。")
EMPTY_IS_NOT_NOUGHT = Phrase("Allocation", "空格为未填，不等于 0。")
NOTHING_TO_SPREAD = Phrase("Allocation", "本规定未载明可分配的编制或职数。")
SUM = Phrase("Allocation", "合计")
STATED = Phrase("Allocation", "规定载明")
COMPARED = Phrase("Allocation", "与规定相比")
FILLED = Phrase("Allocation", "已填")

_HALF = Phrase("Allocation", "{0}：{1}")
_BOTH = Phrase("Allocation", "{0}：正副合计")
_KINDS = {
    QuotaKind.ESTABLISHMENT: Phrase("Allocation", "编制合计"),
    QuotaKind.LEADERSHIP: Phrase("Allocation", "职数合计"),
}
_CELLS = Phrase("Allocation", "{0}/{1} 格")
_UNDER, _UNDER_UNIT = Phrase("Allocation", "未分配 {0}"), Phrase("Allocation", "未分配 {0} {1}")
_OVER, _OVER_UNIT = Phrase("Allocation", "超出 {0}"), Phrase("Allocation", "超出 {0} {1}")
_MET = Phrase("Allocation", "正好")
_WITHIN = Phrase("Allocation", "在幅度内")
_EMPTY = Phrase("Allocation", "尚未填写")
_UNSETTLED = Phrase("Allocation", "两稿未定")
_PARTS = Phrase("Allocation", "{0}：{1}共 {2}，多于{3} {4}，请核对")
_POSTS = Phrase("Allocation", "{0}：规定载明领导职务至少 {1}，多于{2} {3}，请核对")
_CONFLICTS = Phrase("Allocation", "{0} 格两稿并存，选定之前合计未定。")
_STRAY = Phrase("Allocation", "{0}，{1}：{2}")
_STRAY_HALF = Phrase("Allocation", "{0}，{1}（{2}）：{3}")
_STRAY_DRAFTS = Phrase("Allocation", "{0}（两稿并存）")
_NONE = Phrase("Allocation", "空")
_STRAYS = Phrase("Allocation", "另有 {0} 格所属机构或项目不在本规定中，未计入合计：{1}")

_SIGNS = {Outcome.UNDER: "▽", Outcome.OVER: "▲", Outcome.MET: "✓", Outcome.EMPTY: "○", Outcome.UNSETTLED: "⇄"}


def column_words(column: SheetColumn) -> Phrase | Sentence | str:
    """Return the heading of a column: the quota's label as worded, and which half of it."""
    if column.key.post is None:
        return column.key.label
    return Sentence(_HALF, (column.key.label, POSTS[column.key.post]))


def sum_words(each: SheetSum, columns: tuple[SheetColumn, ...]) -> Phrase | Sentence:
    """Return the heading of a sum across a row."""
    return _KINDS[each.kind] if each.quota is None else Sentence(_BOTH, (columns[each.columns[0]].key.label,))


def stated_words(total: Total) -> str | None:
    """Return the stated total (294 名, 1-2 名); None where the text states none."""
    return amount_words(total.minimum, total.maximum, total.unit)


def amount_said(total: Total) -> str:
    """Return the sum as figures: nothing while no cell is filled, and from-to while drafts leave it open."""
    if not total.filled:
        return ""
    return _range(total.lowest, total.highest)


def filled_words(total: Total) -> Sentence:
    """Return how many cells are filled: 23/29 格."""
    return Sentence(_CELLS, (total.filled, total.cells))


def outcome_sign(total: Total) -> str:
    """Return the sign of an outcome, which tells it without colour; empty where the text states no total."""
    return "" if total.outcome is None else _SIGNS[total.outcome]


def outcome_words(total: Total) -> Phrase | Sentence | None:
    """Return how the sum stands to the stated total; None where the text states none."""
    match total.outcome:
        case Outcome.UNDER:
            return _amount(_UNDER, _UNDER_UNIT, total)
        case Outcome.OVER:
            return _amount(_OVER, _OVER_UNIT, total)
        case Outcome.MET:
            return _MET if total.minimum == total.maximum else _WITHIN
        case Outcome.EMPTY:
            return _EMPTY
        case Outcome.UNSETTLED:
            return _UNSETTLED
        case None:
            return None


def hint_words(sheet: AllocationSheet, hint: Hint) -> Sentence:
    """Return a hint as a sentence without its full stop."""
    row, whole = sheet.rows[hint.row].label, _labels(sheet, hint.columns)
    if hint.kind is HintKind.POSTS:
        return Sentence(_POSTS, (row, hint.parts, whole, hint.count))
    return Sentence(_PARTS, (row, _labels(sheet, hint.part_columns), hint.parts, whole, hint.count))


def conflict_words(sheet: AllocationSheet) -> Sentence | None:
    """Return that cells hold two drafts; None where none does."""
    return Sentence(_CONFLICTS, (sheet.conflicts,)) if sheet.conflicts else None


def stray_words(strays: tuple[Stray, ...]) -> Sentence | None:
    """Return which numbers have no place in this provision; None where all have."""
    if not strays:
        return None
    return Sentence(_STRAYS, (len(strays), Listed(tuple(map(_stray, strays)))))


def posts_words(provision: Provision, posts: tuple[int, ...]) -> Listed:
    """Return the named posts with their numbers as stated (主任 1 名、副主任 6 名)."""
    quotas = [provision.quotas[post] for post in posts]
    amounts = [amount_words(quota.minimum, quota.maximum, quota.unit) for quota in quotas]
    return Listed(tuple(f"{q.label.text} {amount or ''}".strip() for q, amount in zip(quotas, amounts, strict=True)))


def _labels(sheet: AllocationSheet, columns: tuple[int, ...]) -> Listed:
    return Listed(tuple(dict.fromkeys(sheet.columns[j].key.label for j in columns)))


def _stray(stray: Stray) -> Sentence:
    drafts = Listed(tuple(_NONE if one.count is None else one.count for one in stray.cell.drafts))
    count = Sentence(_STRAY_DRAFTS, (drafts,)) if stray.cell.in_conflict else stray.cell.count
    if stray.post is None:
        return Sentence(_STRAY, (stray.row, stray.column, count))
    return Sentence(_STRAY_HALF, (stray.row, stray.column, POSTS[stray.post], count))


def _amount(bare: Phrase, with_unit: Phrase, total: Total) -> Sentence:
    said = _range(*total.differences)
    return Sentence(bare, (said,)) if total.unit is None else Sentence(with_unit, (said, total.unit))


def _range(lowest: int, highest: int) -> str:
    """Return one number, or from-to where drafts leave it open."""
    return str(lowest) if lowest == highest else f"{lowest}~{highest}"
