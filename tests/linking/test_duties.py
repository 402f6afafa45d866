"""Duty item ↔ unit on provisions of several fields: what is assigned, what is named, what stays open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eitc_desktop.model.facts import FactKind
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping, Method
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision

Links = Callable[[Provision], list[tuple[str, str, str]]]
Writing = Callable[..., Provision]

PROVISIONS = sorted((Path(__file__).parents[1] / "reading" / "provisions").glob("*.txt"))


@pytest.fixture
def read_field() -> Callable[[str], Provision]:
    return lambda name: read_provision(
        decode(next(path for path in PROVISIONS if path.stem.startswith(name)).read_bytes())
    )


def test_a_forestry_bureau_assigns_and_names(read_field: Callable[[str], Provision], named: Links) -> None:
    assert named(read_field("linxi")) == [
        ("拟订林业发展规划", "规划财务科", "A部分"),
        ("负责监督管理各类自然保护地", "自然保护地管理科", "A"),
        ("自然保护地", "自然保护地管理科", "B"),
        ("组织编制森林火灾防治规划", "森林防火科", "A部分"),
        ("指导开展防火巡护", "森林防火科", "A部分"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("aleteng", [("草原", "草原股", "B"), ("农牧业机械", "农机股", "B")]),
        (
            "baishi",
            [
                ("市容", "市容管理科", "B"),
                ("环境卫生", "环境卫生科", "B部分"),
                ("市容环境", "白石区市容环境综合整治办公室", "B"),
            ],
        ),
        (
            "ningxi",
            [("水资源", "水资源处", "B部分"), ("水资源", "水资源处", "B"), ("水土保持", "水土保持处", "B")],
        ),
        (
            "dongyu",
            [
                ("民族", "民族科", "B部分"),
                ("宗教", "宗教科", "B部分"),
                ("民族", "民族科", "B"),
                ("宗教", "宗教科", "B"),
            ],
        ),
        (
            "qinghe-justice",
            [
                ("法律援助", "律师公证管理股", "B部分"),
                ("基层", "基层工作股", "B"),
                ("社区矫正", "社区矫正股", "B部分"),
            ],
        ),
        ("qinghe-petitions", []),
    ],
)
def test_other_fields(
    read_field: Callable[[str], Provision], named: Links, name: str, expected: list[tuple[str, str, str]]
) -> None:
    assert named(read_field(name)) == expected


def test_a_county_health_bureau(write: Writing, named: Links) -> None:
    provision = write(
        [
            "贯彻执行卫生健康工作的法律、法规；拟订全县卫生健康发展规划并组织实施",
            "负责疾病预防控制和卫生应急工作；组织开展妇幼健康、老龄健康服务",
            "负责医疗机构的监督管理；推进中医药传承创新发展",
            "指导计划生育服务管理；负责干部保健工作",
            "承办县委、县政府交办的其他事项",
        ],
        ["办公室", "疾控应急科", "妇幼健康科", "中医药科（民族医药科）", "计生科", "规划财务科"],
        ["青禾县爱国卫生运动委员会办公室设在青禾县卫生健康局"],
        body="青禾县卫生健康局",
    )
    assert named(provision) == [
        ("妇幼健康", "妇幼健康科", "B部分"),
        ("中医药", "中医药科", "B"),
        ("计划生育", "计生科", "B"),
    ]


def test_a_port_office_whose_text_gives_duties_to_its_divisions(write: Writing, named: Links) -> None:
    provision = write(
        [
            "拟订全市港口发展规划并组织实施；负责航道养护的监督管理",
            "负责港口设施保安、危险货物作业安全的监督管理；协助拟订港口收费标准",
            "负责船舶引航工作",
        ],
        [
            "规划科。拟订全市港口发展规划并组织实施；参与航道规划。",
            "港口安全科。承担港口设施保安、危险货物作业安全的监督管理。",
            "收费科。拟订港口收费标准。",
            "引航科。承担船舶引航工作的管理。",
        ],
        body="江城市港口管理局",
    )
    assert named(provision) == [
        ("拟订全市港口发展规划并组织实施", "规划科", "A"),
        ("负责港口设施保安、危险货物作业安全的监督管理", "港口安全科", "A"),
    ]


def test_the_shipped_text_assigns_nothing(provision: Provision, mapping: Mapping) -> None:
    assert {link.grade for link in mapping.duty_links} == {Grade.NAMED, Grade.JUDGED}
    assert all(
        (link.grade is Grade.NAMED) == (link.method is Method.NAME) == (link.judgement is None)
        for link in mapping.duty_links
    )


def test_the_links_by_name_in_the_shipped_text(
    provision: Provision, machine: Callable[[Provision], list[DutyLink]], called: Callable[..., str]
) -> None:
    found = [
        (
            f"{provision.duties[link.item.index].ordinal}{link.item.part + 1}",
            called(provision, link.unit),
            "部分" if link.part else "整项",
        )
        for link in machine(provision)
    ]
    assert found == [
        ("（二）1", "生产性服务业处", "部分"),
        ("（二）2", "综合规划处", "部分"),
        ("（二）3", "生产性服务业处", "部分"),
        ("（二）4", "生产性服务业处", "部分"),
        ("（五）1", "技术进步处", "部分"),
        ("（五）1", "重大专项办公室", "部分"),
        ("（五）4", "新材料处", "部分"),
        ("（五）4", "软件和信息服务业处", "部分"),
        ("（六）1", "节能与综合利用处", "部分"),
        ("（六）2", "新材料处", "部分"),
        ("（六）3", "节能与综合利用处", "部分"),
        ("（六）3", "产业园区处", "整项"),
        ("（七）1", "都市产业处", "部分"),
        ("（七）2", "产业园区处", "部分"),
        ("（七）3", "产业园区处", "整项"),
        ("（八）2", "央企服务处", "整项"),
        ("（八）3", "上海市促进中小企业发展协调办公室", "部分"),
        ("（八）4", "上海市促进中小企业发展协调办公室", "部分"),
        ("（九）1", "生产性服务业处", "部分"),
        ("（九）2", "生产性服务业处", "整项"),
        ("（十）1", "电力处", "部分"),
        ("（十）2", "节能与综合利用处", "整项"),
        ("（十二）2", "信息化推进处", "部分"),
        ("（十三）1", "信息基础设施管理处", "整项"),
        ("（十四）1", "信息安全处", "整项"),
        ("（十四）2", "信息安全处", "整项"),
        ("（十四）3", "信息安全处", "整项"),
        ("（十四）4", "信息安全处", "整项"),
        ("（十四）5", "信息安全处", "部分"),
        ("（十六）1", "信用管理处", "整项"),
        ("（十六）1", "上海市征信管理办公室", "部分"),
        ("（十六）3", "信用管理处", "整项"),
        ("（十七）1", "军工配套处", "部分"),
        ("（十七）5", "技术进步处", "部分"),
        ("（十七）5", "高新工程处", "部分"),
    ]


def test_what_stays_open_in_the_shipped_text(
    provision: Provision, mapping: Mapping, called: Callable[..., str]
) -> None:
    linked = {link.item for link in mapping.duty_links if link.unit.kind is FactKind.DIVISION}
    open_items = [
        f"{duty.ordinal}{j + 1}"
        for i, duty in enumerate(provision.duties)
        for j in range(len(duty.items))
        if not any((ref.index, ref.part) == (i, j) for ref in linked)
    ]
    assert open_items == [
        "（一）1",
        "（三）2",
        "（三）3",
        "（三）4",
        "（三）5",
        "（三）6",
        "（五）2",
        "（五）3",
        "（八）1",
        "（八）3",
        "（八）4",
        "（十三）3",
        "（十三）4",
        "（十五）1",
        "（十五）2",
        "（十五）3",
        "（十五）4",
        "（十七）3",
        "（十七）4",
        "（十八）1",
        "（二十）1",
    ]
    units = {called(provision, link.unit) for link in mapping.duty_links}
    without = [division.name.text for division in provision.divisions if division.name.text not in units]
    assert without == ["办公室", "人事教育处", "装备产业处"]


def test_an_unassigned_text_gives_no_stated_links(write: Writing, named: Links) -> None:
    provision = write(["负责港务", "拟订规划"], ["港务科。负责港务。", "规划科。协助拟订规划的起草。"])
    assert [grade for _words, _unit, grade in named(provision)] == ["B"]  # four characters are no assignment


def test_what_somebody_helps_with_is_not_assigned(write: Writing, named: Links) -> None:
    provision = write(
        ["拟订渔业资源保护规划"], ["资源科。协助拟订渔业资源保护规划。", "渔政科。拟订渔业资源保护规划的附件。"]
    )
    assert [link for link in named(provision) if link[2].startswith("A")] == []


def test_each_unit_and_item_are_linked_once(provision: Provision, machine: Callable[..., list[DutyLink]]) -> None:
    pairs = [(link.item, link.unit) for link in machine(provision)]
    assert len(pairs) == len(set(pairs))
    assert pairs == sorted(pairs)
