"""Tables and views of a library, in plain SQL.

Every fact row carries ``clause_id`` and its span ``[span_start, span_end)`` in code points of
``provision.text`` (in SQL: ``substr(text, span_start + 1, span_end - span_start)``). ``seq`` is the fact's
place, from 0, in its list of the provision or of the fact it belongs to. A quotation inside a fact
has its own span beside it: ``subject``, ``subject_start``, ``subject_end``. NULL is 未载明.
"""

from __future__ import annotations

from eitc_desktop.model.mapping import Grade, Method, WordingKind
from eitc_desktop.model.provision import ChangeKind, Direction, QuotaKind, RolePosition, SectionKind, Severity

APPLICATION_ID = 0x45495443  # "EITC": tells our files from any other SQLite database
SCHEMA_VERSION = 3  # PRAGMA user_version: the number of the last migration

_SPAN = """    clause_id INTEGER NOT NULL REFERENCES clause(id),
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start)"""
_ORDINAL = "    ordinal TEXT"
_TEXT = "    text TEXT NOT NULL"
_NAME = "    name TEXT NOT NULL"


def _owned(owner: str) -> str:
    return (
        f"    id INTEGER PRIMARY KEY,\n    {owner}_id INTEGER NOT NULL REFERENCES {owner}(id),\n"
        "    seq INTEGER NOT NULL CHECK (seq >= 0)"
    )


def _quote(name: str, *, stated: bool = False) -> str:
    """Columns of a quotation and its span; words and span are stated together or not at all."""
    start, end = f"{name}_start", f"{name}_end"
    if stated:
        return f"    {name} TEXT NOT NULL, {start} INTEGER NOT NULL, {end} INTEGER NOT NULL"
    both = f"({name} IS NULL) = ({start} IS NULL) AND ({name} IS NULL) = ({end} IS NULL)"
    return f"    {name} TEXT, {start} INTEGER, {end} INTEGER\n        CHECK ({both})"


def _one_of(column: str, *values: str, null: bool = False) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"    {column} TEXT{'' if null else ' NOT NULL'} CHECK ({column} IN ({listed}))"


def _fact(table: str, owner: str, *columns: str) -> str:
    lines = ",\n".join((_owned(owner), *columns, _SPAN, f"    UNIQUE ({owner}_id, seq)"))
    return f"CREATE TABLE {table} (\n{lines}\n) STRICT"


def _finding(table: str) -> str:
    return f"""CREATE TABLE {table} (
    id INTEGER PRIMARY KEY,
    provision_id INTEGER NOT NULL REFERENCES provision(id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
{_one_of("severity", *Severity)},
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    clause_id INTEGER REFERENCES clause(id),
    span_start INTEGER, span_end INTEGER
        CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (clause_id IS NULL)),
    UNIQUE (provision_id, seq)
) STRICT"""


_DOCUMENT = (
    """CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT""",
    # Versions of one body stand in the order of their ids.
    "CREATE TABLE provision (\n"
    + ",\n".join(
        (
            "    id INTEGER PRIMARY KEY",
            "    body_id INTEGER NOT NULL REFERENCES body(id)",
            "    source_name TEXT NOT NULL",
            "    source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64)",
            "    text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64)",
            *(_quote(name) for name in ("title", "document_number", "issued", "effective")),
            _quote("body", stated=True),
            *(_quote(name) for name in ("status", "level")),
            "    declared_division_count INTEGER, declared_division_start INTEGER, declared_division_end INTEGER",
            "    sentences INTEGER NOT NULL, typed INTEGER NOT NULL",
            "    context INTEGER NOT NULL, unparsed INTEGER NOT NULL",
            _TEXT,
        )
    )
    + "\n) STRICT",
    """CREATE TABLE clause (
    id INTEGER PRIMARY KEY,
    provision_id INTEGER NOT NULL REFERENCES provision(id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    parent_id INTEGER REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
    depth INTEGER NOT NULL CHECK (depth >= 0),
    ordinal TEXT, number INTEGER,
    heading TEXT,
    citation TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
    UNIQUE (provision_id, seq)
) STRICT""",
    _fact(
        "section",
        "provision",
        _ORDINAL,
        "    heading TEXT",
        _one_of("kind", *SectionKind),
    ),
    _fact("basis", "provision", "    title TEXT NOT NULL", "    number TEXT"),
    _fact("nameplate", "provision", _NAME, "    of_unit TEXT"),
    _fact("reference", "provision", _NAME),
    "CREATE TABLE closing (\n"
    + ",\n".join(
        (
            "    id INTEGER PRIMARY KEY",
            "    provision_id INTEGER NOT NULL UNIQUE REFERENCES provision(id)",
            _quote("interpreted_by"),
            _quote("adjusted_by"),
            _SPAN,
        )
    )
    + "\n) STRICT",
    _finding("finding"),
)

_FUNCTIONS = (
    _fact(
        "function_change",
        "provision",
        _one_of("kind", *ChangeKind),
        _one_of("direction", *Direction, null=True),
        _ORDINAL,
        _TEXT,
        *(_quote(name) for name in ("subject", "origin", "scope", "condition", "exception")),
    ),
    _fact("function_change_item", "function_change", _TEXT),
    _fact("function_change_recipient", "function_change", _NAME),
    _fact("duty", "provision", _ORDINAL, _TEXT),
    _fact("duty_item", "duty", _TEXT),
)

