"""A provision's words are shown as they are, also where they look like the markup that Qt makes out of tooltips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QToolTip, QTreeView
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Finding, Severity
from eitc_desktop.reading import read_provision

MARKS = "<img>"


@pytest.fixture
def hostile(window: MainWindow, source_text: str) -> MainWindow:
    """The window with a provision whose names, headings, sentences and findings hold markup."""
    text = source_text
    for word in ("人员编制", "都市产业处", "政府信息公开", "无线电管理工作"):
        text = text.replace(word, f"{word[:2]}{MARKS}{word[2:]}")
    provision = read_provision(text)
    noticed = Finding(Severity.WARNING, "x", f"序号{MARKS}", provision.clauses[1].span)
    assert window.opened is not None
    window.show_library(replace(window.opened, provision=replace(provision, findings=(noticed,))))
    ref = next(FactRef(FactKind.DIVISION, at) for at, each in enumerate(provision.divisions) if MARKS in each.name.text)
    window.selection.select(ref)
    QApplication.processEvents()
    return window


def indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            yield model.index(row, column, parent)
        yield from indexes(model, model.index(row, 0, parent))


def tooltips(view: QTreeView) -> list[str]:
    """Return what is shown while the mouse rests on each cell whose words hold marks, as Qt is given it."""
    shown: list[str] = []
    for index in indexes(view.model(), QModelIndex()):
        if MARKS not in str(index.data()):
            continue
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        place = view.visualRect(index).center()
        QToolTip.hideText()
        there = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), there)
        shown.append(QToolTip.text())
    return shown


@pytest.mark.qt_log_ignore("^This plugin does not support raise", extend=True)
def test_no_pane_takes_words_for_markup(hostile: MainWindow) -> None:
    for view in (hostile.tree.view, hostile.source.outline, hostile.source.facts):
        assert isinstance(view, QTreeView)
        shown = tooltips(view)
        assert shown
        for words in shown:
            assert escape(MARKS) in words
            assert MARKS not in words


@pytest.mark.qt_log_ignore("^This plugin does not support raise", extend=True)
@pytest.mark.parametrize("asked", ["show_findings", "go_to_clause"])
def test_no_dialog_does_either(qtbot: QtBot, hostile: MainWindow, asked: str) -> None:
    getattr(hostile.dialogs, asked)()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for line in dialog.findChildren(QLineEdit):
        line.setText("编制")
    QApplication.processEvents()
    shown = tooltips(dialog.findChildren(QTreeView)[0])
    assert shown
    for words in shown:
        assert escape(MARKS) in words
        assert MARKS not in words
    dialog.close()
