"""The tables within a review report: made for its text width, and for a reader who decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import DutyLink, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    RowKind,
    Scenario,
    UnitName,
    Verdict,
)
from eitc_desktop.reviewing.allocation import LEADERS, RESERVE
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.papers.opinion_counts import handling_counts
from eitc_desktop.services.papers.review_words import (
    DASH,
    REVIEWERS,
    draft_line,
    drafts_of,
    entered,
    person_words,
    place_words,
    short_digest,
)
from eitc_desktop.services.papers.verdicts import unit_words, verdict_lines
from eitc_desktop.services.papers.words import GRADE_STANDING, NONE_CORRESPONDS, graded, unit_name
from eitc_desktop.services.reviews.progress import ITEM_STATES, ItemState
from eitc_desktop.services.reviews.words import (
    ADOPTIONS,
    CATEGORIES,
    NO_OPINION,
    POSTS,
    STANCES,
    TWO_DRAFTS,
    UNHANDLED,
    kind_words,
)

SIGNED = ("经办人", "处室负责人", "分管领导", "日期")
_LINES_TO_SIGN = 6  # room for a signature and a word of judgement
_GIST = 120  # characters of an entry that is listed

_MARK = f"（{REVIEWERS}）"


def reviewers_table(review: Review) -> Table:
    """Return who reviewed, and how many entries of each kind are theirs; nobody's are left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, Person] = {}
    for entry in review.live:
        person = entry.author
        people[person.key] = person  # entries are in the text's order: any of them names the person
        counts[person.key][_column_of(entry.content)] += 1
    heads = ("意见", "对应审阅", "分配数", "其他")
    rows = [
        Row(
            (
                cell(person.name or "未具名", Standing.ENTERED),
                cell(person.office or "未填单位", Standing.ENTERED),
                *(_number(counts[key][head]) for head in heads),
            )
        )
        for key, person in sorted(people.items(), key=lambda one: (one[1].office, one[1].name, one[0]))
    ]
    return Table(
        "审阅人和条目数",
        (
            Column("审阅人", 20, Align.CENTRE),
            Column("单位", 34, Align.CENTRE),
            *(Column(head, 12, Align.CENTRE) for head in heads),
        ),
        tuple(rows),
        ("“其他”为回复、处理、无意见、征求意见单位和方案名称；已撤回的不计。",),
    )


def verdicts_table(p: Provision, mapping: Mapping, review: Review, items: Sequence[FactRef]) -> Table:
    """Return 条款｜职责分项｜对应机构和等级｜审阅人意见 of *items*: each link with all that was said of it."""
    citing = Citing(p)
    rows = [row for item in items for row in _of_item(p, mapping, review, citing, item)]
    return Table(
        f"职责对应审阅表{_MARK}",
        (
            Column("条款", 13, Align.CENTRE),
            Column("职责分项原文", 32),
            Column("对应机构和等级", 20, Align.CENTRE),
            Column("审阅人意见", 43),
        ),
        tuple(rows),
        merged=(0, 1),
    )


def _of_item(p: Provision, mapping: Mapping, review: Review, citing: Citing, item: FactRef) -> Iterator[Row]:
    first = (cell(item_mark(citing, item)), cell(p.duties[item.index].items[item.part].text))
    links = [link for link in mapping.duty_links if link.item == item]
    for link in links:
        said = verdict_lines(review.verdicts_on(item, link.unit))
        yield Row((*first, _link_cell(p, link), Cell(said) if said else _unreviewed()))
    shown = {link.unit for link in links}
    others: dict[UnitName | None, list[Entry]] = defaultdict(list)
    for entry in review.verdicts_of_item(item):
        unit = entry.content.unit if isinstance(entry.content, Verdict) else None
        if unit is None or review.unit_ref(unit) not in shown:
            others[unit].append(entry)
    for unit, entries in others.items():
        if unit is None:
            said = cell(NONE_CORRESPONDS, Standing.NOT_STATED)
        else:
            said = Cell(
                (
                    CellLine(unit_words(review, unit), Standing.ENTERED),
                    CellLine("程序未列此对应", Standing.NOT_STATED),
                )
            )
        yield Row((*first, said, Cell(verdict_lines(entries))))


def _link_cell(p: Provision, link: DutyLink) -> Cell:
    name = CellLine(unit_name(p, link.unit))
    return Cell((name, CellLine(graded(link.grade, part=link.part), GRADE_STANDING[link.grade])))


def _unreviewed() -> Cell:
    return cell(str(ITEM_STATES[ItemState.UNREVIEWED]), Standing.NOT_STATED)


def opinion_counts_table(review: Review) -> Table:
    """Return how many opinions of each 类别 were taken up, with sums."""
    counts = handling_counts(review, review.opinions)
    outcomes: tuple[Adoption | None, ...] = (*ADOPTIONS, None)
    heads = [*(str(words) for words in ADOPTIONS.values()), str(UNHANDLED)]
    rows = [
        Row(
            (
                cell(str(words)),
                *(_number(counts.get((category, outcome), 0)) for outcome in outcomes),
                _number(sum(counts.get((category, outcome), 0) for outcome in outcomes)),
            )
        )
        for category, words in CATEGORIES.items()
    ]
    sums = [sum(counts.get((category, outcome), 0) for category in CATEGORIES) for outcome in outcomes]
    rows.append(Row((cell("合计"), *map(_number, sums), _number(sum(sums)))))
    return Table(
        f"意见分类和采纳情况{_MARK}",
        (
            Column("类别", 14, Align.CENTRE),
            *(Column(head, 14, Align.CENTRE) for head in heads),
            Column("合计", 14, Align.CENTRE),
        ),
        tuple(rows),
    )


