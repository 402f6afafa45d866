"""The provision of 2014 against what a careful person finds in it."""

# ruff: noqa: ANN401 - a document is JSON, its values are of any type
from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eitc_desktop.model.facts import FactKind, facts_of
from eitc_desktop.model.provision import Provision, SectionKind, Severity
from eitc_desktop.model.text import Span

GOLDEN = Path(__file__).parent / "golden" / "sheitc-2014.json"
BODY = "上海市经济和信息化委员会"
COMMERCE = "上海市商务委员会"
REFORM = "上海市发展和改革委员会"
SCIENCE = "上海市科学技术委员会"
OFFICE = "上海市人民政府办公厅"

Differences = Callable[[Any, Any], list[str]]

CHANGES: list[dict[str, Any]] = [
    *(
        {
            "kind": "abolished",
            "direction": None,
            "ordinal": f"{number}.",
            "text": f"取消{subject}，转由上海市工艺美术行业协会组织专家评审认定。",
            "subject": subject,
            "recipients": ["上海市工艺美术行业协会"],
            "scope": None,
            "condition": None,
            "exception": None,
            "items": [{"text": f"取消{subject}，转由上海市工艺美术行业协会组织专家评审认定"}],
        }
        for number, subject in enumerate(
            ("对传统工艺美术大师的认定", "对传统工艺美术品种和技艺的认定", "对传统工艺美术精品的认定"), start=1
        )
    ),
    *(
        {
            "kind": "abolished",
            "direction": None,
            "ordinal": f"{number}.",
            "text": f"取消{subject}。",
            "subject__contains": subject.partition("（")[0],
            "recipients": [],
            "scope": None,
            "condition": None,
            "exception": None,
            "items": [{"text": f"取消{subject}"}],
        }
        for number, subject in enumerate(
            (
                "对煤炭经营企业的资格审查",
                "对机电设备招标代理机构的资格认定",
                "对计算机信息系统集成企业资质审批或初审",
                "对计算机信息系统集成项目经理资质审批",
                "对信息系统工程监理单位资质认证（地方临时资质审批，部临时资质初审）",
            ),
            start=4,
        )
    ),
    {
        "kind": "devolved",
        "ordinal": "1.",
        "direction__any": [None, "out"],
        "subject": "软件企业认定和软件产品登记的申请受理和材料初审",
        "scope__contains": "各分园区域",
        "recipients": ["试点分园政府行政管理机构", "分园所在区（县）管理部门"],
        "condition__contains": "经上海市经济和信息化委员会与上海市张江高新技术产业开发区管理委员会共同认可",
        "exception": None,
        "items": [{}],
    },
    {
        "kind": "devolved",
        "ordinal": "2.",
        "direction__any": [None, "out"],
        "text": "工业领域企业投资项目的核准和备案，除限制类内资工业企业投资项目外的"
        "市级工业领域企业投资项目核准和备案权限，下放到张江国家自主创新示范区。",
        "subject__contains": "核准和备案",
        "recipients": ["张江国家自主创新示范区"],
        "condition": None,
        "exception__contains": "限制类内资工业企业投资项目",
        "items": [{}],
    },
    {
        "kind": "integrated",
        "direction": "out",
        "ordinal": None,
        "text": "将上海市经济和信息化委员会组织编制本市电子商务发展规划等有关职责，划入上海市商务委员会。",
        "subject__contains": "组织编制本市电子商务发展规划等有关职责",
        "recipients": [COMMERCE],
        "condition": None,
        "exception": None,
        "items": [{}],
    },
    {
        "kind": "added",
        "direction__any": [None, "in"],
        "ordinal": None,
        "text": "推动建立和完善民营经济发展服务体系，协调解决民营经济发展中的有关重大问题。",
        "recipients": [],
        "scope": None,
        "condition": None,
        "exception": None,
        "items": [{"text": "推动建立和完善民营经济发展服务体系，协调解决民营经济发展中的有关重大问题"}],
    },
    *(
        {
            "kind": "strengthened",
            "direction": None,
            "ordinal": f"{number}.",
            "subject": subject,
            "recipients": [],
            "condition": None,
            "exception": None,
            "items": [{}] * pieces,
        }
        for number, (subject, pieces) in enumerate(
            (
                ("服务企业职责", 1),
                ("行业技术创新引导职责", 4),
                ("信息化统筹推进职责", 3),
                ("社会信用体系建设的统筹推进职责", 3),
            ),
            start=1,
        )
    ),
]

