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
    revision_of,
)
from eitc_desktop.reviewing.cleaning import is_plain_text
from eitc_desktop.reviewing.strict_json import too_deep


class _Pieces(NamedTuple):
    """A line in its pieces of JSON, as they stand one behind the other."""

    body: str
    created: str
    creator: str
    content: str
    entry: str
    kind: str
    replaces: str  # with what tells that the entry is withdrawn
    id: str
    motivation: str
    target: bytes  # by far the longest, and hardly ever new: it isn't even decoded


_BODY = '{"body":'
_CREATED = ',"created":"'
_CREATOR = '","creator":'
_CONTENT = ',"eitc:content":'
_ENTRY = ',"eitc:entry":"urn:uuid:'
_KIND = '","eitc:kind":"'
_REPLACES = '","eitc:replaces":'
_ID = ',"id":"urn:sha256:'
_MOTIVATION = '","motivation":"'
_TARGET = b'","target":'
_END = b',"type":"Annotation"}'
_MARKS = tuple((mark, len(mark)) for mark in (_CREATED, _CREATOR, _CONTENT, _ENTRY, _KIND, _REPLACES, _ID, _MOTIVATION))
_BEHIND_ID = len(_MOTIVATION) + len(_TARGET) + len(_END)

_SHA_LENGTH, _UUID_LENGTH = 64, 36

_NO_REPLACES = "[]"
_WITHDRAWN = ',"eitc:withdrawn":true'
_REPLACED = '"urn:sha256:'

_TEXT = '{"format":"text/plain","language":"zh","purpose":"'
_VALUE = '","type":"TextualBody","value":"'
_NEXT_TEXT = f'"}},{_TEXT}'
_UUID = '"urn:uuid:'
_COUNT = '},"count":'
_ROW = ',"row":'

_PURPOSES: dict[type[Content], tuple[str, ...]] = {
    Opinion: ("commenting", "editing", "describing"),
    NoOpinion: ("commenting",),
    Reply: ("replying",),
    Handling: ("moderating",),
    Verdict: ("assessing",),
    Scenario: ("describing",),
    Allotment: (),
    AskedOffice: (),
}
_ABOUT_AN_ENTRY = frozenset({"reply", "handling", "allotment"})
"""Kinds whose content ends with the id of another entry."""


class LineReader:
    """Reads many lines, and knows again what it has read before."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._anchors: dict[bytes, Anchor] = {}
        self._contents: dict[tuple[str, str, str], Content] = {}

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
        author, anchor = self._people.get(pieces.creator), self._anchors.get(pieces.target)
        if author is None or anchor is None or not TIME.match(pieces.created) or not UUID_FORM.match(pieces.entry):
            return None
        replaced, content = _replaced(pieces.replaces), self._content(pieces)
        if replaced is None or content is None:
            return None
        at = len(line) - len(pieces.target) - len(pieces.motivation) - _BEHIND_ID
        without_id = line[: at - _SHA_LENGTH - len(_ID)] + line[at + 1 :]
        if hashlib.sha256(without_id).hexdigest() != pieces.id:
            return None
        return Revision(
            pieces.id, pieces.entry, replaced[0], author, pieces.created, anchor, content, withdrawn=replaced[1]
        )

    def _content(self, pieces: _Pieces) -> Content | None:
        own = _own_of(pieces)
        known = None if own is None else self._contents.get((pieces.kind, pieces.motivation, own.rest))
        if known is None or own is None:
            return None
        texts = _texts(pieces.body, _PURPOSES[type(known)])
        return None if texts is None else _filled(known, texts, own)

    def _read(self, line: bytes, pieces: _Pieces | None) -> Revision:
        """Read a line the slow way, and remember its pieces."""
        if too_deep(line):
            raise ValueError("nested too deeply")
        annotation = json.loads(line.decode())
        revision = revision_of(annotation)
        own = None if pieces is None else _own_of(pieces)
        if pieces is None or own is None or canonical(annotation) != line:
            raise ValueError("not canonical JSON")
        self._people[pieces.creator] = revision.author
        self._anchors[pieces.target] = revision.anchor
        self._contents[pieces.kind, pieces.motivation, own.rest] = revision.content
        return revision


def line_of(revision: Revision) -> bytes:
    """Return the line that tells *revision*."""
    return canonical(annotation_of(revision))


def _pieces_of(line: bytes) -> _Pieces | None:
    """Take a line apart, None where it has another form.

    The marks between the pieces hold quotation marks, so that no text can look like one: there they are escaped.
    """
    end = line.find(_TARGET)
    if end < 0 or not line.endswith(_END):
        return None
    head = line[:end].decode()
    if not head.startswith(_BODY):
        return None
    pieces: list[str] = []
    at = len(_BODY)
    for mark, length in _MARKS:
        found = head.find(mark, at)
        if found < 0:
            return None
        pieces.append(head[at:found])
        at = found + length
    body, created, creator, content, entry, kind, replaces, id_ = pieces
    if len(id_) != _SHA_LENGTH:
        return None
    target = line[end + len(_TARGET) : -len(_END)]
    return _Pieces(body, created, creator, content, entry, kind, replaces, id_, head[at:], target)


class _Own(NamedTuple):
    """What of a content is its own: the entry it is about and a number; the ``rest`` others may have, too."""

    rest: str
    entry: str
    posts: int | None


def _own_of(pieces: _Pieces) -> _Own | None:
    content = pieces.content
    if pieces.kind not in _ABOUT_AN_ENTRY:
        return _Own(content, "", None)
    rest, entry = content[: -_UUID_LENGTH - 2], content[-_UUID_LENGTH - 2 : -2]
    if not rest.endswith(_UUID) or not content.endswith('"}') or not UUID_FORM.match(entry):
        return None
    if pieces.kind != "allotment":
        return _Own(rest, entry, None)
    column, _, behind = rest.partition(_COUNT)
    number, _, row = behind.partition(_ROW)
    if number == "null":
        return _Own(f"{column}{_ROW}{row}", entry, None)
    if not number.isdecimal() or len(number) > len(str(MOST_POSTS)) or str(int(number)) != number:
        return None
    return _Own(f"{column}{_ROW}{row}", entry, int(number)) if int(number) <= MOST_POSTS else None


def _replaced(piece: str) -> tuple[tuple[str, ...], bool] | None:
    """The ids of the states that are replaced, and whether the entry is withdrawn."""
    listed = piece.removesuffix(_WITHDRAWN)
    withdrawn = listed != piece
    if listed == _NO_REPLACES:
        return (), withdrawn
    if not listed.startswith(f"[{_REPLACED}") or not listed.endswith('"]'):
        return None
    ids = listed[1 + len(_REPLACED) : -2].split(f'",{_REPLACED}')
    good = len(ids) <= MOST_REPLACED and all(map(SHA_FORM.match, ids)) and ids == sorted(set(ids))
    return (tuple(ids), withdrawn) if good else None


def _texts(body: str, purposes: tuple[str, ...]) -> list[str] | None:
    """The text for each of *purposes*, empty where none is told; None where the piece of JSON is not as it must be."""
    texts = [""] * len(purposes)
    if body == "[]":
        return texts
    if not body.startswith(f"[{_TEXT}") or not body.endswith('"}]'):
        return None
    following = 0
    for told in body[1 + len(_TEXT) : -3].split(_NEXT_TEXT):
        purpose, _, value = told.partition(_VALUE)
        if purpose not in purposes[following:] or not (text := _text(value)):
            return None
        at = purposes.index(purpose)
        texts[at], following = text, at + 1
    return texts


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
