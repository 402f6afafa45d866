"""The facts made of one place in the text, as a Qt model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.wording import fact_kind_name, labelled, role_name
from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import place_of

_ROOT = QModelIndex()


class PlaceRole(IntEnum):
    """What a row says of itself beside its columns."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef


class PlaceColumn(IntEnum):
    """The columns: what kind of fact, its words in the text, and its clause."""

    KIND = 0
    WORDS = 1
    PLACE = 2


class PlaceFactsModel(QAbstractTableModel):
    """Facts whose span holds one character, the narrowest first; chapters, which hold everything, are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision: Provision | None = None
        self._facts: tuple[Fact, ...] = ()
        self._spans: dict[FactRef, Span] = {}
        self._here: tuple[Fact, ...] = ()

    def set_provision(self, provision: Provision) -> None:
        """Take the facts of *provision*; no place is chosen yet."""
        self.beginResetModel()
        facts = facts_of(provision)
        self._provision = provision
        self._spans = {fact.ref: fact.span for fact in facts}
        self._facts = tuple(fact for fact in facts if fact.ref.kind is not FactKind.SECTION)
        self._here = ()
        self.endResetModel()

    def span_of(self, ref: FactRef) -> Span | None:
        """Return where *ref* stands in the text (code points), None for a fact of another provision."""
        return self._spans.get(ref)

    def set_place(self, point: int) -> None:
        """List the facts made of the character behind code point offset *point*, or else before it."""
        here = self._at(point) or self._at(point - 1)
        if tuple(here) == self._here:
            return
        self.beginResetModel()
        self._here = tuple(here)
        self.endResetModel()

    def row_of(self, ref: FactRef) -> int:
        """Return the row that lists *ref*, -1 if none does."""
        return next((row for row, fact in enumerate(self._here) if fact.ref == ref), -1)

    def _at(self, point: int) -> list[Fact]:
        here = [fact for fact in self._facts if fact.span.start <= point < fact.span.end]
        return sorted(here, key=lambda fact: len(fact.span))

    def _cell(self, provision: Provision, fact: Fact, column: int) -> str:
        match column:
            case PlaceColumn.KIND:
                return fact_kind_name(fact.ref.kind)
            case PlaceColumn.WORDS:
                words = " ".join(fact.span.of(provision.text).split())
                if fact.ref.kind is not FactKind.ROLE:
                    return words
                matter = provision.responsibility_splits[fact.ref.index].matters[fact.ref.part]
                role = matter.roles[fact.ref.sub]
                return f"{labelled(role.agency.text, role_name(role))} | {words}"
            case _:
                return place_of(provision, fact.span)

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of facts at the place."""
        return 0 if parent.isValid() else len(self._here)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(PlaceColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the fact's address under ``PlaceRole.REF``."""
        if not index.isValid() or self._provision is None:
            return None
        fact = self._here[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cell(self._provision, fact, index.column())
            case PlaceRole.REF:
                return fact.ref
            case _:
                return None
