from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.panes.unit_delegate import UnitDelegate
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import units_of
from eitc_desktop.services.library import open_library

BODY = FactRef(FactKind.BODY)


@pytest.fixture(scope="module")
def keys(library_path: Path) -> dict[str, NameKey]:
    with open_library(library_path) as library:
        return dict(library.name_keys(1))


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision, keys: dict[str, NameKey]) -> TreePane:
    pane = TreePane(tokens)
    qtbot.addWidget(pane)
    pane.resize(300, 900)
    pane.show_provision(provision, keys)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def chosen(pane: TreePane) -> list[FactRef]:
    refs: list[FactRef] = []
    pane.fact_chosen.connect(refs.append)
    return refs


def row(pane: TreePane, words: str) -> QModelIndex:
    found = pane.view.model().match(
        pane.view.model().index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        words,
        1,
        Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
    )
    assert found, words
    return found[0]


def click(qtbot: QtBot, pane: TreePane, words: str) -> None:
    place = pane.view.visualRect(row(pane, words)).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_everything_is_unfolded_at_start(pane: TreePane) -> None:
    assert pane.view.isExpanded(row(pane, "上海市经济和信息化委员会"))
    assert pane.view.isExpanded(row(pane, "内设机构"))
    assert pane.view.visualRect(row(pane, "上海市征信管理办公室")).isValid()


def test_a_click_chooses_the_unit(qtbot: QtBot, pane: TreePane, chosen: list[FactRef]) -> None:
    click(qtbot, pane, "电力处")
    assert set(chosen) == {FactRef(FactKind.DIVISION, 15)}


def test_keys_walk_the_tree(qtbot: QtBot, pane: TreePane, chosen: list[FactRef]) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert chosen == [FactRef(FactKind.DIVISION, 1), FactRef(FactKind.DIVISION, 2)]
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert chosen[-1] == BODY


def test_a_group_is_not_a_unit(qtbot: QtBot, pane: TreePane, chosen: list[FactRef]) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 2))
    click(qtbot, pane, "内设机构")
    assert not pane.view.isExpanded(row(pane, "内设机构"))
    click(qtbot, pane, "内设机构")
    assert pane.view.isExpanded(row(pane, "内设机构"))
    assert pane.view.currentIndex().data() == "人事教育处"
    assert chosen == []


def test_keys_pass_over_groups(qtbot: QtBot, pane: TreePane, chosen: list[FactRef], provision: Provision) -> None:
    pane.show_selected(BODY)
    for _ in units_of(provision)[1:]:
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert chosen == [unit.ref for unit in units_of(provision)[1:]]
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert chosen[-1] == BODY
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert chosen[-1] == units_of(provision)[-1].ref


def test_a_group_folds_by_key(qtbot: QtBot, pane: TreePane, chosen: list[FactRef]) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 2))
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert not pane.view.isExpanded(row(pane, "内设机构"))
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert pane.view.isExpanded(row(pane, "内设机构"))
    assert pane.view.currentIndex().data() == "人事教育处"
    assert chosen == []


def test_following_another_pane_chooses_nothing(pane: TreePane, chosen: list[FactRef]) -> None:
    pane.show_selected(FactRef(FactKind.SECOND_NAME, 11))
    assert pane.view.currentIndex().data(UnitRole.REF) == FactRef(FactKind.DIVISION, 11)
    pane.show_selected(FactRef(FactKind.CHANGE, 2))
    assert pane.view.currentIndex().data(UnitRole.REF) == BODY
    assert chosen == []


def test_clicking_the_row_that_is_current_already_chooses_it(
    qtbot: QtBot,
    pane: TreePane,
    chosen: list[FactRef],
) -> None:
    pane.show_selected(FactRef(FactKind.CHANGE, 2))  # the body's row is current, a change is selected
    click(qtbot, pane, "上海市经济和信息化委员会")
    assert chosen == [BODY]


def test_filter_leaves_what_matches_and_its_place(qtbot: QtBot, pane: TreePane) -> None:
    pane.filter_line.setFocus()
    typed = QInputMethodEvent()
    typed.setCommitString("政策法规")  # as an input method gives it
    QApplication.sendEvent(pane.filter_line, typed)
    assert row(pane, "研究室").parent().data() == "内设机构"
    assert pane.view.model().rowCount(row(pane, "内设机构")) == 1
    pane.filter_line.clear()
    assert pane.view.model().rowCount(row(pane, "内设机构")) == 25


