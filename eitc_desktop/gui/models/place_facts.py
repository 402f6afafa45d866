"""The facts made of one place in the text, as a Qt model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.wording import fact_kind_name
from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span

_ROOT = QModelIndex()


class PlaceRole(IntEnum):
    """What a row says of itself beside its sentence (DisplayRole: kind and words)."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef
    KIND = Qt.ItemDataRole.UserRole + 2  # str
    WORDS = Qt.ItemDataRole.UserRole + 3  # str


class PlaceFactsModel(QAbstractListModel):
    """Facts whose span holds one character, the narrowest first; chapters, which hold everything, are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._facts: tuple[Fact, ...] = ()
        self._spans: dict[FactRef, Span] = {}
        self._here: tuple[Fact, ...] = ()

    def set_provision(self, provision: Provision) -> None:
        """Take the facts of *provision*; no place is chosen yet."""
        self.beginResetModel()
        facts = facts_of(provision)
        self._text = provision.text
        self._spans = {fact.ref: fact.span for fact in facts}
        self._facts = tuple(fact for fact in facts if fact.ref.kind is not FactKind.SECTION)
        self._here = ()
        self.endResetModel()

    def span_of(self, ref: FactRef) -> Span | None:
        """Return where *ref* stands in the text (code points), None for a fact of another provision."""
        return self._spans.get(ref)

    def set_place(self, point: int) -> None:
        """List the facts made of the character at code point offset *point*."""
        here = [fact for fact in self._facts if fact.span.start <= point < fact.span.end]
        here.sort(key=lambda fact: len(fact.span))
        if tuple(here) == self._here:
            return
        self.beginResetModel()
        self._here = tuple(here)
        self.endResetModel()

    def row_of(self, ref: FactRef) -> int:
        """Return the row that lists *ref*, -1 if none does."""
        return next((row for row, fact in enumerate(self._here) if fact.ref == ref), -1)

    def _words(self, fact: Fact) -> str:
        return " ".join(fact.span.of(self._text).split())

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of facts at the place."""
        return 0 if parent.isValid() else len(self._here)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the kind and words of a fact, or its address."""
        if not index.isValid():
            return None
        fact = self._here[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{fact_kind_name(fact.ref.kind)}　{self._words(fact)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._words(fact)
            case PlaceRole.REF:
                return fact.ref
            case PlaceRole.KIND:
                return fact_kind_name(fact.ref.kind)
            case PlaceRole.WORDS:
                return self._words(fact)
            case _:
                return None
