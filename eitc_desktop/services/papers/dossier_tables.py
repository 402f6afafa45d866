"""The tables within a dossier: made for its text width, and for a reader who wants the gist and the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import ChangeKind, Division, FunctionChange, Matter, Provision, Role, RolePosition
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, GRADE_WORDS, UNCONFIRMED
from eitc_desktop.services.agencies import Agency
from eitc_desktop.services.citing import opening_words, place_of

STANDING_OF_GRADE = {
    Grade.STATED: Standing.STATED,
    Grade.NAMED: Standing.DERIVED,
    Grade.JUDGED: Standing.JUDGED,
}

_FIELD_ONLY = frozenset({ChangeKind.ABOLISHED, ChangeKind.DEVOLVED})
_UNITS = frozenset({FactKind.DIVISION, FactKind.HOSTED_OFFICE})
_OWN = "本机关"
_WIDTH = 442
"""Points of the text's width: 156 mm (GB/T 9704-2012, 5.2.1)."""
CLAUSE = -1.0
"""Width of a column of clauses."""
_NARROW = 100
"""Points below which a column holds words and not sentences."""


def division_name(division: Division) -> str:
    """Return a division's name with what stands in （）after it."""
    others = "、".join(name.text for name in (*division.second_names, *division.nameplates))
    return f"{division.name.text}（{others}）" if others else division.name.text


def divisions_table(p: Provision, mapping: Mapping) -> Table:
    """Return every division and hosted office with the duty items that correspond to it, or that none does."""
    judged = _judgements(mapping)
    rows: list[Row] = []
    for i, division in enumerate(p.divisions):
        name = (division.ordinal or "") + division_name(division)
        rows += _unit_rows(p, mapping, FactRef(FactKind.DIVISION, i), name, judged)
    if p.hosted_offices:
        rows.append(_title_row("设在本机关的机构（不计入内设机构）", 4))
    for i, office in enumerate(p.hosted_offices):
        name = f"{office.name.text}〔原文{place_of(p, office.span)}〕"
        rows += _unit_rows(p, mapping, FactRef(FactKind.HOSTED_OFFICE, i), name, judged)
    columns = _columns(rows, ("内设机构", 103), ("对应的职责（原文节录）", None), ("条款", CLAUSE), ("对应等级", 82))
    return Table("内设机构与职责对应表", columns, tuple(rows), tuple(_grade_notes(p, mapping)), (0,), p.body.text)


def _columns(rows: Sequence[Row], *headings: tuple[str, float | None]) -> tuple[Column, ...]:
    """Return columns whose widths in points make up the text's width; None is what the others leave.

    CLAUSE is as wide as the longest clause in type of 10.5 pt; it and whatever is narrow is centred.
    """
    widths: list[float] = []
    for column, (_, width) in enumerate(headings):
        longest = max((len(row.cells[column].words) for row in rows if not row.title), default=0)
        widths.append(min(max(longest, 4), 9) * 10.5 + 8 if width == CLAUSE else width or 0.0)
    rest = _WIDTH - sum(widths)
    return tuple(
        Column(heading, width or rest, Align.CENTRE if 0 < width < _NARROW else Align.LEFT)
        for (heading, _), width in zip(headings, widths, strict=True)
    )


def _title_row(words: str, columns: int) -> Row:
    return Row((cell(words), *(Cell() for _ in range(columns - 1))), title=True)


def _judgements(mapping: Mapping) -> frozenset[tuple[str, str]]:
    """Return who judged and when; where it is always the same it is told once."""
    judgements = (link.judgement for link in mapping.duty_links)
    return frozenset((one.judge, one.date) for one in judgements if one is not None)


def _grade_notes(p: Provision, mapping: Mapping) -> Iterator[str]:
    grades = {link.grade for link in mapping.duty_links}
    if Grade.STATED in grades or any(division.duties for division in p.divisions):
        yield f"“{GRADE_WORDS[Grade.STATED]}”指原文把该职责写在该内设机构之下。"
    if Grade.NAMED in grades:
        yield f"“{GRADE_WORDS[Grade.NAMED]}”指机构名称中的用语见于该职责分项（推算），不是原文的规定，不表示由其承担。"
    if Grade.JUDGED in grades:
        judged = _judgements(mapping)
        by = "".join(f"，由{judge}于{date}作出" for judge, date in judged) if len(judged) == 1 else ""
        yield f"“{GRADE_WORDS[Grade.JUDGED]}”为{UNCONFIRMED}{by}，理由列在其下。"
    if any(link.part for link in mapping.duty_links):
        yield "“部分”指只对应该职责分项的一部分，所录为相应的语句，… 表示其余从略。"


