"""A division on a paper of its own: its names, what corresponds to it, what concerns it, and the body it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Mapping, WordingKind
from eitc_desktop.model.papers import (
    Align,
    Block,
    Cell,
    CellLine,
    Column,
    Dossier,
    Heading,
    Paragraph,
    Row,
    Standing,
    Table,
    cell,
)
from eitc_desktop.model.provision import Provision, Quota, QuotaKind
from eitc_desktop.model.wording import CHANGE_KIND_WORDS
from eitc_desktop.services.citing import Citing, in_quotation_marks, item_mark, opening_words
from eitc_desktop.services.papers.duties import shown_links
from eitc_desktop.services.papers.words import (
    FIELD_ONLY,
    GRADE_STANDING,
    NOT_STATED,
    NUMBERED_BY_US,
    UNCONFIRMED,
    USUAL_GRADES,
    amount,
    closed_up,
    grade_notes,
    graded,
    judges_note,
    left_out_of,
    link_line,
    no_link_words,
    standing_note,
    unit_name,
)
from eitc_desktop.services.staffing import parts_of

_DASH = cell("—", Standing.NOT_STATED)
_NUMERALS = "一二三四五六七八九"


def division_paper(
    provision: Provision, mapping: Mapping, ref: FactRef, grades: frozenset[Grade] = USUAL_GRADES
) -> Dossier:
    """Return the paper of the DIVISION or HOSTED_OFFICE *ref*, with links of *grades*."""
    return _Paper(provision, mapping, ref, grades).dossier()


class _Paper:
    """The paper of one unit."""

    def __init__(self, provision: Provision, mapping: Mapping, ref: FactRef, grades: frozenset[Grade]) -> None:
        self._provision = provision
        self._mapping = mapping
        self._ref = ref
        self._grades = grades
        self._citing = Citing(provision)
        self._name = unit_name(provision, ref)

    def dossier(self) -> Dossier:
        parts = (self._setting(), self._own_duties(), self._corresponding(), self._changes(), self._surroundings())
        numbers = count()
        blocks: list[Block] = []
        for heading, rest in parts:
            if rest:
                blocks += [Heading(f"{_NUMERALS[next(numbers)]}、{heading}", 1), *rest]
        return Dossier(self._name, tuple(blocks), self._provision.body.text)

    @property
    def _hosted(self) -> bool:
        return self._ref.kind is FactKind.HOSTED_OFFICE

    def _setting(self) -> tuple[str, tuple[Block, ...]]:
        rows = [_row("机关", cell(self._provision.body.text), self._mark(FactRef(FactKind.BODY)))]
        rows += self._as_hosted() if self._hosted else self._as_division()
        rows += self._own_staffing()
        return "设置", (_facts(rows),)

    def _as_hosted(self) -> Iterator[Row]:
        words = self._provision.hosted_offices[self._ref.index].span.of(self._provision.text)
        yield _row("性质", cell("设在本机关的机构，不计入内设机构"), "")
        yield _row("原文", cell(words), self._mark(self._ref))

    def _as_division(self) -> Iterator[Row]:
        p, index = self._provision, self._ref.index
        division = p.divisions[index]
        ordinal = cell(division.ordinal) if division.ordinal else cell("原文未编号", Standing.NOT_STATED)
        yield _row("内设机构序号", ordinal, self._mark(self._ref))
        for j, name in enumerate(division.second_names):
            yield _row("括号内名称", cell(name.text), self._mark(FactRef(FactKind.SECOND_NAME, index, j)))
        known = [name.text for name in division.nameplates]
        for j, name in enumerate(known):
            yield _row("牌子", cell(name), self._mark(FactRef(FactKind.DIVISION_NAMEPLATE, index, j)))
        for i, plate in enumerate(p.nameplates):
            if plate.of == self._name and plate.name.text not in known:
                yield _row("牌子", cell(plate.name.text), self._mark(FactRef(FactKind.NAMEPLATE, i)))
        for i, place in enumerate(p.co_locations):
            if any(unit.text == self._name for unit in place.units):
                yield _row("合署办公", cell(place.text.text), self._mark(FactRef(FactKind.CO_LOCATION, i)))

    def _own_staffing(self) -> Iterator[Row]:
        """Yield the unit's own quotas, then in one row all that the text doesn't state."""
        missing = ["规格"]
        for kind, label in ((QuotaKind.ESTABLISHMENT, "编制"), (QuotaKind.LEADERSHIP, "职数")):
            own = [
                i
                for i, quota in enumerate(self._provision.quotas)
                if quota.kind is kind and quota.of is not None and quota.of.text == self._name
            ]
            yield from (self._quota(label, i) for i in own)
            missing += [] if own else [label]
        yield _row("、".join((*missing, "实有人数")), cell(NOT_STATED, Standing.NOT_STATED), "")

    def _own_duties(self) -> tuple[str, tuple[Block, ...]]:
        divisions = self._provision.divisions
        own = () if self._hosted else divisions[self._ref.index].duties
        blocks: list[Block] = [
            Paragraph(duty.text, clause=self._mark(FactRef(FactKind.DIVISION_DUTY, self._ref.index, j)))
            for j, duty in enumerate(own)
        ]
        if not own:
            every = not self._hosted and not any(division.duties for division in divisions)
            words = "本规定未载明各内设机构职责。" if every else f"{NOT_STATED}。"
            blocks.append(Paragraph(words, Standing.NOT_STATED))
        return "原文规定的职责", tuple(blocks)

    def _corresponding(self) -> tuple[str, tuple[Block, ...]]:
        heading = "对应的职责分项"
        links = shown_links(self._mapping, self._ref, self._grades)
        left = left_out_of(self._mapping, self._ref, self._grades)
        if not links:
            words = no_link_words(self._mapping, self._ref, self._grades)
            words = words if left else f"{words}：没有职责分项与其对应"
            return heading, (Paragraph(f"{words}。", Standing.NOT_STATED),)
        rows = tuple(self._duty_row(link) for link in links)
        table = Table(
            title="",
            columns=(
                Column("条款", 11, Align.CENTRE),
                Column("职责分项原文", 50),
                Column("协作角色", 10, Align.CENTRE),
                Column("等级", 40 if any(link.judgement is not None for link in links) else 14),
                Column("对应用语", 30 if any("名称中的" in row.cells[-1].words for row in rows) else 20),
            ),
            rows=rows,
            notes=(
                standing_note(self._provision),
                grade_notes(self._grades),
                NUMBERED_BY_US,
                *judges_note(link.judgement for link in links),
                *((f"{left}。",) if left else ()),
            ),
        )
        return heading, (table,)

    def _duty_row(self, link: DutyLink) -> Row:
        item = self._provision.duties[link.item.index].items[link.item.part]
        roles = dict.fromkeys(one.quote.text for one in self._mapping.wordings_of(link.item, WordingKind.ROLE))
        role = cell("、".join(roles)) if roles else cell("未载明", Standing.NOT_STATED)
        words = Cell(tuple(CellLine(line, GRADE_STANDING[link.grade]) for line in _matched(link.evidence)))
        clause = cell(item_mark(self._citing, link.item))
        return Row((clause, cell(item.text), role, Cell((link_line(link),)), words))

    def _changes(self) -> tuple[str, tuple[Block, ...]]:
        every = sorted(self._mapping.changes_of(self._ref), key=lambda link: link.change)
        links = [link for link in every if link.grade in self._grades]
        if not links:
            return "", ()
        changes = self._provision.changes
        table = Table(
            title="",
            columns=(
                Column("类别", 9, Align.CENTRE),
                Column("原文", 54),
                Column("条款", 11, Align.CENTRE),
                Column("关系与等级", 44 if any(link.grade is Grade.JUDGED for link in links) else 28),
            ),
            rows=tuple(self._change_row(link) for link in links),
            notes=(
                *((FIELD_ONLY,) if any(changes[link.change.index].leaves for link in links) else ()),
                *judges_note(link.judgement for link in links),
            ),
            merged=(0,),
        )
        return "涉及的职能转变", (table,)

    def _change_row(self, link: ChangeLink) -> Row:
        change = self._provision.changes[link.change.index]
        standing = GRADE_STANDING[link.grade]
        lines = [f"涉及领域，{graded(link.grade)}" if change.leaves else graded(link.grade)]
        if link.via is not None:
            item = self._provision.duties[link.via.index].items[link.via.part]
            lines.append(f"经{item_mark(self._citing, link.via)}{in_quotation_marks(opening_words(item))}")
        if link.grade is Grade.JUDGED:
            reason = "" if link.judgement is None else f"。理由：{link.judgement.reason.rstrip('。')}"
            lines.append(f"{UNCONFIRMED}{reason}")
        told = Cell(tuple(CellLine(line, standing) for line in lines))
        kind = cell(CHANGE_KIND_WORDS[change.kind])
        return Row((kind, cell(change.text.text), cell(self._mark(link.change)), told))

    def _surroundings(self) -> tuple[str, tuple[Block, ...]]:
        """Facts of the body that the unit lies in: headed as the body's, so that nobody takes them for the unit's.

        They are the same for every unit, so they are told in a line or two: a page has room for what is the unit's.
        """
        p = self._provision
        told: dict[str, list[str]] = {}
        for whole in parts_of(p, None):
            if p.quotas[whole].of is None:
                for i in (whole, *parts_of(p, whole)):
                    if not p.quotas[i].is_post:
                        told.setdefault(self._mark(FactRef(FactKind.QUOTA, i)), []).append(_of_body(p.quotas[i]))
        lines = tuple(Paragraph(f"{'；'.join(words)}。", clause=clause) for clause, words in told.items())
        return "所在机关的编制、职数（机关数据，不是本机构的）", lines

    def _quota(self, label: str, index: int) -> Row:
        quota = self._provision.quotas[index]
        line = amount(quota)
        if label != quota.label.text:
            line = CellLine(f"{quota.label.text} {line.words}", line.standing)
        return Row((cell(label), Cell((line,)), cell(self._mark(FactRef(FactKind.QUOTA, index)))))

    def _mark(self, ref: FactRef) -> str:
        return self._citing.mark(ref)


def _facts(rows: Iterable[Row]) -> Table:
    return Table(
        title="",
        columns=(Column("项目", 30), Column("内容", 58), Column("条款", 12, Align.CENTRE)),
        rows=tuple(rows),
    )


def _row(label: str, value: Cell, clause: str) -> Row:
    return Row((cell(label), value, cell(clause) if clause else _DASH))


def _of_body(quota: Quota) -> str:
    """Return a quota of the body in words: 机关行政编制294名."""
    words = quota.label.text + closed_up(amount(quota).words)
    return f"{words}（正、副未分列）" if "正副" in quota.label.text and quota.rule is None else words


def _matched(evidence: Iterable[Evidence]) -> Iterator[str]:
    """Yield the words that show a link, and for what of the name they stand where they aren't the same."""
    lines: dict[str, None] = {}
    for one in evidence:
        words = in_quotation_marks(one.quote.text)
        if one.term is not None and one.term not in one.quote.text:
            ground = f"（{one.ground.rstrip('。')}）" if one.ground is not None else ""
            words = f"名称中的{in_quotation_marks(one.term)}，条文写作{words}{ground}"
        lines.setdefault(words)
    yield from lines
