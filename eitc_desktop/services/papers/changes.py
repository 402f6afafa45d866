"""职能转变对照表: one row for each function abolished, devolved, moved, added or strengthened."""

from __future__ import annotations

import re

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import ChangeKind, FunctionChange, Provision, direction_told
from eitc_desktop.model.text import Quote
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, DIRECTION_WORDS
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.papers.words import NOT_STATED, USUAL_GRADES

_SAID_IN_FULL = frozenset({ChangeKind.ADDED, ChangeKind.STRENGTHENED, ChangeKind.UNSPECIFIED})
"""Kinds whose subject alone says too little: what was added or strengthened is the sentence itself."""

_UNSAID = "未载明"
_NONE = "—"
_MARK = re.compile("[，；。：（）]")


def changes_table(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = USUAL_GRADES) -> Table:
    """Return 类别｜事项｜范围｜去向｜条件/例外｜条款 in the text's order; nothing in it depends on correspondences."""
    del mapping, grades
    citing = Citing(provision)
    rows = [
        _row(change, citing.mark(FactRef(FactKind.CHANGE, i)), provision) for i, change in enumerate(provision.changes)
    ]
    return Table(
        title=f"{provision.body.text}职能转变对照表",
        columns=(
            Column("类别", 8, Align.CENTRE),
            Column("事项", 44),
            Column("范围", 15),
            Column("去向", 22),
            Column("条件/例外", 22),
            Column("条款", 11, Align.CENTRE),
        ),
        rows=tuple(rows) or (_nothing(),),
        notes=(
            "事项、范围、去向、条件、例外均为原文用语；增加、加强类列原文全句。",
            "“—”指该句没有此项内容；“未载明”指职能移出而没有写明去向。标“推算”的（蓝字）由程序按句意判读，不是原文用语。",
        ),
        merged=(0,),
        subject=provision.body.text,
    )


def _nothing() -> Row:
    return Row((cell(NOT_STATED, Standing.NOT_STATED), *(Cell() for _ in range(5))), title=True)


def _row(change: FunctionChange, clause: str, provision: Provision) -> Row:
    matter = change.text if change.kind in _SAID_IN_FULL else change.subject or change.text
    return Row(
        (
            cell(CHANGE_KIND_WORDS[change.kind]),
            cell(matter.text),
            _stated(_lines(("", change.scope))),
            _recipients(change, provision),
            _stated(_lines(("条件：", change.condition), ("例外：", change.exception))),
            cell(clause),
        )
    )


def _recipients(change: FunctionChange, provision: Provision) -> Cell:
    """Say to whom the function goes, and to do what, as the sentence joins them; then whence it came."""
    lines: list[CellLine] = []
    if change.recipients:
        lines.append(CellLine(_to_whom(change)))
    elif change.kind is ChangeKind.ABOLISHED or not (change.leaves or change.kind is ChangeKind.UNSPECIFIED):
        lines.append(CellLine(_NONE, Standing.NOT_STATED))
    else:
        lines.append(CellLine(_UNSAID, Standing.NOT_STATED))
    if change.origin is not None and change.origin.text != provision.body.text:
        lines.append(CellLine(f"来源：{change.origin.text}"))
    direction = direction_told(change.kind, change.direction)
    if direction is not None:
        lines.append(CellLine(f"{DIRECTION_WORDS[direction]}（推算）", Standing.DERIVED))
    return Cell(tuple(lines))


def _to_whom(change: FunctionChange) -> str:
    """Return the recipients with what the text says of them up to the next mark: …协会组织专家评审认定."""
    offset, text = change.span.start, change.text.text
    start, end = change.recipients[0].span.start - offset, change.recipients[-1].span.end - offset
    return text[start:end] + _MARK.split(text[end:], maxsplit=1)[0]


def _lines(*labelled: tuple[str, Quote | None]) -> tuple[CellLine, ...]:
    return tuple(CellLine(f"{label}{quote.text}") for label, quote in labelled if quote is not None)


def _stated(lines: tuple[CellLine, ...]) -> Cell:
    return Cell(lines) if lines else cell(_NONE, Standing.NOT_STATED)