_ORGANISATION = (
    _fact("division", "provision", _ORDINAL, _NAME, "    counted INTEGER NOT NULL CHECK (counted IN (0, 1))"),
    _fact("second_name", "division", _NAME),
    _fact("division_nameplate", "division", _NAME),
    _fact("division_duty", "division", _TEXT),
    _fact("co_location", "provision", _TEXT),
    _fact("co_location_unit", "co_location", _NAME),
    _fact(
        "quota",
        "provision",
        _one_of("kind", *QuotaKind),
        "    type TEXT",
        _quote("label", stated=True),
        "    minimum INTEGER, maximum INTEGER, unit TEXT",
        _quote("rule"),
        _quote("of_unit"),
        "    part_of_id INTEGER REFERENCES quota(id) DEFERRABLE INITIALLY DEFERRED",
        "    is_leadership_post INTEGER NOT NULL CHECK (is_leadership_post IN (0, 1))",
    ),
    _fact(
        "actual_staff",
        "provision",
        _quote("label", stated=True),
        "    count INTEGER NOT NULL, unit TEXT",
    ),
    _fact("hosted_office", "provision", _quote("name", stated=True)),
)

_RELATIONS = (
    _fact("responsibility_split", "provision", _quote("counterpart", stated=True)),
    _fact("matter", "responsibility_split", _ORDINAL, _TEXT, _quote("lead")),
    _fact(
        "role",
        "matter",
        _quote("agency", stated=True),
        _quote("verb", stated=True),
        _one_of("position", *RolePosition),
        _TEXT,
    ),
    _fact("mechanism", "matter", _NAME),
)

TABLES = (*_DOCUMENT, *_FUNCTIONS, *_ORGANISATION, *_RELATIONS)

NAME_KEYS = """CREATE TABLE name_key (
    id INTEGER PRIMARY KEY,
    provision_id INTEGER NOT NULL REFERENCES provision(id),
    name TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    initials TEXT NOT NULL,
    UNIQUE (provision_id, name)
) STRICT"""
"""How the names of a provision's units sound: no facts but keys to find them by, so without a clause or a span."""


def _pointing(*targets: str) -> str:
    """Columns that refer to one row of one of several tables."""
    columns = ",\n    ".join(f"{target}_id INTEGER REFERENCES {target}(id)" for target in targets)
    given = "\n            + ".join(f"({target}_id IS NOT NULL)" for target in targets)
    return f"    {columns}\n        CHECK ({given} = 1)"


def _relation(table: str, *columns: str) -> str:
    """A table of what is found between facts: it quotes nothing itself, its evidence does."""
    lines = ",\n".join((_owned("provision"), *columns, "    UNIQUE (provision_id, seq)"))
    return f"CREATE TABLE {table} (\n{lines}\n) STRICT"


_ITEM = "    duty_item_id INTEGER NOT NULL REFERENCES duty_item(id)"
_UNIT = ("division", "hosted_office")
_GRADE = (
    _one_of("grade", *Grade),
    f"""    judgement_id INTEGER REFERENCES judgement(id)
        CHECK ((judgement_id IS NOT NULL) = (grade = '{Grade.JUDGED}'))""",
)
_LINKED_ONCE = ("    UNIQUE (duty_item_id, division_id)", "    UNIQUE (duty_item_id, hosted_office_id)")
_MATCHED = (_TEXT, "    term TEXT", "    ground TEXT")

MAPPING_TABLES = (
    _relation(
        "judgement",
        "    reason TEXT NOT NULL CHECK (length(reason) > 0)",
        "    judge TEXT NOT NULL CHECK (length(judge) > 0)",
        "    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')",
        "    UNIQUE (provision_id, reason, judge, date)",
    ),
    _relation(
        "duty_link",
        _ITEM,
        _pointing(*_UNIT),
        *_GRADE,
        _one_of("method", *Method),
        "    part INTEGER NOT NULL CHECK (part IN (0, 1))",
        *_LINKED_ONCE,
    ),
    _fact("duty_link_evidence", "duty_link", *_MATCHED),
    _relation(
        "rejection",
        _ITEM,
        _pointing(*_UNIT),
        "    judgement_id INTEGER NOT NULL REFERENCES judgement(id)",
        *_LINKED_ONCE,
    ),
    _fact("rejection_evidence", "rejection", *_MATCHED),
    _fact("wording", "provision", _ITEM, _one_of("kind", *WordingKind), _NAME, _TEXT),
    _relation(
        "change_link",
        "    function_change_id INTEGER NOT NULL REFERENCES function_change(id)",
        _pointing("duty_item", *_UNIT, "matter"),
        """    via_item_id INTEGER REFERENCES duty_item(id)
        CHECK (via_item_id IS NULL OR division_id IS NOT NULL OR hosted_office_id IS NOT NULL)""",
        *_GRADE,
    ),
    _fact("change_link_evidence", "change_link", *_MATCHED),
    _fact("change_link_counterpart", "change_link", _TEXT),
    _relation("same_subject"),
    _fact("same_subject_matter", "same_subject", "    matter_id INTEGER NOT NULL REFERENCES matter(id)", _TEXT),
    _finding("mapping_finding"),
)
"""What corresponds to what: no facts of the text but matches of its words and readings of it, each with its evidence.

A link points to facts; its own words and their clauses stand in the rows of its evidence.
"""
