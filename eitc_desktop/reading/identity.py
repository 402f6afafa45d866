"""What the text says of itself (title, number, dates, basis) and of its body (name, status, level, nameplates)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eitc_desktop.model.provision import Basis, Nameplate, Reference
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.names import AGENCY_ENDING, short_forms, split_names
from eitc_desktop.reading.outline import Outline
from eitc_desktop.reading.words import quote

_NAME = rf"[^，。；：、（）《》“”\s]{{1,38}}?{AGENCY_ENDING}"
_ALIAS = r"(?:（(?:以下)?简称[“\"]?(?P<alias>[^）”\"]{1,30})[”\"]?[^）]{0,20}）)?"
_STATUS_ENDING = r"(?:部门|机构|单位|机关|组织)"
_BEGINS = r"(?:^|[。；，\n ]|条 ?)"
_IS = rf"[^，。；]{{2,60}}?{_STATUS_ENDING}"
_HANGS = r"(?:加挂|增挂|挂)[^，。；]{2,60}牌子"
_BODY_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:设立|组建|设置|重新组建|成立)(?P<body>{_NAME}){_ALIAS}(?=[，。；（]|作?为)",
        rf"{_BEGINS}(?P<body>{_NAME}){_ALIAS}(?:（[^）]{{1,40}}）)?(?:，(?:对外)?{_HANGS})?，?(?:是|为){_IS}",
        # 是…事业单位 makes a body of any name (图书馆, 博物院, 实验基地).
        rf"{_BEGINS}(?P<body>[^，。；：、（）《》“”\s]{{3,38}}?){_ALIAS}是{_IS}(?=[，。；])",
    )
)
_TITLE_BODY = re.compile(
    rf"(?P<body>{_NAME})(?:的)?(?:主要职责|主要职能|职能配置|职责配置|职能|职责|机构编制|内设机构|机构职能|三定)"
)
_LATE_BODY_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[。；，\n ])(?P<body>{_NAME})(?:机关)?(?:共|内)?设(?:立|置|有|下列|以下|\d|[一二三四五六七八九十])",
        rf"(?:^|[。；，\n ])(?:核定)?(?P<body>{_NAME})(?:机关)?(?:行政|人员|总|事业)?编制",
    )
)
_STATUS = re.compile(rf"(?:，|是|为|作为)(?:为|是)?(?P<status>[^，。；（）]{{2,60}}?{_STATUS_ENDING})(?=[，。；（]|$)")
_LEVEL = re.compile(
    r"(?P<level>(?:正|副)(?:省部|部省|省|部|地厅|厅局|局|厅|地|司局|司|县处|处|县|团|乡科|科|乡|股|市局)级|(?:副?厅|副?处|副?科|副?局)级(?=[，。；）]|$|建制|单位|机构|规格))"
)
_PLATES = re.compile(r"(?:加挂|增挂|挂)(?:有)?(?P<names>[^，。；（）]{2,80}?)(?:的)?(?:牌子|牌)(?=[，。；）、 ]|$)")
_NUMBER = r"[\u4e00-\u9fffA-Za-z]{1,14}[〔（][0-9]{4}[〕）][0-9]{1,5}号"
_DOCUMENT_NUMBER = re.compile(rf"^[（ ]*(?P<number>{_NUMBER})[） ]*$")
_TITLE_LINE = re.compile(r"^《?(?P<title>[^。；！]{2,80}?(?:规定|方案|办法|“三定”|三定))》?(?:（[^）]{1,20}）)?$")
_TITLE_WORDS = re.compile(r"职责|职能|机构|编制|三定")
_DATE = r"[0-9〇零○一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
_ISSUED = re.compile(rf"^[（ ]*(?P<date>{_DATE})(?:印发|发布|公布)?[） ]*$")
DATE_LINE = _ISSUED
"""A line that holds a date and nothing else."""
_SIGNATURE = re.compile(rf"[\u4e00-\u9fff（）、 ]{{3,60}}{AGENCY_ENDING}[：]?")
_EFFECTIVE = re.compile(rf"自(?P<date>{_DATE}|(?:印发|发布|公布|下发)之日)起?(?:开始)?(?:施行|实施|生效|执行)")
_BOOK = r"《(?:[^《》\n]|《[^《》\n]{0,80}》){1,200}》"
_BOOK_RE = re.compile(_BOOK)
_BASIS_LIST = re.compile(
    rf"(?:根据|依据|按照|依照|遵照)(?P<list>[^，。；《》]{{0,30}}{_BOOK}(?:[^，。；《》]{{0,60}}?{_BOOK}|（[^）]{{1,60}}）){{0,20}})"
)
_BASIS_NUMBER = re.compile(rf"（(?P<number>{_NUMBER})[^）]{{0,20}}）")
_OWN = re.compile(r"[本我](?:委员会|管委会|街道|委|局|厅|办公室|办|部|署|院|中心|会)(?!托|派|任|门)")
"""How a provision calls its own body: 本局, 我委. Not 本市, 本部门, and not another body by place (本市林业局)."""


@dataclass(frozen=True, slots=True)
class Body:
    """The agency: its name as first worded, and the forms by which the text calls it."""

    name: Quote
    aliases: tuple[str, ...]

    def is_meant(self, words: str) -> bool:
        """Say whether *words* name this body (by name, short form, or as 本局, 本委)."""
        words = words.strip()
        return words in self.aliases or _OWN.fullmatch(words) is not None

    def name_at(self, folded: str, start: int, end: int) -> int:
        """Return how many characters at *start* name this body, 0 if they don't."""
        for alias in self.aliases:
            if folded.startswith(alias, start, end):
                return len(alias)
        own = _OWN.match(folded, start, end)
        return own.end() - start if own else 0


