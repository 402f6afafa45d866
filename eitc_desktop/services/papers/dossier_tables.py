"""The tables within a dossier: made for its text width, and for a reader who wants the gist and the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import ChangeKind, Division, FunctionChange, Matter, Provision, Role, RolePosition
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, GRADE_WORDS
from eitc_desktop.services.agencies import Agency
from eitc_desktop.services.citing import opening_words, place_of
from eitc_desktop.services.gaps import Gaps, otherwise_words
from eitc_desktop.services.papers.duties import HOSTED
from eitc_desktop.services.papers.words import (
    FIELD_ONLY,
    GRADE_STANDING,
    closed_up,
    grade_notes,
    graded,
    no_link_words,
    other_names,
    standing_note,
    unit_name,
)

_UNITS = frozenset({FactKind.DIVISION, FactKind.HOSTED_OFFICE})
_OWN = "本机关"
_CLAUSE = Column("条款", 14, Align.CENTRE)


def division_name(p: Provision, division: Division) -> str:
    """Return a division's name with what stands in （）after it."""
    others = "、".join(other_names(p, division))
    return f"{division.name.text}（{others}）" if others else division.name.text


def divisions_table(p: Provision, mapping: Mapping, every: Mapping, grades: frozenset[Grade]) -> Table:
    """Return every division and hosted office with the duty items that correspond to it, or that none does.

    *mapping* holds what is shown, *every* also what isn't of *grades*.
    """
    judged = _judgements(mapping)
    rows: list[Row] = []
    for i, division in enumerate(p.divisions):
        others = "、".join(other_names(p, division))
        name = _lines((division.ordinal or "") + division.name.text, f"（{others}）" if others else "")
        ref = FactRef(FactKind.DIVISION, i)
        rows += _unit_rows(p, mapping, ref, name, judged) or [_unlinked(name, no_link_words(every, ref, grades))]
    if p.hosted_offices:
        rows.append(_title_row(HOSTED, 4))
    for i, office in enumerate(p.hosted_offices):
        name = _lines(office.name.text, f"〔原文{place_of(p, office.span)}〕")
        ref = FactRef(FactKind.HOSTED_OFFICE, i)
        rows += _unit_rows(p, mapping, ref, name, judged) or [_unlinked(name, no_link_words(every, ref, grades))]
    columns = (
        Column("内设机构", 29),
        Column("对应的职责（原文节录）", 46),
        _CLAUSE,
        Column("对应等级", 18, Align.CENTRE),
    )
    return Table("内设机构与职责对应表", columns, tuple(rows), tuple(_grade_notes(p, mapping)), (0,), p.body.text)


def _unlinked(name: Cell, words: str) -> Row:
    return Row((name, cell(words, Standing.NOT_STATED), Cell(), Cell()))


def _lines(*words: str) -> Cell:
    return Cell(tuple(CellLine(line) for line in words if line))


def _title_row(words: str, columns: int) -> Row:
    return Row((cell(words), *(Cell() for _ in range(columns - 1))), title=True)


def _judgements(mapping: Mapping) -> frozenset[tuple[str, str]]:
    """Return who judged and when; where it is always the same it is told once."""
    judgements = (link.judgement for link in mapping.duty_links)
    return frozenset((one.judge, one.date) for one in judgements if one is not None)


def _grade_notes(p: Provision, mapping: Mapping) -> Iterator[str]:
    grades = {link.grade for link in mapping.duty_links}
    if any(division.duties for division in p.divisions):
        grades.add(Grade.STATED)
    yield standing_note(p)
    if grades:
        yield grade_notes(frozenset(grades))
    judged = _judgements(mapping)
    if len(judged) == 1:
        yield "".join(f"研判均由{judge}于{date}作出，理由列在其下。" for judge, date in judged)
    if any(link.part for link in mapping.duty_links):
        yield "只对应一部分的，录相应的语句，… 表示其余从略。"


def _unit_rows(
    p: Provision, mapping: Mapping, unit: FactRef, name: Cell, judged: frozenset[tuple[str, str]]
) -> list[Row]:
    """Return a row for each duty that the text gives a unit, then for each item that corresponds to it."""
    own = p.divisions[unit.index].duties if unit.kind is FactKind.DIVISION else ()
    rows = [Row((name, cell(duty.text), cell(place_of(p, duty.span)), cell(graded(Grade.STATED)))) for duty in own]
    for link in mapping.links_of_unit(unit):
        item = duty_item(p, link.item)
        words = passage(item, [one.quote.span for one in link.evidence]) if link.part else item.text
        standing = GRADE_STANDING[link.grade]
        told = Cell((CellLine(words), *_reason(link, standing, judged)))
        grade = cell(graded(link.grade, part=link.part), standing)
        rows.append(Row((name, told, cell(place_of(p, item.span)), grade)))
    return rows


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
    columns = (Column("类别", 9, Align.CENTRE), Column("事项（原文）", 50), _CLAUSE)
    columns = (*columns, Column("涉及的现行条款", 30)) if concerned else columns
    return Table("职能转变事项表", columns, tuple(rows), tuple(_change_notes(p, mapping)), (0,), p.body.text)


