"""Revisions as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) and back, and the ids they have by that.

One form for the package and the review file. A revision's id is the SHA-256 of its annotation in canonical JSON without
the id: whoever changes a word makes another revision. Texts are bodies, told apart by their purpose; all that Web
Annotation has no word for stands under ``eitc:``.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Mapping
from typing import NoReturn, cast

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Post,
    Reply,
    Revision,
    RowKind,
    Scenario,
    Stance,
    UnitName,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.cleaning import is_plain_line, is_plain_text

_SHA = "urn:sha256:"
_UUID = "urn:uuid:"
_ENTRIES = uuid.UUID("5b1c4d5e-7c0a-5a3e-9d2f-0e6a4b8c1d37")  # name space of ids that follow from what they stand for
SHA_FORM = re.compile(r"[0-9a-f]{64}\Z")
UUID_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
TIME = re.compile(
    r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{6})?Z\Z",
    re.ASCII,
)
MOST_REPLACED = 1000
MOST_POSTS = 10_000_000
_LARGEST = 1 << 31

_MOTIVATIONS = {
    "opinion": "commenting",
    "no_opinion": "commenting",
    "reply": "replying",
    "handling": "moderating",
    "verdict": "assessing",
    "scenario": "describing",
    "allotment": "describing",
    "asked_office": "classifying",
}

_KINDS: dict[type[Content], str] = {
    Opinion: "opinion",
    NoOpinion: "no_opinion",
    Reply: "reply",
    Handling: "handling",
    Verdict: "verdict",
    Scenario: "scenario",
    Allotment: "allotment",
    AskedOffice: "asked_office",
}


_MEMBERS = {
    "creator": Phrase("Review", "录入人的姓名"),
    "eitc:office": Phrase("Review", "录入人的单位"),
    "office": Phrase("Review", "提出单位"),
    "person": Phrase("Review", "提出人"),
    "handler": Phrase("Review", "承办人"),
    "name": Phrase("Review", "名称"),
    "label": Phrase("Review", "栏目名称"),
    "created": Phrase("Review", "录入时间"),
    "body": Phrase("Review", "文字"),
    "selector": Phrase("Review", "所在的位置"),
    "target": Phrase("Review", "所在的位置"),
    "eitc:clause": Phrase("Review", "条款"),
    "eitc:fact": Phrase("Review", "条款"),
    "eitc:kind": Phrase("Review", "条目的种类"),
    "eitc:replaces": Phrase("Review", "历次修改"),
}
"""What officials call the members of an annotation; those that mean nothing to them keep their own names."""


class NotAnAnnotation(EitcError):
    """What was read is no annotation of ours; the words say what is wrong with it."""


def _refuse(what: str) -> NoReturn:
    raise NotAnAnnotation(Phrase("Review", "条目格式不对：{0}"), _MEMBERS.get(what, what))


def _refuse_unclean(what: str) -> NoReturn:
    words = Phrase("Review", "{0}中有看不见的或改变方向的字符，或者过长")
    raise NotAnAnnotation(words, _MEMBERS.get(what, what))


def canonical(value: object) -> bytes:
    """Return *value* as the one JSON for it: keys sorted, no blanks, UTF-8 (RFC 8785 for strings and whole numbers)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def new_entry_id() -> str:
    """Return the id of an entry that is new."""
    return str(uuid.uuid4())


def entry_id_for(*parts: str) -> str:
    """Return the id of the one entry for what *parts* name, the same on every computer."""
    return str(uuid.uuid5(_ENTRIES, "\x1f".join(parts)))


def seal(
    entry: str,
    replaces: tuple[str, ...],
    author: Person,
    made_at: str,
    anchor: Anchor,
    content: Content,
    *,
    withdrawn: bool = False,
) -> Revision:
    """Return the revision of these values, with its id."""
    open_ = Revision("", entry, tuple(sorted(set(replaces))), author, made_at, anchor, content, withdrawn)
    return Revision(_digest(_without_id(open_)), entry, open_.replaces, author, made_at, anchor, content, withdrawn)


def annotation_of(revision: Revision) -> dict[str, object]:
    """Return a revision as an annotation, without ``@context``."""
    found = _without_id(revision)
    found["id"] = _SHA + revision.id
    return found


