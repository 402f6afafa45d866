"""职责分工: who does what in the matters that the body shares with other agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from eitc_desktop.gui.pane_actions import find_action
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

if TYPE_CHECKING:
    from eitc_desktop.gui.widgets.matter_card import MatterCard
    from eitc_desktop.gui.widgets.split_table import SplitTable

_WIDE = 1100  # logical pixels: from here on the words stand beside the table
_SHARES, _SHARES_WIDE = (3, 2), (7, 3)  # of the table and the words


class SplitsPane(QWidget):
    """The table, and below it or beside it the words of the matter chosen. Both are made when first shown."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    find_requested = Signal()
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shown: tuple[Provision, Mapping] | None = None
        self._citing: Citing | None = None
        self._selected: FactRef | None = None
        self._content: QWidget | None = None  # of the provision shown; None while it isn't made
        self._table: SplitTable | None = None
        self._card: MatterCard | None = None
        self.addAction(find_action(self, self.find_requested))

    @property
    def table(self) -> SplitTable | None:
        """The table; None before it is first shown, and where the provision shares no matters."""
        return self._table

    @property
    def card(self) -> MatterCard | None:
        """The words of the matter chosen; None as the table is."""
        return self._card

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self._table or self

    def show_provision(self, provision: Provision, mapping: Mapping) -> None:
        """Show the shared matters of *provision*; nothing is chosen yet."""
        self._shown = (provision, mapping)
        self._selected = None
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = self._table = self._card = self._citing = None
        if self.isVisible():
            self._build()

    def show_selected(self, ref: FactRef) -> None:
        """Mark what *ref* is of the matters, and show its words; nothing for other facts."""
        self._selected = ref
        if self._table is None or self._card is None:
            return
        self._table.choose(ref)
        rows = self._table.splits.rows_of(ref)
        self._card.show_row(self._table.splits.row_at(rows[0]) if rows else None, ref)

    def copy_cited(self, refs: list[FactRef]) -> None:
        """Copy matters with their source, one in a line."""
        if self._citing is None or not refs:
            self.notice_given.emit(self.tr("请先选中一个分工事项，再复制。"))
            return
        QGuiApplication.clipboard().setText("\n".join(self._citing.cite(ref) for ref in refs))
        marks = listed(self._citing.mark(ref) for ref in refs)
        self.notice_given.emit(self.tr("已复制（含出处）：{0}").format(marks))

    def copy_rows(self) -> None:
        """Copy the selected rows as tab-separated text for a spreadsheet."""
        rows = [] if self._table is None else self._table.chosen_rows
        if self._table is None or not rows:
            self.notice_given.emit(self.tr("请先选中一个分工事项，再复制。"))
            return
        QGuiApplication.clipboard().setText(self._table.splits.as_tsv(rows))
        self.notice_given.emit(self.tr("已复制 {0} 个事项，可粘贴到表格").format(len(rows)))

    def _build(self) -> None:
        if self._shown is None:
            return
        provision, mapping = self._shown
        if self.layout() is None:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            self.setBackgroundRole(QPalette.ColorRole.Base)
            self.setAutoFillBackground(True)
        if provision.responsibility_splits:
            self._content = self._make_views(provision, mapping)
        else:
            self._content = self._make_absence()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._content)
            layout.activate()
        self._share()
        if self._selected is not None:
            self.show_selected(self._selected)

    def _make_absence(self) -> QWidget:
        from eitc_desktop.gui.widgets.labels import NotStatedLabel

        absence = QWidget(self)
        label = NotStatedLabel(self._tokens, absence)
        label.show_absence(self.tr("本规定未载明部门间职责分工。"))
        column = QVBoxLayout(absence)
        space = self._tokens.space_l
        column.setContentsMargins(space, space, space, space)
        column.addWidget(label)
        column.addStretch(1)
        return absence

    def _make_views(self, provision: Provision, mapping: Mapping) -> QWidget:
        from eitc_desktop.gui.models.split_notes import SplitNotes
        from eitc_desktop.gui.models.splits import SplitsModel
        from eitc_desktop.gui.widgets.matter_card import MatterCard
        from eitc_desktop.gui.widgets.split_table import SplitTable

        citing = self._citing = Citing(provision)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        table = self._table = SplitTable(self._tokens, SplitsModel(provision, citing), splitter)
        card = self._card = MatterCard(self._tokens, citing, SplitNotes(provision, mapping, citing, splitter), splitter)
        for view in (table, card):
            splitter.addWidget(view)
            view.fact_chosen.connect(self.fact_chosen)
            view.clause_requested.connect(self.clause_requested)
        table.citation_requested.connect(
            lambda: self.copy_cited([table.splits.row_at(row).ref for row in table.chosen_rows])
        )
        table.rows_copied.connect(self.copy_rows)
        card.copy_requested.connect(lambda ref: self.copy_cited([ref]))
        return splitter

    def _share(self) -> None:
        """Share the room between the table and the words."""
        if isinstance(self._content, QSplitter):
            way = self._way()
            self._content.setOrientation(way)
            room = self.width() if way is Qt.Orientation.Horizontal else self.height()
            shares = _SHARES_WIDE if way is Qt.Orientation.Horizontal else _SHARES
            for number, share in enumerate(shares):
                self._content.setStretchFactor(number, share)
            self._content.setSizes([room * share // sum(shares) for share in shares])

    def _way(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if self.width() >= _WIDE else Qt.Orientation.Vertical

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is shown, the first time."""
        if self._content is None:
            self._build()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the table where there is room."""
        super().resizeEvent(event)
        if isinstance(self._content, QSplitter) and self._content.orientation() is not self._way():
            self._share()
