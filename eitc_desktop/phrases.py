"""Chinese sentences from below the window that a window may say in another language."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """Words with places {0}, {1}… for values; ``context`` is where translators find them.

    ``tools/i18n.py`` collects them from the code: both arguments are literals.
    """

    context: str
    words: str

    def __str__(self) -> str:
        return self.words


class Sentence(NamedTuple):
    """A phrase with the values for its places: words, numbers, phrases, and sentences and lists of them in turn.

    A window says it in its own language; ``str()`` is the Chinese.
    """

    phrase: Phrase
    values: tuple[object, ...] = ()

    def __str__(self) -> str:
        return self.phrase.words.format(*self.values)


class Listed(NamedTuple):
    """Values in a row, with the mark between them that the language has."""

    values: tuple[object, ...]

    def __str__(self) -> str:
        return "、".join(map(str, self.values))
