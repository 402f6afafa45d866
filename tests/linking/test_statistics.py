"""Which words are too general is said by the text's own spread of them."""

from __future__ import annotations

import pytest

from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.provision import Provision


def test_the_shipped_text_itself_says_which_words_are_general(provision: Provision) -> None:
    statistics = WordStatistics(duty.text.text for duty in provision.duties)
    general = ("信息", "产业", "技术", "服务", "信息化", "工业", "发展")
    telling = ("电力", "信用", "新材料", "信息安全", "综合利用", "中小企业", "大数据", "产业园区", "生产性服务业")
    assert [word for word in general if not statistics.is_weak(word)] == []
    assert [word for word in telling if statistics.is_weak(word)] == []


def test_the_same_word_may_be_general_in_one_text_and_telling_in_another() -> None:
    fields = [f"管理{field}渔业" for field in "甲乙丙丁戊己庚辛壬癸"]
    assert WordStatistics(fields).is_weak("渔业")
    others = [f"管理{field}市场" for field in "甲乙丙丁戊己庚辛壬癸"]
    assert not WordStatistics([*others, *fields[:2]]).is_weak("渔业")


@pytest.mark.parametrize(
    ("number", "holding", "weak"),
    [
        (1, 1, False),
        (2, 2, False),
        (3, 3, True),
        (4, 3, False),
        (4, 4, True),
        (20, 3, False),
        (20, 4, True),
        (100, 15, False),
        (100, 16, True),
    ],
)
def test_in_how_many_duties_a_term_may_stand(number: int, holding: int, weak: bool) -> None:
    duties = ["负责渔政工作"] * holding + ["负责其他工作"] * (number - holding)
    statistics = WordStatistics(duties)
    assert statistics.spread("渔政") == holding
    assert statistics.spread("渔政工作") == holding
    assert statistics.is_weak("渔政") is weak


def test_without_duties_nothing_is_weak() -> None:
    statistics = WordStatistics(())
    assert not statistics.is_weak("信息")
    assert not statistics.is_general("信息")
    assert statistics.spread("") == 0
