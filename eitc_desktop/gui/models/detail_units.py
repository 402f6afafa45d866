"""Pages of the detail pane for units: the body, its posts, divisions and hosted offices."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.detail_links import LinkParts
from eitc_desktop.gui.models.detail_page import Block, DutyTree, Page, Part, Passage, QuotaTable, Remark, Row
from eitc_desktop.gui.models.quotas import amount
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.gui.wording import fact_kind_name, labelled, listed, role_name
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Matter, Provision, QuotaKind
from eitc_desktop.model.text import Quote
from eitc_desktop.services.citing import place_of
from eitc_desktop.services.staffing import parts_of


class UnitPages(QObject):
    """Builds the pages of a provision's units."""

    def __init__(self, provision: Provision, links: LinkParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._links = links

    def body(self) -> Page:
        """Return the page of the agency itself."""
        p = self._provision
        parts = (
            Part(self.tr("基本情况"), self._identity()),
            Part(self.tr("人员编制"), self._staffing()),
            Part(self._duties_heading(), self._duties()),
            *self._splits(),
            Part(fact_kind_name(FactKind.DIVISION), self._divisions()),
            *self._hosted(),
            *self._closing(),
            *self._sections(),
        )
        return Page(FactRef(FactKind.BODY), p.body.text, self.tr("机关"), parts)

    def division(self, index: int) -> Page:
        """Return the page of an internal division."""
        division = self._provision.divisions[index]
        ref = FactRef(FactKind.DIVISION, index)
        names = [
            *(
                Row(self.tr("括号内名称"), name.text, FactRef(FactKind.SECOND_NAME, index, j))
                for j, name in enumerate(division.second_names)
            ),
            *(
                Row(self.plate_word(name.span.start), name.text, FactRef(FactKind.DIVISION_NAMEPLATE, index, j))
                for j, name in enumerate(division.nameplates)
            ),
            *self._plates_of(division.name.text, division.nameplates),
        ]
        together = self._co_locations(division.name.text)
        heading = self.tr("名称与合署办公") if names and together else self.tr("名称") if names else self.tr("合署办公")
        parts = [Part(heading, (*names, *together))] if names or together else []
        parts += [
            Part(self.tr("职责"), self._own_duties(index)),
            self._links.duties_of(ref),
            *self._links.changes_of(ref),
        ]
        parts.append(Part(self.tr("规格、编制"), self._own_staffing(division.name.text)))
        parts.append(self._surroundings())
        kind = self.tr("内设机构{0}").format(division.ordinal or "").strip()
        return Page(ref, division.name.text, kind, tuple(parts))

    def post(self, index: int) -> Page:
        """Return the page of a leadership post."""
        quota = self._provision.quotas[index]
        ref = FactRef(FactKind.QUOTA, index)
        rows: list[Block] = [Row(self.tr("职数"), amount(quota), ref)]
        if quota.of is not None:
            rows.append(Row(self.tr("所属"), quota.of.text, ref))
        if quota.part_of is not None:
            whole = self._provision.quotas[quota.part_of]
            label = f"{whole.label.text} {amount(whole)}"
            rows.append(Row(self.tr("列入"), label, FactRef(FactKind.QUOTA, quota.part_of), opens=True))
        rows += [Row(self.tr("规格")), Row(self.tr("分管")), Row(self.tr("实有"))]
        return Page(ref, quota.label.text, self.tr("领导职务"), (Part("", tuple(rows)), self._surroundings()))

    def hosted_office(self, index: int) -> Page:
        """Return the page of an office set in the body."""
        office = self._provision.hosted_offices[index]
        ref = FactRef(FactKind.HOSTED_OFFICE, index)
        words = office.span.of(self._provision.text)
        first = Part("", (Passage(words, ref, self.tr("设置")),))
        staffing = Part(self.tr("规格、编制"), self._own_staffing(office.name.text))
        duties = Part(self.tr("职责"), (Row(""),))
        kind = fact_kind_name(FactKind.HOSTED_OFFICE)
        linked = (self._links.duties_of(ref), *self._links.changes_of(ref))
        return Page(ref, office.name.text, kind, (first, duties, *linked, staffing, self._surroundings()))

    def plate_word(self, start: int) -> str:
        """Return what the text calls the nameplate whose name begins at *start*: 增挂牌子, 加挂牌子, else 牌子."""
        words = re.findall(r"(?:增|加)挂", self._provision.text[max(0, start - 8) : start])
        return self.tr("{0}牌子").format(words[-1]) if words else self.tr("牌子")

    def split_heading(self, split: int) -> str:
        """Return the heading of a split: with whom, where the text's heading says so."""
        counterpart = self._provision.responsibility_splits[split].counterpart
        if counterpart is None:
            return self.tr("部门间职责分工")
        return self.tr("与{0}的职责分工").format(counterpart.text)

    def matter(self, split: int, part: int) -> tuple[Block, ...]:
        """Return the blocks of a shared matter, short: its text, who leads, who does what, through which mechanism."""
        found = self._provision.responsibility_splits[split].matters[part]
        ref = FactRef(FactKind.MATTER, split, part)
        lead = self.tr("未载明对本事项整体牵头的单位")
        blocks: list[Block] = [
            Passage(
                found.text.text, ref, f"{fact_kind_name(FactKind.MATTER)} {found.ordinal or ''}".strip(), opens=True
            ),
            Row(self.tr("牵头"), None if found.lead is None else found.lead.text, ref, absent=lead),
            *(
                Row(self.tr("角色"), labelled(agency, verbs), FactRef(FactKind.ROLE, split, part, first))
                for agency, verbs, first in _roles(found)
            ),
            *(
                Row(self.tr("机制"), mechanism.text, FactRef(FactKind.MECHANISM, split, part, k))
                for k, mechanism in enumerate(found.mechanisms)
            ),
        ]
        return tuple(blocks)

    def _identity(self) -> tuple[Block, ...]:
        p = self._provision
        rows: list[Block] = []
        for kind, quote in (
            (FactKind.STATUS, p.status),
            (FactKind.LEVEL, p.level),
        ):
            rows.append(Row(fact_kind_name(kind), quote and quote.text, FactRef(kind) if quote else None))
        rows += self._plates_of(None, ())
        divisions = {division.name.text for division in p.divisions}
        for i, plate in enumerate(p.nameplates):
            if plate.of is not None and plate.of not in divisions:
                words = labelled(plate.of, plate.name.text)
                rows.append(Row(self.plate_word(plate.span.start), words, FactRef(FactKind.NAMEPLATE, i)))
        for i, basis in enumerate(p.basis):
            words = f"《{basis.title}》" if basis.number is None else f"《{basis.title}》（{basis.number}）"
            rows.append(Passage(words, FactRef(FactKind.BASIS, i), fact_kind_name(FactKind.BASIS)))
        if not p.basis:
            rows.append(Row(fact_kind_name(FactKind.BASIS)))
        for kind, quote in (
            (FactKind.TITLE, p.title),
            (FactKind.DOCUMENT_NUMBER, p.document_number),
            (FactKind.ISSUED, p.issued),
            (FactKind.EFFECTIVE, p.effective),
        ):
            rows.append(Row(fact_kind_name(kind), quote and quote.text, FactRef(kind) if quote else None))
        return tuple(rows)

    def _staffing(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        if self._provision.quotas:
            blocks.append(QuotaTable())
        else:
            blocks += [Row(self.tr("编制")), Row(self.tr("职数"))]
        blocks += self._actual_staff()
        return tuple(blocks)

    def _actual_staff(self) -> list[Block]:
        found: list[Block] = []
        for i, staff in enumerate(self._provision.actual_staff):
            words = f"{staff.label.text} {staff.count} {staff.unit or ''}".strip()
            found.append(Row(self.tr("实有"), words, FactRef(FactKind.ACTUAL_STAFF, i)))
        return found or [Row(self.tr("实有"))]

    def _duties_heading(self) -> str:
        count = len(self._provision.duties)
        return self.tr("主要职责（{0} 项）").format(count) if count else self.tr("主要职责")

    def _duties(self) -> tuple[Block, ...]:
        if not self._provision.duties:
            return (Row(""),)
        return (DutyTree(), Remark(self.tr("方括号内为程序编号，非原文编号。")))

    def _splits(self) -> tuple[Part, ...]:
        parts: list[Part] = []
        for i, split in enumerate(self._provision.responsibility_splits):
            heading = self.split_heading(i)
            blocks = [block for j in range(len(split.matters)) for block in self.matter(i, j)]
            parts.append(Part(heading, tuple(blocks)))
        return tuple(parts)

    def _divisions(self) -> tuple[Block, ...]:
        p = self._provision
        count = p.declared_division_count
        blocks: list[Block] = [
            Row(
                self.tr("设置数"),
                None if count is None else self.tr("{0} 个").format(count),
                FactRef(FactKind.DIVISION_COUNT) if p.declared_division_span else None,
            ),
        ]
        listed = sum(division.counted for division in p.divisions)
        if count != listed:
            words = self.tr("{0} 个").format(listed)
            blocks.append(Row(self.tr("实际列出"), words, provenance=Provenance.DERIVED))
        blocks += [
            Passage(place.text.text, FactRef(FactKind.CO_LOCATION, i), fact_kind_name(FactKind.CO_LOCATION))
            for i, place in enumerate(p.co_locations)
        ]
        return tuple(blocks)

    def _hosted(self) -> tuple[Part, ...]:
        p = self._provision
        blocks = tuple(
            Passage(office.span.of(p.text), FactRef(FactKind.HOSTED_OFFICE, i), opens=True)
            for i, office in enumerate(p.hosted_offices)
        )
        return (Part(self.tr("设在本机关的机构"), blocks),) if blocks else ()

    def _closing(self) -> tuple[Part, ...]:
        p = self._provision
        blocks: list[Block] = []
        if p.closing is not None:
            blocks.append(Passage(p.closing.span.of(p.text), FactRef(FactKind.CLOSING), self.tr("解释与调整")))
        blocks += [
            Row(fact_kind_name(FactKind.REFERENCE), f"《{reference.name.text}》", FactRef(FactKind.REFERENCE, i))
            for i, reference in enumerate(p.references)
        ]
        return (Part(self.tr("附则与引用"), tuple(blocks)),) if blocks else ()

    def _plates_of(self, unit: str | None, known: tuple[Quote, ...]) -> list[Block]:
        """Nameplates of a division by its name, of the body itself with None, without those *known* already."""
        return [
            Row(self.plate_word(plate.span.start), plate.name.text, FactRef(FactKind.NAMEPLATE, i))
            for i, plate in enumerate(self._provision.nameplates)
            if plate.of == unit and plate.name not in known
        ]

    def _sections(self) -> tuple[Part, ...]:
        rows = tuple(
            Row(
                section.ordinal or "",
                section.heading or place_of(self._provision, section.span),
                FactRef(FactKind.SECTION, i),
                opens=True,
            )
            for i, section in enumerate(self._provision.sections)
        )
        return (Part(self.tr("条款"), rows),) if rows else ()

    def _co_locations(self, name: str) -> list[Block]:
        return [
            Passage(place.text.text, FactRef(FactKind.CO_LOCATION, i), self.tr("原文"))
            for i, place in enumerate(self._provision.co_locations)
            if any(unit.text == name for unit in place.units)
        ]

    def _own_staffing(self, name: str) -> tuple[Block, ...]:
        rows: list[Block] = [Row(self.tr("规格"))]
        for kind, label in (
            (QuotaKind.ESTABLISHMENT, self.tr("编制")),
            (QuotaKind.LEADERSHIP, self.tr("职数")),
        ):
            own = [
                Row(label, f"{quota.label.text} {amount(quota)}", FactRef(FactKind.QUOTA, i), opens=True)
                for i, quota in enumerate(self._provision.quotas)
                if quota.kind is kind and quota.of is not None and quota.of.text == name
            ]
            rows += own or [Row(label)]
        rows.append(Row(self.tr("实有")))
        return tuple(rows)

    def _own_duties(self, index: int) -> tuple[Block, ...]:
        divisions = self._provision.divisions
        own = tuple(
            Passage(duty.text, FactRef(FactKind.DIVISION_DUTY, index, j))
            for j, duty in enumerate(divisions[index].duties)
        )
        if own:
            return own
        if any(division.duties for division in divisions):
            return (Row(""),)
        return (Row("", absent=self.tr("本规定未载明各内设机构职责")),)

    def _surroundings(self) -> Part:
        """Facts of the body that a unit lies within: headed as the body's, so that nobody takes them for the unit's."""
        p = self._provision
        rows: list[Block] = [Row(self.tr("机关"), p.body.text, FactRef(FactKind.BODY), opens=True)]
        for i in parts_of(p, None):
            if p.quotas[i].of is None:
                rows += self._with_classes(i)
        return Part(self.tr("所在机关（以下为机关数据）"), tuple(rows))

    def _with_classes(self, index: int) -> list[Block]:
        p = self._provision
        found: list[Block] = []
        for i in (index, *parts_of(p, index)):
            quota = p.quotas[i]
            if quota.is_post:
                continue
            words = f"{quota.label.text} {amount(quota)}"
            if "正副" in quota.label.text and quota.rule is None:
                words = self.tr("{0}（正、副未分列）").format(words)
            label = self.tr("编制") if quota.kind is QuotaKind.ESTABLISHMENT else self.tr("职数")
            found.append(Row(label, words, FactRef(FactKind.QUOTA, i)))
        return found


def _roles(matter: Matter) -> list[tuple[str, str, int]]:
    """Return for each agency its verbs as worded, each once, and its first role's index."""
    verbs: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for k, role in enumerate(matter.roles):
        known = verbs.setdefault(role.agency.text, [])
        first.setdefault(role.agency.text, k)
        if role_name(role) not in known:
            known.append(role_name(role))
    return [(agency, listed(words), first[agency]) for agency, words in verbs.items()]
