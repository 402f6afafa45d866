"""What the interface says of correspondences, in whole words: grades, their evidence, and how an item stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.duty_matrix import DutyMatrix, MatrixColumn, MatrixRow
from eitc_desktop.gui.widgets.provenance import Provenance, provenance_word
from eitc_desktop.gui.wording import labelled, listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, Rejection
from eitc_desktop.model.provision import ChangeKind
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.services.citing import Citing, item_mark

translate = QCoreApplication.translate

_FIELD_ONLY = frozenset({ChangeKind.ABOLISHED, ChangeKind.DEVOLVED})
"""Kinds whose links name a field and nothing more."""


class LinkReading(NamedTuple):
    """All that is to be said of one duty item and one unit. ``grade`` is None where a match was set aside."""

    item: FactRef
    unit: FactRef
    grade: Grade | None
    heading: str
    quote: Quote
    evidence: tuple[Span, ...]
    notes: tuple[str, ...]
    entered: tuple[str, ...] = ()  # what reviewers think of it, a line for each
    own: str = ""  # the reader's own verdict: the value of a Stance


def grade_word(grade: Grade) -> str:
    """Return the word for a grade: 明文, 名称对应 or 职能研判."""
    match grade:
        case Grade.STATED:
            return translate("DutyWords", "明文")
        case Grade.NAMED:
            return translate("DutyWords", "名称对应")
        case Grade.JUDGED:
            return translate("DutyWords", "职能研判")


def graded(grade: Grade, *, part: bool) -> str:
    """Return letter and word of a grade, and that it covers the item in part only."""
    words = f"{grade.value} {grade_word(grade)}"
    return translate("DutyWords", "{0}（部分）").format(words) if part else words


def link_reading(matrix: DutyMatrix, link: DutyLink) -> LinkReading:
    """Return what is to be said of a link."""
    whole = translate("DutyWords", "部分对应") if link.part else translate("DutyWords", "整项对应")
    words = [grade_word(link.grade), whole]
    if link.unit.kind is FactKind.HOSTED_OFFICE:
        words.append(translate("DutyWords", "设在本机关的机构，不计入内设机构"))
    if link.judgement is not None:
        words.append(unconfirmed())
    notes = [*_grounds(link.evidence), *_judged(link.judgement)]
    return _reading(matrix, link, link.grade, " · ".join(words), notes)


def rejection_reading(matrix: DutyMatrix, rejection: Rejection) -> LinkReading:
    """Return what is to be said of a match that a judgement set aside."""
    aside = translate("DutyWords", "名称相近但研判不采纳")
    heading = f"{aside} · {unconfirmed()}"
    return _reading(matrix, rejection, None, heading, [*_grounds(rejection.evidence), *_judged(rejection.judgement)])


def unconfirmed() -> str:
    """Return what every judgement is marked with."""
    return translate("DutyWords", "研判 未经本单位确认")


def readings_of(matrix: DutyMatrix, row: MatrixRow, column: MatrixColumn) -> tuple[LinkReading, ...]:
    """Return what is to be said of a cell, item by item."""
    found: list[LinkReading] = []
    for item in row.items:
        found += [link_reading(matrix, link) for link in matrix.links_of(item, column.ref)]
        rejection = matrix.rejection_of(item, column.ref)
        if rejection is not None:
            found.append(rejection_reading(matrix, rejection))
    return tuple(found)


def standing_words(matrix: DutyMatrix, row: MatrixRow) -> tuple[str, str]:
    """Return 未对应, how many items are, or 多处室对应; in full and short.

    Nothing is said of what one division corresponds to.
    """
    unmapped, items, divisions = matrix.standing(row)
    if items and unmapped == items:
        words = translate("DutyWords", "未对应")
        tally = "" if matrix.sight is None or items > 1 else matrix.sight.tally((row.items[0], None))
        return " · ".join(filter(None, (words, tally))), words
    if row.unfolds and unmapped:
        return translate("DutyWords", "未对应 {0}").format(unmapped), ""
    if len(row.items) == 1 and divisions > 1:
        return translate("DutyWords", "多处室对应"), translate("DutyWords", "多处室")
    return "", ""


def standing_tip(matrix: DutyMatrix, row: MatrixRow) -> str:
    """Return in a sentence how the items of a row stand to the divisions."""
    unmapped, items, divisions = matrix.standing(row)
    hosted = [link.unit for item in row.items for link in matrix.links_of_item(item)]
    offices = [unit for unit in hosted if unit.kind is FactKind.HOSTED_OFFICE]
    if items and unmapped == items:
        if offices:
            return translate("DutyWords", "未对应：没有与之对应的处室。与设在本机关的机构名称对应，不计入。")
        return translate("DutyWords", "未对应：没有与之对应的处室。")
    if row.unfolds:
        return translate("DutyWords", "分项 {0}，未对应 {1}，对应处室 {2}").format(items, unmapped, divisions)
    return translate("DutyWords", "多处室对应：{0} 个处室").format(divisions) if divisions > 1 else ""


def change_symbols(kinds: Iterable[ChangeKind]) -> str:
    """Return the symbols of kinds of change."""
    return "".join(kind_symbol(kind) for kind in kinds)


def change_lines(matrix: DutyMatrix, links: Sequence[ChangeLink], citing: Citing) -> tuple[str, ...]:
    """Return one line for each change that concerns something: symbol, kind, subject, clause, grade."""
    lines: list[str] = []
    for link in links:
        change = matrix.provision.changes[link.change.index]
        kind = concerning_words(change.kind)
        subject = "".join((change.subject or change.text).text.split())
        lines.append(f"{kind} {citing.mark(link.change)} {subject} · {graded(link.grade, part=False)}")
    return tuple(lines)


def concerning_words(kind: ChangeKind) -> str:
    """Return symbol and word of a kind of change that concerns something; that it names a field and no more."""
    words = f"{kind_symbol(kind)} {kind_word(kind)}"
    return translate("DutyWords", "{0}（涉及领域）").format(words) if kind in _FIELD_ONLY else words


def row_tip(matrix: DutyMatrix, row: MatrixRow, citing: Citing) -> str:
    """Return all that is to be said of a row."""
    changes = change_lines(matrix, matrix.changes_of(row.ref, *row.items), citing)
    entered = review_lines(matrix, row, None, citing)
    return "\n".join(filter(None, (f"{row.label}{row.words}", standing_tip(matrix, row), *changes, *entered)))


def column_tip(matrix: DutyMatrix, column: MatrixColumn, citing: Citing) -> str:
    """Return all that is to be said of a column."""
    hosted = translate("DutyWords", "设在本机关的机构，不计入内设机构") if column.hosted else ""
    linked = "" if matrix.is_linked(column.ref) else translate("DutyWords", "未对应：没有与之对应的职责分项。")
    changes = change_lines(matrix, matrix.changes_of(column.ref), citing)
    return "\n".join(filter(None, (f"{column.ordinal}{column.full_name}", hosted, linked, *changes)))


def cell_words(matrix: DutyMatrix, row: MatrixRow, column: MatrixColumn, citing: Citing) -> str:
    """Return what a cell says, for those who hear it and for a tooltip: a line for each link."""
    lines: list[str] = []
    for reading in readings_of(matrix, row, column):
        quotes = listed(f"“{span.of(matrix.provision.text)}”" for span in reading.evidence)
        grade = () if reading.grade is None else (reading.grade.value,)
        lines.append(" ".join((item_mark(citing, reading.item), *grade, labelled(reading.heading, quotes))))
    return "\n".join((*lines, *review_lines(matrix, row, column, citing)))


def review_lines(matrix: DutyMatrix, row: MatrixRow, column: MatrixColumn | None, citing: Citing) -> tuple[str, ...]:
    """Return what reviewers entered of a cell, or without a *column* of a row's items having no division."""
    sight, unit = matrix.sight, None if column is None else column.ref
    if sight is None:
        return ()
    entered = provenance_word(Provenance.ENTERED)
    lines: list[str] = []
    for item in row.items:
        mark = f"{item_mark(citing, item)} " if len(row.items) > 1 else ""
        proposals = () if unit is None else sight.proposals((item, unit))
        lines += [f"{mark}{labelled(entered, line)}" for line in (*sight.lines((item, unit)), *proposals)]
    return tuple(lines)