def revision_of(annotation: object) -> Revision:
    """Return the revision that an annotation, as parsed from JSON, holds.

    Raises:
        NotAnAnnotation: if anything in it is missing, of another type, unknown, too long, unclean, or its id is not
            that of its content.
    """
    members = _object(annotation, "条目")
    target = _object(members.get("target"), "target")
    creator = _object(members.get("creator"), "creator")
    replaced = members.get("eitc:replaces")
    if not isinstance(replaced, list) or len(cast("list[object]", replaced)) > MOST_REPLACED:
        _refuse("eitc:replaces")
    revision = Revision(
        _urn(members.get("id"), _SHA, SHA_FORM),
        _urn(members.get("eitc:entry"), _UUID, UUID_FORM),
        tuple(_urn(one, _SHA, SHA_FORM) for one in cast("list[object]", replaced)),
        Person(
            _line(creator.get("name"), "creator"),
            _line(creator.get("eitc:office"), "eitc:office"),
            _urn(creator.get("id"), _UUID, UUID_FORM),
        ),
        _time(members.get("created")),
        _anchor(target),
        _content(members),
        _flag(members.get("eitc:withdrawn", False)),
    )
    expected = _without_id(revision)
    if len(members) != len(expected) + 1 or any(members.get(key) != value for key, value in expected.items()):
        _refuse(_first_difference(members, expected))
    if revision.id != _digest(expected):
        raise NotAnAnnotation(Phrase("Review", "条目的内容与其编号不符，可能被改动过"))
    if list(revision.replaces) != sorted(set(revision.replaces)):
        _refuse("eitc:replaces")
    return revision


def kind_of(content: Content) -> str:
    """Return the word by which a kind of content is written."""
    return _KINDS[type(content)]


def _without_id(revision: Revision) -> dict[str, object]:
    author, content = revision.author, revision.content
    kind = kind_of(content)
    texts, values = _parts(content)
    members: dict[str, object] = {
        "type": "Annotation",
        "motivation": _MOTIVATIONS[kind],
        "creator": {"type": "Person", "id": _UUID + author.key, "name": author.name, "eitc:office": author.office},
        "created": revision.made_at,
        "body": [_body(purpose, words) for purpose, words in texts if words],
        "target": _target(revision.anchor),
        "eitc:entry": _UUID + revision.entry,
        "eitc:replaces": [_SHA + one for one in revision.replaces],
        "eitc:kind": kind,
        "eitc:content": values,
    }
    if revision.withdrawn:
        members["eitc:withdrawn"] = True
    return members


def _digest(annotation: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(annotation)).hexdigest()


def _body(purpose: str, words: str) -> dict[str, object]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain", "language": "zh"}


def _target(anchor: Anchor) -> dict[str, object]:
    target: dict[str, object] = {"source": _SHA + anchor.provision, "eitc:clause": anchor.clause}
    if anchor.ref is not None:
        target["eitc:fact"] = _ref_words(anchor.ref)
    if not anchor.is_whole:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
        ]
    return target


def _parts(content: Content) -> tuple[tuple[tuple[str, str], ...], dict[str, object]]:
    """Return the texts of *content* with their purposes, and its other values."""
    match content:
        case Opinion():
            texts = (("commenting", content.text), ("editing", content.proposed), ("describing", content.reason))
            return texts, {
                "category": content.category.value,
                "office": content.office,
                "person": content.person,
                "on_behalf": content.on_behalf,
            }
        case NoOpinion():
            values = {"office": content.office, "person": content.person, "on_behalf": content.on_behalf}
            return (("commenting", content.note),), dict[str, object](values)
        case Reply():
            return (("replying", content.text),), {"to": _UUID + content.to, "no_objection": content.no_objection}
        case Handling():
            return (("moderating", content.explanation),), {
                "of": _UUID + content.of,
                "adoption": content.adoption.value,
                "handler": content.handler,
            }
        case Verdict():
            return (("assessing", content.reason),), {
                "unit": _unit_words(content.unit),
                "stance": content.stance.value,
                "proposed": _unit_words(content.proposed),
            }
        case Scenario():
            return (("describing", content.note),), {"name": content.name}
        case Allotment():
            row, column = content.row, content.column
            return (), {
                "scenario": _UUID + content.scenario,
                "row": {"kind": row.kind.value, "unit": _unit_words(row.unit), "body": row.body},
                "column": {
                    "quota": column.quota,
                    "label": column.label,
                    "post": None if column.post is None else column.post.value,
                },
                "count": content.count,
            }
        case AskedOffice():
            return (), {"name": content.name}


def _content(members: Mapping[str, object]) -> Content:
    values = _object(members.get("eitc:content"), "eitc:content")
    texts = _texts(members.get("body"))
    match members.get("eitc:kind"):
        case "opinion":
            return Opinion(
                OpinionCategory(_word(values.get("category"), OpinionCategory)),
                texts.get("commenting", ""),
                texts.get("editing", ""),
                texts.get("describing", ""),
                _line(values.get("office"), "office"),
                _line(values.get("person"), "person"),
                _flag(values.get("on_behalf")),
            )
        case "no_opinion":
            return NoOpinion(
                _line(values.get("office"), "office"),
                _line(values.get("person"), "person"),
                _flag(values.get("on_behalf")),
                texts.get("commenting", ""),
            )
        case "reply":
            to = _urn(values.get("to"), _UUID, UUID_FORM)
            return Reply(to, texts.get("replying", ""), _flag(values.get("no_objection")))
        case "handling":
            return Handling(
                _urn(values.get("of"), _UUID, UUID_FORM),
                Adoption(_word(values.get("adoption"), Adoption)),
                texts.get("moderating", ""),
                _line(values.get("handler"), "handler"),
            )
        case "verdict":
            return Verdict(
                _unit(values.get("unit")),
                Stance(_word(values.get("stance"), Stance)),
                texts.get("assessing", ""),
                _unit(values.get("proposed")),
            )
        case "scenario":
            return Scenario(_line(values.get("name"), "name"), texts.get("describing", ""))
        case "allotment":
            return _allotment(values)
        case "asked_office":
            return AskedOffice(_line(values.get("name"), "name"))
        case _:
            _refuse("eitc:kind")


