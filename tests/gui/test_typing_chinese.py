"""Chinese as input methods bring it: filters take what is committed, and composing disturbs nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QInputMethodEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.widgets.filter_line import FilterLine

PANES = pytest.mark.parametrize("pane", ["tree", "changes"])


def compose(line: QWidget, preedit: str, commit: str = "") -> None:
    """Send what an input method sends: what is being composed, underlined, and what is ready."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(line, event)


def filter_of(window: MainWindow, pane: str) -> FilterLine:
    """Return the filter of *pane*, with the keyboard in it."""
    window.activateWindow()
    shown: TreePane | ChangesPane = getattr(window, pane)
    shown.go_to_filter()
    line = QApplication.focusWidget()
    assert isinstance(line, FilterLine)
    return line


def picture(window: MainWindow, line: FilterLine) -> QImage:
    """Return what the window shows, its filter *line* left out."""
    image = window.grab().toImage()
    with QPainter(image) as painter:
        painter.fillRect(QRect(line.mapTo(window, QPoint(0, 0)), line.size()), QColor("black"))
    return image


@PANES
def test_composing_disturbs_nothing_and_committing_filters(window: MainWindow, pane: str) -> None:
    line = filter_of(window, pane)
    before = picture(window, line)
    for preedit in ("x", "xin", "xin xi", "信息"):
        compose(line, preedit)
        assert line.text() == ""
        assert picture(window, line) == before
    compose(line, "", "信息")
    assert line.text() == "信息"
    assert picture(window, line) != before


@PANES
def test_a_composition_given_up_leaves_all_as_it_was(window: MainWindow, pane: str) -> None:
    line = filter_of(window, pane)
    before = picture(window, line)
    compose(line, "xin")
    compose(line, "")
    assert picture(window, line) == before


@PANES
def test_marked_words_filter_until_others_are_committed(window: MainWindow, pane: str) -> None:
    line = filter_of(window, pane)
    compose(line, "", "信息")
    line.call()
    before = picture(window, line)
    compose(line, "chan")
    assert line.text() == ""  # what was marked gave way to the composition
    assert picture(window, line) == before
    compose(line, "", "产业")
    assert line.text() == "产业"
    assert picture(window, line) != before


def test_the_part_that_is_committed_filters_while_the_rest_is_composed(qtbot: QtBot, window: MainWindow) -> None:
    line = filter_of(window, "tree")
    with qtbot.waitSignal(line.words_settled) as told:
        compose(line, "xi", "信")
    assert told.args == ["信"]
    with qtbot.waitSignal(line.words_settled) as told:
        compose(line, "", "息")
    assert told.args == ["信息"]


@PANES
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_of_a_composition_neither_clear_nor_leave_the_line(
    qtbot: QtBot, window: MainWindow, pane: str, key: Qt.Key
) -> None:
    line = filter_of(window, pane)
    compose(line, "", "处")
    before, chosen = picture(window, line), window.selection.current
    compose(line, "xin")
    qtbot.keyClick(line, key)
    assert QApplication.focusWidget() is line
    assert line.text() == "处"
    assert window.selection.current == chosen
    assert picture(window, line) == before
    compose(line, "", "室")
    assert line.text() == "处室"
    qtbot.keyClick(line, Qt.Key.Key_Escape)  # the composition is over: Esc is the pane's again
    assert line.text() == ""


def test_a_composition_ends_with_the_keyboard_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    line = filter_of(window, "tree")
    compose(line, "", "信息")
    line.call()
    compose(line, "chan")
    window.go_to(window.tree)
    assert line.text() == ""
    assert window.tree.view.model().rowCount(window.tree.view.model().index(0, 0)) == 3  # all groups are back
    window.tree.go_to_filter()
    line.setText("处")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_words_put_there_meanwhile_end_a_composition(qtbot: QtBot, window: MainWindow) -> None:
    line = filter_of(window, "tree")
    compose(line, "xin")
    with qtbot.waitSignal(line.words_settled):
        line.setText("处")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.tree.view


@PANES
def test_the_placeholder_makes_room_for_a_composition(window: MainWindow, pane: str) -> None:
    line = filter_of(window, pane)
    compose(line, "xin")
    composing = line.grab().toImage()
    line.setPlaceholderText("")
    assert line.grab().toImage() == composing


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
@pytest.mark.parametrize("floating", [False, True], ids=["docked", "floating"])
@PANES
def test_candidates_are_offered_at_the_caret(window: MainWindow, pane: str, floating: bool) -> None:
    if floating:
        dock = window.docks.tree if pane == "tree" else window.docks.changes
        dock.toggle_floating()
        QApplication.processEvents()
    line = filter_of(window, pane)
    places: list[QRect] = []
    for preedit in ("", "xin xi"):
        compose(line, preedit)
        asked = line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = asked.toAlignedRect() if isinstance(asked, QRectF) else asked
        assert line.rect().contains(place)
        told = QApplication.inputMethod().cursorRectangle().toAlignedRect()  # in the window that holds the line
        assert told.topLeft() == line.mapTo(line.window(), place.topLeft())
        places.append(place)
    assert places[0].x() < places[1].x()
    if floating:
        assert line.window() is not window
        window.docks.reset()


def test_only_what_takes_text_is_offered_to_input_methods(window: MainWindow) -> None:
    window.activateWindow()
    window.changes.show_as_table(True)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        widget.setFocus()
        if QApplication.focusWidget() is widget:
            takes = isinstance(widget, QLineEdit)
            assert widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) is takes, widget


def test_keys_that_switch_input_methods_are_left_to_them(window: MainWindow) -> None:
    switches = {QKeySequence(keys) for keys in ("Ctrl+Space", "Shift+Space", "Meta+Space", "Ctrl+Shift", "Ctrl+.")}
    ours = {keys for action in window.findChildren(QAction) for keys in action.shortcuts()}
    assert not switches & ours
