from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.print_units import UnknownUnit, printable_units, unit_label, unit_named


@pytest.mark.parametrize(
    "typed",
    [
        "都市产业处",
        "创意与设计产业处",
        "都市产业处（创意与设计产业处）",
        "都市产业处(创意与设计产业处)",
        "（十二）",
        "十二",
        "12",
        "（１２）",
        "（12）",
        "１２",
        "第12",
        "第十二",
        " 都市 产业处 ",
    ],
)
def test_a_division_is_known_by_any_of_its_names(provision: Provision, typed: str) -> None:
    assert unit_named(provision, typed) == FactRef(FactKind.DIVISION, 11)


def test_every_unit_is_known_by_what_a_list_calls_it(provision: Provision) -> None:
    units = printable_units(provision)
    assert len(units) == len(provision.divisions) + len(provision.hosted_offices)
    assert [unit_named(provision, unit_label(provision, ref)) for ref in units] == list(units)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("都市", "都市产业处（创意与设计产业处）"),
        ("都市产业科", "都市产业处"),
        ("军民", "军工配套处（军民结合推进处）"),
        ("信用处", "信用管理处"),
    ],
)
def test_near_names_are_suggested(provision: Provision, typed: str, near: str) -> None:
    with pytest.raises(UnknownUnit, match=f"没有名为“{typed}”的内设机构。名称相近的有：.*{near}"):
        unit_named(provision, typed)


_KNOWN = "可写名称、括号内名称或序号：（一）办公室、（二）研究室（政策法规处）、（三）"


@pytest.mark.parametrize("typed", ["", "  ", "（）", "甲乙丙丁"])
def test_what_is_near_to_nothing_is_told_what_there_is(provision: Provision, typed: str) -> None:
    with pytest.raises(UnknownUnit) as unknown:
        unit_named(provision, typed)
    assert str(unknown.value).startswith(f"没有名为“{typed}”的内设机构。{_KNOWN}")
    assert str(unknown.value).endswith("（共 25 个）")


@pytest.mark.parametrize("typed", ["0", "26", "二十六", "（三十）", "999999999999"])
def test_an_ordinal_that_is_none_is_told_how_far_they_go(provision: Provision, typed: str) -> None:
    with pytest.raises(UnknownUnit) as unknown:
        unit_named(provision, typed)
    assert str(unknown.value).startswith(f"没有序号为“{typed}”的内设机构。{_KNOWN}")
    assert "、……、（二十五）" in str(unknown.value)


def test_hosted_offices_are_listed_where_there_is_nothing_else(provision: Provision) -> None:
    with pytest.raises(UnknownUnit, match="上海市征信管理办公室（共 2 个）"):
        unit_named(replace(provision, divisions=()), "甲")
    with pytest.raises(UnknownUnit, match="没有名为“甲”的内设机构：这份三定规定未载明内设机构"):
        unit_named(replace(provision, divisions=(), hosted_offices=()), "甲")
