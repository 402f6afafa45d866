"""Hold the committed database against a fresh build: ``python tools/compare_db.py [FILE]``.

Compares ordered dumps of everything a file declares and holds, full-text shadow tables aside (their layout depends on
SQLite's version). It reads with SQLite alone, not through the program, so that an error in the program's own reading
can't hide a difference. Exit code 0 when both say the same, 1 with the first differences when they don't.
"""

from __future__ import annotations

import difflib
import itertools
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHADOWS = ("config", "content", "data", "docsize", "idx")
SHOWN = 40


def dump(path: Path) -> Iterator[str]:
    """Lines that say all a database file holds: its declarations, then each table's rows in order of their values."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for pragma in ("application_id", "user_version", "journal_mode", "encoding"):
            yield f"{pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]}"
        declared = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        ).fetchall()
        virtual = [name for _, name, sql in declared if sql.upper().startswith("CREATE VIRTUAL")]
        shadows = {f"{name}_{shadow}" for name in virtual for shadow in SHADOWS}
        for kind, name, sql in declared:
            if name not in shadows:
                yield f"{kind} {name}: {' '.join(sql.split())}"
        for kind, name, _ in declared:
            if kind != "table" or name in shadows or name in virtual:
                continue
            columns = [row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (name,))]
            quoted = ", ".join('"' + column.replace('"', '""') + '"' for column in columns)
            for row in connection.execute(f'SELECT {quoted} FROM "{name}" ORDER BY {quoted}'):  # noqa: S608
                yield f"{name} {row!r}"
    finally:
        connection.close()


def main() -> int:
    """Build afresh, compare, and tell."""
    committed = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data" / "eitc.db"
    with tempfile.TemporaryDirectory(prefix="eitc-") as folder:
        fresh = Path(folder) / "fresh.db"
        command = [sys.executable, "-m", "eitc_desktop", "build-db", "--out", str(fresh)]
        built = subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if built.returncode != 0:
            return 1  # the program has said why
        try:
            before, after = list(dump(committed)), list(dump(fresh))
        except sqlite3.Error as error:
            print(f"{committed}: {error}")
            return 1
    if before == after:
        print(f"{committed.name}: the content of a fresh build ({len(after)} lines compared)")
        return 0
    print(f"{committed.name} differs from a fresh build; `make db` writes it anew:")
    for line in itertools.islice(difflib.unified_diff(before, after, "committed", "fresh", lineterm="", n=0), SHOWN):
        print(line[:200])
    return 1


if __name__ == "__main__":
    sys.exit(main())