def _unit_rows(
    p: Provision, mapping: Mapping, unit: FactRef, name: str, judged: frozenset[tuple[str, str]]
) -> Iterator[Row]:
    """Yield a row for each duty that the text gives a unit, then for each item that corresponds to it."""
    own = p.divisions[unit.index].duties if unit.kind is FactKind.DIVISION else ()
    links = mapping.links_of_unit(unit)
    for duty in own:
        yield Row((cell(name), cell(duty.text), cell(place_of(p, duty.span)), cell(GRADE_WORDS[Grade.STATED])))
    for link in links:
        item = duty_item(p, link.item)
        words = passage(item, [one.quote.span for one in link.evidence]) if link.part else item.text
        grade = GRADE_WORDS[link.grade] + ("·部分" if link.part else "")
        standing = STANDING_OF_GRADE[link.grade]
        told = Cell((CellLine(words), *_reason(link, standing, judged)))
        yield Row((cell(name), told, cell(place_of(p, item.span)), cell(grade, standing)))
    if not own and not links:
        yield Row((cell(name), cell("未对应", Standing.NOT_STATED), Cell(), Cell()))


def _reason(link: DutyLink, standing: Standing, judged: frozenset[tuple[str, str]]) -> Iterator[CellLine]:
    if link.judgement is not None:
        one = link.judgement
        by = f"（{one.judge}，{one.date}）" if len(judged) > 1 else ""
        yield CellLine(f"研判理由：{one.reason.rstrip('。')}{by}", standing)


def passage(quote: Quote, spans: Sequence[Span]) -> str:
    """Return those pieces between ，of *quote* that *spans* lie in, the others left out with a …."""
    pieces: list[str] = []
    left_out = False
    at = quote.span.start
    for piece in quote.text.split("，"):
        span = Span(at, at + len(piece))
        at = span.end + 1
        if not any(one.start < span.end and span.start < one.end for one in spans):
            left_out = True
            continue
        pieces.append(f"…{piece}" if left_out else f"，{piece}" if pieces else piece)
        left_out = False
    return "".join(pieces) + ("…" if left_out else "") if pieces else quote.text


def changes_table(p: Provision, mapping: Mapping) -> Table:
    """Return the function changes in the text's words, and which clauses of today they concern."""
    concerned = bool(mapping.change_links)
    rows = [_change_row(p, mapping, i, change, concerned=concerned) for i, change in enumerate(p.changes)]
    headings: list[tuple[str, float | None]] = [("类别", 38.0), ("事项（原文）", None), ("条款", CLAUSE)]
    columns = _columns(rows, *headings, *([("涉及的现行条款", 134.0)] if concerned else []))
    return Table("职能转变事项表", columns, tuple(rows), tuple(_change_notes(p, mapping)), (0,), p.body.text)


def _change_notes(p: Provision, mapping: Mapping) -> Iterator[str]:
    if any(_is_digest(change) for change in p.changes):
        yield "加强的职责只录各分句的起首语句，… 表示其余从略。"
    changes = [p.changes[link.change.index] for link in mapping.change_links]
    if changes:
        yield "涉及的现行条款由程序按相同用语比对（推算），不是原文的规定。"
    if any(change.kind in _FIELD_ONLY for change in changes):
        yield "取消、下放的事项只表示涉及领域，不表示现行职责是其保留部分。"


def _change_row(p: Provision, mapping: Mapping, index: int, change: FunctionChange, *, concerned: bool) -> Row:
    cells = [
        cell(CHANGE_KIND_WORDS[change.kind]),
        cell(_digest(change) if _is_digest(change) else change.text.text.rstrip("。")),
        cell(place_of(p, change.span)),
    ]
    if concerned:
        found = tuple(_concerned(p, mapping, index, change))
        cells.append(Cell(found) if found else cell("—", Standing.NOT_STATED))
    return Row(tuple(cells))


def _is_digest(change: FunctionChange) -> bool:
    return change.kind is ChangeKind.STRENGTHENED and any("，" in item.text for item in change.items)


def _digest(change: FunctionChange) -> str:
    return "；".join(opening_words(item, limit=40) for item in change.items)


def _concerned(p: Provision, mapping: Mapping, index: int, change: FunctionChange) -> Iterator[CellLine]:
    """Yield the clauses of duties and shared matters that a change concerns, and the divisions that it names."""
    ref = FactRef(FactKind.CHANGE, index)
    for grade in Grade:
        links = [link for link in mapping.change_links if link.change == ref and link.grade is grade]
        spans = [_span_of(p, link.target) for link in links]
        found = [place_of(p, span) for span in spans if span is not None]
        found += [unit_name(p, link.target) for link in links if link.target.kind in _UNITS and link.via is None]
        if found:
            field = "涉及领域：" if change.kind in _FIELD_ONLY else ""
            told = "、".join(dict.fromkeys(found))
            yield CellLine(f"{field}{told}（{GRADE_WORDS[grade]}）", STANDING_OF_GRADE[grade])


