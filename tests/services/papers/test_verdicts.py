"""Verdicts beside the links, in the papers that show them: only where there are any, and never as the text's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Standing, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Opinion, OpinionCategory, Stance, Verdict
from eitc_desktop.reviewing.anchors import unit_name
from eitc_desktop.services.papers.duties import duties_table
from eitc_desktop.services.papers.matrix import matrix_table
from eitc_desktop.services.papers.words import USUAL_GRADES

if TYPE_CHECKING:
    from tests.conftest import Pen

OFFICE = FactRef(FactKind.DIVISION, 0)


@pytest.fixture(scope="module")
def link(mapping: Mapping) -> DutyLink:
    return next(one for one in mapping.duty_links if one.grade is Grade.NAMED)


def unlinked(provision: Provision, mapping: Mapping) -> FactRef:
    linked = {one.item for one in mapping.duty_links}
    items = (FactRef(FactKind.DUTY_ITEM, i, j) for i, one in enumerate(provision.duties) for j in range(len(one.items)))
    return next(item for item in items if item not in linked)


def reviewed_both_ways(pen: Pen, link: DutyLink) -> None:
    unit = unit_name(pen.provision, link.unit)
    pen.write(pen.person("张伟", "规划处"), Verdict(unit, Stance.AGREE, ""), link.item)
    other = Verdict(unit, Stance.DISAGREE, "另有分工。", unit_name(pen.provision, OFFICE))
    pen.write(pen.person("李娜", ""), other, link.item)


def entered(table: Table) -> list[str]:
    every = (line for row in table.rows for cell in row.cells for line in cell.lines)
    return [line.words for line in every if line.standing is Standing.ENTERED]


def test_without_verdicts_the_papers_are_as_they_were(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    pen.write(pen.person("张伟", ""), Opinion(OpinionCategory.OPINION, "意见", "", "", "", ""), None)
    for make in (duties_table, matrix_table):
        assert make(provision, mapping, USUAL_GRADES, pen.review) == make(provision, mapping)


def test_the_list_of_duties_has_a_column_for_them(
    pen: Pen, provision: Provision, mapping: Mapping, link: DutyLink
) -> None:
    reviewed_both_ways(pen, link)
    table = duties_table(provision, mapping, USUAL_GRADES, pen.review)
    assert table.columns[-1].heading == "审阅录入"
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    name = unit_name(provision, link.unit).name
    row = next(one for one in table.rows if one.cells[1].words == name)
    at = [line.words for line in row.cells[3].lines].index(provision.duties[link.item.index].items[link.item.part].text)
    office = unit_name(provision, OFFICE).name
    assert row.cells[-1].lines[at].words == (f"同意：张伟（规划处）\n不同意，建议对应{office}：李娜。理由：另有分工")
    assert row.cells[-1].lines[at].standing is Standing.ENTERED
    assert len({len(cell.lines) for cell in row.cells[3:]}) == 1  # line n beside line n
    assert len(entered(table)) == 1
    said = [line for one in table.rows for line in one.cells[-1].lines]
    assert any(line.words == "未审" and line.standing is Standing.NOT_STATED for line in said)
    assert "非规定内容" in table.mark


def test_the_matrix_marks_them_below_the_grade(
    pen: Pen, provision: Provision, mapping: Mapping, link: DutyLink
) -> None:
    reviewed_both_ways(pen, link)
    item = unlinked(provision, mapping)
    pen.write(pen.person("张伟", ""), Verdict(None, Stance.DOUBT, "", unit_name(provision, OFFICE)), item)
    plain = matrix_table(provision, mapping)
    table = matrix_table(provision, mapping, USUAL_GRADES, pen.review)
    words = provision.duties[link.item.index].items[link.item.part].text
    at = next(i for i, row in enumerate(table.rows) if row.cells[1].words == words)
    cell, before = table.rows[at].cells[2 + link.unit.index], plain.rows[at].cells[2 + link.unit.index]
    assert cell.lines[: len(before.lines)] == before.lines
    assert [line.words for line in cell.lines[len(before.lines) :]] == ["同", "异"]
    assert table.rows[at].cells[2 + OFFICE.index].words == "荐"
    words = provision.duties[item.index].items[item.part].text
    row = next(one for one in table.rows if one.cells[1].words == words)
    assert row.cells[0].words.endswith("未对应\n（存疑 1）")
    assert row.cells[2 + OFFICE.index].words == "荐"
    assert sorted(entered(table)) == sorted(["同", "异", "荐", "（存疑 1）", "荐"])
    assert any("“同”为同意，“异”为不同意，“疑”为存疑，“荐”为建议对应" in note for note in table.notes)


def test_a_verdict_that_was_withdrawn_is_not_shown(
    pen: Pen, provision: Provision, mapping: Mapping, link: DutyLink
) -> None:
    verdict = Verdict(unit_name(provision, link.unit), Stance.AGREE, "")
    made = pen.write(pen.person("张伟", ""), verdict, link.item)
    pen.write(pen.person("张伟", ""), verdict, link.item, replaces=[made], withdrawn=True)
    assert duties_table(provision, mapping, USUAL_GRADES, pen.review) == duties_table(provision, mapping)


def test_links_of_other_grades_are_listed_where_reviewers_spoke_of_them(
    pen: Pen, provision: Provision, mapping: Mapping
) -> None:
    grades = {item: {one.grade for one in mapping.duty_links if one.item == item} for item in items_of(mapping)}
    alone = [item for item, found in grades.items() if found == {Grade.JUDGED}]
    one, several, *_ = (next(one for one in mapping.duty_links if one.item == item) for item in alone)
    mapping = replace(mapping, duty_links=(*mapping.duty_links, replace(several, unit=OFFICE)))
    reviewed_both_ways(pen, one)
    pen.write(pen.person("张伟", ""), Verdict(unit_name(provision, several.unit), Stance.DOUBT, ""), several.item)
    table = duties_table(provision, mapping, USUAL_GRADES, pen.review)

    def beside(link: DutyLink, column: int) -> tuple[str, str]:
        """Return what stands beside the link in the unit's row, and in the item's among those without a division."""
        name, words = unit_name(provision, link.unit).name, item_words(provision, link.item)
        row = next(each for each in table.rows if each.cells[1].words == name)
        at = [line.words for line in row.cells[3].lines].index(words)
        last = next(each for each in table.rows if each.cells[1].words == "未对应" and each.cells[3].words == words)
        return row.cells[column].lines[at].words, last.cells[column].words

    name = unit_name(provision, one.unit).name
    assert beside(one, 5)[0].startswith("C 职能研判")
    assert beside(one, 6)[0].startswith("同意：张伟（规划处）\n不同意，")
    assert beside(one, 6)[1] == f"有分歧，见{name}"
    assert beside(several, 6) == ("存疑：张伟", f"未审，部分对应已有意见，见{unit_name(provision, several.unit).name}")
    assert any("C 职能研判，未经本单位确认" in note for note in table.notes)
    assert any("列入其中有审阅意见的 2 条，其余" in note for note in table.notes)
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_a_link_that_nothing_gave_is_listed_where_reviewers_spoke_of_it(
    pen: Pen, provision: Provision, mapping: Mapping, link: DutyLink
) -> None:
    assert (link.item, OFFICE) not in {(one.item, one.unit) for one in mapping.duty_links}
    pen.write(pen.person("张伟", ""), Verdict(unit_name(provision, OFFICE), Stance.AGREE, ""), link.item)
    row = duties_table(provision, mapping, USUAL_GRADES, pen.review).rows[OFFICE.index]
    words = tuple(cell.lines[-1].words for cell in row.cells[3:])
    assert (words[0], *words[2:]) == (item_words(provision, link.item), "程序未列此对应", "同意：张伟")


def items_of(mapping: Mapping) -> tuple[FactRef, ...]:
    return tuple(dict.fromkeys(link.item for link in mapping.duty_links))


def item_words(provision: Provision, item: FactRef) -> str:
    return provision.duties[item.index].items[item.part].text
