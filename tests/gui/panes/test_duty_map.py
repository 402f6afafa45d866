"""职责对应: the matrix by mouse and by keyboard, its filters, the tables beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.panes.duty_map import DutyMapPane
from eitc_desktop.gui.theme import DARK, Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.duty_map_page import DutyMapPage
from eitc_desktop.gui.widgets.duty_matrix_view import DutyMatrixView
from eitc_desktop.gui.widgets.evidence_label import EvidenceLabel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping) -> DutyMapPane:
    pane = DutyMapPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(700, 640)
    pane.show_provision(provision, mapping)
    pane.show()
    qtbot.waitActive(pane)
    pane.home.setFocus()
    settle()
    return pane


@pytest.fixture
def page(pane: DutyMapPane) -> DutyMapPage:
    return pane.page


@pytest.fixture
def view(page: DutyMapPage) -> DutyMatrixView:
    return page.view


def column_of(view: DutyMatrixView, name: str) -> int:
    return next(number for number, column in enumerate(view.columns) if column.name == name)


def row_of(view: DutyMatrixView, ref: FactRef) -> int:
    return next(number for number, row in enumerate(view.rows) if row.ref == ref)


def click(qtbot: QtBot, view: DutyMatrixView, place: tuple[int, int]) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.cell_rect(place).center())


def strip_words(page: DutyMapPage) -> str:
    page.strip.widget().layout().activate()
    return "\n".join(label.text() for label in page.strip.findChildren(QLabel))


def test_nothing_is_made_before_it_is_shown(
    qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping
) -> None:
    pane = DutyMapPane(tokens)
    qtbot.addWidget(pane)
    pane.show_provision(provision, mapping)
    pane.show_selected(FactRef(FactKind.DIVISION, 3))
    assert not pane.is_made
    pane.show()
    assert pane.is_made
    assert pane.page.view.current[1] == 3


def test_all_columns_fit_beside_the_tree_and_the_details(view: DutyMatrixView) -> None:
    assert len(view.columns) == 27
    assert view.horizontalScrollBar().maximum() == 0
    assert view.viewport().rect().contains(view.cell_rect((-1, 26)))


def test_the_heads_and_labels_stay_when_it_is_scrolled(pane: DutyMapPane, view: DutyMatrixView) -> None:
    pane.resize(480, 640)
    view.unfold_all(unfolded=True)
    settle()
    head, label = view.cell_rect((-1, 5)), view.cell_rect((5, -1))
    view.verticalScrollBar().setValue(200)
    view.horizontalScrollBar().setValue(60)
    assert view.cell_rect((-1, 5)) == head.translated(-60, 0)
    assert view.cell_rect((5, -1)) == label.translated(0, -200)
    assert view.place_at(QPoint(2, head.bottom() + 2)) is not None
    assert view.place_at(QPoint(2, 2)) is None


def test_space_and_the_sign_unfold_a_duty(qtbot: QtBot, view: DutyMatrixView) -> None:
    assert len(view.rows) == 20
    qtbot.keyClick(view, KEY.Key_Space)
    assert [row.label for row in view.rows[:3]] == ["（一）", "[1]", "[2]"]
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_Space)  # from one of its items
    assert len(view.rows) == 20
    assert view.current[0] == 0
    label = view.cell_rect((1, -1))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(8, label.center().y()))
    assert view.rows[2].label == "[1]"


def test_the_button_unfolds_all_and_says_whether_all_are(qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView) -> None:
    qtbot.mouseClick(page.bar.unfold, LEFT)
    assert len(view.rows) == 82
    assert page.bar.unfold.isChecked()
    qtbot.keyClick(view, KEY.Key_Space)
    assert not page.bar.unfold.isChecked()
    qtbot.mouseClick(page.bar.unfold, LEFT)
    qtbot.mouseClick(page.bar.unfold, LEFT)
    assert len(view.rows) == 20


def test_a_click_on_a_cell_shows_words_evidence_grade_and_clauses(
    qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView, mapping: Mapping
) -> None:
    link = next(link for link in mapping.duty_links if link.grade is Grade.JUDGED)
    view.show_selected(link.item)
    settle()
    place = row_of(view, link.item), next(i for i, each in enumerate(view.columns) if each.ref == link.unit)
    click(qtbot, view, place)
    assert page.strip.isVisible()
    words = strip_words(page)
    assert link.judgement is not None
    for part in ("职能研判", "研判 未经本单位确认", link.judgement.reason, link.judgement.judge, link.judgement.date):
        assert part in words
    [quoted] = page.strip.findChildren(EvidenceLabel)
    assert all(each.quote.text in quoted.text() for each in link.evidence)
    marks = page.strip.findChildren(ClauseMark)
    assert [mark.ref for mark in marks] == [link.item, link.unit]
    with qtbot.waitSignal(page.clause_requested) as asked:
        qtbot.mouseClick(marks[0], LEFT)
    assert asked.args == [link.item]
    assert view.viewport().rect().contains(view.cell_rect(view.current))  # the strip hides it no more


def test_escape_puts_the_explanation_away_and_then_clears_the_filters(
    qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView
) -> None:
    page.words.setText("电力")
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Return)
    assert page.strip.isVisible()
    assert "未对应" in strip_words(page)
    qtbot.keyClick(view, KEY.Key_Escape)
    assert not page.strip.isVisible()
    assert view.hasFocus()
    qtbot.keyClick(view, KEY.Key_Escape)
    assert page.words.text() == ""


def test_heads_and_labels_choose_what_they_name(qtbot: QtBot, pane: DutyMapPane, view: DutyMatrixView) -> None:
    for place, ref in (
        ((-1, 4), FactRef(FactKind.DIVISION, 4)),
        ((-1, 25), FactRef(FactKind.HOSTED_OFFICE, 0)),
        ((2, -1), FactRef(FactKind.DUTY, 2)),
    ):
        with qtbot.waitSignal(pane.fact_chosen) as chosen:
            click(qtbot, view, place)
        assert chosen.args == [ref]
        with qtbot.waitSignal(pane.fact_chosen) as chosen:
            qtbot.keyClick(view, KEY.Key_Return)
        assert chosen.args == [ref]
    view.unfold_all(unfolded=True)
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        click(qtbot, view, (1, -1))
    assert chosen.args == [FactRef(FactKind.DUTY_ITEM, 0, 0)]


def test_the_keyboard_reaches_every_edge(qtbot: QtBot, pane: DutyMapPane, view: DutyMatrixView) -> None:
    pane.resize(480, 400)
    settle()
    for key, modifier, place in (
        (KEY.Key_End, CONTROL, (19, 26)),
        (KEY.Key_Home, CONTROL, (0, 0)),
        (KEY.Key_Up, None, (-1, 0)),
        (KEY.Key_End, None, (-1, 26)),
        (KEY.Key_Down, None, (0, 26)),
        (KEY.Key_Home, None, (0, 0)),
        (KEY.Key_Left, None, (0, -1)),
        (KEY.Key_Up, None, (0, -1)),  # the corner is no place
        (KEY.Key_PageDown, None, (view.page_rows, -1)),
    ):
        qtbot.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert view.current == place
        seen, cell = view.viewport().rect(), view.cell_rect(place)
        assert seen.contains(cell.center())


def test_what_is_chosen_elsewhere_comes_into_sight(pane: DutyMapPane, view: DutyMatrixView) -> None:
    pane.resize(480, 400)
    settle()
    for ref, place in (
        (FactRef(FactKind.DIVISION, 24), (None, 24)),
        (FactRef(FactKind.HOSTED_OFFICE, 1), (None, 26)),
        (FactRef(FactKind.DUTY, 19), (19, None)),
    ):
        pane.show_selected(ref)
        row, column = place
        rect = view.cell_rect((-1 if row is None else row, -1 if column is None else column))
        assert view.viewport().rect().contains(rect.center())
    pane.show_selected(FactRef(FactKind.DUTY_ITEM, 16, 4))
    row = row_of(view, FactRef(FactKind.DUTY_ITEM, 16, 4))  # its duty was folded
    assert view.current[0] == row
    assert view.viewport().rect().contains(view.cell_rect((row, -1)).center())


def test_the_mouse_draws_a_cross_hair(qtbot: QtBot, view: DutyMatrixView) -> None:
    before = view.viewport().grab().toImage()
    qtbot.mouseMove(view.viewport(), view.cell_rect((3, 8)).center())
    settle()
    after = view.viewport().grab().toImage()
    for place in ((3, -1), (-1, 8), (3, 20), (7, 8)):
        assert before.copy(view.cell_rect(place)) != after.copy(view.cell_rect(place))
    assert before.copy(view.cell_rect((5, 20))) == after.copy(view.cell_rect((5, 20)))


def test_ctrl_and_the_wheel_and_the_buttons_change_the_size(
    qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView
) -> None:
    width = view.cell_rect((0, 0)).width()
    place = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == 115
    assert view.cell_rect((0, 0)).width() > width
    qtbot.mouseClick(page.bar.sizes[0], LEFT)
    assert view.zoom == 100
    qtbot.keyClick(view, KEY.Key_Plus)
    assert view.zoom == 115
    qtbot.keyClick(view, KEY.Key_0)
    assert view.zoom == 100
    for _ in range(20):
        qtbot.keyClick(view, KEY.Key_Minus)
    assert view.zoom == 80


def test_grades_roles_acts_and_words_narrow_the_matrix(
    qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView, mapping: Mapping
) -> None:
    view.unfold_all(unfolded=True)
    judged = next(link for link in mapping.duty_links if link.grade is Grade.JUDGED)
    column = next(i for i, each in enumerate(view.columns) if each.ref == judged.unit)
    row, _ = view.sight_of((row_of(view, judged.item), -1))
    assert row is not None
    assert row.marks[column] is not None
    qtbot.mouseClick(page.bar.grades[Grade.JUDGED], LEFT)
    row, _ = view.sight_of((row_of(view, judged.item), -1))
    assert row is not None
    assert row.marks[column] is None
    page.bar.role.setCurrentText("会同")
    assert sum(each.ref.kind is FactKind.DUTY_ITEM for each in view.rows) == 9
    page.bar.act.setCurrentText("监督管理")
    assert 0 < sum(each.ref.kind is FactKind.DUTY_ITEM for each in view.rows) < 9
    page.words.setText("查无此词")
    assert page.home.isVisible()
    assert not view.isVisible()
    qtbot.keyClick(page.home, KEY.Key_Space)  # 清除筛选
    assert view.isVisible()
    assert page.bar.narrowing.grades == frozenset(Grade)
    assert page.bar.role.currentIndex() == page.bar.act.currentIndex() == 0


def test_only_the_unmapped_can_be_looked_at(qtbot: QtBot, page: DutyMapPage, view: DutyMatrixView) -> None:
    qtbot.mouseClick(page.bar.unmapped, LEFT)
    items = [item for row in view.rows for item in row.items if row.ref.kind is FactKind.DUTY]
    assert len(items) == 21


def test_counts_are_told_by_grade_and_as_no_measure_of_work(page: DutyMapPage) -> None:
    words = page.counts.text()
    for part in (
        "明文 A 0：本规定未将职责分配到内设机构", "名称对应 B 31", "职能研判 C 22",
        "按 A、B、C 级未对应 21 项，不计 C 级研判则为 38 项", "数量不表示工作量",
    ):  # fmt: skip
        assert part in words


def test_the_current_place_is_told_to_those_who_hear_it(qtbot: QtBot, view: DutyMatrixView, mapping: Mapping) -> None:
    assert view.accessibleName() == "职责对应矩阵"
    link = next(link for link in mapping.duty_links if link.grade is Grade.NAMED)
    view.show_selected(link.item)
    view.stand_on_unit(link.unit)
    told = view.accessibleDescription()
    assert "名称对应" in told
    assert link.evidence[0].quote.text in told
    qtbot.keyClick(view, KEY.Key_Home)  # 办公室, to which nothing corresponds
    assert view.accessibleDescription().endswith("× 办公室：未对应")


def test_keys_copy_and_lead_to_the_clause(
    qtbot: QtBot, pane: DutyMapPane, view: DutyMatrixView, clipboard_text: Callable[[], str]
) -> None:
    with qtbot.waitSignal(pane.notice_given):
        qtbot.keyClick(view, KEY.Key_C, CONTROL)
    assert clipboard_text() == view.accessibleDescription()
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(view, KEY.Key_Return, CONTROL)
    assert asked.args == [FactRef(FactKind.DUTY, 0)]


def test_the_table_follows_what_is_chosen_and_copies_rows(
    qtbot: QtBot, pane: DutyMapPane, page: DutyMapPage, clipboard_text: Callable[[], str]
) -> None:
    page.bar.choose_view(1)
    settle()
    pane.show_selected(FactRef(FactKind.DIVISION, 12))
    assert page.table.chosen_rows == [12]
    page.table.setFocus()
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.keyClick(page.table, KEY.Key_Return)
    assert chosen.args == [FactRef(FactKind.DIVISION, 12)]
    with qtbot.waitSignal(pane.notice_given):
        qtbot.keyClick(page.table, KEY.Key_C, CONTROL)
    assert clipboard_text().splitlines()[0] == "序号\t名称\t括号内名称\t对应职责原文\t依据条款\t等级"
    assert clipboard_text().splitlines()[1].startswith("（十三）\t电子信息产业处")
    page.bar.choose_view(2)
    settle()
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        place = page.items.visualRect(page.items.model().index(1, 1)).center()
        qtbot.mouseClick(page.items.viewport(), LEFT, pos=place)
    assert chosen.args[0].kind is FactKind.DUTY_ITEM


def test_lines_of_the_table_that_belong_together_begin_alike(page: DutyMapPage) -> None:
    page.bar.choose_view(1)
    settle()
    heights = {page.table.sizeHintForIndex(page.table.model().index(3, column)).height() for column in (3, 4, 5)}
    assert len(heights) == 1
    assert page.table.rowHeight(3) >= heights.pop()


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({"duties": ()}, "本规定未载明主要职责"),
        ({"divisions": (), "hosted_offices": ()}, "本规定未载明内设机构"),
    ],
)
def test_a_provision_that_lacks_something_says_so(
    pane: DutyMapPane, page: DutyMapPage, provision: Provision, lacking: dict[str, tuple[()]], words: str
) -> None:
    pane.show_provision(replace(provision, **lacking), Mapping())
    for view in range(3):
        page.bar.choose_view(view)
        shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert any(words in each for each in shown)
        assert not page.view.isVisible()


@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_every_size_of_text_and_both_looks_are_painted(
    pane: DutyMapPane, view: DutyMatrixView, tokens: Tokens, size: int
) -> None:
    tokens.wear(DARK, size)
    settle()
    assert not pane.grab().isNull()
    assert view.cell_rect((-1, 0)).height() < pane.height() / 2
    assert view.cell_rect((0, 0)).height() >= round(22 * size / 100) - 1


def test_other_provisions_are_shown_too(pane: DutyMapPane, other_provisions: tuple[Provision, ...]) -> None:
    for other in other_provisions:
        pane.show_provision(other, Mapping())
        settle()
        assert not pane.grab().isNull()


@pytest.mark.parametrize("view", range(3))
def test_what_filters_a_view_is_seen_with_it(window: MainWindow, view: int) -> None:
    window.go_to(window.duty_map)
    bar = window.duty_map.page.bar
    bar.choose_view(view)
    settle()
    assert all(widget.isVisible() for widget in (bar.words, bar.role, bar.act))
    assert bar.unmapped.isVisible() is (view == 0)
