"""The open window, measured from inside: run by ``run.py`` in a process of its own, it prints figures as JSON.

Every action counts from its cause until all panes are painted and nothing is left to be done: by the clock, and in
processor time, which other programs don't lengthen. Idle means: nobody touches the window, which has settled.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from eitc_desktop import paths
from eitc_desktop.app import make_application, make_tokens, make_window
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.model.units import units_of

WORDS = ("dushi", "cyc", "都市", "处", "zzz", "xin xi", "办公")
SETTLED_SECONDS = 2.5  # the text is read anew a second after the start
IDLE_SECONDS = 3.0


class Counter(QObject):
    """Counts the events of the whole program that would keep a processor awake."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.timers = 0
        self.paints = 0
        app.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Count, and let everything pass."""
        self.timers += event.type() is QEvent.Type.Timer
        self.paints += event.type() is QEvent.Type.Paint
        return False


def finish(app: QApplication) -> None:
    """Do all that is due: posted events, layouts, painting, what these bring about, and throwing away what is done."""
    for _ in range(3):
        app.sendPostedEvents()
        app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore[reportArgumentType]


class Took(NamedTuple):
    """Milliseconds by the clock, and of processor time."""

    clock: float
    processor: float


def took(app: QApplication, action: Callable[[], object]) -> Took:
    """Time from an action until all is painted."""
    began, worked = time.perf_counter(), time.thread_time()
    action()
    finish(app)
    return Took((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000)


def percentile(values: list[float], percent: int) -> float:
    """The value that so many per cent of the values don't exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def selecting(app: QApplication, window: MainWindow, rounds: int) -> list[Took]:
    """Each unit of the provision chosen in turn, after one round that doesn't count."""
    refs = [] if window.opened is None else [unit.ref for unit in units_of(window.opened.provision)]
    times: list[Took] = []
    for turn in range(rounds + 1):
        for ref in refs:
            if ref != window.selection.current:
                time_taken = took(app, lambda ref=ref: window.selection.select(ref))
                if turn:
                    times.append(time_taken)
    return times


def press(widget: QWidget, key: int, text: str) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def typing(app: QApplication, window: MainWindow, rounds: int) -> list[Took]:
    """Words typed into the tree's filter and taken away again, key by key."""
    line = window.tree.filter_line
    line.setFocus()
    finish(app)
    times: list[Took] = []
    for turn in range(rounds + 1):
        for word in WORDS:
            keys = [(0, character) for character in word] + [(Qt.Key.Key_Backspace, "")] * len(word)
            for key, text in keys:
                time_taken = took(app, lambda key=key, text=text: press(line, key, text))
                if turn:
                    times.append(time_taken)
    return times


def switching(app: QApplication, tokens: Tokens, rounds: int) -> list[Took]:
    """From light to dark and back."""
    return [took(app, lambda p=p: tokens.wear(p, 100)) for _ in range(rounds) for p in (DARK, LIGHT)]


def matrix_painting(app: QApplication, window: MainWindow, rounds: int) -> tuple[float, list[Took]]:
    """Milliseconds until the duty matrix, never shown before, is painted; then each painting of all of it.

    Once every duty is folded, once all are unfolded.
    """
    first = took(app, lambda: window.go_to(window.duty_map)).clock
    times: list[Took] = []
    for unfolded in (False, True):
        window.duty_map.page.view.unfold_all(unfolded=unfolded)
        finish(app)
        times += [took(app, window.duty_map.page.view.viewport().repaint) for _ in range(10 * rounds)]
    return first, times


def chart_painting(app: QApplication, window: MainWindow, rounds: int) -> tuple[float, list[Took]]:
    """Milliseconds until the chart, never shown before, is painted; then each painting of all of it, nothing kept."""
    first = took(app, lambda: window.go_to(window.chart)).clock
    view = window.chart.page.view

    def paint_anew() -> None:
        view.forget_picture()
        view.repaint()

    return first, [took(app, paint_anew) for _ in range(10 * rounds)]


def idling(app: QApplication, window: MainWindow, widget: QWidget) -> tuple[int, int, float]:
    """Timer events, paint events and seconds of processor time while *widget* has the keyboard and nobody types."""
    window.activateWindow()
    widget.setFocus()
    wait(app, 0.5)
    counter = Counter(app)
    began = time.process_time()
    wait(app, IDLE_SECONDS)
    spent = time.process_time() - began
    app.removeEventFilter(counter)
    return counter.timers, counter.paints, spent


def wait(app: QApplication, seconds: float) -> None:
    """Sleep until there is something to do, as the program does, for so long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.01)


def resident() -> float:
    """Resident memory in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main() -> None:
    """Open the window, measure, print."""
    parser = argparse.ArgumentParser(description="Measure the open window.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--database", type=Path, default=paths.default_database())
    options = parser.parse_args()
    app = make_application()
    tokens = make_tokens(app, LIGHT)
    window = make_window(options.database, tokens)
    window.show()
    finish(app)
    wait(app, SETTLED_SECONDS)
    figures: dict[str, float] = {"resident": resident()}
    for name, widget in (
        ("tree", window.tree.home),
        ("source", window.source.home),
        ("filter", window.tree.filter_line),
    ):
        timers, paints, spent = idling(app, window, widget)
        figures |= {f"{name} timers": timers, f"{name} paints": paints, f"{name} seconds": spent}
    for name, times in (
        ("choose", selecting(app, window, options.rounds)),
        ("type", typing(app, window, options.rounds)),
        ("switch", switching(app, tokens, options.rounds)),
    ):
        clock = [each.clock for each in times]
        figures |= {
            f"{name} p50": percentile(clock, 50),
            f"{name} p95": percentile(clock, 95),
            f"{name} max": max(clock),
        }
        figures[f"{name} work p95"] = percentile([each.processor for each in times], 95)
    figures["resident after"] = resident()
    first, times = matrix_painting(app, window, options.rounds)
    figures |= {
        "matrix first": first,
        "matrix p50": percentile([each.clock for each in times], 50),
        "matrix p95": percentile([each.clock for each in times], 95),
        "matrix work p95": percentile([each.processor for each in times], 95),
    }
    first, times = chart_painting(app, window, options.rounds)
    figures |= {
        "chart first": first,
        "chart p95": percentile([each.clock for each in times], 95),
        "chart work p95": percentile([each.processor for each in times], 95),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
