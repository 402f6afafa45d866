"""表格: the changes as a plain table, to be sorted, selected and copied."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eitc_desktop.gui.models.changes import ChangeColumn, ChangeRole
from eitc_desktop.gui.models.changes_filter import ChangesFilter
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.clause_mark import mark_size, paint_mark
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.gui.widgets.row_table import RowTable
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import ChangeKind
from eitc_desktop.phrases import Phrase

_Flag = QItemSelectionModel.SelectionFlag

Index = QModelIndex | QPersistentModelIndex

LINES = 4
"""A row is no higher than that; the tooltip and the details hold the whole."""

LEAST = 5.5
"""Width of a column of words at least, in characters: 条件/例外 and 未载明 fit."""

ROOM = 380
"""Width that the columns of words share at least, in logical pixels; a narrower table scrolls sideways."""


class ChangeTable(RowTable):
    """Rows can be selected together: Ctrl+C copies them for a spreadsheet. Enter or a double click chooses a fact."""

    citation_requested = Signal()
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, changes: ChangesFilter, parent: QWidget | None = None) -> None:
        super().__init__(tokens, self.tr("职能转变对照表"), parent)
        self._changes = changes
        self.setModel(changes)
        self.setItemDelegate(CellDelegate(tokens, self))
        self.setSortingEnabled(True)
        self.sortByColumn(ChangeColumn.CLAUSE, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().sectionResized.connect(self.resizeRowsToContents)

    @property
    def chosen_rows(self) -> list[int]:
        """Rows of the changes model that are selected, in the order shown."""
        return [self._changes.source_row(row) for row in super().chosen_rows]

    def choose(self, ref: FactRef | None) -> None:
        """Select the row of *ref* alone, or none."""
        for row in range(self._changes.rowCount()):
            if self._changes.index(row, 0).data(ChangeRole.REF) == ref:
                if self.chosen_rows != [ref.index if ref else -1]:
                    alone = _Flag.ClearAndSelect | _Flag.Rows  # whatever keys are held down
                    self.selectionModel().setCurrentIndex(self._changes.index(row, 0), alone)
                self.scrollTo(self._changes.index(row, 0))
                return
        self.clearSelection()

    def context_menu(self, ref: FactRef) -> QMenu:
        """Return a menu with what can be done with a row; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("查看详情"), lambda: self.fact_chosen.emit(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        offer_opinion(menu, self, ref)
        menu.addSeparator()
        menu.addAction(self.tr("按此列升序排列"), lambda: self.sort_by_current(Qt.SortOrder.AscendingOrder))
        menu.addAction(self.tr("按此列降序排列"), lambda: self.sort_by_current(Qt.SortOrder.DescendingOrder))
        menu.addSeparator()
        menu.addAction(self.tr("复制为表格"), self.rows_copied.emit)
        menu.addAction(self.tr("复制（含出处）"), self.citation_requested.emit)
        return menu

    def sort_by_current(self, order: Qt.SortOrder) -> None:
        """Sort by the column in which the keyboard stands; its row stays in sight."""
        column = max(self.currentIndex().column(), 0)
        self.sortByColumn(column, order)
        self.scrollTo(self.currentIndex())
        way = self.tr("升序") if order is Qt.SortOrder.AscendingOrder else self.tr("降序")
        words = self.model().headerData(column, Qt.Orientation.Horizontal)
        self.notice_given.emit(self.tr("已按“{0}”{1}排列").format(words, way))

    def share_width(self) -> None:
        """Give 类别 and 条款 what they need and share the rest by how much the other columns have to say."""
        metrics = QFontMetricsF(self.font())
        pad = 2 * self._tokens.space_m
        narrow = {
            ChangeColumn.KIND: round(max([metrics.horizontalAdvance(word) for word in self._kind_words()], default=0.0))
            + pad
            + self._tokens.space_l,
            ChangeColumn.CLAUSE: self._mark_width(),
        }
        left = max(self.viewport().width() - sum(narrow.values()), ROOM)
        header = self.horizontalHeader()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # measure the rows once, not after each column
        blocked = header.blockSignals(True)  # noqa: FBT003
        for column, width in (narrow | self._shares(left)).items():
            header.resizeSection(column, width)
        header.blockSignals(blocked)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.updateGeometries()
        self.viewport().update()

    def _kind_words(self) -> set[str]:
        return {str(self._changes.index(row, ChangeColumn.KIND).data()) for row in range(self._changes.rowCount())}

    def _shares(self, room: int) -> dict[ChangeColumn, int]:
        """Share *room* by what each column needs beyond the least; one that says nothing gets no more than that."""
        words = (ChangeColumn.SUBJECT, ChangeColumn.SCOPE, ChangeColumn.RECIPIENTS, ChangeColumn.CONDITION)
        least = round(QFontMetricsF(self.font()).horizontalAdvance("\u4e00") * LEAST)
        beyond = {column: max(self._needed(column) - least, 0.0) for column in words}
        spare, whole = max(room - least * len(words), 0), sum(beyond.values()) or 1.0
        shares = {column: least + int(spare * beyond[column] / whole) for column in words[1:]}
        return {ChangeColumn.SUBJECT: max(room - sum(shares.values()), least), **shares}

    def _needed(self, column: ChangeColumn) -> float:
        """Return about how wide a column must be for every cell to be seen whole."""
        metrics = QFontMetricsF(self.font())
        cells = [self._changes.index(row, column) for row in range(self._changes.rowCount())]
        longest = max(
            (metrics.horizontalAdvance(str(c.data())) for c in cells if not c.data(ChangeRole.ABSENT)), default=0.0
        )
        uneven = 2 * metrics.horizontalAdvance("\u4e00")  # a line may end early for its punctuation
        return longest / LINES + uneven + 2 * self._tokens.space_m if longest else 0.0

    def _mark_width(self) -> int:
        font = QFont(self.font())
        font.setPointSizeF(self._tokens.font_small)
        metrics = QFontMetricsF(font)
        header = round(QFontMetricsF(self.font()).horizontalAdvance(self.tr("条款"))) + 40
        marks = [
            mark_size(metrics, str(self._changes.index(row, ChangeColumn.CLAUSE).data())).width()
            for row in range(self._changes.rowCount())
        ]
        return max([*marks, header]) + 2 * self._tokens.space_m

    def with_current(self, do: Callable[[FactRef], object]) -> None:
        """Do something with the fact of the current row, if there is one."""
        ref = self.currentIndex().data(ChangeRole.REF)
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
        KeyUse(
            ("Alt+Up",),
            Phrase("KeyUses", "按光标所在列升序排列"),
            lambda view: view.sort_by_current(Qt.SortOrder.AscendingOrder),
        ),
        KeyUse(
            ("Alt+Down",),
            Phrase("KeyUses", "按光标所在列降序排列"),
            lambda view: view.sort_by_current(Qt.SortOrder.DescendingOrder),
        ),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制选中的各行"), lambda view: view.rows_copied.emit()),
        KeyUse(
            ("Ctrl+Shift+C",),
            Phrase("KeyUses", "复制选中的各行（含出处）"),
            lambda view: view.citation_requested.emit(),
        ),
    )

    def _on_mark(self, event: QMouseEvent) -> QModelIndex:
        index = self.indexAt(event.position().toPoint())
        return index if index.isValid() and index.column() == ChangeColumn.CLAUSE else QModelIndex()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the clause when its mark is clicked; choose a row that was clicked alone."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if self._on_mark(event).isValid():
            self.clause_requested.emit(index.data(ChangeRole.REF))
        elif index.isValid() and len(self.chosen_rows) == 1:
            self.fact_chosen.emit(index.data(ChangeRole.REF))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark."""
        super().mouseMoveEvent(event)
        over = self._on_mark(event).isValid()
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.context_menu(index.data(ChangeRole.REF)).popup(place)


class CellDelegate(QStyledItemDelegate):
    """Wraps every cell; the last one holds the clause mark."""

    def __init__(self, tokens: Tokens, view: ChangeTable) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    def _lay_out(self, index: Index, width: float, font: QFont) -> tuple[QTextLayout, float, bool]:
        layout = QTextLayout()
        layout.setFont(font)
        pitch = self._tokens.line_spacing * QFontInfo(font).pixelSize()
        room = width - 2 * self._tokens.space_m
        height, cut = clipped_layout(str(index.data()), QFontMetricsF(font), layout, room, pitch, LINES)
        return layout, height, cut

    def is_cut(self, index: Index) -> bool:
        """Say whether a cell of words shows them only in part."""
        return self._lay_out(index, self._view.columnWidth(index.column()), self._view.font())[2]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped text at the column's width."""
        width = self._view.columnWidth(index.column())
        return QSize(width, round(self._lay_out(index, width, option.font)[1]) + 2 * self._tokens.space_s)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        t = self._tokens
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(t.hover))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.data(ChangeRole.CONCERNED):
            painter.setPen(QPen(QColor(t.accent), 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(rect.topLeft() + QPoint(0, 1), rect.topRight() + QPoint(0, 1))
            painter.drawLine(rect.bottomLeft() - QPoint(0, 1), rect.bottomRight() - QPoint(0, 1))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 1.0))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        if index.column() == ChangeColumn.CLAUSE:
            font = QFont(option.font)
            font.setPointSizeF(t.font_small)
            painter.setFont(font)
            size = mark_size(QFontMetricsF(font), str(index.data()))
            box = QRectF(rect.left() + t.space_s, rect.top() + t.space_s, size.width(), size.height())
            paint_mark(painter, box, t, str(index.data()), hot=False, focused=False)
        else:
            layout = self._lay_out(index, rect.width(), option.font)[0]
            is_kind = index.column() == ChangeColumn.KIND
            plain = t.muted if index.data(ChangeRole.ABSENT) else t.text
            colour = t.change_colour(ChangeKind(str(index.data(ChangeRole.KIND)))) if is_kind else plain
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(rect.left() + t.space_m, rect.top() + t.space_s))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole text of a cell that is cut; of a subject, the whole change that it is of."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = str(index.data())
        if index.column() == ChangeColumn.SUBJECT:
            words = str(index.data(ChangeRole.WHOLE))
        elif index.column() == ChangeColumn.CLAUSE or not self._lay_out(index, option.rect.width(), option.font)[2]:
            words = ""
        show_plain_tooltip(event.globalPos(), words, view)
        return True