def test_filter_without_result_says_what_to_do(qtbot: QtBot, pane: TreePane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 2))
    pane.filter_line.setText("没有这样的处")
    assert not pane.view.isVisible()
    said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any("没有符合“没有这样的处”的机构" in words for words in said)
    button = next(button for button in pane.findChildren(QPushButton) if button.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.view.isVisible()
    assert pane.view.currentIndex().data() == "人事教育处"
    assert pane.view.selectionModel().isSelected(pane.view.currentIndex())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("创意", "都市产业处"),
        ("(十二)", "都市产业处"),
        ("秘书", "秘书长"),
        ("6名", "副主任"),
        ("6 名", "副主任"),
        ("１-２名", "市国防科技工业办公室专职副主任"),
        ("信息 产业", "电子信息产业处"),
        ("征信", "上海市征信管理办公室"),
        ("dscyc", "都市产业处"),
        ("cyysj", "都市产业处"),
        ("xinxi aq", "信息安全处"),
        ("mishu", "秘书长"),
        ("gfkj", "上海市经济和信息化委员会"),
        ("zhengxin", "上海市征信管理办公室"),
        ("十 信息h", "信息化推进处"),
    ],
)
def test_filter_finds_what_its_hint_promises(pane: TreePane, words: str, found: str) -> None:
    pane.filter_line.setText(words)
    assert row(pane, found).isValid()
    assert pane.view.isVisible()


def test_what_was_found_is_underlined(pane: TreePane, tokens: Tokens) -> None:
    def lines(words: str) -> int:
        pane.filter_line.setText(words)
        place = pane.view.visualRect(row(pane, "都市产业处"))
        picture = pane.view.viewport().grab(place).toImage()
        accent = QColor(tokens.accent)
        return max(
            sum(picture.pixelColor(x, y) == accent for x in range(picture.width())) for y in range(picture.height())
        )

    char = pane.view.fontMetrics().horizontalAdvance("都")
    assert lines("") == 0
    assert 0.9 * char <= lines("ds") / 2 <= 1.1 * char
    assert 0.9 * char <= lines("dscy") / 4 <= 1.1 * char
    assert lines("（十二）") > char
    pane.filter_line.clear()
    assert lines("") == 0


def test_groups_are_open_again_after_a_filter(pane: TreePane) -> None:
    pane.filter_line.setText("zhengxin")
    assert pane.view.model().rowCount(pane.view.model().index(0, 0)) == 1
    pane.filter_line.clear()
    for group in ("领导职务", "内设机构", "设在本机关的机构"):
        assert pane.view.isExpanded(row(pane, group))


@pytest.mark.parametrize("words", ["原文 25", "列出", "neishe", "lingdaozhiwu"])
def test_filter_passes_over_what_is_no_units_own(pane: TreePane, words: str) -> None:
    pane.filter_line.setText(words)
    assert pane.view.model().rowCount() == 0


@pytest.mark.parametrize(
    ("words", "heading", "units"),
    [("设在", "设在本机关的机构", 2), ("领导", "领导职务", 5), ("内设", "内设机构", 25), ("内设 机构", "内设机构", 25)],
)
def test_a_heading_finds_its_whole_group(
    qtbot: QtBot, pane: TreePane, chosen: list[FactRef], words: str, heading: str, units: int
) -> None:
    pane.filter_line.setText(words)
    body = pane.view.model().index(0, 0)
    assert [body.model().index(at, 0, body).data() for at in range(body.model().rowCount(body))] == [heading]
    assert pane.view.model().rowCount(row(pane, heading)) == units
    qtbot.keyClick(pane.filter_line, Qt.Key.Key_Return)
    assert chosen[-1] == row(pane, heading).model().index(0, 0, row(pane, heading)).data(UnitRole.REF)


def test_enter_chooses_what_answers_itself_before_what_stands_in_a_group(
    qtbot: QtBot, pane: TreePane, chosen: list[FactRef]
) -> None:
    pane.filter_line.setText("设")  # 内设机构 too
    assert pane.view.model().rowCount(row(pane, "内设机构")) == 25
    qtbot.keyClick(pane.filter_line, Qt.Key.Key_Return)
    assert "设" in row(pane, "都市产业处").data(UnitRole.ROW).aside.words
    assert chosen[-1] == FactRef(FactKind.DIVISION, 11)


