"""Curated judgements: links of grade C, and matches by name that somebody set aside, each held against the text."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeGuard, cast

from eitc_desktop.errors import EitcError
from eitc_desktop.linking.matching import part_of
from eitc_desktop.linking.names import Abbreviation
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, Method, Rejection
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote

_LINK_NAMES = ("duty", "item", "opening", "division", "quotes", "reason", "date")
_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "abbreviation": ("term", "forms", "ground"),
        "link": (*_LINK_NAMES, "part"),
        "reject": _LINK_NAMES,
        "change": (*_LINK_NAMES, "kind", "change", "to_duty", "counterpart"),
    }
)
"""What an entry of each kind may say."""


class UnusableJudgements(EitcError):
    """A file of judgements or abbreviations can't be used; the message lists every fault."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file of judgements holds for one provision, all of it held against the text."""

    links: tuple[DutyLink, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    change_links: tuple[ChangeLink, ...] = ()


def read_abbreviations(text: str) -> dict[str, Abbreviation]:
    """Return the listed abbreviations by term.

    Raises:
        UnusableJudgements: if *text* is no TOML of the form that resources/abbreviations.toml has.
    """
    found: dict[str, Abbreviation] = {}
    faults: list[str] = []
    tables = _parsed(text)
    _require_known(tables, ("abbreviation",), "", faults)
    for number, entry in enumerate(_tables(tables, "abbreviation", faults), start=1):
        term, forms, ground = entry.get("term"), entry.get("forms"), entry.get("ground")
        if not (isinstance(term, str) and term and isinstance(ground, str) and ground and _are_words(forms)):
            faults.append(f"abbreviation 第 {number} 条：须有 term、forms、ground")
        elif term in found:
            faults.append(f"“{term}”列了两次")
        else:
            found[term] = Abbreviation(term, tuple(forms), ground)
    _refuse(faults)
    return found


def read_judgements(text: str, provision: Provision, machine: Iterable[DutyLink]) -> Judged:
    """Return the judgements that *text* holds of *provision*, whose links by machine are *machine*.

    Raises:
        UnusableJudgements: if it is no TOML, is of another body, or an entry names what isn't there, quotes what isn't
            written, repeats a link, or sets aside what no machine matched.
    """
    tables = _parsed(text)
    judge = tables.get("judge")
    known = {(link.item, link.unit): link for link in machine}
    reader = _Reader(provision, known, judge.strip() if isinstance(judge, str) else "")
    faults = reader.faults
    _require_known(tables, ("body", "judge", "link", "reject", "change"), "", faults)
    if tables.get("body") != provision.body.text:
        faults.append(f"body 应为“{provision.body.text}”")
    if not reader.judge:
        faults.append("须有 judge（由谁研判）")
    links = [
        one for number, entry in enumerate(_tables(tables, "link", faults), 1) for one in reader.link(number, entry)
    ]
    rejections = [
        one for number, entry in enumerate(_tables(tables, "reject", faults), 1) for one in reader.reject(number, entry)
    ]
    changes = [
        one for number, entry in enumerate(_tables(tables, "change", faults), 1) for one in reader.change(number, entry)
    ]
    _refuse(faults)
    return Judged(tuple(sorted(links, key=_place)), tuple(rejections), tuple(changes))


class _Reader:
    """Reads the entries of one file and collects what is wrong with them."""

    def __init__(self, provision: Provision, machine: Mapping[tuple[FactRef, FactRef], DutyLink], judge: str) -> None:
        self.faults: list[str] = []
        self.judge = judge
        self._provision = provision
        self._machine = machine
        self._seen: set[tuple[FactRef, FactRef]] = set()

    def link(self, number: int, entry: Mapping[str, Any]) -> list[DutyLink]:
        where = f"link 第 {number} 条"
        found = self._item_and_unit(where, entry)
        if found is None:
            return []
        item, unit = found
        if (item, unit) in self._machine:
            self.faults.append(f"{where}：与名称对应（B）的结果重复")
            return []
        judged = self._judged(where, entry, self._words(item))
        if judged is None or self._is_repeated(where, item, unit):
            return []
        evidence, judgement = judged
        part = entry.get("part", True)
        if not isinstance(part, bool):
            self.faults.append(f"{where}：part 须为 true 或 false")
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
                if isinstance(opening, str) and opening and duty.items[number - 1].text.startswith(opening):
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
        if "to_duty" in entry:
            return self._item(where, {"duty": entry["to_duty"], **{k: entry.get(k) for k in ("item", "opening")}})
        return self._unit(where, entry)

    def _change_named(self, where: str, entry: Mapping[str, Any]) -> FactRef | None:
        kind, words = entry.get("kind"), entry.get("change")
        for i, change in enumerate(self._provision.changes):
            if change.kind.value == kind and isinstance(words, str) and words and change.text.text.startswith(words):
                return FactRef(FactKind.CHANGE, i)
        self.faults.append(f"{where}：没有以“{words}”开头的职能转变（{kind}）")
        return None

    def _judged(
        self, where: str, entry: Mapping[str, Any], words: Quote
    ) -> tuple[tuple[Evidence, ...], Judgement] | None:
        quotes = self._quoted(where, entry, "quotes", words)
        reason, date = entry.get("reason"), entry.get("date")
        if not isinstance(reason, str) or not reason.strip() or type(date) is not dt.date:  # a time of day is no date
            self.faults.append(f"{where}：须有 reason（理由）和 date（日期）")
            return None
        evidence = tuple(Evidence(quote) for quote in quotes)
        return (evidence, Judgement(reason.strip(), self.judge, date.isoformat())) if evidence else None

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


def _require_known(table: Mapping[str, Any], names: Iterable[str], where: str, faults: list[str]) -> None:
    """Note names that mean nothing here: what is misspelt would be lost in silence."""
    faults += [f"{where}不认识“{name}”" for name in table if name not in names]


def _tables(tables: Mapping[str, Any], name: str, faults: list[str]) -> list[Mapping[str, Any]]:
    found: object = tables.get(name, [])
    entries = cast("list[object]", found) if isinstance(found, list) else [None]
    if not all(isinstance(entry, dict) for entry in entries):
        faults.append(f"{name} 须逐条写作 [[{name}]]")
        return []
    listed = cast("list[Mapping[str, Any]]", entries)
    for number, entry in enumerate(listed, start=1):
        _require_known(entry, _NAMES[name], f"{name} 第 {number} 条：", faults)
    return listed


def _are_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in cast("list[object]", value))


def _refuse(faults: list[str]) -> None:
    if faults:
        raise UnusableJudgements("；".join(faults))


def _place(link: DutyLink) -> tuple[FactRef, FactRef]:
    return link.item, link.unit
