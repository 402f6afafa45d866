"""人员编制: establishment and leadership posts, what lies within what, and rules without a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from eitc_desktop.model.provision import ActualStaff, Quota, QuotaKind
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.identity import Body
from eitc_desktop.reading.numerals import HAN_NUMERAL, parse_number
from eitc_desktop.reading.outline import Outline
from eitc_desktop.reading.words import quote, sentences

_NUM = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}}|[{HAN_NUMERAL}]{{1,8}})"
_AMOUNT = re.compile(rf"(?P<low>{_NUM})\s?(?:(?:-|至|到)\s?(?P<high>{_NUM}))?\s?(?P<unit>名|人|个|职)(?![月年工亿])")
_BEHIND_AMOUNT = re.compile(r"[，、；。：（）\n 和及以与含]|左右|其中")
_BREAKS = re.compile(r"[，、；。：（）\n]")
_LEADS = re.compile(
    r"(?:其中|包含|包括|含|核定|核给|另核定|另设|另|共设|设置|设立|设有|设|配备|安排|确定|保留|现有(?=[^，。]{0,6}编制)|可|为|分别为|"
    r"上述|总计|合计|共|各|和|及|以及|与|并)+"
)
_TRAILING = re.compile(r"(?:共计|总计|合计|共|核定为|确定为|各为|为|总数|总额|数额|数量|各|：|\s|计)+$")
_CHANGED = re.compile(r"(?:由|从)[^，。；]{1,12}?(?:调整|增加|增|核减|减少|减|变更|改)(?:为|到|至)?$")
_SECOND_TITLE = re.compile(rf"（[^（），；。0-9]{{2,12}}）(?=\s?{_NUM}\s?(?:(?:-|至|到)\s?{_NUM})?\s?[名人个职])")
_POST = re.compile(
    r"(?:长|主任|书记|师|总监|专员|巡视员|调研员|督学|督察员|督查员|秘书长|委员|顾问|院士|参事|领导|正职|副职|"
    r"职数|干部|领导职务|职务|主席|检察官|法官|政委|组员|负责人)$"
)
_ACTUAL = re.compile(r"实有|现有|在编|在职|在岗|现实有|到岗")
_OF_UNIT = re.compile(
    r"(?:兼任|兼)?(?P<of>[^，。；]{1,30}?(?:办公室|办|委员会|委|局|厅|中心|处|科|支队|大队|组|部|院|站|所|总支|支部|工会))"
    r"(?P<post>(?:专职|兼职|常务|第一)?(?:副)?(?:主任|局长|厅长|处长|科长|书记|主席|组长|队长|支队长|大队长|院长|站长|所长|部长|秘书长|专员|总工程师|领导职数))$"
)
_RANK_AT_END = re.compile(
    r"(?:正|副)(?:省部|厅局|县处|乡科|省|部|厅|局|处|县|科|股|团)级?$|^(?:处|科|股)级$|(?:正|副)职$"
)
_SHORTHAND = re.compile(rf"{_NUM}正{_NUM}副")
# What belongs to other bodies, or to each of several units, is no quota of this body.
_NOT_OURS = re.compile(r"所属|下属|直属|事业单位|每[个一]?|各自")
_CHANGE_OF = re.compile(r"\s*(?:另|相应|同时)?(?:核减|核增|减少|增加|收回|核销|划出|划入|调出|调入)")
"""Opens what is added or taken away (核减事业编制3名): a difference, not what the body has."""
_OF_OTHERS = re.compile(r"[^，。；：]{0,30}?(?:所属|下属|直属)[^，。；：]{0,6}?单位")
"""Opens a sentence that speaks of the units below the body throughout, whatever stands between it and the number."""
_TYPES = ("政法专项", "工勤", "行政", "事业")
_RULE = re.compile(
    r"(?P<label>[^，。；、：（）]{0,20}?(?:职数|编制|领导职务))(?:，)?(?P<rule>(?:按照?|依照|根据|依据|参照)[^，。；]{1,80}?"
    r"(?:核定|执行|确定|办理|配备|设置|管理|另行规定|规定)|另行(?:核定|规定|确定)|由[^，。；]{2,40}另行(?:核定|规定|确定))(?=[，。；]|$)"
)
_WITHIN = re.compile(r"(?:其中|含|包括|包含)")
_WITHIN_FOLLOWS = re.compile(r"[，；名人个]|(?<=[名人个职])：")
_EACH = re.compile(r"各\s?$")
_SEVERAL = re.compile(r"正副|^\s*[正副]\s*$")
"""Titles run together (正副局长各1名): how many quotas they are cannot be told from the words."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """What a clause states of staff; ``shared_titles`` stand under the number of the title behind them."""

    quotas: list[Quota]
    actual: list[ActualStaff]
    shared_titles: list[Span]


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and within which quota the next one lies."""

    quotas: list[Quota] = field(default_factory=list)
    actual: list[ActualStaff] = field(default_factory=list)
    within: list[int | None] = field(default_factory=lambda: [None])
    base: int = 1
    sentence_first: int = 0
    behind_semicolon: bool = False
    listed: list[Span] = field(default_factory=list)
    shared_titles: list[Span] = field(default_factory=list)

    def take_listed(self) -> list[Span]:
        """The words between 、 that stand without a number right before the present ones; they are taken once."""
        listed, self.listed = self.listed, []
        return listed

    def open_sentence(self, *, goes_on: bool) -> None:
        """其中 at the head of a sentence goes on from the quota before it; any other sentence starts afresh."""
        self.within = [None]
        self.listed = []
        self.behind_semicolon = False
        if goes_on and self.quotas:
            self.within.append(self._before())
        self.base = len(self.within)
        self.sentence_first = len(self.quotas)

    def open_within(self) -> None:
        """其中 inside a sentence: what follows lies within the quota before it (an establishment: past a ； too)."""
        whole = self.beside()
        if len(self.within) == 1 and self.quotas[whole].kind is QuotaKind.ESTABLISHMENT:
            self.base = 2
        self.within.append(whole)
        self.behind_semicolon = False

    def part_of(self, kind: QuotaKind) -> int | None:
        """The quota that the next one lies within; an establishment behind a ； stands beside, not within."""
        return None if self.behind_semicolon and kind is QuotaKind.ESTABLISHMENT else self.within[-1]

    def beside(self) -> int:
        """The last quota at the present level: what stood in brackets behind it is over."""
        last = len(self.quotas) - 1
        while (whole := self.quotas[last].part_of) is not None and whole != self.within[-1]:
            last = whole
        return last

    def _before(self) -> int | None:
        """The quota that 其中 points back to; None where several establishments stand before it, side by side."""
        last = len(self.quotas) - 1
        while (whole := self.quotas[last].part_of) is not None and whole >= self.sentence_first:
            last = whole  # what stood in brackets is over
        beside = [q for q in self.quotas[self.sentence_first :] if q.part_of is None]
        several = len(beside) > 1 and all(q.kind is QuotaKind.ESTABLISHMENT for q in beside)
        return None if several else last


