"""The list of the facts of a place: kind, words, clause."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from eitc_desktop.gui.models.place_facts import PlaceColumn, PlaceFactsModel
from eitc_desktop.gui.panes.place_delegate import PlaceDelegate
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.viewports import known_viewport
from eitc_desktop.gui.widgets.hidden_header import hide_header
from eitc_desktop.gui.widgets.row_menu import MenuTree

_ROWS_MEASURED = 20  # for the widths of the columns
_SHARE = 3  # of the list's width: the kind takes no more than its third part


class PlaceList(MenuTree):
    """Kinds and clauses take what they need, the words between them the rest.

    Its columns are measured here, each word once: to have the header fit them would measure all of them several times
    for every place.
    """

    def __init__(self, tokens: Tokens, model: PlaceFactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = model
        self._viewport = known_viewport(self)
        self._widths: dict[tuple[int, str], int] = {}
        self._delegate = PlaceDelegate(tokens, self)
        self.setModel(model)
        hide_header(self)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegateForColumn(PlaceColumn.KIND, self._delegate)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)  # the words give way to the clause, and are in the details
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit)

    @property
    def samples_shown(self) -> bool:
        """Whether a sample of its line in the text stands beside each kind."""
        return self._delegate.samples_shown

    def show_samples(self, *, shown: bool) -> None:
        """Show samples of the lines, or don't."""
        self._delegate.samples_shown = shown
        self._measure_anew()

    def _fit(self) -> None:
        self.ensurePolished()  # the style has a say in the widths
        room = self._viewport.width()
        kind = min(self._widest(PlaceColumn.KIND), room // _SHARE)
        place = self._widest(PlaceColumn.PLACE)
        for column, width in (
            (PlaceColumn.KIND, kind),
            (PlaceColumn.WORDS, max(room - kind - place, 0)),
            (PlaceColumn.PLACE, place),
        ):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    def _widest(self, column: PlaceColumn) -> int:
        rows = range(min(self._facts.rowCount(), _ROWS_MEASURED))
        return max((self._width(self._facts.index(row, column)) for row in rows), default=0)

    def _width(self, index: QModelIndex) -> int:
        key = index.column(), str(index.data())
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self.sizeHintForIndex(index).width()
        return width

    def _measure_anew(self) -> None:
        self._widths = {}
        self._fit()
        self.doItemsLayout()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure_anew()
