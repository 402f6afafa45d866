"""Annotations as lines of canonical JSON, read quickly: most of a line stands in other lines, too.

The anchor, the author, and all of the content but its texts are told by few different pieces of JSON. A piece is read
by :func:`annotations.revision_of` where it is met first, with the whole line; where it is met again, it is known. What
differs from line to line (texts, times, ids) is checked here by the same rules. So what comes out is what the slow
way would give, or an error.
"""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from eitc_desktop.model.review import (
    Allotment,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    Person,
    Reply,
    Revision,
    Scenario,
    Verdict,
)
from eitc_desktop.reviewing.annotations import (
    MOST_POSTS,
    MOST_REPLACED,
    SHA_FORM,
    TIME,
    UUID_FORM,
    annotation_of,
    canonical,
    kind_of,
    revision_of,
)
from eitc_desktop.reviewing.cleaning import MAX_TEXT, is_plain_text
from eitc_desktop.reviewing.strict_json import too_deep

_BODY = b'{"body":'
_CREATED = b',"created":"'
_CONTENT = b',"eitc:content":'
_ENTRY = b',"eitc:entry":"urn:uuid:'
_ID = b',"id":"urn:sha256:'
_UUID_LENGTH, _SHA_LENGTH = 36, 64

_KIND = '","eitc:kind":"'
_REPLACES = '","eitc:replaces":'
_REPLACED = '"urn:sha256:'
_WITHDRAWN = ',"eitc:withdrawn":true'

_TEXT = '{"format":"text/plain","language":"zh","purpose":"'
_VALUE = '","type":"TextualBody","value":"'
_BETWEEN = '"},'
_NEXT = f'{_BETWEEN}{{"'
_ABOUT = b'"urn:uuid:'
_COUNT = b'},"count":'
_ROW = b',"row":'


def _beginnings(*purposes: str) -> tuple[str, ...]:
    return tuple(f"{_TEXT}{purpose}{_VALUE}" for purpose in purposes)


_BEGINNINGS: dict[type[Content], tuple[str, ...]] = {
    Opinion: _beginnings("commenting", "editing", "describing"),
    NoOpinion: _beginnings("commenting"),
    Reply: _beginnings("replying"),
    Handling: _beginnings("moderating"),
    Verdict: _beginnings("assessing"),
    Scenario: _beginnings("describing"),
    Allotment: (),
    AskedOffice: (),
}
"""What stands before each text of a content, in the order in which they are told."""

_ABOUT_AN_ENTRY = frozenset({"reply", "handling", "allotment"})
"""Kinds whose content ends with the id of another entry."""


class _Pieces(NamedTuple):
    """A line in pieces of JSON, as they stand one behind the other; what stands between them is always the same."""

    body: bytes
    created: bytes
    creator: bytes
    content: bytes  # but its texts
    entry: bytes
    state: bytes  # the kind, what it replaces, and whether it is withdrawn
    id: bytes
    end: bytes  # why it was made (which the kind tells, too) and the anchor: most of the line, hardly ever new


class _Known(NamedTuple):
    """What a content tells; another one that is like it but for values of its own tells the same but for them."""

    content: Content
    kind: str
    motivation: str


class _State(NamedTuple):
    kind: str
    replaces: tuple[str, ...]
    withdrawn: bool


class _Own(NamedTuple):
    """What of a content is its own: the entry it is about and a number; the ``rest`` others may have, too."""

    rest: bytes
    entry: str
    posts: int | None


class LineReader:
    """Reads many lines, and knows again what it has read before."""

    def __init__(self) -> None:
        self._people: dict[bytes, Person] = {}
        self._contents: dict[bytes, _Known] = {}
        self._states: dict[bytes, _State] = {}
        self._ends: dict[bytes, tuple[Anchor, str]] = {}

    def revision(self, line: bytes) -> Revision:
        """Return the revision that *line*, one annotation in canonical JSON, tells.

        Raises:
            NotAnAnnotation: as ``annotations.revision_of``.
            ValueError: if the line is no JSON, or not canonical.
        """
        pieces = _pieces_of(line)
        return (None if pieces is None else self._known(line, pieces)) or self._read(line, pieces)

    def _known(self, line: bytes, pieces: _Pieces) -> Revision | None:
        """The revision made of pieces that are known; None where one is not, or where anything is amiss."""
        body, created, creator, content, entry, state_piece, id_, end = pieces
        anchored, author = self._ends.get(end), self._people.get(creator)
        state = self._states.get(state_piece) or _state(state_piece)
        if anchored is None or author is None or state is None:
            return None
        anchor, motivation = anchored
        own = _own_of(content, state.kind)
        known = None if own is None else self._contents.get(own.rest)
        if own is None or known is None or known.kind != state.kind or known.motivation != motivation:
            return None
        texts = _texts(body.decode(), _BEGINNINGS[type(known.content)])
        made_at, entry_id, told = created.decode(), entry.decode(), id_.decode()
        if texts is None or not TIME.match(made_at) or not UUID_FORM.match(entry_id):
            return None
        at = len(line) - len(end)
        without_id = line[: at - _SHA_LENGTH - len(_ID)] + line[at + 1 :]  # a quotation mark ends the id
        if hashlib.sha256(without_id).hexdigest() != told:
            return None
        filled = _filled(known.content, texts, own)
        return Revision(told, entry_id, state.replaces, author, made_at, anchor, filled, state.withdrawn)

    def _read(self, line: bytes, pieces: _Pieces | None) -> Revision:
        """Read a line the slow way, and remember its pieces."""
        if too_deep(line):
            raise ValueError("nested too deeply")
        annotation = json.loads(line.decode())
        revision = revision_of(annotation)
        kind = kind_of(revision.content)
        own = None if pieces is None else _own_of(pieces.content, kind)
        if pieces is None or own is None or canonical(annotation) != line:
            raise ValueError("not canonical JSON")
        motivation = str(annotation["motivation"])
        self._ends[pieces.end] = revision.anchor, motivation
        self._people[pieces.creator] = revision.author
        self._contents[own.rest] = _Known(revision.content, kind, motivation)
        if not revision.replaces:
            self._states[pieces.state] = _State(kind, (), revision.withdrawn)
        return revision


