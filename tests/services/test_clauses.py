"""What an official types to go to a clause, in a text of chapters and in one of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.clauses import find_clauses


@pytest.fixture(scope="module")
def articles(repository: Path) -> Provision:
    """A provision written in articles."""
    path = repository / "tests" / "reading" / "provisions" / "jiangcheng-library-2020.txt"
    return read_provision(decode(path.read_bytes()))


def places(provision: Provision, typed: str) -> list[str]:
    return [hit.place for hit in find_clauses(provision, typed, limit=200)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("三（十二）", "三（十二）"),
        ("三(十二)", "三（十二）"),
        ("３.１２", "三（十二）"),
        ("3 12", "三（十二）"),
        ("3（12）", "三（十二）"),
        ("三、（十二）", "三（十二）"),
        ("三十二", "三（十二）"),
        ("三 都市", "三（十二）"),
        ("（十二）都市产业处", "三（十二）"),
        ("二7", "二（七）"),
        ("五（二）2", "五（二）2"),
        ("5.2.2.", "五（二）2"),
        ("人员编制", "四"),
        ("四、人员编制", "四"),
        ("无线电", "二（十八）"),
        ("负责有关行政复议", "二（十九）"),
        ("引言", "引言"),
        ("附则", "六"),
    ],
)
def test_one_clause_is_meant(provision: Provision, typed: str, place: str) -> None:
    assert places(provision, typed) == [place]


def test_the_exact_ordinal_comes_first_then_what_is_below_then_what_ends_alike(provision: Provision) -> None:
    found = places(provision, "三")
    assert found[:3] == ["三", "三（一）", "三（二）"]
    assert found[26:] == ["一（一）3", "一（三）", "一（五）3", "二（三）", "五（三）"]
    assert places(provision, "二十") == ["二（十）", "二（二十）", "三（二十）"]
    assert places(provision, "（十二）") == places(provision, "12") == ["二（十二）", "三（十二）"]


def test_a_heading_comes_before_words_within_one(provision: Provision) -> None:
    assert places(provision, "上海市征信")[:1] == ["五（六）"]
    assert places(provision, "职责")[:2] == ["一（一）", "一（二）"]
    assert places(provision, "信息安全处") == ["三（二十一）"]


def test_articles(articles: Provision) -> None:
    for typed in ("第三条", "第3条", "第三条 ", " 第三条："):
        assert places(articles, typed)[:2] == ["第三条", "第三条（一）"]
    for typed in ("三（二）", "第三条（二）", "第三条第（二）项", "第三条第二项", "3.2", "三二"):
        assert places(articles, typed) == ["第三条（二）"], typed
    assert places(articles, "主要职责") == ["第三条"]


def test_either_reading_of_a_run_of_numerals() -> None:
    lines = [f"第{number}条　负责第{number}类事务。" for number in ("一", "二")]
    items = "".join(f"\n（{number}）拟订第{number}类规划。" for number in ("一", "二", "三"))
    ten = "".join(f"\n第{number}条　其他。" for number in "三四五六七八九十") + "".join(
        f"\n第十{number}条　其他。" for number in "一二三"
    )
    provision = read_provision(f"设立甲县乙局，为县政府工作部门。\n{lines[0]}\n第二条　主要职责：{items}{ten}")
    assert places(provision, "十二")[:1] == ["第十二条"]
    assert places(provision, "二三") == ["第二条（三）"]


@pytest.mark.parametrize(
    "typed", ["第三条", "第九章", "七十", "3.40", "三（十二）电力", "xyz", "（）", "．", "第五条第二款"]
)
def test_what_the_text_does_not_have_is_not_found(provision: Provision, typed: str) -> None:
    assert find_clauses(provision, typed) == ()


def test_a_word_that_begins_like_an_ordinal_is_a_word(provision: Provision) -> None:
    assert places(provision, "一体") == []
    assert places(provision, "二手房") == []


def test_nothing_typed_lists_the_chapters(provision: Provision, articles: Provision) -> None:
    assert places(provision, "  ") == ["引言", "一", "二", "三", "四", "五", "六"]
    assert places(articles, "") == ["引言", *(f"第{number}条" for number in "一二三四五六七八")]


def test_a_hit_names_its_clause_and_leads_to_it(provision: Provision) -> None:
    (hit,) = find_clauses(provision, "二（七）")
    assert hit.words.startswith("根据本市国民经济和社会发展总体规划")
    assert (len(hit.words), hit.words[-1]) == (61, "…")
    assert hit.span.of(provision.text).startswith("（七）根据本市国民经济")
    assert provision.clauses[hit.clause].span == hit.span
    assert find_clauses(provision, "一（三）")[0].words == "整合的职责"


def test_every_clause_with_an_ordinal_is_found_by_its_citation(
    provision: Provision, articles: Provision, repository: Path
) -> None:
    others = sorted((repository / "tests" / "reading" / "provisions").glob("*.txt"))
    for each in (provision, articles, *(read_provision(decode(path.read_bytes())) for path in others)):
        for clause in each.clauses:
            if clause.ordinal is not None:
                assert find_clauses(each, clause.citation)[0].place == clause.citation


def test_no_more_than_asked_for(provision: Provision) -> None:
    assert len(find_clauses(provision, "三", limit=4)) == 4


def test_words_anywhere_in_a_clause_find_it_behind_what_opens_with_them(provision: Provision) -> None:
    assert places(provision, "煤炭、电力") == ["二（十）", "五（二）1"]
    assert places(provision, "处级") == ["四"]
    assert places(provision, "都市产业") == ["三（十二）"]
    assert places(provision, "联席会议") == ["五（一）1", "五（一）2"]
    assert places(provision, "创意")[0] == "三（十二）"  # its heading comes before the words of 二（七）
    assert places(provision, "创意")[1:] == ["二（七）"]


def test_a_hit_within_a_clause_shows_the_words_around(provision: Provision) -> None:
    (four,) = find_clauses(provision, "处级")
    assert four.words.startswith("…师1名，秘书长1名，正副处级领导职数77名。")
    assert "处级" in four.span.of(provision.text)
    last = find_clauses(provision, "煤炭、电力")[-1]
    assert last.words.startswith("…")
    assert "煤炭、电力" in last.words
    assert last.words.endswith("…")
    assert find_clauses(provision, "煤炭、电力")[0].words.startswith("负责全社会煤炭、电力")
    (end,) = find_clauses(provision, "有关规定核定")
    assert end.words == "…领导职数按照《公务员法》有关规定核定。"


def test_every_clause_that_holds_the_words_is_listed(provision: Provision) -> None:
    for words in ("信息化", "商务委员会", "会同", "上海市", "牵头"):
        found = {hit.clause for hit in find_clauses(provision, words, limit=200)}
        for clause in provision.clauses:
            if words in clause.body.of(provision.text):
                assert clause.index in found, (words, clause.citation)


def test_blanks_and_widths_make_no_difference_within_a_clause(provision: Provision) -> None:
    assert places(provision, " 煤炭､ 电力 ") == ["二（十）", "五（二）1"]
    assert places(provision, "77 名") == ["四"]
    assert places(provision, "７７名") == ["四"]
