"""Back, forward, the places visited last and the box for searching, at the right end of the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QWindow
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMenu, QMenuBar, QToolButton, QWidget

from eitc_desktop.gui.history import History
from eitc_desktop.gui.icons import icon_size
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.search_box import SearchBox

_BOX_WIDTH = (160, 340)  # logical pixels, at least and at most


class NavigationBar(QWidget):
    """Shows actions as buttons, the menu of places under them, and beside them the box that searches."""

    def __init__(self, tokens: Tokens, actions: tuple[QAction, ...], recent: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._recent = recent
        self._buttons: list[QToolButton] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, tokens.space_s, 0)
        line.setSpacing(tokens.space_xs)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(self.tr("{0}（{1}）").format(action.text(), keys))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self._buttons.append(button)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the actions lead there faster
            line.addWidget(button)
        self.search_box = SearchBox(self)
        line.addWidget(self.search_box)
        self._dress()
        tokens.changed.connect(self._dress)

    def fit(self, bar: QMenuBar) -> None:
        """Let the box take what the menus in *bar* leave it."""
        menus = [action.text() for action in bar.actions() if action.isVisible()]
        metrics, t = bar.fontMetrics(), self._tokens
        used = sum(metrics.size(Qt.TextFlag.TextShowMnemonic, words).width() + 2 * t.space_m for words in menus)
        used += (len(menus) + 1) * t.space_s  # what the style puts between them
        used += sum(button.sizeHint().width() + t.space_xs for button in self._buttons) + t.space_s
        least, most = _BOX_WIDTH
        width = min(max(bar.width() - used - t.space_xl, least), most)
        if width != self.search_box.width():
            self.search_box.setFixedWidth(width)
        self.adjustSize()
        bar.setCornerWidget(self)  # it is placed anew by this alone

    def drop_recent(self) -> None:
        """Show the menu of the places visited last under the bar, with the first of them chosen."""
        self._recent.popup(self.mapToGlobal(QPoint(0, self.height())))
        first = next((action for action in self._recent.actions() if action.isEnabled()), None)
        if first is not None:
            self._recent.setActiveAction(first)

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIconSize(icon_size(self._tokens))


class MouseWays(QObject):
    """Answers the buttons for back and forward that many a mouse has, wherever in the window or its docks it is."""

    def __init__(self, history: History, window: QWindow, docks: tuple[QDockWidget, ...]) -> None:
        super().__init__(window)
        self._history = history
        self._docks = docks
        window.installEventFilter(self)
        for dock in docks:
            dock.visibilityChanged.connect(self._follow_docks)
        self._follow_docks()

    @Slot()
    def _follow_docks(self) -> None:
        """Listen over docks that float: each time they do they have another window of their own."""
        for dock in self._docks:
            handle = dock.windowHandle() if dock.isFloating() else None
            if handle is not None:
                handle.installEventFilter(self)  # where it is already, nothing changes

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Take the presses of these buttons, which would otherwise choose what is under the mouse."""
        if event.type() is not QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        match event.button():
            case Qt.MouseButton.BackButton:
                self._history.go_back()
            case Qt.MouseButton.ForwardButton:
                self._history.go_forward()
            case _:
                return False
        return True
