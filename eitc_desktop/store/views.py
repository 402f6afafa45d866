"""Views for a person with ``sqlite3`` or Datasette: Chinese columns, a citation in every row."""

from __future__ import annotations

VIEWS: tuple[str, ...] = ()
