"""Copies and backups of a review file, and putting a backup in its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from eitc_desktop.phrases import Phrase
from eitc_desktop.store.reviews import Backup, BackupReason, backups, restore

REASONS: Mapping[BackupReason, Phrase] = {
    BackupReason.DAILY: Phrase("Backups", "每日备份"),
    BackupReason.HOURLY: Phrase("Backups", "录入期间每小时备份"),
    BackupReason.INTAKE: Phrase("Backups", "并入审阅包之前"),
    BackupReason.MIGRATION: Phrase("Backups", "升级格式之前"),
    BackupReason.RESTORE: Phrase("Backups", "恢复其他备份之前"),
    BackupReason.DAMAGED: Phrase("Backups", "损坏的原件"),
}
"""Why a backup was made."""


def backups_of(review: Path) -> tuple[Backup, ...]:
    """Return the backups of the review at *review*, the newest first, each of them read and checked.

    Raises:
        EitcError: if the folder can't be read.
    """
    return tuple(backups(review))


def restore_backup(review: Path, backup: Backup) -> Path | None:
    """Let *backup* take the place of the review at *review*, which mustn't be open in this process.

    Return where what was there is kept now; None where nothing was.

    Raises:
        EitcError: if the backup isn't whole, or the present file can't be kept or replaced; it is as it was then.
    """
    return restore(review, backup)
