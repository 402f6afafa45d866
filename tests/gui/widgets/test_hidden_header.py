"""A tree whose rows change is painted once, with its columns as wide as they then are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.place_facts import PlaceColumn
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision


class Paintings(QObject):
    """Counts how often a view is painted."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def source(qtbot: QtBot, tokens: Tokens, provision: Provision) -> SourcePane:
    pane = SourcePane(tokens)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show_provision(provision)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.wait(50)
    return pane


def test_other_facts_are_painted_once(qtbot: QtBot, source: SourcePane) -> None:
    paintings = Paintings(source.facts)
    source.show_selected(FactRef(FactKind.DIVISION, 3))
    qtbot.waitUntil(lambda: paintings.count > 0)
    qtbot.wait(50)
    assert paintings.count == 1


def test_columns_fill_another_width(qtbot: QtBot, source: SourcePane) -> None:
    source.show_selected(FactRef(FactKind.DIVISION, 3))
    for width in (900, 600):
        source.resize(width, 600)
        qtbot.wait(50)
        widths = [source.facts.columnWidth(column) for column in PlaceColumn]
        assert sum(widths) == source.facts.viewport().width()
        assert all(width > 0 for width in widths)


def test_what_a_filter_leaves_is_painted_once(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    pane = TreePane(tokens)
    qtbot.addWidget(pane)
    pane.resize(260, 400)
    pane.show_provision(provision, {})
    pane.show()
    qtbot.waitExposed(pane)
    pane.filter_line.setText("处")
    qtbot.wait(50)
    paintings = Paintings(pane.view)
    pane.filter_line.setText("产业处")
    qtbot.waitUntil(lambda: paintings.count > 0)
    qtbot.wait(50)
    assert paintings.count == 1
