"""征求意见单位 and 无意见: who was asked, who answered, who has nothing to say."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.review.asked_dialog import AskedDialog
from eitc_desktop.gui.review.carry_desk import CarryDesk
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.review.no_opinion_dialog import NoOpinionDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.review import AskedOffice, NoOpinion, Opinion, OpinionCategory, Person, Stance, Verdict
from eitc_desktop.reviewing.annotations import entry_id_for, new_entry_id, seal
from eitc_desktop.services.reviews.session import added, withdrawn

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def carry(tokens: Tokens, desk: ReviewDesk, home: QWidget) -> CarryDesk:
    home.show()
    return CarryDesk(tokens, desk, home)


def shown(qtbot: QtBot, home: QWidget, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind that is open."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.findChildren(kind)))
    found = next(one for one in home.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def asked(desk: ReviewDesk) -> list[str]:
    return [entry.content.name for entry in desk.review.asked if isinstance(entry.content, AskedOffice)]


def rows(dialog: AskedDialog) -> dict[str, str]:
    return {row.cells[0]: row.cells[1] for row in dialog.view.rows}


def test_offices_are_pasted_one_a_line(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    assert not dialog.add_button.isEnabled()
    QApplication.clipboard().setText("市财政局\r\n  市发展改革委  \n\n市财政局\n<i>市商务委</i>\u202e")
    dialog.names.paste()
    qtbot.keyClick(dialog, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(asked(desk)) == 3)
    assert asked(desk) == ["市财政局", "市发展改革委", "<i>市商务委</i>"]
    assert dialog.names.toPlainText() == ""
    assert rows(dialog) == dict.fromkeys(asked(desk), "未反馈")
    assert dialog.counts.text() == "征求 3，反馈 0，其中无意见 0；未反馈 3。"
    expected = entry_id_for("asked", desk.anchor_of(None).provision, "市财政局")
    assert expected in {entry.id for entry in desk.review.asked}
    dialog.names.setPlainText("市 财政局\n市科委")
    dialog.add()
    assert len(asked(desk)) == 4  # blanks make no other office


def test_what_was_removed_can_be_added_and_undone(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText("市财政局\n市科委")
    dialog.add()
    (chosen,) = [row.key for row in dialog.view.rows if row.cells[0] == "市科委"]
    dialog.view.choose(chosen)
    dialog.remove_button.click()
    assert asked(desk) == ["市财政局"]
    desk.undo()
    assert sorted(rows(dialog)) == ["市科委", "市财政局"]
    desk.redo()
    dialog.names.setPlainText("市科委")
    dialog.add()
    assert asked(desk) == ["市财政局", "市科委"]
    assert len({entry.id for entry in desk.review.entries}) == 2


def test_answers_are_told_apart(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    whole = desk.anchor_of(None)
    answer = Opinion(OpinionCategory.OPINION, "意见", "", "", "市财政局", "")
    stranger = Opinion(OpinionCategory.OPINION, "意见", "", "", "未列入的单位", "")
    desk.save([added(whole, one) for one in (answer, answer, stranger, NoOpinion("市科委", ""))], "录入")
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText("市财政局\n市科委\n市商务委")
    dialog.add()
    assert rows(dialog) == {
        "市财政局": "意见 2 条",
        "市科委": "无意见",
        "市商务委": "未反馈",
        "未列入的单位": "意见 1 条（未列入名单）",
    }
    assert dialog.counts.text() == "征求 3，反馈 2，其中无意见 1；未反馈 1。"
    (silent,) = [row.key for row in dialog.view.rows if row.cells[0] == "市商务委"]
    dialog.view.choose(silent)
    dialog.nothing_button.click()
    entering = shown(qtbot, home, NoOpinionDialog)
    qtbot.keyClick(entering, Qt.Key.Key_Return)
    assert rows(dialog)["市商务委"] == "无意见"
    (made,) = [one.content for one in desk.review.no_opinions if getattr(one.content, "office", "") == "市商务委"]
    assert made == NoOpinion("市商务委", "", on_behalf=True)


def test_answers_are_those_of_the_paper(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    whole = desk.anchor_of(None)
    assert desk.reviewer is not None
    own = desk.reviewer.office
    answer = Opinion(OpinionCategory.OPINION, "意见", "", "", "市财政局行政政法处", "")
    remark = Verdict(None, Stance.AGREE, "")
    desk.save([added(whole, one) for one in (answer, NoOpinion("市科委 法规处", ""), remark)], "录入")
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText(f"市财政局\n市科委\n市商务委\n{own}")
    dialog.add()
    assert rows(dialog) == {
        "市财政局": "意见 1 条（由市财政局行政政法处反馈）",
        "市科委": "无意见（由市科委 法规处反馈）",
        "市商务委": "未反馈",
        own: "只审阅对应或回复",
    }
    assert dialog.counts.text() == "征求 4，反馈 3，其中无意见 1，只审阅对应或回复 1；未反馈 1。"


def test_an_answer_that_another_withdrew_is_still_one(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    whole = desk.anchor_of(None)
    other = Person("李强", "编办", "22222222-2222-4222-8222-222222222222")
    answer = Opinion(OpinionCategory.OPINION, "意见", "", "", "市财政局", "")
    made = seal(new_entry_id(), (), other, "2026-11-27T01:00:00Z", whole, answer)
    nameless = seal(new_entry_id(), (), other, "2026-11-27T01:00:00Z", whole, AskedOffice(""))
    desk.take_in([made, nameless])
    entry = desk.review.entry(made.entry)
    assert entry is not None
    desk.save([added(whole, answer), withdrawn(entry)], "撤回")
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText("市财政局")
    dialog.add()
    assert rows(dialog) == {"市财政局": "意见 1 条，他人撤回 1 条", "": "未反馈"}


def test_what_cannot_be_saved_stays_in_the_field(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, review_file: Path
) -> None:
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    review_file.parent.write_text("a file where the folder ought to be")
    dialog.names.setPlainText("市财政局")
    dialog.add()
    assert dialog.failure.isVisible()
    assert dialog.names.toPlainText() == "市财政局"
    review_file.parent.unlink()
    dialog.add()
    assert not dialog.failure.isVisible()
    assert asked(desk) == ["市财政局"]


def test_ones_own_office_has_no_opinion(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    carry.enter_no_opinion()
    dialog = shown(qtbot, home, NoOpinionDialog)
    assert (dialog.office.text(), dialog.person.text(), dialog.words.text()) == ("办公室", "陈敏", "")
    qtbot.keyClick(dialog.office, Qt.Key.Key_Return)
    assert [entry.content for entry in desk.review.no_opinions] == [NoOpinion("办公室", "陈敏")]
    assert not dialog.isVisible()


def test_for_another_office_it_is_marked(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    desk.save([added(desk.anchor_of(None), Opinion(OpinionCategory.OPINION, "意见", "", "", "市科委", ""))], "录入")
    carry.enter_no_opinion("市科委")
    dialog = shown(qtbot, home, NoOpinionDialog)
    assert dialog.person.text() == ""
    for words in ("代录", "已有意见 1 条"):
        assert words in dialog.words.text()
    dialog.office.clear()
    assert not dialog.save_button.isEnabled()
    dialog.office.setText(" 市财政局\u200b ")
    dialog.note.setText("沪财函〔2026〕1号")
    dialog.save_button.click()
    (entry,) = desk.review.no_opinions
    assert entry.content == NoOpinion("市财政局", "", on_behalf=True, note="沪财函〔2026〕1号")


def test_what_a_division_has_said_is_known_of_its_office(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    whole = desk.anchor_of(None)
    answer = Opinion(OpinionCategory.OPINION, "意见", "", "", "市财政局行政政法处", "")
    desk.save([added(whole, answer), added(whole, AskedOffice("市财政局"))], "录入")
    carry.enter_no_opinion("市财政局")
    dialog = shown(qtbot, home, NoOpinionDialog)
    assert "已有意见 1 条" in dialog.words.text()


def test_what_cannot_be_saved_can_be_copied(qtbot: QtBot, carry: CarryDesk, home: QWidget, review_file: Path) -> None:
    carry.enter_no_opinion("市科委")
    dialog = shown(qtbot, home, NoOpinionDialog)
    review_file.parent.write_text("a file where the folder ought to be")
    assert not dialog.copy_button.isVisible()
    dialog.note.setText("函")
    dialog.save_button.click()
    assert dialog.failure.isVisible()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "市科委\t无意见\t函"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.findChild(UnsavedSheet).discard.click()
    assert not dialog.isVisible()


def test_tables_and_lists_in_a_line_are_taken_apart_and_told(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText("市审计局\t刘")
    dialog.add()
    dialog.names.setPlainText("1.市科委、市住建委\n市审计局\t张")
    assert dialog.meant.text() == "将添加 2 个：市科委、市住建委。另有 1 个已在名单中。"
    qtbot.keyClick(dialog.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked(desk) == ["市审计局", "市科委", "市住建委"]
    assert dialog.meant.isHidden()
    assert dialog.isVisible()


def test_names_typed_and_not_added_are_asked_for(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    carry.ask_offices()
    dialog = shown(qtbot, home, AskedDialog)
    dialog.names.setPlainText("市科委")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.findChild(UnsavedSheet).go_on.click()
    assert dialog.isVisible()
    assert dialog.names.toPlainText() == "市科委"
    dialog.close()
    dialog.findChildren(UnsavedSheet)[-1].save_button.click()
    assert not dialog.isVisible()
    assert asked(desk) == ["市科委"]


def test_nothing_typed_of_no_opinion_is_lost(qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget) -> None:
    carry.enter_no_opinion("市审计局")
    dialog = shown(qtbot, home, NoOpinionDialog)
    dialog.note.setText("沪审函〔2026〕1号")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.findChild(UnsavedSheet).go_on.click()
    assert dialog.isVisible()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert [entry.content for entry in desk.review.no_opinions] == [
        NoOpinion("市审计局", "", on_behalf=True, note="沪审函〔2026〕1号")
    ]
