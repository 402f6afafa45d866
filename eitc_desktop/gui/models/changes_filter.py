"""Which changes are shown: by kind and by words, and one column's share of them."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from eitc_desktop.gui.models.changes import ChangeRole, ChangesModel
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import ChangeKind


class ChangesFilter(QSortFilterProxyModel):
    """Lets through changes of the wanted kinds that hold every word; sorts 类别 and 条款 in their own order."""

    def __init__(self, model: ChangesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._hidden: frozenset[ChangeKind] = frozenset()
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    @property
    def is_narrowed(self) -> bool:
        """True while a kind is hidden or words are asked for."""
        return bool(self._hidden or self._words)

    def show_kind(self, kind: ChangeKind, *, shown: bool) -> None:
        """Let the changes of *kind* through, or keep them back."""
        self._hidden = self._hidden - {kind} if shown else self._hidden | {kind}
        self.invalidate()

    def show_words(self, words: str) -> None:
        """Let through what holds each of the blank-separated *words*; full and half width are alike."""
        self._words = tuple(_folded(words).split())
        self.invalidate()

    def source_row(self, row: int) -> int:
        """Return the model's row behind one of ours."""
        return self.mapToSource(self.index(row, 0)).row()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: ARG002
        """Say whether a change is shown."""
        index = self._model.index(source_row, 0)
        if self._model.change_at(source_row).kind in self._hidden:
            return False
        text = _folded(str(index.data(ChangeRole.SEARCH)))
        return all(word in text for word in self._words)

    def lessThan(
        self,
        source_left: QModelIndex | QPersistentModelIndex,
        source_right: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Compare by the fixed order of kinds, by place in the text, or by words."""
        left = self._model.data(source_left, ChangeRole.SORT)
        right = self._model.data(source_right, ChangeRole.SORT)
        return left < right  # pyright: ignore[reportOperatorIssue]


class KindFilter(QSortFilterProxyModel):
    """The changes of one kind among those that a ChangesFilter lets through, always in the text's order."""

    def __init__(self, changes: ChangesFilter, kind: ChangeKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._kind = kind
        self.setSourceModel(changes)
        changes.layoutChanged.connect(self._keep_order)  # they stand in the text's order until somebody sorts them
        self._keep_order()

    @property
    def kind(self) -> ChangeKind:
        """The kind of the column."""
        return self._kind

    def change_row(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the row of *index* in the model of all changes."""
        return self._changes.source_row(self.mapToSource(index).row())

    def _keep_order(self) -> None:
        if self.sortColumn() < 0 <= self._changes.sortColumn():
            self.sort(0)

    def index_of(self, ref: FactRef) -> QModelIndex:
        """Return the index of a change, invalid when it isn't in this column."""
        for row in range(self.rowCount()):
            index = self.index(row, 0)
            if index.data(ChangeRole.REF) == ref:
                return index
        return QModelIndex()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a change is of this column's kind."""
        return self._changes.index(source_row, 0, source_parent).data(ChangeRole.KIND) == self._kind

    def lessThan(
        self,
        source_left: QModelIndex | QPersistentModelIndex,
        source_right: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Compare by place in the text."""
        return self._changes.mapToSource(source_left).row() < self._changes.mapToSource(source_right).row()


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
