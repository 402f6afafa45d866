"""Where the table and the keyboard are after something was saved: at the entry it was about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.handling_dialog import HandlingDialog
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Adoption, Opinion, OpinionCategory
from eitc_desktop.model.text import Span
from eitc_desktop.services.reviews.session import added, withdrawn

FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)
SECOND = FactRef(FactKind.DUTY_ITEM, 4, 1)


def opinion(text: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", "办公室", "陈敏")


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def adopt_buttons(pane: ReviewPane) -> list[QPushButton]:
    return [one for one in pane.page.entry.findChildren(QPushButton) if one.text() == "采用此稿"]


def test_saving_keeps_the_entry_that_is_chosen(
    pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk, opened_dialog: Callable[..., Any]
) -> None:
    pane.show_selected(FIRST)
    pane.show_entry(entered["passage"])  # on marked words, of no fact
    pane.page.entry.handle.click()
    dialog = opened_dialog(HandlingDialog)
    dialog.adoptions[Adoption.ADOPTED].setChecked(True)
    dialog.save()
    settle()
    assert pane.page.chosen == entered["passage"]
    assert pane.page.entry.entry is not None
    assert pane.page.entry.entry.id == entered["passage"]
    pane.hide()
    pane.show_selected(SECOND)  # elsewhere
    desk.undo()
    pane.show()
    assert pane.page.chosen == entered["agree"]


def test_what_is_undone_or_done_again_is_chosen(pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk) -> None:
    entry = desk.review.entry(entered["passage"])
    assert entry is not None
    assert desk.save([withdrawn(entry)], "撤回") is None
    pane.show_entry(entered["agree"])
    desk.undo()
    assert pane.page.chosen == entered["passage"]
    pane.show_entry(entered["agree"])
    told: list[str] = []
    desk.notice_given.connect(told.append)
    while desk.undo_words:
        desk.undo()
    desk.undo()
    assert told[-1] == "没有可撤销的录入"


def test_a_new_entry_on_marked_words_stays_chosen(pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk) -> None:
    pane.hide()
    pane.show_selected(SECOND)
    assert desk.opened is not None
    start = desk.opened.provision.text.index("专职副主任")
    assert desk.save([added(desk.anchor_of(Span(start, start + 5)), opinion("再看"))], "添加意见") is None
    pane.show()
    assert pane.page.entry.entry is not None
    assert pane.page.entry.entry.content == opinion("再看")


def test_settling_the_last_drafts_shows_the_entry_with_all_others(
    qtbot: QtBot, pane: ReviewPane, drafts: str, entered: dict[str, str]
) -> None:
    pane.show_only_drafts()
    assert pane.page.model.count == 1
    pane.show_entry(drafts)
    adopt = adopt_buttons(pane)
    adopt[0].setFocus()
    qtbot.keyClick(adopt[0], Qt.Key.Key_Space)
    settle()
    assert pane.page.model.count == 9
    assert pane.page.chosen == drafts
    assert not pane.page.bar.is_narrowed
    assert pane.window().focusWidget() is pane.page.table


def test_handling_the_last_of_a_filter_drops_that_filter_alone(
    pane: ReviewPane, entered: dict[str, str], desk: ReviewDesk
) -> None:
    for box, words in ((pane.page.bar.person, "李强"), (pane.page.bar.adoption, "不采纳")):
        box.setCurrentIndex(box.findData(words))
    pane.show_entry(entered["second"])
    handling = desk.review.handling_of(entered["second"])
    assert handling is not None
    assert desk.save([withdrawn(handling)], "撤回") is None
    assert pane.page.chosen == entered["second"]
    assert pane.page.bar.person.currentData() == "李强"
    assert pane.page.bar.adoption.currentData() == ""
