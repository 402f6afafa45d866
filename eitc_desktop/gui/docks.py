"""Where the panes stand: docks around the text, and their form in a narrow window."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from eitc_desktop.gui.drawer import DrawerFrame
from eitc_desktop.gui.pane_dock import PaneDock
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.window_place import brought_back

_NARROW = 1000  # logical pixels: below this, changes become a tab and details a drawer
_TREE_WIDTH, _DETAIL_WIDTH, _CHANGES_HEIGHT = 304, 352, 256
_FLOATING_TALL, _FLOATING_WIDE = (400, 560), (960, 380)
_TREE_WIDTH_NARROW = 232


class _Form(Enum):
    """What there is room for."""

    WIDE = auto()
    NARROW = auto()


class PaneDocks(QObject):
    """Owns the docks of one window; the panes themselves know nothing of where they stand.

    How the docks stand is kept for each form by itself: noted when somebody moves them, given back when the window
    takes the form again. While there is nothing to show they are withdrawn, and nothing is noted; nor while the user
    has put them aside to read one tab in the whole window.
    """

    aside_changed = Signal(bool)

    def __init__(
        self,
        tokens: Tokens,
        window: QMainWindow,
        tabs: QTabWidget,
        drawer: DrawerFrame,
    ) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window
        self._tabs = tabs
        self._drawer = drawer
        self._form = _Form.WIDE
        self._withdrawn = False
        self._aside = False
        self._drawer_was_open = True  # before everything was put aside
        self._moving = False  # the window takes its size or form: how the docks stand now is nobody's wish
        self._kept: dict[_Form, QByteArray | None] = dict.fromkeys(_Form)  # None: as at first start
        self._sizes: dict[_Form, tuple[QSize, ...]] = {}  # of the docks: a state is given back in proportion only
        self._focused: QWidget | None = None  # what had the keyboard before its pane was moved
        self._note = QTimer(self)
        self._note.setSingleShot(True)
        self._note.setInterval(0)
        self._note.timeout.connect(self._note_places)
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks,
        )
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.tree = self._dock("tree", self.tr("机构树"), Qt.DockWidgetArea.LeftDockWidgetArea)
        self.detail = self._dock("detail", self.tr("详情"), Qt.DockWidgetArea.RightDockWidgetArea)
        self.changes = self._dock("changes", self.tr("职能转变"), Qt.DockWidgetArea.BottomDockWidgetArea)

    def hold(self, tree: QWidget, detail: QWidget, changes: QWidget) -> None:
        """Take the panes, each made within its dock: what is moved to another parent is styled anew."""
        self._detail, self._changes = detail, changes
        for dock, pane in zip(self.all(), (tree, detail, changes), strict=True):
            pane.setAccessibleName(dock.windowTitle())
            dock.setWidget(pane)
        self._first = self._window.saveState()
        self._give_first_sizes()

    @property
    def is_narrow(self) -> bool:
        """True while the window is too narrow for three panes side by side and one below."""
        return self._form is _Form.NARROW

    @property
    def layouts(self) -> tuple[str | None, str | None]:
        """How the docks stand in a wide and in a narrow window, in base64; None: as at first start."""
        wide, narrow = (self._kept[form] for form in _Form)
        return _words_of(wide), _words_of(narrow)

    def all(self) -> tuple[PaneDock, ...]:
        """Return the docks in the order of the menu."""
        return (self.tree, self.detail, self.changes)

    def restore(self, wide: str | None, narrow: str | None) -> None:
        """Let the docks stand as they did when ``layouts`` said this; what is no layout changes nothing."""
        self.set_aside(aside=False)
        self._kept = {_Form.WIDE: _state_of(wide), _Form.NARROW: _state_of(narrow)}
        self._sizes = {}
        self._stand()

    def reset(self) -> None:
        """Put everything back to where it stood at first start, in either form."""
        self.set_aside(aside=False)
        self._kept = dict.fromkeys(_Form)
        self._sizes = {}
        self._drawer.reset()
        self._stand()

    def withdraw(self) -> None:
        """Hide every dock: there is nothing to show in them."""
        self.set_aside(aside=False)
        self._withdrawn = True
        for dock in self.all():
            dock.hide()
            dock.set_offered(False)

    def come_back(self) -> None:
        """Let the docks stand as before they withdrew."""
        self._withdrawn = False
        self._stand()

    @property
    def are_aside(self) -> bool:
        """Whether the tab shown has the whole window."""
        return self._aside

    def set_aside(self, *, aside: bool) -> None:
        """Give the whole window to the tab that is shown, or let the docks stand as they did before."""
        if self._withdrawn or aside is self._aside:
            return
        if aside:
            if self._note.isActive():
                self._note_places()
            self._aside = True
            self._drawer_was_open = self._drawer.is_open
            self._drawer.set_open(open_=False)
            for dock in self.all():
                if not dock.isFloating():
                    dock.hide()
        else:
            self._aside = False
            self._drawer.set_open(open_=self._drawer_was_open)
            self._stand()
        self.aside_changed.emit(aside)

    def bring_forward(self, pane: QWidget) -> None:
        """Show *pane* wherever it stands."""
        if self._withdrawn:
            return
        if self.is_narrow and pane is self._detail:
            self._drawer.set_open(open_=True)
            return
        for dock in self.all():
            if dock.widget() is pane:
                dock.show()
                dock.raise_()
        if self._tabs.indexOf(pane) >= 0:
            self._tabs.setCurrentWidget(pane)

    def is_in_front(self, pane: QWidget) -> bool:
        """Say whether *pane* is the tab that is shown."""
        return self._tabs.currentWidget() is pane

    def fit(self, width: int) -> None:
        """Take the form for a window *width* logical pixels wide."""
        form = _Form.NARROW if width < _NARROW else _Form.WIDE
        if form is self._form:
            return
        self.set_aside(aside=False)
        self._form = form
        moved = (self._changes, self._detail)
        focused = QApplication.focusWidget() or self._window
        self._focused = focused if any(pane.isAncestorOf(focused) for pane in moved) else None
        if form is _Form.NARROW:
            self._tabs.addTab(self._changes, self.changes.windowTitle())
            if self._changes.isAncestorOf(focused):
                self._tabs.setCurrentWidget(self._changes)
            self._drawer.hold(self._detail)
            self.changes.hide()
            self.detail.hide()
        else:
            self._tabs.removeTab(self._tabs.indexOf(self._changes))
            self._drawer.release()
            for dock, pane in ((self.changes, self._changes), (self.detail, self._detail)):
                dock.setWidget(pane)
                pane.show()
        # the window is in the middle of taking its size: the docks can be given theirs when it has it
        self._moving = True
        QTimer.singleShot(0, self, self._stand)

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> PaneDock:
        wide = area is Qt.DockWidgetArea.BottomDockWidgetArea
        dock = PaneDock(self._tokens, title, QSize(*(_FLOATING_WIDE if wide else _FLOATING_TALL)), self._window)
        dock.setObjectName(name)
        dock.place_changed.connect(self._note.start)
        self._window.addDockWidget(area, dock)
        return dock

    def _stand(self) -> None:
        """Let the docks stand as is kept for the form that the window has now."""
        if self._withdrawn:
            return
        self._moving = True
        layout = self._window.layout()
        if layout is not None:
            layout.activate()  # the middle may need less room than a moment ago
        kept = self._kept[self._form]
        if kept is None or not self._window.restoreState(kept):
            self._window.restoreState(self._first)
            self._give_first_sizes()
        for dock, size in zip(self.all(), self._sizes.get(self._form, ()), strict=False):
            if dock.isVisible() and not dock.isFloating():
                self._window.resizeDocks([dock], [size.width()], Qt.Orientation.Horizontal)
                self._window.resizeDocks([dock], [size.height()], Qt.Orientation.Vertical)
        for dock in self.all():
            stands_elsewhere = self.is_narrow and dock is not self.tree
            dock.set_offered(not stands_elsewhere)
            if stands_elsewhere:
                dock.setFloating(False)
                dock.hide()
        self._bring_back()
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None
        QTimer.singleShot(0, self, self._rest)  # they have moved by then

    def _rest(self) -> None:
        self._moving = False
        self._note.stop()

    def _note_places(self) -> None:
        if not (self._withdrawn or self._aside or self._moving):
            self._kept[self._form] = self._window.saveState()
            self._sizes[self._form] = tuple(dock.size() for dock in self.all())

    def _bring_back(self) -> None:
        """Bring docks that float off every screen back onto one."""
        screens = [screen.availableGeometry() for screen in QApplication.screens()]
        for dock in self.all():
            if dock.isFloating():
                dock.setGeometry(brought_back(dock.geometry(), screens, self._window.screen().availableGeometry()))

    def _give_first_sizes(self) -> None:
        if self.is_narrow:
            self._window.resizeDocks([self.tree], [_TREE_WIDTH_NARROW], Qt.Orientation.Horizontal)
            return
        self._window.resizeDocks([self.tree, self.detail], [_TREE_WIDTH, _DETAIL_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self.changes], [_CHANGES_HEIGHT], Qt.Orientation.Vertical)


def _words_of(state: QByteArray | None) -> str | None:
    return None if state is None else bytes(state.toBase64().data()).decode()


def _state_of(words: str | None) -> QByteArray | None:
    return None if words is None else QByteArray.fromBase64(words.encode())
