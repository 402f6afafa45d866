"""The review of one user on one library: an open file that revisions are added to, and that never loses one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from eitc_desktop.errors import EitcError
from eitc_desktop.model.review import Revision
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.package import ProvisionNote, names_in
from eitc_desktop.store.fileform import absolute
from eitc_desktop.store.reviews import errors
from eitc_desktop.store.reviews.backups import (
    Backup,
    BackupReason,
    back_up,
    local_now,
    made_unasked,
    prune,
    set_aside,
)
from eitc_desktop.store.reviews.copying import drafted
from eitc_desktop.store.reviews.documents import INSERTED, row_of
from eitc_desktop.store.reviews.failures import reporting
from eitc_desktop.store.reviews.files import (
    Identity,
    companions,
    draft_of,
    identity,
    log_of,
    put_new,
    put_over,
    remove_draft,
    require_ours,
)
from eitc_desktop.store.reviews.inspecting import DOCUMENTS, connect, require_sound, version_of
from eitc_desktop.store.reviews.migrations import STEPS, Step, migrate

_HOUR = timedelta(hours=1)
_WHICH = "SELECT id FROM revision WHERE id IN"
_ASKED_AT_ONCE = 500  # ids in one question: far below what the engine takes


class Delivery(NamedTuple):
    """A package that comes, known by the *digest* of its content.

    ``offered`` counts the revisions in it, ``added`` those that are new here.
    """

    name: str
    digest: str
    offered: int
    added: int


class Intake(NamedTuple):
    """A package that was taken in, and when: UTC, ISO 8601 with Z."""

    delivery: Delivery
    taken_at: str


class ReviewFile:
    """An open review file. Close it, or use it in a ``with``.

    What ``add`` returns for is on the disk. It may be opened in one thread and used in another, but never by two at
    once: work beside the window opens the file a second time, as other windows and programs may do.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, now: Callable[[], datetime], steps: tuple[Step, ...]
    ) -> None:
        """Use :meth:`open`."""
        self._connection = connection
        self._path = path
        self._now = now
        self._steps = steps
        self._decoded: dict[str, Revision] = {}
        self._reader = LineReader()
        self._opened: tuple[Identity | None, ...] = ()
        self._seen = 0
        self._created = False

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        now: Callable[[], datetime] = local_now,
        steps: tuple[Step, ...] = STEPS,
    ) -> Self:
        """Open the review at *path*; where there is none and *create* is true, make an empty one.

        An older form is backed up, then migrated. *now* is the clock that backups are named by.

        Raises:
            ReviewError: if it can't be used for reading and writing; the message says why and what to do. The file
                is as it was then.
        """
        place = absolute(path)
        with reporting(place):
            created = create and not place.exists() and _create(place, now(), steps)
            require_sound(place, len(steps))
            connection = connect(place, "rw")
            try:
                file = cls(connection, place, now, steps)
                file._created = created
                file._prepare()
            except BaseException:
                connection.close()
                raise
        return file

    @property
    def path(self) -> Path:
        return self._path

    @property
    def created(self) -> bool:
        """Whether there was no file before: backups of one that has gone may be there nevertheless."""
        return self._created

    @collector_paused()
    def revisions(self) -> tuple[Revision, ...]:
        """Return all revisions in the order in which they came into the file.

        Each document is held against its id. What was returned before isn't decoded again.

        Raises:
            ReviewError: if the file can't be read, or a revision was altered.
        """
        known = self._decoded
        found: dict[str, Revision] = {}
        with reporting(self._path):
            if not known:
                for sequence, key, document in self._connection.execute(DOCUMENTS):
                    found[key] = self._decode(sequence, key, document)
            else:
                for sequence, key in self._connection.execute("SELECT sequence, id FROM revision ORDER BY sequence"):
                    found[key] = known.get(key) or self._read(sequence, key)
        self._decoded = found
        return tuple(found.values())

    def expect(self, revisions: Iterable[Revision]) -> None:
        """Take *revisions* for decoded: they were just written into this file beside whoever has it open here."""
        self._decoded |= {one.id: one for one in revisions}

    @collector_paused()
    def add(self, revisions: Iterable[Revision]) -> int:
        """Add those of *revisions* that the file doesn't hold yet, all or none; return how many those were.

        When this returns they are on the disk, under the file's name.

        Raises:
            ReviewError: if they couldn't be saved; none of them counts as saved then.
        """
        rows = {one.id: row_of(one) for one in revisions}
        with self._writing():
            return self._insert(rows)

    @collector_paused()
    def take_in(
        self, revisions: Iterable[Revision], deliveries: Iterable[Delivery], notes: Iterable[ProvisionNote] = ()
    ) -> int:
        """Add *revisions* as :meth:`add` does, and note the packages they came in and what these call provisions.

        What the file held before is backed up first: what comes from elsewhere may be more than anybody wanted.

        Raises:
            ReviewError: if they couldn't be saved; neither they nor the notes count as saved then.
        """
        rows = {one.id: row_of(one) for one in revisions}
        if rows and not self._is_empty():
            self.back_up(BackupReason.INTAKE)
            prune(self._path)
        with self._writing():
            added = self._insert(rows)
            self._note(deliveries, notes)
        return added

    def intakes(self) -> tuple[Intake, ...]:
        """Return the packages that were taken in, in their order.

        Raises:
            ReviewError: if the file can't be read.
        """
        with reporting(self._path):
            rows = self._connection.execute(
                "SELECT taken_at, name, digest, offered, added FROM intake ORDER BY sequence"
            )
            return tuple(Intake(Delivery(*rest), taken_at) for taken_at, *rest in rows)

    def provisions(self) -> tuple[ProvisionNote, ...]:
        """Return what packages that were taken in call the provisions that their entries were made on.

        Raises:
            ReviewError: if the file can't be read.
        """
        with reporting(self._path):
            rows = self._connection.execute("SELECT sha256, body, title FROM provision ORDER BY sha256")
            return tuple(ProvisionNote(*row) for row in rows)

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has written to the file since this was last asked, or since it was opened.

        Raises:
            ReviewVanished: if the file is no longer there, or another one is.
            ReviewError: if it can't be read.
        """
        with reporting(self._path):
            self._require_present()
            before, self._seen = self._seen, self._data_version()
        return self._seen != before

    def save_copy(self, path: str | os.PathLike[str]) -> None:
        """Save all revisions to another file (另存审阅), replacing a review that is there. Works without the original.

        Raises:
            ReviewError: if it can't be written, or something else is there; what is there is as it was then.
        """
        place = absolute(path)
        with reporting(place):
            _require_replaceable(place, self._path)
            with drafted(self._connection, self._path, place, len(self._steps)) as (draft, _contents):
                put_over(draft, place)

    def back_up(self, reason: BackupReason) -> Backup:
        """Make a backup now, read back and checked, and return it.

        Raises:
            ReviewError: if it can't be written or isn't whole.
        """
        with reporting(self._path):
            return back_up(self._connection, self._path, reason, self._now(), len(self._steps))

    def back_up_if_due(self, today: date, *, hourly: bool = False) -> Backup | None:
        """Make the daily backup unless *today* has one, or *hourly* one if the last is an hour old; none of nothing.

        Raises:
            ReviewError: if it can't be written or isn't whole. Older ones are kept then.
        """
        now = self._now()
        with reporting(self._path):
            made = list(made_unasked(self._path))
            daily = (at.astimezone(now.tzinfo).date() for at, reason in made if reason is BackupReason.DAILY)
            reason = BackupReason.HOURLY if today in daily else BackupReason.DAILY
            recent = any(abs(now - at) < _HOUR for at, _reason in made)
            if self._is_empty() or (reason is BackupReason.HOURLY and (recent or not hourly)):
                return None
            backup = self.back_up(reason)
            prune(self._path)
        return backup

    def _is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM revision LIMIT 1").fetchone() is None

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self) -> None:
        """Bring the file to its present form, and make sure that it can be written."""
        if version_of(self._connection) < len(self._steps):
            self.back_up(BackupReason.MIGRATION)
            migrate(self._connection, self._steps)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("BEGIN IMMEDIATE")  # a file that can only be read is told of now, not after typing
        self._connection.execute("ROLLBACK")
        self._opened = self._found()
        self._seen = self._data_version()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _found(self) -> tuple[Identity | None, ...]:
        """Which files lie at the path now; the log holds what was written last, and must not go either."""
        return identity(self._path), identity(log_of(self._path))

    def _require_present(self) -> None:
        if self._found() != self._opened:
            raise errors.ReviewVanished(self._path)

    def _require_form(self) -> None:
        if (found := version_of(self._connection)) != len(self._steps):  # migrated by another window meanwhile
            raise errors.NewerReview(self._path, found, len(self._steps))

    @contextmanager
    def _writing(self) -> Generator[None]:
        """One transaction, which has happened under the file's name when the block is left."""
        connection = self._connection
        with reporting(self._path):
            self._require_present()
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._require_form()
                yield
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise
            self._require_present()

    def _insert(self, rows: dict[str, dict[str, object]]) -> int:
        keys = list(rows)
        known: set[str] = set()
        for start in range(0, len(keys), _ASKED_AT_ONCE):
            asked = keys[start : start + _ASKED_AT_ONCE]
            marks = ", ".join("?" * len(asked))
            known.update(key for (key,) in self._connection.execute(f"{_WHICH} ({marks})", asked))
        fresh = [row for key, row in rows.items() if key not in known]
        self._connection.executemany(INSERTED, fresh)
        return len(fresh)

    def _note(self, deliveries: Iterable[Delivery], notes: Iterable[ProvisionNote]) -> None:
        from sqlite_utils import Database  # 0.2 s: only where a package comes in

        database = Database(self._connection, execute_plugins=False)
        taken_at = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        database.table("intake").insert_all({**each._asdict(), "taken_at": taken_at} for each in deliveries)
        called = names_in((*self.provisions(), *(note for note in notes if note.body or note.title)))
        database.table("provision").upsert_all(map(asdict, called), pk="sha256")

    def _read(self, sequence: int, key: str) -> Revision:
        (document,) = self._connection.execute(
            "SELECT CAST(document AS BLOB) FROM revision WHERE sequence = ?", (sequence,)
        ).fetchone()
        return self._decode(sequence, key, document)

    def _decode(self, sequence: int, key: object, document: object) -> Revision:
        if isinstance(document, bytes):
            with suppress(EitcError, ValueError):
                revision = self._reader.revision(document)  # which holds the id in it against the rest
                if revision.id == key:
                    return revision
        raise errors.AlteredReview(self._path, sequence)


def _create(place: Path, now: datetime, steps: tuple[Step, ...]) -> bool:
    """Make an empty review at *place*; return False where another window did meanwhile."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if any(rest.exists() for rest in companions(place)):
        set_aside(place, now)  # of a file that has gone: the engine would play it into the new one
        for rest in companions(place):
            rest.unlink(missing_ok=True)
    draft = draft_of(place)
    try:
        remove_draft(draft)
        with closing(connect(draft, "rwc")) as connection:
            migrate(connection, steps)
        return put_new(draft, place)
    finally:
        remove_draft(draft)


def _require_replaceable(place: Path, original: Path) -> None:
    """Refuse to save a copy over what isn't a review, is in use, or is the review itself."""
    if not place.exists():
        return
    if original.exists() and place.samefile(original):
        raise errors.CopyOfItself(place)
    try:
        require_ours(place)
    except (errors.NotAReview, errors.ForeignReview) as error:
        raise errors.NotReplaced(place) from error
    if log_of(place).exists():  # left by a program that was killed, or kept by one that has the file open
        with closing(connect(place, "rw")) as connection:
            connection.execute("SELECT count(*) FROM revision").fetchone()
        if log_of(place).exists():
            raise errors.ReviewLocked(place)
