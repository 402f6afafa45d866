"""职能转变: each change with its subject, where it went, within what, under which condition, except what."""

from __future__ import annotations

import re

from eitc_desktop.model.provision import ChangeKind, Direction, FunctionChange
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.headings import change_kind_at_start, change_kind_of_heading
from eitc_desktop.reading.identity import Body
from eitc_desktop.reading.names import AGENCY_ENDING, in_brackets, split_names
from eitc_desktop.reading.outline import Outline
from eitc_desktop.reading.words import clauses_of_sentence, pieces, quote, quote_trimmed

_TO = r"(?:到|至|给|入|归|由)?"
_MOVE = re.compile(
    rf"(?P<verb>划转{_TO}|划入|划给|划归|划出{_TO}|划到|下放{_TO}|移交{_TO}|转交{_TO}|交给|交由|转由|改由|交还|转移{_TO}|"
    r"调整(?:到|至|给|由)|调出(?:到|至|给)?|调入(?:到|至)?|整合(?:到|至|进|入|划入)|并入|归并(?:到|至|入)|委托(?:给)?|转入|转给|归入|归由)"
)
_HANDING = re.compile(
    r"，(?:有关|相关|具体)?(?:工作|职责|事项)?(?:并|改为)?(?P<verb>转由|交由|改由|交给|移交给?|转交给?|由)"
)
_OPENING_VERB = re.compile(
    r"(?:进一步|着力|切实)?(?:取消|废止|停止|不再(?:承担|负责|保留)|下放|划入|划出|承接|整合|增加|新增|增设|加强|强化|突出|转变|弱化|移交|转交)"
)
_SCOPE = re.compile(
    r"(?P<scope>[^，。；]{2,60}?(?:区域|范围|辖区|权限|限额|境|园区|开发区|区)内)(?:的)?(?=[^的，。；])"
)
_CONDITION_BEFORE = re.compile(
    r"(?P<condition>(?:经|由)[^，。；]{2,80}?(?:认可|批准|同意|确认|认定|审定|审核|备案|授权|核准)|(?:符合|具备|满足)[^，。；]{0,60}?条件)的"
)
_CONDITION_AT_VERB = re.compile(r"(?P<condition>(?:经|待)[^，。；]{2,60}?(?:批准|同意|认可|备案|授权))后?$")
_CONDITION_LEADING = re.compile(
    r"(?P<condition>(?:经|待|在|自)[^，。；]{2,60}?(?:批准后?|同意后?|完成后|之前|以前|前提下|情况下|条件下|后))，"
)
_EXCEPTION = re.compile(
    r"(?P<exception>除[^，。；（]{1,80}?(?:以外|之外|外)(?=[的，。；、）]|$)|[^，。；（）]{1,80}除外)"
)
_LEADING_EXCEPTION = re.compile(r"除[^，。；（]{1,80}?(?:以外|之外|外)，")
_TAIL_VERBS = (
    r"(?:负责|承担|承办|组织(?!部)|实施|行使|办理|评审|认定|统一|具体|履行|执行|依法|自律|自主|自行|进行|开展|按照|统筹|管理(?=$|[，。；])|"
    r"承接|依据|根据|并)"
)
_RECEIVER_END = re.compile(rf"{AGENCY_ENDING}(?:（[^）]{{1,12}}）)?(?={_TAIL_VERBS}|[，。；]|$)")
_ORIGIN = re.compile(rf"(?P<origin>原?[^，。；的]{{2,30}}?{AGENCY_ENDING})(?:所?承担的|负责的|行使的|的)(?=[^，。；])")
_BY_ORIGIN = re.compile(rf"由(?P<origin>[^，。；由]{{2,30}}?{AGENCY_ENDING})$")
_OWNED = re.compile(r"所?承担的|负责的|的")
_DUTY_WORD = re.compile(r"[^，。；]{1,60}?(?:职责|职能)(?=[，。；]|$)")


def read_changes(outline: Outline, section: int, body: Body) -> list[FunctionChange]:
    """Return the changes of the section *section*, in the text's order."""
    changes: list[FunctionChange] = []
    for child in outline.children(section):
        heading = outline.heading(child)
        below = outline.children(child)
        if heading is not None and below:
            kind = change_kind_of_heading(heading.of(outline.folded))
            members = list(outline.numbered(child)) or below
            changes += [_read(outline, i, kind, body) for i in members]
        elif (
            heading is None
            and len(outline.numbered(child)) > 1
            and outline.folded[outline.clauses[child].body.end - 1] == "："
        ):
            changes += [_read(outline, i, None, body) for i in outline.numbered(child)]
        elif not _is_lead(outline, child):
            changes.append(_read(outline, child, None, body))
    if not outline.children(section):
        content = outline.after_heading(section)
        if len(content):
            changes.append(_change(outline, content, None, None, body))
    return changes


