"""JSON from elsewhere, read strictly: one meaning, bounded depth, whole numbers, and texts that are texts."""

from __future__ import annotations

import json
from typing import NoReturn

MAX_DEPTH = 16
"""Objects and lists within each other; a package has half as many."""

_MOST_BRACKETS, _MOST_COMMAS = 4_000_000, 16_000_000  # so that what is parsed fits into memory
_LONGEST_NUMBER = 15  # digits, all of which every reader of JSON keeps
_OPENING, _CLOSING = b"{[", b"}]"
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(_OPENING + _CLOSING))


def strictly_parsed(data: bytes) -> object:
    """Return what the JSON *data* holds.

    Raises:
        ValueError: if it isn't UTF-8 JSON, is nested deeper than ``MAX_DEPTH``, names a member twice, or holds a number
            that isn't whole, one that is too long, or half of a surrogate pair.
    """
    if too_deep(data) or data.count(b",") > _MOST_COMMAS:
        raise ValueError("nested too deeply, or too much")
    value: object = json.loads(
        data.decode(),
        object_pairs_hook=_object,
        parse_float=_refuse,
        parse_constant=_refuse,
        parse_int=_whole,
    )
    if b"\\u" in data:  # half of a pair can only be written as an escape
        json.dumps(value, ensure_ascii=False).encode()
    return value


def too_deep(data: bytes) -> bool:
    """Say whether objects and lists in the JSON *data* are nested deeper than ``MAX_DEPTH``, without parsing it."""
    count = data.count(b"{") + data.count(b"[")
    if count <= MAX_DEPTH:
        return False
    if count > _MOST_BRACKETS:
        return True
    # Without escapes every quotation mark begins or ends a text, so that every other piece is outside of texts.
    outside = data.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2]
    depth = 0
    for bracket in b"".join(outside).translate(None, _ALL_BUT_BRACKETS):
        depth += 1 if bracket in _OPENING else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a member is named twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number is too long")
    return int(digits)


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"not a whole number: {number}")
