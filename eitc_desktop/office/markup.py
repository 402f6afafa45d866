"""XML of office files, written as text: elements, attributes, and words that XML and Excel can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold (its production Char), the carriage return aside, which parsers read as a line feed."""

_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel reads as an escaped character (ECMA-376 part 1, ST_Xstring)."""


def element(name: str, /, *content: str, **attributes: object) -> str:
    """Return an element. *content* is markup already; an attribute that is None is left out, ``r__id`` is ``r:id``."""
    opening = name + "".join(
        f" {key.replace('__', ':')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(content)
    return f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>"


def legal(words: str) -> str:
    """Return *words* with every character that XML can't hold as U+FFFD, and line ends of any system as "\\n"."""
    return _ILLEGAL.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def text(words: str) -> str:
    """Return *words* as character data."""
    return escape(legal(words))


def excel_text(words: str) -> str:
    """Return *words* as character data of Excel, which would take ``_x0041_`` for an A."""
    return escape(_ESCAPE_LIKE.sub("_x005F_", legal(words)))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return legal(str(value))
