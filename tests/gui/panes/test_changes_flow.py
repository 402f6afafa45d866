"""去向图 in the pane 职能转变: by mouse, by key, filtered, grouped, and heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.changes import ChangeRole
from eitc_desktop.gui.models.flow_rows import Grouping
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.theme import DARK, Tokens
from eitc_desktop.gui.widgets.change_flow import ChangeFlow
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing
from eitc_desktop.settings import ChangesView

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping) -> ChangesPane:
    pane = ChangesPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(900, 240)
    pane.show_provision(provision, mapping)
    pane.show()
    qtbot.waitActive(pane)
    pane.show_view(ChangesView.FLOW)
    QApplication.processEvents()
    return pane


@pytest.fixture
def flow(pane: ChangesPane) -> ChangeFlow:
    return pane.flow.picture


def change(index: int) -> FactRef:
    return FactRef(FactKind.CHANGE, index)


def test_the_picture_is_made_when_it_is_first_shown(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    pane = ChangesPane(tokens)
    qtbot.addWidget(pane)
    pane.show_provision(provision)
    pane.show()
    assert pane.findChildren(ChangeFlow) == []
    button = next(each for each in pane.findChildren(QToolButton) if each.text() == "去向图")
    with qtbot.waitSignal(pane.view_chosen) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == [ChangesView.FLOW]
    assert pane.flow.picture.isVisible()
    assert pane.home is pane.flow.picture
    pane.show_view(ChangesView.BOARD)
    assert not pane.flow.grouping.isVisible()


def test_a_label_and_a_line_choose_their_change(qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow) -> None:
    pane.resize(900, 1100)
    QApplication.processEvents()
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.mouseClick(flow.viewport(), LEFT, pos=flow.row_box(3).center().toPoint())
    assert chosen.args == [change(3)]
    assert flow.plan is not None
    number = next(n for n, placed in enumerate(flow.plan.rows) if placed.row.change == 9)
    line = [line for line in flow.plan.lines if line.number == number][-1]
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.mouseClick(flow.viewport(), LEFT, pos=((line.points[0] + line.points[1]) / 2).toPoint() + QPoint(0, 3))
    assert chosen.args == [change(9)]
    assert flow.chosen == change(9)


def test_a_mark_asks_for_its_clause(qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow) -> None:
    assert flow.plan is not None
    with qtbot.assertNotEmitted(pane.fact_chosen), qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.mouseClick(flow.viewport(), LEFT, pos=flow.plan.rows[1].mark.center().toPoint())
    assert asked.args == [change(1)]


def test_arrows_lead_through_all_changes_in_order_and_into_sight(
    qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow
) -> None:
    pane.home.setFocus()
    reached: list[int] = []
    for _ in range(16):
        assert flow.current is not None
        reached.append(flow.current.change)
        assert flow.viewport().rect().contains(flow.row_box(reached[-1]).center().toPoint())
        qtbot.keyClick(flow, KEY.Key_Down)
    assert reached == list(range(16))
    qtbot.keyClick(flow, KEY.Key_Home)
    assert flow.current is not None
    assert flow.current.change == 0
    qtbot.keyClick(flow, KEY.Key_PageDown)
    assert flow.current.change > 0
    qtbot.keyClick(flow, KEY.Key_End)
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.keyClick(flow, KEY.Key_Return)
    assert chosen.args == [change(15)]
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(flow, KEY.Key_Return, CONTROL)
    assert asked.args == [change(15)]


def test_the_change_under_the_keyboard_is_copied_with_its_source(
    qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow, provision: Provision, clipboard_text: Callable[[], str]
) -> None:
    pane.home.setFocus()
    qtbot.keyClick(flow, KEY.Key_Down)
    with qtbot.waitSignal(pane.notice_given):
        qtbot.keyClick(flow, KEY.Key_C, CONTROL)
    assert clipboard_text() == Citing(provision).cite(change(1))


def test_the_current_change_is_heard_with_where_it_goes(qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow) -> None:
    pane.home.setFocus()
    assert flow.accessibleName() == "职能转变去向图 第 1 项，共 16 项：取消：1.对传统工艺美术大师的认定"
    qtbot.keyClick(flow, KEY.Key_End)
    for _ in range(7):
        qtbot.keyClick(flow, KEY.Key_Up)
    lines = flow.accessibleDescription().splitlines()
    assert lines[1] == "去向：试点分园政府行政管理机构或分园所在区（县）管理部门"
    assert lines[-2:] == [
        "条件：经上海市经济和信息化委员会与上海市张江高新技术产业开发区管理委员会共同认可",
        "条款：一（二）1",
    ]


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_hovering_tells_all_of_a_change_and_whose_a_recipient_is(pane: ChangesPane, flow: ChangeFlow) -> None:
    pane.resize(900, 1100)
    QApplication.processEvents()
    assert flow.plan is not None
    association = next(end for end in flow.plan.ends if end.name == "上海市工艺美术行业协会")
    for place, words in (
        (flow.row_box(8).center().toPoint(), "共同认可"),
        (association.box.center().toPoint(), "3.对传统工艺美术精品的认定"),
    ):
        where = flow.viewport().mapToGlobal(place)
        QApplication.sendEvent(flow.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_filters_narrow_the_picture(qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow) -> None:
    pane.words.setText("协会")
    assert flow.plan is not None
    assert [placed.row.change for placed in flow.plan.rows] == [0, 1, 2]
    pane.words.clear()
    qtbot.mouseClick(pane.kind_button(ChangeKind.ABOLISHED), LEFT)
    assert flow.plan.rows[0].row.change == 8
    pane.words.setText("没有的词")
    assert not flow.isVisible()


def test_the_button_groups_by_recipient_and_by_division(qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow) -> None:
    button = pane.flow.grouping
    assert button.isVisible()
    for text, grouping, first in (("按去向", Grouping.RECIPIENT, "去向"), ("按处室", Grouping.UNIT, "技术进步处")):
        action = next(each for each in button.menu().actions() if each.text() == text)
        action.trigger()
        assert button.grouping is grouping
        assert flow.plan is not None
        assert flow.plan.headings[0].words.startswith(first)
        assert text in button.accessibleName()
    grouped = [placed.row.change for placed in flow.plan.rows] if flow.plan is not None else []
    assert grouped.count(14) == 3
    pane.home.setFocus()
    qtbot.keyClick(flow, KEY.Key_End)
    qtbot.keyClick(flow, KEY.Key_Return)
    assert flow.chosen == change(12)


def test_what_is_chosen_elsewhere_marks_its_changes_softly(
    qtbot: QtBot, pane: ChangesPane, flow: ChangeFlow, provision: Provision, mapping: Mapping
) -> None:
    before = flow.viewport().grab().toImage()
    with qtbot.assertNotEmitted(pane.fact_chosen):
        pane.show_selected(FactRef(FactKind.DIVISION, 14))
    assert pane.model.concerned == {5, 6, 7, 8}
    assert flow.chosen is None
    pane.show_selected(FactRef(FactKind.DUTY_ITEM, 9))
    assert flow.viewport().grab().toImage() != before
    index = pane.model.index(3, 0)
    assert index.data(ChangeRole.CONCERNED)
    assert "与所选内容有对应" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    pane.show_selected(change(0))
    assert pane.model.concerned == frozenset()
    pane.show_selected(FactRef(FactKind.DIVISION, 14))
    pane.show_provision(provision, mapping)
    assert pane.model.concerned == frozenset()


def test_the_picture_follows_looks_and_sizes(tokens: Tokens, pane: ChangesPane, flow: ChangeFlow) -> None:
    assert flow.plan is not None
    before = flow.plan
    tokens.wear(DARK, 150)
    QApplication.processEvents()
    assert flow.plan.height > before.height
    assert flow.verticalScrollBar().maximum() > 0
    pane.resize(420, 600)
    QApplication.processEvents()
    assert flow.plan.width < before.width


def test_the_window_shows_the_picture_in_both_forms(window: MainWindow) -> None:
    for size in ((1366, 768), (911, 512)):
        window.resize(*size)
        window.changes.show_view(ChangesView.FLOW)
        window.go_to(window.changes)
        for _ in range(5):
            QApplication.processEvents()
        picture = window.changes.flow.picture
        assert QApplication.focusWidget() is picture
        assert picture.horizontalScrollBar().maximum() == 0
        assert picture.viewport().height() > 90
    window.selection.select(change(8))
    assert picture.chosen == change(8)
    assert picture.row_box(8).intersects(picture.viewport().rect().toRectF())
