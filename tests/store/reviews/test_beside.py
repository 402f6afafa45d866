"""What works on a review file beside the window that has it open, and beside each other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier

from eitc_desktop.model.review import Revision
from eitc_desktop.services.reviews.session import back_up_if_due
from eitc_desktop.store.reviews import BackupReason, ReviewFile, backups, restore

Making = Callable[..., list[Revision]]

_OPEN_AND_CLOSE = """
import sys
from eitc_desktop.store.reviews import ReviewFile
with ReviewFile.open(sys.argv[1]) as file:
    print(len(file.revisions()))
"""


def test_a_backup_beside_an_open_review_lets_no_other_program_take_its_log_away(path: Path, opinions: Making) -> None:
    first, second = opinions(2)
    with ReviewFile.open(path) as file:
        file.add([first])
        back_up_if_due(path, date(2026, 11, 27), hourly=False)  # opens and closes the file in this process
        other = subprocess.run([sys.executable, "-c", _OPEN_AND_CLOSE, str(path)], capture_output=True, check=True)
        assert other.stdout.split() == [b"1"]
        file.add([second])
        assert file.revisions() == (first, second)


def test_a_restore_and_the_daily_backup_at_once_damage_nothing(path: Path, opinions: Making) -> None:
    older, newer = opinions(30), opinions(30)
    with ReviewFile.open(path) as file:
        file.add(older)
        kept = file.back_up(BackupReason.DAILY)
    day = datetime.now(UTC).date()
    for number in range(1, 13):
        with ReviewFile.open(path) as file:
            file.add(newer)
        start = Barrier(2)

        def back_up(start: Barrier = start, day: date = day + timedelta(days=number)) -> None:
            start.wait()
            back_up_if_due(path, day, hourly=False)

        def put_back(start: Barrier = start) -> None:
            start.wait()
            restore(path, kept)

        with ThreadPoolExecutor() as pool:
            for done in [pool.submit(back_up), pool.submit(put_back)]:
                done.result()
        with ReviewFile.open(path) as file:
            assert file.revisions() == tuple(older)
    found = backups(path)
    assert all(backup.ok for backup in found)
    assert {backup.entries for backup in found} == {30, 60}
    assert sum(backup.reason is BackupReason.RESTORE for backup in found) == 12
    assert not list(path.parent.rglob(".*.tmp*"))