DIVISIONS: list[tuple[str, str, str | None]] = [
    ("（一）", "办公室", None),
    ("（二）", "研究室", "政策法规处"),
    ("（三）", "人事教育处", None),
    ("（四）", "综合规划处", "结构调整推进处"),
    ("（五）", "经济运行处", None),
    ("（六）", "技术进步处", "航空产业处"),
    ("（七）", "产业投资处", None),
    ("（八）", "外经处", None),
    ("（九）", "节能与综合利用处", None),
    ("（十）", "装备产业处", None),
    ("（十一）", "新材料处", None),
    ("（十二）", "都市产业处", "创意与设计产业处"),
    ("（十三）", "电子信息产业处", None),
    ("（十四）", "生产性服务业处", None),
    ("（十五）", "软件和信息服务业处", None),
    ("（十六）", "电力处", None),
    ("（十七）", "产业园区处", None),
    ("（十八）", "央企服务处", None),
    ("（十九）", "信息基础设施管理处", None),
    ("（二十）", "信息化推进处", "大数据发展处"),
    ("（二十一）", "信息安全处", None),
    ("（二十二）", "信用管理处", None),
    ("（二十三）", "军工配套处", "军民结合推进处"),
    ("（二十四）", "高新工程处", "船舶产业处"),
    ("（二十五）", "重大专项办公室", None),
]

POSTS: list[tuple[str, int, int, str | None]] = [
    ("主任", 1, 1, None),
    ("副主任", 6, 6, None),
    ("市国防科技工业办公室专职副主任", 1, 2, "市国防科技工业办公室"),
    ("总工程师", 1, 1, None),
    ("秘书长", 1, 1, None),
    ("正副处级领导职数", 77, 77, None),
]

QUOTAS: list[dict[str, Any]] = [
    {
        "kind": "establishment",
        "type": "行政",
        "label": "机关行政编制",
        "min": 294,
        "max": 294,
        "unit": "名",
        "rule": None,
        "of": None,
        "part_of": None,
    },
    *(
        {
            "kind": "leadership",
            "type": None,
            "label": label,
            "min": least,
            "max": most,
            "unit": "名",
            "rule": None,
            "of": of,
            "part_of": 0,
        }
        for label, least, most, of in POSTS
    ),
    {
        "kind": "leadership",
        "type": None,
        "label": "非领导职数",
        "min": None,
        "max": None,
        "unit": None,
        "rule": "按照《公务员法》有关规定核定",
        "of": None,
        "part_of": None,
    },
]


def role(agency: str, verb: str) -> dict[str, str]:
    return {"agency": agency, "verb": verb}


SPLITS: list[dict[str, Any]] = [
    {
        "counterpart": COMMERCE,
        "matters": [
            {
                "ordinal": "1.",
                "lead": COMMERCE,
                "roles__has": [role(COMMERCE, "牵头"), role(BODY, "负责")],
                "mechanisms": ["上海市电子商务发展联席会议"],
            },
            {
                "ordinal": "2.",
                "lead": COMMERCE,
                "roles__has": [role(COMMERCE, "牵头负责"), role(BODY, "配合")],
                "mechanisms": ["上海市工业区发展联席会议"],
            },
        ],
    },
    {
        "counterpart": REFORM,
        "matters": [
            {
                "ordinal": "1.",
                "lead": REFORM,
                "roles__has": [role(REFORM, "牵头负责"), role(BODY, "负责")],
                "mechanisms": [],
            },
            {
                "ordinal": "2.",
                "lead": REFORM,
                "roles__has": [role(REFORM, "牵头"), role(BODY, "负责")],
                "mechanisms": ["上海市战略性新兴产业领导小组办公室"],
            },
        ],
    },
    {
        "counterpart": SCIENCE,
        "matters": [
            {
                "ordinal": None,
                "lead": None,
                "roles__has": [role(BODY, "负责"), role(SCIENCE, "负责"), {"agency": REFORM}],
                "mechanisms": ["上海市战略性新兴产业领导小组办公室"],
            }
        ],
    },
    {
        "counterpart": OFFICE,
        "matters": [
            {
                "ordinal": None,
                "lead": None,
                "roles__has": [role(OFFICE, "会同"), role(BODY, "牵头负责"), {"agency": REFORM}],
                "mechanisms": [],
            }
        ],
    },
]


