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


class Saying(NamedTuple):
    """A sentence with its values, which may be sayings: in Chinese as ``str``, in a window as its language has it."""

    phrase: Phrase
    values: tuple[object, ...]

    def __str__(self) -> str:
        return self.phrase.words.format(*self.values)
