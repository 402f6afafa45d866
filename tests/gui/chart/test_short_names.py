"""What is left of a name ends in …"""

from __future__ import annotations

import pytest

from eitc_desktop.chart.content import ChartUnit
from eitc_desktop.gui.chart.short_names import short_name, shortened


@pytest.mark.parametrize(
    ("name", "ems", "shown"),
    [
        ("办公室", 3, "办公室"),
        ("办公室", 2, "办…"),
        ("研究室…", 3, "研究…"),
        ("Personnel", 5, "Personnel"),
        ("Personnel", 4, "Person…"),
        ("A1局办公室", 4, "A1局办…"),
        ("A1局办公室", 5, "A1局办公室"),
    ],
)
def test_what_is_cut_ends_in_dots(name: str, ems: int, shown: str) -> None:
    assert shortened(name, ems) == shown


def test_a_name_that_is_not_all_of_its_box_says_so() -> None:
    assert short_name(ChartUnit("办公室")) == "办公室"
    assert short_name(ChartUnit("研究室", second_names=("政策法规处",))) == "研究室…"
    assert short_name(ChartUnit("主任", amount="1名")) == "主任…"
