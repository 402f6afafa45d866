"""The window with a review of many entries in it: how long a save, or a choice of a unit, keeps it from anything else.

``python benchmarks/review_window.py [--entries N ...] [--rounds N]``: from the cause until all panes are painted and
nothing is left to be done, in milliseconds by the clock and of processor time, the median and the worst.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from open_window import SETTLED_SECONDS, Took, finish, selecting, took, wait
from PySide6.QtWidgets import QApplication
from review_maker import ReviewMaker

from eitc_desktop import paths
from eitc_desktop.app import make_application, make_tokens, make_window
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import LIGHT
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Opinion, Revision
from eitc_desktop.services.reviews.session import Change, added, edited
from eitc_desktop.settings import Loaded, Reviewer, Settings
from eitc_desktop.store.reviews import ReviewFile

AIMS = {2_000: 50, 40_000: 200}  # milliseconds of a save
REVIEWER = Reviewer("审阅人0", "第1处", "11111111-1111-4111-8111-111111111111")
OF_ONE = 2_000  # entries of one reviewer


def made(provision: Provision, entries: int) -> list[Revision]:
    """So many entries, of as many reviewers as that takes."""
    maker = ReviewMaker(provision)
    found: list[Revision] = []
    for number in range(-(-entries // OF_ONE)):
        found += maker.entries(maker.person(number), min(OF_ONE, entries - number * OF_ONE))
    return found


def until(app: QApplication, there: Callable[[], bool]) -> None:
    """Wait for something that is under way beside the window."""
    while not there():
        wait(app, 0.05)


def told(name: str, times: Sequence[Took], aim: float | None = None) -> None:
    """Print the median and the worst of *times*."""
    clock, worked = [one.clock for one in times], [one.processor for one in times]
    median = statistics.median(worked)
    said = "" if aim is None else f"   aim ≤ {aim:g}  {'ok' if median <= aim else 'MISSED'}"
    print(
        f"  {name:<34}{statistics.median(clock):>8.1f} ms, at most{max(clock):>8.1f};"
        f" of work{median:>8.1f}, at most{max(worked):>8.1f}{said}",
        flush=True,
    )


def changes(desk: ReviewDesk, rounds: int) -> list[Change]:
    """Opinions that are new, and others edited, by turns."""
    opinions = desk.review.opinions
    found: list[Change] = []
    for number in range(rounds):
        entry = opinions[number * len(opinions) // rounds]
        content = entry.content
        assert isinstance(content, Opinion)  # noqa: S101
        found.append(added(entry.anchor, replace(content, text=f"新意见{number}")))
        found.append(edited(entry, replace(content, text=f"改过的意见{number}")))
    return found


def saving(app: QApplication, window: MainWindow, show: Callable[[], None], rounds: int) -> list[Took]:
    """Entries saved one by one in sight of what *show* shows, after one that doesn't count."""
    show()
    finish(app)
    desk = window.reviewing.desk
    return [took(app, lambda one=one: desk.save([one], "意见")) for one in changes(desk, rounds + 1)][2:]


def measure(app: QApplication, folder: Path, entries: int, rounds: int) -> None:
    """Open the window on a review of so many entries, and print what things take."""
    tokens = make_tokens(app, LIGHT)
    preferences = Preferences(Loaded(Settings(reviewer=REVIEWER)))
    path = folder / f"{entries}.review.db"
    window = make_window(paths.default_database(), tokens, preferences, lambda _library: path)
    window.show()
    finish(app)
    until(app, lambda: window.opened is not None)
    opened = window.opened
    assert opened is not None  # noqa: S101
    if entries:
        with ReviewFile.open(path) as file:
            file.add(made(opened.provision, entries))
        desk = window.reviewing.desk
        until(app, lambda: bool(desk.review.entries))
    wait(app, SETTLED_SECONDS)
    print(f"{entries:,} entries")
    told("a unit chosen, at first", selecting(app, window, 3))
    if entries:
        told("the review shown", [took(app, lambda: window.go_to(window.review))])
        for name, show in (
            ("the review", lambda: window.go_to(window.review)),
            ("the chart", lambda: window.go_to(window.chart)),
            ("the duty map", lambda: window.go_to(window.duty_map)),
            ("the source", lambda: window.go_to(window.source)),
        ):
            told(f"saved in sight of {name}", saving(app, window, show, rounds), AIMS.get(entries))
        told("a unit chosen afterwards", selecting(app, window, 3))
    window.close()
    finish(app)
    window.deleteLater()
    finish(app)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="*", default=[0, *AIMS])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        for entries in asked.entries:
            measure(app, Path(folder), entries, asked.rounds)


if __name__ == "__main__":
    main()
