"""Opinions are entered, edited, answered and handled; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.entry_form import QuotedPlace
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.review.handling_dialog import HandlingDialog
from eitc_desktop.gui.review.opinion_desk import OpinionDesk
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.others_entry import OthersEntrySheet
from eitc_desktop.gui.review.reply_dialog import ReplyDialog
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Adoption, Handling, Opinion, OpinionCategory, Reply
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.cleaning import MAX_TEXT
from eitc_desktop.services.reviews.session import ReviewSession
from eitc_desktop.settings import Loaded, Settings

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)

Find = Callable[[type[Any]], Any]


def written(review_file: Path) -> list[object]:
    """Return what is on disk, read by another session."""
    session = ReviewSession.open(review_file)
    found: list[object] = [one.content for one in session.revisions]
    session.close()
    return found


@pytest.fixture
def adding(opinions: OpinionDesk, home: QWidget, qtbot: QtBot, opened_dialog: Find) -> OpinionDialog:
    with qtbot.waitExposed(home):
        home.show()
    opinions.add(FIRST)
    return opened_dialog(OpinionDialog)


@pytest.fixture
def break_file(review_file: Path, desk: ReviewDesk) -> Callable[[], None]:
    """Make the place of the review file one where nothing can be written."""

    def do() -> None:
        if desk.session is not None:
            desk.let_go()
        folder = review_file.parent
        if folder.exists():
            for one in folder.iterdir():
                one.unlink()
            folder.rmdir()
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("not a folder", encoding="utf-8")

    return do


def test_an_opinion_is_entered_by_keyboard(
    qtbot: QtBot, adding: OpinionDialog, desk: ReviewDesk, review_file: Path
) -> None:
    assert adding.place.words == desk.anchor_of(FIRST).exact
    assert adding.text.edit.hasFocus()
    adding.text.edit.insertPlainText("宜增加数据")
    assert adding.text.count == "5 字"
    qtbot.keyClick(adding, Qt.Key.Key_3, ALT)
    qtbot.waitUntil(adding.categories[OpinionCategory.SUGGESTION].isChecked)
    adding.text.edit.setFocus()
    qtbot.keyClick(adding.text.edit, Qt.Key.Key_Tab)
    assert not adding.text.edit.hasFocus()
    qtbot.keyClick(adding, Qt.Key.Key_Return, CONTROL)
    assert not adding.isVisible()
    expected = Opinion(OpinionCategory.SUGGESTION, "宜增加数据", "", "", "办公室", "陈敏")
    assert written(review_file) == [expected]
    assert [entry.content for entry in desk.review.on(FIRST)] == [expected]
    assert desk.undo_words == "添加意见"


def test_a_proposal_begins_with_the_original(qtbot: QtBot, adding: OpinionDialog, desk: ReviewDesk) -> None:
    exact = desk.anchor_of(FIRST).exact
    qtbot.keyClick(adding, Qt.Key.Key_F, ALT)
    qtbot.waitUntil(lambda: bool(adding.proposed.text))
    assert adding.proposed.text == exact
    assert adding.proposed.edit.hasFocus()
    adding.proposed.edit.undo()
    assert adding.proposed.text == ""
    adding.begin_with_original()
    adding.proposed.edit.appendPlainText("并加强统筹")
    adding.save()
    content = desk.review.opinions[0].content
    assert isinstance(content, Opinion)
    assert content.proposed == f"{exact}\n并加强统筹"


def test_an_opinion_can_be_turned_to_the_whole(adding: OpinionDialog, desk: ReviewDesk) -> None:
    adding.text.edit.setPlainText("总体同意")
    adding.of_whole.setChecked(True)
    assert adding.place.words == ""
    adding.save()
    assert desk.review.opinions[0].anchor.is_whole


def test_office_and_person_are_the_reviewers_unless_typed_for_another(adding: OpinionDialog, desk: ReviewDesk) -> None:
    assert (adding.office.text(), adding.person.text()) == ("办公室", "陈敏")
    assert adding.office.isReadOnly()
    adding.on_behalf.setChecked(True)
    assert (adding.office.text(), adding.office.isReadOnly()) == ("", False)
    adding.text.edit.setPlainText("纸质意见")
    adding.save()
    assert "提出单位" in adding.message
    assert adding.office.hasFocus()
    adding.office.setText("市审计局")
    adding.on_behalf.setChecked(False)
    assert adding.office.text() == "办公室"
    adding.on_behalf.setChecked(True)
    adding.office.setText(" 市审计局\u202e ")
    adding.save()
    assert desk.review.opinions[0].content == Opinion(
        OpinionCategory.OPINION, "纸质意见", "", "", "市审计局", "", on_behalf=True
    )
    assert desk.review.opinions[0].author.name == "陈敏"


def test_typing_into_what_is_the_reviewers_says_how_to_type_for_another(qtbot: QtBot, adding: OpinionDialog) -> None:
    assert adding.office.toolTip()
    adding.office.setFocus()
    qtbot.keyClicks(adding.office, "S")
    assert "代录" in adding.message
    assert adding.office.text() == "办公室"
    adding.on_behalf.setChecked(True)
    assert adding.message == ""
    assert not adding.office.toolTip()
    qtbot.keyClicks(adding.office, "S")
    assert adding.office.text() == "S"


def test_handling_shows_the_words_spoken_of(
    opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk, entered: dict[str, str]
) -> None:
    opinions.handle(entered["first"])
    (place,) = opened_dialog(HandlingDialog).findChildren(QuotedPlace)
    assert place.words == desk.anchor_of(FIRST).exact


def test_an_opinion_without_words_is_not_saved(adding: OpinionDialog, review_file: Path) -> None:
    adding.save()
    assert adding.isVisible()
    assert "请填写意见" in adding.message
    assert not adding.copy_button.isVisible()
    adding.text.edit.setPlainText("长" * (MAX_TEXT + 1))
    adding.save()
    assert "太长" in adding.message
    assert f"最多 {MAX_TEXT}" in adding.text.count
    assert not review_file.exists()


def test_what_cannot_be_saved_stays_and_can_be_copied(
    qtbot: QtBot,
    adding: OpinionDialog,
    desk: ReviewDesk,
    break_file: Callable[[], None],
    review_file: Path,
    clipboard_text: Callable[[], str],
) -> None:
    break_file()
    adding.text.edit.setPlainText("宜增加数据")
    adding.reason.edit.setPlainText("见文件")
    qtbot.keyClick(adding, Qt.Key.Key_Return, CONTROL)
    assert adding.isVisible()
    assert adding.message.startswith("没有保存：")
    assert "\n" not in adding.message
    assert adding.text.text == "宜增加数据"
    assert desk.review.entries == ()
    qtbot.mouseClick(adding.copy_button, Qt.MouseButton.LeftButton)
    assert clipboard_text() == "二（二）\n意见：宜增加数据\n理由：见文件\n提出：办公室 陈敏"
    review_file.parent.unlink()  # the way is free again
    adding.save()
    assert not adding.isVisible()
    assert len(written(review_file)) == 1


def test_closing_with_words_unsaved_asks_once(qtbot: QtBot, adding: OpinionDialog, opened_dialog: Find) -> None:
    adding.text.edit.setPlainText("写了一半")
    qtbot.keyClick(adding, Qt.Key.Key_Escape)
    sheet = opened_dialog(UnsavedSheet)
    assert adding.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert adding.isVisible()
    assert adding.text.text == "写了一半"
    adding.close()
    sheet = opened_dialog(UnsavedSheet)
    assert sheet.go_on.hasFocus()
    qtbot.mouseClick(sheet.discard, Qt.MouseButton.LeftButton)
    assert not adding.isVisible()


def test_closing_can_save(qtbot: QtBot, adding: OpinionDialog, opened_dialog: Find, desk: ReviewDesk) -> None:
    adding.reason.edit.setPlainText("写了理由")
    adding.close()
    opened_dialog(UnsavedSheet).save_button.click()
    assert adding.isVisible()
    assert "请填写意见" in adding.message
    adding.text.edit.setPlainText("写了一半")
    adding.close()
    opened_dialog(UnsavedSheet).save_button.click()
    assert not adding.isVisible()
    assert len(desk.review.opinions) == 1


def test_what_was_missing_is_forgotten_with_the_next_word(adding: OpinionDialog) -> None:
    adding.save()
    assert "请填写意见" in adding.message
    adding.text.edit.insertPlainText("宜")
    assert adding.message == ""


def test_closing_without_changes_asks_nothing(qtbot: QtBot, adding: OpinionDialog, home: QWidget) -> None:
    adding.text.edit.setPlainText("又删去了")
    adding.text.edit.clear()
    qtbot.keyClick(adding, Qt.Key.Key_Escape)
    assert not adding.isVisible()
    assert not home.findChildren(UnsavedSheet)


def test_a_passage_is_spoken_of(opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk) -> None:
    assert desk.opened is not None
    start = desk.opened.provision.text.index("专职副主任")
    opinions.add(Span(start, start + 5))
    dialog = opened_dialog(OpinionDialog)
    assert dialog.place.words == "专职副主任"
    dialog.text.edit.setPlainText("职数偏少")
    dialog.save()
    assert desk.review.opinions[0].anchor.ref is None


def test_where_nothing_can_be_said_it_is_told(opinions: OpinionDesk, opened_dialog: Find) -> None:
    opinions.add(Span(3, 3))
    assert "没有选中文字" in opened_dialog(MessageDialog).words


def test_editing_keeps_whose_opinion_it_is(
    opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk, entered: dict[str, str]
) -> None:
    opinions.edit(entered["second"])  # of somebody else
    opened_dialog(OthersEntrySheet).go_on.click()
    dialog = opened_dialog(OpinionDialog)
    assert (dialog.office.text(), dialog.person.text()) == ("研究室", "李强")
    assert not dialog.of_whole.isVisible()
    dialog.text.edit.setPlainText("由哪个处室承办")
    dialog.save()
    entry = desk.review.entry(entered["second"])
    assert entry is not None
    assert [one.author.name for one in entry.history] == ["李强", "陈敏"]
    assert isinstance(entry.content, Opinion)
    assert (entry.content.text, entry.content.person) == ("由哪个处室承办", "李强")
    desk.undo()
    entry = desk.review.entry(entered["second"])
    assert entry is not None
    assert isinstance(entry.content, Opinion)
    assert entry.content.text == "由谁承办"


def test_an_entry_is_answered_with_or_without_words(
    qtbot: QtBot, opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk, entered: dict[str, str]
) -> None:
    opinions.reply(entered["first"])
    dialog = opened_dialog(ReplyDialog)
    dialog.save()
    assert "请填写回复" in dialog.message
    qtbot.keyClick(dialog, Qt.Key.Key_W, ALT)
    qtbot.waitUntil(dialog.no_objection.isChecked)
    dialog.save()
    opinions.reply(entered["first"])
    dialog = opened_dialog(ReplyDialog)
    dialog.text.edit.setPlainText("已沟通")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    replies = {entry.id: entry.content for entry in desk.review.replies_to(entered["first"])}
    first = entered["first"]
    assert set(replies.values()) == {Reply(first, "", no_objection=True), Reply(first, "已沟通")}
    worded = next(id_ for id_, content in replies.items() if content == Reply(first, "已沟通"))
    opinions.edit(worded)
    dialog = opened_dialog(ReplyDialog)
    assert dialog.text.text == "已沟通"
    dialog.text.edit.setPlainText("已沟通，同意")
    dialog.save()
    assert Reply(first, "已沟通，同意") in [entry.content for entry in desk.review.replies_to(first)]


def test_not_adopting_wants_a_reason(
    qtbot: QtBot, opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk, entered: dict[str, str]
) -> None:
    opinions.handle(entered["first"])
    dialog = opened_dialog(HandlingDialog)
    assert dialog.handler.text() == "陈敏"
    dialog.save()
    assert "请选择采纳情况" in dialog.message
    for number, adoption in ((2, Adoption.PARTLY), (3, Adoption.REJECTED)):
        qtbot.keyClick(dialog, getattr(Qt.Key, f"Key_{number}"), ALT)
        qtbot.waitUntil(dialog.adoptions[adoption].isChecked)
        dialog.save()
        assert "请填写说明" in dialog.message
        assert dialog.explanation.edit.hasFocus()
    dialog.explanation.edit.setPlainText("与上位文件不一致")
    dialog.save()
    handling = desk.review.handling_of(entered["first"])
    assert handling is not None
    assert handling.content == Handling(entered["first"], Adoption.REJECTED, "与上位文件不一致", "陈敏")


def test_what_became_of_an_opinion_is_one_entry(
    opinions: OpinionDesk, opened_dialog: Find, desk: ReviewDesk, entered: dict[str, str]
) -> None:
    before = desk.review.handling_of(entered["second"])
    assert before is not None
    opinions.handle(entered["second"])
    dialog = opened_dialog(HandlingDialog)
    assert dialog.adoption is Adoption.REJECTED
    assert (dialog.explanation.text, dialog.handler.text()) == ("与条文不符", "赵云")
    dialog.adoptions[Adoption.ADOPTED].setChecked(True)
    dialog.explanation.edit.clear()
    dialog.save()
    after = desk.review.handling_of(entered["second"])
    assert after is not None
    assert after.id == before.id
    assert len(after.history) == 2
    desk.undo()
    restored = desk.review.handling_of(entered["second"])
    assert restored is not None
    assert restored.content == before.content


def test_withdrawing_that_fails_is_told(
    opinions: OpinionDesk,
    opened_dialog: Find,
    desk: ReviewDesk,
    entered: dict[str, str],
    break_file: Callable[[], None],
) -> None:
    break_file()
    opinions.withdraw(entered["first"])
    assert opened_dialog(MessageDialog).words
    entry = desk.review.entry(entered["first"])
    assert entry is not None
    assert not entry.withdrawn


def test_who_reviews_is_asked_first(
    qtbot: QtBot, tokens: Tokens, review_file: Path, opened: OpenedLibrary, home: QWidget, opened_dialog: Find
) -> None:
    desk = ReviewDesk(tokens, Preferences(Loaded(Settings())), lambda _library: review_file, home)
    desk.show_library(opened)
    OpinionDesk(tokens, desk, home).add(FIRST)
    dialog = opened_dialog(ReviewerDialog)
    dialog.name.setText("赵云")
    dialog.office.setText("人事教育处")
    dialog.enter()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.findChildren(OpinionDialog)))
    opinion = opened_dialog(OpinionDialog)
    assert (opinion.office.text(), opinion.person.text()) == ("人事教育处", "赵云")


@pytest.mark.parametrize("which", ["add", "reply", "handle"])
def test_every_dialog_fits_a_small_window_and_is_plain_text(
    opinions: OpinionDesk, home: QWidget, enter: Callable[..., str], opened_dialog: Find, which: str
) -> None:
    home.resize(911, 512)
    words = "<b>粗</b>"
    entry = enter(FIRST, Opinion(OpinionCategory.OPINION, words * 200, words, words, words, words))
    if which == "add":
        opinions.add(FIRST)
    else:
        getattr(opinions, which)(entry)
    dialog = opened_dialog(QDialog)
    room = QSize(911, 512)
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.save_button.isVisible()
    assert dialog.rect().contains(dialog.save_button.geometry().translated(dialog.save_button.parentWidget().pos()))
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()
    assert all(edit.accessibleName() for edit in dialog.findChildren(QPlainTextEdit))
