"""The duty mapping of a provision as one JSON object (format ``eitc.links/1``) and as text for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, Mapping
from eitc_desktop.model.provision import ChangeKind, Division, FunctionChange, Matter, Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, GRADE_WORDS, UNCONFIRMED
from eitc_desktop.services.citing import in_quotation_marks, opening_words

FORMAT = "eitc.links/1"
Json = dict[str, Any]

_FIELD_ONLY = (ChangeKind.ABOLISHED, ChangeKind.DEVOLVED)
"""Of these functions a link names the field and not what is left of them (涉及领域)."""


def document(provision: Provision, mapping: Mapping) -> Json:
    """Return the *mapping* of *provision* by the ``eitc.links/1`` contract; spans as ``[start, end]``."""
    return {
        "format": FORMAT,
        "body": provision.body.text,
        "items": [
            {
                "ordinal": provision.duties[ref.index].ordinal,
                "number": ref.part + 1,
                "text": quote.text,
                "links": [_link(provision, link) for link in mapping.links_of_item(ref)],
            }
            for ref, quote in duty_items(provision)
        ],
        "changes": [_change(provision, mapping, i) for i in range(len(provision.changes))],
        "unmapped_items": [
            [provision.duties[ref.index].ordinal, ref.part + 1] for ref in unmapped_items(provision, mapping)
        ],
        "divisions_without_duty": [division.name.text for division in divisions_without_duty(provision, mapping)],
        "counts": {
            **{grade.value: number for grade, number in grade_counts(mapping).items()},
            "unmapped": len(unmapped_items(provision, mapping)),
        },
    }


def duty_items(provision: Provision) -> Iterator[tuple[FactRef, Quote]]:
    """Yield every duty item with its address, in the text's order."""
    for i, duty in enumerate(provision.duties):
        for j, item in enumerate(duty.items):
            yield FactRef(FactKind.DUTY_ITEM, i, j), item


def unmapped_items(
    provision: Provision, mapping: Mapping, grades: frozenset[Grade] = frozenset(Grade)
) -> tuple[FactRef, ...]:
    """Return the duty items that no division corresponds to by *grades*; a hosted office alone leaves one."""
    mapped = {link.item for link in mapping.duty_links if link.unit.kind is FactKind.DIVISION and link.grade in grades}
    return tuple(ref for ref, _ in duty_items(provision) if ref not in mapped)


def divisions_without_duty(provision: Provision, mapping: Mapping) -> tuple[Division, ...]:
    """Return the divisions that correspond to no duty item."""
    mapped = {link.unit for link in mapping.duty_links}
    return tuple(
        division for i, division in enumerate(provision.divisions) if FactRef(FactKind.DIVISION, i) not in mapped
    )


def shared_items(mapping: Mapping) -> tuple[FactRef, ...]:
    """Return the duty items that correspond to several divisions."""
    divisions = Counter(link.item for link in mapping.duty_links if link.unit.kind is FactKind.DIVISION)
    return tuple(sorted(item for item, number in divisions.items() if number > 1))


def grade_counts(mapping: Mapping) -> dict[Grade, int]:
    """Return how many links to divisions there are of each grade. They are no measure of anybody's work."""
    found = Counter(link.grade for link in mapping.duty_links if link.unit.kind is FactKind.DIVISION)
    return {grade: found[grade] for grade in Grade}


def _link(provision: Provision, link: DutyLink) -> Json:
    return {
        "target": link.unit.kind.value,
        "part": link.part,
        "division": _unit_name(provision, link.unit),
        "grade": link.grade.value,
        "method": link.method.value,
        "evidence": _quotes(link.evidence),
        "reason": _reason(link.judgement, link.evidence),
    }


def _change(provision: Provision, mapping: Mapping, index: int) -> Json:
    change, ref = provision.changes[index], FactRef(FactKind.CHANGE, index)
    items = mapping.links_of_change(ref, FactKind.DUTY_ITEM)
    divisions = mapping.links_of_change(ref, FactKind.DIVISION)
    matters = mapping.links_of_change(ref, FactKind.MATTER)
    return {
        "kind": change.kind.value,
        "ordinal": change.ordinal,
        "text": change.text.text,
        "items": [
            {
                "ordinal": provision.duties[link.target.index].ordinal,
                "number": link.target.part + 1,
                "grade": link.grade.value,
                "evidence": _quotes(link.evidence),
            }
            for link in items
        ],
        "divisions": [
            {"division": _unit_name(provision, link.target), "grade": link.grade.value} for link in divisions
        ],
        "splits": [
            {"counterpart": counterpart and counterpart.text, "ordinal": matter.ordinal}
            for link in matters
            for counterpart, matter in [_matter(provision, link.target)]
        ],
    }