def line_of(revision: Revision) -> bytes:
    """Return the line that tells *revision*."""
    return canonical(annotation_of(revision))


def _pieces_of(line: bytes) -> _Pieces | None:
    """Take a line apart, None where it has another form.

    The marks between the pieces hold quotation marks, so that no text can look like one: there they are escaped.
    """
    created = line.find(_CREATED)
    creator = line.find(b'"', created + len(_CREATED))
    content = line.find(_CONTENT, creator)
    entry = line.find(_ENTRY, content)
    state = entry + len(_ENTRY) + _UUID_LENGTH
    id_ = line.find(_ID, state)
    end = id_ + len(_ID) + _SHA_LENGTH
    if created < 0 or content < 0 or entry < 0 or id_ < 0 or not line.startswith(_BODY):
        return None
    return _Pieces(
        line[len(_BODY) : created],
        line[created + len(_CREATED) : creator],
        line[creator:content],
        line[content:entry],
        line[entry + len(_ENTRY) : state],
        line[state:id_],
        line[id_ + len(_ID) : end],
        line[end:],
    )


def _own_of(content: bytes, kind: str) -> _Own | None:
    if kind not in _ABOUT_AN_ENTRY:
        return _Own(content, "", None)
    rest, entry = content[: -_UUID_LENGTH - 2], content[-_UUID_LENGTH - 2 : -2].decode()
    if not rest.endswith(_ABOUT) or not content.endswith(b'"}') or not UUID_FORM.match(entry):
        return None
    if kind != "allotment":
        return _Own(rest, entry, None)
    column, _, behind = rest.partition(_COUNT)
    number, _, row = behind.partition(_ROW)
    rest = column + _ROW + row
    if number == b"null":
        return _Own(rest, entry, None)
    if not number.isdigit() or len(number) > len(str(MOST_POSTS)) or b"%d" % int(number) != number:
        return None
    return _Own(rest, entry, int(number)) if int(number) <= MOST_POSTS else None


def _state(piece: bytes) -> _State | None:
    """The kind, the ids of the states that are replaced, and whether the entry is withdrawn."""
    words = piece.decode()
    listed = words.removesuffix(_WITHDRAWN)
    kind, _, ids = listed.removeprefix(_KIND).partition(_REPLACES)
    if not words.startswith(_KIND) or not ids.startswith(f"[{_REPLACED}") or not ids.endswith('"]'):
        return None
    replaced = ids[1 + len(_REPLACED) : -2].split(f'",{_REPLACED}')
    good = len(replaced) <= MOST_REPLACED and all(map(SHA_FORM.match, replaced)) and replaced == sorted(set(replaced))
    return _State(kind, tuple(replaced), listed != words) if good else None


def _texts(body: str, beginnings: tuple[str, ...]) -> list[str] | None:
    """The text behind each of *beginnings*, empty where none is told; None where the piece of JSON is amiss."""
    if body == "[]":
        return [""] * len(beginnings)
    if not body.startswith("[") or not body.endswith('"}]'):
        return None
    plain = "\\" not in body and len(body) <= MAX_TEXT and body.isprintable()  # then so is each text in it
    texts: list[str] = []
    at = 1
    for beginning in beginnings:
        text: str | None = ""
        if body.startswith(beginning, at):
            start = at + len(beginning)
            end = body.find(_NEXT, start)
            value = body[start : end if end >= 0 else -3]
            text = value if plain and '"' not in value else _text(value)
            if not text:
                return None
            at = end + len(_BETWEEN) if end >= 0 else len(body)
        texts.append(text)
    return texts if at == len(body) else None


def _text(value: str) -> str | None:
    """The text that stands in JSON as *value*; None where it may not stand there, or not so."""
    text = value
    if "\\" in value or '"' in value or "\n" in value or "\t" in value:
        try:
            found: object = json.loads(f'"{value}"')
        except ValueError:
            return None
        if not isinstance(found, str) or json.dumps(found, ensure_ascii=False) != f'"{value}"':
            return None
        text = found
    return text if is_plain_text(text) else None


def _filled(known: Content, texts: list[str], own: _Own) -> Content:
    """A content like the *known* one, with texts and values of its own."""
    match known:
        case Opinion():
            return Opinion(known.category, texts[0], texts[1], texts[2], known.office, known.person, known.on_behalf)
        case Verdict():
            return Verdict(known.unit, known.stance, texts[0], known.proposed)
        case Reply():
            return Reply(own.entry, texts[0], known.no_objection)
        case Handling():
            return Handling(own.entry, known.adoption, texts[0], known.handler)
        case Allotment():
            return Allotment(own.entry, known.row, known.column, own.posts)
        case Scenario():
            return Scenario(known.name, texts[0])
        case NoOpinion():
            return NoOpinion(known.office, known.person, known.on_behalf, texts[0])
        case AskedOffice():
            return known
