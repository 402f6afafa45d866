"""Errors that a user can act on. Their text is Chinese, one line, and names a way out."""

from __future__ import annotations


class EitcError(Exception):
    """Base of every expected failure; ``str(error)`` is what the user reads."""


class UnreadableText(EitcError):
    """The file is not there, cannot be read, is too large, or is not text."""


class NotAProvision(EitcError):
    """The text holds no 三定规定: no body, or no chapter that can be read."""


class DatabaseError(EitcError):
    """The database cannot be used as it is; subclasses in ``store/`` say why."""