def find_body(outline: Outline, opening: Span) -> Body | None:
    """Return the body that the provision fixes: from *opening*, else from the title, else from the later chapters."""
    folded = outline.folded
    for pattern, span in (
        *((pattern, opening) for pattern in _BODY_PATTERNS),
        (_TITLE_BODY, opening),
        *((pattern, Span(0, len(folded))) for pattern in _LATE_BODY_PATTERNS),
    ):
        for found in pattern.finditer(folded, span.start, span.end):
            body = _plausible(outline, found)
            if body is not None:
                return body
    return None


def _plausible(outline: Outline, found: re.Match[str]) -> Body | None:
    start, end = found.span("body")
    words = found["body"]
    lead = re.match(r"(?:关于)?(?:印发|发布|调整|修订|制定)", words)
    if lead:
        start += lead.end()
        words = outline.folded[start:end]
    if len(words) < 3 or words[0] in "本该其各我的所" or re.search(r"内设机构|下列|以下|根据|规定|核定", words):
        return None
    named = re.search(re.escape(words) + _ALIAS, outline.folded)
    alias = found.groupdict().get("alias") or (named and named["alias"])
    forms = [*short_forms(words), *([alias] if alias else [])]
    return Body(quote(outline, start, end), tuple(sorted(dict.fromkeys(forms), key=len, reverse=True)))


def find_status(outline: Outline, body: Body, opening: Span) -> Quote | None:
    """Return what the text says the body is (市政府工作部门), looked for in the sentences that say of it 是 or 为.

    Those are the sentence that first names it, and later ones of the opening with the name right before such words.
    """
    again = re.compile(re.escape(body.name.text) + _ALIAS + r"(?=(?:分别)?[是为，])")
    at = body.name.span.end
    while True:
        sentence_end = outline.folded.find("。", at, opening.end)
        stop = opening.end if sentence_end < 0 else sentence_end + 1
        found = _STATUS.search(outline.folded, at, stop)
        if found:
            return quote(outline, *found.span("status"))
        named = again.search(outline.folded, stop, opening.end)
        if named is None:
            return None
        at = named.end()


def find_level(outline: Outline, opening: Span) -> Quote | None:
    """Return the body's rank (正处级) where the opening states it."""
    found = _LEVEL.search(outline.folded, opening.start, opening.end)
    return quote(outline, *found.span("level")) if found else None


def find_nameplates(outline: Outline, span: Span, of: str | None) -> tuple[Nameplate, ...]:
    """Return the nameplates (加挂、增挂…牌子) that *span* gives to the unit *of*, None for the body."""
    plates: list[Nameplate] = []
    for found in _PLATES.finditer(outline.folded, span.start, span.end):
        for start, end in split_names(outline.folded, *found.span("names")):
            plates.append(Nameplate(quote(outline, *unquoted(outline.folded, start, end)), of))
    return tuple(plates)