def _quotes(evidence: Iterable[Evidence]) -> list[Json]:
    return [{"quote": one.quote.text, "span": [one.quote.span.start, one.quote.span.end]} for one in evidence]


def _reason(judgement: Judgement | None, evidence: Iterable[Evidence]) -> str | None:
    """Return why: what was judged, or why words stand for a name that they aren't literally; None where they are."""
    if judgement is not None:
        return judgement.reason
    grounds = dict.fromkeys(f"{one.term}：{one.ground}" for one in evidence if one.ground)
    return "；".join(grounds) or None


def _unit_name(provision: Provision, unit: FactRef) -> str:
    units = provision.divisions if unit.kind is FactKind.DIVISION else provision.hosted_offices
    return units[unit.index].name.text


def _matter(provision: Provision, ref: FactRef) -> tuple[Quote | None, Matter]:
    split = provision.responsibility_splits[ref.index]
    return split.counterpart, split.matters[ref.part]


def describe(provision: Provision, mapping: Mapping) -> str:
    """Return the same for a person: by duty, with grades in words, quoted evidence and reasons, and the gaps."""
    return "\n".join(_Report(provision, mapping).lines())


class _Report:
    """The lines of one provision's report."""

    def __init__(self, provision: Provision, mapping: Mapping) -> None:
        self._provision = provision
        self._mapping = mapping

    def lines(self) -> Iterator[str]:
        yield f"机构：{self._provision.body.text}"
        yield from self._preface()
        yield from self._duties()
        yield from self._changes()
        yield from self._gaps()
        yield from self._rejections()
        yield from self._findings()
        yield from self._counts()

    def _preface(self) -> Iterator[str]:
        yield f"说明：{self._grounds()}"
        yield "  A 明文：原文写明；B 名称对应：名称中的用语见于职责分项（推算）；"
        yield f"  C 职能研判：{UNCONFIRMED}。职责分项的编号为程序编号。"

    def _grounds(self) -> str:
        if any(link.grade is Grade.STATED for link in self._mapping.duty_links):
            return "标 A 的对应为原文所写，其余不是原文的规定。"
        if any(division.duties for division in self._provision.divisions):
            return "原文另写有内设机构的职责，与主要职责的分项没有相同的语句；以下对应都不是原文的规定。"
        return "原文未把职责分配到内设机构，以下对应都不是原文的规定。"

    def _duties(self) -> Iterator[str]:
        p = self._provision
        yield from ("", "职责对应")
        for i, duty in enumerate(p.duties):
            yield f"  {duty.ordinal or ''}　[{p.cite(duty.span)}]"
            for j, item in enumerate(duty.items):
                ref = FactRef(FactKind.DUTY_ITEM, i, j)
                yield f"    {j + 1}. {item.text}"
                links = self._mapping.links_of_item(ref)
                if not any(link.unit.kind is FactKind.DIVISION for link in links):
                    yield "       未对应内设机构" if links else "       未对应"
                for link in links:
                    yield from self._duty_link(link)
        if not p.duties:
            yield "  未读出主要职责"

    def _duty_link(self, link: DutyLink) -> Iterator[str]:
        extent = "部分" if link.part else "整项"
        yield f"       → {self._unit(link.unit)}　{_grade(link.grade)}，{extent}　{_evidence(link.evidence)}"
        yield from _reasons("         ", link.judgement, link.evidence)

    def _changes(self) -> Iterator[str]:
        yield from ("", "职能转变所涉的现行职责、机构和职责分工（取消、下放的只表示涉及领域）")
        for i, change in enumerate(self._provision.changes):
            yield f"  [{CHANGE_KIND_WORDS[change.kind]}] {change.text.text}　[{self._provision.cite(change.span)}]"
            links = [link for link in self._mapping.change_links if link.change.index == i]
            for link in links:
                yield from self._change_link(change, link)
            if not links:
                yield "    未对应"
        if not self._provision.changes:
            yield "  未读出职能转变"

    def _change_link(self, change: FunctionChange, link: ChangeLink) -> Iterator[str]:
        field = "涉及领域：" if change.kind in _FIELD_ONLY else ""
        via = "" if link.via is None else f"（经{self._item(link.via)}）"
        other = f"；对应“{'”“'.join(quote.text for quote in link.counterpart)}”" if link.counterpart else ""
        yield f"    → {field}{self._target(link.target)}{via}　{_grade(link.grade)}　{_evidence(link.evidence)}{other}"
        yield from _reasons("      ", link.judgement, link.evidence)

    def _gaps(self) -> Iterator[str]:
        unmapped, shared = unmapped_items(self._provision, self._mapping), shared_items(self._mapping)
        without = [self._named(division) for division in divisions_without_duty(self._provision, self._mapping)]
        for title, items in (("未对应内设机构的职责分项", unmapped), ("多处室对应的职责分项", shared)):
            yield from ("", f"{title} {len(items)} 个")
            yield from (f"  {self._item(ref)}　{self._words(ref)}" for ref in items)
        yield from ("", f"未对应职责分项的内设机构 {len(without)} 个")
        yield from ("  " + name for name in without)

    def _rejections(self) -> Iterator[str]:
        if self._mapping.rejections:
            yield from ("", f"名称见于原文、经研判排除的对应 {len(self._mapping.rejections)} 个")
        for one in self._mapping.rejections:
            yield f"  {self._item(one.item)} × {self._unit(one.unit)}　{_evidence(one.evidence)}"
            yield from _reasons("    ", one.judgement, one.evidence)

    def _findings(self) -> Iterator[str]:
        p = self._provision
        if self._mapping.same_subjects:
            yield from ("", "所述为同一事项的职责分工（推算）")
        for same in self._mapping.same_subjects:
            one, other = (
                f"{self._target(ref)}　[{p.cite(q.span)}]" for ref, q in zip(same.matters, same.quotes, strict=True)
            )
            yield f"  {one}；{other}：均有{in_quotation_marks(same.quotes[0].text)}"
        if self._mapping.findings:
            yield from ("", "核查结果")
        for finding in self._mapping.findings:
            yield f"  {finding.message}"

    def _counts(self) -> Iterator[str]:
        counts = grade_counts(self._mapping)
        listed = "，".join(f"{_grade(grade)} {number}" for grade, number in counts.items())
        unmapped = len(unmapped_items(self._provision, self._mapping))
        yield from ("", f"职责分项与内设机构的对应：{listed}；未对应的职责分项 {unmapped} 个")
        yield "  以上只是对应的条数，不表示工作量。"

    def _named(self, division: Division) -> str:
        second = "、".join(name.text for name in division.second_names)
        return f"{division.name.text}{f'（{second}）' if second else ''}"

    def _unit(self, ref: FactRef) -> str:
        if ref.kind is FactKind.DIVISION:
            return self._named(self._provision.divisions[ref.index])
        return f"{_unit_name(self._provision, ref)}（设在本机关）"

    def _item(self, ref: FactRef) -> str:
        return f"{self._provision.duties[ref.index].ordinal or ''}{ref.part + 1}"

    def _words(self, ref: FactRef) -> str:
        return self._provision.duties[ref.index].items[ref.part].text

    def _target(self, ref: FactRef) -> str:
        if ref.kind is FactKind.DUTY_ITEM:
            return f"职责{self._item(ref)} {opening_words(self._provision.duties[ref.index].items[ref.part])}"
        if ref.kind is FactKind.MATTER:
            counterpart, matter = _matter(self._provision, ref)
            return f"与{counterpart.text if counterpart else '有关部门'}的职责分工{matter.ordinal or ''}"
        return self._unit(ref)


def _grade(grade: Grade) -> str:
    return f"{grade.value} {GRADE_WORDS[grade]}"


def _evidence(evidence: Iterable[Evidence]) -> str:
    return f"依据“{'”“'.join(one.quote.text for one in evidence)}”"


def _reasons(indent: str, judgement: Judgement | None, evidence: Iterable[Evidence]) -> Iterator[str]:
    reason = _reason(judgement, evidence)
    if judgement is not None:
        yield f"{indent}{UNCONFIRMED}：{reason}（{judgement.judge}，{judgement.date}）"
    elif reason is not None:
        yield f"{indent}用语依据：{reason}"
