"""One typed signal that tells every pane what changed in the library."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from eitc_desktop.model.facts import FactKind, FactRef


class LibraryChange(NamedTuple):
    """What changed: the kinds of fact touched, and which of them; ``refs`` is None when all of these kinds may have."""

    kinds: frozenset[FactKind]
    refs: frozenset[FactRef] | None = None

    @classmethod
    def everything(cls) -> LibraryChange:
        """Return the change that comes with another database: nothing shown before holds any more."""
        return cls(frozenset(FactKind), None)

    def touches(self, ref: FactRef) -> bool:
        """Say whether what *ref* shows may have changed."""
        return ref.kind in self.kinds and (self.refs is None or ref in self.refs)


class LibraryFeed(QObject):
    """Every pane listens here; loading, and later undo, import and merge, speak here."""

    library_changed = Signal(object)  # LibraryChange

    def announce(self, change: LibraryChange) -> None:
        """Tell all listeners about *change*."""
        self.library_changed.emit(change)