def test_identity(source_document: dict[str, Any], differences: Differences) -> None:
    expected = {
        "format": "eitc.provision/1",
        "title": None,
        "document_number": None,
        "issued": None,
        "effective": None,
        "body": BODY,
        "status": "市政府组成部门",
        "level": None,
        "basis": [
            {
                "title": "中共中央办公厅国务院办公厅关于印发〈上海市人民政府职能转变和机构改革方案〉的通知",
                "number": "厅字〔2014〕20号",
            }
        ],
        "nameplates": [{"name": "上海市国防科技工业办公室", "of": None}],
        "sections": [
            {"kind": "preamble"},
            {"ordinal": "一", "heading": "职能转变", "kind": "function_changes"},
            {"ordinal": "二", "heading": "主要职责", "kind": "main_duties"},
            {"ordinal": "三", "heading": "内设机构", "kind": "divisions"},
            {"ordinal": "四", "heading": "人员编制", "kind": "staffing"},
            {"ordinal": "五", "heading": "其他事项", "kind": "other_matters"},
            {"ordinal": "六", "heading": "附则", "kind": "supplementary"},
        ],
        "references": [{"name": "禁止化学武器公约"}, {"name": "公务员法"}],
        "hosted_offices": [{"name": "上海市促进中小企业发展协调办公室"}, {"name": "上海市征信管理办公室"}],
        "closing": {
            "interpreted_by": "上海市机构编制委员会办公室",
            "adjusted_by": "上海市机构编制委员会办公室",
        },
    }
    assert differences(expected, source_document) == []


def test_sixteen_changes(source_document: dict[str, Any], differences: Differences) -> None:
    assert differences(CHANGES, source_document["changes"]) == []


def test_a_joint_recogniser_receives_nothing(source: Provision) -> None:
    names = {str(recipient) for change in source.changes for recipient in change.recipients}
    assert not any("管理委员会" in name for name in names)


def test_twenty_duties_in_sixty_five_items(source: Provision) -> None:
    assert [duty.ordinal for duty in source.duties] == [ordinal for ordinal, _, _ in DIVISIONS[:20]]
    assert [len(duty.items) for duty in source.duties] == [2, 5, 6, 5, 4, 3, 3, 4, 2, 2, 3, 2, 4, 5, 4, 3, 5, 1, 1, 1]
    assert sum(len(duty.items) for duty in source.duties) == 65
    for duty in source.duties:
        pieces = [piece for piece in re.split("[；。]", duty.text.text) if piece]
        assert [item.text for item in duty.items] == pieces
        assert duty.text.text.endswith("。")
    assert sum("会同" in item.text for duty in source.duties for item in duty.items) == 9


def test_twenty_five_divisions(source_document: dict[str, Any], differences: Differences) -> None:
    expected = [
        {
            "ordinal": ordinal,
            "name": name,
            "second_names": [second] if second else [],
            "nameplates": [],
            "duties": [],
        }
        for ordinal, name, second in DIVISIONS
    ]
    assert differences(expected, source_document["divisions"]) == []
    assert source_document["declared_division_count"] == 25


def test_one_co_location(source_document: dict[str, Any], differences: Differences) -> None:
    expected = [
        {
            "units": ["人事教育处", "市经济和信息化工作党委干部处"],
            "text__contains": "人事教育处与市经济和信息化工作党委干部处合署办公",
        }
    ]
    assert differences(expected, source_document["co_locations"]) == []


def test_staffing(source_document: dict[str, Any], differences: Differences) -> None:
    assert differences(QUOTAS, source_document["quotas"]) == []


def test_responsibilities_shared_with_four(source_document: dict[str, Any], differences: Differences) -> None:
    assert differences(SPLITS, source_document["responsibility_splits"]) == []


def test_every_party_of_a_matter_is_an_agency_of_it(source: Provision) -> None:
    parties = [
        [{str(role.agency) for role in matter.roles} for matter in split.matters]
        for split in source.responsibility_splits
    ]
    assert parties == [
        [{COMMERCE, BODY}, {COMMERCE, BODY}],
        [{REFORM, BODY}, {REFORM, BODY}],
        [{BODY, SCIENCE, REFORM}],
        [{OFFICE, REFORM, BODY}],
    ]


def test_matters_run_from_their_ordinal_to_their_full_stop(source: Provision) -> None:
    for split in source.responsibility_splits:
        for matter in split.matters:
            assert matter.text.text.endswith("。")
            assert not matter.text.text.startswith(("1.", "2.", " ", "　"))
            before = source.text[matter.span.start - 2 : matter.span.start]
            assert before in {"1.", "2."} if matter.ordinal else before.endswith("。")


def test_nothing_is_left_unread(source: Provision) -> None:
    coverage = source.coverage
    assert coverage.unparsed == 0
    assert coverage.sentences == coverage.typed + coverage.context
    full_stops = source.text.count("。")
    assert coverage.sentences >= full_stops + len(DIVISIONS) + 6  # list lines and headings without a full stop


