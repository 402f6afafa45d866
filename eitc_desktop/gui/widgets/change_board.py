"""对照: the kinds of change side by side, each a column of cards."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.changes_filter import ChangesFilter
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_column import ChangeColumn
from eitc_desktop.model.facts import FactRef


class ChangeBoard(QScrollArea):
    """Columns in the fixed order of kinds; scrolls sideways only where they don't fit."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    words_copied = Signal(object)  # FactRef
    citation_requested = Signal(object)  # FactRef

    def __init__(
        self, tokens: Tokens, model: ChangesModel, changes: ChangesFilter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._model = model
        self._changes = changes
        self._columns: tuple[ChangeColumn, ...] = ()
        self.setWidgetResizable(True)
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        changes.layoutChanged.connect(self.recount)
        changes.rowsInserted.connect(self.recount)
        changes.rowsRemoved.connect(self.recount)

    @property
    def columns(self) -> tuple[ChangeColumn, ...]:
        """The columns, hidden ones included."""
        return self._columns

    @property
    def chosen(self) -> FactRef | None:
        """The chosen card's fact."""
        for column in self._columns:
            if column.list.chosen is not None:
                return column.list.chosen
        return None

    def rebuild(self) -> None:
        """Make a column for each kind that the model holds now."""
        row = QWidget(self.viewport())  # to be moved there later would restyle each card list
        row.setBackgroundRole(QPalette.ColorRole.Base)
        row.setAutoFillBackground(True)
        line = QHBoxLayout(row)
        line.setContentsMargins(self._tokens.space_s, 0, self._tokens.space_s, 0)
        line.setSpacing(self._tokens.space_m)
        self._columns = tuple(ChangeColumn(self._tokens, self._model, self._changes, k, row) for k in self._model.kinds)
        for column in self._columns:
            line.addWidget(column, 1)
            cards = column.list
            cards.fact_chosen.connect(self._choose_one)
            cards.clause_requested.connect(self.clause_requested)
            cards.words_copied.connect(self.words_copied)
            cards.citation_requested.connect(self.citation_requested)
            cards.neighbour_requested.connect(lambda step, column=column: self._go_beside(column, step))
        self.setWidget(row)

    def choose(self, ref: FactRef | None) -> None:
        """Select the card of *ref*, or none."""
        for column in self._columns:
            if ref is None:
                column.list.clearSelection()
            elif column.list.choose(ref):
                self.ensureWidgetVisible(column, 0, 0)

    def recount(self) -> None:
        """Say anew in every head how many cards are shown; a column without any makes room for the others."""
        for column in self._columns:
            column.recount()
            column.setVisible(column.list.model().rowCount() > 0)

    def _choose_one(self, ref: FactRef) -> None:
        self.choose(ref)
        self.fact_chosen.emit(ref)

    def _go_beside(self, column: ChangeColumn, step: int) -> None:
        shown = [other for other in self._columns if other.isVisibleTo(self) and other.list.model().rowCount()]
        if column not in shown:
            return
        place = shown.index(column) + step
        if 0 <= place < len(shown):
            shown[place].list.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(shown[place], 0, 0)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Return a height in which no column is cut: nothing scrolls up and down but their cards."""
        row = self.widget()
        height = 0 if row is None else row.minimumSizeHint().height()
        return QSize(super().minimumSizeHint().width(), height + self.horizontalScrollBar().sizeHint().height())
