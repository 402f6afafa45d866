"""Backups, whole copies, restoring and migrating: what was there is never lost by it."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eitc_desktop.model.review import Revision
from eitc_desktop.store.reviews import Backup, BackupReason, ReviewFile, backups, errors, restore
from eitc_desktop.store.reviews.migrations import STEPS

if TYPE_CHECKING:
    from sqlite_utils import Database

Making = Callable[..., list[Revision]]

_DAY = date(2026, 11, 27)


def held(path: Path) -> tuple[Revision, ...]:
    with ReviewFile.open(path, create=False) as file:
        return file.revisions()


def damage(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place : place + 64] = b"\xff" * 64
    path.write_bytes(data)
    return bytes(data)


# Backups


def test_a_backup_is_one_whole_file_beside(path: Path, opinions: Making, clock: Callable[[], datetime]) -> None:
    made = opinions(50)
    with ReviewFile.open(path, now=clock) as file:
        file.add(made)
        backup = file.back_up(BackupReason.DAILY)
        file.add(opinions(1))
    assert backup == Backup(
        path.parent / "backups" / "eitc.20261127T040000Z.daily.review.db",
        datetime(2026, 11, 27, 4, 0, tzinfo=UTC),
        BackupReason.DAILY,
        50,
        True,
    )
    assert list(backup.path.parent.iterdir()) == [backup.path]
    assert backup.path.read_bytes()[18:20] == b"\x01\x01"  # no log: it can be read from where nothing can be written
    assert backups(path) == [backup]
    assert held(backup.path) == tuple(made)


def test_two_backups_in_one_second(path: Path, opinions: Making, clock: Callable[[], datetime]) -> None:
    with ReviewFile.open(path, now=clock) as file:
        one = file.back_up(BackupReason.DAILY)
        file.add(opinions(1))
        other = file.back_up(BackupReason.DAILY)
    assert backups(path) == [other, one]
    assert [backup.entries for backup in backups(path)] == [1, 0]


def test_entries_are_counted_not_revisions(path: Path, opinions: Making) -> None:
    from eitc_desktop.reviewing.annotations import seal

    (old,) = opinions()
    new = seal(old.entry, (old.id,), old.author, old.made_at, old.anchor, old.content, withdrawn=True)
    with ReviewFile.open(path) as file:
        file.add([old, new])
        assert file.back_up(BackupReason.DAILY).entries == 1


def test_once_a_day(path: Path, opinions: Making) -> None:
    beijing = timezone(timedelta(hours=8))
    moment = datetime(2026, 11, 27, 23, 30, tzinfo=beijing)
    with ReviewFile.open(path, now=lambda: moment) as file:
        assert file.back_up_if_due(_DAY) is None  # nothing to keep
        file.add(opinions())
        assert file.back_up_if_due(_DAY) is not None
        assert file.back_up_if_due(_DAY) is None
        moment += timedelta(hours=1)  # the next day there, the same in UTC
        assert file.back_up_if_due(moment.date()) is not None
        assert file.back_up_if_due(moment.date()) is None
    assert len(backups(path)) == 2


def test_each_hour_while_entries_are_made(path: Path, opinions: Making) -> None:
    moment = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    with ReviewFile.open(path, now=lambda: moment) as file:
        file.add(opinions())
        assert file.back_up_if_due(_DAY, hourly=True) is not None
        moment += timedelta(minutes=59)
        assert file.back_up_if_due(_DAY, hourly=True) is None
        for _ in range(14):
            moment += timedelta(hours=1)
            assert file.back_up_if_due(_DAY) is None  # nothing is being entered
            assert file.back_up_if_due(_DAY, hourly=True) is not None
    reasons = [backup.reason for backup in backups(path)]
    assert reasons == [BackupReason.HOURLY] * 10 + [BackupReason.DAILY]


def test_what_was_there_is_backed_up_before_a_package_is_taken_in(path: Path, opinions: Making) -> None:
    first, second = opinions(), opinions()
    with ReviewFile.open(path) as file:
        file.take_in(first, ())
        assert backups(path) == []  # there was nothing
        file.take_in(second, ())
        held_now = file.revisions()
    (backup,) = backups(path)
    assert backup.reason is BackupReason.INTAKE
    assert backup.entries == len({one.entry for one in first})
    assert len(held_now) == len({one.id for one in (*first, *second)})


def test_the_newest_thirty_daily_ones_are_kept_and_all_others(path: Path, opinions: Making) -> None:
    moment = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
    with ReviewFile.open(path, now=lambda: moment) as file:
        file.add(opinions())
        file.back_up(BackupReason.MIGRATION)
        file.back_up(BackupReason.RESTORE)
        for _ in range(35):
            moment += timedelta(days=1)
            assert file.back_up_if_due(moment.date())
    found = backups(path)
    daily = [backup for backup in found if backup.reason is BackupReason.DAILY]
    assert [backup.made_at for backup in daily] == [moment - timedelta(days=days) for days in range(30)]
    assert {backup.reason for backup in found[30:]} == {BackupReason.MIGRATION, BackupReason.RESTORE}


def test_what_else_lies_among_the_backups_is_left_alone(path: Path, opinions: Making) -> None:
    with ReviewFile.open(path) as file:
        file.add(opinions())
        made = file.back_up(BackupReason.DAILY)
    for name in ("说明.txt", "eitc.20261301T000000Z.daily.review.db", "eitc2.20261127T040000Z.daily.review.db"):
        (path.parent / "backups" / name).write_bytes(b"")
    assert backups(path) == [made]


def test_no_backups(path: Path) -> None:
    assert backups(path) == []


def test_a_damaged_backup_is_shown_as_such_and_not_restored(path: Path, opinions: Making) -> None:
    made = opinions(100)
    with ReviewFile.open(path) as file:
        file.add(made)
        backup = file.back_up(BackupReason.DAILY)
    damage(backup.path)
    assert backups(path) == [replace(backup, entries=0, ok=False)]
    before = path.read_bytes()
    with pytest.raises(errors.UnusableBackup, match="请另选一份备份"):
        restore(path, backup)
    assert path.read_bytes() == before
    assert len(backups(path)) == 1


def test_a_damaged_review_is_not_backed_up_as_if_it_were_whole(path: Path, opinions: Making) -> None:
    with ReviewFile.open(path) as file:
        file.add(opinions(100))
    with ReviewFile.open(path) as file:
        damage(path)
        with pytest.raises(errors.DamagedReview, match="从备份恢复"):
            file.back_up(BackupReason.DAILY)
    assert backups(path) == []
    assert list((path.parent / "backups").iterdir()) == []


# Whole copies


def test_a_copy_is_whole_and_alone(path: Path, opinions: Making, tmp_path: Path) -> None:
    made = opinions(60)
    copy = tmp_path / "移动盘" / "陈敏的审阅.review.db"
    copy.parent.mkdir()
    with ReviewFile.open(path) as file:
        file.add(made)
        file.save_copy(copy)
        file.add(opinions())
    assert list(copy.parent.iterdir()) == [copy]
    assert held(copy) == tuple(made)


def test_a_copy_over_an_older_copy(path: Path, opinions: Making, tmp_path: Path) -> None:
    copy = tmp_path / "副本.review.db"
    with ReviewFile.open(path) as file:
        file.save_copy(copy)
        file.add(opinions(2))
        file.save_copy(copy)
        assert held(copy) == file.revisions()


@pytest.mark.parametrize("content", [b"", "会议纪要".encode(), b"SQLite format 3\0" + b"\0" * 84])
def test_a_copy_never_replaces_something_else(path: Path, tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "会议纪要.docx"
    place.write_bytes(content)
    with ReviewFile.open(path) as file, pytest.raises(errors.NotReplaced, match="请另选文件名"):
        file.save_copy(place)
    assert place.read_bytes() == content


def test_a_copy_over_itself_or_a_folder(path: Path, tmp_path: Path) -> None:
    with ReviewFile.open(path) as file:
        with pytest.raises(errors.CopyOfItself, match="请另选文件名"):
            file.save_copy(path)
        with pytest.raises(errors.FolderInsteadOfReview):
            file.save_copy(tmp_path)
        with pytest.raises(errors.UnusableReview, match="文件夹不存在"):
            file.save_copy(tmp_path / "没有" / "副本.review.db")


def test_a_copy_over_a_review_that_is_open(path: Path, opinions: Making, tmp_path: Path) -> None:
    other = tmp_path / "别人的.review.db"
    theirs = opinions(2)
    with ReviewFile.open(path) as file, ReviewFile.open(other) as used:
        used.add(theirs)
        with pytest.raises(errors.ReviewLocked):
            file.save_copy(other)
        assert used.revisions() == tuple(theirs)
        used.close()
        file.save_copy(other)
    assert held(other) == ()


# Restoring


def backed_up(path: Path, opinions: Making) -> tuple[Backup, tuple[Revision, ...], tuple[Revision, ...]]:
    """Return a backup, what it holds, and what the review holds now."""
    with ReviewFile.open(path) as file:
        file.add(opinions(80))
        then = file.revisions()
        backup = file.back_up(BackupReason.DAILY)
        file.add(opinions(300))
        return backup, then, file.revisions()


def test_restoring_a_sound_review_keeps_what_was_there(path: Path, opinions: Making) -> None:
    backup, then, now = backed_up(path, opinions)
    kept = restore(path, backup)
    assert held(path) == then
    assert kept is not None
    assert held(kept) == now
    assert {one.reason: one.entries for one in backups(path)} == {BackupReason.DAILY: 80, BackupReason.RESTORE: 380}
    (before,) = (one for one in backups(path) if one.reason is BackupReason.RESTORE)
    restore(path, before)  # and back again
    assert held(path) == now


def test_another_window_sees_what_was_restored_and_goes_on(path: Path, opinions: Making) -> None:
    backup, then, _ = backed_up(path, opinions)
    with ReviewFile.open(path) as file:
        file.revisions()
        restore(path, backup)
        assert file.changed_elsewhere()
        assert file.revisions() == then
        file.add(more := opinions())
    assert held(path) == (*then, *more)


@pytest.mark.parametrize("beginning", [True, False])
def test_a_damaged_review_is_set_aside_byte_for_byte(path: Path, opinions: Making, beginning: bool) -> None:
    backup, then, _ = backed_up(path, opinions)
    broken = damage(path)
    if beginning:
        broken = b"\0" * 200 + broken[200:]
        path.write_bytes(broken)
    kept = restore(path, backup)
    assert kept is not None
    assert kept.read_bytes() == broken
    assert held(path) == then
    (aside,) = (one for one in backups(path) if one.reason is BackupReason.DAMAGED)
    assert (aside.path, aside.ok, aside.entries) == (kept, False, 0)


def test_a_log_beside_a_damaged_review_is_set_aside_too(path: Path, opinions: Making) -> None:
    backup, then, _ = backed_up(path, opinions)
    log = path.with_name(path.name + "-wal")
    with ReviewFile.open(path) as file:
        file.add(opinions(5))
        whole, lines = path.read_bytes(), log.read_bytes()
    path.write_bytes(whole)
    log.write_bytes(lines)
    broken = damage(path)
    kept = restore(path, backup)
    assert kept is not None
    assert kept.read_bytes() == broken
    assert kept.with_name(kept.name + "-wal").read_bytes() == lines
    assert held(path) == then


def test_a_review_that_is_missing(path: Path, opinions: Making) -> None:
    backup, then, _ = backed_up(path, opinions)
    path.unlink()
    assert restore(path, backup) is None
    assert held(path) == then


def test_a_newer_review_is_set_aside_whole(path: Path, opinions: Making) -> None:
    """Who goes back to an older program goes back to what was backed up before the newer one migrated."""
    backup, then, _ = backed_up(path, opinions)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    newer = path.read_bytes()
    kept = restore(path, backup)
    assert kept is not None
    assert kept.read_bytes() == newer
    assert held(path) == then


def test_a_review_in_use_is_not_overwritten(path: Path, opinions: Making) -> None:
    backup, _, now = backed_up(path, opinions)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.ReviewLocked):
            restore(path, backup)
    assert held(path) == now


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be changed like that there")
def test_a_damaged_review_in_use_is_not_replaced(path: Path, opinions: Making) -> None:
    backup, _, _ = backed_up(path, opinions)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        broken = damage(path)
        with pytest.raises(errors.ReviewLocked):
            restore(path, backup)
        assert path.read_bytes() == broken


def test_a_folder_is_not_replaced(path: Path, opinions: Making, tmp_path: Path) -> None:
    backup, _, _ = backed_up(path, opinions)
    with pytest.raises(errors.FolderInsteadOfReview):
        restore(tmp_path, backup)


# Migrating


def _add_note(database: Database) -> None:
    database.conn.execute("ALTER TABLE intake ADD COLUMN note TEXT")


def _fail(database: Database) -> None:
    database.conn.execute("ALTER TABLE intake ADD COLUMN other TEXT")
    database.conn.execute("SELECT nothing FROM nowhere")


_NEXT = (*STEPS, ("9999_note", _add_note))


def test_an_older_form_is_backed_up_then_migrated(path: Path, opinions: Making) -> None:
    made = opinions(40)
    with ReviewFile.open(path) as file:
        file.add(made)
    with ReviewFile.open(path, steps=_NEXT) as file:
        assert file.revisions() == tuple(made)
        assert file.add(opinions()) == 1
        assert [row[1] for row in file._connection.execute("PRAGMA table_info(intake)")][-1] == "note"
        assert file._connection.execute("PRAGMA user_version").fetchone()[0] == len(_NEXT)
    (backup,) = backups(path)
    assert (backup.reason, backup.entries, backup.ok) == (BackupReason.MIGRATION, 40, True)
    with ReviewFile.open(path, steps=_NEXT):
        pass
    assert len(backups(path)) == 1
    with pytest.raises(errors.NewerReview):
        ReviewFile.open(path)
    restore(path, backup)  # what the older program can do about it
    with ReviewFile.open(path) as file:
        assert file.revisions() == tuple(made)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, opinions: Making) -> None:
    made = opinions(40)
    with ReviewFile.open(path) as file:
        file.add(made)
    with pytest.raises(errors.DamagedReview):
        ReviewFile.open(path, steps=(*_NEXT, ("9999_fails", _fail)))
    with ReviewFile.open(path) as file:  # not even the step that succeeded was taken
        assert file.revisions() == tuple(made)
        columns = [row[1] for row in file._connection.execute("PRAGMA table_info(intake)")]
        assert "note" not in columns
        assert "other" not in columns


def test_a_file_of_the_first_form_opens_with_all_that_is_in_it(path: Path, opinions: Making) -> None:
    made = opinions(3)
    with ReviewFile.open(path, steps=STEPS[:1]) as file:
        file.add(made)
    with ReviewFile.open(path) as file:
        assert file.revisions() == tuple(made)
        assert (file.provisions(), file.intakes()) == ((), ())
    assert [backup.reason for backup in backups(path)] == [BackupReason.MIGRATION]


def test_nothing_is_migrated_without_a_backup(path: Path, opinions: Making) -> None:
    with ReviewFile.open(path) as file:
        file.add(opinions())
    (path.parent / "backups").write_bytes(b"in the way")
    before = path.read_bytes()
    with pytest.raises(errors.ReviewError):
        ReviewFile.open(path, steps=_NEXT)
    assert path.read_bytes() == before


def test_drafts_left_by_a_killed_program_are_cleared_away(path: Path, opinions: Making) -> None:
    import os

    with ReviewFile.open(path) as file:
        file.add(opinions())
        file.back_up(BackupReason.DAILY)
        old = path.parent / "backups" / f".{path.name}.1.tmp"
        new = path.parent / f".{path.name}.2.tmp"
        for draft in (old, new):
            shutil.copyfile(path, draft)
        os.utime(old, (0, 0))
        file.back_up(BackupReason.DAILY)
    assert not old.exists()
    assert new.exists()
