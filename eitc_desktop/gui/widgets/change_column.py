"""One kind of change as a column of cards under its name and number."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.changes import ChangeRole, ChangesModel
from eitc_desktop.gui.models.changes_filter import ChangesFilter, KindFilter
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.card_delegate import CardDelegate
from eitc_desktop.gui.widgets.card_reading import read_from_end, read_on
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import ChangeKind
from eitc_desktop.phrases import Phrase

_Flag = QItemSelectionModel.SelectionFlag

_COLUMN_WIDTH = 152  # logical pixels in the usual size of text: eight Chinese characters of a card


class ColumnHead(QWidget):
    """Symbol, word and number of a kind: ✕ 取消 8, or 3 / 8 while the list is narrowed."""

    def __init__(self, tokens: Tokens, kind: ChangeKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._kind = kind
        self._count = ""
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What the head says."""
        return f"{kind_symbol(self._kind)} {kind_word(self._kind)} {self._count}"

    def show_count(self, shown: int, total: int) -> None:
        """Say how many changes of the kind there are, and how many of them are shown."""
        self._count = str(total) if shown == total else f"{shown} / {total}"
        words = self.tr("{0} {2} 项") if shown == total else self.tr("{0} {2} 项，显示 {1} 项")
        self.setAccessibleName(words.format(kind_word(self._kind), shown, total))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(_column_width(self._tokens), round(QFontMetricsF(self.font()).height()) + 2 * self._tokens.space_s)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words over a line in the kind's colour."""
        with QPainter(self) as painter:
            colour = QColor(self._tokens.change_colour(self._kind))
            painter.setPen(colour)
            box = QRectF(self.rect()).adjusted(self._tokens.space_s, 0, 0, -2)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
            fill(painter, QRectF(0, self.height() - 2, self.width(), 2), colour)


