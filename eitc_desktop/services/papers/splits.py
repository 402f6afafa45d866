"""部门间职责分工表: each shared matter, the agencies in it with their roles as worded, a lead only where stated."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Matter, Provision
from eitc_desktop.model.wording import role_words
from eitc_desktop.services.citing import Citing, opening_words, sentence_around
from eitc_desktop.services.papers.words import NOT_STATED, USUAL_GRADES

NO_LEAD = "未载明对本事项整体牵头的单位"
NO_ROLE = "原文未载明其角色"


def splits_table(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = USUAL_GRADES) -> Table:
    """Return 对方单位｜条款｜事项｜整体牵头｜单位｜角色｜原文, a row for each role and each coordinating body."""
    del mapping, grades
    citing = Citing(provision)
    rows = [row for i in range(len(provision.responsibility_splits)) for row in _of_split(provision, citing, i)]
    return Table(
        title=f"{provision.body.text}部门间职责分工表",
        columns=(
            Column("分工对方", 13, Align.CENTRE),
            Column("条款", 10, Align.CENTRE),
            Column("事项", 17),
            Column("整体牵头", 13, Align.CENTRE),
            Column("单位", 16, Align.CENTRE),
            Column("角色", 12, Align.CENTRE),
            Column("原文", 54),
        ),
        rows=tuple(rows) or (_nothing(),),
        notes=(
            "角色为原文用语，“…的对象”指他方对其实施该行为；“整体牵头”只列原文写明对该事项整体牵头的单位。",
            "事项取原文起首用语，… 表示后文从略；协调机制按原文所称列出。",
        ),
        merged=(0, 1, 2, 3, 6),
        subject=provision.body.text,
    )


def _nothing() -> Row:
    return Row((cell(NOT_STATED, Standing.NOT_STATED), *(Cell() for _ in range(6))), title=True)


def _of_split(provision: Provision, citing: Citing, index: int) -> Iterator[Row]:
    split = provision.responsibility_splits[index]
    group = cell("未载明", Standing.NOT_STATED) if split.counterpart is None else cell(split.counterpart.text)
    if not split.matters:
        clause = cell(citing.mark(FactRef(FactKind.SPLIT, index)))
        unread = cell("未读出分工事项", Standing.NOT_STATED)
        yield Row((group, clause, unread, Cell(), Cell(), Cell(), cell(split.span.of(provision.text).strip())))
    for j, matter in enumerate(split.matters):
        clause = cell(citing.mark(FactRef(FactKind.MATTER, index, j)))
        words = cell(f"{matter.ordinal or ''}{opening_words(matter.text)}")
        lead = cell(NO_LEAD, Standing.NOT_STATED) if matter.lead is None else cell(matter.lead.text)
        for one in _in_matter(provision, matter):
            yield Row((group, clause, words, lead, *one))


def _in_matter(provision: Provision, matter: Matter) -> Iterator[tuple[Cell, Cell, Cell]]:
    unsaid = cell(NO_ROLE, Standing.NOT_STATED)
    for role in matter.roles:
        yield cell(role.agency.text), cell(role_words(role)), cell(role.text.text)
    for mechanism in matter.mechanisms:
        sentence = sentence_around(provision.text, mechanism.span).of(provision.text)
        yield cell(f"协调机制：{mechanism.text}"), unsaid, cell(sentence)
    if not matter.roles and not matter.mechanisms:
        yield cell("未载明", Standing.NOT_STATED), unsaid, cell(matter.text.text)
