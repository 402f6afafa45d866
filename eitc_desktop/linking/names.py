"""Terms of a unit's name: what of it may be looked for in a duty. 软件和信息服务业处 → 软件业, 信息服务业."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eitc_desktop.linking.words import HEADS, act_at_end, act_at_start
from eitc_desktop.model.provision import Division, HostedOffice

_UNIT_TYPE = re.compile(r"(?:办公室|室|处|科|股|部|司|局|所|站|[支大总]?队|中心)$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_JOINT = re.compile(r"[、和与及]")
_PLACE = re.compile(r"[^省市县区旗州盟]{1,12}[省市县区旗州盟]")
_LEVEL = re.compile(r"^[省市县区旗州盟](?![场容政民域镇树])")
_INDUSTRY = re.compile(r"产业$")

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


def division_forms(division: Division, listed: Mapping[str, Abbreviation]) -> tuple[Form, ...]:
    """Return the forms of a division's name, of what stands in brackets after it, and of its nameplates."""
    names = (division.name, *division.second_names, *division.nameplates)
    return _distinct([form for name in names for term in name_terms(name.text) for form in _forms(term, listed)])


def office_forms(office: HostedOffice, body: str, listed: Mapping[str, Abbreviation]) -> tuple[Form, ...]:
    """Return the forms of a hosted office's name, without the place that it shares with the *body*'s name."""
    name = office.name.text
    place = _PLACE.match(body)
    name = name[len(place[0]) :] if place and name.startswith(place[0]) else _LEVEL.sub("", name)
    terms = [term for whole in name_terms(name) for term in _without_leading_acts(whole)]
    return _distinct([form for term in terms for form in _forms(term, listed)])


def name_terms(name: str) -> tuple[str, ...]:
    """Return the terms of *name*: without the type of unit, coordinated names taken apart, acts taken off the end.

    Of one part the longer terms come first (结构调整推进, 结构调整, 结构). What consists of acts alone (综合协调科,
    研究室) tells no field and is left out.
    """
    bare = _UNIT_TYPE.sub("", _BRACKETS.sub("", name))
    parts = [part for part in _JOINT.split(bare) if part]
    found: list[str] = []
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


def _forms(term: str, listed: Mapping[str, Abbreviation]) -> list[Form]:
    head = next((head for head in HEADS if term.endswith(head) and len(term) - len(head) >= LEAST), "")
    found = [Form(term, term, head=head)]
    if head == "产业":
        found.append(Form(term, _INDUSTRY.sub("业", term), "某某产业也写作某某业"))
    short = listed.get(term)
    if short is not None:
        found += [Form(term, words, short.ground) for words in short.forms]
    return found


def _distinct(forms: list[Form]) -> tuple[Form, ...]:
    return tuple({(form.term, form.words): form for form in forms}.values())
