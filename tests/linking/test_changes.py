"""What a change concerns today, and which matters treat one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.linking.changes import reached_units
from eitc_desktop.linking.matters import SharedMatters, same_subjects, tensions
from eitc_desktop.linking.passages import Index, Passages
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, Mapping, Method
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.model.text import Quote, Span

Writing = Callable[..., Provision]
Map = Callable[[Provision], Mapping]

CHANGE = FactRef(FactKind.CHANGE, 0)
ITEM, OTHER_ITEM = FactRef(FactKind.DUTY_ITEM, 0, 0), FactRef(FactKind.DUTY_ITEM, 0, 1)
UNIT = FactRef(FactKind.DIVISION, 0)


def change_number(provision: Provision, kind: ChangeKind, number: int = 1) -> FactRef:
    of_kind = [i for i, change in enumerate(provision.changes) if change.kind is kind]
    return FactRef(FactKind.CHANGE, of_kind[number - 1])


def common(first: str, second: str, begun: int = 1) -> list[str]:
    passages = Passages(WordStatistics(()), begun=begun)
    return [first[one.first : one.first + one.length] for one in passages.common(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("加强社区矫正职责", "组织实施社区矫正工作", ["社区矫正"]),
        (
            "推动建立和完善民营经济发展服务体系",
            "推动建立和完善民营经济和中小企业发展服务体系",
            ["推动建立和完善民营经济"],
        ),
        ("拟订发展规划并组织实施", "拟订发展规划并组织实施", []),  # a formula
        ("加强地方性法规、规章和标准规范", "起草地方性法规、规章和标准规范", []),
        ("加强水利基础设施建设", "推进交通基础设施建设", []),  # begins no word on either side
        ("加强水利基础设施建设", "推进基础设施建设", ["基础设施建设"]),
        ("管理防汛；抗旱工作", "管理防汛；抗旱工作", []),  # not across a break
        ("防汛", "防汛", []),
        ("", "防汛抗旱", []),
    ],
)
def test_common_passages(first: str, second: str, words: list[str]) -> None:
    assert common(first, second) == words
    assert common(second, first) == words


def test_both_sides_may_have_to_begin_a_word() -> None:
    assert common("加强水利基础设施建设", "推进基础设施建设", begun=2) == []
    assert common("加强防汛抗旱", "负责防汛抗旱", begun=2) == ["防汛抗旱"]


def test_a_passage_is_told_once_and_whole() -> None:
    first, second = "负责防汛抗旱，组织防汛抗旱物资储备", "统筹防汛抗旱物资储备"
    assert common(first, second) == ["防汛抗旱物资储备"]


def test_only_texts_with_a_piece_in_common_are_near() -> None:
    index = Index(["防汛抗旱工作", "防汛和抗旱", "抗旱工作会议"], 4)
    assert index.near("承担抗旱工作") == [0, 2]
    assert index.near("防汛。抗旱") == []
    assert Index(["防汛抗旱"] * 65, 4).near("防汛抗旱") == []  # a formula
    assert len(Index(["防汛抗旱"] * 64, 4).near("防汛抗旱")) == 64


def test_the_transfer_is_explained_by_the_matter_shared_with_its_recipient(
    provision: Provision, mapping: Mapping
) -> None:
    change = change_number(provision, ChangeKind.INTEGRATED)
    (matter,) = mapping.links_of_change(change, FactKind.MATTER)
    assert (matter.target, matter.grade) == (FactRef(FactKind.MATTER, 0, 0), Grade.NAMED)
    assert [quote.text for quote in matter.counterpart] == ["本市电子商务发展规划"]
    (item,) = mapping.links_of_change(change, FactKind.DUTY_ITEM)
    assert (item.target, item.evidence[0].quote.text) == (FactRef(FactKind.DUTY_ITEM, 8, 1), "电子商务")


def test_a_strengthened_function_is_tied_to_the_duty_in_the_same_words(provision: Provision, mapping: Mapping) -> None:
    change = change_number(provision, ChangeKind.STRENGTHENED, 3)
    links = {link.target: link for link in mapping.links_of_change(change, FactKind.DUTY_ITEM)}
    link = links[FactRef(FactKind.DUTY_ITEM, 11, 0)]
    assert (link.grade, link.evidence[0].quote.text) == (Grade.NAMED, "信息资源开发利用")
    assert {ref.index for ref in links} == {10, 11, 12, 13}
    (matter,) = mapping.links_of_change(change, FactKind.MATTER)
    assert [one.quote.text for one in matter.evidence] == ["统筹、指导、协调、推进全市信息化"]


def test_no_change_link_rests_on_the_name_of_an_agency(provision: Provision, mapping: Mapping) -> None:
    names = {
        provision.body.text,
        *(split.counterpart.text for split in provision.responsibility_splits if split.counterpart),
    }
    for link in mapping.change_links:
        words = [one.quote.text for one in link.evidence] + [quote.text for quote in link.counterpart]
        assert not any(piece in name for piece in words for name in names), words


def test_a_change_reaches_a_unit_only_through_the_same_words(provision: Provision, mapping: Mapping) -> None:
    """煤炭 stands beside 电力 in one item: a change of the one doesn't concern the division of the other."""
    coal = change_number(provision, ChangeKind.ABOLISHED, 4)
    assert [link.target for link in mapping.links_of_change(coal, FactKind.DUTY_ITEM)] == [
        FactRef(FactKind.DUTY_ITEM, 9, 0)
    ]
    assert mapping.links_of_change(coal, FactKind.DIVISION) == ()
    private = change_number(provision, ChangeKind.ADDED)
    assert {link.target.part for link in mapping.links_of_change(private, FactKind.DUTY_ITEM)} == {2, 3}
    assert mapping.links_of_change(private, FactKind.HOSTED_OFFICE) == ()  # its name has 中小企业


