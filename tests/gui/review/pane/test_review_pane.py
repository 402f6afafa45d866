"""审阅 on the real provision and a real file: table, filters, the entry in full, drafts, keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.gui.review.conflict_box import ConflictBox
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.entries_model import EntryColumn, PlaceHead
from eitc_desktop.gui.review.entry_body import EntryBody
from eitc_desktop.gui.review.history_list import HistoryList
from eitc_desktop.gui.review.listed import EntryRow
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.place_body import PlaceBody
from eitc_desktop.gui.review.relocate_dialog import RelocateDialog
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Opinion, OpinionCategory, Reply
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.services.reviews.session import added

LEFT = Qt.MouseButton.LeftButton
FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)
SECOND = FactRef(FactKind.DUTY_ITEM, 4, 1)


def _opinion(text: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", "办公室", "陈敏")


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def column(pane: ReviewPane, which: EntryColumn) -> list[str]:
    """Return what a column says, row by row."""
    model = pane.page.model
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def contents(pane: ReviewPane) -> list[str]:
    return column(pane, EntryColumn.CONTENT)


def choose(pane: ReviewPane, words: str) -> None:
    """Choose from a filter."""
    boxes = (pane.page.bar.category, pane.page.bar.adoption, pane.page.bar.office, pane.page.bar.person)
    for box in (*boxes, pane.page.bar.clause):
        if box.findData(words) > 0:
            box.setCurrentIndex(box.findData(words))
            return
    raise AssertionError(words)


def body_of(pane: ReviewPane) -> EntryBody:
    body = pane.page.entry.body
    assert isinstance(body, EntryBody)
    return body


def words_of(pane: ReviewPane) -> str:
    body = pane.page.entry.body
    assert body is not None
    return "\n".join(label.text() for label in body.findChildren(WrappedLabel))


def test_nothing_is_made_before_it_is_seen(qtbot: QtBot, tokens: Tokens, desk: ReviewDesk) -> None:
    pane = ReviewPane(tokens)
    qtbot.addWidget(pane)
    pane.set_desk(desk)
    pane.show_selected(FIRST)
    assert not pane.is_made
    pane.show()
    assert pane.is_made


def test_an_empty_review_says_what_to_do_and_a_button_does_it(
    qtbot: QtBot, pane: ReviewPane, opened_dialog: Callable[..., Any], desk: ReviewDesk
) -> None:
    assert pane.page.is_empty
    assert pane.home is pane.page.empty.add
    pane.home.setFocus()
    pane.show_selected(FIRST)
    qtbot.keyClick(pane.home, Qt.Key.Key_Space)
    dialog = opened_dialog(OpinionDialog)
    dialog.text.edit.setPlainText("宜增加数据")
    dialog.save()
    settle()
    assert contents(pane) == ["宜增加数据"]
    assert pane.page.chosen == desk.review.opinions[0].id
    assert desk.review.opinions[0].placement.ref == FIRST
    assert pane.window().focusWidget() is pane.page.table  # not a button that is hidden now


def test_all_kinds_are_listed_in_the_order_of_the_text(pane: ReviewPane, entered: dict[str, str]) -> None:
    assert sorted(column(pane, EntryColumn.CATEGORY)) == sorted(
        ["意见", "疑问", "建议", "意见", "对应审阅", "对应审阅", "无意见", "编制分配方案"]
    )
    clauses = column(pane, EntryColumn.CLAUSE)
    assert clauses[:3] == ["全文"] * 3
    assert clauses[3:] == ["二（二）", "二（二）", "二（五）", "二（五）", "四"]
    assert column(pane, EntryColumn.STATUS)[-1] == "代录"
    assert pane.page.bar.count.text() == "共 8 条，显示 8 条"
    assert pane.page.bar.tag.provenance is Provenance.ENTERED
    QAbstractItemModelTester(pane.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("疑问", ["由谁承办"]),
        ("不采纳", ["由谁承办"]),
        ("市审计局", [""]),
        ("李强", ["由谁承办", "不同意：技术进步处 职责不在此"]),
        ("四", ["职数偏少"]),
    ],
)
def test_each_choice_narrows(pane: ReviewPane, entered: dict[str, str], choice: str, shown: list[str]) -> None:
    choose(pane, choice)
    assert contents(pane) == shown
    assert pane.page.bar.count.text() == f"共 8 条，显示 {len(shown)} 条"
    pane.page.step_back()
    assert len(contents(pane)) == 8


def test_words_narrow_and_say_where_nothing_is_left(qtbot: QtBot, pane: ReviewPane, entered: dict[str, str]) -> None:
    pane.go_to_filter()
    words = pane.page.bar.words
    assert words.hasFocus()
    words.insert("见文件")  # of the reason, which the table doesn't show
    assert contents(pane)[0].startswith("宜增加数据")
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert pane.page.table.hasFocus()
    words.setText("没有的字")
    assert pane.page.model.rowCount() == 0
    buttons = [one for one in pane.page.findChildren(QPushButton) if one.text() == "清除筛选" and one.isVisible()]
    qtbot.mouseClick(buttons[0], LEFT)
    assert len(contents(pane)) == 8


def test_columns_sort_each_in_its_own_order(pane: ReviewPane, entered: dict[str, str]) -> None:
    table = pane.page.table
    table.sortByColumn(EntryColumn.ADOPTION, Qt.SortOrder.DescendingOrder)
    given = [words for words in column(pane, EntryColumn.ADOPTION) if words]
    assert given == ["不采纳", "未处理", "未处理", "未处理"]
    table.sortByColumn(EntryColumn.CATEGORY, Qt.SortOrder.AscendingOrder)
    assert column(pane, EntryColumn.CATEGORY)[:4] == ["意见", "意见", "疑问", "建议"]
    table.sortByColumn(EntryColumn.PERSON, Qt.SortOrder.AscendingOrder)
    people = list(dict.fromkeys(column(pane, EntryColumn.PERSON)))
    assert people == ["陈敏", "李强", "王芳", "赵云"]  # as in a dictionary: chen, li, wang, zhao


def test_what_is_chosen_stays_chosen_as_rows_move(pane: ReviewPane, entered: dict[str, str]) -> None:
    pane.show_entry(entered["second"])
    pane.page.table.sortByColumn(EntryColumn.TIME, Qt.SortOrder.DescendingOrder)
    assert pane.page.chosen == entered["second"]
    choose(pane, "李强")
    assert pane.page.chosen == entered["second"]


def test_arrows_choose_the_fact_and_keep_the_keyboard(qtbot: QtBot, pane: ReviewPane, entered: dict[str, str]) -> None:
    table = pane.page.table
    pane.show_entry(entered["first"])
    table.setFocus()
    with qtbot.assertNotEmitted(pane.clause_requested):
        chosen: list[FactRef] = []
        pane.fact_chosen.connect(chosen.append)
        for _ in range(3):
            qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen == [FIRST, SECOND, SECOND]
    assert table.hasFocus()
    assert pane.page.entry.entry is not None
    assert words_of(pane).startswith(pane.page.entry.entry.anchor.exact)


def test_enter_and_a_click_on_the_clause_lead_to_the_place(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk
) -> None:
    table = pane.page.table
    pane.show_entry(entered["first"])
    with qtbot.waitSignals([pane.fact_chosen, pane.clause_requested]):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    row = pane.page.model.row_of(entered["passage"])
    assert row is not None
    place = table.visualRect(pane.page.model.index(row, EntryColumn.CLAUSE)).topLeft() + QPoint(12, 12)
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert isinstance(asked.args[0], Span)
    pane.show_entry(entered["whole"])
    with qtbot.waitSignal(pane.notice_given):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_what_is_chosen_elsewhere_is_pointed_out(qtbot: QtBot, pane: ReviewPane, entered: dict[str, str]) -> None:
    with qtbot.assertNotEmitted(pane.fact_chosen):
        pane.show_selected(SECOND)
    assert pane.page.chosen == entered["agree"]
    pane.show_entry(entered["disagree"])
    pane.show_selected(SECOND)
    assert pane.page.chosen == entered["disagree"]


def test_the_entry_shows_what_it_would_change(pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk) -> None:
    pane.show_entry(entered["first"])
    body = body_of(pane)
    exact = desk.anchor_of(FIRST).exact
    assert body.quote.text() == exact
    assert body.proposed is not None
    assert [body.proposed.text()[start:end] for start, end in body.proposed.differing] == ["和数据"]
    for words in ("宜增加数据", "见文件", "未处理"):
        assert words in words_of(pane)
    pane.show_entry(entered["second"])
    assert "不采纳 · 承办人：赵云" in words_of(pane)
    assert "与条文不符" in words_of(pane)


def test_words_are_shown_as_they_are(pane: ReviewPane, enter: Callable[..., str]) -> None:
    words = "<b>粗</b>&amp;<img src=x>"
    pane.show_entry(enter(FIRST, Opinion(OpinionCategory.OPINION, words, words, words, "甲", "乙")))
    assert words in words_of(pane)
    assert words in contents(pane)[0]


def test_withdrawing_restoring_undoing(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk
) -> None:
    pane.show_entry(entered["first"])
    pane.page.table.setFocus()
    qtbot.keyClick(pane.page.table, Qt.Key.Key_Delete)
    assert entered["first"] not in {row.id for row in pane.page.model.shown}
    assert pane.page.bar.count.text() == "共 7 条，显示 7 条"
    desk.undo()
    assert len(contents(pane)) == 8
    desk.redo()
    assert len(contents(pane)) == 7
    pane.page.bar.withdrawn.setChecked(True)
    pane.show_entry(entered["first"])
    view = pane.page.entry
    assert view.withdraw.text() == "恢复"
    assert not view.edit.isEnabled()
    view.withdraw.click()
    entry = desk.review.entry(entered["first"])
    assert entry is not None
    assert not entry.withdrawn
    assert len(entry.history) == 5


def test_history_holds_every_state(qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk) -> None:
    pane.show_entry(entered["first"])
    pane.page.entry.withdraw.click()
    pane.page.bar.withdrawn.setChecked(True)
    pane.show_entry(entered["first"])
    listed = body_of(pane).findChild(HistoryList)
    assert not listed.isVisible()
    body_of(pane).history_button.click()
    heads = [one.text() for one in body_of(pane).findChild(HistoryList).findChildren(WrappedLabel)]
    assert heads[0].endswith("陈敏 · 已撤回")
    assert heads[2].endswith("陈敏 · 添加")
    pane.show_entry(entered["second"])
    assert body_of(pane).findChild(HistoryList).isVisible()  # stays open from entry to entry


def test_replies_stand_below_and_can_be_taken_back(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], enter: Callable[..., str], desk: ReviewDesk
) -> None:
    enter(FIRST, Reply(entered["first"], "已沟通"))
    enter(FIRST, Reply(entered["first"], "", no_objection=True))
    pane.show_entry(entered["first"])
    assert "已沟通" in words_of(pane)
    assert "无意见" in words_of(pane)
    take_back = [one for one in body_of(pane).findChildren(QToolButton) if one.text() == "撤回"]
    take_back[0].click()
    settle()
    assert "已沟通" not in words_of(pane)
    assert len(desk.review.replies_to(entered["first"])) == 1


def test_two_drafts_are_marked_and_one_is_adopted(
    qtbot: QtBot, pane: ReviewPane, drafts: str, desk: ReviewDesk
) -> None:
    assert column(pane, EntryColumn.STATUS) == ["两稿并存"]
    pane.page.bar.conflicts.setChecked(True)
    pane.show_entry(drafts)
    box = body_of(pane).findChild(ConflictBox)
    buttons = [one for one in box.findChildren(QPushButton) if one.text() == "采用此稿"]
    assert len(buttons) == 2
    buttons[0].click()
    entry = desk.review.entry(drafts)
    assert entry is not None
    assert not entry.in_conflict
    assert isinstance(entry.content, Opinion)
    assert entry.content.text == "甲稿"
    assert len(entry.history) == 4


def test_a_day_that_no_calendar_has_is_shown_as_it_came(pane: ReviewPane, drafts: str, desk: ReviewDesk) -> None:
    entry = desk.review.entry(drafts)
    assert entry is not None
    strange = "2026-02-31T08:00:00Z"
    desk.take_in([seal(drafts, (entry.heads[0].id,), entry.author, strange, entry.anchor, _opinion("丙稿"))])
    pane.show_entry(drafts)
    settle()
    assert strange in words_of(pane)


def test_undoing_brings_both_drafts_back_under_the_names_of_their_authors(
    pane: ReviewPane, drafts: str, desk: ReviewDesk
) -> None:
    def standing() -> list[str]:
        entry = desk.review.entry(drafts)
        assert entry is not None
        return sorted(head.content.text for head in entry.heads if isinstance(head.content, Opinion))

    pane.show_entry(drafts)
    body_of(pane).findChild(ConflictBox).findChildren(QPushButton)[0].click()
    assert standing() == ["甲稿"]
    for _ in range(2):
        desk.undo()
        assert standing() == ["乙稿", "甲稿"]
        settle()
        assert all(f" · {name} · " in words_of(pane) for name in ("陈敏", "李强"))
        desk.redo()
        assert standing() == ["甲稿"]
    desk.undo()
    settle()
    box = body_of(pane).findChild(ConflictBox)
    merge = [one for one in box.findChildren(QPushButton) if one.text() == "采用此稿"]
    merge[1].click()
    assert len(standing()) == 1
    desk.undo()
    assert standing() == ["乙稿", "甲稿"]


def test_two_drafts_are_made_into_one(
    pane: ReviewPane, drafts: str, desk: ReviewDesk, opened_dialog: Callable[..., Any]
) -> None:
    pane.show_entry(drafts)
    merge = [one for one in body_of(pane).findChildren(QPushButton) if one.text().startswith("合并")]
    merge[1].click()
    dialog = opened_dialog(OpinionDialog)
    assert dialog.text.text == "乙稿"
    dialog.text.edit.setPlainText("丙稿")
    dialog.save()
    entry = desk.review.entry(drafts)
    assert entry is not None
    assert not entry.in_conflict
    assert entry.content == _opinion("丙稿")
    settle()
    assert column(pane, EntryColumn.STATUS) == [""]


def test_places_where_reviewers_differ_are_seen_at_once(pane: ReviewPane, entered: dict[str, str]) -> None:
    pane.page.bar.grouped.setChecked(True)
    model = pane.page.model
    heads = [one for one in map(model.at, range(model.rowCount())) if isinstance(one, PlaceHead)]
    assert [(head.clause, head.entries, head.differ) for head in heads] == [
        ("全文", 3, False),
        ("二（二）", 2, False),
        ("二（五）", 2, True),
        ("四", 1, False),
    ]
    assert model.head_words(heads[2]) == "2 条 · 2 个单位：办公室、研究室 · 有分歧"
    assert pane.page.bar.count.text() == "共 8 条，显示 8 条"
    row = next(number for number in range(model.rowCount()) if model.at(number) == heads[2])
    pane.page.table.setCurrentIndex(model.index(row, 0))
    body = pane.page.entry.body
    assert isinstance(body, PlaceBody)
    body.findChildren(QToolButton)[1].click()
    assert pane.page.chosen == entered["disagree"]
    assert isinstance(model.at(row + 1), EntryRow)


def test_what_found_no_place_is_attached_by_hand(
    qtbot: QtBot, pane: ReviewPane, lost: str, desk: ReviewDesk, opened_dialog: Callable[..., Any]
) -> None:
    assert column(pane, EntryColumn.STATUS) == ["未定位"]
    pane.show_entry(lost)
    with qtbot.waitSignal(pane.notice_given):
        pane.page.entry.relocate.click()  # nothing is chosen in the window
    pane.set_place_provider(lambda: SECOND)
    pane.page.entry.relocate.click()
    dialog = opened_dialog(RelocateDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    entry = desk.review.entry(lost)
    assert entry is not None
    assert entry.placement.ref == SECOND
    settle()
    assert column(pane, EntryColumn.STATUS) == ["陈敏 修改"]  # the entry is another's
    desk.undo()
    assert desk.review.unplaced


def test_other_kinds_are_edited_elsewhere(qtbot: QtBot, pane: ReviewPane, entered: dict[str, str]) -> None:
    for which in ("agree", "scenario", "none"):
        pane.show_entry(entered[which])
        assert not pane.page.entry.handle.isVisible()
        with qtbot.waitSignal(pane.edit_requested) as asked:
            pane.page.entry.edit.click()
        assert asked.args == [entered[which]]


def test_what_can_be_done_with_all_is_asked_of_the_window(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str]
) -> None:
    actions = pane.page.bar.more.menu().actions()
    for action, signal in zip(
        actions, (pane.export_requested, pane.import_requested, pane.summary_requested), strict=True
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_rows_are_copied_for_a_spreadsheet(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], clipboard_text: Callable[[], str]
) -> None:
    pane.show_entry(entered["second"])
    qtbot.keyClick(pane.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = clipboard_text().splitlines()
    assert head.split("\t")[:4] == ["条款", "原文", "类别", "内容"]
    assert row.split("\t")[2:7] == ["疑问", "由谁承办", "研究室", "李强", "不采纳"]


def test_the_menu_of_a_row_does_what_the_buttons_do(pane: ReviewPane, entered: dict[str, str]) -> None:
    pane.show_entry(entered["agree"])
    row = pane.page.table.current
    assert row is not None
    words = [one.text() for one in pane.page.menu(row).actions() if one.text()]
    assert words == ["在原文中显示", "编辑…", "回复…", "重新定位…", "撤回", "复制为表格"]


def test_entry_and_table_stand_beside_each_other_where_there_is_room(pane: ReviewPane, entered: dict[str, str]) -> None:
    splitter = pane.page.findChild(QSplitter)
    assert splitter.orientation() is Qt.Orientation.Vertical
    pane.resize(1300, 700)
    settle()
    assert splitter.orientation() is Qt.Orientation.Horizontal
    assert pane.minimumSizeHint().height() <= 300


def test_the_bar_is_as_high_as_its_lines(pane: ReviewPane, entered: dict[str, str]) -> None:
    for width in (420, 640, 1200):
        pane.resize(width, 500)
        bar = pane.page.bar
        bar.filters.setChecked(True)
        settle()
        shown = [one for one in (bar.add, bar.words, bar.clause, bar.grouped, bar.count) if one.isVisible()]
        assert len(shown) == 5
        assert all(bar.rect().contains(one.geometry()) for one in shown)


def test_it_follows_another_theme_and_size(pane: ReviewPane, entered: dict[str, str], tokens: Tokens) -> None:
    pane.show_entry(entered["first"])
    tokens.wear(DARK, 150)
    settle()
    assert body_of(pane).quote.font().pointSizeF() == tokens.font_base
    assert pane.page.chosen == entered["first"]
    tokens.wear(LIGHT, 100)


def test_thousands_of_entries_are_shown_and_narrowed(pane: ReviewPane, desk: ReviewDesk) -> None:
    anchors = [desk.anchor_of(FactRef(FactKind.DUTY, number)) for number in range(20)]
    changes = [added(anchors[number % 20], _opinion(f"第{number}条")) for number in range(3000)]
    assert desk.save(changes, "许多") is None
    assert pane.page.model.rowCount() == 3000
    pane.page.bar.words.setText("第2999条")
    assert contents(pane) == ["第2999条"]


def test_the_choices_offer_what_there_is(pane: ReviewPane, entered: dict[str, str]) -> None:
    bar = pane.page.bar
    office = [bar.office.itemText(number) for number in range(bar.office.count())]
    assert office == ["全部单位", "办公室", "市财政局", "市审计局", "研究室"]
    assert bar.adoption.count() == 3
    assert not bar.conflicts.isVisible()
    assert not bar.unplaced.isVisible()


def test_in_a_narrow_pane_the_bars_stand_below_each_other(pane: ReviewPane, entered: dict[str, str]) -> None:
    pane.window().resize(350, 420)
    pane.resize(350, 420)
    pane.show_entry(entered["passage"])
    settle()
    view = pane.page.entry
    bars = [bar for bar in view.findChildren(FlowBar) if bar.isVisible()]
    assert len(bars) == 2
    assert bars[0].geometry().bottom() < bars[1].geometry().top()
    for bar in bars:
        assert all(bar.rect().contains(one.geometry()) for one in bar.findChildren(QToolButton))
