"""The parts of a change's page that tie it to what stands: duty items, units, shared matters, each with its grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.detail_page import Block, Part, Passage, Remark, Row
from eitc_desktop.gui.models.grade_words import grade_provenance, grade_words, unconfirmed
from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, Grade, Mapping
from eitc_desktop.model.provision import FunctionChange, Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.services.citing import Citing

_PHRASE = re.compile(r"[^，；。]+")
_REMAINS = re.compile("保留|仍由")


class ChangeTies(QObject):
    """Builds these parts from the mapping of a provision."""

    def __init__(self, provision: Provision, citing: Citing, mapping: Mapping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._citing = citing
        self._mapping = mapping

    def parts(self, index: int) -> tuple[Part, ...]:
        """Return what corresponds to a change; 未对应 where nothing does."""
        ref = FactRef(FactKind.CHANGE, index)
        links = [link for link in self._mapping.change_links if link.change == ref]
        items = [link for link in links if link.target.kind is FactKind.DUTY_ITEM]
        units = [link for link in links if link.target.kind in {FactKind.DIVISION, FactKind.HOSTED_OFFICE}]
        matters = [link for link in links if link.target.kind is FactKind.MATTER]
        field = self._provision.changes[index].leaves
        of_items = self.tr("涉及领域的现行职责") if field else self.tr("对应的现行职责")
        of_units = self.tr("涉及领域的内设机构") if field else self.tr("对应的内设机构")
        remark = self.tr("涉及领域仅指用语所及，不表示现行职责由该事项保留而来。")
        heed = (Remark(remark),) if field and links else ()
        numbered = any(link.via is not None for link in units) or items
        numbers = (Remark(self.tr("方括号内为程序编号，非原文编号。")),) if numbered else ()
        return (
            *self._part(of_items, items, before=heed, after=numbers if items else ()),
            *self._part(of_units, units, after=() if items else numbers),
            *self._part(self.tr("相关的部门间分工"), matters),
        )

    def remaining(self, change: FunctionChange, ref: FactRef) -> Part:
        """Return what the sentence says of what stays: its limits as worded, and phrases that speak of staying."""
        rows: list[Block] = [
            Row(label, words.text, ref)
            for label, words in (
                (self.tr("范围"), change.scope),
                (self.tr("条件"), change.condition),
                (self.tr("例外"), change.exception),
            )
            if words is not None
        ]
        phrases = [found.group() for found in _PHRASE.finditer(change.text.text) if _REMAINS.search(found.group())]
        rows += [Row(self.tr("保留"), words, ref) for words in phrases]
        return Part(self.tr("限定与保留（按原文用词）"), tuple(rows or [Row("", absent=self.tr("原文未载明"))]))

    def _part(
        self,
        heading: str,
        links: list[ChangeLink],
        before: tuple[Block, ...] = (),
        after: tuple[Block, ...] = (),
    ) -> Iterator[Part]:
        """Yield the *links* under their heading, each apart from the next."""
        if not links:
            yield Part(heading, (*before, Row("", absent=self.tr("未对应")), *after))
        for number, link in enumerate(links):
            first = before if number == 0 else ()
            last = after if number == len(links) - 1 else ()
            yield Part(f"{heading} {len(links)}" if number == 0 else "", (*first, *self._link(link), *last))

    def _link(self, link: ChangeLink) -> Iterator[Block]:
        target = link.target
        words = self._citing.words(target)
        match target.kind:
            case FactKind.DUTY_ITEM:
                yield Passage(words, target, self.tr("分项 [{0}]").format(target.part + 1), opens=True)
            case FactKind.MATTER:
                counterpart = self._provision.responsibility_splits[target.index].counterpart
                label = self.tr("部门间职责分工") if counterpart is None else self.tr("与{0}").format(counterpart.text)
                yield Passage(words, target, label, opens=True)
            case FactKind.HOSTED_OFFICE:
                yield Row(self.tr("设在机构"), self._office_name(target), target, opens=True)
            case _:
                yield Row(self.tr("内设机构"), words, target, opens=True)
        yield self._grade(link)
        if link.via is not None:
            yield Row(self.tr("途径"), self._chain(link, link.via), link.via)
        elif target.kind in {FactKind.DIVISION, FactKind.HOSTED_OFFICE}:
            yield Row(self.tr("途径"), self.tr("本事项用语直接对应名称"))
        yield Row(self.tr("依据"), self._evidence(link), link.change)
        grounds = dict.fromkeys(one.ground for one in link.evidence if one.ground is not None)
        yield from (Row(self.tr("说明"), ground) for ground in grounds)
        if link.judgement is not None:
            yield Row(self.tr("理由"), link.judgement.reason)

    def _chain(self, link: ChangeLink, via: FactRef) -> str:
        """Return through which duty item a unit is reached, with the grade of either link where both are known."""
        place = f"{self._citing.mark(via)}[{via.part + 1}]"
        first = [one.grade for one in self._mapping.change_links if (one.change, one.target) == (link.change, via)]
        second = [one.grade for one in self._mapping.duty_links if (one.item, one.unit) == (via, link.target)]
        if not first or not second:
            return self.tr("经现行职责 {0}").format(place)
        words = self.tr("经现行职责 {0}（本事项与该职责：{1}；该职责与本机构：{2}）")
        return words.format(place, grade_words(first[0]), grade_words(second[0]))

    def _grade(self, link: ChangeLink) -> Row:
        words = grade_words(link.grade)
        if link.grade is Grade.JUDGED:
            words = self.tr("{0} · {1}").format(words, unconfirmed())
        return Row(self.tr("等级"), words, provenance=grade_provenance(link.grade))

    def _evidence(self, link: ChangeLink) -> str:
        here = _quoted(one.quote for one in link.evidence)
        there = _quoted(link.counterpart)
        terms = _quoted_words(one.term for one in link.evidence if one.term is not None)
        if there and there != here:
            return self.tr("本事项{0}；对应处{1}").format(here, there)
        if terms and terms != here:
            return self.tr("本事项{0}；名称{1}").format(here, terms)
        return here

    def _office_name(self, ref: FactRef) -> str:
        return self._provision.hosted_offices[ref.index].name.text


def _quoted(quotes: Iterable[Quote]) -> str:
    return _quoted_words(quote.text for quote in quotes)


def _quoted_words(words: Iterable[str]) -> str:
    """Return *words* in quotation marks, each once."""
    return listed(f"“{each}”" for each in dict.fromkeys(words))
