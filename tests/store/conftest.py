"""Made-up provisions that need no reader: one with every kind of fact, one with next to none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import (
    ChangeLink,
    DutyLink,
    Evidence,
    Grade,
    Judgement,
    Mapping,
    Method,
    Rejection,
    SameSubject,
    Wording,
    WordingKind,
)
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import (
    ActualStaff,
    Basis,
    ChangeKind,
    Clause,
    Closing,
    CoLocation,
    Coverage,
    Direction,
    Division,
    Duty,
    Finding,
    FunctionChange,
    HostedOffice,
    Matter,
    Nameplate,
    Provision,
    Quota,
    QuotaKind,
    Reference,
    ResponsibilitySplit,
    Role,
    RolePosition,
    Section,
    SectionKind,
    Severity,
)
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.store.writing import Source, write_library

FULL = """𠮷县林业局职能配置规定
吉编〔2019〕3号，2019年3月1日印发，4月1日施行。根据《总方案》（吉委〔2019〕1号）设立𠮷县林业局，为县政府工作部门，正科级，挂绿化办公室牌子。
一、职责调整
1.将县内的造林审批交给甲协会或乙协会，经评审合格的，古树除外。
2.强化巡护；强化防火。
二、主要职责
（一）管理林木；管理湿地。
三、内设机构
设1个内设机构。（一）办公室（法规股、信访股），挂值班室牌子，负责文电；负责会务。机关党委。办公室与党办合署办公。
四、编制
行政编制10名，其中局长1名、副局长1-2名，办公室主任按规定配备。实有12人。
五、其他
与水务局的分工。1.水务局牵头湿地，林业局配合，用好湿地联席会议。2.另行商定。防火指挥部设在林业局，见《森林法》。
六、附则
由编办解释和调整。"""


def _quote(words: str, after: str = "") -> Quote:
    start = FULL.index(words, FULL.index(after) + len(after) if after else 0)
    return Quote(words, Span(start, start + len(words)))


def _lines() -> Iterator[Clause]:
    start = 0
    section: int | None = None
    for index, line in enumerate(FULL.split("\n")):
        span = Span(start, start + len(line))
        start = span.end + 1
        heading = len(line) < 8 and line[1:2] == "、"
        ordinal = line[0] if heading else None
        parent = None if heading or section is None else section
        section = index if heading else section
        yield Clause(index, parent, 0 if parent is None else 1, ordinal, index, line, ordinal or "前言", span, span)


def _changes() -> tuple[FunctionChange, ...]:
    handed = FunctionChange(
        kind=ChangeKind.HANDED_OVER,
        direction=Direction.OUT,
        ordinal="1.",
        text=_quote("将县内的造林审批交给甲协会或乙协会，经评审合格的，古树除外。"),
        subject=_quote("造林审批"),
        origin=_quote("县内"),
        recipients=(_quote("甲协会"), _quote("乙协会")),
        scope=_quote("县内"),
        condition=_quote("经评审合格的"),
        exception=_quote("古树除外"),
        items=(_quote("将县内的造林审批交给甲协会或乙协会，经评审合格的，古树除外"),),
    )
    items = (_quote("强化巡护"), _quote("强化防火"))
    text = _quote("强化巡护；强化防火。")
    return handed, FunctionChange(ChangeKind.STRENGTHENED, None, "2.", text, None, None, (), None, None, None, items)


def _quotas() -> tuple[Quota, ...]:
    def post(label: str, minimum: int, maximum: int, words: str) -> Quota:
        span = _quote(words).span
        return Quota(QuotaKind.LEADERSHIP, None, _quote(label, "其中"), minimum, maximum, "名", None, None, 0, span)

    establishment = _quote("行政编制10名")
    rule = _quote("办公室主任按规定配备")
    return (
        Quota(QuotaKind.ESTABLISHMENT, "行政", _quote("行政编制"), 10, 10, "名", None, None, None, establishment.span),
        post("局长", 1, 1, "局长1名"),
        post("副局长", 1, 2, "副局长1-2名"),
        Quota(
            QuotaKind.LEADERSHIP,
            None,
            _quote("办公室主任"),
            None,
            None,
            None,
            _quote("按规定配备"),
            _quote("办公室", "1-2名，"),
            None,
            rule.span,
        ),
    )


def _splits() -> tuple[ResponsibilitySplit, ...]:
    first = Matter(
        ordinal="1.",
        text=_quote("水务局牵头湿地，林业局配合，用好湿地联席会议。"),
        lead=_quote("水务局", "分工。1."),
        roles=(
            Role(_quote("水务局", "分工。1."), _quote("牵头"), _quote("水务局牵头湿地"), RolePosition.SUBJECT),
            Role(_quote("林业局", "湿地，"), _quote("配合"), _quote("林业局配合"), RolePosition.PARTNER),
        ),
        mechanisms=(_quote("湿地联席会议"),),
    )
    second = Matter("2.", _quote("另行商定。"), None, (), ())
    return (ResponsibilitySplit(_quote("水务局"), (first, second), _quote("与水务局的分工").span),)


def _full() -> Provision:
    clauses = tuple(_lines())
    division = Division(
        ordinal="（一）",
        name=_quote("办公室", "内设机构。（一）"),
        second_names=(_quote("法规股"), _quote("信访股")),
        nameplates=(_quote("值班室"),),
        duties=(_quote("负责文电"), _quote("负责会务")),
    )
    return Provision(
        text=FULL,
        title=_quote("𠮷县林业局职能配置规定"),
        document_number=_quote("吉编〔2019〕3号"),
        issued=_quote("2019年3月1日"),
        effective=_quote("4月1日"),
        body=_quote("𠮷县林业局"),
        status=_quote("县政府工作部门"),
        level=_quote("正科级"),
        basis=(Basis("总方案", "吉委〔2019〕1号", _quote("总方案").span), Basis("另一文件", None, Span(0, 3))),
        nameplates=(Nameplate(_quote("绿化办公室"), None), Nameplate(_quote("值班室"), "办公室")),
        sections=tuple(
            Section(clause.ordinal, clause.heading, SectionKind.OTHER, clause.span, clause.index)
            for clause in clauses
            if clause.parent is None
        ),
        clauses=clauses,
        changes=_changes(),
        duties=(Duty("（一）", _quote("管理林木；管理湿地。"), (_quote("管理林木"), _quote("管理湿地"))),),
        divisions=(division, Division(None, _quote("机关党委"), (), (), (), counted=False)),
        declared_division_count=1,
        declared_division_span=_quote("设1个内设机构").span,
        co_locations=(CoLocation((_quote("办公室", "机关党委。"), _quote("党办")), _quote("办公室与党办合署办公。")),),
        quotas=_quotas(),
        actual_staff=(ActualStaff(_quote("实有"), 12, "人", _quote("实有12人").span),),
        responsibility_splits=_splits(),
        hosted_offices=(HostedOffice(_quote("防火指挥部"), _quote("防火指挥部设在林业局").span),),
        references=(Reference(_quote("森林法")),),
        closing=Closing(_quote("编办"), _quote("编办"), _quote("由编办解释和调整。").span),
        coverage=Coverage(20, 15, 4, 1),
        findings=(
            Finding(Severity.WARNING, "numbering", "编号有疑", Span(3, 9)),
            Finding(Severity.INFO, "no-title", "未载明", None),
        ),
    )


def _mapping() -> Mapping:
    trees, wetland = FactRef(FactKind.DUTY_ITEM, 0, 0), FactRef(FactKind.DUTY_ITEM, 0, 1)
    office, party = FactRef(FactKind.DIVISION, 0), FactRef(FactKind.DIVISION, 1)
    fire = FactRef(FactKind.HOSTED_OFFICE, 0)
    handed, stronger = FactRef(FactKind.CHANGE, 0), FactRef(FactKind.CHANGE, 1)
    first, second = FactRef(FactKind.MATTER, 0, 0), FactRef(FactKind.MATTER, 0, 1)
    one, other = Judgement("名称相近。", "甲", "2026-01-02"), Judgement("并非此义。", "乙", "2026-03-04")
    woods = Evidence(_quote("林木", "管理"))
    wet = Evidence(_quote("湿地", "林木；"), "湿地", "沼泽也称湿地")
    planting, guard = Evidence(_quote("造林审批"), "造林"), Evidence(_quote("强化巡护"))
    return Mapping(
        duty_links=(
            DutyLink(trees, office, Grade.STATED, Method.STATED, part=False, evidence=(Evidence(_quote("管理林木")),)),
            DutyLink(
                wetland,
                party,
                Grade.JUDGED,
                Method.JUDGEMENT,
                part=True,
                evidence=(Evidence(_quote("管理", "林木；")), wet),
                judgement=one,
            ),
            DutyLink(wetland, fire, Grade.NAMED, Method.NAME, part=True, evidence=(wet,)),
        ),
        rejections=(Rejection(trees, fire, (woods,), other),),
        wordings=(
            Wording(trees, WordingKind.ROLE, "会同", _quote("管理")),
            Wording(trees, WordingKind.LIMIT, "等", _quote("林木", "管理")),
            Wording(wetland, WordingKind.ACT, "监督管理", _quote("管理", "林木；")),
        ),
        change_links=(
            ChangeLink(handed, office, Grade.NAMED, (planting,), (woods.quote,), via=trees),
            ChangeLink(handed, party, Grade.JUDGED, (planting,), judgement=one),
            ChangeLink(handed, trees, Grade.NAMED, (planting,), (woods.quote,)),
            ChangeLink(stronger, fire, Grade.JUDGED, (guard,), (wet.quote,), via=wetland, judgement=other),
            ChangeLink(stronger, first, Grade.NAMED, (guard, guard), (_quote("湿地", "牵头"),)),
        ),
        same_subjects=(SameSubject((first, second), (_quote("湿地", "牵头"), _quote("商定"))),),
        findings=(
            Finding(Severity.INFO, "wording-differs", "用语不同", _quote("管理湿地").span),
            Finding(Severity.WARNING, "other", "无处可指", None),
        ),
    )


def _bare(text: str, body: str) -> Provision:
    whole = Span(0, len(text))
    start = text.index(body)
    return Provision(
        text=text,
        title=None,
        document_number=None,
        issued=None,
        effective=None,
        body=Quote(body, Span(start, start + len(body))),
        status=None,
        level=None,
        basis=(),
        nameplates=(),
        sections=(),
        clauses=(Clause(0, None, 0, None, None, None, "前言", whole, whole),),
        changes=(),
        duties=(),
        divisions=(),
        declared_division_count=None,
        declared_division_span=None,
        co_locations=(),
        quotas=(),
        actual_staff=(),
        responsibility_splits=(),
        hosted_offices=(),
        references=(),
        closing=None,
        coverage=Coverage(1, 0, 1, 0),
        findings=(),
    )


@pytest.fixture(scope="session")
def full_provision() -> Provision:
    """Every list filled, every optional fact stated at least once, a character outside the basic plane first."""
    return _full()


@pytest.fixture(scope="session")
def full_mapping() -> Mapping:
    """Of the full provision, with every list filled and every kind of grade, unit, target and wording in it."""
    return _mapping()


@pytest.fixture(scope="session")
def bare_provision() -> Callable[[str, str], Provision]:
    """Make a provision of a text that names its body and states nothing else."""
    return _bare


@pytest.fixture(scope="session")
def source_of() -> Callable[[str, Provision], Source]:
    """Wrap a provision as if it had been read from a file of this name."""
    return lambda name, provision: Source(name, hashlib.sha256(provision.text.encode()).hexdigest(), provision)


@pytest.fixture
def made_up_library(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, source_of: Callable[[str, Provision], Source]
) -> Path:
    """A small library of our own, free to be damaged."""
    path = tmp_path / "库 一" / "林业 2019.db"
    keys = (NameKey("信访股", "xin fang gu", "xfg"), NameKey("法规股", "fa gui gu", "fgg"))
    write_library(path, [replace(source_of("linye.txt", full_provision), name_keys=keys, mapping=full_mapping)])
    return path
