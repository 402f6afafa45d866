"""机构图 on the real provision: one selection with the other panes, walked, folded, searched and marked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.chart.page import ChartPage
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.chart.walking import Way
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

BODY = FactRef(FactKind.BODY)
_Key = Qt.Key
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def division(index: int) -> FactRef:
    return FactRef(FactKind.DIVISION, index)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def place(view: ChartView, ref: FactRef) -> Rect:
    """Where the box of a unit is seen."""
    return view.box_rect(box(view, ref))


def box(view: ChartView, ref: FactRef) -> int:
    assert view.shown is not None
    return next(i for i, unit in enumerate(view.shown.content.units) if unit.ref == ref)


def current(view: ChartView) -> str:
    assert view.shown is not None
    return view.shown.content.units[view.shown.places[view.current]].name


def click(qtbot: QtBot, view: ChartView, rect: Rect) -> None:
    middle = QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)


def picture(view: ChartView) -> QImage:
    settle()
    return view.grab().toImage()


# the tab


def test_nothing_is_made_before_the_tab_is_shown(window: MainWindow) -> None:
    window.selection.select(division(3))
    settle()
    assert not window.chart.is_made
    assert window.source.isVisible()  # as at every start
    window.go_to(window.chart)
    assert window.chart.is_made
    assert window.chart.page.view.chosen == window.chart.page.view.current != 0


def test_it_is_the_first_of_the_tabs_and_has_a_key(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, _Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert window.chart.isVisible()
    assert window.chart.page.view.hasFocus()
    settle()
    assert window.chart.page.view.is_fitted


def test_all_of_the_chart_is_in_sight_at_first(view: ChartView) -> None:
    whole = Rect(0, 0, view.width(), view.height())
    assert view.box_count == 34
    assert all(whole.holds(view.box_rect(number)) for number in range(view.box_count))
    assert view.is_readable


# one selection


def test_what_is_chosen_elsewhere_is_chosen_here(window: MainWindow, view: ChartView) -> None:
    before = picture(view)
    window.selection.select(division(11))
    assert view.chosen is not None
    assert current(view) == "都市产业处"
    assert picture(view) != before
    window.selection.select(FactRef(FactKind.SECOND_NAME, 3, 0))
    assert current(view) == "综合规划处"
    window.selection.select(FactRef(FactKind.DUTY, 2))
    assert view.chosen is None


def test_what_is_clicked_here_is_chosen_everywhere(qtbot: QtBot, window: MainWindow, view: ChartView) -> None:
    click(qtbot, view, place(view, division(6)))
    assert window.selection.current == division(6)
    assert window.detail.page is not None
    assert window.detail.page.ref == division(6)
    assert window.tree.view.currentIndex().data() == "产业投资处"
    assert window.chart.isVisible()


def test_the_clause_is_one_click_away(qtbot: QtBot, window: MainWindow, view: ChartView) -> None:
    window.selection.select(division(6))
    menu = view.context_menu(view.current)
    words = [action.text() for action in menu.actions()]
    assert "在原文中显示这个机构" in words
    next(action for action in menu.actions() if action.text() == "在原文中显示这个机构").trigger()
    assert window.source.isVisible()
    window.go_to(window.chart)
    qtbot.keyClick(view, _Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.source.isVisible()
    menu.close()


def test_a_unit_is_copied_with_its_source(
    qtbot: QtBot, window: MainWindow, view: ChartView, clipboard_text: Callable[[], str]
) -> None:
    window.selection.select(division(11))
    qtbot.keyClick(view, _Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "三（十二）“都市产业处（创意与设计产业处）”" in clipboard_text()


# looking


def test_zooming_keeps_what_is_under_the_pointer(view: ChartView) -> None:
    view.zoom_to(200)
    at = QPointF(place(view, division(14)).x + 3, place(view, division(14)).y + 4)
    before = view.camera.to_sheet(at.x(), at.y())
    wheel(view, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 250
    assert not view.is_fitted
    after = view.camera.to_sheet(at.x(), at.y())
    assert after == pytest.approx(before, abs=1.0)
    view.settle()
    wheel(view, at, -240, Qt.KeyboardModifier.ControlModifier)
    assert view.camera.to_sheet(at.x(), at.y()) == pytest.approx(before, abs=2.0)


def wheel(view: ChartView, at: QPointF, turned: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_and_keys_and_dragging_move_the_chart(qtbot: QtBot, view: ChartView) -> None:
    view.zoom_to(200)
    start = view.camera
    wheel(view, QPointF(50, 50), 120, Qt.KeyboardModifier.NoModifier)
    assert (view.camera.left, view.camera.top) == (start.left, start.top + 60)
    wheel(view, QPointF(50, 50), -120, Qt.KeyboardModifier.ShiftModifier)
    assert view.camera.left == start.left - 60
    qtbot.keyClick(view, _Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.camera.left == start.left - 140
    before, here = view.camera, QPoint(200, 150)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(view, here + QPoint(40, 25))
    qtbot.mouseMove(view, here + QPoint(45, 20))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=here + QPoint(45, 20))
    assert (view.camera.left, view.camera.top) == (before.left + 45, before.top + 20)


def test_nothing_moves_where_all_is_seen_and_no_farther_than_there_is_more(qtbot: QtBot, view: ChartView) -> None:
    for wanted in (view.fit, lambda: view.zoom_to(50)):
        wanted()
        start = view.camera
        for dx, dy in ((0, 120), (0, -120), (300, 0), (-300, 0)):
            view.pan(dx, dy)
            wheel(view, QPointF(50, 50), dx + dy, Qt.KeyboardModifier.NoModifier)
        qtbot.keyClick(view, _Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert view.camera == start
    view.fit()
    view.pan(0, 500)
    assert view.is_fitted
    view.zoom_to(300)
    view.pan(-100_000, -100_000)
    assert view.is_in_sight(box(view, division(24)))
    last = view.camera
    view.pan(-1, -1)
    assert view.camera == last


def test_a_drag_chooses_nothing(qtbot: QtBot, window: MainWindow, view: ChartView) -> None:
    chosen = window.selection.current
    rect = place(view, division(4))
    here = QPoint(round(rect.x + 5), round(rect.y + 5))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(view, here + QPoint(30, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=here + QPoint(30, 0))
    assert window.selection.current == chosen


def test_moving_shows_the_same_as_painting_anew(view: ChartView) -> None:
    view.zoom_to(120)
    picture(view)
    for dx, dy in ((37, 0), (0, -53), (-80, 44), (3, 2000)):
        view.pan(dx, dy)
        moved = picture(view)
        view.forget_picture()
        assert picture(view) == moved


def test_sizes_are_reached_by_key_and_button(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    qtbot.keyClick(view, _Key.Key_0)
    assert view.zoom == 100
    assert page.bar.usual.text() == "100%"
    qtbot.keyClick(view, _Key.Key_PageUp)
    assert view.zoom == 125
    page.bar.steps[0].click()
    page.bar.steps[0].click()
    assert view.zoom == 80
    qtbot.keyClick(view, _Key.Key_9)
    assert view.is_fitted
    view.zoom_to(1_000_000)
    assert view.zoom == 800
    page.bar.fit.click()
    assert view.is_fitted


@pytest.mark.parametrize("size", [80, 200])
def test_100_per_cent_follows_the_size_of_text(view: ChartView, tokens: Tokens, size: int) -> None:
    view.zoom_to(100)
    usual = view.camera.scale
    tokens.wear(LIGHT, size)
    settle()
    assert view.zoom == 100
    assert view.camera.scale == pytest.approx(usual * size / 100)


@pytest.mark.parametrize("kind", [kind for kind in LayoutKind if kind is not LayoutKind.AUTO])
def test_every_layout_is_shown_whole(page: ChartPage, view: ChartView, kind: LayoutKind) -> None:
    page.bar.choose_layout(kind)
    settle()
    whole = Rect(0, 0, view.width(), view.height())
    assert all(whole.holds(view.box_rect(number)) for number in range(view.box_count))
    lefts = view.box_rect(box(view, division(0))).x - view.box_rect(0).right
    assert (lefts > 0) == (kind is LayoutKind.SIDEWAYS)
    said = page.bar.layouts.accessibleDescription()
    assert "自动选用" not in said


def test_automatic_says_what_it_picked(page: ChartPage) -> None:
    assert page.bar.layouts.accessibleDescription().startswith("布局：自动选用")


def test_both_themes_are_painted_in_their_own_colours(view: ChartView, tokens: Tokens) -> None:
    light = picture(view).pixelColor(2, 2).name()
    tokens.wear(DARK, 100)
    dark = picture(view).pixelColor(2, 2).name()
    assert (light, dark) == (LIGHT.surface.lower(), DARK.surface.lower())


# walking


def test_arrows_lead_along_the_tree(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.OFFICIAL)
    view.setFocus()
    qtbot.keyClick(view, _Key.Key_Home)
    assert current(view) == "上海市经济和信息化委员会"
    qtbot.keyClick(view, _Key.Key_Down)
    assert current(view) == "主任"
    qtbot.keyClick(view, _Key.Key_Right)
    assert current(view) == "副主任"
    qtbot.keyClick(view, _Key.Key_Left)
    qtbot.keyClick(view, _Key.Key_Up)
    assert current(view) == "上海市经济和信息化委员会"
    view.show_selected(division(2))
    qtbot.keyClick(view, _Key.Key_Down)
    assert current(view) == "市经济和信息化工作党委干部处"
    qtbot.keyClick(view, _Key.Key_Up)
    assert current(view) == "人事教育处"
    qtbot.keyClick(view, _Key.Key_End)
    assert view.current_box == view.box_count - 1


@pytest.mark.parametrize("kind", list(LayoutKind)[1:])
def test_down_leads_from_every_post_to_a_division_and_up_straight_back(
    page: ChartPage, view: ChartView, kind: LayoutKind
) -> None:
    page.bar.choose_layout(kind)
    sideways = kind is LayoutKind.SIDEWAYS
    down, up = (Way.RIGHT, Way.LEFT) if sideways else (Way.DOWN, Way.UP)
    assert view.shown is not None
    units = view.shown.content.units
    posts = [unit for unit in units if unit.kind is ChartKind.POST and unit.ref is not None]
    assert len(posts) == 5
    for post in posts:
        assert post.ref is not None
        view.show_selected(post.ref)
        walked = [current(view)]
        while units[view.current].kind is ChartKind.POST:
            above = view.box_rect(view.current)
            view.go(down)
            below = view.box_rect(view.current)
            assert below.x >= above.right if sideways else below.y >= above.bottom
            walked.append(current(view))
        assert units[view.current].kind is ChartKind.DIVISION
        view.go(up)
        assert current(view) == walked[-2]


@pytest.mark.parametrize("kind", list(LayoutKind)[1:])
def test_arrows_reach_every_box(page: ChartPage, view: ChartView, kind: LayoutKind) -> None:
    page.bar.choose_layout(kind)
    reached, ahead = {0}, [0]
    while ahead:
        start = ahead.pop()
        for way in Way:
            view.go_to_end(last=False)
            assert view.shown is not None
            ref = view.ref_of(start)
            if ref is not None:
                view.show_selected(ref)
            if view.current == start:
                view.go(way)
                if view.current not in reached:
                    reached.add(view.current)
                    ahead.append(view.current)
    assert len(reached) == view.box_count


def test_arrows_follow_the_picture_from_left_to_right(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.SIDEWAYS)
    view.show_selected(division(5))
    qtbot.keyClick(view, _Key.Key_Down)
    assert current(view) == "产业投资处"
    qtbot.keyClick(view, _Key.Key_Left)
    assert current(view) == "上海市经济和信息化委员会"


def test_in_a_grid_down_leads_to_the_box_below(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.GRID)
    view.show_selected(division(0))
    above = place(view, division(0))
    qtbot.keyClick(view, _Key.Key_Down)
    below = view.box_rect(view.current_box or 0)
    assert below.y > above.bottom
    assert below.x < above.right
    qtbot.keyClick(view, _Key.Key_Up)
    assert current(view) == "办公室"


def test_enter_chooses_where_the_keyboard_is(qtbot: QtBot, window: MainWindow, view: ChartView) -> None:
    window.selection.select(division(3))
    qtbot.keyClick(view, _Key.Key_Home)
    assert window.selection.current == division(3)
    qtbot.keyClick(view, _Key.Key_Return)
    assert window.selection.current == BODY


def test_the_keyboard_is_followed_when_it_leaves_what_is_seen(qtbot: QtBot, view: ChartView) -> None:
    view.zoom_to(300)
    qtbot.keyClick(view, _Key.Key_End)
    assert view.is_in_sight(view.current_box or 0)
    qtbot.keyClick(view, _Key.Key_Home)
    assert view.is_in_sight(0)


# folding


def test_what_is_left_after_folding_stands_in_the_middle(qtbot: QtBot, view: ChartView) -> None:
    zoom = view.zoom
    qtbot.keyClick(view, _Key.Key_Home)
    qtbot.keyClick(view, _Key.Key_Minus)
    assert view.box_count == 1
    assert view.zoom == zoom
    left = view.box_rect(0)
    assert left.x == pytest.approx(view.width() - left.right, abs=2)
    assert left.y == pytest.approx(view.height() - left.bottom, abs=20)  # the sign for folding is below it
    qtbot.keyClick(view, _Key.Key_Plus)
    assert view.box_count == 34
    assert view.sees_all


def test_a_folded_box_keeps_its_place_where_not_all_has_room(view: ChartView) -> None:
    view.zoom_to(300)
    view.centre_on(box(view, division(12)))
    before = place(view, division(12))
    view.fold_group(ChartKind.HOSTED_OFFICE, folded=True)
    view.fold_group(ChartKind.HOSTED_OFFICE, folded=False)
    after = place(view, division(12))
    assert (after.x, after.y) == (pytest.approx(before.x, abs=2), pytest.approx(before.y, abs=2))


def test_the_sign_under_a_box_folds_by_click(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.OFFICIAL)
    rect = view.box_rect(0)
    sign = QPoint(round(rect.x + rect.width / 2), round(rect.bottom + 4))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=sign)
    assert view.box_count == 1
    rect = view.box_rect(0)
    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=QPoint(round(rect.x + rect.width / 2), round(rect.bottom + 4))
    )
    assert view.box_count == 34


def test_groups_fold_by_themselves(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    entries = {action.text(): action for action in page.bar.folds.menu().actions()}
    assert [words for words in entries if words] == ["展开全部", "领导职务", "内设机构", "设在本机关的机构"]
    entries["内设机构"].setChecked(False)
    assert view.shown is not None
    names = [unit.name for unit in view.shown.content.units]
    assert "内设机构（已收起 25 项）" in names
    assert len(names) == 1 + 5 + 1 + 2
    click(qtbot, view, view.box_rect(names.index("内设机构（已收起 25 项）")))
    assert view.box_count == 34


def test_what_is_chosen_in_a_folded_group_unfolds_it(window: MainWindow, view: ChartView) -> None:
    view.fold_group(ChartKind.DIVISION, folded=True)
    view.fold(0, folded=True)
    window.selection.select(division(9))
    assert current(view) == "装备产业处"
    assert view.box_count == 34


# focus


def test_focus_lights_the_way_and_what_is_below(page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.OFFICIAL)
    view.show_selected(division(2))
    plain = picture(view)
    page.bar.focus.setChecked(True)
    dimmed = picture(view)
    hosted = FactRef(FactKind.HOSTED_OFFICE)
    for ref, lit in ((BODY, True), (division(2), True), (hosted, False)):
        rect = place(view, ref)
        area = (round(rect.x) + 4, round(rect.y) + 4, round(rect.width) - 8, min(round(rect.height), 40) - 8)
        assert (plain.copy(*area) == dimmed.copy(*area)) is lit
    page.step_back()
    assert not view.is_focused
    assert not page.bar.focus.isChecked()
    assert picture(view) == plain


# finding


def test_units_are_found_by_pinyin_one_after_another(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    view.zoom_to(200)
    page.words.setText("dlc")
    assert current(view) == "电力处"
    rect = view.box_rect(view.current_box or 0)
    assert (rect.x + rect.width / 2, rect.y + rect.height / 2) == (
        pytest.approx(view.width() / 2, abs=2),
        pytest.approx(view.height() / 2, abs=2),
    )
    assert page.bar.found.text() == "1/1"
    page.words.setText("chanye")
    count = int(page.bar.found.text().split("/")[1])
    assert count > 3
    first = view.current
    qtbot.keyClick(page.words, _Key.Key_Return)
    assert page.bar.found.text() == f"2/{count}"
    assert view.current != first
    view.setFocus()
    qtbot.keyClick(view, _Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view.current == first


def test_keys_go_on_from_the_line_for_words(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    page.words.setFocus()
    qtbot.keyClicks(page.words, "chanye")
    count = int(page.bar.found.text().split("/")[1])
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    places = []
    for key, modifier in ((_Key.Key_F3, none), (_Key.Key_Return, none), (_Key.Key_F3, shift), (_Key.Key_Return, shift)):
        qtbot.keyClick(page.words, key, modifier)
        places.append(page.bar.found.text())
    assert places == [f"{place}/{count}" for place in (2, 3, 2, 1)]
    assert page.words.hasFocus()
    qtbot.keyClick(page.words, _Key.Key_F3, shift)
    assert page.bar.found.text() == f"{count}/{count}"


def test_what_is_found_best_comes_first_and_is_marked_most(page: ChartPage, view: ChartView) -> None:
    page.words.setFocus()
    page.words.setText("bgs")
    assert current(view) == "办公室"
    assert view.found_box == view.current_box
    first = picture(view)
    view.go_to_found(1)
    second = picture(view)
    rect = place(view, division(0))
    edge = QPoint(round(rect.x) - 1, round(rect.y + rect.height / 2))
    assert first.pixelColor(edge).name() == LIGHT.accent.lower()
    assert second.pixelColor(edge).name() != LIGHT.accent.lower()
    page.words.clear()
    assert view.found_box is None


def test_second_names_are_found_and_nothing_is_said_so(page: ChartPage, view: ChartView) -> None:
    page.words.setText("创意与设计")
    assert current(view) == "都市产业处"
    page.words.setText("没有这个处")
    assert page.bar.found.isVisible()
    assert not page.bar.found.isEnabled()
    assert page.bar.found.accessibleName() == "没有找到"
    page.step_back()
    assert not page.bar.found.isVisible()


def test_ctrl_f_leads_to_the_words_and_down_back(qtbot: QtBot, page: ChartPage, view: ChartView) -> None:
    qtbot.keyClick(view, _Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.words.hasFocus()
    qtbot.keyClick(page.words, _Key.Key_Down)
    assert view.hasFocus()


# what is said


def test_a_card_says_what_is_stated_and_what_is_not(view: ChartView) -> None:
    lines = view.card_of(box(view, division(11))).splitlines()
    assert lines[0] == "（十二）都市产业处（创意与设计产业处）"
    assert "括号内名称：创意与设计产业处" in lines
    assert "编制、职数：本规定未载明" in lines
    assert "条款：三（十二）" in lines
    assert any(line.startswith("对应职责分项：B 名称对应 1") for line in lines)
    body = view.card_of(0)
    assert "机关行政编制 294 名" in body
    post = view.card_of(box(view, FactRef(FactKind.QUOTA, 2)))
    assert "名" in post


def test_a_judgement_says_that_nobody_confirmed_it(view: ChartView, mapping: Mapping) -> None:
    judged = next(link.unit for link in mapping.duty_links if link.judgement is not None)
    assert "研判 未经本单位确认" in view.card_of(box(view, judged))


def test_a_unit_without_duties_is_said_to_be_unmapped(view: ChartView) -> None:
    assert "对应职责分项：未对应" in view.card_of(box(view, division(0))).splitlines()


@pytest.mark.parametrize("overlay", [each for each in Overlay if each is not Overlay.REVIEW])
def test_an_overlay_marks_units_and_explains_its_marks(page: ChartPage, view: ChartView, overlay: Overlay) -> None:
    plain = picture(view)
    page.bar.overlays[overlay].setChecked(True)
    assert page.legend.isVisible()
    marked = [number for number in range(view.box_count) if " " in view.name_of(number).removeprefix("主任 ")]
    assert marked
    assert picture(view) != plain
    expected = {
        Overlay.CHANGES: "涉及职能转变：✕ 取消（涉及领域）",
        Overlay.GRADES: "C 职能研判（研判 未经本单位确认）",
        Overlay.GAPS: "按 A、B、C 级没有对应分项的内设机构 3 个，不计 C 级研判则为 8 个",
    }
    assert expected[overlay] in page.legend.text()
    page.bar.overlays[overlay].setChecked(False)
    assert not page.legend.isVisible()


def test_overlays_are_heard(page: ChartPage, view: ChartView) -> None:
    page.bar.overlays[Overlay.CHANGES].setChecked(True)
    page.bar.overlays[Overlay.GAPS].setChecked(True)
    assert view.name_of(box(view, division(6))) == "（七）产业投资处 涉及职能转变：↓ 下放（涉及领域）"
    assert view.name_of(box(view, division(0))) == "（一）办公室 未对应"


_COMBINED = [frozenset({overlay}) for overlay in Overlay] + [frozenset(Overlay)]


@pytest.mark.parametrize(
    ("extent", "size"), [((911, 512), 200), ((1366, 768), 100), ((1366, 768), 80)]
)  # least room, as at first, most room
@pytest.mark.parametrize("kind", list(LayoutKind)[1:])
def test_no_mark_is_upon_a_box_or_another_mark(
    window: MainWindow, tokens: Tokens, kind: LayoutKind, extent: tuple[int, int], size: int
) -> None:
    tokens.wear(LIGHT, size)
    window.resize(*extent)
    window.go_to(window.chart)
    settle()
    page, view = window.chart.page, window.chart.page.view
    page.bar.choose_layout(kind)
    page.show_review(
        {division(number): 12 for number in range(25)}, {division(number): 3 for number in range(1, 25, 2)}
    )
    for overlays in _COMBINED:
        page.bar.choose_overlays(overlays)
        settle()
        view.fit()
        for percent in (None, 60, 100, 240):
            if percent is not None:
                view.zoom_to(percent)
            marks = [rect for number in range(view.box_count) for rect in view.mark_rects(number)]
            assert len(marks) > 2 or percent in (None, 60)  # from afar there are none
            assert not [pair for pair in combinations(marks, 2) if pair[0].intersects(pair[1])]
            around = [QRectF(*view.box_rect(number)) for number in range(view.box_count)]
            assert not [(mark, box) for mark in marks for box in around if mark.intersects(box)]


def test_marks_are_the_boxes_they_stand_beside(page: ChartPage, view: ChartView) -> None:
    page.bar.overlays[Overlay.GRADES].setChecked(True)
    settle()
    number = box(view, division(6))
    rects = view.mark_rects(number)
    assert rects
    assert all(view.box_at(rect.center()) == number for rect in rects)


def test_marks_follow_the_size_of_text_and_grow_with_larger_names(
    page: ChartPage, view: ChartView, tokens: Tokens
) -> None:
    page.bar.choose_layout(LayoutKind.GRID)
    page.bar.overlays[Overlay.GRADES].setChecked(True)
    number = box(view, division(6))
    for size in (100, 200):
        tokens.wear(LIGHT, size)
        settle()
        sides: list[float] = []
        for percent in (100, 200, 300):
            view.zoom_to(percent)
            sides.append(view.mark_rects(number)[0].height())
        names = tokens.font_base * 96 / 72  # logical pixels at 100 %
        assert sides[0] == pytest.approx(14 * size / 100, abs=1)
        assert sides[1:] == [pytest.approx(2 * names, abs=1), pytest.approx(3 * names, abs=1)]


def test_the_legend_says_what_the_number_after_a_letter_is(page: ChartPage) -> None:
    page.bar.overlays[Overlay.GRADES].setChecked(True)
    assert "字母后为项数，B2 即名称对应 2 项" in page.legend.text()
    page.bar.overlays[Overlay.GAPS].setChecked(True)
    assert "○ 未对应：按 A、B、C 级" in page.legend.text()


# the bar


@pytest.mark.parametrize(("width", "tucked"), [(660, False), (560, True), (345, True)])
def test_the_bar_has_one_line_and_what_has_no_room_stands_in_a_menu(
    qtbot: QtBot, tokens: Tokens, provision: Provision, width: int, tucked: bool
) -> None:
    page = ChartPage(tokens)
    qtbot.addWidget(page)
    page.show_provision(provision, {}, Mapping())
    bar = page.bar
    page.resize(width + 2 * tokens.space_s, 400)
    page.show()
    settle()
    assert bar.width() == width
    shown = [child for child in bar.findChildren(QWidget, options=_DIRECT) if not child.isHidden()]
    assert bar.flow.heightForWidth(width) <= max(child.sizeHint().height() for child in shown)
    assert bar.more.isHidden() is not tucked
    assert bar.more.accessibleName() == "更多：这里放不下的按钮"
    menu = bar.more.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions()]
    if tucked:
        assert {"突出", "收起"} < {*words, "更多"}
    assert not bar.fit.isHidden()
    if tucked:
        menu.actions()[words.index("突出")].trigger()
        assert page.view.is_focused
        menu.aboutToShow.emit()
        assert menu.actions()[words.index("突出")].isChecked()
    if width < 400:
        assert words[:4] == [*(button.text() for button in bar.overlays.values() if button.text() != "审阅"), "突出"]
        menu.actions()[1].trigger()
        assert bar.chosen_overlays == {Overlay.GRADES}
        assert page.legend.isVisible()
        assert words[-3:] == ["缩小机构图", "放大机构图", "按 100% 显示"]
    page.resize(700, 400)
    settle()
    assert bar.more.isHidden()
    assert not bar.folds.isHidden()


# who listens


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def spoken(view: ChartView) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    return interface


@pytest.mark.usefixtures("listening")
def test_every_box_has_a_name_for_those_who_listen(window: MainWindow, view: ChartView) -> None:
    window.selection.select(division(2))
    chart = spoken(view)
    assert chart.role() is QAccessible.Role.Tree
    assert chart.childCount() == 34
    names = [chart.child(number).text(QAccessible.Text.Name) for number in range(34)]
    assert names[:2] == ["上海市经济和信息化委员会", "主任 1名"]
    assert "（三）人事教育处" in names
    assert len(set(names)) == 34
    child = chart.child(names.index("（三）人事教育处"))
    assert child.role() is QAccessible.Role.TreeItem
    assert child.state().selected
    assert child.state().focused
    assert "条款：三（三）" in child.text(QAccessible.Text.Description)
    assert chart.indexOfChild(child) == names.index("（三）人事教育处")
    assert child.parent().object() is view
    assert chart.childAt(child.rect().center().x(), child.rect().center().y()) is child
    assert chart.focusChild() is child
    assert (child.childCount(), child.child(0), child.indexOfChild(chart)) == (0, None, -1)
    assert chart.child(34) is None
    body = chart.child(0).state()
    assert body.expandable
    assert body.expanded


@pytest.mark.usefixtures("listening")
def test_boxes_are_pressed_and_folded_by_who_listens(window: MainWindow, view: ChartView) -> None:
    press, toggle = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction()
    division_box, body = (spoken(view).child(number).actionInterface() for number in (box(view, division(6)), 0))
    assert division_box is not None
    assert body is not None
    assert division_box.actionNames() == [press]
    division_box.doAction(press)
    assert window.selection.current == division(6)
    assert body.actionNames() == [press, toggle]
    assert body.localizedActionName(toggle) == "收起下属机构"
    body.doAction(toggle)
    assert view.box_count == 1
    assert body.localizedActionName(toggle) == "展开下属机构"
    assert division_box.actionNames() == [press]
    division_box.doAction(press)  # gone: nothing is done
    assert window.selection.current == division(6)


def test_what_is_folded_is_no_longer_listened_to(view: ChartView) -> None:
    chart = spoken(view)
    last = chart.child(33)
    view.fold(0, folded=True)
    assert chart.childCount() == 1
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.state().invalid
    assert chart.child(0).state().collapsed


# charts without a provision


def broad_chart(count: int) -> ChartContent:
    units = [ChartUnit("总部", ChartKind.BODY)]
    units += [ChartUnit(f"第{number}处", parent=(number - 1) // 7) for number in range(1, count)]
    return ChartContent("", tuple(units))


def test_a_chart_without_a_provision_is_shown_walked_and_searched(qtbot: QtBot, tokens: Tokens) -> None:
    view = ChartView(tokens)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    view.show_chart(broad_chart(2_000))
    assert view.is_fitted
    assert view.box_count == 2_000
    assert picture(view).pixelColor(400, 250) is not None
    assert view.find_units("第1999处") == 1
    assert view.is_in_sight(view.current_box or 0)
    view.zoom_to(100)
    view.centre_on(view.current_box or 0)
    assert view.card_of(view.current_box or 0) == "第1999处"
    qtbot.keyClick(view, _Key.Key_Up)
    assert view.current == 1998 // 7
    view.fold(view.current, folded=True)
    assert view.box_count == 2_000 - 4  # the last has no seven
    with qtbot.assertNotEmitted(view.fact_chosen):
        view.choose_current()
    view.choose_layout(LayoutKind.SIDEWAYS)
    parent, child = view.box_rect(0), view.box_rect(1)
    assert child.x > parent.right


def test_from_afar_short_names_then_boxes_are_left(qtbot: QtBot, tokens: Tokens) -> None:
    view = ChartView(tokens)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    view.show_chart(broad_chart(400))
    seen: list[int] = []
    for percent in (100, 40, 10):
        view.zoom_to(percent)
        view.centre_on(200)
        image = picture(view)
        colours = {image.pixel(x, y) for x in range(0, 800, 2) for y in range(0, 500, 2)}
        seen.append(len(colours))
    assert seen[0] >= seen[2]
    assert all(count > 1 for count in seen)


def test_another_provision_is_shown_from_the_start(
    qtbot: QtBot, tokens: Tokens, other_provisions: tuple[Provision, ...]
) -> None:
    page = ChartPage(tokens)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    for provision in other_provisions:
        page.show_provision(provision, {}, Mapping())
        settle()
        assert page.view.is_fitted
        assert page.view.current == 0
        assert page.view.name_of(0) == provision.body.text
        assert page.view.box_count > len(provision.divisions)
        assert "本规定未载明" in page.view.card_of(page.view.box_count - 1) or provision.quotas


NO_FONT_OF_PAPERS = """
import sys
from pathlib import Path
from PySide6.QtGui import QFontDatabase
from eitc_desktop.app import make_application, make_tokens, make_window
from eitc_desktop.gui.theme import LIGHT
app = make_application()
window = make_window(Path(sys.argv[1]), make_tokens(app, LIGHT))
window.show()
window.go_to(window.chart)
app.processEvents()
print(window.chart.page.view.box_count, "EITC WenKai" in QFontDatabase.families())
"""


def test_the_tab_reads_no_font_of_papers(library_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_FONT_OF_PAPERS, str(library_path)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.split()[1:], done.returncode) == (["False"], 0), done.stderr
    assert int(done.stdout.split()[0]) > 25
