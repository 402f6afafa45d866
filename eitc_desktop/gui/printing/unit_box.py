"""A list of units with a line that narrows it, for choosing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.matching import Searched, asked_words, folded, matches, searched_text
from eitc_desktop.services.print_units import unit_label

_ROWS = 4  # seen of the list


class UnitBox(QWidget):
    """Lists *units*; the line narrows them by characters, pinyin or initials, and its arrows move in the list.

    With *first* something is always chosen, to begin with the first unit of those that answer the words. Without it
    nothing is until somebody chooses, and words choose a unit only where they leave no other.
    """

    unit_chosen = Signal()

    def __init__(
        self,
        provision: Provision,
        units: Sequence[FactRef],
        keys: Mapping[str, NameKey],
        parent: QWidget | None = None,
        *,
        first: bool = True,
    ) -> None:
        super().__init__(parent)
        self._units = tuple(units)
        self._first = first
        self.line = FilterLine(self)
        self.line.setPlaceholderText(self.tr("名称、拼音或首字母"))
        self.line.setAccessibleName(self.tr("筛选处室"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("处室"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._searched: list[Searched] = []
        for ref in self._units:
            label = unit_label(provision, ref)
            item = QListWidgetItem(label, self.list)
            item.setToolTip("")
            names = label.removesuffix("）").replace("）（", "（").split("（")
            pieces = [piece for name in names for piece in (name, "（")][:-1]
            self._searched.append(Searched(folded(label), (searched_text(pieces, keys),)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.words_settled.connect(self._narrow)
        self.line.left_below.connect(lambda: self._move(1))
        self.line.installEventFilter(self)
        self.list.itemSelectionChanged.connect(self._tell)
        self._fit()

    @property
    def chosen(self) -> FactRef | None:
        """The unit that is chosen; None where the words leave none, or nobody chose one."""
        rows = [self.list.row(item) for item in self.list.selectedItems() if not item.isHidden()]
        return self._units[rows[0]] if rows else None

    def choose(self, unit: FactRef | None) -> None:
        """Choose *unit*; where it isn't one of the list, the first or none."""
        self._go_to(self._units.index(unit) if unit in self._units else 0 if self._first else -1)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        """Show what answers the words, and choose of it unless what is chosen does."""
        asked = asked_words(typed)
        for row, searched in enumerate(self._searched):
            self.list.item(row).setHidden(not matches(asked, searched))
        before = self.list.currentRow()
        if self.chosen is None:
            shown = self._shown
            if self._first:
                self._move(0)
            else:
                self._go_to(shown[0] if typed.strip() and len(shown) == 1 else -1)
        elif before >= 0:
            self.list.scrollToItem(self.list.item(before))
        self.unit_chosen.emit()

    def _move(self, way: int) -> None:
        """Go on to the unit shown after or before the current one; with 0 to the first."""
        shown = self._shown
        if shown:
            here = self.list.currentRow() if self.chosen is not None else -1
            at = shown.index(here) + way if here in shown and way else 0
            self._go_to(shown[min(max(at, 0), len(shown) - 1)])

    @property
    def _shown(self) -> list[int]:
        return [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]

    def _go_to(self, row: int) -> None:
        if row < 0:
            self.list.clearSelection()
            return
        self.list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        item = self.list.item(row)
        if item is not None:  # pyright: ignore[reportUnnecessaryComparison]  an empty list has none
            self.list.scrollToItem(item)

    @Slot()
    def _tell(self) -> None:
        self.unit_chosen.emit()

    def _fit(self) -> None:
        height = max(self.list.sizeHintForRow(0), self.fontMetrics().height()) + 4
        self.list.setFixedHeight(_ROWS * height + 2 * self.list.frameWidth())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up in the line move in the list, as Down does, and Escape clear the words before it closes a dialog."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not self.line.is_composing:
            if event.key() == Qt.Key.Key_Up:
                self._move(-1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep as many rows in sight when the text changes its size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
