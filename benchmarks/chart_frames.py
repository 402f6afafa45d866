"""The chart's frames with very many units, all unfolded: run by ``run.py`` in a process of its own, it prints JSON.

Painted without a display, by Qt's raster. Milliseconds by the clock and of processor time, which other programs don't
lengthen. Zooming counts the frames under way and the sharp one after each ten.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from chart_layout import mixed_tree
from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QApplication

from eitc_desktop.app import make_application, make_tokens
from eitc_desktop.chart.content import ChartContent, ChartUnit
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.theme import LIGHT

NAMES = (
    "办公室",
    "综合规划处",
    "产业投资处",
    "节能与综合利用处",
    "信息基础设施管理处",
    "国际合作与对外交流处",
    "老干部处",
    "IT Division",
)
SIZE = QSize(1100, 700)
FRAMES = 200


class Took(NamedTuple):
    """Milliseconds by the clock, and of processor time."""

    clock: float
    work: float


def content_of(count: int) -> ChartContent:
    """A chart of so many units."""
    units = [
        ChartUnit(NAMES[number % len(NAMES)], parent=None if parent < 0 else parent)
        for number, parent in enumerate(mixed_tree(count))
    ]
    return ChartContent("", tuple(units))


def took(action: Callable[[], object]) -> Took:
    """Time of an action."""
    began, worked = time.perf_counter(), time.thread_time()
    action()
    return Took((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000)


def first_frame(view: ChartView, content: ChartContent) -> Took:
    """From the data to the picture of all of it."""

    def show() -> None:
        view.show_chart(content)
        view.repaint()

    return took(show)


def panning(view: ChartView) -> Iterator[Took]:
    """Drawn to and fro, near enough to read and from afar, after a moment of which the painting of all is no frame."""
    for percent in (100, 40, 12):
        view.zoom_to(percent)
        view.centre_on(view.shown.units[-1] // 2 if view.shown is not None else 0)
        view.repaint()
        for frame in range(FRAMES):
            way = 1 if frame < FRAMES / 2 else -1

            def move(way: int = way) -> None:
                view.pan(-23 * way, -3 * way)
                view.repaint()

            yield took(move)


def zooming(view: ChartView) -> Iterator[Took]:
    """With the wheel to the pointer, from the whole to where names are read, and back."""
    view.fit()
    view.repaint()
    at = QPointF(SIZE.width() * 0.6, SIZE.height() * 0.4)
    for frame in range(FRAMES):
        way = 0.25 if frame < FRAMES / 2 else -0.25

        def zoom(way: float = way) -> None:
            view.zoom_by(way, at, in_passing=True)
            view.repaint()

        yield took(zoom)
        if frame % 10 == 9:

            def settle() -> None:
                view.settle()
                view.repaint()

            yield took(settle)


def percentile(values: list[float], percent: int) -> float:
    """The value that so many per cent of the values don't exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def main() -> None:
    """Show, pan, zoom, print."""
    parser = argparse.ArgumentParser(description="Measure the chart's frames.")
    parser.add_argument("--rounds", type=int, default=9, help="how often the first frame is measured (9)")
    parser.add_argument("units", type=int, nargs="+")
    asked = parser.parse_args()
    app = make_application()
    tokens = make_tokens(app, LIGHT)
    found: dict[str, float] = {}
    for count in asked.units:
        content = content_of(count)
        view = ChartView(tokens)
        view.resize(SIZE)
        view.show()
        QApplication.processEvents()
        first = [first_frame(view, content) for _ in range(asked.rounds)]
        found[f"first {count}"] = statistics.median(each.clock for each in first)
        found[f"first work {count}"] = statistics.median(each.work for each in first)
        for name, frames in (("pan", list(panning(view))), ("zoom", list(zooming(view)))):
            found[f"{name} {count}"] = percentile([each.clock for each in frames], 95)
            found[f"{name} work {count}"] = percentile([each.work for each in frames], 95)
            found[f"{name} longest {count}"] = max(each.work for each in frames)
        view.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