def unquoted(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without quotation marks and spaces at its ends."""
    while start < end and folded[start] in '“"‘ ':
        start += 1
    while end > start and folded[end - 1] in '”"’ ':
        end -= 1
    return start, end


def find_basis(outline: Outline, opening: Span) -> tuple[Basis, ...]:
    """Return the documents named as legal basis in the opening, each with its number where given."""
    result: list[Basis] = []
    for listed in _BASIS_LIST.finditer(outline.folded, opening.start, opening.end):
        for book in _BOOK_RE.finditer(outline.folded, *listed.span("list")):
            number = _BASIS_NUMBER.match(outline.folded, book.end())
            end = number.end() if number else book.end()
            result.append(
                Basis(
                    title=outline.text[book.start() + 1 : book.end() - 1],
                    number=outline.text[number.start("number") : number.end("number")] if number else None,
                    span=Span(book.start(), end),
                )
            )
    return tuple(result)


def is_signature(line: str) -> bool:
    """Say whether a line holds only the name of an agency: who issues the text, or to whom it goes."""
    return _SIGNATURE.fullmatch(line.strip()) is not None


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the text says of itself; None where it does not."""

    title: Quote | None
    document_number: Quote | None
    issued: Quote | None
    effective: Quote | None


def find_imprint(outline: Outline) -> Imprint:
    """Return title, number and dates: from the lines of the preamble, the date of issue also from the last lines."""
    head = _head_lines(outline)
    title = _find_title(outline, head)
    number = _line_match(outline, _DOCUMENT_NUMBER, "number", head)
    issued = _line_match(outline, _ISSUED, "date", [*head, *_tail_lines(outline)])
    effective = _EFFECTIVE.search(outline.folded)
    return Imprint(title, number, issued, quote(outline, *effective.span("date")) if effective else None)


def _find_title(outline: Outline, head: list[Span]) -> Quote | None:
    for i, line in enumerate(head):
        found = _TITLE_LINE.match(outline.folded[line.start : line.end])
        if not found or not _TITLE_WORDS.search(found["title"]):
            continue
        start, end = line.start + found.start("title"), line.start + found.end("title")
        nested = outline.folded.rfind("《", start, end)
        if nested >= 0:
            start = nested + 1
        above = outline.folded[head[i - 1].start : head[i - 1].end] if i else ""
        if (
            above
            and re.match(r"(?:主要)?职[责能]|内设机构|机构", found["title"])
            and re.search(AGENCY_ENDING + "$", above)
        ):
            start = head[i - 1].start
        return quote(outline, start, end)
    return None


def _line_match(outline: Outline, pattern: re.Pattern[str], group: str, lines: list[Span]) -> Quote | None:
    for line in lines:
        found = pattern.match(outline.folded[line.start : line.end])
        if found:
            return quote(outline, line.start + found.start(group), line.start + found.end(group))
    return None


def _head_lines(outline: Outline) -> list[Span]:
    lines: list[Span] = []
    for index in outline.children(0):
        span = outline.clauses[index].span
        if outline.folded[span.end - 1] != "。":
            lines.append(span)
    return lines


def _tail_lines(outline: Outline) -> list[Span]:
    return [outline.clauses[i].span for i in range(max(0, len(outline.clauses) - 4), len(outline.clauses))]


def find_references(outline: Outline, basis: tuple[Basis, ...], title: Quote | None) -> tuple[Reference, ...]:
    """Return the documents named in 《》 other than the basis and the title, each once, where it first stands."""
    seen = {item.title for item in basis}
    if title is not None:
        seen.add(title.text)
    result: list[Reference] = []
    taken = [item.span for item in basis] + ([title.span] if title else [])
    for found in _BOOK_RE.finditer(outline.folded):
        span = Span(found.start() + 1, found.end() - 1)
        name = span.of(outline.text)
        if name in seen or any(other.covers(span) or span.covers(other) for other in taken):
            continue
        seen.add(name)
        result.append(Reference(quote(outline, span.start, span.end)))
    return tuple(result)
