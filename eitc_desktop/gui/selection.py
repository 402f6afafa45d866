"""The one selection that runs through all panes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from eitc_desktop.model.facts import FactRef


class Selection(QObject):
    """Holds the fact that every pane shows as chosen."""

    fact_selected = Signal(object)  # FactRef

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: FactRef | None = None

    @property
    def current(self) -> FactRef | None:
        """The chosen fact, or None before anything was chosen."""
        return self._current

    def clear(self) -> None:
        """Forget the chosen fact without telling anybody: used when another provision comes in."""
        self._current = None

    def select(self, ref: FactRef) -> None:
        """Choose *ref*. Choosing what is chosen already says nothing, so panes may answer each other freely."""
        if ref == self._current:
            return
        self._current = ref
        self.fact_selected.emit(ref)
