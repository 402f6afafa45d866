"""What the full-text index holds of a text: its pairs of neighbouring characters, and each character once.

Words of Chinese aren't parted by blanks, so a word of two characters or more is looked for as the run of its pairs,
which finds it wherever it stands, and a single character by itself. Both sides are folded alike, character by
character: full and half width, case. Blanks are no characters here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

LONGEST = 64
"""Characters of one word that the index is asked for; what is longer is held against the text itself."""
MOST = 16
"""Words that the index is asked for; the others are held against the text itself."""

_PRIVATE = 0xE000  # the index takes ASCII's marks for gaps: here they have a place among what it takes for letters


@cache
def folded_char(char: str) -> str:
    """Return what *char* is compared as: nothing for a blank, sometimes more than one character (㎡: m2)."""
    return "".join(unicodedata.normalize("NFKC", char).casefold().split())


def folded(words: str) -> str:
    """Return *words* as they are compared: folded, without blanks."""
    return "".join(map(folded_char, words))


def folded_with_places(words: str) -> tuple[str, list[int]]:
    """Return *words* folded, and for each character of that the place in *words* that it comes from."""
    pieces = [folded_char(char) for char in words]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


def asked_words(query: str) -> tuple[str, ...]:
    """Return the words of *query*, folded, each once, in their order."""
    return tuple(dict.fromkeys(word for word in map(folded, query.split()) if word))


def index_columns(words: str) -> tuple[str, str]:
    """Return the pairs and the characters of folded *words*, parted by blanks as the index's two columns hold them."""
    safe = "".join(map(_safe, words))
    pairs = " ".join(first + second for first, second in pairwise(safe))
    return pairs, " ".join(dict.fromkeys(safe))


def expression(asked: Sequence[str]) -> str | None:
    """Return the index's question for all of the folded words *asked*; None where no text can hold one of them."""
    if not asked or any(_unwritable(word) for word in asked):
        return None
    return " AND ".join(f'"{" ".join(_terms(word[:LONGEST]))}"' for word in asked[:MOST])


def needs_reading(asked: Sequence[str]) -> bool:
    """Say whether the index's answer must be held against the text: it isn't asked for everything."""
    return len(asked) > MOST or any(len(word) > LONGEST for word in asked)


def _terms(word: str) -> Iterable[str]:
    safe = "".join(map(_safe, word))
    return (safe,) if len(safe) == 1 else (safe[at : at + 2] for at in range(len(safe) - 1))


def _safe(char: str) -> str:
    return char if char.isalnum() or ord(char) > 127 else chr(_PRIVATE + ord(char))


def _unwritable(word: str) -> bool:
    """Half of a surrogate pair is no character, and no file holds one."""
    return any(0xD800 <= ord(char) <= 0xDFFF for char in word)
