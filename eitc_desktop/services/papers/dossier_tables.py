"""The tables within a dossier: narrower than those that offices keep as papers of their own, made for its text width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping, weakest
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import ChangeKind, Division, FunctionChange, Matter, Provision, Role
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, GRADE_WORDS, UNCONFIRMED, role_words
from eitc_desktop.services.agencies import Agency
from eitc_desktop.services.citing import place_of

STANDING_OF_GRADE = {
    Grade.STATED: Standing.STATED,
    Grade.NAMED: Standing.DERIVED,
    Grade.JUDGED: Standing.JUDGED,
}

_FIELD_ONLY = frozenset({ChangeKind.ABOLISHED, ChangeKind.DEVOLVED})
_HAS_RECIPIENT = frozenset({ChangeKind.DEVOLVED, ChangeKind.TRANSFERRED_OUT, ChangeKind.HANDED_OVER})
_OWN = "本机关"


def division_name(division: Division) -> str:
    """Return a division's name with what stands in （）after it."""
    others = "、".join(name.text for name in (*division.second_names, *division.nameplates))
    return f"{division.name.text}（{others}）" if others else division.name.text


def divisions_table(p: Provision, mapping: Mapping) -> Table:
    """Return every division and hosted office with the duty items that correspond to it, or that none does."""
    rows = [
        _unit_row(p, mapping, FactRef(FactKind.DIVISION, i), (division.ordinal or "") + division_name(division))
        for i, division in enumerate(p.divisions)
    ]
    if p.hosted_offices:
        rows.append(Row((cell("设在本机关的机构"), *(Cell() for _ in range(3))), title=True))
        rows += [
            _unit_row(p, mapping, FactRef(FactKind.HOSTED_OFFICE, i), office.name.text)
            for i, office in enumerate(p.hosted_offices)
        ]
    columns = (
        Column("内设机构", 24),
        Column("对应的职责（原文）", 54),
        Column("条款", 14, Align.CENTRE),
        Column("对应等级", 15, Align.CENTRE),
    )
    return Table("内设机构与职责对应表", columns, tuple(rows), subject=p.body.text)


def _unit_row(p: Provision, mapping: Mapping, unit: FactRef, name: str) -> Row:
    lines = [*_own_duties(p, unit)]
    for link in mapping.links_of_unit(unit):
        lines += _link_lines(p, link)
    if not lines:
        lines = [(CellLine("未对应", Standing.NOT_STATED), CellLine(""), CellLine(""))]
    duties, places, grades = zip(*lines, strict=True)
    return Row((cell(name), Cell(duties), Cell(places), Cell(grades)), paired=True)


def _own_duties(p: Provision, unit: FactRef) -> Iterator[tuple[CellLine, CellLine, CellLine]]:
    if unit.kind is FactKind.DIVISION:
        for duty in p.divisions[unit.index].duties:
            yield CellLine(duty.text), CellLine(place_of(p, duty.span)), CellLine("本机构职责")


def _link_lines(p: Provision, link: DutyLink) -> Iterator[tuple[CellLine, CellLine, CellLine]]:
    item = duty_item(p, link.item)
    words = GRADE_WORDS[link.grade] + ("（部分）" if link.part else "")
    standing = STANDING_OF_GRADE[link.grade]
    yield CellLine(item.text), CellLine(place_of(p, item.span)), CellLine(words, standing)
    if link.judgement is not None:
        j = link.judgement
        reason = f"{UNCONFIRMED}：{j.reason.rstrip('。')}。（{j.judge}，{j.date}）"
        yield CellLine(reason, standing), CellLine(""), CellLine("")


def changes_table(p: Provision, mapping: Mapping) -> Table:
    """Return the function changes as worded, where they go, and which clauses of today they concern."""
    concerned = bool(mapping.change_links)
    rows = [_change_row(p, mapping, i, change, concerned=concerned) for i, change in enumerate(p.changes)]
    columns = [Column("类别", 10, Align.CENTRE), Column("事项（原文）", 50), Column("去向", 22)]
    columns += [Column("条款", 12, Align.CENTRE)]
    columns += [Column("涉及的现行条款", 18)] if concerned else []
    return Table("职能转变事项表", tuple(columns), tuple(rows), merged=(0,), subject=p.body.text)


def _change_row(p: Provision, mapping: Mapping, index: int, change: FunctionChange, *, concerned: bool) -> Row:
    cells = [
        cell(CHANGE_KIND_WORDS[change.kind]),
        cell(change.text.text.rstrip("。")),
        Cell(tuple(_ways(p, change))),
        cell(place_of(p, change.span)),
    ]
    if concerned:
        cells.append(Cell(tuple(_concerned(p, mapping, index, change))))
    return Row(tuple(cells))


def _ways(p: Provision, change: FunctionChange) -> Iterator[CellLine]:
    if change.origin is not None and change.origin.text != p.body.text:
        yield CellLine(f"来源：{change.origin.text}")
    if change.recipients_worded is not None:
        yield CellLine(change.recipients_worded)
    elif change.kind in _HAS_RECIPIENT:
        yield CellLine("未载明", Standing.NOT_STATED)


