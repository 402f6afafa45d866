"""What the window shows: one provision of one library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.library import newest, open_library
from eitc_desktop.store import ProvisionSummary


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """The library at ``path``, what it holds, and the provision chosen from it with the keys of its names, by name."""

    path: Path
    summaries: tuple[ProvisionSummary, ...]
    chosen: int  # ProvisionSummary.id
    provision: Provision
    name_keys: Mapping[str, NameKey]

    @property
    def digest(self) -> str:
        """SHA-256 of the provision's text, by which it is known between sessions."""
        return next(summary.sha256 for summary in self.summaries if summary.id == self.chosen)


def open_at(path: Path, chosen: int | None = None) -> OpenedLibrary:
    """Read provision *chosen*, or the newest, from the library at *path*; the file is closed again.

    Raises:
        EitcError: if it cannot be used; the message says why and what to do.
    """
    with open_library(path) as library:
        number = newest(library).id if chosen is None else chosen
        return OpenedLibrary(path, library.provisions(), number, library.load(number), library.name_keys(number))