def _is_lead(outline: Outline, index: int) -> bool:
    """A paragraph that only announces what follows, or a heading under which nothing stands."""
    content = outline.content(index)
    words = content.of(outline.folded)
    return (
        not words
        or words.endswith("：")
        or (
            "。" not in words
            and outline.heading(index) is not None
            and (change_kind_of_heading(words) is not None and len(words) <= 12)
        )
    )


def _read(outline: Outline, index: int, kind: ChangeKind | None, body: Body) -> FunctionChange:
    return _change(outline, outline.content(index), outline.clauses[index].ordinal, kind, body)


def _change(outline: Outline, span: Span, ordinal: str | None, kind: ChangeKind | None, body: Body) -> FunctionChange:
    stop = outline.folded.find("。", span.start, span.end)
    sentence = Span(span.start, span.end if stop < 0 else stop)
    reader = _Sentence(outline, sentence, body)
    found_kind = kind or reader.kind()
    return FunctionChange(
        kind=found_kind,
        direction=reader.direction(found_kind),
        ordinal=ordinal,
        text=quote(outline, span.start, span.end),
        subject=reader.subject(found_kind, span),
        origin=reader.origin,
        recipients=reader.recipients,
        scope=reader.scope,
        condition=reader.condition,
        exception=_quoted(outline, _EXCEPTION.search(outline.folded, span.start, span.end), "exception"),
        items=pieces(outline, span),
    )


def _quoted(outline: Outline, found: re.Match[str] | None, group: str) -> Quote | None:
    return quote(outline, *found.span(group)) if found else None


