"""How long the first hits of a search take in a large library, made once in ``out/`` and used again."""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from library_maker import SEED, make_library, texts

from eitc_desktop.store import Library, open_library
from eitc_desktop.store.search import search

HITS = 50
SAMPLE = 300  # texts from which queries are taken: none of the last ones, so that their words may be rare
FREQUENT = 40  # characters that stand in most clauses


class Timed(NamedTuple):
    """Times of one kind of query, in milliseconds, and how many of its queries found something.

    ``work`` is the 95th percentile of processor time: what the others are without whatever else the machine does.
    """

    kind: str
    p50: float
    p95: float
    work: float
    longest: float
    asked: int
    found: int


def queries(each: int = 200) -> dict[str, list[str]]:
    """Queries by kind: as long as people's are, such as nothing answers, and such as are made to be slow."""
    dice = random.Random(SEED)  # noqa: S311  nothing here is secret
    sample = list(islice(texts(SEED), SAMPLE))
    whole = "".join(sample)
    frequent = [char for char, _ in Counter(whole).most_common(FREQUENT + 20) if char.isalpha()][:FREQUENT]
    pairs = [pair for pair, _ in Counter(map("".join, pairwise(whole))).most_common(400) if pair.isalpha()]
    kinds: dict[str, list[str]] = {}
    for length in (1, 2, 3, 6):
        kinds[f"{length} characters of a text"] = [_piece(dice, sample, length) for _ in range(each)]
    for length in (1, 2, 3, 6):
        kinds[f"{length} characters, absent"] = [_absent(dice, length) for _ in range(each)]
    kinds["2 frequent characters together"] = pairs[:each]
    kinds["6 frequent characters that never meet"] = _never(dice, frequent, whole, each, 1)
    kinds["3 frequent pairs that never meet"] = _never(dice, pairs, whole, each, 2)
    kinds["2 words, both frequent"] = [" ".join(dice.sample(pairs, 2)) for _ in range(each)]
    kinds["2 words, one of them a character"] = [f"{dice.choice(pairs)} {dice.choice(frequent)}" for _ in range(each)]
    return kinds


def time_queries(path: Path) -> list[Timed]:
    """Ask every query, each kind in turn; the file is in the system's cache by then, as for somebody who types."""
    timed: list[Timed] = []
    asked = queries()
    with open_library(path) as library:
        for listed in asked.values():
            for query in listed[:10]:
                search(library, query, HITS)
        for kind, listed in asked.items():
            times = [_time(library, query) for query in listed]
            spent = sorted(wall for wall, _, _ in times)
            work = sorted(work for _, work, _ in times)
            at95 = int(0.95 * (len(times) - 1))
            found = sum(hits > 0 for _, _, hits in times)
            timed.append(Timed(kind, statistics.median(spent), spent[at95], work[at95], spent[-1], len(times), found))
    return timed


def library_of(clauses: int, folder: Path) -> tuple[Path, dict[str, float]]:
    """Return the library of so many clauses in *folder*, and how long it took to make: nothing where it was there."""
    path = folder / f"library-{clauses}.db"
    return path, {} if path.is_file() else make_library(path, clauses)


def _time(library: Library, query: str) -> tuple[float, float, int]:
    """Return the milliseconds that a search took, those of the processor's time, and the number of hits."""
    began, worked = time.perf_counter(), time.process_time()
    hits = len(search(library, query, HITS))
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000, hits


def _piece(dice: random.Random, sample: list[str], length: int) -> str:
    while True:
        text = dice.choice(sample)
        start = dice.randrange(len(text) - length)
        piece = text[start : start + length]
        if piece.isalpha():
            return piece


def _absent(dice: random.Random, length: int) -> str:
    """Return characters that no text is made of."""
    return "".join(chr(dice.randrange(0x3400, 0x4DB0)) for _ in range(length))


def _never(dice: random.Random, parts: list[str], whole: str, each: int, length: int) -> list[str]:
    """Runs of six characters made of *parts* that don't stand in the sample."""
    found: list[str] = []
    while len(found) < each:
        run = "".join(dice.sample(parts, 6 // length))
        if run not in whole:
            found.append(run)
    return found


def main() -> None:
    """Print the times for a library that is there."""
    import argparse

    parser = argparse.ArgumentParser(description="Time searches in a library of this form.")
    parser.add_argument("library", type=Path)
    for one in time_queries(parser.parse_args().library):
        times = f"p50 {one.p50:7.2f}  p95 {one.p95:7.2f}  of the processor {one.work:7.2f}  max {one.longest:7.2f} ms"
        print(f"{one.kind:<42} {times}  {one.found}/{one.asked}")


if __name__ == "__main__":
    main()