def _allotment(values: Mapping[str, object]) -> Allotment:
    row = _object(values.get("row"), "row")
    column = _object(values.get("column"), "column")
    post, count = column.get("post"), values.get("count")
    return Allotment(
        _urn(values.get("scenario"), _UUID, UUID_FORM),
        AllotmentRow(RowKind(_word(row.get("kind"), RowKind)), _unit(row.get("unit")), _line(row.get("body"), "body")),
        AllotmentColumn(
            _whole(column.get("quota"), _LARGEST),
            _line(column.get("label"), "label"),
            None if post is None else Post(_word(post, Post)),
        ),
        None if count is None else _whole(count, MOST_POSTS),
    )


def _anchor(target: Mapping[str, object]) -> Anchor:
    provision = _urn(target.get("source"), _SHA, SHA_FORM)
    clause = _line(target.get("eitc:clause"), "eitc:clause")
    fact = target.get("eitc:fact")
    ref = None if fact is None else _ref(fact)
    if "selector" not in target:
        return Anchor(provision, ref, clause, Span(0, 0), "", "", "")
    selectors = target["selector"]
    if not isinstance(selectors, list) or len(cast("list[object]", selectors)) != 2:
        _refuse("selector")
    quote, position = (_object(one, "selector") for one in cast("list[object]", selectors))
    exact = _text(quote.get("exact"))
    start, end = _whole(position.get("start"), _LARGEST), _whole(position.get("end"), _LARGEST)
    if not exact or start > end:
        _refuse("selector")
    return Anchor(
        provision, ref, clause, Span(start, end), exact, _text(quote.get("prefix")), _text(quote.get("suffix"))
    )


def _texts(bodies: object) -> dict[str, str]:
    """Return the bodies by purpose; their other members are held against ours when all is compared."""
    if not isinstance(bodies, list):
        _refuse("body")
    found: dict[str, str] = {}
    for body in cast("list[object]", bodies):
        members = _object(body, "body")
        purpose = members.get("purpose")
        if not isinstance(purpose, str) or purpose in found:
            _refuse("purpose")
        found[purpose] = _text(members.get("value"))
    return found


def _object(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        _refuse(what)
    return cast("Mapping[str, object]", value)


def _line(value: object, what: str) -> str:
    if not isinstance(value, str):
        _refuse(what)
    if not is_plain_line(value):
        _refuse_unclean(what)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        _refuse("body")
    if not is_plain_text(value):
        _refuse_unclean("body")
    return value


def _urn(value: object, scheme: str, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not value.startswith(scheme) or not form.match(value, len(scheme)):
        _refuse(scheme)
    return value[len(scheme) :]


def _time(value: object) -> str:
    if not isinstance(value, str) or not TIME.match(value):
        _refuse("created")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):  # 1 would be equal to True
        _refuse("on_behalf")
    return value


def _whole(value: object, limit: int) -> int:
    if type(value) is not int or not 0 <= value <= limit:  # True is an int, too
        _refuse("数字")
    return value


def _word(value: object, words: type[OpinionCategory | Adoption | Stance | Post | RowKind]) -> str:
    if not isinstance(value, str) or value not in words._value2member_map_:
        _refuse(words.__name__)
    return value


def _ref_words(ref: FactRef) -> str:
    return f"{ref.kind.value}:{ref.index}:{ref.part}:{ref.sub}"


def _ref(value: object) -> FactRef:
    parts = value.split(":") if isinstance(value, str) and len(value) < 64 else []
    if (
        len(parts) != 4
        or parts[0] not in FactKind._value2member_map_
        or not all(one.isdecimal() and one.isascii() and len(one) < 10 for one in parts[1:])
    ):
        _refuse("eitc:fact")
    return FactRef(FactKind(parts[0]), int(parts[1]), int(parts[2]), int(parts[3]))


def _unit_words(unit: UnitName | None) -> dict[str, object] | None:
    return None if unit is None else {"fact": _ref_words(unit.ref), "name": unit.name}


def _unit(value: object) -> UnitName | None:
    if value is None:
        return None
    members = _object(value, "unit")
    return UnitName(_ref(members.get("fact")), _line(members.get("name"), "name"))


def _first_difference(members: Mapping[str, object], expected: Mapping[str, object]) -> str:
    """Name the first of our members that is missing or not as it ought to be; names of others are never shown."""
    return next((name for name, value in expected.items() if members.get(name) != value), "不认识的成员")
