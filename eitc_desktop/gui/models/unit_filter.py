"""Which rows of the agency's tree are shown: those that answer what was typed, with the rows they stand under."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from eitc_desktop.gui.models.unit_tree import UnitRole, UnitTreeModel
from eitc_desktop.model.facts import FactRef
from eitc_desktop.services.matching import asked_words


class UnitFilter(QSortFilterProxyModel):
    """Lets through the units whose names, pinyin, ordinals or numbers hold every word."""

    def __init__(self, units: UnitTreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._asked: tuple[str, ...] = ()
        self._found: frozenset[FactRef] = frozenset()  # a look-up: Qt asks for a row once for each row above it
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(units)

    @property
    def asked(self) -> tuple[str, ...]:
        """The words in force, as they are compared."""
        return self._asked

    def show_words(self, typed: str) -> None:
        """Let through what answers each of the blank-separated words; everything where there are none."""
        self._asked = asked_words(typed)
        self._found = self._units.matching(self._asked)
        self.invalidate()

    def answers(self, index: QModelIndex) -> bool:
        """Say whether a row answers by itself, and not merely because one below it does."""
        return bool(self._asked) and index.data(UnitRole.REF) in self._found

    # Qt overrides

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a row is shown for its own sake."""
        return not self._asked or self._units.ref_at(source_row, source_parent) in self._found
