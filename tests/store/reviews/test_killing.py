"""kill -9 at any moment: what was reported as saved is there, and the file opens.

A real program writes to a real file and is killed; the next one goes on with the same file. ``--kill-rounds`` says how
often, 12 if nothing is said.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from eitc_desktop.model.review import Revision
from eitc_desktop.store.reviews import BackupReason, ReviewFile, backups

Making = Callable[..., list[Revision]]

_WRITER = Path(__file__).with_name("writer.py")
_ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
_LONGEST = 0.5  # seconds that a writer lives after its file is open
_BATCH = 15  # rounds on one file


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Many rounds are several tests, or the run would be taken for one that hangs."""
    if "batch" in metafunc.fixturenames:
        rounds = metafunc.config.getoption("--kill-rounds")
        starts = range(0, rounds, _BATCH)
        metafunc.parametrize("batch", [range(start, min(start + _BATCH, rounds)) for start in starts], ids=str)


def killed(after: float, *arguments: str) -> list[str]:
    """Run the writer, kill it so many seconds after it had opened the file, and return the words it had printed.

    Less than nothing counts from its start: it may be opening the file then.
    """
    command = [sys.executable, str(_WRITER), *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, bufsize=0, env=_ENVIRONMENT) as child:
        assert child.stdout is not None
        first = child.stdout.readline() if after >= 0 else b""
        with pytest.raises(subprocess.TimeoutExpired):
            child.communicate(timeout=abs(after))
        child.kill()
        rest, complaints = child.communicate()
        assert complaints == b""
    return (first + rest).decode().split()


def ids(words: list[str]) -> set[str]:
    """Return the ids among *words*; what was broken off is none, and was told to nobody."""
    return {word for word in words if len(word) == 64}


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_that_was_saved_is_lost(path: Path, batch: range) -> None:
    dice = random.Random(batch.start)  # noqa: S311
    printed: set[str] = set()
    for number in batch:
        # One in ten is killed about when it opens the file, at the earliest before it has made one.
        after = -dice.uniform(0.2, 0.8) if dice.random() < 0.1 else dice.uniform(0, _LONGEST)
        printed |= ids(killed(after, "write", str(path), f"{number}"))
        with ReviewFile.open(path) as file:
            missing = printed - {one.id for one in file.revisions()}
        assert not missing, f"round {number}: {len(missing)} of {len(printed)} lost"
        assert sound(path)
    assert printed or len(batch) < 5  # otherwise nothing was tested


def test_two_writers_of_one_file_killed_at_once(path: Path, batch: range) -> None:
    dice = random.Random(batch.start)  # noqa: S311
    printed: set[str] = set()
    for number in batch[::6]:
        command = [sys.executable, str(_WRITER), "write", str(path)]
        pipe = subprocess.PIPE
        with (
            subprocess.Popen([*command, f"a{number}"], stdout=pipe, bufsize=0, env=_ENVIRONMENT) as one,
            subprocess.Popen([*command, f"b{number}"], stdout=pipe, bufsize=0, env=_ENVIRONMENT) as other,
        ):
            assert one.stdout is not None
            one.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                one.communicate(timeout=0.2 + dice.uniform(0, _LONGEST))
            one.kill()
            other.kill()
            for child in (one, other):
                printed |= ids(child.communicate()[0].decode().split())
        with ReviewFile.open(path) as file:
            assert printed <= {each.id for each in file.revisions()}
        assert sound(path)
    assert printed


def test_copies_and_restored_files_are_the_old_or_the_new_never_none(
    path: Path, tmp_path: Path, opinions: Making, batch: range
) -> None:
    first, more = opinions(150, "意" * 300), opinions(150, "见" * 300)
    with ReviewFile.open(path) as file:
        file.add(first)
        file.back_up(BackupReason.DAILY)
        file.add(more)
        file.back_up(BackupReason.DAILY)
    states = {tuple(first), (*first, *more)}
    other = tmp_path / "副本.review.db"
    dice = random.Random(batch.start)  # noqa: S311
    for number in batch[::3]:
        killed(dice.uniform(0, _LONGEST), "copy", str(path), str(other))
        for place in (path, other):
            if place == path or place.exists():
                with ReviewFile.open(place, create=False) as file:
                    assert file.revisions() in states, f"round {number}: {place.name}"
                assert sound(place)
        assert all(backup.ok and backup.entries in {150, 300} for backup in backups(path))
