"""Roles, acts and limits, as worded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.linking import FAMILIES, ROLES
from eitc_desktop.linking.wording import families_of, wordings_of
from eitc_desktop.model.mapping import Mapping, WordingKind
from eitc_desktop.model.provision import Provision

Writing = Callable[..., Provision]
Say = Callable[[str, WordingKind], list[str]]


@pytest.fixture
def say(write: Writing) -> Say:
    """Give the words of one kind in a made-up duty item."""

    def said(item: str, kind: WordingKind) -> list[str]:
        found = [one.quote.text for one in wordings_of(write([item])) if one.kind is kind]
        return list(dict.fromkeys(found))

    return said


def placed(provision: Provision, mapping: Mapping, kind: WordingKind) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in mapping.wordings:
        if one.kind is kind:
            place = f"{provision.duties[one.item.index].ordinal}{one.item.part + 1}"
            found.setdefault(one.quote.text, []).append(place)
    return found


def test_the_roles_of_the_shipped_text(provision: Provision, mapping: Mapping) -> None:
    assert placed(provision, mapping, WordingKind.ROLE) == {
        "会同": ["（一）2", "（二）3", "（三）5", "（四）2", "（四）5", "（七）2", "（十）1", "（十一）1", "（十四）4"],
        "参与": ["（三）4", "（十）2"],
        "协同": ["（三）6"],
        "配合": ["（五）2"],
        "承办": ["（十四）5", "（二十）1"],
    }


def test_the_limits_of_the_shipped_text(provision: Provision, mapping: Mapping) -> None:
    assert placed(provision, mapping, WordingKind.LIMIT) == {
        "有关工作": ["（三）2"],
        "相关工作": ["（三）6"],
        "按照市政府批准权限": ["（四）1"],
        "按照规定": ["（五）1"],
        "等相关工作": ["（六）3"],
    }


@pytest.mark.parametrize(
    ("item", "roles"),
    [
        ("会同有关部门拟订规划，配合做好监督工作", ["会同", "配合"]),
        ("负责牵头组织森林火灾扑救", ["牵头"]),
        ("具体承办协调小组工作", ["承办"]),
        ("发布后会同有关方面实施", ["会同"]),
        ("推进协同创新，完善协作配合机制", []),
        ("建立参与机制、配合机制", []),
        ("指导社会参与和志愿服务", []),
        ("协助市公安局做好安全保卫", ["协助"]),
        ("负责水利工作", []),
    ],
)
def test_a_role_is_a_verb(say: Say, item: str, roles: list[str]) -> None:
    assert say(item, WordingKind.ROLE) == roles


@pytest.mark.parametrize(
    ("item", "acts"),
    [
        ("组织、协调和指导水利工作", ["组织", "协调", "指导"]),
        ("负责水利设施的规划、协调和管理", ["规划", "协调", "管理"]),
        ("负责本市无线电管理工作", ["管理"]),
        ("负责制定产业园区建设中长期规划", ["制定"]),
        ("实施水资源的统一监督管理", ["实施", "监督管理"]),
        ("拟订规划并监督实施", ["拟订", "监督实施"]),
        ("协调解决运行中的问题并提出政策建议", ["协调解决", "提出"]),
        ("对政府投资项目提出意见", ["提出"]),
        ("对供水企业进行监督检查", ["监督检查"]),
        ("落实综合防灾规划", ["落实"]),
        ("推进服务业发展，管理业主大会", ["推进", "管理"]),
        ("合并管理机构", []),
    ],
)
def test_acts(say: Say, item: str, acts: list[str]) -> None:
    found = say(item, WordingKind.ACT)
    assert found == [act for act in acts if families_of(act)]


@pytest.mark.parametrize(
    ("item", "limits"),
    [
        ("按规定权限审批项目", ["按规定权限"]),
        ("按照规定的权限和程序审批项目", ["按照规定的权限和程序"]),
        ("依照有关法律规定审批项目", ["依照有关法律规定"]),
        ("依法查处案件", ["依法"]),
        ("指导依法治理和依法行政", []),
        ("在授权范围内管理国有资产", ["在授权范围内"]),
        ("负责道路养护，除高速公路外", ["除高速公路外"]),
        ("负责人才引进等有关事项", ["等有关事项"]),
        ("负责有关行政复议工作", []),
        ("负责水利工作", []),
    ],
)
def test_limits(say: Say, item: str, limits: list[str]) -> None:
    assert say(item, WordingKind.LIMIT) == limits


def test_families_stand_in_the_order_in_which_they_are_chosen_from() -> None:
    assert list(FAMILIES) == [
        "拟订",
        "组织实施",
        "统筹",
        "指导",
        "协调",
        "监督管理",
        "推进",
        "监测分析",
        "建立完善",
        "提出",
    ]
    assert families_of("指导协调") == ("指导", "协调")
    assert families_of("综合协调") == ("统筹", "协调")
    assert families_of("综合") == families_of("负责") == ()
    assert ROLES[:2] == ("牵头", "会同")


def test_every_wording_is_at_its_place(provision: Provision, mapping: Mapping) -> None:
    for one in mapping.wordings:
        item = provision.duties[one.item.index].items[one.item.part]
        assert item.span.covers(one.quote.span)
        assert one.quote.span.of(provision.text) == one.quote.text
