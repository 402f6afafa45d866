"""Words that several papers share. Papers are always Chinese; the window says the same in its own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Grade, Judgement
from eitc_desktop.model.mapping import Mapping as LinkMapping
from eitc_desktop.model.papers import CellLine, Standing
from eitc_desktop.model.provision import Division, Provision, Quota
from eitc_desktop.model.wording import GRADE_WORDS
from eitc_desktop.services.gaps import grades_said, otherwise_words
from eitc_desktop.services.staffing import amount_words

USUAL_GRADES = frozenset({Grade.STATED, Grade.NAMED})
"""The grades that papers show unless asked for more."""

NOT_STATED = "本规定未载明"
NONE_CORRESPONDS = "未对应"
NUMBERED_BY_US = "方括号内为程序编号，非原文编号。"
FIELD_ONLY = "涉及领域仅指用语所及，不表示现行职责由该事项保留而来。"
UNCONFIRMED = "未经本单位确认"

GRADE_STANDING: Mapping[Grade, Standing] = MappingProxyType(
    {Grade.STATED: Standing.STATED, Grade.NAMED: Standing.DERIVED, Grade.JUDGED: Standing.JUDGED},
)

_ROOMS: Mapping[str, str] = MappingProxyType({"处": "处室", "科": "科室", "股": "股室"})


def rooms_word(provision: Provision) -> str:
    """Return what offices call all divisions of such a body: 处室, 科室 or 股室, 内设机构 where none of these fits."""
    ends = Counter(division.name.text[-1:] for division in provision.divisions if division.name.text[-1:] in _ROOMS)
    return _ROOMS[ends.most_common(1)[0][0]] if ends else "内设机构"


def other_names(provision: Provision, division: Division) -> tuple[str, ...]:
    """Return what stands in brackets after a division's name, then its nameplates, told apart by a word."""
    second = [name.text for name in division.second_names]
    plates = [name.text for name in division.nameplates]
    plates += [plate.name.text for plate in provision.nameplates if plate.of == division.name.text]
    return (*second, *(f"牌子：{name}" for name in dict.fromkeys(plates)))


def unit_name(provision: Provision, unit: FactRef) -> str:
    """Return the first name of a division or the name of a hosted office."""
    units = provision.divisions if unit.kind is FactKind.DIVISION else provision.hosted_offices
    return units[unit.index].name.text


def amount(quota: Quota) -> CellLine:
    """Return what the text states of a quota: its number, its rule, or that it states neither."""
    words = amount_words(quota.minimum, quota.maximum, quota.unit)
    if words is not None:
        return CellLine(words)
    return CellLine(NOT_STATED, Standing.NOT_STATED) if quota.rule is None else CellLine(quota.rule.text)


def graded(grade: Grade, *, part: bool = False) -> str:
    """Return letter and word of a grade, and that it covers the duty item in part only."""
    return f"{grade.value} {GRADE_WORDS[grade]}{'（部分）' if part else ''}"


def link_line(link: DutyLink) -> CellLine:
    """Return the grade of a link; of a judgement also that nobody confirmed it, and its reason."""
    words = graded(link.grade, part=link.part)
    if link.judgement is not None:
        words = f"{words}，{UNCONFIRMED}。理由：{link.judgement.reason.rstrip('。')}"
    return CellLine(words, GRADE_STANDING[link.grade])


def judges_note(judgements: Iterable[Judgement | None]) -> tuple[str, ...]:
    """Return one note on who judged when; none where nobody did."""
    known = dict.fromkeys(f"{one.judge}（{one.date}）" for one in judgements if one is not None)
    return (f"研判人和日期：{'、'.join(known)}。",) if known else ()


def grade_notes(grades: frozenset[Grade]) -> str:
    """Return what the *grades* shown mean, in one sentence."""
    meanings = {
        Grade.STATED: "A 明文，原文写明",
        Grade.NAMED: "B 名称对应，名称中的用语见于职责分项（推算）",
        Grade.JUDGED: "C 职能研判，未经本单位确认",
    }
    said = "；".join(words for grade, words in meanings.items() if grade in grades)
    return f"等级：{said}。“部分”指名称只对应该分项的一部分。"


def standing_note(provision: Provision) -> str:
    """Return what correspondences are and are not."""
    own = any(division.duties for division in provision.divisions)
    first = "" if own else "本规定未将职责分配到内设机构，没有 A 级对应。"
    return f"{first}对应不等于职责分配，除标 A 者外按名称匹配或研判得出，条数不表示工作量。"


def left_out_of(mapping: LinkMapping, unit: FactRef, grades: frozenset[Grade]) -> str:
    """Return what else than links of *grades* a unit has (另有 C 级研判 2 条，未列入), empty without."""
    hidden = [link.grade for link in mapping.links_of_unit(unit) if link.grade not in grades]
    return f"另有 {otherwise_words(hidden)} {len(hidden)} 条，未列入" if hidden else ""


def no_link_words(mapping: LinkMapping, unit: FactRef, grades: frozenset[Grade]) -> str:
    """Return what is said of a unit that no link of *grades* has: that none has, or by which grades none has."""
    left = left_out_of(mapping, unit, grades)
    return f"按 {grades_said(grades)} 级未对应，{left}" if left else NONE_CORRESPONDS


def closed_up(words: object) -> str:
    """Return words as running text has them: without spaces around numbers."""
    return str(words).replace(" ", "")
