"""Python's own import, which PySide6 replaces by one that reads the source of every module imported after it."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  it is what replaces it


def import_plainly() -> None:
    """Put Python's own import back: only ``from __feature__ import …`` needs the other, and nothing here has it."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
