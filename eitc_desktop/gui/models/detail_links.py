"""Parts of the detail pane's pages that come from the mapping: matched or judged, never stated."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.detail_page import Block, Linked, Part, Remark, Row
from eitc_desktop.gui.models.detail_review import ReviewParts
from eitc_desktop.gui.models.grade_words import grade_provenance, grade_words
from eitc_desktop.gui.models.link_words import evidence_note, judgement_note, link_title
from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Grade, Mapping, Rejection, WordingKind
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.services.citing import Citing, opening_words


class LinkParts(QObject):
    """Builds what the pages of units, duties, duty items and matters say of their correspondences."""

    def __init__(
        self,
        provision: Provision,
        citing: Citing,
        mapping: Mapping,
        review: ReviewParts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._provision = provision
        self._review = review
        self._citing = citing
        self._mapping = mapping

    def duties_of(self, unit: FactRef) -> Part:
        """Return the duty items that correspond to a division or hosted office, the strongest first."""
        links = sorted(self._mapping.links_of_unit(unit), key=lambda link: link.grade)
        if not links:
            return Part(self.tr("对应的职责分项"), (Row("", absent=self.tr("未对应：没有职责分项与其名称对应")),))
        blocks: list[Block] = []
        for link in links:
            blocks += [self._duty_link(link), *self._review.of_link(link.item, unit)]
        if any(link.grade is not Grade.STATED for link in links):
            blocks.append(Remark(self.tr("本规定未将职责分配到内设机构；以上按名称匹配或研判得出，数量不表示工作量。")))
        return Part(self.tr("对应的职责分项 {0}").format(len(links)), tuple(blocks))

    def units_of(self, item: FactRef) -> Part:
        """Return the units that correspond to a duty item, and matches that were set aside."""
        links = sorted(self._mapping.links_of_item(item), key=lambda link: link.grade)
        divisions = sum(link.unit.kind is FactKind.DIVISION for link in links)
        heading = self.tr("名称对应处室") if divisions < 2 else self.tr("多处室对应 {0}").format(divisions)
        blocks: list[Block] = []
        if not divisions:
            blocks.append(Row("", absent=self.tr("未对应：没有内设机构的名称与本分项对应")))
            blocks += self._review.of_link(item, None)
        for link in links:
            blocks += [self._unit_link(link), *self._review.of_link(item, link.unit)]
        blocks += [self._rejection(one) for one in self._mapping.rejections if one.item == item]
        return Part(heading, tuple(blocks))

    def wording_of(self, item: FactRef) -> Part:
        """Return the roles, acts and limits that the words of a duty item state."""
        roles, acts, limits = (
            list(dict.fromkeys(one.quote.text for one in self._mapping.wordings_of(item, kind))) for kind in WordingKind
        )
        blocks: list[Block] = [
            Row(self.tr("协作角色"), listed(roles) or None, item, absent=self.tr("未载明协作角色")),
            Row(self.tr("行为用语"), listed(acts) or None, item, absent=self.tr("未识别出行为用语")),
        ]
        if limits:
            blocks.append(Row(self.tr("限定用语"), listed(limits), item))
        return Part(self.tr("用语"), tuple(blocks))

    def worded_places(self, item: FactRef) -> tuple[tuple[int, int], ...]:
        """Return where the words of a duty item state a role or a limit."""
        words = self._provision.duties[item.index].items[item.part]
        kinds = (WordingKind.ROLE, WordingKind.LIMIT)
        quotes = [one.quote for kind in kinds for one in self._mapping.wordings_of(item, kind)]
        return tuple(sorted(_ranges(words.text, words.span.start, quotes)))

    def summary_of(self, item: FactRef) -> Row:
        """Return the units of a duty item in one line: 产业园区处（B）、…"""
        links = sorted(self._mapping.links_of_item(item), key=lambda link: link.grade)
        words = listed(f"{self.name_of(link.unit)}（{link.grade.value}）" for link in links)
        grades = {link.grade for link in links}
        provenance = grade_provenance(max(grades)) if grades else grade_provenance(Grade.NAMED)
        return Row(self.tr("对应"), words or None, item, self.tr("未对应"), provenance, opens=bool(words))

    def changes_of(self, target: FactRef) -> tuple[Part, ...]:
        """Return the function changes that concern *target*; none where none does."""
        links = sorted(self._mapping.changes_of(target), key=lambda link: link.change)
        if not links:
            return ()
        blocks: list[Block] = [self._change_link(link) for link in links]
        if any(self._provision.changes[link.change.index].leaves for link in links):
            blocks.append(Remark(self.tr("涉及领域仅指用语所及，不表示现行职责由该事项保留而来。")))
        return (Part(self.tr("涉及的职能转变 {0}").format(len(links)), tuple(blocks)),)

    def same_subjects_of(self, matter: FactRef) -> tuple[Part, ...]:
        """Return the other matters on the same subject as *matter*."""
        blocks: list[Block] = []
        for pair in self._mapping.same_subjects:
            if matter in pair.matters:
                other = pair.matters[1 - pair.matters.index(matter)]
                quote = pair.quotes[pair.matters.index(other)]
                words = self._citing.words(other)
                found = _ranges(words, self._citing.fact(other).span.start, (quote,))
                blocks.append(Linked(words, other, self.tr("同一主题"), grade_provenance(Grade.NAMED), found))
        return (Part(self.tr("同一主题的分工事项"), tuple(blocks)),) if blocks else ()

    def name_of(self, unit: FactRef) -> str:
        """Return the first name of a division or the name of a hosted office."""
        if unit.kind is FactKind.DIVISION:
            return self._provision.divisions[unit.index].name.text
        return self._provision.hosted_offices[unit.index].name.text

    def _duty_link(self, link: DutyLink) -> Linked:
        item = self._provision.duties[link.item.index].items[link.item.part]
        title = f"[{link.item.part + 1}] {link_title(link.grade, part=link.part)}"
        marks = _ranges(item.text, item.span.start, (one.quote for one in link.evidence))
        return Linked(item.text, link.item, title, grade_provenance(link.grade), marks, _note(link))

    def _unit_link(self, link: DutyLink) -> Linked:
        name = self.name_of(link.unit)
        if link.unit.kind is FactKind.HOSTED_OFFICE:
            name = self.tr("{0}（设在本机关，不计入内设机构）").format(name)
        words = listed(dict.fromkeys(f"“{one.quote.text}”" for one in link.evidence))
        note = "\n".join(filter(None, (self.tr("原文用语：{0}").format(words), _note(link))))
        title = link_title(link.grade, part=link.part)
        return Linked(name, link.unit, title, grade_provenance(link.grade), (), note)

    def _rejection(self, one: Rejection) -> Linked:
        title = self.tr("名称相近，研判不采纳")
        provenance = grade_provenance(Grade.JUDGED)
        return Linked(self.name_of(one.unit), one.unit, title, provenance, (), judgement_note(one.judgement))

    def _change_link(self, link: ChangeLink) -> Linked:
        change = self._provision.changes[link.change.index]
        kind = f"{kind_symbol(change.kind)}{kind_word(change.kind)}"
        field = self.tr("涉及领域") if change.leaves else grade_words(link.grade)
        title = f"{kind} · {field}"
        marks = _ranges(change.text.text, change.span.start, (one.quote for one in link.evidence))
        notes: list[str] = []
        if change.leaves:
            notes.append(grade_words(link.grade))
        if link.via is not None:
            item = self._provision.duties[link.via.index].items[link.via.part]
            words = self.tr("经 {0}[{1}]“{2}”对应")
            notes.append(words.format(self._citing.mark(link.via), link.via.part + 1, opening_words(item)))
        if link.judgement is not None:
            notes.append(judgement_note(link.judgement))
        note = "\n".join(notes)
        return Linked(change.text.text, link.change, title, grade_provenance(link.grade), marks, note)


def _note(link: DutyLink) -> str:
    return judgement_note(link.judgement) if link.judgement is not None else evidence_note(link.evidence)


def _ranges(words: str, start: int, quotes: Iterable[Quote]) -> tuple[tuple[int, int], ...]:
    """Return where *quotes* stand in *words*, which begin at *start* of the text; what lies beyond is left out."""
    places = ((quote.span.start - start, quote.span.end - start) for quote in quotes)
    return tuple((first, last) for first, last in places if first >= 0 and last <= len(words))