def read_staffing(outline: Outline, span: Span, body: Body) -> Staffing:
    """Return what *span* states of staff, in the text's order."""
    reading = _Reading()
    for sentence in sentences(outline, span):
        _read_sentence(outline, sentence, body, reading)
    return Staffing(reading.quotas, reading.actual, reading.shared_titles)


def unread_numbers(outline: Outline, span: Span, read: list[Span]) -> list[Span]:
    """Return the numbers of posts in *span* that lie in none of *read*: nothing may be lost in a sentence half read."""
    found = [*_AMOUNT.finditer(outline.folded, span.start, span.end)]
    found += _SHORTHAND.finditer(outline.folded, span.start, span.end)
    places = sorted(Span(*m.span()) for m in found if m.groupdict().get("unit") != "个")
    ends = [one.end for one in read]  # in the text's order
    return [place for place in places if not _covered(place, read, ends)]


def _covered(place: Span, read: list[Span], ends: list[int]) -> bool:
    at = bisect_left(ends, place.end)
    return at < len(read) and read[at].covers(place)


def _read_sentence(outline: Outline, sentence: Span, body: Body, reading: _Reading) -> None:
    folded = outline.folded
    begins_within = re.match(r"\s*(?:（[^）]{1,3}）|[0-9]+[.、])?\s*其中", sentence.of(folded))
    reading.open_sentence(goes_on=begins_within is not None)
    if _OF_OTHERS.match(folded, sentence.start, sentence.end):
        return
    rules = {m.start("label"): m for m in _RULE.finditer(folded, sentence.start, sentence.end)}
    amounts = {m.start(): m for m in _AMOUNT.finditer(folded, sentence.start, sentence.end)}
    segment = sentence.start
    at = sentence.start
    while at < sentence.end:
        if at in rules and at >= segment:
            at = segment = _add_rule(outline, rules[at], body, reading)
            continue
        amount = amounts.get(at)
        if amount is not None and amount.start() > segment and _ends_segment(folded, amount.end()):
            _add_listed(outline, Span(segment, amount.start()), amount, body, reading)
            at = segment = amount.end()
            continue
        second_title = _SECOND_TITLE.match(folded, at, sentence.end)
        if second_title and at > segment:
            at = second_title.end()
            continue
        segment = _step(folded, at, segment, reading)
        at += 1