def test_the_selection_outlives_a_filter(
    qtbot: QtBot, pane: TreePane, chosen: list[FactRef], clipboard_text: Callable[[], str]
) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 2))
    pane.filter_line.setText("信息")
    assert not pane.view.selectionModel().selectedIndexes()
    pane.filter_line.clear()
    assert pane.view.currentIndex().data() == "人事教育处"
    assert chosen == []
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "三（三）“人事教育处" in clipboard_text()


def test_nothing_is_copied_while_the_filter_hides_the_selection(qtbot: QtBot, pane: TreePane) -> None:
    QApplication.clipboard().setText("旧")
    pane.show_selected(FactRef(FactKind.DIVISION, 2))
    pane.filter_line.setText("信息")
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["请先选中一个机构或职务，再复制。"]
    assert QApplication.clipboard().text() == "旧"


def test_enter_in_the_filter_chooses_the_first_match(qtbot: QtBot, pane: TreePane, chosen: list[FactRef]) -> None:
    pane.show_selected(BODY)
    pane.filter_line.setText("信息安全")
    qtbot.keyClick(pane.filter_line, Qt.Key.Key_Return)
    assert chosen[-1] == FactRef(FactKind.DIVISION, 20)
    assert pane.view.currentIndex().data() == "信息安全处"


def test_escape_clears_the_filter(qtbot: QtBot, pane: TreePane) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    pane.filter_line.setFocus()
    pane.filter_line.setText("信息")
    qtbot.keyClick(pane.filter_line, Qt.Key.Key_Escape)
    assert pane.filter_line.text() == ""


def test_a_unit_chosen_elsewhere_is_seen_in_spite_of_the_filter(pane: TreePane) -> None:
    pane.filter_line.setText("政策法规")
    pane.show_selected(FactRef(FactKind.DIVISION, 15))
    assert pane.view.currentIndex().data() == "电力处"


def test_copy_quotes_with_clause(qtbot: QtBot, pane: TreePane, clipboard_text: Callable[[], str]) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 1))
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text().endswith("三（二）“研究室（政策法规处）”")


def test_elided_rows_are_known(pane: TreePane) -> None:
    delegate = pane.view.itemDelegate()
    assert isinstance(delegate, UnitDelegate)
    option = QStyleOptionViewItem()
    pane.view.initViewItemOption(option)
    assert (
        delegate.is_elided(
            QRect(QPoint(0, 0), pane.view.visualRect(row(pane, "电力处")).size()), option.font, row(pane, "电力处")
        )
        is False
    )
    assert delegate.is_elided(QRect(0, 0, 120, 24), option.font, row(pane, "研究室")) is True


def test_other_agencies_are_shown_too(pane: TreePane, other_provisions: tuple[Provision, ...]) -> None:
    for each in other_provisions:
        pane.show_provision(each, {})
        pane.show_selected(BODY)
        assert pane.view.currentIndex().data() == each.body.text
        assert not pane.grab().isNull()


def test_what_was_folded_is_folded_again_when_the_filter_is_cleared(qtbot: QtBot, pane: TreePane) -> None:
    pane.show_selected(BODY)
    pane.view.collapse(row(pane, "内设机构"))
    for words in ("电力", "信用"):
        pane.filter_line.setFocus()
        pane.filter_line.insert(words[0])
        pane.filter_line.insert(words[1])
        assert pane.view.isExpanded(row(pane, "内设机构"))
        qtbot.keyClick(pane.filter_line, Qt.Key.Key_Escape)
        assert pane.filter_line.text() == ""
        assert not pane.view.isExpanded(row(pane, "内设机构"))
        assert pane.view.isExpanded(row(pane, "上海市经济和信息化委员会"))


def test_what_was_chosen_while_filtering_is_in_sight_afterwards(qtbot: QtBot, pane: TreePane) -> None:
    pane.show_selected(BODY)
    pane.view.collapse(row(pane, "内设机构"))
    pane.filter_line.insert("电力处")
    pane.filter_line.setFocus()
    qtbot.keyClick(pane.filter_line, Qt.Key.Key_Return)
    pane.filter_line.clear()
    assert pane.view.isExpanded(row(pane, "内设机构"))
    assert pane.view.visualRect(row(pane, "电力处")).isValid()
