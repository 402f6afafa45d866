"""处室职责对应一览表: each division with the duty items that correspond to it, and the items without one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Verdict
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Entry, Review
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.gaps import Gaps, division_gaps, gaps_of, item_gaps, otherwise_words
from eitc_desktop.services.papers.verdicts import UNLISTED, holds_verdicts, unit_words, verdict_line
from eitc_desktop.services.papers.words import (
    GRADE_STANDING,
    NONE_CORRESPONDS,
    NUMBERED_BY_US,
    USUAL_GRADES,
    grade_notes,
    graded,
    judges_note,
    link_line,
    no_link_words,
    other_names,
    rooms_word,
    standing_note,
)
from eitc_desktop.services.reviews.progress import ITEM_STATES, ItemState, progress

HOSTED = "设在本机关的机构（不计入内设机构）"

_NOTHING = Cell((CellLine("—", Standing.NOT_STATED),))


VERDICTS = "审阅录入"
VERDICTS_MARK = "绿字为审阅人录入，非规定内容"
"""Stands on every page of a paper that shows verdicts beside the links."""


def duties_table(
    provision: Provision,
    mapping: Mapping,
    grades: frozenset[Grade] = USUAL_GRADES,
    review: Review = NOTHING_REVIEWED,
) -> Table:
    """Return 序号｜名称｜括号内名称｜对应职责原文｜依据条款｜等级 with the links of *grades*.

    Divisions in the text's order, each with the duties that the text itself gives it and then the duty items that
    correspond; hosted offices after them, then the duty items to which no division corresponds. Where *review* holds
    verdicts, one more column says what reviewers think of each link, and what they think of a link of another grade,
    or of one that nothing gave, stands there too.
    """
    reviewed = holds_verdicts(review)
    made = _Rows(provision, mapping, grades, review if reviewed else None)
    judged = Grade.JUDGED in grades
    return Table(
        title=f"{provision.body.text}{rooms_word(provision)}职责对应一览表",
        columns=(
            Column("序号", 7, Align.CENTRE),
            Column("名称", 14, Align.CENTRE),
            Column("括号内名称", 12, Align.CENTRE),
            Column("对应职责原文", 52),
            Column("依据条款", 11, Align.CENTRE),
            Column("等级", 26 if judged else 12, Align.LEFT if judged else Align.CENTRE),
            *((Column(VERDICTS, 44),) if reviewed else ()),
        ),
        rows=tuple(made.rows()),
        notes=tuple(made.notes()),
        subject=provision.body.text,
        mark=VERDICTS_MARK if reviewed else "",
    )


class _Rows:
    """The rows of one provision's table."""

    def __init__(self, provision: Provision, mapping: Mapping, grades: frozenset[Grade], review: Review | None) -> None:
        self._provision = provision
        self._mapping = mapping
        self._grades = grades
        self._review = review
        self._gaps = gaps_of(provision, mapping, grades)
        self._citing = Citing(provision)
        self._states = progress(review or NOTHING_REVIEWED, provision, mapping).states
        self._links = tuple(link for link in mapping.duty_links if link.grade in grades or self._is_reviewed(link))
        self._beyond = [link.grade for link in self._links if link.grade not in grades]
        self._unlisted = _unlisted(review or NOTHING_REVIEWED, mapping, self._states)

    def rows(self) -> Iterator[Row]:
        p = self._provision
        for i, division in enumerate(p.divisions):
            ref = FactRef(FactKind.DIVISION, i)
            names = Cell(tuple(CellLine(name) for name in other_names(p, division)))
            yield self._row(ref, cell(division.ordinal or "—"), division.name.text, names)
        if p.hosted_offices:
            yield self._title(HOSTED)
        for i, office in enumerate(p.hosted_offices):
            yield self._row(FactRef(FactKind.HOSTED_OFFICE, i), _NOTHING, office.name.text, _NOTHING)
        yield from self._unmapped()

    def notes(self) -> Iterator[str]:
        yield standing_note(self._provision)
        yield grade_notes(self._grades.union(self._beyond))
        if any(len(duty.items) > 1 for duty in self._provision.duties):
            yield NUMBERED_BY_US
        yield from judges_note(link.judgement for link in self._links)
        yield gap_note(self._provision, self._gaps)
        yield from left_out(self._mapping, self._grades, self._beyond)
        if self._review is not None:
            yield f"“{VERDICTS}”一栏（绿字）为审阅人的意见，不是规定的内容。"

    def _row(self, ref: FactRef, ordinal: Cell, name: str, others: Cell) -> Row:
        first = (ordinal, cell(name), others if others.lines else _NOTHING)
        lines = [*self._own(ref), *(self._line(link) for link in self._links if link.unit == ref)]
        lines += [self._line_unlisted(item, said) for item, said in self._unlisted.get(ref, {}).items()]
        if not lines:
            none = cell(no_link_words(self._mapping, ref, self._grades), Standing.NOT_STATED)
            return Row((*first, none, _NOTHING, _NOTHING, *self._reviewed(_NOTHING)))
        columns = [Cell(column) for column in zip(*lines, strict=True)]
        return Row((*first, *columns), paired=True)

    def _reviewed(self, said: Cell) -> tuple[Cell, ...]:
        """Return the last cell of a row, where there is such a column."""
        return () if self._review is None else (said,)

    def _is_reviewed(self, link: DutyLink) -> bool:
        return self._review is not None and bool(self._review.verdicts_on(link.item, link.unit))

    def _said(self, entries: tuple[Entry, ...]) -> CellLine:
        """Return what reviewers think, or that nobody has looked."""
        return verdict_line(entries) or CellLine(str(ITEM_STATES[ItemState.UNREVIEWED]), Standing.NOT_STATED)

    def _own(self, ref: FactRef) -> Iterator[tuple[CellLine, ...]]:
        """Yield the duties that the text itself gives a division."""
        if ref.kind is FactKind.DIVISION:
            for j, duty in enumerate(self._provision.divisions[ref.index].duties):
                clause = self._citing.mark(FactRef(FactKind.DIVISION_DUTY, ref.index, j))
                beside = () if self._review is None else (CellLine("—", Standing.NOT_STATED),)
                yield CellLine(duty.text), CellLine(clause), CellLine(graded(Grade.STATED)), *beside

    def _line(self, link: DutyLink) -> tuple[CellLine, ...]:
        grade = link_line(link)
        if link.grade not in self._grades:  # it is there for the verdicts on it: what it rests on isn't asked for
            grade = CellLine(graded(link.grade, part=link.part), GRADE_STANDING[link.grade])
        told = (*self._quoted(link.item), grade)
        if self._review is None:
            return told
        return (*told, self._said(self._review.verdicts_on(link.item, link.unit)))

    def _line_unlisted(self, item: FactRef, said: list[Entry]) -> tuple[CellLine, ...]:
        return (*self._quoted(item), CellLine(UNLISTED, Standing.NOT_STATED), self._said(tuple(said)))

    def _quoted(self, item: FactRef) -> tuple[CellLine, CellLine]:
        words = self._provision.duties[item.index].items[item.part].text
        return CellLine(words), CellLine(item_mark(self._citing, item))

    def _unmapped(self) -> Iterator[Row]:
        if self._gaps.items:
            yield self._title(f"未对应内设机构的职责分项：{item_gaps(self._gaps)}")
        for item in self._gaps.items:
            words = self._provision.duties[item.index].items[item.part].text
            none = cell(NONE_CORRESPONDS, Standing.NOT_STATED)
            clause = cell(item_mark(self._citing, item))
            beside = _NOTHING
            if item in self._gaps.otherwise:
                beside = cell(f"另有 {otherwise_words(self._gaps.other_grades)}", Standing.NOT_STATED)
            said = () if self._review is None else (Cell(tuple(self._said_of(item, self._review))),)
            yield Row((_NOTHING, none, _NOTHING, cell(words), clause, beside, *said))

    def _said_of(self, item: FactRef, review: Review) -> Iterator[CellLine]:
        """Yield what reviewers think of an item's corresponding to none, and where else something is said of it."""
        own = review.verdicts_on(item, None)
        others = [entry for entry in review.verdicts_of_item(item) if entry not in own]
        if own or not others:
            yield self._said(own)
        if others:
            verdicts = (entry.content for entry in others)
            units = (one.unit for one in verdicts if isinstance(one, Verdict) and one.unit is not None)
            names = dict.fromkeys(unit_words(review, unit) for unit in units)
            yield CellLine(f"{_state_words(self._states[item])}，见{'、'.join(names)}", Standing.ENTERED)

    def _title(self, words: str) -> Row:
        return Row((cell(words), *(Cell() for _ in range(5)), *self._reviewed(Cell())), title=True)


