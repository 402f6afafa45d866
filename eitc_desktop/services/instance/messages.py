"""What a second start asks of the window that is open: one line of JSON, small and checked by whoever reads it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase

SHOWN = b"shown\n"  # the answer: the window has come forward and sees to what was asked
MAX_BYTES = 256 * 1024
MOST_FILES = 50
_LONGEST_PATH = 4096  # bytes, as Linux has it
_LONGEST_TOKEN = 1000
_VERSION = 1


class BadMessage(Exception):
    """The bytes are no request."""


class Request(NamedTuple):
    """Come forward, and offer to take in *reviews*, absolute paths; none to come forward only.

    *token* is what the desktop gave the second start, so that the window may take the keyboard; empty for nothing.
    """

    reviews: tuple[Path, ...] = ()
    token: str = ""


def token_of(environment: Mapping[str, str]) -> str:
    """Return what the desktop gave this start of the program, for a window to come forward with."""
    token = environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID") or ""
    return token if _is_token(token) else ""


def line_of(request: Request) -> bytes:
    """Return *request* as it is sent.

    Raises:
        EitcError: if it asks for more than is read.
    """
    import json

    names = [os.fsencode(path).decode("utf-8", "surrogateescape") for path in request.reviews]
    line = json.dumps({"version": _VERSION, "reviews": names, "token": request.token}).encode("ascii") + b"\n"
    if len(names) > MOST_FILES or len(line) > MAX_BYTES:
        raise EitcError(Phrase("Instance", "一次最多打开 {0} 个审阅包，请分几次打开"), MOST_FILES)
    return line


def request_in(line: bytes) -> Request:
    """Return the request that *line* is.

    Raises:
        BadMessage: if it is none.
    """
    import json

    try:
        found = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise BadMessage from error
    if not isinstance(found, dict):
        raise BadMessage
    values = cast("dict[str, object]", found)
    names, token = values.get("reviews"), values.get("token")
    if values.get("version") != _VERSION or not isinstance(names, list) or not isinstance(token, str):
        raise BadMessage
    listed = cast("list[object]", names)
    if len(listed) > MOST_FILES or not _is_token(token):
        raise BadMessage
    return Request(tuple(map(_path_in, listed)), token)


def _path_in(name: object) -> Path:
    if not isinstance(name, str) or "\0" in name:
        raise BadMessage
    try:
        raw = name.encode("utf-8", "surrogateescape")
        path = Path(os.fsdecode(raw))
    except UnicodeError as error:
        raise BadMessage from error
    if len(raw) > _LONGEST_PATH or not path.is_absolute():
        raise BadMessage
    return path


def _is_token(word: str) -> bool:
    return len(word) <= _LONGEST_TOKEN and word.isascii() and (word.isprintable() or not word)
