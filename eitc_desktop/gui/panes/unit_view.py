"""The tree of units as a widget: groups fold and unfold but are never chosen, a row is quoted with its clause."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView

from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import asked_row
from eitc_desktop.phrases import Phrase


class UnitView(QTreeView):
    """Keys pass over groups; a click on one, or Space on a unit within it, folds and unfolds it.

    The view's actions are the menu of a unit.
    """

    copy_requested = Signal()
    clause_requested = Signal()

    def fold(self) -> None:
        """Fold the group of the current row, or unfold it."""
        above = self.currentIndex().parent()
        if _is_group(above):
            self.setExpanded(above, not self.isExpanded(above))

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return a menu with what can be done with a unit; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        offer_opinion(menu, self, index.data(UnitRole.REF))
        return menu

    def _copy(self) -> None:
        self.copy_requested.emit()

    def _request_clause(self) -> None:
        self.clause_requested.emit()

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示"), _request_clause),
        KeyUse(("Space",), Phrase("KeyUses", "折叠或展开所在的一组"), fold),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制（含出处）"), _copy),
    )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; leave the rest to the tree."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold a group; it doesn't become the current row."""
        index = self.indexAt(event.position().toPoint())
        if _is_group(index):
            if event.button() is Qt.MouseButton.LeftButton:
                self.setExpanded(index, not self.isExpanded(index))
        elif event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)
        elif index.isValid():
            self.setCurrentIndex(index)  # chosen as by a key: a menu is about what the window shows

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a unit."""
        index, place = asked_row(self, event)
        if index.isValid() and not _is_group(index):
            self.context_menu(index).popup(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads: to a unit, past groups. Right from above unfolds the groups below."""
        move = QAbstractItemView.CursorAction
        found = super().moveCursor(action, modifiers)
        if action is move.MoveLeft:
            return found.parent() if _is_group(found) else found
        if action is move.MoveRight and _is_group(found):
            above = found.parent()
            for row in range(self.model().rowCount(above)):
                self.expand(self.model().index(row, 0, above))
        while _is_group(found):
            back = action in {move.MoveUp, move.MovePrevious, move.MovePageUp, move.MoveEnd}
            found = self.indexAbove(found) if back else self.indexBelow(found)
        return found if found.isValid() else self.currentIndex()


def _is_group(index: QModelIndex | QPersistentModelIndex) -> bool:
    return index.isValid() and bool(index.data(UnitRole.GROUP))