class ChangeList(QListView):
    """Cards of one kind. A click chooses and unfolds."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    words_copied = Signal(object)  # FactRef: plain copy was asked for
    citation_requested = Signal(object)  # FactRef
    neighbour_requested = Signal(int)  # -1 left, 1 right

    def __init__(self, tokens: Tokens, model: ChangesModel, shown: KindFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._cards = CardDelegate(tokens, model, self)
        self._cards.clause_requested.connect(self.clause_requested)
        self._cards.fold_requested.connect(self.toggle)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(kind_word(shown.kind))
        self.setModel(shown)  # last: each setting above would measure the cards anew

    @property
    def cards(self) -> CardDelegate:
        """What draws the cards."""
        return self._cards

    @property
    def chosen(self) -> FactRef | None:
        """The chosen card's fact."""
        indexes = self.selectedIndexes()
        return indexes[0].data(ChangeRole.REF) if indexes else None

    def choose(self, ref: FactRef) -> bool:
        """Select the card of *ref* and bring it into sight; clear the selection and return False if it isn't here."""
        index = self._shown.index_of(ref)
        if not index.isValid():
            self.clearSelection()
            return False
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def toggle(self, ref: FactRef) -> None:
        """Unfold a card, or fold it."""
        index = self._shown.index_of(ref)
        if index.isValid():
            self._cards.unfold(index, unfolded=not self._cards.is_unfolded(ref))
            self.scrollTo(index)

    def context_menu(self, ref: FactRef) -> QMenu:
        """Return a menu with what can be done with a card; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fold = self.tr("收起全文") if self._cards.is_unfolded(ref) else self.tr("展开全文")
        menu.addAction(fold, lambda: self.toggle(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        offer_opinion(menu, self, ref)
        menu.addSeparator()
        menu.addAction(self.tr("复制文字（不含出处）"), lambda: self.words_copied.emit(ref))
        menu.addAction(self.tr("复制（含出处）"), lambda: self.citation_requested.emit(ref))
        return menu

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
        KeyUse(("Space",), Phrase("KeyUses", "展开或收起全文"), lambda view: view.with_current(view.toggle)),
        KeyUse(("Down",), Phrase("KeyUses", "往下读，读完到下一张"), lambda view: read_on(view, 1)),
        KeyUse(("Up",), Phrase("KeyUses", "往上读，读完到上一张"), lambda view: read_on(view, -1)),
        KeyUse(("PgDown",), Phrase("KeyUses", "往下一屏"), lambda view: read_on(view, 1, page=True)),
        KeyUse(("PgUp",), Phrase("KeyUses", "往上一屏"), lambda view: read_on(view, -1, page=True)),
        KeyUse(("Home",), Phrase("KeyUses", "到第一张的开头"), lambda view: read_from_end(view, 1)),
        KeyUse(("End",), Phrase("KeyUses", "到最后一张的末尾"), lambda view: read_from_end(view, -1)),
        KeyUse(
            ("Ctrl+C",),
            Phrase("KeyUses", "复制文字（不含出处）"),
            lambda view: view.with_current(view.words_copied.emit),
        ),
        KeyUse(
            ("Ctrl+Shift+C",),
            Phrase("KeyUses", "复制（含出处）"),
            lambda view: view.with_current(view.citation_requested.emit),
        ),
        KeyUse(("Left",), Phrase("KeyUses", "到左边一类"), lambda view: view.neighbour_requested.emit(-1)),
        KeyUse(("Right",), Phrase("KeyUses", "到右边一类"), lambda view: view.neighbour_requested.emit(1)),
    )

    def _on_card_itself(self, index: QModelIndex, event: QMouseEvent) -> bool:
        rect = self.visualRect(index)
        place = event.position().toPoint()
        return not self._cards.mark_rect(index).contains(place) and place.x() > rect.left() + self._cards.arrow_width

    def selectionCommand(self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None) -> _Flag:  # noqa: ARG002
        """Let keys and the mouse lead anywhere: only :meth:`choose` chooses, in one column for all of them."""
        return _Flag.NoUpdate

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards anew where the width changed: a scroll bar that comes or goes changes it too."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose and unfold a card; its mark and its arrow answer for themselves."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._on_card_itself(index, event):
            self._cards.unfold(index, unfolded=True)
            self.fact_chosen.emit(index.data(ChangeRole.REF))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and self._cards.mark_rect(index).contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the card."""
        index, place = asked_row(self, event)
        if index.isValid():
            self.context_menu(index.data(ChangeRole.REF)).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; leave the rest to the list."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        """Stand on the first card when the focus comes by key."""
        super().focusInEvent(event)  # pyright: ignore[reportArgumentType]
        if not self.currentIndex().isValid() and self._shown.rowCount():
            self.setCurrentIndex(self._shown.index(0, 0))


class ChangeColumn(QWidget):
    """Head and cards of one kind."""

    def __init__(
        self,
        tokens: Tokens,
        model: ChangesModel,
        changes: ChangesFilter,
        kind: ChangeKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._model = model
        self._kind = kind
        self._shown = KindFilter(changes, kind, self)
        self._head = ColumnHead(tokens, kind, self)
        self._list = ChangeList(tokens, model, self._shown, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_s)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self._widen()
        tokens.changed.connect(self._widen)
        self.recount()

    @property
    def kind(self) -> ChangeKind:
        """The column's kind."""
        return self._kind

    @property
    def head(self) -> ColumnHead:
        """The column's name and number."""
        return self._head

    @property
    def list(self) -> ChangeList:
        """The column's cards."""
        return self._list

    def recount(self) -> None:
        """Say anew how many cards are shown."""
        self._head.show_count(self._shown.rowCount(), self._model.count_of(self._kind))

    def _widen(self) -> None:
        self.setMinimumWidth(_column_width(self._tokens))


def _column_width(tokens: Tokens) -> int:
    """Return the least width of a column in logical pixels."""
    return round(_COLUMN_WIDTH * tokens.text_size / 100)
