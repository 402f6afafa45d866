"""What the window does, and doesn't, for one choice and for none."""

from __future__ import annotations

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.widgets.page_scroll import PageScroll
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.model.facts import FactKind, FactRef


class Counter(QObject):
    """Counts the paintings of each widget."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: dict[QObject, int] = {}

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.painted[watched] = self.painted.get(watched, 0) + 1
        return False


def settle() -> None:
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


def clocks(window: QWidget) -> list[str]:
    """Timers that tick on and on in the window, by what they belong to."""
    dispatcher = QAbstractEventDispatcher.instance()
    everything = [window, *window.findChildren(QObject)]
    return [type(each).__name__ for each in everything if dispatcher.registeredTimers(each)]


def test_an_idle_window_has_no_clock_running(qtbot: QtBot, window: MainWindow) -> None:
    for home in (window.tree.home, window.source.home, window.detail.home, window.changes.home):
        home.setFocus()
        settle()
        qtbot.waitUntil(lambda: clocks(window) == [])


def test_choosing_paints_every_widget_once(window: MainWindow) -> None:
    for index in (3, 8, 12):
        window.selection.select(FactRef(FactKind.DIVISION, index))
        settle()
    counter = Counter()
    QApplication.instance().installEventFilter(counter)
    window.selection.select(FactRef(FactKind.DIVISION, 11))
    settle()
    QApplication.instance().removeEventFilter(counter)
    view = window.detail.findChildren(PageView)[-1]
    assert counter.painted[view] == 1
    assert counter.painted[window.source.home] == 1
    assert max(counter.painted.values()) <= 2


def test_a_page_is_placed_once_for_its_width(window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.DIVISION, 11))
    settle()
    view = window.detail.findChildren(PageView)[-1]
    scroll = window.detail.findChild(PageScroll)
    assert scroll is not None
    place = view.size()
    moved = Moves()
    for child in view.findChildren(QWidget):
        child.installEventFilter(moved)
    scroll.resize(scroll.width(), scroll.height() - 7)
    settle()
    assert view.width() == place.width()
    assert moved.count == 0


class Moves(QObject):
    """Counts how often widgets are moved or get another size."""

    count = 0

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        self.count += event.type() in {QEvent.Type.Move, QEvent.Type.Resize}
        return False
