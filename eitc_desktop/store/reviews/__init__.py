"""The review file: what reviewers enter, kept so that nothing that was saved is ever lost.

``ReviewFile`` reads and adds; ``backups`` and ``restore`` work on a file that isn't open, or can't be opened.
"""

from eitc_desktop.store.reviews.backups import Backup, BackupReason, backups
from eitc_desktop.store.reviews.errors import ReviewError, ReviewVanished
from eitc_desktop.store.reviews.failures import refusal
from eitc_desktop.store.reviews.file import Delivery, Intake, ReviewFile
from eitc_desktop.store.reviews.restoring import restore

__all__ = [
    "Backup",
    "BackupReason",
    "Delivery",
    "Intake",
    "ReviewError",
    "ReviewFile",
    "ReviewVanished",
    "backups",
    "refusal",
    "restore",
]
