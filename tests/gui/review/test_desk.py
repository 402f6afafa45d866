"""The desk: what it says was saved is on disk, and what was done can be undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Opinion, OpinionCategory
from eitc_desktop.reviewing.review import review_of
from eitc_desktop.services.reviews.session import ReviewSession, added, edited, withdrawn
from eitc_desktop.settings import Loaded, Settings
from eitc_desktop.store.reviews import backups

_ITEM = FactRef(FactKind.DUTY_ITEM, 1, 0)


def _opinion(text: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", "办公室", "陈敏")


def _texts(desk: ReviewDesk) -> list[str]:
    return [entry.content.text for entry in desk.review.live if isinstance(entry.content, Opinion)]


def test_what_is_saved_is_in_the_file(desk: ReviewDesk, qtbot: QtBot, review_file: Path) -> None:
    with qtbot.waitSignals([desk.changed, desk.notice_given]):
        assert desk.save([added(desk.anchor_of(_ITEM), _opinion("宜删去"))], "意见") is None
    assert [entry.content for entry in desk.review.on(_ITEM)] == [_opinion("宜删去")]
    other = ReviewSession.open(review_file)
    assert [revision.content for revision in other.revisions] == [_opinion("宜删去")]
    other.close()


def test_a_save_leaves_the_other_entries_as_they_are(desk: ReviewDesk, opened: OpenedLibrary) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    desk.save([added(desk.anchor_of(None), _opinion("二"))], "添加")
    first = next(entry for entry in desk.review.entries if entry.content == _opinion("一"))
    other = next(entry for entry in desk.review.entries if entry is not first)
    desk.save([edited(first, _opinion("三"))], "修改")
    assert desk.review.entry(other.id) is other
    assert desk.session is not None
    assert desk.review == review_of(desk.session.revisions, opened.provision, opened.digest)
    desk.undo()
    assert desk.review == review_of(desk.session.revisions, opened.provision, opened.digest)
    assert sorted(_texts(desk)) == ["一", "二"]


def test_what_was_in_the_file_is_seen_though_something_is_saved_first(
    desk: ReviewDesk, opened: OpenedLibrary, tokens: Tokens, preferences: Preferences, home: QWidget, qtbot: QtBot
) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    assert desk.path is not None
    path = desk.path
    other = ReviewDesk(tokens, preferences, lambda _library: path, home)
    other.show_library(opened)
    assert other.open_session().revisions  # before it was read beside the window
    qtbot.waitUntil(lambda: _texts(other) == ["一"])
    other.let_go()


def test_undo_and_redo_go_back_and_forth(desk: ReviewDesk) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    desk.save([edited(desk.review.entries[0], _opinion("二"))], "修改")
    desk.save([withdrawn(desk.review.entries[0])], "撤回")
    assert (_texts(desk), desk.undo_words) == ([], "撤回")
    desk.undo()
    assert (_texts(desk), desk.undo_words, desk.redo_words) == (["二"], "修改", "撤回")
    desk.undo()
    assert _texts(desk) == ["一"]
    desk.undo()
    assert (_texts(desk), desk.undo_words) == ([], "")
    for after in (["一"], ["二"], []):
        desk.redo()
        assert _texts(desk) == after
    assert len(desk.review.entries[0].history) == 9
    desk.undo()
    desk.save([added(desk.anchor_of(None), _opinion("三"))], "添加")
    assert desk.redo_words == ""


def test_what_was_changed_elsewhere_since_is_not_undone(desk: ReviewDesk, review_file: Path) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    assert desk.session is not None
    assert desk.reviewer is not None
    desk.session.record([edited(desk.review.entries[0], _opinion("他人所改"))], desk.reviewer)
    desk.undo()
    assert _texts(desk) == ["他人所改"]
    assert desk.undo_words == ""


def test_the_review_is_there_again_the_next_time(
    desk: ReviewDesk,
    qtbot: QtBot,
    tokens: Tokens,
    preferences: Preferences,
    review_file: Path,
    opened: OpenedLibrary,
    home: QWidget,
) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    later = ReviewDesk(tokens, preferences, lambda _library: review_file, home)
    later.show_library(opened)
    qtbot.waitUntil(lambda: bool(later.review.entries))
    assert _texts(later) == ["一"]
    assert later.session is not None
    later.session.close()


def test_nothing_is_made_before_something_is_entered(desk: ReviewDesk, qtbot: QtBot, review_file: Path) -> None:
    desk.look_again()
    assert not review_file.exists()


def test_who_reviews_is_asked_once(
    qtbot: QtBot, tokens: Tokens, review_file: Path, opened: OpenedLibrary, home: QWidget
) -> None:
    preferences = Preferences(Loaded(Settings()))
    desk = ReviewDesk(tokens, preferences, lambda _library: review_file, home)
    desk.show_library(opened)
    error = desk.save([added(desk.anchor_of(None), _opinion("一"))], "添加")
    assert error is not None
    assert "审阅人" in str(error)
    gone_on: list[bool] = []
    desk.with_reviewer(lambda: gone_on.append(True))
    dialog = home.findChild(ReviewerDialog)
    assert isinstance(dialog, ReviewerDialog)
    assert not dialog.enter_button.isEnabled()
    dialog.name.setText(" 王\u202e芳 ")
    assert not dialog.enter_button.isEnabled()
    dialog.office.setText("财政局")
    dialog.enter_button.click()
    qtbot.waitUntil(lambda: bool(gone_on))
    assert desk.reviewer is not None
    assert (desk.reviewer.name, desk.reviewer.office) == ("王芳", "财政局")
    desk.with_reviewer(lambda: gone_on.append(True))
    assert gone_on == [True, True]
    assert desk.save([added(desk.anchor_of(None), _opinion("一"))], "添加") is None
    assert desk.session is not None
    desk.session.close()


def test_without_a_place_nothing_is_said_to_be_saved(
    tokens: Tokens, preferences: Preferences, opened: OpenedLibrary, home: QWidget
) -> None:
    desk = ReviewDesk(tokens, preferences, None, home)
    desk.show_library(opened)
    assert desk.save([added(desk.anchor_of(None), _opinion("一"))], "添加") is not None
    assert desk.review.entries == ()


@pytest.mark.parametrize("place", [FactRef(FactKind.DIVISION, 99)])
def test_nothing_can_be_entered_on_what_is_not_there(desk: ReviewDesk, place: FactRef) -> None:
    with pytest.raises(Exception, match="没有这一处"):
        desk.anchor_of(place)


def test_the_document_in_the_file_is_an_annotation(desk: ReviewDesk) -> None:
    from eitc_desktop.reviewing.annotations import annotation_of, canonical

    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    assert desk.session is not None
    carried = json.loads(canonical(annotation_of(desk.session.revisions[0])))
    assert carried["type"] == "Annotation"
    assert carried["target"]["selector"][0]["exact"]


def test_two_windows_on_one_review_edit_the_same_draft(
    desk: ReviewDesk, tokens: Tokens, preferences: Preferences, review_file: Path, opened: OpenedLibrary, home: QWidget
) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    other = ReviewDesk(tokens, preferences, lambda _library: review_file, home)
    other.show_library(opened)
    other.open_session()
    other.read_again()
    other.open_session()
    other.save([added(other.anchor_of(None), _opinion("全文"))], "添加")
    entry = next(entry for entry in other.review.live if entry.content == _opinion("一"))
    assert other.save([edited(entry, _opinion("二"))], "修改") is None
    assert desk.save([edited(entry, _opinion("三"))], "修改") is None
    found = desk.review.entry(entry.id)
    assert found is not None
    assert not found.in_conflict
    assert [one.content for one in found.history] == [_opinion("一"), _opinion("二"), _opinion("三")]
    other.look_again()
    assert sorted(_texts(other)) == sorted(_texts(desk))
    assert other.session is not None
    other.session.close()


def test_a_backup_is_made_once_a_day(desk: ReviewDesk, qtbot: QtBot, review_file: Path) -> None:
    desk.save([added(desk.anchor_of(_ITEM), _opinion("一"))], "添加")
    qtbot.waitUntil(lambda: any(one.ok for one in backups(review_file)), timeout=30_000)
    desk.save([added(desk.anchor_of(_ITEM), _opinion("二"))], "添加")
    desk.look_again()
    QThreadPool.globalInstance().waitForDone()
    assert [one.entries for one in backups(review_file)] == [1]
