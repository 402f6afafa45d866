"""What of the chart is seen: at first, from afar, and after folding."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QStyleOptionFrame, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.bar import ChartBar
from eitc_desktop.gui.chart.folding import GROUPS
from eitc_desktop.gui.chart.inks import faint
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.chart.page import ChartPage
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.settings import Language

LAYOUTS = [kind for kind in LayoutKind if kind is not LayoutKind.AUTO]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def box_of(view: ChartView, kind: ChartKind) -> int:
    assert view.shown is not None
    return next(box for box, unit in enumerate(view.shown.content.units) if unit.kind is kind)


def seen(view: ChartView) -> Rect:
    return Rect(0, 0, view.width(), view.height())


def darks(picture: QImage, start: QPoint, step: QPoint, count: int) -> list[bool]:
    """Which pixels on a way differ from the ground."""
    ground = picture.pixelColor(0, 0)
    return [picture.pixelColor(start + step * place) != ground for place in range(count)]


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
@pytest.mark.parametrize("kind", LAYOUTS)
def test_names_can_be_read_at_first_in_every_layout(
    window: MainWindow, page: ChartPage, view: ChartView, kind: LayoutKind, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page.bar.choose_layout(kind)
    for wanted in (False, True):
        for button in page.bar.overlays.values():
            button.setChecked(wanted)
        settle()
        view.open()
        assert view.is_readable
        assert seen(view).holds(view.box_rect(0))
    page.bar.fit.click()
    assert view.is_fitted
    assert all(seen(view).holds(view.box_rect(box), 1) for box in range(view.box_count))


@pytest.mark.parametrize("percent", [25, 35, 60, 100])
@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_frame_of_a_body_outside_is_broken_at_every_size(
    page: ChartPage, view: ChartView, kind: LayoutKind, percent: int
) -> None:
    page.bar.choose_layout(kind)
    view.zoom_to(percent)
    outside = box_of(view, ChartKind.OUTSIDE)
    view.centre_on(outside)
    settle()
    picture = view.grab().toImage()
    rect = view.box_rect(outside)
    edges = [
        darks(picture, QPoint(round(rect.x) + 2, top), QPoint(1, 0), int(rect.width) - 3)
        for top in range(int(rect.y) - 1, int(rect.y) + 2)
    ]
    assert not any(all(edge) for edge in edges)
    assert max(sum(one is not other for one, other in pairwise(edge)) for edge in edges) >= 6


def test_what_is_left_after_folding_is_in_sight(page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.GRID)
    view.open()
    view.fold(0, folded=True)
    assert view.box_count == 1
    assert view.is_readable
    assert seen(view).holds(view.box_rect(0))
    view.fold(0, folded=False)
    assert view.is_readable
    assert seen(view).holds(view.box_rect(0))
    view.zoom_to(25)
    view.fold(0, folded=True)
    assert view.is_readable
    assert seen(view).holds(view.box_rect(0))


def test_one_size_of_the_window_has_one_result(window: MainWindow, page: ChartPage, view: ChartView) -> None:
    view.fit()  # of what is shown whole anyhow
    window.resize(911, 512)
    settle()
    grown = view.zoom, view.sees_all
    view.open()
    assert (view.zoom, view.sees_all) == grown


def test_what_reaches_beyond_the_view_has_scroll_bars(window: MainWindow, page: ChartPage, view: ChartView) -> None:
    across, down = view.scroll_bars
    assert across.isHidden()
    assert down.isHidden()
    window.resize(911, 512)
    settle()
    assert not view.sees_all
    assert across.isVisible()
    assert down.isHidden()
    assert page.bar.fit.isVisible()
    assert "只显示了一部分" in page.bar.fit.accessibleDescription()
    across.setValue(across.maximum())
    last = max(view.box_rect(box).right for box in range(view.box_count))
    assert last <= view.width()
    across.setValue(0)
    assert min(view.box_rect(box).x for box in range(view.box_count)) >= 0
    page.bar.fit.click()
    assert across.isHidden()
    assert "只显示了一部分" not in page.bar.fit.accessibleDescription()


@pytest.mark.parametrize(("size", "width"), [(100, 345), (150, 335)])
@pytest.mark.parametrize("language", list(Language))
def test_the_bar_of_a_small_window_has_one_line_and_whole_words(
    qtbot: QtBot, qapp: QApplication, tokens: Tokens, language: Language, size: int, width: int
) -> None:
    tokens.wear(LIGHT, size)
    install_translations(qapp, language)
    bar = ChartBar(tokens)
    qtbot.addWidget(bar)
    bar.resize(width, 40)
    bar.show()
    for asked in (False, True) if size == 100 else (False,):
        bar.show_found(6, 17, asked=asked)
        settle()
        shown = [child for child in bar.findChildren(QWidget) if child.isVisible() and child.parent() is bar]
        assert max(child.geometry().right() for child in shown) <= bar.width()
        assert bar.flow.heightForWidth(bar.width()) <= max(child.sizeHint().height() for child in shown)
        assert bar.fit.isVisible()
        option = QStyleOptionComboBox()
        bar.layouts.initStyleOption(option)
        style = bar.layouts.style()
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, bar.layouts
        ).width()
        names = [bar.layouts.itemText(at) for at in range(bar.layouts.count())]
        assert max(map(bar.layouts.fontMetrics().horizontalAdvance, names)) <= room
    install_translations(qapp, Language.CHINESE)


def test_a_long_legend_has_one_line_and_the_rest_in_words(window: MainWindow, page: ChartPage) -> None:
    for button in page.bar.overlays.values():
        button.setChecked(True)
    settle()
    whole = page.legend.text()
    assert whole.count("\n") >= 2
    window.resize(911, 512)
    settle()
    assert page.legend.text() != whole
    assert page.legend.height() < page.height() / 10
    assert page.legend.accessibleName() == whole
    assert "未对应" not in page.legend.text()
    assert "没有对应分项的内设机构" in page.legend.toolTip()
    window.resize(1366, 768)
    settle()
    assert page.legend.text() == whole
    assert page.legend.toolTip() == ""


def test_a_chart_opened_on_a_chosen_unit_shows_it(window: MainWindow) -> None:
    window.resize(911, 512)
    window.selection.select(FactRef(FactKind.DIVISION, 24))
    window.go_to(window.chart)
    window.chart.page.bar.choose_layout(LayoutKind.GRID)
    settle()
    view = window.chart.page.view
    box = view.current_box
    assert box is not None
    assert seen(view).holds(view.box_rect(box))


def test_a_card_says_a_number_once(view: ChartView) -> None:
    assert view.shown is not None
    ranges = [box for box, unit in enumerate(view.shown.content.units) if unit.amount == "1-2名"]
    assert ranges
    assert all(view.card_of(box).count("1-2名") == 1 for box in ranges)


def test_the_line_for_words_shows_its_example(page: ChartPage) -> None:
    line, option = page.words, QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= room - 4


@pytest.mark.parametrize("kind", LAYOUTS)
def test_no_sign_for_folding_is_upon_another_or_upon_words(page: ChartPage, view: ChartView, kind: LayoutKind) -> None:
    page.bar.choose_layout(kind)
    for groups in [(ChartKind.POST,), (ChartKind.DIVISION,), GROUPS]:
        view.unfold_all()
        for group in groups:
            view.fold_group(group, folded=True)
        for percent in (40, 60, 100, 200):
            view.zoom_to(percent)
            found = [place for number in range(view.box_count) if (place := view.fold_rect(number)) is not None]
            assert len(found) > len(groups) or (percent == 40 and found)
            assert not [pair for pair in combinations(found, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("kind", LAYOUTS)
def test_units_folded_beside_each_other_have_signs_apart(page: ChartPage, view: ChartView, kind: LayoutKind) -> None:
    units = [ChartUnit("某局", ChartKind.BODY), *(ChartUnit(f"第{n}处", parent=0) for n in range(8))]
    units += [ChartUnit(f"第{n}科", parent=1 + n % 8) for n in range(96)]
    page.bar.choose_layout(kind)
    view.show_chart(ChartContent("某局", tuple(units)))
    for number in range(1, 9):
        view.fold(number, folded=True)
    for percent in (50, 60, 100, 200):
        view.zoom_to(percent)
        found = [place for number in range(view.box_count) if (place := view.fold_rect(number)) is not None]
        assert len(found) == 9 or percent == 50
        assert not [pair for pair in combinations(found, 2) if pair[0].intersects(pair[1])]


def test_a_folded_group_is_a_flat_box_with_words_in_lines(page: ChartPage, view: ChartView) -> None:
    page.bar.choose_layout(LayoutKind.OFFICIAL)
    view.fold_group(ChartKind.DIVISION, folded=True)
    rect = view.box_rect(box_of(view, ChartKind.DIVISION))
    assert rect.width > 2 * rect.height


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_names_that_do_not_stand_out_can_be_read_and_their_marks_are_as_faint(
    page: ChartPage, view: ChartView, tokens: Tokens, palette: Palette
) -> None:
    tokens.wear(palette, 100)
    for ground in (palette.surface, palette.raised):
        assert 3.0 <= contrast(faint(tokens), QColor(ground)) < 4.0
    page.bar.overlays[Overlay.GRADES].setChecked(True)
    view.show_selected(FactRef(FactKind.DIVISION, 11))
    view.set_focused(focused=True)
    settle()
    picture = view.grab().toImage()
    assert view.shown is not None
    chosen = view.current_box
    marked = [box for box in range(view.box_count) if box != chosen and view.mark_rects(box)]
    assert marked
    for box in marked:
        for mark in view.mark_rects(box):
            assert strongest(picture, mark, palette) <= contrast(faint(tokens), QColor(palette.surface)) + 1.2
    assert chosen is not None
    [own] = view.mark_rects(chosen)
    assert strongest(picture, own, palette) > 5


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def strongest(picture: QImage, where: QRectF, palette: Palette) -> float:
    """The strongest contrast to the ground in a part of a picture."""
    area = where.toRect()
    return max(
        contrast(picture.pixelColor(x, y), QColor(palette.surface))
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )
