"""The list below the box that searches: lies over the panes, and leaves the keyboard where it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from eitc_desktop.gui.models.search_hits import SearchHitsModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.search_delegate import SearchDelegate
from eitc_desktop.services.search import Found, FoundGroup

_WIDTH = 620  # logical pixels, where there is room
_SHARE = 0.7  # of the window's height, at most


class SearchPopup(QFrame):
    """Stands in *window*, its right edge below that of *box*."""

    hit_chosen = Signal(object)  # Found

    def __init__(self, tokens: Tokens, box: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._box = box
        self._room = window
        self.setAccessibleName(self.tr("查找结果"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.model = SearchHitsModel(self)
        self.view = self._make_view()
        self._said = WrappedLabel(tokens, "", self, muted=True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        self.hide()
        tokens.changed.connect(self._measure_anew)
        window.installEventFilter(self)

    @property
    def current(self) -> Found | None:
        """The current hit, None where nothing was found."""
        return self.model.hit_at(self.view.currentIndex().row())

    def show_groups(self, groups: Sequence[FoundGroup]) -> None:
        """Show what was found, with the first hit as the current one."""
        self.model.show_groups(groups)
        self._said.hide()
        self.view.show()
        self._appear()
        self.move_rows(1)
        self.view.scrollToTop()

    def say(self, words: str) -> None:
        """Show *words* instead of hits."""
        self.model.show_groups(())
        self._said.setText(words)
        self._said.show()
        self.view.hide()
        self._appear()

    def move_rows(self, step: int) -> None:
        """Make the hit *step* hits further the current one, as far as they go."""
        row = self.model.next_hit(self.view.currentIndex().row(), step)
        if row < 0:
            return
        index = self.model.index(row, 0)
        self.view.setCurrentIndex(index)
        above = self.model.index(row - 1, 0)
        if self.model.hit_at(row - 1) is None:
            self.view.scrollTo(above)  # the heading is seen with its first hit
            self.view.scrollTo(index)

    def move_pages(self, step: int) -> None:
        """Move by as many hits as are seen at once."""
        self.move_rows(step * max(self.view.viewport().height() // max(self._delegate.row_height(), 1) - 1, 1))

    def take_current(self) -> None:
        """Choose the current hit."""
        self._take(self.view.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        hit = self.model.hit_at(index.row())
        if hit is not None:
            self.hit_chosen.emit(hit)

    def _make_view(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        self._delegate = SearchDelegate(self._tokens, view)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("查找结果"))
        view.clicked.connect(self._take)
        view.selectionModel().currentChanged.connect(self._tell)
        return view

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        """Let a screen reader hear the current hit, though the keyboard is in the box."""
        if QAccessible.isActive() and index.isValid():
            event = QAccessibleEvent(self.view, QAccessible.Event.Focus)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def _appear(self) -> None:
        self._stand()
        self.show()
        self.raise_()

    def _stand(self) -> None:
        t, box = self._tokens, self._box
        corner = box.mapTo(self._room, QPoint(box.width(), box.height() + t.space_xs))
        width = min(max(_WIDTH, box.width()), self._room.width() - 2 * t.space_m)
        most = min(round(_SHARE * self._room.height()), self._room.height() - corner.y() - t.space_m)
        if self.view.isHidden():
            margin = t.space_l
            wanted = self._said.heightForWidth(width - 2 * margin) + 2 * margin
        else:
            margin = 1
            wanted = self.model.rowCount() * self._delegate.row_height() + 2 * margin
        self._column.setContentsMargins(margin, margin, margin, margin)
        left = max(corner.x() - width, t.space_m)
        self.setGeometry(left, corner.y(), width, min(wanted, most))

    def _measure_anew(self) -> None:
        self.view.doItemsLayout()
        if self.isVisible():
            self._stand()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._room and event.type() is QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge that parts the list from what it lies over."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(QColor(self._tokens.muted))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
