"""Curated files: what doesn't hold is refused, with a message that says where and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.linking import Listed, UnusableJudgements, map_provision, read_abbreviations
from eitc_desktop.linking.names import Abbreviation
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Method
from eitc_desktop.model.provision import Provision

HEAD = 'body = "江城市水务局"\njudge = "某某处"\n'
LINK = """[[link]]
duty = "（一）"
item = 2
opening = "负责河湖"
division = "工程科"
quotes = ["河湖", "岸线管理"]
reason = "理由。"
date = 2026-11-26
"""
REJECT = """[[reject]]
duty = "（二）"
item = 1
opening = "负责供水"
division = "供水科"
quotes = ["供水"]
reason = "理由。"
date = 2026-11-26
"""
CHANGE = """[[change]]
kind = "strengthened"
change = "加强节水"
to_duty = "（二）"
item = 2
opening = "推进"
quotes = ["节水"]
counterpart = ["用水定额"]
reason = "理由。"
date = 2026-11-26
"""
TO_UNIT = """[[change]]
kind = "strengthened"
change = "加强节水"
division = "工程科"
quotes = ["节水"]
reason = "理由。"
date = 2026-11-26
"""

Judge = Callable[[str], object]


@pytest.fixture
def water(write: Callable[..., Provision]) -> Provision:
    return write(
        [
            "拟订水务规划；负责河湖岸线管理",
            "负责供水、排水的监督管理；推进用水定额管理",
            "承担防汛抗旱工作。指导水文监测站点建设",
        ],
        ["办公室", "工程科", "供水科", "防汛科。承担防汛抗旱工作。"],
        ["江城市河长制办公室设在江城市水务局"],
        ["（一）加强的职责", "1.加强节水职责。", "2.加强水文监测站点建设，推进河湖治理。", "3.加强水文资料管理。"],
        body="江城市水务局",
    )


@pytest.fixture
def judge(water: Provision, listed: Listed) -> Judge:
    return lambda text: map_provision(water, listed, text)


def test_what_holds_is_accepted(water: Provision, listed: Listed) -> None:
    mapping = map_provision(water, listed, HEAD + LINK + REJECT + CHANGE + TO_UNIT)
    (judged,) = [link for link in mapping.duty_links if link.grade is Grade.JUDGED]
    assert (judged.item, judged.unit) == (FactRef(FactKind.DUTY_ITEM, 0, 1), FactRef(FactKind.DIVISION, 1))
    assert (judged.method, judged.part) == (Method.JUDGEMENT, True)
    assert [one.quote.text for one in judged.evidence] == ["河湖", "岸线管理"]
    assert judged.judgement is not None
    assert (judged.judgement.reason, judged.judgement.judge, judged.judgement.date) == (
        "理由。",
        "某某处",
        "2026-11-26",
    )
    changed = [link for link in mapping.change_links if link.judgement is not None]
    assert [link.target.kind for link in changed] == [FactKind.DIVISION, FactKind.DUTY_ITEM]
    assert [quote.text for quote in changed[1].counterpart] == ["用水定额"]


def test_a_rejection_removes_the_link_and_is_kept(water: Provision, listed: Listed) -> None:
    pair = (FactRef(FactKind.DUTY_ITEM, 1, 0), FactRef(FactKind.DIVISION, 2))
    assert pair in {(link.item, link.unit) for link in map_provision(water, listed).duty_links}
    mapping = map_provision(water, listed, HEAD + REJECT)
    assert pair not in {(link.item, link.unit) for link in mapping.duty_links}
    (rejection,) = mapping.rejections
    assert (rejection.item, rejection.unit) == pair
    assert [(one.quote.text, one.term) for one in rejection.evidence] == [("供水", "供水")]
    assert rejection.judgement.reason == "理由。"


def test_a_link_may_cover_all_of_an_item_and_go_to_a_hosted_office(water: Provision, listed: Listed) -> None:
    text = LINK.replace("工程科", "江城市河长制办公室").replace("reason", "part = false\nreason")
    (judged,) = [link for link in map_provision(water, listed, HEAD + text).duty_links if link.judgement]
    assert (judged.unit, judged.part) == (FactRef(FactKind.HOSTED_OFFICE, 0), False)


def test_a_file_without_entries_changes_nothing(water: Provision, listed: Listed) -> None:
    assert map_provision(water, listed, HEAD) == map_provision(water, listed)


FAULTS = [
    ("no TOML", "body =", "不是有效的 TOML"),
    ("another body", HEAD.replace("江城市水务局", "江城市园林局"), "body（机构）应为“江城市水务局”"),
    ("no judge", 'body = "江城市水务局"\njudge = " "\n', "须有 judge（由谁研判）"),
    ("a misspelt table", HEAD + LINK.replace("[[link]]", "[[links]]"), "不认识“links”"),
    ("no table", HEAD + "link = 3\n", "“link”须写成 [[link]]"),
    ("a misspelt key", HEAD + LINK.replace("quotes", "quote"), "link 第 1 条：不认识“quote”"),
    ("no such duty", HEAD + LINK.replace("（一）", "（九）"), "link 第 1 条：没有职责（九）第 2 项"),
    ("no such item", HEAD + LINK.replace("item = 2", "item = 7"), "没有职责（一）第 7 项"),
    ("an item without a number", HEAD + LINK.replace("item = 2", 'item = "二"'), "没有职责（一）第 二 项"),
    ("another opening", HEAD + LINK.replace("负责河湖", "河湖"), "（一）第 2 项不以“河湖”开头"),
    ("an empty opening", HEAD + LINK.replace('"负责河湖"', '""'), "（一）第 2 项不以“”开头"),
    ("no such unit", HEAD + LINK.replace("工程科", "建设科"), "没有名为“建设科”的内设机构或设在机构"),
    ("a quote that isn't there", HEAD + LINK.replace("岸线管理", "岸线保护"), "“岸线保护”不在所指原文中"),
    ("no quotes", HEAD + LINK.replace('["河湖", "岸线管理"]', "[]"), "link 第 1 条：须有 quotes（原文依据）"),
    ("quotes that are no words", HEAD + LINK.replace('["河湖", "岸线管理"]', "[3]"), "须有 quotes（原文依据）"),
    ("no reason", HEAD + LINK.replace("理由。", " "), "须有 reason（理由）和 date（日期）"),
    ("no date", HEAD + LINK.replace("date = 2026-11-26\n", ""), "须有 reason（理由）和 date（日期）"),
    (
        "a date in quotation marks",
        HEAD + LINK.replace("2026-11-26", '"2026-11-26"'),
        "须有 reason（理由）和 date（日期）",
    ),
    (
        "no truth value",
        HEAD + LINK.replace("reason", 'part = "否"\nreason'),
        "part 须为 true（覆盖部分）或 false（覆盖整项）",
    ),
    ("an entry twice", HEAD + LINK + LINK, "link 第 2 条：与前面的条目重复"),
    ("a link by name", HEAD + REJECT.replace("reject", "link"), "link 第 1 条：与名称对应（B）的结果重复"),
    (
        "a stated link",
        HEAD
        + LINK.replace("（一）", "（三）")
        .replace("item = 2", "item = 1")
        .replace("负责河湖", "承担防汛")
        .replace("工程科", "防汛科"),
        "link 第 1 条：与明文（A）的结果重复",
    ),
    ("nothing to reject", HEAD + LINK.replace("link", "reject"), "reject 第 1 条：名称本来没有对应，无须排除"),
    (
        "a rejection of what is stated",
        HEAD
        + REJECT.replace("（二）", "（三）")
        .replace("负责供水", "承担防汛")
        .replace('["供水"]', '["防汛"]')
        .replace("供水科", "防汛科"),
        "reject 第 1 条：原文已载明（A），不能排除",
    ),
    ("a rejection without its item", HEAD + REJECT.replace("（二）", "（八）"), "没有职责（八）第 1 项"),
    (
        "a rejection without a reason",
        HEAD + REJECT.replace("理由。", ""),
        "reject 第 1 条：须有 reason（理由）和 date（日期）",
    ),
    ("a rejection twice", HEAD + REJECT + REJECT, "reject 第 2 条：与前面的条目重复"),
    (
        "no such change",
        HEAD + CHANGE.replace("加强节水", "加强排水"),
        "change 第 1 条：没有以“加强排水”开头的职能转变（strengthened）",
    ),
    (
        "another kind of change",
        HEAD + CHANGE.replace("strengthened", "abolished"),
        "没有以“加强节水”开头的职能转变（abolished）",
    ),
    ("one of several changes", HEAD + CHANGE.replace("加强节水", "加强"), "不止一条以“加强”开头的职能转变"),
    (
        "no target",
        HEAD + TO_UNIT.replace('division = "工程科"\n', ""),
        "to_duty（职责）和 division（机构）须有且只有一个",
    ),
    ("two targets", HEAD + CHANGE.replace("item = 2", 'division = "工程科"\nitem = 2'), "须有且只有一个"),
    ("no counterpart", HEAD + CHANGE.replace('counterpart = ["用水定额"]\n', ""), "须有 counterpart（原文依据）"),
    ("a counterpart that isn't there", HEAD + CHANGE.replace("用水定额", "用水指标"), "“用水指标”不在所指原文中"),
    (
        "a change without its words",
        HEAD + CHANGE.replace('quotes = ["节水"]', 'quotes = ["供水"]'),
        "“供水”不在所指原文中",
    ),
    ("a change twice", HEAD + TO_UNIT + TO_UNIT, "change 第 2 条：与前面的条目重复"),
    (
        "a change that the words tie already",
        HEAD
        + CHANGE.replace("加强节水", "加强水文监测")
        .replace("（二）", "（三）")
        .replace("推进", "指导水文")
        .replace('quotes = ["节水"]', 'quotes = ["水文"]')
        .replace("用水定额", "水文"),
        "change 第 1 条：与名称对应（B）的结果重复",
    ),
]


@pytest.mark.parametrize(("text", "message"), [pytest.param(text, said, id=name) for name, text, said in FAULTS])
def test_every_kind_of_fault_is_refused(judge: Judge, text: str, message: str) -> None:
    with pytest.raises(UnusableJudgements) as refused:
        judge(text)
    assert message in str(refused.value)


def test_all_faults_are_told_at_once(judge: Judge) -> None:
    wrong = (
        LINK.replace("工程科", "建设科")
        + LINK.replace("岸线管理", "岸线保护")
        + TO_UNIT.replace("加强节水", "加强排水")
    )
    with pytest.raises(UnusableJudgements) as refused:
        judge(HEAD + wrong)
    assert [said.split("：")[0] for said in str(refused.value).split("；")] == [
        "link 第 1 条",
        "link 第 2 条",
        "change 第 1 条",
    ]


ABBREVIATION = '[[abbreviation]]\nterm = "环卫"\nforms = ["环境卫生"]\nground = "简称"\n'


def test_abbreviations_with_several_grounds() -> None:
    assert read_abbreviations(ABBREVIATION + ABBREVIATION.replace("环境卫生", "清扫保洁").replace("简称", "别称")) == {
        "环卫": (Abbreviation("环卫", ("环境卫生",), "简称"), Abbreviation("环卫", ("清扫保洁",), "别称"))
    }
    assert read_abbreviations("") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[", "不是有效的 TOML"),
        (
            ABBREVIATION.replace('"环卫"', "3"),
            "abbreviation 第 1 条：须有 term（用语）、forms（写法）和 ground（理由）",
        ),
        (ABBREVIATION.replace("简称", " "), "须有 term"),
        (ABBREVIATION.replace('["环境卫生"]', "[]"), "须有 term"),
        (ABBREVIATION.replace('["环境卫生"]', '"环境卫生"'), "须有 term"),
        (ABBREVIATION + ABBREVIATION, "“环卫”的写法“环境卫生”列了两次"),
        (ABBREVIATION.replace("环境卫生", "?卫"), "abbreviation 第 1 条：“?卫”不足 2 个字"),
        (ABBREVIATION.replace("ground", "grounds"), "不认识“grounds”"),
        (ABBREVIATION.replace("[[abbreviation]]", "[[abbreviations]]"), "不认识“abbreviations”"),
    ],
)
def test_abbreviations_that_cant_be_used(text: str, message: str) -> None:
    with pytest.raises(UnusableJudgements) as refused:
        read_abbreviations(text)
    assert message in str(refused.value)


def test_the_shipped_judgements_say_no_more_than_they_may(source_judgements: str) -> None:
    for word in ("承担", "主管", "职责空白", "职责交叉", "推定", "应由"):
        assert word not in source_judgements.replace("承担相应", ""), word


@pytest.fixture
def source_judgements() -> str:
    from eitc_desktop import paths
    from eitc_desktop.reading import decode

    return decode((paths.resources_dir() / "links" / "sheitc-2014.toml").read_bytes())