def test_findings_are_only_what_it_does_not_say_of_itself(source: Provision) -> None:
    assert {finding.severity for finding in source.findings} == {Severity.INFO}
    messages = "\n".join(finding.message for finding in source.findings)
    assert "标题" in messages
    assert "文号" in messages
    assert "日期" in messages


def test_every_span_holds_its_words(source: Provision, wrong_spans: Callable[[Provision], list[str]]) -> None:
    assert wrong_spans(source) == []


@pytest.mark.parametrize(
    ("fact", "section"),
    [
        (FactKind.CHANGE, SectionKind.FUNCTION_CHANGES),
        (FactKind.CHANGE_ITEM, SectionKind.FUNCTION_CHANGES),
        (FactKind.DUTY, SectionKind.MAIN_DUTIES),
        (FactKind.DUTY_ITEM, SectionKind.MAIN_DUTIES),
        (FactKind.DIVISION, SectionKind.DIVISIONS),
        (FactKind.SECOND_NAME, SectionKind.DIVISIONS),
        (FactKind.DIVISION_COUNT, SectionKind.DIVISIONS),
        (FactKind.CO_LOCATION, SectionKind.DIVISIONS),
        (FactKind.QUOTA, SectionKind.STAFFING),
        (FactKind.SPLIT, SectionKind.OTHER_MATTERS),
        (FactKind.MATTER, SectionKind.OTHER_MATTERS),
        (FactKind.ROLE, SectionKind.OTHER_MATTERS),
        (FactKind.MECHANISM, SectionKind.OTHER_MATTERS),
        (FactKind.HOSTED_OFFICE, SectionKind.OTHER_MATTERS),
        (FactKind.CLOSING, SectionKind.SUPPLEMENTARY),
        (FactKind.NAMEPLATE, SectionKind.PREAMBLE),
        (FactKind.BASIS, SectionKind.PREAMBLE),
        (FactKind.STATUS, SectionKind.PREAMBLE),
    ],
)
def test_facts_stand_in_their_section(source: Provision, fact: FactKind, section: SectionKind) -> None:
    [home] = [one for one in source.sections if one.kind is section]
    found = [one for one in facts_of(source) if one.ref.kind is fact]
    assert found
    assert [one for one in found if not home.span.covers(one.span)] == []


def test_parts_stand_in_their_whole(source: Provision) -> None:
    wholes = {one.ref: one.span for one in facts_of(source)}
    parts = {
        FactKind.CHANGE_ITEM: FactKind.CHANGE,
        FactKind.DUTY_ITEM: FactKind.DUTY,
        FactKind.MATTER: FactKind.SPLIT,
    }
    for fact in facts_of(source):
        whole = parts.get(fact.ref.kind)
        if whole is not None:
            assert wholes[type(fact.ref)(whole, fact.ref.index)].covers(fact.span)
        if fact.ref.kind in {FactKind.ROLE, FactKind.MECHANISM}:
            assert wholes[type(fact.ref)(FactKind.MATTER, fact.ref.index, fact.ref.part)].covers(fact.span)


@pytest.mark.parametrize(
    ("words", "citation"),
    [
        ("推进创意产业、工业设计业发展", "二（七）"),
        ("取消对煤炭经营企业的资格审查", "一（一）4"),
        ("都市产业处", "三（十二）"),
        ("上海市征信管理办公室设在", "五（六）"),
        ("牵头负责经济技术开发园区管理", "五（一）2"),
    ],
)
def test_places_are_cited_as_officials_cite_them(source: Provision, words: str, citation: str) -> None:
    start = source.text.index(words)
    assert source.cite(Span(start, start + len(words))).rstrip(".") == citation


def test_spans_of_the_document_are_places_in_the_text(source: Provision, source_document: dict[str, Any]) -> None:
    def walk(value: Any) -> None:
        if isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, dict):
            span = value.get("span")
            if span is not None:
                start, end = span
                assert 0 <= start < end <= len(source.text)
                words = value.get("text", value.get("name"))
                if words is not None and "units" not in value:
                    assert source.text[start:end] == words or words in source.text[start:end]
            for one in value.values():
                walk(one)

    walk(source_document)
    assert json.loads(json.dumps(source_document, ensure_ascii=False)) == source_document


def test_inspection_stays_as_it_was(source_document: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """Golden file: ``pytest --update-golden`` writes it anew; read the difference before committing it."""
    text = json.dumps(source_document, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--update-golden", default=False):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")
