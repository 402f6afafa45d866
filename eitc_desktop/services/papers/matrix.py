"""职责对应矩阵: duty items down, divisions across, a grade where they correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.gaps import Gaps, gaps_of, grades_said, otherwise_words
from eitc_desktop.services.links import duty_items
from eitc_desktop.services.papers.duties import gap_note, left_out
from eitc_desktop.services.papers.words import (
    GRADE_STANDING,
    NONE_CORRESPONDS,
    NUMBERED_BY_US,
    USUAL_GRADES,
    grade_notes,
    judges_note,
    rooms_word,
    standing_note,
)


def matrix_table(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = USUAL_GRADES) -> Table:
    """Return 条款｜职责分项原文, then a narrow column for each division and hosted office.

    A cell holds the grade of the link, in brackets where only a part corresponds. The row of an item to which no
    division corresponds says so behind its clause.
    """
    units = [FactRef(FactKind.DIVISION, i) for i in range(len(provision.divisions))]
    units += [FactRef(FactKind.HOSTED_OFFICE, i) for i in range(len(provision.hosted_offices))]
    gaps = gaps_of(provision, mapping, grades)
    return Table(
        title=f"{provision.body.text}{rooms_word(provision)}职责对应矩阵",
        columns=(
            Column("条款", 10, Align.CENTRE),
            Column("职责分项原文", 46),
            *(Column(_heading(provision, unit), 4, Align.CENTRE, upright=True) for unit in units),
        ),
        rows=tuple(_rows(provision, mapping, gaps, units)),
        notes=tuple(_notes(provision, mapping, gaps)),
        subject=provision.body.text,
    )


def _heading(provision: Provision, unit: FactRef) -> str:
    if unit.kind is FactKind.HOSTED_OFFICE:
        return f"{provision.hosted_offices[unit.index].name.text}（设在本机关）"
    division = provision.divisions[unit.index]
    return division.name.text + "".join(f"（{name.text}）" for name in division.second_names)


def _rows(provision: Provision, mapping: Mapping, gaps: Gaps, units: Sequence[FactRef]) -> Iterator[Row]:
    citing = Citing(provision)
    unmapped = frozenset(gaps.items)
    found = {(link.item, link.unit): link for link in mapping.duty_links if link.grade in gaps.grades}
    for item, quote in duty_items(provision):
        clause = cell(item_mark(citing, item))
        if item in unmapped:
            beside = f"（{_beside(gaps)}）" if item in gaps.otherwise else ""
            clause = Cell((*clause.lines, CellLine(NONE_CORRESPONDS + beside, Standing.NOT_STATED)))
        yield Row((clause, cell(quote.text), *(_mark(found.get((item, unit))) for unit in units)))


def _beside(gaps: Gaps) -> str:
    """Return in the least room what an item has beside the grades shown."""
    return f"有{grades_said(gaps.other_grades)}"


def _mark(link: DutyLink | None) -> Cell:
    if link is None:
        return Cell()
    letter = link.grade.value
    return cell(f"({letter})" if link.part else letter, GRADE_STANDING[link.grade])


def _notes(provision: Provision, mapping: Mapping, gaps: Gaps) -> Iterator[str]:
    grades = gaps.grades
    yield standing_note(provision)
    yield f"{grade_notes(grades)}加括号的等级即部分对应，空格为所列等级内没有对应。"
    if any(len(duty.items) > 1 for duty in provision.duties):
        yield NUMBERED_BY_US
    yield from judges_note(link.judgement for link in mapping.duty_links if link.grade in grades)
    yield gap_note(provision, gaps)
    marked = gaps.otherwise.intersection(gaps.items)
    beside = f"注“{_beside(gaps)}”的职责分项另有 {otherwise_words(gaps.other_grades)}。" if marked else ""
    yield from (f"{left}{beside}" for left in left_out(mapping, grades))
