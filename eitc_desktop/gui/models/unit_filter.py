"""Which rows of the agency's tree are shown: those that answer what was typed, with the rows they stand under."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from eitc_desktop.gui.models.unit_tree import UnitRole, UnitTreeModel
from eitc_desktop.model.facts import FactRef
from eitc_desktop.services.matching import asked_words


class UnitFilter(QSortFilterProxyModel):
    """Lets through the units whose names, pinyin, ordinals or numbers hold every word, and whole groups by heading."""

    def __init__(self, units: UnitTreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._asked: tuple[str, ...] = ()
        # look-ups: Qt asks for a row once for each row above it
        self._found: frozenset[FactRef] = frozenset()
        self._in_group: frozenset[FactRef] = frozenset()
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
        self._in_group = self._units.in_group(self._asked)
        self.invalidate()

    def answers(self, index: QModelIndex) -> bool:
        """Say whether a row answers by itself, or by its group where none does, not because one below it does."""
        return bool(self._asked) and index.data(UnitRole.REF) in (self._found or self._in_group)

    # Qt overrides

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a row is shown for its own sake."""
        ref = self._units.ref_at(source_row, source_parent)
        return not self._asked or ref in self._found or ref in self._in_group
