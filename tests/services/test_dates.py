from __future__ import annotations

from datetime import date

import pytest

from eitc_desktop.services.dates import NoDate, date_of_paper, day_of

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "2026年1月5日",
        "2026年01月05日",
        " 2026 年 1 月 5 日 ",
        "２０２６年１月５日",
        "二〇二六年一月五日",
        "2026-1-5",
        "2026-01-05",
        "2026/1/5",
        "2026.1.5",
        "20260105",
    ],
)
def test_a_day_is_printed_as_official_papers_write_it(typed: str) -> None:
    assert day_of(typed) == date(2026, 1, 5)
    assert date_of_paper(typed, TODAY) == "2026年1月5日"


def test_today_and_nothing() -> None:
    assert [date_of_paper(typed, TODAY) for typed in ("今天", " today ", "", "  ")] == [
        "2026年11月27日",
        "2026年11月27日",
        "",
        "",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "昨天",
        "2026年",
        "2026年11月",
        "2026-13-01",
        "2026年2月30日",
        "20261301",
        "2026-11/27",
        "0000-01-01",
        "5月1日",
        "十日",
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert day_of(typed) is None
    with pytest.raises(NoDate, match=f"制表日期须是一个日期，如 .*而不是“{typed}”"):
        date_of_paper(typed, TODAY)