class _Sentence:
    """The first sentence of a change, taken apart: (lead) subject verb recipients (tail)."""

    def __init__(self, outline: Outline, span: Span, body: Body) -> None:
        self._outline, self._span, self._body = outline, span, body
        self._folded = outline.folded
        self.origin: Quote | None = None
        self.scope: Quote | None = None
        self.condition: Quote | None = None
        self.recipients: tuple[Quote, ...] = ()
        self._from_body = False
        start = self._skip_lead(span.start)
        opening = _OPENING_VERB.match(self._folded, start, span.end)
        self._opening = opening[0] if opening else ""
        self._verb = ""
        self._subject = self._after_opening_verb(opening.end()) if opening else self._around_move(start)

        for clause in clauses_of_sentence(outline, span)[1:]:
            self._read_on(clause)

    def kind(self) -> ChangeKind:
        """Return the kind that the sentence's own verb shows."""
        at_start = change_kind_at_start(self._folded[self._span.start : self._span.end])
        if at_start is not None:
            return at_start
        verb = self._verb
        if verb.startswith("下放"):
            return ChangeKind.DEVOLVED
        if verb.startswith(("交给", "交由", "转由", "移交", "转交", "改由", "转移")):
            return ChangeKind.HANDED_OVER
        if verb.startswith(("整合", "归并", "并入")):
            return ChangeKind.INTEGRATED
        if verb.startswith(("划", "调", "归", "转")):
            if self._to_body():
                return ChangeKind.TRANSFERRED_IN
            # Between two other bodies: neither in nor out.
            return ChangeKind.TRANSFERRED_OUT if self._leaves_body() else ChangeKind.UNSPECIFIED
        return ChangeKind.UNSPECIFIED

    def direction(self, kind: ChangeKind) -> Direction | None:
        """Return whether the function comes to the body or leaves it, where the sentence or its heading shows it."""
        if kind in (ChangeKind.ABOLISHED, ChangeKind.ADDED, ChangeKind.STRENGTHENED):
            return None
        if kind is ChangeKind.TRANSFERRED_IN:
            return Direction.IN
        if kind is ChangeKind.TRANSFERRED_OUT:
            return Direction.OUT
        if self._to_body():
            return Direction.IN
        return Direction.OUT if self._leaves_body() else None

    def subject(self, kind: ChangeKind, whole: Span) -> Quote | None:
        """Return what the change is about; of an added function without a verb of its own, all it says."""
        if self._subject is None and not self._verb and not self._opening:
            stop = whole.end - 1 if self._folded[whole.end - 1] == "。" else whole.end
            if kind in (ChangeKind.ADDED, ChangeKind.ABOLISHED, ChangeKind.DEVOLVED, ChangeKind.TRANSFERRED_IN):
                return quote_trimmed(self._outline, whole.start, stop)
            first = self._folded.find("，", self._span.start, self._span.end)
            return quote_trimmed(self._outline, self._span.start, first if first > 0 else self._span.end)
        return self._subject

    def _to_body(self) -> bool:
        return any(self._body.is_meant(recipient.text) for recipient in self.recipients)

    def _leaves_body(self) -> bool:
        return self._from_body or (bool(self.recipients) and self.origin is None)

    def _skip_lead(self, start: int) -> int:
        lead = _CONDITION_LEADING.match(self._folded, start, self._span.end)
        if lead:
            self.condition = _quoted(self._outline, lead, "condition")
            start = lead.end()
        exception = _LEADING_EXCEPTION.match(self._folded, start, self._span.end)
        return exception.end() if exception else start

    def _after_opening_verb(self, start: int) -> Quote | None:
        """取消X，转由R…; 加强X职责，…; 增加X。"""
        end = self._span.end
        handing = _HANDING.search(self._folded, start, end)
        if handing:
            self._verb = handing["verb"]
            self._receive(handing.end(), end)
            return self._take_apart(start, handing.start())
        move = _MOVE.search(self._folded, start, end)
        if move and self._opening.startswith(("取消", "下放", "移交", "转交", "划")):
            self._verb = move["verb"]
            self._receive(move.end(), end)
            return self._take_apart(start, move.start())
        if self._opening.endswith(("加强", "强化", "突出", "弱化", "转变")):
            named = _DUTY_WORD.match(self._folded, start, end)
            if named:
                return self._take_apart(start, named.end())
        comma = _comma_outside_brackets(self._folded, start, end)
        return self._take_apart(start, comma)

    def _around_move(self, start: int) -> Quote | None:
        """将X，划入R; X，除E外的Y，下放到R."""
        move = _move_with_receiver(self._folded, start, self._span.end)
        if move is None:
            return None
        self._verb = move["verb"]
        self._receive(move.end(), self._span.end)
        begin = start
        if self._folded[begin : begin + 1] in "将把":
            begin += 1
        return self._take_apart(begin, move.start())

    def _take_apart(self, start: int, end: int) -> Quote | None:
        """Split owner and scope off the front of ``[start, end)``; what is left is the subject."""
        while start < end and self._folded[start] in " ，将把":
            start += 1
        owner = self._body.name_at(self._folded, start, end)
        if owner and self._opening[:2] not in ("加强", "强化"):
            self.origin = quote(self._outline, start, start + owner)
            self._from_body = True
            start += owner
            of = _OWNED.match(self._folded, start, end)
            start = of.end() if of else start
        elif self._verb or self._opening in ("划入", "承接", "整合"):
            origin = _ORIGIN.match(self._folded, start, end)
            if origin and not _ORIGIN.search(self._folded, origin.end(), end):  # several origins stay in the subject
                self.origin = _quoted(self._outline, origin, "origin")
                start = origin.end()
        by = _BY_ORIGIN.search(self._folded[start:end]) if self._verb and self.origin is None else None
        if by:  # X由甲局调整到乙局
            self.origin = quote(self._outline, start + by.start("origin"), start + by.end("origin"))
            self._from_body = self._body.is_meant(by["origin"])
            end = start + by.start()
        scope = _SCOPE.match(self._folded, start, end)
        if scope and self._verb:
            self.scope = _quoted(self._outline, scope, "scope")
            start = scope.end()
        return quote_trimmed(self._outline, start, end)

    def _receive(self, start: int, end: int) -> None:
        """Read the recipients behind the verb at *start*, and the condition that stands before them."""
        condition = _CONDITION_BEFORE.match(self._folded, start, end)
        if condition and self.condition is None:
            self.condition = _quoted(self._outline, condition, "condition")
            start = condition.end()
        comma = _comma_outside_brackets(self._folded, start, end)
        found = _RECEIVER_END.search(self._folded, start, comma)
        stop = found.end() if found else comma
        ranges = split_names(self._folded, start, stop)
        names = [quote_trimmed(self._outline, *piece) for piece in ranges]
        self.recipients += tuple(name for name in names if name is not None)

    def _read_on(self, clause: Span) -> None:
        """Read where a further clause sends the function, and on what condition (其他的，经…后下放到…)."""
        move = _move_with_receiver(self._folded, clause.start, clause.end)
        if move is None or not self.recipients or not self._verb:
            return
        condition = _CONDITION_AT_VERB.search(self._folded, clause.start, move.start())
        if condition and self.condition is None:
            self.condition = _quoted(self._outline, condition, "condition")
        self._receive(move.end(), clause.end)


def _move_with_receiver(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Return the verb that moves the function: the first outside brackets with a receiver behind it.

    A function may have such a verb in its own name (档案移交工作); then another one stands before the receiver.
    """
    found = list(_MOVE.finditer(folded, start, end))
    inside = in_brackets(folded, start, [move.span() for move in found])
    moves = [move for move, bracketed in zip(found, inside, strict=True) if not bracketed]
    for i, move in enumerate(moves):
        following = moves[i + 1].start() if i + 1 < len(moves) else end
        receiver = _RECEIVER_END.search(folded, move.end(), following)
        if receiver and (folded[move.end() : move.end() + 1] not in "的工"):
            return move
    return moves[-1] if moves and moves[-1].end() < end else None


def _comma_outside_brackets(folded: str, start: int, end: int) -> int:
    depth = 0
    for at in range(start, end):
        char = folded[at]
        if char == "（":
            depth += 1
        elif char == "）":
            depth -= 1
        elif char in "，；" and depth <= 0:
            return at
    return end
