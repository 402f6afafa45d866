"""Plain tables of duties: cells with several lines, which stand beside each other across the columns."""

from __future__ import annotations

from functools import partial
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
    QTextLayout,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eitc_desktop.gui.models.duty_tables import DutyTableModel, DutyTableRole, Line
from eitc_desktop.gui.models.verdict_wish import Link, VerdictWish, Wish
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.evidence_label import evidence_formats
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.gui.widgets.row_state import row_state
from eitc_desktop.gui.widgets.row_table import RowTable
from eitc_desktop.gui.widgets.verdict_keys import VERDICT_KEYS, wish_words
from eitc_desktop.model.facts import FactRef
from eitc_desktop.phrases import Phrase

Index = QModelIndex | QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag

_LEAST_SHORT, _MOST_SHORT = 5.2, 9.5  # characters that a column beside the wide one takes at most; its words wrap
_SHORT_SHARE = 0.58  # of the width: all columns beside the wide one take no more
_LEAST = 14  # characters of the wide column; a narrower table scrolls sideways
_TIGHTER = 2.5  # characters fewer, where a column more says what is entered
_MEASURED = 60  # rows
_AROUND_HEADING = 18  # logical pixels at the sides of a heading together
_LEAST_HEADING = 6  # characters of a heading that are never cut
_PAD = 6  # logical pixels at the sides of a cell


