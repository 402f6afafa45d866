from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Dossier, Heading, Paragraph, Standing, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.citing import OPENING
from eitc_desktop.services.links import duty_items
from eitc_desktop.services.mapping import Mapper
from eitc_desktop.services.papers.dossier import dossier
from eitc_desktop.services.papers.dossier_tables import passage
from eitc_desktop.settings import EnteredValidity, Validity

OTHERS = sorted((Path(__file__).parents[2] / "reading" / "provisions").glob("*.txt"))
PARTS = [  # the sixth speaks of 处室, 科室 or 股室
    "一、基本情况",
    "二、领导职数和人员编制",
    "三、内设机构和对应职责",
    "四、职能转变",
    "五、部门间职责分工",
    "七、核查情况",
    "八、引用文件和附则",
]
EVERY = frozenset(Grade)


@pytest.fixture(params=OTHERS, ids=lambda path: path.stem)
def other(request: pytest.FixtureRequest) -> tuple[Provision, Mapping]:
    found = read_provision(decode(request.param.read_bytes()))
    return found, Mapper(paths.resources_dir()).mapping(found, request.param.name)


def paragraphs(paper: Dossier, standing: Standing | None = None) -> list[Paragraph]:
    return [b for b in paper.blocks if isinstance(b, Paragraph) and standing in (None, b.standing)]