def link_to(item: FactRef, grade: Grade, judged: Judgement | None = None) -> ChangeLink:
    quote = Quote("港口", Span(4, 6))
    return ChangeLink(CHANGE, item, grade, (Evidence(quote),), (Quote("港口", Span(20, 22)),), judgement=judged)


def duty_link(
    item: FactRef, grade: Grade, judged: Judgement | None = None, *, start: int = 20, part: bool = False
) -> DutyLink:
    return DutyLink(item, UNIT, grade, Method.NAME, part, (Evidence(Quote("港口", Span(start, start + 2))),), judged)


MINE, YOURS = Judgement("甲理由。", "甲", "2026-01-02"), Judgement("乙理由。", "乙", "2026-01-03")


@pytest.mark.parametrize(
    ("first", "second", "chain"),
    [
        (Grade.NAMED, Grade.NAMED, Grade.NAMED),
        (Grade.NAMED, Grade.STATED, Grade.NAMED),
        (Grade.NAMED, Grade.JUDGED, Grade.JUDGED),
        (Grade.JUDGED, Grade.NAMED, Grade.JUDGED),
        (Grade.JUDGED, Grade.STATED, Grade.JUDGED),
    ],
)
def test_a_chain_is_as_weak_as_its_weakest_link(first: Grade, second: Grade, chain: Grade) -> None:
    judged = [MINE if first is Grade.JUDGED else None, YOURS if second is Grade.JUDGED else None]
    (reached,) = reached_units([link_to(ITEM, first, judged[0])], [duty_link(ITEM, second, judged[1])])
    assert (reached.grade, reached.via, reached.target) == (chain, ITEM, UNIT)
    assert reached.judgement == (judged[0] or judged[1])


def test_a_chain_of_two_judgements_tells_both() -> None:
    (reached,) = reached_units([link_to(ITEM, Grade.JUDGED, MINE)], [duty_link(ITEM, Grade.JUDGED, YOURS)])
    assert reached.judgement == Judgement("甲理由。乙理由。", "甲、乙", "2026-01-03")
    (reached,) = reached_units([link_to(ITEM, Grade.JUDGED, MINE)], [duty_link(ITEM, Grade.JUDGED, MINE)])
    assert reached.judgement == Judgement("甲理由。甲理由。", "甲", "2026-01-02")


def test_of_several_ways_the_strongest_is_told() -> None:
    changes = [link_to(ITEM, Grade.JUDGED, MINE), link_to(OTHER_ITEM, Grade.NAMED)]
    duties = [duty_link(ITEM, Grade.NAMED), duty_link(OTHER_ITEM, Grade.NAMED)]
    (reached,) = reached_units(changes, duties)
    assert (reached.grade, reached.via) == (Grade.NAMED, OTHER_ITEM)


