"""What was entered in this window, step by step, so that it can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass

from eitc_desktop.model.review import Revision
from eitc_desktop.services.reviews.session import Change, ReviewSession


@dataclass(frozen=True, slots=True)
class StepPart:
    """One entry before and after; ``before`` is None where it was new."""

    before: Revision | None
    after: Revision


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


def backward(step: Step, session: ReviewSession) -> tuple[Change, ...] | None:
    """Return the changes that undo *step*; None where an entry in it has been changed elsewhere since."""
    if not all(_stands(session.heads(part.after.entry), part.after) for part in step.parts):
        return None
    changes: list[Change] = []
    for part in reversed(step.parts):
        if part.before is None:
            after = part.after
            changes.append(Change(after.entry, after.anchor, after.content, withdrawn=True))
        else:
            before = part.before
            changes.append(Change(before.entry, before.anchor, before.content, withdrawn=before.withdrawn))
    return tuple(changes)


def _stands(heads: tuple[Revision, ...], after: Revision) -> bool:
    """Say whether an entry is as *after* left it: by its state, for a step undone later has come back to it since."""
    state = (after.content, after.anchor, after.withdrawn)
    return len(heads) == 1 and (heads[0].content, heads[0].anchor, heads[0].withdrawn) == state


def _turned(step: Step, made: tuple[Revision, ...]) -> Step:
    """Return the step that goes the other way, whose ``after`` is what was just made."""
    now = {revision.entry: revision for revision in made}
    parts = tuple(StepPart(part.after, now.get(part.after.entry, part.after)) for part in step.parts)
    return Step(step.words, parts)
