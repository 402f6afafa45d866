"""Opening a library and choosing what to show first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eitc_desktop import store
from eitc_desktop.model.provision import Provision
from eitc_desktop.paths import default_database
from eitc_desktop.store import Library, ProvisionSummary


@dataclass(frozen=True, slots=True)
class LoadedProvision:
    """A provision and what the library says of it."""

    summary: ProvisionSummary
    provision: Provision


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


def load_newest(path: Path | None = None) -> LoadedProvision:
    """Return the newest provision of the library at *path*, or of the shipped one, and close the file.

    Raises:
        EitcError: if it cannot be used; the message says why and what to do.
    """
    with open_library(path) as library:
        summary = newest(library)
        return LoadedProvision(summary, library.load(summary.id))
