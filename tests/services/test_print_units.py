from __future__ import annotations

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


@pytest.mark.parametrize("typed", ["", "  ", "（）", "甲乙丙丁"])
def test_what_is_near_to_nothing_is_only_unknown(provision: Provision, typed: str) -> None:
    with pytest.raises(UnknownUnit) as unknown:
        unit_named(provision, typed)
    assert str(unknown.value) == f"没有名为“{typed}”的内设机构"
