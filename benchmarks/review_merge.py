"""Twenty packages of two thousand entries each: read, checked, merged and placed, with the time of each stage.

``python benchmarks/review_merge.py [--reviewers N] [--entries N] [--rounds N]``; the best of the rounds counts, because
other programs only ever lengthen one. Beside the time by the clock stands the processor's, which is the same where
nothing else runs.
"""

from __future__ import annotations

import argparse
import gc
import time
from pathlib import Path
from typing import NamedTuple

from review_maker import ReviewMaker

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.reviewing.anchors import digest_of
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.reviewing.merging import merged
from eitc_desktop.reviewing.package import ProvisionNote, package_of, read_package
from eitc_desktop.reviewing.review import review_of

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "provisions" / "sheitc-2014.txt"
AIM = 2.0
"""Seconds for all of it."""


def packages(provision: Provision, reviewers: int, entries: int) -> list[bytes]:
    """One package from each reviewer."""
    maker = ReviewMaker(provision)
    note = ProvisionNote(digest_of(provision), provision.body.text, "")
    return [package_of(maker.entries(maker.person(i), entries), [note], "1") for i in range(reviewers)]


class Moment(NamedTuple):
    """Seconds by the clock, and those in which this process was at work."""

    clock: float
    worked: float

    @classmethod
    def now(cls) -> Moment:
        return cls(time.perf_counter(), time.process_time())

    def since(self, before: Moment) -> Moment:
        """What passed from *before* on."""
        return Moment(self.clock - before.clock, self.worked - before.worked)


def stages(provision: Provision, files: list[bytes]) -> dict[str, Moment]:
    """Seconds of each stage, and of all together."""
    gc.collect()
    digest = digest_of(provision)
    began = Moment.now()
    reader = LineReader()
    reviews = [read_package(data, reader).revisions for data in files]
    read = Moment.now()
    revisions = merged(*reviews)
    united = Moment.now()
    review = review_of(revisions, provision, digest)
    ended = Moment.now()
    assert len(review.entries) == len({revision.entry for revision in revisions})  # noqa: S101
    return {
        "read and checked": read.since(began),
        "merged": united.since(read),
        "review built": ended.since(united),
        "all": ended.since(began),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviewers", type=int, default=20)
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    provision = read_provision(decode(SOURCE.read_bytes()))
    files = packages(provision, asked.reviewers, asked.entries)
    best = min((stages(provision, files) for _ in range(asked.rounds)), key=lambda one: one["all"].clock)
    print(f"{asked.reviewers} packages of {asked.entries} entries, {sum(map(len, files)) / 1e6:.1f} MB")
    for name, seconds in best.items():
        print(f"{name:<20}{seconds.clock:>8.2f} s{seconds.worked:>8.2f} s of work")
    print(f"aim ≤ {AIM:g} s: {'ok' if best['all'].clock <= AIM else 'MISSED'}")


if __name__ == "__main__":
    main()
