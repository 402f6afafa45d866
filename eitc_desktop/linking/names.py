"""Terms of a unit's name: what of it may be looked for in a duty. 软件和信息服务业处 → 软件业, 信息服务业."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eitc_desktop.linking.words import GROUPS, HEADS, act_at_end, act_at_start
from eitc_desktop.model.provision import Division, HostedOffice

_UNIT_TYPE = re.compile(r"(?:办公室|室|处|科|股|部|司|局|所|站|[支大总]?队|中心)$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_JOINT = re.compile(r"[、和与及]")
_GROUP = re.compile(rf"(?:工作)?(?:{'|'.join(GROUPS)})(?=办公室$)")
_LEVELS = "省市县区旗州盟"
_WORD = "(?![场容域镇级划]|政(?!府)|民(?![族政]))"  # 市场, 市容, 区域, 市政, 市民 … are words and no places
_PLACE = re.compile(rf"(?!城市|都市|社区|园区|地区)[^{_LEVELS}]{{1,12}}(?:州市|[{_LEVELS}])")
_LEVEL = re.compile(rf"^(?:自治)?[{_LEVELS}]{_WORD}")


LEAST = 2  # characters of a term


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A listed correspondence: where a name has *term*, a duty may have one of *forms* (``?``: any character).

    ``ground`` is the reason, in one Chinese sentence.
    """

    term: str
    forms: tuple[str, ...]
    ground: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a term of a name may stand in a text.

    ``term`` is the term of the name, ``words`` what is looked for (``?`` for any character), ``ground`` why they are
    the same where they aren't literally. ``head`` is a class noun that may stand apart from the rest at the end of an
    enumeration (航空、船舶等产业), empty without one.
    """

    term: str
    words: str
    ground: str | None = None
    head: str = ""


Listed = Mapping[str, Sequence[Abbreviation]]
"""Listed abbreviations by term; one term may stand for several words on several grounds."""


def division_forms(division: Division, listed: Listed) -> tuple[Form, ...]:
    """Return the forms of a division's name, of what stands in brackets after it, and of its nameplates."""
    names = (division.name, *division.second_names, *division.nameplates)
    return _distinct([form for name in names for term in name_terms(name.text) for form in _forms(term, listed)])


def office_forms(office: HostedOffice, body: str, listed: Listed) -> tuple[Form, ...]:
    """Return the forms of a hosted office's name, without the places that it shares with the *body*'s name.

    Of the office of a group that coordinates a field (防汛抗旱指挥部办公室) the field is looked for.
    """
    name = _GROUP.sub("", _without_places(office.name.text, body))
    terms = [term for whole in name_terms(name) for term in _without_leading_acts(whole)]
    return _distinct([form for term in terms for form in _forms(term, listed)])


def _without_places(name: str, body: str) -> str:
    start = 0
    while place := _PLACE.match(body, start):  # 某省某市: the office may be named by either, or by both
        name = name.removeprefix(place[0])
        start = place.end()
    return _LEVEL.sub("", name)


def name_terms(name: str) -> tuple[str, ...]:
    """Return the terms of *name*: without the type of unit, coordinated names whole and taken apart, acts off the end.

    The longer terms come first (结构调整推进, 结构调整, 结构). What consists of acts alone (综合协调科,
    研究室) tells no field and is left out.
    """
    bare = _UNIT_TYPE.sub("", _BRACKETS.sub("", name))
    parts = [part for part in _JOINT.split(bare) if part]
    found = [bare] if len(parts) > 1 and not all(map(_is_all_acts, parts)) else []
    for part in _with_shared_head(parts):
        core = part
        while len(core) >= LEAST and not _is_all_acts(core):
            found.append(core)
            act = act_at_end(core)
            core = "" if act is None else core[: -len(act)]
    return tuple(dict.fromkeys(found))


def _with_shared_head(parts: Sequence[str]) -> list[str]:
    """Give each part of a coordinated name the class noun that only the last one shows: 创意与设计产业 → 创意产业."""
    if len(parts) < 2:
        return list(parts)
    heads = ("业",) if parts[-1].endswith("服务业") else HEADS  # 软件和信息服务业 is 软件业, not 软件服务业
    head = next((head for head in heads if parts[-1].endswith(head) and len(parts[-1]) > len(head)), "")
    return [part if part.endswith(head) else part + head for part in parts]


def _without_leading_acts(term: str) -> tuple[str, ...]:
    core = term
    while (act := act_at_start(core)) is not None:
        core = core[len(act) :]
    return (core,) if len(core) >= LEAST else ()


def _is_all_acts(words: str) -> bool:
    rest = words
    while rest:
        act = act_at_start(rest)
        if act is None:
            return False
        rest = rest[len(act) :]
    return True


def _forms(term: str, listed: Listed) -> list[Form]:
    if _JOINT.search(term):  # a coordinated name as a whole
        return [Form(term, term)]
    head = next((head for head in HEADS if term.endswith(head) and len(term) - len(head) >= LEAST), "")
    found = [Form(term, term, head=head)]
    if head == "产业":
        found.append(Form(term, f"{term.removesuffix(head)}业", "“产业”简作“业”"))
    return found + [Form(term, words, short.ground) for short in listed.get(term, ()) for words in short.forms]


def _distinct(forms: list[Form]) -> tuple[Form, ...]:
    return tuple({(form.term, form.words): form for form in forms}.values())
