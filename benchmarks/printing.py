"""Papers to PDF, in this process, against Graphviz where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from eitc_desktop.drawing.shapes import Document

_NAMES = ("办公室", "研究室（政策法规处）", "经济运行处", "行业管理处（安全生产处）", "电子信息产业处")
_ACROSS = 100
_BRANCHES = 5
"""Children of each unit of the tree that Graphviz is given."""


def make_application() -> QGuiApplication:
    """The application that fonts need; without a screen."""
    from PySide6.QtGui import QGuiApplication

    if sys.platform != "win32":
        os.environ["LC_ALL"] = "C.UTF-8"  # else Qt warns
    return QGuiApplication(["benchmark"] if sys.platform == "win32" else ["benchmark", "-platform", "offscreen"])


def pdf_seconds(count: int, *, upright: bool, rounds: int) -> float:
    """Median time to make the PDF of *count* boxes with their names, the fonts known; upright names are found whole."""
    from eitc_desktop.gui.drawing.glyphs import PaperFonts
    from eitc_desktop.gui.printing.pdf import pdf_of

    document = boxes(count, upright=upright)
    return _median(lambda: pdf_of(document, PaperFonts(bundled_only=True)), rounds)


def boxes(count: int, *, upright: bool) -> Document:
    """One page of boxes with names, each with a line to its row."""
    from eitc_desktop.drawing.shapes import Box, Document, Drawing, Face, Line, Point, Rect, Run, Style, Text

    style = Style(Face.SONG, 9)
    rise, width = (130.0, 20.0) if upright else (30.0, 130.0)
    found: tuple[list[Box], list[Line], list[Text]] = [], [], []
    for number in range(count):
        x, y = width * 1.2 * (number % _ACROSS) + 10, (rise + 20) * (number // _ACROSS) + 20
        name = f"{_NAMES[number % len(_NAMES)]}{number}"
        chars = tuple(Run(char, x + 5, y + 10 + 9 * place) for place, char in enumerate(name))
        found[0].append(Box(Rect(x, y, width, rise)))
        found[1].append(Line((Point(x, y - 10), Point(x + width / 2, y - 10), Point(x + width / 2, y))))
        runs = chars if upright else (Run(name, x + 4, y + 15),)
        found[2].append(Text(name, runs, style, Rect(x, y, width, rise), as_one=True))
    page = Drawing(width * 1.2 * _ACROSS + 20, (rise + 20) * (count // _ACROSS + 1) + 20, *map(tuple, found))
    return Document("机构设置图", (page,))


def dot_seconds(count: int, patience: float) -> float | None:
    """Time that Graphviz takes for a tree of *count* boxes to PDF, or *patience*; None where it is not there."""
    dot = shutil.which("dot")
    if dot is None:
        return None
    lines = ["digraph { node [shape=box]"]
    lines += [f'{number} [label="{_NAMES[number % len(_NAMES)]}{number}"]' for number in range(count)]
    lines += [f"{(number - 1) // _BRANCHES} -> {number}" for number in range(1, count)]
    began = time.perf_counter()
    words = "\n".join([*lines, "}"]).encode()
    with suppress(subprocess.TimeoutExpired):
        subprocess.run([dot, "-Tpdf"], input=words, check=True, capture_output=True, timeout=patience)
    return time.perf_counter() - began


def _median(action: Callable[[], object], rounds: int) -> float:
    action()
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return sorted(times)[len(times) // 2]
