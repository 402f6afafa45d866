from __future__ import annotations

from pytestqt.qtbot import QtBot

from eitc_desktop.gui.selection import Selection
from eitc_desktop.model.facts import FactKind, FactRef

BODY = FactRef(FactKind.BODY)
DIVISION = FactRef(FactKind.DIVISION, 3)


def test_tells_what_was_selected_once(qtbot: QtBot) -> None:
    selection = Selection()
    told: list[FactRef] = []
    selection.fact_selected.connect(told.append)
    selection.fact_selected.connect(selection.select)  # a pane that answers what it is told makes no loop
    selection.select(DIVISION)
    selection.select(FactRef(FactKind.DIVISION, 3))
    selection.select(BODY)
    assert told == [DIVISION, BODY]
    assert selection.current == BODY


def test_cleared_selection_can_select_the_same_again(qtbot: QtBot) -> None:
    selection = Selection()
    selection.select(BODY)
    selection.clear()
    assert selection.current is None
    with qtbot.waitSignal(selection.fact_selected):
        selection.select(BODY)