def _ends_segment(folded: str, at: int) -> bool:
    return at >= len(folded) or _BEHIND_AMOUNT.match(folded, at) is not None


def _step(folded: str, at: int, segment: int, reading: _Reading) -> int:
    """Look at one character: follow brackets and 其中, and return where the present segment begins."""
    char = folded[at]
    if char == "（":
        # Brackets right behind a number take it apart, with 含 and 其中 or without.
        inside = _WITHIN.match(folded, at + 1) is not None or segment == at
        reading.within.append(len(reading.quotas) - 1 if inside and reading.quotas else reading.within[-1])
    elif char == "）" and len(reading.within) > 1:
        reading.within.pop()
    elif char == "；":
        reading.within = reading.within[: reading.base]
        reading.behind_semicolon = True
    elif reading.quotas and _WITHIN.match(folded, at) and _WITHIN_FOLLOWS.match(folded, at - 1):
        reading.open_within()
    if not _BREAKS.match(char):
        return segment
    if char == "、" and segment < at:
        reading.listed.append(Span(segment, at))
    elif char != "、":
        reading.listed = []
    return at + 1


def _label(outline: Outline, start: int, end: int, body: Body) -> Span | None:
    folded = outline.folded
    while start < end:
        while start < end and folded[start] == " ":
            start += 1
        lead = _LEADS.match(folded, start, end)
        owner = body.name_at(folded, start, end)
        if lead:
            start = lead.end()
        elif owner and start + owner < end:
            start += owner
            start += 1 if folded[start] == "的" else 0
        else:
            break
    trailing = _CHANGED.search(folded[start:end]) or _TRAILING.search(folded[start:end])
    end = start + trailing.start() if trailing else end
    return Span(start, end) if start < end else None


def _kind(label: str) -> QuotaKind | None:
    if "职数" in label or _RANK_AT_END.search(label):
        return QuotaKind.LEADERSHIP
    if "编制" in label or re.fullmatch(r"(?:行政|事业|工勤|政法专项)(?:人员)?", label):
        return QuotaKind.ESTABLISHMENT
    return QuotaKind.LEADERSHIP if _POST.search(label) else None


