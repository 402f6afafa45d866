"""How official texts name agencies and divisions: the endings by which a name is known, and lists of names."""

from __future__ import annotations

import re

AGENCY_ENDING = (
    r"(?:委员会|委|局|厅|办公室|办公厅|办|部门|部|署|政府|机构|院|行|中心|公司|集团|企业|协会|学会|商会|联合会|促进会|"
    r"研究会|基金会|管委会|示范区|开发区|园区|法院|检察院|海关|社会组织|单位|研究所|设计院|学校|大学|医院|事务所|"
    r"街道|乡镇|镇|乡|区|县|市|旗|州|盟|馆|台|基地|社|所|站|队|会|市场|处|科|司)"
)
"""Endings of the names of bodies that can receive a function or share a matter (a pattern group)."""

DIVISION_ENDING = r"(?:处|科|室|股|局|部|中心|队|所|站|委|组|办|厅|会|司|院|总支|支部|工会|团委)"
"""Endings of the names of internal divisions (a pattern group)."""

_LONGEST_NAME = 80
_MARKS = re.compile(r"或者|以及|[、和与或及]")
_PLACE = re.compile(
    r"(?:自治[区州县旗]|[省市区县旗州盟])?[\u4e00-\u9fff]{2,6}?(?=(?:自治[区州县旗]|[省市区县旗州盟])[\u4e00-\u9fff]{2,})"
)
_WHOLE_NAME = re.compile(rf"[^，。；：]{{1,}}{AGENCY_ENDING}(?:（[^）]{{1,12}}）)?")
_WHOLE_DIVISION = re.compile(rf"[^，。；：]{{1,}}{DIVISION_ENDING}(?:（[^）]{{1,40}}）)?")


def split_names(folded: str, start: int, end: int, *, divisions: bool = False) -> list[tuple[int, int]]:
    """Return the ranges of the names listed in ``folded[start:end]``.

    A joining word parts two names only where a whole name stands before and after it, since names hold such words
    themselves (发展和改革委员会, 区（县）人民政府). 、 inside brackets never parts.
    """
    whole = _WHOLE_DIVISION if divisions else _WHOLE_NAME
    joints = [m.span() for m in _MARKS.finditer(folded, start, end)]
    joints = [joint for joint, inside in zip(joints, in_brackets(folded, start, joints), strict=True) if not inside]
    stops = [joint[0] for joint in joints] + [end]
    pieces: list[tuple[int, int]] = []
    begin = start
    for i, (left, right) in enumerate(joints):
        if left <= begin or left - begin > _LONGEST_NAME or not whole.fullmatch(folded, begin, left):
            continue
        # The name behind may hold joining words of its own: it ends at one of the next few, or at the end.
        if any(whole.fullmatch(folded, right, stop) for stop in stops[i + 1 : i + 5] if stop - right <= _LONGEST_NAME):
            pieces.append((begin, left))
            begin = right
    pieces.append((begin, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def in_brackets(folded: str, start: int, places: list[tuple[int, int]]) -> list[bool]:
    """Say of each of *places* (in order, from *start* on) whether it stands inside （）that open behind *start*."""
    depth, at = 0, start
    result: list[bool] = []
    for begin, _end in places:
        depth += folded.count("（", at, begin) - folded.count("）", at, begin)
        at = begin
        result.append(depth > 0)
    return result


def short_forms(name: str) -> tuple[str, ...]:
    """Return the forms by which a text may call the body named *name*: whole, and from its 省市区县 on.

    上海市教育局 → 上海市教育局, 市教育局. Longest first.
    """
    forms = [name]
    while (place := _PLACE.match(name)) is not None:
        name = name[place.end() :]
        forms.append(name)
    return tuple(forms)
