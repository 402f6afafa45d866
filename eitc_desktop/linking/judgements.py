"""Curated judgements: links of grade C, and matches by name that somebody set aside, each held against the text."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeGuard

from eitc_desktop.errors import EitcError
from eitc_desktop.linking.matching import part_of
from eitc_desktop.linking.names import LEAST, Abbreviation
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, Method, Rejection
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote


class UnusableJudgements(EitcError):
    """A file of judgements or abbreviations can't be used; the message lists every fault."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file of judgements holds for one provision, all of it held against the text."""

    links: tuple[DutyLink, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    change_links: tuple[ChangeLink, ...] = ()


_GRADES: Mapping[Grade, str] = MappingProxyType({Grade.STATED: "明文（A）", Grade.NAMED: "名称对应（B）"})
_HEAD = frozenset({"body", "judge"})
_ITEM = frozenset({"item", "opening"})
_WHY = frozenset({"quotes", "reason", "date"})
_KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "link": frozenset({"duty", "division", "part"}) | _ITEM | _WHY,
        "reject": frozenset({"duty", "division"}) | _ITEM | _WHY,
        "change": frozenset({"kind", "change", "to_duty", "division", "counterpart"}) | _ITEM | _WHY,
    }
)
"""What an entry of each table may hold: a misspelt key would be passed over in silence."""


def read_abbreviations(text: str) -> dict[str, tuple[Abbreviation, ...]]:
    """Return the listed abbreviations by term; a term may have several entries, each with its own ground.

    Raises:
        UnusableJudgements: if *text* is no TOML of the form that resources/abbreviations.toml has.
    """
    found: dict[str, tuple[Abbreviation, ...]] = {}
    seen: set[tuple[str, str]] = set()
    tables = _parsed(text)
    faults = _misplaced(tables, {"abbreviation": frozenset({"term", "forms", "ground"})}, frozenset())
    for number, entry in enumerate(_tables(tables, "abbreviation"), start=1):
        term, forms, ground = entry.get("term"), entry.get("forms"), entry.get("ground")
        if not (_is_worded(term) and _is_worded(ground) and _are_words(forms) and forms):
            faults.append(f"abbreviation 第 {number} 条：须有 term（用语）、forms（写法）和 ground（理由）")
            continue
        short = [form for form in forms if len(form.replace("?", "")) < LEAST]
        faults += [f"abbreviation 第 {number} 条：“{form}”不足 {LEAST} 个字" for form in short]
        faults += [f"“{term}”的写法“{form}”列了两次" for form in forms if (term, form) in seen]
        seen |= {(term, form) for form in forms}
        found[term] = (*found.get(term, ()), Abbreviation(term, tuple(forms), ground))
    _refuse(faults)
    return found


def read_judgements(
    text: str, provision: Provision, machine: Iterable[DutyLink], changes: Iterable[ChangeLink] = ()
) -> Judged:
    """Return the judgements that *text* holds of *provision*; *machine* and *changes* are its links by machine.

    Raises:
        UnusableJudgements: if it is no TOML, is of another body, or an entry names what isn't there, quotes what isn't
            written, repeats a link, or sets aside what no machine matched.
    """
    tables = _parsed(text)
    judge = tables.get("judge")
    known = {(link.change, link.target) for link in changes}
    reader = _Reader(provision, {(link.item, link.unit): link for link in machine}, known, str(judge).strip())
    reader.faults += _misplaced(tables, _KEYS, _HEAD)
    if tables.get("body") != provision.body.text:
        reader.faults.append(f"body（机构）应为“{provision.body.text}”")
    if not _is_worded(judge):
        reader.faults.append("须有 judge（由谁研判）")
    links = [link for number, entry in enumerate(_tables(tables, "link"), 1) for link in reader.link(number, entry)]
    rejections = [
        one for number, entry in enumerate(_tables(tables, "reject"), 1) for one in reader.reject(number, entry)
    ]
    judged = [one for number, entry in enumerate(_tables(tables, "change"), 1) for one in reader.change(number, entry)]
    _refuse(reader.faults)
    return Judged(tuple(sorted(links, key=_place)), tuple(sorted(rejections, key=_place)), tuple(judged))


