"""What holds for every provision, and for every text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop.errors import NotAProvision, UnreadableText
from eitc_desktop.model.provision import Provision, Severity
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.inspect import document

NUMERALS = "零一二三四五六七八九"
Walk = Callable[[Provision], list[str]]


def examples(number: int) -> settings:
    """The same *number* of examples in every run, however slow the machine."""
    too_much = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(deadline=None, derandomize=True, database=None, max_examples=number, suppress_health_check=too_much)


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


@dataclass(frozen=True)
class Plan:
    """A provision to be written: what it states, and how its writer puts it."""

    body: str
    duties: tuple[tuple[str, ...], ...]
    divisions: tuple[tuple[str, str | None], ...]
    staff: int
    chiefs: int
    label: str  # how items are numbered, with {} for the Chinese numeral
    indent: str
    newline: str
    half_width: bool

    def written(self) -> str:
        def numbered(lines: list[str]) -> list[str]:
            return [self.label.format(numeral(i)) + line for i, line in enumerate(lines, start=1)]

        lines = [
            f"根据《江城市人民政府机构改革方案》（江发〔2011〕7号），设立{self.body}，为市政府工作部门。",
            "一、主要职责",
            *numbered(["；".join(items) + "。" for items in self.duties]),
            "二、内设机构",
            f"根据上述职责，{self.body}设{len(self.divisions)}个内设机构：",
            *numbered([name + (f"（{second}）" if second else "") for name, second in self.divisions]),
            "三、人员编制",
            f"{self.body}机关行政编制{self.staff}名。其中，局长1名，副局长{self.chiefs}名。",
            "四、附则",
            "本规定由江城市机构编制委员会办公室负责解释。",
        ]
        text = self.newline.join(self.indent + line for line in lines)
        return text.translate(str.maketrans("（），；：", "(),;:")) if self.half_width else text


FIELDS = ["水文", "园林", "粮食", "档案", "气象", "地震", "体育", "旅游", "统计", "审计", "物价", "环境保护", "农机"]
VERBS = ["拟订", "组织实施", "监督管理", "指导", "负责", "承担", "推进", "协调", "参与", "会同有关部门开展"]
items = st.builds(
    lambda verb, field, what: f"{verb}全市{field}{what}工作",
    *map(st.sampled_from, (VERBS, FIELDS, ["规划", "执法", "标准", "宣传"])),
)
division = st.tuples(
    st.sampled_from(["办公室", *(f"{field}处" for field in FIELDS)]),
    st.none() | st.sampled_from([f"{field}推进处" for field in FIELDS]),
)
plans = st.builds(
    Plan,
    body=st.sampled_from([f"江城市{field}局" for field in FIELDS]),
    duties=st.lists(st.lists(items, min_size=1, max_size=4).map(tuple), min_size=1, max_size=24).map(tuple),
    divisions=st.lists(division, min_size=1, max_size=32, unique_by=lambda one: one[0]).map(tuple),
    staff=st.integers(min_value=20, max_value=999),
    chiefs=st.integers(min_value=1, max_value=9),
    label=st.sampled_from(["（{}）", "({})", "（{}） "]),
    indent=st.sampled_from(["", "　　", "    ", "\t"]),
    newline=st.sampled_from(["\n", "\n\n", "\n　　\n"]),
    half_width=st.booleans(),
)


@examples(80)
@given(plan=plans)
def test_what_is_written_is_what_is_read(plan: Plan, wrong_spans: Walk) -> None:
    provision = read_provision(plan.written())
    assert provision.body.text == plan.body
    assert tuple(tuple(item.text for item in duty.items) for duty in provision.duties) == plan.duties
    assert [(one.name.text, *(name.text for name in one.second_names)) for one in provision.divisions] == [
        tuple(name for name in names if name) for names in plan.divisions
    ]
    assert provision.declared_division_count == len(plan.divisions)
    assert [(str(quota.label), quota.minimum) for quota in provision.quotas] == [
        ("机关行政编制", plan.staff),
        ("局长", 1),
        ("副局长", plan.chiefs),
    ]
    assert [finding for finding in provision.findings if finding.severity is Severity.ERROR] == []
    assert provision.coverage.unparsed == 0
    assert wrong_spans(provision) == []


@examples(60)
@given(
    plan=plans, encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]), ends=st.sampled_from(["\n", "\r\n", "\r"])
)
def test_encodings_and_line_ends_do_not_matter(plan: Plan, encoding: str, ends: str) -> None:
    text = plan.written()
    assert decode(text.replace("\n", ends).encode(encoding)) == text


PIECES = [
    *"一二三四十、（）()。；，：:;,.1２3 \n　\t《》〈〉〔〕“”处室局",
    *("一、职能转变", "二、主要职责", "三、内设机构", "四、人员编制", "五、其他事项", "六、附则", "第一条", "附  则"),
    *("（一）取消的职责", "（二）下放的职责", "（三）划入的职责", "1.", "2．", "（十）", "（二十一）", "二十"),
    *(
        "设立某市水务局",
        "为市政府组成部门",
        "根据《某方案》（某字〔2014〕20号）",
        "增挂某市水库办公室牌子",
        "某市水务局",
    ),
    *(
        "设25个内设机构：",
        "办公室（法制处）",
        "与",
        "合署办公",
        "机关行政编制为294名",
        "其中",
        "主任1-2名",
        "含",
        "职数",
    ),
    *("将", "下放到", "划入", "转由", "交给", "经", "除", "外", "除外", "取消", "加强", "区（县）", "共同认可的", "或"),
    *("与某市商务局的有关职责分工", "牵头负责", "配合", "会同", "由", "负责解释", "其调整由", "设在", "联席会议", "挂"),
]
fragments = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
texts = fragments | st.text(max_size=200) | st.tuples(fragments, st.text(max_size=20), fragments).map("".join)


def read_or_refused(text: str, wrong_spans: Walk) -> None:
    try:
        provision = read_provision(text)
    except NotAProvision:
        return
    assert wrong_spans(provision) == []
    coverage = provision.coverage
    assert coverage.sentences == coverage.typed + coverage.context + coverage.unparsed
    document(provision)


@examples(400)
@given(text=texts)
def test_any_text_is_read_or_refused(text: str, wrong_spans: Walk) -> None:
    read_or_refused(text, wrong_spans)


@examples(300)
@given(text=fragments)
def test_any_chapters_of_a_body_are_read(text: str, wrong_spans: Walk) -> None:
    read_or_refused("设立某市水务局，为市政府组成部门。\n一、主要职责\n（一）负责供水。\n" + text, wrong_spans)


@examples(200)
@given(data=st.binary(max_size=200) | fragments.map(lambda text: text.encode("gb18030")[1:]))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableText:
        return
    assert "\r" not in text
    assert not text.startswith("\ufeff")


@examples(60)
@given(data=st.data())
def test_a_provision_torn_and_patched_is_read_or_refused(
    data: st.DataObject, source_text: str, wrong_spans: Walk
) -> None:
    lines = source_text.splitlines(keepends=True)
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, min(first + 30, len(lines))))
    way = data.draw(st.sampled_from(["drop", "double", "reverse", "move", "join"]))
    middle = lines[first:last]
    patched = {
        "drop": [],
        "double": middle + middle,
        "reverse": middle[::-1],
        "move": [],
        "join": [line.strip() for line in middle],
    }[way]
    torn = lines[:first] + patched + lines[last:] + (middle if way == "move" else [])
    read_or_refused("".join(torn), wrong_spans)


@pytest.mark.parametrize(
    "surrogate", ["\ud800", "设立某市水务局\udfff，为市政府组成部门。\n一、主要职责\n（一）负责供水。"]
)
def test_half_a_character_is_no_crash(surrogate: str, wrong_spans: Walk) -> None:
    read_or_refused(surrogate, wrong_spans)
