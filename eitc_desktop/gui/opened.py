"""What the window shows: one provision of one library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.records import record
from eitc_desktop.services.library import newest, open_library
from eitc_desktop.store import ProvisionSummary


@record
class OpenedLibrary:
    """The library at ``path``, what it holds, and the provision chosen from it with the keys of its names, by name."""

    path: Path
    summaries: tuple[ProvisionSummary, ...]
    chosen: int  # ProvisionSummary.id
    provision: Provision
    name_keys: Mapping[str, NameKey]
    mapping: DutyMapping

    @property
    def digest(self) -> str:
        """SHA-256 of the provision's text, by which it is known between sessions."""
        return next(summary.sha256 for summary in self.summaries if summary.id == self.chosen)


def open_at(path: Path, chosen: int | None = None, familiar: Sequence[str] = ()) -> OpenedLibrary:
    """Read provision *chosen* from the library at *path*; the file is closed again.

    Without a choice it is the first of those whose texts have the SHA-256 in *familiar*, or else the newest.

    Raises:
        EitcError: if it cannot be used; the message says why and what to do.
    """
    with open_library(path) as library:
        summaries = library.provisions()
        ids = {summary.sha256: summary.id for summary in summaries}
        known = next((ids[digest] for digest in familiar if digest in ids), None)
        number = chosen or known or newest(library).id
        provision = library.load(number)
        keys, mapping = library.name_keys(number), library.mapping(number)
        return OpenedLibrary(path, summaries, number, provision, keys, mapping)
