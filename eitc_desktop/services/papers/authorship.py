"""Whose an entry is after others had a hand in it: who wrote its words, chose its place, or took it back.

Anybody may change or withdraw anybody's entry. On paper no words are said to be somebody's who didn't write them, and
what an office said is gone only if its own author took it back.
"""

from __future__ import annotations

from collections.abc import Callable

from eitc_desktop.model.review import Person, Revision
from eitc_desktop.reviewing.review import Entry, Review


def rewriter_of(entry: Entry, draft: Revision) -> Person | None:
    """Return who wrote what *draft* says, where that isn't who made the entry and its author hasn't taken it up."""
    return _first_with(entry, lambda state: state.content == draft.content)


def mover_of(entry: Entry, draft: Revision) -> Person | None:
    """Return who put the entry where *draft* has it, where that isn't who made it."""
    return _first_with(entry, lambda state: state.anchor == draft.anchor)


def withdrawer_of(entry: Entry) -> Person | None:
    """Return who withdrew an entry: its author, if it was the author too; None for one in force."""
    if not entry.withdrawn:
        return None
    own = any(head.author.key == entry.author.key for head in entry.heads)
    return entry.author if own else entry.current.author


def taken_from_author(entry: Entry) -> bool:
    """Whether somebody else than its author withdrew an entry."""
    who = withdrawer_of(entry)
    return who is not None and who.key != entry.author.key


def answers_of(review: Review) -> tuple[Entry, ...]:
    """Return the entries in force and those that somebody else than their author withdrew, in the text's order."""
    return tuple(entry for entry in review.entries if not entry.withdrawn or taken_from_author(entry))


def _first_with(entry: Entry, fits: Callable[[Revision], bool]) -> Person | None:
    authors = [state.author for state in entry.history if fits(state)]
    own = any(author.key == entry.author.key for author in authors)
    return None if own or not authors else authors[0]
