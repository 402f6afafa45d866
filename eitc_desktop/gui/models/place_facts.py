"""The facts made of one place in the text, or of one clause, as a Qt model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.tooltips import plain_tooltip
from eitc_desktop.gui.wording import fact_kind_name, labelled, role_name
from eitc_desktop.model.facts import Fact, FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing, place_of

_ROOT = QModelIndex()
_TIP = 48  # characters of a fact's words in a tip


class PlaceRole(IntEnum):
    """What a row says of itself beside its columns."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef


# a view asks for every look a cell might have, several times for each that it paints
_ROLES = frozenset(
    {
        int(role)
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            PlaceRole.REF,
        )
    }
)


class PlaceColumn(IntEnum):
    """The columns: what kind of fact, its words in the text, and its clause."""

    KIND = 0
    WORDS = 1
    PLACE = 2


class PlaceFactsModel(QAbstractTableModel):
    """Facts whose span holds one character, the narrowest first, or all that lie within a clause, as the text has them.

    Chapters, which hold everything, are left out.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision: Provision | None = None
        self._map = FactMap(())
        self._citing: Citing | None = None
        self._here: tuple[Fact, ...] = ()
        self._clause: Span | None = None

    @property
    def map(self) -> FactMap:
        """The facts by place."""
        return self._map

    @property
    def clause(self) -> Span | None:
        """The clause whose facts are listed, None where they are those of one character."""
        return self._clause

    def set_provision(self, provision: Provision, citing: Citing) -> None:
        """Take the facts of *provision*, which *citing* has; no place is chosen yet."""
        self.beginResetModel()
        self._provision = provision
        self._citing = citing
        self._map = FactMap(citing.facts)
        self._here = ()
        self._clause = None
        self.endResetModel()

    def span_of(self, ref: FactRef) -> Span | None:
        """Return where *ref* stands in the text (code points), None for a fact of another provision."""
        return self._citing.fact(ref).span if self._citing is not None and ref in self._citing else None

    def facts_at(self, point: int) -> tuple[Fact, ...]:
        """Return the facts made of the character behind code point offset *point*, or else before it."""
        return self._map.at(point) or self._map.at(point - 1)

    def words_at(self, point: int) -> tuple[str, ...]:
        """Return kind and words, cut short, of each fact made of the character behind *point*."""
        if self._provision is None:
            return ()
        rows: list[str] = []
        for fact in self._map.at(point):
            words = self._cell(self._provision, fact, PlaceColumn.WORDS)
            short = words if len(words) <= _TIP else f"{words[:_TIP]}…"
            rows.append(labelled(fact_kind_name(fact.ref.kind), short))
        return tuple(rows)

    def set_place(self, point: int) -> None:
        """List the facts made of the character behind code point offset *point*, or else before it."""
        self._clause = None
        self._list(self.facts_at(point))

    def set_clause(self, span: Span) -> None:
        """List the facts made of the clause at *span*."""
        self._clause = span
        self._list(self._map.within(span))

    def row_of(self, ref: FactRef) -> int:
        """Return the row that lists *ref*, -1 if none does."""
        return next((row for row, fact in enumerate(self._here) if fact.ref == ref), -1)

    def _list(self, facts: tuple[Fact, ...]) -> None:
        if facts == self._here:
            return
        self.beginResetModel()
        self._here = facts
        self.endResetModel()

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
        """Return the number of facts listed."""
        return 0 if parent.isValid() else len(self._here)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(PlaceColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the fact's address under ``PlaceRole.REF``."""
        if role not in _ROLES or not index.isValid() or self._provision is None:
            return None
        fact = self._here[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(self._provision, fact, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._cell(self._provision, fact, index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(self._cell(self._provision, fact, column) for column in PlaceColumn)
            case _:
                return fact.ref
