"""How a review file comes to its present form: all outstanding steps in one transaction, or none.

``user_version`` is the number of steps a file has been through. A step, once released, is never changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from eitc_desktop.store.reviews.schema import APPLICATION_ID, FIRST, SECOND

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = tuple[str, Callable[["Database"], None]]


def _create(database: Database) -> None:
    for statement in FIRST:
        database.conn.execute(statement)


def _add_provisions(database: Database) -> None:
    for statement in SECOND:
        database.conn.execute(statement)


STEPS: tuple[Step, ...] = (("0001_revisions", _create), ("0002_provisions", _add_provisions))


def migrate(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Take the file of *connection* through those of *steps* that it hasn't been through.

    Raises:
        sqlite3.Error: if the file is locked, damaged, or there is no room.
    """
    from sqlite_utils import Database, Migrations  # 0.2 s: only for a file that is new or older

    migrations = Migrations("eitc_review")
    for name, step in steps:
        migrations(name=name)(step)
    connection.execute("BEGIN IMMEDIATE")  # another window may be about to do the same
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
