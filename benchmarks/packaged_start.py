"""The start of the packaged program, from outside, against an empty window built by the same spec and LibreOffice.

    python benchmarks/packaged_start.py [--rounds 9] [--cold]

Needs ``dist/eitc-desktop`` (``make app``). ``--cold`` drops the page cache before each start, which root may do.
All of them take turns in one run; medians, and ratios of medians.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from screen import Start, time_start, virtual_screen

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "eitc-desktop" / "eitc-desktop"
BARE = ROOT / "build" / "bare" / "bare-window" / "bare-window"
DROP = Path("/proc/sys/vm/drop_caches")


def bare_window() -> Path:
    """Return the empty window, built where it isn't there yet."""
    if not BARE.is_file():
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        command += ["--distpath", str(BARE.parents[1]), "--workpath", str(ROOT / "build" / "bare-work")]
        subprocess.run([*command, str(ROOT / "build.spec"), "--", "--bare"], check=True, cwd=ROOT)
    return BARE


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the start of the packaged program.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--cold", action="store_true", help="drop the page cache before each start")
    options = parser.parse_args()
    if not PROGRAM.is_file():
        raise SystemExit("dist/eitc-desktop is missing: make app")
    with tempfile.TemporaryDirectory(prefix="eitc-office-") as profile:
        programs = {"bare window": [str(bare_window())], "eitc-desktop": [str(PROGRAM)]}
        office = shutil.which("soffice")
        if office:
            programs["soffice --draw"] = [
                office,
                "--draw",
                "--nologo",
                "--norestore",
                f"-env:UserInstallation=file://{profile}",
            ]
        times: dict[str, list[Start]] = {name: [] for name in programs}
        with virtual_screen() as screen:
            for turn in range(options.rounds + 1):  # the first doesn't count: profiles are made in it
                for name, command in programs.items():
                    if options.cold:
                        os.sync()
                        DROP.write_text("3", encoding="ascii")
                    start = time_start(screen, command)
                    if turn:
                        times[name].append(start)
    medians = {name: statistics.median(start.complete for start in starts) for name, starts in times.items()}
    print("page cache dropped before each start" if options.cold else "page cache warm")
    for name, starts in times.items():
        first = statistics.median(start.painted for start in starts)
        memory = statistics.median(start.resident for start in starts)
        print(f"{name}: first picture {first * 1000:.0f} ms, complete {medians[name] * 1000:.0f} ms, {memory:.0f} MB")
    print(f"eitc-desktop ÷ bare window: {medians['eitc-desktop'] / medians['bare window']:.2f} (≤ 2.0)")
    if "soffice --draw" in medians:
        print(f"soffice --draw ÷ eitc-desktop: {medians['soffice --draw'] / medians['eitc-desktop']:.2f} (≥ 3)")


if __name__ == "__main__":
    main()
