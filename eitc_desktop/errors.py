"""Errors that a user can act on. Their text is Chinese, one line, and names a way out."""

from __future__ import annotations

from eitc_desktop.phrases import Phrase


class EitcError(Exception):
    """Base of every expected failure; ``str(error)`` is what the user reads.

    *words* is the whole sentence, or a :class:`Phrase` into whose places the *values* go: a window can then say it
    in its own language. A value may be a phrase or an error itself.
    """

    def __init__(self, words: Phrase | str, *values: object) -> None:
        super().__init__(words.words.format(*values) if isinstance(words, Phrase) else words)
        self.phrase = words if isinstance(words, Phrase) else None
        self.values = values


class UnreadableText(EitcError):
    """The file is not there, cannot be read, is too large, or is not text."""


class NotAProvision(EitcError):
    """The text holds no 三定规定: no body, or no chapter that can be read."""


class DatabaseError(EitcError):
    """The database cannot be used as it is; subclasses in ``store/`` say why."""
