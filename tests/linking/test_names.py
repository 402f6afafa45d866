"""Names taken apart: what of them may be looked for."""

from __future__ import annotations

import pytest

from eitc_desktop.linking.names import Abbreviation, division_forms, name_terms, office_forms
from eitc_desktop.model.provision import Division, HostedOffice
from eitc_desktop.model.text import Quote, Span


def quote(text: str) -> Quote:
    return Quote(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("电力处", ["电力"]),
        ("港口管理科", ["港口管理", "港口"]),
        ("结构调整推进处", ["结构调整推进", "结构调整", "结构"]),
        ("软件和信息服务业处", ["软件和信息服务业", "软件业", "信息服务业"]),
        ("创意与设计产业处", ["创意与设计产业", "创意产业", "设计产业"]),
        ("种植业和畜牧业股", ["种植业和畜牧业", "种植业", "畜牧业"]),
        ("妇幼健康、老龄健康科", ["妇幼健康、老龄健康", "妇幼健康", "老龄健康"]),
        ("节能与综合利用处", ["节能与综合利用", "节能", "综合利用"]),
        ("食品和药品监管科", ["食品和药品监管", "食品", "药品监管", "药品"]),
        ("林业科（造林办公室）", ["林业"]),
        ("政务服务中心", ["政务服务", "政务"]),
        ("执法大队", []),
    ],
)
def test_terms_of_a_name(name: str, terms: list[str]) -> None:
    assert list(name_terms(name)) == terms


@pytest.mark.parametrize(
    "name",
    [
        "办公室",
        "研究室",
        "综合科",
        "综合协调科",
        "规划计划处",
        "建设与管理处",
        "行政审批科",
        "执法监督科",
        "督查室",
        "处",
        "",
    ],
)
def test_what_consists_of_acts_alone_tells_no_field(name: str) -> None:
    found = name_terms(name)
    assert all(term.startswith("行政") for term in found), found


def test_second_names_and_nameplates_count_as_names() -> None:
    division = Division(None, quote("技术科"), (quote("水产科"),), (quote("渔政监督办公室"),), ())
    assert {form.term for form in division_forms(division, {})} == {"技术", "水产", "渔政监督", "渔政"}


def test_an_industry_is_also_written_short_and_an_abbreviation_has_its_ground() -> None:
    division = Division(None, quote("船舶产业处"), (quote("环卫科"),), (), ())
    listed = {"环卫": (Abbreviation("环卫", ("环境卫生",), "简称"), Abbreviation("环卫", ("城市清洁",), "另一理由"))}
    assert [(form.term, form.words, form.ground, form.head) for form in division_forms(division, listed)] == [
        ("船舶产业", "船舶产业", None, "产业"),
        ("船舶产业", "船舶业", "“产业”简作“业”", ""),
        ("环卫", "环卫", None, ""),
        ("环卫", "环境卫生", "简称", ""),
        ("环卫", "城市清洁", "另一理由", ""),
    ]


@pytest.mark.parametrize(
    ("office", "body", "terms"),
    [
        ("上海市征信管理办公室", "上海市某委员会", ["征信管理", "征信"]),
        ("上海市促进中小企业发展协调办公室", "上海市某委员会", ["中小企业发展协调", "中小企业发展", "中小企业"]),
        ("杭州市河长制办公室", "浙江省杭州市水利局", ["河长制"]),
        ("浙江省杭州市河长制办公室", "浙江省杭州市水利局", ["河长制"]),
        ("市河长制办公室", "杭州市水利局", ["河长制"]),
        ("自治区河长制办公室", "宁西自治区水利厅", ["河长制"]),
        ("东屿市民族团结办公室", "东屿市民族宗教事务局", ["民族团结"]),
        ("市场秩序办公室", "江城市商务局", ["市场秩序"]),
        ("江城市市容办公室", "江城市城市管理局", ["市容"]),
        ("城市绿化办公室", "江城市城市管理局", ["城市绿化"]),
        ("青禾县法治宣传教育工作领导小组办公室", "青禾县司法局", ["法治宣传教育", "法治"]),
        ("省防汛抗旱指挥部办公室", "某省水利厅", ["防汛抗旱"]),
        ("推进办公室", "某省水利厅", []),
    ],
)
def test_an_office_is_looked_for_without_places_and_groups(office: str, body: str, terms: list[str]) -> None:
    forms = office_forms(HostedOffice(quote(office), Span(0, 1)), body, {})
    assert [form.term for form in forms] == terms
