"""No rule names a word of the shipped provision's own: a second agency needs a second text, not a second program."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from eitc_desktop.linking.names import name_terms
from eitc_desktop.linking.words import act_at_start
from eitc_desktop.model.provision import Provision

ROOT = Path(__file__).parents[2]

PLACES = ("上海", "沪", "张江")
OF_ITS_DUTIES = (
    *(
        "智能卡",
        "银行卡",
        "无线电",
        "盐业",
        "医药",
        "救灾",
        "反垄断",
        "电子商务",
        "爆炸",
        "武器",
        "化学",
        "煤炭",
        "石油",
        "发电",
    ),
    *(
        "诚信",
        "智慧城市",
        "通信",
        "管线",
        "电信",
        "射频",
        "人才",
        "品牌",
        "博览会事务",
        "自然人",
        "总承包",
        "供应链",
        "核电",
    ),
    *("工业", "国防", "民营经济", "清洁生产", "循环化", "灾备", "战略性", "工艺美术", "机电设备"),
)

# A word that the provision's names have is general all the same where another body, of another field, has a unit
# that is named by it. One such unit is the witness; without one, a word may stand in no rule.
WITNESSES = MappingProxyType(
    {
        "节能": "住房和城乡建设部建筑节能与科技司",
        "央企": "财政部驻某地监管局央企处",
        "征信": "中国人民银行征信管理局",
        "信用": "国家市场监督管理总局信用监督管理司",
        "外经": "某市农业农村局外经处",
        "利用": "自然资源部自然资源开发利用司",
        "经济": "农业农村部农村合作经济指导司",
    }
)


def own_words(provision: Provision) -> set[str]:
    """Return the terms of all names in *provision* that are the body's own, and their cores without acts."""
    names = [provision.body.text, *(plate.name.text for plate in provision.nameplates)]
    names += [office.name.text for office in provision.hosted_offices]
    for division in provision.divisions:
        names += [division.name.text, *(name.text for name in division.second_names)]
    terms: set[str] = set()
    for name in names:
        bare = name
        for place in ("上海市", "上海", "市"):
            bare = bare.removeprefix(place)
        bare = bare.removesuffix("委员会")
        for term in name_terms(bare):
            terms.add(term)
            core = term
            while (act := act_at_start(core)) is not None:
                core = core[len(act) :]
            terms |= {core} if len(core) > 1 else set()
    return terms | set(PLACES) | set(OF_ITS_DUTIES)


def rules() -> Iterator[tuple[str, str]]:
    """Yield every string that a rule is made of, with its file: not what explains it."""
    for path in sorted((ROOT / "eitc_desktop" / "linking").glob("*.py")):
        yield from ((path.name, text) for text in constants(path.read_text(encoding="utf-8")))
    listed = tomllib.loads((ROOT / "resources" / "abbreviations.toml").read_text(encoding="utf-8"))
    for entry in listed["abbreviation"]:
        yield from (("abbreviations.toml", text) for text in (entry["term"], *entry["forms"], entry["ground"]))


def constants(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield node.value


def test_the_words_are_the_provisions_own(provision: Provision) -> None:
    words = own_words(provision)
    assert {
        "经济和信息化",
        "国防科技工业",
        "信息化",
        "电力",
        "军工",
        "创意产业",
        "船舶产业",
        "中小企业",
        "征信",
    } <= words
    assert [word for word in (*PLACES, *OF_ITS_DUTIES) if word not in provision.text] == []
    assert [word for word in WITNESSES if word not in words] == []


def test_no_rule_names_a_word_of_this_body(provision: Provision) -> None:
    words = own_words(provision) - set(WITNESSES)
    named = [(file, word, text[:40]) for file, text in rules() for word in words if word in text]
    assert named == []


@pytest.mark.parametrize("word", sorted(WITNESSES))
def test_an_exception_is_witnessed_and_needed(word: str) -> None:
    assert word in WITNESSES[word]
    assert any(word in text for _file, text in rules()), f"{word} is in no rule: the exception can go"


def test_explanations_are_no_rules() -> None:
    source = '"""电力."""\nA = "港口"  # 电力\n"""电力"""\ndef f(x):\n    """电力."""\n    return f"{x}渔业"\n'
    assert list(constants(source)) == ["港口", "渔业"]
