"""职能转变 by keyboard alone: reading, sorting, copying, filtering."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.model.provision import ChangeKind, Provision

KEY = Qt.Key


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision) -> ChangesPane:
    pane = ChangesPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(1366, 240)
    pane.show_provision(provision)
    pane.show()
    qtbot.waitActive(pane)
    QApplication.processEvents()
    return pane


def cards(pane: ChangesPane, kind: ChangeKind) -> ChangeList:
    return next(column.list for column in pane.board.columns if column.kind is kind)


def unfold(pane: ChangesPane, kind: ChangeKind) -> ChangeList:
    """Give the keyboard to the cards of *kind*, all unfolded, from the first one on."""
    pane.resize(900, 240)
    view = cards(pane, kind)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for row in range(view.model().rowCount()):
        view.cards.unfold(view.model().index(row, 0), unfolded=True)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(0)
    return view


def seen_of(view: ChangeList) -> tuple[int, int]:
    """Return which part of all cards is in sight."""
    top = view.verticalScrollBar().value()
    return top, top + view.viewport().height()


@pytest.mark.parametrize(("there", "back"), [(KEY.Key_Down, KEY.Key_Up), (KEY.Key_PageDown, KEY.Key_PageUp)])
@pytest.mark.parametrize("kind", [ChangeKind.DEVOLVED, ChangeKind.STRENGTHENED, ChangeKind.ADDED])
def test_cards_taller_than_their_list_are_read_wholly(
    qtbot: QtBot, pane: ChangesPane, kind: ChangeKind, there: Qt.Key, back: Qt.Key
) -> None:
    view = unfold(pane, kind)
    model = view.model()
    heights = [view.visualRect(model.index(row, 0)).height() for row in range(model.rowCount())]
    assert max(heights) > view.viewport().height()
    for key, row in ((there, model.rowCount() - 1), (back, 0)):
        covered = [seen_of(view)]
        for _ in range(100):
            qtbot.keyClick(view, key)
            covered.append(seen_of(view))
            if covered[-1] == covered[-2] and view.currentIndex().row() == row:
                break
        assert view.currentIndex().row() == row
        reached = sorted(covered)
        assert reached[0][0] == 0
        assert max(bottom for _, bottom in reached) >= sum(heights)
        assert all(after[0] <= before[1] for before, after in pairwise(reached))


def test_home_and_end_lead_to_both_ends_of_the_cards(qtbot: QtBot, pane: ChangesPane) -> None:
    view = unfold(pane, ChangeKind.STRENGTHENED)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, KEY.Key_End)
    assert (view.currentIndex().row(), bar.value()) == (3, bar.maximum())
    qtbot.keyClick(view, KEY.Key_Home)
    assert (view.currentIndex().row(), bar.value()) == (0, 0)
