"""Where the panes stand: docks around the text, and their form in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from eitc_desktop.gui.pane_dock import PaneDock
from eitc_desktop.gui.theme import Tokens

_NARROW = 1000  # logical pixels: below this, changes become a tab
_TREE_WIDTH, _DETAIL_WIDTH, _CHANGES_HEIGHT = 304, 352, 256
_FLOATING_TALL, _FLOATING_WIDE = (400, 560), (960, 380)
_TREE_WIDTH_NARROW, _DETAIL_WIDTH_NARROW = 232, 292


class PaneDocks(QObject):
    """Owns the docks of one window; the panes themselves know nothing of where they stand."""

    def __init__(self, tokens: Tokens, window: QMainWindow, tabs: QTabWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window
        self._tabs = tabs
        self._narrow = False
        self._first_state = QByteArray()
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks,
        )
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)

    @property
    def is_narrow(self) -> bool:
        """True while the window is too narrow for the changes' dock."""
        return self._narrow

    def place(self, tree: QWidget, detail: QWidget, changes: QWidget) -> None:
        """Put the panes where they stand at first start."""
        self._changes = changes
        self.tree = self._dock(tree, "tree", self.tr("机构树"), Qt.DockWidgetArea.LeftDockWidgetArea)
        self.detail = self._dock(detail, "detail", self.tr("详情"), Qt.DockWidgetArea.RightDockWidgetArea)
        self.changes = self._dock(changes, "changes", self.tr("职能转变"), Qt.DockWidgetArea.BottomDockWidgetArea)
        self._first_state = self._window.saveState()
        self._set_sizes()

    def all(self) -> tuple[PaneDock, ...]:
        """Return the docks in the order of the menu."""
        return (self.tree, self.detail, self.changes)

    def reset(self) -> None:
        """Put everything back to where it stood at first start."""
        narrow = self._narrow
        self.fit(_NARROW)
        self._window.restoreState(self._first_state)
        for dock in self.all():
            dock.setFloating(False)
            dock.show()
        self._set_sizes()
        if narrow:
            self.fit(_NARROW - 1)

    def bring_forward(self, pane: QWidget) -> None:
        """Show *pane* wherever it stands."""
        for dock in self.all():
            if dock.widget() is pane:
                dock.show()
                dock.raise_()
        if self._tabs.indexOf(pane) >= 0:
            self._tabs.setCurrentWidget(pane)

    def fit(self, width: int) -> None:
        """Take the form for a window *width* logical pixels wide."""
        narrow = width < _NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self.changes.hide()
            self._tabs.addTab(self._changes, self.tr("职能转变"))
        else:
            self._tabs.removeTab(self._tabs.indexOf(self._changes))
            self.changes.setWidget(self._changes)
            self._changes.show()
            self.changes.show()
        self.changes.set_offered(not narrow)
        # the window is in the middle of taking its size: the docks can be given theirs when it has it
        QTimer.singleShot(0, self, self._set_sizes)

    def _dock(self, pane: QWidget, name: str, title: str, area: Qt.DockWidgetArea) -> PaneDock:
        wide = area is Qt.DockWidgetArea.BottomDockWidgetArea
        dock = PaneDock(self._tokens, title, QSize(*(_FLOATING_WIDE if wide else _FLOATING_TALL)), self._window)
        dock.setObjectName(name)
        pane.setAccessibleName(title)
        dock.setWidget(pane)
        self._window.addDockWidget(area, dock)
        return dock

    def _set_sizes(self) -> None:
        widths = [_TREE_WIDTH_NARROW, _DETAIL_WIDTH_NARROW] if self._narrow else [_TREE_WIDTH, _DETAIL_WIDTH]
        self._window.resizeDocks([self.tree, self.detail], widths, Qt.Orientation.Horizontal)
        self._window.resizeDocks([self.changes], [_CHANGES_HEIGHT], Qt.Orientation.Vertical)