class DutyTable(RowTable):
    """Rows can be selected together: Ctrl+C copies them for a spreadsheet. Enter or a click chooses a fact."""

    verdict_requested = Signal(object)  # VerdictWish

    def __init__(self, tokens: Tokens, model: DutyTableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tokens, name, parent)
        self._duties = model
        self.offers_review = False  # whether verdicts can be entered
        self.setModel(model)
        self.setItemDelegate(LinesDelegate(tokens, self, model))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self.share_width)

    def choose(self, ref: FactRef | None) -> None:
        """Select the row of *ref* alone and bring it into sight, or select none."""
        row = self._duties.row_of(ref)
        if row is None:
            self.clearSelection()
            return
        index = self._duties.index(row, 0)
        if self.chosen_rows != [row]:
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def context_menu(self, ref: FactRef) -> QMenu:
        """Return a menu with what can be done with a row; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("查看详情"), lambda: self.fact_chosen.emit(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        offer_opinion(menu, self, ref)
        menu.addSeparator()
        if self.offers_review and self._links():
            for wish, words in wish_words(self._links()):
                menu.addAction(words, partial(self.wish, wish))
            menu.addSeparator()
        menu.addAction(self.tr("复制为表格"), self.rows_copied.emit)
        return menu

    def wish(self, wish: Wish) -> None:
        """Ask for a verdict on all that the chosen rows show, or that it be taken back."""
        links = self._links()
        if self.offers_review and links:
            self.verdict_requested.emit(VerdictWish(links, wish))

    def stand_on(self, row: int) -> None:
        """Let the keyboard be in a row, or in the last one, and have it chosen."""
        row = min(row, self._duties.rowCount() - 1)
        if row >= 0:
            index = self._duties.index(row, 0)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)

    def _links(self) -> tuple[Link, ...]:
        rows = self.chosen_rows or [row for row in (self.currentIndex().row(),) if row >= 0]
        return tuple(link for row in rows for link in self._duties.links_of(row))

    def share_width(self) -> None:
        """Give the short columns what they need, within bounds, and the long words the rest."""
        metrics = QFontMetricsF(self.font())
        pad = 2 * _PAD
        character = QFontInfo(self.font()).pixelSize()
        share = self.viewport().width() * _SHORT_SHARE / (self._duties.columnCount() - 1) - pad
        most = min(max(share, _LEAST_SHORT * character), _MOST_SHORT * character)
        widths = {}
        for column in range(self._duties.columnCount()):
            if column != self._duties.WIDE:
                rows = range(min(self._duties.rowCount(), _MEASURED))
                lines = [str(self._duties.headings[column])]
                for row in rows:
                    lines += str(self._duties.index(row, column).data()).splitlines()
                heading = metrics.horizontalAdvance(lines[0]) + _AROUND_HEADING - pad
                least = min(heading, _LEAST_HEADING * character)
                widths[column] = round(max(min(max(map(metrics.horizontalAdvance, lines)), most), least)) + pad + 2
        least = round((_LEAST - _TIGHTER * self._duties.is_entered(self._duties.columnCount() - 1)) * character)
        widths[self._duties.WIDE] = max(self.viewport().width() - sum(widths.values()), least)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def with_current(self, ask: Signal) -> None:
        """Emit a signal with what the current row is of."""
        ref = self.currentIndex().data(DutyTableRole.REF)
        if ref is not None:
            ask.emit(ref)  # pyright: ignore[reportAttributeAccessIssue]

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "查看详情"), lambda view: view.with_current(view.fact_chosen)),
        KeyUse(
            ("Ctrl+Return", "Ctrl+Enter"),
            Phrase("KeyUses", "在原文中显示"),
            lambda view: view.with_current(view.clause_requested),
        ),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制选中的各行"), lambda view: view.rows_copied.emit()),
        *VERDICT_KEYS,
    )

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a row that was clicked alone."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and len(self.chosen_rows) == 1:
            self.fact_chosen.emit(index.data(DutyTableRole.REF))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.context_menu(index.data(DutyTableRole.REF)).popup(place)


class LinesDelegate(QStyledItemDelegate):
    """Lays out the lines of a row as blocks: what belongs together begins at the same height in every column."""

    def __init__(self, tokens: Tokens, view: DutyTable, model: DutyTableModel) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view
        self._model = model

    def _lay_out(self, words: str, column: int, layout: QTextLayout) -> float:
        font = self._view.font()
        layout.setFont(font)
        pitch = self._tokens.line_spacing * QFontInfo(font).pixelSize()
        room = self._view.columnWidth(column) - 2 * _PAD
        return wrapped_layout(words, QFontMetricsF(font), layout, room, pitch)

    def _tops(self, row: int, columns: tuple[int, ...]) -> list[float]:
        """Return where each line of *columns* begins, and where the last one ends."""
        of_columns = [self._lines(row, column) for column in columns]
        tops = [float(self._tokens.space_s)]
        for number in range(max(map(len, of_columns))):
            heights = [
                self._lay_out(lines[number].words, column, QTextLayout())
                for column, lines in zip(columns, of_columns, strict=True)
                if number < len(lines)
            ]
            tops.append(tops[-1] + max(heights) + self._tokens.space_s)
        return tops

    def _lines(self, row: int, column: int) -> tuple[Line, ...]:
        return self._model.index(row, column).data(DutyTableRole.LINES)

    def _columns(self, column: int) -> tuple[int, ...]:
        return self._model.lined if column in self._model.lined else (column,)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of the wrapped lines at the columns' widths."""
        bottom = self._tops(index.row(), self._columns(index.column()))[-1]
        return QSize(self._view.columnWidth(index.column()), round(bottom) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        t = self._tokens
        rect = option.rect
        state = row_state(self._view, index)
        painter.save()
        if state.chosen or state.over:
            painter.fillRect(rect, QColor(t.selection if state.chosen else t.hover))
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(QColor(t.accent), 1.0))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        tops = self._tops(index.row(), self._columns(index.column()))
        for line, top in zip(self._lines(index.row(), index.column()), tops, strict=False):
            layout = QTextLayout()
            self._lay_out(line.words, index.column(), layout)
            column = index.column()
            plain = line.quote is None and (column == self._model.WIDE or self._model.is_entered(column))
            painter.setPen(QColor(t.entered if line.entered else t.muted if plain else t.text))
            formats = [] if line.quote is None else evidence_formats(t, line.quote, line.evidence)
            layout.draw(painter, QPointF(rect.left() + _PAD, rect.top() + top), formats)
        painter.restore()
