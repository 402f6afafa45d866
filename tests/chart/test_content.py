"""What a chart shows is what the text states."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, Tie, chart_content
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import units_of
from eitc_desktop.reading import decode, read_provision

OTHERS = Path(__file__).parents[1] / "reading" / "provisions"
HEAD = "设立江城市图书馆局，为市政府直属机构。\n一、主要职责\n（一）负责借阅。\n"


def other(name: str) -> ChartContent:
    return chart_content(read_provision(decode((OTHERS / f"{name}.txt").read_bytes())))


def named(content: ChartContent, name: str) -> ChartUnit:
    [unit] = [unit for unit in content.units if unit.name == name]
    return unit


def test_the_tree_is_the_windows_and_one_unit_outside(content: ChartContent, provision: Provision) -> None:
    own = units_of(provision)
    assert [unit.ref for unit in content.units[: len(own)]] == [unit.ref for unit in own]
    assert [unit.name for unit in content.units[len(own) :]] == ["市经济和信息化工作党委干部处"]
    assert content.title == "上海市经济和信息化委员会机构设置图"
    assert content.units[0].nameplates == ("上海市国防科技工业办公室",)


def test_posts_have_the_numbers_that_are_stated_and_ranges_stay_ranges(content: ChartContent) -> None:
    posts = [content.units[i] for i in content.of_kind(ChartKind.POST)]
    assert [(post.name, post.amount) for post in posts] == [
        ("主任", "1名"),
        ("副主任", "6名"),
        ("市国防科技工业办公室专职副主任", "1-2名"),
        ("总工程师", "1名"),
        ("秘书长", "1名"),
    ]
    assert content.staffing == (
        "机关行政编制为294名（其中正副处级领导职数77名）",
        "非领导职数按照《公务员法》有关规定核定",
    )


def test_divisions_stand_in_the_texts_order_under_the_body(content: ChartContent) -> None:
    divisions = [content.units[i] for i in content.children()[0]]
    assert len(divisions) == 25
    assert [unit.ordinal for unit in divisions[:2]] == ["（一）", "（二）"]
    assert divisions[-1].ordinal == "（二十五）"
    assert next(unit.name for unit in divisions if unit.second_names) == "研究室"
    assert sum(len(unit.second_names) for unit in divisions) == 7


def test_working_together_is_a_tie_in_the_texts_words(content: ChartContent) -> None:
    [tie] = content.ties
    assert content.units[tie.unit].name == "人事教育处"
    assert content.units[tie.other].kind is ChartKind.OUTSIDE
    assert tie.words == "人事教育处与市经济和信息化工作党委干部处合署办公。"
    assert content.notes == ()


def test_a_body_without_second_names_or_offices() -> None:
    content = other("qinghe-petitions")
    assert [unit.name for unit in content.units] == [
        "青禾县信访局",
        "局长",
        "副局长",
        "股长",
        "办公室",
        "接访股",
        "督查股",
    ]
    assert content.ties == ()


def test_a_plate_on_a_division_is_that_divisions() -> None:
    content = other("qinghe-justice-2010")
    assert named(content, "法制股").nameplates == ("行政复议股",)
    assert named(content, "法制股").second_names == ()
    assert content.units[0].nameplates == ()


def test_a_party_committee_named_after_the_divisions_is_not_counted() -> None:
    content = other("linxi-forestry-2019")
    assert [unit.name for unit in content.units if not unit.counted] == ["机关党委"]


def test_units_that_are_both_in_the_tree_are_noted() -> None:
    text = HEAD + "二、内设机构\n设3个内设机构：\n（一）办公室\n（二）人事科\n（三）财务科\n人事科与财务科合署办公。\n"
    content = chart_content(read_provision(text))
    assert content.ties == ()
    assert content.notes == ("人事科与财务科合署办公。",)


def test_a_body_alone() -> None:
    content = chart_content(read_provision(HEAD))
    assert [unit.kind for unit in content.units] == [ChartKind.BODY]
    assert content.staffing == ()


@pytest.mark.parametrize(
    ("units", "ties"),
    [
        ((), ()),
        ((ChartUnit("甲", parent=0),), ()),
        ((ChartUnit("甲"), ChartUnit("乙")), ()),
        ((ChartUnit("甲"), ChartUnit("乙", parent=1)), ()),
        ((ChartUnit("甲"), ChartUnit("乙", ChartKind.OUTSIDE)), ()),
        ((ChartUnit("甲"), ChartUnit("乙", parent=0)), (Tie(0, 1),)),
    ],
)
def test_what_is_no_tree_is_refused(units: tuple[ChartUnit, ...], ties: tuple[Tie, ...]) -> None:
    with pytest.raises(ValueError, match=r"unit|root"):
        ChartContent("题", units, ties)


def test_posts_that_lie_within_others_stand_in_brackets_and_are_not_read_as_further_ones() -> None:
    staffing = "；".join(other("linxi-forestry-2019").staffing)
    assert "正科级领导职数9名（其中机关党委专职副书记1名、森林防火督查专员1名）" in staffing
