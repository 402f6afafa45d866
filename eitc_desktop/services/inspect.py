"""A provision as one JSON object (format ``eitc.provision/1``) and as text for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from eitc_desktop.model.provision import Provision, Quota, Severity
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, DIRECTION_WORDS, role_words
from eitc_desktop.services.staffing import amount_words

FORMAT = "eitc.provision/1"
Json = dict[str, Any]


def document(provision: Provision) -> Json:
    """Return *provision* by the ``eitc.provision/1`` contract: every key present, spans as ``[start, end]``."""
    p = provision
    return {
        "format": FORMAT,
        **{key: _words(getattr(p, key)) for key in ("title", "document_number", "issued", "effective")},
        "body": p.body.text,
        "status": _words(p.status),
        "level": _words(p.level),
        "basis": [{"title": b.title, "number": b.number, "span": _span(b.span)} for b in p.basis],
        "nameplates": [{"name": n.name.text, "of": n.of, "span": _span(n.span)} for n in p.nameplates],
        "sections": [
            {"ordinal": s.ordinal, "heading": s.heading, "kind": s.kind.value, "span": _span(s.span)}
            for s in p.sections
        ],
        "changes": _changes(p),
        "duties": [
            {"ordinal": d.ordinal, "text": d.text.text, "items": _quotes(d.items), "span": _span(d.span)}
            for d in p.duties
        ],
        "divisions": _divisions(p),
        "declared_division_count": p.declared_division_count,
        "co_locations": [
            {"units": [u.text for u in c.units], "text": c.text.text, "span": _span(c.span)} for c in p.co_locations
        ],
        "quotas": [_quota(q) for q in p.quotas],
        "actual": [
            {"label": a.label.text, "count": a.count, "unit": a.unit, "span": _span(a.span)} for a in p.actual_staff
        ],
        "responsibility_splits": _splits(p),
        "hosted_offices": [{"name": o.name.text, "span": _span(o.name.span)} for o in p.hosted_offices],
        "references": [{"name": r.name.text, "span": _span(r.span)} for r in p.references],
        "closing": _closing(p),
        "coverage": asdict(p.coverage),
        "findings": [
            {"severity": f.severity.value, "code": f.code, "message": f.message, "span": f.span and _span(f.span)}
            for f in p.findings
        ],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _words(quote: Quote | None) -> str | None:
    return None if quote is None else quote.text


def _quotes(quotes: Iterable[Quote]) -> list[Json]:
    return [{"text": quote.text, "span": _span(quote.span)} for quote in quotes]


def _changes(p: Provision) -> list[Json]:
    return [
        {
            "kind": c.kind.value,
            "direction": c.direction.value if c.direction else None,
            "ordinal": c.ordinal,
            "text": c.text.text,
            "subject": _words(c.subject),
            "origin": _words(c.origin),
            "recipients": [r.text for r in c.recipients],
            "scope": _words(c.scope),
            "condition": _words(c.condition),
            "exception": _words(c.exception),
            "items": _quotes(c.items),
            "span": _span(c.span),
        }
        for c in p.changes
    ]


def _divisions(p: Provision) -> list[Json]:
    return [
        {
            "ordinal": d.ordinal,
            "name": d.name.text,
            "second_names": [n.text for n in d.second_names],
            "nameplates": [n.text for n in d.nameplates],
            "duties": _quotes(d.duties),
            "span": _span(d.span),
        }
        for d in p.divisions
    ]


def _quota(q: Quota) -> Json:
    return {
        "kind": q.kind.value,
        "type": q.type,
        "label": q.label.text,
        "min": q.minimum,
        "max": q.maximum,
        "unit": q.unit,
        "rule": _words(q.rule),
        "of": _words(q.of),
        "part_of": q.part_of,
        "span": _span(q.span),
    }


def _splits(p: Provision) -> list[Json]:
    return [
        {
            "counterpart": _words(s.counterpart),
            "matters": [
                {
                    "ordinal": m.ordinal,
                    "text": m.text.text,
                    "lead": _words(m.lead),
                    "roles": [
                        {
                            "agency": r.agency.text,
                            "verb": r.verb.text,
                            "text": r.text.text,
                            "position": r.position.value,
                            "span": _span(r.span),
                        }
                        for r in m.roles
                    ],
                    "mechanisms": [name.text for name in m.mechanisms],
                    "span": _span(m.span),
                }
                for m in s.matters
            ],
            "span": _span(s.span),
        }
        for s in p.responsibility_splits
    ]


def _closing(p: Provision) -> Json | None:
    if p.closing is None:
        return None
    return {
        "interpreted_by": _words(p.closing.interpreted_by),
        "adjusted_by": _words(p.closing.adjusted_by),
        "span": _span(p.closing.span),
    }


NOT_STATED = "原文未载明"
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "提示"}


def describe(provision: Provision) -> str:
    """Return the same facts as :func:`document` for a person: Chinese, one fact a line, each with its citation."""
    p = provision
    lines = [f"机构：{p.body.text}　[{p.cite(p.body.span)}]"]
    for name, quote in (
        ("标题", p.title),
        ("文号", p.document_number),
        ("印发日期", p.issued),
        ("施行日期", p.effective),
        ("性质", p.status),
        ("规格", p.level),
    ):
        lines.append(f"{name}：{quote.text if quote else NOT_STATED}")
    lines += [f"设立依据：《{b.title}》{b.number or ''}　[{p.cite(b.span)}]" for b in p.basis]
    lines += [f"牌子：{n.name.text}{f'（{n.of}）' if n.of else ''}　[{p.cite(n.span)}]" for n in p.nameplates]
    lines += [*_describe_functions(p), *_describe_organisation(p), *_describe_relations(p), *_describe_check(p)]
    return "\n".join(lines)


def _describe_functions(p: Provision) -> list[str]:
    lines = ["", f"职能转变 {len(p.changes)} 项"]
    for c in p.changes:
        where = c.recipients_worded
        subject = c.subject.text if c.subject else c.text.text
        parts = [f"  [{CHANGE_KIND_WORDS[c.kind]}] {subject}"]
        parts += [f"去向：{where}"] if where else []
        for name, quote in (("范围", c.scope), ("条件", c.condition), ("例外", c.exception)):
            parts += [f"{name}：{quote.text}"] if quote else []
        direction = f"（{DIRECTION_WORDS[c.direction]}：推算）" if c.direction else ""
        lines.append(f"{'；'.join(parts)}{direction}　[{p.cite(c.span)}]")
    items = sum(len(d.items) for d in p.duties)
    lines += ["", f"主要职责 {len(p.duties)} 条，{items} 个分项（分项为程序编号）"]
    for d in p.duties:
        lines.append(f"  {d.ordinal or ''}　[{p.cite(d.span)}]")
        lines += [f"    {n}. {item.text}" for n, item in enumerate(d.items, 1)]
    return lines


def _describe_organisation(p: Provision) -> list[str]:
    declared = p.declared_division_count
    stated = f"原文称 {declared} 个" if declared is not None else f"个数{NOT_STATED}"
    lines = ["", f"内设机构 列出 {len(p.divisions)} 个（{stated}）"]
    for d in p.divisions:
        second = f"（{'、'.join(n.text for n in d.second_names)}）" if d.second_names else ""
        lines.append(f"  {d.ordinal or '　'}{d.name.text}{second}　[{p.cite(d.span)}]")
        lines += [f"    - {duty.text}" for duty in d.duties]
    lines += [f"  合署办公：{c.text.text}　[{p.cite(c.span)}]" for c in p.co_locations]
    lines += ["", "人员编制"]
    for q in p.quotas:
        indent = "    其中 " if q.part_of is not None else "  "
        amount = q.rule.text if q.rule else amount_words(q.minimum, q.maximum, q.unit) or NOT_STATED
        lines.append(f"{indent}{q.label.text}：{amount}　[{p.cite(q.span)}]")
    lines += [f"  {a.label.text}：{a.count}{a.unit or ''}（实有，非编制）　[{p.cite(a.span)}]" for a in p.actual_staff]
    return lines


def _describe_relations(p: Provision) -> list[str]:
    lines = ["", "部门间职责分工"] if p.responsibility_splits else []
    for s in p.responsibility_splits:
        lines.append(f"  与{s.counterpart.text if s.counterpart else '（标题未写明部门）'}　[{p.cite(s.span)}]")
        for m in s.matters:
            lead = m.lead.text if m.lead else "无（原文未写明对整个事项牵头的部门）"
            lines.append(f"    {m.ordinal or ''}牵头：{lead}　[{p.cite(m.span)}]")
            lines += [f"      {r.agency.text}　{role_words(r)}" for r in m.roles]
            lines += [f"      机制：{name.text}" for name in m.mechanisms]
    lines += [f"设在本机关：{o.name.text}　[{p.cite(o.span)}]" for o in p.hosted_offices]
    lines += [f"引用：《{r.name.text}》　[{p.cite(r.span)}]" for r in p.references]
    if p.closing is not None:
        interpreted = _words(p.closing.interpreted_by) or NOT_STATED
        adjusted = _words(p.closing.adjusted_by) or NOT_STATED
        lines.append(f"解释：{interpreted}；调整：{adjusted}　[{p.cite(p.closing.span)}]")
    return lines


def _describe_check(p: Provision) -> list[str]:
    c = p.coverage
    lines = [
        "",
        (
            f"识别情况：共 {c.sentences} 句，成为事实 {c.typed}，仅作引导 {c.context}，未识别 {c.unparsed}"
            "（未识别为 0 不代表识别无误）"
        ),
    ]
    for f in p.findings:
        place = f"　[{p.cite(f.span)}] “{f.span.of(p.text)[:30]}”" if f.span else ""
        lines.append(f"  {_SEVERITIES[f.severity]}：{f.message}{place}")
    return lines