class _Reader:
    """Reads the entries of one file and collects what is wrong with them."""

    def __init__(
        self,
        provision: Provision,
        machine: Mapping[tuple[FactRef, FactRef], DutyLink],
        changes: AbstractSet[tuple[FactRef, FactRef]],
        judge: str,
    ) -> None:
        self.faults: list[str] = []
        self._judge = judge
        self._provision = provision
        self._machine = machine
        self._changes = changes
        self._seen: set[tuple[FactRef, FactRef]] = set()

    def link(self, number: int, entry: Mapping[str, Any]) -> list[DutyLink]:
        where = f"link 第 {number} 条"
        found = self._item_and_unit(where, entry)
        if found is None:
            return []
        item, unit = found
        matched = self._machine.get((item, unit))
        if matched is not None:
            self.faults.append(f"{where}：与{_GRADES[matched.grade]}的结果重复")
            return []
        judged = self._judged(where, entry, self._words(item))
        if judged is None or self._is_repeated(where, item, unit):
            return []
        evidence, judgement = judged
        part = entry.get("part", True)
        if not isinstance(part, bool):
            self.faults.append(f"{where}：part 须为 true（覆盖部分）或 false（覆盖整项）")
            return []
        return [DutyLink(item, unit, Grade.JUDGED, Method.JUDGEMENT, part, evidence, judgement)]

    def reject(self, number: int, entry: Mapping[str, Any]) -> list[Rejection]:
        where = f"reject 第 {number} 条"
        found = self._item_and_unit(where, entry)
        if found is None:
            return []
        item, unit = found
        matched = self._machine.get((item, unit))
        if matched is None:
            self.faults.append(f"{where}：名称本来没有对应，无须排除")
            return []
        if matched.grade is Grade.STATED:
            self.faults.append(f"{where}：原文已载明（A），不能排除")
            return []
        judged = self._judged(where, entry, self._words(item))
        if judged is None or self._is_repeated(where, item, unit):
            return []
        return [Rejection(item, unit, matched.evidence, judged[1])]

    def change(self, number: int, entry: Mapping[str, Any]) -> list[ChangeLink]:
        where = f"change 第 {number} 条"
        change = self._change_named(where, entry)
        target = self._target(where, entry)
        if change is None or target is None:
            return []
        if (change, target) in self._changes:
            self.faults.append(f"{where}：与{_GRADES[Grade.NAMED]}的结果重复")
            return []
        judged = self._judged(where, entry, self._provision.changes[change.index].text)
        counterpart: tuple[Quote, ...] = ()
        if target.kind is FactKind.DUTY_ITEM:
            counterpart = self._quoted(where, entry, "counterpart", self._words(target))
        if judged is None or self._is_repeated(where, change, target):
            return []
        return [ChangeLink(change, target, Grade.JUDGED, judged[0], counterpart, judgement=judged[1])]

    def _item_and_unit(self, where: str, entry: Mapping[str, Any]) -> tuple[FactRef, FactRef] | None:
        item, unit = self._item(where, entry), self._unit(where, entry)
        return None if item is None or unit is None else (item, unit)

    def _item(self, where: str, entry: Mapping[str, Any]) -> FactRef | None:
        ordinal, number, opening = entry.get("duty"), entry.get("item"), entry.get("opening")
        for i, duty in enumerate(self._provision.duties):
            if duty.ordinal == ordinal and isinstance(number, int) and 0 < number <= len(duty.items):
                if _is_worded(opening) and duty.items[number - 1].text.startswith(opening):
                    return FactRef(FactKind.DUTY_ITEM, i, number - 1)
                self.faults.append(f"{where}：{ordinal}第 {number} 项不以“{opening}”开头")
                return None
        self.faults.append(f"{where}：没有职责{ordinal}第 {number} 项")
        return None

    def _unit(self, where: str, entry: Mapping[str, Any]) -> FactRef | None:
        name = entry.get("division")
        for i, division in enumerate(self._provision.divisions):
            if division.name.text == name:
                return FactRef(FactKind.DIVISION, i)
        for i, office in enumerate(self._provision.hosted_offices):
            if office.name.text == name:
                return FactRef(FactKind.HOSTED_OFFICE, i)
        self.faults.append(f"{where}：没有名为“{name}”的内设机构或设在机构")
        return None

    def _target(self, where: str, entry: Mapping[str, Any]) -> FactRef | None:
        if ("to_duty" in entry) == ("division" in entry):
            self.faults.append(f"{where}：to_duty（职责）和 division（机构）须有且只有一个")
            return None
        if "to_duty" in entry:
            return self._item(where, {"duty": entry["to_duty"], **{k: entry.get(k) for k in ("item", "opening")}})
        return self._unit(where, entry)

    def _change_named(self, where: str, entry: Mapping[str, Any]) -> FactRef | None:
        kind, words = entry.get("kind"), entry.get("change")
        begun = [
            FactRef(FactKind.CHANGE, i)
            for i, change in enumerate(self._provision.changes)
            if change.kind.value == kind and _is_worded(words) and change.text.text.startswith(words)
        ]
        if len(begun) == 1:
            return begun[0]
        number = "不止一条" if begun else "没有"
        self.faults.append(f"{where}：{number}以“{words}”开头的职能转变（{kind}）")
        return None

    def _judged(
        self, where: str, entry: Mapping[str, Any], words: Quote
    ) -> tuple[tuple[Evidence, ...], Judgement] | None:
        quotes = self._quoted(where, entry, "quotes", words)
        reason, date = entry.get("reason"), entry.get("date")
        if not _is_worded(reason) or type(date) is not dt.date:  # a time of day is no date
            self.faults.append(f"{where}：须有 reason（理由）和 date（日期）")
            return None
        evidence = tuple(Evidence(quote) for quote in quotes)
        return (evidence, Judgement(reason.strip(), self._judge, date.isoformat())) if evidence else None

    def _quoted(self, where: str, entry: Mapping[str, Any], key: str, words: Quote) -> tuple[Quote, ...]:
        quotes = entry.get(key)
        if not _are_words(quotes) or not quotes:
            self.faults.append(f"{where}：须有 {key}（原文依据）")
            return ()
        missing = [quote for quote in quotes if quote not in words.text]
        self.faults += [f"{where}：“{quote}”不在所指原文中" for quote in missing]
        starts = [(words.text.index(quote), len(quote)) for quote in quotes if quote not in missing]
        return tuple(part_of(words, start, start + length) for start, length in starts)

    def _is_repeated(self, where: str, one: FactRef, other: FactRef) -> bool:
        repeated = (one, other) in self._seen
        self._seen.add((one, other))
        if repeated:
            self.faults.append(f"{where}：与前面的条目重复")
        return repeated

    def _words(self, item: FactRef) -> Quote:
        return self._provision.duties[item.index].items[item.part]


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableJudgements(f"不是有效的 TOML：{error}") from error


def _tables(tables: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = tables.get(name, [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _is_worded(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _misplaced(tables: Mapping[str, Any], keys: Mapping[str, AbstractSet[str]], head: AbstractSet[str]) -> list[str]:
    """Return what is wrong with the names in a file: tables and keys that nobody would read."""
    faults = [f"不认识“{name}”" for name in tables if name not in keys and name not in head]
    for name, known in keys.items():
        if not isinstance(tables.get(name, []), list):
            faults.append(f"“{name}”须写成 [[{name}]]")
            continue
        for number, entry in enumerate(_tables(tables, name), start=1):
            faults += [f"{name} 第 {number} 条：不认识“{key}”" for key in entry if key not in known]
    return faults


def _refuse(faults: list[str]) -> None:
    if faults:
        raise UnusableJudgements("；".join(faults))


def _place(link: DutyLink | Rejection) -> tuple[FactRef, FactRef]:
    return link.item, link.unit
