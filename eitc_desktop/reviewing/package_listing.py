"""A package's entries as plain text, to be read without this program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone

from eitc_desktop.model.review import (
    Allotment,
    AllotmentRow,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    Revision,
    RowKind,
    Scenario,
    UnitName,
    Verdict,
)
from eitc_desktop.reviewing.allocation import LEADERS, RESERVE
from eitc_desktop.reviewing.review import entries_of
from eitc_desktop.reviewing.words import (
    ADOPTIONS,
    NO_LINK,
    NO_OPINION,
    ON_BEHALF,
    POSTS,
    STANCES,
    TWO_DRAFTS,
    WHOLE,
    WITHDRAWN,
    kind_words,
)

_BEIJING = timezone(timedelta(hours=8))
_RULE = "─" * 30
_LINE_END = "\r\n"  # older editors on Windows know no other
_NUMBERS = "一二三四五六七八九十"


def listing(revisions: Sequence[Revision], provisions: Mapping[str, str]) -> str:
    """Return every entry of *revisions* as text; *provisions* are the names of provisions by their SHA-256."""
    entries = entries_of(revisions)
    numbers = {entry: number for number, (entry, _, _) in enumerate(entries, 1)}
    scenarios = {
        entry: heads[-1].content.name for entry, heads, _ in entries if isinstance(heads[-1].content, Scenario)
    }
    lines = list(_head(revisions, provisions, [heads[-1] for _, heads, _ in entries]))
    for entry, heads, history in entries:
        lines += ["", _RULE, f"{numbers[entry]}．{kind_words(heads[-1].content)}　{_place(heads[-1])}"]
        if len(heads) > 1:
            lines.append(f"（{TWO_DRAFTS}）")
        for at, head in enumerate(heads):
            if len(heads) > 1:
                lines.append(f"〔第{_NUMBERS[at] if at < len(_NUMBERS) else at + 1}稿〕")
            lines += _state(head, numbers, scenarios)
        if len(history) > len(heads):
            lines.append(f"此前的文稿：{len(history) - len(heads)} 份，见 review.jsonld")
    return _LINE_END.join(lines) + _LINE_END


def _head(revisions: Sequence[Revision], provisions: Mapping[str, str], current: Sequence[Revision]) -> Iterator[str]:
    yield "审阅包说明"
    yield ""
    yield "本文件列出审阅包中的全部条目，没有本程序也能阅读；导入时以 review.jsonld 为准。"
    yield "除“条款”“原文”外，均为审阅人录入的内容，不是规定的原文。"
    yield ""
    for digest in sorted({revision.anchor.provision for revision in revisions}):
        yield f"规定：{provisions.get(digest) or '名称未知'}（SHA-256 {digest}）"
    for person in sorted({_person(revision.author) for revision in revisions}):
        yield f"审阅人：{person}"
    counts = Counter(str(kind_words(one.content)) for one in current)
    yield f"条目：{len(current)} 条" + "".join(f"，{kind} {count}" for kind, count in sorted(counts.items()))


def _state(revision: Revision, numbers: Mapping[str, int], scenarios: Mapping[str, str]) -> Iterator[str]:
    if revision.withdrawn:
        yield f"（{WITHDRAWN}）"
    if not revision.anchor.is_whole:
        yield _told("原文", revision.anchor.exact)
    for label, words in _values(revision.content, numbers, scenarios):
        if words:
            yield _told(label, words)
    yield _told("录入", _person(revision.author))
    yield _told("时间", _moment(revision.made_at))


def _values(content: Content, numbers: Mapping[str, int], scenarios: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Labels and words of a content; what is empty is left out later."""
    match content:
        case Opinion():
            return (
                ("意见", content.text),
                ("建议修改为", content.proposed),
                ("理由", content.reason),
                ("单位", content.office + _by_proxy(on_behalf=content.on_behalf)),
                ("提出人", content.person),
            )
        case NoOpinion():
            return (
                ("单位", content.office + _by_proxy(on_behalf=content.on_behalf)),
                ("提出人", content.person),
                ("说明", content.note),
            )
        case Reply():
            answer = str(NO_OPINION) if content.no_objection else ""
            return ("回复", _number(content.to, numbers)), ("答复", answer), ("内容", content.text)
        case Handling():
            return (
                ("处理", _number(content.of, numbers)),
                ("采纳情况", str(ADOPTIONS[content.adoption])),
                ("说明", content.explanation),
                ("承办人", content.handler),
            )
        case Verdict():
            proposed = "" if content.proposed is None else content.proposed.name
            return (
                ("对应机构", _unit(content.unit)),
                ("审阅结论", str(STANCES[content.stance])),
                ("理由", content.reason),
                ("建议对应", proposed),
            )
        case Scenario():
            return ("方案名称", content.name), ("说明", content.note)
        case Allotment():
            post = "" if content.column.post is None else f"（{POSTS[content.column.post]}）"
            count = "空" if content.count is None else str(content.count)
            return (
                ("方案", scenarios.get(content.scenario, "不在本包中")),
                ("分配给", _row(content.row)),
                ("编制或职数", content.column.label + post),
                ("数量", count),
            )
        case AskedOffice():
            return (("单位", content.name),)


def _row(row: AllotmentRow) -> str:
    match row.kind:
        case RowKind.UNIT:
            return _unit(row.unit)
        case RowKind.BODY:
            return row.body
        case RowKind.LEADERSHIP:
            return str(LEADERS)
        case RowKind.RESERVE:
            return str(RESERVE)


def _unit(unit: UnitName | None) -> str:
    return str(NO_LINK) if unit is None else unit.name


def _number(entry: str, numbers: Mapping[str, int]) -> str:
    return f"第 {numbers[entry]} 条" if entry in numbers else "所指条目不在本包中"


def _by_proxy(*, on_behalf: bool) -> str:
    return f"（{ON_BEHALF}）" if on_behalf else ""


def _place(revision: Revision) -> str:
    return f"条款：{WHOLE if revision.anchor.is_whole else revision.anchor.clause or '未编号'}"


def _person(person: Person) -> str:
    return f"{person.name}（{person.office}）" if person.office else person.name


def _told(label: str, words: str) -> str:
    return f"{label}：" + words.replace("\n", f"{_LINE_END}　　")


def _moment(made_at: str) -> str:
    """A moment as clocks in China show it; one that no calendar has as it was written."""
    try:
        moment = datetime.fromisoformat(made_at)
    except ValueError:
        return made_at
    return f"{moment.astimezone(_BEIJING):%Y-%m-%d %H:%M}（北京时间）"
