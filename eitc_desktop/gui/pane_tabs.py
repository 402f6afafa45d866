"""The tabs in the middle of the window."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget


class PaneTabs(QTabWidget):
    """Holds the panes that are read one at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        # the changes leave when the window becomes wide: then what was read before them is shown again
        self.tabBar().setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)

    def hold(self, place: int, pane: QWidget, title: str) -> None:
        """Take in *pane* as the tab number *place*; the one that is shown stays the one that is shown."""
        self.insertTab(place, pane, title)
        pane.setAccessibleName(title)

    def offer_whole_window(self, action: QAction) -> None:
        """Offer *action*, by which the tab that is shown gets the whole window: a button, and a double click."""
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        self.setCornerWidget(button)
        self.tabBarDoubleClicked.connect(lambda _tab: action.trigger())
