"""Where the panes stand: docks around the text, and their form in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from eitc_desktop.gui.drawer import DrawerFrame
from eitc_desktop.gui.pane_dock import PaneDock
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.window_place import brought_back

_NARROW = 1000  # logical pixels: below this, changes become a tab and details a drawer
_TREE_WIDTH, _DETAIL_WIDTH, _CHANGES_HEIGHT = 304, 352, 256
_FLOATING_TALL, _FLOATING_WIDE = (400, 560), (960, 380)
_TREE_WIDTH_NARROW = 232


class PaneDocks(QObject):
    """Owns the docks of one window; the panes themselves know nothing of where they stand."""

    def __init__(self, tokens: Tokens, window: QMainWindow, tabs: QTabWidget, drawer: DrawerFrame) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window
        self._tabs = tabs
        self._drawer = drawer
        self._narrow = False
        self._first_state = QByteArray()
        self._withdrawn = QByteArray()  # while there is nothing to show: how it stood before
        self._wide_state = QByteArray()  # while the window is narrow: how it stood before
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks,
        )
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)

    @property
    def is_narrow(self) -> bool:
        """True while the window is too narrow for three panes side by side and one below."""
        return self._narrow

    @property
    def state(self) -> str:
        """How the docks stand in a window that is wide enough for them, in base64."""
        state = self._wide_state if self._narrow else self._window.saveState()
        return bytes(state.toBase64().data()).decode()

    def place(self, tree: QWidget, detail: QWidget, changes: QWidget) -> None:
        """Put the panes where they stand at first start."""
        self._detail, self._changes = detail, changes
        self.tree = self._dock(tree, "tree", self.tr("机构树"), Qt.DockWidgetArea.LeftDockWidgetArea)
        self.detail = self._dock(detail, "detail", self.tr("详情"), Qt.DockWidgetArea.RightDockWidgetArea)
        self.changes = self._dock(changes, "changes", self.tr("职能转变"), Qt.DockWidgetArea.BottomDockWidgetArea)
        self._first_state = self._window.saveState()
        self._set_sizes()

    def all(self) -> tuple[PaneDock, ...]:
        """Return the docks in the order of the menu."""
        return (self.tree, self.detail, self.changes)

    def restore(self, state: str) -> None:
        """Let the docks stand as they did when *state* was taken; what is no state changes nothing."""
        kept = QByteArray.fromBase64(state.encode())
        if self._narrow:
            self._wide_state = kept
        elif self._window.restoreState(kept):
            self._bring_back()

    def reset(self) -> None:
        """Put everything back to where it stood at first start."""
        if self._narrow:
            self._wide_state = self._first_state
            self.tree.setFloating(False)
            self.tree.show()
            self._drawer.set_open(open_=True)
        else:
            self._window.restoreState(self._first_state)
            for dock in self.all():
                dock.setFloating(False)
                dock.show()
        self._set_sizes()

    def withdraw(self) -> None:
        """Hide every dock: there is nothing to show in them."""
        self._withdrawn = self._window.saveState()
        for dock in self.all():
            dock.hide()
            dock.set_offered(False)

    def come_back(self) -> None:
        """Let the docks stand as before they withdrew."""
        self._window.restoreState(self._withdrawn)
        for dock in self.all():
            dock.set_offered(True)

    def bring_forward(self, pane: QWidget) -> None:
        """Show *pane* wherever it stands."""
        if self._narrow and pane is self._detail:
            self._drawer.set_open(open_=True)
            return
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
            self._wide_state = self._window.saveState()
            self.changes.hide()
            self.detail.hide()
            self._tabs.addTab(self._changes, self.changes.windowTitle())
            self._drawer.hold(self._detail)
        else:
            self._tabs.removeTab(self._tabs.indexOf(self._changes))
            self._drawer.release()
            for dock, pane in ((self.changes, self._changes), (self.detail, self._detail)):
                dock.setWidget(pane)
                pane.show()
        self.changes.set_offered(not narrow)
        self.detail.set_offered(not narrow)
        # the window is in the middle of taking its size: the docks can be given theirs when it has it
        QTimer.singleShot(0, self, self._set_sizes if narrow else self._stand_as_before)

    def _dock(self, pane: QWidget, name: str, title: str, area: Qt.DockWidgetArea) -> PaneDock:
        wide = area is Qt.DockWidgetArea.BottomDockWidgetArea
        dock = PaneDock(self._tokens, title, QSize(*(_FLOATING_WIDE if wide else _FLOATING_TALL)), self._window)
        dock.setObjectName(name)
        pane.setAccessibleName(title)
        dock.setWidget(pane)
        self._window.addDockWidget(area, dock)
        return dock

    def _stand_as_before(self) -> None:
        if not self._narrow:
            self._window.restoreState(self._wide_state)
            self._bring_back()

    def _bring_back(self) -> None:
        """Bring docks that float off every screen back onto one."""
        screens = [screen.availableGeometry() for screen in QApplication.screens()]
        for dock in self.all():
            if dock.isFloating():
                dock.setGeometry(brought_back(dock.geometry(), screens, self._window.screen().availableGeometry()))

    def _set_sizes(self) -> None:
        if self._narrow:
            self._window.resizeDocks([self.tree], [_TREE_WIDTH_NARROW], Qt.Orientation.Horizontal)
            return
        self._window.resizeDocks([self.tree, self.detail], [_TREE_WIDTH, _DETAIL_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self.changes], [_CHANGES_HEIGHT], Qt.Orientation.Vertical)
