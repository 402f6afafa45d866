"""What the details say of correspondences: grade, evidence and reason, and where there is none."""

from __future__ import annotations

from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.models.detail_page import Linked, Page, Part, Passage, Row
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

_NOT_OURS = ("承担", "职责空白", "职责交叉")


def page_of(provision: Provision, mapping: Mapping, ref: FactRef) -> Page:
    page = FactPages(provision, Citing(provision), mapping).page(ref)
    assert page is not None
    return page


def part_of(page: Page, heading: str) -> Part:
    return next(part for part in page.parts if part.heading.startswith(heading))


def linked(part: Part) -> list[Linked]:
    return [block for block in part.blocks if isinstance(block, Linked)]


def division(provision: Provision, name: str) -> FactRef:
    return FactRef(FactKind.DIVISION, [one.name.text for one in provision.divisions].index(name))


def item(provision: Provision, ordinal: str, number: int) -> FactRef:
    return FactRef(FactKind.DUTY_ITEM, [duty.ordinal for duty in provision.duties].index(ordinal), number - 1)


def test_a_division_shows_its_items_with_the_words_that_show_it(provision: Provision, mapping: Mapping) -> None:
    page = page_of(provision, mapping, division(provision, "都市产业处"))
    found = linked(part_of(page, "对应的职责分项"))
    assert [block.ref for block in found] == [item(provision, "（七）", 1)]
    only = found[0]
    assert [only.words[start:end] for start, end in only.marks] == ["创意产业", "设计业"]
    assert only.title == "[1] 名称对应 B · 部分"
    assert only.provenance is Provenance.DERIVED
    assert "设计产业" in only.note


def test_the_text_itself_assigns_nothing_and_the_page_says_so_first(provision: Provision, mapping: Mapping) -> None:
    page = page_of(provision, mapping, division(provision, "信息化推进处"))
    headings = [part.heading for part in page.parts]
    assert headings.index("职责") < headings.index("对应的职责分项 8") < headings.index("规格、编制")
    rows = [block for block in part_of(page, "职责").blocks if isinstance(block, Row)]
    assert [row.absent for row in rows] == ["本规定未载明各内设机构职责"]


def test_the_strongest_links_come_first_and_a_judgement_gives_reason_judge_and_date(
    provision: Provision, mapping: Mapping
) -> None:
    found = linked(part_of(page_of(provision, mapping, division(provision, "信息化推进处")), "对应的职责分项"))
    kinds = [block.provenance for block in found]
    assert kinds == sorted(kinds)
    judged = [block for block in found if block.provenance is Provenance.JUDGED]
    assert judged
    for block in judged:
        assert block.note.startswith("研判理由：")
        assert block.note.endswith("；未经本单位确认）")
        assert "2026-11-26" in block.note
        assert block.marks


def test_a_division_without_an_item_says_that_none_corresponds(provision: Provision, mapping: Mapping) -> None:
    part = part_of(page_of(provision, mapping, division(provision, "装备产业处")), "对应的职责分项")
    assert [block.absent for block in part.blocks if isinstance(block, Row)] == ["未对应：没有职责分项与其名称对应"]


def test_an_item_of_several_divisions_names_them_and_one_of_none_says_so(
    provision: Provision, mapping: Mapping
) -> None:
    several = part_of(page_of(provision, mapping, item(provision, "（十七）", 5)), "多处室对应 2")
    assert [block.words for block in linked(several)] == ["技术进步处", "高新工程处"]
    none = part_of(page_of(provision, mapping, item(provision, "（三）", 3)), "名称对应处室")
    assert [block.absent for block in none.blocks if isinstance(block, Row)] == [
        "未对应：没有内设机构的名称与本分项对应"
    ]


def test_a_hosted_office_is_no_division(provision: Provision, mapping: Mapping) -> None:
    part = part_of(page_of(provision, mapping, item(provision, "（八）", 4)), "名称对应处室")
    assert isinstance(part.blocks[0], Row)
    assert part.blocks[0].absent == "未对应：没有内设机构的名称与本分项对应"
    assert [block.words for block in linked(part)] == ["上海市促进中小企业发展协调办公室（设在本机关，不计入内设机构）"]


