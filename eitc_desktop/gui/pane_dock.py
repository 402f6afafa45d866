"""A dock that floats with a frame, at a size that can be read, within the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAction, QColor, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from eitc_desktop.gui.dock_title import DockTitle
from eitc_desktop.gui.theme import Tokens

_ASIDE = 40  # logical pixels between the place that a dock leaves and the one it takes


class PaneDock(QDockWidget):
    """Holds a pane. ``float_action`` floats it and docks it again, as the button in its title does."""

    place_changed = Signal()  # or its size, or whether it is shown

    def __init__(self, tokens: Tokens, title: str, wanted: QSize, window: QMainWindow) -> None:
        super().__init__(title, window)
        self._tokens = tokens
        self._wanted = wanted
        self._main = window
        self._title = DockTitle(tokens, title, self)
        self._title.float_requested.connect(self.toggle_floating)
        self._title.close_requested.connect(self.close)
        self.setTitleBarWidget(self._title)
        self.float_action = QAction(title, self)
        self.float_action.setCheckable(True)
        self.float_action.triggered.connect(self.toggle_floating)
        self.topLevelChanged.connect(self._take_form)
        self.topLevelChanged.connect(self.place_changed)
        self.dockLocationChanged.connect(self.place_changed)
        self.visibilityChanged.connect(self.place_changed)

    def toggle_floating(self) -> None:
        """Float beside the place where the dock stands, or dock it again."""
        if self.isFloating() and self.isVisible():
            self.setFloating(False)
            return
        self.show()
        old = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        self.setFloating(True)
        self.setGeometry(floating_place(old, self._wanted, self._main.screen().availableGeometry()))
        self.activateWindow()

    def set_offered(self, offered: bool) -> None:
        """Say whether the menu offers to show and to float the dock."""
        self.toggleViewAction().setEnabled(offered)
        self.float_action.setEnabled(offered)

    def _take_form(self, floating: bool) -> None:
        self.float_action.setChecked(floating)
        self._title.set_floating(floating)
        self.setContentsMargins(*((2, 2, 2, 2) if floating else (0, 0, 0, 0)))

    # Qt overrides

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab lead on to the other panes, from a dock that floats as well."""
        return self._main.focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the new size."""
        super().resizeEvent(event)
        self.place_changed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell of the new place."""
        super().moveEvent(event)
        self.place_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of a dock that floats."""
        super().paintEvent(event)
        if self.isFloating():
            with QPainter(self) as painter:
                painter.setPen(QPen(QColor(self._tokens.muted), 2.0))
                painter.drawRect(QRect(self.rect()).adjusted(1, 1, -1, -1))


def floating_place(old: QRect, wanted: QSize, screen: QRect) -> QRect:
    """Return where a dock floats that stood at *old*: a little aside, no larger than *screen* allows, all within it."""
    size = wanted.boundedTo(screen.size() * 0.9)
    corner = old.topLeft() + QPoint(_ASIDE, _ASIDE)
    room = screen.adjusted(0, 0, -size.width(), -size.height())
    left = max(room.left(), min(corner.x(), room.right() - _ASIDE // 2))
    top = max(room.top(), min(corner.y(), room.bottom() - _ASIDE // 2))
    return QRect(QPoint(left, top), size)