def _state_words(states: Collection[ItemState]) -> str:
    """Return how far an item of which somebody said something is reviewed, and that reviewers differ."""
    unreviewed = ItemState.UNREVIEWED in states
    if ItemState.DISPUTED in states:
        return f"{ITEM_STATES[ItemState.DISPUTED]}{'，未审完' if unreviewed else ''}"
    return (
        f"{ITEM_STATES[ItemState.UNREVIEWED]}，部分对应已有意见" if unreviewed else str(ITEM_STATES[ItemState.REVIEWED])
    )


def shown_links(mapping: Mapping, unit: FactRef, grades: frozenset[Grade]) -> tuple[DutyLink, ...]:
    """Return the links of a unit that papers show, in the text's order."""
    return tuple(link for link in mapping.links_of_unit(unit) if link.grade in grades)


def gap_note(provision: Provision, gaps: Gaps) -> str:
    """Return how many items and how many divisions nothing corresponds to, and what that means."""
    total = sum(len(duty.items) for duty in provision.duties)
    items = f"职责分项共 {total} 项，{item_gaps(gaps)}；" if total else ""
    return f"{items}{division_gaps(provision, gaps)}。未对应只表示没有比对出来，不表示无机构承担。"


def left_out(mapping: Mapping, grades: frozenset[Grade], beyond: Sequence[Grade] = ()) -> Iterator[str]:
    """Yield how many links a paper that shows only *grades* doesn't show; those of *beyond* it shows for their
    verdicts.
    """
    hidden = [link.grade for link in mapping.duty_links if link.grade not in grades]
    if hidden and beyond:
        rest = len(hidden) - len(beyond)
        others = f"，其余 {rest} 条未列入" if rest else ""
        yield f"{otherwise_words(hidden)}共 {len(hidden)} 条，列入其中有审阅意见的 {len(beyond)} 条{others}。"
    elif hidden:
        yield f"{otherwise_words(hidden)}共 {len(hidden)} 条，未列入。"


def _unlisted(review: Review, mapping: Mapping, items: Iterable[FactRef]) -> dict[FactRef, dict[FactRef, list[Entry]]]:
    """Return the verdicts on links that there are none of, by unit and item."""
    linked = {(link.item, link.unit) for link in mapping.duty_links}
    found: dict[FactRef, dict[FactRef, list[Entry]]] = {}
    for item in items:
        for entry in review.verdicts_of_item(item):
            named = entry.content.unit if isinstance(entry.content, Verdict) else None
            unit = None if named is None else review.unit_ref(named)
            if unit is not None and (item, unit) not in linked:
                found.setdefault(unit, {}).setdefault(item, []).append(entry)
    return found
