"""Opening a library and choosing what to show first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eitc_desktop import store
from eitc_desktop.errors import EitcError
from eitc_desktop.paths import default_database
from eitc_desktop.store import Library, ProvisionSummary

_MOST_LISTED = 12  # provisions in one line of complaint


class NotChosen(EitcError):
    """Which provision is meant can't be told; the message lists those that can be."""


def open_library(path: Path | None = None) -> Library:
    """Open the library at *path*, or the shipped one; for reading only. Use it in a ``with``.

    Raises:
        EitcError: if it cannot be used; the message says why and what to do.
    """
    return store.open_library(default_database() if path is None else path)


def newest(library: Library) -> ProvisionSummary:
    """Return the provision of the highest id, which was added last. Whose it is of several bodies nobody chose.

    Raises:
        DatabaseError: if the file cannot be read.
    """
    return library.provisions()[-1]


def chosen_provision(library: Library, number: int | None) -> ProvisionSummary:
    """Return provision *number*; without a number the newest of the only body, never one of several bodies.

    Raises:
        NotChosen: if there is none of that number, or there are several bodies to choose from.
        DatabaseError: if the file cannot be read.
    """
    summaries = library.provisions()
    if number is None:
        if len({summary.body_id for summary in summaries}) > 1:
            raise NotChosen(f"数据库中有不止一个机关的三定规定，请用 --provision 编号 指明一份：{_listed(summaries)}")
        return newest(library)
    found = next((summary for summary in summaries if summary.id == number), None)
    if found is None:
        raise NotChosen(f"数据库中没有编号为 {number} 的三定规定。可用的编号：{_listed(summaries)}")
    return found


def _listed(summaries: Sequence[ProvisionSummary]) -> str:
    """Return the provisions with their numbers in one line; what tells versions of one body apart stands with them."""
    versions = Counter(summary.body_id for summary in summaries)
    lines = [
        f"{summary.id} {summary.body}" + (f"（{_version(summary)}）" if versions[summary.body_id] > 1 else "")
        for summary in summaries[:_MOST_LISTED]
    ]
    more = "" if len(summaries) <= _MOST_LISTED else f"；……共 {len(summaries)} 份，其余的编号见 check-db"
    return "；".join(lines) + more


def _version(summary: ProvisionSummary) -> str:
    named = [words for words in (summary.document_number, summary.issued) if words]
    return "，".join(named) or summary.source_name
