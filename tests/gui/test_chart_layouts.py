"""The chart with the fonts that paint it."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.content import chart_content
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import PLANNERS
from eitc_desktop.chart.sheet import chart_sheet
from eitc_desktop.drawing.shapes import MM
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.model.provision import Provision


@pytest.mark.parametrize("area", [(267, 170), (180, 257), (390, 257), (267, 380)])
@pytest.mark.parametrize("kind", PLANNERS)
def test_nothing_is_wrong_with_any_layout_on_any_sheet(
    provision: Provision, kind: LayoutKind, area: tuple[float, float]
) -> None:
    smallest = 9.0 if min(area) < 200 else 10.5
    sheet = chart_sheet(chart_content(provision), kind, (area[0] * MM, area[1] * MM), QtMeasurer(), smallest=smallest)
    assert sheet.findings == ()
    assert sheet.layout.type_size >= smallest
