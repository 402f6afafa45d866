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
    Scenario,
    UnitName,
    Verdict,
)
from eitc_desktop.reviewing.allocation import row_words
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.papers.authorship import rewriter_of
from eitc_desktop.services.papers.opinion_counts import handling_counts
from eitc_desktop.services.papers.review_words import (
    DASH,
    REVIEWERS,
    draft_line,
    drafts_of,
    entered,
    person_words,
    place_words,
    version_called,
)
from eitc_desktop.services.papers.verdicts import UNLISTED, unit_words, verdict_lines
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
_COUNTED = (
    "“其他”为回复、处理、无意见、征求意见单位和方案名称；"
    f"已撤回的、已清空的分配数不计，{TWO_DRAFTS}的按各稿计，他人改录的计入改录人。"
)


def reviewers_table(review: Review) -> Table:
    """Return who reviewed, and how many entries of each kind are in their words now; nobody's words are left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, Person] = {}
    for person, content in (one for entry in review.live for one in _live_words(entry)):
        people[person.key] = person  # entries are in the text's order: any of them names the person
        counts[person.key][_column_of(content)] += 1
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
        (_COUNTED,),
    )


def _live_words(entry: Entry) -> Iterator[tuple[Person, Content]]:
    """Yield what an entry says now, each of its drafts, with who wrote it; an emptied cell says nothing."""
    for name, draft in drafts_of(entry):
        content = draft.content
        if draft.withdrawn or (isinstance(content, Allotment) and content.count is None):
            continue
        shared = bool(name) or isinstance(content, Allotment)  # a cell is nobody's own: the number is
        yield draft.author if shared else rewriter_of(entry, draft) or entry.author, content


def verdicts_table(
    p: Provision, mapping: Mapping, review: Review, groups: Sequence[tuple[str, Sequence[FactRef]]]
) -> Table:
    """Return 条款｜职责分项｜对应机构和等级｜审阅人意见 of *groups* of items: each link with all that was said of it.

    Where there are several groups each stands under its name.
    """
    citing = Citing(p)
    rows: list[Row] = []
    for name, items in groups:
        if len(groups) > 1:
            rows.append(Row((cell(name), *(Cell() for _ in range(3))), title=True))
        rows += [row for item in items for row in _of_item(p, mapping, review, citing, item)]
    return Table(
        f"职责对应审阅表{_MARK}",
        (
            Column("条款", 13, Align.CENTRE),
            Column("职责分项原文", 29),
            Column("对应机构和等级", 18, Align.CENTRE),
            Column("审阅人意见", 50),
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
                    CellLine(UNLISTED, Standing.NOT_STATED),
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
                DASH if _has_no_place(entry) else cell(place_words(p, citing, entry), Standing.ENTERED),
                Cell(tuple(_drafts(review, entry))),
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
                cell(_gist("　".join(_words_of(review, entry.content))), Standing.ENTERED),
                Cell(
                    (
                        CellLine(person_words(entry.author), Standing.ENTERED),
                        CellLine(f"版本：{version_called(review, entry.anchor.provision)}", Standing.ENTERED),
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


def _has_no_place(entry: Entry) -> bool:
    """Say whether an entry is about no words of the text, and not about all of them either."""
    return isinstance(entry.content, Scenario | Allotment | AskedOffice)


def _drafts(review: Review, entry: Entry) -> Iterator[CellLine]:
    for name, draft in drafts_of(entry):
        yield from draft_line(name, draft)
        yield from entered("\n".join(_words_of(review, draft.content)) or "（没有文字）")


def _words_of(review: Review, content: Content) -> tuple[str, ...]:
    """Return what an entry says, part by part."""
    match content:
        case Opinion():
            parts = (("", content.text), ("建议修改为：", content.proposed), ("理由：", content.reason))
            return tuple(f"{head}{words.strip()}" for head, words in parts if words.strip())
        case NoOpinion():
            return (f"{content.office}：{NO_OPINION}",)
        case Reply():
            return (content.text or str(NO_OPINION),)
        case Handling():
            words = f"{ADOPTIONS[content.adoption]}　{content.explanation}".strip()
            return (f"{words}（承办人：{content.handler}）" if content.handler else words,)
        case Verdict():
            unit = NONE_CORRESPONDS if content.unit is None else content.unit.name
            proposed = "" if content.proposed is None else f"，建议对应{content.proposed.name}"
            reason = f"。理由：{content.reason}" if content.reason.strip() else ""
            return (f"{unit}：{STANCES[content.stance]}{proposed}{reason}",)
        case Scenario():
            return tuple(words for words in (content.name, content.note.strip()) if words)
        case Allotment():
            return (_allotment_words(review, content),)
        case AskedOffice():
            return (content.name,)


def _allotment_words(review: Review, content: Allotment) -> str:
    """Return which cell of which scenario is meant, and its number."""
    column, found = content.column, review.entry(content.scenario)
    post = "" if column.post is None else f"（{POSTS[column.post]}）"
    count = "空" if content.count is None else content.count
    said = None if found is None else found.content
    scenario = f"方案“{said.name}”，" if isinstance(said, Scenario) else ""
    return f"{scenario}{row_words(content.row)}，{column.label}{post}：{count}"


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
