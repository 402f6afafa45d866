"""部门间职责分工: matters shared with other agencies, who does what in them as worded, and who leads the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eitc_desktop.model.provision import Matter, ResponsibilitySplit, Role, RolePosition
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.headings import split_heading
from eitc_desktop.reading.identity import Body
from eitc_desktop.reading.names import short_forms, split_names
from eitc_desktop.reading.outline import Outline
from eitc_desktop.reading.words import clauses_of_sentence, parts_of_clause, quote, quote_trimmed, sentences

_LEAD = r"负责牵头|牵头负责|牵头组织|牵头"
_ROLE = re.compile(
    rf"(?:，|并|也|同时|共同|主要|具体|依法|按职责|按照职责|按照职责分工|做好|\s)*(?P<verb>{_LEAD}|负责会同|负责|会同|商|配合|协助|协同|协调配合|统筹|参与|承办|承担|主管|归口管理)"
)
_IS_LEAD = re.compile(_LEAD)
_JOINT = re.compile(
    r"加强[^，。；、]{0,4}?(?:协调|协作|配合|衔接|合作|协同|沟通)(?:协调|协作|配合)?|完善[^，。；、]{0,8}?机制|建立[^，。；、]{0,10}?机制|"
    r"共同[\u4e00-\u9fff]{2}|密切配合|相互配合|协同配合"
)
_ACT = re.compile(
    r"组织|制定|拟订|起草|指导|推进|推动|监督|管理|开展|提出|建立|协调|完善|加强|发挥|审核|审批|核准|编制|实施|执行|落实|"
    r"做好|提供|汇总|通报|移送|查处|处理|研究|确定|安排|保障|支持|参加|共享|报送|受理|办理|颁发|发布|征收"
)
_ANSWERS_FOR = re.compile(r"对[^，。；]{1,60}?(?P<verb>负责)(?=[，。；]|$)")
_PARTIES = re.compile(r"(?P<one>[^与和]{2,30}?)[与和](?P<other>[^，。；：]{2,40}?)(?:(?:在|就|有关|关于).{1,60})?")
_UNDER = re.compile(r"在[^，。；]{1,40}?(?:指导|领导|统筹|协调|支持)下")
_AGENCY_ENDING = re.compile(
    r"委员会|人民政府|办公厅|办公室|管委会|海关|法院|检察院|部门|银行|公司|中心|政府|局|厅|委|办|部|署|院"
)
_NAME_CHARS = re.compile(r"[\u4e00-\u9fff（）]{3,30}")
_BEHIND_NAME = re.compile(rf"[、与和及，等。；对凭]|$|要|应|按|共同|分别|联合|双方|依法|{_ACT.pattern}")
_NO_NAME = re.compile(
    r"[省市区县州旗]?(?:[两各]|三(?=[个家部])|有关|相关|其他)[^，。；]{0,4}?(?:部门|单位|机构|方面)|[双各三]方(?=[，、要应共建按加密])"
)
"""Agencies that a sentence means without naming them: 两部门, 双方, 市有关部门."""
_AND_OTHERS = re.compile(r"等?(?:有关|相关|其他)?(?:部门|单位|方面)?")
_LIST_MARK = re.compile(r"[、与和及]|以及|会同")
_MECHANISM = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,40}?(?:联席会议|领导小组办公室|领导小组|协调小组办公室|协调小组|工作小组|指挥部办公室|指挥部|委员会办公室|联席会))"
)
_MECHANISM_LEAD = re.compile(
    r".*(?:发挥|依托|通过|建立|建立健全|健全|完善|成立|参加|召开|设立|承担|利用|借助|作为|牵头|组织|由|在|以及|经)"
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """Agencies named at the head of a clause, and where their predicate begins."""

    agencies: tuple[Quote, ...]
    start: int
    end: int


def is_split(outline: Outline, index: int) -> bool:
    """Say whether clause *index* is headed as a division of responsibilities."""
    heading = outline.heading(index)
    return heading is not None and split_heading(heading.of(outline.folded)) is not None


def read_splits(outline: Outline, index: int, body: Body) -> list[ResponsibilitySplit]:
    """Return the splits that clause *index* holds: its own, or those of the clauses below a general heading."""
    below = [i for i in outline.children(index) if is_split(outline, i)]
    if below:
        return [split for child in below for split in read_splits(outline, child, body)]
    own = _read_split(outline, index, body) if is_split(outline, index) else None
    # 健全部门间的职责分工 alone, without an agency or a matter, divides nothing.
    return [own] if own is not None and (own.counterpart or own.matters) else []


def _read_split(outline: Outline, index: int, body: Body) -> ResponsibilitySplit:
    counterpart = _counterpart(outline, index, body)
    numbered = outline.numbered(index)
    known = _forms_of(outline, counterpart)
    if numbered:
        matters = [_matter(outline, outline.clauses[i].ordinal, outline.content(i), body, known) for i in numbered]
    else:
        content = outline.after_heading(index)
        matters = [_matter(outline, None, content, body, known)] if len(content) else []
    if counterpart is None:
        counterpart = _only_other_agency(matters, body)
    return ResponsibilitySplit(counterpart, tuple(matters), outline.clauses[index].span)


def _counterpart(outline: Outline, index: int, body: Body) -> Quote | None:
    """Return the other agencies as the heading of *index* words them, None where it names none beside the body."""
    heading = outline.heading(index)
    found = None if heading is None else split_heading(heading.of(outline.folded))
    if heading is None or found is None:
        return None
    named = found.groupdict()
    if named.get("counterpart"):
        start, end = found.span("counterpart")
        return quote_trimmed(outline, heading.start + start, heading.start + end)
    parties = _PARTIES.fullmatch(named.get("parties") or "")
    if parties is None:
        return None
    for ours, theirs in (("one", "other"), ("other", "one")):
        if body.is_meant(parties[ours]):
            offset = heading.start + found.start("parties")
            return quote(outline, offset + parties.start(theirs), offset + parties.end(theirs))
    return None


def _only_other_agency(matters: list[Matter], body: Body) -> Quote | None:
    """Where the heading names a subject and no agency, the one other agency that the matters name, if it is one."""
    others: dict[str, Quote] = {}
    for matter in matters:
        for role in matter.roles:
            if not body.is_meant(role.agency.text):
                others.setdefault(role.agency.text, role.agency)
    return next(iter(others.values())) if len(others) == 1 else None


def _forms_of(outline: Outline, counterpart: Quote | None) -> tuple[str, ...]:
    """Return the forms by which the text may call the agencies of *counterpart*, longest first."""
    names: list[str] = []
    if counterpart is not None:
        span = counterpart.span
        for start, end in split_names(outline.folded, span.start, span.end):
            names += [form for form in short_forms(outline.folded[start:end].strip()) if len(form) >= 3]
    return tuple(sorted(dict.fromkeys(names), key=len, reverse=True))


def _matter(outline: Outline, ordinal: str | None, span: Span, body: Body, known: tuple[str, ...]) -> Matter:
    reader = _Roles(outline, body, known)
    for sentence in sentences(outline, span):
        reader.read_sentence(sentence)
    return Matter(
        ordinal=ordinal,
        text=quote(outline, span.start, span.end),
        lead=_lead_of_whole(reader.roles),
        roles=tuple(reader.roles),
        mechanisms=_mechanisms(outline, span),
    )


def _lead_of_whole(roles: list[Role]) -> Quote | None:
    """Return the one agency that is 牵头 for the whole matter.

    A 牵头 covers the whole where the matter opens with it, or where every other agency only 配合, 协助 or 参与.
    One that stands later, beside what others 负责 or 统筹, covers its own part only.
    """
    leads = [role for role in roles if _IS_LEAD.fullmatch(role.verb.text) and role.position is not RolePosition.PARTNER]
    if not leads or len({role.agency.text for role in leads}) > 1 or leads[0].position is RolePosition.JOINT:
        return None
    first = leads[0]
    acting = [role for role in roles if role.position is RolePosition.SUBJECT]
    if acting and acting[0] is first:
        return first.agency
    own_first = next(role for role in acting if role.agency.text == first.agency.text)
    helpers = {"配合", "协助", "参与", "协同", "协调配合"}
    if own_first is first and all(r.verb.text in helpers for r in acting if r.agency.text != first.agency.text):
        return first.agency
    return None


def _mechanisms(outline: Outline, span: Span) -> tuple[Quote, ...]:
    seen: dict[str, Quote] = {}
    for found in _MECHANISM.finditer(outline.folded, span.start, span.end):
        start, end = found.span("name")
        lead = _MECHANISM_LEAD.match(outline.folded, start, end - 2)
        start = lead.end() if lead and lead.end() < end - 3 else start
        name = quote(outline, start, end)
        seen.setdefault(name.text, name)
    return tuple(seen.values())


class _Roles:
    """Reads who does what, sentence by sentence; a clause without a subject of its own keeps the one before it."""

    def __init__(self, outline: Outline, body: Body, known: tuple[str, ...]) -> None:
        self._outline, self._folded = outline, outline.folded
        self._body, self._known = body, known
        self._subject: _Subject | None = None
        self.roles: list[Role] = []

    def read_sentence(self, sentence: Span) -> None:
        """Add the roles of *sentence*. A new sentence needs a subject of its own."""
        self._subject = None
        for clause in clauses_of_sentence(self._outline, sentence):
            self._read_clause(clause)

    def _read_clause(self, clause: Span) -> None:
        starts: list[tuple[int, _Subject, Quote, RolePosition]] = []
        for part in parts_of_clause(self._outline, clause):
            if _NO_NAME.match(self._folded, part.start, part.end):
                # What follows is said of these, not of the agency before.
                self._subject = None
                nobody = _Subject((), part.start, part.start)
                starts.append((part.start, nobody, quote(self._outline, part.start, part.start), RolePosition.SUBJECT))
                continue
            found = self._subject_at(part)
            if found is not None:
                self._subject = found
            begin = found.end if found is not None else part.start
            if self._subject is None:
                continue
            if len(self._subject.agencies) > 1 and found is not None and not self._role_at(begin, part.end):
                self._add_joint(found, clause)
                continue
            verb = self._role_at(begin, part.end)
            if verb is None and found is not None:
                verb = self._led_by(found, part) or self._own_verb(begin, clause.end)
            if verb is not None:
                start = found.start if found is not None else part.start
                position = RolePosition.JOINT if len(self._subject.agencies) > 1 else RolePosition.SUBJECT
                starts.append((start, self._subject, verb, position))
        self._close(starts, clause)

    def _close(self, starts: list[tuple[int, _Subject, Quote, RolePosition]], clause: Span) -> None:
        """A role's text runs up to the next role of the clause."""
        for i, (start, subject, verb, position) in enumerate(starts):
            stop = starts[i + 1][0] if i + 1 < len(starts) else clause.end
            text = quote_trimmed(self._outline, start, stop)
            if text is None:
                continue
            self.roles += [Role(agency, verb, text, position) for agency in subject.agencies]
            if verb.text.endswith(("会同", "商")):
                partners = self._partners(verb.span.end, stop)
                self.roles += [Role(agency, verb, text, RolePosition.PARTNER) for agency in partners]

    def _role_at(self, start: int, end: int) -> Quote | None:
        found = _ROLE.match(self._folded, start, end)
        return quote(self._outline, *found.span("verb")) if found else None

    def _led_by(self, subject: _Subject, part: Span) -> Quote | None:
        """由X牵头: the verb may stand anywhere behind the agency in its part."""
        found = re.search(_LEAD + "|配合|协助", self._folded[subject.end : part.end])
        if found is None:
            return None
        return quote(self._outline, subject.end + found.start(), subject.end + found.end())

    def _own_verb(self, start: int, end: int) -> Quote | None:
        """The first act that a predicate without a role of its own names (根据需求组织实施 → 组织)."""
        answers = _ANSWERS_FOR.match(self._folded, start, end)
        if answers:
            return quote(self._outline, *answers.span("verb"))
        under = _UNDER.match(self._folded, start, end)
        found = _ACT.search(self._folded, under.end() if under else start, end)
        return quote(self._outline, *found.span()) if found else None

    def _add_joint(self, subject: _Subject, clause: Span) -> None:
        found = _JOINT.search(self._folded, subject.end, clause.end)
        verb = quote(self._outline, *found.span()) if found else self._own_verb(subject.end, clause.end)
        text = quote_trimmed(self._outline, subject.start, clause.end)
        if verb is not None and text is not None:
            self.roles += [Role(agency, verb, text, RolePosition.JOINT) for agency in subject.agencies]
        self._subject = None

    def _subject_at(self, part: Span) -> _Subject | None:
        """Return the agencies named at the start of *part*, if it begins with some."""
        at = part.start
        while at < part.end and self._folded[at] in " 由":
            at += 1
        start = at
        agencies: list[Quote] = []
        while at < part.end:
            end = self._agency_end(at, part.end)
            if end is None:
                break
            agencies.append(quote(self._outline, at, end))
            mark = _LIST_MARK.match(self._folded, end, part.end)
            if mark is None or mark[0] == "会同":
                at = end
                break
            if self._agency_end(mark.end(), part.end) is None:
                at = end
                break
            at = mark.end()
        if not agencies:
            return None
        others = _AND_OTHERS.match(self._folded, at, part.end)
        at = others.end() if others else at
        for lead in ("要", "应当", "应", "按照职责分工", "按职责分工", "按照各自职责", "根据职责分工"):
            if self._folded.startswith(lead, at):
                at += len(lead)
        return _Subject(tuple(agencies), start, at)

    def _agency_end(self, at: int, end: int) -> int | None:
        lengths = [len(name) for name in self._known if self._folded.startswith(name, at, end)]
        named = max(self._body.name_at(self._folded, at, end), *lengths, 0)
        if named:
            return at + named
        run = _NAME_CHARS.match(self._folded, at, end)
        if run is None or _ROLE.match(self._folded, at, end) or _NO_NAME.match(self._folded, at, end):
            return None
        for ending in _AGENCY_ENDING.finditer(self._folded, at + 1, run.end()):
            stop = ending.end()
            if stop - at >= 3 and (
                stop == end or _BEHIND_NAME.match(self._folded, stop, end) or _ROLE.match(self._folded, stop, end)
            ):
                return stop
        return None

    def _partners(self, start: int, end: int) -> list[Quote]:
        partners: list[Quote] = []
        at = start
        while at < end:
            stop = self._agency_end(at, end)
            if stop is None:
                break
            partners.append(quote(self._outline, at, stop))
            mark = _LIST_MARK.match(self._folded, stop, end)
            if mark is None:
                break
            at = mark.end()
        return partners