def test_a_unit_that_the_change_names_is_not_reached_once_more() -> None:
    direct = ChangeLink(CHANGE, UNIT, Grade.NAMED, ())
    assert list(reached_units([direct, link_to(ITEM, Grade.NAMED)], [duty_link(ITEM, Grade.NAMED)])) == []


def test_a_part_is_reached_only_through_its_own_words() -> None:
    away = duty_link(ITEM, Grade.NAMED, start=30, part=True)
    assert list(reached_units([link_to(ITEM, Grade.NAMED)], [away])) == []
    meeting = duty_link(ITEM, Grade.NAMED, start=21, part=True)
    assert len(list(reached_units([link_to(ITEM, Grade.NAMED)], [meeting]))) == 1


def test_two_matters_on_one_subject_point_at_each_other(provision: Provision, mapping: Mapping) -> None:
    (same,) = mapping.same_subjects
    assert same.matters == (FactRef(FactKind.MATTER, 1, 1), FactRef(FactKind.MATTER, 2, 0))
    assert {quote.text for quote in same.quotes} == {"负责战略性新兴产业的产业化推进工作"}
    for ref, quote in zip(same.matters, same.quotes, strict=True):
        matter = provision.responsibility_splits[ref.index].matters[ref.part]
        assert matter.text.span.covers(quote.span)


def test_a_duty_and_a_matter_in_different_words_are_a_finding_to_read(provision: Provision, mapping: Mapping) -> None:
    (finding,) = mapping.findings
    assert finding.code == "wording-differs"
    assert finding.message.startswith("二（四）用“负责”，五（四）用“牵头负责”")
    assert finding.message.endswith("两处用语不同，请对照原文")
    assert finding.span is not None
    assert (
        finding.span.of(provision.text)
        == "市本级部门信息化项目支出预算的归口管理和专业评审，提出信息化专业领域年度预算项目安排计划"
    )
    assert not any(word in finding.message for word in ("矛盾", "冲突", "交叉", "错误"))


def test_matters_of_one_counterpart_and_agencies_alone_are_no_same_subject(write: Writing) -> None:
    others = [
        "与江城市港口航运管理局的职责分工。江城市港口航运管理局负责船舶检验；江城市某某局负责渔船登记",
        "与江城市城市管理局的职责分工。江城市城市管理局负责垃圾处理；江城市港口航运管理局配合江城市某某局做好渔港清理",
    ]
    shared = SharedMatters(write(["负责渔业"], ["渔业科"], others))
    assert len(shared.matters) == 2
    assert "江城市港口航运管理局" not in "".join(shared.words)
    assert [len(words) for words in shared.words] == [len(matter.text.text) for _ref, matter in shared.matters]
    assert list(same_subjects(shared)) == []


def test_the_same_verb_is_no_tension(write: Writing) -> None:
    def found(verb: str) -> list[str]:
        provision = write(
            ["负责渔船渔港安全监督管理和渔业船员培训"],
            ["渔业科"],
            [f"与江城市交通局的职责分工。江城市交通局负责航道；江城市某某局{verb}渔船渔港安全监督管理和渔业船员培训"],
        )
        return [finding.message for finding in tensions(provision, SharedMatters(provision))]

    assert found("负责") == []
    (message,) = found("配合")
    assert "用“负责”" in message
    assert "用“配合”" in message


def test_changes_of_other_fields(write: Writing, mapped: Map, called: Callable[..., str]) -> None:
    provision = write(
        ["负责社区矫正和安置帮教工作", "指导人民调解工作", "管理公证机构"],
        ["社区矫正科", "公证科"],
        [
            "与江城市民政局的职责分工。江城市某某局负责社区矫正对象的监督管理；江城市民政局负责社会救助",
            "与江城市财政局的职责分工。江城市财政局负责经费；江城市某某局负责公证机构的财务监督",
        ],
        ["（一）划出的职责", "将公证机构财务监督的职责，划入江城市财政局。", "（二）加强的职责", "加强社区矫正职责。"],
        body="江城市某某局",
    )
    mapping = mapped(provision)
    found = {
        (link.change.index, link.target.kind.value, link.target.index, link.via is not None)
        for link in mapping.change_links
    }
    assert (1, "matter", 0, False) in found
    assert (1, "duty_item", 0, False) in found
    assert (1, "division", 0, False) in found
    assert not any(change == 0 and kind == "matter" and index == 0 for change, kind, index, _via in found)