def _add_listed(outline: Outline, last: Span, amount: re.Match[str], body: Body, reading: _Reading) -> None:
    """Add the quota of the words in *last*; where 各 stands before the number, also those of the titles listed before.

    Without 各 the titles before share the one number (党组书记、局长1名): they are told, and are no quota of their own.
    """
    folded = outline.folded
    listed = reading.take_listed()
    if not _EACH.search(last.of(folded)):
        titles = [_label(outline, one.start, one.end, body) for one in listed]
        reading.shared_titles += [t for t in titles if t is not None and _POST.search(t.of(folded))]
        _add(outline, last, amount, body, reading)
        return
    joints = [m.span() for m in re.finditer(r"[和与及]", last.of(folded))]
    starts = [last.start, *(last.start + end for _, end in joints)]
    ends = [*(last.start + start for start, _ in joints), last.end]
    each = [*listed, *(Span(start, end) for start, end in zip(starts, ends, strict=True))]
    if not any(_SEVERAL.search(one.of(folded)) for one in each):
        for one in each:
            _add(outline, one, amount, body, reading)


def _add(outline: Outline, named: Span, amount: re.Match[str], body: Body, reading: _Reading) -> None:
    """Add what the words *named* and the number *amount* behind them state, if it is a quota or staff in post."""
    span = _label(outline, named.start, named.end, body)
    low = parse_number(amount["low"].replace(",", ""))
    high = parse_number(amount["high"].replace(",", "")) if amount["high"] else low
    if span is None or low is None or high is None or _NOT_OURS.search(named.of(outline.folded)):
        return
    if _CHANGE_OF.match(outline.folded, named.start, named.end):
        return
    label = quote(outline, span.start, span.end)
    words = span.of(outline.folded)
    title = words.split("（", maxsplit=1)[0]
    unit = amount["unit"]
    whole = Span(span.start, amount.end())
    if _ACTUAL.search(words):
        reading.actual.append(ActualStaff(label, low, unit, whole))
        return
    kind = _kind(title)
    if kind is None or low > high:
        return
    reading.quotas.append(
        Quota(
            kind=kind,
            type=_type(words, kind),
            label=label,
            minimum=low,
            maximum=high,
            unit=unit,
            rule=None,
            of=_of(outline, span, body, kind),
            part_of=reading.part_of(kind),
            span=whole,
        )
    )


def _type(words: str, kind: QuotaKind) -> str | None:
    if kind is not QuotaKind.ESTABLISHMENT:
        return None
    return next((name for name in _TYPES if name in words), None)


def _of(outline: Outline, label: Span, body: Body, kind: QuotaKind) -> Quote | None:
    if kind is not QuotaKind.LEADERSHIP:
        return None
    found = _OF_UNIT.fullmatch(outline.folded, label.start, label.end)
    # 园林局局长 of 江城市园林局 is the body's own.
    if found is None or body.is_meant(found["of"]) or any(alias.endswith(found["of"]) for alias in body.aliases):
        return None
    return quote(outline, *found.span("of"))


def _add_rule(outline: Outline, found: re.Match[str], body: Body, reading: _Reading) -> int:
    span = _label(outline, *found.span("label"), body)
    # 纪检机构的设置、人员编制…按有关规定执行 speaks of another body's.
    listed = outline.folded[found.start("label") - 1 : found.start("label")] == "、"
    if span is not None and not listed and not _NOT_OURS.search(found["label"]):
        words = span.of(outline.folded)
        kind = QuotaKind.ESTABLISHMENT if "编制" in words else QuotaKind.LEADERSHIP
        reading.quotas.append(
            Quota(
                kind=kind,
                type=_type(words, kind),
                label=quote(outline, span.start, span.end),
                minimum=None,
                maximum=None,
                unit=None,
                rule=quote(outline, *found.span("rule")),
                of=None,
                part_of=None,
                span=Span(span.start, found.end()),
            )
        )
    return found.end()
