"""A shadow of the text, character for character, with one form for each mark: patterns are matched on it.

Offices mix half and full width. The text itself is never changed, since quotations must be the document's own;
the shadow has the same length, so that a position in one is a position in the other.
"""

from __future__ import annotations

import re

_FORMS = {
    **{chr(ord("０") + i): chr(ord("0") + i) for i in range(10)},
    **dict(zip("(),:;!?｡．､", "（），：；！？。.、", strict=True)),
    **dict.fromkeys("\u3000\u00a0\t\u2002\u2003\u2009\u200b\ufeff", " "),
    **dict.fromkeys("－—–−﹣‐‑～~", "-"),
    **dict(zip("﹝﹞［］[]", "〔〕〔〕〔〕", strict=True)),
}
_TABLE = str.maketrans(_FORMS)
# A dot after a Chinese character or a closing mark ends a sentence; after a digit it marks an ordinal.
_STOP = re.compile(r"(?<=[\u4e00-\u9fff）》”\"])\.(?![0-9])")
_THOUSANDS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """Return *text* with marks, brackets, digits and spaces in one form each; the length stays the same."""
    folded = text.translate(_TABLE)
    folded = _STOP.sub("。", folded)
    return _THOUSANDS.sub(",", folded)
