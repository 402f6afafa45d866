"""A sheet with a chart: the title over it, under it what its signs mean and what the text says besides."""

from __future__ import annotations

import math
from dataclasses import dataclass

from eitc_desktop.chart.checks import ChartFinding
from eitc_desktop.chart.content import ChartContent
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import LARGEST, SMALLEST, ChartLayout, lay_out
from eitc_desktop.chart.legend import legend
from eitc_desktop.drawing.breaking import break_evenly
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Drawing, Face, Placed, Rect, Run, Style, Text

FOOT = "本图仅反映该规定所载机构，党组织、派驻、群团、离退休机构及所属事业单位未载明或另行规定"
FOOT_OTHERS = "本图仅反映该规定所载机构，其他党组织、派驻、群团、离退休机构及所属事业单位未载明或另行规定"
"""The fixed foot of a chart, and what it says where the text names such a body (机关党委)."""

_TITLE = 22.0  # 2号, GB/T 9704-2012, 7.3.1; on an A4 sheet, larger on larger ones
_A4 = 595.0 * 842.0
_LEAST_TITLE = 14.0
_TITLE_PITCH = 1.3  # ems from line to line
_TITLE_GAP = 0.5  # ems between title and chart
_BELOW_TITLE = 0.75  # of the title's size: the names in boxes are no larger, the body's stays below the title
_LEAST_LEGEND = 9.0  # points
_LEGEND_FACTOR = 1.06  # the legend is a little larger than the smallest type allowed


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """A chart with its title and legend: ``drawing`` has the size of the area; ``foot`` goes to the page's notes."""

    drawing: Drawing
    layout: ChartLayout
    foot: str
    findings: tuple[ChartFinding, ...]


def foot_of(content: ChartContent) -> str:
    """Return the fixed foot: it doesn't say that the text names no such bodies where it does."""
    return FOOT if all(unit.counted for unit in content.units) else FOOT_OTHERS


def chart_sheet(
    content: ChartContent,
    kind: LayoutKind,
    area: tuple[float, float],
    measurer: TextMeasurer,
    *,
    type_size: float | None = None,
    smallest: float = SMALLEST,
    largest: float = LARGEST,
) -> ChartSheet:
    """Set title, chart and legend within *area* (points); the keywords are those of ``lay_out``.

    Texts are read in this order: title, chart, legend.
    """
    width, height = area
    title = _title(content.title, area, measurer)
    size = max(smallest, _LEAST_LEGEND) * _LEGEND_FACTOR
    used = title.height

    def signs(chosen: LayoutKind) -> Drawing:
        return legend(content, chosen, width, size, measurer)

    below = max((signs(one) for one in LayoutKind), key=lambda drawing: drawing.height).height
    room = (width, max(height - used - below - size, 1.0))
    largest = max(smallest, min(largest, _BELOW_TITLE * title.texts[0].style.size))
    layout = lay_out(content, kind, room, measurer, type_size=type_size, smallest=smallest, largest=largest)
    under = signs(layout.kind)
    parts = (Placed(title, 0, 0), Placed(layout.drawing, 0, used), Placed(under, 0, height - under.height))
    return ChartSheet(Drawing(width, height, parts=parts), layout, foot_of(content), layout.findings)


def _title(words: str, area: tuple[float, float], measurer: TextMeasurer) -> Drawing:
    """Set the title in the middle, smaller or in two lines where the area is narrow."""
    width, height = area
    size = _TITLE * max(1.0, math.sqrt(width * height / _A4))
    lines: tuple[str, ...] = (words,)
    widest = measurer.advance(words, Style(Face.TITLE, 1.0))
    if widest * size > width:
        size = max(width / widest, _LEAST_TITLE)
        if widest * size > width:
            lines = break_evenly(words, Style(Face.TITLE, size), math.ceil(widest * size / width), measurer)
            size = min(size, width / max(measurer.advance(line, Style(Face.TITLE, 1.0)) for line in lines))
    style = Style(Face.TITLE, size)
    pitch = _TITLE_PITCH * size
    runs = tuple(
        Run(line, (width - measurer.advance(line, style)) / 2, i * pitch + measurer.ascent(style))
        for i, line in enumerate(lines)
    )
    tall = len(lines) * pitch
    text = Text(words, runs, style, Rect(0, 0, width, tall), as_one=True)
    return Drawing(width, tall + _TITLE_GAP * size, texts=(text,))
