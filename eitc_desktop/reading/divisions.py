"""内设机构: the divisions, whether listed by number, by line or in one sentence, and who works together with whom."""

from __future__ import annotations

import re
from dataclasses import replace

from eitc_desktop.model.provision import CoLocation, Division, Nameplate
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.identity import find_nameplates, unquoted
from eitc_desktop.reading.names import DIVISION_ENDING, split_names
from eitc_desktop.reading.numerals import HAN_NUMERAL, parse_number
from eitc_desktop.reading.outline import Outline, trimmed
from eitc_desktop.reading.words import pieces, quote, quote_trimmed, sentences, sentences_with

_COUNTED = (
    r"(?:职能|内设|下列|以下|正科级|正处级|副处级|综合|业务|行政|直属|工作)*"
    r"(?:机构|处室|科室|股室|职能处室|部门|处|科|股|室)"
)
_NUM = rf"[0-9{HAN_NUMERAL}]{{1,5}}"
_DECLARED = re.compile(
    rf"(?:内设|共设|下设|设立|设置|设有|设)(?:下列|以下|有|机构)?(?P<a>{_NUM})个{_COUNTED}(?:（[^）]{{1,12}}）)?"
    rf"|等(?P<b>{_NUM})个{_COUNTED}|内设机构(?:共)?(?P<c>{_NUM})个|(?<=[\u4e00-\u9fff）])(?P<d>{_NUM})个{_COUNTED}"
)
_NAME = re.compile(
    r"(?P<name>[^（）。：，；、\s]{1,40}?)(?P<brackets>(?:（[^（）]{1,80}）){0,3})(?=[。：，；\s]|$|负责|承担|主要职责|按(?:有关|照|规定|章程)|与[^，。；]{1,40}合署)"
)
_NAME_ENDING = re.compile(rf"{DIVISION_ENDING}$")
_BRACKETS = re.compile(r"（([^（）]{1,80})）")
_PLATE = re.compile(r"(?:加挂|增挂|挂)(?:有)?(?P<names>[^，。；]{2,60}?)(?:的)?(?:牌子|牌)")
_RANK = re.compile(
    r"(?:机构规格)?(?:为)?(?:正|副)?.{1,2}级(?:别|单位|机构)?|.*[0-9一二三四五六七八九十两][名人个].*|加挂.*|(?:设在|驻|含).*|与[^）]*合署(?:办公)?"
)
_LIST = re.compile(
    r"(?:设置|设立|设有|内设|下设|包括|分别(?:为|是)|设)(?:有)?(?:下列|以下)?(?:\d{1,3}个)?(?:正科级|副科级|正处级|副处级|正股级)?(?:职能|内设)?(?:机构|处室|科室)?(?:（[^（）]{1,20}）)?(?:，?(?:即|为|有|分别为|分别是|包括))?：?\s*"
    rf"(?P<names>[^。；：]{{2,3000}}?)(?:(?:共|等)?\s?(?:{_NUM})个{_COUNTED}|[。；]|$)"
)
_UNNUMBERED = re.compile(
    r"(?P<name>(?:机关|直属机关|本机关)?党(?:委|总支|支部)(?:（[^）]{1,30}）)?|机关纪委|(?:机关)?工会|离退休(?:干部|人员)?(?:工作|服务|管理)?[处科室局])"
)
_SET_UNNUMBERED = re.compile(
    rf"(?:设(?:立|置|有)?|个{_COUNTED}(?:和|及|以及|与))(?:{_UNNUMBERED.pattern})(?=[，。；：]|$)"
)
_DUTY = re.compile(r"负责|承担|承办|主管|协助|指导|组织|拟订|管理")
_DUTY_LEAD = re.compile(r"\s*(?:[。：，]\s*)?(?:其)?(?:主要)?(?:职责|职能|任务)(?:是|为|：)+\s*")
_TWO_NAMES = 130
_TOGETHER = re.compile(r"(?P<units>[^，。；：（）]{1,60}?(?:与|和|同)[^，。；（）]{1,60}?)(?:实行)?合署办公")
_TOGETHER_IN_BRACKETS = re.compile(
    r"(?P<unit>[^，。；：（）\s]{1,40})（(?:与|和|同)(?P<others>[^，。；（）]{1,60}?)(?:实行)?合署办公）"
)


