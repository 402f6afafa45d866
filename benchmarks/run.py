"""``make bench``: medians, and ratios between things measured in the same run.

Absolute times depend on the machine and on what else runs on it; the ratios are what to look at.
The window is timed from outside: from the start of the process to pixels on a virtual display.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import chart_layout
import mapping
import printing
from growth import worst_growth
from library_maker import CLAUSES
from screen import Start, inside, time_start, virtual_screen
from search import library_of, time_queries

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "provisions" / "sheitc-2014.txt"
DATABASE = ROOT / "data" / "eitc.db"
MEGABYTE = 1_000_000
FRAME = 16
"""Milliseconds: a picture of a screen that shows sixty in a second."""
SEARCH = 10
"""Milliseconds: hits that come with the key."""
UNITS = {10_000: 8, 100_000: 16}
"""Units of charts whose frames are measured, and milliseconds that a frame may take."""

PATIENCE = 60
"""Seconds given to a program that ours is held against."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One result, with the aim where there is one (at most)."""

    name: str
    value: float
    unit: str
    aim: float | None = None

    def line(self) -> str:
        """The figure as a line for a person."""
        verdict = "" if self.aim is None else f"   aim ≤ {self.aim:g}  {'ok' if self.value <= self.aim else 'MISSED'}"
        return f"{self.name:<64}{self.value:>10.2f} {self.unit:<3}{verdict}"


def median_seconds(action: Callable[[], object], rounds: int) -> float:
    """Median time of an action, after one round that doesn't count."""
    action()
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def window_figures(rounds: int) -> list[Figure]:
    """The window against a bare one: started in turn, so that the machine's moods meet both."""
    program = [str(Path(sys.executable).with_name("eitc-desktop"))]
    bare = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]
    ours: list[Start] = []
    theirs: list[Start] = []
    with virtual_screen() as screen:
        for turn in range(rounds + 1):
            pair = time_start(screen, bare), time_start(screen, program)
            if turn:  # the first pair warms the disk's cache
                theirs.append(pair[0])
                ours.append(pair[1])
    painted = statistics.median(start.painted for start in ours)
    complete = statistics.median(start.complete for start in ours)
    yardstick = statistics.median(start.complete for start in theirs)
    return [
        Figure("bare PySide6 window: process start → painted", yardstick * 1000, "ms"),
        Figure("window: process start → first picture", painted * 1000, "ms"),
        Figure("window: process start → last change of the picture", complete * 1000, "ms"),
        Figure("window ÷ bare window, first picture", painted / yardstick, "×"),
        Figure("window ÷ bare window, every pane complete", complete / yardstick, "×", 2.0),
        Figure("bare window: resident memory", statistics.median(s.resident for s in theirs), "MB"),
        Figure("window: resident memory", statistics.median(s.resident for s in ours), "MB", 100),
    ]


def open_window_figures(rounds: int) -> list[Figure]:
    """What somebody waits for all day, and what the window does while nobody touches it."""
    program = [sys.executable, str(Path(__file__).with_name("open_window.py")), "--rounds", str(rounds)]
    with virtual_screen() as screen:
        found = json.loads(inside(screen, program))
    figures: list[Figure] = []
    for name, words, aim in (
        ("choose", "choosing a unit → all panes painted", FRAME),
        ("type", "a key in the tree's filter → painted", FRAME),
        ("switch", "light ⇄ dark → painted", None),
    ):
        figures.append(Figure(f"{words}, median", found[f"{name} p50"], "ms"))
        figures.append(Figure(f"{words}, p95", found[f"{name} p95"], "ms", aim))
        figures.append(Figure(f"{words}, p95 of processor time", found[f"{name} work p95"], "ms", aim))
        figures.append(Figure(f"{words}, longest", found[f"{name} max"], "ms"))
    for name, words, aim in (
        ("tree", "keyboard in the tree", 0),
        ("source", "keyboard in the text", 0),
        ("filter", "caret blinking in the filter", None),
    ):
        figures.append(Figure(f"idle, {words}: timer events in 3 s", found[f"{name} timers"], "", aim))
        figures.append(Figure(f"idle, {words}: paintings in 3 s", found[f"{name} paints"], "", aim))
    figures.append(Figure("duty matrix: shown for the first time → painted", found["matrix first"], "ms"))
    figures.append(Figure("duty matrix: painted whole, median", found["matrix p50"], "ms"))
    figures.append(Figure("duty matrix: painted whole, p95", found["matrix p95"], "ms", FRAME))
    figures.append(Figure("duty matrix: painted whole, p95 of processor time", found["matrix work p95"], "ms", FRAME))
    figures.append(Figure("chart: shown for the first time → painted", found["chart first"], "ms"))
    figures.append(Figure("chart: painted whole, p95", found["chart p95"], "ms", FRAME))
    figures.append(Figure("chart: painted whole, p95 of processor time", found["chart work p95"], "ms", FRAME))
    figures.append(Figure("resident memory after choosing every unit", found["resident after"], "MB"))
    return figures


