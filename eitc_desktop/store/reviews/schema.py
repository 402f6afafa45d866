"""Tables and views of a review file, in plain SQL.

``revision`` only grows, which triggers hold against other tools, too. ``document`` is the revision as a W3C Web
Annotation in canonical JSON; the columns beside it say again what other tools may want to sort and filter by. The
views put it into words: ``readable_revision`` all that was ever entered, ``current_revision`` what is valid now (an
entry that stands there twice was edited by two people at once).
"""

from __future__ import annotations

APPLICATION_ID = 0x45495452  # "EITR": tells reviews from libraries and from any other SQLite database

_REVISION = """CREATE TABLE revision (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
    entry TEXT NOT NULL,
    kind TEXT NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    author_name TEXT NOT NULL,
    author_office TEXT NOT NULL,
    author_key TEXT NOT NULL,
    made_at TEXT NOT NULL,
    provision TEXT NOT NULL,
    clause TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT"""

# Packages that were taken in, known by their content; the file's name tells a person where something came from.
_INTAKE = """CREATE TABLE intake (
    sequence INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    offered INTEGER NOT NULL CHECK (offered >= 0),
    added INTEGER NOT NULL CHECK (added BETWEEN 0 AND offered)
) STRICT"""

_KEPT = """CREATE TRIGGER revision_kept_from_{action} BEFORE {action} ON revision
BEGIN SELECT RAISE(ABORT, 'revisions only accumulate: nothing is changed or removed'); END"""

_COLUMNS = """    sequence, id, entry, kind, withdrawn, author_name, author_office, made_at, clause,
    json_extract(document, '$.target.selector[0].exact') AS quoted,
    (SELECT group_concat(json_extract(value, '$.purpose') || ': ' || json_extract(value, '$.value'), char(10))
        FROM json_each(document, '$.body')) AS words,
    json_extract(document, '$."eitc:content"') AS content"""

_READABLE = f"CREATE VIEW readable_revision AS\nSELECT\n{_COLUMNS}\nFROM revision"

_CURRENT = """CREATE VIEW current_revision AS
SELECT * FROM readable_revision
WHERE id NOT IN (
    SELECT substr(value, 12)  -- after urn:sha256:
    FROM revision, json_each(document, '$."eitc:replaces"')
)"""

# What packages called the provisions that their entries were made on: not all are in the user's library.
_PROVISION = """CREATE TABLE provision (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    body TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT"""

FIRST = (
    _REVISION,
    _INTAKE,
    _KEPT.format(action="UPDATE"),
    _KEPT.format(action="DELETE"),
    _READABLE,
    _CURRENT,
)
"""The first version of the form."""

SECOND = (_PROVISION,)
"""What the second version of the form adds."""