def splits_table(p: Provision, agencies: Sequence[Agency]) -> Table:
    """Return every shared matter: who leads the whole of it, and what each agency does, in the text's words."""
    own = frozenset(form for agency in agencies if agency.own for form in agency.forms)
    rows: list[Row] = []
    for split in p.responsibility_splits:
        other = split.counterpart.text if split.counterpart is not None else "有关部门（名称未载明）"
        rows.append(_title_row(f"与{other}的职责分工", 3))
        rows += [_matter_row(p, matter, own) for matter in split.matters]
    columns = _columns(rows, ("条款", CLAUSE), ("整体牵头", 84), ("各单位的职责（原文节录）", None))
    notes = ("整体牵头只列原文写明对该事项整体牵头的单位；… 表示其余从略。",)
    return Table("部门间职责分工表", columns, tuple(rows), notes, subject=p.body.text)


def _matter_row(p: Provision, matter: Matter, own: frozenset[str]) -> Row:
    lead = cell("未载明", Standing.NOT_STATED) if matter.lead is None else cell(_agency(matter.lead, own))
    lines = [CellLine(words) for words in _by_words(matter, own)]
    lines += [CellLine("各单位的角色：未载明", Standing.NOT_STATED)] if not matter.roles else []
    if matter.mechanisms:
        lines.append(CellLine(f"协调机制：{'、'.join(one.text for one in matter.mechanisms)}"))
    return Row((cell(place_of(p, matter.span)), lead, Cell(tuple(lines))))


def _by_words(matter: Matter, own: frozenset[str]) -> Iterator[str]:
    """Yield each sentence that gives roles, the agencies that act before it; with whom they act it says itself."""
    found: dict[Span, list[Role]] = {}
    for role in matter.roles:
        found.setdefault(role.span, []).append(role)
    for roles in found.values():
        acting = [role for role in roles if role.position is not RolePosition.PARTNER]
        first = (acting or roles)[0]
        words = passage(first.text, [first.verb.span])
        for role in acting:
            words = words.removeprefix(role.agency.text).lstrip("、和与")
        if len(words) <= len(first.verb.text) + 1:  # 甲牵头，…: what is led stands behind the mark
            words = first.text.text.removeprefix(first.agency.text)
        yield f"{'、'.join(_agency(role.agency, own) for role in acting)}：{words}"


def _agency(name: Quote, own: frozenset[str]) -> str:
    return _OWN if name.text in own else name.text


def unmapped_table(p: Provision, mapping: Mapping, items: Sequence[FactRef]) -> Table:
    """Return the duty items that no division corresponds to, those of one duty together."""
    hosted = {link.item for link in mapping.duty_links if link.unit.kind is FactKind.HOSTED_OFFICE}
    rows: list[Row] = []
    for duty, refs in groupby(items, key=lambda ref: ref.index):
        chosen = list(refs)
        lines = [CellLine("；".join(opening_words(duty_item(p, ref), limit=40) for ref in chosen))]
        lines += _hosted_lines(p, mapping, [ref for ref in chosen if ref in hosted])
        rows.append(Row((cell(place_of(p, p.duties[duty].span)), Cell(tuple(lines)))))
    columns = _columns(rows, ("条款", CLAUSE), ("职责分项（原文起首语句）", None))
    return Table("未对应内设机构的职责分项", columns, tuple(rows), subject=p.body.text)


def _hosted_lines(p: Provision, mapping: Mapping, items: Sequence[FactRef]) -> Iterator[CellLine]:
    """Yield to which hosted offices some of the items do correspond, those with the same offices together."""
    by_offices: dict[str, list[str]] = {}
    for ref in items:
        names = "、".join(unit_name(p, link.unit) for link in mapping.links_of_item(ref))
        by_offices.setdefault(names, []).append(f"“{opening_words(duty_item(p, ref), limit=10)}”")
    for names, quotes in by_offices.items():
        yield CellLine(f"其中{''.join(quotes)}对应设在本机关的{names}（推算）", Standing.DERIVED)


def shared_table(p: Provision, mapping: Mapping, items: Sequence[FactRef]) -> Table:
    """Return the duty items that several divisions correspond to, with the words that each of them rests on."""
    rows: list[Row] = []
    for ref in items:
        item = duty_item(p, ref)
        links = [link for link in mapping.links_of_item(ref) if link.unit.kind is FactKind.DIVISION]
        spans = [one.quote.span for link in links for one in link.evidence]
        lines = tuple(_shared_line(p, link) for link in links)
        rows.append(Row((cell(place_of(p, item.span)), cell(passage(item, spans)), Cell(lines))))
    columns = _columns(rows, ("条款", CLAUSE), ("职责分项（原文节录）", None), ("内设机构和对应用语", 206))
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
