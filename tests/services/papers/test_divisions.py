"""One unit on a paper of its own."""

from __future__ import annotations

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Dossier, Heading, Paragraph, Standing, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.papers.divisions import division_paper
from eitc_desktop.services.papers.words import NOT_STATED, UNCONFIRMED
from eitc_desktop.services.print_units import printable_units

Read = tuple[Provision, Mapping]
EVERY = frozenset(Grade)


def parts_of(paper: Dossier) -> dict[str, list[Paragraph | Table]]:
    found: dict[str, list[Paragraph | Table]] = {}
    heading = ""
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.words
        else:
            found.setdefault(heading, []).append(block)
    return found


def values_of(paper: Dossier) -> dict[str, str]:
    [table] = parts_of(paper)["一、设置"]
    assert isinstance(table, Table)
    return {row.cells[0].words: row.cells[1].words for row in table.rows}


def test_every_unit_has_a_paper_in_order(read: Read) -> None:
    provision, mapping = read
    papers = [division_paper(provision, mapping, ref, EVERY) for ref in printable_units(provision)]
    units = (*provision.divisions, *provision.hosted_offices)
    assert [paper.title for paper in papers] == [unit.name.text for unit in units]
    for paper in papers:
        headings = [block.words for block in paper.blocks if isinstance(block, Heading)]
        assert [words[0] for words in headings] == list("一二三四五"[: len(headings)])


def test_no_headcount_and_no_rank_is_made_up(provision: Provision, mapping: Mapping) -> None:
    for ref in printable_units(provision):
        values = values_of(division_paper(provision, mapping, ref))
        assert values["规格、编制、职数、实有人数"] == NOT_STATED


def test_the_names_and_the_co_location_of_a_division(provision: Provision, mapping: Mapping) -> None:
    def values(name: str) -> dict[str, str]:
        [index] = [i for i, division in enumerate(provision.divisions) if division.name.text == name]
        return values_of(division_paper(provision, mapping, FactRef(FactKind.DIVISION, index)))

    assert values("都市产业处")["括号内名称"] == "创意与设计产业处"
    assert values("都市产业处")["内设机构序号"] == "（十二）"
    assert values("人事教育处")["合署办公"] == "人事教育处与市经济和信息化工作党委干部处合署办公。"
    assert "括号内名称" not in values("办公室")


def test_links_and_changes_of_each_unit_are_all_there_with_grade_and_evidence(read: Read) -> None:
    provision, mapping = read
    for ref in printable_units(provision):
        tables = [block for block in division_paper(provision, mapping, ref, EVERY).blocks if isinstance(block, Table)]
        duties = next((one for one in tables if one.columns[1].heading == "职责分项原文"), None)
        links = mapping.links_of_unit(ref)
        assert (duties is None) == (not links)
        for row, link in zip(duties.rows if duties else (), links, strict=True):
            assert row.cells[1].words == provision.duties[link.item.index].items[link.item.part].text
            assert row.cells[3].words.startswith(link.grade.value)
            assert (UNCONFIRMED in row.cells[3].words) == (link.grade is Grade.JUDGED)
            assert all(f"“{one.quote.text}”" in row.cells[4].words for one in link.evidence)
        changes = next((one for one in tables if one.columns[0].heading == "类别"), None)
        concerned = sorted(mapping.changes_of(ref), key=lambda link: link.change)
        told = [row.cells[1].words for row in changes.rows] if changes else []
        assert told == [provision.changes[link.change.index].text.text for link in concerned]
        for row, link in zip(changes.rows if changes else (), concerned, strict=True):
            assert ("涉及领域" in row.cells[3].words) == provision.changes[link.change.index].leaves


def test_duties_that_the_text_gives_a_division_are_there(read: Read) -> None:
    provision, mapping = read
    for ref in printable_units(provision):
        [*stated] = parts_of(division_paper(provision, mapping, ref))["二、原文规定的职责"]
        own = provision.divisions[ref.index].duties if ref.kind is FactKind.DIVISION else ()
        words = [block.words for block in stated if isinstance(block, Paragraph) if block.standing is Standing.STATED]
        assert words == [duty.text for duty in own]
        assert own or "未载明" in stated[0].words  # type: ignore[union-attr]


def test_links_left_out_are_counted(provision: Provision, mapping: Mapping) -> None:
    [index] = [i for i, division in enumerate(provision.divisions) if division.name.text == "经济运行处"]
    ref = FactRef(FactKind.DIVISION, index)
    [said] = parts_of(division_paper(provision, mapping, ref))["三、对应的职责分项"]
    assert isinstance(said, Paragraph)
    assert said.words == "按 A、B 级未对应，另有 C 级研判 1 条，未列入。"


@pytest.mark.parametrize("grades", [EVERY, frozenset({Grade.STATED, Grade.NAMED})])
def test_the_body_numbers_are_headed_as_the_body_s(
    provision: Provision, mapping: Mapping, grades: frozenset[Grade]
) -> None:
    paper = division_paper(provision, mapping, FactRef(FactKind.DIVISION, 0), grades)
    [heading] = [words for words in parts_of(paper) if "所在机关" in words]
    assert "不是本机构的" in heading
    [said] = parts_of(paper)[heading]
    assert isinstance(said, Paragraph)
    assert said.words == (
        "机关行政编制294名；正副处级领导职数77名（正、副未分列）；非领导职数按照《公务员法》有关规定核定。"
    )
    assert said.clause == "四"


def test_other_words_than_the_name_has_are_told_with_those_of_the_name(provision: Provision, mapping: Mapping) -> None:
    def said(name: str) -> list[str]:
        [index] = [i for i, division in enumerate(provision.divisions) if division.name.text == name]
        paper = division_paper(provision, mapping, FactRef(FactKind.DIVISION, index))
        [table] = parts_of(paper)["三、对应的职责分项"]
        assert isinstance(table, Table)
        return [line.words for row in table.rows for line in row.cells[4].lines]

    assert "名称中的“设计产业”，条文写作“设计业”（“产业”简作“业”）" in said("都市产业处")
    assert "名称中的“航空产业”，条文写作“航空、航天、船舶、核电等产业”" in said("技术进步处")
    assert "“节能减排”" in said("节能与综合利用处")  # the term itself stands in it
