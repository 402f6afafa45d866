"""What was entered in this window, step by step, so that it can be undone and done again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eitc_desktop.model.review import Anchor, Content, Revision
from eitc_desktop.services.reviews.session import Change, ReviewSession


@dataclass(frozen=True, slots=True)
class StepPart:
    """The states of one entry that stood before and after: none before where it was new, several in 两稿并存."""

    before: tuple[Revision, ...]
    after: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What was saved at once; ``words`` say what it was."""

    words: str
    parts: tuple[StepPart, ...]


class Steps:
    """The steps that can be undone, and those undone. Undoing is entering what was there before: nothing is lost."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def last(self) -> Step | None:
        """What would be undone next."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """What would be done again next."""
        return self._undone[-1] if self._undone else None

    def note(self, step: Step) -> None:
        """Take note of a new step; what was undone can't be done again after it."""
        self._done.append(step)
        self._undone.clear()

    def note_undone(self, made: tuple[Revision, ...]) -> None:
        """Take note that the last step was undone by the revisions *made*."""
        step = self._done.pop()
        self._undone.append(_turned(step, made))

    def note_redone(self, made: tuple[Revision, ...]) -> None:
        """Take note that the next step was done again by the revisions *made*."""
        step = self._undone.pop()
        self._done.append(_turned(step, made))

    def drop_last(self) -> None:
        """Forget the last step, which can't be undone any more."""
        self._done.pop()

    def drop_next(self) -> None:
        """Forget the next step, which can't be done again any more."""
        self._undone.pop()


def step_of(words: str, before: Mapping[str, tuple[Revision, ...]], made: Iterable[Revision]) -> Step:
    """Return the step by which entries that stood as *before* got the states *made*."""
    return Step(words, tuple(StepPart(before.get(entry, ()), after) for entry, after in _by_entry(made).items()))


def backward(step: Step, session: ReviewSession) -> tuple[Change, ...] | None:
    """Return the changes that undo *step*; None where an entry in it has been changed elsewhere since."""
    if not all(_stands(session.heads(part.after[0].entry), part.after) for part in step.parts):
        return None
    changes: list[Change] = []
    for part in reversed(step.parts):
        if part.before:  # of drafts that stood side by side each comes back
            changes += [Change(part.after[0].entry, *state) for state in dict.fromkeys(map(_state, part.before))]
        else:
            after = part.after[-1]
            changes.append(Change(after.entry, after.anchor, after.content, withdrawn=True))
    return tuple(changes)


def _state(revision: Revision) -> tuple[Anchor, Content, bool]:
    return revision.anchor, revision.content, revision.withdrawn


def _stands(heads: tuple[Revision, ...], after: tuple[Revision, ...]) -> bool:
    """Say whether an entry is as *after* left it: by its state, for a step undone later has come back to it since."""
    return {_state(head) for head in heads} == {_state(one) for one in after}


def _turned(step: Step, made: tuple[Revision, ...]) -> Step:
    """Return the step that goes the other way, whose ``after`` is what was just made."""
    now = _by_entry(made)
    parts = tuple(StepPart(part.after, now.get(part.after[0].entry, part.after)) for part in step.parts)
    return Step(step.words, parts)


def _by_entry(revisions: Iterable[Revision]) -> dict[str, tuple[Revision, ...]]:
    found: dict[str, tuple[Revision, ...]] = {}
    for revision in revisions:
        found[revision.entry] = (*found.get(revision.entry, ()), revision)
    return found