def test_a_name_that_deceives_is_shown_with_why_it_was_set_aside(provision: Provision, mapping: Mapping) -> None:
    found = linked(part_of(page_of(provision, mapping, item(provision, "（六）", 2)), "名称对应处室"))
    aside = next(block for block in found if block.words == "新材料处")
    assert aside.title == "名称相近，研判不采纳"
    assert aside.note.startswith("研判理由：")


def test_roles_are_the_texts_and_their_absence_is_said(provision: Provision, mapping: Mapping) -> None:
    def role(ref: FactRef) -> tuple[str | None, str | None]:
        rows = [b for b in part_of(page_of(provision, mapping, ref), "用语").blocks if isinstance(b, Row)]
        row = next(row for row in rows if row.label == "协作角色")
        return row.words, row.absent

    assert role(item(provision, "（三）", 6))[0] == "协同"
    assert role(item(provision, "（十）", 2))[0] == "参与"
    assert role(item(provision, "（十三）", 1)) == (None, "未载明协作角色")


def test_abolished_and_devolved_functions_only_touch_a_field(provision: Provision, mapping: Mapping) -> None:
    page = page_of(provision, mapping, division(provision, "软件和信息服务业处"))
    found = linked(part_of(page, "涉及的职能转变"))
    assert [block.title for block in found] == ["✕取消 · 涉及领域"] * 3 + ["↓下放 · 涉及领域"]
    changes = page_of(provision, mapping, division(provision, "信息安全处"))
    assert [block.title for block in linked(part_of(changes, "涉及的职能转变"))] == ["↑加强 · 名称对应 B"]


def test_a_chain_names_the_item_it_goes_through(provision: Provision, mapping: Mapping) -> None:
    page = page_of(provision, mapping, division(provision, "生产性服务业处"))
    chain = linked(part_of(page, "涉及的职能转变"))[0]
    assert "经 二（九）[2]“建立完善生产性服务业统计监测制度…”对应" in chain.note


def test_matters_on_one_subject_point_at_each_other(provision: Provision, mapping: Mapping) -> None:
    one, other = FactRef(FactKind.MATTER, 1, 1), FactRef(FactKind.MATTER, 2, 0)
    for ref, target in ((one, other), (other, one)):
        block = linked(part_of(page_of(provision, mapping, ref), "同一主题"))[0]
        assert block.ref == target
        assert "战略性新兴产业" in "".join(block.words[start:end] for start, end in block.marks)


def test_no_page_says_what_is_not_ours_to_say(provision: Provision, mapping: Mapping) -> None:
    refs = [FactRef(FactKind.DIVISION, i) for i in range(len(provision.divisions))]
    refs += [FactRef(FactKind.DUTY_ITEM, i, j) for i, d in enumerate(provision.duties) for j in range(len(d.items))]
    for ref in refs:
        for part in page_of(provision, mapping, ref).parts:
            said = [part.heading, *(block.title + block.note for block in part.blocks if isinstance(block, Linked))]
            assert not any(word in words for words in said for word in _NOT_OURS), ref


def test_without_a_mapping_nothing_is_made_up(provision: Provision) -> None:
    page = FactPages(provision, Citing(provision)).page(division(provision, "都市产业处"))
    assert page is not None
    assert not [block for part in page.parts for block in part.blocks if isinstance(block, Linked)]


def test_every_mark_is_evidence(provision: Provision, mapping: Mapping) -> None:
    for link in mapping.duty_links:
        words = provision.duties[link.item.index].items[link.item.part]
        for one in link.evidence:
            assert one.quote.text in words.text
            assert one.quote.span.of(provision.text) == one.quote.text
        assert (link.judgement is not None) == (link.grade is Grade.JUDGED)


def test_roles_and_limits_are_marked_in_the_text(provision: Provision, mapping: Mapping) -> None:
    def marked(ref: FactRef) -> list[str]:
        passage = page_of(provision, mapping, ref).parts[0].blocks[0]
        assert isinstance(passage, Passage)
        return [passage.words[start:end] for start, end in passage.marks]

    assert marked(item(provision, "（四）", 1)) == ["按照市政府批准权限"]
    assert marked(item(provision, "（三）", 6)) == ["协同", "相关工作"]
    assert marked(item(provision, "（十三）", 1)) == []