def parts_of(paper: Dossier) -> list[str]:
    headings = [b.words for b in paper.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings.pop(5).startswith("六、未对应和多")
    return headings


def table(paper: Dossier, title: str) -> Table:
    return next(b for b in paper.blocks if isinstance(b, Table) and b.title == title)


def cells(found: Table) -> list[list[str]]:
    return [[one.words for one in row.cells] for row in found.rows]


def words_of(paper: Dossier) -> str:
    said = [b.cited for b in paragraphs(paper)]
    said += [
        words
        for b in paper.blocks
        if isinstance(b, Table)
        for words in (b.title, *b.notes, *(one for row in cells(b) for one in row))
    ]
    return "\n".join(said)


def test_the_title_names_the_body_and_the_parts_are_always_the_same(provision: Provision, mapping: Mapping) -> None:
    paper = dossier(provision, mapping)
    assert paper.title == "上海市经济和信息化委员会三定概览"
    assert parts_of(paper) == PARTS


def test_the_identity_says_what_the_text_doesnt_state_and_whose_number_it_has(
    provision: Provision, mapping: Mapping
) -> None:
    said = [b.cited for b in paragraphs(dossier(provision, mapping))]
    assert "标题、文号、印发日期、施行日期、机关规格：原文未载明。" in said
    assert "机关性质：市政府组成部门；机关牌子：上海市国防科技工业办公室〔原文引言〕。" in said
    assert any(words.startswith("设立依据：《") and "（厅字〔2014〕20号）〔原文引言〕。" in words for words in said)
    assert "时效：未核实。是否现行有效，原文不载明。" in said


def test_quotas_stay_ranges_and_sums_are_marked(provision: Provision, mapping: Mapping) -> None:
    paper = dossier(provision, mapping)
    (stated,) = [b for b in paragraphs(paper, Standing.STATED) if "294" in b.words]
    assert stated.clause == "四"
    assert "市国防科技工业办公室专职副主任1-2名" in stated.words
    (summed,) = [b for b in paragraphs(paper, Standing.DERIVED) if "合计" in b.words]
    assert summed.words == "机关行政编制之下所列各项职数合计87-88名（推算）。"
    assert "非领导职数按照《公务员法》有关规定核定〔原文四〕。" in [b.cited for b in paragraphs(paper)]
    assert "各内设机构的编制、职数和实有人数：本规定未载明。" in [b.words for b in paragraphs(paper)]


def test_every_division_stands_there_with_what_corresponds_as_worded(provision: Provision, mapping: Mapping) -> None:
    found = table(dossier(provision, mapping), "内设机构与职责对应表")
    names = list(dict.fromkeys(row[0] for row in cells(found)))
    divisions = provision.divisions
    assert len(names) == len(divisions) + 1 + len(provision.hosted_offices)
    assert all(division.name.text in name for division, name in zip(divisions, names, strict=False))
    assert "（十二）都市产业处\n（创意与设计产业处）" in names
    assert [
        "（十二）都市产业处\n（创意与设计产业处）",
        "…推进创意产业、工业设计业发展",
        "二（七）",
        "B 名称对应（部分）",
    ] in cells(found)
    assert ["（一）办公室", "未对应", "", ""] in cells(found)
    assert "上海市征信管理办公室\n〔原文五（六）〕" in names


def test_judgements_stand_there_only_when_asked_for_with_reason_and_unconfirmed(
    provision: Provision, mapping: Mapping
) -> None:
    usual = words_of(dossier(provision, mapping))
    assert "研判理由" not in usual
    found = table(dossier(provision, mapping, EVERY), "内设机构与职责对应表")
    judged = [row for row in found.rows if row.cells[-1].words.startswith("C 职能研判")]
    assert len(judged) == sum(link.grade is Grade.JUDGED for link in mapping.duty_links)
    for row in judged:
        assert row.cells[1].lines[-1].standing is Standing.JUDGED
        assert row.cells[1].lines[-1].words.startswith("研判理由：")
        assert row.cells[-1].lines[0].standing is Standing.JUDGED
    assert any("未经本单位确认" in note for note in found.notes)
    assert "研判均由本程序编写组于2026-11-26作出，理由列在其下。" in found.notes


def test_what_is_left_out_is_counted(provision: Provision, mapping: Mapping) -> None:
    hidden = sum(link.grade is Grade.JUDGED for link in mapping.duty_links)
    assert f"C级研判共{hidden}条，未列入" in words_of(dossier(provision, mapping))
    assert "，未列入" not in words_of(dossier(provision, mapping, EVERY))


def test_several_judges_are_named_one_by_one(provision: Provision, mapping: Mapping) -> None:
    at = next(i for i, link in enumerate(mapping.duty_links) if link.judgement is not None)
    link = mapping.duty_links[at]
    assert link.judgement is not None
    changed = replace(link, judgement=replace(link.judgement, judge="某某"))
    links = (*mapping.duty_links[:at], changed, *mapping.duty_links[at + 1 :])
    said = words_of(dossier(provision, replace(mapping, duty_links=links), EVERY))
    assert "（某某，2026-11-26）" in said
    assert "（本程序编写组，2026-11-26）" in said


def test_changes_are_counted_and_say_which_clauses_they_concern(provision: Provision, mapping: Mapping) -> None:
    paper = dossier(provision, mapping)
    assert "原文所列共16项（推算）：取消8项，下放2项，整合1项，增加1项，加强4项。" in [
        b.words for b in paragraphs(paper)
    ]
    found = cells(table(paper, "职能转变事项表"))
    assert [row[2] for row in found][:2] == ["一（一）1", "一（一）2"]
    (merged,) = [row for row in found if row[0] == "整合"]
    assert merged[3] == "涉及领域：二（九）、五（一）1（名称对应）"
    judged = cells(table(dossier(provision, mapping, EVERY), "职能转变事项表"))
    (coal,) = [row for row in judged if row[2] == "一（一）4"]
    assert coal[3] == "涉及领域：二（十）（职能研判）"
    assert coal[1].splitlines()[1].startswith("研判理由：取消事项涉及煤炭领域")


def test_shared_matters_say_who_leads_and_that_nobody_is_said_to(provision: Provision, mapping: Mapping) -> None:
    paper = dossier(provision, mapping)
    found = cells(table(paper, "部门间职责分工表"))
    leads = {row[0]: row[1] for row in found if row[1]}
    assert leads["五（一）1"] == "上海市商务委员会"
    assert leads["五（三）"] == leads["五（四）"] == "未载明"
    doing = {row[0]: row[2] for row in found if row[1]}
    assert "本机关：负责煤炭、电力、石油等能源的日常运行、监控等职责" in doing["五（二）1"].splitlines()
    assert "上海市发展和改革委员会、本机关：进一步完善协作配合机制…" in doing["五（二）1"].splitlines()
    assert doing["五（二）2"].startswith("上海市发展和改革委员会：牵头，充分发挥")
    assert "协调机制：上海市电子商务发展联席会议" in doing["五（一）1"].splitlines()
    assert any("未载明整体牵头单位的2个（五（三）、五（四））" in b.words for b in paragraphs(paper))


def test_nothing_of_the_duties_is_lost(provision: Provision, mapping: Mapping) -> None:
    for grades in (frozenset({Grade.STATED, Grade.NAMED}), EVERY):
        paper = dossier(provision, mapping, grades)
        unmapped = words_of(Dossier("", (table(paper, "未对应内设机构的职责分项"),)))
        mapped = {link.item for link in mapping.duty_links if link.grade in grades}
        for ref, item in duty_items(provision):
            if ref not in mapped:
                assert item.text.partition("，")[0][:20] in unmapped


def test_findings_are_told_and_what_isnt_read_is_counted(other: tuple[Provision, Mapping]) -> None:
    provision, mapping = other
    said = words_of(dossier(provision, mapping))
    assert f"未识别的{provision.coverage.unparsed}句（推算）" in said
    for finding in provision.findings:
        if not finding.code.endswith("-not-stated"):
            assert finding.message.rstrip("。") in said


def test_every_stated_paragraph_names_its_clause_and_takes_its_numbers_from_the_text(
    provision: Provision, mapping: Mapping, other: tuple[Provision, Mapping]
) -> None:
    for one, links in ((provision, mapping), other):
        places = {clause.citation for clause in one.clauses} | {OPENING}
        for paragraph in paragraphs(dossier(one, links, EVERY), Standing.STATED):
            if "〔原文" not in paragraph.words:  # each of the documents referred to has its own
                assert set(paragraph.clause.split("、")) <= places
                assert paragraph.clause


def test_the_four_kinds_of_content_say_what_they_are(
    provision: Provision, mapping: Mapping, other: tuple[Provision, Mapping]
) -> None:
    for one, links in ((provision, mapping), other):
        for paragraph in paragraphs(dossier(one, links, EVERY), Standing.DERIVED):
            assert "推算" in paragraph.words
        for found in (b for b in dossier(one, links, EVERY).blocks if isinstance(b, Table)):
            for row in found.rows:
                for line in (line for each in row.cells for line in each.lines):
                    if line.standing is Standing.JUDGED:
                        assert "研判" in line.words
                    if line.standing is Standing.DERIVED:
                        assert "推算" in line.words or "名称对应" in line.words


def test_other_provisions_have_every_part_and_say_what_they_lack(other: tuple[Provision, Mapping]) -> None:
    provision, mapping = other
    paper = dossier(provision, mapping)
    assert parts_of(paper) == PARTS
    lacking = [b.words for b in paragraphs(paper, Standing.NOT_STATED)]
    assert ("职能转变：本规定未载明。" in lacking) is not bool(provision.changes)
    assert ("与其他部门的职责分工：本规定未载明。" in lacking) is not bool(provision.responsibility_splits)
    assert ("设立依据：原文未载明。" in lacking) is not bool(provision.basis)
    assert ("解释和调整：本规定未载明。" in lacking) is (provision.closing is None)
    # no heading without anything below it
    kinds = [type(b) for b in paper.blocks]
    assert kinds[-1] is not Heading
    for one, below in zip(paper.blocks, paper.blocks[1:], strict=False):
        assert not (isinstance(one, Heading) and isinstance(below, Heading) and below.level <= one.level)


def test_an_almost_empty_text_makes_a_dossier_of_what_is_not_stated() -> None:
    provision = read_provision("设立江城市某某局，为市政府工作部门。\n一、人员编制\n江城市某某局行政编制5名。\n")
    paper = dossier(provision, Mapping())
    assert not [b for b in paper.blocks if isinstance(b, Table)]
    lacking = "\n".join(b.words for b in paragraphs(paper, Standing.NOT_STATED))
    for words in ("内设机构：", "与其他部门的职责分工：", "职能转变：", "主要职责和内设机构：", "解释和调整："):
        assert f"{words}本规定未载明" in lacking


def test_validity_is_entered_and_marked_so(provision: Provision, mapping: Mapping) -> None:
    entered = EnteredValidity(Validity.AMENDED, "沪委办〔2019〕1号", "2026-11-26")
    paper = dossier(provision, mapping, validity=entered)
    (said,) = paragraphs(paper, Standing.ENTERED)
    assert said.words == "时效：已修订（录入，2026-11-26，依据：沪委办〔2019〕1号）。"
    assert "标“录入”的由使用者填写" in paragraphs(paper)[0].words
    unverified = dossier(provision, mapping, validity=EnteredValidity(Validity.UNVERIFIED))
    assert not paragraphs(unverified, Standing.ENTERED)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("乙", "…乙…"), ("甲", "甲…"), ("丙", "…丙"), ("甲，乙，丙", "甲，乙，丙"), ("没有", "甲，乙，丙")],
)
def test_a_passage_leaves_out_what_does_not_correspond(words: str, expected: str) -> None:
    quote = Quote("甲，乙，丙", Span(10, 15))
    at = 10 + max(quote.text.find(words), -1)
    spans = [Span(at, at + len(words))] if words in quote.text else []
    assert passage(quote, spans) == expected
