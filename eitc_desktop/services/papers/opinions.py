"""意见汇总表: every opinion entered, grouped by its office, with the text it is on and what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Handling, NoOpinion, Opinion, Person
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.citing import Citing, document_name
from eitc_desktop.services.papers.authorship import answers_of, rewriter_of, taken_from_author
from eitc_desktop.services.papers.opinion_counts import (
    OfficeCounts,
    by_name,
    handling_counts,
    office_counts,
    office_key,
)
from eitc_desktop.services.papers.review_words import (
    DASH,
    NO_OFFICE,
    NO_PLACE,
    REVIEWERS,
    draft_line,
    drafts_of,
    entered,
    hand_lines,
    place_words,
    quoted_words,
    replies_by_entry,
    reply_lines,
    reviewed_version,
    version_words,
)
from eitc_desktop.services.reviews.words import (
    ADOPTIONS,
    CATEGORIES,
    NO_OPINION,
    ON_BEHALF,
    TWO_DRAFTS,
    UNHANDLED,
    WHOLE,
    WITHDRAWN,
)

_NOTHING = "没有录入意见"
_ONLY_REVIEWED = "只审阅职责对应或回复"
_BY_OTHERS = "由他人撤回"

_CLAUSE, _QUOTED = 1, 2
_COLUMNS = (
    Column("序号", 5, Align.CENTRE, least=14),  # has （续） in sheets
    Column("条款", 10, Align.CENTRE),
    Column("原文", 26),
    Column("修改意见（建议修改为）", 34),
    Column("理由", 20),
    Column("提出单位", 14, Align.CENTRE),
    Column("采纳情况", 8, Align.CENTRE, least=18),  # these are filled in by hand
    Column("说明", 16, least=25),
)


def opinions_table(provision: Provision, review: Review) -> Table:
    """Return 序号｜条款｜原文｜修改意见（建议修改为）｜理由｜提出单位｜采纳情况｜说明 of all that reviewers entered.

    Offices as they were asked, others after them by name; within one what is said on the whole comes first, the rest
    in the text's order. Then opinions whose office nobody entered, offices without opinion, and opinions for which
    this version of the text has no place.
    """
    made = _Rows(provision, review)
    return Table(
        title=f"{reviewed_name(provision)}意见汇总表",
        columns=_COLUMNS,
        rows=tuple(made.rows()) or (_title(_NOTHING),),
        notes=tuple(made.notes()),
        merged=(_QUOTED, _CLAUSE),  # opinions of one office on the same words
        subject=provision.body.text,
        lead=tuple(lead_words(review)),
        mark=REVIEWERS,
    )


def reviewed_name(provision: Provision) -> str:
    """Return what the title of a review's paper calls the provision: 《…》, or the body's 三定规定."""
    return f"{provision.body.text}三定规定" if provision.title is None else document_name(provision)


def lead_words(review: Review) -> Iterator[str]:
    """Yield what stands above the table: offices by what they did, opinions by what became of them."""
    offices = office_counts(review)
    only = f"，{_ONLY_REVIEWED} {len(offices.reviewed)} 个〔{'、'.join(offices.reviewed)}〕" if offices.reviewed else ""
    answered = f"（提出意见 {len(offices.commented)} 个，{NO_OPINION} {len(offices.content)} 个{only}）"
    if offices.asked:
        names = f"（{'、'.join(offices.silent)}）" if offices.silent else ""
        words = f"征求意见单位 {len(offices.asked)} 个：反馈 {offices.answered} 个{answered}，"
        yield f"{words}未反馈 {len(offices.silent)} 个{names}。{''.join(_unasked(offices))}"
    else:
        counts = f"（提出意见 {len(offices.unasked_commented)} 个，{NO_OPINION} {len(offices.unasked_content)} 个）"
        total = len(offices.unasked_commented) + len(offices.unasked_content)
        yield f"征求意见单位未录入，未反馈的单位无从统计；反馈 {total} 个{counts}。"
    opinions, taken = review.opinions, _taken(answers_of(review))
    if opinions:
        more = f"另有 {taken} 条{_BY_OTHERS}，照录而不计入。" if taken else ""
        yield f"意见 {len(opinions)} 条：{by_category(review, opinions)}；{by_adoption(review, opinions)}。{more}"
    elif taken:
        yield f"意见 0 条，另有 {taken} 条{_BY_OTHERS}，照录而不计入。"


def by_category(review: Review, opinions: Sequence[Entry]) -> str:
    """Return how many opinions there are of each 类别, those that there are none of left out."""
    counts = Counter[object]()
    for (category, _), number in handling_counts(review, opinions).items():
        counts[category] += number
    return "，".join(f"{words} {counts[category]}" for category, words in CATEGORIES.items() if counts[category])


def by_adoption(review: Review, opinions: Sequence[Entry]) -> str:
    """Return how many opinions were taken up and how many not, those that nobody has handled last."""
    counts = Counter[object]()
    for (_, adoption), number in handling_counts(review, opinions).items():
        counts[adoption] += number
    told = [f"{words} {counts[adoption]}" for adoption, words in ADOPTIONS.items() if counts[adoption]]
    return "，".join((*told, *((f"{UNHANDLED} {counts[None]}",) if counts[None] else ())))


def _unasked(offices: OfficeCounts) -> Iterator[str]:
    names = [*offices.unasked_commented, *(f"{name}（{NO_OPINION}）" for name in offices.unasked_content)]
    if names:
        yield f"另有 {len(names)} 个单位不在征求之列而有反馈，不计入以上各数：{'、'.join(names)}。"


class _Rows:
    """The rows of one review's table."""

    def __init__(self, provision: Provision, review: Review) -> None:
        self._provision = provision
        self._review = review
        self._citing = Citing(provision)
        self._offices = office_counts(review)
        self._number = 0
        answers = answers_of(review)
        self._opinions = [one for one in answers if isinstance(one.content, Opinion)]
        self._no_opinions = [one for one in answers if isinstance(one.content, NoOpinion)]
        self._replies = replies_by_entry(answers)

    def rows(self) -> Iterator[Row]:
        placed = [one for one in self._opinions if one.placement.confidence is not Confidence.NONE]
        lost = [one for one in self._opinions if one.placement.confidence is Confidence.NONE]
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in placed:
            groups[self._home(entry)].append(entry)
        missing = Counter(self._home(entry) for entry in lost)
        for name in self._offices.order:
            key = office_key(name)
            yield from self._group(name, groups.get(key, []), missing[key])
        yield from self._group(NO_OFFICE, groups.get("", []), missing[""])
        yield from self._without()
        if lost:
            counted = f"{len(lost) - _taken(lost)} 条{_also_taken(lost)}"
            yield _title(f"在本版本中{NO_PLACE}的意见（{counted}）：条款和原文为提出意见时所见版本的")
            yield from map(self._row, lost)

    def notes(self) -> Iterator[str]:
        source = f"“原文”录自{document_name(self._provision)}"
        version = f"（{reviewed_version(self._review)}）" if self._review.digest else ""
        yield f"本表汇总审阅人录入的意见（绿字），不是三定规定的内容；{source}{version}，条款后方括号内为程序编号。"
        yield f"“反馈”包括提出意见和{NO_OPINION}；未反馈不等于{NO_OPINION}。"
        if self._offices.both:
            yield f"既有意见又称{NO_OPINION}的单位按提出意见计：{'、'.join(self._offices.both)}。"
        if through := [f"{one.name}{one.through_words}" for one in self._offices.asked_answers if one.through]:
            yield f"按单位名称推定由其所属单位反馈的：{'、'.join(through)}。"
        yield from self._notes_on_authors()
        if any(self._in_conflict(one) for one in self._opinions):
            yield f"“{TWO_DRAFTS}”的条目曾被分别改动，各稿照录，尚未取舍；统计按较新的一稿。"

    def _notes_on_authors(self) -> Iterator[str]:
        """Yield what is to be known of entries that others had a hand in."""
        shown = [*self._opinions, *self._no_opinions]
        if any(getattr(one.content, "on_behalf", False) for one in shown):
            yield f"“{ON_BEHALF}”指由他人据书面意见代为录入，括号内为录入人。"
        if any(
            not one.in_conflict and rewriter_of(one, one.current) for one in [*shown, *chain(*self._replies.values())]
        ):
            yield "“改录”指所列文字由原录入人以外的人改过，不是原录入人的原话；括号内为改录人的单位。"
        if any(one.withdrawn for one in shown):
            yield f"{_BY_OTHERS}（撤回人不是原录入人）的照录，不编序号，不计入条数；其单位仍计为反馈。"
        kinds = Opinion | NoOpinion
        own = sum(
            one.withdrawn and isinstance(one.content, kinds) and not taken_from_author(one)
            for one in self._review.entries
        )
        if own:
            yield f"提出人本人撤回的 {own} 条不列。"

    def _home(self, entry: Entry) -> str:
        return self._offices.homes.of(_office(entry))

    def _group(self, name: str, opinions: Sequence[Entry], missing: int) -> Iterator[Row]:
        if not opinions:  # a title heads nothing: what has no place is said where it stands
            return
        live = [one for one in opinions if not one.withdrawn]
        counts = f"：{by_adoption(self._review, live)}" if live else ""
        words = f"{name}（{len(live)} 条{counts}{_also_taken(opinions)}）"
        through = _names_of(opinions, but=name)
        if through and name != NO_OFFICE:
            words = f"{words}，由{'、'.join(through)}反馈"
        if missing:
            words = f"{words}，另有 {missing} 条{NO_PLACE}，列于表末"
        if name != NO_OFFICE and self._offices.asked and name not in self._offices.asked:
            words = f"{words}，不在征求之列"
        yield _title(words)
        yield from map(self._row, opinions)

    def _without(self) -> Iterator[Row]:
        """Yield the offices that said 无意见, one row for each."""
        names = [*self._offices.content, *self._offices.unasked_content]
        entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._no_opinions:
            entries[self._home(entry)].append(entry)
        unnamed = entries.get("", [])
        if not names and not unnamed:
            return
        yield _title(f"{NO_OPINION}的单位（{len(names)} 个）" if names else f"{NO_OPINION}（{NO_OFFICE}）")
        for name in names:
            yield self._row_without(name, entries[office_key(name)])
        if unnamed:
            yield self._row_without(NO_OFFICE, unnamed)

    def _row_without(self, name: str, entries: Sequence[Entry]) -> Row:
        lines, told = [CellLine(name, Standing.ENTERED)], list[CellLine]()
        if name != NO_OFFICE and (through := _names_of(entries, but=name)):
            lines.append(CellLine(f"（由{'、'.join(through)}反馈）", Standing.DERIVED))
        for entry in entries:
            for draft, revision in drafts_of(entry):
                said = revision.content
                if isinstance(said, NoOpinion):
                    lines += _persons(said.person, revision.author if draft else entry.author, on_behalf=said.on_behalf)
                    told += [*draft_line(draft, revision), *entered(said.note)]
            told += hand_lines(entry)
            told += entered(version_words(entry, self._review))
        return Row(
            (
                DASH,
                cell(str(WHOLE), Standing.ENTERED),
                DASH,
                cell(str(NO_OPINION), Standing.ENTERED),
                DASH,
                Cell(tuple(dict.fromkeys(lines))),
                DASH,
                Cell(tuple(told)) if told else DASH,
            )
        )

    def _row(self, entry: Entry) -> Row:
        self._number += not entry.withdrawn
        said, reasons, offices = list[CellLine](), list[CellLine](), list[CellLine]()
        for name, draft in drafts_of(entry):
            opinion = draft.content
            if not isinstance(opinion, Opinion):
                continue
            said += [*draft_line(name, draft), *_said(opinion)]
            if name and opinion.reason.strip():
                reasons.append(CellLine(f"［{name}］", Standing.ENTERED))
            reasons += entered(opinion.reason)
            offices += [
                CellLine(opinion.office, Standing.ENTERED)
                if opinion.office.strip()
                else CellLine(NO_OFFICE, Standing.NOT_STATED),
                *_persons(opinion.person, draft.author if name else entry.author, on_behalf=opinion.on_behalf),
            ]
        adoption, told = self._handled(entry)
        here = entry.placement.span is not None and not entry.anchor.is_whole
        return Row(
            (
                DASH if entry.withdrawn else cell(str(self._number)),
                cell(place_words(self._provision, self._citing, entry), Standing.STATED if here else Standing.ENTERED),
                quoted_words(self._provision, entry),
                Cell(tuple(said)),
                Cell(tuple(reasons)) if reasons else DASH,
                Cell(tuple(dict.fromkeys(offices))),
                adoption,
                told,
            )
        )

    def _handled(self, entry: Entry) -> tuple[Cell, Cell]:
        """Return 采纳情况 and 说明: the explanation, by whom, the answers, and what is to be known of the entry."""
        handling = self._review.handling_of(entry.id)
        adopted, told = list[CellLine](), list[CellLine]()
        if entry.withdrawn:
            adopted.append(CellLine(str(WITHDRAWN), Standing.ENTERED))
        for name, draft in () if handling is None else drafts_of(handling):
            found = draft.content
            if not isinstance(found, Handling) or draft.withdrawn:
                continue
            which = f"{name}：" if name else ""
            adopted.append(CellLine(f"{which}{ADOPTIONS[found.adoption]}", Standing.ENTERED))
            told += [*draft_line(name, draft), *entered(found.explanation)]
            if found.handler.strip():
                told.append(CellLine(f"承办人：{found.handler}", Standing.ENTERED))
        told += reply_lines(self._replies.get(entry.id, ()))
        told += hand_lines(entry)
        if self._in_conflict(entry):
            told.append(CellLine(f"{TWO_DRAFTS}，尚未取舍", Standing.ENTERED))
        told += entered(version_words(entry, self._review))
        unhandled = cell(str(UNHANDLED), Standing.NOT_STATED)
        return Cell(tuple(adopted)) if adopted else unhandled, Cell(tuple(told)) if told else DASH

    def _in_conflict(self, entry: Entry) -> bool:
        handling = self._review.handling_of(entry.id)
        return entry.in_conflict or (handling is not None and handling.in_conflict)


