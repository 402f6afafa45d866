"""Opening a library and choosing what to show first."""

from __future__ import annotations

from pathlib import Path

from eitc_desktop import store
from eitc_desktop.paths import default_database
from eitc_desktop.store import Library, ProvisionSummary


def open_library(path: Path | None = None) -> Library:
    """Open the library at *path*, or the shipped one; for reading only. Use it in a ``with``.

    Raises:
        EitcError: if it cannot be used; the message says why and what to do.
    """
    return store.open_library(default_database() if path is None else path)


def newest(library: Library) -> ProvisionSummary:
    """Return the provision that was added last, which is the latest version of its body.

    Raises:
        DatabaseError: if the file cannot be read.
    """
    return library.provisions()[-1]