def _concerned(p: Provision, mapping: Mapping, index: int, change: FunctionChange) -> Iterator[CellLine]:
    """Yield the clauses of duties and shared matters that a change concerns, those of one grade in one line."""
    ref = FactRef(FactKind.CHANGE, index)
    links = [link for link in mapping.change_links if link.change == ref]
    for grade in Grade:
        places = dict.fromkeys(
            place_of(p, span)
            for link in links
            if link.grade is grade and (span := _span_of(p, link.target)) is not None
        )
        names = dict.fromkeys(
            p.divisions[link.target.index].name.text
            for link in links
            if link.grade is grade and link.target.kind is FactKind.DIVISION and link.via is None
        )
        if places or names:
            field = "涉及领域：" if change.kind in _FIELD_ONLY else ""
            words = f"{field}{'、'.join((*places, *names))}（{GRADE_WORDS[weakest((grade,))]}）"
            yield CellLine(words, STANDING_OF_GRADE[grade])


def splits_table(p: Provision, agencies: Sequence[Agency]) -> Table:
    """Return every shared matter: who leads, who does what in the text's words, and by which body it is coordinated."""
    own = frozenset(form for agency in agencies if agency.own for form in agency.forms)
    rows: list[Row] = []
    for split in p.responsibility_splits:
        other = split.counterpart.text if split.counterpart is not None else "有关部门（未载明）"
        rows.append(Row((cell(f"与{other}的职责分工"), *(Cell() for _ in range(3))), title=True))
        for matter in split.matters:
            rows += _matter_rows(p, matter, own)
    columns = (
        Column("条款", 14, Align.CENTRE),
        Column("整体牵头", 18),
        Column("单位和原文用语", 26),
        Column("原文", 56),
    )
    return Table("部门间职责分工表", columns, tuple(rows), merged=(0, 1), subject=p.body.text)


def _matter_rows(p: Provision, matter: Matter, own: frozenset[str]) -> Iterator[Row]:
    place = cell(place_of(p, matter.span))
    if matter.lead is None:
        lead = cell("未载明", Standing.NOT_STATED)
    else:
        lead = cell(_agency(matter.lead, own))
    for words, roles in _by_words(matter):
        doing = tuple(CellLine(f"{_agency(role.agency, own)}：{role_words(role)}") for role in roles)
        yield Row((place, lead, Cell(doing), cell(words)))
    if not matter.roles:
        nobody = cell("各单位角色未载明", Standing.NOT_STATED)
        yield Row((place, lead, nobody, cell(matter.text.text.rstrip("。"))))
    for mechanism in matter.mechanisms:
        yield Row((place, lead, cell("协调机制"), cell(mechanism.text)))


def _by_words(matter: Matter) -> list[tuple[str, list[Role]]]:
    """Return the roles by the words that give them: one sentence may give several agencies theirs."""
    found: dict[Span, list[Role]] = {}
    for role in matter.roles:
        found.setdefault(role.span, []).append(role)
    return [(roles[0].text.text, roles) for roles in found.values()]


def _agency(name: Quote, own: frozenset[str]) -> str:
    return _OWN if name.text in own else name.text


def unmapped_table(p: Provision, mapping: Mapping, items: Sequence[FactRef]) -> Table:
    """Return the duty items that no division corresponds to, with the hosted offices that do."""
    hosted = {link.item for link in mapping.duty_links if link.unit.kind is FactKind.HOSTED_OFFICE}
    rows = []
    for ref in items:
        item = duty_item(p, ref)
        lines = [CellLine(item.text)]
        if ref in hosted:
            names = "、".join(unit_name(p, link.unit) for link in mapping.links_of_item(ref))
            lines.append(CellLine(f"只对应设在本机关的{names}（推算）", Standing.DERIVED))
        rows.append(Row((cell(place_of(p, item.span)), Cell(tuple(lines)))))
    columns = (Column("条款", 14, Align.CENTRE), Column("职责分项（原文）", 93))
    return Table("未对应内设机构的职责分项", columns, tuple(rows), merged=(0,), subject=p.body.text)


def shared_table(p: Provision, mapping: Mapping, items: Sequence[FactRef]) -> Table:
    """Return the duty items that several divisions correspond to, with the words that each of them rests on."""
    rows = []
    for ref in items:
        item = duty_item(p, ref)
        links = [link for link in mapping.links_of_item(ref) if link.unit.kind is FactKind.DIVISION]
        lines = tuple(_shared_line(p, link) for link in links)
        rows.append(Row((cell(place_of(p, item.span)), cell(item.text), Cell(lines))))
    columns = (Column("条款", 14, Align.CENTRE), Column("职责分项（原文）", 48), Column("内设机构和对应用语", 45))
    return Table("多处室对应的职责分项", columns, tuple(rows), subject=p.body.text)


def _shared_line(p: Provision, link: DutyLink) -> CellLine:
    quotes = "".join(dict.fromkeys(f"“{one.quote.text}”" for one in link.evidence))
    words = f"{unit_name(p, link.unit)}：{quotes}（{GRADE_WORDS[link.grade]}）"
    return CellLine(words, STANDING_OF_GRADE[link.grade])


def duty_item(p: Provision, ref: FactRef) -> Quote:
    """Return the words of a duty item."""
    return p.duties[ref.index].items[ref.part]


def unit_name(p: Provision, unit: FactRef) -> str:
    """Return the name of a division or hosted office."""
    units = p.divisions if unit.kind is FactKind.DIVISION else p.hosted_offices
    return units[unit.index].name.text


def _span_of(p: Provision, target: FactRef) -> Span | None:
    if target.kind is FactKind.DUTY_ITEM:
        return duty_item(p, target).span
    if target.kind is FactKind.MATTER:
        return p.responsibility_splits[target.index].matters[target.part].span
    return None