def declared_count(outline: Outline, section: int) -> tuple[int, Span] | None:
    """Return how many divisions the text says there are, and the words that say so."""
    span = outline.clauses[section].span
    for found in _DECLARED.finditer(outline.folded, span.start, span.end):
        number = parse_number(next(group for group in found.groups() if group))
        if number:
            return number, Span(*found.span())
    return None


def read_divisions(outline: Outline, section: int) -> list[Division]:
    """Return the divisions of the section *section*: the numbered ones, then those without."""
    numbered = outline.numbered(section)
    divisions = [d for i in numbered for d in _divisions_of(outline, i)]
    paragraphs = [i for i in outline.children(section) if outline.clauses[i].ordinal is None]
    if not divisions:
        divisions = _listed_in_sentence(outline, section)
    inline = bool(divisions) and not numbered
    for index in paragraphs:
        if not divisions or not numbered:
            one = None if inline else _division(outline, index)
            if one is not None and _looks_like_division(outline, index, one):
                divisions.append(one)
                continue
        found = _unnumbered(outline, index, divisions)
        divisions += found
        last = divisions[-1] if divisions else None
        if (
            not found
            and last
            and not last.counted
            and not last.duties
            and _DUTY.match(outline.folded, outline.clauses[index].span.start)
        ):
            divisions[-1] = replace(last, duties=pieces(outline, outline.content(index)))
    return divisions


def _looks_like_division(outline: Outline, index: int, division: Division) -> bool:
    behind = outline.folded[division.name.span.end : outline.clauses[index].span.end].strip()
    return _NAME_ENDING.search(division.name.text) is not None and not behind.startswith(("设", "与", "和"))


def _divisions_of(outline: Outline, index: int) -> list[Division]:
    """Return what a numbered item names: one division, or several that share its number (甲处、乙处).

    Which of several does what the item then says stays open, so those sentences are nobody's duties.
    """
    one = _division(outline, index)
    if one is not None:
        return [one]
    names = sentences(outline, outline.clauses[index].body)[:1]
    named = [
        _NAME.fullmatch(outline.folded, *piece)
        for line in names
        for piece in split_names(outline.folded, line.start, _before_stop(outline, line), divisions=True)
    ]
    ordinal = outline.clauses[index].ordinal
    return [_assembled(outline, ordinal, m, Span(m.end(), m.end()), counted=True) for m in named if m]


def _before_stop(outline: Outline, line: Span) -> int:
    colon = outline.folded.find("：", line.start, line.end)
    return colon if colon > 0 else line.end - (outline.folded[line.end - 1] == "。")


def _division(outline: Outline, index: int) -> Division | None:
    clause = outline.clauses[index]
    content = outline.content(index)
    below = outline.numbered(index)
    end = outline.clauses[below[0]].span.start if below else content.end
    found = _NAME.match(outline.folded, content.start, min(content.end, max(end, content.start)))
    if not found:
        return None
    division = _assembled(outline, clause.ordinal, found, trimmed(outline.folded, found.end(), end), counted=True)
    numbered = [duty for i in below for duty in pieces(outline, outline.content(i))]
    return replace(division, duties=(*division.duties, *numbered))


def _assembled(outline: Outline, ordinal: str | None, found: re.Match[str], rest: Span, *, counted: bool) -> Division:
    name = quote(outline, *found.span("name"))
    second, plates = _read_brackets(outline, *found.span("brackets"))
    plates += [p.name for p in find_nameplates(outline, rest, name.text)]
    return Division(ordinal, name, tuple(second), tuple(plates), _duties(outline, rest), counted)


def _read_brackets(outline: Outline, start: int, end: int) -> tuple[list[Quote], list[Quote]]:
    """Return second names and nameplates among the brackets behind a name."""
    second: list[Quote] = []
    plates: list[Quote] = []
    for bracket in _BRACKETS.finditer(outline.folded, start, end):
        inner = bracket.span(1)
        plate = _PLATE.search(outline.folded, *inner)
        if plate:
            plates += _names_in(outline, *plate.span("names"))
        other = Span(inner[0], plate.start() if plate else inner[1])
        if not _RANK.fullmatch(outline.folded, other.start, other.end):
            second += _names_in(outline, other.start, other.end)
    return second, plates


