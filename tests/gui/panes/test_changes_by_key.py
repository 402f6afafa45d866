"""职能转变 by keyboard alone: reading, sorting, copying, filtering."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.changes import ChangeColumn, ChangeRole
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing

KEY = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


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


def test_a_card_and_rows_are_copied_with_their_source(
    qtbot: QtBot, pane: ChangesPane, provision: Provision, clipboard_text: Callable[[], str]
) -> None:
    cite = Citing(provision).cite
    view = cards(pane, ChangeKind.DEVOLVED)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, KEY.Key_End)
    qtbot.keyClick(view, KEY.Key_C, CONTROL_SHIFT)
    assert clipboard_text() == cite(FactRef(FactKind.CHANGE, 9))
    pane.show_as_table(True)
    pane.show_selected(FactRef(FactKind.CHANGE, 0))
    qtbot.keyClick(pane.table, KEY.Key_C, CONTROL_SHIFT)
    assert clipboard_text() == cite(FactRef(FactKind.CHANGE, 0))


def marked(pane: ChangesPane) -> list[FactRef]:
    return [column.list.chosen for column in pane.board.columns if column.list.chosen is not None]


def test_keys_move_the_frame_and_never_choose_a_second_card(qtbot: QtBot, pane: ChangesPane) -> None:
    chosen = FactRef(FactKind.CHANGE, 0)
    pane.show_selected(chosen)
    view = cards(pane, ChangeKind.STRENGTHENED)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (KEY.Key_Down, KEY.Key_End, KEY.Key_Home, KEY.Key_PageDown, KEY.Key_Space):
        qtbot.keyClick(view, key)
        assert marked(pane) == [chosen]
    qtbot.keyClick(view, KEY.Key_Return)
    assert marked(pane) == [view.currentIndex().data(ChangeRole.REF)]


def test_a_filter_that_hides_the_chosen_card_chooses_no_other(pane: ChangesPane) -> None:
    chosen = FactRef(FactKind.CHANGE, 1)
    pane.show_selected(chosen)
    pane.words.setText("协会")
    assert marked(pane) in ([], [chosen])
    pane.words.clear()
    assert marked(pane) == [chosen]


def test_the_table_is_sorted_by_the_column_in_which_the_keyboard_stands(qtbot: QtBot, pane: ChangesPane) -> None:
    pane.show_as_table(True)
    table, header = pane.table, pane.table.horizontalHeader()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, KEY.Key_Home)
    first = []
    for key, order in ((KEY.Key_Down, Qt.SortOrder.DescendingOrder), (KEY.Key_Up, Qt.SortOrder.AscendingOrder)):
        with qtbot.waitSignal(pane.notice_given) as told:
            qtbot.keyClick(table, key, Qt.KeyboardModifier.AltModifier)
        assert "“类别”" in told.args[0]
        assert header.isSortIndicatorShown()
        assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (ChangeColumn.KIND, order)
        first.append(pane.changes.index(0, ChangeColumn.KIND).data())
    assert first == ["↑ 加强", "✕ 取消"]
    qtbot.keyClick(table, KEY.Key_Right)
    qtbot.keyClick(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert header.sortIndicatorSection() == ChangeColumn.SUBJECT
