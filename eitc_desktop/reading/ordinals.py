"""Find the ordinals that open clauses, and tell them from numbers that merely look like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eitc_desktop.model.text import Span
from eitc_desktop.reading.headings import item_heading_end, section_heading
from eitc_desktop.reading.numerals import HAN_NUMERAL, parse_number

PART, ARTICLE, CHAPTER, BRACKET, ARABIC, SMALL = "part", "article", "chapter", "bracket", "arabic", "small"
BARE = "bare"
"""Style of a chapter whose heading stands on a line of its own without an ordinal (附则)."""
_RANKS = {BARE: 0, PART: 0, ARTICLE: 0, CHAPTER: 0, BRACKET: 2, ARABIC: 3, SMALL: 4}
_FURTHEST_GAP = 3

_CANDIDATE = re.compile(
    rf"第(?P<article>[{HAN_NUMERAL}0-9]{{1,6}})条(?:之[{HAN_NUMERAL}]{{1,2}})?"
    rf"|第(?P<part>[{HAN_NUMERAL}0-9]{{1,6}})[章部](?!分)"
    rf"|(?P<chapter>[{HAN_NUMERAL}]{{1,5}})、"
    rf"|（(?P<bracket>[{HAN_NUMERAL}]{{1,5}})）"
    r"|(?<![0-9.])(?P<arabic>[0-9]{1,3})[.、](?![0-9])"
    r"|（(?P<small>[0-9]{1,3})）"
)
_SHORT_LINE = re.compile(r"^ *([\u4e00-\u9fff][\u4e00-\u9fff 、：]{1,19})$", re.MULTILINE)
_NOT_BEFORE = "第按照见和与至、条款表图件附"
_REFERRED = re.compile(r"规定|[款项](?!目)|、|和|至|中(?!共|国|央)|所(?!属|在)|的|及|与")
"""What stands right behind an article that is only referred to (第三条所列); a space sets an article's words off."""
_ARTICLES_IN_LINE = re.compile(r"第一条(?!规定|款|第|的)[\s\S]{4,4000}?第二条(?!规定|款|第|的)")
_HEAD = 8000
"""Length of the opening (characters) in which a text without line breaks shows whether it is written in articles."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal at ``[start, end)``, its mark included; ``label`` is its folded form and ``number`` its value."""

    style: str
    rank: int
    number: int
    label: str
    start: int
    end: int

    @property
    def cited(self) -> str:
        """The label as a citation writes it: 二, （七）, 1, 第三条."""
        return self.label.rstrip(".、") if self.style in (ARABIC, CHAPTER) else self.label

    def label_in(self, text: str) -> str:
        """The label as *text* words it; the mark behind 一、 separates and is no part of it."""
        words = text[self.start : self.end]
        return words[:-1] if self.style == CHAPTER else words


@dataclass(slots=True)
class _State:
    """The number that was last accepted at each rank and style below the clauses now open."""

    articles: bool
    last: dict[tuple[int, str], int]

    def rank(self, style: str) -> int:
        # Where the text is written in articles, 一、 is a list inside one of them.
        return 1 if style == CHAPTER and self.articles else _RANKS[style]

    def accept(self, style: str, number: int) -> None:
        rank = self.rank(style)
        self.last = {key: value for key, value in self.last.items() if key[0] <= rank}
        self.last[rank, style] = number


def find_ordinals(folded: str) -> tuple[list[Ordinal], list[tuple[Span, int, int]]]:
    """Return the ordinals of *folded* in text order, and those out of order as ``(span, expected, found)``."""
    bare = _bare_headings(folded)
    candidates = list(_CANDIDATE.finditer(folded))
    articles = sum(1 for m in candidates if m["article"] and _at_line_start(folded, m.start())) >= 2 or (
        _ARTICLES_IN_LINE.search(folded, 0, _HEAD) is not None and not re.search(r"(?:^|[\n。 ])一、", folded[:_HEAD])
    )
    state = _State(articles, {})
    accepted: list[Ordinal] = []
    faults: list[tuple[Span, int, int]] = []
    for match in candidates:
        style = match.lastgroup or ""
        number = parse_number(match[style])
        if not number or (style == ARTICLE and not articles):
            continue
        while bare and bare[0].start < match.start():
            accepted.append(bare.pop(0))
            state.last = {}
        expected = state.last.get((state.rank(style), style), 0) + 1
        directly_below = bool(accepted) and not folded[accepted[-1].end : match.start()].strip() and number == 1
        if not directly_below and not _opens(folded, match, style, number, expected):
            continue
        if number != expected:
            faults.append((Span(match.start(), match.end()), expected, number))
        state.accept(style, number)
        accepted.append(Ordinal(style, state.rank(style), number, match[0], match.start(), match.end()))
    return accepted + bare, faults


def _bare_headings(folded: str) -> list[Ordinal]:
    result: list[Ordinal] = []
    for line in _SHORT_LINE.finditer(folded):
        heading = section_heading(line[1])
        if heading is not None and not line[1][heading[1] :].strip("： "):
            result.append(Ordinal(BARE, _RANKS[BARE], 0, "", line.start(1), line.start(1)))
    return result


def _opens(folded: str, match: re.Match[str], style: str, number: int, expected: int) -> bool:
    start = match.start()
    if _at_line_start(folded, start):
        return style not in (ARTICLE, PART) or not _REFERRED.match(folded, match.end())
    before = _char_before(folded, start)
    if before in "。；：！":
        return _opens_behind_stop(folded, match, style, number, expected, before)
    return number == expected and before not in _NOT_BEFORE and _opens_in_line(folded, match, style, start)


def _opens_behind_stop(folded: str, match: re.Match[str], style: str, number: int, expected: int, before: str) -> bool:
    if style in (ARTICLE, PART):
        return number == expected and not _REFERRED.match(folded, match.end())
    if style == CHAPTER:
        known = section_heading(folded[match.end() : match.end() + 40]) is not None
        return known or (before == "。" and number == expected)
    if number in (expected, 1):
        return True
    return before == "。" and 0 <= number - expected + 1 <= _FURTHEST_GAP


def _opens_in_line(folded: str, match: re.Match[str], style: str, start: int) -> bool:
    """Say whether the next number in order opens a clause in the middle of a line, without a stop before it."""
    behind = folded[match.end() : match.end() + 40]
    if style in (ARTICLE, PART):
        return not _REFERRED.match(behind)
    if style == CHAPTER:
        return section_heading(behind) is not None
    if style == ARABIC:
        # 取消的职责1.取消对…: a heading ran into its first item.
        line_start = max(
            folded.rfind("）", max(0, start - 80), start) + 1, folded.rfind("\n", 0, start) + 1, start - 80
        )
        heading_before = item_heading_end(folded[line_start:start].strip()) > 0
        return match[0].endswith(".") and (heading_before or folded[start - 1].isspace())
    return style == BRACKET and bool(behind.strip())


def _at_line_start(folded: str, at: int) -> bool:
    while at > 0 and folded[at - 1] == " ":
        at -= 1
    return at == 0 or folded[at - 1] == "\n"


def _char_before(folded: str, at: int) -> str:
    while at > 0 and folded[at - 1].isspace():
        at -= 1
    return folded[at - 1] if at else "。"
