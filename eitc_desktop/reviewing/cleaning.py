"""What words of reviewers may hold. What is typed is cleaned; what comes from elsewhere must be clean already.

Control characters, and those that change the direction of writing, could make words look like other words.
"""

from __future__ import annotations

import re
import unicodedata

MAX_LINE = 120
"""Characters of a name, an office, a scenario's title."""

MAX_TEXT = 20_000
"""Characters of an opinion, a reason, a quoted passage."""

# C0 and C1 controls, directions of writing (UAX #9), separators of lines and paragraphs, the byte order mark,
# surrogates without a partner, and what is no character at all.
_NEVER = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
_INVISIBLE = r"\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\uffa0"
_NOT_IN_TEXT = re.compile(f"[{_NEVER}]")
_NOT_IN_LINE = re.compile(f"[\t\n{_NEVER}{_INVISIBLE}]")
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")


def is_plain_line(words: str, limit: int = MAX_LINE) -> bool:
    """Whether *words* are one line of visible characters, at most *limit* of them, without blanks at the ends."""
    return len(words) <= limit and words == words.strip() and _NOT_IN_LINE.search(words) is None


def is_plain_text(words: str, limit: int = MAX_TEXT) -> bool:
    """Whether *words* are at most *limit* characters of plain text; line feeds and tabs are part of it."""
    # What can be printed has none of those characters, and is told many times as quickly.
    return len(words) <= limit and (words.replace("\n", "").isprintable() or _NOT_IN_TEXT.search(words) is None)


def clean_line(words: str, limit: int = MAX_LINE) -> str:
    """Return what was typed into one line: unseen characters out, white space closed up, no longer than *limit*."""
    plain = _NOT_IN_LINE.sub("", re.sub(r"\s+", " ", _LINE_END.sub(" ", words)))
    return unicodedata.normalize("NFC", plain).strip()[:limit].strip()


def clean_text(words: str, limit: int = MAX_TEXT) -> str:
    """Return what was typed or pasted: line ends as line feeds, no controls, no blanks at the ends."""
    plain = _NOT_IN_TEXT.sub("", _LINE_END.sub("\n", words))
    return unicodedata.normalize("NFC", plain).strip()[:limit].strip()


def quotable(words: str) -> str:
    """Return words of a provision as an anchor quotes them: what no package may hold is left out."""
    return _NOT_IN_TEXT.sub("", words)
