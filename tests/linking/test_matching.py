"""A term counts where it stands as the word it is, and not as a piece of another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest

from eitc_desktop.linking import Listed
from eitc_desktop.linking.matching import TermFinder, covers_in_part
from eitc_desktop.linking.names import division_forms
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.provision import Division, Provision
from eitc_desktop.model.text import Quote, Span

Find = Callable[..., list[str]]


@pytest.fixture
def find(listed: Listed) -> Find:
    """Look for the terms of a unit's name in a text, and give the words found."""

    def found(name: str, text: str, duties: Sequence[str] = (), beside: Sequence[str] = ()) -> list[str]:
        def forms(one: str) -> tuple:  # type: ignore[type-arg]
            return division_forms(Division(None, Quote(one, Span(0, len(one))), (), (), ()), listed)

        finder = TermFinder(WordStatistics(duties), [forms(one) for one in (name, *beside)])
        return [text[place.start : place.end] for place in finder.places(text, finder.telling(forms(name)))]

    return found


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("电力处", "负责煤炭、电力、石油日常运行的监控", ["电力"]),
        ("电力处", "维护电力安全、电力", ["电力"]),  # 安全 is no general word here: 电力安全 may be something else
        ("港口科", "推进港口建设", ["港口"]),
        ("港口科", "管理临港口岸", []),
        ("信用处", "协调推动跨省市信用管理", ["信用"]),
        ("军工处", "推进军工核心能力建设", []),
        ("草原股", "指导全旗草原保护建设", ["草原"]),
        ("产业投资处", "促进创投企业、产业投资基金和产业结合发展", []),
        ("产业投资处", "指导产业投资和技术改造", ["产业投资"]),
        ("渔业处", "联系渔业协会", []),
        ("装备产业处", "推进武器装备科研生产体系建设", []),
        ("装备产业处", "推进装备产业发展，振兴装备业", ["装备产业", "装备业"]),
        ("人事教育处", "指导信息化普及教育和专业人才规划", []),
        ("人事教育处", "承担机关人事教育工作", ["人事教育"]),
        ("食品安全科", "承担市食品安全协调小组的具体工作", ["食品安全"]),
        ("央企服务处", "加强对中央在沪企业服务", ["中央在沪企业"]),
        ("央企服务处", "加强对中央驻甘企业、中央企业服务", ["中央驻甘企业", "中央企业"]),
        ("央企服务处", "加强对中央在，企业服务", []),
        ("节能处", "能源节约和节能减排、节能工作", ["能源节约", "节能减排", "节能"]),
        ("农机股", "负责农牧业机械化管理", ["农牧业机械"]),
        ("高新技术处", "推广新产品、新技术、新设备", []),
        ("高新技术处", "发展高新技术和高技术产业", ["高新技术", "高技术"]),
        ("信息服务业处", "推动软件和信息服务业发展", ["信息服务业"]),
        ("软件和信息服务业处", "推动软件和信息服务业发展", ["软件和信息服务业"]),
    ],
)
def test_where_a_name_stands(find: Find, name: str, text: str, expected: list[str]) -> None:
    assert find(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("航空产业处", "推进航空、航天、船舶、核电等产业发展", ["航空、航天、船舶、核电等产业"]),
        ("船舶产业处", "推进航空、航天、船舶、核电等产业发展", ["船舶、核电等产业"]),
        ("核电产业处", "推进航空、航天、船舶、核电等产业发展", ["核电等产业"]),
        ("船舶产业处", "推进航空和船舶及核电等产业发展", ["船舶及核电等产业"]),
        ("船舶产业处", "推进造船舶、核电等产业发展", []),  # 造船舶 is not 船舶
        ("船舶产业处", "推进船舶工业、核电等产业发展", []),
        ("船舶产业处", "管理船舶；发展核电等产业", []),
        ("船舶产业处", "管理船舶、港口，发展核电等产业", []),
        ("船舶产业处", "管理船舶等行业", []),
    ],
)
def test_a_class_noun_may_stand_once_at_the_end_of_a_list(
    find: Find, name: str, text: str, expected: list[str]
) -> None:
    assert find(name, text) == expected


def test_a_short_term_stands_beside_general_words_and_beside_other_units_terms(find: Find) -> None:
    duties = ["负责公用市容环境卫生", "改善环境", "保护环境"]
    assert find("市容科", "负责市容环境卫生的监督管理") == []
    assert find("市容科", "负责市容环境卫生的监督管理", beside=["环境卫生科"]) == ["市容"]
    assert find("市容科", "负责环境卫生市容的监督管理", beside=["环境卫生科"]) == ["市容"]
    assert find("市容科", "负责市容环境卫生的监督管理", duties) == ["市容"]


def test_general_words_never_match_alone(find: Find) -> None:
    duties = ["推进信息化", "协调信息化", "指导信息化", "规划信息化", "规划渔业"]
    assert find("信息化处", "推进信息化发展", duties) == []
    assert find("信息化推进处", "推进信息化发展", duties) == []
    assert find("渔业处", "推进渔业发展", duties) == ["渔业"]


def test_what_is_left_of_a_name_gives_way_to_what_the_duties_have_longer(find: Find) -> None:
    assert find("结构调整推进处", "改善结构", ["推进结构调整"]) == []
    assert find("结构调整推进处", "推进结构调整", ["推进结构调整"]) == ["结构调整"]
    assert find("信用管理处", "推进信用建设", ["推进信用建设"]) == ["信用"]


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("负责港口的监督管理", ["港口"], False),
        ("负责港口、航道的监督管理", ["港口"], True),
        ("负责港口、航道的监督管理", ["港口、航道"], False),
        ("负责航道和港口的监督管理", ["港口"], True),
        ("指导、协调和推进港口建设", ["港口"], False),
        ("推进港口发展和改革", ["港口"], False),
        ("推进港口发展，促进航运繁荣", ["港口"], True),
        ("推进港口发展，促进港口繁荣", ["港口", "港口"], False),
        ("根据国家航运发展规划，推进港口发展", ["港口"], False),
        ("推进船舶、核电等产业发展", ["船舶、核电等产业"], True),
        ("", [], False),
    ],
)
def test_whether_an_item_is_covered_in_part(text: str, words: list[str], part: bool) -> None:
    places: list[tuple[int, int]] = []
    for word in words:
        start = text.index(word, places[-1][1] if places else 0)
        places.append((start, start + len(word)))
    assert covers_in_part(text, places) is part


@pytest.mark.parametrize("unit", ["船舶、", "船舶和", "电力", "等产业", "船舶等"])
def test_long_and_monotonous_texts_take_no_time(find: Find, unit: str) -> None:
    began = time.process_time()
    find("船舶产业处", unit * 20_000)
    find("电力处", unit * 20_000)
    assert time.process_time() - began < 5


def test_names_that_deceive_are_no_links_in_the_shipped_text(
    provision: Provision, named: Callable[[Provision], list[tuple[str, str, str]]]
) -> None:
    units = {unit for _words, unit, _grade in named(provision)}
    assert not units & {"产业投资处", "装备产业处", "人事教育处", "办公室", "研究室"}
