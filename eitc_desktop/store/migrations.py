"""How a library file comes to its present form. Imports sqlite-utils: only the build verb comes here."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from eitc_desktop.store.schema import APPLICATION_ID, MAPPING_TABLES, NAME_KEYS, SCHEMA_VERSION, TABLES
from eitc_desktop.store.views import MAPPING_VIEWS, VIEWS

_EPOCH = "1970-01-01 00:00:00+00:00"


def migrate(database: Database) -> None:
    """Bring *database* to ``SCHEMA_VERSION``; each migration is one transaction."""
    migrations = Migrations("eitc_desktop")
    migrations(name="0001_provisions")(_create_provisions)
    migrations(name="0002_name_keys")(_create_name_keys)
    migrations(name="0003_mapping")(_create_mapping)
    migrations.apply(database)
    with database.atomic():
        # The record holds the clock, and two builds of one source must not differ.
        database.conn.execute("UPDATE _sqlite_migrations SET applied_at = ?", [_EPOCH])
    database.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _create_provisions(database: Database) -> None:
    for statement in (*TABLES, *VIEWS):
        database.conn.execute(statement)


def _create_name_keys(database: Database) -> None:
    database.conn.execute(NAME_KEYS)


def _create_mapping(database: Database) -> None:
    for statement in (*MAPPING_TABLES, *MAPPING_VIEWS):
        database.conn.execute(statement)
