"""处室职责对应一览表: each division with the duty items that correspond to it, and the items without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.links import unmapped_items
from eitc_desktop.services.papers.words import (
    NUMBERED_BY_US,
    USUAL_GRADES,
    grade_notes,
    graded,
    judges_note,
    letters,
    link_line,
    other_names,
    rooms_word,
    standing_note,
)

HOSTED = "设在本机关的机构（不计入内设机构）"
NONE_CORRESPONDS = "未对应"

_NOTHING = Cell((CellLine("—", Standing.NOT_STATED),))


def duties_table(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = USUAL_GRADES) -> Table:
    """Return 序号｜名称｜括号内名称｜对应职责原文｜依据条款｜等级 with the links of *grades*.

    Divisions in the text's order, each with the duties that the text itself gives it and then the duty items that
    correspond; hosted offices after them, then the duty items to which no division corresponds.
    """
    made = _Rows(provision, mapping, grades)
    judged = Grade.JUDGED in grades
    return Table(
        title=f"{provision.body.text}{rooms_word(provision)}职责对应一览表",
        columns=(
            Column("序号", 7, Align.CENTRE),
            Column("名称", 14, Align.CENTRE),
            Column("括号内名称", 12, Align.CENTRE),
            Column("对应职责原文", 52),
            Column("依据条款", 11, Align.CENTRE),
            Column("等级", 26 if judged else 12, Align.LEFT if judged else Align.CENTRE),
        ),
        rows=tuple(made.rows()),
        notes=tuple(made.notes()),
        subject=provision.body.text,
    )


class _Rows:
    """The rows of one provision's table."""

    def __init__(self, provision: Provision, mapping: Mapping, grades: frozenset[Grade]) -> None:
        self._provision = provision
        self._mapping = mapping
        self._grades = grades
        self._citing = Citing(provision)

    def rows(self) -> Iterator[Row]:
        p = self._provision
        for i, division in enumerate(p.divisions):
            ref = FactRef(FactKind.DIVISION, i)
            names = Cell(tuple(CellLine(name) for name in other_names(p, division)))
            yield self._row(ref, cell(division.ordinal or "—"), division.name.text, names)
        if p.hosted_offices:
            yield self._title(HOSTED)
        for i, office in enumerate(p.hosted_offices):
            yield self._row(FactRef(FactKind.HOSTED_OFFICE, i), _NOTHING, office.name.text, _NOTHING)
        yield from self._unmapped()

    def notes(self) -> Iterator[str]:
        yield standing_note(self._provision)
        yield grade_notes(self._grades)
        if any(len(duty.items) > 1 for duty in self._provision.duties):
            yield NUMBERED_BY_US
        yield from judges_note(link.judgement for link in self._mapping.duty_links if link.grade in self._grades)
        yield from left_out(self._mapping, self._grades)

    def _row(self, ref: FactRef, ordinal: Cell, name: str, others: Cell) -> Row:
        first = (ordinal, cell(name), others if others.lines else _NOTHING)
        lines = [*self._own(ref), *(self._line(link) for link in shown_links(self._mapping, ref, self._grades))]
        if not lines:
            return Row((*first, self._none(ref), _NOTHING, _NOTHING))
        words, clauses, told = (Cell(column) for column in zip(*lines, strict=True))
        return Row((*first, words, clauses, told), paired=True)

    def _own(self, ref: FactRef) -> Iterator[tuple[CellLine, CellLine, CellLine]]:
        """Yield the duties that the text itself gives a division."""
        if ref.kind is FactKind.DIVISION:
            for j, duty in enumerate(self._provision.divisions[ref.index].duties):
                clause = self._citing.mark(FactRef(FactKind.DIVISION_DUTY, ref.index, j))
                yield CellLine(duty.text), CellLine(clause), CellLine(graded(Grade.STATED))

    def _line(self, link: DutyLink) -> tuple[CellLine, CellLine, CellLine]:
        item = self._provision.duties[link.item.index].items[link.item.part]
        return CellLine(item.text), CellLine(item_mark(self._citing, link.item)), link_line(link)

    def _none(self, ref: FactRef) -> Cell:
        others = self._mapping.links_of_unit(ref)
        if not others:
            return cell(NONE_CORRESPONDS, Standing.NOT_STATED)
        left = letters({link.grade for link in others})
        return cell(f"{letters(self._grades)} 级未对应（另有 {left} 级对应，本表未列）", Standing.NOT_STATED)

    def _unmapped(self) -> Iterator[Row]:
        items = unmapped_items(self._provision, self._mapping)
        if items:
            yield self._title(f"未对应内设机构的职责分项（{len(items)} 个）")
        for item in items:
            words = self._provision.duties[item.index].items[item.part].text
            none = cell(NONE_CORRESPONDS, Standing.NOT_STATED)
            clause = cell(item_mark(self._citing, item))
            yield Row((_NOTHING, none, _NOTHING, cell(words), clause, _NOTHING))

    def _title(self, words: str) -> Row:
        return Row((cell(words), *(Cell() for _ in range(5))), title=True)


def shown_links(mapping: Mapping, unit: FactRef, grades: frozenset[Grade]) -> tuple[DutyLink, ...]:
    """Return the links of a unit that papers show, in the text's order."""
    return tuple(link for link in mapping.links_of_unit(unit) if link.grade in grades)


def left_out(mapping: Mapping, grades: frozenset[Grade]) -> Iterator[str]:
    """Yield what a paper that shows only *grades* doesn't show: how many links, and items that have no others."""
    hidden = [link for link in mapping.duty_links if link.grade not in grades]
    if not hidden:
        return
    shown = {link.item for link in _of_divisions(mapping.duty_links) if link.grade in grades}
    alone = {link.item for link in _of_divisions(hidden)} - shown
    words = f"{letters({link.grade for link in hidden})} 级对应 {len(hidden)} 条未列入"
    yield f"{words}，其中职责分项 {len(alone)} 个仅有此类对应，表中未见。" if alone else f"{words}。"


def _of_divisions(links: Iterable[DutyLink]) -> Iterator[DutyLink]:
    return (link for link in links if link.unit.kind is FactKind.DIVISION)
