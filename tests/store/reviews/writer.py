"""A program that writes reviews until it is killed: run by ``test_killing.py`` in a process of its own.

``writer.py write FILE ROUND`` adds entries as fast as it can, mostly one at a time, and prints the ids of each call
once that has returned; now and then it closes the file and opens it anew. ``writer.py copy FILE OTHER`` backs the file
up, saves it to OTHER, and restores its oldest and its newest sound backup in turn.
"""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from pathlib import Path

import sqlite_utils  # noqa: F401  before the file is open, from when on time counts

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Anchor, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.store.reviews import BackupReason, ReviewFile, backups, restore
from eitc_desktop.store.reviews.errors import ReviewLocked

_AUTHOR = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
_ANCHOR = Anchor("a" * 64, FactRef(FactKind.DUTY_ITEM, 6, 1), "二（七）", Span(10, 12), "推进", "协调，", "发展")
_AGAIN = 40  # calls after which the file is closed and opened anew


def opinion(key: str, characters: int) -> Revision:
    """Return an opinion of so many characters, the same each time."""
    content = Opinion(OpinionCategory.OPINION, "意" * characters, "", key, "办公室", "陈敏")
    return seal(entry_id_for("written", key), (), _AUTHOR, "2026-11-27T04:00:00Z", _ANCHOR, content)


def write(path: Path, run: str) -> None:
    """Add entries for ever."""
    dice = random.Random(run)  # noqa: S311
    number = 0
    while True:
        with suppress(ReviewLocked), ReviewFile.open(path) as file:  # another writer was faster for too long
            print("open", flush=True)  # noqa: T201
            for _ in range(_AGAIN):
                many = dice.choice((1, 1, 1, 1, 1, 2, 7))
                characters = dice.choice((10, 50, 200, 200, 4000))
                made = [opinion(f"{run}-{number + each}", characters) for each in range(many)]
                number += many
                file.add(made)
                print(*(one.id for one in made), flush=True)  # noqa: T201


def copy(path: Path, other: Path) -> None:
    """Copy and restore for ever."""
    while True:
        with ReviewFile.open(path) as file:
            print("open", flush=True)  # noqa: T201
            file.back_up(BackupReason.DAILY)
            file.save_copy(other)
        sound = [backup for backup in backups(path) if backup.ok]
        for backup in (sound[-1], sound[0]):
            restore(path, backup)
            print("restored", flush=True)  # noqa: T201
        for backup in sound[3:-1]:
            backup.path.unlink()


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]), sys.argv[3])
    else:
        copy(Path(sys.argv[2]), Path(sys.argv[3]))
