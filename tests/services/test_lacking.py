from __future__ import annotations

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import read_provision
from eitc_desktop.services.lacking import describe_lacking


def test_nothing_is_lacking(provision: Provision) -> None:
    assert describe_lacking((), [provision]) == ("原文中的字符都能显示",)
    assert describe_lacking(("㐂",), [provision]) == ("原文中的字符都能显示",)


def test_each_character_is_told_with_its_number_and_its_first_place(provision: Provision) -> None:
    places = [index for index, char in enumerate(provision.text) if char == "处"]
    lines = describe_lacking(("处", "㐂", "厅"), [provision])
    assert lines == (
        "原文中有 2 个字符没有字体可以显示，屏幕上会是空框；数据库本身不受影响",
        f"  处（U+5904）共 {len(places)} 处，首见于上海市经济和信息化委员会三定规定（标题原文未载明）二（十二）",
        "  厅（U+5385）共 7 处，首见于上海市经济和信息化委员会三定规定（标题原文未载明）引言",
    )


def test_a_character_beyond_the_basic_plane(source_text: str) -> None:
    lines = describe_lacking(("𠮷",), [read_provision(source_text.replace("都市产业处", "𠮷市产业处"))])
    assert lines[1].startswith("  𠮷（U+20BB7）共 1 处，首见于")
    assert lines[1].endswith("三（十二）")


def test_a_computer_without_chinese_fonts_gets_no_endless_list(provision: Provision) -> None:
    chars = sorted(set(provision.text) - {"\n", "　"})
    lines = describe_lacking(chars, [provision])
    assert lines[-1] == f"  其余 {len(chars) - 20} 个从略"
    assert len(lines) == 22
