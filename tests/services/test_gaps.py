"""What nothing corresponds to: one count for every paper and for the chart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop import paths
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED, DutyLink, Grade, Judgement, Mapping, Method
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import read_provision
from eitc_desktop.services.gaps import division_count, division_gaps, gaps_of, item_gaps
from eitc_desktop.services.mapping import Mapper

USUAL = frozenset({Grade.STATED, Grade.NAMED})
EVERY = frozenset(Grade)


def with_judgement(mapping: Mapping, item: FactRef, unit: FactRef) -> Mapping:
    """Add what somebody judged."""
    judged = DutyLink(item, unit, Grade.JUDGED, Method.JUDGEMENT, False, (), Judgement("有关。", "某人", "2026-01-01"))
    return replace(mapping, duty_links=(*mapping.duty_links, judged))


def test_the_gaps_of_the_usual_grades_say_what_is_judged_beside(provision: Provision, mapping: Mapping) -> None:
    gaps = gaps_of(provision, mapping, USUAL)
    assert str(item_gaps(gaps)) == "按 A、B 级未对应 38 项，其中 17 项另有 C 级研判"
    assert str(division_gaps(provision, gaps)) == "按 A、B 级没有对应分项的内设机构 8 个，其中 5 个另有 C 级研判"


def test_the_gaps_of_every_grade_say_what_they_are_without_judgements(provision: Provision, mapping: Mapping) -> None:
    gaps = gaps_of(provision, mapping)
    assert str(item_gaps(gaps)) == "按 A、B、C 级未对应 21 项，不计 C 级研判则为 38 项"
    assert str(division_gaps(provision, gaps)) == "按 A、B、C 级没有对应分项的内设机构 3 个，不计 C 级研判则为 8 个"


def test_other_grades_left_out_are_named(provision: Provision, mapping: Mapping) -> None:
    gaps = gaps_of(provision, mapping, frozenset({Grade.STATED}))
    assert str(item_gaps(gaps)) == "按 A 级未对应 65 项，其中 44 项另有 B、C 级对应"
    gaps = gaps_of(provision, mapping, frozenset({Grade.JUDGED}))
    assert str(item_gaps(gaps)).startswith("按 C 级未对应 ")
    assert "另有 B 级对应" in str(item_gaps(gaps))


def test_a_hosted_office_alone_leaves_an_item_unmapped(provision: Provision, mapping: Mapping) -> None:
    hosted = [link for link in mapping.duty_links if link.unit.kind is FactKind.HOSTED_OFFICE]
    only = replace(mapping, duty_links=tuple(hosted))
    assert hosted
    assert str(item_gaps(gaps_of(provision, only, USUAL))) == "按 A、B 级未对应 65 项"


@pytest.fixture(scope="module")
def small() -> tuple[Provision, Mapping]:
    """Three numbered divisions, one of which has duties of its own, and a Party committee that isn't counted."""
    found = read_provision(SMALL)
    return found, Mapper(paths.resources_dir()).mapping(found, "small.txt")


SMALL = """溪口县水务局职能配置、内设机构和人员编制规定

　　第一条　溪口县水务局是县政府工作部门。

　　第二条　县水务局的主要职责是：

　　（一）负责水资源保护；指导农村水利建设。

　　（二）组织防汛抗旱工作；监督水土保持。

　　第三条　县水务局设下列内设机构：

　　（一）办公室

　　（二）水资源股

　　（三）规划股。拟订水务规划。

　　机关党委

　　第四条　县水务局机关行政编制12名。
"""


def test_a_small_provision_is_read_as_meant(small: tuple[Provision, Mapping]) -> None:
    provision, mapping = small
    assert [(division.name.text, division.counted) for division in provision.divisions] == [
        ("办公室", True),
        ("水资源股", True),
        ("规划股", True),
        ("机关党委", False),
    ]
    assert len(mapping.duty_links) == 1


def test_who_is_not_counted_among_the_divisions_is_named_beside(small: tuple[Provision, Mapping]) -> None:
    provision, mapping = small
    assert str(division_count(provision.divisions)) == "3 个（另有机关党委）"
    gaps = gaps_of(provision, mapping, USUAL)
    assert str(item_gaps(gaps)) == "按 A、B 级未对应 3 项"
    assert str(division_gaps(provision, gaps)) == "按 A、B 级没有对应分项的内设机构 1 个（另有机关党委）"


def test_a_division_with_duties_in_the_text_is_no_gap(small: tuple[Provision, Mapping]) -> None:
    provision, _ = small
    gaps = gaps_of(provision, NOTHING_MAPPED, USUAL)
    assert [provision.divisions[ref.index].name.text for ref in gaps.divisions] == ["办公室", "水资源股", "机关党委"]


def test_nothing_is_lacking_where_everything_corresponds(small: tuple[Provision, Mapping]) -> None:
    provision, mapping = small
    units = [FactRef(FactKind.DIVISION, i) for i in range(4)]
    for i, duty in enumerate(provision.duties):
        for j in range(len(duty.items)):
            mapping = with_judgement(mapping, FactRef(FactKind.DUTY_ITEM, i, j), units[2 * i + j])
    gaps = gaps_of(provision, mapping, EVERY)
    assert gaps.items == gaps.divisions == ()
    assert str(item_gaps(gaps)) == "按 A、B、C 级未对应 0 项，不计 C 级研判则为 3 项"
    firm = gaps_of(
        provision,
        replace(mapping, duty_links=tuple(replace(link, grade=Grade.NAMED) for link in mapping.duty_links)),
        USUAL,
    )
    assert str(item_gaps(firm)) == "按 A、B 级没有未对应的职责分项"
    assert str(division_gaps(provision, firm)) == "按 A、B 级，内设机构都有对应分项或原文写明的职责"