def _change_notes(p: Provision, mapping: Mapping) -> Iterator[str]:
    if any(_is_digest(change) for change in p.changes):
        yield "加强的职责只录各分句的起首语句，… 表示其余从略。"
    if mapping.change_links:
        yield "涉及的现行条款由程序按相同用语比对（推算），不是原文的规定。"
    if any(link.grade is Grade.JUDGED for link in mapping.change_links):
        yield "职能研判未经本单位确认，理由列在事项之下。"
    if any(p.changes[link.change.index].leaves for link in mapping.change_links):
        yield FIELD_ONLY


def _change_row(p: Provision, mapping: Mapping, index: int, change: FunctionChange, *, concerned: bool) -> Row:
    words = _digest(change) if _is_digest(change) else change.text.text.rstrip("。")
    cells = [
        cell(CHANGE_KIND_WORDS[change.kind]),
        Cell((CellLine(words), *_change_reasons(mapping, index))),
        cell(place_of(p, change.span)),
    ]
    if concerned:
        found = tuple(_concerned(p, mapping, index, change))
        cells.append(Cell(found) if found else cell("—", Standing.NOT_STATED))
    return Row(tuple(cells))


def _change_reasons(mapping: Mapping, index: int) -> Iterator[CellLine]:
    """Yield why somebody judged that a change concerns something; what comes through a duty has it there."""
    judgements = (one.judgement for one in mapping.change_links if one.change.index == index and one.via is None)
    for reason in dict.fromkeys(one.reason.rstrip("。") for one in judgements if one is not None):
        yield CellLine(f"研判理由：{reason}", Standing.JUDGED)


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
            field = "涉及领域：" if change.leaves else ""
            told = "、".join(dict.fromkeys(found))
            yield CellLine(f"{field}{told}（{GRADE_WORDS[grade]}）", GRADE_STANDING[grade])


def splits_table(p: Provision, agencies: Sequence[Agency]) -> Table:
    """Return every shared matter: who leads the whole of it, and what each agency does, in the text's words."""
    own = frozenset(form for agency in agencies if agency.own for form in agency.forms)
    rows: list[Row] = []
    for split in p.responsibility_splits:
        other = split.counterpart.text if split.counterpart is not None else "有关部门（名称未载明）"
        rows.append(_title_row(f"与{other}的职责分工", 3))
        rows += [_matter_row(p, matter, own) for matter in split.matters]
    columns = (_CLAUSE, Column("整体牵头", 20, Align.CENTRE), Column("各单位的职责（原文节录）", 66))
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


def unmapped_table(p: Provision, mapping: Mapping, gaps: Gaps) -> Table:
    """Return the duty items that no division corresponds to, those of one duty together.

    An item to which one corresponds by a grade that isn't shown says so.
    """
    hosted = {link.item for link in mapping.duty_links if link.unit.kind is FactKind.HOSTED_OFFICE}
    rows: list[Row] = []
    for duty, refs in groupby(gaps.items, key=lambda ref: ref.index):
        chosen = list(refs)
        lines = [CellLine("；".join(_opening(p, gaps, ref) for ref in chosen))]
        lines += _hosted_lines(p, mapping, [ref for ref in chosen if ref in hosted])
        rows.append(Row((cell(place_of(p, p.duties[duty].span)), Cell(tuple(lines)))))
    columns = (_CLAUSE, Column("职责分项（原文起首语句）", 86))
    return Table("未对应内设机构的职责分项", columns, tuple(rows), subject=p.body.text)


def _opening(p: Provision, gaps: Gaps, ref: FactRef) -> str:
    words = opening_words(duty_item(p, ref), limit=40)
    if ref not in gaps.otherwise:
        return words
    return closed_up(f"{words}（另有{otherwise_words(gaps.other_grades)}）")


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
    columns = (_CLAUSE, Column("职责分项（原文节录）", 40), Column("内设机构和对应用语", 46))
    return Table("多处室对应的职责分项", columns, tuple(rows), subject=p.body.text)


def _shared_line(p: Provision, link: DutyLink) -> CellLine:
    quotes = "".join(dict.fromkeys(f"“{one.quote.text}”" for one in link.evidence))
    words = f"{unit_name(p, link.unit)}：{quotes}（{GRADE_WORDS[link.grade]}）"
    return CellLine(words, GRADE_STANDING[link.grade])


def duty_item(p: Provision, ref: FactRef) -> Quote:
    """Return the words of a duty item."""
    return p.duties[ref.index].items[ref.part]


def _span_of(p: Provision, target: FactRef) -> Span | None:
    if target.kind is FactKind.DUTY_ITEM:
        return duty_item(p, target).span
    if target.kind is FactKind.MATTER:
        return p.responsibility_splits[target.index].matters[target.part].span
    return None
