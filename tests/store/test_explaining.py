"""Failures of disk and system that no test can bring about at will, told apart by the engine's own codes."""

from __future__ import annotations

import dataclasses
import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from eitc_desktop.errors import DatabaseError
from eitc_desktop.model.provision import Provision, Reference
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.store import errors, open_library
from eitc_desktop.store.library import reporting
from eitc_desktop.store.writing import Source, _explained, write_library

SourceOf = Callable[[str, Provision], Source]
Bare = Callable[[str, str], Provision]


def failure(code: str, words: str = "disk I/O error") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SQLITE_BUSY", errors.LockedDatabase),
        ("SQLITE_BUSY_SNAPSHOT", errors.LockedDatabase),
        ("SQLITE_CANTOPEN", errors.AccessDenied),
        ("SQLITE_PERM", errors.AccessDenied),
        ("SQLITE_NOTADB", errors.NotADatabase),
        ("SQLITE_IOERR_SHORT_READ", errors.TruncatedDatabase),
        ("SQLITE_READONLY_ROLLBACK", errors.UnfinishedWrite),
        ("SQLITE_CORRUPT_VTAB", errors.CorruptDatabase),
        ("SQLITE_ERROR", errors.CorruptDatabase),
        ("SQLITE_IOERR_READ", errors.UnusableDatabase),
    ],
)
def test_reading(tmp_path: Path, code: str, kind: type[DatabaseError]) -> None:
    path = tmp_path / "库.db"
    with pytest.raises(kind) as caught, reporting(path):
        raise failure(code)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (failure("SQLITE_FULL"), errors.DiskFull),
        (OSError(errno.ENOSPC, "No space left on device"), errors.DiskFull),
        (failure("SQLITE_READONLY"), errors.AccessDenied),
        (PermissionError(errno.EACCES, "Permission denied"), errors.AccessDenied),
        (OSError(errno.EROFS, "Read-only file system"), errors.AccessDenied),
        (OSError(errno.EIO, "Input/output error"), errors.NotWritten),
        (failure("SQLITE_IOERR_WRITE", "disk\nerror"), errors.NotWritten),
    ],
)
def test_writing(tmp_path: Path, error: OSError | sqlite3.Error, kind: type[DatabaseError]) -> None:
    explained = _explained(error, tmp_path / "库.db")
    assert type(explained) is kind
    assert "\n" not in str(explained)
    assert "--out" in str(explained)


def test_a_file_that_another_program_holds_open_cannot_be_replaced_on_windows(made_up_library: Path) -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    assert type(_explained(error, made_up_library)) is errors.LockedDatabase


def test_a_library_that_would_not_give_back_what_was_put_in_is_not_kept(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    wrong = dataclasses.replace(bare_provision("设立甲局。", "甲局"), basis=[])  # type: ignore[arg-type]
    with pytest.raises(DatabaseError, match="读回的内容不一致"):
        write_library(tmp_path / "a.db", [source_of("a.txt", wrong)])
    assert list(tmp_path.iterdir()) == []


def test_a_fact_outside_every_clause_is_cited_as_the_provision_cites_it(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    bare = bare_provision("设立甲局。\n另行规定。", "甲局")
    first = dataclasses.replace(bare.clauses[0], span=Span(1, 5), body=Span(1, 5))
    provision = dataclasses.replace(
        bare, clauses=(first,), hosted_offices=(), references=(_reference("设"), _reference("另行规定", 6))
    )
    write_library(tmp_path / "a.db", [source_of("a.txt", provision)])
    with open_library(tmp_path / "a.db") as library:
        assert library.load(1) == provision
        rows = library.connection.execute("SELECT clause_id FROM reference ORDER BY seq").fetchall()
    assert [row[0] - 1 for row in rows] == [provision.clause_at(0).index, provision.clause_at(6).index]


def test_a_fact_behind_the_last_part_of_a_clause_belongs_to_the_clause(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    bare = bare_provision("设立甲局。\n一、乙\n（一）丙\n另行规定。", "甲局")
    spans = (Span(0, 5), Span(6, 19), Span(10, 14))
    clauses = tuple(
        dataclasses.replace(bare.clauses[0], index=i, parent=1 if i == 2 else None, depth=i // 2, span=span, body=span)
        for i, span in enumerate(spans)
    )
    provision = dataclasses.replace(bare, clauses=clauses, references=(_reference("另行规定", 15),))
    assert provision.clause_at(15).index == 1
    write_library(tmp_path / "a.db", [source_of("a.txt", provision)])
    with open_library(tmp_path / "a.db") as library:
        assert library.load(1) == provision
        ((clause,),) = library.connection.execute(
            "SELECT clause.seq FROM clause JOIN reference ON clause.id = clause_id"
        )
    assert clause == 1


def _reference(words: str, start: int = 0) -> Reference:
    return Reference(Quote(words, Span(start, start + len(words))))