def _names_in(outline: Outline, start: int, end: int) -> list[Quote]:
    bare = [unquoted(outline.folded, *p) for p in split_names(outline.folded, start, end, divisions=True)]
    return [name for piece in bare if (name := quote_trimmed(outline, *piece)) is not None]


def _duties(outline: Outline, rest: Span) -> tuple[Quote, ...]:
    start = rest.start
    while start < rest.end and outline.folded[start] in "。：， \n":
        start += 1
    lead = _DUTY_LEAD.match(outline.folded, start, rest.end)
    start = lead.end() if lead else start
    own = pieces(outline, trimmed(outline.folded, start, max(start, rest.end)))
    return tuple(p for p in own if not _says_only_names(p.text))


def _says_only_names(words: str) -> bool:
    return re.fullmatch(r"(?:加挂|增挂|挂)[^，；]*牌子?|[^，；]{1,60}合署办公", words) is not None


def _listed_in_sentence(outline: Outline, section: int) -> list[Division]:
    span = outline.after_heading(section)
    for found in _LIST.finditer(outline.folded, span.start, span.end):
        ranges = split_names(outline.folded, *found.span("names"), divisions=True)
        matches = [_NAME.fullmatch(outline.folded, *_bare(outline, *piece)) for piece in ranges]
        named = [m for m in matches if m is not None and _NAME_ENDING.search(m["name"])]
        if len(named) >= 2 and len(named) * 3 >= len(ranges) * 2:
            return [_assembled(outline, None, m, Span(m.end(), m.end()), counted=True) for m in named]
    return []


def _bare(outline: Outline, start: int, end: int) -> tuple[int, int]:
    span = trimmed(outline.folded, start, end)
    if outline.folded[span.end - 1 : span.end] == "等":
        return span.start, span.end - 1
    return span.start, span.end


def _unnumbered(outline: Outline, index: int, known: list[Division]) -> list[Division]:
    """Return the body that a paragraph behind the list names without a number of its own (机关党委。负责…)."""
    content = outline.content(index)
    found = _SET_UNNUMBERED.search(outline.folded, content.start, content.end)
    if found is None:
        found = _UNNUMBERED.match(outline.folded, content.start, content.end)
        if found is None:
            return []
        name_end = found.end("name")
        if outline.folded[name_end : name_end + 1] not in (
            "。",
            "：",
            "，",
            "、",
            " ",
            "\n",
            "",
        ) and not outline.folded.startswith(("负责", "承担", "按"), name_end):
            return []
    if any(d.name.text == found["name"] for d in known):
        return []
    named = _NAME.match(outline.folded, found.start("name"), content.end)
    if named is None:
        return []
    rest = trimmed(outline.folded, named.end(), content.end)
    return [_assembled(outline, None, named, rest, counted=False)]


def division_nameplates(divisions: list[Division]) -> list[Nameplate]:
    """Return the nameplates of *divisions*, each with the division it hangs on."""
    return [Nameplate(plate, d.name.text) for d in divisions for plate in d.nameplates]


def read_co_locations(outline: Outline, clauses: list[int]) -> list[CoLocation]:
    """Return who works together (合署办公) in the own words of *clauses*, one entry a sentence."""
    result: list[CoLocation] = []
    for index in clauses:
        for sentence in sentences_with(outline, outline.clauses[index].body, "合署办公"):
            at = outline.folded.find("合署办公", sentence.start)
            # Two names stand right before the words: no need to try them from every place of a long sentence.
            start = max(sentence.start, at - _TWO_NAMES)
            found = _TOGETHER_IN_BRACKETS.search(outline.folded, start, sentence.end)
            if found is not None:
                units = [quote(outline, *found.span("unit")), *_names_in(outline, *found.span("others"))]
            else:
                found = _TOGETHER.search(outline.folded, start, sentence.end)
                units = _names_in(outline, *found.span("units")) if found is not None else []
            if units:
                result.append(CoLocation(tuple(units), quote(outline, sentence.start, sentence.end)))
    return result
