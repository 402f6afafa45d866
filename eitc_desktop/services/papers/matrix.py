"""职责对应矩阵: duty items down, divisions across, a grade where they correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Entry, Review
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.gaps import Gaps, gaps_of, grades_said, otherwise_words
from eitc_desktop.services.links import duty_items
from eitc_desktop.services.papers.duties import VERDICTS_MARK, gap_note, left_out
from eitc_desktop.services.papers.verdicts import (
    PROPOSED_MARK,
    VERDICT_MARKS,
    holds_verdicts,
    proposed_units,
    stance_counts,
    stance_marks,
)
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
from eitc_desktop.services.reviews.words import STANCES


def matrix_table(
    provision: Provision,
    mapping: Mapping,
    grades: frozenset[Grade] = USUAL_GRADES,
    review: Review = NOTHING_REVIEWED,
) -> Table:
    """Return 条款｜职责分项原文, then a narrow column for each division and hosted office.

    A cell holds the grade of the link, in brackets where only a part corresponds. The row of an item to which no
    division corresponds says so behind its clause. Where *review* holds verdicts, marks below the grade say what
    reviewers think of the link.
    """
    units = [FactRef(FactKind.DIVISION, i) for i in range(len(provision.divisions))]
    units += [FactRef(FactKind.HOSTED_OFFICE, i) for i in range(len(provision.hosted_offices))]
    gaps = gaps_of(provision, mapping, grades)
    reviewed = holds_verdicts(review)
    return Table(
        title=f"{provision.body.text}{rooms_word(provision)}职责对应矩阵",
        columns=(
            Column("条款", 10, Align.CENTRE),
            Column("职责分项原文", 46),
            *(Column(_heading(provision, unit), 4, Align.CENTRE, upright=True) for unit in units),
        ),
        rows=tuple(_rows(provision, mapping, gaps, units, review)),
        notes=(*_notes(provision, mapping, gaps), *((_verdicts_note(),) if reviewed else ())),
        subject=provision.body.text,
        mark=VERDICTS_MARK if reviewed else "",
    )


def _heading(provision: Provision, unit: FactRef) -> str:
    if unit.kind is FactKind.HOSTED_OFFICE:
        return f"{provision.hosted_offices[unit.index].name.text}（设在本机关）"
    division = provision.divisions[unit.index]
    return division.name.text + "".join(f"（{name.text}）" for name in division.second_names)


def _rows(
    provision: Provision, mapping: Mapping, gaps: Gaps, units: Sequence[FactRef], review: Review
) -> Iterator[Row]:
    citing = Citing(provision)
    unmapped = frozenset(gaps.items)
    found = {(link.item, link.unit): link for link in mapping.duty_links if link.grade in gaps.grades}
    for item, quote in duty_items(provision):
        clause = cell(item_mark(citing, item))
        if item in unmapped:
            beside = f"（{_beside(gaps)}）" if item in gaps.otherwise else ""
            clause = Cell((*clause.lines, CellLine(NONE_CORRESPONDS + beside, Standing.NOT_STATED)))
        if counts := stance_counts(review.verdicts_on(item, None)):
            clause = Cell((*clause.lines, CellLine(f"（{counts}）", Standing.ENTERED)))
        proposed = proposed_units(review, item)
        marks = (
            _with_verdicts(_mark(found.get((item, unit))), review.verdicts_on(item, unit), proposed=unit in proposed)
            for unit in units
        )
        yield Row((clause, cell(quote.text), *marks))


def _beside(gaps: Gaps) -> str:
    """Return in the least room what an item has beside the grades shown."""
    return f"有{grades_said(gaps.other_grades)}"


def _mark(link: DutyLink | None) -> Cell:
    if link is None:
        return Cell()
    letter = link.grade.value
    return cell(f"({letter})" if link.part else letter, GRADE_STANDING[link.grade])


def _with_verdicts(mark: Cell, verdicts: tuple[Entry, ...], *, proposed: bool) -> Cell:
    """Return a cell with what reviewers think of its link below the grade, a line for each stance."""
    marks = [*stance_marks(verdicts), *((PROPOSED_MARK,) if proposed else ())]
    return Cell((*mark.lines, *(CellLine(one, Standing.ENTERED) for one in marks)))


def _verdicts_note() -> str:
    said = "，".join(f"“{mark}”为{STANCES[stance]}" for stance, mark in VERDICT_MARKS.items())
    return (
        f"等级下的绿字为审阅人录入，不是规定的内容：{said}，“{PROPOSED_MARK}”为建议对应；"
        "一格有几种的为审阅人意见不一，格中没有等级的为对未列等级的对应的意见；理由见审阅报告。"
    )


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
