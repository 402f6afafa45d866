"""Actions that several panes have alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def find_action(pane: QWidget, find_requested: SignalInstance) -> QAction:
    """Return an action by which Ctrl+F anywhere in *pane*, which has nothing to filter, asks for the search."""
    find = QAction(QCoreApplication.translate("PaneActions", "查找…"), pane)
    find.setShortcut(QKeySequence("Ctrl+F"))
    find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    find.triggered.connect(lambda _checked=False: find_requested.emit())
    return find
