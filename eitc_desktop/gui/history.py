"""What was visited, to go back and forward through as in a browser, and the places visited last."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.text import Span

_PASSING = 0.5  # seconds: what is left sooner was passed by on the way, as with an arrow key held down
_MOST = 200  # visits kept
_RECENT = 12
_SPAN = "span"


class Visit(NamedTuple):
    """A fact that was chosen, or a place of the text that was gone to without choosing one."""

    ref: FactRef | None = None
    span: Span | None = None


class History(QObject):
    """Visits in their order, and where among them the window stands. ``clock`` gives seconds."""

    changed = Signal()  # what can be gone to
    visit_requested = Signal(object)  # Visit

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._visits: list[Visit] = []
        self._at = -1
        self._arrived = -math.inf
        self._recent: tuple[Visit, ...] = ()
        self._settled: tuple[Visit, ...] = ()  # the same before the last visit, which may be on the way only
        self._going = False  # the window follows us: that is no visit of its own

    @property
    def can_go_back(self) -> bool:
        """True where something was visited before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True after going back."""
        return self._at < len(self._visits) - 1

    @property
    def recent(self) -> tuple[Visit, ...]:
        """The facts and places visited last, each once, the last one first."""
        return self._recent

    def begin(self, recent: tuple[Visit, ...] = ()) -> None:
        """Forget every visit, as another provision comes in; *recent* is what is remembered of it."""
        self._visits, self._at = [], -1
        self._recent = self._settled = recent[:_RECENT]
        self.changed.emit()

    def go_on_from(self, other: History) -> None:
        """Take over what was visited in another window, and where among it that stands."""
        self._visits, self._at = list(other._visits), other._at
        self._recent = self._settled = other._recent
        self.changed.emit()

    def visit(self, visit: Visit) -> None:
        """Take note of a visit; what could be gone forward to is forgotten."""
        if self._going or visit == self.here:
            return
        now = self._clock()
        passed_by = self._at > 0 and now - self._arrived < _PASSING
        kept = self._visits[: self._at] if passed_by else self._visits[: self._at + 1]
        if not kept or kept[-1] != visit:
            kept.append(visit)
        self._visits = kept[-_MOST:]
        self._at, self._arrived = len(self._visits) - 1, now
        self._remember(visit, instead=passed_by)
        self.changed.emit()

    def go_back(self) -> None:
        """Ask for the visit before."""
        self._go(self._at - 1)

    def go_forward(self) -> None:
        """Ask for the visit that was gone back from."""
        self._go(self._at + 1)

    @property
    def here(self) -> Visit | None:
        """Where the window stands; None before anything was visited."""
        return self._visits[self._at] if self._at >= 0 else None

    def _remember(self, visit: Visit, *, instead: bool) -> None:
        """Put *visit* first, *instead* of the last one: then that is where it was before, or out again."""
        if not instead:
            self._settled = self._recent
        self._recent = (visit, *(other for other in self._settled if other != visit))[:_RECENT]

    def _go(self, to: int) -> None:
        if not 0 <= to < len(self._visits):
            return
        self._at = to
        self._arrived = -math.inf  # nobody passes by what he came back to
        self._going = True
        try:
            self.visit_requested.emit(self._visits[to])
        finally:
            self._going = False
        self.changed.emit()


def words_of(visit: Visit) -> str:
    """Return *visit* in the notation in which it is remembered between sessions."""
    ref, span = visit
    if ref is not None:
        return f"{ref.kind.value}:{ref.index}:{ref.part}:{ref.sub}"
    return "" if span is None else f"{_SPAN}:{span.start}:{span.end}"


def visit_of(words: str) -> Visit | None:
    """Return the fact or place that *words* of :func:`words_of` name; None for anything else."""
    kind, *parts = words.split(":")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    places = [int(part) for part in parts]
    if kind in set(FactKind) and len(places) == 3:
        return Visit(FactRef(FactKind(kind), *places))
    if kind == _SPAN and len(places) == 2 and places[0] < places[1]:
        return Visit(span=Span(*places))
    return None