def _said(opinion: Opinion) -> Iterator[CellLine]:
    """Yield 类别 with the opinion, then what is proposed instead."""
    first, *rest = opinion.text.strip().splitlines() or [""]
    yield CellLine(f"【{CATEGORIES[opinion.category]}】{first}", Standing.ENTERED)
    yield from entered("\n".join(rest))
    if opinion.proposed.strip():
        first, *rest = opinion.proposed.strip().splitlines()
        yield CellLine(f"建议修改为：{first}", Standing.ENTERED)
        yield from entered("\n".join(rest))


def _persons(person: str, author: Person, *, on_behalf: bool) -> Iterator[CellLine]:
    """Yield who said it, and who entered it where that is somebody else."""
    who = person.strip() or ("" if on_behalf else author.name)
    if who:
        yield CellLine(who, Standing.ENTERED)
    if on_behalf:
        yield CellLine(f"（{author.name or '他人'}{ON_BEHALF}）", Standing.ENTERED)


def _office(entry: Entry) -> str:
    said = entry.content
    return said.office if isinstance(said, Opinion | NoOpinion) else ""


def _taken(entries: Iterable[Entry]) -> int:
    """Return how many opinions among *entries* are withdrawn."""
    return sum(one.withdrawn and isinstance(one.content, Opinion) for one in entries)


def _also_taken(opinions: Sequence[Entry]) -> str:
    taken = _taken(opinions)
    return f"，另有 {taken} 条{_BY_OTHERS}" if taken else ""


def _names_of(entries: Iterable[Entry], but: str) -> tuple[str, ...]:
    """Return the offices that *entries* are from, other than *but*."""
    names = {office_key(name): name for one in entries if (name := _office(one))}
    return by_name(name for key, name in names.items() if key not in {"", office_key(but)})


def _title(words: str) -> Row:
    return Row((cell(words), *(Cell() for _ in _COLUMNS[1:])), title=True)
