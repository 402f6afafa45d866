"""What somebody did to another's entry is said to be theirs, and asked about before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.entries_model import EntryColumn
from eitc_desktop.gui.review.entry_rows import entry_row
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.others_entry import OthersEntrySheet
from eitc_desktop.gui.review.reply_dialog import ReplyDialog
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Opinion, OpinionCategory, Person
from eitc_desktop.services.reviews.session import edited, withdrawn
from eitc_desktop.services.reviews.told import Teller

FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)
LI = Person("李强", "研究室", "22222222-2222-4222-8222-222222222222")
OPINION = Opinion(OpinionCategory.OPINION, "宜增加数据", "", "", "办公室", "陈敏")
CHANGED = Opinion(OpinionCategory.OPINION, "不宜增加", "", "", "办公室", "陈敏")

Find = Callable[[type[Any]], Any]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def own(enter: Callable[..., str]) -> str:
    return enter(FIRST, OPINION)


def status(pane: ReviewPane, entry: str) -> str:
    row = pane.page.model.row_of(entry)
    assert row is not None
    return str(pane.page.model.index(row, EntryColumn.STATUS).data())


def do_as_li(desk: ReviewDesk, entry: str, *, take_back: bool = False) -> None:
    known = desk.review.entry(entry)
    assert known is not None
    desk.open_session().record([withdrawn(known) if take_back else edited(known, CHANGED)], LI)
    desk._look_through()


def test_an_edit_is_its_makers(pane: ReviewPane, own: str, desk: ReviewDesk) -> None:
    pane.show_entry(own)
    assert pane.page.entry.heading[1] == ""
    do_as_li(desk, own)
    settle()
    who, changed = pane.page.entry.heading
    assert who.startswith("办公室 · 陈敏 · ")
    assert changed.startswith("李强 修改 ")
    assert status(pane, own) == "李强 修改"
    entry = desk.review.entry(own)
    assert entry is not None
    assert entry_row(entry).cells[4] == "陈敏（李强改）"
    assert "陈敏（李强改）" in Teller([entry]).line(entry)


def test_a_withdrawal_is_its_makers(pane: ReviewPane, own: str, desk: ReviewDesk) -> None:
    pane.page.bar.withdrawn.setChecked(True)
    pane.show_entry(own)
    do_as_li(desk, own, take_back=True)
    settle()
    assert pane.page.entry.heading[1].startswith("李强 撤回 ")
    assert status(pane, own) == "由 李强 已撤回"
    entry = desk.review.entry(own)
    assert entry is not None
    assert entry_row(entry).cells[4] == "陈敏（李强撤回）"


def test_what_was_undone_is_its_authors_again(pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk) -> None:
    entry = desk.review.entry(entered["second"])
    assert entry is not None
    assert desk.save([edited(entry, CHANGED)], "编辑") is None
    assert status(pane, entered["second"]) == "陈敏 修改"
    desk.undo()
    assert status(pane, entered["second"]) == ""


def test_editing_anothers_entry_is_asked_about(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], opened_dialog: Find, home: QWidget
) -> None:
    pane.show_entry(entered["second"])
    pane.page.entry.edit.click()
    sheet = opened_dialog(OthersEntrySheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)  # nothing is done by mere Enter
    assert not any(one.isVisible() for one in home.findChildren(OpinionDialog))
    pane.page.entry.edit.click()
    opened_dialog(OthersEntrySheet).go_on.click()
    assert opened_dialog(OpinionDialog).text.text == "由谁承办"


def test_an_answer_is_offered_instead(pane: ReviewPane, entered: dict[str, str], opened_dialog: Find) -> None:
    pane.show_entry(entered["second"])
    pane.page.entry.edit.click()
    opened_dialog(OthersEntrySheet).reply.click()
    assert opened_dialog(ReplyDialog).isVisible()


def test_withdrawing_anothers_entry_is_asked_about(
    qtbot: QtBot, pane: ReviewPane, entered: dict[str, str], opened_dialog: Find, desk: ReviewDesk
) -> None:
    pane.show_entry(entered["second"])
    pane.page.entry.withdraw.click()
    sheet = opened_dialog(OthersEntrySheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    entry = desk.review.entry(entered["second"])
    assert entry is not None
    assert not entry.withdrawn
    pane.page.entry.withdraw.click()
    notices: list[str] = []
    desk.notice_given.connect(notices.append)
    opened_dialog(OthersEntrySheet).go_on.click()
    settle()
    entry = desk.review.entry(entered["second"])
    assert entry is not None
    assert entry.withdrawn
    assert notices[-1] == "已撤回，可按 Ctrl+Z 恢复；点“含已撤回”可再看到"


def test_only_what_has_a_place_is_put_elsewhere(pane: ReviewPane, entered: dict[str, str]) -> None:
    for which, offered in (("first", True), ("agree", True), ("whole", True), ("scenario", False), ("none", False)):
        pane.show_entry(entered[which])
        assert pane.page.entry.relocate.isHidden() is not offered
