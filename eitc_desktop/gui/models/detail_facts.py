"""Pages of the detail pane for every fact that is not a unit: its kind, its full words, its parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.change_words import direction_words, kind_symbol, kind_word
from eitc_desktop.gui.models.detail_links import LinkParts
from eitc_desktop.gui.models.detail_page import Block, Page, Part, Passage, QuotaTable, Remark, Row
from eitc_desktop.gui.models.detail_review import ReviewParts
from eitc_desktop.gui.models.detail_units import UnitPages
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.gui.wording import fact_kind_name, labelled, listed, role_name
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED, Mapping
from eitc_desktop.model.provision import ENDING_HERE, Provision
from eitc_desktop.services.citing import Citing, opening_words

if TYPE_CHECKING:
    from eitc_desktop.gui.models.change_ties import ChangeTies
    from eitc_desktop.gui.models.review_sight import ReviewSight


class FactPages(QObject):
    """Builds the page of any fact of a provision."""

    def __init__(
        self,
        provision: Provision,
        citing: Citing,
        mapping: Mapping = NOTHING_MAPPED,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._provision = provision
        self._citing = citing
        self._review = ReviewParts(self)
        self._links = LinkParts(provision, citing, mapping, self._review, self)
        self._mapping = mapping
        self._units = UnitPages(provision, self._links, self)

    @cached_property
    def _ties(self) -> ChangeTies:
        from eitc_desktop.gui.models.change_ties import ChangeTies

        return ChangeTies(self._provision, self._citing, self._mapping, self)

    def offer_review(self) -> None:
        """Offer on the pages from now on to enter opinions and verdicts."""
        self._review.offer()

    def show_review(self, sight: ReviewSight | None) -> None:
        """Say on the pages from now on what *sight* tells of a review, None while nothing is entered."""
        self._review.show_review(sight)

    def page(self, ref: FactRef) -> Page | None:
        """Return the page of *ref*, None where the provision has no such fact."""
        if ref not in self._citing:
            return None
        units = self._units
        make: Callable[[FactRef], Page] = {
            FactKind.BODY: lambda _ref: units.body(),
            FactKind.DIVISION: lambda ref: units.division(ref.index),
            FactKind.HOSTED_OFFICE: lambda ref: units.hosted_office(ref.index),
            FactKind.QUOTA: self._quota,
            FactKind.CHANGE: self._change,
            FactKind.DUTY: self._duty,
            FactKind.DUTY_ITEM: self._duty_item,
            FactKind.SPLIT: self._split,
            FactKind.MATTER: self._matter,
            FactKind.ROLE: self._role,
            FactKind.CO_LOCATION: self._co_location,
        }.get(ref.kind, self._plain)
        page = make(ref)
        return page._replace(parts=(*page.parts, *self._review.of_fact(ref)))

    def _quota(self, ref: FactRef) -> Page:
        quota = self._provision.quotas[ref.index]
        if quota.is_post:
            return self._units.post(ref.index)
        table = Part("", (QuotaTable(ref.index),))
        blocks: list[Block] = [Passage(self._citing.words(ref), ref, self.tr("原文"))]
        if quota.part_of is not None:
            blocks.append(self._way_to(FactRef(FactKind.QUOTA, quota.part_of), self.tr("列入")))
        return Page(ref, quota.label.text, fact_kind_name(FactKind.QUOTA), (table, Part("", tuple(blocks))))

    def _change(self, ref: FactRef) -> Page:
        change = self._provision.changes[ref.index]
        kind = f"{kind_symbol(change.kind)}{kind_word(change.kind)}"
        fields = (
            (self.tr("事项"), change.subject),
            (self.tr("来源"), change.origin),
            (self.tr("去向"), change.recipients_worded),
        )
        rows: list[Block] = [Row(label, str(words), ref) for label, words in fields if words is not None]
        if not change.recipients and change.kind in ENDING_HERE:
            rows.append(Row(self.tr("去向")))
        direction = direction_words(change.kind, change.direction)
        if direction:
            rows.append(Row(self.tr("方向"), direction, ref, provenance=Provenance.DERIVED))
        parts = [Part("", (Passage(f"{change.ordinal or ''}{change.text.text}", ref, self.tr("原文")), *rows))]
        if len(change.items) > 1:
            parts.append(self._items(FactKind.CHANGE_ITEM, ref.index, tuple(item.text for item in change.items)))
        if change.leaves or change.scope or change.condition or change.exception:
            parts.append(self._ties.remaining(change, ref))
        parts += self._ties.parts(ref.index)
        title = opening_words(change.subject or change.text)
        return Page(ref, title, self.tr("职能转变 · {0}").format(kind), tuple(parts))

    def _duty(self, ref: FactRef) -> Page:
        duty = self._provision.duties[ref.index]
        parts = [Part("", (Passage(f"{duty.ordinal or ''}{duty.text.text}", ref, self.tr("原文")),))]
        if len(duty.items) > 1:
            parts.append(self._duty_items(ref.index))
        else:
            only = FactRef(FactKind.DUTY_ITEM, ref.index)
            parts += [self._links.wording_of(only), self._links.units_of(only), *self._links.changes_of(only)]
        kind = f"{fact_kind_name(FactKind.DUTY)}{duty.ordinal or ''}"
        return Page(ref, opening_words(duty.text), kind, tuple(parts))

    def _duty_items(self, index: int) -> Part:
        blocks: list[Block] = []
        for j, item in enumerate(self._provision.duties[index].items):
            ref = FactRef(FactKind.DUTY_ITEM, index, j)
            blocks += [Passage(item.text, ref, f"[{j + 1}]", opens=True), self._links.summary_of(ref)]
        blocks.append(Remark(self.tr("方括号内为程序编号，非原文编号。")))
        return Part(self.tr("分项 {0}").format(len(self._provision.duties[index].items)), tuple(blocks))

    def _duty_item(self, ref: FactRef) -> Page:
        item = self._provision.duties[ref.index].items[ref.part]
        whole = self._way_to(FactRef(FactKind.DUTY, ref.index), self.tr("所属"))
        first = Part("", (Passage(item.text, ref, self.tr("原文"), marks=self._links.worded_places(ref)), whole))
        linked = (self._links.wording_of(ref), self._links.units_of(ref), *self._links.changes_of(ref))
        kind = f"{fact_kind_name(ref.kind)} {self._citing.mark(ref)}[{ref.part + 1}]"
        return Page(ref, opening_words(item), kind, (first, *linked))

    def _items(self, kind: FactKind, index: int, words: tuple[str, ...]) -> Part:
        blocks: list[Block] = [Passage(text, FactRef(kind, index, j), f"[{j + 1}]") for j, text in enumerate(words)]
        blocks.append(Remark(self.tr("方括号内为程序编号，非原文编号。")))
        return Part(self.tr("分项 {0}").format(len(words)), tuple(blocks))

    def _split(self, ref: FactRef) -> Page:
        split = self._provision.responsibility_splits[ref.index]
        blocks = [block for j in range(len(split.matters)) for block in self._units.matter(ref.index, j)]
        kind = fact_kind_name(FactKind.SPLIT)
        return Page(ref, self._units.split_heading(ref.index), kind, (Part("", tuple(blocks)),))

    def _matter(self, ref: FactRef) -> Page:
        split = self._provision.responsibility_splits[ref.index]
        matter = split.matters[ref.part]
        # the passage leads here, and the short list of roles gives way to the roles in full below
        short = (
            Passage(matter.text.text, ref, self.tr("原文")),
            *(
                block
                for block in self._units.matter(ref.index, ref.part)
                if isinstance(block, Row) and not (block.ref and block.ref.kind is FactKind.ROLE)
            ),
        )
        head = (self._way_to(FactRef(FactKind.SPLIT, ref.index), self.tr("对方")), *short)
        roles = tuple(
            Passage(
                role.text.text,
                FactRef(FactKind.ROLE, ref.index, ref.part, k),
                labelled(role.agency.text, role_name(role)),
            )
            for k, role in enumerate(matter.roles)
        )
        parts = (Part("", head), Part(self.tr("协作角色（按原文用词）"), roles)) if roles else (Part("", head),)
        parts += (*self._links.same_subjects_of(ref), *self._links.changes_of(ref))
        kind = f"{fact_kind_name(FactKind.MATTER)} {matter.ordinal or ''}".strip()
        return Page(ref, opening_words(matter.text), kind, parts)

    def _role(self, ref: FactRef) -> Page:
        role = self._provision.responsibility_splits[ref.index].matters[ref.part].roles[ref.sub]
        blocks = (
            Row(self.tr("机关"), role.agency.text, ref),
            Row(self.tr("角色"), role_name(role), ref),
            Passage(role.text.text, ref, self.tr("原文")),
            self._way_to(FactRef(FactKind.MATTER, ref.index, ref.part), fact_kind_name(FactKind.MATTER)),
        )
        return Page(ref, labelled(role.agency.text, role_name(role)), fact_kind_name(ref.kind), (Part("", blocks),))

    def _co_location(self, ref: FactRef) -> Page:
        place = self._provision.co_locations[ref.index]
        own = {division.name.text: i for i, division in enumerate(self._provision.divisions)}
        blocks: list[Block] = [Passage(place.text.text, ref, self.tr("原文"))]
        for unit in place.units:
            index = own.get(unit.text)
            where = ref if index is None else FactRef(FactKind.DIVISION, index)
            blocks.append(Row(self.tr("单位"), unit.text, where, opens=index is not None))
        title = listed(unit.text for unit in place.units)
        return Page(ref, title, fact_kind_name(ref.kind), (Part("", tuple(blocks)),))

    def _plain(self, ref: FactRef) -> Page:
        words = self._citing.words(ref)
        if ref.kind is FactKind.SECTION:
            section = self._provision.sections[ref.index]
            title = f"{section.ordinal or ''} {section.heading or ''}".strip() or fact_kind_name(ref.kind)
        else:
            fact = self._citing.fact(ref)
            title = fact.words[0] if fact.words and len(fact.words[0]) <= 30 else fact_kind_name(ref.kind)
        blocks: list[Block] = [Passage(words, ref, self.tr("原文"))]
        above = _whole_of(ref)
        if above is not None:
            blocks.append(self._way_to(above, self.tr("所属")))
        return Page(ref, title, fact_kind_name(ref.kind), (Part("", tuple(blocks)),))

    def _way_to(self, ref: FactRef, label: str) -> Row:
        fact = self._citing.fact(ref)
        words = fact.words[0] if fact.words else fact.span.of(self._provision.text)
        short = words if len(words) <= 30 else f"{words[:30]}…"
        return Row(label, short, ref, opens=True)


def _whole_of(ref: FactRef) -> FactRef | None:
    """Return what a part belongs to: the duty of an item, the division of a second name."""
    match ref.kind:
        case FactKind.CHANGE_ITEM:
            return FactRef(FactKind.CHANGE, ref.index)
        case FactKind.SECOND_NAME | FactKind.DIVISION_NAMEPLATE | FactKind.DIVISION_DUTY:
            return FactRef(FactKind.DIVISION, ref.index)
        case FactKind.MECHANISM:
            return FactRef(FactKind.MATTER, ref.index, ref.part)
        case FactKind.STATUS | FactKind.LEVEL | FactKind.NAMEPLATE | FactKind.ACTUAL_STAFF | FactKind.DIVISION_COUNT:
            return FactRef(FactKind.BODY)
        case _:
            return None
