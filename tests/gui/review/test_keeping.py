"""Saving a review elsewhere and putting a backup in its place, by the dialogs, with real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.review.carry_desk import CarryDesk
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.restore_dialog import ConfirmDialog, RestoreDialog
from eitc_desktop.gui.review.rows import Row
from eitc_desktop.gui.review.save_as import SaveAs
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.review import NoOpinion
from eitc_desktop.services.reviews.carrying import read_source
from eitc_desktop.services.reviews.session import added
from eitc_desktop.store.reviews import BackupReason, backups

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def carry(tokens: Tokens, desk: ReviewDesk, home: QWidget) -> CarryDesk:
    home.show()
    return CarryDesk(tokens, desk, home)


def enter(desk: ReviewDesk, *offices: str) -> None:
    for office in offices:
        assert desk.save([added(desk.anchor_of(None), NoOpinion(office, ""))], office) is None


def shown(qtbot: QtBot, home: QWidget, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind that is open."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.findChildren(kind)))
    found = next(one for one in home.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def offices(desk: ReviewDesk) -> set[str]:
    return {entry.content.office for entry in desk.review.no_opinions if isinstance(entry.content, NoOpinion)}


def listed(qtbot: QtBot, dialog: RestoreDialog) -> Row:
    """The one backup that the test made; the day's own may stand beside it."""

    def found() -> list[Row]:
        return [row for row in dialog.view.rows if row.cells[1] == "升级格式之前"]

    qtbot.waitUntil(lambda: bool(found()))
    (row,) = found()
    dialog.view.choose(row.key)
    return row


# saving elsewhere


def test_the_whole_review_is_saved_elsewhere(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, tmp_path: Path
) -> None:
    enter(desk, "甲", "乙")
    carry.save_as()
    asked = shown(qtbot, home, QFileDialog)
    (name,) = asked.selectedFiles()
    assert Path(name).name.startswith("审阅-办公室-陈敏-")
    assert Path(name).name.endswith(".review.db")
    saver = next(iter(home.findChildren(SaveAs)))
    with qtbot.waitSignal(saver.saved):
        saver.write(tmp_path / "副本.review.db")
    asked.done(0)
    assert desk.session is not None
    assert set(read_source(tmp_path / "副本.review.db").revisions) == set(desk.session.revisions)
    assert "副本.review.db" in shown(qtbot, home, MessageDialog).words


def test_what_has_gone_from_its_folder_can_still_be_saved(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, review_file: Path, tmp_path: Path, tokens: Tokens
) -> None:
    enter(desk, "甲")
    assert desk.session is not None
    review_file.unlink()
    saver = SaveAs(tokens, desk.session, desk.reviewer, date(2026, 11, 27), home)
    with qtbot.waitSignal(saver.saved):
        saver.write(tmp_path / "救出.review.db")
    assert len(read_source(tmp_path / "救出.review.db").revisions) == 1
    assert carry is not None


def test_what_is_no_review_is_not_replaced(
    qtbot: QtBot, desk: ReviewDesk, home: QWidget, tokens: Tokens, tmp_path: Path
) -> None:
    home.show()
    enter(desk, "甲")
    assert desk.session is not None
    other = tmp_path / "公文.docx"
    other.write_text("重要")
    saver = SaveAs(tokens, desk.session, None, date(2026, 11, 27), home)
    with qtbot.waitSignal(saver.not_saved):
        saver.write(other)
    assert "没有覆盖" in shown(qtbot, home, MessageDialog).words
    assert other.read_text() == "重要"


def test_without_entries_there_is_nothing_to_save(qtbot: QtBot, carry: CarryDesk, home: QWidget) -> None:
    carry.save_as()
    assert "还没有录入" in shown(qtbot, home, MessageDialog).words


# restoring


def test_a_backup_takes_the_place_of_the_review_which_is_kept(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, review_file: Path
) -> None:
    enter(desk, "甲")
    assert desk.session is not None
    desk.session.file.back_up(BackupReason.MIGRATION)
    enter(desk, "乙", "丙")
    carry.restore()
    dialog = shown(qtbot, home, RestoreDialog)
    assert "有 3 条" in dialog.now.text()
    assert listed(qtbot, dialog).cells[1:] == ("升级格式之前", "1", "完好")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    asked = shown(qtbot, home, ConfirmDialog)
    assert "现在的审阅文件（3 条）会先存为一份备份" in asked.words.text()
    asked.yes_button.click()
    qtbot.waitUntil(lambda: offices(desk) == {"甲"})
    assert "恢复前的审阅文件存为" in shown(qtbot, home, MessageDialog).words
    qtbot.waitUntil(lambda: not home.findChildren(RestoreDialog))
    kept = [one for one in backups(review_file) if one.reason is BackupReason.RESTORE]
    assert [(one.entries, one.ok) for one in kept] == [(3, True)]
    enter(desk, "丁")
    assert offices(desk) == {"甲", "丁"}


def test_nothing_is_restored_without_a_yes(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, review_file: Path
) -> None:
    enter(desk, "甲")
    assert desk.session is not None
    desk.session.file.back_up(BackupReason.MIGRATION)
    enter(desk, "乙")
    carry.restore()
    dialog = shown(qtbot, home, RestoreDialog)
    listed(qtbot, dialog)
    dialog.restore_button.click()
    asked = shown(qtbot, home, ConfirmDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return)  # what Enter does unread does no harm
    assert not asked.isVisible()
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert offices(desk) == {"甲", "乙"}
    assert not [one for one in backups(review_file) if one.reason is BackupReason.RESTORE]


def test_a_damaged_backup_is_listed_and_cannot_be_chosen(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    enter(desk, "甲")
    assert desk.session is not None
    made = desk.session.file.back_up(BackupReason.MIGRATION)
    made.path.write_bytes(made.path.read_bytes()[:3000])
    carry.restore()
    dialog = shown(qtbot, home, RestoreDialog)
    assert listed(qtbot, dialog).cells[2:] == ("不明", "不能用")
    assert not dialog.restore_button.isEnabled()


def test_a_backup_that_went_bad_meanwhile_is_told_of_and_nothing_lost(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget
) -> None:
    enter(desk, "甲")
    assert desk.session is not None
    made = desk.session.file.back_up(BackupReason.MIGRATION)
    carry.restore()
    dialog = shown(qtbot, home, RestoreDialog)
    listed(qtbot, dialog)
    made.path.write_bytes(b"gone bad")
    dialog.restore_button.click()
    shown(qtbot, home, ConfirmDialog).yes_button.click()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert "没有恢复" in dialog.failure.text()
    assert dialog.isEnabled()
    qtbot.waitUntil(lambda: offices(desk) == {"甲"})


def test_without_backups_it_says_when_there_will_be_one(
    qtbot: QtBot, carry: CarryDesk, home: QWidget, review_file: Path
) -> None:
    carry.restore()
    dialog = shown(qtbot, home, RestoreDialog)
    qtbot.waitUntil(lambda: "还没有备份" in dialog.state.text())
    assert not dialog.restore_button.isEnabled()
    assert not review_file.exists()
