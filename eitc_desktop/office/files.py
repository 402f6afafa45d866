"""What the libraries that write office files leave open: which characters go in, and that bytes follow from content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold (its production Char), the carriage return aside, which parsers read as a line feed."""

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first time a ZIP can tell."""


def legal(words: str) -> str:
    """Return *words* with every character that XML can't hold as U+FFFD, and line ends of any system as "\\n"."""
    return _ILLEGAL.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def without_clock(data: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return the ZIP *data* with its files in the order of their names and no times; *parts* replace some of them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        files = {name: old.read(name) for name in old.namelist()} | dict(parts or {})
        for name in sorted(files):  # [Content_Types].xml comes first, as readers of streams expect
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # as on every system
            new.writestr(entry, files[name])
    return made.getvalue()
