"""职责分工 on the real provision: the table, the words of a matter, keys and copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.findings import FindingsDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.splits import SplitRole
from eitc_desktop.gui.panes.splits import SplitsPane
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.marked_text import MarkedText
from eitc_desktop.gui.widgets.matter_card import MatterCard
from eitc_desktop.gui.widgets.split_table import CellDelegate, SplitTable
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
FIRST = FactRef(FactKind.MATTER, 0, 0)


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping) -> SplitsPane:
    pane = SplitsPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show_provision(provision, mapping)
    pane.show()
    qtbot.waitExposed(pane)
    QApplication.processEvents()
    pane.fact_chosen.connect(pane.show_selected)  # as the window does
    return pane


def table_of(pane: SplitsPane) -> SplitTable:
    assert pane.table is not None
    return pane.table


def card_of(pane: SplitsPane) -> MatterCard:
    assert pane.card is not None
    return pane.card


def text_of(pane: SplitsPane) -> MarkedText:
    text = card_of(pane).text
    assert text is not None
    return text


def place_of(table: SplitTable, row: int, column: int, chip: int) -> QPoint:
    """Return the middle of some words in a cell, which are scrolled into sight."""
    index = table.splits.index(row, column)
    table.scrollTo(index)
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    box = delegate.placed(index).chips[chip].box
    return (QPointF(table.visualRect(index).topLeft()) + delegate.corner + box.center()).toPoint()


def signals_of(pane: SplitsPane) -> list[tuple[str, FactRef]]:
    """Return a list that grows with what the pane asks for."""
    heard: list[tuple[str, FactRef]] = []
    pane.fact_chosen.connect(lambda ref: heard.append(("chosen", ref)))
    pane.clause_requested.connect(lambda ref: heard.append(("clause", ref)))
    return heard


def test_nothing_is_made_before_it_is_seen(
    qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping
) -> None:
    pane = SplitsPane(tokens)
    qtbot.addWidget(pane)
    pane.show_provision(provision, mapping)
    pane.show_selected(FactRef(FactKind.ROLE, 3, 0, 5))
    assert pane.table is None
    pane.show()
    assert table_of(pane).chosen_rows == [5]
    assert text_of(pane).highlighted


def test_a_row_chooses_its_matter_and_its_words_are_read_below(qtbot: QtBot, pane: SplitsPane) -> None:
    table = table_of(pane)
    table.setFocus()
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [FactRef(FactKind.MATTER, 0, 1)]
    text = text_of(pane)
    assert text.text().startswith("上海市商务委员会牵头负责经济技术开发园区管理")
    marked = {text.text()[one.start : one.end]: one.dotted for one in text.underlined}
    assert marked == {
        "牵头负责": False,
        "牵头": False,
        "配合": False,
        "加强协作": False,
        "上海市工业区发展联席会议": True,
    }
    with qtbot.assertNotEmitted(pane.fact_chosen):  # another agency of the same matter
        qtbot.keyClick(table, Qt.Key.Key_Right)


def test_the_keyboard_coming_chooses_nothing(qtbot: QtBot, pane: SplitsPane) -> None:
    with qtbot.assertNotEmitted(pane.fact_chosen):
        pane.activateWindow()
        table_of(pane).setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(table_of(pane).hasFocus)
    assert table_of(pane).chosen_rows == []


@pytest.mark.parametrize(("chip", "role"), [(0, 3), (1, 4), (2, 5), (3, 6)])
def test_a_click_on_a_verb_shows_its_words(qtbot: QtBot, pane: SplitsPane, chip: int, role: int) -> None:
    table = table_of(pane)
    place = place_of(table, 5, 0, chip)
    asked = signals_of(pane)
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert asked == [("chosen", FactRef(FactKind.MATTER, 3, 0)), ("clause", FactRef(FactKind.ROLE, 3, 0, role))]


def test_a_click_on_nothing_stated_only_chooses(qtbot: QtBot, pane: SplitsPane) -> None:
    table = table_of(pane)
    place = table.visualRect(table.splits.index(0, 2)).center()
    with qtbot.assertNotEmitted(pane.clause_requested):
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert table.chosen_rows == [0]


def test_enter_shows_the_words_of_the_cell(qtbot: QtBot, pane: SplitsPane) -> None:
    table = table_of(pane)
    pane.show_selected(FactRef(FactKind.ROLE, 0, 0, 0))
    for key, modifier, ref in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, FactRef(FactKind.ROLE, 0, 0, 0)),
        (Qt.Key.Key_Return, CONTROL, FIRST),
    ):
        with qtbot.waitSignal(pane.clause_requested) as asked:
            qtbot.keyClick(table, key, modifier)
        assert asked.args == [ref]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [FIRST]  # nothing is stated there: the matter as a whole


def test_the_mark_of_a_matter_leads_to_its_clause(qtbot: QtBot, pane: SplitsPane) -> None:
    header = table_of(pane).verticalHeader()
    place = QPoint(header.width() - 20, header.sectionViewportPosition(0) + 35)
    asked = signals_of(pane)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert asked == [("chosen", FIRST), ("clause", FIRST)]


@pytest.mark.parametrize(
    ("ref", "rows", "column"),
    [
        (FactRef(FactKind.SPLIT, 0), [0, 1], 0),
        (FactRef(FactKind.MATTER, 2, 0), [4], 0),
        (FactRef(FactKind.ROLE, 2, 0, 2), [4], 2),
        (FactRef(FactKind.MECHANISM, 1, 1, 0), [3], 5),
        (FactRef(FactKind.DUTY, 3), [], None),
    ],
)
def test_what_is_chosen_elsewhere_is_shown(
    qtbot: QtBot, pane: SplitsPane, ref: FactRef, rows: list[int], column: int | None
) -> None:
    with qtbot.assertNotEmitted(pane.fact_chosen):
        pane.show_selected(ref)
    assert table_of(pane).chosen_rows == rows
    assert (card_of(pane).text is not None) == bool(rows)
    if column is not None:
        assert table_of(pane).currentIndex().column() == column
    in_words = ref.kind in {FactKind.ROLE, FactKind.MECHANISM}
    assert bool(card_of(pane).text is not None and text_of(pane).highlighted) == in_words


def test_rows_are_copied_with_their_source_and_as_a_table(
    qtbot: QtBot, pane: SplitsPane, clipboard_text: Callable[[], str]
) -> None:
    table = table_of(pane)
    pane.show_selected(FIRST)
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert clipboard_text().startswith(
        "上海市经济和信息化委员会三定规定（标题原文未载明）五（一）1“上海市商务委员会牵头"
    )
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert table.chosen_rows == [0, 1]
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert len(clipboard_text().splitlines()) == 2
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.keyClick(table, Qt.Key.Key_C, CONTROL | ALT)
    assert told.args == ["已复制 2 个事项，可粘贴到表格"]
    assert clipboard_text().splitlines()[0] == "事项\t单位\t原文用语\t原文\t条款"
    assert len(clipboard_text().splitlines()) == 11
    table.clearSelection()
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert told.args == ["请先选中一个分工事项，再复制。"]


def test_the_menu_of_a_cell_lists_its_words(qtbot: QtBot, pane: SplitsPane) -> None:
    table = table_of(pane)
    menu = table.context_menu(table.splits.index(0, 0))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["在原文中显示", "在原文中显示：负责", "在原文中显示：协助", "复制（含出处）", "复制为表格"]
    with qtbot.waitSignal(pane.clause_requested) as asked:
        menu.actions()[2].trigger()
    assert asked.args == [FactRef(FactKind.ROLE, 0, 0, 2)]


def test_matters_on_one_subject_lead_to_each_other(qtbot: QtBot, pane: SplitsPane) -> None:
    pane.show_selected(FactRef(FactKind.MATTER, 1, 1))
    (link,) = card_of(pane).findChildren(FactLink)
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert table_of(pane).chosen_rows == [4]
    (back,) = (one for one in card_of(pane).findChildren(FactLink) if one.isVisible())
    assert back.text().startswith("与五（二）2同一主题")


def test_a_tension_and_its_words_are_a_click_apart(qtbot: QtBot, pane: SplitsPane, provision: Provision) -> None:
    pane.show_selected(FactRef(FactKind.MATTER, 3, 0))
    said = [label.text() for label in card_of(pane).findChildren(QLabel)]
    assert "核查结果" in said
    assert any(words.endswith("两处用语不同，请对照原文") for words in said)
    mark = next(one for one in card_of(pane).findChildren(ClauseMark) if one.text() == "二（四）")
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.mouseClick(mark, LEFT)
    item = provision.duties[asked.args[0].index].items[asked.args[0].part]
    assert "预算的归口管理" in item.text
    copy = card_of(pane).findChild(QToolButton)
    assert copy is not None
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.mouseClick(copy, LEFT)
    assert told.args == ["已复制（含出处）：五（四）"]


def test_a_provision_without_shared_matters_says_so(
    qtbot: QtBot, pane: SplitsPane, other_provisions: tuple[Provision, ...], provision: Provision, mapping: Mapping
) -> None:
    for other in other_provisions:
        pane.show_provision(other, Mapping())
        pane.show_selected(FactRef(FactKind.BODY))
        QApplication.processEvents()
        said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
        assert ("本规定未载明部门间职责分工。" in said) == (not other.responsibility_splits)
        assert (pane.table is None) == (not other.responsibility_splits)
    pane.show_provision(provision, mapping)
    assert table_of(pane).splits.rowCount() == 6


@pytest.mark.parametrize("size", [80, 100, 150, 200])
@pytest.mark.parametrize("width", [440, 700, 1366])
def test_every_word_fits_its_row_and_column(pane: SplitsPane, tokens: Tokens, size: int, width: int) -> None:
    pane.resize(width, 600)
    tokens.wear(DARK if size > 100 else LIGHT, size)
    QApplication.processEvents()
    table = table_of(pane)
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    for row in range(6):
        for column in range(6):
            index = table.splits.index(row, column)
            room = table.visualRect(index)
            placed = delegate.placed(index)
            assert placed.height <= room.height()
            assert all(one.box.right() <= room.width() for one in placed.chips)
        assert len(index.data(SplitRole.CHIPS)) <= 1
    header = table.horizontalHeader()
    assert header.height() >= header.needed_height()  # type: ignore[attr-defined]
    assert table.verticalHeader().width() <= width / 2
    splitter = pane.findChild(QSplitter)
    assert splitter is not None
    beside = splitter.orientation() is Qt.Orientation.Horizontal
    assert beside == (width >= 1100)
    sizes = splitter.sizes()
    assert min(sizes) > 0.25 * sum(sizes)


def test_in_the_window_it_shares_the_one_selection(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    assert window.splits.table is None
    qtbot.keyClick(window, Qt.Key.Key_6, CONTROL)
    table = table_of(window.splits)
    assert QApplication.focusWidget() is table
    window.selection.select(FactRef(FactKind.MATTER, 0, 1))
    assert table.chosen_rows == [1]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert window.selection.current == FactRef(FactKind.MATTER, 1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.source.isVisible()
    assert not window.splits.isVisible()


def test_the_list_of_findings_holds_those_of_the_mapping(
    qtbot: QtBot, window: MainWindow, provision: Provision, mapping: Mapping
) -> None:
    assert window.status.findings.text() == "未识别 0 句 · 核查结果 5 条"
    window.dialogs.show_findings()
    dialog = window.findChild(FindingsDialog)
    assert dialog is not None
    model = dialog.view.model()
    assert model.rowCount() == len(provision.findings) + len(mapping.findings) == 5
    last = model.index(4, 1)
    assert str(last.data()).startswith("二（四）用“负责”，五（四）用“牵头负责”")
    qtbot.mouseClick(dialog.view.viewport(), LEFT, pos=dialog.view.visualRect(last).center())
    assert window.source.text.place == mapping.findings[0].span.start  # type: ignore[union-attr]
    dialog.close()
