"""Matters × agencies: each cell holds the verbs as worded, and each verb leads to its words in the text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontInfo,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eitc_desktop.gui.models.split_rows import Chip
from eitc_desktop.gui.models.splits import NOTHING, SplitRole, SplitsModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.chips import PlacedChips, paint_chips, pitch_of, place_chips
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.gui.widgets.row_table import RowTable
from eitc_desktop.gui.widgets.split_headers import AgencyHeader, MatterHeader
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef
from eitc_desktop.phrases import Phrase

_Flag = QItemSelectionModel.SelectionFlag
_Alone = _Flag.ClearAndSelect | _Flag.Rows

Index = QModelIndex | QPersistentModelIndex

_MATTER, _MATTER_PART = (11.0, 20.0), 0.32
"""Width of the left header: characters at least and at most, and its part of the table's width between them."""

_LEFT_AT_MOST = 0.45
"""Part of the table that the left header takes at most, however large the text."""

_COLUMN = (6.0, 9.0)
"""Width of a column in characters: at least, and where there is no room to spare at most."""


class SplitTable(RowTable):
    """Rows can be selected together. To come to a row chooses its matter; a click or Enter shows a verb's words."""

    citation_requested = Signal()

    def __init__(self, tokens: Tokens, model: SplitsModel, parent: QWidget | None = None) -> None:
        super().__init__(tokens, self.tr("部门间职责分工表"), parent)
        self._model = model
        self._following = False  # the selection of the window is followed: that chooses nothing
        self._told = -1  # the row chosen last
        model.setParent(self)
        self._agencies, self._matters = AgencyHeader(tokens, model, self), MatterHeader(tokens, model, self)
        self._corner = QLabel(self.tr("事项"), self)
        self._corner.setTextFormat(Qt.TextFormat.PlainText)
        self.setModel(model)
        self._cells = CellDelegate(tokens, self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._agencies)
        self.setVerticalHeader(self._matters)
        self._matters.sectionPressed.connect(self.selectRow)
        self._matters.clause_requested.connect(self.clause_requested)
        for header in (self._agencies, self._matters):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(80)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self.selectionModel().selectionChanged.connect(self._tell_row)
        self.share_width()

    @property
    def splits(self) -> SplitsModel:
        """The matters shown."""
        return self._model

    def choose(self, ref: FactRef) -> None:
        """Mark the rows of *ref*, and the cell of a role or mechanism; none for other facts."""
        rows = self._model.rows_of(ref)
        if not rows:
            self.clearSelection()
            return
        column = self._model.column_of(ref)
        here = self.currentIndex()
        if here.row() in rows and set(rows) <= set(self.chosen_rows) and column in {None, here.column()}:
            return  # come to by key or mouse: what else is selected stays
        at = self._model.index(rows[0], max(here.column(), 0) if column is None else column)
        self._following = True
        self.selectionModel().setCurrentIndex(at, _Alone)
        for row in rows[1:]:
            self.selectionModel().select(self._model.index(row, 0), _Flag.Select | _Flag.Rows)
        self._following = False
        self.scrollTo(at)

    def share_width(self) -> None:
        """Share the width among the columns, and give every row the height of its words."""
        t, width = self._tokens, self.width()
        em = QFontMetricsF(self.font()).horizontalAdvance("\u4e00")
        left = min(max(_MATTER[0] * em, min(_MATTER[1] * em, _MATTER_PART * width)), _LEFT_AT_MOST * width)
        self._matters.setFixedWidth(round(left))
        pad = 2 * t.space_m
        least, most = (round(part * em) + pad for part in _COLUMN)
        needed = [min(max(self._widest(column) + pad, least), most) for column in range(self._model.columnCount())]
        room = width - round(left) - self.verticalScrollBar().sizeHint().width()
        for column, wanted in enumerate(_shared(needed, least, room)):
            self.setColumnWidth(column, wanted)
        for row in range(self._model.rowCount()):
            cells = (self._cells.height_of(self._model.index(row, c)) for c in range(self._model.columnCount()))
            self.setRowHeight(row, max(self._matters.needed_height(row, round(left)), *cells))
        self._agencies.setFixedHeight(self._agencies.needed_height())
        self._corner.setStyleSheet(
            f"QLabel {{ background: {t.raised}; color: {t.muted}; padding-left: {t.space_m}px;"
            f" border-bottom: 1px solid {t.border}; border-right: 1px solid {t.border}; }}"
        )
        self.updateGeometries()
        self._corner.setGeometry(0, 0, self._matters.width(), self._agencies.height())

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return a menu with what can be done with a cell and its row; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ref = index.data(SplitRole.REF)
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        for chip in index.data(SplitRole.CHIPS):
            words = labelled(self.tr("在原文中显示"), chip.words).replace("&", "&&")
            menu.addAction(words, lambda there=chip.ref: self.clause_requested.emit(there))
        offer_opinion(menu, self, ref)
        menu.addSeparator()
        menu.addAction(self.tr("复制（含出处）"), self.citation_requested.emit)
        menu.addAction(self.tr("复制为表格"), self.rows_copied.emit)
        return menu

    def show_words(self) -> None:
        """Ask for the first words of the current cell in the text; of an empty cell, for its matter."""
        index = self.currentIndex()
        if index.isValid():
            chips = index.data(SplitRole.CHIPS)
            self.clause_requested.emit(chips[0].ref if chips else index.data(SplitRole.REF))

    def show_matter(self) -> None:
        """Ask for the current matter in the text."""
        if self.currentIndex().isValid():
            self.clause_requested.emit(self.currentIndex().data(SplitRole.REF))

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "在原文中显示此格的用语"), lambda view: view.show_words()),
        KeyUse(("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示"), lambda view: view.show_matter()),
        KeyUse(
            ("Ctrl+C", "Ctrl+Shift+C"),
            Phrase("KeyUses", "复制选中的各行（含出处）"),
            lambda view: view.citation_requested.emit(),
        ),
        KeyUse(("Ctrl+Alt+C",), Phrase("KeyUses", "复制选中的各行为表格"), lambda view: view.rows_copied.emit()),
    )

    def chip_at(self, event: QMouseEvent) -> Chip | None:
        """Return the words under the mouse, None where there are none."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return None
        corner = QPointF(self.visualRect(index).topLeft()) + self._cells.corner
        return self._cells.placed(index).at(event.position() - corner)

    def _widest(self, column: int) -> int:
        metrics = QFontMetricsF(self.font())
        chips = (chip for row in range(self._model.rowCount()) for chip in self._model.chips_at(row, column))
        gap = metrics.horizontalAdvance("一")  # for the mark between two of them
        return round(max((metrics.horizontalAdvance(chip.words) + gap for chip in chips), default=0.0)) + 1

    def _tell_row(self) -> None:
        """Tell of the current row when it is selected, too: Tab makes a row current that nobody chose."""
        row = self.currentIndex().row()
        row = row if row >= 0 and self.selectionModel().isRowSelected(row) else -1
        if row != self._told:
            self._told = row
            if row >= 0 and not self._following:
                self.fact_chosen.emit(self._model.row_at(row).ref)

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the words that were clicked; with Shift or Ctrl a click only selects."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
            chip = self.chip_at(event)
            if chip is not None and len(self.chosen_rows) == 1:
                self.clause_requested.emit(chip.ref)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over words that lead to the text."""
        super().mouseMoveEvent(event)
        over = self.chip_at(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cell."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.context_menu(index).popup(place)


class CellDelegate(QStyledItemDelegate):
    """Paints verbs as ways to the text, and a muted dash where the text states no role."""

    def __init__(self, tokens: Tokens, view: SplitTable) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    @property
    def corner(self) -> QPointF:
        """Where the words begin in a cell."""
        return QPointF(self._tokens.space_m, self._tokens.space_s)

    def placed(self, index: Index) -> PlacedChips:
        """Return the words of a cell and where they stand."""
        room = self._view.columnWidth(index.column()) - 2 * self._tokens.space_m
        return place_chips(index.data(SplitRole.CHIPS), room, self._view.font(), self._tokens)

    def height_of(self, index: Index) -> int:
        """Return the height of a cell."""
        return round(self.placed(index).height + 0.5) + 2 * self._tokens.space_s

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the size of the wrapped words."""
        return QSize(self._view.columnWidth(index.column()), self.height_of(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        t, rect = self._tokens, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
        if self._view.splits.row_at(index.row()).first and index.row():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, QColor(t.muted))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 2.0))
            painter.drawRect(rect.adjusted(1, 2, -2, -2))
        placed, font = self.placed(index), self._view.font()
        at = QPointF(rect.topLeft()) + self.corner
        if placed.chips:
            paint_chips(painter, placed, at, font, t, self.tr("整体牵头"))
        else:
            painter.setPen(QColor(t.muted))
            base = (pitch_of(font, t) + QFontInfo(font).pixelSize() * 0.75) / 2
            painter.drawText(at + QPointF(0.0, base), NOTHING)
        painter.restore()


def _shared(needed: list[int], least: int, room: int) -> list[int]:
    """Share *room* among columns: what is over among all, what is lacking among those wider than *least*.

    Where too much is lacking they keep what they need, and the table scrolls sideways. All in logical pixels.
    """
    over = room - sum(needed)
    if over >= 0:
        return [wanted + over // len(needed) for wanted in needed]
    excess = sum(wanted - least for wanted in needed)
    if -over > excess:
        return needed
    return [wanted + over * (wanted - least) // excess for wanted in needed]