def conflicts_table(p: Provision, review: Review) -> tuple[Table, ...]:
    """Return the entries of which several drafts stand side by side; none where there are none."""
    citing = Citing(p)
    rows = [
        Row(
            (
                cell(str(kind_words(entry.content)), Standing.ENTERED),
                cell(place_words(p, citing, entry), Standing.ENTERED),
                Cell(tuple(_drafts(entry))),
            )
        )
        for entry in review.conflicts
    ]
    if not rows:
        return ()
    columns = (Column("条目", 16, Align.CENTRE), Column("条款", 16, Align.CENTRE), Column("各稿", 76))
    note = "这些条目曾被分别改动，各稿照录，尚未取舍。"
    return (Table(f"{TWO_DRAFTS}的条目{_MARK}", columns, tuple(rows), (note,)),)


def unplaced_entries(review: Review) -> tuple[Entry, ...]:
    """Return the entries without a place of their own; answers and what became of an opinion go with it."""
    return tuple(entry for entry in review.unplaced if not isinstance(entry.content, Reply | Handling))


def unplaced_table(review: Review) -> tuple[Table, ...]:
    """Return the entries that this version of the text has no place for; none where there are none."""
    rows = [
        Row(
            (
                cell(str(kind_words(entry.content)), Standing.ENTERED),
                cell(entry.anchor.clause or "—", Standing.ENTERED),
                cell(_gist(entry.anchor.exact), Standing.ENTERED),
                cell(_gist(_words_of(entry.content)), Standing.ENTERED),
                Cell(
                    (
                        CellLine(person_words(entry.author), Standing.ENTERED),
                        CellLine(f"版本 {short_digest(entry.anchor.provision)}", Standing.ENTERED),
                    )
                ),
            )
        )
        for entry in unplaced_entries(review)
    ]
    if not rows:
        return ()
    columns = (
        Column("条目", 12, Align.CENTRE),
        Column("原条款", 13, Align.CENTRE),
        Column("所引文字", 30),
        Column("内容", 33),
        Column("录入人、版本", 20, Align.CENTRE),
    )
    note = "条款和文字为录入时所见版本的，在本版本中没有找到，须由人工认定。"
    return (Table(f"未能定位的条目{_MARK}", columns, tuple(rows), (note,)),)


def signature_table() -> Table:
    """Return the boxes to sign in, on one page."""
    row = Row(tuple(Cell() for _ in SIGNED), room=_LINES_TO_SIGN)
    return Table("审签", tuple(Column(name, 25, Align.CENTRE) for name in SIGNED), (row,))


def _drafts(entry: Entry) -> Iterator[CellLine]:
    for name, draft in drafts_of(entry):
        yield from draft_line(name, draft)
        yield from entered(_words_of(draft.content) or "（没有文字）")


def _words_of(content: Content) -> str:
    """Return what an entry says, in one paragraph."""
    match content:
        case Opinion():
            proposed = f"建议修改为：{content.proposed}" if content.proposed.strip() else ""
            return "　".join(part for part in (content.text.strip(), proposed, content.reason.strip()) if part)
        case NoOpinion():
            return f"{content.office}：{NO_OPINION}"
        case Reply():
            return content.text or str(NO_OPINION)
        case Handling():
            words = f"{ADOPTIONS[content.adoption]}　{content.explanation}".strip()
            return f"{words}（承办人：{content.handler}）" if content.handler else words
        case Verdict():
            unit = NONE_CORRESPONDS if content.unit is None else content.unit.name
            proposed = "" if content.proposed is None else f"，建议对应{content.proposed.name}"
            reason = f"。理由：{content.reason}" if content.reason.strip() else ""
            return f"{unit}：{STANCES[content.stance]}{proposed}{reason}"
        case Scenario():
            return f"{content.name}　{content.note}".strip()
        case Allotment():
            return _allotment_words(content)
        case AskedOffice():
            return content.name


def _allotment_words(content: Allotment) -> str:
    row, column = content.row, content.column
    names = {RowKind.LEADERSHIP: str(LEADERS), RowKind.RESERVE: str(RESERVE), RowKind.BODY: row.body}
    name = row.unit.name if row.unit is not None else names.get(row.kind, "")
    post = "" if column.post is None else f"（{POSTS[column.post]}）"
    return f"{name}，{column.label}{post}：{'空' if content.count is None else content.count}"


def _column_of(content: Content) -> str:
    match content:
        case Opinion():
            return "意见"
        case Verdict():
            return "对应审阅"
        case Allotment():
            return "分配数"
        case _:
            return "其他"


def _number(count: int) -> Cell:
    """Return a count; a dash for none reads better among numbers, and these are counted, not stated."""
    return cell(str(count), Standing.ENTERED) if count else DASH


def _gist(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _GIST else f"{line[:_GIST]}……（共 {len(line)} 字）"