def _reading(
    matrix: DutyMatrix, link: DutyLink | Rejection, grade: Grade | None, heading: str, notes: Iterable[str]
) -> LinkReading:
    quote = matrix.provision.duties[link.item.index].items[link.item.part]
    evidence = tuple(each.quote.span for each in link.evidence)
    reading = LinkReading(link.item, link.unit, grade, heading, quote, evidence, tuple(notes))
    if matrix.sight is None or grade is None:
        return reading
    on = (link.item, link.unit)
    return reading._replace(entered=matrix.sight.lines(on), own=matrix.sight.own(on))


def _grounds(evidence: Iterable[Evidence]) -> list[str]:
    """Return which term of the name the words stand for, and by what right where they aren't the same."""
    lines: list[str] = []
    for each in evidence:
        if each.term is None:
            continue
        lines.append(translate("DutyWords", "名称中的“{0}”见于原文“{1}”").format(each.term, each.quote.text))
        if each.ground is not None:
            lines.append(translate("DutyWords", "依据：{0}").format(each.ground))
    return list(dict.fromkeys(lines))


def _judged(judgement: Judgement | None) -> list[str]:
    if judgement is None:
        return []
    reason = translate("DutyWords", "理由：{0}").format(judgement.reason)
    return [reason, translate("DutyWords", "研判人：{0} · 日期：{1}").format(judgement.judge, judgement.date)]
