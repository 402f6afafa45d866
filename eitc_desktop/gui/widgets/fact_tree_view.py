"""A tree of facts as tall as its rows, for use inside a page that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.fact_tree import FactRole, FactTreeModel
from eitc_desktop.gui.place_here import Here
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size
from eitc_desktop.gui.widgets.fact_tree_delegate import FactTreeDelegate
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.provenance import Provenance, provenance_size
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.model.facts import FactRef
from eitc_desktop.phrases import Phrase

NUMBER_LENGTH = 10  # characters
_AWAY_FOR_A_MOMENT = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_Flag = QItemSelectionModel.SelectionFlag

Index = QModelIndex | QPersistentModelIndex


class FactTreeView(QTreeView):
    """Shows a FactTreeModel without scroll bars of its own.

    A click stands on a row and unfolds it, on its mark it asks for the clause; a double click chooses the fact. The row
    that one stands on looks so as long as the keyboard is here: what is added is about it.
    """

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef
    place_reached = Signal(QRect)  # of the current row, in this widget's coordinates
    height_changed = Signal()  # rows came or went

    def __init__(self, tokens: Tokens, model: FactTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._facts = model
        self._fitted = -1  # the width that the rows were measured for
        model.setParent(self)
        self.setItemDelegate(FactTreeDelegate(tokens, self))
        self.setModel(model)
        self._set_look()
        self.expanded.connect(self._unfolded)
        self.collapsed.connect(self._fit_rows)
        self.clicked.connect(self._answer_click)

    @property
    def facts(self) -> FactTreeModel:
        """The model shown."""
        return self._facts

    def show_facts(self, model: FactTreeModel, *, unfolded: bool) -> None:
        """Show other facts in the place of those before, all unfolded or none."""
        before, self._facts = self._facts, model
        model.setParent(self)
        self.setModel(model)
        before.deleteLater()
        if unfolded:
            self.unfold_all()
        else:
            self.fit()
        self.height_changed.emit()

    def text_width(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the width that the text of *index* may take, in logical pixels."""
        width = self.columnWidth(index.column())
        if index.column() > 0:
            return width
        above, depth = index.parent(), 1 if self.rootIsDecorated() else 0
        while above.isValid():
            above, depth = above.parent(), depth + 1
        return width - depth * self.indentation()

    def context_menu(self, ref: FactRef) -> QMenu:
        """Return a menu with what can be done with a fact; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("查看详情"), lambda: self.fact_chosen.emit(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        menu.addAction(self.tr("复制（含出处）"), lambda: self.copy_requested.emit(ref))
        offer_opinion(menu, self, ref)
        return menu

    def place_here(self) -> Here | None:
        """Return the fact of the row chosen."""
        row = self.currentIndex()
        ref = self._facts.ref_at(row) if self.selectionModel().isSelected(row) else None
        return None if ref is None else Here(ref)

    def enter(self, way: int) -> None:
        """Stand on the first row (*way* 1) or on the last one shown (-1)."""
        row = self._facts.index(0, 0)
        while way < 0 and self.indexBelow(row).isValid():
            row = self.indexBelow(row)
        self.setCurrentIndex(row)
        self.place_reached.emit(self.visualRect(row))

    def unfold_all(self) -> None:
        """Unfold every row, and measure once."""
        blocked = self.blockSignals(True)  # noqa: FBT003
        self.expandAll()
        self.blockSignals(blocked)
        if self._fitted >= 0:
            self.fit()

    def fit(self) -> None:
        """Share the width among the columns and take the height that the rows need."""
        self._fitted = self.width()
        last = self._facts.columnCount() - 1
        marks = self._mark_width()
        left = max(self.width() - 2 * self.frameWidth() - marks, 1)  # the viewport follows later while it is hidden
        self.setColumnWidth(last, marks)
        for column in range(1, last):
            wanted = max(min(self._natural_width(column), left * 2 // 5), left * 9 // 25)
            self.setColumnWidth(column, wanted)
            left -= wanted
        self.setColumnWidth(0, left)
        self.doItemsLayout()
        height, index = 0, self._facts.index(0, 0)
        while index.isValid():
            height += self.rowHeight(index)
            index = self.indexBelow(index)
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _fit_rows(self) -> None:
        self.fit()
        self.height_changed.emit()

    def _unfolded(self, index: QModelIndex) -> None:
        self._fit_rows()
        shown = QPersistentModelIndex(index)
        QTimer.singleShot(0, self, lambda: self._tell_items(shown))  # the page has made room then

    def _tell_items(self, index: QPersistentModelIndex) -> None:
        """Tell the page where a row and its items are."""
        row = self._facts.index(index.row(), 0, index.parent())
        last = row
        while last.isValid() and self.isExpanded(last) and self._facts.rowCount(last):
            last = self._facts.index(self._facts.rowCount(last) - 1, 0, last)
        if row.isValid():
            self.place_reached.emit(self.visualRect(row).united(self.visualRect(last)))

    def _set_look(self) -> None:
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setIndentation(QFontInfo(self.font()).pixelSize() + 4)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _mark_width(self) -> int:
        font = self.font()
        font.setPointSizeF(self._tokens.font_small)
        metrics = QFontMetricsF(font)
        widest = provenance_size(metrics, Provenance.DERIVED).width()
        last = self._facts.columnCount() - 1
        for row in range(self._facts.rowCount()):
            words = str(self._facts.index(row, last).data())
            widest = max(widest, mark_size(metrics, words).width())
        return widest + 2 * self._tokens.space_s

    def _natural_width(self, column: int) -> int:
        metrics = QFontMetricsF(self.font())
        widest = 0.0
        index = self._facts.index(0, 0)
        while index.isValid():
            words = str(index.siblingAtColumn(column).data())
            if len(words) <= NUMBER_LENGTH:  # a rule in words wraps, and leaves the width to the names
                widest = max(widest, metrics.horizontalAdvance(words))
            index = self.indexBelow(index)
        return round(widest) + 2 * self._tokens.space_m

    def _fold(self) -> None:
        first = self.currentIndex().siblingAtColumn(0)
        if self.itemsExpandable() and first.isValid():
            self.setExpanded(first, not self.isExpanded(first))

    def with_current(self, do: Callable[[FactRef], object]) -> None:
        """Do something with the fact of the current row, if there is one."""
        ref = self._facts.ref_at(self.currentIndex())
        if ref is not None:
            do(ref)

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(
            ("Return", "Enter"),
            Phrase("KeyUses", "查看详情"),
            lambda view: view.with_current(view.fact_chosen.emit),
        ),
        KeyUse(
            ("Ctrl+Return", "Ctrl+Enter"),
            Phrase("KeyUses", "在原文中显示"),
            lambda view: view.with_current(view.clause_requested.emit),
        ),
        KeyUse(("Space",), Phrase("KeyUses", "展开或收起分项"), _fold),
        KeyUse(
            ("Ctrl+C",),
            Phrase("KeyUses", "复制（含出处）"),
            lambda view: view.with_current(view.copy_requested.emit),
        ),
    )

    def _answer_click(self, index: QModelIndex) -> None:
        ref = self._facts.ref_at(index)
        if index.data(FactRole.IS_MARK):
            if ref is not None:
                self.clause_requested.emit(ref)
        elif self._facts.hasChildren(index.siblingAtColumn(0)) and self.rootIsDecorated():
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew where the width changed."""
        super().resizeEvent(event)
        if self.width() != self._fitted:
            self.fit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the arrow beside the first line, however many lines the row has."""
        line = round(QFontMetricsF(self.font()).height()) + 2 * self._tokens.space_s
        super().drawBranches(painter, QRect(rect.x(), rect.y(), rect.width(), min(rect.height(), line)), index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page which place to keep in sight."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.place_reached.emit(self.visualRect(current))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the fact under the mouse."""
        index = self.indexAt(event.position().toPoint())
        ref = self._facts.ref_at(index)
        if ref is not None and not index.data(FactRole.IS_MARK):
            self.fact_chosen.emit(ref)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark."""
        super().mouseMoveEvent(event)
        over_mark = bool(self.indexAt(event.position().toPoint()).data(FactRole.IS_MARK))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over_mark else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the fact."""
        index, place = asked_row(self, event)
        ref = self._facts.ref_at(index)
        if ref is not None:
            self.context_menu(ref).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; leave the rest to the tree, and what leads out of it to the page."""
        if answer_key(self, self.KEYS, event):
            return
        current = self.currentIndex()
        leaves_up = event.key() == Qt.Key.Key_Up and not self.indexAbove(current).isValid()
        leaves_down = event.key() == Qt.Key.Key_Down and not self.indexBelow(current).isValid()
        if current.isValid() and (leaves_up or leaves_down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row when the focus comes by key, or again on the row that one stood on."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            return
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self.setCurrentIndex(self._facts.index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let no row look chosen when the keyboard goes elsewhere in the window; for a menu or a dialog it stays."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY_FOR_A_MOMENT:
            self.clearSelection()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground from edge to edge: the style would draw it beside the cells, under the arrow, alone."""
        if self.selectionModel().isSelected(index):
            from PySide6.QtWidgets import QStyle  # its enumerations take long to come into being

            fill(painter, option.rect, self._tokens.selection)
            option.state &= ~QStyle.StateFlag.State_Selected
        super().drawRow(painter, option, index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Wrap anew where the font changed."""
        if event.type() is QEvent.Type.FontChange:
            self.fit()
        return super().viewportEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Take *width*, and return the height of all rows."""
        if width != self._fitted:
            self.resize(width, self.height())
            if self.width() != self._fitted:  # hidden: it learns of its width later
                self.fit()
        return self.height()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(240, self.height())
