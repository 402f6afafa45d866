"""The review file: what reviewers entered, in SQLite, safe against whatever may happen to a computer."""

from eitc_desktop.store.reviews.file import ReviewFile

__all__ = ["ReviewFile"]
