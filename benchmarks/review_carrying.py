"""Handing a review of many entries on, and taking it in: the time of each step.

``python benchmarks/review_carrying.py [--entries N]``: seconds by the clock and of processor time, and how many times
the reading of the package each step takes, which says more than seconds where other programs run.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from review_merge import SOURCE
from review_window import made

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.reviewing.anchors import digest_of
from eitc_desktop.reviewing.review import GrowingReview
from eitc_desktop.services.reviews.carrying import read_source, write_package
from eitc_desktop.services.reviews.choosing import EVERYTHING, chosen_among
from eitc_desktop.services.reviews.preview import Shown, preview
from eitc_desktop.services.reviews.session import ReviewSession
from eitc_desktop.store.reviews import ReviewFile

_Result = TypeVar("_Result")


class Step(NamedTuple):
    """What was done, and the seconds by the clock and of processor time that it took."""

    name: str
    clock: float
    worked: float


class Steps(list[Step]):
    """Takes the time of steps."""

    def take(self, name: str, action: Callable[[], _Result]) -> _Result:
        """Do something, take its time, and return what it returned."""
        clock, worked = time.perf_counter(), time.process_time()
        result = action()
        self.append(Step(name, time.perf_counter() - clock, time.process_time() - worked))
        return result


def measure(provision: Provision, folder: Path, entries: int) -> Steps:
    """Hand a review of so many entries on, and take it in elsewhere."""
    digest, steps = digest_of(provision), Steps()
    revisions = made(provision, entries)
    path, package = folder / "all.review.db", folder / "all.eitcreview"
    with ReviewFile.open(path) as file:
        steps.take("added to a file that was empty", lambda: file.add(revisions))
    session = steps.take("the file opened and read", lambda: ReviewSession.open(path))
    review = steps.take("the review built", lambda: GrowingReview(provision, digest).grown(session.revisions))
    chosen = steps.take("all chosen for export", lambda: chosen_among(review.entries, EVERYTHING))
    steps.take("the package written", lambda: write_package(chosen.revisions, (), package))
    source = steps.take("the package read", lambda: read_source(package))
    shown = Shown(provision, digest, ())
    steps.take("its preview", lambda: preview([source], (), shown))
    steps.take("the preview where all is known", lambda: preview([source], session.revisions, shown))
    session.close()
    return steps


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=40_000)
    asked = parser.parse_args()
    provision = read_provision(decode(SOURCE.read_bytes()))
    with tempfile.TemporaryDirectory() as folder:
        steps = measure(provision, Path(folder), asked.entries)
    read = next(step.worked for step in steps if step.name == "the package read")
    print(f"{asked.entries:,} entries")
    for step in steps:
        print(f"  {step.name:<34}{step.clock:>8.2f} s{step.worked:>8.2f} s of work{step.worked / read:>8.2f} ×")


if __name__ == "__main__":
    main()