def reading_figures(rounds: int) -> list[Figure]:
    """Reading the source, and texts made of many copies of it: time must grow with length and no faster."""
    from eitc_desktop.reading import decode, read_provision

    data = SOURCE.read_bytes()
    text = decode(data)
    half, full = (text * (size // len(data) + 1) for size in (MEGABYTE // 2, 5 * MEGABYTE))
    once = median_seconds(lambda: read_provision(decode(data)), rounds)
    short = median_seconds(lambda: read_provision(half), 3)
    long = median_seconds(lambda: read_provision(full), 1)
    ratio = (long / len(full)) / (short / len(half))
    kind, growth, seconds = worst_growth()
    return [
        Figure(f"reading the source ({len(text):,} characters)", once * 1000, "ms"),
        Figure("reading 0.5 MB", short, "s"),
        Figure("reading 5 MB", long, "s"),
        Figure("time per character, 5 MB ÷ 0.5 MB (1 = linear)", ratio, "×", 1.5),
        Figure(f"worst of the odd texts ({kind}), 160,000 characters", seconds, "s"),
        Figure("the same, 4 times the text (4 = linear)", growth, "×", 8),
    ]


def database_figures(rounds: int) -> list[Figure]:
    """Opening the database, and loading a provision from it."""
    from eitc_desktop.store import open_library

    def load() -> None:
        with open_library(DATABASE) as library:
            library.load(library.provisions()[0].id)

    def look() -> None:
        with open_library(DATABASE) as library:
            library.provisions()

    return [
        Figure("opening the database, listing its provisions", median_seconds(look, rounds) * 1000, "ms"),
        Figure("opening the database, loading the provision", median_seconds(load, rounds) * 1000, "ms"),
    ]


def mapping_figures(rounds: int) -> list[Figure]:
    """Finding the correspondences of the source, of many provisions, and of one with very many duties."""
    from eitc_desktop.reading import decode, read_provision
    from eitc_desktop.services.mapping import Mapper

    mapper = Mapper(ROOT / "resources")
    provision = read_provision(decode(SOURCE.read_bytes()))
    once = median_seconds(lambda: mapper.mapping(provision, SOURCE.name), rounds)
    few, many = mapping.many(100) / 100, mapping.many(1000) / 1000
    short, long = mapping.long(170), mapping.long(680)
    return [
        Figure("mapping the source", once * 1000, "ms", 150),
        Figure("mapping 1,000 provisions, each", many * 1000, "ms"),
        Figure("time per provision, 1,000 ÷ 100 (1 = linear)", many / few, "×", 1.3),
        Figure("mapping one provision, 2,040 duty items × 200 divisions", long, "s"),
        Figure("the same, 4 times the duty items (4 = linear)", long / short, "×", 6),
    ]


def pdf_figures(rounds: int) -> list[Figure]:
    """Boxes with names to PDF; what Graphviz takes for as many includes finding their places."""
    app = printing.make_application()
    figures: list[Figure] = []
    for count, aim in ((26, 100), (1000, 500)):
        for upright in (False, True):
            words = f"PDF of {count:,} boxes with {'upright' if upright else 'level'} names"
            figures.append(Figure(words, printing.pdf_seconds(count, upright=upright, rounds=rounds) * 1000, "ms", aim))
    ours = printing.pdf_seconds(10_000, upright=False, rounds=3)
    figures.append(Figure("PDF of 10,000 boxes", ours, "s"))
    figures.append(Figure("the same with upright names", printing.pdf_seconds(10_000, upright=True, rounds=3), "s"))
    theirs = printing.dot_seconds(10_000, PATIENCE)
    if theirs is None:
        print("dot is not installed: PDF of 10,000 boxes not held against Graphviz")
    else:
        figures.append(Figure(f"dot -Tpdf, a tree of 10,000 boxes (no longer than {PATIENCE} s)", theirs, "s"))
        figures.append(Figure("PDF of 10,000 boxes ÷ dot -Tpdf", ours / theirs, "×", 0.1))
    app.shutdown()
    return figures


def chart_layout_figures(rounds: int) -> list[Figure]:
    """The tidy layout against igraph, whose largest tree takes half a minute, and against d3-flextree."""
    ours = chart_layout.time_tidy(rounds)
    middle, large = chart_layout.SIZES[-2:]
    figures = [Figure(f"tidy layout, {count:,} units", ours[count] * 1000, "ms") for count in ours]
    figures.append(Figure("tidy layout, 10 times the units (10 = linear)", ours[large] / ours[middle], "×", 12))
    for count in chart_layout.SIZES:
        theirs = chart_layout.time_igraph(count, 1 if count == large else 3)
        figures.append(Figure(f"igraph, Reingold–Tilford, {count:,} units", theirs * 1000, "ms"))
        aim = 1 if count == large else None
        figures.append(Figure(f"80 × tidy layout ÷ igraph, {count:,} units", 80 * ours[count] / theirs, "×", aim))
    flextree = chart_layout.time_flextree(rounds)
    if isinstance(flextree, str):
        print(f"d3-flextree: not measured, {flextree}")
        return figures
    for count, seconds in flextree.items():
        figures.append(Figure(f"d3-flextree on node, {count:,} units", seconds * 1000, "ms"))
        figures.append(Figure(f"tidy layout ÷ d3-flextree, {count:,} units", ours[count] / seconds, "×"))
    return figures


def chart_frame_figures(rounds: int) -> list[Figure]:
    """The chart with very many units, painted without a display."""
    script = str(Path(__file__).with_name("chart_frames.py"))
    program = [sys.executable, script, "--rounds", str(rounds), *map(str, UNITS)]
    run = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(run.stdout.splitlines()[-1])
    figures: list[Figure] = []
    for count, frame in UNITS.items():
        units = f"chart of {count:,} units"
        figures.append(Figure(f"{units}: data → first picture, median", found[f"first {count}"], "ms"))
        aim = 200 if count == min(UNITS) else None
        figures.append(Figure(f"{units}: the same, processor time", found[f"first work {count}"], "ms", aim))
        for name in ("pan", "zoom"):
            figures.append(Figure(f"{units}: {name}, p95 of a frame", found[f"{name} {count}"], "ms"))
            figures.append(
                Figure(f"{units}: {name}, p95 of processor time", found[f"{name} work {count}"], "ms", frame)
            )
            figures.append(Figure(f"{units}: {name}, longest, processor time", found[f"{name} longest {count}"], "ms"))
    return figures


def search_figures(clauses: int) -> list[Figure]:
    """The first hits in a large library; it is made when it isn't there yet, which takes minutes."""
    path, seconds = library_of(clauses, ROOT / "out")
    figures = [Figure(f"library of {clauses:,} clauses: size", path.stat().st_size / MEGABYTE, "MB")]
    for step, words in (("read", "reading its texts"), ("write", "writing them"), ("index", "the index over them")):
        if step in seconds:
            figures.append(Figure(f"library of {clauses:,} clauses: {words}", seconds[step], "s"))
    for timed in time_queries(path):
        figures.append(Figure(f"search, {timed.kind}: median", timed.p50, "ms"))
        figures.append(Figure(f"search, {timed.kind}: p95", timed.p95, "ms", SEARCH))
        figures.append(Figure(f"search, {timed.kind}: p95 of processor time", timed.work, "ms", SEARCH))
    return figures


def main() -> None:
    """Measure, print, and leave the figures in out/bench.json."""
    parser = argparse.ArgumentParser(description="Measure the program.")
    parser.add_argument("--rounds", type=int, default=9, help="how often each thing is measured (9)")
    parser.add_argument("--clauses", type=int, default=CLAUSES, help=f"of the library searched ({CLAUSES:,}); 0: none")
    asked = parser.parse_args()
    rounds: int = asked.rounds
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; medians of {rounds} rounds")
    figures: list[Figure] = []
    measures = [window_figures, open_window_figures, reading_figures, mapping_figures, database_figures, pdf_figures]
    measures += [chart_layout_figures, chart_frame_figures]
    if asked.clauses:
        measures.append(lambda _rounds: search_figures(asked.clauses))
    for measure in measures:
        for figure in measure(rounds):
            print(figure.line(), flush=True)
            figures.append(figure)
    out = ROOT / "out" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    rows = [asdict(figure) for figure in figures]
    out.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
